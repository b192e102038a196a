import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wrapped } from '../../scripts/pictures/graph.ts';
import { pictures } from '../../scripts/pictures/index.ts';
import { root } from '../../scripts/rulebase.ts';
import { capital, kindNames, phrase } from '../../src/cli/words.ts';
import { createEngine, rules } from '../../src/index.ts';
import type { SharingRequest } from '../../src/index.ts';
import { outcomes, strengths, tellings, verdicts } from '../../src/model/words.ts';

const request = JSON.parse(
  readFileSync(join(root, 'examples', 'school-injuries.json'), 'utf8'),
) as SharingRequest;
const engine = createEngine();
const decision = engine.decide(request);
const made = pictures(request, engine, rules);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
/** What stands written in a picture, in the order in which it is drawn, but for its name and description. */
const written = (name: string): string =>
  [...(made[`docs/pictures/${name}.svg`] ?? '').matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
    .map(([, line = '']) =>
      line
        .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
        .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? ''),
    )
    .join(' ');

describe('every picture', () => {
  test.each(Object.entries(made))(
    '%s is named, described, and draws on nothing outside',
    (_, svg) => {
      expect(svg).toMatch(
        /^<svg [^>]*role="img" aria-labelledby="title description">\n<title id="title">[^<]+<\/title>\n<desc id="description">[^<]+<\/desc>/,
      );
      expect(svg.match(/(?:https?:)?\/\/[^"\s<]+/g)).toEqual(['http://www.w3.org/2000/svg']);
      expect(svg).not.toMatch(/<script|<image|<use|<a |href=|url\(|@import/);
      expect(svg).toContain('<polygon fill="white"');
      expect(Number(/width="([\d.]+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(800);
    },
  );
});

describe('the picture of how findings become an outcome', () => {
  const words = written('findings-to-outcome');

  test.each(Object.values(kindNames))('has a place for %s', (name) => {
    expect(words).toContain(name);
  });

  test('has every word of verdict, outcome, strength and telling', () => {
    for (const verdict of verdicts) expect(words).toContain(`Piece: ${phrase(verdict)}`);
    for (const outcome of outcomes) expect(words).toContain(capital(phrase(outcome)));
    for (const word of [...strengths, ...tellings]) expect(words).toContain(`• ${phrase(word)}: `);
  });
});

describe('the picture of one decision', () => {
  const words = written('one-decision');

  test('tells what came of it, piece by piece', () => {
    expect(words).toContain(decision.summary);
    for (const { ref, verdict } of decision.items)
      expect(words).toContain(`${capital(ref)}: ${phrase(verdict)}, guidance says so`);
  });

  test('tells what each piece is owed before what permits it, and which law has not begun', () => {
    expect(words).toContain('• Owed: Information sharing duty (announced); Serious harm is shared');
    expect(words.indexOf('Owed:')).toBeLessThan(words.indexOf('Lawful basis:'));
  });

  test('gives every step that applies, and none that may', () => {
    const steps = words.match(/• (?:Must|Should|Could): /g) ?? [];
    expect(steps).toHaveLength(
      decision.obligations.filter(({ status }) => status === 'applies').length,
    );
    expect(words).toContain('• Should: Do not ask for data protection consent.');
  });
});

describe('words in lines', () => {
  test('break between words only', () => {
    expect(wrapped('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapped('unbreakable', 3)).toEqual(['unbreakable']);
  });
});
