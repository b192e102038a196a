import { Almanac } from 'json-rules-engine';
import { confirmed } from '../engine/evaluate.ts';
import type { LoadedRule, Program } from '../engine/program.ts';
import { inForce } from '../engine/dates.ts';
import type { Truth } from '../engine/truth.ts';
import { no, unknown, yes } from '../engine/truth.ts';
import { instances } from '../engine/world.ts';
import type { World } from '../engine/world.ts';
import { addDrawn } from './drawn.ts';
import { nameOf, Sheet } from './sheet.ts';
import { addRule, isPending, wereItLaw } from './standing.ts';
import { conclusionOf, planOf } from './strata.ts';
import { saysNothing, strictEngine, strictness } from './strict.ts';

/** What every rule finds at every instance of its scope, by rule number. */
export interface Findings {
  results: ReadonlyMap<number, readonly Truth[]>;
  /** What rules announced or not commenced would find, were they law. */
  raw: ReadonlyMap<number, readonly Truth[]>;
  /** What the rules behind bars find where all that may be confirmed before sharing is harmless. */
  confirmed: ReadonlyMap<number, readonly Truth[]>;
}

type Conclusions = ReadonlyMap<string, boolean>;

/** Carries out one run, and gives what each rule concluded, with what needed no run. */
async function run(sheet: Sheet): Promise<Conclusions> {
  const engine = strictEngine();
  engine.addOperatorDecorator<unknown, unknown, unknown, unknown>(
    'kn',
    (value, wanted, next) => !saysNothing(value) && next(value, wanted),
  );
  engine.addOperatorDecorator<unknown, unknown, unknown, unknown>(
    'op',
    (value, wanted, next) => saysNothing(value) || next(value, wanted),
  );
  const drawn = new Map(sheet.settled);
  // Why: uncached, since json-rules-engine hashes the name of each fact that it caches.
  const uncached = { cache: false };
  const draw = (name: string, met: boolean, almanac: Almanac): void => {
    drawn.set(name, met);
    almanac.addFact(name, met, uncached);
  };
  engine.on('success', (_, almanac, { name }) => {
    draw(name, true, almanac);
  });
  engine.on('failure', (_, almanac, { name }) => {
    draw(name, false, almanac);
  });
  const almanac = new Almanac(strictness);
  for (const [name, given] of sheet.facts) {
    if ('worth' in given)
      almanac.addFact(name, (_, current: Almanac) => given.worth(current), uncached);
    else almanac.addFact(name, given.value, uncached);
  }
  for (const [name, value] of sheet.settled) almanac.addFact(name, value, uncached);
  for (const rule of sheet.rules) engine.addRule(rule);
  await engine.run({}, { almanac });
  return drawn;
}

/** The truth of a conclusion at each instance, from its two copies. */
const truths = (conclusion: string, count: number, drawn: Conclusions): Truth[] =>
  Array.from({ length: count }, (_, index) => {
    if (drawn.get(nameOf(conclusion, index, 'possible')) !== true) return no;
    return drawn.get(nameOf(conclusion, index, 'known')) === true ? yes : unknown;
  });

/**
 * Evaluates rules (all, unless said otherwise) at every instance with json-rules-engine, on the facts of a world that
 * was decided. Of what our evaluator put there it reads the request as laid out and what was decided, never what a
 * rule found.
 */
export async function theirFindings(
  program: Program,
  world: World,
  wanted: readonly LoadedRule[] = program.rules,
): Promise<Findings> {
  const grounds = planOf(program).groundsOf(wanted.map(conclusionOf));
  const rules = program.rules.filter((loaded) => grounds.has(conclusionOf(loaded)));
  const sheet = new Sheet(program, world);
  for (const loaded of rules) addRule(sheet, loaded);
  addDrawn(sheet, grounds);
  const drawn = await run(sheet);

  const harmless = new Sheet(program, confirmed(program, world));
  const confirmable = rules.filter(({ number }) => program.confirmable.includes(number));
  for (const loaded of confirmable) addRule(harmless, loaded);
  const open = new Set(harmless.rules.map(({ name }) => name));
  for (const [name, value] of drawn) if (!open.has(name)) harmless.settle(name, value);
  const redrawn = await run(harmless);

  const found = (
    some: readonly LoadedRule[],
    from: Conclusions,
    name: (loaded: LoadedRule) => string,
  ): [number, Truth[]][] =>
    some.map((loaded) => {
      const count = instances(world, loaded.rule.scope);
      return [loaded.number, truths(name(loaded), count, from)];
    });
  const pending = rules.filter(
    (loaded) => isPending(loaded) && inForce(loaded.rule.effective, world.on),
  );
  return {
    results: new Map(found(rules, drawn, conclusionOf)),
    raw: new Map(found(pending, drawn, wereItLaw)),
    confirmed: new Map(found(confirmable, redrawn, conclusionOf)),
  };
}

/** What our evaluator found, in a world that was decided. */
export function ourFindings(program: Program, world: World): Findings {
  const { results } = confirmed(program, world);
  return {
    results: new Map(world.results.entries()),
    raw: world.raw,
    confirmed: new Map(program.confirmable.map((number) => [number, results[number] ?? []])),
  };
}
