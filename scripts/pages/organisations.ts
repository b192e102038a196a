/** Which rules read what kind of organisation shares or receives, worked out from their conditions and the dated table. */
import { compare, isLeaf, parts, takeApart } from '../../src/engine/conditions.ts';
import { no, not } from '../../src/engine/truth.ts';
import {
  capital,
  datesInWords,
  factInWords,
  kindNames,
  phrase,
  sourceName,
} from '../../src/cli/words.ts';
import { facts } from '../../src/model/facts.ts';
import type { Condition, Leaf, Rule, Table } from '../../src/model/rule.ts';
import { organisations } from '../../src/model/words.ts';
import { gather } from '../gather.ts';
import { bulleted, link, outlined, section, text } from '../markdown.ts';
import type { Shelved } from '../rulebase.ts';
import type { Library } from './library.ts';
import { linkToRule } from './library.ts';
import { sourcePath } from './sources.ts';

const sides = {
  sharer: 'When it shares, or asks',
  recipient: 'When it receives',
} as const;
type Side = keyof typeof sides;

/** A leaf of a rule, and whether it stands under an odd number of `not`. */
interface Read {
  shelved: Shelved;
  leaf: Leaf;
  turned: boolean;
}
const readsOf = (
  shelved: Shelved,
  node: Condition = shelved.rule.conditions,
  turned = false,
): Read[] =>
  isLeaf(node)
    ? [{ shelved, leaf: node, turned }]
    : parts(node).flatMap((part) => readsOf(shelved, part, 'not' in node ? !turned : turned));

/** What the pages need: the table, the sources, and every leaf of the rules by the fact that it reads. */
interface Ground extends Pick<Library, 'organisations' | 'sources'> {
  reading: (fact: string) => readonly Read[];
}
const groundOf = ({ organisations, sources, shelf }: Library): Ground => {
  const byFact = gather(
    shelf.flatMap((shelved) => readsOf(shelved)),
    ({ leaf }) => leaf.fact,
  );
  return { organisations, sources, reading: (fact) => byFact.get(fact) ?? [] };
};

type Value = boolean | 'depends';
interface Dated {
  from?: string;
  to?: string | undefined;
  value: Value;
}
const datedValues = (table: Table, attribute: string, kind: string): readonly Dated[] => {
  const value = table[attribute]?.values[kind] ?? [];
  return Array.isArray(value) ? value : [{ value }];
};
const answers = { true: 'yes', false: 'no', depends: 'it depends, and is asked' } as const;
const inWords = ({ from, to, value }: Dated): string =>
  `${answers[`${value}`]}${from === undefined ? '' : ` ${datesInWords({ from, to })}`}`;

const overlaps = ({ from = '', to }: Dated, { effective }: Rule): boolean =>
  (to === undefined || effective.from <= to) &&
  (effective.to === undefined || from <= effective.to);

const holds = ({ leaf, turned }: Read, value: boolean | string): boolean => {
  const truth = compare(takeApart(leaf).operator, leaf.value)(value);
  return (turned ? not(truth) : truth) !== no;
};

/** The leaves that name a kind among the answers that they ask for or leave out. */
const naming = (kind: string, side: Side, { reading }: Ground): Read[] =>
  reading(`${side}.organisation`).filter(({ leaf }) => [leaf.value].flat().includes(kind));

/** The rules whose question of an attribute a kind may answer as they need, at some time at which they are in force. */
const through = (kind: string, side: Side, attribute: string, ground: Ground): Shelved[] => {
  const values = datedValues(ground.organisations, attribute, kind);
  const found = ground
    .reading(`${side}.${attribute}`)
    .filter((read) =>
      values.some(
        (dated) =>
          overlaps(dated, read.shelved.rule) &&
          (dated.value === 'depends' || holds(read, dated.value)),
      ),
    );
  return [...new Set(found.map(({ shelved }) => shelved))];
};

const ruleLine = (shelved: Shelved): string =>
  `${linkToRule(shelved, '../')}: ${kindNames[shelved.rule.event.type]}`;

const namedLine =
  (kind: string) =>
  (read: Read): string => {
    const { name } = read.leaf;
    return `${linkToRule(read.shelved, '../')}, ${name === undefined ? '' : `${text(name)}: `}${holds(read, kind) ? 'asks for it' : '**leaves it out**'}`;
  };

