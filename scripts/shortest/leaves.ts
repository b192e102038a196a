/** The answers that a request holds, and a request without some of them. */
import type { Json } from '../../src/testing/dictionary.ts';
import { isRecord } from '../../src/testing/dictionary.ts';

export type Path = readonly (string | number)[];

/** What nobody is asked: the day, who began, and what people and items are called. */
const notAnswers: readonly unknown[] = ['on', 'mode', 'ref'];

/**
 * Every answer of a request, in its order. A list of words or of references is one answer, and so is a scheme that is
 * only named.
 */
export function leavesOf(value: unknown, at: Path = []): Path[] {
  if (notAnswers.includes(at.at(-1))) return [];
  if (Array.isArray(value) && value.some(isRecord))
    return value.flatMap((one, index) => leavesOf(one, [...at, index]));
  if (!isRecord(value)) return [at];
  return isNamedScheme(at) && !Object.keys(value).length
    ? [at]
    : Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...at, key]));
}

/** `scheme: { marac: {} }` says that the scheme is in play. */
const isNamedScheme = (at: Path): boolean => at.length === 2 && at[0] === 'scheme';

/** A request without one answer, nor any part that this leaves empty; people and items stay, by their reference. */
export const without = (request: Json, path: Path): Json => (drop(request, path) ?? {}) as Json;

function drop(value: unknown, path: Path, at: Path = []): unknown {
  const key = path[at.length];
  if (key === undefined) return undefined;
  if (Array.isArray(value))
    return value.map((one: unknown, index) =>
      index === key ? (drop(one, path, [...at, key]) ?? {}) : one,
    );
  const left = Object.entries(value as Json).flatMap(([name, one]): [string, unknown][] => {
    const kept = name === key ? drop(one, path, [...at, key]) : one;
    return kept === undefined ? [] : [[name, kept]];
  });
  return left.length || isNamedScheme(at) ? Object.fromEntries(left) : undefined;
}

const refKeys = ['about', 'person', 'actingFor', 'by', 'confidedBy', 'givenBy'];
/** The people whom a request refers to outside its list of people. */
export function refsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return refKeys.includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => refsIn(one, key));
  return isRecord(value) ? Object.entries(value).flatMap(([name, one]) => refsIn(one, name)) : [];
}
