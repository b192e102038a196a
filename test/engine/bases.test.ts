import { describe, expect, test } from 'vitest';
import { regimeOf, governing } from '../../src/engine/bases.ts';
import type { Condition, Rule } from '../../src/model/rule.ts';
import type { articles } from '../../src/model/words.ts';
import { always, is, laidOut, never, regimes, request } from '../synthetic.ts';
import { asked, askedOf, bar, decided, finds, note, permissionsBut } from './permitting.ts';

type Article = (typeof articles)[number];
const basis = (
  id: string,
  article: Article,
  preference: number,
  on: Condition = always,
  said: Partial<Rule> & { condition?: string } = {},
): Rule => {
  const { condition, ...rest } = said;
  const params = { article, preference, ...(condition === undefined ? {} : { condition }) };
  return finds(id, { type: 'lawful-basis', params }, on, rest);
};
const open = permissionsBut('basis');
const rowsOf = (rules: readonly Rule[], input: unknown = asked()) =>
  decided([...open, ...rules], input).lawfulBases;

describe('a lawful basis', () => {
  test('is a row of its own with what it serves, how it stands and why', () => {
    expect(rowsOf([basis('task', '6(1)(e)', 10)])).toEqual([
      {
        article: '6(1)(e)',
        items: ['note'],
        status: 'available',
        preferred: true,
        reasons: ['task'],
      },
    ]);
  });

  test.each<[Condition, string]>([
    [always, 'available'],
    [is('purpose.compatible'), 'undetermined'],
    [never, 'unavailable'],
  ])('%j is %s', (on, status) => {
    const [row] = rowsOf([basis('task', '6(1)(e)', 10, on)]);
    expect(row).toMatchObject({
      status,
      items: status === 'available' ? ['note'] : [],
      preferred: status === 'available',
    });
  });

  test('is one row for all the rules of an article, and another for each condition of Annex 1', () => {
    const rows = rowsOf([
      basis('task-b', '6(1)(e)', 20, never),
      basis('task-a', '6(1)(e)', 10),
      basis('annex-2', '6(1)(ea)', 30, never, { condition: 'para 2' }),
      basis('annex-1', '6(1)(ea)', 30, always, { condition: 'para 1' }),
      basis('annex', '6(1)(ea)', 30, never),
      basis('vital', '6(1)(d)', 40),
    ]);
    expect(
      rows.map(({ article, condition, status, reasons }) => [article, condition, status, reasons]),
    ).toEqual([
      ['6(1)(d)', undefined, 'available', ['vital']],
      ['6(1)(e)', undefined, 'available', ['task-a', 'task-b']],
      ['6(1)(ea)', undefined, 'unavailable', ['annex']],
      ['6(1)(ea)', 'para 1', 'available', ['annex-1']],
      ['6(1)(ea)', 'para 2', 'unavailable', ['annex-2']],
    ]);
  });

  test('serves an item where it holds of every subject', () => {
    const consent = basis('consent', '6(1)(a)', 10, is('person.bestInterests'), {
      scope: 'subject',
    });
    const people = [
      { ref: 'child', bestInterests: true },
      { ref: 'mother', bestInterests: false },
    ];
    const items = [note, { ...note, ref: 'letter', about: ['child', 'mother'] }];
    expect(rowsOf([consent], asked({ people, items }))).toMatchObject([
      { items: ['note'], status: 'available' },
    ]);
    expect(rowsOf([consent], asked({ people, items: items.slice(1) }))).toMatchObject([
      { items: [], status: 'unavailable' },
    ]);
  });

  test('is undetermined where it is so for some item and serves none', () => {
    const necessary = basis('task', '6(1)(e)', 10, is('item.necessary'), { scope: 'item' });
    const items = [
      { ...note, necessary: false },
      { ...note, ref: 'letter' },
    ];
    expect(rowsOf([necessary], asked({ items }))).toMatchObject([
      { status: 'undetermined', items: [] },
    ]);
  });

  test('that does not exist on the date has no row', () => {
    const later = basis('annex', '6(1)(ea)', 10, always, { effective: { from: '2026-02-05' } });
    expect(rowsOf([later], asked({ on: '2026-02-04' }))).toEqual([]);
    expect(rowsOf([later], asked({ on: '2026-02-05' }))).toHaveLength(1);
  });

  test('that is only announced is at most undetermined', () => {
    const announced = basis('annex', '6(1)(ea)', 10, always, { commencement: 'announced' });
    expect(rowsOf([announced])).toMatchObject([{ status: 'undetermined', preferred: false }]);
  });

  test('is asked of no item that identifies nobody', () => {
    const task = basis('task', '6(1)(e)', 10);
    expect(rowsOf([task], askedOf({ identifies: false }))).toEqual([]);
    const items = [
      { ...note, identifies: false },
      { ...note, ref: 'letter', identifies: undefined },
    ];
    expect(rowsOf([task], asked({ items }))).toMatchObject([{ items: ['letter'] }]);
  });
});

describe('a basis of one regime or another', () => {
  const either = (on: Condition) =>
    finds(
      'either',
      {
        type: 'lawful-basis',
        params: { article: '6(1)(e)', condition: 'or another', preference: 22, alternative: true },
      },
      on,
    );
  const told = (rules: readonly Rule[]) => rowsOf(rules).map(({ status }) => status);

  test('is told where it holds, and is no row where it does not', () => {
    expect(told([either(always)])).toEqual(['available']);
    expect(told([either(is('purpose.compatible'))])).toEqual([]);
    expect(told([either(never)])).toEqual([]);
  });

  test('is told as any other where a rule gives it outright', () => {
    const outright = basis('outright', '6(1)(e)', 10, never, { condition: 'or another' });
    expect(told([either(never), outright])).toEqual(['unavailable']);
  });
});

