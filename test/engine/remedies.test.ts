import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scopeOf } from '../../src/engine/ask.ts';
import type { Texts } from '../../src/engine/tables.ts';
import { facts } from '../../src/model/facts.ts';
import type { Condition, Rule } from '../../src/model/rule.ts';
import { consentKinds } from '../../src/model/words.ts';
import { all, always, any, conclusion, is, laidOut, never, not, request } from '../synthetic.ts';
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

const remediesOf = (rules: readonly Rule[], input: unknown) => decided(rules, input).remedies;
const sets = (rules: readonly Rule[], input: unknown) =>
  remediesOf(rules, input).map(({ item, set }) => [
    item,
    ...set.map(({ fact, to }) => `${fact} ${String(to)}`),
  ]);
const atItem = { scope: 'item' } as const;
const inaccurate = bar('inaccurate', is('item.accurate', false), atItem);
const insecure = bar('insecure', is('channel.secure', false));
const seen = bar('seen', is('channel.seenByThreat'));
const barred = (...bars: Rule[]) => [...permissions(), ...bars];
const insecurely = { channel: { secure: false } };

describe('a remedy', () => {
  test('is an answer whose honest change alone lets a withheld item go', () => {
    expect(remediesOf(barred(inaccurate), askedOf({ accurate: false }))).toEqual([
      {
        item: 'note',
        set: [{ fact: 'item.accurate', scope: { item: 'note' }, to: true }],
        text: 'remedy item.accurate.',
      },
    ]);
  });

  test('may be no, or a word', () => {
    expect(remediesOf(barred(seen), asked({ channel: { seenByThreat: true } }))).toMatchObject([
      {
        set: [{ fact: 'channel.seenByThreat', scope: {}, to: false }],
        text: 'remedy channel.seenByThreat.',
      },
    ]);
    const whole = bar('whole', is('item.extent', 'whole-record'), atItem);
    expect(remediesOf(barred(whole), askedOf({ extent: 'whole-record' }))).toMatchObject([
      {
        set: [{ fact: 'item.extent', to: 'extract' }],
        text: 'remedy item.extent.',
      },
    ]);
  });

  test('is each of several that would do, in the order of facts', () => {
    const both = bar('both', all(is('item.accurate', false), is('channel.secure', false)), atItem);
    expect(sets(barred(both), askedOf({ accurate: false }, insecurely))).toEqual([
      ['note', 'channel.secure true'],
      ['note', 'item.accurate true'],
    ]);
  });

  test('is a pair where none alone would do', () => {
    expect(sets(barred(inaccurate, insecure), askedOf({ accurate: false }, insecurely))).toEqual([
      ['note', 'channel.secure true', 'item.accurate true'],
    ]);
    expect(
      remediesOf(barred(inaccurate, insecure), askedOf({ accurate: false }, insecurely))[0]?.text,
    ).toBe('remedy channel.secure and item.accurate.');
  });

  test('is never three together', () => {
    const input = askedOf({ accurate: false }, { channel: { secure: false, seenByThreat: true } });
    expect(sets(barred(inaccurate, insecure, seen), input)).toEqual([]);
  });

  test('is none where something that cannot be changed stands in the way', () => {
    const irrelevant = bar('irrelevant', is('item.relevant', false), atItem);
    const input = askedOf({ accurate: false, relevant: false });
    expect(sets(barred(inaccurate, irrelevant), input)).toEqual([]);
    expect(sets(barred(irrelevant), input)).toEqual([]);
  });

  test('is none where the change would only leave the item open', () => {
    const unsettled = bar('unsettled', is('item.relevant', false), atItem);
    expect(sets(barred(inaccurate, unsettled), askedOf({ accurate: false }))).toEqual([]);
  });

  test('changes known answers only, and none that is as it should be', () => {
    const either = bar('either', any(is('item.accurate', false), not(is('item.upToDate'))), atItem);
    expect(sets(barred(either), askedOf({ accurate: false, upToDate: true }))).toEqual([
      ['note', 'item.accurate true'],
    ]);
    expect(sets(barred(either), askedOf({ accurate: false }))).toEqual([]);
    expect(sets(barred(either), askedOf({ accurate: false, upToDate: 'unsure' }))).toEqual([]);
  });

  test('is none for a question that does not arise', () => {
    const unexplained = bar('unexplained', not(is('demand.explainsPurpose')));
    expect(sets(barred(unexplained), asked({ mode: 'proactive' }))).toEqual([]);
    expect(sets(barred(unexplained), asked({ demand: { explainsPurpose: false } }))).toEqual([
      ['note', 'demand.explainsPurpose true'],
    ]);
  });

  test('is of the withheld item, and no item that goes or is open has one', () => {
    const items = [
      { ...note, accurate: false },
      { ...note, ref: 'goes', accurate: true },
      { ...note, ref: 'open', accurate: 'unsure' },
      { ...note, ref: 'letter', accurate: false },
    ];
    expect(
      remediesOf(barred(inaccurate), asked({ items })).map(({ item, set }) => [
        item,
        set[0]?.scope,
      ]),
    ).toEqual([
      ['note', { item: 'note' }],
      ['letter', { item: 'letter' }],
    ]);
  });

  test('is found through conclusions and exceptions', () => {
    const through = [
      conclusion('sound', is('item.accurate'), atItem),
      bar('unsound', is('rule.sound', false), atItem),
    ];
    expect(sets(barred(...through), askedOf({ accurate: false }))).toEqual([
      ['note', 'item.accurate true'],
    ]);
    const excepted = [
      bar('the-bar', always),
      conclusion('sent-safely', is('channel.secure'), { exceptionTo: ['the-bar'] }),
    ];
    expect(sets(barred(...excepted), asked(insecurely))).toEqual([['note', 'channel.secure true']]);
  });

  test('is found once, however often a rule is read', () => {
    const twice = [
      conclusion('sound', is('item.accurate'), atItem),
      bar('unsound', any(is('rule.sound', false), all(is('rule.sound', false))), atItem),
    ];
    expect(sets(barred(...twice), askedOf({ accurate: false }))).toEqual([
      ['note', 'item.accurate true'],
    ]);
  });
});

