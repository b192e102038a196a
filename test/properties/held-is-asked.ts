import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { kindsOf, needs } from '../../src/engine/combine.ts';
import type { ItemFinding } from '../../src/engine/combine.ts';
import { nationalRules } from '../../src/engine/edition.ts';
import { questions } from '../../src/engine/questions.ts';
import type { ItemRow } from '../../src/engine/settle.ts';
import { slotOf, slots } from '../../src/engine/slots.ts';
import { unknown } from '../../src/engine/truth.ts';
import { valueAt } from '../../src/engine/world.ts';
import type { World } from '../../src/engine/world.ts';
import { factsById } from '../../src/model/facts.ts';
import { unsure } from '../../src/model/leaf.ts';
import { organisationAttributes } from '../../src/model/words.ts';
import { program } from '../decided.ts';
import { scant, see } from './national.ts';
import { property } from './property.ts';

/** Whether an item is undetermined, and not by a conflict of bar and duty. */
export const isHeld = ({ verdict, finding }: ItemRow): boolean =>
  verdict === 'undetermined' && !finding.conflict;

const sides = ['sharer', 'recipient'] as const;
/**
 * Whether an item waits for what no question reaches: the law of the date is not encoded, or the table of organisations
 * says that it depends whether a body is one that a law names.
 */
export function beyondAsking(world: World, { needs: met }: ItemFinding): boolean {
  const open = needs.filter((need) => met[need] === unknown);
  return (
    open.some((need) => !nationalRules(program, world, kindsOf[need]).length) ||
    sides.some((side) =>
      organisationAttributes.some((attribute) => {
        const slot = slots.get(`${side}.${attribute}`);
        const body = valueAt(world, slotOf(`${side}.organisation`), 0);
        return (
          slot !== undefined &&
          factsById.get(`${side}.${attribute}`)?.from === 'derived' &&
          typeof body === 'string' &&
          body !== unsure &&
          valueAt(world, slot, 0) === undefined
        );
      }),
    )
  );
}

/** No silence: what holds an item is always put as a question. */
export const heldIsAsked = property<Json>({
  name: 'held-is-asked',
  says: 'an item that is undetermined, and is held by no conflict and no other nation, has a question that lists it, or, where none can be put, a call for advice',
  arbitrary: requests({ ...scant, people: { min: 0, max: 3 }, items: { min: 1, max: 3 } }),
  holds: (request) => {
    const { world, settled } = see(request);
    const asked = questions(program, world, settled);
    const england = (request['nation'] ?? 'england') === 'england';
    const held = england ? settled.items.filter(isHeld) : [];
    const silent = held
      .map(({ finding }) => finding)
      .filter(({ item }) => !asked.some(({ items }) => items.includes(world.items[item] ?? '')));
    return {
      premise: held.length > 0,
      faults: silent.flatMap((finding) => {
        const ref = world.items[finding.item] ?? '';
        return beyondAsking(world, finding)
          ? settled.outcome === 'more-information-needed'
            ? [`item ${ref} is held by what nobody can be asked, and no advice is called for`]
            : []
          : [`item ${ref} is undetermined, and nothing is asked of it`];
      }),
    };
  },
});
