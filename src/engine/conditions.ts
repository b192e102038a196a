import type { Fact, Scope } from '../model/facts.ts';
import type { Condition, Leaf } from '../model/rule.ts';
import { unsure } from '../model/leaf.ts';
import { and, every, no, not, or, some, unknown, yes } from './truth.ts';
import type { Truth } from './truth.ts';
import type { Instances } from './ranges.ts';
import type { Place, World } from './world.ts';
import type { Value } from './slots.ts';
import { slotOf } from './slots.ts';

/** A condition made ready: what it is worth in a world, at a place. */
export type Test = (world: World, place: Readonly<Place>) => Truth;

const isAll = (node: Condition): node is { all: Condition[] } => 'all' in node;
const isAny = (node: Condition): node is { any: Condition[] } => 'any' in node;
const isNot = (node: Condition): node is { not: Condition } => 'not' in node;
/** The parts of a node, none for a leaf. */
export const parts = (node: Condition): readonly Condition[] =>
  isAll(node) ? node.all : isAny(node) ? node.any : isNot(node) ? [node.not] : [];
export const isLeaf = (node: Condition): node is Leaf => 'fact' in node;

/** Every leaf of a condition, in order. */
export function* leavesOf(node: Condition): Generator<Leaf> {
  if (isLeaf(node)) yield node;
  else for (const part of parts(node)) yield* leavesOf(part);
}

/** Which operators each type of fact takes, and whether they are true of a question that does not arise. */
export const operators: Readonly<
  Record<string, { types: readonly Fact['type'][]; negative: boolean; list: boolean }>
> = {
  equal: { types: ['yes-no', 'word'], negative: false, list: false },
  notEqual: { types: ['word'], negative: true, list: false },
  in: { types: ['word'], negative: false, list: true },
  notIn: { types: ['word'], negative: true, list: true },
  contains: { types: ['words'], negative: false, list: false },
  doesNotContain: { types: ['words'], negative: true, list: false },
};

interface LeafParts {
  quantifier: 'some' | 'every' | undefined;
  operator: string;
  /** The rule whose conclusion it reads, or nothing for a fact. */
  rule: string | undefined;
}

const rulePrefix = 'rule.';
const quantifiers = ['some', 'every'] as const;

/** Takes an operator and a fact name apart. */
export function takeApart({ operator, fact }: Leaf): LeafParts {
  const quantifier = quantifiers.find((one) => operator.startsWith(`${one}Fact:`));
  return {
    quantifier,
    operator: quantifier ? operator.slice(`${quantifier}Fact:`.length) : operator,
    rule: fact.startsWith(rulePrefix) ? fact.slice(rulePrefix.length) : undefined,
  };
}

/** Whether a value that is known is what an operator asks for, before it is turned round. */
function matches(operator: string, wanted: Leaf['value']): (value: Value) => boolean {
  switch (operator) {
    case 'in':
    case 'notIn':
      return (value) => (wanted as string[]).includes(value as string);
    case 'contains':
    case 'doesNotContain':
      return (value) => (value as readonly string[]).includes(wanted as string);
    default:
      return (value) => value === wanted;
  }
}

/** What a leaf is worth for a value of its fact. */
export function compare(operator: string, wanted: Leaf['value']): (value: Value) => Truth {
  const { negative } = operators[operator] as (typeof operators)[string];
  const match = matches(operator, wanted);
  const [met, missed, absent]: Truth[] = negative ? [no, yes, yes] : [yes, no, no];
  return (value) => {
    if (value === undefined || value === unsure) return unknown;
    if (value === null) return absent as Truth;
    return (match(value) ? met : missed) as Truth;
  };
}

/**
 * Reads a slot at a place. Why: a function for each scope, since a property whose name varies is read many times more
 * slowly, and reading is most of what evaluation does.
 */
function reader(scope: Scope, slot: number): (world: World, place: Readonly<Place>) => Value {
  switch (scope) {
    case 'case':
      return ({ values }) => values.case[0]?.[slot];
    case 'person':
      return ({ values }, { person }) => values.person[person]?.[slot];
    case 'item':
      return ({ values }, { item }) => values.item[item]?.[slot];
    // No fact stands at a subject: what is known there is known of the item or of the person.
    default:
      return ({ values }, { consent }) => values.consent[consent]?.[slot];
  }
}