function sideLines(kind: string, side: Side, ground: Ground): string[] {
  const tables = Object.entries(ground.organisations).map(([attribute, { title }]) => ({
    line: text(title),
    below: bulleted(through(kind, side, attribute, ground).map(ruleLine)),
  }));
  const named = bulleted([...new Set(naming(kind, side, ground).map(namedLine(kind)))]);
  const lines = [
    ...section('Rules that name it', named, 3),
    ...section('Through the table', outlined(tables.filter(({ below }) => below.length)), 3),
  ];
  return lines.slice(1);
}

function organisationPage(kind: string, ground: Ground): string {
  const lines = [
    `# ${text(capital(phrase(kind)))}`,
    '',
    `What the rules read of this kind of organisation: worked out from their conditions and from the dated ${link('table of organisations', './index.md')}.`,
    'A rule that stands here asks for other things too. The pages of conclusions say which rules read them in turn.',
    ...section(
      'In the table',
      bulleted(
        Object.entries(ground.organisations).map(
          ([attribute, { title }]) =>
            `**${text(title)}**: ${datedValues(ground.organisations, attribute, kind).map(inWords).join('; ')}`,
        ),
      ),
    ),
    ...Object.entries(sides).flatMap(([side, heading]) =>
      section(heading, sideLines(kind, side as Side, ground)),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** What the facts that the kind of organisation settles together with other answers are read by. */
const workedOut = (ground: Ground): string[] =>
  outlined(
    facts
      .filter(
        ({ id, asks = [] }) =>
          asks.length > 1 &&
          asks.some((one) => one.endsWith('.organisation')) &&
          !id.endsWith('.organisation'),
      )
      .map(({ id }) => ({
        line: text(factInWords(id)),
        below: bulleted(
          [...new Set(ground.reading(id).map(({ shelved }) => shelved))].map(ruleLine),
        ),
      }))
      .filter(({ below }) => below.length),
  );

function listPage(ground: Ground): string {
  const count = (kind: string): number =>
    new Set(
      (Object.keys(sides) as Side[]).flatMap((side) => [
        ...naming(kind, side, ground).map(({ shelved }) => shelved.rule.id),
        ...Object.keys(ground.organisations).flatMap((attribute) =>
          through(kind, side, attribute, ground).map(({ rule }) => rule.id),
        ),
      ]),
    ).size;
  const lines = [
    '# Rules by organisation',
    '',
    'Which rules read what kind of organisation shares or receives: by naming it, or through a dated table that says what follows in',
    'law from being of a kind. A rule that reads neither bears on every organisation alike, and stands under none.',
    ...section(
      'Kinds of organisation',
      bulleted(
        organisations.map(
          (kind) => `${link(capital(phrase(kind)), `./${kind}.md`)}: ${count(kind)} rules`,
        ),
      ),
    ),
    ...section(
      'The table of organisations',
      Object.entries(ground.organisations)
        .flatMap(([attribute, { title, references, note }]) => {
          const said = (wanted: Value): string[] =>
            organisations
              .filter((kind) =>
                datedValues(ground.organisations, attribute, kind).some(
                  ({ to, value }) => to === undefined && value === wanted,
                ),
              )
              .map((kind) => link(phrase(kind), `./${kind}.md`));
          const [yes, depends] = [said(true), said('depends')];
          return section(
            text(title),
            [
              ...(note === undefined ? [] : [text(note), '']),
              ...bulleted([
                `**Rests on**: ${references
                  .map(({ source, at }) => {
                    const known = ground.sources.get(source);
                    return `${known ? link(sourceName(known), `../${sourcePath(source)}`) : text(source)}, ${text(at)}`;
                  })
                  .join('; ')}`,
                ...(yes.length ? [`**Yes, today**: ${yes.join(', ')}`] : []),
                ...(depends.length ? [`**It depends, and is asked**: ${depends.join(', ')}`] : []),
              ]),
            ],
            3,
          );
        })
        .slice(1),
    ),
    ...section('Read together with other answers', workedOut(ground)),
  ];
  return `${lines.join('\n')}\n`;
}

/** The list of kinds of organisation, and a page for each, by path from the folder of the pages. */
export const organisationPages = (library: Library): Record<string, string> => {
  const ground = groundOf(library);
  return {
    'organisations/index.md': listPage(ground),
    ...Object.fromEntries(
      organisations.map((kind) => [`organisations/${kind}.md`, organisationPage(kind, ground)]),
    ),
  };
};
