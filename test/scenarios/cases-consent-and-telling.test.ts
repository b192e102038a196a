import { describe, expect, test } from 'vitest';
import { decide } from '../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';

type Person = NonNullable<SharingRequest['people']>[number];
type Item = NonNullable<SharingRequest['items']>[number];

const tellingOf = (decision: SharingDecision, person: string) =>
  decision.informing.find((row) => row.person === person);
const consentOf = (decision: SharingDecision, person: string, kind: string) =>
  decision.consents.find((row) => row.person === person && row.kind === kind);
const itemOf = (decision: SharingDecision, ref: string) =>
  decision.items.find((item) => item.ref === ref);
const obligationOf = (decision: SharingDecision, id: string) =>
  decision.obligations.find((row) => row.id === id);
const cautionsOf = (decision: SharingDecision) => decision.cautions.flatMap((row) => row.reasons);
const advisersOf = (decision: SharingDecision) => decision.advice.map(({ who }) => who);

const sound = {
  identifies: true,
  relevant: true,
  necessary: true,
  adequate: true,
  accurate: true,
  upToDate: true,
  confidential: false,
  restriction: 'none',
  couldExposeSomeoneToHarm: false,
  collectedOnConsent: false,
} as const;
const justified = { necessary: true, proportionate: true, lessIntrusiveWayExists: false } as const;
const weighty = { ...justified, substantialPublicInterest: true } as const;
const council = {
  organisation: 'la-childrens-social-care',
  identityVerified: true,
  mightHarm: false,
} as const;
const safe = { wouldRaiseRiskToChild: false, wouldPrejudiceSeriousCrime: false } as const;

/** A copy in which some keys are different. */
const but = (request: SharingRequest, over: Partial<SharingRequest>): SharingRequest => ({
  ...request,
  ...over,
});
/** A copy in which one person is different. */
const person = (request: SharingRequest, ref: string, over: Partial<Person>): SharingRequest =>
  but(request, {
    people: (request.people ?? []).map((one) => (one.ref === ref ? { ...one, ...over } : one)),
  });
/** A copy in which one item is different. */
const piece = (request: SharingRequest, ref: string, over: Partial<Item>): SharingRequest =>
  but(request, {
    items: (request.items ?? []).map((one) => (one.ref === ref ? { ...one, ...over } : one)),
  });

describe('GUI-01: a baby fails to thrive and the parents refuse', () => {
  const request: SharingRequest = {
    on: '2026-07-01',
    mode: 'proactive',
    sharer: { organisation: 'nhs-trust', statutoryFunction: true, appropriatePolicyDocument: true },
    recipient: council,
    purpose: { kind: 'safeguard-from-harm', legitimate: true },
    concern: { level: 'significant-harm', kinds: ['neglect'], about: ['baby'] },
    people: [
      {
        ref: 'baby',
        role: 'child',
        ageBand: 'under-13',
        canConsent: false,
        bestInterests: true,
        withoutConsentReason: 'cannot-be-given',
      },
      {
        ref: 'parents',
        role: 'parent',
        ageBand: 'adult',
        allegedToHarm: false,
        parentalResponsibility: true,
        consent: {
          dataProtection: { status: 'refused' },
          service: { status: 'refused' },
        },
        views: { sought: true, objects: true, objectionConsidered: true },
        informing: safe,
      },
    ],
    items: [{ ref: 'growth', about: ['baby'], categories: ['health'], ...sound }],
    justification: weighty,
  };

  test('is shared to find the cause, although the parents refuse', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('share');
    expect(consentOf(decision, 'parents', 'dataProtection')).toMatchObject({
      verdict: 'invalid',
      defects: ['refused'],
    });
    expect(decision.lawfulBases.find(({ preferred }) => preferred)?.article).toBe('6(1)(e)');
    expect(cautionsOf(decision)).toEqual(
      expect.arrayContaining([
        'somerset-guidance-2024-refusal-does-not-stop-protection',
        'ico-consent-guidance-swapping-basis',
      ]),
    );
    const views = decision.record.find(({ field }) => field === 'views-of-child-and-carers');
    expect(views?.reasons).toContain('dfe-advice-2024-rule-3-record-override');
  });

  test('one fact flips it: help that nobody needs to be protected by waits for the parents', () => {
    const decision = decide(
      but(request, {
        purpose: { kind: 'early-help', legitimate: true },
        concern: { level: 'emerging-need', about: ['baby'], adultAtSeriousRisk: false },
      }),
    );
    expect(decision.outcome).toBe('do-not-share');
    expect(itemOf(decision, 'growth')?.reasons).toContain('early-help-without-agreement');
  });
});

