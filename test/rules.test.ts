import { describe, expect, test } from 'vitest';
import { openFacts } from '../src/engine/open.ts';
import type { LoadedRule, Program } from '../src/engine/program.ts';
import { wordOf } from '../src/engine/truth.ts';
import type { RuleCase } from '../src/model/rule.ts';
import { instanceOf, program, programWith, worldOf } from './decided.ts';
import { packFiles, ruleFiles } from './rulebase.ts';

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
  const asks = openFacts(program, world, loaded, index).map(({ fact }) => fact);
  return {
    finding: wordOf(truth, ['not-met', 'unknown', 'met'] as const),
    asks: [...new Set(asks)].sort(),
  };
}

const tryCases = (program: Program, files: typeof ruleFiles) => {
  const listed = files.flatMap(({ rule, cases = [] }) =>
    cases.map((one) => [`${rule.id}: ${one.name}`, rule.id, one] as const),
  );
  test.each(listed)('%s', (_, id, one) => {
    const { finding, asks } = found(program, id, one);
    expect(finding).toBe(one.expect);
    if (one.asks) expect(asks).toEqual([...one.asks].sort());
  });
};

describe.each([...new Set(ruleFiles.map(({ question }) => question))])('%s', (question) => {
  tryCases(
    program,
    ruleFiles.filter((file) => file.question === question),
  );
});

describe.each(packFiles.map(({ pack, files }) => [pack.id, pack, files] as const))(
  'the pack %s',
  (_, pack, files) => {
    tryCases(programWith(pack), files);
  },
);
