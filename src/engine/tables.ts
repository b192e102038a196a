import type { Table } from '../model/rule.ts';
import type { articles, outcomes, regimes, strengths } from '../model/words.ts';
import { inForce } from './dates.ts';

/** What a dated table says of a word on a date; `undefined` where it depends, or where the table does not say. */
export function lookUp(
  table: Table,
  attribute: string,
  word: string,
  on: string,
): boolean | undefined {
  const entry = table[attribute]?.values[word];
  const value = Array.isArray(entry) ? entry.find((row) => inForce(row, on))?.value : entry;
  return value === 'depends' ? undefined : value;
}

/** What governs from one day to another, both included. */
export interface Governing {
  from: string;
  to?: string;
  /** Whether it governs competent authorities' law enforcement, or all else; left out where it governs both. */
  lawEnforcement?: boolean;
}

/** A data protection regime, with the days on which it governs. */
export interface Regime extends Governing {
  id: (typeof regimes)[number];
  /** The lawful bases that it has. */
  articles: readonly (typeof articles)[number][];
  references: readonly { source: string; at: string }[];
}

/** The phrases that the engine puts together; kept as data so that they are reviewed as words. */
export interface Texts {
  outcome: Readonly<Record<(typeof outcomes)[number], string>>;
  strength: Readonly<Record<(typeof strengths)[number], string>>;
  strengthWithheld: Readonly<Record<'must' | 'should', string>>;
  call999: string;
  human: string;
  /** With `{question}`. */
  confirm: string;
  confirmOnce: string;
  conflict: string;
  unknown: string;
  afterLawAsAt: string;
  announced: string;
  notCommenced: string;
  /** With `{title}` of a rule that is not yet law, and its `{state}`: `announced` or `notCommenced`. */
  pending: string;
  asking: string;
  /** With `{change}`: one of `remedies`, or `remedyBoth`. */
  remedy: string;
  /** With `{first}` and `{second}`, two of `remedies`. */
  remedyBoth: string;
  /** What a change comes to, by fact; of a consent by its kind, such as `consent.service`. */
  remedies: Readonly<Record<string, string>>;
  /** With `{question}`. */
  firstQuestion: string;
  /** Said where something goes and something is to be confirmed first. */
  confirmFirst: string;
  /** Said where nothing goes though someone is at risk of serious harm. */
  protectAnotherWay: string;
  doNotTell: string;
  /** Why a human decides, in law, by date and regime. */
  humanReferences: readonly (Governing & { source: string; at: string })[];
}
