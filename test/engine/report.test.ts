import { describe, expect, test } from 'vitest';
import type { Condition, Rule, RuleEvent } from '../../src/model/rule.ts';
import { all, always, any, is, never, not, request } from '../synthetic.ts';
import {
  asked,
  askedOf,
  bar,
  child,
  decided,
  duty,
  finds,
  note,
  permissions,
  permissionsBut,
} from './permitting.ts';

const open = is('purpose.compatible');
type ParamsOf<K extends RuleEvent['type']> = Extract<RuleEvent, { type: K }>['params'];

describe('the conditions of an item with special category or offence data', () => {
  const special = (
    id: string,
    on: Condition,
    params: Partial<ParamsOf<'special-category-condition'>> = {},
    said: Partial<Rule> = {},
  ) =>
    finds(
      id,
      {
        type: 'special-category-condition',
        params: { article: '9(2)(g)', appropriatePolicyDocument: 'not-needed', ...params },
      },
      on,
      said,
    );
  const rowsOf = (rules: readonly Rule[], input: unknown) => decided(rules, input).conditions;

  test('are a row for each item and condition, with what was found', () => {
    const rules = [
      special('later-paragraph', never, { schedule1: '18' }),
      special('no-paragraph', always),
      special('paragraph', open, { schedule1: '10' }),
    ];
    expect(rowsOf(rules, askedOf({ categories: ['health'] }))).toEqual([
      {
        item: 'note',
        article: '9(2)(g)',
        status: 'available',
        appropriatePolicyDocument: 'not-needed',
        reasons: ['no-paragraph'],
      },
      {
        item: 'note',
        article: '9(2)(g)',
        schedule1: '10',
        status: 'undetermined',
        appropriatePolicyDocument: 'not-needed',
        reasons: ['paragraph'],
      },
      {
        item: 'note',
        article: '9(2)(g)',
        schedule1: '18',
        status: 'unavailable',
        appropriatePolicyDocument: 'not-needed',
        reasons: ['later-paragraph'],
      },
    ]);
  });

  test('are asked of what has or may have such data, and identifies or may identify', () => {
    const rows = (item: Record<string, unknown>) =>
      rowsOf(permissions(), askedOf(item)).map(({ article }) => article);
    expect(rows({ categories: ['health'] })).toEqual(['9(2)(g)']);
    expect(rows({ categories: ['criminal-allegation'] })).toEqual(['10']);
    expect(rows({ categories: ['intelligence'] })).toEqual(['10', '9(2)(g)']);
    expect(rows({ categories: undefined })).toEqual(['10', '9(2)(g)']);
    expect(rows({ categories: ['family'] })).toEqual([]);
    expect(rows({ categories: ['health'], identifies: undefined })).toEqual(['9(2)(g)']);
    expect(rows({ categories: ['health'], identifies: false })).toEqual([]);
  });

  test('put the rules of one paragraph together, and give those that were met where it is available', () => {
    const rules = [special('b-met', always), special('a-not', never), special('c-open', open)];
    expect(rowsOf(rules, asked())).toMatchObject([{ status: 'available', reasons: ['b-met'] }]);
    expect(rowsOf(rules.slice(1), asked())).toMatchObject([
      { status: 'undetermined', reasons: ['a-not', 'c-open'] },
    ]);
  });

  test('hold of every subject', () => {
    const rules = [special('of-each', is('person.bestInterests'), {}, { scope: 'subject' })];
    const people = [
      { ref: 'child', bestInterests: true },
      { ref: 'mother', bestInterests: false },
    ];
    const items = [note, { ...note, ref: 'letter', about: ['child', 'mother'] }];
    expect(rowsOf(rules, asked({ people, items })).map(({ status }) => status)).toEqual([
      'available',
      'unavailable',
    ]);
  });

  const needing = [special('needing', always, { appropriatePolicyDocument: 'needed' })];
  test.each<[unknown, string, string]>([
    [true, 'welfare', 'needed'],
    [true, 'significant-harm', 'needed'],
    [false, 'welfare', 'missing'],
    [false, 'significant-harm', 'missing'],
    [undefined, 'welfare', 'needed'],
    [undefined, 'significant-harm', 'missing'],
    ['unsure', 'significant-harm', 'missing'],
    ['unsure', 'unsure', 'needed'],
  ])('a policy document %s, at %s, is %s', (appropriatePolicyDocument, level, expected) => {
    const sharer = { organisation: 'police', appropriatePolicyDocument };
    const [row] = rowsOf(needing, asked({ sharer, concern: { level } }));
    expect(row?.appropriatePolicyDocument).toBe(expected);
  });

  test('need no document where some rule of the paragraph needs none', () => {
    const sharer = { organisation: 'police', appropriatePolicyDocument: false };
    expect(rowsOf([...needing, special('without', always)], asked({ sharer }))).toMatchObject([
      { appropriatePolicyDocument: 'not-needed' },
    ]);
  });
});

