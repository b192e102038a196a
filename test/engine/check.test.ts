import { describe, expect, test } from 'vitest';
import { checkPacks } from '../../src/engine/check.ts';
import { kinds } from '../../src/engine/kinds.ts';
import { Condition as ConditionModel, RuleEvent } from '../../src/model/rule.ts';
import type { Condition, Leaf, Pack, Rule } from '../../src/model/rule.ts';
import { all, always, any, conclusion, is, not, pack, rule, source } from '../synthetic.ts';

const national = (rules: readonly Rule[], said: Partial<Pack> = {}) =>
  checkPacks([{ pack: pack(rules, said), local: false }]).issues;
const beside = (rules: readonly Rule[], local: readonly Rule[], said: Partial<Pack> = {}) =>
  checkPacks([
    { pack: pack(rules), local: false },
    { pack: pack(local, { id: 'place', sources: [], ...said }), local: true },
  ]).issues;
const brief = (issues: ReturnType<typeof national>) =>
  issues.map(({ code, rule: id, path }) => `${code} ${id ?? '-'} ${path}`);

/** A rule whose conditions need not have the shape of conditions. */
const shaped = (conditions: unknown, id = 'it'): Rule => conclusion(id, conditions as Condition);
const leaf = (
  fact: string,
  operator: string,
  value: unknown,
  more: Record<string, unknown> = {},
) => ({ fact, operator, value, ...more });

const bar = rule({ id: 'a-bar', scope: 'item', event: { type: 'harm', params: { level: 'law' } } });
const duty = rule({
  id: 'a-duty',
  event: { type: 'duty', params: { gateway: 'a-duty', strength: 'must' } },
});
const obligation = (id: string, conditions: Condition): Rule =>
  rule({
    id,
    conditions,
    event: {
      type: 'obligation',
      params: { obligation: 'follow-up', level: 'should', when: 'after', text: 'Follow up.' },
    },
  });

describe('packs that hold together', () => {
  const rules = [
    conclusion(
      'plain',
      all(
        is('recipient.entitled'),
        any(
          is('concern.level', ['none', 'welfare'], 'in'),
          not(is('concern.kinds', 'fgm', 'contains')),
        ),
      ),
    ),
    conclusion(
      'named',
      {
        name: '(1)',
        all: [
          { name: '(1)(a)', ...is('item.relevant') },
          { name: '(1)(b)', not: { name: 'not', ...is('item.nature', 'opinion') } },
        ],
      },
      { scope: 'item' },
    ),
    conclusion('of-people', is('person.role', ['parent'], 'someFact:notIn'), { scope: 'item' }),
    conclusion('of-rules', all(is('rule.plain'), is('rule.named', false, 'everyFact:equal'))),
    conclusion('of-bars', is('rule.a-bar', true, 'someFact:equal')),
    rule({
      id: 'answering',
      event: { type: 'answer', params: { fact: 'recipient.reach', value: 'one' } },
    }),
    obligation('afterwards', is('decision.outcome', 'share')),
    bar,
    rule({
      id: 'lifting',
      event: { type: 'duty', params: { gateway: 'lifting', strength: 'must', lifts: ['a-bar'] } },
    }),
    conclusion('an-exception', is('recipient.entitled'), { exceptionTo: ['a-bar'] }),
    conclusion('an-own-exception', is('item.relevant'), {
      scope: 'item',
      exceptionTo: ['a-bar', 'named'],
    }),
  ];

  test('have no defect, and are given back', () => {
    const checked = checkPacks([{ pack: pack(rules), local: false }]);
    expect(checked.issues).toEqual([]);
    expect(checked.packs).toEqual([pack(rules)]);
  });

  test('may be none', () => {
    expect(checkPacks([])).toEqual({ issues: [], packs: [] });
  });

  test('may cite the sources and read the rules of one another', () => {
    expect(beside(rules, [conclusion('place-rule', is('rule.plain'))])).toEqual([]);
  });
});

