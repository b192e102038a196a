import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { listOf, recordOf } from '../generators/dictionary.ts';
import { atItem } from '../../src/engine/evaluate.ts';
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

/** Whether an item is within what an order, a duty or the subject's own right demands. */
function demanded({ world }: Seen, item: Json, index: number): boolean {
  const duty = program
    .ofKind('duty')
    .some((rule) => rule.rule.event.type === 'duty' && atItem(rule, world, index) === 2);
  return item['withinDemand'] === true || duty;
}

/** Property 9 of the contract. */
export const irrelevantOrExposing = property<Json>({
  name: 'irrelevant-or-exposing',
  says: 'what is irrelevant or unnecessary never goes but within a demand, and what could expose someone never goes to where it would',
  arbitrary: requests({
    ...meaningful,
    usual: {
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
      const useless = item['relevant'] === false || item['necessary'] === false;
      const exposes =
        item['couldExposeSomeoneToHarm'] === true &&
        listOf(item['categories']).some((category) => exposing.includes(String(category)));
      const verdict = seen.settled.items[index]?.verdict ?? 'withhold';
      const ref = String(item['ref']);
      return {
        premise: useless || (exposes && (mightHarm || watched)),
        faults: !goes(verdict)
          ? []
          : [
              ...(useless && !demanded(seen, item, index)
                ? [`item ${ref} goes, which is irrelevant or unnecessary`]
                : []),
              ...(exposes && mightHarm
                ? [`item ${ref} could expose someone, and goes to one who might harm`]
                : []),
              ...(exposes && watched
                ? [`item ${ref} could expose someone, and goes where one who might harm sees it`]
                : []),
            ],
      };
    });
    return {
      premise: found.some(({ premise }) => premise),
      faults: found.flatMap(({ faults }) => faults),
    };
  },
});
