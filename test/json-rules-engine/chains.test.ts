import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/model/rule.ts';
import type { Finding } from '../synthetic.ts';
import { all, always, any, conclusion, is, never, not, request, rule } from '../synthetic.ts';
import { bothFind, opposite } from './both.ts';

const answer = { met: true, unknown: undefined, 'not-met': false } as const;
const three = Object.keys(answer) as Finding[];
/** A request that answers three questions: whether it is legitimate, a function, and a law enforcement purpose. */
const answering = (legitimate: Finding, fun: Finding = 'unknown', police: Finding = 'unknown') =>
  request({
    purpose: { legitimate: answer[legitimate] },
    sharer: { statutoryFunction: answer[fun], lawEnforcementPurpose: answer[police] },
  });

describe('both evaluators find the same of an exception', () => {
  const rules = [
    conclusion('the-rule', is('purpose.legitimate')),
    conclusion('an-exception', is('sharer.statutoryFunction'), { exceptionTo: ['the-rule'] }),
  ];
  test.each<[Finding, Finding, Finding]>([
    ['met', 'met', 'not-met'],
    ['met', 'unknown', 'unknown'],
    ['met', 'not-met', 'met'],
    ['unknown', 'met', 'not-met'],
    ['unknown', 'unknown', 'unknown'],
    ['unknown', 'not-met', 'unknown'],
    ['not-met', 'met', 'not-met'],
    ['not-met', 'unknown', 'not-met'],
    ['not-met', 'not-met', 'not-met'],
  ])('a rule %s with an exception %s is %s', async (own, exception, whole) => {
    expect(await bothFind(rules, answering(own, exception), 'the-rule')).toEqual([whole]);
  });

  test.each(three)('an exception to an exception %s', async (last) => {
    const chain = [
      conclusion('the-rule', always),
      conclusion('an-exception', always, { exceptionTo: ['the-rule'] }),
      conclusion('its-exception', is('purpose.legitimate'), { exceptionTo: ['an-exception'] }),
    ];
    expect(await bothFind(chain, answering(last), 'the-rule')).toEqual([last]);
  });

  test('an exception of a wider scope stands at each instance', async () => {
    const scoped = [
      conclusion('the-rule', always, { scope: 'subject' }),
      conclusion('of-person', is('person.deceased'), {
        scope: 'person',
        exceptionTo: ['the-rule'],
      }),
      conclusion('of-item', is('item.relevant'), { scope: 'item', exceptionTo: ['the-rule'] }),
    ];
    const asked = request({
      people: [{ ref: 'child', deceased: false }, { ref: 'mother' }],
      items: [
        { ref: 'letter', about: ['child', 'mother'], relevant: false },
        { ref: 'note', about: ['child'], relevant: true },
      ],
    });
    expect(await bothFind(scoped, asked, 'the-rule')).toEqual(['met', 'unknown', 'not-met']);
  });
});

describe('both evaluators find the same of conclusions that read one another', () => {
  test.each(three)('a chain of negations over one %s', async (first) => {
    const rules = [
      conclusion('z-first', is('purpose.legitimate')),
      conclusion('y-second', not(is('rule.z-first'))),
      conclusion('x-third', is('rule.y-second', false)),
      conclusion('w-fourth', not(is('rule.x-third', false))),
    ];
    expect(await bothFind(rules, answering(first), 'y-second')).toEqual([opposite[first]]);
    expect(await bothFind(rules, answering(first), 'x-third')).toEqual([first]);
    expect(await bothFind(rules, answering(first), 'w-fourth')).toEqual([first]);
  });

  test.each(three.flatMap((a) => three.map((b) => [a, b] as const)))(
    'a rule read straight and negated at once, over one %s and one %s',
    async (a, b) => {
      const rules = [
        conclusion('a', is('purpose.legitimate')),
        conclusion('b', is('sharer.statutoryFunction'), { exceptionTo: ['d'] }),
        conclusion('c', any(all(is('rule.a'), is('rule.b', false)), not(is('rule.a')))),
        conclusion('d', all(is('rule.c'), not(all(is('rule.a'), is('rule.b'))))),
        conclusion('e', any(is('rule.d', false), is('rule.c'))),
      ];
      await bothFind(rules, answering(a, b), 'e');
    },
  );

  test('a conclusion of a wider scope is read at each instance', async () => {
    const rules = [
      conclusion('of-case', is('purpose.legitimate')),
      conclusion('of-person', all(is('person.deceased', false), is('rule.of-case')), {
        scope: 'person',
      }),
      conclusion('of-subject', not(is('rule.of-person')), { scope: 'subject' }),
      conclusion('of-consent', is('rule.of-person'), { scope: 'consent' }),
    ];
    const asked = request({
      purpose: { legitimate: true },
      people: [
        { ref: 'child', deceased: false },
        { ref: 'mother', deceased: true },
        { ref: 'aunt' },
      ],
      items: [{ ref: 'note', about: ['aunt', 'mother', 'child'] }],
    });
    expect(await bothFind(rules, asked, 'of-subject')).toEqual(['unknown', 'met', 'not-met']);
  });
});

