import type { SharingDecision } from '../../model/decision.ts';
import { count, findingsOf, isOfOffences, metAmong, once, section, together } from './section.ts';
import type { Row, Section, Voice } from './section.ts';
import { changeWords, goingWords, heldWords } from './words.ts';

type Item = Row<'items'>;

/** What an item that is held back wants, told once for each need rather than once for each rule. */
function wanting(decision: SharingDecision, { ref, reasons }: Item): readonly string[] {
  const findings = findingsOf(decision);
  const unmet = new Set(reasons.filter((id) => findings.get(id)?.finding === 'not-met'));
  const take = (rows: readonly { readonly reasons: readonly string[] }[]): boolean => {
    const found = rows.flatMap((row) => row.reasons.filter((id) => unmet.has(id)));
    for (const id of found) unmet.delete(id);
    return found.length > 0;
  };
  const conditions = decision.conditions.filter(({ item }) => item === ref);
  const missing: readonly [boolean, string][] = [
    [take(decision.lawfulBases), 'No lawful basis for sharing it is shown.'],
    [
      take(conditions.filter((row) => !isOfOffences(row))),
      'It is sensitive (special category) information, and no condition that allows sharing it is shown.',
    ],
    [
      take(conditions.filter(isOfOffences)),
      'It is about crime or an allegation of crime, and no condition that allows sharing it is shown.',
    ],
    [
      take(decision.confidentiality.filter(({ item }) => item === ref)),
      'It was given in confidence, and nothing that sets the confidence aside is shown.',
    ],
    [unmet.size > 0, 'No purpose, duty or power that would allow it is shown.'],
  ];
  return missing.flatMap(([is, text]) => (is ? [text] : []));
}

function verdictOf(decision: SharingDecision, item: Item): string {
  const { ref, verdict, strength, changes, reasons } = item;
  switch (verdict) {
    case 'share':
      return `${goingWords[strength]}.`;
    case 'share-with-changes':
      return `${goingWords[strength]}, with changes: ${changes.map((one) => changeWords[one]).join('; ')}.`;
    case 'withhold':
      return [
        `${heldWords[strength]}.`,
        ...metAmong(decision, reasons),
        ...wanting(decision, item),
      ].join(' ');
    case 'undetermined': {
      const waiting = decision.questions.filter(({ items }) => items.includes(ref)).length;
      return [
        'not settled, so do not share it yet.',
        ...metAmong(decision, reasons),
        ...(waiting
          ? [`It waits for ${count(waiting, 'answer')}: see what is still to be asked.`]
          : []),
      ].join(' ');
    }
  }
}

/** For each piece, whether it goes, how, and why not. */
export const itemsSection = (decision: SharingDecision, { name }: Voice): Section =>
  section('What to share and what not', {
    lines: together(
      decision.items.map((item) => ({ ref: item.ref, line: verdictOf(decision, item) })),
      ({ line }) => line,
    ).map((rows) => `${rows.map(({ ref }) => name(ref)).join(', ')}: ${rows[0].line}`),
  });

/** What would let a piece go that is held back. */
export const remediesSection = (decision: SharingDecision, { name }: Voice): Section =>
  section('What would change this', {
    lines: together(decision.remedies, ({ text }) => text).map(
      (rows) => `${once(rows.map(({ item }) => name(item))).join(', ')}: ${rows[0].text}`,
    ),
  });
