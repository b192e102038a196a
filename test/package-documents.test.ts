import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readRules } from '../scripts/rulebase.ts';
import { decide } from '../src/index.ts';
import { words } from '../src/model/index.ts';
import type { Pack } from '../src/model/index.ts';

/* What the documents at the root, and those of a release, say of the package. */
const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  name: string;
  version: string;
  license: string;
  scripts: Record<string, string>;
  exports: Record<string, unknown>;
  files: string[];
};
const reports = readdirSync(join(root, 'docs/report')).filter((file) => file.endsWith('.api.md'));
const documents = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  'llms.txt',
  'docs/versioning.md',
  'docs/report/README.md',
];
/** The text below a heading, up to the next of any level. */
const section = (file: string, heading: string): string => {
  const [, text] = read(file).split(new RegExp(`^#+ ${heading}$`, 'm'));
  expect(text, `${file} has no heading "${heading}"`).toBeDefined();
  return (text ?? '').split(/^#+ /m)[0] ?? '';
};
const inBackticks = (text: string): string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

test.each(documents)('%s links to what is there', (file) => {
  const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to = '']) => to);
  expect(links.filter((to) => !existsSync(join(root, dirname(file), to)))).toEqual([]);
});

test.each(documents)('%s names only commands that there are', (file) => {
  const commands = [...read(file).matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)];
  expect(commands.map(([, name = '']) => name).filter((name) => !manifest.scripts[name])).toEqual(
    [],
  );
});

test('what is said to be in the package is shipped', () => {
  const links = [...section('llms.txt', 'In the package').matchAll(/\]\(([^)]+)\)/g)];
  const always = ['README.md', 'package.json', 'LICENSE'];
  expect(links.length).toBeGreaterThan(0);
  expect(
    links
      .map(([, to = '']) => to)
      .filter(
        (to) =>
          ![...always, ...manifest.files].some((kept) => to === kept || to.startsWith(`${kept}/`)),
      ),
  ).toEqual([]);
});

/** What an entry point, or the command line, offers by name. Of code, types included, by its API report. */
function offered(entry: string): readonly (string | undefined)[] {
  if (entry === `npx ${manifest.name}`)
    return [...read('src/cli/usage.ts').matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name);
  const path = entry.replace(`${manifest.name}/`, '');
  if (/^(schemas|vectors)\//.test(path)) return readdirSync(join(root, dirname(path)));
  const report = read(`docs/report/${path.replace('*', 'somerset').replace('/', '-')}.api.md`);
  return [...report.matchAll(/^(?:export \w+|declare namespace) (\w+)/gm)].map(([, name]) => name);
}

test('llms.txt names every entry point, and of each only what is there', () => {
  const lines = section('llms.txt', 'Entry points').trim().split('\n').map(inBackticks);
  const entries = Object.keys(manifest.exports)
    .filter((entry) => entry !== './package.json')
    .map((entry) => entry.replace('.', manifest.name));
  expect(lines.map(([entry]) => entry)).toEqual(expect.arrayContaining(entries));
  expect(
    lines.flatMap(([entry = '', ...names]) => {
      const there = offered(entry);
      return names.filter((name) => !there.includes(name)).map((name) => `${entry}: ${name}`);
    }),
  ).toEqual([]);
});

test('every entry point has an API report, and its page names each', () => {
  const page = inBackticks(read('docs/report/README.md'));
  expect(reports.filter((report) => !page.includes(report))).toEqual([]);
  const entries = Object.keys(manifest.exports).filter(
    (entry) => !/package\.json|schemas|vectors/.test(entry),
  );
  expect(reports).toHaveLength(entries.length);
});

test('NOTICE names every publisher of a source or of a pack, once', () => {
  const named = [...read('NOTICE').matchAll(/^- (.+)$/gm)].map(([, name = '']) => name);
  const packs = readdirSync(join(root, 'src/rules/packs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'pack.json')
    .map((file) => JSON.parse(read(join('src/rules/packs', file))) as Pack);
  const publishers = new Set(
    [...readRules().sources, ...packs, ...packs.flatMap(({ sources }) => sources)].flatMap(
      ({ publisher }) => publisher.split('; '),
    ),
  );
  expect(named.toSorted()).toEqual([...publishers].sort());
});

test('NOTICE carries the statement that the Open Government Licence asks for', () => {
  const text = read('NOTICE').replaceAll(/\s+/g, ' ');
  expect(text).toContain(
    'Contains public sector information licensed under the Open Government Licence v3.0',
  );
  expect(text).toContain(
    'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  );
});

/** The keys of the Citation File Format 1.2.0 that a file of this kind may have at its top. */
const citationKeys = [
  ...['abstract', 'authors', 'cff-version', 'commit', 'contact', 'date-released', 'doi'],
  ...['identifiers', 'keywords', 'license', 'license-url', 'message', 'preferred-citation'],
  ...['references', 'repository', 'repository-artifact', 'repository-code', 'title', 'type'],
  ...['url', 'version'],
];

test('CITATION.cff is of this version, and has the keys of its format', () => {
  const text = read('CITATION.cff');
  const top = new Map(
    [...text.matchAll(/^([a-z-]+): *(.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
  );
  expect([...top.keys()].filter((key) => !citationKeys.includes(key))).toEqual([]);
  expect(top.get('cff-version')).toBe('1.2.0');
  expect(top.get('message')).toMatch(/\w/);
  expect(top.get('title')).toBe(manifest.name);
  expect(top.get('version')).toBe(manifest.version);
  expect(top.get('license')).toBe(manifest.license);
  expect(text).toContain('authors:\n  - name: lawful-sharing contributors\n');
});

test('CHANGELOG has an entry for this version, with what changed in law', () => {
  const [, entry = ''] = read('CHANGELOG.md').split(`\n## ${manifest.version} `);
  expect(entry.split(/^## /m)[0]).toMatch(/^### Law\n\n- /m);
});

test('the lists of words that versioning promises to keep closed are lists of the model', () => {
  const names = inBackticks(section('docs/versioning.md', 'Words that you switch over'));
  const lists = names.filter((name) => /^[a-z]+([A-Z][a-z]+)*s$/.test(name) && name !== 'words');
  expect(lists.length).toBeGreaterThan(15);
  expect(lists.filter((name) => !(name in words))).toEqual([]);
});

test('versioning gives the version of the shape that decisions carry', () => {
  const { schemaVersion } = decide({ on: '2026-11-21', mode: 'proactive' }).provenance;
  expect(read('docs/versioning.md')).toContain(`It is \`"${schemaVersion}"\``);
});
