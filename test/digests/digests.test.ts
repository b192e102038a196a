import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { digest } from '../../src/engine/digest.ts';
import { decide } from '../../src/index.ts';
import { owedBy } from './owed.ts';
import { digestsFile, keptTexts, scenarios, vectorsFolder } from './scenarios.ts';

// Some thousands of decisions, on machines of any speed.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

// One pass for all that is kept of the scenarios: it takes as long as all other tests here.
let now: ReturnType<typeof keptTexts>;
beforeAll(() => {
  now = keptTexts();
});

const linesOf = (text: string): string[] => text.trimEnd().split('\n');

test('every scenario comes to what is kept; else review what changed, and run `npm run digests`', () => {
  const kept = linesOf(readFileSync(digestsFile, 'utf8'));
  const come = linesOf(now.digests);
  const gone = kept.filter((line) => !come.includes(line)).map((line) => `- ${line}`);
  const added = come.filter((line) => !kept.includes(line)).map((line) => `+ ${line}`);
  expect([...gone, ...added], 'run `npm run digests` to keep these').toEqual([]);
  expect(come).toEqual(kept);
});

describe('the published vectors', () => {
  const published = (file: string): string => readFileSync(join(vectorsFolder, file), 'utf8');

  test('are what every scenario comes to; else review what changed, and run `npm run vectors`', () => {
    const stale = Object.entries(now.vectors).filter(([file, text]) => published(file) !== text);
    expect(
      stale.map(([file]) => file),
      'run `npm run vectors` to write these anew',
    ).toEqual([]);
  });
});

test('no two scenarios have one name, and none is empty', () => {
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
  expect(scenarios.filter(({ requests }) => requests.length === 0)).toEqual([]);
});

test('a digest is of what is owed: wording, rule ids and provenance do not move it, an answer does', () => {
  const decision = decide({ on: '2026-11-21', mode: 'proactive' });
  const reworded = {
    ...decision,
    summary: 'otherwise said',
    reasons: [],
    citations: [],
    provenance: { ...decision.provenance, packageVersion: '9.9.9', packs: [] },
    items: decision.items.map((item) => ({ ...item, reasons: ['another-rule'] })),
    obligations: decision.obligations.map((row) => ({ ...row, text: 'otherwise', reasons: [] })),
  };
  const shareable = {
    ...decision,
    items: decision.items.map((item) => ({ ...item, verdict: 'share' as const })),
  };
  expect(digest(owedBy(reworded))).toBe(digest(owedBy(decision)));
  expect(digest(owedBy(shareable))).not.toBe(digest(owedBy(decision)));
});
