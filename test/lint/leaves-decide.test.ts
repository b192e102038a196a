import { expect, test } from 'vitest';
import { isLeaf, parts, prepare } from '../../src/engine/conditions.ts';
import type { LoadedRule, Program } from '../../src/engine/program.ts';
import { placeAt } from '../../src/engine/world.ts';
import type { Condition } from '../../src/model/rule.ts';
import { instanceOf, programOf, worldOf } from '../decided.ts';
import { everyRuleFile } from '../rulebase.ts';

/** Every condition that differs from this one in that one of its leaves is turned round. */
function* turned(node: Condition, path = ''): Generator<{ path: string; node: Condition }> {
  if (isLeaf(node)) {
    yield { path: `${path} ${node.fact}`, node: { not: node } };
    return;
  }
  const list = parts(node);
  for (const [index, part] of list.entries()) {
    for (const inner of turned(part, `${path}/${index}`)) {
      const changed = list.map((one, at) => (at === index ? inner.node : one));
      yield {
        path: inner.path,
        node:
          'all' in node ? { all: changed } : 'any' in node ? { any: changed } : { not: inner.node },
      };
    }
  }
}

const surroundings = (program: Program) => ({
  ruleAt: (id: string) => {
    const { number, rule } = program.byId.get(id) as LoadedRule;
    return { number, scope: rule.scope };
  },
  answersTo: (fact: string) => program.answersTo(fact),
});

test.each(everyRuleFile.map(({ rule, cases }) => [rule.id, rule, cases ?? []] as const))(
  'each leaf of %s decides some case of it',
  (id, rule, cases) => {
    const program = programOf(id);
    const around = surroundings(program);
    const loaded = program.byId.get(id) as LoadedRule;
    const places = cases
      .filter(
        ({ request }) =>
          rule.effective.from <= (request['on'] as string) &&
          (request['on'] as string) <= (rule.effective.to ?? '9999-12-31'),
      )
      .map(({ request, at }) => {
        const world = worldOf(program, request);
        const place = placeAt(world, rule.scope, instanceOf(loaded, world, at));
        return { world, place, truth: loaded.conditions.test(world, place) };
      });
    const idle = [...turned(rule.conditions)].filter(({ node }) => {
      const { test: turnedTest } = prepare(node, rule.scope, around);
      return places.every(({ world, place, truth }) => turnedTest(world, place) === truth);
    });
    expect(idle.map(({ path }) => path)).toEqual([]);
  },
);
