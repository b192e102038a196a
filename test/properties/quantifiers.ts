import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { conditions } from '../generators/index.ts';
import type { Scope } from '../../src/model/facts.ts';
import type { Condition } from '../../src/model/rule.ts';
import { smallRequests } from './agrees-with-naive.ts';
import { engine } from './evaluator.ts';
import type { Evaluator } from './evaluator.ts';
import { concludes } from './kleene.ts';
import type { Property } from './property.ts';
import { property } from './property.ts';

/** Which scopes quantify over which. */
const ranges: readonly (readonly [wide: Scope, narrow: Scope])[] = [
  ['case', 'person'],
  ['case', 'item'],
  ['case', 'consent'],
  ['case', 'subject'],
  ['person', 'consent'],
  ['person', 'item'],
  ['person', 'subject'],
  ['item', 'person'],
  ['item', 'consent'],
  ['item', 'subject'],
];
const not = (part: Condition): Condition => ({ not: part });
const leaf = (fact: string, operator: string, value: boolean | string | string[]): Condition => ({
  fact,
  operator,
  value,
});

/** Facts of the narrower scopes with operators that are each the other's contrary. */
const contraries: Partial<
  Readonly<
    Record<Scope, readonly [fact: string, one: string, other: string, value: string | string[]]>
  >
> = {
  person: ['person.status', 'contains', 'doesNotContain', 'looked-after'],
  item: ['item.nature', 'in', 'notIn', ['fact', 'opinion']],
  consent: ['consent.status', 'equal', 'notEqual', 'given'],
};

/** De Morgan through `someFact:` and `everyFact:`. */
export const quantifiers = (evaluator: Evaluator = engine): Property =>
  property<{ range: readonly [Scope, Scope]; condition: Condition; request: Json }>({
    name: 'quantifiers',
    says: 'not some is every not, and not every is some not, over conclusions and over facts',
    arbitrary: fc.constantFrom(...ranges).chain((range) =>
      fc.record({
        range: fc.constant(range),
        condition: conditions(range[1]),
        request: smallRequests,
      }),
    ),
    holds: ({ range: [wide, narrow], condition, request }) => {
      const read = 'rule.narrow';
      const own = contraries[narrow];
      const pairs: Record<string, readonly [Condition, Condition]> = {
        'not-some': [not(leaf(read, 'someFact:equal', true)), leaf(read, 'everyFact:equal', false)],
        'not-every': [
          not(leaf(read, 'everyFact:equal', true)),
          leaf(read, 'someFact:equal', false),
        ],
        ...(own
          ? {
              'not-some-fact': [
                not(leaf(own[0], `someFact:${own[1]}`, own[3])),
                leaf(own[0], `everyFact:${own[2]}`, own[3]),
              ],
              'not-every-fact': [
                not(leaf(own[0], `everyFact:${own[1]}`, own[3])),
                leaf(own[0], `someFact:${own[2]}`, own[3]),
              ],
            }
          : {}),
      };
      const found = evaluator.find(
        [
          concludes('narrow', narrow, condition),
          ...Object.entries(pairs).flatMap(([name, sides]) =>
            sides.map((side, index) => concludes(`${name}-${index}`, wide, side)),
          ),
        ],
        request,
      );
      const left = Object.keys(found).filter((key) => key.includes('-0 at '));
      const narrowed = Object.keys(found).filter((key) => key.startsWith('narrow at '));
      return {
        premise: narrowed.length > 1,
        faults: left
          .filter((key) => found[key] !== found[key.replace('-0 at ', '-1 at ')])
          .map((key) => `${key}: ${found[key] ?? ''}, and the other side is not`),
      };
    },
  });
