import { anywhere, bearing, grouped, ids } from './bearing.ts';
import type { SharingDecision } from '../model/decision.ts';

import { consentKinds } from '../model/words.ts';
import type { advisorRoles, obligationLevels } from '../model/words.ts';
import { truthAt } from './combine.ts';
import { servesItem } from './bases.ts';
import { later } from './dates.ts';
import { atItem } from './evaluate.ts';
import { byText } from './order.ts';
import type { LoadedRule, Program } from './program.ts';
import { factsById } from '../model/facts.ts';
import { slotOf } from './slots.ts';
import type { Settled } from './settle.ts';
import { strongest } from './settle.ts';
import type { Texts } from './tables.ts';
import { no, or, some, unknown, wordOf, yes } from './truth.ts';
import type { Truth } from './truth.ts';
import type { World } from './world.ts';
import { valueAt } from './world.ts';
import { resultAt } from './places.ts';
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

/** Every duty, power, scheme and restriction that bears on the request. */
export function gateways(program: Program, world: World): Section<'gateways'> {
  const named = valueAt(world, slotOf('demand.power'), 0);
  const rows = (['duty', 'power', 'restriction'] as const).flatMap((kind) =>
    bearing(program, world, kind)
      .filter(({ loaded }) => !loaded.local && loaded.rule.commencement !== 'not-commenced')
      .map(({ loaded, params }) => {
        const scheme = 'scheme' in params ? params.scheme : undefined;
        const announced = some(world.raw.get(loaded.number) ?? [], (truth) => truth);
        const truth =
          loaded.rule.commencement === 'announced'
            ? announced === no
              ? no
              : unknown
            : anywhere(loaded, world);
        const inLaw =
          'strength' in params
            ? params.strength === 'must'
            : 'level' in params && params.level === 'law';
        const asked =
          params.gateway === named ||
          (scheme !== undefined && valueAt(world, slotOf(`scheme.${scheme}.inPlay`), 0) === true);
        const strength =
          kind === 'power'
            ? ('may' as const)
            : inLaw && loaded.rule.commencement !== 'announced'
              ? ('must' as const)
              : ('should' as const);
        return {
          loaded,
          id: params.gateway,
          kind: scheme ? ('scheme' as const) : kind,
          truth,
          strength,
          asked,
        };
      }),
  );
  return grouped(rows, ({ id }) => id).flatMap((group) => {
    const truth = some(group, (row) => row.truth);
    if (truth === no && !group.some(({ asked }) => asked)) return [];
    const [{ id, kind }] = group;
    const bearingOn = group.filter((row) => row.truth === truth);
    return [
      {
        id,
        kind,
        status: wordOf(truth, ['does-not-apply', 'undetermined', 'applies'] as const),
        strength: strongest(bearingOn.map(({ strength }) => strength)),
        reasons: ids(bearingOn.map(({ loaded }) => loaded)),
      },
    ];
  });
}

/** Each consent that the request speaks of, with its defects. */
export function consents(program: Program, world: World): Section<'consents'> {
  const defects = bearing(program, world, 'consent-defect');
  const valid = slotOf('consent.valid');
  return world.people.flatMap(({ ref }, person) =>
    consentKinds.flatMap((kind, offset) => {
      const index = person * consentKinds.length + offset;
      if (world.request.people?.find((one) => one.ref === ref)?.consent?.[kind] === undefined)
        return [];
      const finding = ({ number }: LoadedRule) => resultAt(world, number, index);
      const found = (truth: Truth) => defects.filter(({ loaded }) => finding(loaded) === truth);
      const met = found(yes);
      const other = (verdict: 'not-appropriate' | 'not-needed', list: typeof met) =>
        list.some(({ params }) => params.verdict === verdict);
      const worth = truthAt(world, valid, index);
      // A consent that may turn out not to be asked for at all is not yet called invalid.
      const unsettled = found(unknown).some(
        ({ params }) => params.verdict !== undefined && params.verdict !== 'invalid',
      );
      const verdict =
        worth === yes
          ? ('valid' as const)
          : worth === unknown
            ? ('undetermined' as const)
            : other('not-appropriate', met)
              ? ('not-appropriate' as const)
              : unsettled
                ? ('undetermined' as const)
                : other('not-needed', met)
                  ? ('not-needed' as const)
                  : ('invalid' as const);
      return [
        {
          person: ref,
          kind,
          verdict,
          defects: [...new Set(met.map(({ params }) => params.defect))].sort(),
          reasons: ids(
            (worth === yes ? [] : worth === no ? met : found(unknown)).map(({ loaded }) => loaded),
          ),
        },
      ];
    }),
  );
}

const levelRank = (level: (typeof obligationLevels)[number]): number =>
  ['must', 'should', 'could'].indexOf(level);
const applies = (truth: Truth) =>
  truth === yes ? ('applies' as const) : ('undetermined' as const);