describe('a leaf', () => {
  test.each<[string, unknown, { code: string; path: string; message: string; help: string }]>([
    [
      'of an unknown fact',
      leaf('person.rola', 'someFact:equal', 'parent'),
      {
        code: 'unknown-fact',
        path: '/fact',
        message: 'unknown fact `person.rola`',
        help: 'did you mean `person.role`?',
      },
    ],
    [
      'of an unknown fact like no other',
      leaf('zzyzx', 'equal', true),
      {
        code: 'unknown-fact',
        path: '/fact',
        message: 'unknown fact `zzyzx`',
        help: 'see the fact dictionary and the published lists',
      },
    ],
    [
      'of an unknown rule',
      leaf('rule.a-bor', 'someFact:equal', true),
      {
        code: 'unknown-fact',
        path: '/fact',
        message: 'unknown fact `rule.a-bor`',
        help: 'did you mean `rule.a-bar`?',
      },
    ],
    [
      'with an unknown operator',
      leaf('concern.level', 'notequal', 'none'),
      {
        code: 'unknown-operator',
        path: '/operator',
        message: 'unknown operator `notequal`',
        help: 'did you mean `notEqual`?',
      },
    ],
    [
      'with an operator of json-rules-engine that is not taken',
      leaf('concern.level', 'greaterThanInclusive', 'none'),
      {
        code: 'unknown-operator',
        path: '/operator',
        message: 'unknown operator `greaterThanInclusive`',
        help: 'allowed: equal, notEqual, in, notIn, contains, doesNotContain',
      },
    ],
    [
      'with an operator named like something every object has',
      leaf('concern.level', 'toString', 'none'),
      {
        code: 'unknown-operator',
        path: '/operator',
        message: 'unknown operator `toString`',
        help: 'allowed: equal, notEqual, in, notIn, contains, doesNotContain',
      },
    ],
    [
      'with such an operator behind a quantifier',
      leaf('person.role', 'someFact:constructor', 'parent'),
      {
        code: 'unknown-operator',
        path: '/operator',
        message: 'unknown operator `someFact:constructor`',
        help: 'allowed: equal, notEqual, in, notIn, contains, doesNotContain',
      },
    ],
    [
      'with an unknown quantifier',
      leaf('person.role', 'noFact:equal', 'parent'),
      {
        code: 'unknown-operator',
        path: '/operator',
        message: 'unknown operator `noFact:equal`',
        help: 'allowed: equal, notEqual, in, notIn, contains, doesNotContain',
      },
    ],
    [
      'of a narrower scope, without a quantifier',
      leaf('person.role', 'equal', 'parent'),
      {
        code: 'unreadable-fact',
        path: '/fact',
        message: '`person.role` cannot be read at scope `case`',
        help: 'read it with `someFact:` or `everyFact:`, or give the rule a narrower scope',
      },
    ],
    [
      'of the same scope, with a quantifier',
      leaf('recipient.entitled', 'someFact:equal', true),
      {
        code: 'unreadable-fact',
        path: '/fact',
        message: '`recipient.entitled` cannot be read with a quantifier at scope `case`',
        help: 'a quantifier reads a narrower scope than that of the rule',
      },
    ],
    [
      'of a rule of a narrower scope, without a quantifier',
      leaf('rule.a-bar', 'equal', true),
      {
        code: 'unreadable-fact',
        path: '/fact',
        message: '`rule.a-bar` cannot be read at scope `case`',
        help: 'read it with `someFact:` or `everyFact:`, or give the rule a narrower scope',
      },
    ],
    [
      'of what was decided, where the decision rests on it',
      leaf('decision.outcome', 'equal', 'share'),
      {
        code: 'reads-decision',
        path: '/fact',
        message: 'a rule of kind `conclusion` cannot read what was decided',
        help: 'only obligation, advice, record-field, urgency, caution can',
      },
    ],
    [
      'with an operator for words, of a yes/no question',
      leaf('recipient.entitled', 'notEqual', true),
      {
        code: 'wrong-operator',
        path: '/operator',
        message: 'operator `notEqual` does not fit the type `yes-no` of `recipient.entitled`',
        help: 'use equal',
      },
    ],
    [
      'with an operator for one word, of a list of words',
      leaf('concern.kinds', 'equal', 'fgm'),
      {
        code: 'wrong-operator',
        path: '/operator',
        message: 'operator `equal` does not fit the type `words` of `concern.kinds`',
        help: 'use contains, doesNotContain',
      },
    ],
    [
      'with an operator for a list of words, of one word',
      leaf('concern.level', 'contains', 'none'),
      {
        code: 'wrong-operator',
        path: '/operator',
        message: 'operator `contains` does not fit the type `word` of `concern.level`',
        help: 'use equal, notEqual, in, notIn',
      },
    ],
    [
      'of a date',
      leaf('move.on', 'equal', '2026-03-02'),
      {
        code: 'wrong-operator',
        path: '/operator',
        message: 'operator `equal` does not fit the type `date` of `move.on`',
        help: 'use a derived fact; dates and refs are not compared',
      },
    ],
    [
      'of a reference',
      leaf('recipient.person', 'equal', 'mother'),
      {
        code: 'wrong-operator',
        path: '/operator',
        message: 'operator `equal` does not fit the type `ref` of `recipient.person`',
        help: 'use a derived fact; dates and refs are not compared',
      },
    ],
    [
      'of references',
      leaf('concern.about', 'contains', 'girl'),
      {
        code: 'wrong-operator',
        path: '/operator',
        message: 'operator `contains` does not fit the type `refs` of `concern.about`',
        help: 'use a derived fact; dates and refs are not compared',
      },
    ],
    [
      'with one word where a list is taken',
      leaf('concern.level', 'in', 'none'),
      {
        code: 'wrong-value',
        path: '/value',
        message: 'expected a list of words',
        help: 'operator `in` takes a list',
      },
    ],
    [
      'with a list where one word is taken',
      leaf('concern.level', 'equal', ['none']),
      {
        code: 'wrong-value',
        path: '/value',
        message: 'expected a single value',
        help: 'operator `equal` takes one value',
      },
    ],
    [
      'with a word for a yes/no question',
      leaf('recipient.entitled', 'equal', 'yes'),
      {
        code: 'wrong-value',
        path: '/value',
        message: '`recipient.entitled` is answered yes or no',
        help: 'use true or false',
      },
    ],
    [
      'with `unsure` for a yes/no question',
      leaf('recipient.entitled', 'equal', 'unsure'),
      {
        code: 'wrong-value',
        path: '/value',
        message: '`recipient.entitled` is answered yes or no',
        help: 'use true or false',
      },
    ],
    [
      'with a word for the conclusion of a rule',
      leaf('rule.a-bar', 'someFact:equal', 'met'),
      {
        code: 'wrong-value',
        path: '/value',
        message: '`rule.a-bar` is answered yes or no',
        help: 'use true or false',
      },
    ],
    [
      'with another fact as its value',
      leaf('recipient.entitled', 'equal', { fact: 'recipient.contracted' }),
      {
        code: 'wrong-value',
        path: '/value',
        message: '`recipient.entitled` is answered yes or no',
        help: 'use true or false',
      },
    ],
    [
      'with a word that is no answer',
      leaf('concern.level', 'equal', 'welfaire'),
      {
        code: 'unknown-word',
        path: '/value',
        message: '`welfaire` is not an answer to `concern.level`',
        help: 'did you mean `welfare`?',
      },
    ],
    [
      'with a word in a list that is no answer',
      leaf('concern.level', 'in', ['none', 'zzyzx']),
      {
        code: 'unknown-word',
        path: '/value',
        message: '`zzyzx` is not an answer to `concern.level`',
        help: 'allowed: none, welfare, emerging-need, child-in-need, significant-harm, immediate-danger',
      },
    ],
    [
      'with `unsure`, since no rule reads unknownness',
      leaf('concern.level', 'equal', 'unsure'),
      {
        code: 'unknown-word',
        path: '/value',
        message: '`unsure` is not an answer to `concern.level`',
        help: 'allowed: none, welfare, emerging-need, child-in-need, significant-harm, immediate-danger',
      },
    ],
    [
      'with yes or no for a word',
      leaf('concern.level', 'equal', true),
      {
        code: 'unknown-word',
        path: '/value',
        message: '`true` is not an answer to `concern.level`',
        help: 'allowed: none, welfare, emerging-need, child-in-need, significant-harm, immediate-danger',
      },
    ],
    [
      'with another fact in the place of a word',
      leaf('concern.level', 'equal', { fact: 'move.plan' }),
      {
        code: 'unknown-word',
        path: '/value',
        message: '`[object Object]` is not an answer to `concern.level`',
        help: 'allowed: none, welfare, emerging-need, child-in-need, significant-harm, immediate-danger',
      },
    ],
  ])('%s is a defect', (_, node, { path, ...said }) => {
    expect(national([shaped(node), bar])).toEqual([
      { pack: 'synthetic', rule: 'it', path: `/conditions${path}`, ...said },
    ]);
  });

  test.each<[string, unknown, Rule['scope'], string[]]>([
    [
      'quantified over nothing narrower',
      leaf('consent.status', 'someFact:equal', 'given'),
      'subject',
      ['unreadable-fact it /conditions/fact'],
    ],
    [
      'quantified from a person over people',
      leaf('person.role', 'someFact:equal', 'parent'),
      'person',
      ['unreadable-fact it /conditions/fact'],
    ],
    [
      'quantified from an item over items',
      leaf('item.relevant', 'someFact:equal', true),
      'item',
      ['unreadable-fact it /conditions/fact'],
    ],
    [
      'quantified from a consent',
      leaf('person.role', 'someFact:equal', 'parent'),
      'consent',
      ['unreadable-fact it /conditions/fact'],
    ],
    [
      'of an item read by a person',
      leaf('item.relevant', 'equal', true),
      'person',
      ['unreadable-fact it /conditions/fact'],
    ],
    [
      'of an item read by a consent',
      leaf('item.relevant', 'equal', true),
      'consent',
      ['unreadable-fact it /conditions/fact'],
    ],
    [
      'of a person read by an item',
      leaf('person.role', 'equal', 'parent'),
      'item',
      ['unreadable-fact it /conditions/fact'],
    ],
    [
      'of a consent read by a subject',
      leaf('consent.status', 'equal', 'given'),
      'subject',
      ['unreadable-fact it /conditions/fact'],
    ],
    ['of a person read by a consent', leaf('person.role', 'equal', 'parent'), 'consent', []],
    ['of a person read by a subject', leaf('person.role', 'equal', 'parent'), 'subject', []],
    ['of the case read by a subject', leaf('concern.level', 'equal', 'none'), 'subject', []],
    [
      'quantified from a person over consents',
      leaf('consent.status', 'someFact:equal', 'given'),
      'person',
      [],
    ],
    [
      'quantified from a person over items',
      leaf('item.relevant', 'everyFact:equal', true),
      'person',
      [],
    ],
    [
      'quantified from an item over consents',
      leaf('consent.status', 'someFact:equal', 'given'),
      'item',
      [],
    ],
    [
      'quantified from the case over consents',
      leaf('consent.status', 'someFact:equal', 'given'),
      'case',
      [],
    ],
  ])('%s', (_, node, scope, expected) => {
    expect(brief(national([conclusion('it', node as Leaf, { scope })]))).toEqual(expected);
  });

  test('that cannot be read and has a wrong value has both defects', () => {
    expect(brief(national([shaped(leaf('person.role', 'equal', 'zzyzx'))]))).toEqual([
      'unreadable-fact it /conditions/fact',
      'unknown-word it /conditions/value',
    ]);
  });

  test.each(['obligation', 'advice', 'record-field', 'urgency', 'caution'] as const)(
    'of what was decided is read by a rule of kind %s',
    (type) => {
      const events = {
        obligation: {
          type: 'obligation',
          params: { obligation: 'follow-up', level: 'should', when: 'after', text: 'x' },
        },
        advice: { type: 'advice', params: { who: 'legal', about: 'x' } },
        'record-field': {
          type: 'record-field',
          params: { field: 'why', level: 'must', timing: 'before' },
        },
        urgency: { type: 'urgency', params: { urgency: 'immediate' } },
        caution: { type: 'caution', params: {} },
      } as const;
      expect(
        national([
          rule({ id: 'it', conditions: is('decision.outcome', 'share'), event: events[type] }),
        ]),
      ).toEqual([]);
    },
  );
});

