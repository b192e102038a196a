import { facts } from '../model/facts.ts';
import type { Scope } from '../model/facts.ts';
import type { Rule, RuleKind } from '../model/rule.ts';
import { concludedFacts, decidedFacts } from '../model/derived.ts';
import { nations } from '../model/words.ts';
import type { Answer, Prepared, Surroundings } from './conditions.ts';
import { leavesOf, prepare, takeApart } from './conditions.ts';
import { flatten } from './flat.ts';
import type { Flat } from './flat.ts';
import { kinds } from './kinds.ts';
import { byText } from './order.ts';

/** A rule made ready, with the number that its results stand under. */
export interface LoadedRule {
  readonly number: number;
  readonly rule: Rule;
  // Why: what evaluation asks of each rule stands here too, since what all rules have alike is read many times faster.
  readonly scope: Scope;
  /** Whether it is law in every nation. */
  readonly everywhere: boolean;
  /** Whether it is only announced, or has not commenced. */
  readonly pending: boolean;
  /** The pack that it came in. */
  readonly pack: string;
  /** Whether the pack is a local one, whose duties raise strength and do nothing else. */
  readonly local: boolean;
  /** Its conditions, to be looked into part by part. */
  readonly conditions: Prepared;
  readonly exceptions: readonly number[];
  /** Its id as a list of one, for the many rows that rest on it alone. */
  readonly alone: readonly string[];
}

/** What happens in order: a rule is evaluated, or a conclusion of a kind is drawn. */
export type Step = { rule: number } | { conclude: string };

/** Rules in the order in which they can be evaluated: each after all that it reads. */
export interface Program {
  rules: readonly LoadedRule[];
  /** The conditions of all rules, for evaluation. */
  flat: Flat;
  byId: ReadonlyMap<string, LoadedRule>;
  /** Up to the decision. */
  steps: readonly Step[];
  /** After it: the rules that say what to do about it. */
  afterwards: readonly number[];
  ofKind(kind: RuleKind): readonly LoadedRule[];
  /** The rules behind bars that read, directly or through others, a fact that may be confirmed before sharing. */
  confirmable: readonly number[];
  /** The rules that answer a fact, where it was left out. */
  answersTo(fact: string): readonly Answer[];
  /** What is to be followed again where a fact has changed: the steps that read it, directly or through others. */
  stepsAfter(fact: string): readonly Step[];
}

interface PackRules {
  id: string;
  local: boolean;
  rules: readonly Rule[];
}

const decided = new Set(decidedFacts.map(({ id }) => id));
const concluded = new Set(concludedFacts.map(({ id }) => id));
const decisionNode = 'decision';
const confirmFacts = new Set(
  facts.filter(({ harmless }) => harmless !== undefined).map(({ id }) => id),
);

/** What each conclusion of a kind is drawn from: rules by kind, or another conclusion. */
const conclusionOf: Readonly<Record<string, readonly RuleKind[] | string>> = {
  'consent.valid': ['consent-defect'],
  'person.dataProtectionConsentValid': 'consent.valid',
  'person.confidentialityConsentValid': 'consent.valid',
  'person.serviceConsentValid': 'consent.valid',
  'item.confiderConsents': 'consent.valid',
  'item.underLegalDuty': ['duty'],
};

/** The facts of the request that a conclusion is drawn from, beside the rules. */
const conclusionReads: Readonly<Record<string, string>> = {
  'consent.valid': 'consent.status',
  'item.confiderConsents': 'item.confidedBy',
};

/** What a rule reads, as node names: rules, conclusions of kinds, and the decision. */
export function readsOf(rule: Rule, answersTo: (fact: string) => readonly string[]): string[] {
  return [...leavesOf(rule.conditions)].flatMap((leaf) => {
    const { rule: read } = takeApart(leaf);
    if (read !== undefined) return [read];
    if (decided.has(leaf.fact)) return [decisionNode];
    return [...(concluded.has(leaf.fact) ? [leaf.fact] : []), ...answersTo(leaf.fact)];
  });
}

/** The names in an order in which each comes after all that it reads, and the cycle where there is none. */
export function order(reads: ReadonlyMap<string, readonly string[]>): {
  sorted: string[];
  cycle: string[];
} {
  const sorted: string[] = [];
  const done = new Set<string>();
  const open: string[] = [];
  let cycle: string[] = [];
  const visit = (name: string): void => {
    if (done.has(name) || cycle.length) return;
    if (open.includes(name)) {
      cycle = [...open.slice(open.indexOf(name)), name];
      return;
    }
    open.push(name);
    for (const read of [...(reads.get(name) ?? [])].sort()) visit(read);
    open.pop();
    done.add(name);
    sorted.push(name);
  };
  for (const name of [...reads.keys()].sort()) visit(name);
  return { sorted, cycle };
}

