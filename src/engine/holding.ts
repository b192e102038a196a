import { kindsOf, liftersOf, needs } from './combine.ts';
import type { ItemFinding, Need } from './combine.ts';
import { bearingRules, nationalRules } from './edition.ts';
import { atItem, isLegalDuty } from './evaluate.ts';
import { openFacts } from './open.ts';
import type { OpenFact } from './open.ts';
import type { LoadedRule, Program } from './program.ts';
import { factsById } from '../model/facts.ts';
import { no, unknown, yes } from './truth.ts';
import { isMentioned } from './world.ts';
import { instancesAt, resultAt } from './places.ts';
import type { World } from './world.ts';
import { valueAt } from './world.ts';
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

/** The instances of a rule's scope that bear on an item and that are unknown. */
const unknownAt = (world: World, rule: LoadedRule, item: number): readonly number[] =>
  instancesAt(world, rule, item).filter((index) => resultAt(world, rule.number, index) === unknown);

type Wanted = (fact: OpenFact) => boolean;

const openAt = (
  program: Program,
  world: World,
  rule: LoadedRule,
  item: number,
  wanted: Wanted,
): OpenFact[] =>
  unknownAt(world, rule, item)
    .flatMap((index) => openFacts(program, world, rule, index))
    .filter(wanted);

/** Of the rules that are still open, what the one asks that needs the fewest answers. */
function cheapest(
  program: Program,
  world: World,
  rules: readonly LoadedRule[],
  item: number,
  wanted: Wanted,
): OpenFact[] {
  const asks = rules
    .filter((rule) => unknownAt(world, rule, item).length > 0)
    .map((rule) => openAt(program, world, rule, item, wanted))
    .filter((open) => open.length > 0)
    .sort((a, b) => a.length - b.length);
  return asks[0] ?? [];
}

/**
 * The unknown facts that hold an item which is neither going nor withheld. A scheme, a move or a consent that the
 * request does not mention is no question, unless nothing else is left that could settle the item.
 */
export function holding(program: Program, world: World, finding: ItemFinding): OpenFact[] {
  const mentioned = held(program, world, finding, (fact) => !unmentioned(world, fact));
  if (mentioned.length) return mentioned;
  const any = held(program, world, finding, () => true);
  if (any.length || finding.conflict) return any;
  // What is left turns on whether some duty in law is met: any one will do.
  const duties = bearingRules(program, world, 'duty').filter(isLegalDuty);
  return cheapest(program, world, duties, finding.item, () => true);
}

function held(
  program: Program,
  world: World,
  { item, bars, needs: met, permissions }: ItemFinding,
  wanted: Wanted,
): OpenFact[] {
  const fromBars = bars
    .filter(({ truth, confirm }) => truth === unknown && !confirm)
    .flatMap(({ rule }) => [
      ...openAt(program, world, rule, item, wanted),
      // A bar that is met is open only for a duty that may lift it.
      ...(atItem(rule, world, item) === yes
        ? cheapest(program, world, liftersOf(program, world, rule), item, wanted)
        : []),
      // A guidance condition counts only below significant harm: while that is open, so is it.
      ...(rule.rule.event.type === 'guidance-condition'
        ? unknownFact(world, 'concern.high', item)
        : []),
    ]);
  const fromNeeds = needs
    .filter((need) => met[need] === unknown)
    .flatMap((need) => [
      ...arises[need].flatMap((fact) => unknownFact(world, fact, item)),
      ...(permissions[need] === no
        ? []
        : cheapest(program, world, nationalRules(program, world, kindsOf[need]), item, wanted)),
    ]);
  return [
    ...new Map(
      [...fromBars, ...fromNeeds].map((open) => [`${open.fact}/${open.index}`, open]),
    ).values(),
  ];
}

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
