import { describe, expect, test } from 'vitest';
import { decide } from '../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';

type Item = NonNullable<SharingRequest['items']>[number];
type Person = NonNullable<SharingRequest['people']>[number];

const on = '2026-07-01';
const council = {
  organisation: 'la-childrens-social-care',
  statutoryFunction: true,
  appropriatePolicyDocument: true,
} as const;
const practice = {
  organisation: 'nhs-gp',
  statutoryFunction: true,
  appropriatePolicyDocument: true,
  profession: 'regulated-health',
} as const;
const justification = {
  necessary: true,
  proportionate: true,
  substantialPublicInterest: true,
  lessIntrusiveWayExists: false,
} as const;
const child: Person = {
  ref: 'child',
  role: 'child',
  ageBand: 'under-13',
  withoutConsentReason: 'not-reasonable-to-obtain',
};
const piece = (
  ref: string,
  about: string[],
  categories: Item['categories'],
  changes: Partial<Item> = {},
): Item => ({
  ref,
  about,
  ...(categories ? { categories } : {}),
  identifies: true,
  confidential: false,
  relevant: true,
  necessary: true,
  accurate: true,
  upToDate: true,
  adequate: true,
  verification: 'corroborated',
  restriction: 'none',
  obtainedFrom: 'subject',
  collectedOnConsent: false,
  couldExposeSomeoneToHarm: false,
  ...changes,
});

const verdictsOf = (decision: SharingDecision) =>
  Object.fromEntries(decision.items.map(({ ref, verdict }) => [ref, verdict]));
const reasonsOf = (decision: SharingDecision, ref: string) =>
  (decision.items.find((one) => one.ref === ref)?.reasons ?? []).filter((id) =>
    decision.reasons.some(({ rule, finding }) => rule === id && finding === 'met'),
  );
const changesOf = (decision: SharingDecision, ref: string) =>
  decision.items.find((one) => one.ref === ref)?.changes;
const dueOf = (decision: SharingDecision) =>
  decision.obligations.filter(({ status }) => status === 'applies').map(({ id }) => id);
const cautionsOf = (decision: SharingDecision) =>
  decision.cautions.flatMap(({ reasons }) => reasons);
const fieldOf = (decision: SharingDecision, field: string) =>
  decision.record.find((one) => one.field === field && one.status === 'applies');

describe('GUI-05: someone asks without a clear and legitimate purpose', () => {
  const asked = (legitimate: boolean): SharingRequest => ({
    on,
    mode: 'on-request',
    demand: { power: 'none-stated', explainsPurpose: legitimate },
    sharer: council,
    recipient: {
      organisation: 'charity',
      identityVerified: true,
      mightHarm: false,
      roleInSafeguarding: true,
    },
    purpose: { kind: 'service-provision', legitimate, compatible: true },
    concern: { level: 'none', about: [] },
    people: [child],
    items: [piece('note', ['child'], ['family'])],
    justification,
  });

  test('nothing is shared, the refusal is explained and recorded', () => {
    const decision = decide(asked(false));
    expect(decision).toMatchObject({ outcome: 'do-not-share', strength: 'must' });
    expect(reasonsOf(decision, 'note')).toContain('gdpr2016-art5-1b-purpose-not-legitimate');
    expect(dueOf(decision)).toEqual(
      expect.arrayContaining([
        'explain-refusal',
        'ask-for-reasons',
        'record-decision',
        'reconsider-on-new-information',
      ]),
    );
    expect(fieldOf(decision, 'refusal-explained')?.level).toBe('should');
    expect(fieldOf(decision, 'not-shared')).toBeDefined();
  });

  test('a clear purpose turns it round', () => {
    const decision = decide(asked(true));
    expect(decision.outcome).toBe('share');
    expect(dueOf(decision)).not.toContain('explain-refusal');
  });
});

