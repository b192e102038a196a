import fc from 'fast-check';
import type { Fact } from '../model/facts.ts';
import { unsure } from '../model/leaf.ts';
import { ageBands, consentKinds } from '../model/words.ts';
import type { ConsentKind, Json } from './dictionary.ts';
import { consentLeavesOf, leavesOf, listOf, recordOf, valueAt, withValue } from './dictionary.ts';

/** One leaf of one request. */
export interface LeafAt {
  fact: string;
  /** Where it stands in the request. */
  path: readonly (string | number)[];
  person?: string;
  consent?: ConsentKind;
  /** The item, where it is a leaf of one; a leaf of `allItems` has none. */
  item?: string;
}

/** A request, and what it answers that the one before it did not. */
export interface Step {
  request: Json;
  learnt: readonly LeafAt[];
}

interface KnowledgeOptions {
  /** How many steps there are at most. 4 unless said. */
  steps?: number;
  /**
   * What the tables and rules of a rule base make of a leaf that a request leaves out. A leaf so answered counts as
   * answered, and another answer to it is another case.
   */
  answers?: (request: Json, leaf: LeafAt) => readonly unknown[];
}

const at = (
  leaves: readonly Fact[],
  base: readonly (string | number)[],
  json: unknown,
  said: Partial<LeafAt>,
): LeafAt[] =>
  leaves
    .map(({ id, path }): LeafAt => ({ fact: id, path: [...base, ...path], ...said }))
    .filter(({ path }) => valueAt(json, path) !== undefined);

/** Every leaf that a request answers, in the order of the dictionary, case first. */
export function leavesIn(request: Json): LeafAt[] {
  return [
    ...at(leavesOf.case, [], request, {}),
    ...listOf(request['people']).flatMap((one, index) => {
      const person = String(recordOf(one)['ref']);
      const base = ['people', index];
      return [
        ...at(leavesOf.person, base, request, { person }),
        ...consentKinds.flatMap((consent) =>
          at(consentLeavesOf[consent], [...base, 'consent', consent], request, { person, consent }),
        ),
      ];
    }),
    ...listOf(request['items']).flatMap((one, index) =>
      at(leavesOf.item, ['items', index], request, { item: String(recordOf(one)['ref']) }),
    ),
    ...at(leavesOf.item, ['allItems'], request, {}),
  ];
}

/** Whether a date of birth, or a band, is that of someone under 18 on a date. */
function isMinor(answer: unknown, on: unknown): boolean {
  const text = String(answer);
  if (!/^\d{4}-/.test(text))
    return text !== unsure && (ageBands as readonly string[]).includes(text) && text !== 'adult';
  return `${Number(text.slice(0, 4)) + 18}${text.slice(4)}` > String(on);
}

/** Whether a leaf that is left out counts as answered otherwise, by what the contract says of defaults and derivations. */
function readsOtherwise(low: Json, { fact, path, item }: LeafAt, answer: unknown): boolean {
  const forAll = valueAt(low, ['allItems', ...path.slice(2)]);
  if (item !== undefined && forAll !== undefined && forAll !== unsure)
    return JSON.stringify(forAll) !== JSON.stringify(answer);
  switch (fact) {
    case 'nation':
      return answer !== 'england';
    case 'consent.expiresOn':
    case 'consent.withdrawnOn':
      // Of a consent that is spoken of: none was agreed, none was made.
      return valueAt(low, path.slice(0, -1)) !== undefined;
    case 'demand.by':
      // The recipient asked.
      return low['demand'] !== undefined;
    case 'person.ageBand':
    case 'person.dateOfBirth':
      return (
        valueAt(low, [...path.slice(0, -1), 'role']) === 'child' && !isMinor(answer, low['on'])
      );
    case 'person.allegedToHarm':
      return (
        valueAt(low, [...path.slice(0, -1), 'role']) === 'alleged-perpetrator' && answer !== true
      );
    default:
      return false;
  }
}

/**
 * The request with one leaf less known: left out, or `"unsure"` where it was answered; nothing, where the result
 * would be another case rather than less knowledge.
 */
