import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';

type Person = NonNullable<SharingRequest['people']>[number];
type Item = NonNullable<SharingRequest['items']>[number];

const gp = {
  organisation: 'nhs-gp',
  statutoryFunction: true,
  appropriatePolicyDocument: true,
  profession: 'regulated-health',
} as const;
const socialCare = {
  organisation: 'la-childrens-social-care',
  mightHarm: false,
  identityVerified: true,
  reach: 'one',
} as const;
const justification = {
  necessary: true,
  proportionate: true,
  substantialPublicInterest: true,
  lessIntrusiveWayExists: false,
} as const;
const safe = {
  wouldRaiseRiskToChild: false,
  wouldRaiseRiskToOther: false,
  wouldPrejudiceSeriousCrime: false,
} as const;
const refused = {
  confidentiality: { status: 'refused' },
  dataProtection: { status: 'refused' },
} as const;
const objects = { sought: true, objects: true, objectionConsidered: true } as const;

const item = (ref: string, about: string[], more: Partial<Item> = {}): Item => ({
  ref,
  about,
  categories: ['health'],
  identifies: true,
  relevant: true,
  necessary: true,
  adequate: true,
  accurate: true,
  upToDate: true,
  confidential: true,
  patientInformation: true,
  couldExposeSomeoneToHarm: false,
  restriction: 'none',
  ...more,
});
const adult = (ref: string, more: Partial<Person> = {}): Person => ({
  ref,
  role: 'other',
  ageBand: 'adult',
  canConsent: true,
  underCoercion: false,
  withoutConsentReason: 'not-reasonable-to-obtain',
  informing: safe,
  ...more,
});
const row = (decision: SharingDecision, ref: string) => {
  const found = decision.items.find((one) => one.ref === ref);
  expect(found, ref).toBeDefined();
  return found as SharingDecision['items'][number];
};
const by = (decision: SharingDecision, ref: string) =>
  decision.confidentiality.find((one) => one.item === ref);
const told = (decision: SharingDecision, ref: string) =>
  decision.informing.find(({ person }) => person === ref)?.verdict;

describe('GMC-01: a girl of 15 who understands asks for the pill', () => {
  const sarah: Person = {
    ref: 'sarah',
    role: 'child',
    ageBand: '13-15',
    canConsent: true,
    underCoercion: false,
    bestInterests: false,
    consent: refused,
    views: { ...objects, asksConfidence: true },
    informing: safe,
    withoutConsentReason: 'not-reasonable-to-obtain',
  };
  const mother = adult('mother', { role: 'parent', parentalResponsibility: true });
  const request: SharingRequest = {
    on: '2026-07-01',
    mode: 'proactive',
    sharer: gp,
    recipient: { person: 'mother', mightHarm: false, canProtect: true, identityVerified: true },
    purpose: { kind: 'promote-welfare', legitimate: true },
    concern: { level: 'none', about: ['sarah'], crimeSuspected: false },
    scheme: {},
    people: [sarah, mother],
    items: [
      item('request', ['sarah'], {
        categories: ['sexual-health'],
        confidedBy: 'sarah',
        publicInterestOverridesConfidence: false,
      }),
    ],
    justification,
  };

  test('her parents are not told', () => {
    const decision = decide(request);
    expect(decision).toMatchObject({ outcome: 'do-not-share', strength: 'must' });
    expect(by(decision, 'request')).toMatchObject({ status: 'not-met' });
    expect(row(decision, 'request').reasons).toContain('common-law-confidence-consent');
  });

  test('even where the doctor thinks that the balance favours telling: nothing serious is at stake', () => {
    const [asked] = request.items as [Item];
    const decision = decide({
      ...request,
      items: [{ ...asked, publicInterestOverridesConfidence: true }],
    });
    expect(row(decision, 'request').verdict).toBe('withhold');
    expect(by(decision, 'request')?.status).toBe('not-met');
  });

  test('they may be where she agrees', () => {
    const given = {
      status: 'given',
      implied: false,
      givenOn: '2026-06-30',
      givenBy: 'sarah',
    } as const;
    const agreeing = { ...sarah, views: { ...sarah.views, objects: false } };
    const people = [{ ...agreeing, consent: { confidentiality: given } }, mother];
    const decision = decide({ ...request, people });
    expect(by(decision, 'request')).toMatchObject({ status: 'met', by: 'consent' });
  });

  test('social care is told where she is being exploited, and she is told first', () => {
    const [asked] = request.items as [Item];
    const decision = decide({
      ...request,
      recipient: socialCare,
      purpose: { kind: 'safeguard-from-harm', legitimate: true },
      concern: {
        level: 'significant-harm',
        about: ['sarah'],
        kinds: ['exploitation'],
        crimeSuspected: true,
      },
      items: [{ ...asked, publicInterestOverridesConfidence: true }],
    });
    expect(decision).toMatchObject({ outcome: 'share', strength: 'should' });
    expect(by(decision, 'request')).toMatchObject({
      by: 'public-interest',
      reasons: ['common-law-confidence-public-interest'],
    });
    expect(told(decision, 'sarah')).toBe('tell');
    expect(decision.obligations.find(({ id }) => id === 'seek-views')?.reasons).toContain(
      'asked-for-confidence-heard-first',
    );
  });
});

