import type { SharingDecision } from '../../model/decision.ts';
import { capital, phrase, series } from '../phrases.ts';
import { findingsOf, goes, isOfOffences, metAmong, once, section, together } from './section.ts';
import type { Row, Section, Voice } from './section.ts';

type Gateway = Row<'gateways'>;

/** A condition of Article 9 or 10 as it is cited, with what it is called. */
function conditionWords(decision: SharingDecision, row: Row<'conditions'>): string {
  const { article, schedule1, reasons } = row;
  const number = /^\d/.test(article) ? `Article ${article}` : article;
  const paragraph =
    schedule1 === undefined
      ? ''
      : ` with ${/^\d/.test(schedule1) ? 'Schedule 1 paragraph ' : ''}${schedule1}`;
  const title = findingsOf(decision).get(reasons[0])?.title;
  return `${number}${paragraph}${title === undefined ? '' : ` (${title})`}`;
}

/** What lets the pieces that go be shared: bases, conditions, and why confidence gives way. */
function basisLines(decision: SharingDecision, { name }: Voice): readonly string[] {
  const going = new Set(decision.items.filter(goes).map(({ ref }) => ref));
  const only = (refs: readonly string[]) =>
    refs.length === decision.items.length ? '' : ` (${refs.map(name).join(', ')})`;
  const bases = decision.lawfulBases
    .map((row) => ({ ...row, items: row.items.filter((ref) => going.has(ref)) }))
    .filter(({ status, items }) => status === 'available' && items.length)
    .map((row) => ({
      ...row,
      called: `${phrase(row.article)}${row.condition === undefined ? '' : `, ${row.condition}`}`,
    }));
  const others = bases.filter(({ preferred }) => !preferred).map(({ called }) => called);
  const conditions = together(
    decision.conditions.filter(({ status, item }) => status === 'available' && going.has(item)),
    (row) => `${row.item} ${String(isOfOffences(row))}`,
  ).map((rows) => ({
    item: rows[0].item,
    kind: isOfOffences(rows[0])
      ? 'information on offences'
      : 'sensitive (special category) information',
    text: `${once(rows.map((row) => conditionWords(decision, row))).join('; or ')}.${
      rows.every((row) => row.appropriatePolicyDocument === 'missing')
        ? ' The policy document that this calls for is missing.'
        : ''
    }`,
  }));
  const aside = decision.confidentiality.filter(
    ({ status, item }) => status === 'met' && going.has(item),
  );
  return [
    ...bases
      .filter(({ preferred }) => preferred)
      .map(({ called, items, reasons }) =>
        [`Lawful basis${only(items)}: ${called}.`, ...metAmong(decision, reasons)].join(' '),
      ),
    ...(others.length ? [`Other lawful bases that would serve: ${others.join('; ')}.`] : []),
    ...together(conditions, ({ kind, text }) => `${kind} ${text}`).map(
      (rows) => `For any ${rows[0].kind}${only(rows.map(({ item }) => item))}: ${rows[0].text}`,
    ),
    ...together(aside, ({ by = '' }) => by).map((rows) => {
      const { by } = rows[0];
      const to = by === undefined ? '' : ` to ${phrase(by)}`;
      return `Any confidence gives way${to}${only(rows.map(({ item }) => item))}.`;
    }),
  ];
}

const strengths = ['must', 'should', 'may'];
const rank = ({ strength }: Gateway): number => strengths.indexOf(strength);

/** Why, and on what footing in law. */
export function reasonsSection(decision: SharingDecision, voice: Voice): Section {
  const findings = findingsOf(decision);
  const applying = (...kinds: readonly Gateway['kind'][]) =>
    decision.gateways.filter(({ kind, status }) => status === 'applies' && kinds.includes(kind));
  const told = (rows: readonly Gateway[]) =>
    once(rows.flatMap(({ reasons }) => metAmong(decision, reasons)));
  const held = new Set(
    decision.items
      .filter((item) => !goes(item))
      .flatMap(({ reasons }) => metAmong(decision, reasons)),
  );
  const powers = applying('power').map(
    ({ id, reasons: [first] }) => findings.get(first)?.title ?? id,
  );
  const consents = decision.consents.flatMap(({ person, kind, verdict, defects }) => {
    if (verdict !== 'valid' && verdict !== 'invalid') return [];
    const why = defects.length ? ` (${series(defects.map(phrase))})` : '';
    const state = verdict === 'valid' ? 'valid' : 'not valid';
    return [`${capital(phrase(kind))} of ${voice.name(person)}: ${state}${why}.`];
  });
  return section('Why, and on what basis', {
    lines: [
      ...told(applying('duty', 'scheme').sort((a, b) => rank(a) - rank(b))),
      ...told(applying('restriction')).flatMap((text) =>
        held.has(text) ? [] : [`Restriction: ${text}`],
      ),
      ...(powers.length ? [`Powers: ${once(powers).join('; ')}.`] : []),
      ...basisLines(decision, voice),
      ...consents,
    ],
  });
}
