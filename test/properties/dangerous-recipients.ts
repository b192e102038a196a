import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { listOf, recordOf, withValue } from '../../src/testing/dictionary.ts';
import { goes, meaningful, see } from './national.ts';
import { peopleOf, subjectsOf } from './people.ts';
import { property } from './property.ts';

/** What leads a dangerous person to someone, or to who told of them. */
const leading = ['whereabouts', 'referrer-identity'];
/** What is known of whether the recipient might do harm. */
const dangers = [true, 'unsure', 'left-out', 'alleged'] as const;
interface Dangerous {
  request: Json;
  danger: (typeof dangers)[number];
}

/** The request with so much known of the danger. */
function endangered({ request, danger }: Dangerous): Json {
  const { mightHarm: _, ...recipient } = recordOf(request['recipient']);
  if (danger === 'alleged') {
    const [one] = peopleOf(request);
    const accused = { ...recipient, organisation: undefined, person: one?.['ref'] };
    return recordOf(
      withValue({ ...request, recipient: accused }, ['people', 0, 'allegedToHarm'], true),
    );
  }
  return {
    ...request,
    recipient: danger === 'left-out' ? recipient : { ...recipient, mightHarm: danger },
  };
}

/** Of whereabouts and of who told, whoever asks. */
export const dangerousRecipients = property<Dangerous>({
  name: 'dangerous-recipients',
  says: 'nobody is told where someone is, or who told, where they might do harm for all that is known',
  arbitrary: fc.record({
    request: requests({
      ...meaningful,
      people: { min: 1, max: 2 },
      unlisted: 0,
      usual: {
        'item.categories': [['whereabouts'], ['referrer-identity', 'family'], ['observation']],
        'demand.power': ['court-order', 'none-stated', 'subject-access'],
        'item.withinDemand': [true],
      },
    }),
    danger: fc.constantFrom(...dangers),
  }),
  holds: (drawn) => {
    const request = endangered(drawn);
    const safe = { ...request, recipient: { ...recordOf(request['recipient']), mightHarm: false } };
    const seen = see(request);
    const whom = recordOf(request['recipient'])['person'];
    const risky = listOf(request['items']).flatMap((one, index) => {
      const item = recordOf(one);
      const categories = listOf(item['categories'] ?? recordOf(request['allItems'])['categories']);
      const exposes =
        item['couldExposeSomeoneToHarm'] ??
        recordOf(request['allItems'])['couldExposeSomeoneToHarm'];
      const subjects = subjectsOf(seen, String(item['ref']));
      // What is held of the recipient alone, and could expose nobody, is theirs.
      const own = exposes === false && subjects.every((ref) => ref === whom);
      return categories.some((category) => leading.includes(String(category))) && !own
        ? [{ index, ref: String(item['ref']) }]
        : [];
    });
    const verdictAt = ({ settled }: typeof seen, index: number) =>
      settled.items[index]?.verdict ?? 'withhold';
    return {
      // It is the danger alone that keeps it back.
      premise: risky.some(({ index }) => goes(verdictAt(see(safe), index))),
      faults: risky
        .filter(({ index }) => goes(verdictAt(seen, index)))
        .map(
          ({ ref }) =>
            `item ${ref} leads to someone, and goes to who might do harm (${String(drawn.danger)})`,
        ),
    };
  },
});
