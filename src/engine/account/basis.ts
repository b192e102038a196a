import type { SharingDecision } from '../../model/decision.ts';
import { capital } from '../phrases.ts';
import { findingsOf, goes, isOfOffences, metAmong, once, section, together } from './section.ts';
import type { Row, Section, Voice } from './section.ts';
import type { Speech } from './speech.ts';

type Gateway = Row<'gateways'>;

/** A condition of Article 9 or 10 as it is cited, with what it is called. */
function conditionWords(
  decision: SharingDecision,
  { article: number, schedule1: paragraph, reasons }: Row<'conditions'>,
  { say }: Speech,
): string {
  const article = /^\d/.test(number) ? say('article', { number }) : number;
  const cited =
    paragraph === undefined
      ? article
      : say(/^\d/.test(paragraph) ? 'schedule1Paragraph' : 'schedule1', { article, paragraph });
  const title = findingsOf(decision).get(reasons[0])?.title;
  return `${cited}${title === undefined ? '' : ` (${title})`}`;
}

/** What lets the pieces that go be shared: bases, conditions, and why confidence gives way. */
function basisLines(decision: SharingDecision, voice: Voice): readonly string[] {
  const { name, say, word } = voice;
  const going = new Set(decision.items.filter(goes).map(({ ref }) => ref));
  const only = (refs: readonly string[]) =>
    refs.length === decision.items.length ? '' : ` (${refs.map(name).join(', ')})`;
  const bases = decision.lawfulBases
    .map((row) => ({ ...row, items: row.items.filter((ref) => going.has(ref)) }))
    .filter(({ status, items }) => status === 'available' && items.length)
    .map((row) => ({
      ...row,
      called: `${word(row.article)}${row.condition === undefined ? '' : `, ${row.condition}`}`,
    }));
  const others = bases.filter(({ preferred }) => !preferred).map(({ called }) => called);
  const conditions = together(
    decision.conditions.filter(({ status, item }) => status === 'available' && going.has(item)),
    (row) => `${row.item} ${String(isOfOffences(row))}`,
  ).map((rows) => ({
    item: rows[0].item,
    kind: isOfOffences(rows[0]) ? ('condition.offences' as const) : ('condition.special' as const),
    conditions: once(rows.map((row) => conditionWords(decision, row, voice))).join(
      say('conditionOr'),
    ),
    missing: rows.every((row) => row.appropriatePolicyDocument === 'missing')
      ? [say('policyMissing')]
      : [],
  }));
  const aside = decision.confidentiality.filter(
    ({ status, item }) => status === 'met' && going.has(item),
  );
  return [
    ...bases
      .filter(({ preferred }) => preferred)
      .map(({ called, items, reasons }) =>
        [say('basis', { pieces: only(items), basis: called }), ...metAmong(decision, reasons)].join(
          ' ',
        ),
      ),
    ...(others.length ? [say('otherBases', { bases: others.join('; ') })] : []),
    ...together(conditions, (row) => [row.kind, row.conditions, ...row.missing].join(' ')).map(
      (rows) => {
        const [{ kind, conditions: allow, missing }] = rows;
        const pieces = only(rows.map(({ item }) => item));
        return [say(kind, { pieces, conditions: allow }), ...missing].join(' ');
      },
    ),
    ...together(aside, ({ by = '' }) => by).map((rows) => {
      const { by } = rows[0];
      const pieces = only(rows.map(({ item }) => item));
      return by === undefined
        ? say('confidence', { pieces })
        : say('confidenceTo', { pieces, reason: word(by) });
    }),
  ];
}

const strengths = ['must', 'should', 'may'];
const rank = ({ strength }: Gateway): number => strengths.indexOf(strength);

/** Why, and on what footing in law. */
export function reasonsSection(decision: SharingDecision, voice: Voice): Section {
  const { say, word, list } = voice;
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
    const why = defects.length ? ` (${list(defects.map(word))})` : '';
    const consent = capital(word(kind));
    return [say(`consent.${verdict}`, { consent, person: voice.name(person), why })];
  });
  return section(say('heading.reasons'), {
    lines: [
      ...told(applying('duty', 'scheme').sort((a, b) => rank(a) - rank(b))),
      ...told(applying('restriction')).flatMap((text) =>
        held.has(text) ? [] : [say('restriction', { text })],
      ),
      ...(powers.length ? [say('powers', { powers: once(powers).join('; ') })] : []),
      ...basisLines(decision, voice),
      ...consents,
    ],
  });
}
