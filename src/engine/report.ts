import { anywhere, ids } from './cite.ts';
import type { SharingDecision } from '../model/decision.ts';

import type { advisorRoles, obligationLevels } from '../model/words.ts';
import { truthAt } from './combine.ts';
import { servesItem } from './bases.ts';
import { later } from './dates.ts';
import { deepFreeze } from './freeze.ts';
import { bearing, editionOf, groups } from './edition.ts';
import type { Bearing } from './edition.ts';
import { atItem } from './evaluate.ts';
import { byReasons, byText } from './order.ts';
import type { Pack } from '../model/rule.ts';
import type { LoadedRule, Program } from './program.ts';
import { factsById } from '../model/facts.ts';
import { resultAt, subjectsAt } from './places.ts';
import { slotOf } from './slots.ts';
import type { Settled } from './settle.ts';
import { fill } from './fill.ts';
import type { Say } from './fill.ts';
import type { Wording } from './texts.ts';
import { no, some, wordOf, yes } from './truth.ts';
import type { Truth } from './truth.ts';
import type { World } from './world.ts';
import { valueAt } from './world.ts';
import { unsure } from '../model/leaf.ts';

type Section<K extends keyof SharingDecision> = SharingDecision[K];

const confidential = slotOf('item.confidential');

/** For each item that is or may be confidential, whether confidence gives way, and by what. */
export function confidentiality(program: Program, world: World): Section<'confidentiality'> {
  return world.items.flatMap((item, index) => {
    if (truthAt(world, confidential, index) === no) return [];
    const rules = bearing(program, world, 'confidence-met');
    const truth = servesItem(
      world,
      rules.map(({ loaded }) => loaded),
      index,
    );
    const met = rules.filter(({ loaded }) => atItem(loaded, world, index) === yes);
    const [first] = truth === yes ? met : [];
    return [
      {
        item,
        status: wordOf(truth, ['not-met', 'undetermined', 'met'] as const),
        ...(first ? { by: first.params.by } : {}),
        reasons: ids((truth === yes ? met : rules).map(({ loaded }) => loaded)),
      },
    ];
  });
}

const levelRank = (level: (typeof obligationLevels)[number]): number =>
  ['must', 'should', 'could'].indexOf(level);
const applies = (truth: Truth) =>
  truth === yes ? ('applies' as const) : ('undetermined' as const);
/** The earliest date of a fact: of an item, among those where the rule finds so much, if it looks at items. */
const dateOf = (
  world: World,
  { number, rule: { scope } }: LoadedRule,
  truth: Truth,
  fact: string,
): string | undefined => {
  if (fact === 'on') return world.on;
  const slot = slotOf(fact);
  const meant = (item: number): boolean =>
    scope === 'item'
      ? resultAt(world, number, item) === truth
      : subjectsAt(world, item).some((subject) => resultAt(world, number, subject) === truth);
  const everywhere = slot.scope !== 'item' || (scope !== 'item' && scope !== 'subject');
  const dates = world.values[slot.scope]
    .filter((_, index) => everywhere || meant(index))
    .map((row) => row[slot.slot])
    .filter((value) => typeof value === 'string');
  return dates.sort()[0];
};

/** The rules of a group that count: those that are met, else those that are unknown, the strongest first. */
function counting<K extends 'obligation' | 'record-field'>(
  group: readonly Bearing<K>[],
  world: World,
): { truth: Truth; rows: readonly Bearing<K>[] } {
  const truth = some(group, ({ loaded }) => anywhere(loaded, world));
  if (truth === no) return { truth, rows: [] };
  if (group.length === 1) return { truth, rows: group };
  const rows = group.filter(({ loaded }) => anywhere(loaded, world) === truth);
  return {
    truth,
    rows: rows.sort((a, b) => levelRank(a.params.level) - levelRank(b.params.level)),
  };
}

/** What follows whatever the outcome: to do before, with or after. What a local procedure asks has a row of its own. */
export function obligations(program: Program, world: World, say: Say): Section<'obligations'> {
  const key = ({ loaded: { local, rule }, params }: Bearing<'obligation'>) =>
    local ? `${params.obligation} ${rule.id}` : params.obligation;
  return groups(program, world, ['obligation'], key).flatMap((group) => {
    const { truth, rows } = counting(group, world);
    const [first] = rows;
    if (!first) return [];
    const { obligation, level, when, text } = first.params;
    const dates = rows.flatMap(({ loaded, params: { due: delay } }) => {
      const from = delay && dateOf(world, loaded, truth, delay.from);
      return delay && from ? [later(from, delay)] : [];
    });
    const [due] = dates.sort();
    return [
      {
        id: obligation,
        level,
        when,
        ...(due === undefined ? {} : { due }),
        status: applies(truth),
        text: say(`rule.${first.loaded.rule.id}.text`, text),
        reasons: ids(rows.map(({ loaded }) => loaded)),
      },
    ];
  });
}

