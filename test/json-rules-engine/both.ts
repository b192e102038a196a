import { expect } from 'vitest';
import { wordOf } from '../../src/engine/truth.ts';
import { compare } from '../../src/json-rules-engine/compare.ts';
import { ourFindings, theirFindings } from '../../src/json-rules-engine/findings.ts';
import type { Condition, Rule } from '../../src/model/rule.ts';
import type { Finding } from '../synthetic.ts';
import { conclusion, programOf, worldFor } from '../synthetic.ts';

const words = ['not-met', 'unknown', 'met'] as const;

/** What json-rules-engine finds for a rule at each instance, once both evaluators agree on every rule. */
export async function bothFind(
  rules: readonly Rule[],
  asked: unknown,
  id: string,
): Promise<Finding[]> {
  const program = programOf(rules);
  const world = worldFor(program, asked);
  const theirs = await theirFindings(program, world);
  expect(compare(program.rules, ourFindings(program, world), theirs)).toEqual([]);
  const number = program.byId.get(id)?.number ?? -1;
  return (theirs.results.get(number) ?? []).map((truth) => wordOf(truth, words));
}

/** The same for a single condition, of a conclusion `it` at a scope. */
export const bothFindOf = (
  conditions: Condition,
  asked: unknown,
  scope: Rule['scope'] = 'case',
  around: readonly Rule[] = [],
): Promise<Finding[]> =>
  bothFind([conclusion('it', conditions, { scope }), ...around], asked, 'it');

/** What is found where the answer is negated. */
export const opposite: Readonly<Record<Finding, Finding>> = {
  met: 'not-met',
  unknown: 'unknown',
  'not-met': 'met',
};