describe('GUI-06: what identifies nobody', () => {
  const asked = (identifies: boolean): SharingRequest => ({
    on,
    mode: 'on-request',
    demand: { power: 'none-stated' },
    sharer: council,
    recipient: { organisation: 'charity', identityVerified: true, mightHarm: false },
    purpose: { kind: 'research-or-statistics', legitimate: true, compatible: true },
    concern: { level: 'none', about: [] },
    people: [child],
    items: [piece('count', ['child'], ['family'], { identifies })],
    justification: { ...justification, proportionate: false },
  });

  test('may be shared without a balance or a lawful basis, and says how', () => {
    const decision = decide(asked(false));
    expect(decision).toMatchObject({ outcome: 'share', regime: 'none' });
    expect(fieldOf(decision, 'method')).toBeDefined();
    expect(fieldOf(decision, 'lawful-basis')).toBeUndefined();
  });

  test('once someone is identified, the balance that failed counts', () => {
    const decision = decide(asked(true));
    expect(decision.outcome).toBe('do-not-share');
    expect(reasonsOf(decision, 'count')).toContain('sharing-not-proportionate');
  });
});

describe('GUI-10: a one-off without an agreement', () => {
  const shared = (pattern: 'ad-hoc' | 'regular'): SharingRequest => ({
    on,
    mode: 'proactive',
    sharer: { organisation: 'academy', statutoryFunction: true },
    recipient: { organisation: 'la-childrens-social-care', mightHarm: false },
    purpose: { kind: 'safeguard-from-harm' },
    concern: { level: 'child-in-need', about: ['child'] },
    people: [child],
    items: [piece('note', ['child'], ['observation'])],
    justification,
    arrangement: { pattern, agreement: 'none', dpia: false },
  });

  test('is lawful where it is necessary and proportionate, and is recorded', () => {
    const decision = decide(shared('ad-hoc'));
    expect(decision.outcome).toBe('share');
    expect(dueOf(decision)).not.toContain('put-sharing-agreement-in-place');
    expect(dueOf(decision)).not.toContain('carry-out-dpia');
    for (const field of ['shared', 'recipient', 'method', 'decided-on', 'lawful-basis', 'why'])
      expect(fieldOf(decision, field)).toBeDefined();
  });

  test('once it is regular an agreement and an assessment are due, and it still goes', () => {
    const decision = decide(shared('regular'));
    expect(decision.outcome).toBe('share');
    expect(dueOf(decision)).toEqual(
      expect.arrayContaining(['put-sharing-agreement-in-place', 'carry-out-dpia']),
    );
    expect(decision.advice.flatMap(({ reasons }) => reasons)).toContain(
      'regular-sharing-data-protection-officer',
    );
  });

  test('an emergency waits for neither (ICO-05)', () => {
    const decision = decide({
      ...shared('regular'),
      concern: { level: 'immediate-danger', about: ['child'], delayWouldHarm: true },
    });
    expect(decision).toMatchObject({ outcome: 'share', urgency: 'immediate' });
    expect(decision.record.map(({ timing }) => timing)).not.toContain('before');
    expect(
      decision.obligations.find(({ id }) => id === 'put-sharing-agreement-in-place')?.when,
    ).toBe('after');
  });
});

describe('GUI-24: another agency asks for the whole file', () => {
  const asked = (extent: 'whole-record' | 'extract'): SharingRequest => ({
    on,
    mode: 'on-request',
    demand: { power: 'none-stated', explainsPurpose: true, inWriting: true },
    sharer: council,
    recipient: {
      organisation: 'nhs-mental-health',
      identityVerified: true,
      mightHarm: false,
      roleInSafeguarding: true,
    },
    purpose: { kind: 'safeguard-from-harm' },
    concern: { level: 'child-in-need', about: ['child'] },
    people: [child],
    items: [piece('file', ['child'], ['family'], { extent })],
    justification,
  });

  test('it gets the part that it needs', () => {
    const decision = decide(asked('whole-record'));
    expect(decision.outcome).toBe('share-in-part');
    expect(changesOf(decision, 'file')).toEqual(['extract-only']);
    expect(reasonsOf(decision, 'file')).toContain('whole-record-becomes-extract');
    expect(dueOf(decision)).toEqual(expect.arrayContaining(['narrow-request', 'share-minimum']));
  });

  test('an extract goes as it is', () => {
    const decision = decide(asked('extract'));
    expect(decision.outcome).toBe('share');
    expect(dueOf(decision)).not.toContain('narrow-request');
  });
});

