import { expect, test } from 'vitest';
import { leavesOf, takeApart } from '../../src/engine/conditions.ts';
import { itemBars, kinds } from '../../src/engine/kinds.ts';
import type { Rule } from '../../src/model/rule.ts';
import { ruleFiles } from '../rulebase.ts';

const byId = new Map(ruleFiles.map(({ rule }) => [rule.id, rule]));

/** The permissions that a rule reads, directly or through conclusions and exceptions. */
function permissionsRead(rule: Rule, seen = new Set<string>()): string[] {
  if (seen.has(rule.id)) return [];
  seen.add(rule.id);
  const read = [...leavesOf(rule.conditions)].flatMap((leaf) => {
    const { rule: id } = takeApart(leaf);
    if (id === undefined) return leaf.fact === 'item.underLegalDuty' ? [leaf.fact] : [];
    const other = byId.get(id);
    if (!other) return [];
    return kinds[other.event.type].polarity === 'permission' ? [id] : permissionsRead(other, seen);
  });
  const exceptions = [...byId.values()].filter(({ exceptionTo }) => exceptionTo?.includes(rule.id));
  return [...read, ...exceptions.flatMap((exception) => permissionsRead(exception, seen))];
}

const bars = ruleFiles.map(({ rule }) => rule).filter(({ event }) => itemBars.includes(event.type));

test.each(bars.map((rule) => [rule.id, rule] as const))('bar %s reads no permission', (_, rule) => {
  expect(permissionsRead(rule)).toEqual([]);
});
