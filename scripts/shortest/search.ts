/** Takes out of a full request whatever changes nothing, until nothing more can go. */
import type { Json } from '../../src/testing/dictionary.ts';
import { listOf, recordOf } from '../../src/testing/dictionary.ts';
import { leavesOf, without } from './leaves.ts';
import type { Path } from './leaves.ts';
import type { Decide } from './settled.ts';
import { sameAs, settledAs } from './settled.ts';

interface Search {
  /** How many orders to try by chance, beside the first two. */
  orders: number;
  seed: number;
}
type Holds = (request: Json) => boolean;

/**
 * The fewest answers found that give what the full request gives, settled: none of them can go, nor two together.
 * It looks with one decision a step, for what no question holds open, and only what it finds is tried with every
 * answer; where that is not settled, every step is.
 */
export function shorten(decide: Decide, full: Json, { orders, seed }: Search): Json {
  const whole = decide(full);
  if (!whole) throw new Error('the full request cannot be made');
  const settled: Holds = (request) => settledAs(decide, request, whole);
  if (!settled(full)) throw new Error('the full request is not settled');
  const quick: Holds = (request) => {
    const decided = decide(request);
    return sameAs(decided, whole) && !decided?.questions.some(({ items }) => items.length);
  };

  const tried = ordersOf(leavesOf(full), orders, randomFrom(seed));
  let best = full;
  for (const order of tried) {
    const found = shortenBy(quick, full, order);
    const short = shortenBy(settled, settled(found) ? found : full, order);
    if (leavesOf(short).length < leavesOf(best).length) best = short;
  }
  return bare(settled, best);
}

/** What tells a reader which case it is: it is kept where another answer can go instead. */
const plain = [
  'sharer/organisation',
  'recipient/organisation',
  'recipient/person',
  'purpose/kind',
  'concern/level',
];

/**
 * Orders to take answers out in: those about people first, and last those that tell which case it is; that of the
 * request; and by chance, in turn all alike and in these three ranks.
 */
function ordersOf(leaves: readonly Path[], orders: number, random: () => number): Path[][] {
  const rank = (path: Path): number =>
    path[0] === 'people' ? 0 : plain.includes(path.join('/')) ? 2 : 1;
  const ranked = (paths: readonly Path[]): Path[] => paths.toSorted((a, b) => rank(a) - rank(b));
  const chance = Array.from({ length: orders }, (_, index) => {
    const order = shuffled(leaves, random);
    return index % 2 ? ranked(order) : order;
  });
  return [ranked(leaves.toReversed()), [...leaves], ...chance];
}

/** One at a time in an order and, where none can go any more, two: an answer may only be needed beside another. */
function shortenBy(holds: Holds, request: Json, order: readonly Path[]): Json {
  const left = oneByOne(holds, request, order);
  const paths = held(left, order);
  for (const [index, one] of paths.entries())
    for (const other of paths.slice(index + 1)) {
      const next = without(without(left, one), other);
      if (holds(next)) return shortenBy(holds, next, order);
    }
  return left;
}

function oneByOne(holds: Holds, request: Json, order: readonly Path[]): Json {
  let left = request;
  for (const path of held(request, order)) {
    const next = without(left, path);
    if (holds(next)) left = next;
  }
  return left === request ? left : oneByOne(holds, left, order);
}

/** The answers that a request still holds, in an order; last a scheme that is left with its name alone. */
function held(request: Json, order: readonly Path[]): Path[] {
  const key = (path: Path): string => path.join('/');
  const places = new Map(order.map((path, index) => [key(path), index]));
  const place = (path: Path): number => places.get(key(path)) ?? order.length;
  return leavesOf(request).sort((a, b) => place(a) - place(b));
}

/** Without those people of whom nothing is said, where that makes no difference. */
function bare(holds: Holds, request: Json): Json {
  const people = listOf(request['people']);
  const answered = people.filter((one) => Object.keys(recordOf(one)).length > 1);
  const { people: _, ...others } = request;
  const shorter = answered.length ? { ...request, people: answered } : others;
  return holds(shorter) ? shorter : request;
}

/** As Fisher and Yates do it. */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const left = [...list];
  for (let end = left.length - 1; end > 0; end -= 1) {
    const other = Math.floor(random() * (end + 1));
    [left[end], left[other]] = [left[other] as T, left[end] as T];
  }
  return left;
}

/** Numbers from 0 to 1 that a seed fixes, so that each run finds the same (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
