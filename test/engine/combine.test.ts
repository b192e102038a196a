import { describe, expect, test } from 'vitest';
import type { Condition, Rule } from '../../src/model/rule.ts';
import {
  all,
  always,
  any,
  conclusion,
  is,
  localPack,
  never,
  request,
  rule,
  source,
} from '../synthetic.ts';
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
  verdictOf,
} from './permitting.ts';

type Three = 'met' | 'unknown' | 'not-met';
const worth: Record<Three, Condition> = {
  met: always,
  unknown: is('purpose.compatible'),
  'not-met': never,
};
const verdicts = { met: 'share', unknown: 'undetermined', 'not-met': 'withhold' } as const;

/** An item with one need met, unknown or not met, and every other need met. */
const withNeed = (need: string, truth: Three) =>
  permissions({ [need]: { conditions: worth[truth] } });

test('an item goes where every need is met and no bar stands against it', () => {
  const decision = decided(permissions(), asked());
  expect(decision.items).toEqual([
    {
      ref: 'note',
      verdict: 'share',
      strength: 'may',
      changes: [],
      reasons: ['basis', 'confidence', 'offence', 'power', 'purpose', 'special'],
    },
  ]);
  expect(decision.outcome).toBe('share');
});

describe('each part of the formula', () => {
  const three: Three[] = ['met', 'unknown', 'not-met'];
  /** What makes each need arise, leaves that open, or settles that it does not. */
  const arising: Record<string, Partial<Record<Three, Record<string, unknown>>>> = {
    basis: {
      met: askedOf({ categories: ['family'] }),
      unknown: askedOf({ categories: ['family'], identifies: undefined }),
      'not-met': askedOf({ categories: ['family'], identifies: false }),
    },
    special: {
      met: askedOf({ categories: ['health'] }),
      unknown: askedOf({ categories: ['intelligence'] }),
      'not-met': askedOf({ categories: ['family'] }),
    },
    offence: {
      met: askedOf({ categories: ['criminal-allegation'] }),
      unknown: askedOf({ categories: ['intelligence'] }),
      'not-met': askedOf({ categories: ['family'] }),
    },
    power: {
      met: asked({ sharer: { organisation: 'police' } }),
      unknown: asked({ sharer: { organisation: 'pharmacy' } }),
      'not-met': asked({ sharer: { organisation: 'charity' } }),
    },
    confidence: {
      met: askedOf({ confidential: true }),
      unknown: askedOf({ confidential: 'unsure' }),
      'not-met': askedOf({ confidential: false }),
    },
  };
  const cells = Object.keys(arising).flatMap((need) =>
    three.flatMap((arises) =>
      three.map((permission) => {
        const goes =
          arises === 'not-met' || permission === 'met'
            ? 'met'
            : arises === 'met' && permission === 'not-met'
              ? 'not-met'
              : 'unknown';
        return [need, arises, permission, verdicts[goes]] as const;
      }),
    ),
  );
  test.each(cells)('%s: arises %s, permission %s: %s', (need, arises, permission, verdict) => {
    expect(verdictOf(withNeed(need, permission), arising[need]?.[arises])).toBe(verdict);
  });

  test.each(three)('purpose is always needed: %s', (permission) => {
    expect(verdictOf(withNeed('purpose', permission), asked())).toBe(verdicts[permission]);
    expect(verdictOf(withNeed('purpose', permission), askedOf({ identifies: false }))).toBe(
      verdicts[permission],
    );
  });

  test('what identifies nobody needs no basis, condition or power, and still keeps a confidence', () => {
    const bare = permissions().map((one) =>
      one.id === 'purpose' ? one : { ...one, conditions: never },
    );
    expect(verdictOf(bare, askedOf({ identifies: false, confidential: false }))).toBe('share');
    expect(verdictOf(bare, askedOf({ identifies: false }))).toBe('withhold');
  });

  test('one rule of a kind that is met is enough', () => {
    const rules = withNeed('basis', 'not-met');
    const other = finds('other', {
      type: 'lawful-basis',
      params: { article: '6(1)(d)', preference: 9 },
    });
    expect(verdictOf([...rules, other], asked())).toBe('share');
  });

  test('a duty that is met is a power too, in law or in guidance', () => {
    const rules = withNeed('power', 'not-met');
    expect(verdictOf(rules, asked())).toBe('withhold');
    expect(verdictOf([...rules, duty('a-duty', always, { strength: 'should' })], asked())).toBe(
      'share',
    );
  });
});

