import type { SharingDecision } from '../../model/decision.ts';
import type { Speech } from './speech.ts';

/** What a reader meets first: the outcome in a sentence, the rest of the summary, and how it stands. */
interface Opening {
  readonly headline: string;
  readonly summary: string;
  readonly standing: string;
}

/** How strongly the outcome holds, where there is one. */
function weightOf({ outcome, strength }: SharingDecision, { say }: Speech): readonly string[] {
  if (outcome === 'seek-advice' || outcome === 'more-information-needed') return [];
  return [say(`weight.${outcome === 'do-not-share' ? 'held' : 'going'}.${strength}`)];
}

/** The words with which every account begins. INVARIANT: in danger the first of them are to call 999. */
export function openingOf(decision: SharingDecision, speech: Speech): Opening {
  const { say } = speech;
  const { outcome, urgency, summary, provenance, record, terms } = decision;
  const [headline, ...more] = summary.split(/(?<=[.?!]) /) as [string, ...string[]];
  const known = (field: string): readonly string[] => {
    const value = record.find((one) => one.field === field)?.value;
    return typeof value === 'string' ? [speech.word(value)] : [];
  };
  return {
    headline,
    summary: more.join(' '),
    standing: `${[
      say('suggestion', { outcome: say(`outcome.${outcome}`) }),
      ...weightOf(decision, speech),
      ...(urgency === 'routine' ? [] : [say(`urgency.${urgency}`)]),
      ...known('recipient').map((recipient) => say('known.recipient', { recipient })),
      ...known('purpose').map((purpose) => say('known.purpose', { purpose })),
      say('known.date', { date: speech.date(provenance.on) }),
      ...(terms.length
        ? [say('known.terms', { terms: [...new Set(terms.map(({ term }) => term))].join(', ') })]
        : []),
    ].join('; ')}.`,
  };
}