describe('a node of conditions', () => {
  const good = is('recipient.entitled');
  const deep = (levels: number): Condition => (levels === 1 ? good : not(deep(levels - 1)));

  test.each<[string, unknown, string, string, string, string]>([
    [
      'left out',
      undefined,
      'wrong-node',
      '',
      'expected a condition',
      'give `all`, `any`, `not`, or a fact with an operator and a value',
    ],
    [
      'that is null',
      { all: [good, null] },
      'wrong-node',
      '/all/1',
      'expected a condition',
      'give `all`, `any`, `not`, or a fact with an operator and a value',
    ],
    [
      'that is a text',
      { any: ['recipient.entitled'] },
      'wrong-node',
      '/any/0',
      'expected a condition',
      'give `all`, `any`, `not`, or a fact with an operator and a value',
    ],
    [
      'that is a list',
      { not: [good] },
      'wrong-node',
      '/not',
      'expected a condition',
      'give `all`, `any`, `not`, or a fact with an operator and a value',
    ],
    [
      'with both all and any',
      { all: [good], any: [good] },
      'wrong-node',
      '',
      'a node has exactly one of `all`, `any`, `not` or `fact`',
      'split it',
    ],
    [
      'with both all and not',
      { all: [good], not: good },
      'wrong-node',
      '',
      'a node has exactly one of `all`, `any`, `not` or `fact`',
      'split it',
    ],
    [
      'with both a fact and any',
      { ...good, any: [good] },
      'wrong-node',
      '',
      'a node has exactly one of `all`, `any`, `not` or `fact`',
      'split it',
    ],
    [
      'with a misspelt head',
      { al: [good] },
      'wrong-node',
      '',
      'a node has exactly one of `all`, `any`, `not` or `fact`',
      'did you mean `all`?',
    ],
    [
      'that is a shared condition',
      { condition: 'a-bar' },
      'wrong-node',
      '',
      'a node has exactly one of `all`, `any`, `not` or `fact`',
      'allowed: all, any, not, fact',
    ],
    [
      'with nothing',
      {},
      'wrong-node',
      '',
      'a node has exactly one of `all`, `any`, `not` or `fact`',
      'allowed: all, any, not, fact',
    ],
    [
      'with an empty all',
      { all: [] },
      'empty-list',
      '/all',
      '`all` needs at least one condition',
      'an empty list would always or never be met',
    ],
    [
      'with an empty any',
      { not: { any: [] } },
      'empty-list',
      '/not/any',
      '`any` needs at least one condition',
      'an empty list would always or never be met',
    ],
    [
      'with an all that is no list',
      { all: good },
      'empty-list',
      '/all',
      '`all` needs at least one condition',
      'an empty list would always or never be met',
    ],
    [
      'with a path',
      { ...good, path: '$.a' },
      'unknown-key',
      '',
      'unknown key `path`',
      'allowed here: name, fact, operator, value',
    ],
    [
      'with params',
      { any: [{ ...good, params: {} }] },
      'unknown-key',
      '/any/0',
      'unknown key `params`',
      'allowed here: name, fact, operator, value',
    ],
    [
      'with a priority',
      { all: [good], priority: 1 },
      'unknown-key',
      '',
      'unknown key `priority`',
      'allowed here: name, all',
    ],
    [
      'with an operator beside a not',
      { not: good, operator: 'equal' },
      'unknown-key',
      '',
      'unknown key `operator`',
      'allowed here: name, not',
    ],
    [
      'without an operator',
      { fact: 'recipient.entitled', value: true },
      'wrong-leaf',
      '',
      'a leaf needs a fact, an operator and a value',
      'a list of values may not be empty',
    ],
    [
      'without a value',
      { fact: 'recipient.entitled', operator: 'equal' },
      'wrong-leaf',
      '',
      'a leaf needs a fact, an operator and a value',
      'a list of values may not be empty',
    ],
    [
      'with null as its value',
      leaf('recipient.entitled', 'equal', null),
      'wrong-leaf',
      '',
      'a leaf needs a fact, an operator and a value',
      'a list of values may not be empty',
    ],
    [
      'with a number as its value',
      leaf('recipient.entitled', 'equal', 1),
      'wrong-leaf',
      '',
      'a leaf needs a fact, an operator and a value',
      'a list of values may not be empty',
    ],
    [
      'with an empty list as its value',
      leaf('concern.level', 'in', []),
      'wrong-leaf',
      '',
      'a leaf needs a fact, an operator and a value',
      'a list of values may not be empty',
    ],
    [
      'with a fact that is no name',
      { fact: 7, operator: 'equal', value: true },
      'wrong-leaf',
      '',
      'a leaf needs a fact, an operator and a value',
      'a list of values may not be empty',
    ],
    [
      'with a name that is no text',
      { ...good, name: 7 },
      'wrong-node',
      '/name',
      'expected text',
      'name the limb of the provision',
    ],
    [
      'with a name that is no text, further down',
      { all: [good, { name: null, not: good }] },
      'wrong-node',
      '/all/1/name',
      'expected text',
      'name the limb of the provision',
    ],
    [
      'more than five deep',
      deep(6),
      'too-deep',
      '/not/not/not/not/not',
      'conditions are more than 5 deep',
      'give the inner part a conclusion of its own',
    ],
  ])('%s is a defect', (_, conditions, code, path, message, help) => {
    expect(national([shaped(conditions)])).toEqual([
      { pack: 'synthetic', rule: 'it', code, path: `/conditions${path}`, message, help },
    ]);
  });

  test.each<[string, unknown, boolean]>([
    ['a leaf', good, true],
    ['a named tree', { name: '(1)', all: [good, { any: [not(good)] }] }, true],
    ['a list of words', is('concern.level', ['none'], 'in'), true],
    ['nothing', undefined, false],
    ['an empty node', {}, false],
    ['two heads', { all: [good], any: [good] }, false],
    ['a fact beside a head', { ...good, not: good }, false],
    ['an empty all', { all: [] }, false],
    ['an all that is no list', { all: good }, false],
    ['a list under not', { not: [good] }, false],
    ['a path', { ...good, path: '$.a' }, false],
    ['a leaf without an operator', { fact: 'recipient.entitled', value: true }, false],
    ['an empty list of words', is('concern.level', [], 'in'), false],
    ['a number as its value', leaf('recipient.entitled', 'equal', 1), false],
    ['another fact as its value', leaf('recipient.entitled', 'equal', { fact: 'nation' }), false],
    ['a name that is no text', { ...good, name: ['(1)'] }, false],
  ])('of %s is judged alike by the published model of a condition', (_, node, sound) => {
    expect(ConditionModel.safeParse(node).success).toBe(sound);
    expect(national([shaped(node)]).length === 0).toBe(sound);
  });

  test('five deep is deep enough', () => {
    expect(national([shaped(deep(5))])).toEqual([]);
  });

  test('reports each of its parts with its own place', () => {
    const tree = all(
      is('zzyzx-a'),
      any(is('zzyzx-b'), not(is('zzyzx-c'))),
      not(all(is('zzyzx-d'))),
    );
    expect(national([shaped(tree)]).map(({ path }) => path)).toEqual([
      '/conditions/all/0/fact',
      '/conditions/all/1/any/0/fact',
      '/conditions/all/1/any/1/not/fact',
      '/conditions/all/2/not/all/0/fact',
    ]);
  });

  test('reports all faults of its shape at once', () => {
    const tree = {
      all: [{ ...good, path: '$' }, { any: [] }, null, { not: { ...good, params: {} } }],
      path: '$',
    };
    expect(brief(national([shaped(tree)]))).toEqual([
      'unknown-key it /conditions',
      'unknown-key it /conditions/all/0',
      'empty-list it /conditions/all/1/any',
      'wrong-node it /conditions/all/2',
      'unknown-key it /conditions/all/3/not',
    ]);
  });
});