describe('every subject of an item', () => {
  const bySubject = (need: string) =>
    permissions({ [need]: { scope: 'subject', conditions: is('person.bestInterests') } });
  const about = (...answers: unknown[]) => ({
    people: answers.map((bestInterests, index) => ({ ref: `p${index}`, bestInterests })),
    items: [{ ...note, about: answers.map((_, index) => `p${index}`) }],
  });
  test.each<[unknown[], string]>([
    [[true], 'share'],
    [[true, true], 'share'],
    [[true, false], 'withhold'],
    [[true, undefined], 'undetermined'],
    [[undefined, false], 'withhold'],
    [[true, 'unsure'], 'undetermined'],
  ])('must have a permission: answers %j are %s', (answers, verdict) => {
    for (const need of ['basis', 'special', 'offence', 'confidence']) {
      expect(verdictOf(bySubject(need), asked(about(...answers)))).toBe(verdict);
    }
  });

  test('may each have another one', () => {
    const second = finds(
      'second-basis',
      { type: 'lawful-basis', params: { article: '6(1)(d)', preference: 9 } },
      is('person.bestInterests', false),
      { scope: 'subject' },
    );
    expect(verdictOf([...bySubject('basis'), second], asked(about(true, false)))).toBe('share');
  });

  test('is one of whom nothing is known where whom it is about was left out', () => {
    const input = asked({ items: [{ ...note, about: undefined }], people: undefined });
    expect(verdictOf(bySubject('basis'), input)).toBe('undetermined');
    expect(verdictOf(permissions(), input)).toBe('share');
  });
});

describe('a date whose law is not encoded', () => {
  const since2018 = { effective: { from: '2018-05-25' } };
  test.each(['purpose', 'basis', 'special', 'offence', 'confidence'])(
    'leaves the need for %s open, and never withholds',
    (need) => {
      const rules = permissions({ [need]: { ...since2018, conditions: never } });
      expect(verdictOf(rules, asked({ on: '2017-03-01' }))).toBe('undetermined');
      expect(verdictOf(rules, asked({ on: '2018-05-25' }))).toBe('withhold');
    },
  );

  test('leaves the need for a power open where neither power nor duty is encoded', () => {
    const rules = permissions({ power: since2018 });
    expect(verdictOf(rules, asked({ on: '2017-03-01' }))).toBe('undetermined');
    expect(verdictOf([...rules, duty('a-duty', never)], asked({ on: '2017-03-01' }))).toBe(
      'withhold',
    );
  });

  test('counts no rule of a local pack as the law of the date', () => {
    const local = {
      id: 'local',
      title: 'Local',
      publisher: 'nobody',
      version: '1',
      effective: { from: '2000-03-01' },
      sources: [],
      rules: [duty('local-duty')],
    };
    const decision = decided(permissionsBut('power'), asked(), { packs: [local] });
    expect(decision.items[0]?.verdict).toBe('undetermined');
  });
});

describe('a bar', () => {
  const kinds: [string, Rule['event']][] = [
    ['restriction', { type: 'restriction', params: { gateway: 'g', level: 'law' } }],
    ['harm', { type: 'harm', params: { level: 'law' } }],
    ['proportionality', { type: 'proportionality', params: { level: 'guidance' } }],
  ];
  test.each(kinds)('%s: withholds where it is met, holds where it is unknown', (_, event) => {
    const rules = [
      ...permissions(),
      finds('the-bar', event, is('item.relevant', false), { scope: 'item' }),
    ];
    expect(verdictOf(rules, askedOf({ relevant: false }))).toBe('withhold');
    expect(verdictOf(rules, askedOf({ relevant: undefined }))).toBe('undetermined');
    expect(verdictOf(rules, askedOf({ relevant: 'unsure' }))).toBe('undetermined');
    expect(verdictOf(rules, askedOf({ relevant: true }))).toBe('share');
  });

  test('bars its own item and no other', () => {
    const rules = [...permissions(), bar('b', is('item.relevant', false), { scope: 'item' })];
    const items = [
      { ...note, relevant: false },
      { ...note, ref: 'letter', relevant: true },
    ];
    expect(decided(rules, asked({ items })).items.map(({ verdict }) => verdict)).toEqual([
      'withhold',
      'share',
    ]);
  });

  test('of one subject bars the item', () => {
    const rules = [...permissions(), bar('b', is('person.deceased'), { scope: 'subject' })];
    const people = [
      { ref: 'child', deceased: false },
      { ref: 'mother', deceased: true },
    ];
    const items = [{ ...note, about: ['child', 'mother'] }];
    expect(verdictOf(rules, asked({ people, items }))).toBe('withhold');
    expect(verdictOf(rules, asked({ people }))).toBe('share');
  });

  test('not in force on the date bars nothing', () => {
    const rules = [...permissions(), bar('b', always, { effective: { from: '2027-01-01' } })];
    expect(verdictOf(rules, asked())).toBe('share');
  });
});

