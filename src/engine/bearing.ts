import type { RuleEvent, RuleKind } from '../model/rule.ts';
import { bears } from './evaluate.ts';
import { byText } from './order.ts';
import type { LoadedRule, Program } from './program.ts';
import { no, some } from './truth.ts';
import type { Truth } from './truth.ts';
import { isMentioned } from './world.ts';
import { resultAt } from './places.ts';
import type { World } from './world.ts';

type EventOf<K extends RuleKind> = Extract<RuleEvent, { type: K }>;

/**
 * What a rule finds anywhere in the request: met somewhere, else unknown somewhere, else not. A consent that the
 * request does not mention, and a subject of whom nothing is known, are no place to look.
 */
export function anywhere({ number, rule: { scope } }: LoadedRule, world: World): Truth {
  const results = world.results[number] as Truth[];
  const counts = (index: number): boolean =>
    scope === 'person'
      ? world.people[index]?.nobodyKnown !== true
      : scope !== 'consent' || isMentioned(world, index);
  return some(results.keys(), (index) => (counts(index) ? resultAt(world, number, index) : no));
}

/** The rules by id, sorted. */
export const ids = (rules: readonly LoadedRule[]): string[] =>
  [...new Set(rules.map(({ rule }) => rule.id))].sort();

/** The rules of a kind that bear on the date, with their parameters. */
export function bearing<K extends RuleKind>(
  program: Program,
  world: World,
  kind: K,
): { loaded: LoadedRule; params: EventOf<K>['params'] }[] {
  return program
    .ofKind(kind)
    .filter((loaded) => bears(loaded, world))
    .map((loaded) => ({ loaded, params: loaded.rule.event.params as EventOf<K>['params'] }));
}

/** Rows under one key each, in the order of the key. */
export function grouped<T>(rows: readonly T[], key: (row: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return [...groups].sort(([a], [b]) => byText(a, b)).map(([, group]) => group);
}