describe('GUI-04: a child in need moves and the family will not agree', () => {
  const request: SharingRequest = {
    on: '2026-07-01',
    mode: 'proactive',
    sharer: {
      organisation: 'la-childrens-social-care',
      statutoryFunction: true,
      appropriatePolicyDocument: true,
    },
    recipient: council,
    purpose: { kind: 'case-transfer', legitimate: true },
    concern: {
      level: 'child-in-need',
      about: ['child'],
      historicChildProtection: true,
      adultAtSeriousRisk: false,
    },
    move: { to: 'area', plan: 'child-in-need', riskIncreased: false, whereaboutsKnown: true },
    people: [
      { ref: 'child', role: 'child', ageBand: 'under-13', canConsent: false, bestInterests: true },
      {
        ref: 'mum',
        role: 'parent',
        ageBand: 'adult',
        allegedToHarm: false,
        parentalResponsibility: true,
        consent: { service: { status: 'refused' } },
        views: { sought: true, objects: true, objectionConsidered: false },
        informing: safe,
      },
    ],
    items: [{ ref: 'plan', about: ['child'], categories: ['safeguarding-concern'], ...sound }],
    justification: justified,
  };

  test('the referral is made, the objection is heard and the family is told', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('share');
    expect(tellingOf(decision, 'mum')).toMatchObject({ verdict: 'tell' });
    expect(obligationOf(decision, 'tell-person')?.reasons).toContain(
      'dfe-advice-2024-rule-2-tell-the-person',
    );
    expect(obligationOf(decision, 'consider-objection')?.reasons).toContain(
      'dfe-advice-2024-rule-3-consider-objection',
    );
  });

  test('one fact flips the telling: a mother who would react violently is not told', () => {
    const decision = decide(person(request, 'mum', { informing: { wouldRaiseRiskToChild: true } }));
    expect(decision.outcome).toBe('share');
    expect(tellingOf(decision, 'mum')?.verdict).toBe('do-not-tell');
    expect(obligationOf(decision, 'withhold-knowledge')?.status).toBe('applies');
  });
});

describe('GUI-08: consent to a service is refused and there is a concern', () => {
  const request: SharingRequest = {
    on: '2026-07-01',
    mode: 'proactive',
    sharer: {
      organisation: 'school-maintained',
      statutoryFunction: true,
      appropriatePolicyDocument: true,
    },
    recipient: council,
    purpose: { kind: 'safeguard-from-harm', legitimate: true },
    concern: {
      level: 'significant-harm',
      about: ['child'],
      s47ThresholdDecided: true,
      crimeSuspected: false,
    },
    people: [
      { ref: 'child', role: 'child', ageBand: 'under-13', canConsent: false, bestInterests: true },
      {
        ref: 'mum',
        role: 'parent',
        ageBand: 'adult',
        parentalResponsibility: true,
        consent: {
          dataProtection: { status: 'not-sought' },
          service: { status: 'refused' },
        },
        views: { sought: true, objects: true, objectionConsidered: true },
        transparency: { privacyNoticeGiven: true },
        informing: safe,
      },
    ],
    items: [{ ref: 'concerns', about: ['child'], categories: ['observation'], ...sound }],
    justification: justified,
  };

  test('it is shared on another basis, and only section 47 overrides the refusal of the service', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('share');
    expect(consentOf(decision, 'mum', 'service')).toMatchObject({
      verdict: 'not-needed',
      reasons: expect.arrayContaining(['ca1989-s47-refusal-overridden']) as string[],
    });
    expect(consentOf(decision, 'mum', 'dataProtection')?.verdict).toBe('not-appropriate');
    expect(tellingOf(decision, 'mum')?.verdict).toBe('tell');
  });

  test('one fact flips the service, and not the sharing: the threshold is not met', () => {
    const decision = decide(
      but(request, {
        concern: { ...request.concern, s47ThresholdDecided: false },
      }),
    );
    expect(decision.outcome).toBe('share');
    expect(consentOf(decision, 'mum', 'service')).toMatchObject({
      verdict: 'invalid',
      defects: ['refused'],
    });
  });
});

