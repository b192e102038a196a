/**
 * When a request is settled: every item goes or stays, and no answer to any question that its decision still asks
 * changes the outcome or what becomes of an item. Each question is tried alone, over all that it can be answered with.
 * One at a time is enough: an item that goes on no assumption still goes whatever else is learnt, and one that stays
 * still stays (`test/properties/settled-stays-settled.ts`); what goes on an assumption fails on the answer against it.
 */
import { consentKinds } from '../../src/model/words.ts';
import { factsById } from '../../src/model/facts.ts';
import type { Fact } from '../../src/model/facts.ts';
import type { Json } from '../../src/testing/dictionary.ts';
import {
  consentLeavesOf,
  leavesOf as questionsOf,
  listOf,
  recordOf,
  valueAt,
} from '../../src/testing/dictionary.ts';
import { refsIn } from './leaves.ts';
import type { Path } from './leaves.ts';

/** A question that a decision asks. */
export interface Asked {
  fact: string;
  scope: { person?: string | undefined; item?: string | undefined };
  items: readonly string[];
}
/** What is looked at of a decision. */
export interface Decided {
  outcome: string;
  strength: string;
  items: readonly { ref: string; verdict: string }[];
  questions: readonly Asked[];
}
/** Decides a request; nothing where the request cannot be made. */
export type Decide = (request: Json) => Decided | undefined;

/** Remembers decisions: the search comes to the same request by many ways. */
export function remembering(decide: Decide): Decide {
  const known = new Map<string, Decided | undefined>();
  return (request) => {
    const key = JSON.stringify(request);
    if (!known.has(key)) known.set(key, decide(request));
    return known.get(key);
  };
}

/** Whether two decisions have the same outcome, and the same becomes of each item. */
export const sameAs = (a: Decided | undefined, b: Decided | undefined): boolean =>
  a !== undefined && b !== undefined && resultOf(a) === resultOf(b);
const resultOf = ({ outcome, items }: Decided): string =>
  [outcome, ...items.map(({ ref, verdict }) => `${ref} ${verdict}`)].join(', ');

/** The first request, one answer on, that comes out otherwise; nothing where a request is settled. */
export function upset(decide: Decide, request: Json): Json | undefined {
  const decided = decide(request);
  if (!decided) return request;
  for (const asked of decided.questions)
    for (const answered of answers(request, asked)) {
      const then = decide(answered);
      if (then && !sameAs(then, decided)) return answered;
    }
  return decided.items.some(({ verdict }) => verdict === 'undetermined') ? request : undefined;
}

/** Whether a request comes out as another does, and is settled. */
export const settledAs = (decide: Decide, request: Json, whole: Decided): boolean =>
  sameAs(decide(request), whole) && upset(decide, request) === undefined;

/** A request with each answer that a question can have, one at a time. */
export function answers(request: Json, { fact: id, scope }: Asked): Json[] {
  const fact = factsById.get(id);
  if (!fact) throw new Error(`no question ${id}`);
  const listed = withPeople(request, scope.person);
  return placesOf(listed, fact, scope).flatMap((place) =>
    valuesOf(fact, listed).map((value) => put(listed, [...place, ...fact.path], value)),
  );
}

/** Every answer, one at a time, to every question of the dictionary that a request leaves open for whom it lists. */
export const everyAnswer = (request: Json): { fact: string; answered: Json[] }[] => {
  const people = refsOf(request, 'people').map((person) => ({ person }));
  const scopes = {
    case: [{}],
    person: people,
    item: refsOf(request, 'items').map((item) => ({ item })),
  };
  const asked = [
    ...(['case', 'person', 'item'] as const).flatMap((scope) =>
      questionsOf[scope].flatMap(({ id }) => scopes[scope].map((of) => ({ fact: id, scope: of }))),
    ),
    ...consentLeavesOf.dataProtection.flatMap(({ id }) =>
      people.map((of) => ({ fact: id, scope: of })),
    ),
  ];
  return asked.map(({ fact, scope }) => ({
    fact,
    answered: answers(request, { fact, scope, items: [] }),
  }));
};

const refsOf = (request: Json, key: 'people' | 'items'): string[] =>
  listOf(request[key]).map((one) => recordOf(one)['ref'] as string);

/** Where a question stands in a request, where it is not answered yet. */
function placesOf(request: Json, { scope, path }: Fact, of: Asked['scope']): Path[] {
  const at = (key: 'people' | 'items', ref: string | undefined): Path[] => {
    const index = ref === undefined ? -1 : refsOf(request, key).indexOf(ref);
    return index < 0 ? [] : [[key, index]];
  };
  const places: Readonly<Record<string, () => Path[]>> = {
    case: () => [[]],
    person: () => at('people', of.person),
    item: () => at('items', of.item),
    consent: () => at('people', of.person).flatMap((person) => consentsOf(request, person, path)),
  };
  return (places[scope]?.() ?? []).filter((place) => {
    const said = valueAt(request, [...place, ...path]);
    return said === undefined || said === 'unsure';
  });
}

/** The consents that a question may be about: a question does not say of which kind, so those that are mentioned. */
function consentsOf(request: Json, person: Path, path: readonly string[]): Path[] {
  const said = recordOf(valueAt(request, [...person, 'consent']));
  return consentKinds
    .filter(
      (kind) => kind in said && consentLeavesOf[kind].some(({ path: [key] }) => key === path[0]),
    )
    .map((kind) => [...person, 'consent', kind]);
}

/** A request that lists its people, where one of them is to be answered for. */
function withPeople(request: Json, person: string | undefined): Json {
  if (person === undefined || request['people'] !== undefined) return request;
  const refs = [...new Set([...refsIn(request), person])];
  return { ...request, people: refs.map((ref) => ({ ref })) };
}

/** All that a question can be answered with; of dates and lists, those that stand for the rest. */
function valuesOf({ type, words = [] }: Fact, request: Json): unknown[] {
  const people = [...new Set([...refsOf(request, 'people'), ...refsIn(request)])];
  switch (type) {
    case 'yes-no':
      return [true, false, 'unsure'];
    case 'word':
      return [...words, 'unsure'];
    case 'words':
      return [[], ...words.map((word) => [word]), words];
    case 'ref':
      return people;
    case 'refs':
      return [[], ...people.map((ref) => [ref]), people];
    case 'date':
      return datesAbout(String(request['on']));
  }
}

/** Days before, on and after a date, and births of every age band. */
const datesAbout = (on: string): string[] => [
  ...[30, 17, 14, 5, 1].map((years) => `${Number(on.slice(0, 4)) - years}${on.slice(4)}`),
  ...[-1, 0, 1, 90].map((days) =>
    new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10),
  ),
];

/** A request with an answer at a path, whatever of the path is missing. */
function put(value: unknown, [key, ...rest]: Path, answer: unknown): Json {
  if (key === undefined) return answer as Json;
  if (Array.isArray(value))
    return value.map((one: unknown, index) =>
      index === key ? put(one, rest, answer) : one,
    ) as never;
  return { ...recordOf(value), [key]: put(recordOf(value)[key], rest, answer) };
}
