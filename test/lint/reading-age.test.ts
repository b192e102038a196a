import retextReadability from 'retext-readability';
import { describe, expect, test } from 'vitest';
import { hardToRead } from './exceptions.ts';
import { plainly, terms } from './terms.ts';
import { adviceOn, saidTexts, summaries } from './texts.ts';

/**
 * A text is too hard where five of the seven measures of reading put a sentence of it above the age, each term of the
 * field having been counted as one plain word. At sixteen most people can read it at speed; a summary is read at leisure.
 * Shorter sentences are not measured: one long word is most of them.
 */
const measure = { threshold: 5 / 7, minWords: 8 };
const ages = [
  { what: 'what a practitioner is told', texts: saidTexts, age: 16 },
  { what: 'the summary of a rule', texts: summaries, age: 18 },
];
const isHard = (text: string, age: number): boolean =>
  adviceOn(plainly(text), retextReadability, { ...measure, age }).length > 0;

describe.each(ages)('$what', ({ texts, age }) => {
  const hard = Object.entries(texts).flatMap(([id, text]) => (isHard(text, age) ? [id] : []));

  test('can be read by whoever has to act on it', () => {
    expect(
      hard
        .filter((id) => hardToRead[id] === undefined)
        .map((id) => `${id}: harder than a reader of ${age} reads; use shorter words or sentences`),
    ).toEqual([]);
  });

  test('has no exception that is not needed', () => {
    const idle = Object.keys(hardToRead).filter(
      (id) => Object.hasOwn(texts, id) && !hard.includes(id),
    );
    expect(idle, 'take these out of hardToRead in exceptions.ts').toEqual([]);
  });
});

test('every exception is of a text that there is, and every term is of some text', () => {
  const all = { ...saidTexts, ...summaries };
  expect(Object.keys(hardToRead).filter((id) => !Object.hasOwn(all, id))).toEqual([]);
  const unused = terms.filter(
    (term) => !Object.values(all).some((text) => new RegExp(`\\b(?:${term})\\b`, 'i').test(text)),
  );
  expect(unused, 'take these out of terms in terms.ts').toEqual([]);
});

test('a hard sentence is noticed', () => {
  const hard =
    'Notwithstanding organisational considerations, several representatives immediately institutionalise administrative accountability.';
  expect(isHard(hard, 16)).toBe(true);
  expect(isHard('You may share it with the police, since a child could come to harm.', 16)).toBe(
    false,
  );
});
