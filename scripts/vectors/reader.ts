import { lists } from './model.ts';
import type { List, Vector, VectorIndex } from './model.ts';
import type { Owed, OwedRow } from './owed.ts';

/** The decision of a vector with its rows and rules written out, as a port reads it. */
export function writtenOut({ rules, rows }: VectorIndex, { decision }: Vector): Owed {
  const row = (list: List, place: number): OwedRow => {
    const { reasons, ...rest } = rows[list][place] ?? {};
    return reasons === undefined
      ? rest
      : { ...rest, reasons: (reasons as number[]).map((rule) => rules[rule] ?? '') };
  };
  const out = lists.map((list) => [list, decision[list].map((place) => row(list, place))]);
  return { ...decision, ...(Object.fromEntries(out) as Record<List, OwedRow[]>) };
}
