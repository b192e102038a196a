import type { availabilities, policyDocuments } from '../model/words.ts';
import { isHigh, truthAt } from './combine.ts';
import { servesItem } from './bases.ts';
import { atItem } from './evaluate.ts';
import { groups } from './edition.ts';
import type { Bearing } from './edition.ts';
import type { LoadedRule, Program } from './program.ts';
import { slotOf } from './slots.ts';
import { no, unknown, wordOf, yes } from './truth.ts';
import type { World } from './world.ts';

/** How one condition stands at an item that has special category or offence data, or may have it. */
export interface ConditionRow {
  /** The item, by index. */
  item: number;
  article: string;
  schedule1?: string;
  status: (typeof availabilities)[number];
  document: (typeof policyDocuments)[number];
  rules: readonly LoadedRule[];
}

const identifies = slotOf('item.identifies');
const policyDocument = slotOf('sharer.appropriatePolicyDocument');
const conditionKinds = [
  ['special-category-condition', slotOf('item.special')],
  ['offence-data-condition', slotOf('item.offenceData')],
] as const;
type ConditionKind = (typeof conditionKinds)[number][0];
const ratings = ['unavailable', 'undetermined', 'available'] as const;

/** For each item with special category or offence data, or that may have it, each condition and how it stands. */
export function conditionsOf(program: Program, world: World): ConditionRow[] {
  const document = truthAt(world, policyDocument);
  const none = document === no || (document === unknown && isHigh(world) === yes);
  const keyOf = ({ params: { article, schedule1 } }: Bearing<ConditionKind>) =>
    `${article} ${schedule1 ?? ''}`;
  return world.items.flatMap((_, item) => {
    if (truthAt(world, identifies, item) === no) return [];
    const kinds = conditionKinds.filter(([, holds]) => truthAt(world, holds, item) !== no);
    const found = groups(
      program,
      world,
      kinds.map(([kind]) => kind),
      keyOf,
    );
    return found.map((group): ConditionRow => {
      const { article, schedule1 } = group[0].params;
      const rules = group.map(({ loaded }) => loaded);
      const truth = servesItem(world, rules, item);
      const needed = group.every((one) => one.params.appropriatePolicyDocument === 'needed');
      return {
        item,
        article,
        ...(schedule1 === undefined ? {} : { schedule1 }),
        status: wordOf(truth, ratings),
        document: !needed ? 'not-needed' : none ? 'missing' : 'needed',
        rules: rules.filter((rule) => truth !== yes || atItem(rule, world, item) === yes),
      };
    });
  });
}
