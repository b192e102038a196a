import retextSimplify from 'retext-simplify';
import { expect, test } from 'vitest';
import { allowedAdvice } from './terms.ts';
import { adviceOn, saidTexts, summaries } from './texts.ts';

const all = { ...saidTexts, ...summaries };
const ignore = Object.keys(allowedAdvice);

test('no text uses a long word where a short one would do', () => {
  const found = Object.entries(all).flatMap(([id, text]) =>
    adviceOn(text, retextSimplify, { ignore: ignore.map((name) => name.replaceAll('-', ' ')) }).map(
      ({ id: name, says }) =>
        `${id}: ${says}; or, where it is a term of the field, put \`${name}\` into terms.ts with why`,
    ),
  );
  expect(found).toEqual([]);
});

test('no term is allowed that no text uses', () => {
  const used = new Set(
    Object.values(all).flatMap((text) => adviceOn(text, retextSimplify, {}).map(({ id }) => id)),
  );
  expect(
    ignore.filter((name) => !used.has(name)),
    'take these out of allowedAdvice in terms.ts',
  ).toEqual([]);
});

test('a long word is noticed', () => {
  expect(adviceOn('They begin.', retextSimplify, {})).toEqual([]);
  expect(adviceOn('They commence.', retextSimplify, {}).map(({ id }) => id)).toEqual(['commence']);
});