describe('both evaluators find the same where a rule answers a fact', () => {
  const answers = (id: string, value: boolean, said: Partial<Rule> = {}): Rule =>
    rule({
      id,
      event: { type: 'answer', params: { fact: 'purpose.legitimate', value } },
      conditions: is('sharer.statutoryFunction'),
      ...said,
    });
  const reader = conclusion('reader', is('purpose.legitimate'));

  test.each<[string, unknown, Finding, Finding]>([
    ['was left out', undefined, 'met', 'met'],
    ['was left out', undefined, 'unknown', 'unknown'],
    ['was left out', undefined, 'not-met', 'unknown'],
    ['is unsure', 'unsure', 'met', 'unknown'],
    ['was answered no', false, 'met', 'not-met'],
  ])('the fact %s, %o, and the rule is %s', async (_, legitimate, answering_, finding) => {
    const asked = request({
      purpose: { legitimate },
      sharer: { statutoryFunction: answer[answering_] },
    });
    expect(await bothFind([answers('answer', true), reader], asked, 'reader')).toEqual([finding]);
  });

  test('the first rule met answers, in the order of ids', async () => {
    const two = [answers('b', false), answers('c', true), reader];
    expect(await bothFind(two, answering('unknown', 'met'), 'reader')).toEqual(['not-met']);
    const first = answers('a', true, { conditions: is('sharer.lawEnforcementPurpose') });
    const given = (police: Finding) =>
      bothFind([...two, first], answering('unknown', 'met', police), 'reader');
    expect(await given('met')).toEqual(['met']);
    expect(await given('unknown')).toEqual(['not-met']);
  });

  test('a rule of a narrower scope answers only those who read from there', async () => {
    const rules = [
      answers('answer', true, { scope: 'item', conditions: is('item.relevant') }),
      reader,
      conclusion('of-item', is('purpose.legitimate'), { scope: 'item' }),
      conclusion('of-subject', is('purpose.legitimate', false), { scope: 'subject' }),
    ];
    const asked = request({ items: [{ ref: 'a', relevant: true }, { ref: 'b' }] });
    expect(await bothFind(rules, asked, 'reader')).toEqual(['unknown']);
    expect(await bothFind(rules, asked, 'of-item')).toEqual(['met', 'unknown']);
    expect(await bothFind(rules, asked, 'of-subject')).toEqual(['not-met', 'unknown']);
  });

  test('a quantifier reads the answers as given', async () => {
    const rules = [
      rule({
        id: 'answer',
        scope: 'item',
        event: { type: 'answer', params: { fact: 'item.relevant', value: true } },
      }),
      conclusion('single', is('item.relevant'), { scope: 'item' }),
      conclusion('some', is('item.relevant', true, 'someFact:equal')),
      conclusion('never', never),
    ];
    expect(await bothFind(rules, request(), 'single')).toEqual(['met']);
    expect(await bothFind(rules, request(), 'some')).toEqual(['unknown']);
  });
});
