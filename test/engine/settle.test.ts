import { describe, expect, test } from 'vitest';
import { strongest } from '../../src/engine/settle.ts';
import type { Condition, Rule } from '../../src/model/rule.ts';
import { all, always, is, never } from '../synthetic.ts';
import {
  asked,
  askedOf,
  bar,
  decided,
  duty,
  finds,
  note,
  permissions,
  permissionsBut,
} from './permitting.ts';

const change = (
  id: string,
  word: 'extract-only' | 'redact-identity' | 'label-opinion',
  on: Condition = always,
) => finds(id, { type: 'change', params: { change: word } }, on, { scope: 'item' });
/** An item goes, is withheld or stays open as `relevant` is true, false or left out. */
const byRelevance = [
  ...permissions(),
  bar('irrelevant', is('item.relevant', false), { scope: 'item' }),
];
const items = (...relevant: unknown[]) =>
  relevant.map((one, index) => ({ ...note, ref: `item-${index}`, relevant: one }));
const outcomeOf = (rules: readonly Rule[], input: unknown) => decided(rules, input).outcome;

describe('the outcome', () => {
  test.each<[unknown[], string]>([
    [[true], 'share'],
    [[true, true], 'share'],
    [[true, false], 'share-in-part'],
    [[true, undefined], 'share-in-part'],
    [[true, 'unsure', false], 'share-in-part'],
    [[false], 'do-not-share'],
    [[false, false], 'do-not-share'],
    [[undefined], 'more-information-needed'],
    [[false, undefined], 'more-information-needed'],
    [['unsure'], 'seek-advice'],
    [[false, 'unsure'], 'seek-advice'],
    [[undefined, 'unsure'], 'seek-advice'],
  ])('follows the items: %j is %s', (relevant, outcome) => {
    expect(outcomeOf(byRelevance, asked({ items: items(...relevant) }))).toBe(outcome);
  });

  test.each([
    ['extract-only', 'share-in-part'],
    ['redact-identity', 'share-in-part'],
    ['label-opinion', 'share'],
  ] as const)('an item that goes with the change %s is %s', (word, outcome) => {
    const decision = decided([...permissions(), change('changed', word)], asked());
    expect(decision.outcome).toBe(outcome);
    expect(decision.items[0]).toMatchObject({ verdict: 'share-with-changes', changes: [word] });
  });

  test('one piece that is cut makes it a part, and so does one of several answers unsure make it advice', () => {
    const opinions = change('changed', 'extract-only', is('item.nature', 'opinion'));
    const two = [
      { ...note, nature: 'opinion' },
      { ...note, ref: 'letter', nature: 'fact' },
    ];
    expect(outcomeOf([...permissions(), opinions], asked({ items: two }))).toBe('share-in-part');
    const inaccurate = bar('inaccurate', is('item.accurate', false), { scope: 'item' });
    const open = { relevant: undefined, accurate: 'unsure' };
    expect(outcomeOf([...byRelevance, inaccurate], askedOf(open))).toBe('seek-advice');
  });

  test('changes are given once, in order, only where they are met, and only to what goes', () => {
    const changes = [
      change('b', 'redact-identity'),
      change('a', 'redact-identity'),
      change('c', 'extract-only'),
      change('d', 'label-opinion', never),
      change('e', 'label-opinion', is('purpose.compatible')),
    ];
    const decision = decided([...byRelevance, ...changes], asked({ items: items(true, false) }));
    expect(decision.items.map(({ changes: of }) => of)).toEqual([
      ['extract-only', 'redact-identity'],
      [],
    ]);
  });

  test.each([
    [undefined, ['redact-identity']],
    ['unsure', ['redact-identity']],
    [true, ['redact-identity']],
    [false, []],
  ])('a change that is made until it need not be, where it turns on %s, is %j', (answer, made) => {
    const protecting = finds(
      'protecting',
      {
        type: 'change',
        params: {
          change: 'redact-identity',
          whenUnknown: { madeOnce: ['mode', 'item.nature'] },
        },
      },
      is('purpose.compatible'),
      { scope: 'item' },
    );
    const purpose = answer === undefined ? {} : { compatible: answer };
    const of = (item: Record<string, unknown>) =>
      decided([...permissions(), protecting], asked({ purpose, items: [{ ...note, ...item }] }))
        .items[0];
    expect(of({ nature: 'fact' })?.changes).toEqual(made);
    expect(of({ nature: 'fact' })?.reasons.includes('protecting')).toBe(made.length > 0);
    // Before that is answered, it is made only where it is called for.
    expect(of({})?.changes).toEqual(answer === true ? made : []);
    const two = [note, { ...note, ref: 'letter', nature: 'fact' }];
    const [, letter] = decided(
      [...permissions(), protecting],
      asked({ purpose, items: two }),
    ).items;
    expect(letter?.changes).toEqual(made);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['at significant harm', { concern: { level: 'significant-harm' } }, 'seek-advice'],
    ['in immediate danger', { concern: { level: 'immediate-danger' } }, 'seek-advice'],
    ['below significant harm', { concern: { level: 'child-in-need' } }, 'more-information-needed'],
    ['at a level unsure', { concern: { level: 'unsure' } }, 'seek-advice'],
    ['at a level left out', { concern: {} }, 'more-information-needed'],
    ['with an adult at serious risk', { concern: { adultAtSeriousRisk: true } }, 'seek-advice'],
    [
      'with adult risk unsure',
      { concern: { adultAtSeriousRisk: 'unsure' } },
      'more-information-needed',
    ],
    ['where delay would harm', { concern: { delayWouldHarm: true } }, 'seek-advice'],
    [
      'where delay would not harm',
      { concern: { delayWouldHarm: false } },
      'more-information-needed',
    ],
    [
      'where it is unsure whether delay would harm',
      { concern: { delayWouldHarm: 'unsure' } },
      'more-information-needed',
    ],
    ['in another nation', { nation: 'wales' }, 'seek-advice'],
    ['in England', { nation: 'england' }, 'more-information-needed'],
  ])('of an open item, %s', (_, said, outcome) => {
    expect(outcomeOf(byRelevance, askedOf({ relevant: undefined }, said))).toBe(outcome);
  });

  test('an unsure answer that holds nothing calls for no advice', () => {
    const input = askedOf({ relevant: undefined }, { purpose: { compatible: 'unsure' } });
    expect(outcomeOf(byRelevance, input)).toBe('more-information-needed');
  });

  test('what is grave is not asked of what goes or is withheld', () => {
    const danger = { concern: { level: 'immediate-danger' } };
    expect(outcomeOf(byRelevance, askedOf({ relevant: true }, danger))).toBe('share');
    expect(outcomeOf(byRelevance, askedOf({ relevant: false }, danger))).toBe('do-not-share');
  });
});

