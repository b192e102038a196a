import { describe, expect, test } from 'vitest';
import { decide } from '../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';

type Item = NonNullable<SharingRequest['items']>[number];
type Person = NonNullable<SharingRequest['people']>[number];

const child: Person = { ref: 'child', role: 'child', ageBand: 'under-13', canConsent: false };
const mother: Person = { ref: 'mother', role: 'parent', ageBand: 'adult' };
const father: Person = { ref: 'father', role: 'parent', ageBand: 'adult' };
const seen: Item = {
  ref: 'seen',
  about: ['child'],
  categories: ['observation'],
  identifies: true,
  confidential: false,
  relevant: true,
  necessary: true,
  couldExposeSomeoneToHarm: false,
};

/** The questions whose answer a piece waits for, with whom they are about. */
const waitingFor = ({ questions }: SharingDecision, item = 'seen'): string[] =>
  questions
    .filter(({ items }) => items.includes(item))
    .map(({ fact, scope: { person, consent } }) =>
      [fact, person, consent].filter((part) => part !== undefined).join(' '),
    );

describe('a piece that is neither going nor withheld', () => {
  const offer: SharingRequest = {
    on: '2026-11-21',
    mode: 'proactive',
    sharer: { organisation: 'nhs-health-visiting' },
    recipient: { organisation: 'la-early-help', mightHarm: false, roleInSafeguarding: true },
    purpose: { kind: 'early-help' },
    concern: { about: ['child'], level: 'emerging-need' },
    people: [child, mother],
    items: [seen],
    justification: { proportionate: true },
  };

  test('waits for the agreement of the family to early help, though no consent was mentioned', () => {
    const decision = decide(offer);
    expect(decision.outcome).toBe('more-information-needed');
    expect(decision.items[0]?.reasons).toEqual(['early-help-without-agreement']);
    expect(waitingFor(decision)).toEqual(['consent.status mother service']);
    expect(
      decide({
        ...offer,
        people: [child, { ...mother, consent: { service: { status: 'given' } } }],
      }).outcome,
    ).toBe('share');
  });

  test('waits for the client of a solicitor, who has that client for a recipient', () => {
    const asked = (recipient: NonNullable<SharingRequest['recipient']>, man = father) =>
      decide({
        ...offer,
        purpose: { kind: 'promote-welfare' },
        recipient: {
          organisation: 'legal-representative',
          mightHarm: false,
          roleInSafeguarding: false,
          canProtect: false,
          ...recipient,
        },
        people: [child, mother, man],
      });
    const unknown = asked({});
    expect(unknown.items[0]?.reasons).toContain('someone-who-might-harm-without-a-right');
    expect(waitingFor(unknown)).toContain('recipient.actingFor');
    const known = asked({ actingFor: 'father' });
    expect(waitingFor(known)).toContain('person.allegedToHarm father');
    const accused = asked(
      { actingFor: 'father', entitled: false },
      { ...father, allegedToHarm: true },
    );
    expect(accused.outcome).toBe('do-not-share');
    expect(accused.items[0]?.reasons).toContain('someone-who-might-harm-without-a-right');
  });

  test('waits for the right that was claimed, where only a right could lift what bars it', () => {
    const decision = decide({
      ...offer,
      mode: 'on-request',
      purpose: { kind: 'child-protection-enquiry' },
      recipient: {
        organisation: 'safeguarding-partner',
        mightHarm: false,
        identityVerified: true,
        roleInSafeguarding: false,
        canProtect: false,
        entitled: false,
      },
    });
    expect(decision.items[0]).toMatchObject({
      verdict: 'undetermined',
      reasons: ['recipient-without-role'],
    });
    expect(waitingFor(decision)).toContain('demand.power');
  });
});

