import { dateInWords, kindNames, stateOfLaw } from '../../src/cli/words.ts';
import { bulleted, link, outlined, section } from '../markdown.ts';
import type { Shelved } from '../rulebase.ts';
import type { Library } from './library.ts';
import { pageOf } from './library.ts';
import { packPage } from './packs.ts';
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

/** The list of all rules by question, with links to the other ways in. */
export function indexPage({ shelf, packs }: Library): string {
  const questions = [...new Set(shelf.map(({ question }) => question))].sort(byQuestion);
  const lines = [
    ...introduction,
    ...section('How findings become an outcome', [
      '![Bars, duties and needs settle whether each piece goes; the verdicts on the pieces settle the outcome and how strongly it holds; what to do and whom to tell follow.](../pictures/findings-to-outcome.svg)',
    ]),
    ...section('Ways in', [
      ...bulleted([
        'By question: below.',
        `${link('By source', './sources/index.md')}: each Act, code and guidance, with the rules that cite it, provision by provision.`,
        `${link('By organisation', './organisations/index.md')}: the rules that read who shares, or who receives.`,
      ]),
      ...outlined([
        {
          line: 'By pack of local procedures:',
          below: bulleted(packs.map(({ id, title }) => link(title, `./${packPage(id)}`))),
        },
      ]),
    ]),
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
  ];
  return `${lines.join('\n')}\n`;
}
