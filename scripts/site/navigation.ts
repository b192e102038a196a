/** The tree beside every page. */
import type { NavigationElement } from 'typedoc';
import { byQuestion, questionInWords } from '../pages/questions.ts';
import { gather } from '../gather.ts';
import type { Document } from './documents.ts';

const leaf = ({ title, page }: Document, text = title): NavigationElement => ({
  text,
  path: `${page}.html`,
});
const branch = (text: string, children: NavigationElement[]): NavigationElement[] =>
  children.length ? [{ text, children }] : [];
const byTitle = (a: Document, b: Document): number => (a.title < b.title ? -1 : 1);

/** What stands outside guides, rules and decisions, in the order in which it is read. */
const evidence = ['coverage', 'law-over-time', 'published-cases', 'shortest-requests', 'assurance'];

const questionOf = ({ page }: Document): string => page.split('/').slice(1, -1).join('/');

function rulesTree(all: readonly Document[]): NavigationElement[] {
  const own = all.filter(({ page }) => page.startsWith('rules/') && page !== 'rules/index');
  const tree = (folder: string, text: string, first: string): NavigationElement[] => {
    const inside = own.filter(({ page }) => page.startsWith(`rules/${folder}/`));
    const list = inside.filter(({ page }) => page === `rules/${folder}/index`);
    const rest = inside.filter((one) => !list.includes(one)).sort(byTitle);
    return branch(text, [...list.map((one) => leaf(one, first)), ...rest.map((one) => leaf(one))]);
  };
  const folders = [...gather(own, questionOf).keys()].filter(
    (folder) => !['sources', 'organisations'].includes(folder) && !folder.startsWith('packs/'),
  );
  const packs = own.filter(({ page }) => /^rules\/packs\/[^/]+\/index$/.test(page));
  return [
    ...all.filter(({ page }) => page === 'rules/index').map((one) => leaf(one, 'All rules')),
    ...tree('sources', 'By source', 'All sources'),
    ...tree('organisations', 'By organisation', 'All organisations'),
    ...folders
      .sort(byQuestion)
      .flatMap((folder) => tree(folder, questionInWords(folder), 'All of these')),
    ...branch(
      'Local procedures',
      packs.flatMap((pack) => tree(questionOf(pack), pack.title, 'What it is')),
    ),
  ];
}

/** The parts of the site in the order in which a newcomer meets them; what is in no other part stands under the project. */
export function navigation(
  all: readonly Document[],
  api: readonly NavigationElement[],
): NavigationElement[] {
  const inFolder = (folder: string) => all.filter(({ page }) => page.startsWith(`${folder}/`));
  const guides = inFolder('guides');
  const list = guides.filter(({ page }) => page === 'guides/index');
  const decisions = inFolder('decisions');
  const rules = inFolder('rules');
  const known = evidence.flatMap((page) => all.filter((one) => one.page === page));
  const others = all.filter((one) => ![guides, decisions, rules, known].flat().includes(one));
  return [
    ...branch('Guides', [
      ...list.map((one) => leaf(one)),
      ...guides
        .filter((one) => !list.includes(one))
        .sort(byTitle)
        .map((one) => leaf(one)),
    ]),
    ...branch('The rules', rulesTree(all)),
    ...branch(
      'What it rests on',
      known.map((one) => leaf(one)),
    ),
    ...branch('The library, export by export', [...api]),
    ...branch('The project', [
      ...others.sort(byTitle).map((one) => leaf(one)),
      ...branch(
        'Decisions',
        decisions.map((one) => leaf(one)),
      ),
    ]),
  ];
}
