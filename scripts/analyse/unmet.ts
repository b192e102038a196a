/** Rules that no request meets: ever, in some stretch of their life, or in some nation that they say they extend to. */
import { yes } from '../../src/engine/truth.ts';
import type { LoadedRule } from '../../src/engine/program.ts';
import type { Base, Finding, Seen } from './base.ts';
import { erasOf, readBy } from './eras.ts';
import { candidates, search } from './search.ts';
import type { Json } from '../../src/testing/dictionary.ts';

const isMet = ({ number }: LoadedRule, { world }: Seen): boolean =>
  (world.raw.get(number) ?? world.results[number])?.includes(yes) === true;

/** The stretches, and the nations, in which a rule is never met. */
export function unmet(base: Base): Finding[] {
  return base.ground.program.rules.flatMap((loaded): Finding[] => {
    const { id, extent } = loaded.rule;
    const eras = erasOf(base, loaded);
    const notThen = eras.filter(
      (day) =>
        search(base, candidates(base, loaded, [], [day]), [day], (_, seen) => isMet(loaded, seen))
          .length,
    );
    if (notThen.length === eras.length)
      return [{ check: 'never-met', rules: [id], at: 'ever', says: 'no request meets it' }];
    const elsewhere = extent.filter((nation) => nation !== 'england');
    const then = eras.filter((day) => !notThen.includes(day));
    const read = readBy(base, loaded).filter((one) => one !== loaded);
    const days = [undefined, ...then.slice(-1)];
    const there = inEach(elsewhere, candidates(base, loaded, read, days));
    const notThere = search(
      base,
      there,
      elsewhere,
      (nation, seen) => seen.request['nation'] === nation && isMet(loaded, seen),
    );
    return [
      ...notThen.map((day) => ({
        check: 'never-met',
        rules: [id],
        at: `from ${day}`,
        says: `no request of ${day}, or until something that it reads begins or ends, meets it`,
      })),
      ...notThere.map((nation) => ({
        check: 'never-met',
        rules: [id],
        at: nation,
        says: `it extends to ${nation}, where no request meets it`,
      })),
    ];
  });
}

function* inEach(nations: readonly string[], requests: Iterable<Json>): Generator<Json> {
  for (const request of requests) for (const nation of nations) yield { ...request, nation };
}
