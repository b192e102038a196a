import { sourceName } from '../../src/cli/words.ts';
import type { Source } from '../../src/model/rule.ts';
import { gather } from '../gather.ts';
import { bold, bulleted, link, section, text } from '../markdown.ts';
import { pageOf } from '../pages/library.ts';
import type { Shelved } from '../rulebase.ts';
import { metCases } from './judge.ts';
import type { JudgedProvision, JudgedRow, Register, State } from './judge.ts';

type Judged = JudgedRow | JudgedProvision;

/** How many of each state there are. */
const tally = (judged: readonly { state: State }[]): Record<State, number> => {
  const count = { carried: 0, documented: 0, missing: 0 };
  for (const { state } of judged) count[state] += 1;
  return count;
};
const counted = (judged: readonly { state: State }[]): string => {
  const { carried, documented, missing } = tally(judged);
  return `${carried} carried, ${documented} documented, ${missing} missing`;
};

const carrier = (one: Shelved): string => {
  const { rule, question, cases } = one;
  const met = metCases(one);
  return `${link(rule.id, `rules/${pageOf(question, rule.id)}`)} (${cases.length} ${cases.length === 1 ? 'case' : 'cases'}, ${met === 0 ? 'none met' : `${met} met`})`;
};

function outcome({ state, rules, why, pack }: Judged): string {
  const by = rules.map(carrier).join(', ');
  if (state === 'carried') return `${bold('Carried')} by ${by}`;
  if (state === 'documented') return `${bold('Documented')}: ${text(why ?? '')}`;
  if (rules.length) return `${bold('Missing')}: a rule has no case that meets it: ${by}`;
  return pack === undefined ? bold('Missing') : `${bold('Missing')}: waits for the pack ${pack}`;
}

const grouped = <T>(list: readonly T[], key: (one: T) => string): [string, T[]][] => [
  ...gather(list, key),
];

const ended = (sentence: string): string => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`);

const rowLine = (row: JudgedRow): string =>
  `${bold(row.id)} (${row.kind}; ${text(row.today)}). ${text(ended(row.clause))} _Expected_: ${text(ended(row.expected))} ${outcome(row)}`;

/** The register as a page that a reviewer can read. */
export function reportOf({ rows, provisions }: Register, sources: readonly Source[]): string {
  const names = new Map(sources.map((source) => [source.id, sourceName(source)]));
  const name = (id: string): string => names.get(id) ?? id;
  const provisionLine = (one: JudgedProvision): string =>
    `${bold(one.id)} ${text(name(one.source))}, ${text(one.at)}. ${text(ended(one.gist))} ${outcome(one)}`;
  const lines = [
    '# What is covered',
    '',
    'Every provision that was read for the rules, and every clause of the five source documents, with the rules that carry it and',
    'their worked cases, or the reason why it is not encoded. Made by `npm run coverage:law` from `docs/provisions.tsv`,',
    '`docs/ledger.tsv`, `docs/not-encoded.tsv` and the rules; do not edit it.',
    '',
    ...bulleted([
      '**Carried**: a rule names it, and a worked case of that rule is met.',
      '**Documented**: it is not encoded, and the reason is given.',
      '**Missing**: neither; the line says so where a local pack is awaited.',
      'Where the state of a clause names a trap (T1 to T24) or a section of the digest of the law, it stands among the provisions.',
    ]),
    ...section('In numbers', [
      ...bulleted([
        `${provisions.length} provisions: ${counted(provisions)}`,
        `${rows.length} clauses: ${counted(rows)}`,
        ...grouped(rows, ({ source }) => source).map(
          ([source, own]) => `${text(name(source))}, ${own.length} clauses: ${counted(own)}`,
        ),
      ]),
    ]),
    ...section('Provisions of the law', [
      ...grouped(provisions, ({ section: heading }) => heading).flatMap(([heading, own], index) =>
        section(text(heading), bulleted(own.map(provisionLine)), 3).slice(index === 0 ? 1 : 0),
      ),
    ]),
    ...grouped(rows, ({ source }) => source).flatMap(([source, own]) =>
      section(
        `Clauses of ${text(name(source))}`,
        grouped(own, ({ section: heading }) => heading).flatMap(([heading, clauses], index) =>
          section(text(heading), bulleted(clauses.map(rowLine)), 3).slice(index === 0 ? 1 : 0),
        ),
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** The figures for a terminal: by kind, then the provisions, then the ledger as a whole on the last line. */
export function figures({ rows, provisions }: Register): string {
  const kinds = grouped(rows, ({ kind }) => kind).sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(...kinds.map(([kind]) => kind.length), 0);
  return [
    ...kinds.map(([kind, own]) => `${kind.padEnd(width)}  ${counted(own)}`),
    `${provisions.length} provisions: ${counted(provisions)}`,
    `${rows.length} rows: ${counted(rows)}`,
  ].join('\n');
}
