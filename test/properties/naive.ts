import { listOf, recordOf, valueAt } from '../../src/testing/dictionary.ts';
import type { Json } from '../../src/testing/dictionary.ts';
import { factsById } from '../../src/model/facts.ts';
import type { Scope } from '../../src/model/facts.ts';
import type { Condition, Leaf, Rule } from '../../src/model/rule.ts';

/**
 * The semantics once more, written for reading and not for speed: straight recursion over the JSON of rules and
 * request. It shares nothing with the engine, so that what both say is not said by one mistake.
 */
export type Worth = 'no' | 'unknown' | 'yes';
/** What rules find, by rule and instance: `rule at person`, `rule at item/person` and so on. */
export type Findings = Readonly<Record<string, Worth>>;

const kinds = ['dataProtection', 'confidentiality', 'service'];
const opening = [
  'lawful-basis',
  'special-category-condition',
  'offence-data-condition',
  'confidence-met',
  'reuse-compatible',
  'power',
  'duty',
  'conclusion',
];
const wider: Readonly<Record<Scope, readonly Scope[]>> = {
  case: ['case'],
  person: ['case', 'person'],
  item: ['case', 'item'],
  consent: ['case', 'person', 'consent'],
  subject: ['case', 'person', 'item', 'subject'],
};

const negated = (worth: Worth): Worth =>
  worth === 'yes' ? 'no' : worth === 'no' ? 'yes' : 'unknown';
const conjoined = (list: readonly Worth[]): Worth =>
  list.includes('no') ? 'no' : list.includes('unknown') ? 'unknown' : 'yes';
const disjoined = (list: readonly Worth[]): Worth =>
  list.includes('yes') ? 'yes' : list.includes('unknown') ? 'unknown' : 'no';

/** Where a rule is looked at: in the case, and perhaps of a person, an item, or both. */
interface Spot {
  person?: string;
  item?: string;
  kind?: string;
}

const strings = (value: unknown): string[] => listOf(value).map(String);
const nobody = '';

