import type { SharingDecision } from '../model/decision.ts';
import { byDictionary, questionOf, scopeOf } from './ask.ts';
import { assumed } from './assume.ts';
import { unmentioned } from './holding.ts';
import type { OpenFact } from './open.ts';
import { openFacts } from './open.ts';
import type { Program } from './program.ts';
import type { Settled } from './settle.ts';
import { itemRef } from './places.ts';
import { inEnglish } from './fill.ts';
import type { Say } from './fill.ts';
import type { World } from './world.ts';

/**
 * What to ask next: the unknown facts that hold items, those that items go in spite of, and those that keep open
 * whether someone may be told; the ones that decide most items first, then in the order of the dictionary.
 */
export function questions(
  program: Program,
  world: World,
  settled: Settled,
  say: Say = inEnglish,
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
  const mayGo = settled.items.some(({ verdict }) => verdict !== 'withhold');
  for (const { person, open: grounds } of mayGo ? settled.informing : []) {
    for (const ground of grounds) {
      const needed = openFacts(settled.search, ground, person);
      if (!needed.some((fact) => unmentioned(world, fact)))
        for (const fact of needed) if (fact.scope === 'person' || fact.scope === 'case') ask(fact);
    }
  }
  return [...open.values()]
    .map(({ fact: { fact, index }, items }) => {
      const asked = questionOf(fact);
      const question = say(`fact.${fact}.question`, asked.question);
      const because = say(`fact.${fact}.because`, asked.because);
      const { kind } = asked;
      const refs = [...items].sort((a, b) => a - b).map((item) => itemRef(world, item));
      return { fact, scope: scopeOf(world, fact, index), question, kind, because, items: refs };
    })
    .sort((a, b) => b.items.length - a.items.length || byDictionary(a, b));
}
