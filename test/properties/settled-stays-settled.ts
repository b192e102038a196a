import type { Step } from '../generators/index.ts';
import { chains, requests } from '../generators/index.ts';
import { decide } from '../../src/index.ts';
import type { SharingDecision } from '../../src/model/decision.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import type { Seen } from './national.ts';
import { answers, goes, meaningful, see } from './national.ts';
import { property } from './property.ts';

/** Rows of a decision by what they are about, with how each stands. */
type Standing = ReadonlyMap<string, string>;

function standings(decision: SharingDecision): Standing {
  return new Map([
    ...decision.lawfulBases.map(
      ({ article, condition, status }) => [`basis ${article} ${condition ?? ''}`, status] as const,
    ),
    ...decision.conditions.map(
      ({ item, article, schedule1, status }) =>
        [`condition of ${item} ${article} ${schedule1 ?? ''}`, status] as const,
    ),
    ...decision.consents.map(
      ({ person, kind, verdict }) => [`${kind} consent of ${person}`, verdict] as const,
    ),
    ...decision.confidentiality.map(
      ({ item, status }) => [`confidence of ${item}`, status] as const,
    ),
    ...decision.gateways.map(({ id, status }) => [`gateway ${id}`, status] as const),
  ]);
}

const settledWords = [
  'available',
  'unavailable',
  'valid',
  'invalid',
  'met',
  'not-met',
  'applies',
  'does-not-apply',
];

/** Whether what was learnt is what an item went in spite of. */
const wasAssumed = (low: Seen, { learnt }: Step, item: string): boolean =>
  low.assumptions.some(
    ({ fact, items }) =>
      items.some((one) => low.world.items[one] === item) &&
      learnt.some(
        (leaf) =>
          leaf.fact === fact.fact &&
          (leaf.item === undefined || leaf.item === low.world.items[fact.index]),
      ),
  );

function itemFaults(low: Seen, high: Seen, step: Step): string[] {
  return low.settled.items.flatMap((before, item) => {
    const after = high.settled.items[item];
    const ref = low.world.items[item] ?? '';
    if (!after) return [`item ${ref} is lost`];
    const moved = `item ${ref}: ${before.verdict} becomes ${after.verdict} once ${step.learnt.map(({ path }) => path.join('.')).join(', ')} is known`;
    if (goes(before.verdict))
      return goes(after.verdict) || wasAssumed(low, step, ref) ? [] : [moved];
    if (before.verdict !== 'withhold' || after.verdict === 'withhold') return [];
    const dutyMet =
      after.finding.conflict &&
      after.finding.duties.some(({ number }) =>
        before.finding.duties.every((duty) => duty.number !== number),
      );
    return dutyMet ? [] : [moved];
  });
}

function standingFaults(low: SharingDecision, high: SharingDecision, { learnt }: Step): string[] {
  const after = standings(high);
  const learntWords = learnt.map(({ path }) => path.join('.')).join(', ');
  return [...standings(low)].flatMap(([row, status]) => {
    const now = after.get(row);
    // A row that is gone is about a question that does not arise: nobody is identified, nothing is confidential.
    if (!settledWords.includes(status) || now === undefined || now === status) return [];
    return [`${row}: ${status} becomes ${now} once ${learntWords} is known`];
  });
}

/** Property 3 of the contract. */
export const settledStaysSettled = property<Step[]>({
  name: 'settled-stays-settled',
  says: 'what goes still goes, and what is withheld, available, valid or met stays so, where more is known',
  arbitrary: chains(requests(meaningful), { steps: 3, answers }),
  holds: (chain) => {
    const seen = chain.map(({ request }) => see(request));
    const decisions = chain.map(({ request }) => decide(request as SharingRequest));
    const faults = seen.slice(1).flatMap((high, index) => {
      const low = seen[index] as Seen;
      const step = chain[index + 1] as Step;
      const [before, after] = decisions.slice(index) as [SharingDecision, SharingDecision];
      return [...itemFaults(low, high, step), ...standingFaults(before, after, step)];
    });
    const first = seen[0] as Seen;
    return {
      premise:
        seen.length > 1 && first.settled.items.some(({ verdict }) => verdict !== 'undetermined'),
      faults,
    };
  },
});
