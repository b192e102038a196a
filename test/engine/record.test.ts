import { describe, expect, test } from 'vitest';
import { checkRecord } from '../../src/engine/record.ts';
import type { Rule, RuleEvent } from '../../src/model/rule.ts';
import { always, is } from '../synthetic.ts';
import { asked, decided, finds } from './permitting.ts';

type Params = Extract<RuleEvent, { type: 'record-field' }>['params'];
const field = (said: Pick<Params, 'field'> & Partial<Params>, on: Rule['conditions'] = always) =>
  finds(
    said.field,
    { type: 'record-field', params: { level: 'must', timing: 'before', ...said } },
    on,
  );
const of = (...rules: Rule[]) => decided(rules, asked());
const missingOf = (rules: Rule[], record: Parameters<typeof checkRecord>[1]) =>
  checkRecord(of(...rules), record).missing.map((one) => one.field);

test('what is still to be recorded is told with its level, timing and sources', () => {
  const decision = of(field({ field: 'why', timing: 'as-soon-as-possible-after' }));
  expect(checkRecord(decision, {})).toEqual({
    complete: false,
    missing: [
      {
        field: 'why',
        level: 'must',
        timing: 'as-soon-as-possible-after',
        status: 'applies',
        sources: ['synthetic-act'],
      },
    ],
  });
});

describe('a field', () => {
  const rules = [field({ field: 'why' })];
  test.each([undefined, null, '', []].map((value) => [value]))('that holds %j is empty', (why) => {
    expect(missingOf(rules, { why })).toEqual(['why']);
  });

  test.each(['words', false, 0, ['a word'], {}].map((value) => [value]))(
    'that holds %j is filled in',
    (why) => {
      expect(checkRecord(of(...rules), { why })).toEqual({ complete: true, missing: [] });
    },
  );

  test('that the decision already answers need not be filled in', () => {
    expect(missingOf([field({ field: 'shared', value: 'decision.outcome' })], {})).toEqual([]);
    expect(missingOf([field({ field: 'shared', value: 'purpose.legitimate' })], {})).toEqual([
      'shared',
    ]);
  });

  test('that no rule asks for is never missing', () => {
    expect(missingOf([], {})).toEqual([]);
    expect(missingOf(rules, { why: 'words', shared: '' })).toEqual([]);
  });
});

test('a record is complete where nothing that law or guidance asks for is missing', () => {
  const complete = (level: Params['level'], on: Rule['conditions'] = always) =>
    checkRecord(of(field({ field: 'why', level }, on)), {}).complete;
  expect(complete('must')).toBe(false);
  expect(complete('should')).toBe(false);
  expect(complete('could')).toBe(true);
  expect(complete('must', is('purpose.legitimate'))).toBe(true);
  expect(missingOf([field({ field: 'why', level: 'could' })], {})).toEqual(['why']);
});
