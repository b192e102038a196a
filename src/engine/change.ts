import { inForce, later, never } from './dates.ts';
import type { Ground } from './engine.ts';
import { byText } from './order.ts';
import { parseDate } from './parse.ts';

/** Something that begins or ends: a rule, a data protection regime, a pack, a source, or a row of what an attribute says. */
export interface Changing {
  readonly kind: 'attribute' | 'pack' | 'regime' | 'rule' | 'source';
  /** Its id; of an attribute its name, such as `competentAuthority`. */
  readonly id: string;
}

/** A day from which decisions may differ from those of the day before, and why. */
export interface Change {
  /** The first day of the new state, `YYYY-MM-DD`. */
  readonly on: string;
  /** What begins on the day. */
  readonly begins: readonly Changing[];
  /** What had its last day the day before. */
  readonly ends: readonly Changing[];
}

interface Span {
  from: string;
  to?: string | undefined;
}
type Dated = Changing & Span;

const dated =
  (kind: Changing['kind']) =>
  (id: string, { from, to }: Span): Dated => ({ kind, id, from, to });

/** All that has dates, among what decisions are made from. */
function allDated({ program, foundation, local, sources }: Ground): Dated[] {
  const { tables, regimes } = foundation;
  const attributes = [tables.organisations, tables.categories].flatMap((table) =>
    Object.entries(table),
  );
  const spans = attributes.flatMap(([id, { values }]) =>
    Object.values(values).flatMap((value) =>
      Array.isArray(value) ? value.map((span) => dated('attribute')(id, span)) : [],
    ),
  );
  return [
    ...program.rules.map(({ rule: { id, effective } }) => dated('rule')(id, effective)),
    ...regimes.map((regime) => dated('regime')(regime.id, regime)),
    ...local.map(({ id, effective }) => dated('pack')(id, effective)),
    ...[...sources.values()].map((source) => dated('source')(source.id, source)),
    ...spans,
    // Why: a rule of a pack whose own dates are narrower may have no day at all.
  ].filter((one) => inForce(one, one.from));
}

const named = (found: readonly Dated[]): Changing[] => {
  const rows = new Map(found.map(({ kind, id }) => [`${kind} ${id}`, { kind, id }]));
  return [...rows].sort(([a], [b]) => byText(a, b)).map(([, row]) => row);
};

/**
 * The next day after a date on which something begins or has ended; `undefined` where none is known.
 *
 * @throws InvalidRequestError where the date is no calendar date.
 */
export function nextChangeAfter(ground: Ground, input: string): Change | undefined {
  const after = parseDate(input);
  const rows = allDated(ground).map((row) => ({
    row,
    from: row.from,
    end: row.to === undefined ? never : later(row.to, { days: 1 }),
  }));
  const [on] = rows
    .flatMap(({ from, end }) => [from, end])
    .filter((day) => after < day && day < never)
    .sort();
  if (on === undefined) return undefined;
  return {
    on,
    begins: named(rows.filter(({ from }) => from === on).map(({ row }) => row)),
    ends: named(rows.filter(({ end }) => end === on).map(({ row }) => row)),
  };
}