describe('the strength of what goes', () => {
  const strengthOf = (rules: readonly Rule[], input: unknown = asked()) =>
    decided([...permissions(), ...rules], input).strength;
  const should = (id: string, on: Condition = always, said: Partial<Rule> = {}) =>
    duty(id, on, { strength: 'should' }, said);
  test('is must by law, should by guidance, may where it is only permitted', () => {
    expect(strengthOf([])).toBe('may');
    expect(strengthOf([should('guidance')])).toBe('should');
    expect(strengthOf([duty('law')])).toBe('must');
    expect(strengthOf([should('guidance'), duty('law')])).toBe('must');
    expect(strengthOf([duty('law', is('purpose.compatible'))])).toBe('may');
    expect(strengthOf([duty('law', never)])).toBe('may');
  });

  test('is should where a duty is announced, from its announced date and where it would be met', () => {
    const announced = { commencement: 'announced' } as const;
    expect(strengthOf([duty('law', always, {}, announced)])).toBe('should');
    expect(strengthOf([duty('law', never, {}, announced)])).toBe('may');
    const later = { ...announced, effective: { from: '2026-09-01' } };
    expect(strengthOf([duty('law', always, {}, later)])).toBe('may');
    expect(strengthOf([duty('law', always, {}, { commencement: 'not-commenced' })])).toBe('may');
  });

  test('is that of the item which an announced duty reaches', () => {
    const announced = duty(
      'law',
      is('item.relevant'),
      {},
      { scope: 'item', commencement: 'announced' },
    );
    const decision = decided([...permissions(), announced], asked({ items: items(false, true) }));
    expect(decision.items.map(({ strength }) => strength)).toEqual(['may', 'should']);
  });

  test('is that of the item with a subject whom an announced duty reaches', () => {
    const announced = duty(
      'law',
      is('person.bestInterests'),
      {},
      { scope: 'subject', commencement: 'announced' },
    );
    const people = [
      { ref: 'child', bestInterests: false },
      { ref: 'mother', bestInterests: true },
    ];
    const about = (...whom: string[][]) =>
      decided(
        [...permissions(), announced],
        asked({ people, items: whom.map((refs, at) => ({ ...note, ref: `i${at}`, about: refs })) }),
      ).items.map(({ strength, reasons }) => [strength, reasons.includes('law')]);
    expect(about(['child'], ['child', 'mother'], ['child'])).toEqual([
      ['may', false],
      ['should', true],
      ['may', false],
    ]);
    expect(about(['mother'], ['child'])).toEqual([
      ['should', true],
      ['may', false],
    ]);
  });

  test('is not raised by a duty announced for another nation', () => {
    const welsh = duty('law', always, {}, { commencement: 'announced', extent: ['wales'] });
    const of = (nation?: string) => {
      const { items: rows, cautions } = decided([...permissions(), welsh], asked({ nation }));
      return [rows[0]?.strength, rows[0]?.reasons.includes('law'), cautions.length];
    };
    expect(of()).toEqual(['may', false, 0]);
    expect(of('england')).toEqual(['may', false, 0]);
    expect(of('wales')).toEqual(['should', true, 1]);
    expect(of('unsure')).toEqual(['may', false, 0]);
  });

  test('is the strongest among the items that go, and of no other', () => {
    const rules = [...byRelevance, duty('law', all(is('item.necessary')), {}, { scope: 'item' })];
    const two = (first: Record<string, unknown>) => ({
      items: [
        { ...note, relevant: true, ...first },
        { ...note, ref: 'letter', relevant: true, necessary: false },
      ],
    });
    expect(decided(rules, asked(two({ necessary: true })))).toMatchObject({
      strength: 'must',
      items: [{ strength: 'must' }, { strength: 'may' }],
    });
    expect(decided(rules, asked(two({ necessary: true, relevant: undefined }))).strength).toBe(
      'may',
    );
  });

  test('three strengths are in order', () => {
    expect(strongest(['may', 'should', 'must'])).toBe('must');
    expect(strongest(['may', 'should'])).toBe('should');
    expect(strongest(['may'])).toBe('may');
    expect(strongest([])).toBe('may');
  });
});

