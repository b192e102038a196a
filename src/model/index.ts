/**
 * The models of `lawful-sharing`: the request, the decision, rules and packs as zod schemas with their types, the
 * closed word lists and the fact dictionary.
 *
 * @module
 */
export { SharingRequest } from './request.ts';
export { SharingDecision } from './decision.ts';
export { Condition, Pack, Reference, Rule, RuleCase, RuleEvent, Source, Table } from './rule.ts';
export type { Leaf, RuleKind } from './rule.ts';
export type { Question } from './leaf.ts';
export { facts } from './facts.ts';
export type { Fact, FactType, Scope } from './facts.ts';
export * as words from './words.ts';