describe('GUI-09 and ICO-03: telling would do harm', () => {
  const request: SharingRequest = {
    on: '2026-07-01',
    mode: 'proactive',
    sharer: {
      organisation: 'school-maintained',
      statutoryFunction: true,
      appropriatePolicyDocument: true,
    },
    recipient: council,
    purpose: { kind: 'safeguard-from-harm', legitimate: true },
    concern: {
      level: 'significant-harm',
      kinds: ['physical'],
      about: ['child'],
      crimeSuspected: true,
    },
    people: [
      {
        ref: 'child',
        role: 'child',
        ageBand: 'under-13',
        canConsent: false,
        bestInterests: true,
        transparency: { privacyNoticeGiven: true },
        informing: safe,
      },
      {
        ref: 'parents',
        role: 'parent',
        ageBand: 'adult',
        allegedToHarm: true,
        parentalResponsibility: true,
        transparency: { privacyNoticeGiven: false },
        informing: { wouldRaiseRiskToChild: true, wouldCompromiseInvestigation: true },
      },
    ],
    items: [
      {
        ref: 'injuries',
        about: ['child'],
        categories: ['observation'],
        obtainedFrom: 'other-agency',
        ...sound,
      },
    ],
    justification: justified,
  };

  test('GUI-09: it is shared, the parents are not told, and the ground is recorded', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('share');
    expect(tellingOf(decision, 'parents')).toMatchObject({
      verdict: 'do-not-tell',
      grounds: ['compromises-investigation', 'prejudices-crime', 'raises-risk-to-child'],
      reasons: expect.arrayContaining([
        'telling-compromises-investigation',
        'telling-raises-risk-to-child-concerned',
      ]) as string[],
    });
    expect(tellingOf(decision, 'parents')?.exemption).toContain('Schedule 2 paragraph 2(1)');
    const ground = decision.record.find(({ field }) => field === 'ground-for-not-telling');
    expect(ground?.status).toBe('applies');
    expect(decision.summary).toContain('see whom not to tell');
  });

  test('GUI-09: one fact flips the telling: nothing would be compromised and nobody endangered', () => {
    const open = person(request, 'parents', {
      informing: { ...safe, wouldCompromiseInvestigation: false },
    });
    expect(tellingOf(decide(open), 'parents')?.verdict).toBe('tell');
    expect(decide(open).outcome).toBe('share');
  });

  test('ICO-03: a child whom telling would harm is not told, and it is shared all the same', () => {
    const decision = decide(
      person(request, 'child', { informing: { wouldRaiseRiskToChild: true } }),
    );
    expect(decision.outcome).toBe('share');
    expect(tellingOf(decision, 'child')).toMatchObject({ verdict: 'do-not-tell' });
    expect(tellingOf(decision, 'child')?.grounds).toContain('raises-risk-to-child');
    expect(tellingOf(decide(request), 'child')?.verdict).toBe('tell');
  });
});

describe('GUI-10: one sharing, and no agreement between the agencies', () => {
  const request: SharingRequest = {
    on: '2026-07-01',
    mode: 'proactive',
    sharer: {
      organisation: 'school-maintained',
      statutoryFunction: true,
      appropriatePolicyDocument: true,
    },
    recipient: council,
    purpose: { kind: 'safeguard-from-harm', legitimate: true },
    concern: { level: 'child-in-need', about: ['child'], adultAtSeriousRisk: false },
    arrangement: { pattern: 'ad-hoc', agreement: 'none' },
    people: [
      { ref: 'child', role: 'child', ageBand: 'under-13', canConsent: false, informing: safe },
      { ref: 'mum', role: 'parent', ageBand: 'adult', informing: safe },
    ],
    items: [{ ref: 'worries', about: ['child'], categories: ['observation'], ...sound }],
    justification: justified,
  };

  test('it is shared without one, and the family is told', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('share');
    expect(tellingOf(decision, 'mum')?.verdict).toBe('tell');
    expect(obligationOf(decision, 'put-sharing-agreement-in-place')).toBeUndefined();
  });
});

