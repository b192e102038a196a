import { describe, expect, test } from 'vitest';
import { assemble, graph, order, readsOf } from '../../src/engine/program.ts';
import type { Program } from '../../src/engine/program.ts';
import type { Rule } from '../../src/model/rule.ts';
import { all, always, any, conclusion, is, not, programOf, rule } from '../synthetic.ts';
import { bar, duty, finds } from './permitting.ts';

const idsOf = (program: Program, numbers: readonly number[]) =>
  numbers.map((number) => program.rules[number]?.rule.id);
const stepsOf = (program: Program) =>
  program.steps.map((step) =>
    'rule' in step ? program.rules[step.rule]?.rule.id : `(${step.conclude})`,
  );
const caution = (id: string, conditions: Rule['conditions']) =>
  finds(id, { type: 'caution', params: {} }, conditions);

describe('what a rule reads', () => {
  const nobody = () => [];
  test('is the rules and conclusions that its leaves name, and the decision, and no plain fact', () => {
    const reads = conclusion(
      'reader',
      all(
        is('purpose.legitimate'),
        any(is('rule.other'), not(is('rule.another', true, 'someFact:equal'))),
        is('consent.valid', true, 'someFact:equal'),
        is('decision.outcome', 'share'),
      ),
    );
    expect(readsOf(reads, nobody)).toEqual(['other', 'another', 'consent.valid', 'decision']);
  });

  test('is what answers its facts besides', () => {
    const answers = (fact: string) => (fact === 'purpose.legitimate' ? ['answering'] : []);
    expect(readsOf(conclusion('reader', is('purpose.legitimate')), answers)).toEqual(['answering']);
    expect(readsOf(conclusion('reader', is('purpose.compatible')), answers)).toEqual([]);
  });
});

describe('an order', () => {
  const reads = (edges: Record<string, string[]>) => order(new Map(Object.entries(edges)));
  test('puts each name after all that it reads, and else by name', () => {
    expect(reads({ c: [], b: ['d'], a: ['b', 'c'], d: [] })).toEqual({
      sorted: ['d', 'b', 'c', 'a'],
      cycle: [],
    });
  });

  test('holds names that are read and read nothing', () => {
    expect(reads({ a: ['elsewhere'] }).sorted).toEqual(['elsewhere', 'a']);
  });

  test('names the circle where there is one, and no more than the circle', () => {
    expect(reads({ a: ['b'], b: ['c'], c: ['d'], d: ['b'] }).cycle).toEqual(['b', 'c', 'd', 'b']);
    expect(reads({ a: ['a'], b: [] }).cycle).toEqual(['a', 'a']);
  });
});

describe('the graph of rules', () => {
  const consentDefect = finds(
    'defect',
    { type: 'consent-defect', params: { defect: 'implied' } },
    is('consent.implied'),
    { scope: 'consent' },
  );
  const rules = [
    conclusion('plain', always),
    conclusion('exception', always, { exceptionTo: ['plain'] }),
    rule({
      id: 'answering',
      event: { type: 'answer', params: { fact: 'purpose.legitimate', value: true } },
    }),
    conclusion('reader', is('purpose.legitimate')),
    consentDefect,
    duty('a-duty'),
    caution('late', is('decision.outcome', 'share')),
    caution('later', is('rule.late')),
  ];
  const reads = graph(rules);
  test('lets a rule read its exceptions and what answers its facts', () => {
    expect(reads.get('plain')).toEqual(['exception']);
    expect(reads.get('reader')).toEqual(['answering']);
    expect(reads.get('later')).toEqual(['late']);
  });

  test('draws conclusions of kinds from the rules of those kinds', () => {
    expect(reads.get('consent.valid')).toEqual(['defect']);
    expect(reads.get('person.serviceConsentValid')).toEqual(['consent.valid']);
    expect(reads.get('item.confiderConsents')).toEqual(['consent.valid']);
    expect(reads.get('item.underLegalDuty')).toEqual(['a-duty']);
  });

  test('puts the decision after every rule and conclusion of a kind that does not come after it', () => {
    expect(reads.get('decision')).toEqual([
      'plain',
      'exception',
      'answering',
      'reader',
      'defect',
      'a-duty',
      'consent.valid',
      'person.dataProtectionConsentValid',
      'person.confidentialityConsentValid',
      'person.serviceConsentValid',
      'item.confiderConsents',
      'item.underLegalDuty',
    ]);
  });
});

