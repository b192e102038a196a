import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { packFacts, packs, requests } from '../generators/index.ts';
import type { Rule } from '../../src/model/rule.ts';
import { engine } from './evaluator.ts';
import type { Evaluator } from './evaluator.ts';
import type { Findings } from './naive.ts';
import { naive } from './naive.ts';
import type { Property } from './property.ts';
import { property } from './property.ts';

/** Requests that answer what generated packs read, about few people and items. */
export const smallRequests = requests({
  only: [...packFacts, 'nation', 'item.about', 'concern.about', 'item.identifies', 'concern.level'],
  answered: 55,
  unsure: 10,
  usually: 50,
  people: { min: 0, max: 2 },
  items: { min: 1, max: 2 },
  dates: ['2025-05-31', '2025-06-01'],
});

/** Where two evaluations differ. */
export const differences = (a: Findings, b: Findings): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => a[key] !== b[key])
    .map((key) => `${key}: ${a[key] ?? 'nothing'} and ${b[key] ?? 'nothing'}`);

/** The whole semantics, against a second and simple writing of it. */
export const agreesWithNaive = (evaluator: Evaluator = engine): Property =>
  property<readonly [Rule[], Json]>({
    name: 'agrees-with-naive',
    says: 'every rule finds what a straight reading of its JSON finds, at every instance of its scope',
    arbitrary: fc.tuple(packs(), smallRequests),
    holds: ([rules, request]) => {
      const expected = naive(rules, request);
      return {
        premise: new Set(Object.values(expected)).size > 1,
        faults: differences(expected, evaluator.find(rules, request)),
      };
    },
  });
