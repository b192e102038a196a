import { expect, test } from 'vitest';
import { phrase, series } from '../../src/engine/phrases.ts';

test.each([
  [[], ''],
  [['one'], 'one'],
  [['one', 'two'], 'one and two'],
  [['one', 'two', 'three'], 'one, two and three'],
  [['one, or more', 'two', 'three'], 'one, or more; two; and three'],
])('a list of %j is said as %j', (words, said) => {
  expect(series(words)).toBe(said);
});

test('the last of a list is joined by the word that is given', () => {
  expect(series(['one', 'two', 'three'], 'or')).toBe('one, two or three');
});

test('a word of a closed list is said in plain English, or as it stands without its hyphens', () => {
  expect(phrase('la-childrens-social-care')).toMatch(/council.*children.*social care/);
  expect(phrase('a-word-of-no-list')).toBe('a word of no list');
  expect(phrase('toString')).toBe('toString');
});
