import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { crossCheck, EvaluatorsDisagreeError } from '../../src/json-rules-engine/index.ts';
import type { SharingDecision } from '../../src/index.ts';
import { capturePrinted, printed } from '../printed.ts';

vi.mock('../../src/json-rules-engine/index.ts', { spy: true });

const file = join(import.meta.dirname, '..', '..', 'examples', 'unverified-caller.json');

capturePrinted();

describe('`decide --cross-check`', () => {
  test('prints the decision where two evaluators agree', async () => {
    expect(await run(['decide', file, '--format', 'json', '--cross-check'])).toBe(0);
    const checked = printed.out;
    printed.out = '';
    expect(await run(['decide', file, '--format', 'json'])).toBe(0);
    expect(checked).toBe(printed.out);
    expect(printed.err).toBe('');
  });

  test('takes the date that it is given', async () => {
    const args = ['decide', file, '--format', 'json', '--as-at', '2026-01-05', '--cross-check'];
    expect(await run(args)).toBe(0);
    const { provenance } = JSON.parse(printed.out) as SharingDecision;
    expect(provenance).toMatchObject({ on: '2026-01-05', asAt: true });
  });

  test('exits 4 where they disagree, names the rules and prints no decision', async () => {
    vi.mocked(crossCheck).mockRejectedValueOnce(
      new EvaluatorsDisagreeError([{ rule: 'a-rule', scope: 'item' }]),
    );
    expect(await run(['decide', file, '--cross-check'])).toBe(4);
    expect(printed.out).toBe('');
    expect(printed.err).toContain('rule `a-rule`, scope `item`: two evaluators disagree');
  });

  test('asks no second evaluator where it is not asked for', async () => {
    vi.mocked(crossCheck).mockClear();
    expect(await run(['decide', file, '--brief'])).toBe(0);
    expect(vi.mocked(crossCheck)).not.toHaveBeenCalled();
  });
});
