import fc from 'fast-check';
import { facts, factsById } from '../model/facts.ts';
import type { Fact, Scope } from '../model/facts.ts';
import type { Condition, Leaf, Rule, RuleEvent, RuleKind } from '../model/rule.ts';
import { nations } from '../model/words.ts';

/** The handful of facts that generated rules read: every scope, type and way of not arising. */
export const packFacts = [
  'purpose.legitimate',
  'concern.crimeSuspected',
  'concern.kinds',
  'recipient.reach',
  'demand.inWriting',
  'demand.form',
  'scheme.fgm.disclosedByGirlOrSeen',
  'person.canConsent',
  'person.underCoercion',
  'person.role',
  'person.status',
  'item.relevant',
  'item.confidential',
  'item.nature',
  'item.categories',
  'item.accurate',
  'channel.secure',
  'consent.kind',
  'consent.status',
  'consent.implied',
  'consent.recorded',
] as const;

/** Those of them that rules may answer where they were left out. */
const answerable = ['purpose.legitimate', 'person.canConsent', 'item.confidential'];
const concluded = ['consent.valid', 'person.serviceConsentValid'];

const from: Readonly<Record<Scope, readonly Scope[]>> = {
  case: ['case'],
  person: ['case', 'person'],
  item: ['case', 'item'],
  consent: ['case', 'person', 'consent'],
  subject: ['case', 'person', 'item', 'subject'],
};
const ranging: Readonly<Record<Scope, readonly Scope[]>> = {
  case: ['person', 'item', 'consent', 'subject'],
  person: ['consent', 'item', 'subject'],
  item: ['person', 'consent', 'subject'],
  consent: [],
  subject: [],
};
const scopes: readonly Scope[] = ['case', 'person', 'item', 'consent', 'subject'];
const aboutItems: readonly Scope[] = ['case', 'item', 'subject'];
const scopesOf: Partial<Readonly<Record<RuleKind, readonly Scope[]>>> = {
  'lawful-basis': aboutItems,
  'special-category-condition': aboutItems,
  'offence-data-condition': aboutItems,
  'confidence-met': aboutItems,
  'reuse-compatible': aboutItems,
  power: aboutItems,
  duty: aboutItems,
  restriction: aboutItems,
  harm: aboutItems,
  proportionality: aboutItems,
  'guidance-condition': aboutItems,
  'consent-defect': ['consent'],
  'not-telling': ['person'],
  change: ['item'],
};

/** An event of each kind, sound and plain. */
export const eventOf: Readonly<Record<Exclude<RuleKind, 'answer'>, RuleEvent>> = {
  'lawful-basis': { type: 'lawful-basis', params: { article: '6(1)(e)', preference: 1 } },
  'special-category-condition': {
    type: 'special-category-condition',
    params: { article: '9(2)(g)', schedule1: '18', appropriatePolicyDocument: 'not-needed' },
  },
  'offence-data-condition': {
    type: 'offence-data-condition',
    params: { article: '10(5)', appropriatePolicyDocument: 'not-needed' },
  },
  'confidence-met': { type: 'confidence-met', params: { by: 'public-interest' } },
  'reuse-compatible': { type: 'reuse-compatible', params: {} },
  power: { type: 'power', params: { gateway: 'a-power' } },
  duty: { type: 'duty', params: { gateway: 'a-duty', strength: 'must' } },
  restriction: { type: 'restriction', params: { gateway: 'a-restriction', level: 'law' } },
  harm: { type: 'harm', params: { level: 'law' } },
  proportionality: { type: 'proportionality', params: { level: 'law' } },
  'guidance-condition': { type: 'guidance-condition', params: { level: 'guidance' } },
  'consent-defect': { type: 'consent-defect', params: { defect: 'implied' } },
  'not-telling': {
    type: 'not-telling',
    params: { grade: 'do-not-tell', ground: 'a-ground', unknown: 'undetermined' },
  },
  change: { type: 'change', params: { change: 'label-opinion' } },
  obligation: {
    type: 'obligation',
    params: { obligation: 'follow-up', level: 'should', when: 'after', text: 'follow up' },
  },
  advice: { type: 'advice', params: { who: 'manager', about: 'this' } },
  'record-field': {
    type: 'record-field',
    params: { field: 'why', level: 'must', timing: 'before' },
  },
  urgency: { type: 'urgency', params: { urgency: 'without-delay' } },
  caution: { type: 'caution', params: {} },
  conclusion: { type: 'conclusion', params: {} },
};

interface DraftLeaf {
  fact: number;
  operator: number;
  value: number;
  every: boolean;
}
type Draft =
  { leaf: DraftLeaf } | { all: readonly Draft[] } | { any: readonly Draft[] } | { not: Draft };

