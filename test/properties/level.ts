import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { withValue } from '../../src/testing/dictionary.ts';
import { concernLevels } from '../../src/model/words.ts';
import { atItem } from '../../src/engine/evaluate.ts';
import { program } from '../decided.ts';
import type { Seen } from './national.ts';
import { meaningful, rankOf, see } from './national.ts';
import { property } from './property.ts';

const path = ['concern', 'level'];
const atLevel = (request: Json, level: string): Json => withValue(request, path, level) as Json;

/** What a caller answers, and no level answers for them. */
const judged = ['item.relevant', 'item.necessary', 'item.extent', 'item.adequate', 'item.accurate'];

/** The bars of proportionality that are met, by rule and item. */
const barsMet = ({ world }: Seen): string[] =>
  program
    .ofKind('proportionality')
    .flatMap((rule) =>
      world.items.flatMap((ref, item) =>
        atItem(rule, world, item) === 2 ? [`${rule.rule.id} at ${ref}`] : [],
      ),
    );

/** Property 5 of the contract. */
export const levelNeverLowers = property<readonly [Json, number, number]>({
  name: 'level',
  says: 'raising the level of concern alone never lowers an item, and answers no question of relevance, necessity or extent',
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
    // Danger now answers whether sharing is proportionate, on the short path alone; nothing else is answered by a level.
    const judgedByLevel = judged.filter((fact) => program.answersTo(fact).length > 0);
    return {
      premise: before.settled.items.some(({ verdict }) => verdict !== 'withhold'),
      faults: [
        ...judgedByLevel.map((fact) => `${fact} is answered by a rule, and not by the caller`),
        ...barsMet(after)
          .filter((bar) => !barsMet(before).includes(bar))
          .map((bar) => `${bar} is met at ${high}, and not at ${low}`),
        ...before.settled.items.flatMap(({ verdict }, item) => {
          const now = after.settled.items[item]?.verdict ?? 'withhold';
          const ref = before.world.items[item] ?? '';
          return rankOf(now) < rankOf(verdict)
            ? [`item ${ref}: ${verdict} at ${low} becomes ${now} at ${high}`]
            : [];
        }),
      ],
    };
  },
});
