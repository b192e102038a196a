/** Rules that say the same as another, or nothing that another does not say too. */
import { isLeaf, parts } from '../../src/engine/conditions.ts';
import type { Condition, Leaf, Rule } from '../../src/model/rule.ts';
import { gather } from '../gather.ts';
import type { Base, Finding } from './base.ts';

/** Leaves that must all hold, each as text. */
type Term = ReadonlySet<string>;

/** How many ways of being met a rule may have, before it is too large to compare. */
const most = 400;

const textOf = ({ fact, operator, value }: Leaf, negated: boolean): string =>
  JSON.stringify([negated, fact, operator, Array.isArray(value) ? [...value].sort() : value]);

/** The ways in which a condition can hold, or fail: its disjunctive normal form. Nothing where there are too many. */
function waysOf(node: Condition, negated = false): Term[] | undefined {
  if (isLeaf(node)) {
    // A list of words is as many ways as it has words.
    const { operator, value } = node;
    if (Array.isArray(value) && operator === 'in' && !negated)
      return value.map(
        (word) => new Set([textOf({ ...node, operator: 'equal', value: word }, false)]),
      );
    return [new Set([textOf(node, negated)])];
  }
  if ('not' in node) return waysOf(node.not, !negated);
  const own = parts(node).map((part) => waysOf(part, negated));
  if (own.includes(undefined)) return undefined;
  const ways = own as Term[][];
  if ('any' in node !== negated) return ways.flat();
  let made: Term[] = [new Set()];
  for (const limb of ways) {
    if (made.length * limb.length > most) return undefined;
    made = made.flatMap((term) => limb.map((other) => new Set([...term, ...other])));
  }
  return made;
}

const within = (small: Term, large: Term): boolean => [...small].every((leaf) => large.has(leaf));

/** Whether every way of meeting the one is a way of meeting the other. */
const implies = (one: readonly Term[], other: readonly Term[]): boolean =>
  one.every((term) => other.some((way) => within(way, term)));

const overlap = (a: Rule, b: Rule): boolean =>
  a.effective.from <= (b.effective.to ?? '9999-12-31') &&
  b.effective.from <= (a.effective.to ?? '9999-12-31') &&
  a.extent.some((nation) => b.extent.includes(nation));

/** What of a rule's finding counts: not the words for which two rules may each have their own. */
function gistOf({ scope, event, exceptionTo = [] }: Rule): string {
  const { text: _, about: __, ...params } = event.params as Record<string, unknown>;
  return JSON.stringify([scope, event.type, params, exceptionTo]);
}

/** Rules of the same finding, at the same time and place, of which one is met wherever the other is. */
export function duplicates({ ground: { program } }: Base): Finding[] {
  // What a caution says is its own words.
  const rules = program.rules
    .map(({ rule }) => rule)
    .filter(({ event }) => event.type !== 'caution');
  return [...gather(rules, gistOf).values()].flatMap((group) => {
    const ways = new Map(group.map((rule) => [rule, waysOf(rule.conditions)]));
    return group.flatMap((one, at) =>
      group.slice(at + 1).flatMap((other): Finding[] => {
        const [a, b] = [ways.get(one), ways.get(other)];
        if (!a || !b || !overlap(one, other)) return [];
        const [there, back] = [implies(a, b), implies(b, a)];
        if (there && back)
          return [finding('duplicate', [one.id, other.id], 'each is met where the other is')];
        // A conclusion has a name of its own, under which others read it: only one that is the same is one too many.
        if (one.event.type === 'conclusion') return [];
        if (there)
          return [finding('subsumed', [one.id, other.id], `met only where ${other.id} is`)];
        return back ? [finding('subsumed', [other.id, one.id], `met only where ${one.id} is`)] : [];
      }),
    );
  });
}

const finding = (check: string, rules: readonly string[], says: string): Finding => ({
  check,
  rules,
  at: 'conditions',
  says,
});
