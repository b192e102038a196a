import { expect, test } from 'vitest';
import { packsNeverRaise } from './packs-never-raise.ts';
import { failure } from './property.ts';

test(packsNeverRaise.says, () => {
  expect(failure(packsNeverRaise.run({ runs: 300, seed: 20261121 }))).toBeUndefined();
});
