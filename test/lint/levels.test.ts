import { expect, test } from 'vitest';
import { leavesOf, takeApart } from '../../src/engine/conditions.ts';
import { kinds } from '../../src/engine/kinds.ts';
import type { Condition, Rule } from '../../src/model/rule.ts';
import { concernLevels } from '../../src/model/words.ts';
import { ruleFiles } from '../rulebase.ts';

const byId = new Map(ruleFiles.map(({ rule }) => [rule.id, rule]));
type Direction = 'up' | 'down';
const turn = (direction: Direction): Direction => (direction === 'up' ? 'down' : 'up');

const upward = concernLevels.map((_, from) => concernLevels.slice(from).join());
const downward = concernLevels.map((_, to) => concernLevels.slice(0, to + 1).join());
const inOrder = (words: readonly string[]): string =>
  concernLevels.filter((level) => words.includes(level)).join();

/** The ways in which a condition reads the level that do not rise, or fall, with it. */
function wrongReadings(node: Condition, wanted: Direction, seen: ReadonlySet<string>): string[] {
  if ('not' in node) return wrongReadings(node.not, turn(wanted), seen);
  if ('all' in node) return node.all.flatMap((part) => wrongReadings(part, wanted, seen));
  if ('any' in node) return node.any.flatMap((part) => wrongReadings(part, wanted, seen));
  const { rule: read, operator } = takeApart(node);
  if (read !== undefined) {
    const other = byId.get(read);
    if (!other || seen.has(read)) return [];
    const direction = node.value === false ? turn(wanted) : wanted;
    return ruleReadings(other, direction, new Set([...seen, read]));
  }
  if (node.fact === 'concern.high' || node.fact === 'concern.children') {
    return (node.value === true) === (wanted === 'up')
      ? []
      : [`${node.fact} is ${String(node.value)}`];
  }
  if (node.fact !== 'concern.level') return [];
  const words = [node.value].flat() as string[];
  const read_ =
    operator === 'in' || operator === 'equal'
      ? inOrder(words)
      : inOrder(concernLevels.filter((level) => !words.includes(level)));
  return (wanted === 'up' ? upward : downward).includes(read_)
    ? []
    : [`concern.level ${operator} ${words.join(', ')}`];
}

function ruleReadings(
  rule: Rule,
  wanted: Direction,
  seen: ReadonlySet<string> = new Set(),
): string[] {
  const exceptions = [...byId.values()].filter(({ exceptionTo }) => exceptionTo?.includes(rule.id));
  return [
    ...wrongReadings(rule.conditions, wanted, seen),
    ...exceptions.flatMap((exception) => ruleReadings(exception, turn(wanted), seen)),
  ];
}

const opening = ruleFiles
  .map(({ rule }) => rule)
  .filter(({ event }) => kinds[event.type].polarity === 'permission');
const closing = ruleFiles
  .map(({ rule }) => rule)
  .filter(({ event }) =>
    ['restriction', 'harm', 'proportionality', 'guidance-condition'].includes(event.type),
  );
const answers = ruleFiles.map(({ rule }) => rule).filter(({ event }) => event.type === 'answer');

test.each(opening.map((rule) => [rule.id, rule] as const))(
  'permission %s does not close as the level rises',
  (_, rule) => {
    expect(ruleReadings(rule, 'up')).toEqual([]);
  },
);
test.each(closing.map((rule) => [rule.id, rule] as const))(
  'bar %s does not close as the level rises',
  (_, rule) => {
    expect(ruleReadings(rule, 'down')).toEqual([]);
  },
);
test.each(answers.map((rule) => [rule.id, rule] as const))(
  'answer %s does not fall away as the level rises',
  (_, rule) => {
    expect(ruleReadings(rule, 'up')).toEqual([]);
  },
);
test('some rules read the level, so that this lint has something to say', () => {
  expect(
    [...opening, ...closing].some((rule) =>
      [...leavesOf(rule.conditions)].some(({ fact }) => fact === 'concern.level'),
    ),
  ).toBe(true);
});
