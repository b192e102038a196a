import { expect, test } from 'vitest';
import { leavesOf, takeApart } from '../../src/engine/conditions.ts';
import { kinds } from '../../src/engine/kinds.ts';
import { factsById } from '../../src/model/facts.ts';
import { ruleFiles } from '../rulebase.ts';

const byId = new Map(ruleFiles.map(({ rule }) => [rule.id, rule]));
const scopeOf = (fact: string) =>
  fact.startsWith('rule.') ? byId.get(fact.slice(5))?.scope : factsById.get(fact)?.scope;
const permissions = ruleFiles
  .map(({ rule }) => rule)
  .filter(({ event }) => kinds[event.type].polarity === 'permission');

test.each(permissions.map((rule) => [rule.id, rule] as const))(
  'permission %s asks for some wherever it asks of every',
  (_, rule) => {
    const read = [...leavesOf(rule.conditions)].map((leaf) => ({
      quantifier: takeApart(leaf).quantifier,
      scope: scopeOf(leaf.fact),
    }));
    const some = read.filter(({ quantifier }) => quantifier === 'some').map(({ scope }) => scope);
    for (const { quantifier, scope } of read)
      if (quantifier === 'every') expect(some).toContain(scope);
  },
);
