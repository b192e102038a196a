import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { listOf, recordOf } from '../../src/testing/dictionary.ts';
import { atItem, isLegalDuty } from '../../src/engine/evaluate.ts';
import { program } from '../decided.ts';
import { goes, meaningful, see } from './national.ts';
import type { Seen } from './national.ts';
import { property } from './property.ts';

const exposing = ['whereabouts', 'contact-details', 'identity', 'referrer-identity'];

/** An item of the request with what was answered for all items. */
const itemsOf = (request: Json): Json[] =>
  listOf(request['items'] ?? [{ ref: 'unspecified' }]).map((one) => ({
    ...recordOf(request['allItems']),
    ...recordOf(one),
  }));

/** The bars that say that a piece is of no use, and that a demand may lift. */
const useless = { relevant: 'item-not-relevant', necessary: 'item-not-necessary' } as const;

/** Whether a duty in law that is met, and reaches the item as it was demanded, lifts a bar. */
const demanded = (seen: Seen, item: Json, index: number, bar: string): boolean =>
  item['withinDemand'] === true &&
  program
    .ofKind('duty')
    .some(
      (rule) =>
        rule.rule.event.type === 'duty' &&
        rule.rule.event.params.lifts?.includes(bar) === true &&
        isLegalDuty(rule) &&
        atItem(rule, seen.world, index) === 2,
    );

/** Property 9 of the contract. */
export const irrelevantOrExposing = property<Json>({
  name: 'irrelevant-or-exposing',
  says: 'what is irrelevant or unnecessary never goes but within a demand, and what could expose someone never goes to where it would',
  arbitrary: requests({
    ...meaningful,
    usual: {
      'demand.power': ['court-order', 'none-stated', 'subject-access', 'pupil-record'],
      'item.withinDemand': [true],
      'item.relevant': [true, true, false],
      'item.necessary': [true, true, false],
      'item.couldExposeSomeoneToHarm': [true],
      'item.categories': [['whereabouts'], ['identity'], ['family'], ['observation']],
      'recipient.mightHarm': [false, true],
      'channel.seenByThreat': [false, true],
      'recipient.organisation': ['la-childrens-social-care', 'police', 'member-of-public'],
    },
  }),
  holds: (request) => {
    const seen = see(request);
    const mightHarm = recordOf(request['recipient'])['mightHarm'] === true;
    const watched = recordOf(request['channel'])['seenByThreat'] === true;
    const found = itemsOf(request).map((item, index) => {
      const idle = (Object.keys(useless) as (keyof typeof useless)[]).filter(
        (key) => item[key] === false,
      );
      const exposes =
        item['couldExposeSomeoneToHarm'] === true &&
        listOf(item['categories']).some((category) => exposing.includes(String(category)));
      const verdict = seen.settled.items[index]?.verdict ?? 'withhold';
      const ref = String(item['ref']);
      return {
        premise: idle.length > 0 || (exposes && (mightHarm || watched)),
        faults: !goes(verdict)
          ? []
          : [
              ...idle
                .filter((key) => !demanded(seen, item, index, useless[key]))
                .map((key) => `item ${ref} goes, which is not ${key}`),
              ...(exposes && mightHarm
                ? [`item ${ref} could expose someone, and goes to one who might harm`]
                : []),
              ...(exposes && watched
                ? [`item ${ref} could expose someone, and goes where one who might harm sees it`]
                : []),
            ],
      };
    });
    // An order that requires what must not go there is for a lawyer.
    const { items, outcome } = seen.settled;
    const torn = items.some(({ finding }) => finding.conflict);
    return {
      premise: found.some(({ premise }) => premise),
      faults: [
        ...found.flatMap(({ faults }) => faults),
        ...(torn && !items.some(({ verdict }) => goes(verdict)) && outcome !== 'seek-advice'
          ? [`an order and a bar stand against each other, and the outcome is ${outcome}`]
          : []),
        ...items
          .filter(({ finding, verdict }) => finding.conflict && verdict !== 'undetermined')
          .map(({ verdict }) => `a duty and a bar are in conflict, and the item is ${verdict}`),
      ],
    };
  },
});
