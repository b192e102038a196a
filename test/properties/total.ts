import { requests } from '../generators/index.ts';
import type { Json } from '../generators/index.ts';
import { safeDecide } from '../../src/index.ts';
import { SharingDecision } from '../../src/model/decision.ts';
import { scant } from './national.ts';
import { property } from './property.ts';

const recordFields = ['decision-made', 'decided-by', 'departs-from-suggestion', 'why'];

/** Property 1 of the contract. */
export const total = property<Json>({
  name: 'total',
  says: 'every well-formed request gets a decision, with a reason, a citation and the record fields',
  arbitrary: requests({ ...scant, people: { min: 0, max: 3 }, items: { min: 1, max: 3 } }),
  holds: (request) => {
    const answer = safeDecide(request);
    if (!answer.success)
      return { premise: true, faults: answer.issues.map(({ path, message }) => path + message) };
    const { decision } = answer;
    const model = SharingDecision.safeParse(decision);
    const fields = decision.record.map(({ field }) => field);
    const rules = new Set(decision.reasons.map(({ rule }) => rule));
    const cited = new Set(decision.citations.map(({ id }) => id));
    return {
      premise: true,
      faults: [
        ...(model.error?.issues ?? []).map(({ path, message }) => `${path.join('/')}: ${message}`),
        ...(decision.reasons.length ? [] : ['no reason']),
        ...(decision.citations.length ? [] : ['no citation']),
        ...recordFields
          .filter((field) => !(fields as string[]).includes(field))
          .map((field) => `no record field ${field}`),
        ...decision.items
          .flatMap(({ reasons }) => reasons)
          .filter((rule) => !rules.has(rule))
          .map((rule) => `the reason ${rule} is not explained`),
        ...decision.reasons
          .flatMap(({ citations }) => citations)
          .filter(({ source }) => !cited.has(source))
          .map(({ source }) => `${source} is cited and not listed`),
      ],
    };
  },
});
