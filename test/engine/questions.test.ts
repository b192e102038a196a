import { describe, expect, test } from 'vitest';
import type { Condition, Rule } from '../../src/model/rule.ts';
import { all, always, any, conclusion, is, never, not, request, rule } from '../synthetic.ts';
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

const atItem = { scope: 'item' } as const;
const atSubject = { scope: 'subject' } as const;
const asks = (rules: readonly Rule[], input: unknown = asked()) =>
  decided(rules, input).questions.map(({ fact, scope: { person, item } }) =>
    [fact, person, item].filter((part) => part !== undefined).join(' '),
  );
const barred = (on: Condition, said: Partial<Rule> = {}) => [
  ...permissions(),
  bar('the-bar', on, said),
];
const basis = (id: string, on: Condition, said: Partial<Rule> = {}) =>
  finds(id, { type: 'lawful-basis', params: { article: '6(1)(e)', preference: 10 } }, on, said);

describe('a question', () => {
  test('is put in the words of the dictionary, with whom and which items it is about', () => {
    expect(decided(barred(is('item.relevant', false), atItem), asked()).questions).toEqual([
      {
        fact: 'item.relevant',
        scope: { item: 'note' },
        question: 'Is this piece relevant to the purpose?',
        kind: 'judgement',
        because: 'Only what is relevant is shared.',
        items: ['note'],
      },
    ]);
  });

  test('is asked once, for all items that wait for it, in the order of the caller', () => {
    const items = [
      { ...note, ref: 'z' },
      { ...note, ref: 'a' },
    ];
    const [question] = decided(barred(is('purpose.legitimate', false)), asked({ items })).questions;
    expect(question).toMatchObject({ fact: 'purpose.legitimate', scope: {}, items: ['z', 'a'] });
  });

  test('that decides more items comes first, then the one that the dictionary puts first', () => {
    const items = [note, { ...note, ref: 'letter', necessary: true, relevant: true }];
    const rules = barred(
      any(
        is('item.necessary', false),
        is('item.relevant', false),
        is('purpose.legitimate', false),
        is('justification.proportionate', false),
      ),
      atItem,
    );
    expect(asks(rules, asked({ items }))).toEqual([
      'purpose.legitimate',
      'justification.proportionate',
      'item.relevant note',
      'item.necessary note',
    ]);
  });

  test('of one fact comes in the order of the refs, whatever the order of the caller', () => {
    const items = [
      { ...note, ref: 'z' },
      { ...note, ref: 'a' },
    ];
    expect(asks(barred(is('item.relevant', false), atItem), asked({ items }))).toEqual([
      'item.relevant a',
      'item.relevant z',
    ]);
  });

  test('of someone of whom nothing is known is who that is', () => {
    const items = [note, { ...note, ref: 'letter', about: undefined }];
    expect(asks(barred(is('person.deceased'), atSubject), asked({ items }))).toEqual([
      'person.deceased child',
      'item.about letter',
    ]);
    const consented = barred(is('person.serviceConsentValid', false), atSubject);
    expect(asks(consented, asked({ items: [{ ...note, about: undefined }] }))).toEqual([
      'item.about note',
    ]);
  });

  test('is none of what is settled, and none of an item that goes or is withheld', () => {
    const rules = [
      ...barred(is('item.relevant', false), atItem),
      bar('more', is('item.necessary', false), atItem),
    ];
    expect(asks(rules, askedOf({ relevant: true, necessary: true }))).toEqual([]);
    expect(asks(rules, askedOf({ relevant: false }))).toEqual([]);
    expect(asks(rules, askedOf({ relevant: true }))).toEqual(['item.necessary note']);
  });

  test('is asked again of one who was unsure', () => {
    expect(
      asks(barred(is('item.relevant', false), atItem), askedOf({ relevant: 'unsure' })),
    ).toEqual(['item.relevant note']);
  });

  test('is put about what an item goes in spite of', () => {
    const rules = barred(is('item.accurate', false), atItem);
    expect(decided(rules, asked())).toMatchObject({
      outcome: 'share',
      questions: [{ fact: 'item.accurate', items: ['note'] }],
    });
  });

  test('is not put about what may be confirmed while something else holds the item', () => {
    const rules = [
      ...barred(is('item.accurate', false), atItem),
      bar('other', is('item.relevant', false), atItem),
    ];
    expect(asks(rules)).toEqual(['item.relevant note']);
  });
});

