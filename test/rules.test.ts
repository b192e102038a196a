import { describe, expect, test } from 'vitest';
import { openFacts, searchOf } from '../src/engine/open.ts';
import type { LoadedRule, Program } from '../src/engine/program.ts';
import { wordOf } from '../src/engine/truth.ts';
import type { RuleCase } from '../src/model/rule.ts';
import { instanceOf, programOf, worldOf } from './decided.ts';
import { everyRuleFile } from './rulebase.ts';

function found(
  program: Program,
  id: string,
  { request, at }: RuleCase,
): { finding: string; asks: string[] } {
  const loaded = program.byId.get(id) as LoadedRule;
  const world = worldOf(program, request);
  const index = instanceOf(loaded, world, at);
  expect(index, `no instance at ${at ?? 'the first'}`).toBeGreaterThanOrEqual(0);
  const truth = world.raw.get(loaded.number)?.[index] ?? world.results[loaded.number]?.[index] ?? 0;
  const asks = openFacts(searchOf(program, world), loaded, index).map(({ fact }) => fact);
  return {
    finding: wordOf(truth, ['not-met', 'unknown', 'met'] as const),
    asks: [...new Set(asks)].sort(),
  };
}

describe.each([...new Set(everyRuleFile.map(({ question }) => question))])('%s', (question) => {
  const listed = everyRuleFile
    .filter((file) => file.question === question)
    .flatMap(({ rule, cases = [] }) =>
      cases.map((one) => [`${rule.id}: ${one.name}`, rule.id, one] as const),
    );
  test.each(listed)('%s', (_, id, one) => {
    const { finding, asks } = found(programOf(id), id, one);
    expect(finding).toBe(one.expect);
    if (one.asks) expect(asks).toEqual([...one.asks].sort());
  });
});
