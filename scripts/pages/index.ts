/** The pages of the rules in Markdown, for reviewers. */
import { readdirSync, existsSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import type { Source } from '../../src/model/rule.ts';
import type { Shelved } from '../rulebase.ts';
import { indexPage } from './index-page.ts';
import { libraryOf, pageOf } from './library.ts';
import { rulePage } from './rule.ts';

/** Where the pages stand, from the root of the project. */
const pagesFolder = 'docs/rules';

/** The text of every page by its path from the root of the project. */
export function pages(
  shelf: readonly Shelved[],
  sources: readonly Source[],
  ledger: ReadonlyMap<string, string>,
): Record<string, string> {
  const library = libraryOf(shelf, sources, ledger);
  return Object.fromEntries([
    [`${pagesFolder}/index.md`, indexPage(library)],
    ...shelf.map(
      (one) =>
        [`${pagesFolder}/${pageOf(one.question, one.rule.id)}`, rulePage(one, library)] as const,
    ),
  ]);
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
