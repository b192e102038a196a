import { OperatorDecorator } from 'json-rules-engine';
import type { Engine } from 'json-rules-engine';
import { operators } from '../engine/conditions.ts';
import { inForce } from '../engine/dates.ts';
import { saysNothing } from './strict.ts';

/** Rejects a run for something that is not known. It names no value. */
export const refuse = (problem: string): never => {
  throw new Error(
    `${problem}\n  help: give every fact that the rules read; where one is not known, use \`decide\``,
  );
};

/** What each operator says of an answer that is known and of a question that arises. */
const positive: Readonly<Record<string, (value: unknown, wanted: unknown) => boolean>> = {
  equal: (value, wanted) => value === wanted,
  in: (value, wanted) => Array.isArray(wanted) && wanted.includes(value),
  contains: (value, wanted) =>
    Array.isArray(value)
      ? value.includes(wanted)
      : refuse('a fact that holds a list was given as something else'),
};
const negated: Readonly<Record<string, string>> = {
  notEqual: 'equal',
  notIn: 'in',
  doesNotContain: 'contains',
};

/**
 * Gives an engine our operators in the place of its own: none takes an unknown answer for one, and of a question that
 * does not arise (`null`) the negative ones are true and the positive ones false.
 */
export function knownOperators(engine: Engine): void {
  for (const [name, { negative }] of Object.entries(operators)) {
    const holds = positive[negated[name] ?? name] as (typeof positive)[string];
    engine.addOperator<unknown, unknown>(name, (value, wanted) => {
      if (saysNothing(value)) refuse('a fact that a rule reads is not known');
      return value === null ? negative : holds(value, wanted) !== negative;
    });
  }
  engine.addOperator<unknown, [string, string?]>('inForce', (on, [from, to]) =>
    typeof on === 'string' ? inForce({ from, to }, on) : refuse('`on` is not a calendar date'),
  );
  // Why: those of json-rules-engine take what is no list for one on which nothing holds.
  const list = (value: unknown): readonly unknown[] =>
    Array.isArray(value) ? value : refuse('what a quantifier reads was not given as a list');
  engine.addOperatorDecorator(
    new OperatorDecorator<unknown, unknown, unknown, unknown>('someFact', (value, wanted, next) =>
      list(value)
        .map((one) => next(one, wanted))
        .includes(true),
    ),
  );
  engine.addOperatorDecorator(
    new OperatorDecorator<unknown, unknown, unknown, unknown>(
      'everyFact',
      (value, wanted, next) =>
        !list(value)
          .map((one) => next(one, wanted))
          .includes(false),
    ),
  );
}