describe('a rule', () => {
  test.each<[string, Rule, { code: string; path: string; message: string; help: string }]>([
    [
      'of a scope that its kind cannot have',
      rule({ id: 'it', scope: 'person', event: { type: 'power', params: { gateway: 'it' } } }),
      {
        code: 'wrong-scope',
        path: '/scope',
        message: 'a rule of kind `power` cannot have scope `person`',
        help: 'allowed: case, item, subject',
      },
    ],
    [
      'that ends before it begins',
      conclusion('it', always, { effective: { from: '2020-01-02', to: '2020-01-01' } }),
      {
        code: 'wrong-dates',
        path: '/effective/to',
        message: 'the last day is before the first',
        help: 'swap them or correct one',
      },
    ],
    [
      'that is an exception to an unknown rule',
      conclusion('it', always, { exceptionTo: ['a-bar', 'a-bor'] }),
      {
        code: 'unknown-rule',
        path: '/exceptionTo/1',
        message: 'unknown rule `a-bor`',
        help: 'did you mean `a-bar`?',
      },
    ],
    [
      'that is an exception to a rule of a wider scope',
      conclusion('it', always, { scope: 'item', exceptionTo: ['a-duty'] }),
      {
        code: 'wrong-scope',
        path: '/exceptionTo/0',
        message: 'an exception has the scope of its rule or a wider one, and `a-duty` has `case`',
        help: 'allowed: case',
      },
    ],
    [
      'that lifts an unknown bar',
      rule({
        id: 'it',
        event: {
          type: 'duty',
          params: { gateway: 'it', strength: 'must', lifts: ['a-bar', 'a-bor'] },
        },
      }),
      {
        code: 'unknown-rule',
        path: '/event/params/lifts/1',
        message: '`a-bor` is not a bar',
        help: 'did you mean `a-bar`?',
      },
    ],
    [
      'that lifts what is no bar',
      rule({
        id: 'it',
        event: { type: 'duty', params: { gateway: 'it', strength: 'must', lifts: ['a-duty'] } },
      }),
      {
        code: 'unknown-rule',
        path: '/event/params/lifts/0',
        message: '`a-duty` is not a bar',
        help: 'allowed: a-bar',
      },
    ],
    [
      'that answers an unknown fact',
      rule({
        id: 'it',
        event: { type: 'answer', params: { fact: 'recipient.reech', value: 'one' } },
      }),
      {
        code: 'unknown-fact',
        path: '/event/params/fact',
        message: 'unknown fact `recipient.reech`',
        help: 'did you mean `recipient.reach`?',
      },
    ],
    [
      'that answers with a word that is no answer',
      rule({
        id: 'it',
        event: { type: 'answer', params: { fact: 'recipient.reach', value: 'won' } },
      }),
      {
        code: 'unknown-word',
        path: '/event/params/value',
        message: '`won` is not an answer to `recipient.reach`',
        help: 'did you mean `one`?',
      },
    ],
    [
      'that answers a yes/no question with a word',
      rule({
        id: 'it',
        event: { type: 'answer', params: { fact: 'recipient.entitled', value: 'unsure' } },
      }),
      {
        code: 'wrong-value',
        path: '/event/params/value',
        message: '`recipient.entitled` is answered yes or no',
        help: 'use true or false',
      },
    ],
    [
      'that answers a date',
      rule({
        id: 'it',
        event: { type: 'answer', params: { fact: 'move.on', value: '2026-03-02' } },
      }),
      {
        code: 'unknown-word',
        path: '/event/params/value',
        message: '`2026-03-02` is not an answer to `move.on`',
        help: 'see the fact dictionary and the published lists',
      },
    ],
    [
      'that cites an unknown source',
      conclusion('it', always, {
        references: [
          { source: source.id, at: 's 1' },
          { source: 'synthetic-akt', at: 's 1' },
        ],
      }),
      {
        code: 'unknown-source',
        path: '/references/1/source',
        message: 'unknown source `synthetic-akt`',
        help: 'did you mean `synthetic-act`?',
      },
    ],
  ])('%s has a defect', (_, one, said) => {
    expect(national([one, bar, duty])).toEqual([{ pack: 'synthetic', rule: 'it', ...said }]);
  });

  const due = (from: string) =>
    rule({
      id: 'it',
      event: {
        type: 'obligation',
        params: {
          obligation: 'follow-up',
          level: 'should',
          when: 'after',
          text: 'x',
          due: { days: 1, from },
        },
      },
    });
  const silentWhile = (...facts: string[]) =>
    rule({
      id: 'it',
      scope: 'person',
      event: {
        type: 'not-telling',
        params: { grade: 'defer', ground: 'it', unknown: 'undetermined', while: facts },
      },
    });
  const recorded = (value: string) =>
    rule({
      id: 'it',
      event: {
        type: 'record-field',
        params: { field: 'why', level: 'must', timing: 'before', value },
      },
    });

  test.each<[string, Rule, { path: string; message: string; help: string }]>([
    [
      'with a delay from an unknown fact',
      due('concern.knwnOn'),
      {
        path: '/event/params/due/from',
        message: '`concern.knwnOn` is not `on` or a date of the request',
        help: 'did you mean `concern.knownOn`?',
      },
    ],
    [
      'with a delay from what is no date',
      due('concern.level'),
      {
        path: '/event/params/due/from',
        message: '`concern.level` is not `on` or a date of the request',
        help: 'allowed: demand.receivedOn, concern.knownOn, person.dateOfBirth, consent.givenOn, consent.expiresOn, consent.withdrawnOn, item.obtainedOn, move.on',
      },
    ],
    [
      'with a change that waits for what is of a person',
      rule({
        id: 'it',
        scope: 'item',
        event: {
          type: 'change',
          params: {
            change: 'redact-identity',
            whenUnknown: { madeOnce: ['mode', 'item.categories', 'person.role'] },
          },
        },
      }),
      {
        path: '/event/params/whenUnknown/madeOnce/2',
        message: '`person.role` is not a fact of the case or the item',
        help: 'see the fact dictionary and the published lists',
      },
    ],
    [
      'that is silent while an unknown fact is open',
      silentWhile('person.deceased', 'person.diceased'),
      {
        path: '/event/params/while/1',
        message: '`person.diceased` is not a yes/no fact of the case or the person',
        help: 'did you mean `person.deceased`?',
      },
    ],
    [
      'that is silent while a word is open',
      silentWhile('person.role'),
      {
        path: '/event/params/while/0',
        message: '`person.role` is not a yes/no fact of the case or the person',
        help: 'see the fact dictionary and the published lists',
      },
    ],
    [
      'that is silent while a fact of an item is open',
      silentWhile('item.relevant'),
      {
        path: '/event/params/while/0',
        message: '`item.relevant` is not a yes/no fact of the case or the person',
        help: 'see the fact dictionary and the published lists',
      },
    ],
    [
      'with the value of an unknown fact to be recorded',
      recorded('decision.outcum'),
      {
        path: '/event/params/value',
        message: '`decision.outcum` is not in the fact dictionary',
        help: 'did you mean `decision.outcome`?',
      },
    ],
  ])('%s has a defect', (_, one, said) => {
    expect(national([one])).toEqual([
      { pack: 'synthetic', rule: 'it', code: 'unknown-fact', ...said },
    ]);
  });

  test.each<[string, Rule]>([
    ['with a delay from the date of the decision', due('on')],
    ['with a delay from a date of the case', due('concern.knownOn')],
    ['with a delay from a date of an item', due('item.obtainedOn')],
    [
      'that is silent while facts of the case and the person are open',
      silentWhile('concern.delayWouldHarm', 'person.deceased'),
    ],
    ['with the value of what was decided to be recorded', recorded('decision.outcome')],
  ])('%s has none', (_, one) => {
    expect(national([one])).toEqual([]);
  });

  test('that answers a fact that nobody is asked has a defect', () => {
    const event = { type: 'answer', params: { fact: 'item.special', value: true } } as const;
    expect(brief(national([rule({ id: 'it', event })]))).toEqual([
      'unknown-fact it /event/params/fact',
    ]);
  });

  test('with the id of another has a defect, in whichever pack it stands', () => {
    const twice = {
      code: 'duplicate-rule',
      rule: 'it',
      path: '/id',
      message: 'another rule has this id',
      help: 'give it an id of its own',
    };
    const it = conclusion('it', always);
    expect(national([it, it])).toEqual([{ pack: 'synthetic', ...twice }]);
    expect(beside([it], [it])).toEqual([{ pack: 'place', ...twice }]);
  });

  test.each<[string, Partial<typeof source>, Rule['effective'], boolean]>([
    ['that began before it', { from: '2010-01-01' }, { from: '2012-01-01' }, true],
    ['that began with it', { from: '2012-01-01' }, { from: '2012-01-01' }, true],
    [
      'that began after it, and is in force now',
      { from: '2015-01-01' },
      { from: '2012-01-01' },
      true,
    ],
    [
      'that began after it, and was in force on its last day',
      { from: '2015-01-01', to: '2017-01-01' },
      { from: '2012-01-01', to: '2016-01-01' },
      true,
    ],
    [
      'that began after its last day',
      { from: '2017-01-02' },
      { from: '2012-01-01', to: '2017-01-01' },
      false,
    ],
    [
      'that ended with its first day',
      { from: '2010-01-01', to: '2012-01-01' },
      { from: '2012-01-01' },
      true,
    ],
    [
      'that began and ended while it was in force',
      { from: '2013-01-01', to: '2014-01-01' },
      { from: '2012-01-01', to: '2016-01-01' },
      true,
    ],
    [
      'that ended before it began',
      { from: '2010-01-01', to: '2011-12-31' },
      { from: '2012-01-01' },
      false,
    ],
    [
      'that ended before it began, and before it ended',
      { from: '2010-01-01', to: '2011-12-31' },
      { from: '2012-01-01', to: '2016-01-01' },
      false,
    ],
  ])('may cite a source %s: %s %s %s', (_, dates, effective, sound) => {
    const issues = national([conclusion('it', always, { effective })], {
      sources: [{ ...source, ...dates }],
    });
    const wrong = {
      pack: 'synthetic',
      rule: 'it',
      code: 'wrong-dates',
      path: '/references',
      message: 'no source cited is in force when the rule is',
      help: 'cite the source of that date',
    };
    expect(issues).toEqual(sound ? [] : [wrong]);
  });

  test('needs one source of its time among those that it cites', () => {
    const later = { ...source, id: 'later-act', from: '2020-01-01' };
    const one = conclusion('it', always, {
      effective: { from: '2010-01-01', to: '2011-01-01' },
      references: [later, source].map(({ id }) => ({ source: id, at: 's 1' })),
    });
    expect(national([one], { sources: [later, source] })).toEqual([]);
  });

  test('that cites only unknown sources has no source in force either', () => {
    const one = conclusion('it', always, { references: [{ source: 'zzyzx', at: 's 1' }] });
    expect(brief(national([one]))).toEqual([
      'unknown-source it /references/0/source',
      'wrong-dates it /references',
    ]);
  });
});

