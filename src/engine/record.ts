import type { SharingDecision } from '../model/decision.ts';
import type { recordFields } from '../model/words.ts';

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

/**
 * Says what is still empty in the record of a decision. It is advice on the record and never a reason to wait:
 * fields with the timing `as-soon-as-possible-after` are filled in once an urgent share has been made.
 */
export function checkRecord(decision: SharingDecision, record: SharingRecord): RecordCheck {
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