const pick = fc.nat({ max: 9999 });
const leaf: fc.Arbitrary<Draft> = fc
  .record({ fact: pick, operator: pick, value: pick, every: fc.boolean() })
  .map((drawn) => ({ leaf: drawn }));
const { draft } = fc.letrec<{ draft: Draft }>((tie) => ({
  draft: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    { arbitrary: leaf, weight: 4 },
    {
      arbitrary: fc
        .array(tie('draft'), { minLength: 1, maxLength: 3, size: 'max' })
        .map((all) => ({ all })),
      weight: 2,
    },
    {
      arbitrary: fc
        .array(tie('draft'), { minLength: 1, maxLength: 3, size: 'max' })
        .map((any) => ({ any })),
      weight: 2,
    },
    { arbitrary: tie('draft').map((not) => ({ not })), weight: 2 },
  ),
}));

/** What a leaf may read. */
type Readable = Pick<Fact, 'id' | 'scope' | 'type'> & { words?: readonly string[] };
const at = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

const operatorsOf: Readonly<Record<string, readonly string[]>> = {
  'yes-no': ['equal'],
  word: ['equal', 'notEqual', 'in', 'notIn'],
  words: ['contains', 'doesNotContain'],
};

function leafOf(
  { fact, operator, value, every }: DraftLeaf,
  scope: Scope,
  readable: readonly Readable[],
): Leaf {
  const directly = readable.filter((one) => from[scope].includes(one.scope));
  // A rule answers where a fact is read directly; what a quantifier makes of an answer is not part of the format.
  const quantified = readable.filter(
    (one) => ranging[scope].includes(one.scope) && !answerable.includes(one.id),
  );
  // Every scope can read some fact of the case.
  const read = at([...directly, ...quantified], fact);
  const plain = at(operatorsOf[read.type] ?? ['equal'], operator);
  const words = read.words ?? [];
  const wanted =
    read.type === 'yes-no'
      ? value % 2 === 0
      : plain === 'in' || plain === 'notIn'
        ? [...new Set([at(words, value), at(words, value + 1)])]
        : at(words, value);
  const quantifier = directly.includes(read) ? '' : every ? 'everyFact:' : 'someFact:';
  return { fact: read.id, operator: quantifier + plain, value: wanted };
}

const conditionOf = (drawn: Draft, scope: Scope, readable: readonly Readable[]): Condition =>
  'leaf' in drawn
    ? leafOf(drawn.leaf, scope, readable)
    : 'all' in drawn
      ? { all: drawn.all.map((part) => conditionOf(part, scope, readable)) }
      : 'any' in drawn
        ? { any: drawn.any.map((part) => conditionOf(part, scope, readable)) }
        : { not: conditionOf(drawn.not, scope, readable) };

const plainFacts: readonly Readable[] = facts.filter(({ id }) =>
  (packFacts as readonly string[]).includes(id),
);

/** Conditions over the handful of facts, as a rule of a scope may hold them. */
export const conditions = (scope: Scope): fc.Arbitrary<Condition> =>
  draft.map((drawn) => conditionOf(drawn, scope, plainFacts));

/** Conditions that quantify over nothing, and so read the same at a scope and at any narrower one. */
export const plainConditions = (scope: Scope): fc.Arbitrary<Condition> =>
  draft.map((drawn) =>
    conditionOf(
      drawn,
      scope,
      plainFacts.filter((fact) => from[scope].includes(fact.scope)),
    ),
  );

/** A rule without its conditions, in force everywhere and always unless said otherwise. */
export const ruleOf = (
  said: Pick<Rule, 'id' | 'event' | 'scope' | 'conditions'> & Partial<Rule>,
): Rule => ({
  title: `Title of ${said.id}`,
  summary: `Summary of ${said.id}.`,
  extent: [...nations],
  effective: { from: '2000-03-01' },
  commencement: 'in-force',
  references: [{ source: 'synthetic-act', at: 's 1' }],
  because: `because ${said.id} is met`,
  becauseNot: `because ${said.id} is not met`,
  review: { state: 'unreviewed' },
  ...said,
});

interface DraftRule {
  kind: number;
  scope: number;
  draft: Draft;
  /** Whether, and of which earlier rule, it is an exception; earlier rules only, so that there is no circle. */
  exception: number;
  narrow: number;
}
const draftRule: fc.Arbitrary<DraftRule> = fc.record({
  kind: pick,
  scope: pick,
  draft,
  exception: pick,
  narrow: pick,
});

