import { mayBeMet } from './evaluate.ts';
import type { LoadedRule } from './program.ts';
import { no, or, some } from './truth.ts';
import type { Truth } from './truth.ts';
import { isMentioned } from './world.ts';
import { resultAt } from './places.ts';
import type { World } from './world.ts';

/**
 * What a rule finds anywhere in the request: met somewhere, else unknown somewhere, else not. A consent that the
 * request does not mention, and a subject of whom nothing is known, are no place to look.
 */
export function anywhere(loaded: LoadedRule, world: World): Truth {
  if (!mayBeMet(world)(loaded)) return no;
  const { number, scope } = loaded;
  const results = world.results[number] as readonly Truth[];
  if (scope !== 'person' && scope !== 'consent') return some(results, (truth) => truth);
  let truth: Truth = no;
  for (let index = 0; index < results.length; index++) {
    const counts =
      scope === 'person' ? world.people[index]?.nobodyKnown !== true : isMentioned(world, index);
    if (counts) truth = or(truth, resultAt(world, number, index));
  }
  return truth;
}

/** The rules by id, sorted. */
export function ids(rules: readonly LoadedRule[]): readonly string[] {
  const [first, second] = rules;
  if (!first) return [];
  if (!second) return first.alone;
  // Rules are numbered in the order of their ids, in which most lists of them stand already.
  const inOrder = rules.every(
    ({ number }, at) => at === 0 || number > (rules[at - 1] as LoadedRule).number,
  );
  const sorted = inOrder ? rules : [...new Set(rules)].sort((a, b) => a.number - b.number);
  return sorted.map(({ rule }) => rule.id);
}
