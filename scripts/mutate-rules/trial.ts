/** Tries changed rules on cases, each against the world of its case as the rules around it left it. */
import { prepare } from '../../src/engine/conditions.ts';
import { inForce } from '../../src/engine/dates.ts';
import { follow } from '../../src/engine/evaluate.ts';
import type { Flat, Worth } from '../../src/engine/flat.ts';
import { openFacts, searchOf } from '../../src/engine/open.ts';
import { limited } from '../../src/engine/program.ts';
import type { LoadedRule, Program } from '../../src/engine/program.ts';
import { no, wordOf } from '../../src/engine/truth.ts';
import type { Truth } from '../../src/engine/truth.ts';
import { placeAt } from '../../src/engine/world.ts';
import type { World } from '../../src/engine/world.ts';
import type { Rule, RuleCase } from '../../src/model/rule.ts';
import { instanceOf, worldOf } from '../../test/decided.ts';
import { mutationsOf } from './mutations.ts';
import { neverOn } from './proved.ts';

/** A case with its request evaluated, and where in it the rule is judged. */
interface Staged {
  one: RuleCase;
  world: World;
  index: number;
}

/** Evaluates the requests of a rule's cases. */
const stage = (program: Program, loaded: LoadedRule, cases: readonly RuleCase[]): Staged[] =>
  cases.map((one) => {
    const world = worldOf(program, one.request);
    return { one, world, index: instanceOf(loaded, world, one.at) };
  });

/** A flat form in which one rule has other conditions. */
const withConditions = (flat: Flat, { number, scope, conditions }: LoadedRule): Flat => ({
  on: (world) => {
    let known: Worth | undefined;
    // Why: where the changed rule is all that is evaluated, the others need not be made ready.
    const rest = () => (known ??= flat.on(world));
    return {
      at: (rule, index) =>
        rule === number
          ? conditions.test(world, placeAt(world, scope, index))
          : rest().at(rule, index),
      ruledOut: (rule) => rule !== number && rest().ruledOut(rule),
      forget: (fact) => {
        known?.forget(fact);
      },
    };
  },
});

/** The program with one of its rules as changed, in its place. */
function replaced(
  program: Program,
  before: LoadedRule,
  said: Partial<LoadedRule>,
): { program: Program; loaded: LoadedRule } {
  const loaded = { ...before, conditions: before.conditions, ...said };
  const flat = said.conditions ? withConditions(program.flat, loaded) : program.flat;
  return {
    program: { ...program, flat, rules: program.rules.with(loaded.number, loaded) },
    loaded,
  };
}

/** The program with a rule changed: a rule reads nothing that follows from it, so that all else may stay. */
export function changed(program: Program, rule: Rule): { program: Program; loaded: LoadedRule } {
  const before = program.byId.get(rule.id) as LoadedRule;
  const counted = limited(rule, before.local);
  const conditions = prepare(counted.conditions, counted.scope, {
    ruleAt: (id) => {
      const { number, rule: read } = program.byId.get(id) as LoadedRule;
      return { number, scope: read.scope };
    },
    answersTo: (fact) => program.answersTo(fact),
  });
  return replaced(program, before, { rule: counted, conditions });
}

/** The program with a rule that another no longer excepts. */
export function unexcepted(
  program: Program,
  id: string,
  exception: string,
): { program: Program; loaded: LoadedRule } {
  const before = program.byId.get(id) as LoadedRule;
  const { number } = program.byId.get(exception) as LoadedRule;
  return replaced(program, before, {
    exceptions: before.exceptions.filter((one) => one !== number),
  });
}

/** A world with a rule evaluated again, and what the rule comes to at each instance. */
export function again(
  { program, loaded }: { program: Program; loaded: LoadedRule },
  world: World,
): { world: World; results: readonly Truth[] } {
  const { number } = loaded;
  const other: World = { ...world, results: [...world.results], raw: new Map(world.raw) };
  // What is only announced stands there too, and would stay where the rule no longer bears.
  other.raw.delete(number);
  follow(program, other, [{ rule: number }]);
  return { world: other, results: other.raw.get(number) ?? (other.results[number] as Truth[]) };
}

/** Whether a rule finds in a case what the case expects, and asks what it says. */
function holds(program: Program, loaded: LoadedRule, { one, world, index }: Staged): boolean {
  const { world: other, results } = again({ program, loaded }, world);
  const truth = results[index] ?? no;
  if (wordOf(truth, ['not-met', 'unknown', 'met'] as const) !== one.expect) return false;
  if (!one.asks) return true;
  const asked = new Set(openFacts(searchOf(program, other), loaded, index).map(({ fact }) => fact));
  return asked.size === one.asks.length && one.asks.every((fact) => asked.has(fact));
}

/** A change to a rule that no case of it notices. */
interface Survivor {
  rule: string;
  what: string;
}

/** A rule with the cases beside it, and the program that it stands in. */
interface Subject {
  rule: Rule;
  program: Program;
}

/** The key that a survivor goes by. */
export const keyOf = ({ rule, what }: Survivor): string => `${rule} ${what}`;

/** Tries every small change to a rule on the cases that should notice it. */
export function tryRule(
  { rule, program }: Subject,
  casesOf: (id: string) => readonly RuleCase[],
): { tried: number; proved: number; survivors: Survivor[]; broken: string[] } {
  let proved = 0;
  const staged = new Map<string, Staged[]>();
  const stagedOf = (id: string): Staged[] => {
    const known = staged.get(id);
    if (known) return known;
    const made = stage(program, program.byId.get(id) as LoadedRule, casesOf(id));
    staged.set(id, made);
    return made;
  };
  const own = program.byId.get(rule.id) as LoadedRule;
  const broken = stagedOf(rule.id).filter((one) => !holds(program, own, one));
  const mutations = [...mutationsOf(rule)];
  const survivors = mutations.filter(({ rule: other, excepted, differsOn }) => {
    const mutant =
      excepted === undefined ? changed(program, other) : unexcepted(program, excepted, rule.id);
    if (stagedOf(excepted ?? rule.id).some((one) => !holds(mutant.program, mutant.loaded, one)))
      return false;
    if (differsOn === undefined) return true;
    // On the day that only one of the two bears, that one is asked whether it could find anything.
    const bearing = inForce(other.effective, differsOn) ? mutant : { program, loaded: own };
    const same = neverOn(bearing.program, bearing.loaded, differsOn);
    if (same) proved++;
    return !same;
  });
  return {
    tried: mutations.length,
    proved,
    survivors: survivors.map(({ what }) => ({ rule: rule.id, what })),
    broken: broken.map(({ one }) => one.name),
  };
}
