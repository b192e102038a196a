import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { digest } from '../../src/engine/digest.ts';
import { decide } from '../../src/index.ts';
import { owedBy } from './owed.ts';
import { digestsFile, digestsText, scenarios } from './scenarios.ts';

// Some thousands of decisions, on machines of any speed.
vi.setConfig({ testTimeout: 300_000 });

const linesOf = (text: string): string[] => text.trimEnd().split('\n');

test('every scenario comes to what is kept; else review what changed, and run `npm run digests`', () => {
  const kept = linesOf(readFileSync(digestsFile, 'utf8'));
  const now = linesOf(digestsText());
  const gone = kept.filter((line) => !now.includes(line)).map((line) => `- ${line}`);
  const come = now.filter((line) => !kept.includes(line)).map((line) => `+ ${line}`);
  expect([...gone, ...come], 'run `npm run digests` to keep these').toEqual([]);
  expect(now).toEqual(kept);
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
