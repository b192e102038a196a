import type { RuleKind } from '../model/rule.ts';
import { unsure } from '../model/leaf.ts';
import { answered } from './conditions.ts';
import { bearingRules, editionOf, nationalRules } from './edition.ts';
import { atItem, confirmed, isLegalDuty, mayBeMet } from './evaluate.ts';
import { itemBars } from './kinds.ts';
import type { LoadedRule, Program } from './program.ts';
import { and, every, no, not, or, some, unknown, yes } from './truth.ts';
import type { Truth } from './truth.ts';
import type { World } from './world.ts';
import type { Slot, Value } from './slots.ts';
import { placeAt, valueAt } from './world.ts';
import { instanceFor, resultAt, subjectsAt } from './places.ts';
import { slotOf } from './slots.ts';

/** A bar at an item: what it is worth after the duties that lift it, and after what may be confirmed. */
export interface BarFinding {
  rule: LoadedRule;
  truth: Truth;
  /** An unknown bar that would be false if what may be confirmed were harmless. */
  confirm: boolean;
}

/** The permissions that the formula asks for, by the name under which one is missing. */
export const needs = ['purpose', 'basis', 'special', 'offence', 'power', 'confidence'] as const;
export type Need = (typeof needs)[number];

/** Which kinds of rule answer a need. */
export const kindsOf: Readonly<Record<Need, readonly RuleKind[]>> = {
  purpose: ['reuse-compatible'],
  basis: ['lawful-basis'],
  special: ['special-category-condition'],
  offence: ['offence-data-condition'],
  power: ['power', 'duty'],
  confidence: ['confidence-met'],
};

export interface ItemFinding {
  item: number;
  bars: readonly BarFinding[];
  /** What each need comes to: true where it is met or does not arise. */
  needs: Readonly<Record<Need, Truth>>;
  /** What the permissions of each need come to, whether or not the need arises. */
  permissions: Readonly<Record<Need, Truth>>;
  duties: readonly LoadedRule[];
  /** A met bar stands against a met duty. */
  conflict: boolean;
  goes: Truth;
  /** Confidence is assumed to be outweighed, to be confirmed before sharing. */
  assumesConfidence: boolean;
}

const slot = {
  identifies: slotOf('item.identifies'),
  special: slotOf('item.special'),
  offence: slotOf('item.offenceData'),
  confidential: slotOf('item.confidential'),
  outweighs: slotOf('item.publicInterestOverridesConfidence'),
  publicAuthority: slotOf('sharer.publicAuthority'),
  high: slotOf('concern.high'),
  children: slotOf('concern.children'),
  role: slotOf('recipient.roleInSafeguarding'),
};
const truthOf = (value: Value): Truth =>
  value === true ? yes : value === undefined || value === unsure ? unknown : no;

/** Whether one of a request's yes/no facts is true, false or unknown. */
export const truthAt = (world: World, where: Slot, index = 0): Truth =>
  truthOf(valueAt(world, where, index));

/** Whether the concern is at significant harm or above, for a child or an adult. */
export const isHigh = (world: World): Truth => truthAt(world, slot.high);

/**
 * What some rule of the kinds makes of every subject of an item. Where no such rule is in force on the date, the law
 * of that date is not encoded: that is unknown, never no.
 */
function permitted(
  program: Program,
  world: World,
  item: number,
  kinds: readonly RuleKind[],
): Truth {
  const encoded = nationalRules(program, world, kinds);
  if (!encoded.length) return unknown;
  const rules = encoded.filter(mayBeMet(world));
  return every(subjectsAt(world, item), (subject) =>
    some(rules, ({ number, scope }) => resultAt(world, number, instanceFor(scope, item, subject))),
  );
}

/** Whether a duty, where it is met, lifts a bar: one that it names; and what is local gives way to every duty in law. */
const lifts = (duty: LoadedRule, bar: LoadedRule): boolean => {
  const { event } = duty.rule;
  return (
    event.type === 'duty' &&
    (event.params.lifts?.includes(bar.rule.id) === true || (bar.local && isLegalDuty(duty)))
  );
};

