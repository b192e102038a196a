/** Requests to look at decisions of: those of the cases, what two of them make together, and any two answers together. */
import fc from 'fast-check';
import { facts } from '../../src/model/facts.ts';
import { unsure } from '../../src/model/leaf.ts';
import type { RequestOptions } from '../../test/generators/index.ts';
import { requests } from '../../test/generators/index.ts';
import type { Json } from '../../src/testing/dictionary.ts';
import type { Base } from './base.ts';
import { coveringArray } from './covering.ts';
import { gather } from '../gather.ts';
import { changesOf, isOfFirst, merged, withChange } from './neighbours.ts';
import { skeleton } from './search.ts';

let made: readonly Json[] | undefined;

/** Any two answers to the questions of a request, `"unsure"` among them, about one person, one piece and their consents. */
const anyTwo = (): readonly Json[] => (made ??= [...allPairs(skeleton('2026-11-21'))]);

function* allPairs(base: Json): Generator<Json> {
  const asked = facts.filter(({ from }) => from === 'request');
  const changes = [...changesOf(base, asked)].filter(({ path }) => isOfFirst(path));
  const factors = [...gather(changes, ({ path }) => path.join('/')).values()].map((ways) => {
    const [first] = ways;
    const fact = asked.find(({ id }) => id === first?.fact);
    const doubts = fact?.type === 'yes-no' || fact?.type === 'word';
    return doubts && first ? [...ways, { ...first, value: unsure }] : ways;
  });
  for (const row of coveringArray(factors.map((ways) => ways.length)))
    yield row.reduce((made, way, factor) => {
      const change = factors[factor]?.[way];
      return change ? withChange(made, change) : made;
    }, base);
}

/** How much to look at. */
export interface Extent {
  /** How many others each case is laid over. */
  pairs: number;
  /** How many requests are drawn. */
  drawn: number;
  seed: number;
  options?: RequestOptions;
}

/** The requests, in an order that a seed settles. */
export function* corpus({ cases }: Base, { pairs, drawn, seed, options }: Extent): Generator<Json> {
  const own = [...cases.values()].flat().map(({ request }) => request as Json);
  yield* own;
  // Each case over others that stand far from it, and so are mostly of other rules.
  for (const [at, one] of own.entries())
    for (let pair = 1; pair <= pairs; pair++)
      yield merged(own[(at + pair * 997 + seed) % own.length], one) as Json;
  yield* anyTwo();
  if (drawn) yield* fc.sample(requests(options), { numRuns: drawn, seed });
}
