import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { leavesOf, listOf, recordOf, withValue } from '../../src/testing/dictionary.ts';
import { questions } from '../../src/engine/questions.ts';
import { slotOf } from '../../src/engine/slots.ts';
import { valueAt } from '../../src/engine/world.ts';
import { program } from '../decided.ts';
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

/** The people who are told though a ground that would forbid it or put it off was never asked about, and is not asked now. */
function unasked(request: Json, ground: string): string[] {
  const { world, settled } = see(request);
  if (settled.items.every(({ verdict }) => verdict === 'withhold')) return [];
  const asked = questions(program, world, settled);
  const key = ground.slice('person.informing.'.length);
  const left = told(request).filter((ref) =>
    asked.every(({ fact, scope }) => fact !== ground || scope.person !== ref),
  );
  const otherwise = see({
    ...request,
    people: listOf(request['people']).map((one) =>
      recordOf(recordOf(one)['informing'])[key] === undefined
        ? withValue(one, ['informing', key], true)
        : one,
    ),
  });
  const forbidden = otherwise.settled.informing.flatMap(({ person, verdict }) =>
    verdict === 'do-not-tell' || verdict === 'defer'
      ? [otherwise.world.people[person]?.ref ?? '']
      : [],
  );
  return left
    .filter((ref) => forbidden.includes(ref))
    .map((ref) => `${ref} is told, and nothing is asked of ${key}, which would forbid it`);
}

/** Property 11 of the contract. */
export const telling = property<readonly [Json, string]>({
  name: 'telling',
  says: 'nobody is told where telling would, or for all that is known might, raise the risk to a child who is or may be concerned, and every other ground against it is asked',
  arbitrary: fc.tuple(
    requests({
      ...meaningful,
      unlisted: 0,
      people: { min: 1, max: 3 },
      always: [...(meaningful.always ?? []), ...grounds.filter((id) => id !== risk)],
      usual: Object.fromEntries(grounds.filter((id) => id !== risk).map((id) => [id, [false]])),
    }),
    fc.constantFrom(...grounds),
  ),
  holds: ([request, ground]) => {
    const key = ground.slice('person.informing.'.length);
    const less: Json = {
      ...request,
      people: listOf(request['people']).map((one) => withValue(one, ['informing', key], undefined)),
    };
    // With no child concerned (level none, and nobody who may be harmed is under 18) no child is at risk of the telling.
    const answered = (ref: string) => answerOf(request, ref);
    const children = childrenConcerned(request);
    const atRisk = (ref: string) => answered(ref) === true || (children && answered(ref) !== false);
    return {
      // The risk alone keeps someone from being told.
      premise: told(ifSafe(request)).some(atRisk),
      faults: [
        ...told(request)
          .filter(atRisk)
          .map((ref) => `${ref} is told, though that might raise the risk to a child`),
        ...unasked(less, ground),
      ],
    };
  },
});
