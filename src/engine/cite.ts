import type { LoadedRule } from './program.ts';
import { no, some } from './truth.ts';
import type { Truth } from './truth.ts';
import { isMentioned } from './world.ts';
import { resultAt } from './places.ts';
import type { World } from './world.ts';

/**
 * What a rule finds anywhere in the request: met somewhere, else unknown somewhere, else not. A consent that the
 * request does not mention, and a subject of whom nothing is known, are no place to look.
 */
export function anywhere({ number, rule: { scope } }: LoadedRule, world: World): Truth {
  const results = world.results[number] as Truth[];
  if (scope !== 'person' && scope !== 'consent') return some(results, (truth) => truth);
  const counts = (index: number): boolean =>
    scope === 'person' ? world.people[index]?.nobodyKnown !== true : isMentioned(world, index);
  return some(results.keys(), (index) => (counts(index) ? resultAt(world, number, index) : no));
}

/** The rules by id, sorted. */
export function ids(rules: readonly LoadedRule[]): string[] {
  const [first, second] = rules;
  if (!first) return [];
  if (!second) return [first.rule.id];
  return [...new Set(rules.map(({ rule }) => rule.id))].sort();
}
