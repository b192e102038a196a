import type { Scope } from '../model/facts.ts';
import { facts } from '../model/facts.ts';
import type { SharingRequest } from '../model/request.ts';
import type { Table } from '../model/rule.ts';
import { consentKinds } from '../model/words.ts';
import { derive } from './derive.ts';
import { rangesOf } from './ranges.ts';
import type { Ranges } from './ranges.ts';
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
  /** Over which instances a quantifier ranges, from each place. */
  ranges: Ranges;
  /** Every place, by scope and instance. */
  places: Readonly<Record<Scope, readonly Readonly<Place>[]>>;
  values: Record<Scope, Value[][]>;
  /** Whether the request speaks of each consent. */
  mentioned: readonly boolean[];
  /** What each rule finds, by rule number and instance. */
  results: (readonly Truth[])[];
  /** What rules announced or not commenced would find, were they law. */
  raw: Map<number, readonly Truth[]>;
}

/** The facts of a scope that stand in one object of the request, with their slots. */
interface Shelf {
  path: readonly string[];
  leaves: readonly { key: string; slot: number }[];
}

/** How many slots a scope has, and in which objects of the request its facts stand. */
function layoutOf(scope: Scope): { size: number; shelves: readonly Shelf[] } {
  const own = facts.filter((fact) => fact.scope === scope);
  const shelves = new Map<string, { path: readonly string[]; leaves: Shelf['leaves'][number][] }>();
  own.forEach(({ from, path }, slot) => {
    if (from !== 'request') return;
    const parent = path.slice(0, -1);
    const shelf = shelves.get(parent.join()) ?? { path: parent, leaves: [] };
    shelf.leaves.push({ key: path.at(-1) as string, slot });
    shelves.set(parent.join(), shelf);
  });
  return { size: own.length, shelves: [...shelves.values()] };
}
const layout: Readonly<Record<Scope, ReturnType<typeof layoutOf>>> = {
  case: layoutOf('case'),
  person: layoutOf('person'),
  item: layoutOf('item'),
  consent: layoutOf('consent'),
  subject: layoutOf('subject'),
};

type Answers = Readonly<Record<string, unknown>> | undefined;

/** The answers of an object of the request, else of another that answers for it, in the slots of a scope. */
function slotValues(scope: Scope, answers: Answers, otherwise?: Answers): Value[] {
  const { size, shelves } = layout[scope];
  const values = new Array<Value>(size).fill(undefined);
  const take = (from: Answers): void => {
    for (const { path, leaves } of shelves) {
      let shelf = from;
      for (const key of path) shelf = shelf?.[key] as Answers;
      if (!shelf) continue;
      for (const { key, slot } of leaves) values[slot] ??= shelf[key] as Value;
    }
  };
  take(answers);
  take(otherwise);
  return values;
}

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
  const items = request.items ?? unspecified;

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
    item: items.map((item) => slotValues('item', item, request.allItems)),
    consent: people.flatMap(({ ref }) =>
      consentKinds.map((kind) => slotValues('consent', given.get(ref)?.consent?.[kind])),
    ),
    subject: subjects.map(() => []),
  };
  const known = {
    people,
    peopleKnown: request.people !== undefined,
    items: items.map(({ ref }) => ref),
    subjects,
    subjectsOf,
    subjectsKnown,
  };
  const world: World = {
    on: request.on,
    request,
    ...known,
    ranges: rangesOf(known),
    places: placesOf(values, subjects),
    values,
    mentioned: people.flatMap(({ ref }) => {
      const consents = given.get(ref)?.consent;
      return consentKinds.map((kind) => consents?.[kind] !== undefined);
    }),
    results: [],
    raw: new Map(),
  };
  derive(world, personAt, tables);
  return world;
}

/** How many instances a scope has. */
export const instances = (world: World, scope: Scope): number => world.values[scope].length;

/** Every place of a request: an instance of a scope, with what it belongs to. */
function placesOf(values: World['values'], subjects: World['subjects']): World['places'] {
  const whole = { case: 0, person: 0, item: 0, consent: 0, subject: 0 } as const;
  return {
    case: [whole],
    person: values.person.map((_, person) => ({ ...whole, person })),
    item: values.item.map((_, item) => ({ ...whole, item })),
    consent: values.consent.map((_, consent) => ({
      ...whole,
      consent,
      person: Math.floor(consent / consentKinds.length),
    })),
    subject: subjects.map(({ item, person }, subject) => ({ ...whole, item, person, subject })),
  };
}

/** A place of a request. */
export const placeAt = (world: World, scope: Scope, index: number): Readonly<Place> =>
  // INVARIANT: indexes given here are of instances that the world has.
  world.places[scope][index] as Place;

/** The value of a fact at a place. */
export function valueAt(world: World, { scope, slot }: Slot, index: number): Value {
  return world.values[scope][index]?.[slot];
}

/** Whether the request speaks of a consent. */
export const isMentioned = (world: World, consent: number): boolean =>
  world.mentioned[consent] === true;
