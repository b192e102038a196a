import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { checkPacks } from '../../src/engine/check.ts';
import { facts, factsById } from '../../src/model/facts.ts';
import { SharingRequest } from '../../src/model/request.ts';
import { safeDecide } from '../../src/index.ts';
import { pack } from '../synthetic.ts';
import { chains, faulty, leavesIn, packFacts, packs, requests } from '../generators/index.ts';
import { usual } from '../../src/testing/usual.ts';

// Many values each, on machines of any speed.
vi.setConfig({ testTimeout: 300_000 });

const asked = facts.filter(({ from }) => from === 'request').map(({ id }) => id);

test('a generated request is well formed', () => {
  fc.assert(
    fc.property(requests(), (request) => {
      expect(safeDecide(request).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('what a generated request answers is what its leaves say', () => {
  fc.assert(
    fc.property(requests({ answered: 100, unsure: 0 }), (request) => {
      for (const { fact } of leavesIn(request)) expect(asked).toContain(fact);
    }),
    { numRuns: 100 },
  );
});

test('a chain begins with nothing learnt, and each step learns something', () => {
  fc.assert(
    fc.property(chains(requests()), (chain) => {
      expect(chain[0]?.learnt).toEqual([]);
      for (const { learnt } of chain.slice(1)) expect(learnt.length).toBeGreaterThan(0);
      for (const { request } of chain) expect(SharingRequest.safeParse(request).success).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a faulty request is refused', () => {
  fc.assert(
    fc.property(faulty(requests()), ({ request }) => {
      expect(safeDecide(request).success).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('a generated pack holds together', () => {
  fc.assert(
    fc.property(packs(), (rules) => {
      expect(checkPacks([{ pack: pack(rules), local: false }]).issues).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('every leaf of the model comes up in some request', () => {
  const seen = new Set(
    fc
      .sample(requests({ unlisted: 0, people: { min: 1, max: 2 } }), { numRuns: 300, seed: 1 })
      .flatMap(leavesIn)
      .map(({ fact }) => fact),
  );
  expect(asked.filter((id) => id !== 'mode' && !seen.has(id))).toEqual([]);
});

test('every usual answer is an answer of the model', () => {
  const wrong = Object.entries(usual).filter(([id, answers]) => {
    const fact = factsById.get(id);
    return answers.some((answer) =>
      fact?.type === 'yes-no'
        ? typeof answer !== 'boolean'
        : !fact?.words?.includes(String(answer)),
    );
  });
  expect(wrong).toEqual([]);
});

test('every fact that generated rules read is in the dictionary', () => {
  expect(packFacts.filter((id) => !factsById.has(id))).toEqual([]);
});
