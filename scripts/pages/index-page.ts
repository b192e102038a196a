import { dateInWords, kindNames, sourceName, stateOfLaw } from '../../src/cli/words.ts';
import type { Source } from '../../src/model/rule.ts';
import { bulleted, link, section, text } from '../markdown.ts';
import type { Shelved } from '../rulebase.ts';
import { doubts } from './citations.ts';
import type { Library } from './library.ts';
import { pageOf } from './library.ts';
import { byQuestion, questionInWords } from './questions.ts';

const introduction = [
  '# The rules',
  '',
  'One page for each rule, written for a reviewer who knows the law and reads no JSON. The pages are made from the rule files',
  'by `npm run generate`: to change one, change the rule under `src/rules`.',
  '',
  '## How to read a page',
  '',
  ...bulleted([
    'Each limb of a test is a question with the answer that it needs in **bold**. The limbs stand in the order of the provision and carry its numbers.',
    'A question that nobody answered, or that was answered "unsure", is _not known_. It never counts as yes and never as no.',
    'All of some limbs: not met as soon as one is not met. At least one: met as soon as one is met. Otherwise, where one is not known, neither is the whole.',
    'A limb that names another rule links to it, and needs its conclusion: met, or not met. A rule with an exception is met where its test is met and no exception is.',
    'Where nobody has made a demand, a question about the demand does not arise: a limb that needs a certain answer to it is not met.',
    'A rule that is not in force on the date is not met. Outside its nations a permission is at most not known, and any other rule is not met.',
    'A citation says where we have not checked our reading against the text. Every rule says whether anyone who knows the law has reviewed it.',
  ]),
];

const entry = ({ rule, question }: Shelved): string => {
  const state = rule.commencement === 'in-force' ? '' : ` (${stateOfLaw[rule.commencement]})`;
  const past = rule.effective.to === undefined ? '' : ` (until ${dateInWords(rule.effective.to)})`;
  return `${link(rule.title, pageOf(question, rule.id))}: ${kindNames[rule.event.type]}${past}${state}`;
};

const citing = (source: Source, shelf: readonly Shelved[]): string[] => {
  const found = shelf.filter(({ rule }) => rule.references.some((one) => one.source === source.id));
  if (!found.length) return [];
  const doubtful = doubts(source);
  return section(
    text(sourceName(source)),
    [
      `${link('The source', source.url)}${doubtful.length ? `: ${doubtful.join('; ')}` : ''}`,
      ...(source.note === undefined ? [] : ['', text(source.note)]),
      '',
      ...bulleted(
        found.map(({ rule, question }) => {
          const at = rule.references.filter((one) => one.source === source.id);
          return `${link(rule.title, pageOf(question, rule.id))}: ${at.map((one) => text(one.at)).join('; ')}`;
        }),
      ),
    ],
    3,
  );
};

/** The list of all rules, by question and by source. */
export function indexPage({ shelf, sources }: Library): string {
  const questions = [...new Set(shelf.map(({ question }) => question))].sort(byQuestion);
  const lines = [
    ...introduction,
    ...section('By question', [
      `${shelf.length} rules.`,
      ...questions.flatMap((question) =>
        section(
          questionInWords(question),
          bulleted(shelf.filter((one) => one.question === question).map(entry)),
          3,
        ),
      ),
    ]),
    ...section('By source', [
      'Each source with the rules that cite it.',
      ...[...sources.values()].flatMap((source) => citing(source, shelf)),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
