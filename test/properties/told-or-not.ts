import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { recordOf, withValue } from '../../src/testing/dictionary.ts';
import { slotOf } from '../../src/engine/slots.ts';
import { valueAt } from '../../src/engine/world.ts';
import type { World } from '../../src/engine/world.ts';
import { decide } from '../../src/index.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import { program, worldOf } from '../decided.ts';
import { meaningful, see } from './national.ts';
import { ofEach, peopleOf } from './people.ts';
import { property } from './property.ts';

/** What would let someone know of this sharing, and what keeps it from them. */
const tells = ['tell-person', 'seek-agreement'];
const keeps = ['withhold-knowledge'];

/** Whether someone is asked to be told, or kept from knowing, by an obligation about them. */
const obliged = (world: World, ids: readonly string[], person: number): boolean =>
  program.rules.some(
    ({ rule: { event, scope }, number }) =>
      event.type === 'obligation' &&
      scope === 'person' &&
      ids.includes(event.params.obligation) &&
      world.results[number]?.[person] === 2,
  );

const risks = [true, 'unsure', 'left-out'] as const;
/** Nobody is accused, or everybody is, in one of two ways. */
const hows = ['nobody', 'alleged', 'perpetrator'] as const;
interface Accused {
  request: Json;
  risk: (typeof risks)[number];
  how: (typeof hows)[number];
}

/** The request in which everybody is said to have done harm, and telling them may raise the risk to a child. */
const accusedOf = ({ request, risk, how }: Accused): Json =>
  how === 'nobody'
    ? request
    : ofEach(request, (person) => {
        const { wouldRaiseRiskToChild: _, ...informing } = recordOf(person['informing']);
        const accused =
          how === 'alleged'
            ? { ...person, allegedToHarm: true }
            : recordOf(
                withValue({ ...person, role: 'alleged-perpetrator' }, ['allegedToHarm'], undefined),
              );
        return {
          ...accused,
          informing:
            risk === 'left-out' ? informing : { ...informing, wouldRaiseRiskToChild: risk },
        };
      });

/** Nobody is both to be told and not to be told, and no accused whom to tell would put a child at risk. */
export const toldOrNot = property<Accused>({
  name: 'told-or-not',
  says: 'nobody is both to be told and not to be told, and nobody accused is told where that would, or for all that is known might, raise the risk to a child who is or may be concerned',
  arbitrary: fc.record({
    request: requests({ ...meaningful, people: { min: 1, max: 3 }, unlisted: 0 }),
    risk: fc.constantFrom(...risks),
    how: fc.constantFrom(...hows),
  }),
  holds: (drawn) => {
    const accused = accusedOf(drawn);
    const faultsOf = (request: Json): string[] => {
      const world = worldOf(program, request);
      const { informing } = decide(request as unknown as SharingRequest);
      const people = informing.map(({ person }) => person);
      const recipient = recordOf(request['recipient'])['person'];
      return [
        ...people
          .filter((person, index) => people.indexOf(person) !== index)
          .map((person) => `${person} has two verdicts`),
        ...people
          .filter((person) => person === recipient)
          .map((person) => `${person} is the recipient, and is to be told`),
        ...informing.flatMap(({ person, verdict, grounds }) => {
          const at = world.people.findIndex(({ ref }) => ref === person);
          const asked = obliged(world, tells, at);
          const kept = obliged(world, keeps, at);
          return [
            ...(asked && kept ? [`${person} is both to be told and kept from knowing`] : []),
            ...(asked && verdict !== 'tell' && verdict !== 'need-not-tell'
              ? [`${person} is asked or told, and the verdict is ${verdict}`]
              : []),
            ...(kept && verdict === 'tell'
              ? [`${person} is kept from knowing, and to be told`]
              : []),
            ...(verdict === 'tell' && grounds.length
              ? [`${person} is to be told in spite of ${grounds.join(', ')}`]
              : []),
          ];
        }),
      ];
    };
    const { world, settled } = see(accused);
    const children = valueAt(world, slotOf('concern.children'), 0) !== false;
    const atRisk = drawn.how !== 'nobody' && (drawn.risk !== 'left-out' || children);
    return {
      premise: atRisk && peopleOf(accused).length > 0,
      faults: [
        ...faultsOf(accused),
        ...settled.informing
          .filter(
            ({ verdict, person }) =>
              verdict === 'tell' && atRisk && world.people[person]?.nobodyKnown === false,
          )
          .map(
            ({ person }) =>
              `${world.people[person]?.ref ?? ''} is accused, and told though the risk to a child is ${String(drawn.risk)}`,
          ),
      ],
    };
  },
});