describe('LGO-01: a home address and an abusive former partner', () => {
  const told = (mightHarm: boolean): SharingRequest => ({
    on,
    mode: 'proactive',
    sharer: council,
    recipient: { person: 'partner', identityVerified: true, mightHarm, entitled: true },
    purpose: { kind: 'service-provision', legitimate: true, compatible: true },
    concern: { level: 'welfare', about: ['child'] },
    people: [
      child,
      { ref: 'mother', role: 'parent', ageBand: 'adult' },
      { ref: 'partner', role: 'parent', ageBand: 'adult' },
    ],
    items: [piece('address', ['mother'], ['whereabouts'])],
    justification,
    channel: { seenByThreat: false },
  });

  test('the address is not told, whatever right there is to know', () => {
    const decision = decide(told(true));
    expect(decision).toMatchObject({ outcome: 'do-not-share', strength: 'must' });
    expect(reasonsOf(decision, 'address')).toEqual(['whereabouts-to-someone-who-might-harm']);
    expect(dueOf(decision)).toContain('consider-another-recipient');
    expect(fieldOf(decision, 'identities-to-protect')).toBeDefined();
    expect(decision.remedies).toEqual([]);
  });

  test('only that nobody might be harmed turns it round', () => {
    expect(decide(told(false)).outcome).toBe('share');
  });
});

describe("LGO-04: a partner's family is told something wrong about a boy", () => {
  const told = (accurate: boolean, canProtect: boolean): SharingRequest => ({
    on,
    mode: 'proactive',
    sharer: council,
    recipient: {
      person: 'relative',
      identityVerified: true,
      mightHarm: false,
      entitled: false,
      roleInSafeguarding: false,
      canProtect,
    },
    purpose: { kind: 'safeguard-from-harm' },
    concern: { level: 'welfare', about: ['child'] },
    people: [
      child,
      {
        ref: 'son',
        role: 'sibling',
        ageBand: '13-15',
        withoutConsentReason: 'not-reasonable-to-obtain',
      },
      { ref: 'relative', role: 'other', ageBand: 'adult' },
    ],
    items: [piece('said', ['son'], ['family'], { accurate })],
    justification,
  });

  test('it is withheld for its inaccuracy, and because they have no part in protecting', () => {
    const decision = decide(told(false, false));
    expect(decision).toMatchObject({ outcome: 'do-not-share', strength: 'must' });
    expect(reasonsOf(decision, 'said')).toEqual(['item-not-accurate', 'recipient-without-role']);
    expect(dueOf(decision)).toContain('check-accuracy');
  });

  test('correcting it is not enough for someone without a part', () => {
    expect(reasonsOf(decide(told(true, false)), 'said')).toEqual(['recipient-without-role']);
    expect(reasonsOf(decide(told(false, true)), 'said')).toEqual(['item-not-accurate']);
    expect(decide(told(true, true)).outcome).toBe('share');
  });
});

describe('LGO-08: a mother is warned of a risk from her former partner', () => {
  const warned = (canProtect: boolean): SharingRequest => ({
    on,
    mode: 'proactive',
    sharer: council,
    recipient: {
      person: 'mother',
      identityVerified: true,
      mightHarm: false,
      entitled: false,
      roleInSafeguarding: false,
      canProtect,
    },
    purpose: { kind: 'safeguard-from-harm' },
    concern: { level: 'significant-harm', about: ['child'], delayWouldHarm: false },
    people: [
      child,
      { ref: 'mother', role: 'parent', ageBand: 'adult' },
      {
        ref: 'partner',
        role: 'significant-other',
        ageBand: 'adult',
        allegedToHarm: true,
        withoutConsentReason: 'would-prejudice-protection',
      },
    ],
    items: [
      piece('risk', ['partner'], ['criminal-allegation'], {
        nature: 'allegation',
        verification: 'single-source',
      }),
    ],
    justification,
  });

  test('she can protect the child and is told, with the allegation labelled as one', () => {
    const decision = decide(warned(true));
    expect(decision.outcome).toBe('share');
    expect(changesOf(decision, 'risk')).toEqual(['label-unverified']);
    expect(reasonsOf(decision, 'risk')).toContain('unverified-labelled');
    expect(dueOf(decision)).toContain('check-accuracy');
  });

  test('someone who cannot protect is not told, at significant harm either', () => {
    const decision = decide(warned(false));
    expect(decision.outcome).toBe('do-not-share');
    expect(reasonsOf(decision, 'risk')).toEqual(['recipient-without-role']);
    expect(dueOf(decision)).toContain('consider-another-recipient');
  });
});

