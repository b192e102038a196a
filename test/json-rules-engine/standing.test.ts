import { describe, expect, test } from 'vitest';
import type { Rule, RuleEvent } from '../../src/model/rule.ts';
import type { Finding } from '../synthetic.ts';
import { all, always, conclusion, is, not, request, rule } from '../synthetic.ts';
import { bothFind } from './both.ts';
import { bar, duty, finds } from '../engine/permitting.ts';

const of = (event: RuleEvent, said: Partial<Rule>): Rule[] => [
  rule({ id: 'the-rule', event, ...said }),
  conclusion('reader', is('rule.the-rule')),
  conclusion('denier', not(is('rule.the-rule'))),
];
const harm: RuleEvent = { type: 'harm', params: { level: 'law' } };
const power: RuleEvent = { type: 'power', params: { gateway: 'a-power' } };
const open: RuleEvent = { type: 'conclusion', params: {} };

describe('both evaluators find the same of the law of another nation', () => {
  test.each<[string, RuleEvent, string, Finding, Finding]>([
    ['a permission', power, 'england', 'met', 'met'],
    ['a permission', power, 'wales', 'unknown', 'unknown'],
    ['a permission', power, 'unsure', 'unknown', 'unknown'],
    ['a conclusion', open, 'wales', 'unknown', 'unknown'],
    ['a bar', harm, 'england', 'met', 'met'],
    ['a bar', harm, 'wales', 'not-met', 'not-met'],
    ['a bar', harm, 'unsure', 'unknown', 'unknown'],
  ])('%s (%o) in %s is %s', async (_, event, nation, finding, read) => {
    const rules = of(event, { extent: ['england'] });
    expect(await bothFind(rules, request({ nation }), 'the-rule')).toEqual([finding]);
    expect(await bothFind(rules, request({ nation }), 'reader')).toEqual([read]);
    await bothFind(
      of(event, { extent: ['england'], conditions: not(always) }),
      request({ nation }),
      'denier',
    );
  });
});

describe('both evaluators find the same of law by its dates and commencement', () => {
  test.each<[Rule['commencement'], Finding]>([
    ['in-force', 'met'],
    ['repealed', 'met'],
    ['announced', 'unknown'],
    ['not-commenced', 'not-met'],
  ])('law that is %s, and met by its terms, is %s', async (commencement, finding) => {
    for (const extent of [['england'], ['scotland']] as Rule['extent'][]) {
      const rules = of(harm, { commencement, extent });
      const here = extent[0] === 'england';
      expect(await bothFind(rules, request(), 'the-rule')).toEqual([here ? finding : 'not-met']);
    }
    const excepted = [
      conclusion('the-rule', always),
      conclusion('exception', always, { exceptionTo: ['the-rule'], commencement }),
    ];
    await bothFind(excepted, request(), 'the-rule');
  });

  test.each<[string, Finding]>([
    ['2026-03-01', 'not-met'],
    ['2026-03-02', 'met'],
    ['2026-03-03', 'met'],
    ['2026-03-04', 'not-met'],
  ])('on %s a rule of two days is %s', async (on, finding) => {
    const effective = { from: '2026-03-02', to: '2026-03-03' };
    expect(await bothFind(of(power, { effective }), request({ on }), 'reader')).toEqual([finding]);
    const pending: Partial<Rule> = { effective, commencement: 'announced' };
    await bothFind(of(power, pending), request({ on }), 'reader');
  });
});

