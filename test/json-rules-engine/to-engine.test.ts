import { describe, expect, test } from 'vitest';
import { toEngine } from '../../src/json-rules-engine/index.ts';
import type { Pack, Rule } from '../../src/model/rule.ts';
import { rules as nationalRules } from '../../src/index.ts';
import { all, always, any, conclusion, is, not, pack, rule } from '../synthetic.ts';

/** A pack in the place of the national one. */
const national = (...rules: Rule[]): Pack => pack(rules, { id: 'national' });
const place = { on: '2026-03-02', nation: 'england', mode: 'proactive' };

/** The rules that fire, by name, for facts beside the place. */
async function fired(given: Pack, facts: Record<string, unknown> = {}): Promise<string[]> {
  const { results } = await toEngine(given).run({ ...place, ...facts });
  return results.map(({ name }) => name).sort();
}
const firesFor = async (conditions: Rule['conditions'], facts: Record<string, unknown>) =>
  (await fired(national(conclusion('it', conditions)), facts)).includes('it');

describe('an engine of json-rules-engine made from a pack', () => {
  test('fires a rule under its id, with its kind and parameters as event', async () => {
    const given = national(
      rule({
        id: 'a-duty',
        event: { type: 'duty', params: { gateway: 'a-gateway', strength: 'must' } },
        conditions: is('concern.level', ['welfare', 'significant-harm'], 'in'),
      }),
    );
    const { events, results } = await toEngine(given).run({ ...place, 'concern.level': 'welfare' });
    expect(events).toEqual([{ type: 'duty', params: { gateway: 'a-gateway', strength: 'must' } }]);
    expect(results[0]?.name).toBe('a-duty');
    expect(await fired(given, { 'concern.level': 'none' })).toEqual([]);
  });

  test.each<[string, Rule['conditions'], Record<string, unknown>, boolean]>([
    ['equal', is('purpose.legitimate'), { 'purpose.legitimate': true }, true],
    ['equal', is('purpose.legitimate'), { 'purpose.legitimate': false }, false],
    ['equal', is('demand.form', 'email'), { 'demand.form': null }, false],
    ['notEqual', is('demand.form', 'email', 'notEqual'), { 'demand.form': null }, true],
    ['in', is('demand.form', ['email'], 'in'), { 'demand.form': null }, false],
    ['notIn', is('demand.form', ['email'], 'notIn'), { 'demand.form': null }, true],
    ['notIn', is('demand.form', ['email'], 'notIn'), { 'demand.form': 'email' }, false],
    ['contains', is('concern.kinds', 'fgm', 'contains'), { 'concern.kinds': ['fgm'] }, true],
    ['contains', is('concern.kinds', 'fgm', 'contains'), { 'concern.kinds': null }, false],
    ['doesNotContain', is('concern.kinds', 'fgm', 'doesNotContain'), { 'concern.kinds': [] }, true],
    [
      'doesNotContain',
      is('concern.kinds', 'fgm', 'doesNotContain'),
      { 'concern.kinds': null },
      true,
    ],
    [
      'some',
      is('person.deceased', true, 'someFact:equal'),
      { 'person.deceased[]': [false, true] },
      true,
    ],
    ['some', is('person.deceased', true, 'someFact:equal'), { 'person.deceased[]': [] }, false],
    ['every', is('person.deceased', true, 'everyFact:equal'), { 'person.deceased[]': [] }, true],
    [
      'every',
      is('person.deceased', true, 'everyFact:equal'),
      { 'person.deceased[]': [true, false] },
      false,
    ],
    ['not', not(any(is('purpose.legitimate'))), { 'purpose.legitimate': false }, true],
  ])('reads `%s` as we do (%#)', async (_, conditions, facts, whether) => {
    expect(await firesFor(conditions, facts)).toBe(whether);
  });

  test.each<[string, Rule['conditions'], Record<string, unknown>]>([
    ['was not given', is('concern.level', 'none', 'notEqual'), {}],
    ['is undefined', is('concern.level', 'none', 'notEqual'), { 'concern.level': undefined }],
    ['is unsure', is('concern.level', 'none', 'notEqual'), { 'concern.level': 'unsure' }],
    ['is no list', is('concern.kinds', 'fgm', 'contains'), { 'concern.kinds': 'fgm' }],
    [
      'is no list to quantify over',
      is('person.deceased', true, 'someFact:equal'),
      { 'person.deceased[]': true },
    ],
    ['is no list to quantify over', is('person.deceased', true, 'everyFact:equal'), {}],
    [
      'is unsure of one',
      is('person.deceased', true, 'someFact:equal'),
      { 'person.deceased[]': [true, 'unsure'] },
    ],
    [
      'is unsure of one',
      is('person.deceased', true, 'everyFact:equal'),
      { 'person.deceased[]': [false, undefined] },
    ],
  ])('rejects the run where a fact %s', async (_, conditions, facts) => {
    await expect(firesFor(conditions, facts)).rejects.toThrow();
    await expect(firesFor(not(conditions), facts)).rejects.toThrow();
    // Not even where another part settles it.
    await expect(firesFor(any(always, conditions), facts)).rejects.toThrow();
  });

  test('sets conclusions for the rules that read them, in whatever order they stand', async () => {
    const given = national(
      conclusion('a', all(is('rule.b'), is('rule.c', false))),
      conclusion('b', is('rule.d', false)),
      conclusion('c', is('purpose.legitimate', false)),
      conclusion('d', is('purpose.legitimate', false)),
      conclusion('e', always, { exceptionTo: ['b'], effective: { from: '2026-05-01' } }),
    );
    const legitimate = { 'purpose.legitimate': true };
    expect(await fired(given, legitimate)).toEqual(['a', 'b']);
    expect(await fired(given, { 'purpose.legitimate': false })).toEqual(['c', 'd']);
    expect(await fired(given, { ...legitimate, on: '2026-05-01' })).toEqual(['e']);
  });

  test('fires a rule only on the dates that it is in force', async () => {
    const given = national(
      conclusion('it', always, { effective: { from: '2026-03-02', to: '2026-03-03' } }),
    );
    for (const [on, names] of [
      ['2026-03-01', []],
      ['2026-03-02', ['it']],
      ['2026-03-03', ['it']],
      ['2026-03-04', []],
    ] as const)
      expect(await fired(given, { on })).toEqual(names);
    await expect(fired(given, { on: 20260302 })).rejects.toThrow('not a calendar date');
  });

  test('reads no permission of another nation as not met, since it is unknown there', async () => {
    const dated = { from: '2026-03-02' };
    const opens = conclusion('opens', always, { extent: ['england'], effective: dated });
    const bars = rule({
      id: 'bars',
      extent: ['england'],
      event: { type: 'harm', params: { level: 'law' } },
    });
    const reader = conclusion('reader', is('rule.opens', false));
    const other = conclusion('other', is('rule.bars', false));
    expect(await fired(national(opens, bars))).toEqual(['bars', 'opens']);
    expect(await fired(national(opens, bars, other), { nation: 'wales' })).toEqual(['other']);
    await expect(fired(national(opens, reader), { nation: 'wales' })).rejects.toThrow('`opens`');
    const before = { nation: 'wales', on: '2026-03-01' };
    expect(await fired(national(opens, reader), before)).toEqual(['reader']);
    const notMet = { ...opens, conditions: not(always) };
    expect(await fired(national(notMet, reader))).toEqual(['reader']);
  });

  test('leaves out what is announced or not commenced, and reads only the latter as not met', async () => {
    const pending = (commencement: Rule['commencement']) =>
      national(
        conclusion('pending', always, { commencement }),
        conclusion('reader', is('rule.pending', false)),
      );
    expect(await fired(pending('not-commenced'))).toEqual(['reader']);
    await expect(fired(pending('announced'))).rejects.toThrow('rule.pending');
  });

  test('takes a local pack, whose reading of national rules is given as facts', async () => {
    const [first] = nationalRules.filter(({ scope }) => scope === 'case');
    const local = pack(
      [
        rule({
          id: 'local-caution',
          event: { type: 'caution', params: {} },
          conditions: is(`rule.${first?.id ?? ''}`),
        }),
      ],
      { id: 'local' },
    );
    const engine = toEngine(local);
    await expect(engine.run(place)).rejects.toThrow('Undefined fact');
    const { events } = await engine.run({ ...place, [`rule.${first?.id ?? ''}`]: true });
    expect(events).toEqual([{ type: 'caution', params: {} }]);
  });

  test('fires the rules of a local pack only while the pack bears', async () => {
    const local = pack([rule({ id: 'local-caution', event: { type: 'caution', params: {} } })], {
      id: 'local',
      effective: { from: '2026-03-02', to: '2026-03-02' },
    });
    expect(await fired(local)).toEqual(['local-caution']);
    expect(await fired(local, { on: '2026-03-03' })).toEqual([]);
  });

  test('takes the national rules where no pack is given', async () => {
    await expect(toEngine().run(place)).rejects.toThrow('Undefined fact');
  });

  test('refuses a pack that does not hold together, with every defect', () => {
    const broken = pack(
      [
        conclusion('first', is('concern.levl')),
        conclusion('second', { any: [] }),
        conclusion('third', is('person.deceased')),
      ],
      { id: 'local' },
    );
    expect(() => toEngine(broken)).toThrow(
      expect.objectContaining({
        code: 'invalid-pack',
        issues: expect.arrayContaining([
          expect.objectContaining({ code: 'unknown-fact', rule: 'first' }),
          expect.objectContaining({ code: 'empty-list', rule: 'second' }),
          expect.objectContaining({ code: 'unreadable-fact', rule: 'third' }),
        ]) as unknown,
      }) as Error,
    );
  });

  test('leaves the pack as it is, and follows no change to it', async () => {
    const given = national(conclusion('it', all(is('mode', 'proactive'))));
    const before = JSON.stringify(given);
    const engine = toEngine(given);
    await engine.run(place);
    expect(JSON.stringify(given)).toBe(before);
    (given.rules[0] as Rule).conditions = not(always);
    expect((await engine.run(place)).results).toHaveLength(1);
  });

  test('follows no path into a fact, even in a rule added later', async () => {
    const engine = toEngine(national(conclusion('it', always)));
    engine.addRule({
      conditions: { all: [{ fact: 'deep', path: '$.a', operator: 'equal', value: 1 }] },
      event: { type: 'added' },
    });
    await expect(engine.run({ ...place, deep: { a: 1 } })).rejects.toThrow('a path into a fact');
  });
});