describe('the frame of a rule', () => {
  const framed = (said: Record<string, unknown>) =>
    brief(national([{ ...conclusion('it', always), ...said }]));

  test.each<[string, Record<string, unknown>, string]>([
    ['an unknown key', { priority: 1 }, 'unrecognized-keys it '],
    ['an id with a capital', { id: 'It' }, 'invalid-format It /id'],
    ['no title', { title: undefined }, 'invalid-type it /title'],
    ['an empty summary', { summary: '' }, 'too-small it /summary'],
    ['an unknown scope', { scope: 'world' }, 'invalid-value it /scope'],
    ['no extent', { extent: [] }, 'too-small it /extent'],
    [
      'a day that no calendar has',
      { effective: { from: '2026-02-30' } },
      'invalid-format it /effective/from',
    ],
    ['no references', { references: [] }, 'too-small it /references'],
    [
      'an unknown kind',
      { event: { type: 'permission', params: {} } },
      'invalid-union it /event/type',
    ],
    [
      'an unknown param',
      { event: { type: 'conclusion', params: { level: 'law' } } },
      'unrecognized-keys it /event/params',
    ],
    [
      'a param left out',
      { event: { type: 'harm', params: {} } },
      'invalid-value it /event/params/level',
    ],
  ])('with %s is a defect', (_, said, expected) => {
    expect(framed(said)).toEqual([expected]);
  });

  test('is named by its own id, or else by its number in the pack, and says what to do', () => {
    const issues = national([
      conclusion('other', always),
      { ...conclusion('it', always), priority: 1 } as Rule,
      { ...conclusion('it', always), id: undefined } as unknown as Rule,
    ]);
    expect(issues).toEqual([
      {
        pack: 'synthetic',
        rule: 'it',
        code: 'unrecognized-keys',
        path: '',
        message: expect.stringMatching(/^unrecognized key/) as string,
        help: 'unknown keys are refused; see the JSON Schema of a rule',
      },
      {
        pack: 'synthetic',
        rule: '#2',
        code: 'invalid-type',
        path: '/id',
        message: expect.stringMatching(/^invalid input/) as string,
        help: 'see the JSON Schema of a rule',
      },
    ]);
  });

  test('of a rule that is no object is a defect', () => {
    expect(brief(national([null as unknown as Rule]))).toEqual(['invalid-type #0 ']);
  });
});

