import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { checkPack, createEngine, decide, safeDecide } from '../../src/index.ts';
import { chains, faultyRequests, packs, requests } from '../../src/testing/index.ts';
import { valueAt } from '../../src/testing/dictionary.ts';

// Many values each, on machines of any speed.
vi.setConfig({ testTimeout: 300_000 });

describe('what the published generators draw', () => {
  test('requests are well formed, and come to every outcome', () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(requests(), (request) => {
        outcomes.add(decide(request).outcome);
      }),
      { numRuns: 300 },
    );
    expect(outcomes.size).toBeGreaterThanOrEqual(4);
  });

  test('requests take options: who there is, and what is always answered', () => {
    const options = {
      people: { min: 2, max: 2 },
      unlisted: 0,
      always: ['concern.level'],
      unsure: 0,
    };
    fc.assert(
      fc.property(requests(options), ({ people, concern }) => {
        expect(people).toHaveLength(2);
        expect(concern?.level).toBeDefined();
      }),
      { numRuns: 50 },
    );
  });

  test('a faulty request is refused with the issue that is expected, and repeats no secret', () => {
    fc.assert(
      fc.property(faultyRequests(), ({ request, code, path, secret }) => {
        const read = safeDecide(request);
        const issues = read.success ? [] : read.issues;
        expect(issues).toContainEqual(expect.objectContaining({ code, path }));
        expect(JSON.stringify(issues)).not.toContain(secret);
      }),
      { numRuns: 300 },
    );
  });

  test('each step of a chain answers what the one before it left open', () => {
    let steps = 0;
    fc.assert(
      fc.property(chains({ steps: 3 }), (chain) => {
        chain.slice(1).forEach(({ request, learnt }, index) => {
          steps++;
          for (const { path } of learnt) {
            expect([undefined, 'unsure']).toContain(valueAt(chain[index]?.request, path));
            expect(valueAt(request, path)).toBeDefined();
          }
        });
        for (const { request } of chain) expect(safeDecide(request).success).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect(steps).toBeGreaterThan(100);
  });

  test('a pack is one that the loader takes', () => {
    fc.assert(
      fc.property(packs(), requests(), (pack, request) => {
        expect(checkPack(pack)).toEqual([]);
        expect(
          createEngine({ packs: [pack] })
            .decide(request)
            .provenance.packs.map(({ id }) => id),
        ).toEqual(['drawn', 'national']);
      }),
      { numRuns: 100 },
    );
  });
});

/** Every module that an entry point is made of, and every package that it asks for. */
async function madeOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, '..', '..', 'src', entry)],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return [
    ...Object.keys(metafile.inputs),
    ...Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path)),
  ];
}
const forTests = (module: string): boolean => /src\/testing\/|^fast-check/.test(module);

test('no other entry point rests on the generators, nor on fast-check', async () => {
  expect((await madeOf('testing/index.ts')).filter(forTests)).toContain('fast-check');
  for (const entry of [
    'index.ts',
    'rules/index.ts',
    'model/index.ts',
    'json-rules-engine/index.ts',
  ])
    expect((await madeOf(entry)).filter(forTests)).toEqual([]);
});
