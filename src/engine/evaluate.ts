import { facts } from '../model/facts.ts';
import { consentKinds } from '../model/words.ts';
import { unsure } from '../model/leaf.ts';
import { bearingRules, editionOf } from './edition.ts';
import { kinds } from './kinds.ts';
import type { Worth } from './flat.ts';
import type { LoadedRule, Program, Step } from './program.ts';
import { and, atMostUnknown, no, not, some, unknown, yes } from './truth.ts';
import type { Truth } from './truth.ts';
import type { World } from './world.ts';
import type { Value } from './slots.ts';
import { instances, placeAt, valueAt } from './world.ts';
import { instanceFor, resultAt, setValue, subjectsAt } from './places.ts';
import { slotOf } from './slots.ts';

const nationSlot = slotOf('nation');

/** An evaluation under way: of which rules, in which world, which of them bear, and what their conditions are worth. */
interface Run {
  program: Program;
  world: World;
  inForce: readonly boolean[];
  conditions: Worth;
}

const begin = (program: Program, world: World): Run => ({
  program,
  world,
  inForce: editionOf(program, world).inForce,
  conditions: program.flat.on(world),
});

function exceptedAt({ exceptions, scope: own }: LoadedRule, index: number, run: Run): Truth {
  const place = placeAt(run.world, own, index);
  return some(exceptions, (number) => {
    const { scope } = run.program.rules[number] as LoadedRule;
    return resultAt(run.world, number, place[scope]);
  });
}

/** What a rule is worth by its own terms at one instance: its conditions and not any of its exceptions. */
function ownTruth(loaded: LoadedRule, index: number, run: Run): Truth {
  const truth = run.conditions.at(loaded.number, index);
  if (!loaded.exceptions.length || truth === no) return truth;
  return and(truth, not(exceptedAt(loaded, index, run)));
}

/** Whether the law of a rule is law in the nation. */
function isLawHere({ everywhere, rule }: LoadedRule, world: World): boolean {
  return everywhere || (rule.extent as string[]).includes(valueAt(world, nationSlot, 0) as string);
}

/** What a rule may be worth where its law is not the law of the nation. */
function elsewhere({ rule }: LoadedRule, world: World, truth: Truth): Truth {
  const polarity = kinds[rule.event.type].polarity;
  const opens = polarity === 'permission' || rule.event.type === 'conclusion';
  return opens || valueAt(world, nationSlot, 0) === unsure ? atMostUnknown(truth) : no;
}

/** What a finding of a rule counts for that is only announced, or has not commenced. */
const whilePending = ({ rule }: LoadedRule, truth: Truth): Truth =>
  rule.commencement === 'announced' ? atMostUnknown(truth) : no;

const nothing: (readonly Truth[])[] = [];
/** The results of a rule that is met nowhere. Why: most are, in each decision, and so share one list. */
const nowhere = (count: number): readonly Truth[] =>
  (nothing[count] ??= new Array<Truth>(count).fill(no));

/** Whether a rule is, or may be, met at some instance, which tells at a glance most rules from the few that count. */
export const mayBeMet =
  ({ results }: World) =>
  ({ number }: LoadedRule): boolean => {
    const found = results[number] as readonly Truth[];
    return found !== nothing[found.length];
  };

/** What a rule that bears finds at every instance of its scope. */
function findings(loaded: LoadedRule, run: Run): readonly Truth[] {
  const { world } = run;
  const count = instances(world, loaded.scope);
  if (run.conditions.ruledOut(loaded.number)) return nowhere(count);
  const here = isLawHere(loaded, world);
  let results: Truth[] | undefined;
  for (let index = 0; index < count; index++) {
    const own = ownTruth(loaded, index, run);
    const truth = here ? own : elsewhere(loaded, world, own);
    if (truth !== no) (results ??= new Array<Truth>(count).fill(no))[index] = truth;
  }
  return results ?? nowhere(count);
}

/** Evaluates one rule at every instance of its scope, if it bears. */
function evaluateRule(number: number, run: Run): void {
  const { program, world, inForce } = run;
  const loaded = program.rules[number] as LoadedRule;
  const bears = inForce[number] === true;
  const results = bears ? findings(loaded, run) : nowhere(instances(world, loaded.scope));
  world.results[number] = results;
  if (!bears || !loaded.pending) return;
  world.raw.set(number, results);
  world.results[number] = results.map((truth) => whilePending(loaded, truth));
}

/** Follows some steps, in order: evaluates the rules among them and draws the conclusions. */
export function follow(program: Program, world: World, steps: readonly Step[]): void {
  const run = begin(program, world);
  for (const step of steps) {
    if ('rule' in step) evaluateRule(step.rule, run);
    else {
      conclude(program, step.conclude, world);
      run.conditions.forget(step.conclude);
    }
  }
}

function evaluateAll(program: Program, world: World, numbers: readonly number[]): void {
  const run = begin(program, world);
  for (const number of numbers) evaluateRule(number, run);
}

/** Evaluates every rule up to the decision, in order. */
export const evaluate = (program: Program, world: World): void => {
  follow(program, world, program.steps);
};

/** Evaluates the rules that say what to do about the decision. */
export const evaluateAfterwards = (program: Program, world: World): void => {
  evaluateAll(program, world, program.afterwards);
};

/** What a rule finds for an item: for the case, for the item itself, or for some of its subjects. */
export function atItem(loaded: LoadedRule, world: World, item: number): Truth {
  const { number, scope } = loaded;
  if (scope !== 'subject') return resultAt(world, number, instanceFor(scope, item, 0));
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
    const defects = bearingRules(program, world, 'consent-defect').filter(mayBeMet(world));
    return (index) => {
      const status = valueAt(world, statusSlot, index);
      const given =
        status === undefined || status === unsure ? unknown : status === 'given' ? yes : no;
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
  const duties = bearingRules(program, world, 'duty').filter(isLegalDuty).filter(mayBeMet(world));
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
  evaluateAll(program, other, program.confirmable);
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
