import { expect, test } from 'vitest';
import type { Property } from './property.ts';
import { failure } from './property.ts';

/** The same values each time: other seeds are for the script, which prints them. */
export const seed = 20_261_121;
const runs = 500;

/** Tries each of some properties in a test of its own. */
export function eachHolds(properties: readonly Property[]): void {
  test.each(properties.map((property) => [property.name, property] as const))(
    '%s holds',
    { timeout: 300_000 },
    (_, property) => {
      const outcome = property.run({ runs, seed });
      expect(failure(outcome), JSON.stringify(outcome.counterexample?.value)).toBeUndefined();
    },
  );
}
