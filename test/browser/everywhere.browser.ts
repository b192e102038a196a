import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import { decide, safeDecide } from '../../src/index.ts';
import { faultyRequests, requests } from '../../src/testing/index.ts';
import type { Scenario } from '../digests/owed.ts';
import { lineOf } from '../digests/owed.ts';
import { agreesWithNaive } from '../properties/agrees-with-naive.ts';
import { kleene } from '../properties/kleene.ts';
import { orderIndependent } from '../properties/order.ts';
import { failure } from '../properties/property.ts';

const scenarios = JSON.parse(inject('scenarios')) as Scenario[];
const lines = inject('lines');

test('this is a browser, and has nothing of Node', () => {
  expect(globalThis).toHaveProperty('document');
  expect(globalThis).not.toHaveProperty('Buffer');
});

describe('scenarios come to what is kept', () => {
  test('all of them', () => {
    expect(scenarios.map(lineOf)).toEqual(lines);
    expect(lines.length).toBeGreaterThan(100);
  });
});

describe('properties hold', () => {
  test.each(
    [agreesWithNaive(), kleene(), orderIndependent()].map((one) => [one.name, one] as const),
  )('%s', (_, { run }) => {
    expect(failure(run({ runs: 200, seed: 20261121 }))).toBeUndefined();
  });

  test('a request is decided, and to the same each time', () => {
    fc.assert(
      fc.property(requests(), (request) => {
        expect(decide(request)).toEqual(decide(request));
      }),
      { numRuns: 100 },
    );
  });

  test('a faulty request is refused, and nothing of it is repeated', () => {
    fc.assert(
      fc.property(faultyRequests(), ({ request, secret }) => {
        const read = safeDecide(request);
        expect(read.success).toBe(false);
        expect(JSON.stringify(read)).not.toContain(secret);
      }),
      { numRuns: 200 },
    );
  });
});
