import {
  capital,
  dateInWords,
  datesInWords,
  factInWords,
  factsById,
  judged,
  nationsInWords,
  sourceName,
  stateOfLaw,
} from '../../src/cli/words.ts';
import { leavesOf } from '../../src/engine/conditions.ts';
import type { Rule } from '../../src/model/rule.ts';
import { bulleted, code, link, numbered, pathBetween, section, text } from '../markdown.ts';
import type { Shelved } from '../rulebase.ts';
import { caseLines } from './cases.ts';
import { citation, isOfThePast } from './citations.ts';
import { followsOf, isBar, kindLine } from './follows.ts';
import type { Library } from './library.ts';
import { pageOf } from './library.ts';
import { anchor, questionInWords } from './questions.ts';
import { testLines } from './test-lines.ts';

const reviewInWords = ({ review: { state, by, on } }: Rule): string =>
  state === 'unreviewed'
    ? 'not yet reviewed by anyone who knows the law'
    : `reviewed${by === undefined ? '' : ` by ${text(by)}`}${on === undefined ? '' : ` on ${dateInWords(on)}`}`;

/** The facts, read by a rule or by a conclusion that it reads, that may be confirmed just before sharing. */
function confirmable(rule: Rule, library: Library, seen = new Set<string>()): string[] {
  if (seen.has(rule.id)) return [];
  seen.add(rule.id);
  const found = [...leavesOf(rule.conditions)].flatMap(({ fact }) => {
    const read = library.byId.get(fact.replace(/^rule\./, ''))?.rule;
    if (fact.startsWith('rule.')) return read ? confirmable(read, library, seen) : [];
    return factsById.get(fact)?.harmless === undefined ? [] : [fact];
  });
  return [...new Set(found)].sort();
}

const ofCommencement: Readonly<Record<Rule['commencement'], string[]>> = {
  'in-force': [],
  repealed: [],
  announced: [
    'Its start is **not confirmed**: until whoever runs the library gives the date, it counts as no more than guidance, its gateway is undetermined, it opens no lawful basis, and a caution is shown.',
    '',
  ],
  'not-commenced': [
    'It is **not in force**: until it is, a caution is shown and nothing of this follows.',
    '',
  ],
};

/** The page of one rule, for whoever knows the law and reads no JSON. */
export function rulePage({ rule, question, cases }: Shelved, library: Library): string {
  const { byId, sources, titles, ledger, exceptionsTo } = library;
  const page = pageOf(question, rule.id);
  const pathTo = (id: string): string | undefined => {
    const other = byId.get(id);
    return other && pathBetween(page, pageOf(other.question, id));
  };
  const linked = (id: string): string => {
    const path = pathTo(id);
    return path === undefined ? code(id) : link(byId.get(id)?.rule.title ?? id, path);
  };
  const follows = followsOf(rule.event, linked);
  const confirmed = isBar(rule) ? confirmable(rule, library) : [];
  const unverified = [...new Set(rule.references.map(({ source }) => source))].filter(
    (id) => sources.get(id)?.verified !== true,
  );
  const readers = library.readersOf(rule.id);
  const { supersedes, see = [] } = rule.related ?? {};
  const lines = [
    `# ${text(rule.title)}`,
    '',
    text(rule.summary),
    '',
    ...bulleted([
      `**Rule**: ${code(rule.id)}, one of ${link(questionInWords(question), `${pathBetween(page, 'index.md')}#${anchor(questionInWords(question))}`)}`,
      `**Finds**: ${kindLine(rule, follows)}`,
      `**Where**: ${nationsInWords(rule.extent)}`,
      `**When**: ${datesInWords(rule.effective)}`,
      `**State of the law**: ${stateOfLaw[rule.commencement]}`,
      `**Judged**: ${judged[rule.scope]}`,
      `**Review of this encoding**: ${reviewInWords(rule)}`,
      ...(unverified.length
        ? [
            `**Not checked against the text**: ${unverified
              .map((id) => {
                const source = sources.get(id);
                return text(source ? sourceName(source) : id);
              })
              .join('; ')}`,
          ]
        : []),
    ]),
    ...section(
      'The test',
      testLines(rule, titles, pathTo).concat(
        (exceptionsTo.get(rule.id) ?? []).flatMap((id) => ['', `**Unless** ${linked(id)} is met.`]),
      ),
    ),
    ...section('What follows', [
      ...ofCommencement[rule.commencement],
      ...bulleted([
        `**Met**: ${follows.met}`,
        `**Not met**: ${follows.notMet}`,
        `**Not known**: ${follows.unknown}${
          confirmed.length
            ? ` But where all that was left out may be confirmed just before sharing, and the harmless answer would settle it, the piece goes and is to be confirmed first: ${confirmed.map((id) => text(factInWords(id))).join(' ')}`
            : ''
        }`,
      ]),
    ]),
    ...section(
      'What the practitioner is told',
      bulleted([`**Met**: ${text(rule.because)}`, `**Not met**: ${text(rule.becauseNot)}`]),
    ),
    ...section('Authority', [
      ...numbered(rule.references.map((one) => ({ line: citation(one, sources) }))),
      ...(isOfThePast(rule, sources)
        ? ['', 'The links show the text of today; this rule encodes the text of its dates.']
        : []),
    ]),
    ...section(
      'Other rules',
      bulleted([
        ...(rule.exceptionTo ?? []).map((id) => `It is an exception to ${linked(id)}.`),
        ...(supersedes === undefined ? [] : [`It takes the place of ${linked(supersedes)}.`]),
        ...library.supersededBy(rule.id).map((id) => `${linked(id)} takes its place.`),
        ...see.map((id) => `See also ${linked(id)}.`),
        ...(readers.length ? [`Read by: ${readers.map(linked).join(', ')}.`] : []),
      ]),
    ),
    ...section('Worked cases', caseLines(cases)),
    ...section(
      'Requirements of the source documents that it carries',
      bulleted(
        (rule.ledger ?? []).map(
          (id) => `**${id}**: ${text(ledger.get(id) ?? 'not in the ledger')}`,
        ),
      ),
    ),
    ...section('Why it is encoded so', rule.rationale === undefined ? [] : [text(rule.rationale)]),
    ...section(
      'What it does not decide',
      bulleted((rule.limits ?? []).map((one) => text(capital(one)))),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
