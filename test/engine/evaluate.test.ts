import { describe, expect, test } from 'vitest';
import {
  atItem,
  confirmed,
  evaluate,
  isLegalDuty,
  mayBeConfirmed,
  tell,
} from '../../src/engine/evaluate.ts';
import type { LoadedRule, Program } from '../../src/engine/program.ts';
import { slotOf } from '../../src/engine/slots.ts';
import { valueAt } from '../../src/engine/world.ts';
import type { World } from '../../src/engine/world.ts';
import type { Condition, Rule, RuleEvent } from '../../src/model/rule.ts';
import type { Finding } from '../synthetic.ts';
import {
  all,
  always,
  any,
  conclusion,
  findings,
  is,
  laidOut,
  never,
  not,
  programOf,
  request,
  rule,
  worldFor,
} from '../synthetic.ts';
import { bar, duty, finds } from './permitting.ts';

const loaded = (program: Program, id: string): LoadedRule => {
  const found = program.byId.get(id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
};
const rawOf = (rules: readonly Rule[], id: string): readonly number[] | undefined => {
  const program = programOf(rules);
  return worldFor(program, request()).raw.get(loaded(program, id).number);
};
const factAt = (world: World, id: string, index = 0) => valueAt(world, slotOf(id), index);

describe('a rule is its conditions and not any of its exceptions', () => {
  const answers = { met: true, unknown: undefined, 'not-met': false } as const;
  const rules = [
    conclusion('the-rule', is('purpose.legitimate')),
    conclusion('the-exception', is('sharer.statutoryFunction'), { exceptionTo: ['the-rule'] }),
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
  ])('a rule %s with an exception %s is %s', (own, exception, whole) => {
    const asked = request({
      purpose: { legitimate: answers[own] },
      sharer: { statutoryFunction: answers[exception] },
    });
    expect(findings(rules, asked, 'the-exception')).toEqual([exception]);
    expect(findings(rules, asked, 'the-rule')).toEqual([whole]);
  });

  test('one exception of two is enough, and one unknown leaves it unknown', () => {
    const first = { exceptionTo: ['the-rule'] };
    const two = (second: Condition) => [
      conclusion('the-rule', always),
      conclusion('exception-a', never, first),
      conclusion('exception-b', second, first),
    ];
    expect(findings(two(always), request(), 'the-rule')).toEqual(['not-met']);
    expect(findings(two(is('purpose.legitimate')), request(), 'the-rule')).toEqual(['unknown']);
    expect(findings(two(never), request(), 'the-rule')).toEqual(['met']);
  });

  test('an exception is read at the instance of its own scope', () => {
    const scoped = [
      conclusion('the-rule', always, { scope: 'subject' }),
      conclusion('of-the-person', is('person.deceased'), {
        scope: 'person',
        exceptionTo: ['the-rule'],
      }),
      conclusion('of-the-item', is('item.relevant', false), {
        scope: 'item',
        exceptionTo: ['the-rule'],
      }),
    ];
    const asked = request({
      people: [
        { ref: 'child', deceased: false },
        { ref: 'mother', deceased: true },
      ],
      items: [
        { ref: 'letter', about: ['child', 'mother'], relevant: true },
        { ref: 'note', about: ['child'], relevant: false },
      ],
    });
    expect(findings(scoped, asked, 'the-rule')).toEqual(['met', 'not-met', 'not-met']);
  });

  test('an exception to an exception gives the rule back', () => {
    const chain = [
      conclusion('the-rule', always),
      conclusion('the-exception', always, { exceptionTo: ['the-rule'] }),
      conclusion('back-again', is('purpose.legitimate'), { exceptionTo: ['the-exception'] }),
    ];
    const given = (legitimate: boolean) =>
      findings(chain, request({ purpose: { legitimate } }), 'the-rule');
    expect(given(true)).toEqual(['met']);
    expect(given(false)).toEqual(['not-met']);
  });

  test.each<[Rule['commencement'], Finding]>([
    ['in-force', 'not-met'],
    ['repealed', 'not-met'],
    ['announced', 'unknown'],
    ['not-commenced', 'met'],
  ])('an exception whose law is %s leaves its rule %s', (commencement, whole) => {
    const excepted = [
      conclusion('the-rule', always),
      conclusion('the-exception', always, { exceptionTo: ['the-rule'], commencement }),
    ];
    expect(findings(excepted, request(), 'the-rule')).toEqual([whole]);
  });

  test('an exception that is not in force on the date takes nothing away', () => {
    const excepted = [
      conclusion('the-rule', always),
      conclusion('the-exception', always, {
        exceptionTo: ['the-rule'],
        effective: { from: '2027-01-01' },
      }),
    ];
    expect(findings(excepted, request(), 'the-rule')).toEqual(['met']);
  });
});

