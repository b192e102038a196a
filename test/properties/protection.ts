import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { recordOf } from '../../src/testing/dictionary.ts';
import { slotOf } from '../../src/engine/slots.ts';
import { valueAt } from '../../src/engine/world.ts';
import { decide } from '../../src/index.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import { spoken } from './against.ts';
import { datesOfLaw, meaningful, see } from './national.ts';
import { consenting, faultless, ofEach } from './people.ts';
import { property } from './property.ts';

const since2018 = '2018-05-25';

/** Answers against sharing that are left as they are: they are no part of what such a request is made to say. */
const apart = [
  'item.publicInterestOverridesConfidence',
  'recipient.roleInSafeguarding',
  'sharer.publicAuthority',
];

/** What is lacking: nothing of it is there, or nothing of it is known, or no consent was ever asked for. */
const lacks = ['refused', 'withdrawn', 'cannot-be-given', 'not-sought', 'left-out'] as const;
interface Lacking {
  request: Json;
  lack: (typeof lacks)[number];
  level: string;
  canProtect: boolean;
}

const lackingConsent = ({ lack }: Lacking): Json | undefined =>
  lack === 'left-out' ? undefined : { status: lack };

/** The request of a grave concern, to a recipient who protects. */
const grave = ({ request, level, canProtect }: Lacking): Json => ({
  ...request,
  concern: { ...recordOf(request['concern']), level },
  recipient: {
    ...recordOf(request['recipient']),
    ...(canProtect ? { canProtect: true } : { roleInSafeguarding: true }),
  },
});
const withForms = (request: Json, document: boolean | undefined, arrangement: Json | undefined) => {
  const { appropriatePolicyDocument: _, ...sharer } = recordOf(request['sharer']);
  return {
    ...request,
    sharer: document === undefined ? sharer : { ...sharer, appropriatePolicyDocument: document },
    arrangement,
  };
};

/** The same with every consent, agreement and document in place. */
const inPlace = (drawn: Lacking): Json =>
  ofEach(
    withForms(grave(drawn), true, { pattern: 'regular', agreement: 'tier-1-and-2', dpia: true }),
    (person) => {
      const given = faultless(person['ref']);
      const agreed = { status: 'given', givenBy: person['ref'], implied: false };
      return consenting(consenting(person, 'dataProtection', given), 'service', agreed);
    },
  );
/** The same without any. */
const without = (drawn: Lacking): Json =>
  ofEach(
    drawn.lack === 'left-out'
      ? withForms(grave(drawn), undefined, undefined)
      : withForms(grave(drawn), false, { pattern: 'regular', agreement: 'none', dpia: false }),
    (person) =>
      consenting(
        consenting(person, 'dataProtection', lackingConsent(drawn)),
        'service',
        lackingConsent(drawn),
      ),
  );

/** Property 6 of the contract, of consent and papers. */
export const protection = property<Lacking>({
  name: 'protection',
  says: 'at significant harm or above, to who protects, the want of consent, agreement or papers refuses nothing; what is unknown calls for advice, with urgency; a confidence that outweighs is kept, with advice',
  arbitrary: fc.record({
    // Of what Schedule 3 to the 1998 Act allows only an outline is encoded.
    request: requests({
      ...meaningful,
      dates: datesOfLaw.filter((date) => date > since2018),
      people: { min: 1, max: 2 },
      unlisted: 0,
      usual: {
        'item.categories': [['health'], ['family'], ['safeguarding-concern'], ['observation']],
        'item.publicInterestOverridesConfidence': [true, false],
      },
    }).map((request): Json => ({
      ...spoken(request, apart),
      // That no task in law covers it is an answer against it too, from a public authority.
      sharer: { ...recordOf(request['sharer']), statutoryFunction: true },
      on: String(request['on']) < since2018 ? since2018 : request['on'],
    })),
    lack: fc.constantFrom(...lacks),
    level: fc.constantFrom('significant-harm', 'immediate-danger'),
    canProtect: fc.boolean(),
  }),
  holds: (drawn) => {
    const full = inPlace(drawn);
    const scarce = without(drawn);
    const before = see(full).settled;
    const seen = see(scarce);
    const { world, settled } = seen;
    const decision = decide(scarce as unknown as SharingRequest);
    const lost = settled.items.flatMap(({ verdict }, item) =>
      verdict === 'withhold' && before.items[item]?.verdict !== 'withhold'
        ? [`item ${world.items[item] ?? ''} is withheld for want of consent or papers`]
        : [],
    );
    const open = settled.items.some(({ verdict }) => verdict === 'undetermined');
    const unsettled = ['seek-advice', 'more-information-needed'].includes(decision.outcome);
    const kept = decision.confidentiality.filter(({ item, status }) => {
      const index = world.items.indexOf(item);
      const at = (fact: string) => valueAt(world, slotOf(fact), index);
      return (
        status === 'not-met' &&
        at('item.confidential') === true &&
        at('item.publicInterestOverridesConfidence') === false
      );
    });
    const goesAnyway = kept.filter(
      ({ item }) => settled.items[world.items.indexOf(item)]?.verdict !== 'withhold',
    );
    const children = valueAt(world, slotOf('concern.children'), 0) === true;
    return {
      premise: before.items.some(({ verdict }) => verdict !== 'withhold'),
      faults: [
        ...lost,
        ...(unsettled && decision.outcome !== 'seek-advice'
          ? ['what is unknown calls for more information, and not for advice']
          : []),
        ...((open || kept.length) && decision.urgency === 'routine'
          ? ['what is open or kept in confidence is routine']
          : []),
        ...(open && !decision.questions.length && !decision.advice.length
          ? ['what is open is answered with silence']
          : []),
        ...goesAnyway.map(
          ({ item }) => `item ${item} is not withheld, though its confidence stands`,
        ),
        ...(kept.length && children && !decision.advice.length
          ? ['a confidence is kept where a child is concerned, with no advice beside it']
          : []),
      ],
    };
  },
});
