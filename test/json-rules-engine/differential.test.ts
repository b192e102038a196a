import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Program } from '../../src/engine/program.ts';
import { evaluate, evaluateAfterwards } from '../../src/engine/evaluate.ts';
import { parse } from '../../src/engine/parse.ts';
import { settle } from '../../src/engine/settle.ts';
import { layOut } from '../../src/engine/world.ts';
import { compare } from '../../src/json-rules-engine/compare.ts';
import { ourFindings, theirFindings } from '../../src/json-rules-engine/findings.ts';
import { program as national } from '../decided.ts';
import { packs, requests } from '../generators/index.ts';
import { smallRequests } from '../properties/agrees-with-naive.ts';
import { scant } from '../properties/national.ts';
import { tables } from '../rulebase.ts';
import { programOf } from '../synthetic.ts';

/** The rules on which the two evaluators differ for a request, and how much was left unknown in it. */
async function look(program: Program, request: unknown) {
  const world = layOut(parse(request), tables);
  evaluate(program, world);
  settle(program, world);
  evaluateAfterwards(program, world);
  const ours = ourFindings(program, world);
  const open = [...ours.results.values()].some((truths) => truths.includes(1));
  return { differ: compare(program.rules, ours, await theirFindings(program, world)), open };
}

/** Holds the two evaluators together over generated values, and counts the runs in which something stayed unknown. */
async function together<T>(
  arbitrary: fc.Arbitrary<T>,
  runs: number,
  of: (value: T) => Promise<Awaited<ReturnType<typeof look>>>,
): Promise<number> {
  let open = 0;
  await fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      const found = await of(value);
      if (found.open) open++;
      expect(found.differ).toEqual([]);
    }),
    { numRuns: runs, seed: 20261121 },
  );
  return open / runs;
}

describe(
  'this evaluator and json-rules-engine agree on every rule at every instance',
  { timeout: 300_000 },
  () => {
    test('of generated packs, with facts that are unknown', async () => {
      const open = await together(fc.tuple(packs(), smallRequests), 500, ([rules, request]) =>
        look(programOf(rules), request),
      );
      expect(open).toBeGreaterThan(0.1);
    });

    test('of the national rules, for generated requests', async () => {
      const open = await together(requests(scant), 60, (request) => look(national, request));
      expect(open).toBeGreaterThan(0.1);
    });
  },
);
