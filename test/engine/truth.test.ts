import { describe, expect, test } from 'vitest';
import {
  and,
  atMostUnknown,
  every,
  no,
  not,
  or,
  some,
  unknown,
  wordOf,
  yes,
} from '../../src/engine/truth.ts';
import type { Truth } from '../../src/engine/truth.ts';

const values = [no, unknown, yes] as const;
const pairs = values.flatMap((a) => values.map((b) => [a, b] as const));
const triples = pairs.flatMap(([a, b]) => values.map((c) => [a, b, c] as const));
const table = (operation: (a: Truth, b: Truth) => Truth) =>
  values.map((a) => values.map((b) => operation(a, b)));

describe('strong Kleene logic', () => {
  test('and is false where one side is, true where both are, else unknown', () => {
    expect(table(and)).toEqual([
      [no, no, no],
      [no, unknown, unknown],
      [no, unknown, yes],
    ]);
  });

  test('or is true where one side is, false where both are, else unknown', () => {
    expect(table(or)).toEqual([
      [no, unknown, yes],
      [unknown, unknown, yes],
      [yes, yes, yes],
    ]);
  });

  test('not leaves the unknown unknown', () => {
    expect(values.map(not)).toEqual([yes, unknown, no]);
  });

  test('the three values are three', () => {
    expect(new Set(values).size).toBe(3);
  });

  test('at most unknown takes a yes down and lifts nothing', () => {
    expect(values.map(atMostUnknown)).toEqual([no, unknown, unknown]);
  });

  test.each(pairs)('De Morgan holds of %s and %s', (a, b) => {
    expect(not(and(a, b))).toBe(or(not(a), not(b)));
    expect(not(or(a, b))).toBe(and(not(a), not(b)));
  });

  test.each(triples)('every and some fold and and or over %s, %s, %s', (...list) => {
    const [a, b, c] = list;
    expect(every(list, (one) => one)).toBe(and(a, and(b, c)));
    expect(some(list, (one) => one)).toBe(or(a, or(b, c)));
  });

  test('every is true of an empty list and some is false of it', () => {
    const unasked = (): Truth => unknown;
    expect(every([], unasked)).toBe(yes);
    expect(some([], unasked)).toBe(no);
  });

  test('every stops at a no and some at a yes, and neither stops at an unknown', () => {
    const asked = (fold: typeof every, list: readonly Truth[]) => {
      const seen: Truth[] = [];
      fold(list, (one) => {
        seen.push(one);
        return one;
      });
      return seen;
    };
    expect(asked(every, [yes, unknown, no, yes])).toEqual([yes, unknown, no]);
    expect(asked(some, [no, unknown, yes, no])).toEqual([no, unknown, yes]);
  });

  test('a truth picks its own of three words', () => {
    expect(values.map((truth) => wordOf(truth, ['not met', 'unknown', 'met']))).toEqual([
      'not met',
      'unknown',
      'met',
    ]);
  });
});
