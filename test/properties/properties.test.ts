import { expect, test } from 'vitest';
import fc from 'fast-check';
import { cellsOf, excepted } from './exceptions.ts';
import { engine } from './evaluator.ts';
import { properties } from './index.ts';
import { failure } from './property.ts';

const runs = 500;
// The same values each time: other seeds are for the script, which prints them.
const seed = 20_261_121;

test.each(properties.map((property) => [property.name, property] as const))(
  '%s holds',
  { timeout: 300_000 },
  (_, property) => {
    const outcome = property.run({ runs, seed });
    expect(failure(outcome), JSON.stringify(outcome.counterexample?.value)).toBeUndefined();
  },
);

test('the nine cells of a rule and its exception all come up', () => {
  const cells = fc
    .sample(excepted, { numRuns: 300, seed })
    .flatMap((drawn) => cellsOf(drawn, engine))
    .map(({ own, exception }) => `${own} but ${exception}`);
  expect(new Set(cells).size).toBe(9);
});