/** A duty that rests on guidance puts nothing under a duty in law. */
const isGuidance = ({ event }: Rule): boolean =>
  event.type === 'duty' && event.params.strength === 'should';

/** Things under each of the keys that they have, in order. */
function listed<T>(
  things: readonly T[],
  keysOf: (thing: T) => readonly string[],
): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const thing of things) {
    for (const key of keysOf(thing)) {
      const list = lists.get(key);
      if (list) list.push(thing);
      else lists.set(key, [thing]);
    }
  }
  return lists;
}

/** The graph of what reads what, over rules, conclusions of kinds and the decision. */
export function graph(rules: readonly Rule[]): Map<string, string[]> {
  const answers = listed(rules, ({ event }) =>
    event.type === 'answer' ? [event.params.fact] : [],
  );
  const exceptions = listed(rules, ({ exceptionTo }) => exceptionTo ?? []);
  const idsUnder = (lists: ReadonlyMap<string, readonly Rule[]>, key: string): string[] =>
    (lists.get(key) ?? []).map(({ id }) => id);
  const reads = new Map(
    rules.map((rule) => [
      rule.id,
      [...readsOf(rule, (fact) => idsUnder(answers, fact)), ...idsUnder(exceptions, rule.id)],
    ]),
  );
  for (const [fact, from] of Object.entries(conclusionOf)) {
    reads.set(
      fact,
      typeof from === 'string'
        ? [from]
        : rules
            .filter((rule) => from.includes(rule.event.type) && !isGuidance(rule))
            .map(({ id }) => id),
    );
  }
  // The decision comes after every rule that does not itself come after it.
  const late = readersOf(decisionNode, reads);
  const names = [...rules.map(({ id }) => id), ...Object.keys(conclusionOf)];
  reads.set(
    decisionNode,
    names.filter((name) => !late.has(name)),
  );
  return reads;
}

/** The names that read a name, directly or through others. */
function readersOf(name: string, reads: ReadonlyMap<string, readonly string[]>): Set<string> {
  const readers = listed([...reads], ([, names]) => names);
  const found = new Set<string>();
  const add = (read: string): void => {
    for (const [reader] of readers.get(read) ?? []) {
      if (found.has(reader)) continue;
      found.add(reader);
      add(reader);
    }
  };
  add(name);
  return found;
}

/** The rules that can be evaluated only after the decision, since they read it, directly or through others. */
export function afterTheDecision(rules: readonly Rule[]): Set<string> {
  const reads = graph(rules);
  reads.delete(decisionNode);
  return readersOf(decisionNode, reads);
}

/**
 * A rule as it counts. A local exception counts only below significant harm, whatever else it says, and for no item that
 * a duty in law is about.
 */
export function limited(rule: Rule, local: boolean): Rule {
  const { conditions, exceptionTo, scope } = rule;
  if (!local || !exceptionTo) return rule;
  const operator = scope === 'case' ? 'everyFact:equal' : 'equal';
  const all = [
    conditions,
    { fact: 'concern.high', operator: 'equal', value: false },
    { fact: 'item.underLegalDuty', operator, value: false },
  ];
  return { ...rule, conditions: { all } };
}

/** A rule whose conditions are made ready when somebody first looks into them, which few decisions do of most rules. */
class Loaded implements LoadedRule {
  readonly number;
  readonly rule;
  readonly scope;
  readonly everywhere;
  readonly pending;
  readonly pack;
  readonly local;
  readonly exceptions;
  readonly alone;
  readonly #around: Surroundings;
  #conditions: Prepared | undefined;

  constructor(
    own: Pick<LoadedRule, 'number' | 'rule' | 'pack' | 'local' | 'exceptions'>,
    around: Surroundings,
  ) {
    this.number = own.number;
    this.rule = own.rule;
    this.scope = own.rule.scope;
    this.everywhere = own.rule.extent.length === nations.length;
    this.pending = ['announced', 'not-commenced'].includes(own.rule.commencement);
    this.pack = own.pack;
    this.local = own.local;
    this.exceptions = own.exceptions;
    this.alone = Object.freeze([own.rule.id]);
    this.#around = around;
  }