describe('a rule bears on no decision outside its dates', () => {
  const dated = [
    conclusion('the-rule', is('purpose.legitimate'), {
      effective: { from: '2020-01-10', to: '2020-02-20' },
    }),
    conclusion('reader', is('rule.the-rule')),
  ];
  test.each<[string, Finding]>([
    ['2020-01-09', 'not-met'],
    ['2020-01-10', 'met'],
    ['2020-02-20', 'met'],
    ['2020-02-21', 'not-met'],
  ])('on %s it is %s', (on, finding) => {
    const asked = request({ on, purpose: { legitimate: true } });
    expect(findings(dated, asked, 'the-rule')).toEqual([finding]);
    expect(findings(dated, asked, 'reader')).toEqual([finding]);
  });

  test('outside them it is not met and not unknown, whatever it would ask', () => {
    expect(findings(dated, request({ on: '2019-12-31' }), 'the-rule')).toEqual(['not-met']);
    expect(findings(dated, request({ on: '2020-01-31' }), 'the-rule')).toEqual(['unknown']);
  });
});

describe('the law of one nation in another', () => {
  const events: Record<string, RuleEvent> = {
    permission: { type: 'reuse-compatible', params: {} },
    conclusion: { type: 'conclusion', params: {} },
    bar: { type: 'harm', params: { level: 'law' } },
    'what is to be done': { type: 'caution', params: {} },
  };
  const english = (kind: string, conditions: Condition): Rule[] => [
    finds('the-rule', events[kind] as RuleEvent, conditions, { extent: ['england'] }),
  ];
  test.each<[string, string | undefined, Finding, Finding]>([
    ['permission', undefined, 'met', 'met'],
    ['permission', 'england', 'met', 'met'],
    ['permission', 'wales', 'met', 'unknown'],
    ['permission', 'unsure', 'met', 'unknown'],
    ['permission', 'wales', 'unknown', 'unknown'],
    ['permission', 'wales', 'not-met', 'not-met'],
    ['conclusion', 'england', 'met', 'met'],
    ['conclusion', 'scotland', 'met', 'unknown'],
    ['conclusion', 'unsure', 'met', 'unknown'],
    ['conclusion', 'scotland', 'not-met', 'not-met'],
    ['bar', undefined, 'met', 'met'],
    ['bar', 'wales', 'met', 'not-met'],
    ['bar', 'wales', 'unknown', 'not-met'],
    ['bar', 'unsure', 'met', 'unknown'],
    ['bar', 'unsure', 'not-met', 'not-met'],
    ['what is to be done', 'england', 'met', 'met'],
    ['what is to be done', 'northern-ireland', 'met', 'not-met'],
    ['what is to be done', 'unsure', 'met', 'unknown'],
  ])('%s, nation %s: %s becomes %s', (kind, nation, own, whole) => {
    const conditions = { met: always, unknown: is('purpose.legitimate'), 'not-met': never }[own];
    expect(findings(english(kind, conditions), request({ nation }), 'the-rule')).toEqual([whole]);
  });

  test('a rule of several nations is law in each of them', () => {
    const two = [conclusion('the-rule', always, { extent: ['england', 'wales'] })];
    expect(findings(two, request({ nation: 'wales' }), 'the-rule')).toEqual(['met']);
    expect(findings(two, request({ nation: 'scotland' }), 'the-rule')).toEqual(['unknown']);
  });

  test('a rule of all four nations is law even where the nation is not known', () => {
    expect(
      findings([conclusion('the-rule', always)], request({ nation: 'unsure' }), 'the-rule'),
    ).toEqual(['met']);
  });
});