describe('a missing policy document', () => {
  const told = (
    on: Condition,
    item: Record<string, unknown> = {},
    more: readonly Rule[] = [],
    said: Record<string, unknown> = {},
  ) => {
    const rules = [
      ...permissionsBut('special'),
      ...more,
      finds(
        'needing',
        {
          type: 'special-category-condition',
          params: { article: '9(2)(g)', appropriatePolicyDocument: 'needed' },
        },
        on,
      ),
      finds('missing', { type: 'caution', params: {} }, is('item.policyDocumentMissing'), {
        scope: 'item',
      }),
      bar('irrelevant', is('item.relevant', false), { scope: 'item' }),
    ];
    const sharer = { organisation: 'police', appropriatePolicyDocument: false };
    return decided(rules, askedOf({ relevant: true, ...item }, { sharer, ...said })).cautions
      .length;
  };
  test('is told of an item that goes on the condition, and of no other', () => {
    expect(told(always)).toBe(1);
    expect(told(never)).toBe(0);
    expect(told(always, { relevant: false })).toBe(0);
    expect(told(always, { categories: ['family'] })).toBe(0);
    const items = [
      { ...note, relevant: false },
      { ...note, ref: 'letter', relevant: true, categories: ['family'] },
    ];
    expect(told(always, {}, [], { items })).toBe(0);
  });

  test('is nothing where the piece goes on another condition alone, or where there is a document', () => {
    const without = permissions().filter(({ id }) => id === 'special');
    expect(told(never, {}, without)).toBe(0);
    const sharer = { organisation: 'police', appropriatePolicyDocument: true };
    expect(told(always, {}, [], { sharer })).toBe(0);
  });
});

describe('the confidence of an item', () => {
  const met = (
    id: string,
    by: ParamsOf<'confidence-met'>['by'],
    on: Condition = always,
    said: Partial<Rule> = {},
  ) => finds(id, { type: 'confidence-met', params: { by } }, on, said);
  const rowsOf = (rules: readonly Rule[], input: unknown = asked()) =>
    decided(rules, input).confidentiality;

  test('gives way by what was met first, with all that was met', () => {
    const rules = [
      met('b-consent', 'consent'),
      met('a-interest', 'public-interest'),
      met('c-duty', 'legal-duty', never),
    ];
    expect(rowsOf(rules)).toEqual([
      { item: 'note', status: 'met', by: 'public-interest', reasons: ['a-interest', 'b-consent'] },
    ]);
  });

  test('is open or stands, with all that was looked at and by nothing', () => {
    const rules = [met('a-interest', 'public-interest', open), met('b-consent', 'consent', never)];
    expect(rowsOf(rules)).toEqual([
      { item: 'note', status: 'undetermined', reasons: ['a-interest', 'b-consent'] },
    ]);
    expect(rowsOf(rules.slice(1))).toEqual([
      { item: 'note', status: 'not-met', reasons: ['b-consent'] },
    ]);
    expect(rowsOf([])).toEqual([{ item: 'note', status: 'not-met', reasons: [] }]);
  });

  test('is no question of what is not confidential', () => {
    const status = (confidential: unknown) =>
      rowsOf([met('a-interest', 'public-interest')], askedOf({ confidential })).length;
    expect([true, 'unsure', undefined, false].map(status)).toEqual([1, 1, 1, 0]);
  });
});

