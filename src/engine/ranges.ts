import type { Scope } from '../model/facts.ts';
import { consentKinds } from '../model/words.ts';
import type { World } from './world.ts';

/** The instances that a quantifier ranges over. */
export interface Instances {
  indexes: readonly number[];
  /** Whether there can be no other. */
  complete: boolean;
}

/** For each instance of a scope, the instances of each narrower scope that belong to it. */
export type Ranges = Readonly<Record<Scope, readonly Partial<Record<Scope, Instances>>[]>>;

const consentsOf = (person: number): number[] =>
  consentKinds.map((_, kind) => consentKinds.length * person + kind);

/** Works out over which instances a quantifier ranges, from each place of a world. */
export function rangesOf({
  people,
  peopleKnown,
  items,
  subjects,
  subjectsOf,
  subjectsKnown,
}: Pick<
  World,
  'people' | 'peopleKnown' | 'items' | 'subjects' | 'subjectsOf' | 'subjectsKnown'
>): Ranges {
  const persons = people.flatMap(({ nobodyKnown }, person) => (nobodyKnown ? [] : [person]));
  const allKnown = subjectsKnown.every(Boolean);
  const all = (length: number): number[] => Array.from({ length }, (_, index) => index);
  const whole = {
    person: { indexes: persons, complete: peopleKnown },
    consent: { indexes: persons.flatMap(consentsOf), complete: peopleKnown },
    item: { indexes: all(items.length), complete: true },
    subject: { indexes: all(subjects.length), complete: allKnown },
  };
  const ofItem = subjectsOf.map((own, item) => {
    const whom = own.map((subject) => (subjects[subject] as World['subjects'][number]).person);
    const complete = subjectsKnown[item] === true;
    return {
      person: { indexes: whom, complete },
      consent: { indexes: whom.flatMap(consentsOf), complete },
      subject: { indexes: own, complete },
    };
  });
  // Nobody says that the unknown subjects of two items are one person: then no item is known to be about this one.
  const several = subjectsKnown.filter((known) => !known).length > 1;
  const ofPerson = people.map(({ nobodyKnown }, person) => {
    const own = subjects.flatMap((subject, index) =>
      subject.person === person && !(nobodyKnown && several) ? [index] : [],
    );
    const about = own.map((subject) => (subjects[subject] as World['subjects'][number]).item);
    return {
      consent: { indexes: consentsOf(person), complete: true },
      item: { indexes: about, complete: allKnown },
      subject: { indexes: own, complete: allKnown },
    };
  });
  return { case: [whole], item: ofItem, person: ofPerson, consent: [], subject: [] };
}
