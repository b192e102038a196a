import type { Rule, RuleCase } from '../model/rule.ts';

/** A national rule with the question that it answers and the worked cases beside it. */
export interface ShelvedRule {
  /** The folder that it stands in, such as `lawful-basis`. */
  question: string;
  /** The whole rule, with its rationale and its limits. */
  rule: Rule;
  cases: readonly RuleCase[];
}
