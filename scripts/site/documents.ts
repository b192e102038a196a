/** The Markdown files that the site is made of, and where each stands among the others. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, withForwardSlashes } from '../rulebase.ts';

/** A page of the site that is written in Markdown. */
export interface Document {
  /** Its file, from the root of the project. */
  file: string;
  title: string;
  /** Where its page stands in the site, without the ending. */
  page: string;
  /** The file of the list that it stands under, if there is one. */
  under?: string;
}

const inRoot = (): string[] =>
  readdirSync(root).filter((name) => name.endsWith('.md') && name !== 'README.md');
const inDocs = (): string[] =>
  readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((path) => `docs/${withForwardSlashes(path)}`)
    // What api-extractor writes of each export is no page: the site has its own.
    .filter((path) => /(?<!\.api)\.md$/.test(path) && !path.startsWith('docs/api/'));

/** The title of a page is its first heading, without its marks. */
const titleOf = (file: string): string => {
  const [, title] = /^# (.+)$/m.exec(readFileSync(join(root, file), 'utf8')) ?? [];
  if (title === undefined) throw new Error(`${file}: no title\n  help: begin it with \`# Title\``);
  return title.replace(/\\(.)/g, '$1').replace(/[`*]/g, '');
};

/** The nearest list above a file: the `index.md` of its folder or of one above. */
function listAbove(file: string, files: ReadonlySet<string>): string | undefined {
  let folder = dirname(file);
  while (folder !== '.') {
    const list = `${folder}/index.md`;
    if (list !== file && files.has(list)) return list;
    folder = dirname(folder);
  }
  return undefined;
}

/** Every document of the site, by path, each list before what stands under it. */
export function documents(): Document[] {
  const files = [...inRoot(), ...inDocs()].sort();
  const known = new Set(files);
  return files
    .map((file): Document => {
      const under = listAbove(file, known);
      return {
        file,
        title: titleOf(file),
        page: file.replace(/^docs\//, '').replace(/\.md$/, ''),
        ...(under === undefined ? {} : { under }),
      };
    })
    .sort((a, b) => depth(a) - depth(b) || (a.file < b.file ? -1 : 1));
}
const depth = ({ file }: Document): number =>
  file.split('/').length * 2 - (file.endsWith('/index.md') ? 1 : 0);