describe('GMC-08: a psychiatrist learns that a sex offender may abscond', () => {
  const request = (publicInterestOverridesConfidence: boolean): SharingRequest => ({
    on: '2026-07-01',
    mode: 'proactive',
    sharer: { ...gp, organisation: 'nhs-mental-health' },
    recipient: {
      organisation: 'multi-agency-meeting',
      roleInSafeguarding: true,
      mightHarm: false,
      identityVerified: true,
      reach: 'need-to-know-group',
    },
    purpose: { kind: 'safeguard-from-harm', legitimate: true },
    concern: {
      level: 'significant-harm',
      about: [],
      kinds: ['sexual'],
      crimeSuspected: true,
      seriousCrime: true,
    },
    scheme: { mappa: { managed: true } },
    people: [
      adult('patient', {
        role: 'alleged-perpetrator',
        consent: refused,
        views: objects,
        withoutConsentReason: 'would-prejudice-protection',
      }),
    ],
    items: [
      item('plan-to-abscond', ['patient'], {
        categories: ['mental-health', 'criminal-conviction'],
        confidedBy: 'patient',
        publicInterestOverridesConfidence,
      }),
    ],
    justification,
  });

  test('the panel is told of the concern, and the patient is told why', () => {
    const decision = decide(request(true));
    expect(decision).toMatchObject({ outcome: 'share', strength: 'should' });
    expect(by(decision, 'plan-to-abscond')).toMatchObject({ status: 'met', by: 'public-interest' });
    expect(row(decision, 'plan-to-abscond').reasons).toEqual(
      expect.arrayContaining([
        'cja2003-s325-public-protection',
        'common-law-confidence-public-interest',
      ]),
    );
    expect(told(decision, 'patient')).toBe('tell');
  });

  test('a doctor who keeps the confidence for fear of losing trust is asked to look again', () => {
    const decision = decide(request(false));
    expect(decision.outcome).toBe('do-not-share');
    expect(decision.urgency).not.toBe('routine');
    expect(decision.advice.flatMap(({ reasons }) => reasons)).toEqual(
      expect.arrayContaining(['confidence-kept-at-serious-harm', 'caldicott2020-guardian']),
    );
  });
});

describe('MDU-01: a patient threatens to stab his former partner', () => {
  const request: SharingRequest = {
    on: '2026-07-01',
    mode: 'proactive',
    sharer: gp,
    recipient: { organisation: 'police', mightHarm: false, identityVerified: true },
    purpose: { kind: 'crime-prevention', legitimate: true, compatible: true },
    concern: {
      level: 'significant-harm',
      about: ['former-partner', 'daughter'],
      kinds: ['domestic-abuse'],
      crimeSuspected: true,
      seriousCrime: true,
      adultAtSeriousRisk: true,
      delayWouldHarm: true,
    },
    scheme: {},
    people: [
      adult('patient', {
        role: 'alleged-perpetrator',
        consent: refused,
        views: { sought: false, asksConfidence: true },
        informing: { wouldRaiseRiskToOther: true, wouldPrejudiceSeriousCrime: true },
        withoutConsentReason: 'would-prejudice-protection',
      }),
      adult('former-partner', { role: 'parent' }),
      { ref: 'daughter', role: 'child', ageBand: 'under-13' },
    ],
    items: [
      item('threat', ['patient'], {
        categories: ['criminal-allegation'],
        confidedBy: 'patient',
        publicInterestOverridesConfidence: true,
      }),
      item('medical-history', ['patient'], {
        confidedBy: 'patient',
        relevant: false,
        necessary: false,
        publicInterestOverridesConfidence: false,
      }),
    ],
    justification,
  };

  test('the police are told of the threat, and of nothing else', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('share-in-part');
    expect(decision.urgency).toBe('without-delay');
    expect(row(decision, 'threat').verdict).toBe('share');
    expect(by(decision, 'threat')?.by).toBe('public-interest');
    expect(row(decision, 'medical-history')).toMatchObject({
      verdict: 'withhold',
      strength: 'must',
    });
    expect(row(decision, 'medical-history').reasons).toContain('item-not-necessary');
  });

  test('the patient is not told, since he threatens whoever tells', () => {
    expect(told(decide(request), 'patient')).toBe('do-not-tell');
  });
});

