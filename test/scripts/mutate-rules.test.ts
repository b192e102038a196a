import { describe, expect, test } from 'vitest';
import { sortFound } from '../../scripts/explained.ts';
import { changedConditions, mutationsOf } from '../../scripts/mutate-rules/mutations.ts';
import { tryRule } from '../../scripts/mutate-rules/trial.ts';
import type { Rule, RuleCase } from '../../src/model/rule.ts';
import { programOf as national, worldOf } from '../decided.ts';
import { everyRuleFile } from '../rulebase.ts';
import { all, any, conclusion, is, not, programOf, request } from '../synthetic.ts';

const changes = (rule: Rule): string[] => [...mutationsOf(rule)].map(({ what }) => what);

describe('the small changes to a rule', () => {
  test('turn each operator, leave out each limb and each word, and negate each value', () => {
    const conditions = all(
      is('demand.necessaryAndProportionate'),
      any(is('purpose.kind', ['court', 'early-help'], 'in'), not(is('nation', 'wales'))),
      is('concern.kinds', 'missing', 'contains'),
      is('person.deceased', true, 'someFact:equal'),
    );
    expect([...changedConditions(conditions)].map(({ what }) => what)).toEqual([
      '/ any',
      '/all/0 left out',
      '/all/0 equal false',
      '/all/1 left out',
      '/all/1 all',
      '/all/1/any/0 left out',
      '/all/1/any/0 notIn',
      '/all/1/any/0 without court',
      '/all/1/any/0 without early-help',
      '/all/1/any/1 left out',
      '/all/1/any/1 without its not',
      '/all/1/any/1/not notEqual',
      '/all/2 left out',
      '/all/2 doesNotContain',
      '/all/3 left out',
      '/all/3 equal false',
      '/all/3 everyFact',
    ]);
  });

  test('change one thing in the place that they name, and nothing else', () => {
    const conditions = any(is('purpose.kind', ['court', 'other'], 'in'), is('purpose.legitimate'));
    const made = new Map([...changedConditions(conditions)].map(({ what, node }) => [what, node]));
    expect(made.get('/any/0 without court')).toEqual(
      any(is('purpose.kind', ['other'], 'in'), is('purpose.legitimate')),
    );
    expect(made.get('/ all')).toEqual(
      all(is('purpose.kind', ['court', 'other'], 'in'), is('purpose.legitimate')),
    );
  });

  test('move each date by a day both ways, save where no request can bear the day', () => {
    const dated = (effective: Rule['effective']) =>
      changes(conclusion('dated', is('purpose.legitimate'), { effective })).filter((what) =>
        /^(from|to) /.test(what),
      );
    expect(dated({ from: '2018-05-25', to: '2024-02-29' })).toEqual([
      'from 2018-05-24',
      'from 2018-05-26',
      'to 2024-02-28',
      'to 2024-03-01',
    ]);
    expect(dated({ from: '2000-03-01' })).toEqual(['from 2000-03-02']);
    expect(dated({ from: '1998-07-16' })).toEqual([]);
  });

  test('drop each rule that a rule excepts, on whose cases it then counts', () => {
    const excepting = conclusion('excepting', is('purpose.legitimate'), {
      exceptionTo: ['one', 'other'],
    });
    const dropped = [...mutationsOf(excepting)].filter(({ excepted }) => excepted !== undefined);
    expect(dropped.map(({ excepted, rule }) => [excepted, rule.exceptionTo])).toEqual([
      ['one', ['other']],
      ['other', ['one']],
    ]);
  });
});