describe('law whose start is not known', () => {
  const of = (commencement: Rule['commencement'], conditions: Condition = always) => [
    conclusion('the-rule', conditions, { commencement }),
  ];
  test.each<[Rule['commencement'], Finding, number[] | undefined]>([
    ['in-force', 'met', undefined],
    ['repealed', 'met', undefined],
    ['announced', 'unknown', [2]],
    ['not-commenced', 'not-met', [2]],
  ])('%s is %s, and keeps what it would find', (commencement, finding, raw) => {
    expect(findings(of(commencement), request(), 'the-rule')).toEqual([finding]);
    expect(rawOf(of(commencement), 'the-rule')).toEqual(raw);
  });

  test('announced law that would not be met is not met', () => {
    expect(findings(of('announced', never), request(), 'the-rule')).toEqual(['not-met']);
  });

  test('before its announced date it finds nothing', () => {
    const rules = [
      conclusion('the-rule', always, {
        commencement: 'announced',
        effective: { from: '2026-09-01' },
      }),
    ];
    expect(rawOf(rules, 'the-rule')).toBeUndefined();
    expect(findings(rules, request(), 'the-rule')).toEqual(['not-met']);
  });
});

describe('a rule that answers a fact', () => {
  const answer = (id: string, conditions: Condition, value: boolean, said: Partial<Rule> = {}) =>
    rule({
      id,
      conditions,
      event: { type: 'answer', params: { fact: 'justification.necessary', value } },
      ...said,
    });
  const reading = [
    answer('answers', is('purpose.legitimate'), true),
    conclusion('reader', is('justification.necessary')),
  ];
  test.each<[unknown, unknown, Finding]>([
    [undefined, true, 'met'],
    [undefined, false, 'unknown'],
    [undefined, undefined, 'unknown'],
    [true, false, 'met'],
    [false, true, 'not-met'],
    ['unsure', true, 'unknown'],
  ])('where it says %s and the answering rule reads %s, the reader is %s', (own, read, finding) => {
    const asked = request({
      justification: { necessary: own },
      purpose: { legitimate: read },
    });
    expect(findings(reading, asked, 'reader')).toEqual([finding]);
  });

  test('may answer no', () => {
    const rules = [
      answer('answers', always, false),
      conclusion('reader', is('justification.necessary')),
      conclusion('negated', is('justification.necessary', false)),
    ];
    expect(findings(rules, request(), 'reader')).toEqual(['not-met']);
    expect(findings(rules, request(), 'negated')).toEqual(['met']);
  });

  test('is followed in the order of ids, and only where it is met', () => {
    const rules = (first: Condition) => [
      answer('b-answers', always, false),
      answer('a-answers', first, true),
      conclusion('reader', is('justification.necessary')),
    ];
    expect(findings(rules(always), request(), 'reader')).toEqual(['met']);
    expect(findings(rules(never), request(), 'reader')).toEqual(['not-met']);
  });

  test('is seen from its own scope and narrower ones, never from beside or above', () => {
    const at = (scope: Rule['scope']) => ({ scope });
    const rules = [
      answer('answers', is('item.necessary'), true, at('item')),
      conclusion('at-case', is('justification.necessary'), at('case')),
      conclusion('at-person', is('justification.necessary'), at('person')),
      conclusion('at-item', is('justification.necessary'), at('item')),
      conclusion('at-subject', is('justification.necessary'), at('subject')),
    ];
    const asked = request({
      people: [{ ref: 'child' }],
      items: [
        { ref: 'note', about: ['child'], necessary: true },
        { ref: 'letter', about: ['child'], necessary: false },
      ],
    });
    expect(findings(rules, asked, 'at-case')).toEqual(['unknown']);
    expect(findings(rules, asked, 'at-person')).toEqual(['unknown']);
    expect(findings(rules, asked, 'at-item')).toEqual(['met', 'unknown']);
    expect(findings(rules, asked, 'at-subject')).toEqual(['met', 'unknown']);
  });
});

