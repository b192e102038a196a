import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/model/rule.ts';
import type { Finding } from '../synthetic.ts';
import { conclusion, is, not, request } from '../synthetic.ts';
import { bothFindOf, opposite } from './both.ts';

type Answers = Readonly<Record<string, unknown>>;
const people = (...deceased: (boolean | string | undefined)[]): Answers => ({
  people: deceased.map((answer, index) => ({ ref: `p${index}`, deceased: answer })),
});

describe('both evaluators find the same of a quantifier over people', () => {
  test.each<[string, Answers, Finding, Finding]>([
    ['a list left out', {}, 'unknown', 'unknown'],
    ['nobody', people(), 'not-met', 'met'],
    ['one who is', people(true), 'met', 'met'],
    ['one who is not', people(false), 'not-met', 'not-met'],
    ['one of whom it is not known', people(undefined), 'unknown', 'unknown'],
    ['one of whom nobody knows', people('unsure'), 'unknown', 'unknown'],
    ['one who is and one who is not', people(true, false), 'met', 'not-met'],
    ['one who is and one unknown', people(true, undefined), 'met', 'unknown'],
    ['one who is not and one unknown', people(false, undefined), 'unknown', 'not-met'],
  ])('over %s', async (_, said, some, every) => {
    const asked = request(said);
    const reader = conclusion('dead', is('person.deceased'), { scope: 'person' });
    const expected: [Condition, Finding][] = [
      [is('person.deceased', true, 'someFact:equal'), some],
      [is('person.deceased', true, 'everyFact:equal'), every],
      [is('rule.dead', true, 'someFact:equal'), some],
      [is('rule.dead', true, 'everyFact:equal'), every],
    ];
    for (const [leaf, finding] of expected) {
      expect(await bothFindOf(leaf, asked, 'case', [reader])).toEqual([finding]);
      expect(await bothFindOf(not(leaf), asked, 'case', [reader])).toEqual([opposite[finding]]);
    }
    // De Morgan: some is not, where not every one is.
    for (const fact of ['person.deceased', 'rule.dead']) {
      const someNot = is(fact, false, 'someFact:equal');
      expect(await bothFindOf(someNot, asked, 'case', [reader])).toEqual([opposite[every]]);
      const noneIs = is(fact, false, 'everyFact:equal');
      expect(await bothFindOf(noneIs, asked, 'case', [reader])).toEqual([opposite[some]]);
    }
  });

  test('a person only spoken of is one of whom nothing is known, where `people` is left out', async () => {
    const asked = request({ concern: { about: ['child'] } });
    expect(await bothFindOf(is('person.isConcerned', true, 'someFact:equal'), asked)).toEqual([
      'met',
    ]);
    expect(await bothFindOf(is('person.isConcerned', true, 'everyFact:equal'), asked)).toEqual([
      'unknown',
    ]);
  });
});

describe('both evaluators find the same of a quantifier', () => {
  const asked = request({
    people: [
      {
        ref: 'child',
        deceased: false,
        canConsent: true,
        consent: { service: { status: 'given' }, dataProtection: { status: 'refused' } },
      },
      { ref: 'mother', deceased: true, consent: { service: { status: 'given' } } },
      { ref: 'uncle' },
    ],
    items: [
      { ref: 'letter', about: ['child', 'mother'], relevant: true },
      { ref: 'note', about: ['child'], relevant: false },
      { ref: 'scrap' },
    ],
  });
  const each = [
    conclusion('of-person', is('person.deceased'), { scope: 'person' }),
    conclusion('of-item', is('item.relevant'), { scope: 'item' }),
    conclusion('of-consent', is('consent.status', 'given'), { scope: 'consent' }),
    conclusion('of-subject', is('item.relevant'), { scope: 'subject' }),
  ];
  test.each<['case' | 'person' | 'item', string, Finding[], Finding[]]>([
    ['case', 'of-person', ['met'], ['not-met']],
    ['case', 'of-item', ['met'], ['not-met']],
    ['case', 'of-consent', ['met'], ['not-met']],
    ['case', 'of-subject', ['met'], ['not-met']],
    // The last person is the subject of an item that does not say whom it is about.
    [
      'person',
      'of-consent',
      ['met', 'met', 'unknown', 'unknown'],
      ['not-met', 'unknown', 'unknown', 'unknown'],
    ],
    [
      'person',
      'of-item',
      ['met', 'met', 'unknown', 'unknown'],
      ['not-met', 'unknown', 'unknown', 'unknown'],
    ],
    [
      'person',
      'of-subject',
      ['met', 'met', 'unknown', 'unknown'],
      ['not-met', 'unknown', 'unknown', 'unknown'],
    ],
    ['item', 'of-person', ['met', 'not-met', 'unknown'], ['not-met', 'not-met', 'unknown']],
    ['item', 'of-consent', ['met', 'met', 'unknown'], ['not-met', 'not-met', 'unknown']],
    ['item', 'of-subject', ['met', 'not-met', 'unknown'], ['met', 'not-met', 'unknown']],
  ])('from a %s over what is found %s', async (scope, id, some, every) => {
    const over = (quantifier: string) => is(`rule.${id}`, true, `${quantifier}Fact:equal`);
    expect(await bothFindOf(over('some'), asked, scope, each)).toEqual(some);
    expect(await bothFindOf(over('every'), asked, scope, each)).toEqual(every);
  });

  test.each(['some', 'every'])('`%s` under any operator on a word', async (quantifier) => {
    const people = [{ ref: 'a', role: 'parent' }, { ref: 'b', role: 'child' }, { ref: 'c' }];
    for (const [operator, value] of [
      ['equal', 'parent'],
      ['notEqual', 'parent'],
      ['in', ['parent', 'child']],
      ['notIn', ['parent', 'child']],
    ] as const) {
      const leaf = is(
        'person.role',
        typeof value === 'string' ? value : [...value],
        `${quantifier}Fact:${operator}`,
      );
      const found = await bothFindOf(leaf, request({ people }));
      expect(await bothFindOf(not(leaf), request({ people }))).toEqual(
        found.map((finding) => opposite[finding]),
      );
    }
  });
});
