import { facts, factsById } from '../model/facts.ts';
import type { Fact } from '../model/facts.ts';
import type { Question } from '../model/leaf.ts';
import type { SharingDecision } from '../model/decision.ts';
import { consentKinds } from '../model/words.ts';
import { byText } from './order.ts';
import { itemRef, personRef } from './places.ts';
import type { World } from './world.ts';

type Scoped = SharingDecision['questions'][number]['scope'];

/** What is asked by a fact of the request. */
export const questionOf = (fact: string): Fact & Question => factsById.get(fact) as Fact & Question;

/** Where each fact stands in the dictionary. */
export const position: ReadonlyMap<string, number> = new Map(
  facts.map(({ id }, index) => [id, index]),
);

/** The person or item that a fact is about, for the caller. */
export function scopeOf(world: World, fact: string, index: number): Scoped {
  const person = (at: number) => {
    const ref = personRef(world, at);
    return ref ? { person: ref } : {};
  };
  switch (factsById.get(fact)?.scope) {
    case 'person':
      return person(index);
    case 'consent':
      return {
        ...person(Math.floor(index / consentKinds.length)),
        consent: consentKinds[index % consentKinds.length],
      };
    case 'item':
      return { item: itemRef(world, index) };
    default:
      return {};
  }
}

/** The order of questions: that of the dictionary, then that of the references, whatever the order of the request. */
export function byDictionary(
  a: { fact: string; scope: Scoped },
  b: { fact: string; scope: Scoped },
): number {
  const ref = ({ scope: { person, item, consent } }: { scope: Scoped }) =>
    [person ?? item, consent].join(' ');
  const places = (position.get(a.fact) as number) - (position.get(b.fact) as number);
  return places || byText(ref(a), ref(b));
}