describe('both evaluators draw the same conclusions of kinds', () => {
  const defect = rule({
    id: 'defect',
    scope: 'consent',
    event: { type: 'consent-defect', params: { defect: 'refused' } },
    conditions: is('person.deceased'),
  });
  const valid = conclusion('valid', is('consent.valid'), { scope: 'consent' });
  test.each<[unknown, unknown, Finding]>([
    ['given', false, 'met'],
    ['given', true, 'not-met'],
    ['given', undefined, 'unknown'],
    ['refused', false, 'not-met'],
    [undefined, false, 'unknown'],
    ['unsure', true, 'not-met'],
  ])('a consent %o of someone deceased (%o) is valid: %s', async (status, deceased, finding) => {
    const asked = request({
      people: [{ ref: 'child', deceased, consent: { service: { status } } }],
      items: [{ ref: 'note', about: ['child'] }],
    });
    expect((await bothFind([defect, valid], asked, 'valid'))[2]).toBe(finding);
    const ofPerson = [
      defect,
      conclusion('of-person', is('person.serviceConsentValid'), { scope: 'person' }),
      conclusion('not-of-person', is('person.serviceConsentValid', false), { scope: 'person' }),
      conclusion('some', is('person.serviceConsentValid', true, 'someFact:equal')),
      conclusion('others', is('person.dataProtectionConsentValid'), { scope: 'person' }),
    ];
    expect(await bothFind(ofPerson, asked, 'of-person')).toEqual([finding]);
    expect(await bothFind(ofPerson, asked, 'some')).toEqual([finding]);
  });

  test('whoever confided an item consents, or it is unknown who that is', async () => {
    const rules = [conclusion('it', is('item.confiderConsents'), { scope: 'item' })];
    const asked = request({
      people: [
        { ref: 'child', consent: { confidentiality: { status: 'given' } } },
        { ref: 'mother', consent: { confidentiality: { status: 'refused' } } },
      ],
      items: [
        { ref: 'a', about: ['child'], confidedBy: 'child' },
        { ref: 'b', about: ['child'], confidedBy: 'mother' },
        { ref: 'c', about: ['child'] },
      ],
    });
    expect(await bothFind(rules, asked, 'it')).toEqual(['met', 'not-met', 'unknown']);
  });

  test('an item is under a legal duty where one in law is met for it', async () => {
    const under = conclusion('it', is('item.underLegalDuty'), { scope: 'item' });
    const asked = request({
      items: [{ ref: 'a', relevant: true }, { ref: 'b', relevant: false }, { ref: 'c' }],
    });
    expect(await bothFind([under], asked, 'it')).toEqual(['not-met', 'not-met', 'not-met']);
    const relevant = is('item.relevant');
    for (const scope of ['item', 'subject'] as const) {
      const rules = [under, duty('d', relevant, {}, { scope })];
      expect(await bothFind(rules, asked, 'it')).toEqual(['met', 'not-met', 'unknown']);
    }
    const weak = [under, duty('d', relevant, { strength: 'should' }, { scope: 'item' })];
    expect(await bothFind(weak, asked, 'it')).toEqual(['not-met', 'not-met', 'not-met']);
    expect(await bothFind([under, duty('d')], asked, 'it')).toEqual(['met', 'met', 'met']);
  });
});

describe('both evaluators find the same beyond the rules that decide', () => {
  test('rules that say what to do read what was decided', async () => {
    const rules = [
      bar('barred', is('item.relevant', false), { scope: 'item' }),
      finds('told', { type: 'caution', params: {} }, is('item.verdict', 'withhold'), {
        scope: 'item',
      }),
      finds('outcome', { type: 'caution', params: {} }, is('decision.outcome', 'do-not-share')),
      finds(
        'both',
        { type: 'caution', params: {} },
        all(is('rule.told', true, 'someFact:equal'), is('rule.outcome', false)),
      ),
    ];
    const asked = request({ items: [{ ref: 'a', relevant: false }, { ref: 'b' }] });
    expect(await bothFind(rules, asked, 'told')).toEqual(['met', 'not-met']);
    expect(await bothFind(rules, asked, 'both')).toEqual(['met']);
  });

  test('bars are judged again with all that may be confirmed taken for harmless', async () => {
    const rules = [
      conclusion('inaccurate', is('item.accurate', false), { scope: 'item' }),
      bar('barred', is('rule.inaccurate'), { scope: 'item' }),
      bar('insecure', is('channel.secure', false)),
      bar('other', is('purpose.legitimate', false)),
    ];
    const asked = request({ items: [{ ref: 'a' }, { ref: 'b', accurate: 'unsure' }] });
    expect(await bothFind(rules, asked, 'barred')).toEqual(['unknown', 'unknown']);
  });
});
