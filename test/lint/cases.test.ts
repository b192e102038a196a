import { describe, expect, test } from 'vitest';
import { leavesOf } from '../../src/engine/conditions.ts';
import { decidedFacts } from '../../src/model/derived.ts';
import { RuleCase } from '../../src/model/rule.ts';
import { everyRuleFile } from '../rulebase.ts';

const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const earliest = '2000-03-01';
const decided = new Set(decidedFacts.map(({ id }) => id));

describe.each(everyRuleFile.map(({ rule, cases }) => [rule.id, rule, cases ?? []] as const))(
  '%s',
  (_, rule, cases) => {
    const read = cases.map((one) => RuleCase.parse(one));
    const facts = [...leavesOf(rule.conditions)].map(({ fact }) => fact);
    // What was decided and how we came to share are always known.
    const canBeUnknown = facts.some((fact) => fact !== 'mode' && !decided.has(fact));
    const always = facts.every((fact) => fact === 'mode');

    test('has cases that meet it, that miss it, and that leave it open with what they ask', () => {
      const found = new Set(read.map(({ expect: finding }) => finding));
      // A rule that reads only how we came to share is always met, or (a contract) never.
      expect(found.size).toBeGreaterThan(0);
      if (!always) expect([...found]).toEqual(expect.arrayContaining(['met', 'not-met']));
      if (!canBeUnknown) return;
      expect(found).toContain('unknown');
      const open = read.filter(({ expect: finding }) => finding === 'unknown');
      expect(open.filter(({ asks }) => asks === undefined)).toEqual([]);
    });

    test('has a case on each side of its dates', () => {
      const dates = read.map(({ request }) => request['on']);
      const { from, to } = rule.effective;
      if (from > earliest) expect(dates).toEqual(expect.arrayContaining([from, dayBefore(from)]));
      if (to !== undefined) expect(dates).toEqual(expect.arrayContaining([to, dayAfter(to)]));
    });
  },
);
