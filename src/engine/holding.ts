import { kindsOf, liftingDuties, needs } from './combine.ts';
import type { ItemFinding, Need } from './combine.ts';
import { nationalRules } from './edition.ts';
import { atItem } from './evaluate.ts';
import { instancesAt, openFacts } from './open.ts';
import type { Found, OpenFact } from './open.ts';
import type { LoadedRule, Program } from './program.ts';
import { factsById } from '../model/facts.ts';
import { consentKinds } from '../model/words.ts';
import { no, unknown, yes } from './truth.ts';
import { isMentioned, valueAt } from './world.ts';
import type { World } from './world.ts';
import { slotOf } from './slots.ts';

/** The facts of the item itself that decide whether a need arises. */
const arises: Readonly<Record<Need, readonly string[]>> = {
  purpose: [],
  basis: ['item.identifies'],
  special: ['item.special'],
  offence: ['item.offenceData'],
  power: ['sharer.publicAuthority'],
  confidence: ['item.confidential'],
};

/** The needs that do not arise where nobody is identified. */
const ofIdentities: readonly Need[] = ['basis', 'special', 'offence', 'power'];

/** Whether a question is about a scheme, a move or a consent that the request does not mention. */
export function unmentioned(world: World, { fact, index }: OpenFact): boolean {
  const { request } = world;
  if (fact.startsWith('scheme.')) {
    const scheme = fact.split('.')[1] as keyof NonNullable<typeof request.scheme>;
    return request.scheme?.[scheme] === undefined;
  }
  if (fact.startsWith('move.')) return request.move === undefined;
  return fact.startsWith('consent.') && !isMentioned(world, index);
}

/** What a rule that is unknown asks at an item. */
type Asks = (rule: LoadedRule, item: number) => OpenFact[];

/** Of the rules that could still meet a need, what the one asks that needs the fewest answers. */
function cheapest(
  program: Program,
  world: World,
  need: Need,
  item: number,
  asksOf: Asks,
): OpenFact[] {
  const asks = nationalRules(program, world, kindsOf[need])
    .filter((rule) => instancesAt(world, rule, item).length > 0)
    .map((rule) => asksOf(rule, item))
    .filter((open) => open.length > 0)
    .sort((a, b) => a.length - b.length);
  return asks[0] ?? [];
}

/**
 * The unknown facts that hold an item which is neither going nor withheld. A scheme, a move or a consent that the request
 * does not mention is asked about only where there is nothing else to ask, and so is what would put the
 * item under a duty in law: an item is never held in silence.
 */
export function holding(search: Found, finding: ItemFinding): OpenFact[] {
  const { program, world } = search;
  const asks =
    (duties: boolean): Asks =>
    (rule, item) =>
      instancesAt(world, rule, item).flatMap((index) => openFacts(search, rule, index, { duties }));
  const asked = asking(program, world, finding, (rule, item) =>
    asks(false)(rule, item).filter((fact) => !unmentioned(world, fact)),
  );
  return asked.length ? asked : asking(program, world, finding, asks(true));
}

function asking(
  program: Program,
  world: World,
  { item, bars, needs: met, permissions }: ItemFinding,
  asksOf: Asks,
): OpenFact[] {
  const fromBars = bars
    .filter(({ truth, confirm }) => truth === unknown && !confirm)
    .flatMap(({ rule }) => [
      ...asksOf(rule, item),
      // A bar that is met is open only through a duty that may lift it.
      ...(atItem(rule, world, item) === yes ? lifting(program, world, rule, item, asksOf) : []),
      // A guidance condition counts only below significant harm: while that is open, so is it.
      ...(rule.rule.event.type === 'guidance-condition'
        ? unknownFact(world, 'concern.high', item)
        : []),
    ]);
  const fromNeeds = needs
    .filter((need) => met[need] === unknown)
    .flatMap((need) => [
      ...arises[need].flatMap((fact) => unknownFact(world, fact, item)),
      // What no rule permits may still go if it identifies nobody.
      ...(permissions[need] === no && ofIdentities.includes(need)
        ? unknownFact(world, 'item.identifies', item)
        : []),
      ...(permissions[need] === no ? [] : cheapest(program, world, need, item, asksOf)),
    ]);
  return [
    ...new Map(
      [...fromBars, ...fromNeeds].map((open) => {
        const asked = ofSomeone(world, open, item);
        return [`${asked.fact}/${asked.index}`, asked];
      }),
    ).values(),
  ];
}

/** A question that can be answered: of a subject of whom nothing is known, it is first asked who that is. */
function ofSomeone(world: World, open: OpenFact, item: number): OpenFact {
  const person =
    open.scope === 'person'
      ? open.index
      : open.scope === 'consent'
        ? Math.floor(open.index / consentKinds.length)
        : undefined;
  return person !== undefined && world.people[person]?.nobodyKnown === true
    ? { fact: 'item.about', scope: 'item', index: item, unsure: false }
    : open;
}

/** What the duties ask that would lift a bar, and are unknown at an item. */
const lifting = (
  program: Program,
  world: World,
  bar: LoadedRule,
  item: number,
  asksOf: Asks,
): OpenFact[] => liftingDuties(program, world, bar).flatMap((duty) => asksOf(duty, item));

function unknownFact(world: World, id: string, item: number): OpenFact[] {
  const asked = factsById.get(id)?.asks ?? [id];
  return asked.flatMap((fact) => {
    const slot = slotOf(fact);
    const index = slot.scope === 'item' ? item : 0;
    const value = valueAt(world, slot, index);
    return value === undefined || value === 'unsure'
      ? [{ fact, scope: slot.scope, index, unsure: value === 'unsure' }]
      : [];
  });
}