type Adviser = (typeof advisorRoles)[number];
/** Whom to ask, and about what. */
export function advice(
  program: Program,
  world: World,
  settled: Settled,
  { say, texts }: Wording,
  local: readonly Pack[],
): Section<'advice'> {
  const found = new Map<string, { who: Adviser; about: string; rules: LoadedRule[] }>();
  const add = (key: string, who: Adviser, about: string, rules: readonly LoadedRule[]) => {
    const row = found.get(key) ?? { who, about, rules: [] };
    row.rules.push(...rules);
    found.set(key, row);
  };
  for (const { loaded, params } of bearing(program, world, 'advice')) {
    const { who, about } = params;
    if (anywhere(loaded, world) === yes)
      add(`${who} ${about}`, who, say(`rule.${loaded.rule.id}.about`, about), [loaded]);
  }
  for (const { finding } of settled.items) {
    const { bars, duties } = finding;
    if (finding.conflict)
      add('conflict', 'legal', texts.conflict, [...bars.map(({ rule }) => rule), ...duties]);
  }
  return [...found.values()]
    .map(({ who, about, rules }) => {
      const contacts = local.flatMap((pack) => pack.contacts?.[who] ?? []);
      return { who, about, ...(contacts.length ? { contacts } : {}), reasons: ids(rules) };
    })
    .sort((a, b) => byText(a.who, b.who) || byReasons(a, b));
}

/** What local procedures call the answers that the request gives. */
export const terms = (world: World, local: readonly Pack[]): Section<'terms'> =>
  local.flatMap(({ id: pack, terms: named = {} }) =>
    Object.entries(named).flatMap(([fact, byAnswer]) => {
      const answer = valueAt(world, slotOf(fact), 0) as string;
      const term = (byAnswer as Readonly<Record<string, string>> | undefined)?.[answer];
      return term === undefined ? [] : [{ fact, answer, term, pack }];
    }),
  );

type FieldRule = Bearing<'record-field'>;
/** The sources that ask for a field, where all of its rules count or it has but one. */
type KnownSources = WeakMap<readonly FieldRule[], readonly string[]>;

/** The sources of the rules of a field that count. */
function sourcesOf(
  rows: readonly FieldRule[],
  group: readonly FieldRule[],
  known: KnownSources,
): readonly string[] {
  const before = rows === group ? known.get(group) : undefined;
  if (before) return before;
  const cited = rows.flatMap(({ loaded }) => loaded.rule.references.map(({ source }) => source));
  const sources = deepFreeze([...new Set(cited)].sort());
  if (rows === group) known.set(group, sources);
  return sources;
}

/** What is to be recorded, with what is already known of it. */
export function record(program: Program, world: World): Section<'record'> {
  const known: KnownSources = editionOf(program, world).once('sources', () => new WeakMap());
  return groups(program, world, ['record-field'], ({ params }) => params.field).flatMap((group) => {
    const { truth, rows } = counting(group, world);
    const [first] = rows;
    if (!first) return [];
    const late = rows.some(({ params }) => params.timing === 'as-soon-as-possible-after');
    const values = rows.flatMap(({ params: { value } }) => {
      const answer = value === undefined ? undefined : knownValue(world, value);
      return answer === undefined ? [] : [answer];
    });
    const reasons = ids(rows.map(({ loaded }) => loaded));
    const sources = sourcesOf(rows, group, known);
    return [
      {
        field: first.params.field,
        level: first.params.level,
        timing: late ? ('as-soon-as-possible-after' as const) : ('before' as const),
        status: applies(truth),
        sources,
        ...(values[0] === undefined ? {} : { value: values[0] }),
        reasons,
      },
    ];
  });
}

function knownValue(world: World, fact: string): boolean | string | string[] | undefined {
  // INVARIANT: a record carries no reference of a person or item, only words of closed lists and yes or no.
  const known = factsById.get(fact);
  if (known?.scope !== 'case' || !['yes-no', 'word', 'words'].includes(known.type))
    return undefined;
  const value = valueAt(world, slotOf(fact), 0);
  return value === null || value === undefined || value === unsure
    ? undefined
    : typeof value === 'object'
      ? [...value]
      : value;
}

/** How soon to act. */
export function urgency(
  program: Program,
  world: World,
  settled: Settled,
): { urgency: Section<'urgency'>; rules: LoadedRule[] } {
  const met = bearing(program, world, 'urgency').filter(
    ({ loaded }) => anywhere(loaded, world) === yes,
  );
  const conflict = settled.items.some(({ finding }) => finding.conflict);
  const immediate = met.filter(({ params }) => params.urgency === 'immediate');
  if (immediate.length)
    return { urgency: 'immediate', rules: immediate.map(({ loaded }) => loaded) };
  // Where nobody knows how serious it is, it may be serious.
  const unsureLevel = valueAt(world, slotOf('concern.level'), 0) === unsure;
  return {
    urgency: met.length || conflict || unsureLevel ? 'without-delay' : 'routine',
    rules: met.map(({ loaded }) => loaded),
  };
}

/** What to be wary of. */
export function cautions(
  program: Program,
  world: World,
  { say, texts }: Wording,
  lawAsAt: string,
): Section<'cautions'> {
  const own = bearing(program, world, 'caution')
    .filter(({ loaded }) => anywhere(loaded, world) === yes)
    .map(({ loaded: { rule } }) => ({
      id: rule.id,
      text: say(`rule.${rule.id}.because`, rule.because),
    }));
  const pending = [...world.raw].flatMap(([number, raw]) => {
    if (!raw.includes(yes)) return [];
    const { commencement, title, id } = (program.rules[number] as LoadedRule).rule;
    const state = commencement === 'announced' ? texts.announced : texts.notCommenced;
    return [{ id, text: fill(texts.pending, { title: say(`rule.${id}.title`, title), state }) }];
  });
  const rows = [...own, ...pending]
    .sort((a, b) => byText(a.id, b.id))
    .map(({ id, text }) => ({ text, reasons: [id] }));
  return world.on > lawAsAt ? [...rows, { text: texts.afterLawAsAt, reasons: [] }] : rows;
}
