import { describe, expect, test } from 'vitest';
import { longSentences } from './exceptions.ts';
import { longestSentence, saidTexts, summaries } from './texts.ts';

/** How many words a sentence may have: of what a practitioner is told, and of the page of a rule. */
const limits = [
  { what: 'what a practitioner is told', texts: saidTexts, limit: 25 },
  { what: 'the summary of a rule', texts: summaries, limit: 35 },
];

describe.each(limits)('in $what', ({ texts, limit }) => {
  const long = Object.entries(texts).flatMap(([id, text]) => {
    const words = longestSentence(text);
    return words > limit ? [{ id, words }] : [];
  });

  test('no sentence has more words than a reader takes in at once', () => {
    expect(
      long
        .filter(({ id }) => longSentences[id] === undefined)
        .map(
          ({ id, words }) =>
            `${id}: a sentence of ${words} words where ${limit} are the most; end it sooner, and begin another`,
        ),
    ).toEqual([]);
  });

  test('no exception stands that is not needed', () => {
    const idle = Object.keys(longSentences).filter(
      (id) => Object.hasOwn(texts, id) && !long.some((one) => one.id === id),
    );
    expect(idle, 'take these out of longSentences in exceptions.ts').toEqual([]);
  });
});

test('every exception is of a text that there is', () => {
  const known = { ...saidTexts, ...summaries };
  expect(Object.keys(longSentences).filter((id) => !Object.hasOwn(known, id))).toEqual([]);
});

test('words are counted sentence by sentence', () => {
  expect(longestSentence('One two three. Four five.')).toBe(3);
  expect(longestSentence('')).toBe(0);
});
