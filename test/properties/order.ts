import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { packs } from '../generators/index.ts';
import type { Condition, Rule } from '../../src/model/rule.ts';
import { differences, smallRequests } from './agrees-with-naive.ts';
import { arranged, rekeyed } from './arrange.ts';
import { engine } from './evaluator.ts';
import type { Evaluator } from './evaluator.ts';
import type { Property } from './property.ts';
import { property } from './property.ts';

/** A condition with its limbs in another order. */
const turned = (node: Condition, turn: number): Condition => {
  const each = (parts: readonly Condition[]) =>
    arranged(
      parts.map((part) => turned(part, turn)),
      turn,
    );
  if ('all' in node) return { ...node, all: each(node.all) };
  if ('any' in node) return { ...node, any: each(node.any) };
  return 'not' in node ? { ...node, not: turned(node.not, turn) } : node;
};

/** Property 2 of the contract, of rules. */
export const orderIndependent = (evaluator: Evaluator = engine): Property =>
  property<readonly [Rule[], Json, number]>({
    name: 'order',
    says: 'the order of rules, limbs and keys makes no difference',
    arbitrary: fc.tuple(packs({ rules: 9 }), smallRequests, fc.integer({ min: 1, max: 99 })),
    holds: ([rules, request, turn]) => {
      const other = arranged(rules, turn).map((rule) =>
        rekeyed({ ...rule, conditions: turned(rule.conditions, turn) }, turn),
      );
      const same =
        JSON.stringify(evaluator.decide(rules, request)) ===
        JSON.stringify(evaluator.decide(other, request));
      return {
        premise: JSON.stringify(other) !== JSON.stringify(rules),
        faults: [
          ...differences(evaluator.find(rules, request), evaluator.find(other, request)),
          ...(same ? [] : ['the decision is another']),
        ],
      };
    },
  });
