import fc from 'fast-check';
import type { Json, LeafAt, Step } from '../generators/index.ts';
import { chainFrom, lapses, packs } from '../generators/index.ts';
import type { Lapse } from '../generators/index.ts';
import type { Rule } from '../../src/model/rule.ts';
import { smallRequests } from './agrees-with-naive.ts';
import { engine } from './evaluator.ts';
import type { Evaluator } from './evaluator.ts';
import type { Findings } from './naive.ts';
import { naive } from './naive.ts';
import { goes } from './national.ts';
import { plainRequests, settledPacks } from './polarity.ts';
import type { Property } from './property.ts';
import { property } from './property.ts';

/** What the rules of a pack answer to a leaf that a request leaves out, by the straight reading. */
function answeredBy(rules: readonly Rule[]): (request: Json, leaf: LeafAt) => unknown[] {
  return (request, { fact }) => {
    const answering = rules.filter(
      ({ event }) => event.type === 'answer' && event.params.fact === fact,
    );
    if (!answering.length) return [];
    const found = naive(rules, request);
    return answering.flatMap(({ id, event }) =>
      event.type === 'answer' &&
      Object.entries(found).some(([key, worth]) => worth === 'yes' && key.startsWith(`${id} at `))
        ? [event.params.value]
        : [],
    );
  };
}

/** The duties that are met at an item: of the case, of the item itself, or of some subject of it. */
const dutiesAt = (rules: readonly Rule[], found: Findings, item: string): string[] =>
  rules
    .filter(({ event }) => event.type === 'duty')
    .flatMap(({ id }) =>
      Object.keys(found).filter(
        (key) =>
          found[key] === 'yes' &&
          (key === `${id} at the case` ||
            key === `${id} at ${item}` ||
            key.startsWith(`${id} at ${item}/`)),
      ),
    );

const learntWords = ({ learnt }: Step): string =>
  learnt.map(({ path }) => path.join('.')).join(', ');

/** Properties 3 and 4 of the contract, on generated packs. */
export const knowledgeOfPacks = (evaluator: Evaluator = engine): Property =>
  property<readonly [Rule[], Json, Lapse[]]>({
    name: 'knowledge-of-packs',
    says: 'under generated rules too, what is settled stays so where more is known',
    arbitrary: fc.oneof(
      fc.tuple(packs(), smallRequests, lapses(4)),
      fc.tuple(settledPacks, plainRequests, lapses(4)),
    ),
    holds: ([rules, full, forgotten]) => {
      const chain = chainFrom(full, forgotten, { answers: answeredBy(rules) });
      const faults = chain.slice(1).flatMap((step, index) => {
        const low = (chain[index] as Step).request;
        const [before, after] = [low, step.request].map((one) => evaluator.find(rules, one));
        const moved = Object.entries(before ?? {})
          .filter(([key, worth]) => {
            const now = after?.[key];
            return worth !== 'unknown' && now !== undefined && now !== worth;
          })
          .map(
            ([key, worth]) => `rule ${key}: no longer ${worth} once ${learntWords(step)} is known`,
          );
        const lower = evaluator.decide(rules, low);
        const higher = evaluator.decide(rules, step.request);
        const items = lower.items.flatMap(({ ref, verdict }, at) => {
          const now = higher.items[at]?.verdict ?? 'withhold';
          const assumed = lower.assumptions.some(({ fact, items: of }) =>
            step.learnt.some((leaf) => leaf.fact === fact && of.includes(ref)),
          );
          const duty = dutiesAt(rules, after ?? {}, ref).some(
            (key) => !dutiesAt(rules, before ?? {}, ref).includes(key),
          );
          const lost = goes(verdict) && !goes(now) && !assumed;
          const gained =
            verdict === 'withhold' && now !== 'withhold' && !(duty && now === 'undetermined');
          return lost || gained
            ? [`item ${ref}: ${verdict} becomes ${now} once ${learntWords(step)} is known`]
            : [];
        });
        return [...moved, ...items];
      });
      return { premise: chain.length > 1, faults };
    },
  });
