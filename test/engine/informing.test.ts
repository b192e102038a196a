import { describe, expect, test } from 'vitest';
import type { Condition, Rule } from '../../src/model/rule.ts';
import type { tellingGrades } from '../../src/model/words.ts';
import { all, always, is, request } from '../synthetic.ts';
import { decided, finds } from './permitting.ts';

type Grade = (typeof tellingGrades)[number];
const ground = (
  id: string,
  grade: Grade,
  on: Condition,
  said: {
    unknown?: 'ask' | 'undetermined';
    while?: string[];
    exemption?: string;
    ground?: string;
  } = {},
): Rule =>
  finds(id, { type: 'not-telling', params: { grade, ground: id, unknown: 'ask', ...said } }, on, {
    scope: 'person',
  });
const risk = is('person.informing.wouldRaiseRiskToChild');
const delay = is('person.informing.wouldDelayEnquiries');
const effort = is('person.informing.disproportionateEffort');

const told = (
  rules: readonly Rule[],
  informing: Record<string, unknown> = {},
  said: Record<string, unknown> = {},
) =>
  decided(
    rules,
    request({
      people: [{ ref: 'mother', informing }],
      items: [{ ref: 'note', about: ['mother'] }],
      ...said,
    }),
  );
const verdict = (
  rules: readonly Rule[],
  informing: Record<string, unknown> = {},
  said: Record<string, unknown> = {},
) => told(rules, informing, said).informing[0]?.verdict;

describe('whether a person is told of this sharing', () => {
  const grounds = [
    ground('delays', 'defer', delay),
    ground('effort', 'need-not-tell', effort),
    ground('risk', 'do-not-tell', risk),
  ];
  test.each<[Record<string, unknown>, string]>([
    [{ wouldRaiseRiskToChild: true }, 'do-not-tell'],
    [{ wouldDelayEnquiries: true }, 'defer'],
    [{ disproportionateEffort: true }, 'need-not-tell'],
    [
      { wouldRaiseRiskToChild: true, wouldDelayEnquiries: true, disproportionateEffort: true },
      'do-not-tell',
    ],
    [{ wouldDelayEnquiries: true, disproportionateEffort: true }, 'defer'],
    [
      { wouldRaiseRiskToChild: false, wouldDelayEnquiries: false, disproportionateEffort: false },
      'tell',
    ],
    [{}, 'tell'],
  ])('is by the strongest ground that is met: %j is %s', (informing, expected) => {
    expect(verdict(grounds, informing)).toBe(expected);
  });

  test('names its grounds once, in order, with the rules and the exemption behind it', () => {
    const rules = [
      ground('b-rule', 'do-not-tell', always, { ground: 'same' }),
      ground('a-rule', 'defer', always, { ground: 'same' }),
      ground('c-rule', 'defer', always, { ground: 'another', exemption: 'first' }),
      ground('d-rule', 'defer', always, { ground: 'later', exemption: 'second' }),
      ground('e-rule', 'defer', risk, { ground: 'not-known' }),
    ];
    expect(told(rules).informing).toEqual([
      {
        person: 'mother',
        verdict: 'do-not-tell',
        grounds: ['another', 'later', 'same'],
        exemption: 'first',
        reasons: ['a-rule', 'b-rule', 'c-rule', 'd-rule'],
      },
    ]);
  });

  test('is told without reasons where no ground is met', () => {
    expect(told([]).informing).toEqual([
      { person: 'mother', verdict: 'tell', grounds: [], reasons: [] },
    ]);
  });
});

describe('a ground that is not known', () => {
  test('keeps the telling open where it says so, and gives the reason', () => {
    const rules = [ground('risk', 'do-not-tell', risk, { unknown: 'undetermined' })];
    expect(told(rules).informing).toEqual([
      { person: 'mother', verdict: 'undetermined', grounds: [], reasons: ['risk'] },
    ]);
    expect(verdict(rules, { wouldRaiseRiskToChild: 'unsure' })).toBe('undetermined');
    expect(verdict(rules, { wouldRaiseRiskToChild: false })).toBe('tell');
  });

  test('is outranked by one that is met', () => {
    const rules = [
      ground('risk', 'do-not-tell', risk, { unknown: 'undetermined' }),
      ground('delays', 'defer', delay),
    ];
    expect(verdict(rules, { wouldDelayEnquiries: true })).toBe('defer');
  });

  const crime = is('person.informing.wouldPrejudiceSeriousCrime');
  const rules = [
    ground('crime', 'do-not-tell', crime, {
      unknown: 'undetermined',
      while: ['person.allegedToHarm', 'concern.crimeSuspected'],
    }),
  ];
  test.each<[unknown, unknown, string]>([
    [true, true, 'undetermined'],
    ['unsure', true, 'undetermined'],
    [true, 'unsure', 'undetermined'],
    [true, false, 'tell'],
    [false, true, 'tell'],
    [undefined, true, 'tell'],
    [true, undefined, 'tell'],
  ])(
    'waits only while each fact was answered yes or unsure: %s and %s',
    (allegedToHarm, crimeSuspected, expected) => {
      const said = {
        people: [{ ref: 'mother', allegedToHarm }],
        concern: { crimeSuspected },
      };
      expect(verdict(rules, {}, said)).toBe(expected);
    },
  );

  test('reads the while of each person by themselves', () => {
    const people = [
      { ref: 'mother', allegedToHarm: false },
      { ref: 'father', allegedToHarm: true },
    ];
    const { informing } = told(rules, {}, { people, concern: { crimeSuspected: true } });
    expect(informing.map((row) => [row.person, row.verdict])).toEqual([
      ['mother', 'tell'],
      ['father', 'undetermined'],
    ]);
  });
});

