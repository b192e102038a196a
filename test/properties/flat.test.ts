import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { both } from '../both-forms.ts';
import { program as national, worldOf } from '../decided.ts';
import { requests } from '../generators/index.ts';
import { ruleFiles } from '../rulebase.ts';

describe('the flat form of conditions finds what the plain form finds', () => {
  test('in the worked cases of every eighth national rule', () => {
    for (const { cases = [] } of ruleFiles.filter((_, index) => index % 8 === 0)) {
      for (const { request: asked } of cases) {
        const { flat, plain } = both(national, worldOf(national, asked));
        expect(flat).toEqual(plain);
      }
    }
  });

  test('in generated requests', () => {
    fc.assert(
      fc.property(requests(), (asked) => {
        const { flat, plain } = both(national, worldOf(national, asked));
        expect(flat).toEqual(plain);
      }),
      { numRuns: 25 },
    );
  });
});
