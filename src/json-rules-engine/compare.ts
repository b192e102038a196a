import type { LoadedRule } from '../engine/program.ts';
import type { Scope } from '../model/facts.ts';
import type { Truth } from '../engine/truth.ts';
import type { Findings } from './findings.ts';

/**
 * A rule of which two evaluators found different things, by its id and the scope that it is evaluated at: never the
 * instance, nor what was found.
 *
 * @since 0.1.0
 */
export interface Disagreement {
  readonly rule: string;
  readonly scope: Scope;
}

const same = (a: readonly Truth[] | undefined, b: readonly Truth[] | undefined): boolean =>
  a?.length === b?.length && (a ?? []).every((truth, index) => truth === b?.[index]);

/** Those of some rules on which two sets of findings differ, at any instance, in the order given. */
export function compare(
  rules: readonly LoadedRule[],
  ours: Findings,
  theirs: Findings,
): Disagreement[] {
  return rules
    .filter(
      ({ number }) =>
        !same(ours.results.get(number), theirs.results.get(number)) ||
        !same(ours.raw.get(number), theirs.raw.get(number)) ||
        !same(ours.confirmed.get(number), theirs.confirmed.get(number)),
    )
    .map(({ rule: { id, scope } }) => ({ rule: id, scope }));
}
