import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { decide } from '../../src/index.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import { lookUp } from '../../src/engine/tables.ts';
import { program } from '../decided.ts';
import { tables } from '../rulebase.ts';
import { goes, meaningful, see } from './national.ts';
import type { Seen } from './national.ts';
import { property } from './property.ts';

const kinds = [
  ['special', 'special-category-condition'],
  ['offenceData', 'offence-data-condition'],
] as const;
const needingSchedule1 = ['9(2)(b)', '9(2)(g)', '9(2)(h)', '9(2)(i)', '9(2)(j)'];

/** Whether an item holds data of a kind for all that is known: anything but a known no. */
function mightHold({ world }: Seen, item: number, attribute: 'special' | 'offenceData'): boolean {
  const given = world.request.items?.[item]?.categories ?? world.request.allItems?.categories;
  return given === undefined
    ? true
    : given.some((category) => lookUp(tables.categories, attribute, category, world.on) !== false);
}
const identifying = ({ world }: Seen, item: number): boolean =>
  (world.request.items?.[item]?.identifies ?? world.request.allItems?.identifies) !== false;

/** Whether some rule of a kind is met for every subject of an item, with the Schedule 1 paragraph where it needs one. */
function conditionMet({ world }: Seen, item: number, kind: string): boolean {
  return (world.subjectsOf[item] ?? []).every((subject) =>
    program.rules.some(({ rule: { event, scope }, number }) => {
      const at = scope === 'subject' ? subject : scope === 'item' ? item : 0;
      if (event.type !== kind || world.results[number]?.[at] !== 2) return false;
      const { params } = event;
      return (
        !('article' in params) ||
        !needingSchedule1.includes(params.article) ||
        ('schedule1' in params && params.schedule1 !== undefined)
      );
    }),
  );
}

/** Property 7 of the contract. */
export const specialData = property<Json>({
  name: 'special-data',
  says: 'special category and offence data never go without a condition, and a policy document that is missing is put in place or stops them',
  arbitrary: requests({
    ...meaningful,
    usual: {
      'item.categories': [
        ['health'],
        ['mental-health', 'family'],
        ['criminal-allegation'],
        ['sex-life'],
      ],
      'sharer.appropriatePolicyDocument': [true, false],
    },
  }),
  holds: (request) => {
    const seen = see(request);
    const { world, settled } = seen;
    const held = settled.items.flatMap(({ verdict }, item) =>
      goes(verdict) && identifying(seen, item)
        ? kinds
            .filter(([attribute]) => mightHold(seen, item, attribute))
            .map(([attribute, kind]) => ({ item, attribute, kind }))
        : [],
    );
    const without = held
      .filter(({ item, kind }) => !conditionMet(seen, item, kind))
      .map(
        ({ item, attribute }) =>
          `item ${world.items[item] ?? ''} goes with ${attribute} data and no condition`,
      );
    if (!held.length) return { premise: false, faults: without };
    const decision = decide(request as SharingRequest);
    const missing = decision.conditions.filter(
      ({ appropriatePolicyDocument, status, item }) =>
        appropriatePolicyDocument === 'missing' &&
        status === 'available' &&
        goes(decision.items.find(({ ref }) => ref === item)?.verdict ?? 'withhold'),
    );
    const told = decision.obligations.some(
      ({ id, level, when }) =>
        id === 'put-policy-document-in-place' && level === 'must' && when === 'after',
    );
    return {
      premise: true,
      faults: [
        ...without,
        ...(missing.length && !told
          ? [
              `a policy document is missing for ${missing[0]?.article ?? ''}, and nobody is told to put one in place`,
            ]
          : []),
        ...(missing.length && !decision.cautions.length
          ? ['a policy document is missing, and there is no caution']
          : []),
      ],
    };
  },
});
