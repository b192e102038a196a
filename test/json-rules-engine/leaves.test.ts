import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/model/rule.ts';
import type { Finding } from '../synthetic.ts';
import { all, always, any, is, never, not, request } from '../synthetic.ts';
import { bothFindOf, opposite } from './both.ts';

describe('both evaluators find the same of a leaf', () => {
  const level = (answer: unknown) => request({ concern: { level: answer } });
  const kinds = (answer: unknown) => request({ concern: { kinds: answer } });
  const form = (answer: unknown) => request({ demand: { form: answer } });
  const none = { on: '2026-03-02', mode: 'proactive' };
  test.each<[string, Condition, unknown, Finding]>([
    ['equal, the same', is('concern.level', 'welfare'), level('welfare'), 'met'],
    ['equal, another', is('concern.level', 'welfare'), level('none'), 'not-met'],
    ['equal, left out', is('concern.level', 'welfare'), request(), 'unknown'],
    ['equal, unsure', is('concern.level', 'welfare'), level('unsure'), 'unknown'],
    ['equal, not arising', is('demand.form', 'email'), none, 'not-met'],
    [
      'equal true, yes',
      is('purpose.legitimate'),
      request({ purpose: { legitimate: true } }),
      'met',
    ],
    [
      'equal false, no',
      is('purpose.legitimate', false),
      request({ purpose: { legitimate: false } }),
      'met',
    ],
    ['notEqual, the same', is('concern.level', 'welfare', 'notEqual'), level('welfare'), 'not-met'],
    ['notEqual, another', is('concern.level', 'welfare', 'notEqual'), level('none'), 'met'],
    ['notEqual, left out', is('concern.level', 'welfare', 'notEqual'), request(), 'unknown'],
    ['notEqual, unsure', is('concern.level', 'welfare', 'notEqual'), level('unsure'), 'unknown'],
    ['notEqual, not arising', is('demand.form', 'email', 'notEqual'), none, 'met'],
    ['in, a member', is('demand.form', ['email', 'letter'], 'in'), form('letter'), 'met'],
    ['in, no member', is('demand.form', ['email', 'letter'], 'in'), form('portal'), 'not-met'],
    ['in, left out', is('demand.form', ['email'], 'in'), request(), 'unknown'],
    ['in, not arising', is('demand.form', ['email'], 'in'), none, 'not-met'],
    ['notIn, a member', is('demand.form', ['email', 'letter'], 'notIn'), form('email'), 'not-met'],
    ['notIn, no member', is('demand.form', ['email', 'letter'], 'notIn'), form('portal'), 'met'],
    ['notIn, left out', is('demand.form', ['email'], 'notIn'), request(), 'unknown'],
    ['notIn, not arising', is('demand.form', ['email'], 'notIn'), none, 'met'],
    [
      'contains, a member',
      is('concern.kinds', 'neglect', 'contains'),
      kinds(['neglect', 'physical']),
      'met',
    ],
    ['contains, no member', is('concern.kinds', 'neglect', 'contains'), kinds([]), 'not-met'],
    ['contains, left out', is('concern.kinds', 'neglect', 'contains'), request(), 'unknown'],
    [
      'doesNotContain, a member',
      is('concern.kinds', 'neglect', 'doesNotContain'),
      kinds(['neglect']),
      'not-met',
    ],
    [
      'doesNotContain, no member',
      is('concern.kinds', 'neglect', 'doesNotContain'),
      kinds([]),
      'met',
    ],
    [
      'doesNotContain, left out',
      is('concern.kinds', 'neglect', 'doesNotContain'),
      request(),
      'unknown',
    ],
  ])('%s', async (_, leaf, asked, finding) => {
    expect(await bothFindOf(leaf, asked)).toEqual([finding]);
    expect(await bothFindOf(not(leaf), asked)).toEqual([opposite[finding]]);
    expect(await bothFindOf(not(not(leaf)), asked)).toEqual([finding]);
  });
});

describe('both evaluators find the same of parts', () => {
  const of: Readonly<Record<Finding, Condition>> = {
    met: always,
    unknown: is('purpose.legitimate'),
    'not-met': never,
  };
  const rank: readonly Finding[] = ['not-met', 'unknown', 'met'];
  test.each(rank.flatMap((a) => rank.map((b) => [a, b] as const)))(
    'of one %s and one %s, `all` is the lesser and `any` the greater',
    async (a, b) => {
      const [lesser, greater] = [a, b].sort((one, two) => rank.indexOf(one) - rank.indexOf(two));
      expect(await bothFindOf(all(of[a], of[b]), request())).toEqual([lesser]);
      expect(await bothFindOf(any(of[a], of[b]), request())).toEqual([greater]);
      expect(await bothFindOf(not(all(not(of[a]), not(of[b]))), request())).toEqual([greater]);
      expect(await bothFindOf(not(any(not(of[a]), not(of[b]))), request())).toEqual([lesser]);
    },
  );
});
