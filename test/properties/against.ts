import type { Json } from '../generators/index.ts';
import { leavesIn } from '../generators/index.ts';
import { recordOf, valueAt, withValue } from '../../src/testing/dictionary.ts';

/** What is against sharing where someone answers it so; every other answer, and every other question, is not. */
const against: Readonly<Record<string, (answer: unknown) => boolean>> = {
  'purpose.legitimate': (answer) => answer === false,
  'justification.necessary': (answer) => answer === false,
  'justification.proportionate': (answer) => answer === false,
  'justification.lessIntrusiveWayExists': (answer) => answer === true,
  'justification.substantialPublicInterest': (answer) => answer === false,
  'justification.legitimateInterestsPrevail': (answer) => answer === false,
  'item.restriction': (answer) => answer !== 'none',
  'item.accurate': (answer) => answer === false,
  'item.verification': (answer) => answer === 'disproved',
  'item.publicInterestOverridesConfidence': (answer) => answer === false,
  // Another answer than that of the table is another case, and not more that is known.
  'sharer.publicAuthority': () => true,
  'recipient.roleInSafeguarding': (answer) => answer === false,
  'channel.seenByThreat': (answer) => answer === true,
};

/** The request without what it answers against sharing, but for some facts. */
export const spoken = (request: Json, but: readonly string[] = []): Json =>
  leavesIn(request).reduce<Json>(
    (kept, { fact, path }) =>
      !but.includes(fact) && against[fact]?.(valueAt(request, path)) === true
        ? recordOf(withValue(kept, path, undefined))
        : kept,
    request,
  );