describe('a gateway', () => {
  const power = (
    id: string,
    on: Condition,
    params: Partial<ParamsOf<'power'>> = {},
    said: Partial<Rule> = {},
  ) => finds(id, { type: 'power', params: { gateway: 'a-power', ...params } }, on, said);
  const restriction = (on: Condition, level: 'law' | 'guidance' = 'law') =>
    finds('restricting', { type: 'restriction', params: { gateway: 'a-restriction', level } }, on);
  const rowsOf = (rules: readonly Rule[], input: unknown = asked()) =>
    decided(rules, input).gateways;

  test('is a duty, a power or a restriction, as strong as its rules', () => {
    const rules = [
      power('powering', always),
      duty('b-duty'),
      duty('a-duty', always, { strength: 'should' }),
      restriction(always),
    ];
    expect(rowsOf(rules)).toEqual([
      {
        id: 'a-duty-gateway',
        kind: 'duty',
        status: 'applies',
        strength: 'should',
        reasons: ['a-duty'],
      },
      { id: 'a-power', kind: 'power', status: 'applies', strength: 'may', reasons: ['powering'] },
      {
        id: 'a-restriction',
        kind: 'restriction',
        status: 'applies',
        strength: 'must',
        reasons: ['restricting'],
      },
      {
        id: 'b-duty-gateway',
        kind: 'duty',
        status: 'applies',
        strength: 'must',
        reasons: ['b-duty'],
      },
    ]);
    expect(rowsOf([restriction(always, 'guidance')])).toMatchObject([{ strength: 'should' }]);
  });

  test('is a scheme where its rules name one', () => {
    expect(rowsOf([power('powering', always, { scheme: 'mappa' })])).toMatchObject([
      { kind: 'scheme' },
    ]);
  });

  test('is told where it is open, and where it does not apply only if it was asked for', () => {
    expect(rowsOf([power('powering', open)])).toMatchObject([{ status: 'undetermined' }]);
    expect(rowsOf([power('powering', never)])).toEqual([]);
    const court = [power('powering', never, { gateway: 'court-order' })];
    expect(rowsOf(court, asked({ demand: { power: 'court-order' } }))).toMatchObject([
      { id: 'court-order', status: 'does-not-apply', reasons: ['powering'] },
    ]);
    expect(rowsOf(court, asked({ demand: { power: 'foi' } }))).toEqual([]);
    const scheme = [power('powering', never, { scheme: 'mappa' })];
    expect(rowsOf(scheme, asked({ scheme: { mappa: {} } }))).toMatchObject([
      { status: 'does-not-apply' },
    ]);
    expect(rowsOf(scheme, asked({ scheme: { marac: {} } }))).toEqual([]);
    expect(rowsOf(scheme)).toEqual([]);
  });

  test('is one row for all rules of its id, by those that made it what it is', () => {
    const rules = [
      power('c-open', open),
      power('b-met', always),
      finds('a-duty', { type: 'duty', params: { gateway: 'a-power', strength: 'must' } }, never),
    ];
    expect(rowsOf(rules)).toEqual([
      { id: 'a-power', kind: 'duty', status: 'applies', strength: 'may', reasons: ['b-met'] },
    ]);
  });

  test('that is only announced is undetermined and binds no more than guidance', () => {
    const announced = (on: Condition) => duty('a-duty', on, {}, { commencement: 'announced' });
    expect(rowsOf([announced(always)])).toMatchObject([
      { status: 'undetermined', strength: 'should' },
    ]);
    expect(rowsOf([announced(never)])).toEqual([]);
  });

  test('is none where it has not commenced, or is not in force on the date', () => {
    expect(rowsOf([duty('a-duty', always, {}, { commencement: 'not-commenced' })])).toEqual([]);
    expect(rowsOf([duty('a-duty', always, {}, { effective: { from: '2027-01-01' } })])).toEqual([]);
  });
});