describe('CRT-08: five hundred shops are told of a girl', () => {
  const told = (necessary: boolean, reach: 'wide-list' | 'one'): SharingRequest => ({
    on,
    mode: 'proactive',
    sharer: {
      organisation: 'police',
      statutoryFunction: true,
      appropriatePolicyDocument: true,
      lawEnforcementPurpose: true,
    },
    recipient: {
      organisation: 'other',
      identityVerified: true,
      mightHarm: false,
      roleInSafeguarding: false,
      entitled: false,
      reach,
    },
    purpose: { kind: 'crime-prevention', legitimate: true },
    concern: {
      level: 'child-in-need',
      about: ['girl'],
      kinds: ['exploitation'],
      crimeSuspected: true,
    },
    people: [
      {
        ref: 'girl',
        role: 'child',
        ageBand: '16-17',
        withoutConsentReason: 'not-reasonable-to-obtain',
      },
    ],
    items: [
      piece('bail', ['girl'], ['criminal-allegation']),
      piece('at-risk', ['girl'], ['safeguarding-concern'], { necessary }),
    ],
    justification,
    arrangement: { pattern: 'regular', agreement: 'tier-1-and-2', dpia: true },
  });

  test('bail conditions may go under the agreement; that she is at risk stays until its need is weighed', () => {
    const decision = decide(told(false, 'wide-list'));
    expect(decision.outcome).toBe('share-in-part');
    expect(verdictsOf(decision)).toEqual({ bail: 'share', 'at-risk': 'withhold' });
    expect(reasonsOf(decision, 'at-risk')).toContain('item-not-necessary');
    expect(cautionsOf(decision)).toContain('wide-circulation-needs-strong-reasons');
    expect(dueOf(decision)).not.toContain('put-sharing-agreement-in-place');
  });

  test('weighed and found necessary it may go, with the list looked through (as on appeal)', () => {
    const decision = decide(told(true, 'wide-list'));
    expect(decision.outcome).toBe('share');
    expect(cautionsOf(decision)).toContain('wide-circulation-needs-strong-reasons');
    const minimum = decision.obligations.find(({ id }) => id === 'share-minimum');
    expect(minimum).toMatchObject({ level: 'must', reasons: ['group-told-what-each-needs'] });
    expect(dueOf(decide(told(true, 'one')))).not.toContain('share-minimum');
  });
});

describe('GUI-23: the neighbour who reported', () => {
  const reported = (recipient: SharingRequest['recipient']): SharingRequest => ({
    on,
    mode: 'proactive',
    sharer: council,
    ...(recipient ? { recipient } : {}),
    purpose: { kind: 'child-protection-enquiry' },
    concern: { level: 'significant-harm', about: ['child'], delayWouldHarm: false },
    people: [
      child,
      { ref: 'neighbour', role: 'referrer', ageBand: 'adult', views: { asksConfidence: true } },
      { ref: 'father', role: 'parent', ageBand: 'adult' },
    ],
    items: [
      piece('concern', ['child'], ['safeguarding-concern']),
      piece('source', ['neighbour'], ['referrer-identity'], { couldExposeSomeoneToHarm: true }),
    ],
    justification,
    channel: { seenByThreat: false },
  });

  test('is kept from a father who might harm, who hears the worry itself', () => {
    const decision = decide(
      reported({ person: 'father', identityVerified: true, mightHarm: true, entitled: true }),
    );
    expect(verdictsOf(decision)).toEqual({ concern: 'share', source: 'withhold' });
    expect(reasonsOf(decision, 'source')).toEqual(['whereabouts-to-someone-who-might-harm']);
  });

  test('is named to the police, who are asked to protect them', () => {
    const decision = decide(reported({ organisation: 'police', mightHarm: false }));
    expect(decision.outcome).toBe('share');
    expect(dueOf(decision)).toContain('protect-identities');
  });

  test("is not named to the father's lawyer either", () => {
    const decision = decide(
      reported({
        organisation: 'legal-representative',
        actingFor: 'father',
        identityVerified: true,
        mightHarm: false,
        entitled: true,
      }),
    );
    expect(changesOf(decision, 'source')).toEqual(['redact-identity']);
    expect(reasonsOf(decision, 'source')).toContain('source-redacted');
  });
});

