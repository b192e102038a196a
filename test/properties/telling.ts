import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { leavesOf, listOf, recordOf, withValue } from '../generators/dictionary.ts';
import { slotOf } from '../../src/engine/slots.ts';
import { valueAt } from '../../src/engine/world.ts';
import { meaningful, see } from './national.ts';
import { property } from './property.ts';

const grounds = leavesOf.person
  .map(({ id }) => id)
  .filter((id) => id.startsWith('person.informing.'));
const risk = 'person.informing.wouldRaiseRiskToChild';

const answerOf = (request: Json, ref: string): unknown => {
  const person = listOf(request['people'])
    .map(recordOf)
    .find((one) => one['ref'] === ref);
  return recordOf(person?.['informing'])['wouldRaiseRiskToChild'];
};
/** The same, with everybody safe to tell as far as a child is concerned. */
const ifSafe = (request: Json): Json => ({
  ...request,
  people: listOf(request['people']).map((one) =>
    withValue(one, ['informing', 'wouldRaiseRiskToChild'], false),
  ),
});
/** Whether a child is concerned, or may be for all that is known. */
const childrenConcerned = (request: Json): boolean =>
  valueAt(see(request).world, slotOf('concern.children'), 0) !== false;

function told(request: Json): string[] {
  const { world, settled } = see(request);
  return settled.informing.flatMap(({ person, verdict }) =>
    verdict === 'tell' ? [world.people[person]?.ref ?? ''] : [],
  );
}

/** Property 11 of the contract. */
export const telling = property<Json>({
  name: 'telling',
  says: 'nobody is told where telling would, or for all that is known might, raise the risk to a child who is or may be concerned',
  arbitrary: requests({
    ...meaningful,
    unlisted: 0,
    people: { min: 1, max: 3 },
    always: [...(meaningful.always ?? []), ...grounds.filter((id) => id !== risk)],
    usual: Object.fromEntries(grounds.filter((id) => id !== risk).map((id) => [id, [false]])),
  }),
  holds: (request) => {
    // With no child concerned (level none, and nobody who may be harmed is under 18) no child is at risk of the telling.
    const answered = (ref: string) => answerOf(request, ref);
    const children = childrenConcerned(request);
    const atRisk = (ref: string) => answered(ref) === true || (children && answered(ref) !== false);
    return {
      // The risk alone keeps someone from being told.
      premise: told(ifSafe(request)).some(atRisk),
      faults: told(request)
        .filter(atRisk)
        .map((ref) => `${ref} is told, though that might raise the risk to a child`),
    };
  },
});
