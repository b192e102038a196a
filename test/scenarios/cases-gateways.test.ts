import { describe, expect, test } from 'vitest';
import { decide } from '../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';

/** Published cases that turn on a duty or a power, decided by the law of the day given. */

const day = '2026-07-01';
const known = {
  identifies: true,
  adequate: true,
  accurate: true,
  upToDate: true,
  restriction: 'none',
  verification: 'corroborated',
} as const;
const judged = {
  necessary: true,
  proportionate: true,
  substantialPublicInterest: true,
  lessIntrusiveWayExists: false,
} as const;
const posted = { secure: true, contentChecked: true, seenByThreat: false } as const;
const wanted = { relevant: true, necessary: true } as const;
const confided = { confidential: true, publicInterestOverridesConfidence: true } as const;

const request = (more: Partial<SharingRequest>): SharingRequest => ({
  on: day,
  mode: 'proactive',
  allItems: known,
  justification: judged,
  channel: posted,
  ...more,
});
const council = {
  organisation: 'la-childrens-social-care',
  statutoryFunction: true,
  appropriatePolicyDocument: true,
} as const;

const verdicts = (decision: SharingDecision) =>
  Object.fromEntries(decision.items.map((item) => [item.ref, item.verdict]));
const why = (decision: SharingDecision, ref: string) =>
  decision.items.find((item) => item.ref === ref)?.reasons;
const telling = (decision: SharingDecision, ref: string) =>
  decision.informing.find((row) => row.person === ref)?.verdict;
const applying = (decision: SharingDecision) =>
  decision.gateways.filter((row) => row.status === 'applies').map((row) => row.id);

test('GUI-04: a child in need with a history of protection is referred to the new council, though the family refuses', () => {
  const move = (historicChildProtection: boolean): SharingRequest =>
    request({
      sharer: council,
      recipient: {
        organisation: 'la-childrens-social-care',
        identityVerified: true,
        mightHarm: false,
      },
      purpose: { kind: 'case-transfer', legitimate: true },
      concern: {
        level: 'child-in-need',
        kinds: ['neglect'],
        historicChildProtection,
        about: ['child'],
        adultAtSeriousRisk: false,
      },
      people: [
        {
          ref: 'child',
          role: 'child',
          ageBand: 'under-13',
          status: ['child-in-need-plan'],
          withoutConsentReason: 'not-reasonable-to-obtain',
        },
        {
          ref: 'mother',
          role: 'parent',
          ageBand: 'adult',
          parentalResponsibility: true,
          consent: { service: { status: 'refused' } },
          views: { sought: true, objects: true, objectionConsidered: true },
          informing: { wouldRaiseRiskToChild: false },
          withoutConsentReason: 'not-reasonable-to-obtain',
        },
      ],
      items: [
        {
          ref: 'plan',
          about: ['child', 'mother'],
          categories: ['safeguarding-concern', 'health'],
          ...wanted,
          ...confided,
        },
      ],
      move: { to: 'area', plan: 'child-in-need', whereaboutsKnown: true },
    });
  const decision = decide(move(true));
  expect(decision).toMatchObject({ outcome: 'share', strength: 'should' });
  expect(why(decision, 'plan')).toContain('working-together-child-moves-area');
  expect(telling(decision, 'mother')).toBe('tell');
  expect(applying(decision)).toContain('working-together-moves');
  expect(applying(decide(move(false)))).not.toContain('working-together-moves');
});

