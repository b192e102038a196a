/** Requests that differ from a given one in an answer or two: where to look for one that shows a difference. */
import { takeApart, leavesOf } from '../../src/engine/conditions.ts';
import type { LoadedRule, Program } from '../../src/engine/program.ts';
import { factsById } from '../../src/model/facts.ts';
import type { Fact } from '../../src/model/facts.ts';
import { consentKinds } from '../../src/model/words.ts';
import type { Json } from '../../src/testing/dictionary.ts';
import {
  consentLeavesOf,
  isRecord,
  listOf,
  recordOf,
  valueAt,
  withValue,
} from '../../src/testing/dictionary.ts';

/** An answer put in a place of a request. */
interface Change {
  fact: string;
  path: readonly (string | number)[];
  /** `undefined` where the answer is left out. */
  value: unknown;
}

/** The questions that a rule turns on: those that it reads itself first, then those of all that it reads. */
export function questionsOf(program: Program, loaded: LoadedRule): Fact[] {
  const found = new Set<string>();
  const seen = new Set<number>();
  let next = [loaded];
  const readFact = (id: string): LoadedRule[] => {
    const fact = factsById.get(id) as Fact;
    if (fact.from === 'request') found.add(id);
    for (const asked of fact.asks ?? []) found.add(asked);
    if (id.startsWith('scheme.') && fact.from === 'derived') found.add(id);
    return program.answersTo(id).map(({ rule }) => program.rules[rule] as LoadedRule);
  };
  while (next.length) {
    const now = next.filter(({ number }) => !seen.has(number));
    next = [];
    for (const { number, conditions, exceptions } of now) {
      seen.add(number);
      for (const leaf of leavesOf(conditions.node)) {
        const { rule } = takeApart(leaf);
        if (rule === undefined) next.push(...readFact(leaf.fact));
        else next.push(program.byId.get(rule) as LoadedRule);
      }
      next.push(...exceptions.map((one) => program.rules[one] as LoadedRule));
    }
  }
  return [...found].map((id) => factsById.get(id) as Fact);
}

const refsOf = (request: Json): string[] =>
  listOf(request['people']).map((one) => String(recordOf(one)['ref']));

/** The answers that a question takes, one after another; the last is none. */
function answersTo({ id, type, words = [] }: Fact, request: Json, before: unknown): unknown[] {
  const on = String(request['on']);
  const refs = refsOf(request);
  switch (type) {
    case 'yes-no':
      return [true, false, undefined];
    case 'word':
      return [...words, undefined];
    case 'words':
      return [
        ...words.map((word) => [word]),
        ...(Array.isArray(before) && before.length
          ? words.map((word) => [...new Set([...(before as string[]), word])])
          : []),
        [],
        undefined,
      ];
    case 'date':
      return id === 'person.dateOfBirth'
        ? ['1980-05-04', '2015-05-04', undefined]
        : ['2000-03-01', on, '2099-01-01', undefined];
    case 'ref':
      return [...refs, undefined];
    case 'refs':
      return [refs, ...refs.map((ref) => [ref]), [], undefined];
  }
}

/** Where a question is answered in a request: once, or for each person, item or consent. */
function placesOf({ id, scope, path }: Fact, request: Json): (readonly (string | number)[])[] {
  const people = listOf(request['people']);
  switch (scope) {
    case 'person':
      return people.map((_, index) => ['people', index, ...path]);
    case 'item':
      return listOf(request['items']).map((_, index) => ['items', index, ...path]);
    case 'consent':
      return people.flatMap((_, index) =>
        consentKinds
          .filter((kind) => consentLeavesOf[kind].some((leaf) => leaf.id === id))
          .map((kind) => ['people', index, 'consent', kind, ...path]),
      );
    default:
      return [path];
  }
}

/** Each change of one answer to one of some questions. */
export function* changesOf(request: Json, questions: readonly Fact[]): Generator<Change> {
  for (const fact of questions) {
    if (fact.from === 'derived') {
      // A scheme is in play where it is named.
      const path = ['scheme', fact.id.split('.')[1] as string];
      for (const value of [{}, undefined]) yield { fact: fact.id, path, value };
      continue;
    }
    for (const path of placesOf(fact, request)) {
      const before = valueAt(request, path);
      for (const value of answersTo(fact, request, before))
        if (JSON.stringify(value) !== JSON.stringify(before)) yield { fact: fact.id, path, value };
    }
  }
}

/** Whether an answer is about the case, or about the first person, piece or consent. */
export const isOfFirst = (path: Change['path']): boolean =>
  path.every((part) => typeof part === 'string' || part === 0);

/** Two questions of which a request answers only one. */
const eitherOr: readonly (readonly [string, string])[] = [
  ['recipient/organisation', 'recipient/person'],
  ['dateOfBirth', 'ageBand'],
];

/** The request with an answer changed, and whatever cannot stand beside it taken out. */
export function withChange(request: Json, { path, value }: Change): Json {
  let next = recordOf(withValue(request, path, value));
  if (value === undefined) return next;
  for (const pair of eitherOr) {
    for (const [one, other] of [pair, [...pair].reverse()] as [string, string][]) {
      if (!path.join('/').endsWith(one)) continue;
      next = recordOf(
        withValue(next, [...path.slice(0, -1), other.split('/').at(-1) as string], undefined),
      );
    }
  }
  if (path[0] === 'demand' && next['mode'] === 'proactive') next = { ...next, mode: 'on-request' };
  if (path[0] === 'mode' && value === 'proactive')
    next = recordOf(withValue(next, ['demand'], undefined));
  return next;
}

const refOf = (one: unknown): unknown => recordOf(one)['ref'];

/** One request laid over another: what both answer is as the second says; people and items go by their place. */
export function merged(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (Array.isArray(below) && Array.isArray(above) && above.every(isRecord))
    return [
      ...above.map((one, index) => ({ ...recordOf(merged(below[index], one)), ref: refOf(one) })),
      ...(below as unknown[]).slice(above.length),
    ];
  if (!isRecord(below) || !isRecord(above)) return above;
  const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries([...keys].map((key) => [key, merged(below[key], above[key])]));
}
