import { describe, expect, test } from 'vitest';
import { answerInWords, limbsOf, titlesOf } from '../../src/cli/limbs.ts';
import { dateInWords, datesInWords, factInWords, phrase, series } from '../../src/cli/words.ts';
import { facts } from '../../src/model/facts.ts';
import type { Leaf, Rule } from '../../src/model/rule.ts';
import { conclusion, is } from '../synthetic.ts';

const titles = titlesOf([
  conclusion('a-conclusion', is('mode', 'seeking'), { scope: 'person', title: 'Someone at risk' }),
]);
function said(leaf: Leaf, scope: Rule['scope'] = 'case'): string {
  const limb = limbsOf(leaf, scope, titles);
  if (limb.kind !== 'fact') throw new Error('a leaf is a sentence');
  return [limb.name, limb.among, limb.says, limb.answer].filter(Boolean).join(' | ');
}

describe('a leaf as a sentence', () => {
  test.each<[string, Leaf, string]>([
    ['yes', is('item.necessary'), 'Is this piece necessary for the purpose? | yes'],
    ['no', is('item.necessary', false), 'Is this piece necessary for the purpose? | no'],
    ['one word', is('purpose.kind', 'court'), 'What is the sharing for? | a court'],
    [
      'one of several',
      is('purpose.kind', ['court', 'direct-care', 'early-help'], 'in'),
      'What is the sharing for? | a court, direct care or early help',
    ],
    [
      'any but one',
      is('purpose.kind', 'court', 'notEqual'),
      'What is the sharing for? | anything but a court',
    ],
    [
      'none of one',
      is('purpose.kind', ['court'], 'notIn'),
      'What is the sharing for? | anything but a court',
    ],
    [
      'none of several',
      is('purpose.kind', ['court', 'direct-care'], 'notIn'),
      'What is the sharing for? | none of a court or direct care',
    ],
    [
      'a word among others',
      is('concern.kinds', 'fgm', 'contains'),
      'What kinds of harm are feared? | female genital mutilation among them',
    ],
    [
      'a word not among others',
      is('concern.kinds', 'fgm', 'doesNotContain'),
      'What kinds of harm are feared? | female genital mutilation not among them',
    ],
    ['a conclusion', is('rule.a-conclusion'), 'Someone at risk | met'],
    ['no conclusion', is('rule.a-conclusion', false), 'Someone at risk | not met'],
    ['a conclusion that nobody knows', is('rule.of-nowhere'), 'of-nowhere | met'],
    [
      'a fact that is worked out',
      is('person.isMinor'),
      'The person is under 18 on the date, or unborn | yes',
    ],
    [
      'what an organisation is',
      is('recipient.section11Body'),
      'The recipient is a body listed in section 11 of the Children Act 2004 on the date | yes',
    ],
    [
      'a scheme',
      is('scheme.mappa.inPlay'),
      'The multi-agency public protection arrangements is in play | yes',
    ],
    ['a fact of no dictionary', is('a.fact'), 'a.fact | yes'],
    [
      'a named limb',
      { name: '18(1)(d)', ...is('mode', 'seeking') },
      '18(1)(d) | Are you sharing of your own motion, answering a request, or asking? | asking for information',
    ],
  ])('tells %s', (_, leaf, sentence) => {
    expect(said(leaf)).toBe(sentence);
  });

  test.each<[Rule['scope'], string, string, string]>([
    ['case', 'someFact:equal', 'person.deceased', 'for at least one person'],
    ['case', 'everyFact:equal', 'item.relevant', 'for every piece'],
    ['case', 'someFact:equal', 'consent.implied', 'for at least one consent'],
    ['case', 'someFact:equal', 'rule.a-conclusion', 'for at least one person'],
    ['item', 'everyFact:equal', 'person.deceased', 'for every person whom it is about'],
    ['item', 'someFact:equal', 'rule.a-conclusion', 'for at least one person whom it is about'],
    [
      'item',
      'someFact:equal',
      'consent.implied',
      'for at least one consent of the people whom it is about',
    ],
    ['person', 'someFact:equal', 'consent.implied', 'for at least one consent of theirs'],
    ['person', 'someFact:equal', 'item.relevant', 'for at least one piece about them'],
  ])('says at %s, for %s of %s, over what it ranges', (scope, operator, fact, among) => {
    expect(said(is(fact, true, operator), scope).startsWith(`${among} | `)).toBe(true);
  });

  test('is refused where there are no words for the operator', () => {
    expect(() => answerInWords('lessThan', 'a')).toThrow('no words for the operator `lessThan`');
  });
});

describe('words', () => {
  test('every fact has words of its own, which are never its id', () => {
    expect(facts.filter(({ id }) => factInWords(id) === id)).toEqual([]);
    expect(facts.filter(({ id }) => /[`_]/.test(factInWords(id)))).toEqual([]);
  });

  test('no word that answers a question is left in the form of the model', () => {
    const listed = new Set(facts.flatMap((fact) => [...(fact.words ?? [])]));
    const bare = [...listed]
      .map(phrase)
      .filter((said) => /^[a-z]+[A-Z]|^[a-z]+\d|^(la|nhs|icb|lado|dbs)\b/.test(said));
    expect(bare).toEqual([]);
  });

  test('a list is joined by commas, or by semicolons where its words hold commas', () => {
    expect(series([])).toBe('');
    expect(series(['a'])).toBe('a');
    expect(series(['a', 'b', 'c'], 'or')).toBe('a, b or c');
    expect(series(['a, d', 'b', 'c'])).toBe('a, d; b; and c');
  });

  test('a date is told by day, month and year, and an end counts in', () => {
    expect(dateInWords('2026-02-05')).toBe('5 February 2026');
    expect(datesInWords({ from: '2018-05-25', to: '2026-02-04' })).toBe(
      'from 25 May 2018 to 4 February 2026 inclusive',
    );
  });
});