describe('the unknown parts of a rule', () => {
  test('are those of its parts that are themselves unknown', () => {
    const on = all(
      any(is('item.relevant', false), always),
      any(is('purpose.legitimate', false), never),
      not(is('item.necessary')),
    );
    expect(asks(barred(on, atItem))).toEqual(['purpose.legitimate', 'item.necessary note']);
  });

  test('are found through conclusions, once', () => {
    const rules = [
      conclusion('inner', is('purpose.legitimate')),
      conclusion('outer', is('rule.inner')),
      ...barred(any(is('rule.outer', false), is('rule.inner', false))),
    ];
    expect(asks(rules)).toEqual(['purpose.legitimate']);
  });

  test('are found through exceptions that are unknown, at their own instance', () => {
    const rules = [
      ...barred(always, atSubject),
      conclusion('living', is('person.deceased', false), {
        scope: 'person',
        exceptionTo: ['the-bar'],
      }),
      conclusion('settled', never, { exceptionTo: ['the-bar'] }),
    ];
    const people = [{ ref: 'mother' }, child];
    expect(asks(rules, asked({ people }))).toEqual(['person.deceased child']);
  });

  test('pass over rules that are not in force on the date', () => {
    const rules = [
      conclusion('later', is('purpose.legitimate'), { effective: { from: '2027-01-01' } }),
      ...barred(any(is('rule.later'), is('purpose.compatible', false))),
    ];
    expect(asks(rules)).toEqual(['purpose.compatible']);
  });

  test('are those of each person that a quantifier ranges over', () => {
    const rules = barred(is('person.deceased', true, 'someFact:equal'), atItem);
    const people = [child, { ref: 'mother' }, { ref: 'father', deceased: false }];
    const items = [{ ...note, about: ['mother', 'child', 'father'] }];
    expect(asks(rules, asked({ people, items }))).toEqual([
      'person.deceased child',
      'person.deceased mother',
    ]);
  });

  test('are those of each instance of a conclusion that a quantifier ranges over', () => {
    const rules = [
      conclusion('dead', is('person.deceased'), { scope: 'person' }),
      ...barred(is('rule.dead', true, 'someFact:equal')),
    ];
    const people = [child, { ref: 'mother', deceased: false }];
    expect(asks(rules, asked({ people }))).toEqual(['person.deceased child']);
  });

  test('are whom an item is about, or who is concerned, where that list was left out', () => {
    const quantified = is('person.deceased', true, 'someFact:equal');
    const items = [{ ...note, about: undefined }];
    expect(asks(barred(quantified, atItem), asked({ items }))).toContain('item.about note');
    expect(asks(barred(quantified), asked({ people: undefined, items }))).toContain(
      'concern.about',
    );
  });

  test('leave out what a rule answers, unless the caller was unsure', () => {
    const answering = rule({
      id: 'answering',
      scope: 'item',
      conditions: is('item.relevant'),
      event: { type: 'answer', params: { fact: 'purpose.legitimate', value: true } },
    });
    const rules = [
      answering,
      ...barred(all(is('purpose.legitimate'), is('justification.necessary', false)), atItem),
    ];
    expect(asks(rules, askedOf({ relevant: true }))).toEqual(['justification.necessary']);
    expect(asks(rules, askedOf({ relevant: false }))).toEqual([
      'purpose.legitimate',
      'justification.necessary',
    ]);
    expect(asks(rules, askedOf({ relevant: true }, { purpose: { legitimate: 'unsure' } }))).toEqual(
      ['purpose.legitimate', 'justification.necessary'],
    );
  });
});

