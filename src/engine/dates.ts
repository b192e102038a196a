import { utc } from '@date-fns/utc';
import { addDays, addMonths, differenceInYears, formatISO, isBefore, parseISO } from 'date-fns';

// Civil dates are strings `YYYY-MM-DD`, which compare as text. Only arithmetic goes through date-fns, in UTC.
const read = (date: string) => parseISO(date, { in: utc });
const write = (date: Date) => formatISO(date, { representation: 'date', in: utc });

/** Full years from a birth to a date; someone born on 29 February is a year older on 1 March of a common year. */
export const ageOn = (birth: string, on: string): number =>
  differenceInYears(read(on), read(birth), { in: utc });

interface Delay {
  days?: number | undefined;
  months?: number | undefined;
}

/** A date so much later; `never`, where that is past the last date of four digits. */
export function later(date: string, { days = 0, months = 0 }: Delay): string {
  const day = addDays(addMonths(read(date), months, { in: utc }), days, { in: utc });
  return isBefore(day, read(never)) ? write(day) : never;
}

/** Whether something that runs from one day to another, both included, is in force on a day. */
export const inForce = (span: { from: string; to?: string | undefined }, on: string): boolean =>
  span.from <= on && (span.to === undefined || on <= span.to);

/** A date that stands for no end, or for a start that will not come. */
export const never = '9999-12-31';
