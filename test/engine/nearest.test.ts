import { expect, test } from 'vitest';
import { nearest } from '../../src/engine/nearest.ts';

test.each([
  ['itself', 'person.role', ['item.nature', 'person.role'], 'person.role'],
  ['a word one letter off', 'person.rola', ['item.nature', 'person.role'], 'person.role'],
  ['a short word two letters off', 'duti', ['duty', 'power'], 'duty'],
  [
    'the nearer of two',
    'recipient.entitle',
    ['recipient.entity', 'recipient.entitled'],
    'recipient.entitled',
  ],
  [
    'a long word with a quarter of its letters off',
    'abcdefghijklmnop',
    ['abcdefghijklWXYZ'],
    'abcdefghijklWXYZ',
  ],
])('suggests %s', (_, word, among, found) => {
  expect(nearest(word, among)).toBe(found);
});

test.each([
  ['a word more than a quarter off', 'abcdefghijklmnop', ['abcdefghijkVWXYZ']],
  ['a short word three letters off', 'duty', ['dxyz']],
  ['anything from an empty list', 'duty', []],
])('does not suggest %s', (_, word, among) => {
  expect(nearest(word, among)).toBeUndefined();
});
