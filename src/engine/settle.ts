import type { changes, outcomes, strengths, verdicts } from '../model/words.ts';
import { combine, isHigh, truthAt } from './combine.ts';
import type { ItemFinding } from './combine.ts';
import { lawfulBases } from './bases.ts';
import type { BasisRow } from './bases.ts';
import { atItem, isAnnouncedAt, isLegalDuty, tell } from './evaluate.ts';
import { conditionsOf } from './conditions-of-items.ts';
import type { ConditionRow } from './conditions-of-items.ts';
import { bearing, bearingRules } from './edition.ts';
import type { Bearing } from './edition.ts';
import { informing } from './informing.ts';
import type { InformingRow } from './informing.ts';
import { holding } from './holding.ts';
import { searchOf } from './open.ts';
import type { Found, OpenFact } from './open.ts';
import type { Program } from './program.ts';
import { no, unknown, yes } from './truth.ts';
import type { World } from './world.ts';
import { valueAt } from './world.ts';
import { slotOf } from './slots.ts';
import { unsure } from '../model/leaf.ts';

type Outcome = (typeof outcomes)[number];
type Strength = (typeof strengths)[number];
type Verdict = (typeof verdicts)[number];
type Change = (typeof changes)[number];

/** What was found of an item, with the verdict that follows. */
export interface ItemRow {
  finding: ItemFinding;
  verdict: Verdict;
  strength: Strength;
  changes: readonly Change[];
  /** The unknown facts that hold it, where it is undetermined. */
  open: readonly OpenFact[];
}

/** All that the outcome follows from. */
export interface Settled {
  /** What was searched for what is open, and found. */
  search: Found;
  items: readonly ItemRow[];
  outcome: Outcome;
  strength: Strength;
  bases: readonly BasisRow[];
  informing: readonly InformingRow[];
  conditions: readonly ConditionRow[];
}

const goes = (verdict: Verdict): boolean => verdict === 'share' || verdict === 'share-with-changes';

/** The strongest of some strengths: a must outranks a should, a should a may. */
export const strongest = (list: readonly Strength[]): Strength =>
  list.includes('must') ? 'must' : list.includes('should') ? 'should' : 'may';

function strengthOfSharing(
  program: Program,
  world: World,
  { item, duties }: ItemFinding,
): Strength {
  if (duties.some(isLegalDuty)) return 'must';
  const announced = bearingRules(program, world, 'duty').some((duty) =>
    isAnnouncedAt(duty, world, item),
  );
  return announced || duties.length ? 'should' : 'may';
}

function strengthOfWithholding({ bars, needs }: ItemFinding): Strength {
  const inLaw = bars.some(({ truth, rule: { rule } }) => {
    const { params } = rule.event;
    return truth === yes && 'level' in params && params.level === 'law';
  });
  return inLaw || Object.values(needs).includes(no) ? 'must' : 'should';
}

/** Whether a change that is unknown is made all the same. */
const isMade = (
  world: World,
  item: number,
  { whenUnknown }: Bearing<'change'>['params'],
): boolean =>
  whenUnknown?.madeOnce.every((fact) => {
    const slot = slotOf(fact);
    return valueAt(world, slot, slot.scope === 'item' ? item : 0) !== undefined;
  }) === true;

/** The changes with which an item goes: those called for, and those to be made until it is known that they need not be. */
export const changesAt = (
  program: Program,
  world: World,
  item: number,
): readonly Bearing<'change'>[] =>
  bearing(program, world, 'change').filter(({ loaded, params }) => {
    const truth = atItem(loaded, world, item);
    return truth === yes || (truth === unknown && isMade(world, item, params));
  });

function itemRow(search: Found, finding: ItemFinding): ItemRow {
  const { program, world } = search;
  const { item } = finding;
  if (finding.goes === no) {
    return {
      finding,
      verdict: 'withhold',
      strength: strengthOfWithholding(finding),
      changes: [],
      open: [],
    };
  }
  if (finding.goes === unknown) {
    return {
      finding,
      verdict: 'undetermined',
      strength: 'should',
      changes: [],
      open: holding(search, finding),
    };
  }
  const found = changesAt(program, world, item);
  const changes = [...new Set(found.map(({ params }) => params.change))].sort();
  const verdict = changes.length ? 'share-with-changes' : 'share';
  return {
    finding,
    verdict,
    strength: strengthOfSharing(program, world, finding),
    changes,
    open: [],
  };
}

const cut: readonly Change[] = ['extract-only', 'redact-identity'];

function outcomeOf(world: World, items: readonly ItemRow[]): Outcome {
  const going = items.filter(({ verdict }) => goes(verdict));
  if (going.length) {
    const whole =
      going.length === items.length &&
      !going.some(({ changes }) => changes.some((change) => cut.includes(change)));
    return whole ? 'share' : 'share-in-part';
  }
  const open = items.filter(({ verdict }) => verdict === 'undetermined');
  if (!open.length) return 'do-not-share';
  const level = valueAt(world, slotOf('concern.level'), 0);
  const nation = valueAt(world, slotOf('nation'), 0);
  const grave =
    isHigh(world) === yes ||
    level === unsure ||
    truthAt(world, slotOf('concern.delayWouldHarm')) === yes;
  // What no question would settle (a law that is not encoded, a body that may or may not be one that it names) is for advice.
  const stuck = open.some(
    (row) => row.finding.conflict || !row.open.length || row.open.some((fact) => fact.unsure),
  );
  return grave || stuck || nation !== 'england' ? 'seek-advice' : 'more-information-needed';
}

function strengthOf(outcome: Outcome, items: readonly ItemRow[]): Strength {
  if (outcome === 'share' || outcome === 'share-in-part') {
    return strongest(items.filter(({ verdict }) => goes(verdict)).map(({ strength }) => strength));
  }
  return outcome === 'do-not-share' ? strongest(items.map(({ strength }) => strength)) : 'should';
}

/** Draws the outcome from the findings, and tells it to the rules that say what to do about it. */
export function settle(program: Program, world: World): Settled {
  const search = searchOf(program, world);
  const items = combine(program, world).map((finding) => itemRow(search, finding));
  const outcome = outcomeOf(world, items);
  const strength = strengthOf(outcome, items);
  const bases = lawfulBases(
    program,
    world,
    items.filter(({ verdict }) => goes(verdict)).map(({ finding }) => finding.item),
  );
  const told = informing(search);
  const conditions = conditionsOf(program, world);

  items.forEach(({ verdict }, item) => {
    tell(world, 'item.verdict', item, verdict);
    tell(
      world,
      'item.policyDocumentMissing',
      item,
      goes(verdict) &&
        conditions.some(
          (row) => row.item === item && row.status === 'available' && row.document === 'missing',
        ),
    );
  });
  // Whether the recipient, or a subject of whom nothing is known, is told is no question.
  world.people.forEach((_, person) => {
    const row = told.find((one) => one.person === person);
    tell(world, 'person.informingVerdict', person, row?.verdict ?? null);
  });
  tell(world, 'decision.outcome', 0, outcome);
  tell(world, 'decision.strength', 0, strength);
  tell(
    world,
    'decision.preferredBasis',
    0,
    bases.find(({ preferred }) => preferred)?.article ?? null,
  );
  return { search, items, outcome, strength, bases, informing: told, conditions };
}
