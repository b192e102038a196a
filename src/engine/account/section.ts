import type { SharingDecision } from '../../model/decision.ts';
import type { Speech } from './speech.ts';

/** A row of a list of a decision. */
export type Row<K extends keyof SharingDecision> = SharingDecision[K] extends readonly (infer R)[]
  ? R
  : never;
type Item = Row<'items'>;
type Question = Row<'questions'>;

/** A part of a section: its lines, under a label where the section has several parts. */
export interface Part {
  readonly label?: string;
  readonly lines: readonly string[];
}

/** A section of what is told of a decision; numbered where its lines are steps in order. */
export interface Section {
  readonly heading: string;
  readonly numbered?: boolean;
  readonly parts: readonly Part[];
}

/** How an account is given, and in which words. */
export interface Voice extends Speech {
  /** A reference of the caller, so that it is seen to be one. */
  readonly name: (ref: string) => string;
  /** How many questions of each kind are listed; the rest are counted. */
  readonly questions: number;
  /** How questions that are alike are answered, for a reader who can answer where they read. */
  readonly how?: (alike: readonly Question[]) => string;
}

/** A section of the parts that have lines. */
export const section = (heading: string, ...parts: readonly Part[]): Section => ({
  heading,
  parts: parts.filter(({ lines }) => lines.length),
});

/** Those with the same key together, in the order in which each key first comes. */
export function together<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}

export const once = (lines: readonly string[]): readonly string[] => [...new Set(lines)];

export const goes = ({ verdict }: Item): boolean =>
  verdict === 'share' || verdict === 'share-with-changes';
export const somethingGoes = ({ items }: SharingDecision): boolean => items.some(goes);

/** Whether a condition is one for data on offences. */
export const isOfOffences = ({ article }: Row<'conditions'>): boolean => /^(10|s35$)/.test(article);

/** Words of a rule about one piece or person, where no single one is meant. */
export const ofAny = (text: string): string =>
  text.replace(/\b([Tt])his (piece|person)\b/g, '$1he $2');

/** The findings of a decision by rule. */
export const findingsOf = (
  decision: SharingDecision,
): ReadonlyMap<string | undefined, Row<'reasons'>> =>
  new Map(decision.reasons.map((reason) => [reason.rule, reason]));

/** What was found met among some rules, in words, each once: the piece at hand is "it". */
export function metAmong(decision: SharingDecision, ids: readonly string[]): readonly string[] {
  const findings = findingsOf(decision);
  const met = ids.flatMap((id) => {
    const reason = findings.get(id);
    return reason?.finding === 'met' ? [reason.because] : [];
  });
  return once(met).map((text) =>
    text.replace(/\bThis piece\b/g, 'It').replace(/\bthis piece\b/g, 'it'),
  );
}
