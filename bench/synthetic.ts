/**
 * Rules that every engine can run alike: two-valued, all facts known, one case. Each stratum reads what the one before
 * it found. They are drawn from a seed, so that every run has the same.
 */
import { facts as dictionary } from '../src/model/facts.ts';

/** What a rule asks. */
export type Tree =
  | { all: readonly Tree[] }
  | { any: readonly Tree[] }
  | { not: Tree }
  | { fact: string; operator: 'equal' | 'notEqual'; value: boolean | string }
  | { fact: string; operator: 'in' | 'notIn'; value: readonly string[] }
  | { rule: string };

export interface PlainRule {
  id: string;
  stratum: number;
  when: Tree;
}
/** Every fact, with its value. */
export type Facts = Readonly<Record<string, boolean | string>>;

export const strata = 4;
const howManyFacts = 80;

/** The facts that the rules read, by the names that every engine can spell, with the facts of the request that they stand for. */
const used = dictionary
  .filter(
    ({ scope, from, type }) =>
      scope === 'case' && from === 'request' && /^(yes-no|word)$/.test(type),
  )
  .slice(0, howManyFacts)
  .map((fact, index) => ({ name: `f${index}`, fact, words: fact.words ?? [] }));
/** The fact of the request behind each name. */
export const factIds: ReadonlyMap<string, string> = new Map(
  used.map(({ name, fact }) => [name, fact.id]),
);

/** Numbers below a limit, from a seed (mulberry32). */
function drawing(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

const one = <T>(list: readonly T[], draw: (limit: number) => number): T =>
  list[draw(list.length)] as T;

/** So many rules, of about five leaves each. */
export function rulesOf(count: number): PlainRule[] {
  const draw = drawing(count);
  const perStratum = Math.ceil(count / strata);
  const leaf = (): Tree => {
    const { name, words } = one(used, draw);
    if (!words.length) return { fact: name, operator: 'equal', value: draw(2) === 0 };
    const some = [...new Set([one(words, draw), one(words, draw), one(words, draw)])];
    return draw(2)
      ? { fact: name, operator: draw(3) ? 'equal' : 'notEqual', value: some[0] as string }
      : { fact: name, operator: draw(3) ? 'in' : 'notIn', value: some };
  };
  const read = (stratum: number): Tree => {
    const rule: Tree = { rule: `r${(stratum - 1) * perStratum + draw(perStratum)}` };
    return draw(2) ? rule : { not: rule };
  };
  const branch = (stratum: number): Tree => ({
    any: [leaf(), stratum && draw(2) ? read(stratum) : leaf(), { all: [leaf(), leaf()] }],
  });
  return Array.from({ length: count }, (_, index) => {
    const stratum = Math.floor(index / perStratum);
    return { id: `r${index}`, stratum, when: { all: [leaf(), branch(stratum)] } };
  });
}

/** So many cases in which every fact is known. */
export function casesOf(count: number): Facts[] {
  const draw = drawing(7);
  return Array.from({ length: count }, () =>
    Object.fromEntries(
      used.map(({ name, words }) => [name, words.length ? one(words, draw) : draw(2) === 0]),
    ),
  );
}

/** Whether a rule fires, by the plainest reading there is: what every engine is held to. */
export function holds(tree: Tree, facts: Facts, fired: ReadonlySet<string>): boolean {
  if ('all' in tree) return tree.all.every((part) => holds(part, facts, fired));
  if ('any' in tree) return tree.any.some((part) => holds(part, facts, fired));
  if ('not' in tree) return !holds(tree.not, facts, fired);
  if ('rule' in tree) return fired.has(tree.rule);
  const value = facts[tree.fact];
  switch (tree.operator) {
    case 'equal':
      return value === tree.value;
    case 'notEqual':
      return value !== tree.value;
    case 'in':
      return tree.value.includes(value as string);
    case 'notIn':
      return !tree.value.includes(value as string);
  }
}
