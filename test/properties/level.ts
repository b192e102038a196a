import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { withValue } from '../generators/dictionary.ts';
import { concernLevels } from '../../src/model/words.ts';
import { meaningful, rankOf, see } from './national.ts';
import { property } from './property.ts';

const path = ['concern', 'level'];
const atLevel = (request: Json, level: string): Json => withValue(request, path, level) as Json;

/** Property 5 of the contract. */
export const levelNeverLowers = property<readonly [Json, number, number]>({
  name: 'level',
  says: 'raising the level of concern alone never lowers an item',
  arbitrary: fc.tuple(
    requests(meaningful),
    fc.nat({ max: concernLevels.length - 2 }),
    fc.integer({ min: 1, max: concernLevels.length - 1 }),
  ),
  holds: ([request, from, rise]) => {
    const low = concernLevels[from] ?? 'none';
    const high = concernLevels[Math.min(from + rise, concernLevels.length - 1)] ?? low;
    const before = see(atLevel(request, low));
    const after = see(atLevel(request, high));
    return {
      premise: before.settled.items.some(({ verdict }) => verdict !== 'withhold'),
      faults: before.settled.items.flatMap(({ verdict }, item) => {
        const now = after.settled.items[item]?.verdict ?? 'withhold';
        const ref = before.world.items[item] ?? '';
        return rankOf(now) < rankOf(verdict)
          ? [`item ${ref}: ${verdict} at ${low} becomes ${now} at ${high}`]
          : [];
      }),
    };
  },
});