/** The duties that bear on the day and lift a bar where they are met. */
export function liftingDuties(
  program: Program,
  world: World,
  bar: LoadedRule,
): readonly LoadedRule[] {
  const known = editionOf(program, world).once('lifting', () => [] as LoadedRule[][]);
  return (known[bar.number] ??= bearingRules(program, world, 'duty').filter((duty) =>
    lifts(duty, bar),
  ));
}

/** A bar, and not any duty that lifts it; a guidance condition counts only below significant harm. */
function barTruth(
  program: Program,
  real: World,
  world: World,
  bar: LoadedRule,
  item: number,
): Truth {
  const truth = atItem(bar, world, item);
  if (truth === no) return no;
  const lifted = some(liftingDuties(program, real, bar), (duty) => atItem(duty, real, item));
  const below = bar.rule.event.type === 'guidance-condition' ? not(isHigh(real)) : yes;
  return and(truth, and(not(lifted), below));
}

function assumesConfidence(program: Program, world: World, item: number): boolean {
  const place = placeAt(world, 'item', item);
  const outweighs = valueAt(world, slot.outweighs, item);
  const answers = program
    .answersTo('item.publicInterestOverridesConfidence')
    .filter(({ scope }) => scope === 'case' || scope === 'item');
  return (
    outweighs === undefined &&
    answered(world, place, answers) === undefined &&
    valueAt(world, slot.confidential, item) !== unsure &&
    truthAt(world, slot.children) === yes &&
    isHigh(world) === yes &&
    truthAt(world, slot.role) === yes
  );
}

const isInLaw = ({ rule: { rule: bar } }: BarFinding): boolean =>
  'level' in bar.event.params && bar.event.params.level === 'law';

/**
 * Whether met duties stand against all the bars that are met. Neither wins by itself, save that guidance asks for
 * nothing that the law forbids; a local duty is no party to it.
 */
function isConflict(duties: readonly LoadedRule[], bars: readonly BarFinding[]): boolean {
  const national = duties.filter(({ local }) => !local);
  const met = bars.filter(({ truth }) => truth === yes);
  return (
    met.length > 0 &&
    met.every((bar) => (isInLaw(bar) ? national.some(isLegalDuty) : national.length > 0))
  );
}

/** The one formula, for each item (or those asked for): what bars it, what permits it, and whether it goes. */
export function combine(
  program: Program,
  world: World,
  items: Iterable<number> = world.items.keys(),
): ItemFinding[] {
  const bars = bearingRules(program, world, itemBars).filter(mayBeMet(world));
  const openDuties = bearingRules(program, world, 'duty').filter(mayBeMet(world));
  let other: World | undefined;
  const ifConfirmed = () => (other ??= confirmed(program, world));

  return [...items].map((item) => {
    const found = bars.flatMap((rule): BarFinding[] => {
      const truth = barTruth(program, world, world, rule, item);
      if (truth === no) return [];
      const confirm =
        truth === unknown && barTruth(program, world, ifConfirmed(), rule, item) === no;
      return [{ rule, truth, confirm }];
    });
    const permissions = Object.fromEntries(
      needs.map((need) => [need, permitted(program, world, item, kindsOf[need])]),
    ) as Record<Need, Truth>;
    const anonymous = not(truthAt(world, slot.identifies, item));
    const open = not(truthAt(world, slot.confidential, item));
    const assumed =
      permissions.confidence === unknown && open !== yes && assumesConfidence(program, world, item);
    const identifying = (need: Need, arises: Truth): Truth =>
      or(anonymous, or(not(arises), permissions[need]));
    const met: Record<Need, Truth> = {
      purpose: permissions.purpose,
      basis: identifying('basis', yes),
      special: identifying('special', truthAt(world, slot.special, item)),
      offence: identifying('offence', truthAt(world, slot.offence, item)),
      power: identifying('power', truthAt(world, slot.publicAuthority)),
      confidence: assumed ? yes : or(open, permissions.confidence),
    };
    const permittedAll = every(needs, (need) => met[need]);
    const barred = some(found, ({ truth, confirm }) => (confirm ? no : truth));
    const duties = openDuties.filter((duty) => atItem(duty, world, item) === yes);
    const conflict = permittedAll !== no && isConflict(duties, found);
    return {
      item,
      bars: found,
      needs: met,
      permissions,
      duties,
      conflict,
      goes: conflict ? unknown : and(permittedAll, not(barred)),
      assumesConfidence: assumed,
    };
  });
}