describe('what is asked of a person', () => {
  const asks = (list: readonly Rule[], informing: Record<string, unknown> = {}) =>
    told(list, informing).questions.map(({ fact, scope }) => [fact, scope]);
  const mother = { person: 'mother' };
  test('is what keeps the telling open', () => {
    const rules = [
      ground('risk', 'do-not-tell', risk, { unknown: 'undetermined' }),
      ground('delays', 'defer', delay),
    ];
    expect(asks(rules)).toContainEqual(['person.informing.wouldRaiseRiskToChild', mother]);
    expect(asks(rules)).not.toContainEqual(['person.informing.wouldDelayEnquiries', mother]);
  });

  test('is, where they would be told, what could still forbid or put it off, not what would only excuse it', () => {
    const rules = [ground('delays', 'defer', delay), ground('effort', 'need-not-tell', effort)];
    expect(asks(rules)).toContainEqual(['person.informing.wouldDelayEnquiries', mother]);
    expect(asks(rules)).not.toContainEqual(['person.informing.disproportionateEffort', mother]);
  });

  test('is nothing where a ground already decides', () => {
    const rules = [ground('delays', 'defer', delay), ground('risk', 'do-not-tell', risk)];
    expect(asks(rules, { wouldDelayEnquiries: true })).not.toContainEqual([
      'person.informing.wouldRaiseRiskToChild',
      mother,
    ]);
  });

  test('is nothing while a scheme in it is not mentioned', () => {
    const rules = [
      ground('lado', 'do-not-tell', all(is('scheme.lado.agreesTellingAccused', false), risk), {
        unknown: 'undetermined',
      }),
    ];
    const asked = (said: Record<string, unknown>) =>
      told(rules, {}, said)
        .questions.map(({ fact }) => fact)
        .filter((fact) => /^(person|scheme)/.test(fact));
    expect(asked({})).toEqual([]);
    expect(asked({ scheme: { lado: {} } })).toEqual([
      'person.informing.wouldRaiseRiskToChild',
      'scheme.lado.agreesTellingAccused',
    ]);
  });
});

describe('who is told', () => {
  const people = [{ ref: 'mother' }, { ref: 'child' }];
  const persons = (said: Record<string, unknown>) =>
    decided([], request(said)).informing.map(({ person }) => person);
  test('is everyone of the case in their order, and never the recipient', () => {
    expect(persons({ people })).toEqual(['mother', 'child']);
    expect(persons({ people: [...people].reverse() })).toEqual(['child', 'mother']);
    expect(persons({ people, recipient: { person: 'mother' } })).toEqual(['child']);
  });

  test('is also whom the request speaks of where it lists nobody, and nobody invented', () => {
    expect(persons({ concern: { about: ['child'] } })).toEqual(['child']);
    expect(persons({})).toEqual([]);
  });
});

describe('a ground that was answered with unsure', () => {
  const asking = (grade: Grade) => [ground('a-ground', grade, risk)];
  test('is waited for where it would forbid telling, and only asked where it was left out', () => {
    expect(verdict(asking('do-not-tell'), { wouldRaiseRiskToChild: 'unsure' })).toBe(
      'undetermined',
    );
    expect(verdict(asking('do-not-tell'))).toBe('tell');
    expect(verdict(asking('need-not-tell'), { wouldRaiseRiskToChild: 'unsure' })).toBe('tell');
  });

  test('is not waited for because of another answer that nobody knows', () => {
    const rules = asking('do-not-tell');
    expect(verdict(rules, { wouldDelayEnquiries: 'unsure' })).toBe('tell');
    const two = [ground('a-ground', 'do-not-tell', all(risk, is('purpose.legitimate')))];
    expect(verdict(two, { wouldRaiseRiskToChild: 'unsure' })).toBe('undetermined');
    const elsewhere = { purpose: { legitimate: 'unsure' } };
    expect(verdict(two, { wouldDelayEnquiries: 'unsure' }, elsewhere)).toBe('tell');
  });

  test('asks nothing where nothing can go', () => {
    const barred = finds('the-bar', { type: 'harm', params: { level: 'law' } }, always);
    const said = { wouldRaiseRiskToChild: 'unsure' };
    expect(told(asking('do-not-tell'), said).questions.map(({ fact }) => fact)).toContain(
      'person.informing.wouldRaiseRiskToChild',
    );
    expect(told([...asking('do-not-tell'), barred], said).questions).toEqual([]);
  });
});
