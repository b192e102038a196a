import type { SharingDecision } from '../../model/decision.ts';
import { findingsOf, isOfOffences, metAmong, once, section, together } from './section.ts';
import type { Row, Section, Voice } from './section.ts';
import type { NoteText } from './texts.ts';
import type { Speech } from './speech.ts';

type Item = Row<'items'>;

/** What an item that is held back wants, told once for each need rather than once for each rule. */
function wanting(
  decision: SharingDecision,
  { ref, reasons }: Item,
  { say }: Speech,
): readonly string[] {
  const findings = findingsOf(decision);
  const unmet = new Set(reasons.filter((id) => findings.get(id)?.finding === 'not-met'));
  const take = (rows: readonly { readonly reasons: readonly string[] }[]): boolean => {
    const found = rows.flatMap((row) => row.reasons.filter((id) => unmet.has(id)));
    for (const id of found) unmet.delete(id);
    return found.length > 0;
  };
  const conditions = decision.conditions.filter(({ item }) => item === ref);
  const missing: readonly [boolean, NoteText][] = [
    [take(decision.lawfulBases), 'missing.basis'],
    [take(conditions.filter((row) => !isOfOffences(row))), 'missing.special'],
    [take(conditions.filter(isOfOffences)), 'missing.offences'],
    [take(decision.confidentiality.filter(({ item }) => item === ref)), 'missing.confidence'],
    [unmet.size > 0, 'missing.purpose'],
  ];
  return missing.flatMap(([is, text]) => (is ? [say(text)] : []));
}

function verdictOf(decision: SharingDecision, item: Item, speech: Speech): string {
  const { say } = speech;
  const { ref, verdict, strength, changes, reasons } = item;
  switch (verdict) {
    case 'share':
      return say('goes', { how: say(`going.${strength}`) });
    case 'share-with-changes':
      return say('goesChanged', {
        how: say(`going.${strength}`),
        changes: changes.map((one) => say(`change.${one}`)).join('; '),
      });
    case 'withhold':
      return [
        say('held', { how: say(`held.${strength}`) }),
        ...metAmong(decision, reasons),
        ...wanting(decision, item, speech),
      ].join(' ');
    case 'undetermined': {
      const waiting = decision.questions.filter(({ items }) => items.includes(ref)).length;
      return [
        say('unsettled'),
        ...metAmong(decision, reasons),
        ...(waiting ? [speech.count(waiting, 'waits')] : []),
      ].join(' ');
    }
  }
}

/** For each piece, whether it goes, how, and why not. */
export const itemsSection = (decision: SharingDecision, voice: Voice): Section =>
  section(voice.say('heading.items'), {
    lines: together(
      decision.items.map((item) => ({ ref: item.ref, line: verdictOf(decision, item, voice) })),
      ({ line }) => line,
    ).map((rows) =>
      voice.say('piece', {
        pieces: rows.map(({ ref }) => voice.name(ref)).join(', '),
        verdict: rows[0].line,
      }),
    ),
  });

/** What would let a piece go that is held back. */
export const remediesSection = (decision: SharingDecision, { name, say }: Voice): Section =>
  section(say('heading.remedies'), {
    lines: together(decision.remedies, ({ text }) => text).map((rows) =>
      say('piece', {
        pieces: once(rows.map(({ item }) => name(item))).join(', '),
        verdict: rows[0].text,
      }),
    ),
  });
