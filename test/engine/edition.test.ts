import { describe, expect, test } from 'vitest';
import {
  bearing,
  bearingRules,
  editionOf,
  groups,
  nationalRules,
} from '../../src/engine/edition.ts';
import type { SharingRequest } from '../../src/index.ts';
import { always, conclusion, engineOf, laidOut, programOf, request } from '../synthetic.ts';
import { duty, finds } from './permitting.ts';

const day = (on: string) => laidOut(request({ on }));
const ids = (rules: readonly { rule: { id: string } }[]) => rules.map(({ rule }) => rule.id);

/** Two rules of which one follows the other, with a day between them on which neither bears. */
const dated = [
  conclusion('old', always, { effective: { from: '2010-01-01', to: '2019-12-30' } }),
  conclusion('new', always, { effective: { from: '2020-01-01' } }),
];
const onDays: readonly (readonly [string, readonly string[]])[] = [
  ['2009-12-31', []],
  ['2010-01-01', ['old']],
  ['2019-12-30', ['old']],
  ['2019-12-31', []],
  ['2020-01-01', ['new']],
  ['2030-06-01', ['new']],
];

describe('one set of rules stands on each day as it should, whichever day was asked for before', () => {
  test.each(
    onDays.flatMap(([first]) => onDays.map(([then, bear]) => [first, then, bear] as const)),
  )('after %s, on %s', (first, then, bear) => {
    const program = programOf(dated);
    bearingRules(program, day(first), 'conclusion');
    expect(ids(bearingRules(program, day(then), 'conclusion'))).toEqual(bear);
  });

  test('in what the engine explains, too', () => {
    const engine = engineOf(dated);
    for (const [on, bear] of [...onDays, ...[...onDays].reverse()]) {
      const asked = request({ on }) as SharingRequest;
      expect(engine.explain(asked).map(({ rule }) => rule)).toEqual(bear);
    }
  });
});

test('days between which no rule begins or ends share what was worked out, and other days do not', () => {
  const program = programOf(dated);
  const of = (on: string) => editionOf(program, day(on));
  expect(of('2010-01-01')).toBe(of('2019-12-30'));
  expect(of('2019-12-31')).not.toBe(of('2019-12-30'));
  expect(of('2019-12-31')).not.toBe(of('2020-01-01'));
  let worked = 0;
  for (const on of ['2020-01-01', '2021-01-01', '2019-12-31', '2020-01-01'])
    of(on).once('a name', () => (worked += 1));
  expect(worked).toBe(2);
});

test('a national rule that is passed and not in force counts for nothing, and one that is announced counts', () => {
  const passed = { commencement: 'not-commenced' } as const;
  const announced = { commencement: 'announced' } as const;
  const rules = [
    duty('passed', always, {}, passed),
    duty('announced', always, {}, announced),
    duty('law'),
  ];
  const program = programOf(rules, [duty('local')]);
  const kinds = ['duty'] as const;
  const today = day('2026-11-21');
  expect(ids(nationalRules(program, today, kinds))).toEqual(['announced', 'law']);
  expect(ids(nationalRules(program, today, kinds))).toEqual(['announced', 'law']);
  expect(ids(bearingRules(program, today, kinds)).sort()).toEqual([
    'announced',
    'law',
    'local',
    'passed',
  ]);
});

test('rules of some kinds come under one key each, in the order of the key', () => {
  const of = (id: string, gateway: string) => finds(id, { type: 'power', params: { gateway } });
  const program = programOf([of('b', 'second'), of('a', 'first'), of('c', 'second')]);
  const today = day('2026-11-21');
  const found = groups(program, today, ['power'], ({ params }) => params.gateway);
  expect(found.map((group) => group.map(({ loaded }) => loaded.rule.id))).toEqual([
    ['a'],
    ['b', 'c'],
  ]);
  expect(
    bearing(program, today, 'power').map(({ loaded, params }) => [loaded.rule.id, params.gateway]),
  ).toEqual([
    ['a', 'first'],
    ['b', 'second'],
    ['c', 'second'],
  ]);
});
