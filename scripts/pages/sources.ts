import { datesInWords, kindNames, nationsInWords, sourceName } from '../../src/cli/words.ts';
import type { Source } from '../../src/model/rule.ts';
import { gather } from '../gather.ts';
import { bulleted, link, outlined, section, text } from '../markdown.ts';
import { doubts, provisionUrl } from './citations.ts';
import type { Library } from './library.ts';
import { linkToRule } from './library.ts';

/** What each kind of source is called, the kinds in the order of the list. */
const kindsOfSource: Readonly<Record<Source['kind'], string>> = {
  act: 'Acts',
  regulations: 'Regulations',
  case: 'Cases',
  'statutory-guidance': 'Statutory guidance',
  guidance: 'Guidance',
  'local-procedure': 'Local procedures',
};
const statesOfSource: Readonly<Record<Source['commencement'], string>> = {
  'in-force': 'in force between its dates',
  announced: 'announced: its start is not confirmed',
  'not-commenced': 'passed, and not in force',
  repealed: 'repealed',
};
const numeric = new Intl.Collator('en', { numeric: true });

/** Where the page of a source stands, from the folder of the pages. */
export const sourcePath = (id: string): string => `sources/${id}.md`;

/** The rules that cite a source, once for each place in it that they cite. */
const citationsOf = ({ id }: Source, { shelf }: Library) =>
  shelf.flatMap((shelved) =>
    shelved.rule.references
      .filter(({ source }) => source === id)
      .map(({ at }) => ({ at, shelved })),
  );

function sourcePage(source: Source, library: Library): string {
  const { sources, organisations } = library;
  const found = citationsOf(source, library);
  const places = [...gather(found, ({ at }) => at)].sort(([a], [b]) => numeric.compare(a, b));
  const linked = (id: string): string => {
    const other = sources.get(id);
    return other ? link(sourceName(other), `./${id}.md`) : text(id);
  };
  const later = [...sources.values()].filter((one) => one.supersedes?.includes(source.id));
  const attributes = Object.values(organisations).filter(({ references }) =>
    references.some((one) => one.source === source.id),
  );
  const lines = [
    `# ${text(sourceName(source))}`,
    '',
    ...bulleted([
      `**The source**: ${link(source.url, source.url)}`,
      ...(source.number === undefined ? [] : [`**Number or edition**: ${text(source.number)}`]),
      `**Published by**: ${text(source.publisher)}`,
      `**When**: ${datesInWords(source)}`,
      `**State**: ${statesOfSource[source.commencement]}`,
      `**Where**: ${nationsInWords(source.extent)}`,
      `**Our reading**: ${source.verified ? 'checked against the text' : '**not checked against the text**'}`,
      ...(source.supersedes ?? []).map((id) => `It takes the place of ${linked(id)}.`),
      ...later.map(({ id }) => `${linked(id)} takes its place.`),
      `All sources: ${link('by source', './index.md')}`,
    ]),
    ...(source.note === undefined ? [] : ['', text(source.note)]),
    ...section('Rules that cite it, by provision', [
      ...(found.length ? [] : ['No rule cites it.']),
      ...outlined(
        places.map(([at, own]) => {
          const url = provisionUrl(source, at);
          return {
            line: url === undefined ? text(at) : link(at, url),
            below: bulleted(
              own.map(
                ({ shelved }) =>
                  `${linkToRule(shelved, '../')}: ${kindNames[shelved.rule.event.type]}`,
              ),
            ),
          };
        }),
      ),
    ]),
    ...section('What the table of organisations rests on it for', [
      ...bulleted(attributes.map(({ title }) => text(title))),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function listPage(library: Library): string {
  const all = [...library.sources.values()];
  const unverified = all.filter(({ verified }) => !verified).length;
  const entry = (source: Source): string => {
    const rules = new Set(citationsOf(source, library).map(({ shelved }) => shelved.rule.id)).size;
    const doubtful = doubts(source);
    return `${link(sourceName(source), `./${source.id}.md`)}, ${datesInWords(source)}: ${rules} ${rules === 1 ? 'rule' : 'rules'}${doubtful.length ? ` (${doubtful.join('; ')})` : ''}`;
  };
  const lines = [
    '# Rules by source',
    '',
    `Each source that the rules cite, with its dates and how many rules cite it. ${all.length} sources; of ${unverified} we have not`,
    'checked our reading against the text, and they are marked. The page of a source lists the rules provision by provision.',
    ...Object.entries(kindsOfSource).flatMap(([kind, heading]) =>
      section(
        heading,
        bulleted(
          all
            .filter((source) => source.kind === kind)
            .sort((a, b) => numeric.compare(sourceName(a), sourceName(b)))
            .map(entry),
        ),
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** The list of sources, and a page for each, by path from the folder of the pages. */
export const sourcePages = (library: Library): Record<string, string> => ({
  'sources/index.md': listPage(library),
  ...Object.fromEntries(
    [...library.sources.values()].map((source) => [
      sourcePath(source.id),
      sourcePage(source, library),
    ]),
  ),
});