/** How packs are to be drawn. */
interface PackOptions {
  /** How many rules there are at most, beside those that answer. 7 unless said. */
  rules?: number;
  /** Which kinds there may be; all of them unless said. */
  kinds?: readonly Exclude<RuleKind, 'answer'>[];
}

/** The kinds that hold an item back. */
export const bars: readonly RuleKind[] = [
  'restriction',
  'harm',
  'proportionality',
  'guidance-condition',
];
const early = ['consent-defect', 'conclusion'] as const;

/** Where a rule is law only from or to some day, in some nations, or not yet: one rule in six. */
function narrowing(narrow: number): Partial<Rule> {
  switch (narrow % 24) {
    case 1:
      return { effective: { from: '2025-06-01' } };
    case 2:
      return { effective: { from: '2000-03-01', to: '2025-05-31' } };
    case 3:
      return { extent: ['england'] };
    case 4:
      return { commencement: narrow % 48 < 24 ? 'announced' : 'not-commenced' };
    default:
      return {};
  }
}

/**
 * Small packs that hold together: answers first, then consent defects and conclusions, then every kind, each reading
 * only what comes before it. Ids say nothing of that order.
 */
export function packs({ rules = 7, kinds }: PackOptions = {}): fc.Arbitrary<Rule[]> {
  const allKinds = kinds ?? (Object.keys(eventOf) as Exclude<RuleKind, 'answer'>[]);
  return fc
    .record({
      answers: fc.array(draftRule, { maxLength: 2 }),
      early: fc.array(draftRule, { maxLength: 3, size: 'max' }),
      main: fc.array(draftRule, { minLength: 1, maxLength: Math.max(1, rules - 3), size: 'max' }),
      names: fc.shuffledSubarray(
        Array.from({ length: 16 }, (_, index) => `rule-${String.fromCharCode(97 + index)}`),
        { minLength: 16 },
      ),
    })
    .map(({ answers, early: first, main, names }) => {
      const made: Rule[] = [];
      const next = () => names[made.length] as string;
      const exceptions = new Map<string, string[]>();
      const conclusions = (): Readable[] =>
        made.map(({ id, scope }) => ({ id: `rule.${id}`, scope, type: 'yes-no' }));

      const answered = new Set<string>();
      for (const { kind, draft: drawn } of answers) {
        const fact = factsById.get(at(answerable, kind)) as Fact;
        if (answered.has(fact.id)) continue;
        answered.add(fact.id);
        const readable = plainFacts.filter(({ id }) => !answerable.includes(id));
        made.push(
          ruleOf({
            id: next(),
            scope: fact.scope,
            conditions: conditionOf(drawn, fact.scope, readable),
            event: { type: 'answer', params: { fact: fact.id, value: kind % 2 === 0 } },
          }),
        );
      }
      const firstReading = made.length;
      const add = (
        { kind, scope, draft: drawn, exception, narrow }: DraftRule,
        from_: readonly Exclude<RuleKind, 'answer'>[],
        more: readonly Readable[],
      ): void => {
        const event = eventOf[at(from_, kind)];
        const ownScope = at(scopesOf[event.type] ?? scopes, scope);
        const id = next();
        // An exception of an earlier reader would come before it; so a later rule takes earlier ones as exceptions.
        const mine = made
          .slice(firstReading)
          .filter((other) => from[ownScope].includes(other.scope))
          .filter((_, index) => exception % 3 === 0 && (exception >> 2) % 4 === index % 4);
        for (const one of mine) exceptions.set(one.id, [...(exceptions.get(one.id) ?? []), id]);
        made.push(
          ruleOf({
            id,
            scope: ownScope,
            conditions: conditionOf(drawn, ownScope, [...plainFacts, ...conclusions(), ...more]),
            event,
            ...narrowing(narrow),
          }),
        );
      };
      for (const one of first) add(one, early, []);
      const later = concluded.flatMap((id): Readable[] => {
        const fact = factsById.get(id);
        return fact ? [fact] : [];
      });
      // A consent that is valid is read only by what no consent rests on.
      const others = allKinds.filter((kind) => kind !== 'consent-defect');
      for (const one of main) add(one, others, later);
      // Every other duty lifts the first bar that there is.
      const bar = made.find(({ event }) => bars.includes(event.type));
      return made.map((rule, index): Rule => {
        const exceptionTo = exceptions.get(rule.id);
        const lifted: Rule =
          rule.event.type === 'duty' && bar && index % 2 === 0
            ? {
                ...rule,
                event: { type: 'duty', params: { ...rule.event.params, lifts: [bar.id] } },
              }
            : rule;
        return exceptionTo ? { ...lifted, exceptionTo } : lifted;
      });
    });
}