function forget(
  request: Json,
  leaf: LeafAt,
  to: 'left-out' | 'unsure',
  answers: KnowledgeOptions['answers'] = () => [],
): Json | undefined {
  const answer = valueAt(request, leaf.path);
  if (to === 'unsure') {
    const word = typeof answer === 'boolean' || (typeof answer === 'string' && takesUnsure(leaf));
    return word && answer !== unsure ? recordOf(withValue(request, leaf.path, unsure)) : undefined;
  }
  // The mode is always given.
  if (leaf.fact === 'mode') return undefined;
  const low = recordOf(withValue(request, leaf.path, undefined));
  if (readsOtherwise(low, leaf, answer)) return undefined;
  const same = (one: unknown) => JSON.stringify(one) === JSON.stringify(answer);
  return answers(low, leaf).every(same) ? low : undefined;
}

/** What is left out as a whole: never a person, an item, a scheme or a move, since those are other cases. */
const containers = [
  'demand',
  'sharer',
  'recipient',
  'purpose',
  'concern',
  'justification',
  'arrangement',
  'channel',
  'advice',
  'allItems',
  'views',
  'transparency',
  'informing',
  ...consentKinds,
];

/** The request without the whole of the object that a leaf stands in, and every leaf that went with it. */
function forgetAround(
  request: Json,
  leaf: LeafAt,
  answers: KnowledgeOptions['answers'] = () => [],
): Step | undefined {
  const around = leaf.path.slice(0, -1);
  if (!containers.includes(String(around.at(-1)))) return undefined;
  const low = recordOf(withValue(request, around, undefined));
  const lost = leavesIn(request).filter(({ path }) =>
    around.every((key, index) => path[index] === key),
  );
  const kept = lost.every((one) => {
    const answer = valueAt(request, one.path);
    const same = (other: unknown) => JSON.stringify(other) === JSON.stringify(answer);
    return !readsOtherwise(low, one, answer) && answers(low, one).every(same);
  });
  return kept ? { request: low, learnt: lost } : undefined;
}

const words = new Set(
  [...leavesOf.case, ...leavesOf.person, ...leavesOf.item, ...consentLeavesOf.dataProtection]
    .filter(({ type }) => type === 'yes-no' || type === 'word')
    .map(({ id }) => id),
);
const takesUnsure = ({ fact }: LeafAt): boolean => words.has(fact);

/** One way to know less: which leaf, by number round the list, and what becomes of it. */
export type Lapse = readonly [leaf: number, to: 'left-out' | 'unsure' | 'all-around-left-out'];
export const lapses = (max: number): fc.Arbitrary<Lapse[]> =>
  fc.array(
    fc.tuple(
      fc.nat({ max: 9999 }),
      fc.constantFrom('left-out', 'left-out', 'unsure', 'unsure', 'all-around-left-out'),
    ),
    { minLength: 1, maxLength: max, size: 'max' },
  );

/** From a request, less and less known: the steps back from the least known of them. */
export function chainFrom(
  request: Json,
  forgotten: readonly Lapse[],
  { answers }: KnowledgeOptions = {},
): Step[] {
  const steps: Step[] = [];
  let current = request;
  for (const [number, to] of forgotten) {
    const leaves = leavesIn(current);
    const leaf = leaves[number % leaves.length];
    if (!leaf) continue;
    const less =
      to === 'all-around-left-out'
        ? forgetAround(current, leaf, answers)
        : { request: forget(current, leaf, to, answers), learnt: [leaf] };
    if (!less?.request) continue;
    steps.unshift({ request: current, learnt: less.learnt });
    current = less.request;
  }
  return [{ request: current, learnt: [] }, ...steps];
}

/** Chains of requests, each of which knows more than the one before it. */
export const chains = (
  requests: fc.Arbitrary<Json>,
  options: KnowledgeOptions = {},
): fc.Arbitrary<Step[]> =>
  fc
    .tuple(requests, lapses(options.steps ?? 4))
    .map(([request, forgotten]) => chainFrom(request, forgotten, options));
