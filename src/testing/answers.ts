import { evaluate } from '../engine/evaluate.ts';
import { parse } from '../engine/parse.ts';
import type { Program } from '../engine/program.ts';
import { slotOf } from '../engine/slots.ts';
import { yes } from '../engine/truth.ts';
import { layOut } from '../engine/world.ts';
import type { World } from '../engine/world.ts';
import type { Table } from '../model/rule.ts';
import { consentKinds } from '../model/words.ts';
import type { Json } from './dictionary.ts';
import type { LeafAt } from './knowledge.ts';

/** The instances of its scope at which a leaf of a request is read. */
function instancesOf(world: World, { fact, person, consent, item }: LeafAt): readonly number[] {
  const at = world.people.findIndex((one) => !one.nobodyKnown && one.ref === person);
  switch (slotOf(fact).scope) {
    case 'person':
      return [at];
    case 'consent':
      return [at * consentKinds.length + consentKinds.indexOf(consent ?? 'dataProtection')];
    case 'item':
      return item === undefined ? [...world.items.keys()] : [world.items.indexOf(item)];
    default:
      return [0];
  }
}

/** What rules and tables make of a leaf that a request leaves out; nothing, where it stays open. */
export const answersOf =
  (program: Program, tables: { organisations: Table; categories: Table }) =>
  (request: Json, leaf: LeafAt): unknown[] => {
    const rules = program.answersTo(leaf.fact);
    const world = layOut(parse(request), tables);
    if (rules.length) evaluate(program, world);
    const { scope, slot } = slotOf(leaf.fact);
    const own = leaf.path.at(-1) as string;
    return instancesOf(world, leaf).flatMap((index): unknown[] => {
      const value = world.values[scope][index]?.[slot];
      // What an item answers for itself is no matter of what holds for all items.
      const itself =
        leaf.item === undefined && scope === 'item' && world.request.items?.[index] !== undefined
          ? (world.request.items[index] as Json)[own]
          : undefined;
      if (itself !== undefined) return [];
      if (value !== undefined) return [value];
      return rules.flatMap((answer) => {
        const results = world.results[answer.rule] ?? [];
        const places = answer.scope === scope ? [index] : results.keys();
        return [...places].some((place) => results[place] === yes) ? [answer.value] : [];
      });
    });
  };
