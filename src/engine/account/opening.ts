import type { SharingDecision } from '../../model/decision.ts';
import { dateInWords, phrase } from '../phrases.ts';
import { outcomeWords, urgencyWords, weightWords } from './words.ts';

/** What a reader meets first: the outcome in a sentence, the rest of the summary, and how it stands. */
interface Opening {
  readonly headline: string;
  readonly summary: string;
  readonly standing: string;
}

/** How strongly the outcome holds, where there is one. */
function weightOf({ outcome, strength }: SharingDecision): readonly string[] {
  if (outcome === 'seek-advice' || outcome === 'more-information-needed') return [];
  return [weightWords[outcome === 'do-not-share' ? 'held' : 'going'][strength]];
}

/** The words with which every account begins. INVARIANT: in danger the first of them are to call 999. */
export function openingOf(decision: SharingDecision): Opening {
  const { outcome, urgency, summary, provenance, record, terms } = decision;
  const [headline, ...more] = summary.split(/(?<=[.?!]) /) as [string, ...string[]];
  const known = (field: string): readonly string[] => {
    const value = record.find((one) => one.field === field)?.value;
    return typeof value === 'string' ? [phrase(value)] : [];
  };
  return {
    headline,
    summary: more.join(' '),
    standing: `${[
      `Suggestion: ${outcomeWords[outcome]}`,
      ...weightOf(decision),
      ...urgencyWords[urgency],
      ...known('recipient').map((to) => `recipient: ${to}`),
      ...known('purpose').map((purpose) => `purpose: ${purpose}`),
      `date: ${dateInWords(provenance.on)}`,
      ...(terms.length
        ? [`in local terms: ${[...new Set(terms.map(({ term }) => term))].join(', ')}`]
        : []),
    ].join('; ')}.`,
  };
}