describe('GUI-11: long work with a family', () => {
  const request: SharingRequest = {
    on: '2026-07-01',
    mode: 'proactive',
    sharer: {
      organisation: 'nhs-health-visiting',
      statutoryFunction: true,
      appropriatePolicyDocument: true,
    },
    recipient: { ...council, organisation: 'la-early-help', roleInSafeguarding: true },
    purpose: { kind: 'promote-welfare', legitimate: true },
    concern: { level: 'welfare', about: ['child'], adultAtSeriousRisk: false },
    arrangement: { pattern: 'regular', agreement: 'tier-1-and-2', dpia: true },
    people: [
      { ref: 'child', role: 'child', ageBand: 'under-13', canConsent: false, informing: safe },
      {
        ref: 'mum',
        role: 'parent',
        ageBand: 'adult',
        transparency: { privacyNoticeGiven: true },
        informing: safe,
      },
    ],
    items: [{ ref: 'visit', about: ['child'], categories: ['observation'], ...sound }],
    justification: justified,
  };

  test('the family need not be told of each sharing, and the notice is looked at again', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('share');
    expect(tellingOf(decision, 'mum')).toMatchObject({
      verdict: 'need-not-tell',
      grounds: ['routine-under-notice'],
      reasons: ['routine-sharing-under-notice'],
    });
    expect(obligationOf(decision, 'give-privacy-information')?.reasons).toContain(
      'somerset-guidance-2024-check-notice-at-touchpoints',
    );
  });

  test('one fact flips it: a family that has had no notice is told, and given one', () => {
    const decision = decide(
      person(request, 'mum', { transparency: { privacyNoticeGiven: false } }),
    );
    expect(tellingOf(decision, 'mum')?.verdict).toBe('tell');
  });
});

describe('ICO-05: an emergency without an agreement or an assessment', () => {
  const request: SharingRequest = {
    on: '2026-07-01',
    mode: 'proactive',
    sharer: { organisation: 'charity', publicAuthority: false },
    recipient: { organisation: 'police', mightHarm: false },
    purpose: { kind: 'safeguard-from-harm' },
    concern: { level: 'immediate-danger', about: ['child'], delayWouldHarm: true },
    arrangement: { pattern: 'ad-hoc', agreement: 'none', dpia: false },
    people: [
      { ref: 'child', role: 'child', ageBand: 'under-13' },
      { ref: 'mum', role: 'parent', informing: safe },
    ],
    items: [{ ref: 'seen', about: ['child'], relevant: true, necessary: true }],
  };

  test('it is shared now, and telling comes later', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('share');
    expect(decision.urgency).toBe('immediate');
    expect(tellingOf(decision, 'mum')).toMatchObject({
      verdict: 'defer',
      reasons: ['no-time-to-tell-first'],
    });
    expect(obligationOf(decision, 'review-later')?.reasons).toContain(
      'calderdale-guidance-2019-4-review-telling',
    );
  });

  test('one fact flips the telling: urgent is not an emergency', () => {
    const decision = decide(
      but(request, { concern: { ...request.concern, delayWouldHarm: false } }),
    );
    expect(tellingOf(decision, 'mum')?.verdict).toBe('tell');
  });
});

