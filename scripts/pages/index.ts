/** The pages of the rules in Markdown, for reviewers. */
import { readdirSync, existsSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import type { RuleBase } from '../rulebase.ts';
import { indexPage } from './index-page.ts';
import { libraryOf, pageOf } from './library.ts';
import { organisationPages } from './organisations.ts';
import { packPages } from './packs.ts';
import { rulePage } from './rule.ts';
import { sourcePages } from './sources.ts';

/** Where the pages stand, from the root of the project. */
const pagesFolder = 'docs/rules';

/** The text of every page by its path from the root of the project. */
export function pages(base: RuleBase, ledger: ReadonlyMap<string, string>): Record<string, string> {
  const library = libraryOf(base, ledger);
  const own = {
    'index.md': indexPage(library),
    ...sourcePages(library),
    ...organisationPages(library),
    ...packPages(library),
    ...Object.fromEntries(
      base.shelf.map((one) => [pageOf(one.question, one.rule.id), rulePage(one, library)]),
    ),
  };
  return Object.fromEntries(
    Object.entries(own).map(([path, text]) => [`${pagesFolder}/${path}`, text]),
  );
}

/** The files among the pages, from the root of a project, that no rule has any longer. */
export function strayPages(root: string, expected: Readonly<Record<string, string>>): string[] {
  const folder = join(root, pagesFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(root.length + 1))
    .map((path) => path.split(sep).join(posix.sep))
    .filter((path) => !Object.hasOwn(expected, path))
    .sort();
}
