import { describe, expect, test } from 'vitest';
import { decide } from '../../src/index.ts';
import type { SharingRequest } from '../../src/index.ts';
import { modes, organisations } from '../../src/model/words.ts';

const responders = ['police', 'la-childrens-social-care', 'nhs-emergency'] as const;
const dates = ['2016-06-01', '2019-06-01', '2023-06-01', '2026-11-21'] as const;

const hurried = (
  on: string,
  mode: (typeof modes)[number],
  sharer: (typeof organisations)[number],
  recipient: (typeof responders)[number],
): SharingRequest => ({
  on,
  mode,
  sharer: { organisation: sharer },
  recipient: { organisation: recipient, mightHarm: false },
  purpose: { kind: 'safeguard-from-harm' },
  concern: { level: 'immediate-danger', about: ['child'], delayWouldHarm: true },
  items: [
    { ref: 'seen', relevant: true, necessary: true },
    { ref: 'heard', relevant: true, necessary: true },
  ],
});

describe.each(organisations.map((one) => [one] as const))('in immediate danger, %s', (sharer) => {
  test('shares with the police, social care and emergency health on the hurried form', () => {
    for (const on of dates) {
      for (const mode of modes) {
        for (const recipient of responders) {
          const decision = decide(hurried(on, mode, sharer, recipient));
          const where = `${on} ${mode} ${recipient}`;
          expect(['share', 'share-in-part'], where).toContain(decision.outcome);
          for (const { verdict } of decision.items)
            expect(['share', 'share-with-changes'], where).toContain(verdict);
          const confirm = decision.obligations.filter(({ id }) => id === 'confirm-before-sharing');
          expect(
            confirm.map(({ level, when }) => `${level} ${when}`),
            where,
          ).toEqual(['should with']);
          expect(decision.urgency).toBe('immediate');
          expect(decision.summary.startsWith('Call 999')).toBe(true);
        }
      }
    }
  });
});

test('a recipient who might do harm is told nothing, whatever the danger', () => {
  const request = hurried('2026-11-21', 'proactive', 'academy', 'police');
  const decision = decide({
    ...request,
    recipient: { organisation: 'police', mightHarm: true },
    allItems: { couldExposeSomeoneToHarm: true },
  });
  expect(decision.items.map(({ verdict }) => verdict)).not.toContain('share');
});
