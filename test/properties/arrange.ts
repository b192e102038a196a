import { isRecord } from '../../src/testing/dictionary.ts';

/** The keys of every object in another order: turned round, and begun elsewhere. */
export function rekeyed<T>(value: T, turn: number): T {
  const visit = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(visit);
    if (!isRecord(inner)) return inner;
    const entries = Object.entries(inner).map(([key, one]) => [key, visit(one)] as const);
    return Object.fromEntries(arranged(entries, turn));
  };
  return visit(value) as T;
}

/** A list in another order, by a number: begun elsewhere and, for odd numbers, turned round. */
export function arranged<T>(list: readonly T[], turn: number): T[] {
  if (!list.length) return [];
  const from = turn % list.length;
  const begun = [...list.slice(from), ...list.slice(0, from)];
  return turn % 2 ? begun.reverse() : begun;
}

/** Every list in a value in an order of its own content, to compare what is in them and not where. */
export function unordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list = value.map(unordered).map((one) => [JSON.stringify(one), one] as const);
    return list.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, one]) => one);
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unordered(one)]));
}