describe('quantified leaves', () => {
  const people = (...deceased: unknown[]) =>
    deceased.map((one, index) => ({ ref: `p${index}`, deceased: one }));
  test.each<['some' | 'every', string, Record<string, unknown>, Finding]>([
    ['some', 'one of whom it is true', { people: people(false, true) }, 'met'],
    ['some', 'nobody of whom it is true', { people: people(false, false) }, 'not-met'],
    ['some', 'one of whom it is not known', { people: people(false, undefined) }, 'unknown'],
    ['some', 'one true beside one not known', { people: people(undefined, true) }, 'met'],
    ['some', 'an empty list', { people: [] }, 'not-met'],
    ['some', 'a list left out', {}, 'unknown'],
    ['every', 'all true', { people: people(true, true) }, 'met'],
    ['every', 'one false', { people: people(true, false) }, 'not-met'],
    ['every', 'one not known', { people: people(true, 'unsure') }, 'unknown'],
    ['every', 'one false beside one not known', { people: people(undefined, false) }, 'not-met'],
    ['every', 'an empty list', { people: [] }, 'met'],
    ['every', 'a list left out', {}, 'unknown'],
  ])('%s over %s', (quantifier, _, said, finding) => {
    const rules = [conclusion('the-rule', is('person.deceased', true, `${quantifier}Fact:equal`))];
    expect(findings(rules, request(said), 'the-rule')).toEqual([finding]);
  });

  test('nobody else may exist where the people were listed, though more are spoken of elsewhere', () => {
    const rules = [conclusion('the-rule', is('person.deceased', true, 'everyFact:equal'))];
    const asked = request({ concern: { about: ['child'] } });
    expect(findings(rules, asked, 'the-rule')).toEqual(['unknown']);
  });

  test('at an item they range over those it is about', () => {
    const rules = ['some', 'every'].map((quantifier) =>
      conclusion(`${quantifier}-one`, is('person.deceased', true, `${quantifier}Fact:equal`), {
        scope: 'item',
      }),
    );
    const asked = request({
      people: people(true, false),
      items: [
        { ref: 'both', about: ['p0', 'p1'] },
        { ref: 'first', about: ['p0'] },
        { ref: 'left-out' },
      ],
    });
    expect(findings(rules, asked, 'some-one')).toEqual(['met', 'met', 'unknown']);
    expect(findings(rules, asked, 'every-one')).toEqual(['not-met', 'met', 'unknown']);
  });

  test('a conclusion about one person is quantified as a whole', () => {
    const rules = [
      conclusion('of-one', all(is('person.deceased'), is('person.allegedToHarm')), {
        scope: 'person',
      }),
      conclusion('one-person', is('rule.of-one', true, 'someFact:equal')),
      conclusion(
        'two-people',
        all(
          is('person.deceased', true, 'someFact:equal'),
          is('person.allegedToHarm', true, 'someFact:equal'),
        ),
      ),
    ];
    const asked = request({
      people: [
        { ref: 'child', deceased: true, allegedToHarm: false },
        { ref: 'mother', deceased: false, allegedToHarm: true },
      ],
    });
    expect(findings(rules, asked, 'one-person')).toEqual(['not-met']);
    expect(findings(rules, asked, 'two-people')).toEqual(['met']);
  });
});

describe('a consent is valid where it was given and has no defect', () => {
  const items = [{ ref: 'note', about: ['child'] }];
  const defect = finds(
    'defect',
    { type: 'consent-defect', params: { defect: 'implied' } },
    is('consent.implied'),
    { scope: 'consent' },
  );
  const reading = ['dataProtection', 'confidentiality', 'service'].map((kind) =>
    conclusion(kind.toLowerCase(), is(`person.${kind}ConsentValid`), { scope: 'person' }),
  );
  test.each<[Record<string, unknown>, Finding]>([
    [{ status: 'given', implied: false }, 'met'],
    [{ status: 'given', implied: true }, 'not-met'],
    [{ status: 'given' }, 'unknown'],
    [{ status: 'refused', implied: false }, 'not-met'],
    [{ status: 'refused' }, 'not-met'],
    [{ status: 'unsure', implied: false }, 'unknown'],
    [{ implied: false }, 'unknown'],
    [{ status: 'unsure', implied: true }, 'not-met'],
  ])('%o is %s', (service, finding) => {
    const asked = request({ people: [{ ref: 'child', consent: { service } }], items });
    expect(findings([defect, ...reading], asked, 'service')).toEqual([finding]);
  });

  test('one kind never stands in for another', () => {
    const sound = { status: 'given', implied: false };
    const of = (consent: Record<string, unknown>) =>
      ['dataprotection', 'confidentiality', 'service'].map(
        (id) =>
          findings([defect, ...reading], request({ people: [{ ref: 'child', consent }] }), id)[0],
      );
    expect(of({ dataProtection: sound })).toEqual(['met', 'unknown', 'unknown']);
    expect(of({ confidentiality: sound })).toEqual(['unknown', 'met', 'unknown']);
    expect(of({ service: sound })).toEqual(['unknown', 'unknown', 'met']);
  });

  test('each person answers for their own', () => {
    const asked = request({
      people: [
        { ref: 'child', consent: { service: { status: 'refused' } } },
        { ref: 'mother', consent: { service: { status: 'given' } } },
      ],
      items,
    });
    expect(findings(reading, asked, 'service')).toEqual(['not-met', 'met']);
  });

  test('the one who confided answers for the confidence of an item', () => {
    const rules = [conclusion('reader', is('item.confiderConsents'), { scope: 'item' })];
    const asked = request({
      people: [
        { ref: 'child', consent: { confidentiality: { status: 'given' } } },
        { ref: 'mother', consent: { confidentiality: { status: 'refused' } } },
      ],
      items: [
        { ref: 'a', about: ['mother'], confidedBy: 'child' },
        { ref: 'b', about: ['child'], confidedBy: 'mother' },
        { ref: 'c' },
      ],
    });
    expect(findings(rules, asked, 'reader')).toEqual(['met', 'not-met', 'unknown']);
  });
});

