// Why: a module each, since the door of date-fns loads some 250 files and that of its companion makes formatters of the
// locale, which together took half of the time to a first decision.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { formatISO } from 'date-fns/formatISO';
import { isBefore } from 'date-fns/isBefore';

// Civil dates are strings `YYYY-MM-DD`, which compare as text. Only arithmetic goes through date-fns, in UTC.
const read = (date: string): Date => new UTCDateMini(date);
const write = (date: Date): string => formatISO(date, { representation: 'date' });

/** Full years from a birth to a date; someone born on 29 February is a year older on 1 March of a common year. */
export function ageOn(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  // The month and day, as text, say whether the birthday of the year has come.
  return on.slice(4) < birth.slice(4) ? years - 1 : years;
}

interface Delay {
  days?: number | undefined;
  months?: number | undefined;
}

/** A date so much later; `never`, where that is past the last date of four digits. */
export function later(date: string, { days = 0, months = 0 }: Delay): string {
  const day = addDays(addMonths(read(date), months), days);
  return isBefore(day, read(never)) ? write(day) : never;
}

/** Whether something that runs from one day to another, both included, is in force on a day. */
export const inForce = (span: { from: string; to?: string | undefined }, on: string): boolean =>
  span.from <= on && (span.to === undefined || on <= span.to);

/** A date that stands for no end, or for a start that will not come. */
export const never = '9999-12-31';
