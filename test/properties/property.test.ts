import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asyncProperty, failure, property } from './property.ts';

const below = (limit: number, premise: (value: number) => boolean = () => true) =>
  property<number>({
    name: 'below',
    says: 'a number is below a limit',
    arbitrary: fc.nat({ max: 1000 }),
    holds: (value) => ({
      premise: premise(value),
      faults: value < limit ? [] : [`${value} is not`],
    }),
  });

test('a law that holds has nothing to tell', () => {
  const outcome = below(1001).run({ runs: 200, seed: 1 });
  expect(outcome).toEqual({ runs: 200, premiseRate: 1 });
  expect(failure(outcome)).toBeUndefined();
});

test('a law that does not hold is told with the smallest value against it, and its seed', () => {
  const outcome = below(500).run({ runs: 200, seed: 1 });
  expect(outcome.counterexample).toMatchObject({ value: 500, faults: ['500 is not'], seed: 1 });
  expect(failure(outcome)).toBe('does not hold: 500 is not');
});

test('a law whose premise is met in under a tenth of the runs fails', () => {
  const outcome = below(1001, (value) => value === 777).run({ runs: 500, seed: 1 });
  expect(outcome.counterexample).toBeUndefined();
  expect(failure(outcome)).toMatch(/^only \d\.\d % of the runs met its premise$/);
});

test('a law that throws does not hold', () => {
  const outcome = property<number>({
    name: 'throws',
    says: 'nothing',
    arbitrary: fc.nat(),
    holds: () => {
      throw new Error('it fell over');
    },
  }).run({ runs: 10, seed: 1 });
  expect(failure(outcome)).toBe('does not hold: it fell over');
});

test('a law that is told by waiting is told the same', async () => {
  const waiting = asyncProperty<number>({
    name: 'below, later',
    says: 'a number is below a limit',
    arbitrary: fc.nat({ max: 1000 }),
    holds: (value) =>
      value > 900
        ? Promise.reject(new Error('it fell over'))
        : Promise.resolve({ premise: true, faults: value < 500 ? [] : [`${value} is not`] }),
  });
  const outcome = await waiting.run({ runs: 200, seed: 1 });
  expect(outcome.counterexample).toMatchObject({ value: 500, faults: ['500 is not'], seed: 1 });

  const thrown = asyncProperty<number>({
    name: 'throws, later',
    says: 'nothing',
    arbitrary: fc.nat(),
    holds: () => Promise.reject(new Error('it fell over')),
  });
  expect(failure(await thrown.run({ runs: 10, seed: 1 }))).toBe('does not hold: it fell over');
});