describe('a remedy for a missing lawful route', () => {
  const consent = finds(
    'consent',
    { type: 'lawful-basis', params: { article: '6(1)(a)', preference: 50 } },
    is('person.dataProtectionConsentValid'),
    { scope: 'subject' },
  );
  const people = (...statuses: string[]) =>
    statuses.map((status, index) => ({
      ref: `p${index}`,
      consent: { dataProtection: { status } },
    }));
  const about = (count: number) => [
    { ...note, about: Array.from({ length: count }, (_, index) => `p${index}`) },
  ];

  test('is the consent of whoever it is missing from', () => {
    const rules = [...permissionsBut('basis'), consent];
    const input = asked({ people: people('given', 'refused'), items: about(2) });
    expect(remediesOf(rules, input)).toMatchObject([
      { set: [{ fact: 'consent.status', scope: { person: 'p1' }, to: 'given' }] },
      { set: [{ fact: 'item.identifies', to: false }] },
    ]);
  });

  test('is the consent of two together', () => {
    const rules = [...permissionsBut('basis'), consent].filter(({ id }) => id !== 'confidence');
    const confided = finds('kept', { type: 'confidence-met', params: { by: 'consent' } });
    const input = asked({
      people: people('refused', 'refused'),
      items: [{ ...about(2)[0], identifies: true }],
    });
    expect(sets([...rules, confided], input)).toEqual([['note', 'item.identifies false']]);
    const named = bar('named', is('item.identifies', false), atItem);
    expect(sets([...rules, confided, named], input)).toEqual([
      ['note', 'consent.status given', 'consent.status given'],
    ]);
    expect(remediesOf([...rules, confided, named], input)[0]?.text).toBe(
      'remedy consent.dataProtection.',
    );
  });

  test('is the consent of who confided it, where confidence would give way to it', () => {
    const agreed = finds(
      'agreed',
      { type: 'confidence-met', params: { by: 'consent' } },
      is('item.confiderConsents'),
      atItem,
    );
    const refused = { confidentiality: { status: 'refused' } };
    const input = asked({
      people: [
        { ...child, consent: refused },
        { ref: 'mother', consent: refused },
      ],
      items: [{ ...note, confidedBy: 'mother' }],
    });
    expect(remediesOf([...permissionsBut('confidence'), agreed], input)).toMatchObject([
      {
        item: 'note',
        set: [{ fact: 'consent.status', scope: { person: 'mother' }, to: 'given' }],
        text: 'remedy consent.confidentiality.',
      },
    ]);
  });

  test('is to identify nobody where the basis is missing, and not where only a purpose is', () => {
    expect(sets(permissions({ basis: { conditions: never } }), asked())).toEqual([
      ['note', 'item.identifies false'],
    ]);
    expect(sets(permissions({ purpose: { conditions: never } }), asked())).toEqual([]);
  });

  test('is looked for in the rules of the date, and not in those of a local pack', () => {
    const secured = (said: Partial<Rule> = {}) =>
      permissions({ power: { conditions: is('channel.secure'), ...said } });
    expect(sets(secured(), asked(insecurely))).toEqual([['note', 'channel.secure true']]);
    const two = (conditions: Condition) => [
      ...permissions({ power: { conditions: never } }),
      duty('later-duty', conditions, {}, { effective: { from: '2027-01-01' } }),
    ];
    expect(sets(two(is('channel.secure')), asked(insecurely))).toEqual([]);
  });
});