describe('a bar that may be confirmed', () => {
  const inaccurate = bar('inaccurate', is('item.accurate', false), { scope: 'item' });
  const rules = [...permissions(), inaccurate];
  const confirmation = (said: object = {}) => ({
    id: 'confirm-before-sharing',
    level: 'must',
    when: 'before',
    status: 'applies',
    text: 'confirm: Is it accurately recorded?',
    reasons: ['inaccurate'],
    ...said,
  });

  test('lets the item go with an assumption and an obligation where the fact was left out', () => {
    const decision = decided(rules, asked());
    expect(decision.items[0]?.verdict).toBe('share');
    expect(decision.assumptions).toEqual([
      { fact: 'item.accurate', scope: { item: 'note' }, items: ['note'], reasons: ['inaccurate'] },
    ]);
    expect(decision.obligations).toEqual([confirmation()]);
  });

  test('holds where the answer is unsure, with no assumption', () => {
    const decision = decided(rules, askedOf({ accurate: 'unsure' }));
    expect(decision.items[0]?.verdict).toBe('undetermined');
    expect(decision.assumptions).toEqual([]);
    expect(decision.obligations).toEqual([]);
  });

  test('asks for nothing where it is settled', () => {
    expect(decided(rules, askedOf({ accurate: true })).assumptions).toEqual([]);
    expect(decided(rules, askedOf({ accurate: false })).items[0]?.verdict).toBe('withhold');
  });

  test.each<[string, Condition, string]>([
    [
      'either of two that may be confirmed',
      any(is('item.accurate', false), is('channel.secure', false)),
      'share',
    ],
    [
      'either of one and one that may not',
      any(is('item.accurate', false), is('item.relevant', false)),
      'undetermined',
    ],
    [
      'both of one and one that may not',
      all(is('item.accurate', false), is('item.relevant', false)),
      'share',
    ],
  ])('%s', (_, conditions, verdict) => {
    const mixed = [...permissions(), bar('mixed', conditions, { scope: 'item' })];
    expect(verdictOf(mixed, asked())).toBe(verdict);
  });

  test('holds where one of two that may be confirmed is unsure', () => {
    const either = any(is('item.accurate', false), is('channel.secure', false));
    const mixed = [...permissions(), bar('mixed', either, { scope: 'item' })];
    expect(verdictOf(mixed, askedOf({ accurate: 'unsure' }))).toBe('undetermined');
    expect(verdictOf(mixed, askedOf({ accurate: true }))).toBe('share');
  });

  test('names only what may be confirmed, never the unknown beside it', () => {
    const both = all(is('item.accurate', false), is('item.relevant', false));
    const decision = decided([...permissions(), bar('mixed', both, { scope: 'item' })], asked());
    expect(decision.assumptions.map(({ fact }) => fact)).toEqual(['item.accurate']);
    const other = all(is('item.accurate', false), is('channel.secure', false));
    const second = decided(
      [...permissions(), bar('mixed', other, { scope: 'item' })],
      askedOf({ accurate: 'unsure' }),
    );
    expect(second.items[0]?.verdict).toBe('share');
    expect(second.assumptions.map(({ fact }) => fact)).toEqual(['channel.secure']);
  });

  test('one unknown fact of several items is one assumption, in the order of the dictionary and of refs', () => {
    const insecure = bar('insecure', is('channel.secure', false));
    const items = [note, { ...note, ref: 'letter' }];
    const decision = decided([...rules, insecure], asked({ items }));
    expect(decision.assumptions.map(({ fact, scope, items: of }) => [fact, scope, of])).toEqual([
      ['item.accurate', { item: 'letter' }, ['letter']],
      ['item.accurate', { item: 'note' }, ['note']],
      ['channel.secure', {}, ['note', 'letter']],
    ]);
    expect(decision.obligations).toHaveLength(3);
  });

  test('of some subject, and not of a subject of whom it is settled', () => {
    const perSubject = bar(
      'per-subject',
      all(is('item.accurate', false), is('person.deceased', false)),
      { scope: 'subject' },
    );
    const people = [{ ref: 'child', deceased: true }, { ref: 'mother' }];
    const items = [{ ...note, about: ['child', 'mother'] }];
    const decision = decided([...permissions(), perSubject], asked({ people, items }));
    expect(decision.items[0]?.verdict).toBe('share');
    expect(decision.assumptions.map(({ fact }) => fact)).toEqual(['item.accurate']);
    const settled = decided(
      [...permissions(), perSubject],
      asked({ people: [{ ref: 'child', deceased: true }] }),
    );
    expect(settled.assumptions).toEqual([]);
  });

  test('through a conclusion that reads the fact', () => {
    const through = [
      ...permissions(),
      conclusion('sound', is('item.accurate'), { scope: 'item' }),
      bar('unsound', is('rule.sound', false), { scope: 'item' }),
    ];
    const decision = decided(through, asked());
    expect(decision.items[0]?.verdict).toBe('share');
    expect(decision.assumptions.map(({ fact }) => fact)).toEqual(['item.accurate']);
  });

  test('an item that does not go is given no assumption', () => {
    const decision = decided(
      [...rules, bar('irrelevant', is('item.relevant', false), { scope: 'item' })],
      askedOf({ relevant: false }),
    );
    expect(decision.assumptions).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    [
      'of our own motion to an organisation',
      { mode: 'proactive', recipient: { organisation: 'charity' } },
      'share',
    ],
    ['on request', { recipient: { organisation: 'charity' } }, 'undetermined'],
    ['to a person', { mode: 'proactive', recipient: { person: 'child' } }, 'undetermined'],
    [
      'to an organisation unsure',
      { mode: 'proactive', recipient: { organisation: 'unsure' } },
      'undetermined',
    ],
    [
      'tried in vain',
      { mode: 'proactive', recipient: { organisation: 'charity', identityVerified: false } },
      'withhold',
    ],
  ])('who the recipient is, %s', (_, said, verdict) => {
    const unverified = bar('unverified', is('recipient.identityVerified', false));
    expect(verdictOf([...permissions(), unverified], asked(said))).toBe(verdict);
  });

  test('in danger now, to those whose job is to protect, all is one confirmation', () => {
    const insecure = bar('insecure', is('channel.secure', false));
    const said = {
      concern: { level: 'immediate-danger' },
      recipient: { organisation: 'la-childrens-social-care' },
    };
    const once = { level: 'should', when: 'with', text: 'confirmOnce' };
    expect(decided([...rules, insecure], asked(said)).obligations).toEqual([
      confirmation({ ...once, reasons: ['inaccurate', 'insecure'] }),
    ]);
    const elsewhere = { ...said, recipient: { organisation: 'media' } };
    expect(decided(rules, asked(elsewhere)).obligations).toEqual([confirmation()]);
    const less = { ...said, concern: { level: 'significant-harm' } };
    expect(decided(rules, asked(less)).obligations).toEqual([confirmation()]);
  });
});