describe('an item is under a legal duty', () => {
  const reader = conclusion('reader', is('item.underLegalDuty'), { scope: 'item' });
  const read = (rules: readonly Rule[], said: Record<string, unknown> = {}) =>
    findings([...rules, reader], request(said), 'reader');
  test('where a duty in law is met, and not where one in guidance is', () => {
    expect(read([duty('law')])).toEqual(['met']);
    expect(read([duty('guidance', always, { strength: 'should' })])).toEqual(['not-met']);
    expect(read([duty('asked', is('purpose.legitimate'))])).toEqual(['unknown']);
    expect(read([])).toEqual(['not-met']);
  });

  test('as far as the duty reaches: the item, or some of those it is about', () => {
    const said = {
      people: [
        { ref: 'child', deceased: true },
        { ref: 'mother', deceased: false },
      ],
      items: [
        { ref: 'a', about: ['mother', 'child'], relevant: false },
        { ref: 'b', about: ['mother'], relevant: true },
      ],
    };
    expect(read([duty('of-item', is('item.relevant'), {}, { scope: 'item' })], said)).toEqual([
      'not-met',
      'met',
    ]);
    expect(
      read([duty('of-subject', is('person.deceased'), {}, { scope: 'subject' })], said),
    ).toEqual(['met', 'not-met']);
  });

  test('never by a duty of a local pack', () => {
    const program = programOf([reader], [duty('local-duty')]);
    const world = worldFor(program, request());
    expect(factAt(world, 'item.underLegalDuty')).toBe(false);
    expect(isLegalDuty(loaded(program, 'local-duty'))).toBe(false);
    expect(isLegalDuty(loaded(programOf([duty('a-duty')]), 'a-duty'))).toBe(true);
  });
});

describe('what a rule finds for an item', () => {
  const program = programOf([
    conclusion('case-rule', always),
    conclusion('item-rule', is('item.relevant'), { scope: 'item' }),
    conclusion('subject-rule', is('person.deceased'), { scope: 'subject' }),
  ]);
  const world = worldFor(
    program,
    request({
      people: [
        { ref: 'child', deceased: true },
        { ref: 'mother', deceased: false },
      ],
      items: [
        { ref: 'a', about: ['mother'], relevant: true },
        { ref: 'b', about: ['mother', 'child'], relevant: false },
      ],
    }),
  );
  const at = (id: string, item: number) => atItem(loaded(program, id), world, item);
  test('is what it finds for the case, for the item, or for some of its subjects', () => {
    expect([at('case-rule', 0), at('case-rule', 1)]).toEqual([2, 2]);
    expect([at('item-rule', 0), at('item-rule', 1)]).toEqual([2, 0]);
    expect([at('subject-rule', 0), at('subject-rule', 1)]).toEqual([0, 2]);
  });
});