describe('MDU-01: a patient threatens to stab his former partner', () => {
  const threat: SharingRequest = {
    on,
    mode: 'proactive',
    sharer: practice,
    recipient: { organisation: 'police', mightHarm: false },
    purpose: { kind: 'safeguard-from-harm' },
    concern: {
      level: 'welfare',
      about: ['partner', 'daughter'],
      adultAtSeriousRisk: true,
      seriousCrime: true,
      crimeSuspected: true,
      delayWouldHarm: true,
    },
    people: [
      { ref: 'partner', role: 'parent', ageBand: 'adult' },
      { ref: 'daughter', role: 'child', ageBand: 'under-13' },
      {
        ref: 'patient',
        role: 'parent',
        ageBand: 'adult',
        allegedToHarm: true,
        withoutConsentReason: 'would-prejudice-protection',
        informing: { wouldRaiseRiskToOther: true },
      },
    ],
    items: [
      piece('threat', ['patient'], ['criminal-allegation'], {
        confidential: true,
        confidedBy: 'patient',
        patientInformation: true,
        publicInterestOverridesConfidence: true,
      }),
      piece('history', ['patient'], ['health'], {
        necessary: false,
        confidential: true,
        patientInformation: true,
      }),
    ],
    justification,
  };

  test('the police hear of the threat and of nothing more, and the patient is not told', () => {
    const decision = decide(threat);
    expect(decision).toMatchObject({ outcome: 'share-in-part', urgency: 'without-delay' });
    expect(verdictsOf(decision)).toEqual({ threat: 'share', history: 'withhold' });
    expect(reasonsOf(decision, 'threat')).toContain('common-law-confidence-public-interest');
    expect(reasonsOf(decision, 'history')).toEqual(['item-not-necessary']);
    expect(decision.informing.find(({ person }) => person === 'patient')?.verdict).toBe(
      'do-not-tell',
    );
    expect(dueOf(decision)).toContain('give-confidentiality-warning');
    expect(fieldOf(decision, 'confidence-balance')).toBeDefined();
  });

  test('told to anyone else, the police must hear of it too', () => {
    expect(dueOf(decide(threat))).not.toContain('notify-police');
    const decision = decide({
      ...threat,
      recipient: { organisation: 'la-childrens-social-care', mightHarm: false },
    });
    expect(dueOf(decision)).toContain('notify-police');
  });
});

describe('MDU-03: an estranged father asks for the notes of a boy of fourteen', () => {
  const asked = (bestInterests: boolean, changes: Partial<Person> = {}): SharingRequest => ({
    on,
    mode: 'on-request',
    demand: { form: 'letter', power: 'subject-access', inWriting: true },
    sharer: practice,
    recipient: { person: 'father', identityVerified: true, entitled: true },
    purpose: { kind: 'parental-request', legitimate: true, compatible: true },
    concern: { level: 'child-in-need', about: ['boy'] },
    people: [
      {
        ref: 'boy',
        role: 'child',
        ageBand: '13-15',
        canConsent: true,
        consent: { confidentiality: { status: 'refused' } },
        views: { sought: true, objects: true },
        bestInterests,
      },
      {
        ref: 'father',
        role: 'parent',
        ageBand: 'adult',
        parentalResponsibility: true,
        allegedToHarm: true,
        ...changes,
      },
    ],
    items: [
      piece('allegations', ['boy'], ['health', 'criminal-allegation'], {
        confidential: true,
        confidedBy: 'boy',
        withinDemand: true,
        couldExposeSomeoneToHarm: true,
        publicInterestOverridesConfidence: false,
      }),
    ],
    justification,
  });

  test('the allegations against him are not given to him, and his refusal is explained safely', () => {
    const decision = decide(asked(false));
    expect(decision).toMatchObject({ outcome: 'do-not-share', strength: 'must' });
    expect(reasonsOf(decision, 'allegations')).toContain('whereabouts-to-someone-who-might-harm');
    expect(decision.confidentiality[0]?.status).toBe('not-met');
    expect(dueOf(decision)).toEqual(
      expect.arrayContaining(['explain-refusal', 'neither-confirm-nor-deny']),
    );
    expect(fieldOf(decision, 'views-of-child-and-carers')).toBeDefined();
  });

  test('nor to a father of whom nothing is alleged, since the boy may decide and refuses', () => {
    const decision = decide({
      ...asked(false, { allegedToHarm: false }),
      recipient: { person: 'father', identityVerified: true, entitled: true, mightHarm: false },
    });
    expect(decision.outcome).toBe('do-not-share');
    expect(decision.confidentiality[0]?.status).toBe('not-met');
  });
});