describe('CRT-10: told in confidence, and a child depends on it', () => {
  const request: SharingRequest = {
    on: '2012-12-12',
    mode: 'on-request',
    sharer: { organisation: 'la-childrens-social-care', statutoryFunction: true },
    recipient: { organisation: 'court', entitled: true, identityVerified: true, mightHarm: false },
    demand: { power: 'court-order', inWriting: true, explainsPurpose: true },
    purpose: { kind: 'court', legitimate: true },
    concern: { level: 'significant-harm', kinds: ['sexual'], about: ['a'], crimeSuspected: true },
    people: [
      { ref: 'a', role: 'child', ageBand: 'under-13', canConsent: false, informing: safe },
      {
        ref: 'x',
        role: 'other',
        ageBand: 'adult',
        canConsent: true,
        consent: { confidentiality: { status: 'refused' } },
        views: { sought: true, objects: true, objectionConsidered: true, asksConfidence: true },
        informing: safe,
      },
    ],
    items: [
      {
        ref: 'allegation',
        about: ['x'],
        categories: ['criminal-allegation'],
        nature: 'allegation',
        withinDemand: true,
        ...sound,
        confidential: true,
        confidedBy: 'x',
        obtainedFrom: 'subject',
      },
    ],
    justification: weighty,
  };

  test('what the court orders is disclosed although the one who confided it objects', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('share');
    expect(decision.strength).toBe('must');
    expect(consentOf(decision, 'x', 'confidentiality')).toMatchObject({
      verdict: 'invalid',
      reasons: ['common-law-confidence-consent-against-objection', 'consent-refused'],
    });
    expect(decision.confidentiality).toMatchObject([{ status: 'met', by: 'legal-duty' }]);
    expect(tellingOf(decision, 'x')?.verdict).toBe('tell');
  });

  test('one fact flips it: without an order a practitioner alone takes advice', () => {
    const asked = but(request, { demand: { ...request.demand, power: 'none-stated' } });
    const decision = decide(piece(asked, 'allegation', { withinDemand: false }));
    expect(decision.outcome).toBe('seek-advice');
  });
});

describe('GMC-01: a girl of 15 asks for contraception', () => {
  const request: SharingRequest = {
    on: '2026-07-01',
    mode: 'proactive',
    sharer: { organisation: 'nhs-gp', profession: 'regulated-health', statutoryFunction: true },
    recipient: { person: 'parents', mightHarm: false, identityVerified: true, entitled: false },
    purpose: { kind: 'other', legitimate: true, compatible: true },
    concern: { level: 'none', about: [], adultAtSeriousRisk: false },
    people: [
      {
        ref: 'sarah',
        role: 'child',
        ageBand: '13-15',
        canConsent: true,
        bestInterests: false,
        underCoercion: false,
        consent: { confidentiality: { status: 'refused' }, dataProtection: { status: 'refused' } },
        views: { sought: true, objects: true, objectionConsidered: true, asksConfidence: true },
        informing: safe,
      },
      {
        ref: 'parents',
        role: 'parent',
        ageBand: 'adult',
        allegedToHarm: false,
        parentalResponsibility: true,
        informing: safe,
      },
    ],
    items: [
      {
        ref: 'consultation',
        about: ['sarah'],
        categories: ['sexual-health'],
        patientInformation: true,
        ...sound,
        confidential: true,
        confidedBy: 'sarah',
        obtainedFrom: 'subject',
        publicInterestOverridesConfidence: false,
      },
    ],
    justification: { necessary: false, proportionate: false, lessIntrusiveWayExists: true },
  };

  test('her parents are not told what she asks to keep in confidence', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('do-not-share');
    expect(decision.confidentiality).toMatchObject([{ item: 'consultation', status: 'not-met' }]);
    expect(consentOf(decision, 'sarah', 'confidentiality')?.reasons).toEqual([
      'common-law-confidence-consent-against-objection',
      'consent-refused',
    ]);
    expect(decision.informing.map((row) => row.person)).not.toContain('parents');
  });

  test('a parent does not release it for her', () => {
    const decision = decide(
      person(request, 'sarah', {
        consent: { confidentiality: { status: 'given', givenBy: 'parents' } },
      }),
    );
    expect(decision.outcome).toBe('do-not-share');
    expect(consentOf(decision, 'sarah', 'confidentiality')).toMatchObject({
      verdict: 'invalid',
      reasons: expect.arrayContaining(['consent-by-parent-for-one-who-decides']) as string[],
    });
  });

  test('one fact flips the telling: she does not ask for confidence when it goes to her school nurse', () => {
    const nurse = (asksConfidence: boolean) =>
      tellingOf(
        decide(
          person(
            but(request, {
              recipient: { organisation: 'nhs-school-nursing', mightHarm: false },
            }),
            'sarah',
            { views: { sought: true, objects: false, asksConfidence } },
          ),
        ),
        'parents',
      );
    expect(nurse(true)).toMatchObject({
      verdict: 'need-not-tell',
      reasons: ['gillick1985-parent-of-competent-child'],
    });
    expect(nurse(false)?.verdict).toBe('tell');
  });
});

