/**
 * Reads scenarios and dates as JSON from standard input, and prints what they come to: run in a process of its own, so
 * that a time zone, or a ban on code made from strings, holds from its first moment.
 */
import { readFileSync } from 'node:fs';
import { ageOn, later } from '../../src/engine/dates.ts';
import type { Scenario } from './owed.ts';
import { lineOf } from './owed.ts';

export interface Asked {
  scenarios: readonly Scenario[];
  /** A birth and a day. */
  ages: readonly (readonly [birth: string, on: string])[];
  /** A day, and how many days and months later. */
  delays: readonly (readonly [from: string, days: number, months: number])[];
}

export interface Answered {
  /** Minutes behind UTC at the start of 2026: a zone that was not taken up is noticed. */
  offset: number;
  /** Whether code may be made from strings. */
  evaluates: boolean;
  lines: readonly string[];
  ages: readonly number[];
  delays: readonly string[];
}

function evaluates(): boolean {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- Why: to see whether it is refused.
    new Function('');
    return true;
  } catch {
    return false;
  }
}

const { scenarios, ages, delays } = JSON.parse(readFileSync(0, 'utf8')) as Asked;
const answered: Answered = {
  offset: new Date(2026, 0, 1).getTimezoneOffset(),
  evaluates: evaluates(),
  lines: scenarios.map(lineOf),
  ages: ages.map(([birth, on]) => ageOn(birth, on)),
  delays: delays.map(([from, days, months]) => later(from, { days, months })),
};
process.stdout.write(JSON.stringify(answered));