describe("MDU-06: a mother's solicitor asks for the records of three children", () => {
  const base = (changes: {
    nine?: Partial<Person>;
    sixteen?: Partial<Person>;
    teacher?: Partial<Person>;
    name?: Partial<Item>;
  }): SharingRequest => {
    const secret = { confidential: true, patientInformation: true } as const;
    return {
      on,
      mode: 'on-request',
      demand: { form: 'letter', power: 'subject-access', inWriting: true },
      sharer: practice,
      recipient: {
        organisation: 'legal-representative',
        actingFor: 'mum',
        identityVerified: true,
        entitled: true,
        mightHarm: false,
      },
      purpose: { kind: 'parental-request', legitimate: true },
      concern: { level: 'welfare', kinds: ['emotional'], about: ['six', 'nine', 'sixteen'] },
      people: [
        {
          ref: 'six',
          role: 'child',
          dateOfBirth: '2020-05-01',
          canConsent: false,
          bestInterests: true,
        },
        {
          ref: 'nine',
          role: 'child',
          dateOfBirth: '2016-08-01',
          canConsent: false,
          bestInterests: false,
          consent: { confidentiality: { status: 'not-sought' } },
          views: { asksConfidence: true },
          ...changes.nine,
        },
        {
          ref: 'sixteen',
          role: 'child',
          dateOfBirth: '2010-03-01',
          canConsent: true,
          underCoercion: false,
          bestInterests: true,
          consent: { confidentiality: { status: 'not-sought' } },
          ...changes.sixteen,
        },
        { ref: 'mum', role: 'parent', ageBand: 'adult', parentalResponsibility: true },
        { ref: 'teacher', role: 'professional', ageBand: 'adult', ...changes.teacher },
      ],
      items: [
        piece('six-all', ['six'], ['health'], secret),
        piece('nine-dread', ['nine'], ['family', 'health'], { ...secret, confidedBy: 'nine' }),
        piece('sixteen-worry', ['sixteen'], ['sexual-health', 'health'], {
          ...secret,
          confidedBy: 'sixteen',
        }),
        piece('teacher-name', ['teacher'], ['referrer-identity'], changes.name),
      ],
      allItems: { publicInterestOverridesConfidence: false },
      justification,
      channel: { seenByThreat: false },
    };
  };

  test('the child of six: the record goes', () => {
    const decision = decide(base({}));
    expect(decision.outcome).toBe('share-in-part');
    expect(verdictsOf(decision)['six-all']).toBe('share');
    expect(reasonsOf(decision, 'six-all')).toContain('common-law-confidence-best-interests');
    expect(dueOf(decision)).toEqual(
      expect.arrayContaining(['explain-refusal', 'give-confidentiality-warning']),
    );
  });

  test('the child of nearly ten: what was confided stays, unless sharing it is in their best interests', () => {
    const kept = decide(base({}));
    expect(verdictsOf(kept)['nine-dread']).toBe('withhold');
    expect(kept.confidentiality.find(({ item }) => item === 'nine-dread')?.status).toBe('not-met');
    const best = decide(base({ nine: { bestInterests: true } }));
    expect(verdictsOf(best)['nine-dread']).toBe('share');
    expect(reasonsOf(best, 'nine-dread')).toContain('common-law-confidence-best-interests');
  });

  test('the child of nearly ten: or unless a child who understands agrees', () => {
    const agrees = decide(
      base({
        nine: {
          bestInterests: true,
          canConsent: true,
          underCoercion: false,
          consent: { confidentiality: { status: 'given', givenBy: 'nine' } },
        },
      }),
    );
    expect(verdictsOf(agrees)['nine-dread']).toBe('share');
    expect(reasonsOf(agrees, 'nine-dread')).toContain('common-law-confidence-consent');
  });

  test('the child of sixteen: her own agreement decides, and no one else gives it', () => {
    expect(verdictsOf(decide(base({})))['sixteen-worry']).toBe('withhold');
    const agrees = (givenBy: string) =>
      decide(base({ sixteen: { consent: { confidentiality: { status: 'given', givenBy } } } }));
    expect(verdictsOf(agrees('sixteen'))['sixteen-worry']).toBe('share');
    expect(verdictsOf(agrees('mum'))['sixteen-worry']).not.toBe('share');
  });

  test("the teacher's name: relevance decides, then whether the teacher asked not to be named", () => {
    // Nobody has said what the teacher asked, so the name is taken out until that is known.
    expect(changesOf(decide(base({})), 'teacher-name')).toEqual(['redact-identity']);
    const views = { asksConfidence: false, objects: false };
    const relevant = decide(base({ teacher: { views } }));
    expect(verdictsOf(relevant)['teacher-name']).toBe('share');
    const irrelevant = decide(base({ name: { relevant: false } }));
    expect(verdictsOf(irrelevant)['teacher-name']).toBe('withhold');
    expect(reasonsOf(irrelevant, 'teacher-name')).toEqual(['item-not-relevant']);
    const asks = decide(base({ teacher: { views: { asksConfidence: true } } }));
    expect(changesOf(asks, 'teacher-name')).toEqual(['redact-identity']);
    expect(reasonsOf(asks, 'teacher-name')).toContain('source-redacted');
    const unsure = decide(base({ name: { relevant: 'unsure' } }));
    expect(verdictsOf(unsure)['teacher-name']).toBe('undetermined');
  });
});

