import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { listOf, recordOf } from '../../src/testing/dictionary.ts';
import { deepFreeze } from '../../src/engine/freeze.ts';
import { decide } from '../../src/index.ts';
import type { SharingDecision } from '../../src/model/decision.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import { arranged, rekeyed, unordered } from './arrange.ts';
import { meaningful } from './national.ts';
import { property } from './property.ts';

const decided = (request: unknown): SharingDecision => decide(request as SharingRequest);
const bytes = (value: unknown): string => JSON.stringify(value);

/** The lists in which people and items come out in the order of the caller, and so move with it. */
const following = [
  'items',
  'lawfulBases',
  'conditions',
  'confidentiality',
  'consents',
  'informing',
  'remedies',
  'assumptions',
  'questions',
] as const;

/** What moved besides the people and items, and whether these came out in their new order. */
function moved(before: SharingDecision, after: SharingDecision, request: Json): string[] {
  const other = Object.keys(before).filter((key) => {
    const [a, b] = [before, after].map((one) => one[key as keyof SharingDecision]);
    return (following as readonly string[]).includes(key)
      ? bytes(unordered(a)) !== bytes(unordered(b))
      : bytes(a) !== bytes(b);
  });
  const refs = (key: string) => listOf(request[key]).map((one) => String(recordOf(one)['ref']));
  const people = refs('people');
  const told = after.informing.map(({ person }) => people.indexOf(person));
  const items = after.items.map(({ ref }) => ref);
  return [
    ...other.map((key) => `${key} is another where people and items stand in another order`),
    ...(request['items'] !== undefined && bytes(items) !== bytes(refs('items'))
      ? ['items are not in the order of the caller']
      : []),
    ...(request['people'] !== undefined && told.some((at, index) => at < (told[index - 1] ?? 0))
      ? ['people are not in the order of the caller']
      : []),
  ];
}

/** Property 2 of the contract. */
export const pure = property<readonly [Json, number]>({
  name: 'pure',
  says: 'the same request gives the same bytes, in whatever order its keys, people and items stand',
  arbitrary: fc.tuple(
    requests({ ...meaningful, people: { min: 0, max: 3 }, items: { min: 1, max: 3 } }),
    fc.nat({ max: 99 }),
  ),
  holds: ([request, turn]) => {
    const before = bytes(request);
    const first = decided(request);
    const again = decided(deepFreeze(JSON.parse(before) as Json));
    const keyed = decided(rekeyed(request, turn + 1));
    const { people, items } = request;
    const turned: Json = {
      ...request,
      ...(people === undefined ? {} : { people: arranged(listOf(people), turn + 1) }),
      ...(items === undefined ? {} : { items: arranged(listOf(items), turn + 1) }),
    };
    return {
      premise: bytes(turned) !== before,
      faults: [
        ...(bytes(request) === before ? [] : ['the request was changed']),
        ...(bytes(again) === bytes(first) ? [] : ['the same request gives other bytes']),
        ...(bytes(keyed) === bytes(first) ? [] : ['keys in another order give other bytes']),
        ...moved(first, decided(turned), turned),
      ],
    };
  },
});
