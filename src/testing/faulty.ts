import fc from 'fast-check';
import type { Json } from './dictionary.ts';
import { isRecord, listOf, recordOf, valueAt, withValue } from './dictionary.ts';
import { leavesIn } from './knowledge.ts';

/** A request that is well formed but for one fault. */
export interface Faulty {
  request: unknown;
  fault: string;
  /** The code of the issue that is expected, and the JSON pointer to where it stands. */
  code: string;
  path: string;
  /** What was put in, which no message may repeat. */
  secret: string;
}

/** A word that is no answer, ref or key of any request. */
const secret = 'zq-Jane-Doe-zq';

type Path = readonly (string | number)[];
const pointer = (path: Path): string => path.map((key) => `/${String(key)}`).join('');

/** The paths of every object in a value. */
function objectsIn(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => objectsIn(one, [...path, index]));
  if (!isRecord(value)) return [];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) => objectsIn(inner, [...path, key])),
  ];
}

type Fault = (request: Json, pick: number) => Omit<Faulty, 'fault' | 'secret'> | undefined;

const pickOf = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];
const put = (code: string, request: Json, path: Path, value: unknown, at: Path = path) => ({
  request: withValue(request, path, value),
  code,
  path: pointer(at),
});
const isDate = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const referring = new Set(['by', 'person', 'actingFor', 'confidedBy', 'givenBy']);
const hasPeople = (request: Json): boolean => Array.isArray(request['people']);

/** Each way to spoil a request; nothing where a request gives no place for it. */
const faults: Readonly<Record<string, Fault>> = {
  'an unknown key': (request, pick) => {
    const path = pickOf(objectsIn(request), pick) ?? [];
    return put('unknown-key', request, [...path, secret], true, path);
  },
  'a word that is no answer': (request, pick) => {
    const leaf = pickOf(
      leavesIn(request).filter(({ path }) => {
        const value = valueAt(request, path);
        return typeof value === 'boolean' || (typeof value === 'string' && !isDate(value));
      }),
      pick,
    );
    const key = String(leaf?.path.at(-1));
    return leaf && !referring.has(key)
      ? put('unknown-word', request, leaf.path, secret)
      : undefined;
  },
  'a word of a list that is none': (request) => {
    const index = listOf(request['items']).findIndex((one) =>
      Array.isArray(recordOf(one)['categories']),
    );
    const path: Path = ['items', index, 'categories'];
    return index < 0 ? undefined : put('unknown-word', request, path, [secret], [...path, 0]);
  },
  'an unknown scheme': (request) => put('unknown-key', request, ['scheme', secret], {}, ['scheme']),
  'a null answer': (request, pick) => {
    const leaf = pickOf(leavesIn(request), pick);
    const value = leaf && valueAt(request, leaf.path);
    if (!leaf) return undefined;
    const key = String(leaf.path.at(-1));
    const word =
      !isDate(value) &&
      !referring.has(key) &&
      (typeof value === 'boolean' || typeof value === 'string');
    return put(word ? 'unknown-word' : 'wrong-type', request, leaf.path, null);
  },
  'a null object': (request, pick) => {
    const path = pickOf(
      objectsIn(request).filter((one) => one.length > 0),
      pick,
    );
    return path && put('wrong-type', request, path, null);
  },
  'a date that no calendar has': (request, pick) => {
    const dated: Path[] = [
      ['on'],
      ...leavesIn(request)
        .filter(({ path }) => isDate(valueAt(request, path)))
        .map(({ path }) => path),
    ];
    const bad = ['2024-02-30', '02/03/2024', '2024-13-01', secret, '2024-3-2', ''];
    const path = pickOf(dated, pick) as Path;
    return put('not-a-date', request, path, pickOf(bad, Math.floor(pick / dated.length)));
  },
  'a date before the law that is encoded': (request) =>
    put('too-early', request, ['on'], '1999-12-31'),
  'no date': (request) => put('wrong-type', request, ['on'], undefined),
  'no mode': (request) => put('unknown-word', request, ['mode'], undefined),
  'a ref that leads nowhere': (request, pick) => {
    if (!hasPeople(request)) return undefined;
    const places: Path[] = [
      ['recipient', 'actingFor'],
      ...listOf(request['items']).map((_, index): Path => ['items', index, 'confidedBy']),
      ...listOf(recordOf(request['concern'])['about']).map((_, index): Path => [
        'concern',
        'about',
        index,
      ]),
    ];
    const path = pickOf(places, pick) as Path;
    return put('unknown-ref', request, path, secret);
  },
  'a ref that is a name': (request) =>
    put('not-a-ref', request, ['recipient', 'actingFor'], 'Jane Doe'),
  'two with one ref': (request) => {
    const list = ['people', 'items'].find((key) => listOf(request[key]).length > 1);
    return list === undefined
      ? undefined
      : put('duplicate-ref', request, [list, 1, 'ref'], valueAt(request, [list, 0, 'ref']));
  },
  'two ages': (request, pick) => {
    const index = pick % Math.max(listOf(request['people']).length, 1);
    if (!listOf(request['people']).length) return undefined;
    const path: Path = ['people', index];
    const dated = withValue(request, [...path, 'dateOfBirth'], '2014-03-02');
    return put('either-or', recordOf(dated), [...path, 'ageBand'], 'under-13', path);
  },
  'two recipients': (request) => {
    const path: Path = ['recipient'];
    const people = hasPeople(request) ? listOf(request['people']) : [{ ref: 'someone' }];
    const ref = recordOf(people[0])['ref'];
    if (ref === undefined) return undefined;
    const first = withValue(request, [...path, 'organisation'], 'police');
    return put('either-or', recordOf(first), [...path, 'person'], ref, path);
  },
  'no items': (request) => put('empty-list', request, ['items'], []),
  'a demand that nobody made': (request) =>
    request['mode'] === 'proactive' ? put('not-asked', request, ['demand'], {}) : undefined,
  'a list that is none': (request) => put('wrong-type', request, ['people'], secret),
};

/** Requests that are well formed but for one fault each. */
export const faulty = (requests: fc.Arbitrary<Json>): fc.Arbitrary<Faulty> =>
  fc
    .tuple(requests, fc.constantFrom(...Object.keys(faults)), fc.nat({ max: 9999 }))
    .map(([request, fault, pick]): Faulty => {
      const first = faults[fault]?.(request, pick);
      if (first) return { ...first, fault, secret };
      const other = 'an unknown key';
      return { ...(faults[other] as Fault)(request, pick), fault: other, secret } as Faulty;
    });