describe('someone said to have harmed who asks for their own data', () => {
  const accused: Person = { ...father, parentalResponsibility: true, allegedToHarm: true };
  const file: SharingRequest = {
    on: '2026-11-21',
    mode: 'on-request',
    demand: { form: 'letter', power: 'subject-access' },
    sharer: { organisation: 'la-childrens-social-care', statutoryFunction: true },
    recipient: {
      person: 'father',
      identityVerified: true,
      mightHarm: false,
      roleInSafeguarding: false,
      canProtect: false,
      entitled: true,
    },
    purpose: { kind: 'subject-request', legitimate: true },
    concern: { about: ['child'], level: 'child-in-need' },
    people: [child, mother, accused, { ref: 'neighbour', role: 'referrer', ageBand: 'adult' }],
    items: [
      { ...seen, ref: 'own', about: ['father'], categories: ['family'] },
      { ...seen, ref: 'told', about: ['father', 'child'], categories: ['safeguarding-concern'] },
      { ...seen, ref: 'caller', about: ['neighbour'], categories: ['referrer-identity'] },
      { ...seen, ref: 'address', about: ['mother'], categories: ['whereabouts'] },
    ],
    allItems: { withinDemand: true },
    justification: { proportionate: true },
  };
  const withItem = (ref: string, changes: Partial<Item>, entitled = true): SharingRequest => ({
    ...file,
    recipient: { ...file.recipient, ...(entitled ? {} : { entitled: 'unsure' }) },
    items: file.items?.map((item) => (item.ref === ref ? { ...item, ...changes } : item)),
  });
  const rowOf = (decision: SharingDecision, ref: string) =>
    decision.items.find((item) => item.ref === ref);

  test('is not told by right what is about a child as well', () => {
    const decision = decide(withItem('told', {}, false));
    expect(rowOf(decision, 'own')?.verdict).toBe('share');
    expect(rowOf(decision, 'told')).toMatchObject({
      verdict: 'undetermined',
      reasons: ['recipient-without-role'],
    });
  });

  test('is not told what the child said where that exposes the child, though judged harmless', () => {
    const decision = decide(withItem('told', { couldExposeSomeoneToHarm: true }));
    expect(rowOf(decision, 'told')).toMatchObject({
      verdict: 'withhold',
      strength: 'must',
      reasons: ['whereabouts-to-someone-accused'],
    });
  });

  test('is not told who reported, though nobody asked the neighbour about being named', () => {
    const decision = decide(file);
    expect(rowOf(decision, 'caller')).toMatchObject({ changes: ['redact-identity'] });
    expect(rowOf(decision, 'caller')?.reasons).toContain('source-redacted');
    expect(decision.outcome).toBe('share-in-part');
  });

  test('is not told where the mother lives until that address was judged to expose nobody', () => {
    const unjudged = decide(withItem('address', { couldExposeSomeoneToHarm: 'unsure' }));
    expect(rowOf(unjudged, 'address')).toMatchObject({
      verdict: 'undetermined',
      reasons: ['whereabouts-to-someone-accused'],
    });
    expect(waitingFor(unjudged, 'address')).toContain('item.couldExposeSomeoneToHarm');
    const exposing = decide(withItem('address', { couldExposeSomeoneToHarm: true }));
    expect(rowOf(exposing, 'address')?.verdict).toBe('withhold');
    const lawyer = decide({
      ...withItem('address', { couldExposeSomeoneToHarm: true }),
      recipient: {
        organisation: 'legal-representative',
        actingFor: 'father',
        identityVerified: true,
        mightHarm: false,
        canProtect: false,
        entitled: true,
      },
    });
    expect(rowOf(lawyer, 'address')).toMatchObject({
      verdict: 'withhold',
      reasons: ['whereabouts-to-someone-accused'],
    });
  });
});

describe('a girl of 15 who can decide and objects', () => {
  test('has not agreed, though nobody recorded a consent: her mother is not told of the pill', () => {
    const decision = decide({
      on: '2026-11-21',
      mode: 'on-request',
      demand: { form: 'telephone', power: 'none-stated', explainsPurpose: true },
      sharer: { organisation: 'nhs-gp', statutoryFunction: true, profession: 'regulated-health' },
      recipient: {
        person: 'mother',
        identityVerified: true,
        mightHarm: false,
        roleInSafeguarding: false,
        canProtect: true,
        entitled: false,
      },
      purpose: { kind: 'parental-request', legitimate: true },
      concern: { about: ['girl'], level: 'none' },
      people: [
        {
          ref: 'girl',
          role: 'child',
          ageBand: '13-15',
          canConsent: true,
          views: { sought: true, objects: true, asksConfidence: true },
        },
        { ...mother, parentalResponsibility: true },
      ],
      items: [
        {
          ...seen,
          ref: 'pill',
          about: ['girl'],
          categories: ['sexual-health'],
          confidential: true,
          confidedBy: 'girl',
          publicInterestOverridesConfidence: false,
          obtainedFrom: 'subject',
        },
      ],
      justification: { proportionate: true, substantialPublicInterest: true },
    });
    expect(decision).toMatchObject({ outcome: 'do-not-share', strength: 'must' });
    expect(decision.items[0]?.reasons).toContain('common-law-confidence-consent');
    expect(decision.questions).toEqual([]);
  });
});

describe('a right to be told', () => {
  const asked = (mode: 'on-request' | 'seeking'): SharingDecision =>
    decide({
      on: '2026-11-21',
      mode,
      demand: { power: 'ca2004-s16h', necessaryAndProportionate: true },
      sharer: { organisation: 'school-maintained' },
      recipient: {
        organisation: 'safeguarding-partner',
        identityVerified: true,
        mightHarm: false,
        roleInSafeguarding: true,
      },
      purpose: { kind: 'safeguard-from-harm' },
      concern: { about: ['child'], level: 'child-in-need' },
      people: [child],
      items: [seen],
      justification: { proportionate: true },
    });

  test('binds the one who is asked, and not the one who asks', () => {
    const answering = asked('on-request');
    expect(answering.strength).toBe('must');
    expect(answering.items[0]?.reasons).toContain('ca2004-s16h-information-request');
    const asking = asked('seeking');
    expect(asking).toMatchObject({ outcome: 'share', strength: 'may' });
    expect(asking.items[0]?.reasons).not.toContain('ca2004-s16h-information-request');
    expect(asking.lawfulBases.find(({ preferred }) => preferred)?.article).toBe('6(1)(e)');
  });
});

describe('where nothing goes', () => {
  const kept = decide({
    on: '2026-11-21',
    mode: 'proactive',
    sharer: { organisation: 'school-maintained', statutoryFunction: true },
    recipient: { organisation: 'la-childrens-social-care', mightHarm: false },
    purpose: { kind: 'safeguard-from-harm' },
    concern: { about: ['child'], level: 'significant-harm' },
    people: [child],
    items: [{ ...seen, relevant: false }],
    justification: { proportionate: true },
  });

  test('nobody is said to share whatever the answer, nor told that they may object to it', () => {
    expect(kept.outcome).toBe('do-not-share');
    const due = kept.obligations.map(({ id }) => id);
    expect(due).not.toContain('do-not-ask-for-consent');
    expect(due).not.toContain('respect-right-to-object');
    expect(due).toContain('refer-to-social-care');
  });
});
