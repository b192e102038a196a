import type { Fact, Scope } from '../model/facts.ts';
import { facts } from '../model/facts.ts';
import type { SharingRequest } from '../model/request.ts';
import type { Table } from '../model/rule.ts';
import { consentKinds, scopes } from '../model/words.ts';
import { derive } from './derive.ts';
import type { Slot, Value } from './slots.ts';
import type { Truth } from './truth.ts';

/** One instance of a scope, by index: the whole case, a person, an item, a consent, or an item with a subject. */
export interface Place {
  case: 0;
  person: number;
  item: number;
  consent: number;
  subject: number;
}

export interface Person {
  ref: string;
  /** The subject of an item whose `about` was left out: one of whom nothing is known. */
  nobodyKnown: boolean;
}

/** Everything known of one request, in numbered slots per scope, with how the scopes hang together. */
export interface World {
  on: string;
  request: SharingRequest;
  people: readonly Person[];
  /** Whether `people` was given, so that there is nobody else. */
  peopleKnown: boolean;
  items: readonly string[];
  subjects: readonly { item: number; person: number }[];
  /** The subjects of each item, by index into `subjects`. */
  subjectsOf: readonly (readonly number[])[];
  /** Whether whom the item is about was said. */
  subjectsKnown: readonly boolean[];
  values: Record<Scope, Value[][]>;
  /** What each rule finds, by rule number and instance. */
  results: Truth[][];
  /** What rules announced or not commenced would find, were they law. */
  raw: Map<number, Truth[]>;
}

const readers = (scope: Scope): Fact[] => facts.filter((fact) => fact.scope === scope);
const factsOf = Object.fromEntries(scopes.map((scope) => [scope, readers(scope)])) as Record<
  Scope,
  Fact[]
>;

type Answers = Readonly<Record<string, unknown>> | undefined;

function read(path: readonly string[], answers: Answers): Value {
  let value: unknown = answers;
  for (const key of path) {
    if (value === undefined) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value as Value;
}

const slotValues = (scope: Scope, answers: Answers): Value[] =>
  factsOf[scope].map((fact) => (fact.from === 'request' ? read(fact.path, answers) : undefined));

/** Refs of people that a request speaks of, in the order of first mention; those of `people` first. */
function mentioned(request: SharingRequest): string[] {
  const refs = new Set<string>((request.people ?? []).map(({ ref }) => ref));
  const add = (...more: (string | undefined)[]) => {
    for (const ref of more) if (ref !== undefined) refs.add(ref);
  };
  add(
    ...(request.concern?.about ?? []),
    request.recipient?.person,
    request.recipient?.actingFor,
    request.demand?.by,
    request.allItems?.confidedBy,
  );
  for (const item of request.items ?? []) add(...(item.about ?? []), item.confidedBy);
  return [...refs];
}

type Item = NonNullable<SharingRequest['items']>[number];
const unspecified: readonly Item[] = [{ ref: 'unspecified' }];

/** Lays out a request, already parsed, in slots, and works out the derived facts. */
export function layOut(
  request: SharingRequest,
  tables: { organisations: Table; categories: Table },
): World {
  const given = new Map((request.people ?? []).map((person) => [person.ref, person]));
  const people: Person[] = mentioned(request).map((ref) => ({ ref, nobodyKnown: false }));
  const personAt = new Map(people.map(({ ref }, index) => [ref, index]));
  const items = (request.items ?? unspecified).map((item): Item => ({
    ...request.allItems,
    ...defined(item),
  }));

  const subjects: { item: number; person: number }[] = [];
  const subjectsOf = items.map(({ about }, item) => {
    const whom = about?.length ? about.map((ref) => personAt.get(ref) as number) : [people.length];
    return whom.map((person) => subjects.push({ item, person }) - 1);
  });
  const subjectsKnown = items.map(({ about }) => about !== undefined && about.length > 0);
  if (!subjectsKnown.every(Boolean)) people.push({ ref: '', nobodyKnown: true });

  const values: World['values'] = {
    case: [slotValues('case', request)],
    person: people.map(({ ref }) => slotValues('person', given.get(ref))),
    item: items.map((item) => slotValues('item', item)),
    consent: people.flatMap(({ ref }) =>
      consentKinds.map((kind) => slotValues('consent', given.get(ref)?.consent?.[kind])),
    ),
    subject: subjects.map(() => []),
  };
  const world: World = {
    on: request.on,
    request,
    people,
    peopleKnown: request.people !== undefined,
    items: items.map(({ ref }) => ref),
    subjects,
    subjectsOf,
    subjectsKnown,
    values,
    results: [],
    raw: new Map(),
  };
  derive(world, personAt, tables);
  return world;
}

/** An object without the keys whose value is `undefined`: they count as left out. */
const defined = <T extends object>(object: T): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;

/** How many instances a scope has. */
export const instances = (world: World, scope: Scope): number => world.values[scope].length;

/** A place to start from. */
export const start = (): Place => ({ case: 0, person: 0, item: 0, consent: 0, subject: 0 });

/** Moves to an instance of a scope, and to what it belongs to. */
export function moveTo(world: World, place: Place, scope: Scope, index: number): void {
  if (scope === 'case') return;
  place[scope] = index;
  if (scope === 'consent') place.person = Math.floor(index / consentKinds.length);
  if (scope === 'subject') {
    const subject = world.subjects[index] as World['subjects'][number];
    place.item = subject.item;
    place.person = subject.person;
  }
}

/** The value of a fact at a place. */
export function valueAt(world: World, { scope, slot }: Slot, index: number): Value {
  return world.values[scope][index]?.[slot];
}

/** Whether the request speaks of a consent. */
export function isMentioned(world: World, consent: number): boolean {
  const ref = world.people[Math.floor(consent / consentKinds.length)]?.ref;
  const kind = consentKinds[consent % consentKinds.length] as (typeof consentKinds)[number];
  return world.request.people?.find((one) => one.ref === ref)?.consent?.[kind] !== undefined;
}
