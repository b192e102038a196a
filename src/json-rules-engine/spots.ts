import type { Place, World } from '../engine/world.ts';
import type { Scope } from '../model/facts.ts';
import { consentKinds } from '../model/words.ts';

/** The instances that a quantifier ranges over. */
interface Among {
  indexes: readonly number[];
  /** Whether the list was given, so that there can be no other. */
  complete: boolean;
}

/** The index of the consent of a person of one kind. */
export const consentAt = (person: number, kind: (typeof consentKinds)[number]): number =>
  person * consentKinds.length + consentKinds.indexOf(kind);

/** The instances of a narrower scope that belong to a place of a wider one. */
export function among(world: World, from: Scope, to: Scope, place: Place): Among {
  if (to === 'consent') {
    const people =
      from === 'person'
        ? { indexes: [place.person], complete: true }
        : among(world, from, 'person', place);
    return {
      indexes: people.indexes.flatMap((person) =>
        consentKinds.map((kind) => consentAt(person, kind)),
      ),
      complete: people.complete,
    };
  }
  if (from === 'case' && to === 'item')
    return { indexes: world.items.map((_, item) => item), complete: true };
  if (from === 'case' && to === 'person') {
    const indexes = world.people.flatMap(({ nobodyKnown }, person) =>
      nobodyKnown ? [] : [person],
    );
    return { indexes, complete: world.peopleKnown };
  }
  // Of whom nothing is known may be another person for each item whose subjects were left out.
  const perhapsOthers =
    from === 'person' &&
    world.people[place.person]?.nobodyKnown === true &&
    world.subjectsKnown.filter((known) => !known).length > 1;
  if (perhapsOthers) return { indexes: [], complete: false };
  // People and items belong to each other through the subjects: an item with one of those whom it is about.
  const here = world.subjects.flatMap((subject, index) =>
    (from === 'item' && subject.item !== place.item) ||
    (from === 'person' && subject.person !== place.person)
      ? []
      : [{ ...subject, subject: index }],
  );
  const said = from === 'item' ? [world.subjectsKnown[place.item]] : world.subjectsKnown;
  return {
    indexes: here.map((one) => one[to as 'item' | 'person' | 'subject']),
    complete: said.every((known) => known === true),
  };
}