describe('DDU-02: a dentist does not know whether it is neglect', () => {
  const teeth = (sure: boolean): SharingRequest => ({
    on,
    mode: 'proactive',
    sharer: {
      organisation: 'nhs-dentist',
      statutoryFunction: true,
      appropriatePolicyDocument: true,
      profession: 'regulated-health',
    },
    recipient: { organisation: 'la-childrens-social-care', mightHarm: false },
    purpose: { kind: 'safeguard-from-harm' },
    concern: {
      level: sure ? 'significant-harm' : 'unsure',
      about: ['child'],
      kinds: ['neglect'],
    },
    people: [child],
    items: [
      piece('teeth', ['child'], ['health'], {
        confidential: true,
        patientInformation: true,
        necessary: sure ? true : 'unsure',
        publicInterestOverridesConfidence: sure ? true : 'unsure',
      }),
    ],
    justification,
    advice: { doubt: true },
  });

  test('advice is sought without a name and without delay, and recorded', () => {
    const decision = decide(teeth(false));
    expect(decision).toMatchObject({ outcome: 'seek-advice', urgency: 'without-delay' });
    expect(decision.advice.map(({ who }) => who)).toEqual(
      expect.arrayContaining(['manager', 'safeguarding-lead', 'caldicott-guardian', 'social-care']),
    );
    expect(dueOf(decision)).toContain('follow-up');
    expect(fieldOf(decision, 'advice-sought')).toBeDefined();
  });

  test('once the harm is thought significant it goes, doubt or no doubt', () => {
    const decision = decide(teeth(true));
    expect(decision).toMatchObject({ outcome: 'share', strength: 'should' });
    expect(reasonsOf(decision, 'teeth')).toContain('common-law-confidence-public-interest');
  });
});