describe('the preferred basis', () => {
  const preferred = (rules: readonly Rule[], input: unknown = asked()) =>
    rowsOf(rules, input)
      .filter((row) => row.preferred)
      .map(({ article }) => article);
  test('is the one that the rules put first among those available', () => {
    const rules = [basis('vital', '6(1)(d)', 20), basis('task', '6(1)(e)', 10)];
    expect(preferred(rules)).toEqual(['6(1)(e)']);
    expect(preferred([...rules, basis('duty', '6(1)(c)', 1, never)])).toEqual(['6(1)(e)']);
  });

  test('takes the best preference of the rules of one article', () => {
    const rules = [
      basis('vital-b', '6(1)(d)', 5),
      basis('vital-a', '6(1)(d)', 20),
      basis('task', '6(1)(e)', 10),
    ];
    expect(preferred(rules)).toEqual(['6(1)(d)']);
  });

  test('takes it of the rules that serve something by themselves, where any does', () => {
    const task = basis('task', '6(1)(e)', 10);
    const vital = (on: Condition, other: Condition, scope: Rule['scope']) => [
      basis('vital-a', '6(1)(d)', 20, on, { scope }),
      basis('vital-b', '6(1)(d)', 5, other, { scope }),
      task,
    ];
    expect(preferred(vital(always, never, 'case'))).toEqual(['6(1)(e)']);
    const items = [
      { ...note, necessary: true },
      { ...note, ref: 'letter', necessary: false },
    ];
    const some = vital(always, is('item.necessary'), 'item');
    expect(preferred(some, asked({ items }))).toEqual(['6(1)(d)']);
    // Neither serves alone: each is met for one of two subjects.
    const people = [
      { ref: 'child', bestInterests: true },
      { ref: 'mother', bestInterests: false },
    ];
    const each = vital(is('person.bestInterests'), is('person.bestInterests', false), 'subject');
    const both = asked({ people, items: [{ ...note, about: ['child', 'mother'] }] });
    expect(preferred(each, both)).toEqual(['6(1)(d)']);
  });

  test('is first of all one that serves the most of what goes', () => {
    const narrow = basis('narrow', '6(1)(d)', 1, is('item.necessary'), { scope: 'item' });
    const wide = basis('wide', '6(1)(e)', 50);
    const items = [
      { ...note, necessary: true },
      { ...note, ref: 'letter', necessary: false },
    ];
    expect(preferred([narrow, wide], asked({ items }))).toEqual(['6(1)(e)']);
    const barred = bar('unneeded', is('item.necessary', false), { scope: 'item' });
    expect(preferred([narrow, wide, barred], asked({ items }))).toEqual(['6(1)(d)']);
  });

  test('is by article where the rules put two alike', () => {
    const rules = [basis('a-task', '6(1)(e)', 10), basis('b-vital', '6(1)(d)', 10)];
    expect(preferred(rules)).toEqual(['6(1)(d)']);
    const other = [basis('a-vital', '6(1)(d)', 10), basis('b-task', '6(1)(e)', 10)];
    expect(preferred(other)).toEqual(['6(1)(d)']);
  });

  test('is none where none is available', () => {
    expect(preferred([basis('task', '6(1)(e)', 10, never)])).toEqual([]);
  });
});

describe('the regime', () => {
  const regime = (said: Record<string, unknown>) => decided(open, asked(said)).regime;
  const enforcing = (lawEnforcementPurpose?: unknown, organisation = 'police') => ({
    sharer: { organisation, lawEnforcementPurpose },
  });
  test.each<[string, Record<string, unknown>, string]>([
    ['before 25 May 2018', { on: '2018-05-24' }, 'dpa-1998'],
    [
      'before 25 May 2018, of law enforcement too',
      { on: '2018-05-24', ...enforcing(true) },
      'dpa-1998',
    ],
    ['since then', { on: '2018-05-25', ...enforcing(false) }, 'uk-gdpr'],
    ['law enforcement by a competent authority', enforcing(true), 'dpa-part-3'],
    ['law enforcement by another body', enforcing(true, 'charity'), 'uk-gdpr'],
    ['where the purpose was left out', enforcing(), 'uk-gdpr'],
  ])('%s', (_, said, expected) => {
    expect(regime(said)).toBe(expected);
  });

  test('is none where no item identifies anybody', () => {
    expect(regime({ items: [{ ...note, identifies: false }] })).toBe('none');
    expect(
      regime({
        items: [
          { ...note, identifies: false },
          { ...note, ref: 'letter' },
        ],
      }),
    ).toBe('uk-gdpr');
    expect(regime({ items: [{ ...note, identifies: undefined }] })).toBe('uk-gdpr');
  });

  test('is none where the table holds none for the date', () => {
    expect(regimeOf(laidOut(request()), [])).toBe('none');
  });

  test('may be either where it is not known whether Part 3 governs', () => {
    const names = (said: Record<string, unknown>) =>
      governing(laidOut(request(said)), regimes).map(({ id }) => id);
    expect(names(enforcing())).toEqual(['dpa-part-3', 'uk-gdpr']);
    expect(names(enforcing(true))).toEqual(['dpa-part-3']);
    expect(names(enforcing(false))).toEqual(['uk-gdpr']);
    expect(regimeOf(laidOut(request(enforcing())), regimes.slice(0, 2))).toBe('dpa-part-3');
  });
});
