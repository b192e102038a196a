import { kinds } from '../../src/engine/kinds.ts';
import {
  capital,
  datesInWords,
  factInWords,
  kindNames,
  phrase,
  sourceName,
} from '../../src/cli/words.ts';
import type { RuleKind } from '../../src/model/rule.ts';
import { gather } from '../gather.ts';
import { bulleted, code, link, outlined, section, text } from '../markdown.ts';
import type { PackFrame, Shelved } from '../rulebase.ts';
import { doubts } from './citations.ts';
import type { Library } from './library.ts';
import { linkToRule } from './library.ts';
import { sourcePath } from './sources.ts';

/** Where the page of a pack stands, from the folder of the pages. */
export const packPage = (id: string): string => `packs/${id}/index.md`;

const mayHold = Object.entries(kinds)
  .filter(([, { local }]) => local)
  .map(([kind]) => kindNames[kind as RuleKind]);

const mayNot = [
  'It never lets a piece go that the national rules hold back.',
  'It never holds a piece back at significant harm or above.',
  'It never takes away what the law says must be done.',
  'It changes no date, definition or text of the national rules, and has no facts of its own.',
];

const termLines = ({ terms = {} }: PackFrame): string[] =>
  outlined(
    Object.entries(terms).map(([fact, names]) => ({
      line: factInWords(fact),
      below: bulleted(
        Object.entries(names as Record<string, string>).map(
          ([answer, term]) => `${text(phrase(answer))}: **${text(term)}**`,
        ),
      ),
    })),
  );

const sourceLines = (own: readonly Shelved[], { sources }: Library): string[] => {
  const cited = new Set(own.flatMap(({ rule }) => rule.references.map(({ source }) => source)));
  return bulleted(
    [...sources.values()]
      .filter(({ id }) => cited.has(id))
      .map((source) => {
        const doubtful = doubts(source);
        return `${link(sourceName(source), `../../${sourcePath(source.id)}`)}${doubtful.length ? ` (${doubtful.join('; ')})` : ''}`;
      }),
  );
};

function page(pack: PackFrame, library: Library): string {
  const { id, title, publisher, place, version, effective, contacts = {} } = pack;
  const own = library.shelf.filter(({ question }) => question === `packs/${id}`);
  const lines = [
    `# ${text(title)}`,
    '',
    place === undefined
      ? `What ${text(publisher)} asked for in its day, beside the law of the land.`
      : `What ${text(publisher)} asks for in ${text(place)}, beside the law of the land.`,
    '',
    ...bulleted([
      `**Pack**: ${code(id)}, version ${text(version)}`,
      `**Whose procedures**: ${text(publisher)}`,
      ...(place === undefined ? [] : [`**Where**: ${text(place)}`]),
      `**When**: ${datesInWords(effective)}; a decision of another date is made without it`,
      `**Used with**: ${code(`--pack ${id}`)} on the command line, or ${code(`lawful-sharing/packs/${id}`)} in a program`,
      `**Rules**: ${own.length}, among ${link('all rules', '../../index.md')}`,
    ]),
    ...section('What it may do', [
      'A pack of local procedures may hold, and nothing else:',
      '',
      ...bulleted(mayHold),
    ]),
    ...section('What it may not do', bulleted(mayNot)),
    ...section(
      'Its rules',
      [...gather(own, ({ rule }) => rule.event.type)]
        .flatMap(([kind, rules]) =>
          section(
            capital(kindNames[kind as RuleKind]),
            bulleted(rules.map((one) => `${linkToRule(one, '../../')}: ${text(one.rule.summary)}`)),
            3,
          ),
        )
        .slice(1),
    ),
    ...section('What it calls our words', termLines(pack)),
    ...section(
      'Whom it sends you to',
      bulleted(
        Object.entries(contacts).map(([who, how]) => `**${capital(phrase(who))}**: ${text(how)}`),
      ),
    ),
    ...section('What it rests on', sourceLines(own, library)),
  ];
  return `${lines.join('\n')}\n`;
}

/** A page for each pack of local procedures, by path from the folder of the pages. */
export const packPages = (library: Library): Record<string, string> =>
  Object.fromEntries(library.packs.map((pack) => [packPage(pack.id), page(pack, library)]));