/** What every rule of a pack finds in a request. */
export function naive(rules: readonly Rule[], request: Json): Findings {
  const on = String(request['on']);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const people = listOf(request['people']).map(recordOf);
  const all = recordOf(request['allItems']);
  const items = listOf(request['items'] ?? [{ ref: 'unspecified' }]).map((one) => ({
    ...all,
    ...recordOf(one),
  })) as Json[];
  const itemRefs = items.map((item) => String(item['ref']));
  const aboutOf = (item: string): string[] | undefined => {
    const { about } = items[itemRefs.indexOf(item)] as { about?: unknown };
    return about === undefined ? undefined : strings(about);
  };
  const subjectsOf = (item: string): string[] => aboutOf(item) ?? [nobody];
  const everyAbout = itemRefs.every((item) => aboutOf(item) !== undefined);
  const known = [
    ...new Set([
      ...people.map(({ ref }) => String(ref)),
      ...strings(recordOf(request['concern'])['about']),
      ...itemRefs.flatMap((item) => aboutOf(item) ?? []),
    ]),
  ];
  const peopleListed = request['people'] !== undefined;

  const spotsOf = (scope: Scope): Spot[] => {
    const persons = everyAbout ? known : [...known, nobody];
    switch (scope) {
      case 'case':
        return [{}];
      case 'person':
        return persons.map((person) => ({ person }));
      case 'item':
        return itemRefs.map((item) => ({ item }));
      case 'consent':
        return persons.flatMap((person) => kinds.map((kind) => ({ person, kind })));
      case 'subject':
        return itemRefs.flatMap((item) => subjectsOf(item).map((person) => ({ item, person })));
    }
  };

  /** The part of a spot that a scope speaks of. */
  const seenFrom = (scope: Scope, { person = nobody, item = '', kind = '' }: Spot): Spot =>
    scope === 'case'
      ? {}
      : scope === 'person'
        ? { person }
        : scope === 'item'
          ? { item }
          : scope === 'consent'
            ? { person, kind }
            : { item, person };

  /** The answer of a request to a fact; `null` where the question does not arise. */
  function given(fact: string, { person, item, kind }: Spot): unknown {
    const entry = factsById.get(fact);
    const path = entry?.path ?? [];
    switch (entry?.scope) {
      case 'person':
        return valueAt(
          people.find(({ ref }) => ref === person),
          path,
        );
      case 'item':
        return valueAt(items[itemRefs.indexOf(item ?? '')], path);
      case 'consent': {
        if (fact === 'consent.kind') return kind;
        if (fact === 'consent.recorded' && kind !== 'dataProtection') return null;
        const owner = people.find(({ ref }) => ref === person);
        return valueAt(owner, ['consent', kind ?? '', ...path]);
      }
      default: {
        if (path[0] === 'demand' && request['mode'] === 'proactive') return null;
        const [, scheme = ''] = path;
        if (path[0] === 'scheme' && request['scheme'] !== undefined) {
          const named = recordOf(request['scheme'])[scheme] !== undefined;
          if (!named) return null;
        }
        return valueAt(request, path);
      }
    }
  }

  const validity = (person: string, kind: string): Worth => {
    const status = given('consent.status', { person, kind });
    const wasGiven: Worth =
      status === undefined || status === 'unsure' ? 'unknown' : status === 'given' ? 'yes' : 'no';
    const defects = rules.filter(({ event }) => event.type === 'consent-defect');
    return conjoined([
      wasGiven,
      negated(disjoined(defects.map((rule) => worthOf(rule, { person, kind })))),
    ]);
  };

  /** What is known of a fact read at a spot, with what rules answer where it was left out. */
  function valueOf(fact: string, spot: Spot, reader: Scope | undefined): unknown {
    const { person = nobody, kind = '' } = spot;
    if (fact === 'consent.valid') return asValue(validity(person, kind));
    if (fact === 'person.serviceConsentValid') return asValue(validity(person, 'service'));
    const value = given(fact, spot);
    if (value !== undefined || reader === undefined) return value;
    const answer = rules.find(
      (rule) =>
        rule.event.type === 'answer' &&
        rule.event.params.fact === fact &&
        wider[reader].includes(rule.scope) &&
        worthOf(rule, spot) === 'yes',
    );
    return answer?.event.type === 'answer' ? answer.event.params.value : undefined;
  }
  const asValue = (worth: Worth): boolean | undefined =>
    worth === 'unknown' ? undefined : worth === 'yes';

  function compared(value: unknown, operator: string, wanted: Leaf['value']): Worth {
    if (value === undefined || value === 'unsure') return 'unknown';
    const is = (truth: boolean): Worth => (truth ? 'yes' : 'no');
    const list = strings(value);
    const wants = [wanted].flat() as readonly unknown[];
    switch (operator) {
      case 'equal':
        return is(value === wanted);
      case 'notEqual':
        return is(value !== wanted);
      case 'in':
        return is(wants.includes(value));
      case 'notIn':
        return is(!wants.includes(value));
      case 'contains':
        return is(list.includes(String(wanted)));
      default:
        return is(!list.includes(String(wanted)));
    }
  }

  /** Everything of a narrower scope that belongs to a spot, and whether there can be no more of it. */
  function belonging(scope: Scope, from: Scope, spot: Spot): { spots: Spot[]; whole: boolean } {
    const of = spotsOf(scope);
    if (from === 'case') {
      const byPerson = scope === 'person' || scope === 'consent';
      return {
        spots: byPerson ? of.filter(({ person }) => person !== nobody) : of,
        whole: byPerson ? peopleListed : scope === 'item' || everyAbout,
      };
    }
    if (from === 'item') {
      const item = spot.item ?? '';
      const subjects = subjectsOf(item);
      return {
        spots:
          scope === 'subject'
            ? subjects.map((person) => ({ item, person }))
            : scope === 'person'
              ? subjects.map((person) => ({ person }))
              : subjects.flatMap((person) => kinds.map((kind) => ({ person, kind }))),
        whole: aboutOf(item) !== undefined,
      };
    }
    const person = spot.person ?? nobody;
    if (scope === 'consent') return { spots: kinds.map((kind) => ({ person, kind })), whole: true };
    // Nobody says that those of whom nothing is known are one and the same for two items.
    const strangers = itemRefs.filter((item) => subjectsOf(item).includes(nobody));
    const theirs =
      person === nobody && strangers.length > 1
        ? []
        : itemRefs.filter((item) => subjectsOf(item).includes(person));
    return {
      spots: theirs.map((item) => (scope === 'item' ? { item } : { item, person })),
      whole: everyAbout,
    };
  }

  function leafWorth({ fact, operator, value }: Leaf, scope: Scope, spot: Spot): Worth {
    const quantifier = operator.startsWith('someFact:')
      ? 'some'
      : operator.startsWith('everyFact:')
        ? 'every'
        : undefined;
    const plain = quantifier === undefined ? operator : operator.replace(/^[a-zA-Z]+:/, '');
    const rule = fact.startsWith('rule.') ? byId.get(fact.slice('rule.'.length)) : undefined;
    const one = (where: Spot): Worth => {
      if (!rule)
        return compared(
          valueOf(fact, where, quantifier === undefined ? scope : undefined),
          plain,
          value,
        );
      const worth = worthOf(rule, where);
      return value === false ? negated(worth) : worth;
    };
    if (quantifier === undefined) return one(spot);
    const { spots, whole } = belonging(
      rule?.scope ?? factsById.get(fact)?.scope ?? 'case',
      scope,
      spot,
    );
    const found = [...spots.map(one), ...(whole ? [] : ['unknown' as const])];
    return quantifier === 'some' ? disjoined(found) : conjoined(found);
  }

  const conditionWorth = (node: Condition, scope: Scope, spot: Spot): Worth =>
    'all' in node
      ? conjoined(node.all.map((part) => conditionWorth(part, scope, spot)))
      : 'any' in node
        ? disjoined(node.any.map((part) => conditionWorth(part, scope, spot)))
        : 'not' in node
          ? negated(conditionWorth(node.not, scope, spot))
          : leafWorth(node, scope, spot);

  const found = new Map<string, Worth>();
  const keyOf = (rule: Rule, spot: Spot): string => `${rule.id} at ${spotName(rule.scope, spot)}`;

  function worthOf(rule: Rule, at: Spot): Worth {
    const spot = seenFrom(rule.scope, at);
    const key = keyOf(rule, spot);
    const before = found.get(key);
    if (before !== undefined) return before;
    const worth = worked(rule, spot);
    found.set(key, worth);
    return worth;
  }

  function worked(rule: Rule, spot: Spot): Worth {
    const { effective, commencement, extent, scope } = rule;
    if (on < effective.from || (effective.to !== undefined && on > effective.to)) return 'no';
    if (commencement === 'not-commenced') return 'no';
    const exceptions = rules.filter(({ exceptionTo }) => exceptionTo?.includes(rule.id));
    const own = conjoined([
      conditionWorth(rule.conditions, scope, spot),
      negated(disjoined(exceptions.map((exception) => worthOf(exception, spot)))),
    ]);
    const settled = commencement === 'announced' ? conjoined([own, 'unknown']) : own;
    const nation = request['nation'] ?? 'england';
    if (extent.length === 4 || (extent as unknown[]).includes(nation)) return settled;
    return nation === 'unsure' || opening.includes(rule.event.type)
      ? conjoined([settled, 'unknown'])
      : 'no';
  }

  for (const rule of rules) for (const spot of spotsOf(rule.scope)) worthOf(rule, spot);
  return Object.fromEntries(found);
}

/** The name of a spot that a scope speaks of. */
const spotName = (scope: Scope, { person = '', item = '', kind = '' }: Spot): string =>
  scope === 'case'
    ? 'the case'
    : scope === 'person'
      ? person
      : scope === 'item'
        ? item
        : scope === 'consent'
          ? `${person}/${kind}`
          : `${item}/${person}`;
