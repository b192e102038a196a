import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { recordOf } from '../../src/testing/dictionary.ts';
import { slotOf } from '../../src/engine/slots.ts';
import { valueAt } from '../../src/engine/world.ts';
import { decide } from '../../src/index.ts';
import type { SharingDecision } from '../../src/model/decision.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import { datesOfLaw, goes, meaningful, see } from './national.ts';
import { property } from './property.ts';

const since2018 = '2018-05-25';

const withDocument = (request: Json, document: unknown): Json => {
  const { appropriatePolicyDocument: _, ...sharer } = recordOf(request['sharer']);
  return {
    ...request,
    sharer: document === undefined ? sharer : { ...sharer, appropriatePolicyDocument: document },
  };
};
const decided = (request: Json): SharingDecision => decide(request as unknown as SharingRequest);
const rowOf = (
  { conditions }: SharingDecision,
  { item, article, schedule1 }: SharingDecision['conditions'][number],
) =>
  conditions.find(
    (one) => one.item === item && one.article === article && one.schedule1 === schedule1,
  );

/** Property 7 of the contract, of the policy document. */
export const policyDocuments = property<Json>({
  name: 'policy-documents',
  says: 'a policy document that is missing is put in place after, with a caution, where the concern is grave or a duty in law binds, and stops the condition elsewhere; one that is unknown counts as missing there, and is open elsewhere',
  arbitrary: requests({
    ...meaningful,
    dates: datesOfLaw.filter((date) => date > since2018),
    usual: {
      'item.categories': [['health'], ['mental-health', 'family'], ['criminal-allegation']],
      'concern.level': ['emerging-need', 'child-in-need', 'significant-harm'],
      'sharer.lawEnforcementPurpose': [false],
    },
  }),
  holds: (request) => {
    const known = decided(withDocument(request, true));
    const needing = known.conditions.filter(
      ({ status, appropriatePolicyDocument: document }) =>
        status === 'available' && document === 'needed',
    );
    const world = see(request).world;
    const high = valueAt(world, slotOf('concern.high'), 0);
    const missing = decided(withDocument(request, false));
    const unasked = decided(withDocument(request, undefined));
    const doubted = decided(withDocument(request, 'unsure'));
    const bound = (item: string) =>
      valueAt(world, slotOf('item.underLegalDuty'), world.items.indexOf(item));
    const goesOn = (decision: SharingDecision, item: string) =>
      goes(decision.items.find(({ ref }) => ref === item)?.verdict ?? 'withhold');
    return {
      premise: needing.length > 0,
      faults: needing.flatMap((row) => {
        const name = `${row.article} ${row.schedule1 ?? ''} of ${row.item}`;
        const [without, open, unsure] = [missing, unasked, doubted].map((one) => rowOf(one, row));
        const duty = bound(row.item);
        if (high === true || duty === true) {
          const alike = high === true ? [without, open, unsure] : [without];
          return [
            ...alike
              .filter((one) => one?.status !== 'available')
              .map(
                () =>
                  `${name} is not available without a policy document, though it is grave or due`,
              ),
            ...alike
              .filter((one) => one?.appropriatePolicyDocument !== 'missing')
              .map(() => `${name} does not say that a policy document is missing`),
            ...[missing, unasked, doubted]
              .slice(0, alike.length)
              .filter((one) => goesOn(one, row.item))
              .flatMap(({ obligations, cautions }) => [
                ...(obligations.some(
                  ({ id, level, when, status }) =>
                    id === 'put-policy-document-in-place' &&
                    level === 'must' &&
                    when === 'after' &&
                    status === 'applies',
                )
                  ? []
                  : [`nobody is told to put a policy document in place for ${name}`]),
                ...(cautions.some(({ reasons }) =>
                  reasons.includes('dpa2018-sch1-p5-policy-document-missing'),
                )
                  ? []
                  : [`no caution says that a policy document is missing for ${name}`]),
              ]),
          ];
        }
        if (high !== false || duty !== false) return [];
        return [
          ...(without?.status === 'unavailable'
            ? []
            : [`${name} is ${without?.status ?? 'gone'} without a policy document, below harm`]),
          ...[open, unsure]
            .filter((one) => one?.status !== 'undetermined')
            .map(
              (one) =>
                `${name} is ${one?.status ?? 'gone'} with a policy document unknown, below harm`,
            ),
        ];
      }),
    };
  },
});
