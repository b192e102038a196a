import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LoadedRule } from '../../src/engine/program.ts';
import { compare } from '../../src/json-rules-engine/compare.ts';
import { ourFindings, theirFindings } from '../../src/json-rules-engine/findings.ts';
import { program, worldOf } from '../decided.ts';
import { ruleFiles } from '../rulebase.ts';

const examples = join(import.meta.dirname, '..', '..', 'examples');

async function agree(request: unknown, rules: readonly LoadedRule[]): Promise<void> {
  const world = worldOf(program, request);
  const theirs = await theirFindings(program, world, rules);
  expect(compare(rules, ourFindings(program, world), theirs)).toEqual([]);
}

// Why: json-rules-engine is slow, and slower under coverage.
const slow = { timeout: 60_000 };

describe('both evaluators find the same of every national rule', slow, () => {
  test.each(readdirSync(examples).filter((file) => file.endsWith('.json')))(
    'for the example %s',
    async (file) => {
      const request: unknown = JSON.parse(readFileSync(join(examples, file), 'utf8'));
      await agree(request, program.rules);
    },
  );

  // Why: a whole request takes some fifty milliseconds, and there are over two thousand; one in forty goes through.
  const requests = [
    ...new Map(
      ruleFiles.flatMap(({ cases = [] }) =>
        cases.map(({ request }) => [JSON.stringify(request), request] as const),
      ),
    ).values(),
  ];
  test.each([0, 10, 20, 30])(
    'for one in forty requests of the worked cases (from %i)',
    async (from) => {
      for (let at = from; at < requests.length; at += 160) await agree(requests[at], program.rules);
    },
  );
});

describe(
  'both evaluators find the same of a rule, and of all that it rests on, in each of its cases',
  slow,
  () => {
    test.each([...new Set(ruleFiles.map(({ question }) => question))])('%s', async (question) => {
      let cases = 0;
      for (const { rule, cases: own = [] } of ruleFiles.filter(
        (one) => one.question === question,
      )) {
        for (const { request } of own) {
          await agree(request, [program.byId.get(rule.id) as LoadedRule]);
          cases += 1;
        }
      }
      expect(cases).toBeGreaterThan(0);
    });
  },
);