describe('GMC-08: a man who has offended against children may abscond', () => {
  const request: SharingRequest = {
    on: '2026-07-01',
    mode: 'proactive',
    sharer: {
      organisation: 'nhs-mental-health',
      profession: 'regulated-health',
      statutoryFunction: true,
      appropriatePolicyDocument: true,
    },
    recipient: {
      organisation: 'multi-agency-meeting',
      roleInSafeguarding: true,
      identityVerified: true,
      mightHarm: false,
    },
    purpose: { kind: 'safeguard-from-harm', legitimate: true },
    concern: {
      level: 'significant-harm',
      kinds: ['sexual'],
      about: [],
      crimeSuspected: false,
      adultAtSeriousRisk: false,
    },
    scheme: { mappa: { managed: true } },
    people: [
      {
        ref: 'patient',
        role: 'other',
        ageBand: 'adult',
        canConsent: true,
        allegedToHarm: true,
        withoutConsentReason: 'would-prejudice-protection',
        consent: { confidentiality: { status: 'refused' } },
        informing: { ...safe, wouldRaiseRiskToOther: false },
      },
    ],
    items: [
      {
        ref: 'plans',
        about: ['patient'],
        categories: ['health'],
        patientInformation: true,
        ...sound,
        confidential: true,
        confidedBy: 'patient',
        obtainedFrom: 'subject',
        publicInterestOverridesConfidence: true,
      },
    ],
    justification: weighty,
  };

  test('the meeting is told, and the patient is told first', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('share');
    expect(decision.confidentiality).toMatchObject([{ status: 'met', by: 'public-interest' }]);
    expect(tellingOf(decision, 'patient')?.verdict).toBe('tell');
    expect(obligationOf(decision, 'tell-person')).toMatchObject({
      when: 'before',
      level: 'should',
    });
  });

  test('one fact flips the telling: telling him would let him harm a child first', () => {
    const decision = decide(
      person(request, 'patient', { informing: { wouldRaiseRiskToChild: true } }),
    );
    expect(decision.outcome).toBe('share');
    expect(tellingOf(decision, 'patient')?.verdict).toBe('do-not-tell');
  });
});

describe('MDU-01: a patient says that he will stab his former partner', () => {
  const request: SharingRequest = {
    on: '2026-07-01',
    mode: 'proactive',
    sharer: {
      organisation: 'nhs-gp',
      profession: 'regulated-health',
      statutoryFunction: true,
      appropriatePolicyDocument: true,
    },
    recipient: { organisation: 'police', identityVerified: true, mightHarm: false },
    purpose: { kind: 'safeguard-from-harm', legitimate: true },
    concern: {
      level: 'significant-harm',
      kinds: ['domestic-abuse'],
      about: ['daughter', 'partner'],
      crimeSuspected: true,
      seriousCrime: true,
      adultAtSeriousRisk: true,
    },
    people: [
      { ref: 'daughter', role: 'child', ageBand: 'under-13', informing: safe },
      {
        ref: 'partner',
        role: 'parent',
        ageBand: 'adult',
        informing: { ...safe, wouldRaiseRiskToOther: false },
      },
      {
        ref: 'patient',
        role: 'parent',
        ageBand: 'adult',
        allegedToHarm: true,
        canConsent: true,
        withoutConsentReason: 'would-prejudice-protection',
        consent: { confidentiality: { status: 'refused' } },
        informing: { wouldRaiseRiskToChild: false, wouldRaiseRiskToOther: true },
      },
    ],
    items: [
      {
        ref: 'threat',
        about: ['patient'],
        categories: ['criminal-allegation', 'health'],
        patientInformation: true,
        nature: 'fact',
        ...sound,
        confidential: true,
        confidedBy: 'patient',
        obtainedFrom: 'subject',
        publicInterestOverridesConfidence: true,
      },
    ],
    justification: weighty,
  };

  test('the police are told, and a patient who threatens the doctor is not', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('share');
    expect(tellingOf(decision, 'patient')).toMatchObject({
      verdict: 'do-not-tell',
      grounds: ['raises-risk-to-other'],
      reasons: ['telling-raises-risk-to-another'],
    });
    expect(tellingOf(decision, 'partner')?.verdict).toBe('tell');
  });

  test('while nobody has said whether telling him is safe, he is not told', () => {
    const decision = decide(
      person(request, 'patient', { informing: { wouldRaiseRiskToChild: false } }),
    );
    expect(tellingOf(decision, 'patient')?.verdict).toBe('undetermined');
    expect(advisersOf(decision)).toContain('safeguarding-lead');
  });
});

