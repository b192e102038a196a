import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { bars, conditions, eventOf, requests, ruleOf, packFacts } from '../generators/index.ts';
import type { Scope } from '../../src/model/facts.ts';
import type { Condition, Rule, RuleKind } from '../../src/model/rule.ts';
import { engine } from './evaluator.ts';
import type { Evaluator } from './evaluator.ts';
import { rankOf } from './national.ts';
import type { Property } from './property.ts';
import { property } from './property.ts';

type Kind = Exclude<RuleKind, 'answer'>;

/** The permissions that an item needs, one kind each. */
const permissions = [
  'reuse-compatible',
  'lawful-basis',
  'special-category-condition',
  'offence-data-condition',
  'power',
  'confidence-met',
] as const;
const always: Condition = {
  fact: 'mode',
  operator: 'in',
  value: ['proactive', 'on-request', 'seeking'],
};
const scopes: readonly Scope[] = ['case', 'item', 'subject'];
/** Kinds of fixed scope, and the rest at the scopes that are about items. */
const scopeOf = (kind: Kind, number: number): Scope =>
  kind === 'consent-defect'
    ? 'consent'
    : kind === 'not-telling'
      ? 'person'
      : kind === 'change'
        ? 'item'
        : (scopes[number % scopes.length] as Scope);

const ruleAt = (id: string, kind: Kind): fc.Arbitrary<Rule> =>
  fc.nat({ max: 2 }).chain((number) => {
    const scope = scopeOf(kind, number);
    return conditions(scope).map((condition) =>
      ruleOf({ id, scope, conditions: condition, event: eventOf[kind] }),
    );
  });
const permission = (kind: (typeof permissions)[number]): fc.Arbitrary<Rule> =>
  fc.oneof(
    {
      arbitrary: fc.constant(
        ruleOf({ id: `own-${kind}`, scope: 'case', conditions: always, event: eventOf[kind] }),
      ),
      weight: 4,
    },
    { arbitrary: ruleAt(`own-${kind}`, kind), weight: 1 },
  );
/** Rules of every permission, most of which are met, and a bar. */
export const settledPacks: fc.Arbitrary<Rule[]> = fc
  .tuple(
    fc.tuple(...permissions.map(permission)),
    fc.constantFrom(...bars).chain((kind) => ruleAt('own-bar', kind as Kind)),
    fc.option(ruleAt('own-duty', 'duty'), { nil: undefined }),
    fc.boolean(),
  )
  .map(([own, bar, duty, barred]) => [
    ...own,
    ...(barred ? [bar] : []),
    ...(duty === undefined ? [] : [duty]),
  ]);

/** Requests under which generated permissions are enough. */
export const plainRequests = requests({
  only: [...packFacts, 'nation', 'item.about', 'item.identifies', 'concern.level'],
  answered: 65,
  unsure: 10,
  usually: 60,
  people: { min: 1, max: 2 },
  items: { min: 1, max: 2 },
});

interface Polar {
  rules: Rule[];
  added: Rule;
  request: Json;
}
const polar: fc.Arbitrary<Polar> = fc
  .constantFrom(...(Object.keys(eventOf) as Kind[]))
  .chain((kind) =>
    fc.record({
      rules: settledPacks,
      added: ruleAt('added', kind),
      request: plainRequests,
    }),
  );

/** What a rule more may do to an item, by its kind. */
function faultOf(kind: RuleKind, before: number, after: number): string | undefined {
  if (bars.includes(kind)) return after > before ? 'a bar raises it' : undefined;
  if ((permissions as readonly RuleKind[]).includes(kind) || kind === 'duty')
    return after < before ? 'a permission lowers it' : undefined;
  return after === before ? undefined : 'a rule that neither opens nor closes moves it';
}

/** A permission only opens, a bar only closes, and the rest say what to do. */
export const polarity = (evaluator: Evaluator = engine): Property =>
  property<Polar>({
    name: 'polarity',
    says: 'one more permission never lowers an item, one more bar never raises it and holds it where unknown, any other rule never moves it',
    arbitrary: polar,
    holds: ({ rules, added, request }) => {
      const kind = added.event.type;
      const before = evaluator.decide(rules, request);
      const after = evaluator.decide([...rules, added], request);
      const found = evaluator.find([...rules, added], request);
      const stands = Object.entries(found).flatMap(([key, worth]) =>
        key.startsWith('added at ') ? [worth] : [],
      );
      // A bar on the whole case that nothing lifts lets no item go, be it met or unknown.
      const closed =
        bars.includes(kind) &&
        kind !== 'guidance-condition' &&
        added.scope === 'case' &&
        stands.some((worth) => worth !== 'no') &&
        !after.assumptions.length;
      return {
        premise: before.items.some(({ verdict }) =>
          bars.includes(kind) ? rankOf(verdict) > 0 : rankOf(verdict) < 2,
        ),
        faults: before.items.flatMap(({ ref, verdict }, index) => {
          const now = after.items[index]?.verdict ?? 'withhold';
          const fault = faultOf(kind, rankOf(verdict), rankOf(now));
          const told = `${kind} at item ${ref}: ${verdict} becomes ${now}`;
          return [
            ...(fault === undefined ? [] : [`${told}: ${fault}`]),
            ...(closed && rankOf(now) === 2 ? [`${told}, in spite of a bar`] : []),
          ];
        }),
      };
    },
  });
