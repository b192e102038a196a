import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { digest } from '../../src/engine/digest.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test('a digest is the SHA-256 of the canonical JSON, in hex', () => {
  expect(digest({ b: [1, true, null], a: 'é' })).toBe(sha256('{"a":"é","b":[1,true,null]}'));
});

test('the order of keys makes no difference to a digest, at any depth', () => {
  expect(digest({ a: { x: 1, y: 2 }, b: 3 })).toBe(digest({ b: 3, a: { y: 2, x: 1 } }));
});

test('the order of a list makes a difference to a digest', () => {
  expect(digest(['a', 'b'])).not.toBe(digest(['b', 'a']));
});

test('what has no JSON has the digest of nothing', () => {
  expect(digest(undefined)).toBe(sha256(''));
});
