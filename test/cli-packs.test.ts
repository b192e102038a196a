import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../src/cli/run.ts';
import type { SharingDecision } from '../src/index.ts';
import { bar, finds } from './engine/permitting.ts';
import { is, localPack, never, source } from './synthetic.ts';
import { capturePrinted, printed } from './printed.ts';

const folder = mkdtempSync(join(tmpdir(), 'lawful-sharing-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

capturePrinted();

const fileOf = (name: string, value: unknown): string => {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(value));
  return file;
};
const request = fileOf('request', {
  on: '2026-11-21',
  mode: 'seeking',
  recipient: { organisation: 'la-childrens-social-care' },
});
const caution = finds('our-caution', { type: 'caution', params: {} }, is('mode', 'seeking'));
const sound = fileOf('sound', localPack([caution], { id: 'our-town', sources: [source] }));
const broken = fileOf('broken', localPack([bar('a-bar', never)], { sources: [source] }));

describe('--pack', () => {
  const decided = async (...packs: string[]): Promise<SharingDecision> => {
    const flags = packs.flatMap((pack) => ['--pack', pack]);
    expect(await run(['decide', request, '--format', 'json', ...flags])).toBe(0);
    const decision = JSON.parse(printed.out) as SharingDecision;
    printed.out = '';
    return decision;
  };

  test('takes the id of a pack that comes with the library, or a file, and several of them', async () => {
    const alone = await decided();
    const both = await decided('somerset', sound);
    expect(alone.provenance.packs.map(({ id }) => id)).toEqual(['national']);
    expect(both.provenance.packs.map(({ id }) => id)).toEqual(['national', 'our-town', 'somerset']);
    expect(both.obligations.flatMap(({ reasons }) => reasons)).toContain(
      'somerset-check-family-view-first',
    );
    expect(both.cautions.flatMap(({ reasons }) => reasons)).toContain('our-caution');
    expect(both.outcome).toBe(alone.outcome);
  });

  test('is cross-checked too', async () => {
    const flags = ['--pack', sound, '--cross-check', '--format', 'json'];
    expect(await run(['decide', request, ...flags])).toBe(0);
    expect((JSON.parse(printed.out) as SharingDecision).provenance.packs).toHaveLength(2);
  });

  test('lets a rule of the pack be explained', async () => {
    expect(await run(['explain', request, '--rule', 'our-caution', '--pack', sound])).toBe(0);
    expect(printed.out).toContain('our-caution');
    expect(await run(['explain', request, '--rule', 'our-caution'])).toBe(2);
  });

  test('is bad usage where there is no such pack, and says which there are', async () => {
    expect(await run(['decide', request, '--pack', 'nowhere'])).toBe(2);
    expect(printed.err).toContain('--pack is the path of a JSON file, or one of ');
    expect(printed.err).toContain('somerset');
  });

  test('is refused where it does not hold together, rule and reason named', async () => {
    expect(await run(['decide', request, '--pack', broken])).toBe(3);
    expect(printed.err).toContain('rule `a-bar`');
    expect(printed.out).toBe('');
  });
});

describe('check-pack', () => {
  test('tells every defect', async () => {
    expect(await run(['check-pack', broken])).toBe(3);
    expect(printed.err).toContain(
      'rule `a-bar`, /event/type: a local pack cannot hold a rule of kind',
    );
  });

  test('says of a sound pack what it adds over the worked cases, and shows how far it is', async () => {
    expect(await run(['check-pack', sound])).toBe(0);
    expect(printed.out).toMatch(/^The pack our-town 1 holds together: 1 rules\.\n/);
    expect(printed.out).toMatch(/\d+ {2}our-caution is met|\d+ {2}because our-caution is met/);
    expect(printed.out).toContain('Outcomes that it moves:\n   none');
    expect(printed.err).toMatch(/0 of (\d+) cases.*\1 of \1 cases\n$/s);
  });

  test('moves an outcome where a condition below significant harm does', async () => {
    const agreeing = finds(
      'our-condition',
      { type: 'guidance-condition', params: { level: 'guidance' } },
      is('mode', 'proactive'),
    );
    const file = fileOf('moving', localPack([agreeing], { id: 'moving', sources: [source] }));
    expect(await run(['check-pack', file])).toBe(0);
    const [, moved = '', what = ''] =
      /(\d+) {2}(share \((?:may|should)\)) becomes do-not-share \(should\)/.exec(printed.out) ?? [];
    expect(Number(moved)).toBeGreaterThan(0);
    const table = [...printed.out.matchAll(/^ +(\d+) +(\d+) {2}(\S+ \(\w+\))$/gm)];
    const sum = (column: number) => table.reduce((total, row) => total + Number(row[column]), 0);
    expect(sum(1)).toBe(sum(2));
    expect(printed.out).toContain(`Over ${sum(1)} worked cases`);
    const row = table.find(([, , , outcome]) => outcome === what);
    expect(Number(row?.[1])).toBeGreaterThan(Number(row?.[2]));
  });

  test('adds nothing where no case meets it, and gives its figures as JSON', async () => {
    const idle = fileOf(
      'idle',
      localPack([finds('idle', { type: 'caution', params: {} }, never)], {
        id: 'idle',
        sources: [source],
      }),
    );
    expect(await run(['check-pack', idle])).toBe(0);
    expect(printed.out).toContain('What it adds, and how often:\n   nothing');
    printed.out = '';
    expect(await run(['check-pack', idle, '--format', 'json'])).toBe(0);
    expect(JSON.parse(printed.out)).toEqual({ id: 'idle', version: '1', rules: 1 });
  });

  test('asks for one pack', async () => {
    expect(await run(['check-pack'])).toBe(2);
  });
});