/** The scopes from which a fact of a scope is read without a quantifier. */
export const readableFrom: Readonly<Record<Scope, readonly Scope[]>> = {
  case: ['case'],
  person: ['case', 'person'],
  item: ['case', 'item'],
  consent: ['case', 'person', 'consent'],
  subject: ['case', 'person', 'item', 'subject'],
};

/** The instances of a narrower scope that a quantifier ranges over from a place. */
export function range(world: World, from: Scope, to: Scope, place: Readonly<Place>): Instances {
  return world.ranges[from][place[from]]?.[to] as Instances;
}

/** What a quantifier makes of the instances: others may exist where the list is not complete. */
function quantify(
  quantifier: 'some' | 'every',
  { indexes, complete }: Instances,
  test: (index: number) => Truth,
): Truth {
  const rest: Truth = quantifier === 'some' ? (complete ? no : unknown) : complete ? yes : unknown;
  return quantifier === 'some' ? or(some(indexes, test), rest) : and(every(indexes, test), rest);
}

/** A rule that answers a fact where it was left out. */
export interface Answer {
  rule: number;
  scope: Scope;
  value: boolean | string;
}

/** What conditions need to know of the rules around them. */
export interface Surroundings {
  /** The number and scope of a rule. */
  ruleAt(id: string): { number: number; scope: Scope };
  /** The rules that answer a fact, where it was left out. */
  answersTo(fact: string): readonly Answer[];
}

function leafTest(leaf: Leaf, scope: Scope, around: Surroundings): Test {
  const { quantifier, operator, rule } = takeApart(leaf);
  if (rule !== undefined) {
    const { number, scope: from } = around.ruleAt(rule);
    const wanted = leaf.value !== false;
    const result = (world: World, index: number): Truth => {
      const truth = world.results[number]?.[index] ?? no;
      return wanted ? truth : not(truth);
    };
    return quantifier
      ? (world, place) =>
          quantify(quantifier, range(world, scope, from, place), (index) => result(world, index))
      : (world, place) => result(world, place[from]);
  }
  const { scope: from, slot } = slotOf(leaf.fact);
  const test = compare(operator, leaf.value);
  if (quantifier) {
    return (world, place) =>
      quantify(quantifier, range(world, scope, from, place), (index) =>
        test(world.values[from][index]?.[slot]),
      );
  }
  const answers = around
    .answersTo(leaf.fact)
    .filter((answer) => readableFrom[scope].includes(answer.scope));
  const read = reader(from, slot);
  if (!answers.length) return (world, place) => test(read(world, place));
  return (world, place) => {
    const value = read(world, place);
    return test(value === undefined ? answered(world, place, answers) : value);
  };
}

/** The answer of the first rule that is met, for a fact that was left out. */
export function answered(world: World, place: Readonly<Place>, answers: readonly Answer[]): Value {
  return answers.find(({ rule, scope }) => world.results[rule]?.[place[scope]] === yes)?.value;
}

/** A condition made ready for evaluation at a scope, part by part. */
export interface Prepared {
  node: Condition;
  test: Test;
  parts: readonly Prepared[];
  /** What a leaf reads, and how. */
  leaf?: LeafParts;
}

/** Makes a condition ready for evaluation at a scope. */
export function prepare(node: Condition, scope: Scope, around: Surroundings): Prepared {
  if (isLeaf(node))
    return { node, test: leafTest(node, scope, around), parts: [], leaf: takeApart(node) };
  const ready = parts(node).map((part) => prepare(part, scope, around));
  const tests = ready.map(({ test }) => test);
  const [first] = tests as [Test];
  // Why: loops of their own, since a closure for each node of each rule is most of what evaluation would allocate.
  const test: Test = isAll(node)
    ? (world, place) => {
        let truth: Truth = yes;
        for (const one of tests) {
          truth = and(truth, one(world, place));
          if (truth === no) break;
        }
        return truth;
      }
    : isAny(node)
      ? (world, place) => {
          let truth: Truth = no;
          for (const one of tests) {
            truth = or(truth, one(world, place));
            if (truth === yes) break;
          }
          return truth;
        }
      : (world, place) => not(first(world, place));
  return { node, test, parts: ready };
}