describe('a duty that lifts a bar', () => {
  const lifted = (barred: Condition, obliged: Condition, said: Partial<Rule> = {}) => [
    ...permissions(),
    bar('the-bar', barred),
    duty('a-duty', obliged, { lifts: ['the-bar'] }, said),
  ];
  const open = is('purpose.compatible');
  test.each<[string, Condition, Condition, string]>([
    ['met bar, met duty', always, always, 'share'],
    ['met bar, unknown duty', always, open, 'undetermined'],
    ['met bar, duty not met', always, never, 'withhold'],
    ['unknown bar, met duty', open, always, 'share'],
    ['unknown bar, unknown duty', open, open, 'undetermined'],
    ['bar not met, unknown duty', never, open, 'share'],
  ])('%s', (_, barred, obliged, verdict) => {
    expect(verdictOf(lifted(barred, obliged), asked())).toBe(verdict);
  });

  test('lifts it only where it reaches', () => {
    const rules = [
      ...permissions(),
      bar('the-bar', always),
      duty('a-duty', is('item.relevant'), { lifts: ['the-bar'] }, { scope: 'item' }),
    ];
    const items = [
      { ...note, relevant: true },
      { ...note, ref: 'letter', relevant: false },
    ];
    expect(decided(rules, asked({ items })).items.map(({ verdict }) => verdict)).toEqual([
      'share',
      'withhold',
    ]);
  });

  test('leaves the bar unknown while it is only announced', () => {
    expect(verdictOf(lifted(always, always, { commencement: 'announced' }), asked())).toBe(
      'undetermined',
    );
    expect(verdictOf(lifted(always, always, { commencement: 'not-commenced' }), asked())).toBe(
      'withhold',
    );
  });

  test('lifts no bar that it does not name', () => {
    const rules = [...lifted(always, always), bar('another-bar', always)];
    const decision = decided(rules, asked());
    expect(decision.items[0]).toMatchObject({
      verdict: 'undetermined',
      reasons: ['a-duty', 'another-bar'],
    });
  });

  test('may name a guidance condition', () => {
    const rules = (obliged: Condition) => [
      ...permissions(),
      finds('agreement', { type: 'guidance-condition', params: { level: 'guidance' } }),
      duty('a-duty', obliged, { lifts: ['agreement'] }),
    ];
    const low = asked({ concern: { level: 'welfare', adultAtSeriousRisk: false } });
    expect(verdictOf(rules(always), low)).toBe('share');
    expect(verdictOf(rules(never), low)).toBe('withhold');
    expect(verdictOf(rules(open), low)).toBe('undetermined');
  });
});