describe('a pack', () => {
  test('of another shape is a defect, told beside the shape of its rules', () => {
    const { issues, packs } = checkPacks([
      {
        pack: { ...pack([shaped({}), conclusion('sound', always)]), version: 1, secret: true },
        local: false,
      },
    ]);
    expect(packs).toEqual([]);
    const id = 'synthetic';
    expect(issues).toMatchObject([
      { code: 'invalid-type', pack: id, path: '/version', help: 'see the JSON Schema of a pack' },
      { code: 'unrecognized-keys', pack: id, path: '' },
      { code: 'wrong-node', pack: id, path: '/conditions', rule: 'it' },
    ]);
    expect(issues).toHaveLength(3);
    for (const issue of issues.slice(0, 2)) expect(issue).not.toHaveProperty('rule');
  });

  test('may name the schema that it is written by', () => {
    const $schema = '../schemas/pack.schema.json';
    expect(checkPacks([{ pack: { ...pack([]), $schema }, local: true }]).issues).toEqual([]);
  });

  test('that is no object is a defect, and the others are still checked', () => {
    const { issues, packs } = checkPacks([
      { pack: null, local: false },
      { pack: pack([shaped(is('zzyzx'))]), local: false },
    ]);
    expect(brief(issues)).toEqual(['invalid-type - ', 'unknown-fact it /conditions/fact']);
    expect(packs.map(({ id }) => id)).toEqual(['synthetic']);
  });

  test('tells all defects of all its rules at once', () => {
    const rules = [
      shaped({ all: [] }, 'a-shape'),
      { ...conclusion('a-frame', always), title: '' },
      conclusion(
        'a-leaf',
        all(is('zzyzx'), is('recipient.entitled', 'yes'), is('concern.level', 'none', 'greater')),
      ),
      conclusion('a-date', always, {
        effective: { from: '2020-01-02', to: '2020-01-01' },
        exceptionTo: ['zzyzx'],
        references: [{ source: 'zzyzx', at: 's 1' }],
      }),
    ];
    expect(brief(national(rules))).toEqual([
      'empty-list a-shape /conditions/all',
      'too-small a-frame /title',
      'unknown-fact a-leaf /conditions/all/0/fact',
      'wrong-value a-leaf /conditions/all/1/value',
      'unknown-operator a-leaf /conditions/all/2/operator',
      'wrong-dates a-date /effective/to',
      'unknown-rule a-date /exceptionTo/0',
      'unknown-source a-date /references/0/source',
    ]);
  });
});

describe('packs that are to work together', () => {
  const one = conclusion('one', always);
  const two = conclusion('two', always);

  test('have an id each, also beside the national one', () => {
    const twice = {
      code: 'duplicate-pack',
      path: '/id',
      message: 'another pack has this id',
      help: 'give it an id of its own',
    };
    expect(beside([one], [two], { id: 'synthetic' })).toEqual([{ pack: 'synthetic', ...twice }]);
    const local = [one, two].map((own) => ({
      pack: pack([own], { id: 'place' }),
      local: true,
    }));
    expect(checkPacks(local).issues).toEqual([{ pack: 'place', ...twice }]);
  });

  test('bring the same source only where they say the same of it', () => {
    expect(beside([one], [two], { sources: [{ ...source }] })).toEqual([]);
    expect(beside([one], [two], { sources: [{ ...source, title: 'Another Act' }] })).toEqual([
      {
        pack: 'place',
        code: 'duplicate-source',
        path: '/sources/0/id',
        message: '`synthetic-act` is already the id of another source',
        help: 'give the source an id of its own, or cite the one there is',
      },
    ]);
    const other = { ...source, id: 'other-act' };
    const changed = { ...source, from: '2001-01-01' };
    expect(brief(national([one], { sources: [source, other, changed] }))).toEqual([
      'duplicate-source - /sources/2/id',
    ]);
  });

  test('do not end before they begin', () => {
    const dated = (from: string, to: string) => national([one], { effective: { from, to } });
    expect(dated('2020-01-02', '2020-01-02')).toEqual([]);
    expect(dated('2020-01-02', '2020-01-01')).toEqual([
      {
        pack: 'synthetic',
        code: 'wrong-dates',
        path: '/effective/to',
        message: 'the last day is before the first',
        help: 'swap them or correct one',
      },
    ]);
  });
});