describe('a consent that the request speaks of', () => {
  const defect = (
    id: string,
    word: ParamsOf<'consent-defect'>['defect'],
    on: Condition,
    verdict?: ParamsOf<'consent-defect'>['verdict'],
  ) =>
    finds(
      id,
      { type: 'consent-defect', params: { defect: word, ...(verdict ? { verdict } : {}) } },
      on,
      { scope: 'consent' },
    );
  const implied = defect('implied-rule', 'implied', is('consent.implied'));
  const rowsOf = (
    rules: readonly Rule[],
    consent: Record<string, unknown>,
    said: Record<string, unknown> = {},
  ) => decided(rules, asked({ people: [{ ...child, consent }], ...said })).consents;
  const verdictsOf = (
    rules: readonly Rule[],
    service: Record<string, unknown>,
    said: Record<string, unknown> = {},
  ) => {
    const [row] = rowsOf(rules, { service }, said);
    return [row?.verdict, row?.defects, row?.reasons];
  };

  test('is a row, and one that it does not speak of is none', () => {
    expect(rowsOf([implied], {})).toEqual([]);
    expect(rowsOf([], { confidentiality: {}, dataProtection: { status: 'given' } })).toEqual([
      { person: 'child', kind: 'dataProtection', verdict: 'valid', defects: [], reasons: [] },
      {
        person: 'child',
        kind: 'confidentiality',
        verdict: 'undetermined',
        defects: [],
        reasons: [],
      },
    ]);
  });

  test('is valid, invalid or undetermined, with its defects and the rules behind them', () => {
    expect(verdictsOf([implied], { status: 'given', implied: false })).toEqual(['valid', [], []]);
    expect(verdictsOf([implied], { status: 'given', implied: true })).toEqual([
      'invalid',
      ['implied'],
      ['implied-rule'],
    ]);
    expect(verdictsOf([implied], { status: 'given' })).toEqual([
      'undetermined',
      [],
      ['implied-rule'],
    ]);
    expect(verdictsOf([implied], { status: 'refused', implied: false })).toEqual([
      'invalid',
      [],
      [],
    ]);
    expect(verdictsOf([implied], { status: 'unsure', implied: false })).toEqual([
      'undetermined',
      [],
      [],
    ]);
  });

  test('names each defect once, in order', () => {
    const rules = [
      defect('a', 'refused', always),
      defect('b', 'implied', always),
      defect('c', 'implied', always),
    ];
    expect(verdictsOf(rules, { status: 'given' })).toEqual([
      'invalid',
      ['implied', 'refused'],
      ['a', 'b', 'c'],
    ]);
  });

  const high = is('concern.high');
  const pointless = defect('pointless', 'would-share-anyway', high, 'not-needed');
  const improper = defect('improper', 'coerced', is('person.underCoercion'), 'not-appropriate');
  const calm = { concern: { level: 'none', adultAtSeriousRisk: false } };
  const grave = { concern: { level: 'significant-harm' } };
  const person = (underCoercion: unknown, service: Record<string, unknown>) => ({
    people: [{ ...child, underCoercion, consent: { service } }],
  });
  const both = [pointless, improper];

  test('is not needed where a defect says so, whatever else is wrong with it', () => {
    const given = { status: 'given', implied: true };
    expect(verdictsOf([...both, implied], {}, { ...grave, ...person(false, given) })[0]).toBe(
      'not-needed',
    );
    expect(verdictsOf([...both, implied], {}, { ...calm, ...person(false, given) })[0]).toBe(
      'invalid',
    );
  });

  test('is not appropriate before it is not needed', () => {
    const given = { status: 'given' };
    expect(verdictsOf(both, {}, { ...grave, ...person(true, given) })[0]).toBe('not-appropriate');
    expect(verdictsOf(both, {}, { ...calm, ...person(true, given) })[0]).toBe('not-appropriate');
  });

  test('is not called invalid while it may turn out not to be asked for', () => {
    const refused = { status: 'refused' };
    expect(verdictsOf(both, {}, { concern: {}, ...person(false, refused) })[0]).toBe(
      'undetermined',
    );
    expect(verdictsOf(both, {}, { ...grave, ...person(undefined, refused) })[0]).toBe(
      'undetermined',
    );
    expect(verdictsOf(both, {}, { ...calm, ...person(false, refused) })[0]).toBe('invalid');
    expect(
      verdictsOf([defect('plain', 'implied', is('consent.implied'), 'invalid')], refused)[0],
    ).toBe('invalid');
  });
});

