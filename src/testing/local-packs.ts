import fc from 'fast-check';
import { readableFrom } from '../engine/conditions.ts';
import { kinds } from '../engine/kinds.ts';
import type { Scope } from '../model/facts.ts';
import type { Condition, Pack, Rule, RuleKind, Source } from '../model/rule.ts';
import { concernLevels, nations } from '../model/words.ts';
import { conditions, eventOf, ruleOf } from './rules.ts';

type LocalKind = Exclude<RuleKind, 'answer'>;
const localKinds = (Object.keys(eventOf) as LocalKind[]).filter((kind) => kinds[kind].local);
/** The local kinds that may touch an item, and the rest as one. */
const touching: readonly LocalKind[] = ['guidance-condition', 'duty'];
const aside = localKinds.filter((kind) => !touching.includes(kind));
const always: Condition = {
  fact: 'mode',
  operator: 'in',
  value: ['proactive', 'on-request', 'seeking'],
};
const low = concernLevels.slice(0, concernLevels.indexOf('significant-harm'));

const conditionOf = (scope: Scope): fc.Arbitrary<Condition> =>
  fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant(always), weight: 1 },
    { arbitrary: conditions(scope), weight: 3 },
  );
const ruleAt = (kind: LocalKind): fc.Arbitrary<Rule> =>
  fc
    .constantFrom(...kinds[kind].scopes)
    .chain((scope) =>
      conditionOf(scope).map((condition) =>
        ruleOf({ id: 'local', scope, conditions: condition, event: eventOf[kind] }),
      ),
    );

/** Whether a pack may take a permission away: a duty in law is none that it may. */
const mayBeExcepted = ({ event }: Rule): boolean =>
  kinds[event.type].polarity === 'permission' &&
  !(event.type === 'duty' && event.params.strength === 'must');

/** A rule that takes a national permission away below significant harm. */
const exceptionTo = (national: readonly Rule[]): fc.Arbitrary<Rule> =>
  fc.constantFrom(...national.filter(mayBeExcepted)).chain((excepted) =>
    fc.constantFrom(...readableFrom[excepted.scope]).chain((scope) =>
      conditionOf(scope).map((condition) =>
        ruleOf({
          id: 'local',
          scope,
          exceptionTo: [excepted.id],
          conditions: {
            all: [{ fact: 'concern.level', operator: 'in', value: [...low] }, condition],
          },
          event: eventOf.conclusion,
        }),
      ),
    ),
  );

const procedure: Source = {
  id: 'drawn-procedure',
  title: 'A drawn procedure',
  kind: 'local-procedure',
  publisher: 'nobody',
  from: '2000-03-01',
  url: 'https://example.org/drawn-procedure',
  extent: [...nations],
  verified: true,
  commencement: 'in-force',
};

/** Small local packs that the loader takes beside national rules. */
export const localPacks = (national: readonly Rule[]): fc.Arbitrary<Pack> =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...touching).chain(ruleAt) },
        { weight: 2, arbitrary: exceptionTo(national) },
        { weight: 1, arbitrary: fc.constantFrom(...aside).chain(ruleAt) },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((rules) => ({
      id: 'drawn',
      title: 'A drawn pack',
      publisher: 'nobody',
      version: '1',
      effective: { from: '2000-03-01' },
      sources: [procedure],
      rules: rules.map((rule, index): Rule => ({
        ...rule,
        id: `drawn-${index}`,
        references: [{ source: procedure.id, at: `para ${index + 1}` }],
      })),
    }));
