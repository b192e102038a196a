import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { conditions, eventOf, ruleOf } from '../generators/index.ts';
import { withValue } from '../../src/testing/dictionary.ts';
import type { Scope } from '../../src/model/facts.ts';
import type { Condition } from '../../src/model/rule.ts';
import { smallRequests } from './agrees-with-naive.ts';
import { engine } from './evaluator.ts';
import type { Evaluator } from './evaluator.ts';
import { concludes } from './kleene.ts';
import type { Worth } from './naive.ts';
import type { Property } from './property.ts';
import { property } from './property.ts';

interface Excepted {
  scope: Scope;
  /** The scope of the exceptions, which is that of the rule or a wider one. */
  wider: Scope;
  condition: Condition;
  exceptions: readonly Condition[];
  request: Json;
}

const pairs: readonly (readonly [Scope, Scope])[] = [
  ['case', 'case'],
  ['person', 'person'],
  ['person', 'case'],
  ['item', 'item'],
  ['item', 'case'],
  ['consent', 'consent'],
  ['consent', 'person'],
  ['subject', 'subject'],
  ['subject', 'item'],
  ['subject', 'person'],
  ['subject', 'case'],
];

const asked = (fact: string): Condition => ({ fact, operator: 'equal', value: true });
const answers = fc.constantFrom(true, false, 'unsure', undefined);
/** A rule and an exception of one fact each, in each of the nine cells alike. */
const cells: fc.Arbitrary<Excepted> = fc
  .tuple(smallRequests, answers, answers)
  .map(([request, one, other]): Excepted => ({
    scope: 'case',
    wider: 'case',
    condition: asked('purpose.legitimate'),
    exceptions: [asked('concern.crimeSuspected')],
    request: withValue(
      withValue(request, ['purpose', 'legitimate'], one),
      ['concern', 'crimeSuspected'],
      other,
    ) as Json,
  }));
const generated: fc.Arbitrary<Excepted> = fc.constantFrom(...pairs).chain(([scope, wider]) =>
  fc.record({
    scope: fc.constant(scope),
    wider: fc.constant(wider),
    condition: conditions(scope),
    exceptions: fc.array(conditions(wider), { minLength: 1, maxLength: 2 }),
    request: smallRequests,
  }),
);
export const excepted: fc.Arbitrary<Excepted> = fc.oneof(cells, generated);

/** What an exception makes of a rule: the nine cells, of the rule and then of the exceptions. */
const table: Readonly<Record<Worth, Readonly<Record<Worth, Worth>>>> = {
  yes: { yes: 'no', unknown: 'unknown', no: 'yes' },
  unknown: { yes: 'no', unknown: 'unknown', no: 'unknown' },
  no: { yes: 'no', unknown: 'no', no: 'no' },
};

/** At each instance of the rule: what it and its exceptions find, and what comes of it. */
export function cellsOf(
  { scope, wider, condition, exceptions, request }: Excepted,
  evaluator: Evaluator,
): { own: Worth; exception: Worth; result: Worth | undefined; spot: string }[] {
  const found = evaluator.find(
    [
      ruleOf({ id: 'rule', scope, conditions: condition, event: eventOf.conclusion }),
      ...exceptions.map((one, index) =>
        ruleOf({
          id: `exception-${index}`,
          scope: wider,
          conditions: one,
          event: eventOf.conclusion,
          exceptionTo: ['rule'],
        }),
      ),
      concludes('own', scope, condition),
      concludes('exception', scope, {
        any: exceptions.map((_, index): Condition => ({
          fact: `rule.exception-${index}`,
          operator: 'equal',
          value: true,
        })),
      }),
    ],
    request,
  );
  return Object.entries(found).flatMap(([key, result]) => {
    const [, spot] = /^rule at (.*)$/.exec(key) ?? [];
    const own = found[`own at ${spot ?? ''}`];
    const exception = found[`exception at ${spot ?? ''}`];
    return spot === undefined || own === undefined || exception === undefined
      ? []
      : [{ own, exception, result, spot }];
  });
}

/** A rule is worth its conditions and not any of its exceptions. */
export const exceptions = (evaluator: Evaluator = engine): Property =>
  property<Excepted>({
    name: 'exceptions',
    says: 'a rule is worth its conditions and not any of its exceptions, in all nine cells',
    arbitrary: excepted,
    holds: (drawn) => {
      const found = cellsOf(drawn, evaluator);
      return {
        premise: found.some(({ own, exception }) => own !== 'no' && exception !== 'no'),
        faults: found
          .filter(({ own, exception, result }) => result !== table[own][exception])
          .map(
            ({ own, exception, result, spot }) =>
              `at ${spot}: ${own} and an exception that is ${exception} give ${result ?? 'nothing'}`,
          ),
      };
    },
  });