describe('LGO-08: a parent who can protect the children is warned', () => {
  const warning = (canProtect: boolean): SharingRequest =>
    request({
      sharer: council,
      recipient: {
        person: 'mother',
        canProtect,
        roleInSafeguarding: false,
        entitled: false,
        identityVerified: true,
        mightHarm: false,
      },
      purpose: { kind: 'safeguard-from-harm', legitimate: true },
      concern: { level: 'child-in-need', kinds: ['other'], about: ['child'] },
      people: [
        { ref: 'mother', role: 'parent', ageBand: 'adult', parentalResponsibility: true },
        { ref: 'child', role: 'child', ageBand: 'under-13' },
        {
          ref: 'man',
          role: 'significant-other',
          ageBand: 'adult',
          allegedToHarm: true,
          withoutConsentReason: 'would-prejudice-protection',
        },
      ],
      items: [
        {
          ref: 'risk',
          about: ['man'],
          categories: ['safeguarding-concern'],
          extent: 'summary',
          nature: 'opinion',
          factAndOpinionDistinguished: true,
          ...wanted,
          ...confided,
        },
      ],
    });

  test('the council may tell her of the risk', () => {
    const decision = decide(warning(true));
    expect(decision).toMatchObject({ outcome: 'share', strength: 'may' });
    expect(why(decision, 'risk')).toEqual(
      expect.arrayContaining(['ca2004-s11-safeguarding-arrangements', 'ca1989-s17-child-in-need']),
    );
  });

  test('someone who could not protect them is not told', () => {
    const decision = decide(warning(false));
    expect(decision.outcome).toBe('do-not-share');
    expect(why(decision, 'risk')).toContain('recipient-without-role');
  });
});

test('SCR-01: a school that sees bruises and hunger shares with social care, whatever the parent says', () => {
  const decision = decide(
    request({
      sharer: { organisation: 'school-maintained', appropriatePolicyDocument: true },
      recipient: { organisation: 'la-childrens-social-care', mightHarm: false },
      purpose: { kind: 'safeguard-from-harm' },
      concern: { level: 'significant-harm', kinds: ['neglect', 'physical'], about: ['child'] },
      people: [
        {
          ref: 'child',
          role: 'child',
          ageBand: 'under-13',
          withoutConsentReason: 'cannot-be-given',
        },
        {
          ref: 'mother',
          role: 'parent',
          ageBand: 'adult',
          parentalResponsibility: true,
          informing: { wouldRaiseRiskToChild: 'unsure' },
        },
      ],
      items: [
        {
          ref: 'bruises',
          about: ['child'],
          categories: ['health'],
          ...wanted,
          confidential: false,
        },
        {
          ref: 'hunger',
          about: ['child'],
          categories: ['observation'],
          ...wanted,
          confidential: false,
        },
      ],
    }),
  );
  expect(decision).toMatchObject({ outcome: 'share', strength: 'should' });
  for (const ref of ['bruises', 'hunger'])
    expect(why(decision, ref)).toEqual(
      expect.arrayContaining([
        'working-together-2026-significant-harm',
        'ea2002-s175-education-safeguarding',
      ]),
    );
  expect(telling(decision, 'mother')).toBe('undetermined');
  expect(decision.record.map(({ field }) => field)).toContain('why');
});

describe('SCR-06: intelligence on repeated allegations goes to vetting', () => {
  const vetting = (more: Partial<SharingRequest>): SharingRequest =>
    request({
      mode: 'on-request',
      demand: { power: 'police-act-1997-s113b', inWriting: true, explainsPurpose: true },
      sharer: {
        organisation: 'police',
        statutoryFunction: true,
        appropriatePolicyDocument: true,
        lawEnforcementPurpose: false,
      },
      recipient: { organisation: 'dbs', identityVerified: true, mightHarm: false, entitled: true },
      purpose: { kind: 'employment-vetting', legitimate: true },
      concern: { level: 'significant-harm', kinds: ['sexual'], crimeSuspected: true, about: [] },
      people: [
        {
          ref: 'applicant',
          role: 'professional',
          ageBand: 'adult',
          allegedToHarm: true,
          worksWithChildren: true,
          withoutConsentReason: 'would-prejudice-protection',
        },
      ],
      items: [
        {
          ref: 'allegations',
          about: ['applicant'],
          categories: ['criminal-allegation', 'intelligence'],
          nature: 'allegation',
          ...wanted,
          ...confided,
        },
      ],
      ...more,
    });

  test('the police must give it, and data protection is no answer', () => {
    const decision = decide(vetting({}));
    expect(decision).toMatchObject({ outcome: 'share', strength: 'must' });
    expect(why(decision, 'allegations')).toEqual(
      expect.arrayContaining([
        'police-act1997-s113b-vetting-information',
        'gdpr2016-art6-1c-legal-obligation',
      ]),
    );
  });

  test('not where including it would be disproportionate', () => {
    const decision = decide(vetting({ justification: { ...judged, proportionate: false } }));
    expect(decision.outcome).toBe('do-not-share');
    expect(why(decision, 'allegations')).toContain('sharing-not-proportionate');
    expect(applying(decision)).not.toContain('police-act-1997-s113b');
  });
});

