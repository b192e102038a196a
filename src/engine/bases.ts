import type { articles, availabilities, regimes as regimeWords } from '../model/words.ts';
import { truthAt } from './combine.ts';
import { inForce } from './dates.ts';
import { groups } from './edition.ts';
import type { Bearing } from './edition.ts';
import { mayBeMet } from './evaluate.ts';
import { byText } from './order.ts';
import type { LoadedRule, Program } from './program.ts';
import type { Governing, Regime } from './tables.ts';
import { every, no, some, unknown, wordOf, yes } from './truth.ts';
import type { Truth } from './truth.ts';
import { instanceFor, resultAt, subjectsAt } from './places.ts';
import type { World } from './world.ts';
import { slotOf } from './slots.ts';

type Article = (typeof articles)[number];

/** One lawful basis that exists on the date, rated. */
export interface BasisRow {
  article: Article;
  condition?: string;
  /** The items that it serves, by index. */
  items: readonly number[];
  status: (typeof availabilities)[number];
  preferred: boolean;
  /** Of two bases one holds and it is not known which. */
  alternative: boolean;
  rules: readonly LoadedRule[];
  preference: number;
}

const identifies = slotOf('item.identifies');
const part3 = slotOf('sharer.underPart3');
const ratings = ['unavailable', 'undetermined', 'available'] as const;

/** The items that identify someone, or might. */
const identifying = (world: World): number[] =>
  world.items.flatMap((_, item) => (truthAt(world, identifies, item) === no ? [] : [item]));

/** What some of these rules make of every subject of an item. */
export function servesItem(world: World, rules: readonly LoadedRule[], item: number): Truth {
  const open = rules.filter(mayBeMet(world));
  return every(subjectsAt(world, item), (subject) =>
    some(open, ({ number, scope }) => resultAt(world, number, instanceFor(scope, item, subject))),
  );
}

/** What governs on the date: under the regime that bears, and while that is unknown under each that may. */
export function governing<T extends Governing>(world: World, rows: readonly T[]): T[] {
  const law = truthAt(world, part3);
  return rows.filter(
    (row) =>
      inForce(row, world.on) &&
      (law === unknown || row.lawEnforcement === undefined || row.lawEnforcement === (law === yes)),
  );
}

/** The regime under which the request falls, by the table of regimes. */
export function regimeOf(world: World, table: readonly Regime[]): (typeof regimeWords)[number] {
  if (!identifying(world).length) return 'none';
  const regimes = governing(world, table);
  return (regimes.find(({ lawEnforcement }) => !lawEnforcement) ?? regimes[0])?.id ?? 'none';
}

/** Every lawful basis that exists on the date under the regimes that may govern, rated over the items that identify someone. */
export function lawfulBases(program: Program, world: World, going: readonly number[]): BasisRow[] {
  const items = identifying(world);
  if (!items.length) return [];
  const rows = groups(
    program,
    world,
    ['lawful-basis'],
    ({ params: { article, condition } }) => `${article} ${condition ?? ''}`,
  ).map((group) => row(world, group, items));
  const best = preferredOf(rows, going);
  return rows.map((one) => (one === best ? { ...one, preferred: true } : one));
}

function row(
  world: World,
  group: readonly [Bearing<'lawful-basis'>, ...Bearing<'lawful-basis'>[]],
  items: readonly number[],
): BasisRow {
  const rules = group.map(({ loaded }) => loaded);
  const truths = items.map((item) => servesItem(world, rules, item));
  const served = items.filter((_, index) => truths[index] === yes);
  // Where some of the rules serve by themselves, it is they who say how well the basis fits.
  const fitting = group.filter(({ loaded }) =>
    served.some((item) => servesItem(world, [loaded], item) === yes),
  );
  const { article, condition } = group[0].params;
  return {
    article,
    ...(condition === undefined ? {} : { condition }),
    items: served,
    status: served.length
      ? 'available'
      : wordOf(
          some(truths, (truth) => truth),
          ratings,
        ),
    preferred: false,
    alternative: group.every(({ params }) => params.alternative === true),
    rules,
    preference: Math.min(
      ...(fitting.length ? fitting : group).map(({ params }) => params.preference),
    ),
  };
}

/** The basis to name first: of those that serve the most of what goes, the one that the rules put first. */
function preferredOf(rows: readonly BasisRow[], going: readonly number[]): BasisRow | undefined {
  const reach = ({ items }: BasisRow) => going.filter((item) => items.includes(item)).length;
  return rows
    .filter(({ status }) => status === 'available')
    .sort(
      (a, b) => reach(b) - reach(a) || a.preference - b.preference || byText(a.article, b.article),
    )[0];
}

/**
 * The bases worth telling: those of the regimes that may govern, each rated, and a basis that is one of two only where
 * it holds.
 */
export function basesOf(
  rows: readonly BasisRow[],
  world: World,
  table: readonly Regime[],
): BasisRow[] {
  const articles = new Set(governing(world, table).flatMap((regime) => regime.articles));
  return rows.filter(
    ({ article, alternative, status }) =>
      articles.has(article) && (!alternative || status === 'available'),
  );
}