describe('rules put together', () => {
  const rules = [
    bar('z-first', is('rule.a-last')),
    conclusion('a-last', is('item.accurate', true, 'everyFact:equal')),
    conclusion('m-exception', always, { exceptionTo: ['z-first'] }),
    caution('b-late', is('decision.outcome', 'share')),
    caution('c-later', is('rule.b-late')),
    caution('d-early', always),
  ];
  const program = programOf(rules);
  test('stand in the order of their ids, under numbers', () => {
    expect(program.rules.map(({ rule: one }) => one.id)).toEqual(rules.map(({ id }) => id).sort());
    expect(program.rules.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(program.byId.get('z-first')?.number).toBe(5);
  });

  test('are evaluated after what they read', () => {
    const steps = stepsOf(program);
    expect(steps.indexOf('z-first')).toBeGreaterThan(steps.indexOf('a-last'));
    expect(steps.indexOf('z-first')).toBeGreaterThan(steps.indexOf('m-exception'));
    expect(steps).toContain('d-early');
  });

  test('come after the decision where they read it, directly or not', () => {
    expect(idsOf(program, program.afterwards)).toEqual(['b-late', 'c-later']);
    expect(stepsOf(program)).not.toContain('b-late');
  });

  test('are the same in whatever order and packs they come', () => {
    const other = assemble([
      { id: 'synthetic', local: false, rules: [...rules].reverse().slice(0, 3) },
      { id: 'empty', local: false, rules: [] },
      { id: 'synthetic', local: false, rules: [...rules].reverse().slice(3) },
    ]);
    expect(stepsOf(other)).toEqual(stepsOf(program));
    expect(other.afterwards).toEqual(program.afterwards);
    expect(other.rules.map(({ rule: one }) => one.id)).toEqual(
      program.rules.map(({ rule: one }) => one.id),
    );
  });

  test('know their exceptions, their pack and whether it is a local one', () => {
    const mixed = programOf([bar('a-bar', always)], [duty('local-duty')]);
    expect(idsOf(program, program.byId.get('z-first')?.exceptions ?? [])).toEqual(['m-exception']);
    expect(mixed.byId.get('a-bar')).toMatchObject({ pack: 'synthetic', local: false });
    expect(mixed.byId.get('local-duty')).toMatchObject({ pack: 'local', local: true });
  });

  test('are found by kind', () => {
    expect(program.ofKind('caution').map(({ rule: one }) => one.id)).toEqual([
      'b-late',
      'c-later',
      'd-early',
    ]);
    expect(program.ofKind('duty')).toEqual([]);
  });

  test('are found by the fact that they answer', () => {
    const answering = (id: string, scope: Rule['scope'], value: boolean) =>
      rule({ id, scope, event: { type: 'answer', params: { fact: 'item.necessary', value } } });
    const two = programOf([answering('b', 'item', false), answering('a', 'case', true)]);
    expect(two.answersTo('item.necessary')).toEqual([
      { rule: 0, scope: 'case', value: true },
      { rule: 1, scope: 'item', value: false },
    ]);
    expect(two.answersTo('item.relevant')).toEqual([]);
  });
});

describe('the rules that are tried again with what may be confirmed', () => {
  const retried = (...rules: Rule[]) => {
    const program = programOf(rules);
    return idsOf(program, program.confirmable);
  };
  test('read a fact that may be confirmed, themselves or through others', () => {
    expect(
      retried(
        bar('reads-it', is('channel.secure', false)),
        bar('reads-another', is('purpose.legitimate', false)),
        conclusion('between', is('channel.secure')),
        bar('reads-through', not(is('rule.between'))),
        bar('excepted', always),
        conclusion('the-exception', is('channel.secure'), { exceptionTo: ['excepted'] }),
      ).sort(),
    ).toEqual(['between', 'excepted', 'reads-it', 'reads-through', 'the-exception']);
  });

  test('are never permissions', () => {
    expect(retried(duty('a-duty', is('channel.secure')))).toEqual([]);
  });
});

describe('the steps after a fact', () => {
  const named = (program: Program, fact: string) =>
    program
      .stepsAfter(fact)
      .map((step) => ('rule' in step ? program.rules[step.rule]?.rule.id : step.conclude));

  test('are those that read it, directly or through others and exceptions, in order', () => {
    const program = programOf([
      bar('a-bar', is('rule.z-conclusion')),
      conclusion('z-conclusion', is('channel.secure')),
      bar('another', is('purpose.legitimate', false)),
      bar('excepted', always),
      conclusion('exception', is('channel.secure'), { exceptionTo: ['excepted'] }),
      caution('late', is('channel.secure')),
    ]);
    const steps = named(program, 'channel.secure');
    expect([...steps].sort()).toEqual(['a-bar', 'excepted', 'exception', 'late', 'z-conclusion']);
    expect(steps.indexOf('z-conclusion')).toBeLessThan(steps.indexOf('a-bar'));
    expect(steps.indexOf('exception')).toBeLessThan(steps.indexOf('excepted'));
    expect(named(program, 'concern.level')).toEqual([]);
  });

  test('count the conclusions that are drawn from it', () => {
    const program = programOf([
      bar('a-bar', is('item.confiderConsents', false), { scope: 'item' }),
    ]);
    expect(named(program, 'consent.status')).toEqual([
      'consent.valid',
      'item.confiderConsents',
      'a-bar',
      'person.confidentialityConsentValid',
      'person.dataProtectionConsentValid',
      'person.serviceConsentValid',
    ]);
    expect(named(program, 'item.confidedBy')).toEqual(['item.confiderConsents', 'a-bar']);
  });
});