test('MDU-01: a doctor tells the police of a threat to kill, and no more, and does not warn the patient', () => {
  const decision = decide(
    request({
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
        crimeSuspected: true,
        seriousCrime: true,
        adultAtSeriousRisk: true,
        about: ['partner', 'daughter'],
      },
      people: [
        {
          ref: 'patient',
          role: 'parent',
          ageBand: 'adult',
          canConsent: true,
          allegedToHarm: true,
          withoutConsentReason: 'would-prejudice-protection',
          informing: { wouldRaiseRiskToChild: true, wouldRaiseRiskToOther: true },
        },
        { ref: 'partner', role: 'parent', ageBand: 'adult' },
        { ref: 'daughter', role: 'child', ageBand: 'under-13' },
      ],
      items: [
        {
          ref: 'threat',
          about: ['patient'],
          categories: ['criminal-allegation'],
          confidedBy: 'patient',
          ...wanted,
          ...confided,
        },
        {
          ref: 'history',
          about: ['patient'],
          categories: ['health'],
          relevant: false,
          necessary: false,
          confidential: true,
        },
      ],
    }),
  );
  expect(decision).toMatchObject({ outcome: 'share-in-part', strength: 'should' });
  expect(verdicts(decision)).toEqual({ threat: 'share', history: 'withhold' });
  expect(why(decision, 'threat')).toEqual(
    expect.arrayContaining([
      'working-together-2026-significant-harm',
      'cda1998-s115-disclosure-to-relevant-authority',
      'common-law-confidence-public-interest',
    ]),
  );
  expect(why(decision, 'history')).toContain('item-not-relevant');
  expect(telling(decision, 'patient')).toBe('do-not-tell');
});

test('GMC-08: a psychiatrist tells the public protection panel that an offender may abscond, and tells the patient', () => {
  const decision = decide(
    request({
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
        crimeSuspected: true,
        seriousCrime: true,
        about: [],
      },
      people: [
        {
          ref: 'patient',
          role: 'alleged-perpetrator',
          ageBand: 'adult',
          canConsent: true,
          allegedToHarm: true,
          withoutConsentReason: 'not-reasonable-to-obtain',
          informing: {
            wouldRaiseRiskToChild: false,
            wouldRaiseRiskToOther: false,
            wouldPrejudiceSeriousCrime: false,
            wouldCompromiseInvestigation: false,
            notPracticable: false,
          },
        },
      ],
      items: [
        {
          ref: 'absconding',
          about: ['patient'],
          categories: ['mental-health'],
          confidedBy: 'patient',
          nature: 'opinion',
          factAndOpinionDistinguished: true,
          ...wanted,
          ...confided,
        },
      ],
      scheme: { mappa: { managed: true } },
    }),
  );
  expect(decision).toMatchObject({ outcome: 'share', strength: 'should' });
  expect(why(decision, 'absconding')).toEqual(
    expect.arrayContaining([
      'cja2003-s325-public-protection',
      'working-together-2026-significant-harm',
    ]),
  );
  expect(telling(decision, 'patient')).toBe('tell');
});