describe('MDU-03: a father asks for the notes of his son of 14, who accuses him', () => {
  const request = (boy: Partial<Person>): SharingRequest => ({
    on: '2026-07-01',
    mode: 'on-request',
    demand: { power: 'subject-access', by: 'father', form: 'letter', inWriting: true },
    sharer: gp,
    recipient: { person: 'father', mightHarm: true, identityVerified: true, entitled: true },
    purpose: { kind: 'parental-request', legitimate: true, compatible: true },
    concern: { level: 'child-in-need', about: ['boy'], crimeSuspected: true },
    scheme: {},
    people: [
      {
        ref: 'boy',
        role: 'child',
        ageBand: '13-15',
        canConsent: true,
        underCoercion: false,
        bestInterests: false,
        consent: refused,
        ...boy,
      },
      adult('father', { role: 'parent', parentalResponsibility: true, allegedToHarm: true }),
    ],
    items: [
      item('allegations', ['boy'], {
        confidedBy: 'boy',
        withinDemand: true,
        couldExposeSomeoneToHarm: true,
        publicInterestOverridesConfidence: false,
      }),
      item('routine', ['boy'], {
        confidedBy: 'boy',
        withinDemand: true,
        publicInterestOverridesConfidence: false,
      }),
    ],
    justification,
  });

  test('not without the boy’s agreement: parental responsibility is no right to his confidence', () => {
    const decision = decide(request({}));
    expect(decision).toMatchObject({ outcome: 'do-not-share', strength: 'must' });
    expect(row(decision, 'routine').reasons).toContain('common-law-confidence-consent');
    expect(decision.gateways.find(({ id }) => id === 'subject-access')?.status).toBe(
      'does-not-apply',
    );
  });

  test('with his agreement the allegations still stay, since they could expose him to harm', () => {
    const given = { status: 'given', givenOn: '2026-06-01', givenBy: 'boy' } as const;
    const decision = decide(request({ consent: { confidentiality: given }, bestInterests: true }));
    expect(by(decision, 'allegations')?.by).toBe('consent');
    expect(row(decision, 'allegations')).toMatchObject({ verdict: 'withhold', strength: 'must' });
    expect(row(decision, 'allegations').reasons).toContain('whereabouts-to-someone-who-might-harm');
  });

  test('a boy who cannot decide is not told on either, where it is against his interests', () => {
    const decision = decide(request({ canConsent: false }));
    expect(row(decision, 'routine').verdict).toBe('withhold');
  });
});

describe('GMC-09 and MDS-03: a competent adult who is hurt asks for silence', () => {
  const hurt = (child: boolean): SharingRequest => ({
    on: '2026-07-01',
    mode: 'proactive',
    sharer: gp,
    recipient: child
      ? socialCare
      : { organisation: 'police', mightHarm: false, identityVerified: true },
    purpose: { kind: 'safeguard-from-harm', legitimate: true },
    concern: {
      level: child ? 'significant-harm' : 'none',
      about: child ? ['patient', 'kid'] : ['patient'],
      kinds: ['domestic-abuse'],
      crimeSuspected: true,
      seriousCrime: false,
      adultAtSeriousRisk: true,
      delayWouldHarm: false,
    },
    scheme: {},
    people: [
      adult('patient', { role: 'parent', consent: refused, views: objects }),
      adult('partner', {
        role: 'alleged-perpetrator',
        informing: { wouldRaiseRiskToOther: true, wouldRaiseRiskToChild: child },
      }),
      ...(child ? [{ ref: 'kid', role: 'child', ageBand: 'under-13' } as const] : []),
    ],
    items: [
      item('bruises-and-burns', ['patient', 'partner'], {
        categories: ['health', 'criminal-allegation'],
        confidedBy: 'patient',
        publicInterestOverridesConfidence: child,
      }),
    ],
    justification: { ...justification, substantialPublicInterest: child },
  });

  test('her refusal is respected where only she is at risk, and support is offered', () => {
    const decision = decide(hurt(false));
    expect(decision.outcome).toBe('do-not-share');
    expect(by(decision, 'bruises-and-burns')?.status).toBe('not-met');
    expect(decision.obligations.map(({ id }) => id)).toContain('offer-support');
    expect(decision.advice.flatMap(({ reasons }) => reasons)).toContain(
      'confidence-kept-at-serious-harm',
    );
  });

  test('a child in the home turns the answer: social care is told, and the partner is not', () => {
    const decision = decide(hurt(true));
    expect(decision).toMatchObject({ outcome: 'share', strength: 'should' });
    expect(by(decision, 'bruises-and-burns')?.by).toBe('public-interest');
    expect(row(decision, 'bruises-and-burns').reasons).toContain(
      'working-together-2026-significant-harm',
    );
    expect(told(decision, 'partner')).toBe('do-not-tell');
  });
});

