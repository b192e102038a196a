import type { Condition, Leaf, Rule, Scope } from '../model/index.ts';
import { factInWords, factsById, phrase, series } from './words.ts';

/** A question, or a statement, with the answer that it needs. */
export interface FactLimb {
  readonly kind: 'fact';
  readonly name?: string;
  /** Over which instances of a narrower scope it is asked, such as "for some person". */
  readonly among?: string;
  /** A question, or a statement. */
  readonly says: string;
  /** The rule whose conclusion it reads. */
  readonly rule?: string;
  readonly answer: string;
}

/** A part of a test in words: a sentence with the answer that it needs, or a group of parts. */
export type Limb =
  | {
      readonly kind: 'all' | 'any' | 'not';
      readonly name?: string;
      readonly parts: readonly Limb[];
    }
  | FactLimb;

/** What a reader of a test needs to know of the other rules: the title and the scope of each. */
export type Titles = ReadonlyMap<string, Pick<Rule, 'title' | 'scope'>>;

export const titlesOf = (rules: readonly Rule[]): Titles =>
  new Map(rules.map((rule) => [rule.id, rule]));

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');
const metOrNot = (value: boolean): string => (value ? 'met' : 'not met');
const plain = (value: Leaf['value']): string[] =>
  [value].flat().map((one) => (typeof one === 'boolean' ? yesOrNo(one) : phrase(one)));

/** The answer that an operator and a value need, in words. */
export function answerInWords(operator: string, value: Leaf['value']): string {
  const given = plain(value);
  switch (operator) {
    case 'equal':
    case 'in':
      return series(given, 'or');
    case 'notEqual':
      return `anything but ${series(given, 'or')}`;
    case 'notIn':
      return given.length === 1
        ? `anything but ${series(given)}`
        : `none of ${series(given, 'or')}`;
    case 'contains':
      return `${series(given)} among them`;
    case 'doesNotContain':
      return `${series(given)} not among them`;
    default:
      throw new Error(`no words for the operator \`${operator}\``);
  }
}

const some: Readonly<Record<Scope, string>> = {
  case: 'the case',
  person: 'person',
  item: 'piece',
  consent: 'consent',
  subject: 'piece with a person whom it is about',
};
/** The instances of a narrower scope that belong to one of a wider. */
const among: Readonly<Partial<Record<Scope, Partial<Record<Scope, string>>>>> = {
  item: {
    person: 'person whom it is about',
    subject: 'person whom it is about',
    consent: 'consent of the people whom it is about',
  },
  person: {
    consent: 'consent of theirs',
    item: 'piece about them',
    subject: 'piece about them',
  },
};

/** A leaf as a question or statement with the answer that it needs. */
export function leafInWords(leaf: Leaf, scope: Scope, titles: Titles): FactLimb {
  const [, quantifier, operator = leaf.operator] =
    /^(some|every)Fact:(.*)$/.exec(leaf.operator) ?? [];
  const id = leaf.fact.startsWith('rule.') ? leaf.fact.slice('rule.'.length) : undefined;
  const read = id === undefined ? undefined : titles.get(id);
  const own = read?.scope ?? factsById.get(leaf.fact)?.scope ?? 'case';
  const named = leaf.name === undefined ? {} : { name: leaf.name };
  return {
    kind: 'fact',
    ...named,
    ...(quantifier === undefined
      ? {}
      : {
          among: `for ${quantifier === 'some' ? 'at least one' : 'every'} ${among[scope]?.[own] ?? some[own]}`,
        }),
    says: id === undefined ? factInWords(leaf.fact) : (read?.title ?? id),
    ...(id === undefined ? {} : { rule: id }),
    answer:
      id !== undefined && typeof leaf.value === 'boolean'
        ? metOrNot(leaf.value)
        : answerInWords(operator, leaf.value),
  };
}

/** The test of a rule in words, in the order of the provision. */
export function limbsOf(condition: Condition, scope: Scope, titles: Titles): Limb {
  if ('fact' in condition) return leafInWords(condition, scope, titles);
  const named = condition.name === undefined ? {} : { name: condition.name };
  const kind = 'all' in condition ? 'all' : 'any' in condition ? 'any' : 'not';
  const parts =
    'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition.not];
  return { kind, ...named, parts: parts.map((part) => limbsOf(part, scope, titles)) };
}

/** What stands between the parts of a group. */
export const connectives = { all: 'and', any: 'or', not: '' } as const;
/** How a group is introduced. */
export const groups = {
  all: 'all of these',
  any: 'at least one of these',
  not: 'not this',
} as const;
/** How the test of a rule is introduced. */
export const opening = {
  all: ['Met where ', 'all', ' of these hold:'],
  any: ['Met where ', 'at least one', ' of these holds:'],
  not: ['Met where this does ', 'not', ' hold:'],
  fact: ['Met where this holds:', '', ''],
} as const;

/** What joins a question or a statement to its answer. */
export const joined = (says: string): string => (says.endsWith('?') ? says : `${says}:`);