describe('the cases of a rule', () => {
  const rule = conclusion('planted', all(is('purpose.legitimate'), is('purpose.compatible')));
  const one = (purpose: object, expects: RuleCase['expect'], asks?: string[]): RuleCase => ({
    name: `${JSON.stringify(purpose)} is ${expects}`,
    request: request({ on: '2000-03-01', purpose }),
    expect: expects,
    ...(asks ? { asks } : {}),
  });
  const met = one({ legitimate: true, compatible: true }, 'met');
  const left = (cases: readonly RuleCase[], of: Rule = rule, others: readonly Rule[] = []) => {
    const program = programOf([of, ...others]);
    return tryRule({ rule: of, program }, (id) => (id === of.id ? cases : []));
  };

  test('that are weak let changes survive', () => {
    expect(left([met]).survivors.map(({ what }) => what)).toEqual([
      '/ any',
      '/all/0 left out',
      '/all/1 left out',
    ]);
  });

  test('that show each limb notice every change', () => {
    const cases = [
      met,
      one({ legitimate: false, compatible: true }, 'not-met'),
      one({ legitimate: true, compatible: false }, 'not-met'),
    ];
    expect(left(cases)).toMatchObject({ tried: 6, survivors: [], broken: [] });
  });

  test('notice a change by what is asked alone', () => {
    const asking = [met, one({ compatible: true }, 'unknown', ['purpose.legitimate'])];
    expect(left(asking).survivors.map(({ what }) => what)).not.toContain('/all/0 left out');
  });

  test('are told where one fails before anything is changed', () => {
    expect(left([one({ legitimate: false }, 'met')]).broken).toHaveLength(1);
  });

  test('of the rule that is excepted notice that an exception is gone', () => {
    const excepted = conclusion('excepted', is('purpose.legitimate'));
    const exception = conclusion('exception', is('purpose.compatible'), {
      exceptionTo: ['excepted'],
    });
    const program = programOf([excepted, exception]);
    const survivors = (cases: readonly RuleCase[]) =>
      tryRule({ rule: exception, program }, (id) => (id === 'excepted' ? cases : []))
        .survivors.map(({ what }) => what)
        .filter((what) => what.startsWith('no exception'));
    expect(survivors([one({ legitimate: true, compatible: false }, 'met')])).toEqual([
      'no exception to excepted',
    ]);
    expect(survivors([one({ legitimate: true, compatible: true }, 'not-met')])).toEqual([]);
  });

  test('need not show a day on which nothing that the rule reads can be met', () => {
    const from = (date: string) => ({ effective: { from: date } });
    const read = conclusion('read', is('purpose.legitimate'), from('2018-05-25'));
    const reader = conclusion('reader', is('rule.read'), from('2018-05-25'));
    const other = conclusion('other', is('purpose.legitimate'), from('2018-05-25'));
    const whats = (of: Rule) =>
      left([], of, of === reader ? [read] : []).survivors.map((s) => s.what);
    expect(whats(reader)).not.toContain('from 2018-05-24');
    expect(left([], reader, [read]).proved).toBe(1);
    expect(whats(other)).toContain('from 2018-05-24');
  });
});

test('a rule as changed, put in its place, finds what the whole engine would with it', () => {
  const { rule, cases = [] } = everyRuleFile.find(
    ({ rule: { id } }) => id === 'dpa2018-sch1-p18-safeguarding',
  ) as (typeof everyRuleFile)[number];
  const before = national(rule.id);
  const others = everyRuleFile.map((file) => file.rule).filter(({ id }) => before.byId.has(id));
  for (const { what, rule: other, excepted, differsOn } of mutationsOf(rule)) {
    if (excepted !== undefined || differsOn !== undefined) continue;
    const whole = programOf(others.map((one) => (one.id === rule.id ? other : one)));
    const number = whole.byId.get(rule.id)?.number as number;
    const noticed = cases.some(({ request: asked, expect: expected, asks }) => {
      const truth = worldOf(whole, asked).results[number]?.[0] as number;
      return !asks && ['not-met', 'unknown', 'met'][truth] !== expected;
    });
    const { survivors } = tryRule({ rule, program: before }, () =>
      cases.filter(({ asks }) => !asks),
    );
    expect([what, survivors.some((one) => one.what === what)]).toEqual([what, !noticed]);
  }
});

test('what is listed with a reason is sorted from what is not, and from what is gone', () => {
  const why = 'for a reason';
  const file = {
    explained: [
      { key: 'a', why },
      { key: 'gone', why },
    ],
    todo: [{ key: 'b', why }],
  };
  expect(sortFound(['a', 'b', 'c'], file)).toEqual({
    open: ['c'],
    explained: ['a'],
    todo: ['b'],
    stale: ['gone'],
  });
});
