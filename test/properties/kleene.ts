import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { conditions, eventOf, ruleOf } from '../generators/index.ts';
import type { Scope } from '../../src/model/facts.ts';
import type { Condition, Rule } from '../../src/model/rule.ts';
import { scopes } from '../../src/model/words.ts';
import { smallRequests } from './agrees-with-naive.ts';
import { engine } from './evaluator.ts';
import type { Evaluator } from './evaluator.ts';
import type { Worth } from './naive.ts';
import type { Property } from './property.ts';
import { property } from './property.ts';

const all = (...parts: Condition[]): Condition => ({ all: parts });
const any = (...parts: Condition[]): Condition => ({ any: parts });
const not = (part: Condition): Condition => ({ not: part });

type Three = [a: Condition, b: Condition, c: Condition];
/** Conditions that are worth the same, whatever is known. */
const laws: Readonly<Record<string, (...three: Three) => readonly [Condition, Condition]>> = {
  'all-in-any-order': (a, b) => [all(a, b), all(b, a)],
  'any-in-any-order': (a, b) => [any(a, b), any(b, a)],
  'all-in-groups': (a, b, c) => [all(a, all(b, c)), all(all(a, b), c)],
  'any-in-groups': (a, b, c) => [any(a, any(b, c)), any(any(a, b), c)],
  'all-of-one': (a) => [all(a), a],
  'any-of-one': (a) => [any(a), a],
  'all-twice': (a) => [all(a, a), a],
  'any-twice': (a) => [any(a, a), a],
  'all-absorbs': (a, b) => [all(a, any(a, b)), a],
  'any-absorbs': (a, b) => [any(a, all(a, b)), a],
  'all-over-any': (a, b, c) => [all(a, any(b, c)), any(all(a, b), all(a, c))],
  'any-over-all': (a, b, c) => [any(a, all(b, c)), all(any(a, b), any(a, c))],
  'not-not': (a) => [not(not(a)), a],
  'de-morgan-all': (a, b) => [not(all(a, b)), any(not(a), not(b))],
  'de-morgan-any': (a, b) => [not(any(a, b)), all(not(a), not(b))],
};

const order: readonly Worth[] = ['no', 'unknown', 'yes'];
const rank = (worth: Worth | undefined): number => order.indexOf(worth ?? 'unknown');

/** A conclusion of a scope. */
export const concludes = (id: string, scope: Scope, condition: Condition): Rule =>
  ruleOf({ id, scope, conditions: condition, event: eventOf.conclusion });

/** The laws of strong Kleene logic, and its three tables. */
export const kleene = (evaluator: Evaluator = engine): Property =>
  property<{ scope: Scope; three: Three; request: Json }>({
    name: 'kleene',
    says: 'all, any and not follow the tables and the laws of strong Kleene logic',
    arbitrary: fc.constantFrom(...scopes).chain((scope) =>
      fc.record({
        scope: fc.constant(scope),
        three: fc.tuple(conditions(scope), conditions(scope), conditions(scope)),
        request: smallRequests,
      }),
    ),
    holds: ({ scope, three, request }) => {
      const [a, b] = three;
      const sides = Object.entries(laws).flatMap(([name, law]) =>
        law(...three).map((side, index) => concludes(`${name}-${index}`, scope, side)),
      );
      const found = evaluator.find(
        [
          ...sides,
          concludes('one', scope, a),
          concludes('other', scope, b),
          concludes('not-one', scope, not(a)),
          concludes('both', scope, all(a, b)),
          concludes('either', scope, any(a, b)),
        ],
        request,
      );
      const spots = Object.keys(found).flatMap((key) =>
        key.startsWith('one at ') ? [key.slice('one at '.length)] : [],
      );
      return {
        premise: spots.some((spot) => found[`one at ${spot}`] !== found[`other at ${spot}`]),
        faults: spots.flatMap((spot) => {
          const worth = (id: string) => rank(found[`${id} at ${spot}`]);
          const broken = Object.keys(laws).filter(
            (name) => worth(`${name}-0`) !== worth(`${name}-1`),
          );
          return [
            ...broken.map((name) => `${name} does not hold at ${spot}`),
            ...(worth('not-one') === 2 - worth('one') ? [] : [`not is no mirror at ${spot}`]),
            ...(worth('both') === Math.min(worth('one'), worth('other'))
              ? []
              : [`all is not the least at ${spot}`]),
            ...(worth('either') === Math.max(worth('one'), worth('other'))
              ? []
              : [`any is not the greatest at ${spot}`]),
          ];
        }),
      };
    },
  });
