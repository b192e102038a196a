/** Looks for requests that show what a rule can come to, near those that its cases give. */
import fc from 'fast-check';
import { leavesOf } from '../../src/engine/conditions.ts';
import type { LoadedRule } from '../../src/engine/program.ts';
import type { Json } from '../../src/testing/dictionary.ts';
import { requests } from '../../test/generators/index.ts';
import { meaningful } from '../../test/properties/national.ts';
import type { Base, Seen } from './base.ts';
import { casesOf, see } from './base.ts';
import { gather } from '../gather.ts';
import { coveringArray } from './covering.ts';
import { readBy } from './eras.ts';
import { changesOf, isOfFirst, merged, questionsOf, withChange } from './neighbours.ts';

/** How many combinations of answers are tried one by one; of more, each two answers are tried together. */
const few = 2000;
/** How many requests are looked at before a search is given up. */
const most = 6000;

/** A request with someone of each age, and one piece about the child, of which nothing more is known. */
export const skeleton = (on: string): Json => ({
  on,
  mode: 'on-request',
  concern: { about: ['child'] },
  people: [{ ref: 'child' }, { ref: 'grown-up' }],
  items: [{ ref: 'piece', about: ['child'] }],
});

/** Requests that answer some questions in every way, or with any two answers together where there are too many ways. */
function* allWays(request: Json, loaded: LoadedRule, base: Base): Generator<Json> {
  const questions = questionsOf(base.ground.program, loaded);
  const changes = [...changesOf(request, questions)].filter(({ path }) => isOfFirst(path));
  const places = gather(changes, ({ path }) => path.join('/'));
  const factors = [...places.values()];
  const sizes = factors.map((ways) => ways.length + 1);
  const product = sizes.reduce((all, size) => all * size, 1);
  const rows =
    product <= few
      ? Array.from({ length: product }, (_, at) => digits(at, sizes))
      : coveringArray(sizes);
  for (const row of rows)
    yield row.reduce((made, way, factor) => {
      const change = factors[factor]?.[way - 1];
      return change ? withChange(made, change) : made;
    }, request);
}

/** A number written in digits of which each has a base of its own. */
function digits(number: number, sizes: readonly number[]): number[] {
  let rest = number;
  return sizes.map((size) => {
    const digit = rest % size;
    rest = Math.floor(rest / size);
    return digit;
  });
}

/** How many requests of which something goes are laid under those of a rule that reads what was decided. */
const grounds = 40;
const goers = new WeakMap<Base, readonly Json[]>();

/** Some requests of the cases of all rules of which something goes, from all over the rules. */
function going(base: Base): readonly Json[] {
  const known = goers.get(base);
  if (known) return known;
  const all = [...base.cases.values()]
    .flat()
    .map(({ request }) => request as Json)
    .filter((request) =>
      see(base, request)?.settled.items.some(({ verdict }) => verdict.startsWith('share')),
    );
  const step = Math.max(1, Math.floor(all.length / grounds));
  const some = all.filter((_, index) => index % step === 0);
  goers.set(base, some);
  return some;
}

/** How many requests are drawn for rules that read what was decided. */
const drawn = 1500;
const draws = new WeakMap<Base, readonly Json[]>();

/** Requests drawn by chance, always the same. */
function anything(base: Base): readonly Json[] {
  const made = draws.get(base) ?? fc.sample(requests(meaningful), { numRuns: drawn, seed: 1 });
  draws.set(base, made);
  return made;
}

/** Requests of some of a rule's cases, with whatever lets something go beside them. */
function* withSomethingGoing(base: Base, own: readonly Json[]): Generator<Json> {
  for (const below of going(base)) for (const one of own) yield merged(below, one) as Json;
  for (const above of going(base)) for (const one of own) yield merged(one, above) as Json;
}

/** A request that meets each duty. */
const dutiesMet = (base: Base): Json[] =>
  base.ground.program.ofKind('duty').flatMap(({ rule: { id } }) =>
    casesOf(base, id)
      .filter(({ expect }) => expect === 'met')
      .slice(0, 1)
      .map(({ request }) => request as Json),
  );

/** Whether a rule turns, directly or through others, on whether a duty in law is met. */
const readsDuties = (base: Base, loaded: LoadedRule): boolean =>
  readBy(base, loaded).some(({ conditions }) =>
    [...leavesOf(conditions.node)].some(({ fact }) => fact === 'item.underLegalDuty'),
  );

/** Requests in which a rule may be met, those most like its cases first; of some days, or of the days that they have. */
export function* candidates(
  base: Base,
  loaded: LoadedRule,
  others: readonly LoadedRule[],
  days: readonly (string | undefined)[],
): Generator<Json> {
  const own = [loaded, ...others].flatMap(({ rule }) =>
    casesOf(base, rule.id).map(({ request }) => request as Json),
  );
  const dated = (request: Json): Json[] =>
    days.map((on) => (on === undefined ? request : { ...request, on }));
  yield* own.flatMap(dated);
  const { program } = base.ground;
  const questions = questionsOf(program, loaded);
  // What was decided turns on far more than the rule reads.
  if (program.afterwards.includes(loaded.number))
    for (const one of withSomethingGoing(base, own.slice(0, 4))) yield* dated(one);
  // A duty in law is met by facts that this rule does not read.
  if (readsDuties(base, loaded))
    for (const duty of dutiesMet(base))
      for (const one of own.slice(0, 6)) {
        yield* dated(merged(duty, one) as Json);
        yield* dated(merged(one, duty) as Json);
      }
  for (const one of own)
    for (const other of own) if (one !== other) yield* dated(merged(one, other) as Json);
  for (const one of own.flatMap(dated))
    for (const change of changesOf(one, questions)) yield withChange(one, change);
  for (const day of days) if (day !== undefined) yield* allWays(skeleton(day), loaded, base);
  if (program.afterwards.includes(loaded.number)) yield* anything(base).flatMap(dated);
}

/** Sets aside what a search wants as it is found, and gives back what it did not find. */
export function search<T>(
  base: Base,
  requests: Iterable<Json>,
  wanted: readonly T[],
  shows: (want: T, seen: Seen) => boolean,
): T[] {
  let left = [...wanted];
  let tried = 0;
  for (const request of requests) {
    if (!left.length || ++tried > most) break;
    const seen = see(base, request);
    if (seen) left = left.filter((want) => !shows(want, seen));
  }
  return left;
}
