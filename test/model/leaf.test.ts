import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import {
  anyOf,
  dateOf,
  decisionDate,
  oneOf,
  ownRef,
  refOf,
  refsOf,
  unsure,
  yesNo,
} from '../../src/model/leaf.ts';

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;
const colours = ['red', 'green'] as const;

const leaves: [string, z.ZodType, unknown[], unknown[]][] = [
  [
    'a yes/no question',
    yesNo('Is it?', 'observation', 'It matters.'),
    [true, false, 'unsure'],
    ['true', 1, 0, '', 'yes', [], {}],
  ],
  [
    'a question of one word',
    oneOf(colours, 'Which?', 'observation', 'It matters.'),
    ['red', 'green', 'unsure'],
    ['blue', 'Red', '', true, ['red']],
  ],
  [
    'a question of several words',
    anyOf(colours, 'Which?', 'observation', 'It matters.'),
    [[], ['red'], ['green', 'red']],
    ['red', ['blue'], ['unsure'], 'unsure', ['red', 'green', 'red'], {}],
  ],
  [
    'a date',
    dateOf('When?', 'observation', 'It matters.'),
    ['2026-03-02', '2024-02-29'],
    ['2026-02-30', '2025-02-29', '2026-03-02T00:00', '2/3/2026', 'unsure', 20260302],
  ],
  [
    'a reference',
    refOf('Who?', 'observation', 'It matters.'),
    ['child', 'a-b_C9', 'x'.repeat(64)],
    ['', 'a b', 'x'.repeat(65), 'child\n', 7, ['child']],
  ],
  [
    'references',
    refsOf('Who?', 'observation', 'It matters.'),
    [[], ['child', 'mother']],
    ['child', ['a b'], [7], Array.from({ length: 1001 }, () => 'child')],
  ],
];

describe.each(leaves)('%s', (_, schema, good, bad) => {
  test('may be left out, and null is no answer', () => {
    expect(accepts(schema, undefined)).toBe(true);
    expect(accepts(schema, null)).toBe(false);
  });

  test.each(good.map((value) => [JSON.stringify(value), value]))('takes %s', (_text, value) => {
    expect(accepts(schema, value)).toBe(true);
  });

  test.each(bad.map((value) => [JSON.stringify(value).slice(0, 40), value]))(
    'refuses %s',
    (_text, value) => {
      expect(accepts(schema, value)).toBe(false);
    },
  );
});

test('the date of a decision and the reference of its own may not be left out', () => {
  for (const schema of [decisionDate(), ownRef()]) expect(accepts(schema, undefined)).toBe(false);
  expect(accepts(decisionDate(), '2026-03-02')).toBe(true);
  expect(accepts(decisionDate(), 'unsure')).toBe(false);
  expect(accepts(ownRef(), 'child')).toBe(true);
  expect(accepts(ownRef(), 'a b')).toBe(false);
});

test('a leaf carries its question, its type and its words', () => {
  const leaf = oneOf(colours, 'Which?', 'judgement', 'It matters.', {
    harmless: 'red',
    remedy: 'green',
  });
  expect(leaf.unwrap().meta()).toEqual({
    description: 'Which?',
    question: {
      question: 'Which?',
      kind: 'judgement',
      because: 'It matters.',
      harmless: 'red',
      remedy: 'green',
    },
    leaf: 'word',
    words: colours,
  });
  expect(yesNo('Is it?', 'observation', 'It matters.').unwrap().meta()).toEqual({
    description: 'Is it?',
    question: { question: 'Is it?', kind: 'observation', because: 'It matters.' },
    leaf: 'yes-no',
  });
});

test('the type of each leaf is told apart', () => {
  const text = ['Which?', 'observation', 'It matters.'] as const;
  const types = [anyOf(colours, ...text), dateOf(...text), refOf(...text), refsOf(...text)].map(
    (leaf) => leaf.unwrap().meta()?.['leaf'],
  );
  expect(types).toEqual(['words', 'date', 'ref', 'refs']);
});

test('the word for what nobody knows is one word', () => {
  expect(unsure).toBe('unsure');
});
