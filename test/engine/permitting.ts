import type { EngineOptions, Foundation } from '../../src/engine/engine.ts';
import { buildEngine } from '../../src/engine/engine.ts';
import { SharingDecision } from '../../src/model/decision.ts';
import type { Condition, Rule, RuleEvent } from '../../src/model/rule.ts';
import { always, foundation, request, rule } from '../synthetic.ts';

type Said = Partial<Omit<Rule, 'id' | 'event'>>;

/** A rule that finds something, met by every request unless said otherwise. */
export const finds = (
  id: string,
  event: RuleEvent,
  conditions: Condition = always,
  said: Said = {},
): Rule => rule({ id, event, conditions, ...said });

export const bar = (id: string, conditions: Condition, said: Said = {}): Rule =>
  finds(id, { type: 'harm', params: { level: 'law' } }, conditions, said);

export const duty = (
  id: string,
  conditions: Condition = always,
  params: { strength?: 'must' | 'should'; lifts?: string[] } = {},
  said: Said = {},
): Rule =>
  finds(
    id,
    { type: 'duty', params: { gateway: `${id}-gateway`, strength: 'must', ...params } },
    conditions,
    said,
  );

/** A rule of each permission that the formula asks for, by the need that it meets, all met by every request. */
const byNeed: Readonly<Record<string, RuleEvent>> = {
  purpose: { type: 'reuse-compatible', params: {} },
  basis: { type: 'lawful-basis', params: { article: '6(1)(e)', preference: 10 } },
  special: {
    type: 'special-category-condition',
    params: { article: '9(2)(g)', schedule1: '18', appropriatePolicyDocument: 'not-needed' },
  },
  offence: {
    type: 'offence-data-condition',
    params: { article: '10', appropriatePolicyDocument: 'not-needed' },
  },
  power: { type: 'power', params: { gateway: 'power-gateway' } },
  confidence: { type: 'confidence-met', params: { by: 'public-interest' } },
};

/** What lets an item go, with some needs met on other conditions than always. */
export const permissions = (on: Readonly<Record<string, Partial<Rule>>> = {}): Rule[] =>
  Object.entries(byNeed).map(([need, event]) => rule({ id: need, event, ...on[need] }));

/** The permissions but for those of some needs. */
export const permissionsBut = (...needs: string[]): Rule[] =>
  permissions().filter(({ id }) => !needs.includes(id));

type Answers = Readonly<Record<string, unknown>>;

/** One item about one child, in which every need arises and nothing else is answered. */
export const note: Answers = {
  ref: 'note',
  about: ['child'],
  identifies: true,
  confidential: true,
  categories: ['health', 'criminal-allegation'],
};
export const child: Answers = { ref: 'child', role: 'child' };

/** A request of the police for that item. */
export const asked = (said: Answers = {}): Record<string, unknown> =>
  request({
    sharer: { organisation: 'police' },
    people: [child],
    items: [note],
    ...said,
  });

/** The same request with other answers about its one item. */
export const askedOf = (item: Answers, said: Answers = {}): Record<string, unknown> =>
  asked({ items: [{ ...note, ...item }], ...said });

/** What an engine of these rules decides; every decision is held to the model. */
export function decided(
  rules: readonly Rule[],
  input: unknown,
  options: EngineOptions = {},
  said: Partial<Foundation> = {},
): SharingDecision {
  const result = buildEngine(foundation(rules, said), options).safeDecide(input);
  if (!result.success) throw new Error(result.issues.map(({ message }) => message).join('; '));
  SharingDecision.parse(result.decision);
  return result.decision;
}

/** The verdict on the only item. */
export const verdictOf = (rules: readonly Rule[], input: unknown): string | undefined =>
  decided(rules, input).items[0]?.verdict;
