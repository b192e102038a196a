import { expect, test } from 'vitest';
import { deepFreeze } from '../../src/engine/freeze.ts';

test('a frozen value is frozen in every part of it, and is the value itself', () => {
  const value = { items: [{ ref: 'note', reasons: ['a'] }], urgency: 'routine', by: null };
  const frozen = deepFreeze(value);
  expect(frozen).toBe(value);
  const [item] = frozen.items;
  for (const part of [frozen, frozen.items, item, item?.reasons])
    expect(Object.isFrozen(part)).toBe(true);
});

test('writing to a frozen value throws and changes nothing', () => {
  const frozen = deepFreeze({ items: [{ ref: 'note' }] });
  expect(() => {
    frozen.items.push({ ref: 'letter' });
  }).toThrow(TypeError);
  expect(frozen).toEqual({ items: [{ ref: 'note' }] });
});

test('what stands in two places is frozen once and for both', () => {
  const shared = { at: 's 1' };
  const frozen = deepFreeze({ one: shared, other: shared });
  expect(Object.isFrozen(shared)).toBe(true);
  expect(frozen.one).toBe(frozen.other);
});

test.each([
  ['a text', 'note'],
  ['a number', 7],
  ['nothing', null],
  ['what is left out', undefined],
])('%s is given back as it is', (_, value) => {
  expect(deepFreeze(value)).toBe(value);
});

test('a function is left as it is, being no plain value', () => {
  const say = () => 'words';
  expect(Object.isFrozen(deepFreeze(say))).toBe(false);
});
