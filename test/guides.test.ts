import { execFile, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { safeDecide } from '../src/index.ts';

/*
 * The README, and every page of docs/ but those that are generated, is followed as written, in a folder of its own where
 * the package is installed as built and the examples and scripts of a clone are at hand. What becomes of a block of code:
 * - ```sh is run;
 * - ```LANGUAGE NAME is saved under its name, and run where `runners` says how;
 * - ```text after a block that was run is what it prints, on both streams (`…` stands for anything); ```text exit N where
 *   it ends with that exit code, and not with 0;
 * - ```LANGUAGE examples/… shows a file of the repository, and is that file to the letter; `npm run examples` runs it;
 * - ```json without a name is a request, which the library has to take;
 * - anything else fails, unless `notRun` lists it with the reason.
 */
const root = join(import.meta.dirname, '..');

/** How a saved file is run, by language; a language that is missing here is only saved. */
const runners: Readonly<Record<string, (file: string) => string>> = {
  sh: (text) => text,
  ts: (file) => `npx tsx ${file}`,
  js: (file) => `node ${file}`,
  python: (file) => `python3 ${file}`,
  java: (file) => `java ${file}`,
};
/** What a machine may lack, and from which version on it will do: its blocks are then reported as not run. */
const needed: Readonly<Record<string, [command: string, atLeast: number]>> = {
  python: ['python3', 3],
  java: ['javac', 17],
};
const lacking = Object.keys(needed).filter((language) => {
  const [command = '', atLeast = 0] = needed[language] ?? [];
  const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return status !== 0 || Number(/\d+/.exec(stdout)?.[0]) < atLeast;
});
const saved = ['json', 'ndjson', 'html', ...Object.keys(runners)];

/** Blocks that no test runs, by page and first line, each with the reason. */
const notRun: Readonly<Record<string, string>> = {
  'README.md: npm ci && npm run decide':
    'installs every dependency and runs every test, this one among them; .ci/run does both',
  'docs/guides/quick-start.md: npm install lawful-sharing':
    'not published yet; `npm run examples` installs the packed package',
  'docs/guides/other-languages.md: using System.Net.Http.Json;':
    'there is no .NET where the tests run, and the page says so',
  'docs/guides/changing-the-law.md: npm test                        # cases, scenarios, lints: which outcomes moved':
    'runs every test, this one among them; .ci/run runs each of these commands',
};

interface Block {
  language: string;
  info: string;
  text: string;
}

const read = (page: string): string => readFileSync(join(root, page), 'utf8');
const blocksOf = (markdown: string): Block[] =>
  [...markdown.matchAll(/^```(\w*) ?(.*)\n([^]*?)^```$/gm)].map(
    ([, language = '', info = '', text = '']) => ({ language, info, text }),
  );
const keyOf = (page: string, { text }: Block): string => `${page}: ${text.split('\n')[0] ?? ''}`;
const isName = (info: string): boolean => /^[\w-]+\.\w+$/.test(info);

type Use = 'run' | 'saved' | 'expected' | 'shown' | 'request' | 'listed' | 'unaccounted';

/** What becomes of a block. */
function useOf(page: string, block: Block, before: Use | undefined): Use {
  const { language, info } = block;
  if (keyOf(page, block) in notRun) return 'listed';
  if (info.startsWith('examples/')) return 'shown';
  if (language === 'sh' && !info) return 'run';
  if (language === 'text' && (!info || /^exit \d$/.test(info)))
    return before === 'run' ? 'expected' : 'unaccounted';
  if (language === 'json' && !info) return 'request';
  if (!isName(info) || !saved.includes(language)) return 'unaccounted';
  return language in runners ? 'run' : 'saved';
}
const usesOf = (page: string): { block: Block; use: Use }[] => {
  let before: Use | undefined;
  return blocksOf(read(page)).map((block) => {
    before = useOf(page, block, before);
    return { block, use: before };
  });
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** A folder in which the package is installed, as a reader of the page would have it. */
function installed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lawful-sharing-guide-'));
  folders.push(folder);
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  symlinkSync(root, join(modules, 'lawful-sharing'));
  for (const name of ['fast-check', '@types'])
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  symlinkSync('../lawful-sharing/dist/cli/index.js', join(modules, '.bin', 'lawful-sharing'));
  symlinkSync(join(root, 'node_modules', '.bin', 'tsx'), join(modules, '.bin', 'tsx'));
  // Why: a clone's commands run here too; its `bin` is left out, since npx would install the folder into its cache.
  for (const name of ['dist', 'examples']) symlinkSync(join(root, name), join(folder, name));
  const manifest = { private: true, type: 'module', scripts };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest)}\n`);
  const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.json'));
  const lines = examples.map((name) => JSON.stringify(JSON.parse(read(`examples/${name}`))));
  writeFileSync(join(folder, 'requests.ndjson'), `${lines.join('\n')}\n`);
  return folder;
}

/** What a command prints on both streams, without the progress lines of a terminal, and how it ends. */
const ran = (command: string, cwd: string): Promise<{ printed: string; exit: number }> =>
  new Promise((resolve) => {
    const args = ['-eo', 'pipefail', '-c', command];
    const child = execFile('bash', args, { cwd, maxBuffer: 2 ** 26 }, (_, out, err) => {
      const said = err.replaceAll(/^.*\r.*$\n?/gm, '').replaceAll(/^npm warn.*\n/gm, '');
      resolve({ printed: `${out}${said}`.trimEnd(), exit: child.exitCode ?? -1 });
    });
  });

/** A pattern of what is told: its own words, with anything in the place of each `…`. */
const pattern = (told: string): RegExp =>
  new RegExp(
    `^${told
      .split('…')
      .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('[^]*?')}$`,
  );

const pages = [
  'README.md',
  ...['docs', 'docs/decisions', 'docs/guides'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.md'))
      .map((file) => `${folder}/${file}`),
  ),
].filter((page) => blocksOf(read(page)).length);

test('there are guides', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/guides/writing-a-pack.md']));
});

test.each(pages)('%s has no block that is neither tested nor listed with a reason', (page) => {
  const loose = usesOf(page).filter(({ use }) => use === 'unaccounted');
  expect(loose.map(({ block }) => keyOf(page, block))).toEqual([]);
});

test('every block that is listed as not run is there', () => {
  const listed = pages.flatMap((page) =>
    usesOf(page).flatMap(({ block, use }) => (use === 'listed' ? [keyOf(page, block)] : [])),
  );
  expect(listed.sort()).toEqual(Object.keys(notRun).sort());
});

test.each(['shown', 'request'] as const)('every block that is %s holds', (wanted) => {
  const blocks = pages.flatMap((page) => usesOf(page).map((one) => ({ page, ...one })));
  const found = blocks.filter(({ use }) => use === wanted);
  expect(found.length).toBeGreaterThan(0);
  for (const { page, block } of found) {
    if (wanted === 'shown') expect(block.text, `${page}: ${block.info}`).toBe(read(block.info));
    else expect(safeDecide(JSON.parse(block.text)).success, keyOf(page, block)).toBe(true);
  }
});

test.each(pages)('%s does what it says', { timeout: 240_000 }, async (page) => {
  const folder = installed();
  const uses = usesOf(page);
  for (const [index, { block, use }] of uses.entries()) {
    const { language, info, text } = block;
    if ((use === 'saved' || use === 'run') && info) writeFileSync(join(folder, info), text);
    if (use !== 'run' || lacking.includes(language)) continue;
    const command = runners[language]?.(language === 'sh' ? text : info) ?? '';
    const { printed, exit } = await ran(command, folder);
    const told = uses[index + 1];
    const expected = told?.use === 'expected' ? told.block : undefined;
    const [, code = '0'] = /^exit (\d)$/.exec(expected?.info ?? '') ?? [];
    expect({ command, exit, printed }).toMatchObject({ exit: Number(code) });
    if (expected) expect(printed).toMatch(pattern(expected.text.trimEnd()));
  }
});

test.for(Object.keys(needed))('%s is here, so that its blocks were run', (language, { skip }) => {
  const used = pages.some((page) => usesOf(page).some(({ block }) => block.language === language));
  expect(used).toBe(true);
  skip(lacking.includes(language), `${language} is not on this machine: its blocks were NOT run`);
});

test('the programs of the pages are of the right types', { timeout: 240_000 }, async () => {
  const folder = installed();
  const files = pages.flatMap((page) =>
    usesOf(page).flatMap(({ block: { language, info, text }, use }) => {
      if (language !== 'ts' || use !== 'run') return [];
      const file = join(page.replace('.md', ''), info);
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), text);
      return [file];
    }),
  );
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const { printed, exit } = await ran(`node ${join(root, 'node_modules/.bin/tsc')} -p .`, folder);
  expect({ printed, exit }).toEqual({ printed: '', exit: 0 });
});

const guides = readdirSync(join(root, 'docs/guides')).map((file) => `docs/guides/${file}`);

test('every guide is in the index', () => {
  const index = read('docs/guides/index.md');
  const missing = guides.filter((page) => !index.includes(`(${basename(page)})`));
  expect(missing).toEqual(['docs/guides/index.md']);
});

test.each(['README.md', ...guides])('every link of %s leads to a file', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#\s]+)/g)].flatMap(([, link = '']) => link);
  const local = links.filter((link) => !/^https?:/.test(link));
  expect(local.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
});

/** The properties, by the names that `npm run test:properties` knows them by. */
const properties = new Set(
  readdirSync(join(root, 'test/properties')).flatMap((file) =>
    [...read(`test/properties/${file}`).matchAll(/name: '([\w-]+)'/g)].map(([, name]) => name),
  ),
);

test.each(guides)('every test that %s names is there', (page) => {
  const text = read(page).replaceAll(/\s+/g, ' ');
  const missing: string[] = [];
  for (const [, file = '', titles = ''] of text.matchAll(
    /`(test\/[\w./-]+\.ts)`((?:(?::|, | and )? ?"[^"]+")*)/g,
  )) {
    const code = existsSync(join(root, file)) ? read(file) : undefined;
    if (code === undefined) missing.push(file);
    for (const [, title = ''] of titles.matchAll(/"([^"]+)"/g))
      if (code?.includes(title) !== true) missing.push(`${file}: ${title}`);
  }
  for (const [, names = ''] of text.matchAll(/propert(?:y|ies) ((?:`[\w-]+`(?:, )?)+)/gi))
    for (const [, name = ''] of names.matchAll(/`([\w-]+)`/g))
      if (!properties.has(name)) missing.push(`property ${name}`);
  expect(missing).toEqual([]);
});
