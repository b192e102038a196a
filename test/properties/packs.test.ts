import fc from 'fast-check';
import { expect, test } from 'vitest';
import { engine } from './evaluator.ts';
import { cellsOf, excepted } from './exceptions.ts';
import { eachHolds, seed } from './holding.ts';
import { lawsOfPacks } from './index.ts';

eachHolds(lawsOfPacks());

test('the nine cells of a rule and its exception all come up', () => {
  const cells = fc
    .sample(excepted, { numRuns: 300, seed })
    .flatMap((drawn) => cellsOf(drawn, engine))
    .map(({ own, exception }) => `${own} but ${exception}`);
  expect(new Set(cells).size).toBe(9);
});