describe('an obligation', () => {
  const oblige = (
    id: string,
    on: Condition = always,
    params: Partial<ParamsOf<'obligation'>> = {},
    said: Partial<Rule> = {},
  ) =>
    finds(
      id,
      {
        type: 'obligation',
        params: {
          obligation: 'record-decision',
          level: 'should',
          when: 'after',
          text: `text of ${id}`,
          ...params,
        },
      },
      on,
      said,
    );
  const rowsOf = (rules: readonly Rule[], input: unknown = asked()) =>
    decided(rules, input).obligations;

  test('is given where it applies and where it may, and else not', () => {
    expect(rowsOf([oblige('applies')])).toEqual([
      {
        id: 'record-decision',
        level: 'should',
        when: 'after',
        status: 'applies',
        text: 'text of applies',
        reasons: ['applies'],
      },
    ]);
    expect(rowsOf([oblige('may-apply', open)])).toMatchObject([{ status: 'undetermined' }]);
    expect(rowsOf([oblige('does-not', never)])).toEqual([]);
  });

  test('comes once, at the highest level of those that apply, in the words of that rule', () => {
    const rules = [
      oblige('a-could', always, { level: 'could' }),
      oblige('b-must', always, { level: 'must' }),
      oblige('c-open-must', open, { level: 'must' }),
    ];
    expect(rowsOf(rules)).toMatchObject([
      { level: 'must', text: 'text of b-must', status: 'applies', reasons: ['a-could', 'b-must'] },
    ]);
    expect(rowsOf([rules[0], rules[2]].flatMap((one) => one ?? []))).toMatchObject([
      { level: 'could', status: 'applies', reasons: ['a-could'] },
    ]);
  });

  test('comes in the order of its ids', () => {
    const rules = [
      oblige('a', always, { obligation: 'verify-identity' }),
      oblige('b', always, { obligation: 'call-999' }),
    ];
    expect(rowsOf(rules).map(({ id }) => id)).toEqual(['call-999', 'verify-identity']);
  });

  test('is due so long after a date, the earliest where there are several', () => {
    const due = (params: Partial<ParamsOf<'obligation'>>[], said: Record<string, unknown> = {}) =>
      rowsOf(
        params.map((one, index) => oblige(`rule-${index}`, always, one)),
        asked(said),
      )[0]?.due;
    expect(due([{ due: { days: 10, from: 'on' } }])).toBe('2026-03-12');
    expect(
      due([{ due: { months: 1, from: 'concern.knownOn' } }], {
        concern: { knownOn: '2026-01-31' },
      }),
    ).toBe('2026-02-28');
    expect(due([{ due: { months: 1, from: 'concern.knownOn' } }])).toBeUndefined();
    expect(due([{ due: { days: 10, from: 'on' } }, { due: { days: 3, from: 'on' } }, {}])).toBe(
      '2026-03-05',
    );
    expect(due([{}])).toBeUndefined();
    const obtained = {
      items: [
        { ...note, obtainedOn: '2026-02-20' },
        { ...note, ref: 'b', obtainedOn: '2026-02-10' },
        { ...note, ref: 'c' },
      ],
    };
    expect(due([{ due: { days: 1, from: 'item.obtainedOn' } }], obtained)).toBe('2026-02-11');
  });

  test('is due by the dates of the items where it applies, and of no other', () => {
    const due = (scope: 'item' | 'subject' | 'person') =>
      rowsOf(
        [
          oblige(
            'of-the-father',
            scope === 'item' ? is('item.relevant') : is('person.deceased', false),
            { due: { days: 1, from: 'item.obtainedOn' } },
            { scope },
          ),
        ],
        request({
          people: [
            { ref: 'father', deceased: false },
            { ref: 'aunt', deceased: true },
            { ref: 'uncle', deceased: true },
          ],
          items: [
            { ref: 'old', about: ['aunt', 'uncle'], obtainedOn: '2020-01-01', relevant: false },
            { ref: 'new', about: ['father'], obtainedOn: '2026-02-20', relevant: true },
            { ref: 'both', about: ['aunt', 'father'], obtainedOn: '2026-02-10', relevant: false },
          ],
        }),
      )[0]?.due;
    expect(due('item')).toBe('2026-02-21');
    expect(due('subject')).toBe('2026-02-11');
    // A rule about a person does not say which of the items it means.
    expect(due('person')).toBe('2020-01-02');
  });

  test('is looked for among the people of the case, and not in one of whom nothing is known', () => {
    const each = oblige('each', is('person.deceased', false), {}, { scope: 'person' });
    expect(rowsOf([each], request({ people: [{ ref: 'child', deceased: true }] }))).toEqual([]);
    expect(rowsOf([each], asked())).toMatchObject([{ status: 'undetermined' }]);
  });

  test('is looked for among the consents that are mentioned', () => {
    const each = oblige(
      'each',
      is('consent.status', 'given', 'notEqual'),
      {},
      { scope: 'consent' },
    );
    const said = (service: unknown) => asked({ people: [{ ...child, consent: { service } }] });
    expect(rowsOf([each])).toEqual([]);
    expect(rowsOf([each], said({}))).toMatchObject([{ status: 'undetermined' }]);
    expect(rowsOf([each], said({ status: 'refused' }))).toMatchObject([{ status: 'applies' }]);
    expect(rowsOf([each], said({ status: 'given' }))).toEqual([]);
  });
});