  get conditions(): Prepared {
    return (this.#conditions ??= prepare(this.rule.conditions, this.rule.scope, this.#around));
  }
}

/** Puts checked rules together. Their order in the packs makes no difference. */
export function assemble(packs: readonly PackRules[]): Program {
  const all = packs
    .flatMap(({ id, local, rules }) =>
      rules.map((rule) => ({ pack: id, local, rule: limited(rule, local) })),
    )
    .sort((a, b) => byText(a.rule.id, b.rule.id));
  const numbers = new Map(all.map(({ rule }, number) => [rule.id, number]));
  const exceptions = listed(all, ({ rule: { exceptionTo } }) => exceptionTo ?? []);
  const answers = new Map<string, Answer[]>();
  all.forEach(({ rule: { event, scope } }, number) => {
    if (event.type !== 'answer') return;
    const { fact, value } = event.params;
    answers.set(fact, [...(answers.get(fact) ?? []), { rule: number, scope, value }]);
  });
  const answersTo = (fact: string) => answers.get(fact) ?? [];
  const ruleAt = (id: string): { number: number; scope: Scope } => {
    const number = numbers.get(id) as number;
    return { number, scope: (all[number] as (typeof all)[number]).rule.scope };
  };
  const around = { ruleAt, answersTo };
  const rules = all.map(({ rule, pack, local }, number): LoadedRule => {
    const listing = (exceptions.get(rule.id) ?? []).map(
      (one) => numbers.get(one.rule.id) as number,
    );
    return new Loaded({ number, rule, pack, local, exceptions: listing }, around);
  });

  const reads = graph(rules.map(({ rule }) => rule));
  const { sorted } = order(reads);
  const decision = sorted.indexOf(decisionNode);
  const steps = sorted.slice(0, decision).map((name): Step => {
    const number = numbers.get(name);
    return number === undefined ? { conclude: name } : { rule: number };
  });
  const byKind = new Map<RuleKind, LoadedRule[]>();
  for (const loaded of rules) {
    const { type } = loaded.rule.event;
    byKind.set(type, [...(byKind.get(type) ?? []), loaded]);
  }
  return {
    rules,
    flat: flatten(
      rules.map(({ rule }) => rule),
      around,
    ),
    byId: new Map(rules.map((loaded) => [loaded.rule.id, loaded])),
    steps,
    afterwards: sorted.slice(decision + 1).map((name) => numbers.get(name) as number),
    ofKind: (kind) => byKind.get(kind) ?? [],
    confirmable: confirmable(rules, steps, ruleAt),
    answersTo,
    stepsAfter: followers(rules, reads, steps),
  };
}

/** Finds the steps that read a fact, once for each fact. */
function followers(
  rules: readonly LoadedRule[],
  reads: ReadonlyMap<string, readonly string[]>,
  steps: readonly Step[],
): Program['stepsAfter'] {
  const known = new Map<string, readonly Step[]>();
  const nameOf = (step: Step) =>
    'rule' in step ? (rules[step.rule] as LoadedRule).rule.id : step.conclude;
  // INVARIANT: every rule and every conclusion stands in the graph.
  const withFacts = () => {
    const all = new Map(reads);
    for (const { rule } of rules) {
      const facts = [...leavesOf(rule.conditions)].map(({ fact }) => fact);
      all.set(rule.id, [...(reads.get(rule.id) as readonly string[]), ...facts]);
    }
    for (const [conclusion, fact] of Object.entries(conclusionReads))
      all.set(conclusion, [...(reads.get(conclusion) as readonly string[]), fact]);
    return all;
  };
  let graphWithFacts: ReturnType<typeof withFacts> | undefined;
  return (fact) => {
    const found = known.get(fact);
    if (found) return found;
    const readers = readersOf(fact, (graphWithFacts ??= withFacts()));
    const made = steps.filter((step) => readers.has(nameOf(step)));
    known.set(fact, made);
    return made;
  };
}

function confirmable(
  rules: readonly LoadedRule[],
  steps: readonly Step[],
  ruleAt: (id: string) => { number: number },
): number[] {
  const touched = new Set<number>();
  for (const step of steps) {
    if (!('rule' in step)) continue;
    const { rule, exceptions } = rules[step.rule] as LoadedRule;
    const reads = [...leavesOf(rule.conditions)].some((leaf) => {
      const { rule: read } = takeApart(leaf);
      return read === undefined ? confirmFacts.has(leaf.fact) : touched.has(ruleAt(read).number);
    });
    const kind = rule.event.type;
    const open = kinds[kind].polarity === 'permission';
    if (!open && (reads || exceptions.some((exception) => touched.has(exception))))
      touched.add(step.rule);
  }
  return [...touched];
}
