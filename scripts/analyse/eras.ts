/** The stretches of time in which the law that a rule turns on stays as it is. */
import { leavesOf, takeApart } from '../../src/engine/conditions.ts';
import type { LoadedRule } from '../../src/engine/program.ts';
import type { Table } from '../../src/model/rule.ts';
import { shifted } from '../mutate-rules/mutations.ts';
import type { Base } from './base.ts';

/** The first and the last day looked at: no request bears an earlier one, and no rule begins or ends later. */
const first = '2000-03-01';

/** A rule with all rules that it reads, directly or through others. */
export function readBy({ ground: { program } }: Base, loaded: LoadedRule): LoadedRule[] {
  const found = new Set<LoadedRule>();
  const add = (one: LoadedRule | undefined): void => {
    if (!one || found.has(one)) return;
    found.add(one);
    for (const leaf of leavesOf(one.conditions.node)) {
      const { rule } = takeApart(leaf);
      if (rule !== undefined) add(program.byId.get(rule));
      else for (const answer of program.answersTo(leaf.fact)) add(program.rules[answer.rule]);
    }
    for (const number of one.exceptions) add(program.rules[number]);
  };
  add(loaded);
  return [...found];
}

function* tableDays(table: Table, attribute: string): Generator<string> {
  for (const rows of Object.values(table[attribute]?.values ?? {}))
    if (Array.isArray(rows))
      for (const { from, to } of rows) {
        yield from;
        if (to !== undefined) yield shifted(to, 1);
      }
}

/** One day of each stretch of a rule's life between which nothing that it reads begins or ends. */
export function erasOf(base: Base, loaded: LoadedRule): string[] {
  const { tables } = base.ground.foundation;
  const { from, to = '9999-12-31' } = loaded.rule.effective;
  const { program } = base.ground;
  // What was decided turns on every rule.
  const all = program.afterwards.includes(loaded.number) ? program.rules : readBy(base, loaded);
  const days = all.flatMap(({ rule: { effective, conditions } }) => [
    effective.from,
    ...(effective.to === undefined ? [] : [shifted(effective.to, 1)]),
    ...[...leavesOf(conditions)].flatMap(({ fact }) => {
      const attribute = fact.split('.')[1] ?? '';
      return [
        ...tableDays(tables.organisations, attribute),
        ...(fact.startsWith('item.') ? tableDays(tables.categories, attribute) : []),
      ];
    }),
  ]);
  const start = from < first ? first : from;
  return [...new Set([start, ...days.filter((day) => day > start && day <= to)])].sort();
}
