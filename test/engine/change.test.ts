import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/index.ts';
import { createEngine, decide, lawAsAt, nextChange } from '../../src/index.ts';
import { later } from '../../src/engine/dates.ts';
import { digest } from '../../src/engine/digest.ts';
import { always, conclusion, engineOf, localPack, source } from '../synthetic.ts';

const dated = (id: string, from: string, to?: string) =>
  conclusion(id, always, { effective: to === undefined ? { from } : { from, to } });

const rule = (id: string) => ({ kind: 'rule', id });

describe('the next change', () => {
  const engine = engineOf([
    dated('first', '2010-01-01', '2014-12-31'),
    dated('second', '2015-01-01'),
    dated('third', '2015-01-01', '2024-02-29'),
  ]);

  test('is the first day on which a rule begins, or the day after its last', () => {
    const change = {
      on: '2015-01-01',
      begins: [rule('second'), rule('third')],
      ends: [rule('first')],
    };
    expect(engine.nextChange('2014-12-30')).toEqual(change);
    expect(engine.nextChange('2014-12-31')).toEqual(change);
    expect(engine.nextChange('2024-02-28')).toEqual({
      on: '2024-03-01',
      begins: [],
      ends: [rule('third')],
    });
  });

  test('is also the day on which a regime, a source, or what a word counts as changes', () => {
    const attribute = { kind: 'attribute', id: 'special' };
    expect(engine.nextChange('2018-05-24')).toEqual({
      on: '2018-05-25',
      begins: [attribute, { kind: 'regime', id: 'dpa-part-3' }, { kind: 'regime', id: 'uk-gdpr' }],
      ends: [attribute, { kind: 'regime', id: 'dpa-1998' }],
    });
    expect(engine.nextChange('1999-12-31')?.begins).toContainEqual({
      kind: 'source',
      id: source.id,
    });
  });

  test('is undefined where none is known', () => {
    expect(engine.nextChange('2024-03-01')).toBeUndefined();
  });

  test('counts the packs, whose rules bear only while they do', () => {
    const effective = { from: '2024-05-01', to: '2024-06-30' };
    const local = localPack(
      [dated('early', '2010-01-01'), dated('later', '2024-06-01'), dated('after', '2025-01-01')],
      { id: 'our-town', effective },
    );
    const both = engineOf([], { packs: [local] });
    const changes = ['2024-04-30', '2024-05-01', '2024-06-01', '2024-07-01'].map((date) =>
      both.nextChange(date),
    );
    const town = { kind: 'pack', id: 'our-town' };
    expect(changes).toEqual([
      { on: '2024-05-01', begins: [town, rule('early')], ends: [] },
      { on: '2024-06-01', begins: [rule('later')], ends: [] },
      { on: '2024-07-01', begins: [], ends: [town, rule('early'), rule('later')] },
      undefined,
    ]);
  });

  test('refuses what is no calendar date, and does not repeat it', () => {
    for (const on of ['2026-02-30', 'secret', '', 20260205 as unknown as string])
      expect(() => engine.nextChange(on)).toThrow(
        'request: expected a calendar date such as 2014-03-02\n  help: write the year, month and day as YYYY-MM-DD',
      );
  });
});

describe('the next change of the national rules', () => {
  test('tells the stages of the Data (Use and Access) Act 2025', () => {
    const change = nextChange('2026-01-31') as Change;
    expect(change.on).toBe('2026-02-05');
    expect(change.begins).toContainEqual(rule('dfe2024-predates-2026-law'));
    expect(change.ends).toContainEqual(rule('gdpr2016-art6-1e-public-task'));
  });

  test('is announced for a date that the caller may move or strike out', () => {
    const duty = rule('ca2004-s16la-information-sharing-duty');
    expect(nextChange('2026-09-01')).toMatchObject({ on: '2026-09-30' });
    expect(nextChange('2026-09-01')?.begins).toContainEqual(duty);
    const begins = (date: string | null) =>
      createEngine({ commencement: { 'ca2004-s16la': date } }).nextChange('2026-10-01');
    expect(begins('2027-01-01')).toMatchObject({ on: '2027-01-01' });
    expect(begins('2027-01-01')?.begins).toContainEqual(duty);
    expect(begins(null)).toBeUndefined();
  });

  test('lies between days whose decisions differ in nothing but the date', () => {
    // Dates counted from the day of the decision differ of course, so only how many there are is compared.
    const on = (date: string) => {
      const { provenance, record, obligations, informing, ...rest } = decide({
        on: date,
        mode: 'proactive',
        sharer: { organisation: 'charity' },
        recipient: { organisation: 'police' },
        purpose: { kind: 'safeguard-from-harm' },
        concern: { level: 'significant-harm' },
        items: [{ ref: 'note', relevant: true, necessary: true }],
      });
      expect(provenance.on).toBe(date);
      return digest({ rest, kept: [record, obligations, informing].map((rows) => rows.length) });
    };
    let date = '2025-01-01';
    let compared = 0;
    for (let next = nextChange(date); next && next.on <= lawAsAt; next = nextChange(date)) {
      expect(on(later(next.on, { days: -1 })), `${date} to ${next.on}`).toBe(on(date));
      date = next.on;
      compared++;
    }
    expect(compared).toBeGreaterThan(5);
  });
});
