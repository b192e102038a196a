/**
 * Whether a change of a rule's dates can be told apart by no request at all. Such a change matters on one day only; and
 * where on that day the rule is not met of a request of which nothing is known, no answer makes it met, since learning
 * more never undoes what is settled.
 */
import { follow } from '../../src/engine/evaluate.ts';
import type { LoadedRule, Program } from '../../src/engine/program.ts';
import { setValue } from '../../src/engine/places.ts';
import { slotOf } from '../../src/engine/slots.ts';
import { no } from '../../src/engine/truth.ts';
import { instances } from '../../src/engine/world.ts';
import type { World } from '../../src/engine/world.ts';
import { decidedFacts } from '../../src/model/derived.ts';
import { modes } from '../../src/model/words.ts';
import type { Json } from '../../src/testing/dictionary.ts';
import { worldOf } from '../../test/decided.ts';

/**
 * Requests of someone, and a piece about them, of which nothing is known. Who asked counts as answered where it is left
 * out, so that it is a request of its own.
 */
const blanks = (on: string, nations: readonly string[]): Json[] =>
  nations.flatMap((nation) =>
    modes.flatMap((mode) => {
      const people = [{ ref: 'someone' }];
      const blank = { on, nation, mode, people, items: [{ ref: 'piece', about: ['someone'] }] };
      return mode === 'proactive' ? [blank] : [blank, { ...blank, demand: { by: 'someone' } }];
    }),
  );

/** The world before anything was decided, so that what was decided is unknown too. */
function undecided(program: Program, world: World): World {
  for (const { id } of decidedFacts) {
    const slot = slotOf(id);
    for (let index = 0; index < instances(world, slot.scope); index++)
      setValue(world, slot, index, undefined);
  }
  follow(
    program,
    world,
    program.afterwards.map((rule) => ({ rule })),
  );
  return world;
}

/** Whether a rule is met, or might be, of no request of a day. */
export const neverOn = (program: Program, { number, rule }: LoadedRule, day: string): boolean =>
  blanks(day, rule.extent).every((blank) => {
    const world = undecided(program, worldOf(program, blank));
    const results = world.raw.get(number) ?? world.results[number] ?? [];
    return results.every((truth) => truth === no);
  });