describe('a met bar against a met duty', () => {
  const rules = [...permissions(), bar('the-bar', always), duty('a-duty')];
  test('leaves the item open, and calls for legal advice without delay', () => {
    const decision = decided(rules, asked());
    expect(decision).toMatchObject({
      outcome: 'seek-advice',
      strength: 'should',
      urgency: 'without-delay',
      advice: [{ who: 'legal', about: 'conflict', reasons: ['a-duty', 'the-bar'] }],
    });
    expect(decision.items[0]).toMatchObject({
      verdict: 'undetermined',
      reasons: ['a-duty', 'the-bar'],
    });
  });

  test('conflicts with a duty in guidance and with a guidance condition too', () => {
    const guidance = [
      ...permissions(),
      finds('agreement', { type: 'guidance-condition', params: { level: 'guidance' } }),
      duty('a-duty', always, { strength: 'should' }),
    ];
    expect(
      verdictOf(guidance, asked({ concern: { level: 'welfare', adultAtSeriousRisk: false } })),
    ).toBe('undetermined');
  });

  test('is no conflict with what a local procedure asks for', () => {
    const welfare = asked({ concern: { level: 'welfare', adultAtSeriousRisk: false } });
    const agreement = finds('agreement', {
      type: 'guidance-condition',
      params: { level: 'guidance' },
    });
    const asks = duty('a-duty', always, { strength: 'should' });
    const local = localPack([asks], { sources: [source] });
    expect(decided([...permissions(), agreement, asks], welfare).items[0]?.verdict).toBe(
      'undetermined',
    );
    const [item] = decided([...permissions(), agreement], welfare, { packs: [local] }).items;
    expect(item?.verdict).toBe('withhold');
  });

  test('is no conflict where the bar or the duty is not met', () => {
    const none = (barred: Condition, obliged: Condition) =>
      decided([...permissions(), bar('the-bar', barred), duty('a-duty', obliged)], asked());
    expect(none(always, never)).toMatchObject({
      outcome: 'do-not-share',
      advice: [],
      urgency: 'routine',
    });
    expect(none(never, always)).toMatchObject({ outcome: 'share', advice: [] });
    expect(none(always, is('purpose.compatible')).outcome).toBe('do-not-share');
    expect(none(is('purpose.compatible'), always)).toMatchObject({
      outcome: 'more-information-needed',
      advice: [],
    });
  });

  test('is no conflict where a lawful route is known to be missing', () => {
    const missing = [...withNeed('basis', 'not-met'), bar('the-bar', always), duty('a-duty')];
    expect(verdictOf(missing, asked())).toBe('withhold');
    const open = [...withNeed('basis', 'unknown'), bar('the-bar', always), duty('a-duty')];
    expect(verdictOf(open, asked())).toBe('undetermined');
    expect(decided(open, asked()).outcome).toBe('seek-advice');
  });

  test('is no conflict with announced law', () => {
    const announced = [
      ...permissions(),
      bar('the-bar', always),
      duty('a-duty', always, {}, { commencement: 'announced' }),
    ];
    expect(verdictOf(announced, asked())).toBe('withhold');
  });
});

