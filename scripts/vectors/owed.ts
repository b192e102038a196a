import { digest } from '../../src/engine/digest.ts';
import type { SharingDecision } from '../../src/index.ts';
import type { List } from './model.ts';

/** A row of a list, with the ids of its rules. */
export interface OwedRow {
  readonly reasons?: readonly string[];
  readonly [key: string]: unknown;
}

/** What a port must compute of a decision: all of it but wording, citations and provenance. */
export type Owed = Pick<SharingDecision, 'outcome' | 'strength' | 'urgency' | 'regime'> &
  Readonly<Record<List, readonly OwedRow[]>> & { readonly findings: string };

/** The digest of a value as vectors show it: 16 digits tell apart what these files hold, and whole ones double their size. */
export const shortDigest = (value: unknown): string => digest(value).slice(0, 16);

/** What a vector keeps of a decision. */
export function owed(decision: SharingDecision): Owed {
  const { outcome, strength, urgency, regime } = decision;
  const { items, lawfulBases, conditions, confidentiality, gateways, consents, informing } =
    decision;
  return {
    outcome,
    strength,
    urgency,
    regime,
    items,
    lawfulBases,
    conditions,
    confidentiality,
    gateways,
    consents,
    informing,
    obligations: decision.obligations.map(({ text: _, ...row }) => row),
    remedies: decision.remedies.map(({ text: _, ...row }) => row),
    assumptions: decision.assumptions,
    advice: decision.advice.map(({ who, reasons }) => ({ who, reasons })),
    record: decision.record.map(({ sources: _, ...row }) => row),
    questions: decision.questions.map(({ fact, scope, items }) => ({ fact, scope, items })),
    cautions: decision.cautions.map(({ reasons }) => ({ reasons })),
    terms: decision.terms.map(({ term: _, ...row }) => row),
    findings: shortDigest(decision.reasons.map(({ rule, finding }) => [rule, finding])),
  };
}
