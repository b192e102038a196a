import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/*
 * Every guide in docs/ is followed as written, in a folder of its own where the package is installed as built:
 * - a block ```json NAME or ```ts NAME is saved under its name, and a ```ts one is run;
 * - a block ```sh is run, and the block ```text after either is what it prints, on both streams
 *   (`…` stands for anything); ```text exit N where it ends with that exit code, and not with 0.
 */
const root = join(import.meta.dirname, '..');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

interface Block {
  language: string;
  info: string;
  text: string;
}

const blocksOf = (markdown: string): Block[] =>
  [...markdown.matchAll(/^```(\w*) ?(.*)\n([^]*?)^```$/gm)].map(
    ([, language = '', info = '', text = '']) => ({ language, info, text }),
  );

/** A folder in which the package is installed, as a reader of the guide would have it. */
function installed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lawful-sharing-guide-'));
  folders.push(folder);
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  symlinkSync(root, join(modules, 'lawful-sharing'));
  symlinkSync(join(root, 'node_modules', 'fast-check'), join(modules, 'fast-check'));
  symlinkSync('../lawful-sharing/dist/cli/index.js', join(modules, '.bin', 'lawful-sharing'));
  symlinkSync(join(root, 'node_modules', '.bin', 'tsx'), join(modules, '.bin', 'tsx'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  return folder;
}

/** What a command prints on both streams, without the progress lines of a terminal, and how it ends. */
const ran = (command: string, cwd: string): Promise<{ printed: string; exit: number }> =>
  new Promise((resolve) => {
    const child = execFile('bash', ['-c', command], { cwd }, (_, out, err) => {
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

const guides = readdirSync(join(root, 'docs')).filter((file) => {
  return (
    file.endsWith('.md') && /^```(sh|ts)/m.test(readFileSync(join(root, 'docs', file), 'utf8'))
  );
});

test('there are guides', () => {
  expect(guides).toContain('writing-a-pack.md');
});

test.each(guides)('%s does what it says', { timeout: 240_000 }, async (guide) => {
  const folder = installed();
  const blocks = blocksOf(readFileSync(join(root, 'docs', guide), 'utf8'));
  for (const [index, { language, info, text }] of blocks.entries()) {
    if (info && ['json', 'ts'].includes(language)) writeFileSync(join(folder, info), text);
    const command = { sh: text, ts: `npx tsx ${info}` }[language];
    if (command === undefined) continue;
    const { printed, exit } = await ran(command, folder);
    const told = blocks[index + 1];
    const [, code = '0'] = /^exit (\d)$/.exec(told?.info ?? '') ?? [];
    expect({ command, exit, printed }).toMatchObject({ exit: Number(code) });
    if (told?.language !== 'text') continue;
    expect(printed).toMatch(pattern(told.text.trimEnd()));
  }
});