describe('advice', () => {
  const advise = (
    id: string,
    who: ParamsOf<'advice'>['who'],
    about: string,
    on: Condition = always,
  ) => finds(id, { type: 'advice', params: { who, about } }, on);
  test('is given where it is known to be called for, once for each of whom and what, in the order of the rules', () => {
    const rules = [
      advise('c', 'nspcc', 'a child'),
      advise('a', 'manager', 'doubt'),
      advise('b', 'manager', 'doubt'),
      advise('d', 'manager', 'another thing'),
      advise('e', 'legal', 'not known', open),
      advise('f', 'legal', 'not met', never),
    ];
    expect(decided(rules, asked()).advice).toEqual([
      { who: 'manager', about: 'doubt', reasons: ['a', 'b'] },
      { who: 'manager', about: 'another thing', reasons: ['d'] },
      { who: 'nspcc', about: 'a child', reasons: ['c'] },
    ]);
  });

  test('of two conflicts is given once', () => {
    const rules = [...permissions(), bar('the-bar', always), duty('a-duty')];
    const items = [note, { ...note, ref: 'letter' }];
    expect(decided(rules, asked({ items })).advice).toEqual([
      { who: 'legal', about: 'conflict', reasons: ['a-duty', 'the-bar'] },
    ]);
  });
});