describe('MDU-03: a father asks for the notes of a boy of 14', () => {
  const request: SharingRequest = {
    on: '2026-07-01',
    mode: 'on-request',
    sharer: {
      organisation: 'nhs-gp',
      profession: 'regulated-health',
      statutoryFunction: true,
      appropriatePolicyDocument: true,
    },
    recipient: { person: 'father', identityVerified: true, mightHarm: true, entitled: false },
    demand: { power: 'subject-access', inWriting: true },
    purpose: { kind: 'parental-request', legitimate: true, compatible: true },
    concern: { level: 'none', about: [], adultAtSeriousRisk: false },
    people: [
      {
        ref: 'boy',
        role: 'child',
        ageBand: '13-15',
        canConsent: true,
        bestInterests: false,
        underCoercion: false,
        consent: { confidentiality: { status: 'refused' } },
        views: { sought: true, objects: true, objectionConsidered: true, asksConfidence: true },
        informing: safe,
      },
      {
        ref: 'father',
        role: 'parent',
        ageBand: 'adult',
        allegedToHarm: true,
        parentalResponsibility: true,
      },
    ],
    items: [
      {
        ref: 'allegations',
        about: ['boy'],
        categories: ['health', 'safeguarding-concern'],
        patientInformation: true,
        ...sound,
        confidential: true,
        confidedBy: 'boy',
        obtainedFrom: 'subject',
        couldExposeSomeoneToHarm: true,
        publicInterestOverridesConfidence: false,
      },
    ],
    justification: { necessary: false, proportionate: false },
  };

  test('the notes stay with the doctor: the boy who can decide does not agree', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('do-not-share');
    expect(consentOf(decision, 'boy', 'confidentiality')?.verdict).toBe('invalid');
    expect(decision.confidentiality).toMatchObject([{ status: 'not-met' }]);
  });

  test('nor do they go with his agreement where that is against his interests', () => {
    const agreed = person(request, 'boy', {
      consent: { confidentiality: { status: 'given', givenBy: 'boy' } },
      views: { sought: true, objects: false },
    });
    expect(consentOf(decide(agreed), 'boy', 'confidentiality')?.verdict).toBe('valid');
    expect(decide(agreed).outcome).toBe('do-not-share');
  });

  test('nor with a consent that the father gives himself', () => {
    const decision = decide(
      person(request, 'boy', {
        consent: { confidentiality: { status: 'given', givenBy: 'father' } },
      }),
    );
    expect(consentOf(decision, 'boy', 'confidentiality')).toMatchObject({
      verdict: 'invalid',
      defects: ['given-by-someone-without-authority', 'refused'],
      reasons: expect.arrayContaining(['consent-by-parent-for-one-who-decides']) as string[],
    });
    expect(decision.outcome).toBe('do-not-share');
  });
});

