/** Limbs of rules, and exceptions to them, that never make a difference. */
import { isLeaf, parts } from '../../src/engine/conditions.ts';
import type { LoadedRule, Program } from '../../src/engine/program.ts';
import type { Truth } from '../../src/engine/truth.ts';
import type { Condition } from '../../src/model/rule.ts';
import { again, changed, unexcepted } from '../mutate-rules/trial.ts';
import type { Base, Finding, Seen } from './base.ts';
import { candidates, search } from './search.ts';

/** Each condition that differs from this one in that one of its leaves is turned round. */
function* turned(node: Condition, path = ''): Generator<{ path: string; node: Condition }> {
  if (isLeaf(node)) {
    yield { path: `${path || '/'} ${node.fact}`, node: { not: node } };
    return;
  }
  const list = parts(node);
  const key = 'all' in node ? 'all' : 'any' in node ? 'any' : 'not';
  for (const [index, part] of list.entries()) {
    for (const inner of turned(part, `${path}/${key}/${index}`)) {
      const made = list.map((one, at) => (at === index ? inner.node : one));
      yield {
        path: inner.path,
        node: key === 'all' ? { all: made } : key === 'any' ? { any: made } : { not: inner.node },
      };
    }
  }
}

interface Variant {
  at: string;
  program: Program;
  loaded: LoadedRule;
}

/** Whether a rule comes to something else where it is as changed. */
function differs(variant: Variant, { world }: Seen): boolean {
  const { number } = variant.loaded;
  const was = (world.raw.get(number) ?? world.results[number]) as readonly Truth[];
  return again(variant, world).results.some((truth, index) => truth !== was[index]);
}

/** The leaves that could be turned round without a difference to what their rule finds. */
export function idleLeaves(base: Base): Finding[] {
  const { program } = base.ground;
  return program.rules.flatMap((loaded) => {
    const { rule } = loaded;
    const variants = [...turned(rule.conditions)].map(({ path, node }): Variant => ({
      at: path,
      ...changed(program, { ...rule, conditions: node }),
    }));
    const requests = candidates(base, loaded, [], [undefined, rule.effective.from]);
    return search(base, requests, variants, differs).map(({ at }) => ({
      check: 'idle-leaf',
      rules: [rule.id],
      at,
      says: 'no request is decided by this leaf',
    }));
  });
}

/** The exceptions without which the rule would find the same. */
export function idleExceptions(base: Base): Finding[] {
  const { program } = base.ground;
  return program.rules.flatMap((loaded) => {
    const variants = loaded.exceptions.map((number): Variant & { exception: LoadedRule } => {
      const exception = program.rules[number] as LoadedRule;
      return {
        at: loaded.rule.id,
        exception,
        ...unexcepted(program, loaded.rule.id, exception.rule.id),
      };
    });
    return variants.flatMap((variant) => {
      const both = candidates(
        base,
        loaded,
        [variant.exception],
        [undefined, loaded.rule.effective.from],
      );
      return search(base, both, [variant], differs).map(({ exception }) => ({
        check: 'idle-exception',
        rules: [exception.rule.id],
        at: loaded.rule.id,
        says: 'no request is decided by this exception',
      }));
    });
  });
}
