import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { lists } from '../scripts/vectors/model.ts';
import type { Vector, VectorIndex } from '../scripts/vectors/model.ts';
import { owed, shortDigest } from '../scripts/vectors/owed.ts';
import { writtenOut } from '../scripts/vectors/reader.ts';
import { createEngine } from '../src/index.ts';
import type { Engine, SharingRequest } from '../src/index.ts';
import { packs } from '../src/rules/packs/index.generated.ts';

// What is published and nothing else is read here, as a port of the library would read it.
const root = join(import.meta.dirname, '..');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
const index = JSON.parse(read('vectors', 'index.json')) as VectorIndex;
const files = index.files.map(({ file, vectors }) => ({
  file,
  said: vectors,
  vectors: read('vectors', file)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Vector),
}));
const all = files.flatMap(({ vectors }) => vectors);

/** A validator that is not ours, for the draft in which the schemas are written. */
const validatorOf = (schema: string) =>
  new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(read('schemas', schema)) as object,
  );

const engines = new Map<string, Engine>();
async function engineOf({ packs: ids = [] }: Vector): Promise<Engine> {
  const key = ids.join();
  const loaded = await Promise.all(ids.map((id) => packs[id as keyof typeof packs]()));
  const engine = engines.get(key) ?? createEngine({ packs: loaded });
  engines.set(key, engine);
  return engine;
}

/** What the engine decides otherwise than a vector says, by the names of the parts. */
async function differences(vector: Vector): Promise<readonly string[]> {
  const engine = await engineOf(vector);
  const now = owed(engine.decide(vector.request as SharingRequest));
  const kept = writtenOut(index, vector);
  const parts = ['outcome', 'strength', 'urgency', 'regime', ...lists, 'findings'] as const;
  return parts.filter((part) => shortDigest(now[part]) !== shortDigest(kept[part]));
}

describe('the published vectors', () => {
  test('are all listed, with how many there are, under ids of their own', () => {
    const listed = files.map(({ file }) => file).sort();
    expect(readdirSync(join(root, 'vectors')).sort()).toEqual(
      [...listed, 'README.md', 'index.json'].sort(),
    );
    expect(files.map(({ vectors }) => vectors.length)).toEqual(files.map(({ said }) => said));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(5000);
  });

  test('are of the form that their schemas tell', () => {
    const valid = validatorOf('vector.schema.json');
    expect(all.filter((vector) => !valid(vector)).map(({ id }) => id)).toEqual([]);
    const [first] = all as [Vector];
    expect(valid({ ...first, decision: { ...first.decision, outcome: 'perhaps' } })).toBe(false);
    const validIndex = validatorOf('vector-index.schema.json');
    expect(validIndex(index), JSON.stringify(validIndex.errors)).toBe(true);
    expect(validIndex({ ...index, rules: undefined, rows: {} })).toBe(false);
  });

  test('have digests of what they say, written out', () => {
    const wrong = all.filter((vector) => shortDigest(writtenOut(index, vector)) !== vector.sha256);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test(
    'are decided so when replayed: the whole cases all, and some of each rule',
    { timeout: 240_000 },
    async () => {
      // The others are held by `are what every scenario comes to` of test/digests, which decides every one.
      const chosen = files.flatMap(({ vectors }) =>
        vectors.length < 100 ? vectors : vectors.filter((_, at) => at % 16 === 0),
      );
      const wrong: string[] = [];
      for (const vector of chosen) {
        const parts = await differences(vector);
        if (parts.length) wrong.push(`${vector.id}: ${parts.join(', ')}`);
      }
      expect(wrong).toEqual([]);
      expect(chosen.length).toBeGreaterThan(400);
    },
  );

  test('show a port that decides otherwise where it does', async () => {
    const [vector] = all as [Vector];
    const [place = 0] = vector.decision.items;
    const others = index.rows.items.findIndex(
      ({ verdict }) => verdict !== index.rows.items[place]?.['verdict'],
    );
    const planted = { ...vector, decision: { ...vector.decision, items: [others] } };
    expect(await differences(vector)).toEqual([]);
    expect(await differences(planted)).toEqual(['items']);
    expect(shortDigest(writtenOut(index, planted))).not.toBe(vector.sha256);
  });
});