describe('a guidance condition', () => {
  const rules = [
    ...permissions(),
    finds('agreement', { type: 'guidance-condition', params: { level: 'guidance' } }),
  ];
  test.each<[Record<string, unknown> | undefined, string]>([
    [{ level: 'none' }, 'withhold'],
    [{ level: 'child-in-need' }, 'undetermined'],
    [{ level: 'child-in-need', adultAtSeriousRisk: false }, 'withhold'],
    [{ level: 'significant-harm' }, 'share'],
    [{ level: 'immediate-danger' }, 'share'],
    [{ level: 'unsure' }, 'undetermined'],
    [{ level: 'unsure', adultAtSeriousRisk: true }, 'share'],
    [{ level: 'none', adultAtSeriousRisk: true }, 'share'],
    [undefined, 'undetermined'],
  ])('counts below significant harm only: %j', (concern, verdict) => {
    const known =
      concern?.['level'] === 'none' ? { adultAtSeriousRisk: false, ...concern } : concern;
    expect(verdictOf(rules, asked({ concern: known }))).toBe(verdict);
  });
});

describe('the assumption that confidence is outweighed', () => {
  const rules = permissions({
    confidence: { scope: 'item', conditions: is('item.publicInterestOverridesConfidence') },
  });
  const said = {
    concern: { level: 'significant-harm' },
    recipient: { organisation: 'la-childrens-social-care' },
  };
  const facts = (input: unknown, by = rules) => {
    const decision = decided(by, input);
    return [
      decision.items[0]?.verdict,
      ...decision.assumptions.map(({ fact, reasons }) => `${fact} ${reasons.join()}`),
    ];
  };
  const outweighs = 'item.publicInterestOverridesConfidence confidence';
  /** A rule that answers the balance. */
  const answering = (scope: Rule['scope'], value: boolean, conditions: Condition = always) =>
    rule({
      id: 'answering',
      scope,
      conditions,
      event: {
        type: 'answer',
        params: { fact: 'item.publicInterestOverridesConfidence', value },
      },
    });

  test('lets a confidential item go, to be confirmed before', () => {
    expect(facts(askedOf({}, said))).toEqual(['share', outweighs]);
    const { obligations } = decided(rules, askedOf({}, said));
    expect(obligations.map(({ id, level, when }) => [id, level, when])).toEqual([
      ['confirm-before-sharing', 'must', 'before'],
    ]);
  });

  test('assumes that it is confidential, too, where that was left out', () => {
    expect(facts(askedOf({ confidential: undefined }, said))).toEqual([
      'share',
      'item.confidential confidence',
      outweighs,
    ]);
  });

  test('is not made of what is not confidential', () => {
    expect(facts(askedOf({ confidential: false }, said))).toEqual(['share']);
  });

  test('is not made where the balance was struck', () => {
    expect(facts(askedOf({ publicInterestOverridesConfidence: true }, said))).toEqual(['share']);
    expect(facts(askedOf({ publicInterestOverridesConfidence: false }, said))).toEqual([
      'withhold',
    ]);
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['the balance is unsure', { publicInterestOverridesConfidence: 'unsure' }, {}],
    ['whether it is confidential is unsure', { confidential: 'unsure' }, {}],
    ['the level is below', {}, { concern: { level: 'child-in-need' } }],
    ['the level is unsure', {}, { concern: { level: 'unsure' } }],
    ['only an adult is at risk', {}, { concern: { level: 'none', adultAtSeriousRisk: true } }],
    ['the recipient has no role', {}, { recipient: { organisation: 'media' } }],
    ['the role of the recipient depends', {}, { recipient: { organisation: 'charity' } }],
    ['the recipient only could protect', {}, { recipient: { person: 'child', canProtect: true } }],
  ])('is not made where %s', (_, item, other) => {
    expect(facts(askedOf(item, { ...said, ...other }))).toEqual(['undetermined']);
  });

  test('is not made where a rule answers the balance', () => {
    expect(facts(askedOf({}, said), [...rules, answering('case', true)])).toEqual(['share']);
    expect(facts(askedOf({}, said), [...rules, answering('item', true)])).toEqual(['share']);
    expect(facts(askedOf({}, said), [...rules, answering('item', false)])).toEqual(['withhold']);
    expect(facts(askedOf({}, said), [...rules, answering('case', true, never)])).toEqual([
      'share',
      outweighs,
    ]);
    // A person answers for nobody's item.
    expect(facts(askedOf({}, said), [...rules, answering('person', true)])).toEqual([
      'share',
      outweighs,
    ]);
  });

  test.each(['case', 'item'] as const)(
    'is not made where a rule of scope %s answers the balance, though more than the balance is open',
    (scope) => {
      const both = permissions({
        confidence: {
          scope: 'item',
          conditions: all(is('item.publicInterestOverridesConfidence'), is('purpose.compatible')),
        },
      });
      expect(facts(askedOf({}, said), [...both, answering(scope, true, never)])).toEqual([
        'share',
        outweighs,
      ]);
      expect(facts(askedOf({}, said), [...both, answering(scope, true)])).toEqual(['undetermined']);
    },
  );

  test('is not made where some other route is open', () => {
    expect(facts(askedOf({}, said), permissions())).toEqual(['share']);
  });

  test('does not stand in for anything else', () => {
    const barred = [...rules, bar('the-bar', always)];
    expect(facts(askedOf({}, said), barred)).toEqual(['withhold']);
    const unpowered = rules.map((one) =>
      one.id === 'power' ? { ...one, conditions: never } : one,
    );
    expect(facts(askedOf({}, said), unpowered)).toEqual(['withhold']);
  });
});

