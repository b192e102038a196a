import { no } from '../src/engine/truth.ts';
import type { Truth } from '../src/engine/truth.ts';
import { instances, placeAt } from '../src/engine/world.ts';
import type { World } from '../src/engine/world.ts';
import type { Program } from '../src/engine/program.ts';

type Row = readonly [rule: string, index: number, worth: Truth, ruledOut: boolean];

/** What both forms make of the conditions of every rule, everywhere. */
export function both(program: Program, world: World): { flat: Row[]; plain: Row[] } {
  const conditions = program.flat.on(world);
  const rows = program.rules.flatMap((loaded) =>
    Array.from({ length: instances(world, loaded.scope) }, (_, index) => ({ loaded, index })),
  );
  return {
    flat: rows.map(({ loaded: { rule, number }, index }) => [
      rule.id,
      index,
      conditions.at(number, index),
      conditions.ruledOut(number),
    ]),
    plain: rows.map(({ loaded: { rule, scope, number, conditions: own }, index }) => {
      const worth = own.test(world, placeAt(world, scope, index));
      // Being ruled out says that every instance is not met; it need not be seen.
      return [rule.id, index, worth, worth === no && conditions.ruledOut(number)];
    }),
  };
}
