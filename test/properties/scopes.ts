import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { plainConditions } from '../generators/index.ts';
import type { Scope } from '../../src/model/facts.ts';
import type { Condition } from '../../src/model/rule.ts';
import { smallRequests } from './agrees-with-naive.ts';
import { engine } from './evaluator.ts';
import type { Evaluator } from './evaluator.ts';
import { concludes } from './kleene.ts';
import type { Property } from './property.ts';
import { property } from './property.ts';

/** Which scopes read another, and which part of their instances' names is that of the wider one. */
const narrower: readonly (readonly [wide: Scope, narrow: Scope, name: (spot: string) => string])[] =
  [
    ['case', 'person', () => 'the case'],
    ['case', 'item', () => 'the case'],
    ['case', 'consent', () => 'the case'],
    ['case', 'subject', () => 'the case'],
    ['person', 'consent', (spot) => spot.split('/')[0] ?? ''],
    ['person', 'subject', (spot) => spot.split('/')[1] ?? ''],
    ['item', 'subject', (spot) => spot.split('/')[0] ?? ''],
  ];

/** What is read at a narrower scope is what stands at the wider one. */
export const scopesHang = (evaluator: Evaluator = engine): Property =>
  property<{ pair: number; condition: Condition; request: Json }>({
    name: 'scopes',
    says: 'a condition on wider facts finds the same at every narrower instance, directly and through a conclusion',
    arbitrary: fc.nat({ max: narrower.length - 1 }).chain((pair) =>
      fc.record({
        pair: fc.constant(pair),
        condition: plainConditions(narrower[pair]?.[0] ?? 'case'),
        request: smallRequests,
      }),
    ),
    holds: ({ pair, condition, request }) => {
      const [wide, narrow, name] = narrower[pair] as (typeof narrower)[number];
      const found = evaluator.find(
        [
          concludes('wide', wide, condition),
          concludes('narrow', narrow, condition),
          concludes('through', narrow, { fact: 'rule.wide', operator: 'equal', value: true }),
          concludes('against', narrow, { fact: 'rule.wide', operator: 'equal', value: false }),
        ],
        request,
      );
      const spots = Object.keys(found).flatMap((key) =>
        key.startsWith('narrow at ') ? [key.slice('narrow at '.length)] : [],
      );
      const contrary = { yes: 'no', unknown: 'unknown', no: 'yes' } as const;
      return {
        premise: spots.length > 1,
        faults: spots.flatMap((spot) => {
          const expected = found[`wide at ${name(spot)}`];
          return [
            ...(['narrow', 'through'] as const)
              .filter((id) => found[`${id} at ${spot}`] !== expected)
              .map((id) => `${id} at ${spot} is not what stands at ${name(spot)}`),
            ...(expected !== undefined && found[`against at ${spot}`] === contrary[expected]
              ? []
              : [`against at ${spot} is not the contrary of ${name(spot)}`]),
          ];
        }),
      };
    },
  });