describe('what would settle a fact that is not asked', () => {
  test('is what it is worked out from, where that is not yet known', () => {
    expect(asks(barred(is('concern.high')))).toEqual([
      'concern.level',
      'concern.adultAtSeriousRisk',
    ]);
    expect(asks(barred(is('concern.high')), asked({ concern: { level: 'welfare' } }))).toEqual([
      'concern.adultAtSeriousRisk',
    ]);
    expect(
      asks(barred(is('person.isMinor'), atSubject), asked({ people: [{ ref: 'child' }] })),
    ).toEqual(['person.ageBand child']);
  });

  test('is asked of the one whom it is about', () => {
    const input = (said: Record<string, unknown>, confidedBy?: string) =>
      asked({ people: [child, { ref: 'mother' }], items: [{ ...note, confidedBy }], ...said });
    const byMinor = barred(is('item.confiderIsMinor'), atItem);
    expect(asks(byMinor, input({}))).toEqual(['item.confidedBy note']);
    expect(asks(byMinor, input({}, 'mother'))).toEqual(['person.ageBand mother']);
    const byRole = barred(is('recipient.role', 'parent'));
    expect(asks(byRole, input({ recipient: { person: 'mother' } }))).toEqual([
      'person.role mother',
    ]);
    expect(asks(byRole, input({}))).toEqual([]);
  });

  test('is asked of every item where it is about all of them', () => {
    const rules = barred(is('person.isSubject', false, 'someFact:equal'));
    const people = [child, { ref: 'mother' }];
    const items = [note, { ...note, ref: 'letter', about: undefined }];
    expect(asks(rules, asked({ people, items }))).toEqual(['item.about letter']);
  });

  const reading = (fact: string, scope: Rule['scope']) => barred(is(fact, false), { scope });
  const implied = finds(
    'implied',
    { type: 'consent-defect', params: { defect: 'implied' } },
    is('consent.implied'),
    { scope: 'consent' },
  );
  const pointless = finds(
    'pointless',
    { type: 'consent-defect', params: { defect: 'would-share-anyway', verdict: 'not-needed' } },
    is('concern.level', 'significant-harm'),
    { scope: 'consent' },
  );
  const consenting = (service: unknown) => asked({ people: [{ ...child, consent: { service } }] });

  test('of a consent is its status and the defects that would make it invalid', () => {
    const rules = [implied, pointless, ...reading('person.serviceConsentValid', 'subject')];
    expect(asks(rules, consenting({}))).toEqual(['consent.status child', 'consent.implied child']);
    expect(asks(rules, consenting({ status: 'given' }))).toEqual(['consent.implied child']);
    expect(asks(rules, consenting({ status: 'unsure', implied: false }))).toEqual([
      'consent.status child',
    ]);
  });

  test('of two consents of one person are told apart, in the order of their kinds', () => {
    const rules = [
      ...barred(is('person.serviceConsentValid', false), atSubject),
      bar('other', is('person.dataProtectionConsentValid', false), atSubject),
    ];
    const people = [{ ...child, consent: { service: {}, dataProtection: {} } }];
    expect(decided(rules, asked({ people })).questions.map(({ scope }) => scope)).toEqual([
      { person: 'child', consent: 'dataProtection' },
      { person: 'child', consent: 'service' },
    ]);
  });

  test('of who gave a consent is whether they have parental responsibility', () => {
    const unauthorised = finds(
      'unauthorised',
      { type: 'consent-defect', params: { defect: 'given-by-someone-without-authority' } },
      is('consent.giverHasParentalResponsibility', false),
      { scope: 'consent' },
    );
    const rules = [unauthorised, ...reading('person.serviceConsentValid', 'subject')];
    const by = (givenBy?: string) =>
      asked({
        people: [
          { ...child, consent: { service: { status: 'given', givenBy } } },
          { ref: 'mother' },
        ],
      });
    expect(asks(rules, by())).toEqual(['consent.givenBy child']);
    expect(asks(rules, by('mother'))).toEqual(['person.parentalResponsibility mother']);
  });

  describe('of the consent of who confided an item', () => {
    const rules = [
      ...permissionsBut('confidence'),
      finds(
        'agreed',
        { type: 'confidence-met', params: { by: 'consent' } },
        is('item.confiderConsents'),
        atItem,
      ),
    ];
    const by = (confidedBy: string | undefined, consent: unknown) =>
      asked({
        people: [
          child,
          { ref: 'father', consent: { confidentiality: {} } },
          { ref: 'mother', consent },
        ],
        items: [{ ...note, confidedBy }],
      });
    test('is who it was, where that is not known', () => {
      expect(asks(rules, by(undefined, { confidentiality: {} }))).toEqual(['item.confidedBy note']);
    });

    test('is the state of their consent to its confidence, and of no other', () => {
      expect(asks(rules, by('mother', { confidentiality: {} }))).toEqual(['consent.status mother']);
      expect(asks(rules, by('mother', { confidentiality: { status: 'unsure' } }))).toEqual([
        'consent.status mother',
      ]);
      expect(asks(rules, by('mother', { service: {}, dataProtection: {} }))).toEqual([
        'consent.status mother',
      ]);
      expect(asks(rules, by('mother', undefined))).toEqual(['consent.status mother']);
    });
  });

  // Another bar that is open, so that there is something else to ask.
  const besides = bar('besides', is('purpose.legitimate', false));

  test('of a consent that the request does not mention is asked only where nothing else is', () => {
    const rules = reading('person.serviceConsentValid', 'subject');
    expect(asks([...rules, besides])).toEqual(['purpose.legitimate']);
    expect(asks(rules)).toEqual(['consent.status child']);
    expect(decided(rules, asked()).items[0]?.verdict).toBe('undetermined');
  });

  test('of a scheme or a move that the request does not mention is asked only where nothing else is', () => {
    const scheme = barred(is('scheme.marac.thresholdMet'));
    const threshold = ['scheme.marac.thresholdMet'];
    expect(asks([...scheme, besides])).toEqual(['purpose.legitimate']);
    expect(asks(scheme)).toEqual(threshold);
    expect(asks(scheme, asked({ scheme: { marac: {} } }))).toEqual(threshold);
    expect(asks(scheme, asked({ scheme: { mappa: {} } }))).toEqual([]);
    const move = barred(is('move.planned'));
    expect(asks([...move, besides])).toEqual(['purpose.legitimate']);
    expect(asks(move)).toEqual(['move.planned']);
    expect(asks([...move, besides], asked({ move: {} }))).toEqual([
      'purpose.legitimate',
      'move.planned',
    ]);
  });

  test('of whether a child is concerned is the level, and where that is none the age of who may be harmed', () => {
    const rules = barred(is('concern.children'));
    const of = (concern: object) => asks(rules, asked({ people: [{ ref: 'child' }], concern }));
    expect(of({ about: ['child'] })).toEqual(['concern.level']);
    expect(of({ about: ['child'], level: 'unsure' })).toEqual(['concern.level']);
    expect(of({ about: ['child'], level: 'none' })).toEqual(['person.ageBand child']);
    expect(of({ level: 'none' })).toEqual(['concern.about']);
  });

  test('of an accused recipient is who it is, or whom a representative acts for, and then of them', () => {
    const rules = barred(is('recipient.allegedToHarm'));
    const to = (recipient: object) => asks(rules, asked({ people: [child], recipient }));
    expect(to({})).toEqual(['recipient.organisation']);
    expect(to({ person: 'child' })).toEqual(['person.allegedToHarm child']);
    const representative = { organisation: 'legal-representative' };
    expect(to(representative)).toEqual(['recipient.actingFor']);
    expect(to({ ...representative, actingFor: 'child' })).toEqual(['person.allegedToHarm child']);
  });

  test('of a confider who may be the recipient is who confided it, and then who the recipient is', () => {
    const rules = barred(is('item.confiderIsRecipient', false), atItem);
    const by = (confidedBy?: string) =>
      asks(rules, asked({ recipient: {}, items: [{ ...note, confidedBy }] }));
    expect(by()).toEqual(['item.confidedBy note']);
    expect(by('child')).toEqual(['recipient.person']);
  });

  test('of what guidance wants first is how great the harm may be, while that is not known', () => {
    const agreement = finds('agreement', {
      type: 'guidance-condition',
      params: { level: 'guidance' },
    });
    const items = [note, { ...note, ref: 'letter' }];
    expect(asks([...permissions(), agreement], asked({ items }))).toEqual([
      'concern.level',
      'concern.adultAtSeriousRisk',
    ]);
    const known = asked({ items, concern: { level: 'welfare' } });
    expect(asks([...permissions(), agreement], known)).toEqual(['concern.adultAtSeriousRisk']);
    const settled = finds('agreement', agreement.event, is('purpose.compatible'));
    const low = { level: 'welfare', adultAtSeriousRisk: false };
    expect(asks([...permissions(), settled], asked({ items, concern: low }))).toEqual([
      'purpose.compatible',
    ]);
  });

  test('of a bar that is met is what a duty asks that may lift it', () => {
    const met = bar('met', is('item.relevant', false), atItem);
    const order = duty('order', is('item.withinDemand'), { lifts: ['met'] }, atItem);
    const items = [{ ...note, relevant: false }];
    expect(asks([...permissions(), met, order], asked({ items }))).toEqual([
      'item.withinDemand note',
    ]);
    // While the bar itself is open, that alone is asked.
    expect(asks([...permissions(), met, order])).toEqual(['item.relevant note']);
  });
});

