import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decide, rules } from '../../src/index.ts';
import { published } from './published.ts';

const page = readFileSync(
  join(import.meta.dirname, '..', '..', 'docs', 'published-cases.md'),
  'utf8',
);
const entry =
  /^- \*\*(?<id>[A-Z]{3}-\d{2}(?:-[a-z]+)?)\*\* (?<gist>.+)\n {2}Published: `(?<word>[a-z-]+)`\. We say: `(?<outcome>[a-z-]+)`, `(?<strength>[a-z]+)`\. (?<verdict>.+)\n(?: {2}See also (?<also>.+)\.\n)?/gm;

interface Entry {
  id: string;
  word: string;
  outcome: string;
  strength: string;
  verdict: string;
  also?: string;
}
const entries = [...page.matchAll(entry)].map(({ groups }) => groups as unknown as Entry);
const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word as string);

/** What each published word comes to, where the request holds nothing more than the case. */
const same: Readonly<Record<string, RegExp>> = {
  share: /^share \w+$/,
  'must-share': /^share must$/,
  'share-partly': /^share-in-part \w+$/,
  'do-not-share': /^do-not-share \w+$/,
  'seek-advice': /^seek-advice \w+$/,
};

describe('the page of published cases', () => {
  test('names every case that is tested, once, and none that is not', () => {
    expect(entries.map(({ id }) => id).sort()).toEqual(published.map((one) => one.case).sort());
    expect(page.match(/^- /gm)).toHaveLength(entries.length);
  });

  test('misses no case that a test of the scenarios names', () => {
    const tests = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts'));
    const named = tests.flatMap((file) =>
      [
        ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(
          /\b(?:GUI|ICO|ENF|LGO|CRT|GMC|MDU|MDS|DDU|PRS|SCH|DVA|FGM|SVD|PHA|SCR|STA)-\d{2}\b/g,
        ),
      ].map(([id]) => id),
    );
    const listed = new Set(entries.map(({ id }) => id));
    expect([...new Set(named)].filter((id) => !listed.has(id))).toEqual([]);
  });

  test.each(entries.map((one) => [one.id, one] as const))(
    '%s: says what is decided, and names rules and tests that exist',
    (id, { word, outcome, strength, verdict, also }) => {
      const request = published.find((one) => one.case === id)?.request;
      expect(request).toBeDefined();
      if (request) expect(decide(request)).toMatchObject({ outcome, strength });

      expect(Object.keys(same)).toContain(word);
      expect(verdict).toMatch(/^(?:Agree|Differ)\b/);
      const alike = same[word]?.test(`${outcome} ${strength}`);
      // An outcome in other words, or a difference, is explained by the rules that decide it.
      if (!alike || verdict.startsWith('Differ')) expect(quoted(verdict)).not.toEqual([]);

      const known = new Set([
        ...rules.map((rule) => rule.id),
        ...Object.keys(same),
        'should',
        'must',
      ]);
      expect(quoted(verdict).filter((name) => !known.has(name))).toEqual([]);
      for (const name of quoted(also ?? '')) {
        const file = join(import.meta.dirname, `${name}.test.ts`);
        expect(existsSync(file), name).toBe(true);
        expect(readFileSync(file, 'utf8'), name).toContain(id);
      }
    },
  );
});
