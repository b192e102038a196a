import { facts } from '../model/facts.ts';
import { consentKinds, nations } from '../model/words.ts';
import { unsure } from '../model/leaf.ts';
import { bearingRules, editionOf } from './edition.ts';
import { kinds } from './kinds.ts';
import type { LoadedRule, Program, Step } from './program.ts';
import { and, atMostUnknown, no, not, some, unknown, yes } from './truth.ts';
import type { Truth } from './truth.ts';
import type { Place, World } from './world.ts';
import type { Value } from './slots.ts';
import { instances, moveTo, start, valueAt } from './world.ts';
import { instanceFor, resultAt, setValue, subjectsAt } from './places.ts';
import { slotOf } from './slots.ts';

const nationSlot = slotOf('nation');

const exceptedAt = (
  { exceptions }: LoadedRule,
  program: Program,
  world: World,
  place: Place,
): Truth =>
  some(exceptions, (number) => {
    const { scope } = (program.rules[number] as LoadedRule).rule;
    return resultAt(world, number, place[scope]);
  });

/** What a rule is worth by its own terms at one instance: its conditions and not any of its exceptions. */
function ownTruth(loaded: LoadedRule, program: Program, world: World, place: Place): Truth {
  const truth = loaded.conditions.test(world, place);
  if (!loaded.exceptions.length || truth === no) return truth;
  return and(truth, not(exceptedAt(loaded, program, world, place)));
}

/** Whether the law of a rule is law in the nation. */
function isLawHere({ rule: { extent } }: LoadedRule, world: World): boolean {
  return (
    extent.length === nations.length ||
    (extent as string[]).includes(valueAt(world, nationSlot, 0) as string)
  );
}

/** What a rule may be worth where its law is not the law of the nation. */
function elsewhere({ rule }: LoadedRule, world: World, truth: Truth): Truth {
  const polarity = kinds[rule.event.type].polarity;
  const opens = polarity === 'permission' || rule.event.type === 'conclusion';
  return opens || valueAt(world, nationSlot, 0) === unsure ? atMostUnknown(truth) : no;
}

/** What a finding of a rule counts for that is only announced, or has not commenced. */
const pending = ({ rule }: LoadedRule, truth: Truth): Truth =>
  rule.commencement === 'announced' ? atMostUnknown(truth) : no;

/** Evaluates one rule at every instance of its scope, if it bears. */
function run(program: Program, world: World, number: number, bears: boolean, place: Place): void {
  const loaded = program.rules[number] as LoadedRule;
  const { scope, commencement } = loaded.rule;
  const count = instances(world, scope);
  const results = new Array<Truth>(count).fill(no);
  world.results[number] = results;
  if (!bears) return;
  const here = isLawHere(loaded, world);
  for (let index = 0; index < count; index++) {
    moveTo(world, place, scope, index);
    const truth = ownTruth(loaded, program, world, place);
    results[index] = here ? truth : elsewhere(loaded, world, truth);
  }
  if (commencement !== 'announced' && commencement !== 'not-commenced') return;
  world.raw.set(number, results);
  world.results[number] = results.map((truth) => pending(loaded, truth));
}

/** Follows some steps, in order: evaluates the rules among them and draws the conclusions. */
export function follow(program: Program, world: World, steps: readonly Step[]): void {
  const { inForce } = editionOf(program, world);
  const place = start();
  for (const step of steps) {
    if ('rule' in step) run(program, world, step.rule, inForce[step.rule] === true, place);
    else conclude(program, step.conclude, world);
  }
}

function runAll(program: Program, world: World, numbers: readonly number[]): void {
  const { inForce } = editionOf(program, world);
  const place = start();
  for (const number of numbers) run(program, world, number, inForce[number] === true, place);
}

/** Evaluates every rule up to the decision, in order. */
export const evaluate = (program: Program, world: World): void => {
  follow(program, world, program.steps);
};

/** Evaluates the rules that say what to do about the decision. */
export const evaluateAfterwards = (program: Program, world: World): void => {
  runAll(program, world, program.afterwards);
};

/** What a rule finds for an item: for the case, for the item itself, or for some of its subjects. */
export function atItem(loaded: LoadedRule, world: World, item: number): Truth {
  const { number, rule } = loaded;
  if (rule.scope !== 'subject') return resultAt(world, number, instanceFor(rule.scope, item, 0));
  return some(subjectsAt(world, item), (subject) => resultAt(world, number, subject));
}