describe('a need that is not met', () => {
  test('asks for the rule that needs the fewest answers', () => {
    const rules = [
      ...permissionsBut('basis'),
      basis('a-two', all(is('purpose.legitimate'), is('justification.necessary'))),
      basis('b-one', is('purpose.compatible')),
      basis('c-one', is('justification.proportionate')),
      basis('d-never', all(never, is('sharer.statutoryFunction'))),
    ];
    expect(asks(rules)).toEqual(['purpose.compatible']);
  });

  test('asks for no rule that is open only by what is not mentioned, while another is open', () => {
    const rules = [
      ...permissionsBut('basis'),
      basis('a-scheme', is('scheme.marac.thresholdMet')),
      basis('b-two', all(is('purpose.legitimate'), is('justification.necessary'))),
    ];
    expect(asks(rules)).toEqual(['purpose.legitimate', 'justification.necessary']);
    expect(asks(rules, asked({ scheme: { marac: {} } }))).toEqual(['scheme.marac.thresholdMet']);
    expect(asks(rules.filter(({ id }) => id !== 'b-two'))).toEqual(['scheme.marac.thresholdMet']);
  });

  test('that a duty in law would meet asks for the duty that needs the fewest answers, where nothing else is asked', () => {
    const underDuty = basis('under-duty', is('item.underLegalDuty'), atItem);
    const duties = [
      duty('a-two', all(is('purpose.legitimate'), is('justification.necessary'))),
      duty('b-one', is('item.withinDemand'), {}, atItem),
      duty('c-guidance', is('purpose.compatible'), { strength: 'should' }),
      duty('d-met-by-none', never),
      duty('e-subject', is('person.deceased'), {}, atSubject),
    ];
    const rules = [...permissionsBut('basis'), underDuty, ...duties];
    expect(asks(rules)).toEqual(['item.withinDemand note']);
    const other = basis('other', is('concern.crimeSuspected'));
    expect(asks([...rules, other])).toEqual(['concern.crimeSuspected']);
    expect(asks([...rules, bar('the-bar', is('concern.crimeSuspected', false))])).toEqual([
      'concern.crimeSuspected',
    ]);
    expect(asks([...permissionsBut('basis'), underDuty])).toEqual([]);
  });

  test('asks whether anybody is identified, where no rule permits it', () => {
    const items = [{ ...note, identifies: undefined, categories: ['health'] }];
    const rules = [
      ...permissionsBut('special'),
      finds(
        'special',
        {
          type: 'special-category-condition',
          params: { article: '9(2)(a)', appropriatePolicyDocument: 'not-needed' },
        },
        never,
      ),
    ];
    expect(asks(rules, asked({ items }))).toEqual(['item.identifies note']);
  });

  test('asks of the piece for which it is open, and not whether it identifies anybody while a rule may permit it', () => {
    const rules = permissions({ special: { conditions: is('purpose.legitimate') } });
    const items = [note, { ...note, ref: 'letter', identifies: undefined }];
    expect(asks(rules, asked({ items }))).toEqual(['purpose.legitimate']);
    const unmet = permissions({ special: { conditions: never } });
    expect(asks(unmet, asked({ items }))).toEqual(['item.identifies letter']);
    const power = permissions({ power: { conditions: never } });
    expect(asks(power, asked({ items }))).toEqual(['item.identifies letter']);
  });

  test('asks of each subject for whom it is open', () => {
    const rules = [
      ...permissionsBut('basis'),
      basis('each', is('person.bestInterests'), atSubject),
    ];
    const people = [{ ref: 'mother' }, child, { ref: 'father', bestInterests: true }];
    const items = [{ ...note, about: ['father', 'child', 'mother'] }];
    expect(asks(rules, asked({ people, items }))).toEqual([
      'person.bestInterests child',
      'person.bestInterests mother',
    ]);
  });

  test('asks for no rule of another date, and asks for nothing where the law is not encoded', () => {
    const rules = [
      ...permissionsBut('basis'),
      basis('a-later', is('purpose.legitimate'), { effective: { from: '2027-01-01' } }),
      basis('b-now', all(is('purpose.compatible'), is('justification.necessary'))),
    ];
    expect(asks(rules)).toEqual(['purpose.compatible', 'justification.necessary']);
    expect(asks(permissionsBut('basis'))).toEqual([]);
  });

  test('for a power is met by a duty too, and by none of a local pack', () => {
    const rules = [...permissionsBut('power'), duty('a-duty', is('purpose.legitimate'))];
    expect(asks(rules)).toEqual(['purpose.legitimate']);
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    ['special', { categories: undefined }, ['item.categories note']],
    ['offence', { categories: undefined }, ['item.categories note']],
    ['confidence', { confidential: undefined }, ['item.confidential note']],
    ['confidence', { confidential: 'unsure' }, ['item.confidential note']],
    ['confidence', { confidential: undefined, identifies: undefined }, ['item.confidential note']],
    ['basis', { identifies: undefined }, ['item.identifies note']],
    ['basis', { identifies: 'unsure' }, ['item.identifies note']],
  ])('%s asks whether it arises at all: %j', (need, item, expected) => {
    expect(asks(permissions({ [need]: { conditions: never } }), askedOf(item))).toEqual(expected);
  });

  test('for a power asks whether the sharer is a public authority', () => {
    const rules = permissions({ power: { conditions: never } });
    expect(asks(rules, asked({ sharer: {} }))).toEqual(['sharer.publicAuthority']);
  });

  test('asks both whether it arises and what would meet it, where both are open', () => {
    const rules = permissions({ confidence: { conditions: is('purpose.legitimate') } });
    expect(asks(rules, askedOf({ confidential: undefined }))).toEqual([
      'purpose.legitimate',
      'item.confidential note',
    ]);
  });
});

test('a decision of which nothing is known asks for something', () => {
  const decision = decided(
    permissions({ purpose: { conditions: is('purpose.legitimate') } }),
    request(),
  );
  expect(decision.outcome).toBe('more-information-needed');
  expect(decision.questions.map(({ fact, items }) => [fact, items])).toEqual([
    ['purpose.legitimate', ['unspecified']],
  ]);
  expect(decision.summary).toBe(
    `outcome.more-information-needed firstQuestion${decision.questions[0]?.question ?? ''}`,
  );
});