const dateOf = (world: World, fact: string): string | undefined => {
  if (fact === 'on') return world.on;
  const slot = slotOf(fact);
  const dates = world.values[slot.scope]
    .map((row) => row[slot.slot])
    .filter((value) => typeof value === 'string' && value !== unsure);
  return dates.sort()[0] as string | undefined;
};

/** What follows whatever the outcome: to do before, with or after. */
export function obligations(program: Program, world: World): Section<'obligations'> {
  const rows = bearing(program, world, 'obligation')
    .map((row) => ({ ...row, truth: anywhere(row.loaded, world) }))
    .filter(({ truth }) => truth !== no);
  return grouped(rows, ({ params }) => params.obligation).map((group) => {
    const truth = group.reduce<Truth>((all, one) => or(all, one.truth), no);
    const counting = group
      .filter((one) => one.truth === truth)
      .sort((a, b) => levelRank(a.params.level) - levelRank(b.params.level));
    const [{ params }] = counting as [(typeof group)[number]];
    const due = counting
      .flatMap(({ params: { due: delay } }) => {
        const from = delay && dateOf(world, delay.from);
        return delay && from ? [later(from, delay)] : [];
      })
      .sort()[0];
    return {
      id: params.obligation,
      level: params.level,
      when: params.when,
      ...(due === undefined ? {} : { due }),
      status: applies(truth),
      text: params.text,
      reasons: ids(counting.map(({ loaded }) => loaded)),
    };
  });
}

/** Whom to ask, and about what. */
export function advice(
  program: Program,
  world: World,
  settled: Settled,
  texts: Texts,
): Section<'advice'> {
  const rows: { who: (typeof advisorRoles)[number]; about: string; rules: LoadedRule[] }[] =
    bearing(program, world, 'advice')
      .filter(({ loaded }) => anywhere(loaded, world) === yes)
      .map(({ loaded, params }) => ({ ...params, rules: [loaded] }));
  for (const { finding } of settled.items) {
    if (finding.conflict)
      rows.push({
        who: 'legal',
        about: texts.conflict,
        rules: [...finding.bars.map(({ rule }) => rule), ...finding.duties],
      });
  }
  return grouped(rows, ({ who, about }) => `${who} ${about}`).map((group) => {
    const [{ who, about }] = group;
    return { who, about, reasons: ids(group.flatMap(({ rules }) => rules)) };
  });
}

/** What is to be recorded, with what is already known of it. */
export function record(program: Program, world: World): Section<'record'> {
  const rows = bearing(program, world, 'record-field')
    .map((row) => ({ ...row, truth: anywhere(row.loaded, world) }))
    .filter(({ truth }) => truth !== no);
  return grouped(rows, ({ params }) => params.field).map((group) => {
    const truth = some(group, (one) => one.truth);
    const counting = group
      .filter((one) => one.truth === truth)
      .sort((a, b) => levelRank(a.params.level) - levelRank(b.params.level));
    const [{ params }] = counting as [(typeof group)[number]];
    const late = counting.some((one) => one.params.timing === 'as-soon-as-possible-after');
    const values = counting.flatMap((one) => {
      const known =
        one.params.value === undefined ? undefined : knownValue(world, one.params.value);
      return known === undefined ? [] : [known];
    });
    return {
      field: params.field,
      level: params.level,
      timing: late ? ('as-soon-as-possible-after' as const) : ('before' as const),
      status: applies(truth),
      sources: [
        ...new Set(
          counting.flatMap(({ loaded }) => loaded.rule.references.map(({ source }) => source)),
        ),
      ].sort(),
      ...(values[0] === undefined ? {} : { value: values[0] }),
      reasons: ids(counting.map(({ loaded }) => loaded)),
    };
  });
}

function knownValue(world: World, fact: string): boolean | string | string[] | undefined {
  // INVARIANT: a record carries no reference of a person or item, only words of closed lists and yes or no.
  if (factsById.get(fact)?.scope !== 'case') return undefined;
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
  return {
    urgency: met.length || conflict ? 'without-delay' : 'routine',
    rules: met.map(({ loaded }) => loaded),
  };
}

/** What to be wary of. */
export function cautions(
  program: Program,
  world: World,
  texts: Texts,
  lawAsAt: string,
): Section<'cautions'> {
  const own = bearing(program, world, 'caution')
    .filter(({ loaded }) => anywhere(loaded, world) === yes)
    .map(({ loaded: { rule } }) => ({ id: rule.id, text: rule.because }));
  const pending = program.rules.flatMap((loaded) => {
    const { commencement, title, id } = loaded.rule;
    const raw = world.raw.get(loaded.number) ?? [];
    if (!raw.includes(yes)) return [];
    return [
      {
        id,
        text: `${title}: ${commencement === 'announced' ? texts.announced : texts.notCommenced}`,
      },
    ];
  });
  const rows = [...own, ...pending]
    .sort((a, b) => byText(a.id, b.id))
    .map(({ id, text }) => ({ text, reasons: [id] }));
  return world.on > lawAsAt ? [...rows, { text: texts.afterLawAsAt, reasons: [] }] : rows;
}
