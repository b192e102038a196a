import type { Scope } from '../model/facts.ts';
import type { LoadedRule } from './program.ts';
import type { Slot, Value } from './slots.ts';
import type { Truth } from './truth.ts';
import type { Person, World } from './world.ts';

// INVARIANT: indexes given here are of instances that the world has, and of rules that were evaluated in it.

/** What a rule that was evaluated finds at an instance. */
export const resultAt = (world: World, rule: number, index: number): Truth =>
  (world.results[rule] as Truth[])[index] as Truth;

/** The subjects of an item. */
export const subjectsAt = (world: World, item: number): readonly number[] =>
  world.subjectsOf[item] as readonly number[];

/** The reference of an item, and of a person. */
export const itemRef = (world: World, item: number): string => world.items[item] as string;
export const personRef = (world: World, person: number): string =>
  (world.people[person] as Person).ref;

/** Sets the value of a fact at an instance of its scope. */
export function setValue(world: World, { scope, slot }: Slot, index: number, value: Value): void {
  (world.values[scope][index] as Value[])[slot] = value;
}

/** The instance at which a rule is to be looked up for an item, or for one of its subjects. */
export const instanceFor = (scope: Scope, item: number, subject: number): number =>
  scope === 'subject' ? subject : scope === 'item' ? item : 0;

/** The instances of a rule's scope that bear on an item. */
export const instancesAt = (
  world: World,
  { rule: { scope } }: LoadedRule,
  item: number,
): readonly number[] =>
  scope === 'subject' ? subjectsAt(world, item) : [instanceFor(scope, item, 0)];