describe('MDS-03: an adult who is beaten would never report it', () => {
  const request: SharingRequest = {
    on: '2026-07-01',
    mode: 'proactive',
    sharer: {
      organisation: 'nhs-gp',
      profession: 'regulated-health',
      statutoryFunction: true,
      appropriatePolicyDocument: true,
    },
    recipient: { organisation: 'police', identityVerified: true, mightHarm: false },
    purpose: { kind: 'safeguard-from-harm', legitimate: true },
    concern: {
      level: 'none',
      kinds: ['domestic-abuse'],
      about: ['smith'],
      adultAtSeriousRisk: true,
      crimeSuspected: true,
    },
    people: [
      {
        ref: 'smith',
        role: 'adult-at-risk',
        ageBand: 'adult',
        canConsent: true,
        underCoercion: false,
        needsCareAndSupport: false,
        cannotProtectSelf: false,
        consent: { confidentiality: { status: 'refused' } },
        views: { sought: true, objects: true, objectionConsidered: true, asksConfidence: true },
        informing: { ...safe, wouldRaiseRiskToOther: false },
      },
    ],
    items: [
      {
        ref: 'bruises',
        about: ['smith'],
        categories: ['health'],
        patientInformation: true,
        ...sound,
        confidential: true,
        confidedBy: 'smith',
        obtainedFrom: 'subject',
        publicInterestOverridesConfidence: false,
      },
    ],
    justification: weighty,
  };
  const withChild = person(
    piece(
      but(request, {
        concern: {
          level: 'significant-harm',
          kinds: ['domestic-abuse'],
          about: ['smith', 'son'],
          adultAtSeriousRisk: true,
          crimeSuspected: true,
        },
        people: [...(request.people ?? []), { ref: 'son', role: 'child', ageBand: 'under-13' }],
      }),
      'bruises',
      { publicInterestOverridesConfidence: true },
    ),
    'smith',
    { withoutConsentReason: 'would-prejudice-protection' },
  );

  test('the refusal of an adult who can decide is respected where she alone is at risk', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('do-not-share');
    expect(consentOf(decision, 'smith', 'confidentiality')).toMatchObject({
      verdict: 'invalid',
      reasons: ['common-law-confidence-consent-against-objection', 'consent-refused'],
    });
    expect(decision.confidentiality).toMatchObject([{ status: 'not-met' }]);
    expect(obligationOf(decision, 'offer-support')?.status).toBe('applies');
  });

  test('one fact flips it: a child in the home is at risk', () => {
    const decision = decide(withChild);
    expect(decision.outcome).toBe('share');
    expect(decision.confidentiality).toMatchObject([{ status: 'met', by: 'public-interest' }]);
    expect(tellingOf(decision, 'smith')?.verdict).toBe('tell');
    expect(obligationOf(decision, 'tell-person')?.status).toBe('applies');
  });
});

describe('DDU-02: a dentist is unsure whether it is neglect', () => {
  const request: SharingRequest = {
    on: '2026-07-01',
    mode: 'proactive',
    sharer: { organisation: 'nhs-dentist', profession: 'regulated-health' },
    recipient: council,
    purpose: { kind: 'safeguard-from-harm', legitimate: true },
    concern: { level: 'unsure', kinds: ['neglect'], about: ['child'] },
    advice: { doubt: true },
    people: [
      { ref: 'child', role: 'child', ageBand: 'under-13', canConsent: false, bestInterests: true },
      {
        ref: 'mum',
        role: 'parent',
        ageBand: 'adult',
        allegedToHarm: 'unsure',
        consent: { confidentiality: { status: 'not-sought' } },
        views: { sought: false },
        informing: { wouldRaiseRiskToChild: false, wouldPrejudiceSeriousCrime: false },
      },
    ],
    items: [{ ref: 'teeth', about: ['child'], categories: ['health'], ...sound }],
    justification: { ...justified, necessary: 'unsure' },
  };

  test('takes advice from a colleague before anything goes', () => {
    const decision = decide(request);
    expect(decision.outcome).toBe('seek-advice');
    expect(advisersOf(decision)).toEqual(expect.arrayContaining(['safeguarding-lead']));
    expect(decision.urgency).toBe('without-delay');
  });

  test('would usually speak to the parents, and hears them', () => {
    const decision = decide(request);
    expect(tellingOf(decision, 'mum')?.verdict).toBe('tell');
    expect(obligationOf(decision, 'seek-views')?.reasons).toContain(
      'dfe-advice-2024-rule-3-seek-views',
    );
  });

  test('one fact flips it: the benefit to the child is plain, and it goes without consent', () => {
    const decision = decide(
      but(person(request, 'child', { withoutConsentReason: 'cannot-be-given' }), {
        sharer: {
          organisation: 'nhs-dentist',
          profession: 'regulated-health',
          statutoryFunction: true,
          appropriatePolicyDocument: true,
        },
        concern: { level: 'significant-harm', kinds: ['neglect'], about: ['child'] },
        advice: { doubt: false },
        justification: weighty,
      }),
    );
    expect(decision.outcome).toBe('share');
    expect(obligationOf(decision, 'do-not-ask-for-consent')?.reasons).toContain(
      'dfe-advice-2024-rule-3-do-not-ask-for-consent',
    );
  });
});