describe('what is to be recorded', () => {
  const field = (
    id: string,
    on: Condition = always,
    params: Partial<ParamsOf<'record-field'>> = {},
    said: Partial<Rule> = {},
  ) =>
    finds(
      id,
      {
        type: 'record-field',
        params: { field: 'why', level: 'should', timing: 'before', ...params },
      },
      on,
      said,
    );
  const rowsOf = (rules: readonly Rule[], input: unknown = asked()) => decided(rules, input).record;

  test('is given with its level, timing, sources and status', () => {
    expect(rowsOf([field('a')])).toEqual([
      {
        field: 'why',
        level: 'should',
        timing: 'before',
        status: 'applies',
        sources: ['synthetic-act'],
        reasons: ['a'],
      },
    ]);
    expect(rowsOf([field('a', open)])).toMatchObject([{ status: 'undetermined' }]);
    expect(rowsOf([field('a', never)])).toEqual([]);
  });

  test('comes once for each field, at the highest level, and waits for nothing where some rule says so', () => {
    const rules = [
      field('a', always, { level: 'could', timing: 'as-soon-as-possible-after' }),
      field('b', always, { level: 'must' }),
      field('c', open, { level: 'must' }),
      field('d', always, { field: 'shared' }),
    ];
    expect(rowsOf(rules)).toMatchObject([
      { field: 'shared', reasons: ['d'] },
      { field: 'why', level: 'must', timing: 'as-soon-as-possible-after', reasons: ['a', 'b'] },
    ]);
  });

  test.each<[string, Record<string, unknown>, unknown]>([
    ['sharer.organisation', {}, 'police'],
    ['purpose.legitimate', { purpose: { legitimate: false } }, false],
    ['concern.kinds', { concern: { kinds: ['neglect', 'missing'] } }, ['neglect', 'missing']],
    ['decision.outcome', {}, 'seek-advice'],
    ['purpose.legitimate', {}, undefined],
    ['purpose.legitimate', { purpose: { legitimate: 'unsure' } }, undefined],
    ['decision.preferredBasis', {}, undefined],
    ['person.role', {}, undefined],
    ['no.such-fact', {}, undefined],
    ['recipient.person', { recipient: { person: 'child' } }, undefined],
    ['recipient.actingFor', { recipient: { actingFor: 'child' } }, undefined],
    ['demand.by', { demand: { by: 'child' } }, undefined],
    ['concern.about', { concern: { about: ['child'] } }, undefined],
    ['concern.knownOn', { concern: { knownOn: '2026-02-01' } }, undefined],
  ])('holds what is already known: %s', (value, said, known) => {
    const [row] = rowsOf([field('a', always, { value })], asked(said));
    expect(row?.value).toEqual(known);
    expect(Object.hasOwn(row ?? {}, 'value')).toBe(known !== undefined);
  });

  test('takes the first value that is known', () => {
    const rules = [
      field('a', always, { value: 'purpose.legitimate' }),
      field('b', always, { value: 'sharer.organisation' }),
      field('c', always, { value: 'mode' }),
    ];
    expect(rowsOf(rules)).toMatchObject([{ value: 'police' }]);
  });
});

describe('how soon to act', () => {
  const urge = (id: string, urgency: ParamsOf<'urgency'>['urgency'], on: Condition = always) =>
    finds(id, { type: 'urgency', params: { urgency } }, on);
  test.each<[string, Rule[], string, string[]]>([
    ['nothing presses', [], 'routine', []],
    ['something presses', [urge('soon', 'without-delay')], 'without-delay', ['soon']],
    [
      'danger is now',
      [urge('now', 'immediate'), urge('soon', 'without-delay')],
      'immediate',
      ['now'],
    ],
    [
      'nothing is known to press',
      [urge('now', 'immediate', open), urge('soon', 'without-delay', never)],
      'routine',
      [],
    ],
  ])('where %s', (_, rules, urgency, reasons) => {
    const decision = decided(rules, asked());
    expect(decision.urgency).toBe(urgency);
    expect(decision.reasons.map(({ rule }) => rule)).toEqual(reasons);
  });

  test('is never routine where nobody knows how serious it is', () => {
    expect(decided([], asked({ concern: { level: 'unsure' } })).urgency).toBe('without-delay');
    expect(decided([], asked({ concern: {} })).urgency).toBe('routine');
  });
});