const known = (truth: Truth): Value => (truth === unknown ? undefined : truth === yes);
const truthOf = (value: Value): Truth => (value === true ? yes : value === false ? no : unknown);

/** Sets a concluded or decided fact, for the rules that read it. */
export function tell(world: World, id: string, index: number, value: Value): void {
  setValue(world, slotOf(id), index, value);
}

/** Whether a duty is one in law that is known to be in force here. */
export const isLegalDuty = ({ rule, local }: LoadedRule): boolean =>
  rule.event.type === 'duty' &&
  rule.event.params.strength === 'must' &&
  rule.commencement !== 'announced' &&
  !local;

const validSlot = slotOf('consent.valid');
const statusSlot = slotOf('consent.status');
const confiderSlot = slotOf('item.confidedBy');

/** How each conclusion of a kind is drawn, at each instance of its scope. */
function worthOf(program: Program, fact: string, world: World): (index: number) => Truth {
  const kind = consentKinds.find((one) => fact === `person.${one}ConsentValid`);
  const valid = (person: number, one: (typeof consentKinds)[number]): Truth =>
    truthOf(valueAt(world, validSlot, person * consentKinds.length + consentKinds.indexOf(one)));
  if (kind) return (person) => valid(person, kind);
  if (fact === 'consent.valid') {
    return (index) => {
      const status = valueAt(world, statusSlot, index);
      const given =
        status === undefined || status === unsure ? unknown : status === 'given' ? yes : no;
      const defects = bearingRules(program, world, 'consent-defect');
      return and(given, not(some(defects, ({ number }) => resultAt(world, number, index))));
    };
  }
  if (fact === 'item.confiderConsents') {
    return (item) => {
      const confider = valueAt(world, confiderSlot, item);
      const person = world.people.findIndex((one) => !one.nobodyKnown && one.ref === confider);
      return person < 0 ? unknown : valid(person, 'confidentiality');
    };
  }
  const duties = bearingRules(program, world, 'duty').filter(isLegalDuty);
  return (item) => some(duties, (duty) => atItem(duty, world, item));
}

function conclude(program: Program, fact: string, world: World): void {
  const worth = worthOf(program, fact, world);
  const { scope } = slotOf(fact);
  for (let index = 0; index < instances(world, scope); index++) {
    tell(world, fact, index, known(worth(index)));
  }
}

const harmless = facts.flatMap(({ id, harmless }) =>
  harmless === undefined ? [] : [{ id, harmless, ...slotOf(id) }],
);

/** Whether a fact that was left out may be confirmed just before sharing, in this request. */
export function mayBeConfirmed(world: World, fact: string): boolean {
  // A caller who asks must be verified first; an organisation that we write to of our own motion may be on the way.
  if (fact !== 'recipient.identityVerified') return harmless.some(({ id }) => id === fact);
  const { mode, recipient } = world.request;
  return (
    mode === 'proactive' &&
    recipient?.organisation !== undefined &&
    recipient.organisation !== unsure
  );
}

/**
 * The world as it would be if every confirmable fact that was left out were answered in the harmless way,
 * with the bars evaluated in it. A fact answered `"unsure"` stays as it is.
 */
export function confirmed(program: Program, world: World): World {
  const other: World = {
    ...world,
    values: {
      ...world.values,
      case: world.values.case.map((row) => [...row]),
      item: world.values.item.map((row) => [...row]),
    },
    results: [...world.results],
    raw: new Map(world.raw),
  };
  const isAnswered = (id: string) =>
    program.answersTo(id).some(({ rule }) => world.results[rule]?.includes(yes));
  for (const { id, harmless: value, scope, slot } of harmless) {
    if (!mayBeConfirmed(world, id) || isAnswered(id)) continue;
    for (const row of other.values[scope]) if (row[slot] === undefined) row[slot] = value;
  }
  runAll(program, other, program.confirmable);
  return other;
}

/** Whether a duty that is only announced would be met for an item, were it law. */
export function isAnnouncedAt({ number, rule }: LoadedRule, world: World, item: number): boolean {
  const raw = rule.commencement === 'announced' ? world.raw.get(number) : undefined;
  if (!raw) return false;
  const places =
    rule.scope === 'subject' ? subjectsAt(world, item) : [instanceFor(rule.scope, item, 0)];
  return places.some((place) => raw[place] === yes);
}