describe('PRS-04: safeguarding partners ask a surgery for a chronology', () => {
  const { request } = JSON.parse(
    readFileSync(join(import.meta.dirname, 'published', 'PRS-04.json'), 'utf8'),
  ) as { request: SharingRequest };

  test('it must be supplied, and the confidence gives way to the duty', () => {
    const decision = decide(request);
    expect(decision).toMatchObject({ outcome: 'share', strength: 'must' });
    expect(by(decision, 'chronology')).toMatchObject({
      status: 'met',
      by: 'legal-duty',
      reasons: ['common-law-confidence-legal-duty'],
    });
    expect(row(decision, 'chronology').reasons).toContain('ca2004-s16h-information-request');
  });

  test('a request that is not necessary and proportionate lifts no confidence', () => {
    const demand = { ...request.demand, necessaryAndProportionate: false } as const;
    const items = (request.items as Item[]).map((one) => ({
      ...one,
      publicInterestOverridesConfidence: false,
    }));
    const decision = decide({ ...request, demand, items });
    expect(row(decision, 'chronology').verdict).not.toBe('share');
    expect(by(decision, 'chronology')?.status).not.toBe('met');
  });
});

describe('CRT-10: a vulnerable young woman tells in confidence of abuse by a child’s father', () => {
  const request = (power: 'court-order' | 'none-stated'): SharingRequest => ({
    on: '2026-07-01',
    mode: 'on-request',
    demand: { power, inWriting: true },
    sharer: {
      organisation: 'la-childrens-social-care',
      statutoryFunction: true,
      appropriatePolicyDocument: true,
    },
    recipient: { organisation: 'court', mightHarm: false, identityVerified: true, reach: 'one' },
    purpose: { kind: 'court', legitimate: true, compatible: true },
    concern: { level: 'significant-harm', about: ['child'], kinds: ['sexual'] },
    scheme: {},
    people: [
      adult('informant', { consent: refused, views: { ...objects, asksConfidence: true } }),
      { ref: 'child', role: 'child', ageBand: 'under-13' },
    ],
    items: [
      item('allegations', ['informant'], {
        categories: ['criminal-allegation', 'identity'],
        confidedBy: 'informant',
        patientInformation: false,
        withinDemand: power === 'court-order',
        publicInterestOverridesConfidence: 'unsure',
      }),
    ],
    justification,
  });

  test('what the court orders is disclosed, and she is told', () => {
    const decision = decide(request('court-order'));
    expect(decision).toMatchObject({ outcome: 'share', strength: 'must' });
    expect(by(decision, 'allegations')).toMatchObject({
      by: 'legal-duty',
      reasons: ['common-law-confidence-legal-duty'],
    });
    expect(told(decision, 'informant')).toBe('tell');
  });

  test('without an order a practitioner seeks advice, and does not decide it alone', () => {
    const decision = decide(request('none-stated'));
    expect(decision.outcome).toBe('seek-advice');
    expect(by(decision, 'allegations')?.status).toBe('undetermined');
    expect(decision.questions.map(({ fact }) => fact)).toContain(
      'item.publicInterestOverridesConfidence',
    );
  });
});

describe('PHA-02: a girl of 12 asks for contraception', () => {
  const { request } = JSON.parse(
    readFileSync(join(import.meta.dirname, 'published', 'PHA-02.json'), 'utf8'),
  ) as { request: SharingRequest };

  test('social care is told on the public interest, although she refuses', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('share');
    expect(by(decision, 'request')).toMatchObject({ status: 'met', by: 'public-interest' });
    expect(told(decision, 'girl')).toBe('tell');
  });
});