describe('a rule that the decision rests on', () => {
  const late = rule({
    id: 'late',
    conditions: is('decision.outcome', 'share'),
    event: { type: 'caution', params: {} },
  });
  const middle = conclusion('middle', not(is('rule.late')));
  const refused = (id: string, type: string) => ({
    pack: 'synthetic',
    rule: id,
    code: 'reads-decision',
    path: '/conditions',
    message: `a rule of kind \`${type}\` cannot read, through others, what was decided`,
    help: 'only obligation, advice, record-field, urgency, caution can',
  });

  test('does not read what was decided through other rules', () => {
    const harm = { ...bar, scope: 'case', conditions: is('rule.middle') } as const;
    expect(national([late, middle, harm])).toEqual([refused('a-bar', 'harm')]);
    expect(national([late, { ...duty, conditions: is('rule.late') }])).toEqual([
      refused('a-duty', 'duty'),
    ]);
  });

  test('has no exception that reads what was decided', () => {
    expect(national([{ ...late, exceptionTo: ['a-bar'] }, bar])).toEqual([
      refused('a-bar', 'harm'),
    ]);
  });

  test('reads no conclusion that the engine draws from what was decided', () => {
    const defect = rule({
      id: 'defect',
      scope: 'consent',
      conditions: is('rule.late'),
      event: { type: 'consent-defect', params: { defect: 'refused' } },
    });
    const reader = { ...bar, conditions: is('item.confiderConsents') };
    expect(brief(national([late, defect, reader]))).toEqual([
      'reads-decision defect /conditions',
      'reads-decision a-bar /conditions',
    ]);
  });

  test('is told from those that say what to do about it, and from conclusions', () => {
    expect(national([late, middle, obligation('to-do', is('rule.middle')), bar, duty])).toEqual([]);
  });
});

describe('rules that read one another in a circle', () => {
  const circle = (issues: ReturnType<typeof national>) =>
    issues.map(({ code, pack: id, rule: one, path, message }) => [code, id, one, path, message]);

  test('are a defect that names every one of them, in order', () => {
    const rules = [
      conclusion('a', is('rule.b')),
      conclusion('b', not(is('rule.c'))),
      conclusion('c', any(is('recipient.entitled'), is('rule.a'))),
      conclusion('d', is('rule.a')),
    ];
    expect(circle(national(rules))).toEqual([
      [
        'cycle',
        'synthetic',
        'a',
        '/conditions',
        'rules read one another in a circle: `a` reads `b` reads `c` reads `a`',
      ],
    ]);
    expect(national(rules)[0]?.help).toBe('let one of them read facts instead');
  });

  test('may be one that reads itself', () => {
    expect(circle(national([conclusion('a', is('rule.a'))]))).toEqual([
      [
        'cycle',
        'synthetic',
        'a',
        '/conditions',
        'rules read one another in a circle: `a` reads `a`',
      ],
    ]);
  });

  test('may be a rule and its exception', () => {
    expect(
      circle(
        national([conclusion('a', always), conclusion('b', is('rule.a'), { exceptionTo: ['a'] })]),
      ),
    ).toEqual([
      [
        'cycle',
        'synthetic',
        'a',
        '/conditions',
        'rules read one another in a circle: `a` reads `b` reads `a`',
      ],
    ]);
  });

  test('may be a rule that reads the fact that it answers', () => {
    const answering = rule({
      id: 'a',
      conditions: not(is('recipient.entitled')),
      event: { type: 'answer', params: { fact: 'recipient.entitled', value: true } },
    });
    expect(circle(national([answering]))).toEqual([
      [
        'cycle',
        'synthetic',
        'a',
        '/conditions',
        'rules read one another in a circle: `a` reads `a`',
      ],
    ]);
  });

  test('may run through a conclusion that the engine draws', () => {
    const defect = rule({
      id: 'a',
      scope: 'consent',
      conditions: is('consent.valid'),
      event: { type: 'consent-defect', params: { defect: 'refused' } },
    });
    const [found] = national([defect]);
    expect([found?.code, found?.rule]).toEqual(['cycle', 'a']);
    expect(found?.message).toContain('`consent.valid`');
    expect(found?.message).toContain('`a`');
  });

  test('are laid at the door of the pack that holds the first of them', () => {
    expect(
      circle(beside([duty], [conclusion('b', is('rule.c')), conclusion('c', is('rule.b'))])),
    ).toEqual([
      [
        'cycle',
        'place',
        'b',
        '/conditions',
        'rules read one another in a circle: `b` reads `c` reads `b`',
      ],
    ]);
  });

  test('are looked for only among rules without other defects', () => {
    expect(brief(national([conclusion('a', is('rule.a')), conclusion('b', is('zzyzx'))]))).toEqual([
      'unknown-fact b /conditions/fact',
    ]);
  });
});