describe('cautions', () => {
  const caution = (id: string, on: Condition, said: Partial<Rule> = {}) =>
    finds(id, { type: 'caution', params: {} }, on, said);
  test('are the words of the rules that are met, in order', () => {
    const rules = [
      caution('b', always),
      caution('a', always),
      caution('c', open),
      caution('d', never),
    ];
    expect(decided(rules, asked()).cautions).toEqual([
      { text: 'because a is met', reasons: ['a'] },
      { text: 'because b is met', reasons: ['b'] },
    ]);
  });

  test('tell of law that is announced or has not commenced, where it would be met', () => {
    const rules = [
      duty('a-duty', always, {}, { commencement: 'announced' }),
      duty('b-duty', always, {}, { commencement: 'not-commenced' }),
      duty('c-duty', never, {}, { commencement: 'announced' }),
      duty('d-duty', open, {}, { commencement: 'not-commenced' }),
      duty('e-duty', always, {}, { commencement: 'announced', effective: { from: '2027-01-01' } }),
      caution('aa', always),
    ];
    const { cautions } = decided(rules, asked());
    expect(cautions).toEqual([
      { text: 'Title of a-duty: announced', reasons: ['a-duty'] },
      { text: 'because aa is met', reasons: ['aa'] },
      { text: 'Title of b-duty: notCommenced', reasons: ['b-duty'] },
    ]);
  });

  test('say that the date is later than the law known', () => {
    const of = (on: string) => decided([], asked({ on })).cautions;
    expect(of('2026-06-01')).toEqual([]);
    expect(of('2026-06-02')).toEqual([{ text: 'afterLawAsAt', reasons: [] }]);
  });
});

describe('a rule that is announced', () => {
  test('opens no basis, counts as no power, and gives a caution', () => {
    const announced = { commencement: 'announced' } as const;
    const rules = permissions({ basis: announced, power: announced });
    const decision = decided(rules, asked());
    expect(decision.items[0]?.verdict).toBe('undetermined');
    expect(decision.lawfulBases).toMatchObject([{ status: 'undetermined' }]);
    expect(decision.gateways).toMatchObject([{ status: 'undetermined' }]);
    expect(decision.cautions.map(({ reasons }) => reasons)).toEqual([['basis'], ['power']]);
    expect(decision.reasons.find(({ rule }) => rule === 'basis')?.finding).toBe('met');
  });

  test('bars nothing while it has not commenced', () => {
    const rules = [...permissions(), bar('the-bar', always, { commencement: 'not-commenced' })];
    const decision = decided(rules, asked());
    expect(decision.items[0]?.verdict).toBe('share');
    expect(decision.cautions).toHaveLength(1);
    expect(decision.reasons.map(({ rule }) => rule)).toContain('the-bar');
  });
});

test('a finding at several instances is met where some is, else unknown where some is', () => {
  const rules = (on: Condition) => [
    finds(
      'each',
      {
        type: 'obligation',
        params: { obligation: 'follow-up', level: 'could', when: 'after', text: 'text' },
      },
      on,
      { scope: 'item' },
    ),
  ];
  const items = [true, false, undefined].map((relevant, index) => ({
    ...note,
    ref: `i${index}`,
    relevant,
  }));
  const status = (on: Condition, given: typeof items) =>
    decided(rules(on), asked({ items: given })).obligations[0]?.status;
  expect(status(is('item.relevant'), items)).toBe('applies');
  expect(status(is('item.relevant'), items.slice(1))).toBe('undetermined');
  expect(status(is('item.relevant'), items.slice(1, 2))).toBeUndefined();
  expect(status(any(is('item.relevant'), not(is('item.relevant'))), items.slice(2))).toBe(
    'undetermined',
  );
  expect(status(all(is('item.relevant'), never), items)).toBeUndefined();
});
