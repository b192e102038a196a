import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Answered, Asked } from './apart.ts';
import { dated } from './dated.ts';

// Some thousands of decisions in each process, on machines of any speed.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 });

const ages: readonly (readonly [birth: string, on: string, age: number])[] = [
  ['2008-07-14', '2026-07-13', 17],
  ['2008-07-14', '2026-07-14', 18],
  // The clocks of England go forward on the last Sunday of March, and back on that of October.
  ['2008-03-29', '2026-03-28', 17],
  ['2008-03-29', '2026-03-29', 18],
  ['2008-10-25', '2026-10-24', 17],
  ['2008-10-25', '2026-10-25', 18],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2008-02-29', '2024-02-29', 16],
  ['2008-01-01', '2025-12-31', 17],
  ['2008-01-01', '2026-01-01', 18],
];
const delays: readonly (readonly [from: string, days: number, months: number, to: string])[] = [
  ['2026-03-28', 1, 0, '2026-03-29'],
  ['2026-03-29', 1, 0, '2026-03-30'],
  ['2026-10-24', 2, 0, '2026-10-26'],
  ['2026-12-31', 1, 0, '2027-01-01'],
  ['2026-01-31', 0, 1, '2026-02-28'],
  ['2024-01-31', 0, 1, '2024-02-29'],
  ['2026-11-30', 0, 3, '2027-02-28'],
  // The day that Samoa left out.
  ['2011-12-29', 1, 0, '2011-12-30'],
];
const asked: Asked = {
  scenarios: dated.scenarios,
  ages: ages.map(([birth, on]) => [birth, on]),
  delays: delays.map(([from, days, months]) => [from, days, months]),
};

const folder = mkdtempSync(join(tmpdir(), 'lawful-sharing-'));
const bundle = join(folder, 'apart.mjs');

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'apart.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What the scenarios and dates come to in a process of its own. */
async function apart(zone: string, ...flags: string[]): Promise<Answered> {
  const child = spawn(process.execPath, [...flags, bundle], {
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(asked));
  return JSON.parse(await text(child.stdout)) as Answered;
}

describe('every scenario and date comes to the same', () => {
  test.each([
    ['UTC', 0],
    ['Europe/London', 0],
    ['America/New_York', 300],
    ['Pacific/Kiritimati', -840],
    ['Pacific/Niue', 660],
  ])('where the machine is in %s', async (zone, offset) => {
    const answered = await apart(zone);
    expect(answered.offset).toBe(offset);
    expect(answered.ages).toEqual(ages.map(([, , age]) => age));
    expect(answered.delays).toEqual(delays.map(([, , , to]) => to));
    expect(answered.lines).toEqual(dated.lines);
  });

  test('where no code may be made from strings', async () => {
    const answered = await apart('UTC', '--disallow-code-generation-from-strings');
    expect(answered.evaluates).toBe(false);
    expect(answered.lines).toEqual(dated.lines);
  });
});
