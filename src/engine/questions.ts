import type { SharingDecision } from '../model/decision.ts';
import { facts, factsById } from '../model/facts.ts';
import { assumed } from './assume.ts';
import { unmentioned } from './holding.ts';
import type { OpenFact } from './open.ts';
import { openFacts } from './open.ts';
import type { Program } from './program.ts';
import { scopeOf } from './remedies.ts';
import type { Settled } from './settle.ts';
import type { World } from './world.ts';

const position = new Map(facts.map(({ id }, index) => [id, index]));

/**
 * What to ask next: the unknown facts that hold items, those that items go in spite of, and those that keep open
 * whether someone may be told; the ones that decide most items first, then in the order of the dictionary.
 */
export function questions(
  program: Program,
  world: World,
  settled: Settled,
): SharingDecision['questions'] {
  const open = new Map<string, { fact: OpenFact; items: Set<number> }>();
  const ask = (fact: OpenFact, item?: number) => {
    const key = `${fact.fact}/${fact.index}`;
    const entry = open.get(key) ?? { fact, items: new Set() };
    if (item !== undefined) entry.items.add(item);
    open.set(key, entry);
  };
  for (const { finding, open: held } of settled.items)
    for (const fact of held) ask(fact, finding.item);
  for (const { fact, items } of assumed(program, world, settled))
    for (const item of items) ask(fact, item);
  for (const { person, open: grounds } of settled.informing) {
    for (const ground of grounds) {
      const needed = openFacts(program, world, ground, person);
      if (!needed.some((fact) => unmentioned(world, fact)))
        for (const fact of needed) if (fact.scope === 'person') ask(fact);
    }
  }
  return [...open.values()]
    .flatMap(({ fact, items }) => {
      const { question, kind, because } = factsById.get(fact.fact) ?? {};
      if (question === undefined || kind === undefined || because === undefined) return [];
      const scope = scopeOf(world, fact.fact, fact.index);
      return [
        {
          fact: fact.fact,
          index: fact.index,
          row: {
            fact: fact.fact,
            scope,
            question,
            kind,
            because,
            items: [...items].sort((a, b) => a - b).map((item) => world.items[item] ?? ''),
          },
        },
      ];
    })
    .sort(
      (a, b) =>
        b.row.items.length - a.row.items.length ||
        (position.get(a.fact) ?? 0) - (position.get(b.fact) ?? 0) ||
        a.index - b.index,
    )
    .map(({ row }) => row);
}