describe('a local pack', () => {
  const events: Record<string, RuleEvent> = {
    'lawful-basis': { type: 'lawful-basis', params: { article: '6(1)(e)', preference: 1 } },
    'special-category-condition': {
      type: 'special-category-condition',
      params: { article: '9(2)(g)', appropriatePolicyDocument: 'needed' },
    },
    'offence-data-condition': {
      type: 'offence-data-condition',
      params: { article: '10', appropriatePolicyDocument: 'needed' },
    },
    'confidence-met': { type: 'confidence-met', params: { by: 'consent' } },
    'reuse-compatible': { type: 'reuse-compatible', params: {} },
    power: { type: 'power', params: { gateway: 'it' } },
    duty: { type: 'duty', params: { gateway: 'it', strength: 'should' } },
    restriction: { type: 'restriction', params: { gateway: 'it', level: 'guidance' } },
    harm: { type: 'harm', params: { level: 'guidance' } },
    proportionality: { type: 'proportionality', params: { level: 'guidance' } },
    'guidance-condition': { type: 'guidance-condition', params: { level: 'guidance' } },
    'consent-defect': { type: 'consent-defect', params: { defect: 'refused' } },
    'not-telling': {
      type: 'not-telling',
      params: { grade: 'defer', ground: 'it', unknown: 'ask' },
    },
    change: { type: 'change', params: { change: 'extract-only' } },
    obligation: {
      type: 'obligation',
      params: { obligation: 'follow-up', level: 'should', when: 'after', text: 'x' },
    },
    advice: { type: 'advice', params: { who: 'legal', about: 'x' } },
    'record-field': {
      type: 'record-field',
      params: { field: 'why', level: 'must', timing: 'before' },
    },
    urgency: { type: 'urgency', params: { urgency: 'without-delay' } },
    caution: { type: 'caution', params: {} },
    answer: { type: 'answer', params: { fact: 'recipient.reach', value: 'one' } },
    conclusion: { type: 'conclusion', params: {} },
  };
  const may = [
    'duty',
    'guidance-condition',
    'obligation',
    'advice',
    'record-field',
    'urgency',
    'caution',
    'conclusion',
  ];
  const scopeOf = (type: string) =>
    type === 'consent-defect' ? 'consent' : type === 'not-telling' ? 'person' : 'item';
  const of = (type: string) =>
    rule({ id: 'it', scope: scopeOf(type), event: events[type] as RuleEvent });

  test('is tried with every kind that there is', () => {
    const types = RuleEvent.options.flatMap(({ shape }) => [...shape.type.values]);
    expect(Object.keys(kinds).sort()).toEqual([...types].sort());
    expect(Object.keys(events).sort()).toEqual([...types].sort());
  });

  test.each(may)('may hold a rule of kind %s', (type) => {
    expect(beside([], [of(type)])).toEqual([]);
  });

  test.each(Object.keys(events).filter((type) => !may.includes(type)))(
    'may not hold a rule of kind %s, which the national rules may',
    (type) => {
      expect(national([of(type)])).toEqual([]);
      expect(beside([], [of(type)])).toEqual([
        {
          pack: 'place',
          rule: 'it',
          code: 'not-local',
          path: '/event/type',
          message: `a local pack cannot hold a rule of kind \`${type}\``,
          help: `allowed: ${may.join(', ')}`,
        },
      ]);
    },
  );

  test('is not asked for what a kind needs that it may not hold', () => {
    const it = { ...of('power'), title: '', event: { type: 'power', params: {} } };
    expect(brief(beside([], [it as unknown as Rule]))).toEqual([
      'not-local it /event/type',
      'too-small it /title',
    ]);
  });

  test('may not hold a duty that lifts a bar', () => {
    const lifting = rule({
      id: 'it',
      event: { type: 'duty', params: { gateway: 'it', strength: 'must', lifts: ['a-bar'] } },
    });
    expect(national([bar, lifting])).toEqual([]);
    expect(beside([bar], [lifting])).toEqual([
      {
        pack: 'place',
        rule: 'it',
        code: 'not-local',
        path: '/event/params/lifts',
        message: 'a duty of a local pack lifts no bar',
        help: 'leave `lifts` out',
      },
    ]);
  });

  const low = is('concern.level', ['none', 'welfare', 'emerging-need', 'child-in-need'], 'in');
  /** A duty that rests on guidance. */
  const asked: Rule['event'] = {
    type: 'duty',
    params: { gateway: 'a-gateway', strength: 'should' },
  };
  const refused = {
    pack: 'place',
    rule: 'it',
    code: 'not-local',
    path: '/exceptionTo',
    message:
      'an exception of a local pack takes away a national permission that is no duty in law, and only below significant harm',
    help: 'put a level below significant harm among the limbs of `all`',
  };

  test.each<[string, Condition]>([
    ['with every lower level among its limbs', all(is('recipient.entitled'), low)],
    [
      'with one lower level among others that it lists',
      all(is('concern.level', ['welfare'], 'in')),
    ],
    [
      'with one lower level among its limbs',
      all(is('concern.level', 'none'), is('recipient.entitled')),
    ],
  ])('may take a national permission away, %s', (_, conditions) => {
    const guided = { ...duty, event: asked };
    expect(beside([guided], [conclusion('it', conditions, { exceptionTo: ['a-duty'] })])).toEqual(
      [],
    );
  });

  test('may never take a duty in law away', () => {
    expect(beside([duty], [conclusion('it', all(low), { exceptionTo: ['a-duty'] })])).toEqual([
      refused,
    ]);
  });

  test.each<[string, Condition]>([
    ['whatever the level', all(is('recipient.entitled'))],
    ['with a level that stands alone', low],
    ['with a level that is only an alternative', any(low, is('recipient.entitled'))],
    ['with a level that is denied', all(not(low))],
    ['with a level deeper down', all(all(low))],
    ['at significant harm', all(is('concern.level', 'significant-harm'))],
    [
      'in immediate danger among others',
      all(is('concern.level', ['none', 'immediate-danger'], 'in')),
    ],
    ['with another fact of the same words', all(is('move.plan', 'child-in-need'))],
    ['at any level but the lowest', all(is('concern.level', 'none', 'notEqual'))],
    ['at any level but some', all(is('concern.level', ['none', 'welfare'], 'notIn'))],
  ])('may not take a national permission away %s', (_, conditions) => {
    const guided = { ...duty, event: asked };
    expect(beside([guided], [conclusion('it', conditions, { exceptionTo: ['a-duty'] })])).toEqual([
      refused,
    ]);
  });

  test('may not take a bar away, alone or beside a permission', () => {
    expect(beside([bar, duty], [conclusion('it', all(low), { exceptionTo: ['a-bar'] })])).toEqual([
      refused,
    ]);
    expect(
      beside(
        [bar, { ...duty, event: asked }],
        [conclusion('it', all(low), { exceptionTo: ['a-duty', 'a-bar'] })],
      ),
    ).toEqual([refused]);
  });

  test('may not be an exception to what neither opens nor closes', () => {
    expect(
      beside(
        [conclusion('other', always)],
        [conclusion('it', all(low), { exceptionTo: ['other'] })],
      ),
    ).toEqual([refused]);
  });

  test('that is an exception to an unknown rule has both defects', () => {
    expect(brief(beside([duty], [conclusion('it', all(low), { exceptionTo: ['zzyzx'] })]))).toEqual(
      ['unknown-rule it /exceptionTo/0', 'not-local it /exceptionTo'],
    );
  });

  test('is not bound in what the national rules except', () => {
    expect(national([bar, conclusion('it', always, { exceptionTo: ['a-bar'] })])).toEqual([]);
  });
});

describe('the kinds', () => {
  test.each([
    [
      'permission',
      [
        'lawful-basis',
        'special-category-condition',
        'offence-data-condition',
        'confidence-met',
        'reuse-compatible',
        'power',
        'duty',
      ],
    ],
    [
      'bar',
      [
        'restriction',
        'harm',
        'proportionality',
        'guidance-condition',
        'consent-defect',
        'not-telling',
      ],
    ],
    [
      'none',
      [
        'change',
        'obligation',
        'advice',
        'record-field',
        'urgency',
        'caution',
        'answer',
        'conclusion',
      ],
    ],
  ])('of polarity %s are %j', (polarity, types) => {
    expect(
      Object.entries(kinds)
        .filter(([, kind]) => kind.polarity === polarity)
        .map(([type]) => type),
    ).toEqual(types);
  });

  test('about items stand at the case, an item or a subject, and a few at one scope alone', () => {
    const of = Object.fromEntries(
      Object.entries(kinds).map(([type, { scopes }]) => [type, scopes.join(' ')]),
    );
    expect(of).toMatchObject({
      'lawful-basis': 'case item subject',
      duty: 'case item subject',
      harm: 'case item subject',
      'guidance-condition': 'case item subject',
    });
    expect(of).toMatchObject({
      'consent-defect': 'consent',
      'not-telling': 'person',
      change: 'item',
      conclusion: 'case person item consent subject',
    });
  });
});