test('CRT-08: police may tell shops of the offending; the vulnerability waits until its need is weighed', () => {
  const told = (necessary: boolean | 'unsure'): SharingRequest =>
    request({
      sharer: {
        organisation: 'police',
        statutoryFunction: true,
        appropriatePolicyDocument: true,
        lawEnforcementPurpose: true,
      },
      recipient: {
        organisation: 'private-provider',
        reach: 'wide-list',
        identityVerified: true,
        mightHarm: false,
        roleInSafeguarding: false,
        canProtect: false,
      },
      purpose: { kind: 'crime-prevention', legitimate: true },
      concern: {
        level: 'emerging-need',
        kinds: ['exploitation'],
        crimeSuspected: true,
        about: ['girl'],
      },
      people: [{ ref: 'girl', role: 'child', ageBand: '16-17', canConsent: true }],
      items: [
        {
          ref: 'offending',
          about: ['girl'],
          categories: ['criminal-allegation'],
          confidential: false,
          ...wanted,
        },
        {
          ref: 'vulnerability',
          about: ['girl'],
          categories: ['safeguarding-concern'],
          relevant: true,
          necessary,
          confidential: false,
        },
      ],
    });
  const unweighed = decide(told('unsure'));
  expect(verdicts(unweighed)).toEqual({ offending: 'share', vulnerability: 'undetermined' });
  expect(why(unweighed, 'offending')).toContain('common-law-police-disclosure');
  expect(why(unweighed, 'vulnerability')).toContain('item-not-necessary');
  // The Court of Appeal (CRT-09) held that it may go where it is weighed and necessary.
  expect(verdicts(decide(told(true)))).toEqual({ offending: 'share', vulnerability: 'share' });
  expect(verdicts(decide(told(false)))['vulnerability']).toBe('withhold');
});

describe('CRT-10: an allegation made in confidence, on which proceedings about a child depend', () => {
  const told = (more: Partial<SharingRequest>): SharingRequest =>
    request({
      sharer: council,
      recipient: {
        organisation: 'cafcass',
        roleInSafeguarding: true,
        identityVerified: true,
        mightHarm: false,
      },
      purpose: { kind: 'court', legitimate: true },
      concern: { level: 'significant-harm', kinds: ['sexual'], about: ['child'] },
      people: [
        {
          ref: 'child',
          role: 'child',
          ageBand: 'under-13',
          withoutConsentReason: 'cannot-be-given',
        },
        {
          ref: 'woman',
          role: 'referrer',
          ageBand: 'adult',
          canConsent: true,
          views: { sought: true, objects: true, asksConfidence: true, objectionConsidered: true },
          withoutConsentReason: 'not-reasonable-to-obtain',
        },
        { ref: 'father', role: 'parent', ageBand: 'adult', allegedToHarm: true },
      ],
      items: [
        {
          ref: 'allegation',
          about: ['woman', 'father'],
          categories: ['criminal-allegation', 'referrer-identity'],
          confidential: true,
          confidedBy: 'woman',
          publicInterestOverridesConfidence: 'unsure',
          withinDemand: true,
          nature: 'allegation',
          ...wanted,
        },
      ],
      ...more,
    });

  test('a practitioner alone seeks advice', () => {
    const decision = decide(told({}));
    expect(decision.outcome).toBe('seek-advice');
    expect(why(decision, 'allegation')).toContain('common-law-confidence-public-interest');
    expect(decision.advice.length).toBeGreaterThan(0);
  });

  test('once the court orders it, it must be disclosed', () => {
    const decision = decide(told({ mode: 'on-request', demand: { power: 'court-order' } }));
    expect(decision.strength).toBe('must');
    expect(why(decision, 'allegation')).toEqual(
      expect.arrayContaining(['court-order-disclosure', 'common-law-confidence-legal-duty']),
    );
  });
});
