import type { SharingDecision } from '../model/decision.ts';
import { recordFields } from '../model/words.ts';
import { mustBeDecision, wrongOptions } from './given.ts';
import { meantBy } from './nearest.ts';

type Entry = SharingDecision['record'][number];
type Field = (typeof recordFields)[number];

/** What has been written down of a decision, by field. Any text of yours; none of it is kept or repeated. */
export type SharingRecord = Readonly<Partial<Record<Field, unknown>>>;

/** What is still to be recorded. */
export interface RecordCheck {
  /** Whether nothing that law or guidance asks for is missing. */
  readonly complete: boolean;
  readonly missing: readonly Pick<Entry, 'field' | 'level' | 'timing' | 'status' | 'sources'>[];
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** Why: a field under a name of the caller's own would be told as missing for ever, and nobody would see why. */
function mustBeRecord(record: unknown): void {
  const names =
    typeof record === 'object' && record !== null && !Array.isArray(record)
      ? Object.keys(record)
      : undefined;
  const other = names?.find((name) => !(recordFields as readonly string[]).includes(name));
  if (names && other === undefined) return;
  throw wrongOptions(
    'expected a record: an object with fields of the decision’s `record` alone',
    (other === undefined ? undefined : meantBy(other, recordFields)) ??
      `allowed: ${recordFields.join(', ')}`,
  );
}

/**
 * Says what is still empty in the record of a decision. It is advice on the record and never a reason to wait:
 * fields with the timing `as-soon-as-possible-after` are filled in once an urgent share has been made.
 *
 * @throws InvalidRequestError where it is given no decision, or a record that is not an object of known fields.
 */
export function checkRecord(decision: SharingDecision, record: SharingRecord): RecordCheck {
  mustBeDecision(decision);
  mustBeRecord(record);
  const missing = decision.record
    .filter(({ field, value }) => isEmpty(record[field]) && value === undefined)
    .map(({ field, level, timing, status, sources }) => ({
      field,
      level,
      timing,
      status,
      sources,
    }));
  return {
    complete: !missing.some(({ level, status }) => level !== 'could' && status === 'applies'),
    missing,
  };
}
