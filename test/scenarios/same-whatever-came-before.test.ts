import { expect, test } from 'vitest';
import { createEngine, sources } from '../../src/index.ts';
import type { SharingRequest } from '../../src/index.ts';

const request = (on: string): SharingRequest => ({
  on,
  mode: 'proactive',
  sharer: { organisation: 'school-maintained' },
  recipient: { organisation: 'la-childrens-social-care', mightHarm: false },
  purpose: { kind: 'safeguard-from-harm' },
  concern: { about: ['child'], level: 'immediate-danger', delayWouldHarm: true },
  items: [{ ref: 'seen', relevant: true, necessary: true }],
});

test('a decision cites the sources of its day, whatever day was decided before it', () => {
  const days = sources.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
  const dates = [...new Set(days)].filter((on) => on >= '2000-03-01').sort();
  const forwards = createEngine();
  const backwards = createEngine();
  const there = dates.map((on) => forwards.decide(request(on)));
  const back = [...dates].reverse().map((on) => backwards.decide(request(on)));
  expect(back.reverse()).toEqual(there);
});
