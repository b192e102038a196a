import type { RuleEvent, RuleKind } from '../model/rule.ts';
import { inForce } from './dates.ts';
import { byText } from './order.ts';
import type { LoadedRule, Program } from './program.ts';
import type { World } from './world.ts';

/** A rule of one kind with the parameters of that kind. */
export interface Bearing<K extends RuleKind = RuleKind> {
  loaded: LoadedRule;
  params: Extract<RuleEvent, { type: K }>['params'];
}

/** A program as it stands on a day: the rules that bear, and what follows from them alone, worked out once. */
interface Edition {
  /** Whether each rule bears, by rule number. */
  inForce: readonly boolean[];
  /** The rules of some kinds that bear, by the kind or the list of kinds asked for. */
  rules: Map<RuleKind | readonly RuleKind[], readonly LoadedRule[]>;
  /** The national ones among them. */
  national: Map<readonly RuleKind[], readonly LoadedRule[]>;
  /** Gives what was worked out under a name, or works it out. */
  once<T>(name: string, work: () => T): T;
}

interface Editions {
  /** The days on which some rule begins, and those after which some rule has ended. */
  changes: readonly string[];
  made: Map<number, Edition>;
  /** The day last asked for, and its edition: decisions of one day come together. */
  last?: { on: string; edition: Edition };
}
const editions = new WeakMap<Program, Editions>();

function editionsOf(program: Program): Editions {
  const known = editions.get(program);
  if (known) return known;
  // `2026-02-04~` sorts after 2026-02-04 and before 2026-02-05: the change that comes after that day.
  const changes = program.rules.flatMap(({ rule: { effective } }) =>
    effective.to === undefined ? [effective.from] : [effective.from, `${effective.to}~`],
  );
  const fresh = { changes: [...new Set(changes)], made: new Map<number, Edition>() };
  editions.set(program, fresh);
  return fresh;
}

/** The program as it stands on the day of a world. Days between which no rule begins or ends share an edition. */
export function editionOf(program: Program, { on }: Pick<World, 'on'>): Edition {
  const known = editionsOf(program);
  if (known.last?.on === on) return known.last.edition;
  const passed = known.changes.filter((change) => change <= on).length;
  const edition = known.made.get(passed) ?? make(program, on);
  known.made.set(passed, edition);
  known.last = { on, edition };
  return edition;
}

function make(program: Program, on: string): Edition {
  const worked = new Map<string, unknown>();
  return {
    inForce: program.rules.map(({ rule }) => inForce(rule.effective, on)),
    rules: new Map(),
    national: new Map(),
    once: <T>(name: string, work: () => T): T => {
      if (!worked.has(name)) worked.set(name, work());
      return worked.get(name) as T;
    },
  };
}

/** The rules of a kind that bear on the day, with their parameters. */
export const bearing = <K extends RuleKind>(
  program: Program,
  world: World,
  kind: K,
): readonly Bearing<K>[] => {
  const edition = editionOf(program, world);
  return edition.once(`bearing ${kind}`, () =>
    program
      .ofKind(kind)
      .filter(({ number }) => edition.inForce[number])
      .map((loaded) => ({ loaded, params: loaded.rule.event.params as Bearing<K>['params'] })),
  );
};

/** The rules of a kind, or of a constant list of kinds, that bear on the day. */
export function bearingRules(
  program: Program,
  world: World,
  kinds: RuleKind | readonly RuleKind[],
): readonly LoadedRule[] {
  const { inForce: bears, rules } = editionOf(program, world);
  const known = rules.get(kinds);
  if (known) return known;
  const found = [kinds].flat().flatMap((kind) => program.ofKind(kind));
  const current = found.filter(({ number }) => bears[number]);
  rules.set(kinds, current);
  return current;
}

/** The national rules of a constant list of kinds that bear on the day and are law, or announced as law. */
export function nationalRules(
  program: Program,
  world: World,
  kinds: readonly RuleKind[],
): readonly LoadedRule[] {
  const { national } = editionOf(program, world);
  const known = national.get(kinds);
  if (known) return known;
  const found = bearingRules(program, world, kinds).filter(
    ({ local, rule }) => !local && rule.commencement !== 'not-commenced',
  );
  national.set(kinds, found);
  return found;
}

/** The rules of some kinds that bear on the day, under one key each, in the order of the key. */
export function groups<K extends RuleKind>(
  program: Program,
  world: World,
  kinds: readonly K[],
  key: (one: Bearing<K>) => string,
): readonly (readonly [Bearing<K>, ...Bearing<K>[]])[] {
  return editionOf(program, world).once(`groups ${kinds.join()}`, () => {
    const found = new Map<string, [Bearing<K>, ...Bearing<K>[]]>();
    for (const one of kinds.flatMap((kind) => bearing(program, world, kind))) {
      const name = key(one);
      const group = found.get(name);
      if (group) group.push(one);
      else found.set(name, [one]);
    }
    return [...found].sort(([a], [b]) => byText(a, b)).map(([, group]) => group);
  });
}