test('one request is one decision for each of its items, in the order of the caller', () => {
  const rules = [
    ...permissionsBut('basis'),
    finds(
      'basis',
      { type: 'lawful-basis', params: { article: '6(1)(e)', preference: 10 } },
      is('item.necessary'),
      { scope: 'item' },
    ),
  ];
  const items = [true, undefined, false].map((necessary, index) => ({
    ...note,
    ref: `item-${index}`,
    necessary,
  }));
  const { items: found } = decided(
    rules,
    request({ people: [child], items, sharer: { organisation: 'police' } }),
  );
  expect(found.map(({ ref, verdict }) => [ref, verdict])).toEqual([
    ['item-0', 'share'],
    ['item-1', 'undetermined'],
    ['item-2', 'withhold'],
  ]);
});

describe('a duty that rests on guidance', () => {
  const guidance = duty('a-duty', always, { strength: 'should' });
  test('yields to a bar in law, and stands against one in guidance', () => {
    const inLaw = bar('the-bar', always);
    const inGuidance = rule({
      id: 'the-bar',
      event: { type: 'harm', params: { level: 'guidance' } },
      conditions: always,
    });
    expect(verdictOf([...permissions(), inLaw, guidance], asked())).toBe('withhold');
    expect(verdictOf([...permissions(), inGuidance, guidance], asked())).toBe('undetermined');
    expect(verdictOf([...permissions(), inLaw, duty('a-duty', always)], asked())).toBe(
      'undetermined',
    );
  });

  test('cannot hold open what a bar in law closes, whatever bar in guidance stands beside it', () => {
    const inLaw = bar('the-bar', always);
    const beside = rule({
      id: 'another-bar',
      event: { type: 'harm', params: { level: 'guidance' } },
      conditions: always,
    });
    expect(verdictOf([...permissions(), inLaw, beside, guidance], asked())).toBe('withhold');
  });
});