describe('the strength of what is withheld', () => {
  const strengthOf = (rules: readonly Rule[], input: unknown = asked()) => {
    const { outcome, strength } = decided(rules, input);
    return [outcome, strength];
  };
  const guidance = finds('guidance-bar', {
    type: 'proportionality',
    params: { level: 'guidance' },
  });
  test('is must by a bar in law, should by one in guidance', () => {
    expect(strengthOf([...permissions(), bar('law-bar', always)])).toEqual([
      'do-not-share',
      'must',
    ]);
    expect(strengthOf([...permissions(), guidance])).toEqual(['do-not-share', 'should']);
    expect(strengthOf([...permissions(), guidance, bar('law-bar', always)])).toEqual([
      'do-not-share',
      'must',
    ]);
  });

  test('is not must by a bar in law that is not known to be met', () => {
    const open = bar('law-bar', is('purpose.compatible'));
    expect(strengthOf([...permissions(), guidance, open])).toEqual(['do-not-share', 'should']);
  });

  test('is must where a lawful route is known to be missing', () => {
    const missing = permissions({ basis: { conditions: never } });
    expect(strengthOf(missing)).toEqual(['do-not-share', 'must']);
    expect(strengthOf([...missing, guidance])).toEqual(['do-not-share', 'must']);
    expect(strengthOf([...permissionsBut('basis'), guidance])).toEqual(['do-not-share', 'should']);
  });

  test('is the strongest of the items', () => {
    const rules = [
      ...permissions(),
      guidance,
      bar('law-bar', is('item.relevant', false), { scope: 'item' }),
    ];
    expect(decided(rules, asked({ items: items(true, false) }))).toMatchObject({
      strength: 'must',
      items: [{ strength: 'should' }, { strength: 'must' }],
    });
  });

  test('of what is open it is always should', () => {
    const open = [...byRelevance, duty('law')];
    expect(strengthOf(open, askedOf({ relevant: undefined }))).toEqual([
      'more-information-needed',
      'should',
    ]);
    expect(strengthOf(open, askedOf({ relevant: 'unsure' }))).toEqual(['seek-advice', 'should']);
    const held = asked({ items: items(false, undefined) });
    expect(strengthOf(byRelevance, held)).toEqual(['more-information-needed', 'should']);
  });
});

describe('what was decided is told to the rules that say what to do about it', () => {
  const caution = (id: string, on: Condition, scope: Rule['scope'] = 'case') =>
    finds(id, { type: 'caution', params: {} }, on, { scope });
  const told = (rules: readonly Rule[], input: unknown) =>
    decided(rules, input).cautions.map(({ reasons }) => reasons[0]);
  const readers = [
    caution('outcome', is('decision.outcome', 'share')),
    caution('strength', is('decision.strength', 'must')),
    caution('basis', is('decision.preferredBasis', '6(1)(e)')),
    caution('no-basis', is('decision.preferredBasis', '6(1)(e)', 'notEqual')),
    caution('verdict', is('item.verdict', 'withhold'), 'item'),
    caution('telling', is('person.informingVerdict', 'tell'), 'person'),
  ].map((one) => ({ ...one, id: `reads-${one.id}` }));

  test('as far as it was', () => {
    expect(told([...byRelevance, ...readers, duty('law')], askedOf({ relevant: true }))).toEqual([
      'reads-basis',
      'reads-outcome',
      'reads-strength',
      'reads-telling',
    ]);
    expect(
      told([...byRelevance, ...readers], askedOf({ relevant: false, identifies: false })),
    ).toEqual(['reads-no-basis', 'reads-strength', 'reads-telling', 'reads-verdict']);
  });
});
