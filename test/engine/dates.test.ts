import { isMainThread } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ageOn, inForce, later } from '../../src/engine/dates.ts';

// Minutes behind UTC at the start of 2026, so that a zone that was not set is noticed.
const zones = [
  ['Europe/London', 0],
  ['America/New_York', 300],
  ['Pacific/Kiritimati', -840],
  ['Pacific/Pago_Pago', 660],
  ['Asia/Kolkata', -330],
] as const;

describe.each(zones)('in %s', (zone, offset) => {
  const before = process.env['TZ'];
  beforeEach(() => {
    process.env['TZ'] = zone;
  });
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  // Why: a worker thread cannot change its zone, and mutants are run in one; `npm test` runs in processes.
  test.runIf(isMainThread)('the machine is in that zone', () => {
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offset);
  });

  test.each([
    ['the day before an 18th birthday', '2008-07-14', '2026-07-13', 17],
    ['an 18th birthday', '2008-07-14', '2026-07-14', 18],
    ['the day after an 18th birthday', '2008-07-14', '2026-07-15', 18],
    ['the day of birth', '2026-07-14', '2026-07-14', 0],
    ['the last day of a year before a birthday on New Year', '2010-01-01', '2025-12-31', 15],
    [
      '28 February of a common year, of someone born on 29 February',
      '2008-02-29',
      '2026-02-28',
      17,
    ],
    ['1 March of a common year, of someone born on 29 February', '2008-02-29', '2026-03-01', 18],
    ['28 February of a leap year, of someone born on 29 February', '2008-02-29', '2028-02-28', 19],
    ['29 February of a leap year, of someone born on that day', '2008-02-29', '2028-02-29', 20],
    ['28 February of a leap year, of someone born on 28 February', '2010-02-28', '2028-02-28', 18],
    ['the day on which clocks go forward', '2008-03-29', '2026-03-29', 18],
  ])('age on %s', (_, birth, on, years) => {
    expect(ageOn(birth, on)).toBe(years);
  });

  test.each([
    ['no delay', '2026-03-02', {}, '2026-03-02'],
    ['days', '2026-02-27', { days: 3 }, '2026-03-02'],
    ['days over the change of clocks', '2026-03-28', { days: 2 }, '2026-03-30'],
    ['a month', '2026-03-02', { months: 1 }, '2026-04-02'],
    [
      'a month from the last day of January ends on the last day of February',
      '2026-01-31',
      { months: 1 },
      '2026-02-28',
    ],
    ['a month and then a day', '2026-01-31', { months: 1, days: 1 }, '2026-03-01'],
  ])('later by %s', (_, from, delay, date) => {
    expect(later(from, delay)).toBe(date);
  });
});

describe('what runs from one day to another', () => {
  const span = { from: '2018-05-25', to: '2020-12-31' };
  test.each([
    ['not in force the day before its first', '2018-05-24', false],
    ['in force on its first day', '2018-05-25', true],
    ['in force on its last day', '2020-12-31', true],
    ['not in force the day after its last', '2021-01-01', false],
  ])('is %s', (_, on, expected) => {
    expect(inForce(span, on)).toBe(expected);
  });

  test('is in force for good where no last day is set', () => {
    expect(inForce({ from: '2018-05-25' }, '9998-12-31')).toBe(true);
    expect(inForce({ from: '2018-05-25', to: undefined }, '2018-05-24')).toBe(false);
  });
});