test('telling a fact sets it at one instance, for the rules that read it', () => {
  const world = laidOut(request({ items: [{ ref: 'note' }, { ref: 'letter' }] }));
  tell(world, 'item.verdict', 1, 'share');
  expect([0, 1].map((item) => factAt(world, 'item.verdict', item))).toEqual([undefined, 'share']);
});

describe('what may be confirmed just before sharing', () => {
  const may = (fact: string, said: Record<string, unknown> = {}) =>
    mayBeConfirmed(laidOut(request(said)), fact);
  test('is a property of the fact', () => {
    expect(may('item.accurate')).toBe(true);
    expect(may('channel.secure')).toBe(true);
    expect(may('item.relevant')).toBe(false);
    expect(may('recipient.mightHarm')).toBe(false);
  });

  test.each<[string, Record<string, unknown>, boolean]>([
    [
      'an organisation we write to',
      { mode: 'proactive', recipient: { organisation: 'police' } },
      true,
    ],
    ['one who asks', { mode: 'on-request', recipient: { organisation: 'police' } }, false],
    ['one whom we ask', { mode: 'seeking', recipient: { organisation: 'police' } }, false],
    ['a person', { mode: 'proactive', recipient: { person: 'mother' } }, false],
    [
      'an organisation of no known kind',
      { mode: 'proactive', recipient: { organisation: 'unsure' } },
      false,
    ],
    ['someone of whom nothing is known', { mode: 'proactive', recipient: {} }, false],
    ['nobody named', { mode: 'proactive' }, false],
  ])('the identity of %s', (_, said, expected) => {
    expect(may('recipient.identityVerified', said)).toBe(expected);
  });

  test('is answered in the harmless way where it was left out, and only there', () => {
    const program = programOf([
      bar('inaccurate', is('item.accurate', false), { scope: 'item' }),
      bar('insecure', is('channel.secure', false)),
      bar('irrelevant', is('item.relevant', false), { scope: 'item' }),
    ]);
    const world = laidOut(
      request({
        items: [{ ref: 'a' }, { ref: 'b', accurate: 'unsure' }, { ref: 'c', accurate: false }],
      }),
    );
    evaluate(program, world);
    const other = confirmed(program, world);
    const results = (one: World, id: string) => one.results[loaded(program, id).number];
    expect(results(world, 'inaccurate')).toEqual([1, 1, 2]);
    expect(results(other, 'inaccurate')).toEqual([0, 1, 2]);
    expect(results(world, 'insecure')).toEqual([1]);
    expect(results(other, 'insecure')).toEqual([0]);
    expect(results(other, 'irrelevant')).toEqual([1, 1, 1]);
    expect(factAt(world, 'item.accurate')).toBeUndefined();
    expect(factAt(world, 'channel.secure')).toBeUndefined();
  });

  test('does not stand in the place of what a rule answers', () => {
    const reading = (on: Condition) => {
      const program = programOf([
        rule({
          id: 'answering',
          conditions: on,
          event: { type: 'answer', params: { fact: 'channel.secure', value: false } },
        }),
        bar('insecure', is('channel.secure', false)),
      ]);
      const world = laidOut(request());
      evaluate(program, world);
      const { number } = loaded(program, 'insecure');
      return [world, confirmed(program, world)].map((one) => one.results[number]);
    };
    expect(reading(always)).toEqual([[2], [2]]);
    expect(reading(never)).toEqual([[1], [0]]);
    expect(reading(is('purpose.legitimate'))).toEqual([[1], [0]]);
  });

  test('reaches bars through the conclusions and exceptions that they read', () => {
    const program = programOf([
      conclusion('unsound', any(is('item.accurate', false), never), { scope: 'item' }),
      bar('through-conclusion', is('rule.unsound'), { scope: 'item' }),
      bar('through-exception', always),
      conclusion('sent-safely', is('channel.secure'), { exceptionTo: ['through-exception'] }),
      bar('unrelated', not(is('purpose.legitimate'))),
    ]);
    const world = laidOut(request());
    evaluate(program, world);
    const other = confirmed(program, world);
    const result = (id: string) =>
      [world, other].map((one) => one.results[loaded(program, id).number]?.[0]);
    expect(result('through-conclusion')).toEqual([1, 0]);
    expect(result('through-exception')).toEqual([1, 0]);
    expect(result('unrelated')).toEqual([1, 1]);
  });
});