describe('two changes together', () => {
  test('are tried among the first twelve answers only', () => {
    const many = Array.from({ length: 14 }, (_, index) => `p${index}`);
    const consent = finds(
      'consent',
      { type: 'lawful-basis', params: { article: '6(1)(a)', preference: 50 } },
      is('person.serviceConsentValid'),
      { scope: 'subject' },
    );
    const pairAt = (first: number) => {
      const refused = (index: number) => index === first || index === first + 1;
      const people = many.map((ref, index) => ({
        ref,
        consent: { service: { status: refused(index) ? 'refused' : 'not-sought' } },
      }));
      const whom = many.filter((_, index) => refused(index));
      const items = [{ ...note, about: whom }];
      const named = bar('named', is('item.identifies', false), atItem);
      return sets([...permissionsBut('basis'), consent, named], asked({ people, items })).length;
    };
    expect(pairAt(10)).toBe(1);
    expect(pairAt(11)).toBe(0);
  });
});

describe('whom or what a fact is about', () => {
  const world = laidOut(
    request({ people: [child, { ref: 'mother' }], items: [{ ref: 'note' }, { ref: 'letter' }] }),
  );
  test.each<[string, number, object]>([
    ['person.role', 1, { person: 'mother' }],
    ['consent.status', 4, { person: 'mother', consent: 'confidentiality' }],
    ['item.relevant', 1, { item: 'letter' }],
    ['purpose.kind', 0, {}],
    ['person.role', 2, {}],
    ['no.such-fact', 0, {}],
  ])('%s at %i', (fact, index, scope) => {
    expect(scopeOf(world, fact, index)).toEqual(scope);
  });
});

describe('the words of a remedy', () => {
  const national = JSON.parse(
    readFileSync(new URL('../../src/rules/texts.json', import.meta.url), 'utf8'),
  ) as Texts;

  test('are there for every fact that can be one, and for each kind of consent', () => {
    const named = facts.flatMap(({ id, remedy }) => (remedy === undefined ? [] : [id]));
    const kinds = consentKinds.map((kind) => `consent.${kind}`);
    expect(Object.keys(national.remedies).sort()).toEqual(
      [...named.filter((id) => id !== 'consent.status'), ...kinds].sort(),
    );
  });
});
