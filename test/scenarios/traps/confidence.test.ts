import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../../src/index.ts';

type Person = NonNullable<SharingRequest['people']>[number];
type Item = NonNullable<SharingRequest['items']>[number];
type Concern = NonNullable<SharingRequest['concern']>;

const given = (by: string) => ({ status: 'given', givenOn: '2026-06-01', givenBy: by }) as const;
const dataProtectionConsent = {
  ...given('girl'),
  freelyGiven: true,
  specific: true,
  informed: true,
  unambiguous: true,
  explicit: true,
  recorded: true,
  distinguishable: true,
  canBeWithdrawn: true,
  conditionOfService: false,
} as const;

const girl = (more: Partial<Person> = {}): Person => ({
  ref: 'girl',
  role: 'child',
  ageBand: '13-15',
  canConsent: true,
  underCoercion: false,
  bestInterests: true,
  withoutConsentReason: 'not-reasonable-to-obtain',
  consent: { confidentiality: { status: 'refused' } },
  informing: { wouldRaiseRiskToChild: false },
  ...more,
});
const mother = (more: Partial<Person> = {}): Person => ({
  ref: 'mother',
  role: 'parent',
  ageBand: 'adult',
  parentalResponsibility: true,
  canConsent: true,
  underCoercion: false,
  withoutConsentReason: 'not-reasonable-to-obtain',
  consent: { confidentiality: { status: 'refused' } },
  informing: { wouldRaiseRiskToChild: false },
  ...more,
});
const note = (more: Partial<Item> = {}): Item => ({
  ref: 'note',
  about: ['girl'],
  categories: ['health'],
  identifies: true,
  relevant: true,
  necessary: true,
  accurate: true,
  confidential: true,
  confidedBy: 'girl',
  obtainedFrom: 'subject',
  patientInformation: true,
  publicInterestOverridesConfidence: false,
  couldExposeSomeoneToHarm: false,
  restriction: 'none',
  ...more,
});
const request = (more: Partial<SharingRequest> = {}): SharingRequest => ({
  on: '2026-07-01',
  mode: 'proactive',
  sharer: { organisation: 'nhs-gp', statutoryFunction: true, appropriatePolicyDocument: true },
  recipient: {
    organisation: 'la-childrens-social-care',
    mightHarm: false,
    identityVerified: true,
    reach: 'one',
  },
  purpose: { kind: 'safeguard-from-harm', legitimate: true },
  concern: { level: 'child-in-need', about: ['girl'], crimeSuspected: false },
  scheme: {},
  people: [girl()],
  items: [note()],
  justification: {
    necessary: true,
    proportionate: true,
    substantialPublicInterest: true,
    lessIntrusiveWayExists: false,
  },
  ...more,
});
const row = (decision: SharingDecision, ref = 'note') => {
  const found = decision.items.find((item) => item.ref === ref);
  expect(found, ref).toBeDefined();
  return found as SharingDecision['items'][number];
};
const confidence = (decision: SharingDecision, item = 'note') =>
  decision.confidentiality.find((one) => one.item === item);
const advised = (decision: SharingDecision) => decision.advice.flatMap(({ reasons }) => reasons);

describe('the four ways out of a confidence', () => {
  test('there is none where the confider refuses, nothing requires it and nothing outweighs it', () => {
    const decision = decide(request());
    expect(decision).toMatchObject({ outcome: 'do-not-share', strength: 'must' });
    expect(confidence(decision)?.status).toBe('not-met');
    expect(row(decision).reasons).toContain('common-law-confidence-consent');
  });

  test('an express consent of the confider lifts it', () => {
    const people = [girl({ consent: { confidentiality: given('girl') } })];
    const decision = decide(request({ people }));
    expect(decision.outcome).toBe('share');
    expect(confidence(decision)).toMatchObject({
      status: 'met',
      by: 'consent',
      reasons: ['common-law-confidence-consent'],
    });
  });

  test('a duty in law lifts it, and guidance alone does not', () => {
    const asked = request({
      mode: 'on-request',
      demand: { power: 'ca2004-s16h', necessaryAndProportionate: true, inWriting: true },
    });
    expect(confidence(decide(asked))).toMatchObject({ status: 'met', by: 'legal-duty' });
    expect(row(decide(asked)).reasons).toContain('ca2004-s16h-information-request');

    const harm = request({ concern: { level: 'significant-harm', about: ['girl'] } });
    expect(confidence(decide(harm))?.status).toBe('not-met');
    expect(row(decide(harm)).verdict).toBe('withhold');
  });

  test('an overriding public interest lifts it', () => {
    const decision = decide(
      request({ items: [note({ publicInterestOverridesConfidence: true })] }),
    );
    expect(decision.outcome).toBe('share');
    expect(confidence(decision)).toMatchObject({
      by: 'public-interest',
      reasons: ['common-law-confidence-public-interest'],
    });
  });

  test('best interests lift it for someone who cannot decide, and for nobody else', () => {
    const cannot = decide(request({ people: [girl({ canConsent: false })] }));
    expect(confidence(cannot)).toMatchObject({ status: 'met', by: 'best-interests' });
    expect(confidence(decide(request()))?.status).toBe('not-met');
  });

  test('age and state of mind do not switch it off: a child who cannot decide is owed it too', () => {
    const people = [girl({ ageBand: 'under-13', canConsent: false, bestInterests: false })];
    const decision = decide(request({ people }));
    expect(row(decision).verdict).toBe('withhold');
    expect(confidence(decision)?.status).toBe('not-met');
  });
});

describe('T2: implied consent may serve confidence, and never data protection', () => {
  const implied = { ...given('girl'), implied: true } as const;
  const people = [
    girl({
      consent: {
        confidentiality: implied,
        dataProtection: { ...dataProtectionConsent, implied: true },
      },
      transparency: { privacyNoticeGiven: true },
    }),
  ];
  const consentOnly = request({
    sharer: { organisation: 'charity', publicAuthority: false, appropriatePolicyDocument: true },
    purpose: { kind: 'other', legitimate: true, compatible: true },
    concern: { level: 'none', about: [], adultAtSeriousRisk: false, crimeSuspected: false },
    justification: {
      necessary: true,
      proportionate: true,
      lessIntrusiveWayExists: false,
      legitimateInterestsPrevail: false,
      substantialPublicInterest: false,
    },
    people,
  });

  test('it lifts the confidence and opens no lawful basis', () => {
    const decision = decide(consentOnly);
    expect(confidence(decision)).toMatchObject({ status: 'met', by: 'consent' });
    const consents = Object.fromEntries(decision.consents.map((one) => [one.kind, one]));
    expect(consents['confidentiality']?.verdict).toBe('valid');
    expect(consents['dataProtection']).toMatchObject({ verdict: 'invalid' });
    expect(consents['dataProtection']?.defects).toContain('implied');
    expect(
      decision.lawfulBases.filter(
        ({ article, status }) => article === '6(1)(a)' && status === 'available',
      ),
    ).toEqual([]);
    expect(row(decision).verdict).toBe('withhold');
  });

  test('it is warned of where the person was told nothing from which it could be implied', () => {
    const warned = (privacyNoticeGiven: boolean) =>
      decide({
        ...consentOnly,
        people: [
          girl({
            consent: { confidentiality: implied },
            transparency: { privacyNoticeGiven, toldOfThisSharing: false },
          }),
        ],
      }).cautions.flatMap(({ reasons }) => reasons);
    expect(warned(false)).toContain('implied-confidence-consent-uninformed');
    expect(warned(true)).not.toContain('implied-confidence-consent-uninformed');
  });
});

describe('T12: not confidential does not mean free to share', () => {
  const open = (more: Partial<SharingRequest>): SharingRequest =>
    request({
      sharer: { organisation: 'charity', publicAuthority: false, appropriatePolicyDocument: true },
      items: [
        note({ confidential: false, patientInformation: false, categories: ['observation'] }),
      ],
      ...more,
    });

  test('what is not confidential still needs a lawful basis', () => {
    const decision = decide(
      open({
        purpose: { kind: 'other', legitimate: true, compatible: true },
        concern: { level: 'none', about: [], adultAtSeriousRisk: false, crimeSuspected: false },
        people: [girl({ consent: { dataProtection: { status: 'refused' } } })],
        justification: {
          necessary: true,
          proportionate: true,
          lessIntrusiveWayExists: false,
          legitimateInterestsPrevail: false,
        },
      }),
    );
    expect(confidence(decision)).toBeUndefined();
    expect(row(decision).verdict).toBe('withhold');
    expect(decision.lawfulBases.filter(({ status }) => status === 'available')).toEqual([]);
  });

  test('and goes where it has one', () => {
    const decision = decide(open({}));
    expect(confidence(decision)).toBeUndefined();
    expect(row(decision).verdict).toBe('share');
    expect(row(decision).reasons).toContain('gdpr2016-art6-1ea-annex1-p6-safeguarding');
  });
});

describe('health information asks for more to outweigh it', () => {
  const welfare: Concern = { level: 'welfare', about: ['girl'], crimeSuspected: false };
  const weighed = (more: Partial<Item> = {}) => [
    note({ publicInterestOverridesConfidence: true, ...more }),
  ];

  test('at welfare the balance said to favour sharing does not lift it', () => {
    const decision = decide(request({ concern: welfare, items: weighed() }));
    expect(confidence(decision)?.status).toBe('not-met');
    expect(row(decision).verdict).toBe('withhold');
  });

  test('one fact flips it: a child in need, a serious crime, or information not about health', () => {
    const needed = decide(request({ items: weighed() }));
    expect(confidence(needed)?.by).toBe('public-interest');
    expect(advised(needed)).toContain('health-balance-caldicott-guardian');

    const crime = { ...welfare, crimeSuspected: true, seriousCrime: true };
    expect(confidence(decide(request({ concern: crime, items: weighed() })))?.status).toBe('met');

    const family = weighed({ categories: ['family'], patientInformation: false });
    expect(confidence(decide(request({ concern: welfare, items: family })))?.status).toBe('met');
  });

  test('at significant harm it goes, and the guardian is not waited for', () => {
    const decision = decide(
      request({ concern: { level: 'significant-harm', about: ['girl'] }, items: weighed() }),
    );
    expect(decision.outcome).toBe('share');
    expect(advised(decision)).not.toContain('health-balance-caldicott-guardian');
  });
});

describe('a competent young person has a confidence of their own', () => {
  const toMother = request({
    recipient: { person: 'mother', mightHarm: false, canProtect: true, identityVerified: true },
    people: [girl(), mother()],
  });

  test('her mother is not told what she confided, whatever her mother consents to', () => {
    const agreeing = mother({ consent: { confidentiality: given('mother') } });
    for (const people of [
      [girl(), mother()],
      [girl(), agreeing],
    ]) {
      const decision = decide({ ...toMother, people });
      expect(decision).toMatchObject({ outcome: 'do-not-share', strength: 'must' });
      expect(confidence(decision)?.status).toBe('not-met');
    }
  });

  test('a parent cannot give her consent for her', () => {
    const people = [girl({ consent: { confidentiality: given('mother') } }), mother()];
    const decision = decide({ ...toMother, people });
    expect(
      decision.consents.find((one) => one.person === 'girl' && one.kind === 'confidentiality')
        ?.defects,
    ).toContain('given-by-someone-without-authority');
    expect(row(decision).verdict).toBe('withhold');
  });

  test('where she cannot decide and it is in her interests, it may be told', () => {
    const decision = decide({ ...toMother, people: [girl({ canConsent: false }), mother()] });
    expect(confidence(decision)).toMatchObject({ by: 'best-interests' });
    expect(row(decision).verdict).toBe('share');
  });

  test('a parent who asks for her record gets no further than a parent who does not', () => {
    const decision = decide({
      ...toMother,
      mode: 'on-request',
      demand: { power: 'subject-access', by: 'mother', inWriting: true },
      purpose: { kind: 'parental-request', legitimate: true, compatible: true },
      items: [note({ withinDemand: true })],
    });
    expect(confidence(decision)?.status).toBe('not-met');
    expect(row(decision).verdict).toBe('withhold');
  });

  test('before a confidence that she asked for is broken she is heard, unless that is unsafe', () => {
    const seek = (wouldRaiseRiskToChild: boolean) =>
      decide(
        request({
          people: [girl({ views: { asksConfidence: true }, informing: { wouldRaiseRiskToChild } })],
          items: [note({ publicInterestOverridesConfidence: true })],
        }),
      ).obligations.find(({ id, status }) => id === 'seek-views' && status === 'applies')?.reasons;
    expect(seek(false)).toContain('asked-for-confidence-heard-first');
    expect(seek(true)).toBeUndefined();
  });
});

describe('confidence is owed to the one who confided', () => {
  const told = note({ about: ['mother'], obtainedFrom: 'family', categories: ['family'] });
  const consents = (ofGirl: boolean, ofMother: boolean) =>
    request({
      people: [
        girl(ofGirl ? { consent: { confidentiality: given('girl') } } : {}),
        mother(ofMother ? { consent: { confidentiality: given('mother') } } : {}),
      ],
      items: [{ ...told, patientInformation: false }],
    });

  test('the consent of the one it is about does not release what another confided', () => {
    expect(confidence(decide(consents(false, true)))?.status).toBe('not-met');
  });

  test('the consent of the confider does', () => {
    expect(confidence(decide(consents(true, false)))).toMatchObject({ by: 'consent' });
  });

  test('telling it back to the confider breaks no confidence', () => {
    const back = { person: 'girl', mightHarm: false, identityVerified: true, canProtect: true };
    const decision = decide({ ...consents(false, false), recipient: back });
    expect(confidence(decision)?.reasons).toContain('common-law-confidence-returned-to-confider');
  });
});

describe('a confidence outlives the one to whom it was owed', () => {
  const dead = request({
    people: [girl({ deceased: true, consent: { confidentiality: { status: 'cannot-be-given' } } })],
    items: [note({ identifies: false })],
    concern: { level: 'none', about: [], adultAtSeriousRisk: false, crimeSuspected: false },
  });

  test('what is about the dead alone needs no lawful basis and may still be kept', () => {
    const decision = decide(dead);
    expect(row(decision).verdict).toBe('withhold');
    expect(confidence(decision)?.status).toBe('not-met');
    expect(decision.cautions.flatMap(({ reasons }) => reasons)).toContain(
      'confidence-outlives-the-person',
    );
  });

  test('and goes where a law requires it', () => {
    const decision = decide({
      ...dead,
      mode: 'on-request',
      demand: { power: 'ca2004-s16h', necessaryAndProportionate: true, inWriting: true },
      recipient: {
        organisation: 'safeguarding-partner',
        mightHarm: false,
        identityVerified: true,
        reach: 'one',
      },
      purpose: { kind: 'practice-review', legitimate: true },
    });
    expect(decision).toMatchObject({ outcome: 'share', strength: 'must' });
    expect(confidence(decision)?.by).toBe('legal-duty');
  });
});

describe('powers that lift confidence in terms', () => {
  const violence = (patientInformation: boolean) =>
    decide(
      request({
        sharer: { organisation: 'fire-and-rescue', appropriatePolicyDocument: true },
        recipient: { organisation: 'police', mightHarm: false, identityVerified: true },
        purpose: { kind: 'serious-violence-duty', legitimate: true, compatible: true },
        items: [note({ categories: ['observation'], patientInformation })],
      }),
    );

  test('the power on serious violence does, save for patient information', () => {
    expect(confidence(violence(false))?.reasons).toContain('pcsc2022-s16-3-lifts-confidence');
    expect(confidence(violence(true))?.status).toBe('not-met');
  });
});

describe('the originator’s agreement', () => {
  const theirs = (more: Partial<Item>) =>
    note({
      confidential: false,
      patientInformation: false,
      obtainedFrom: 'other-agency',
      originatorAgrees: false,
      ...more,
    });

  test('is asked for, and its refusal holds the piece back in guidance', () => {
    const concern: Concern = { level: 'welfare', about: ['girl'], crimeSuspected: false };
    const decision = decide(request({ concern, items: [theirs({})] }));
    expect(row(decision)).toMatchObject({ verdict: 'withhold', strength: 'should' });
    expect(row(decision).reasons).toContain('originator-does-not-agree');
    expect(decision.remedies.flatMap(({ set }) => set.map(({ fact }) => fact))).toContain(
      'item.originatorAgrees',
    );
    expect(row(decide(request({ items: [theirs({ originatorAgrees: true })] }))).verdict).toBe(
      'share',
    );
  });

  test('against guidance that calls for sharing it goes to advice, and never to a refusal', () => {
    const decision = decide(request({ items: [theirs({})] }));
    expect(decision.outcome).toBe('seek-advice');
    expect(
      decision.advice.filter(({ who }) => who === 'legal').flatMap(({ reasons }) => reasons),
    ).toEqual(
      expect.arrayContaining([
        'originator-does-not-agree',
        'working-together-child-in-need-referral',
      ]),
    );
  });

  test('does not hold up a protecting body where delay would harm', () => {
    const concern: Concern = { level: 'significant-harm', about: ['girl'], delayWouldHarm: true };
    const decision = decide(request({ concern, items: [theirs({})] }));
    expect(row(decision).verdict).toBe('share');
    expect(decision.obligations.map(({ id }) => id)).toContain('consult-originator');
  });
});

describe('what the law forbids', () => {
  const kim = (status: 'given' | 'refused'): Person => ({
    ref: 'kim',
    role: 'parent',
    ageBand: 'adult',
    canConsent: true,
    underCoercion: false,
    withoutConsentReason: 'not-reasonable-to-obtain',
    consent: { confidentiality: status === 'given' ? given('kim') : { status } },
    informing: { wouldRaiseRiskToChild: false },
  });
  const restricted = (
    restriction: NonNullable<Item['restriction']>,
    more: Partial<SharingRequest> = {},
    status: 'given' | 'refused' = 'refused',
  ): SharingDecision =>
    decide(
      request({
        people: [kim(status), girl()],
        concern: { level: 'significant-harm', about: ['girl'], crimeSuspected: false },
        items: [
          note({
            about: ['kim'],
            confidedBy: 'kim',
            publicInterestOverridesConfidence: true,
            withinDemand: true,
            restriction,
          }),
        ],
        ...more,
      }),
    );
  const bars = {
    'court-order': 'aja1960-s12-court-order',
    'legal-privilege': 'common-law-privilege-legal-advice',
    adoption: 'aca2002-s57-adoption',
    'gender-recognition': 'gra2004-s22-gender-recognition',
    'fertility-treatment': 'hfea1990-s33a-fertility-treatment',
  } as const;
  type Restriction = keyof typeof bars;
  const each = Object.keys(bars).map((one) => [one as Restriction] as const);
  const order: Partial<SharingRequest> = {
    mode: 'on-request',
    demand: { power: 'court-order', inWriting: true },
    recipient: { organisation: 'court', mightHarm: false, identityVerified: true, reach: 'one' },
    purpose: { kind: 'court', legitimate: true, compatible: true },
  };

  test.each(each)(
    '%s keeps a piece back at significant harm, and never in silence',
    (restriction) => {
      const decision = restricted(restriction);
      expect(row(decision)).toMatchObject({ verdict: 'withhold', strength: 'must' });
      expect(row(decision).reasons).toContain(bars[restriction]);
      expect(decision.advice.map(({ who }) => who)).toEqual(
        expect.arrayContaining(['legal', 'safeguarding-lead']),
      );
      expect(advised(decision)).toEqual(
        expect.arrayContaining([
          'restricted-item-needs-legal-advice',
          'restricted-item-tell-the-worry-without-it',
        ]),
      );
      expect(decision.urgency).not.toBe('routine');
    },
  );

  test.each([['court-order'], ['legal-privilege']] as const)(
    '%s against an order to disclose goes to a lawyer',
    (restriction) => {
      const decision = restricted(restriction, order);
      expect(decision.outcome).toBe('seek-advice');
      expect(row(decision).verdict).toBe('undetermined');
      const legal = decision.advice.filter(({ who }) => who === 'legal');
      expect(legal.flatMap(({ reasons }) => reasons)).toEqual(
        expect.arrayContaining([bars[restriction], 'court-order-disclosure']),
      );
      expect(decision.urgency).not.toBe('routine');
    },
  );

  test.each([['adoption'], ['gender-recognition'], ['fertility-treatment']] as const)(
    '%s bows to an order of a court',
    (restriction) => {
      expect(row(restricted(restriction, order)).verdict).toBe('share');
    },
  );

  test.each([['gender-recognition'], ['fertility-treatment'], ['legal-privilege']] as const)(
    '%s is given up by the one whom it protects',
    (restriction) => {
      expect(row(restricted(restriction, {}, 'given')).verdict).toBe('share');
    },
  );

  test.each([['court-order'], ['adoption']] as const)(
    '%s is nobody’s to give up by consent',
    (restriction) => {
      expect(row(restricted(restriction, {}, 'given')).verdict).toBe('withhold');
    },
  );

  test('gender history goes to prevent crime, for proceedings and where another Act requires it', () => {
    const crime = { kind: 'crime-prevention', legitimate: true, compatible: true } as const;
    const police = { organisation: 'police', mightHarm: false, identityVerified: true } as const;
    const partner: Partial<SharingRequest> = {
      mode: 'on-request',
      demand: { power: 'ca2004-s16h', necessaryAndProportionate: true, inWriting: true },
    };
    const proceedings = { kind: 'court', legitimate: true, compatible: true } as const;
    const reasons = (more: Partial<SharingRequest>) =>
      row(restricted('gender-recognition', more)).reasons;
    expect(reasons({ purpose: crime, recipient: police })).not.toContain(
      bars['gender-recognition'],
    );
    expect(reasons({ purpose: proceedings })).not.toContain(bars['gender-recognition']);
    expect(reasons(partner)).not.toContain(bars['gender-recognition']);
    expect(reasons({})).toContain(bars['gender-recognition']);
  });

  test('fertility treatment gives way to imminent danger to the one treated, without time for consent', () => {
    const danger = (about: string) =>
      row(
        restricted('fertility-treatment', {
          concern: { level: 'immediate-danger', about: [about], delayWouldHarm: true },
        }),
      ).verdict;
    expect(danger('kim')).toBe('share');
    expect(danger('girl')).toBe('withhold');
  });

  test('a reporting restriction forbids publication, not telling those who protect', () => {
    expect(row(restricted('reporting-restriction')).verdict).toBe('share');
    const wide = restricted('reporting-restriction', {
      recipient: {
        organisation: 'la-childrens-social-care',
        mightHarm: false,
        identityVerified: true,
        reach: 'wide-list',
      },
    });
    expect(row(wide)).toMatchObject({ verdict: 'withhold', strength: 'must' });
    expect(row(wide).reasons).toContain('ca1989-s97-reporting-restriction');
    expect(wide.obligations.map(({ id }) => id)).toContain('seek-court-permission');
  });

  test('a restriction that nobody knows of is asked for, and one in doubt holds the piece', () => {
    const { restriction: _, ...unasked } = note({ publicInterestOverridesConfidence: true });
    const asked = decide(request({ items: [unasked] }));
    expect(row(asked).verdict).toBe('share');
    expect(asked.assumptions.map(({ fact }) => fact)).toContain('item.restriction');
    const doubted = decide(request({ items: [{ ...unasked, restriction: 'unsure' }] }));
    expect(doubted.outcome).toBe('seek-advice');
  });
});

describe('serious harm is never refused in silence', () => {
  const harm: Concern = { level: 'significant-harm', about: ['girl'] };

  test('a confidence kept at significant harm is looked at again today', () => {
    const decision = decide(request({ concern: harm }));
    expect(decision.outcome).toBe('do-not-share');
    expect(advised(decision)).toEqual(
      expect.arrayContaining([
        'confidence-kept-at-serious-harm',
        'confidence-balance-factors',
        'significant-harm-withheld-safeguarding-lead',
      ]),
    );
    expect(decision.urgency).not.toBe('routine');
  });

  test('a balance that nobody struck is confirmed with the share', () => {
    const { publicInterestOverridesConfidence: _, ...open } = note();
    const decision = decide(request({ concern: harm, items: [open] }));
    expect(row(decision).verdict).toBe('share');
    expect(decision.assumptions.map(({ fact }) => fact)).toContain(
      'item.publicInterestOverridesConfidence',
    );
  });

  test('a balance that someone is unsure of goes to advice and never to a refusal', () => {
    const items = [note({ publicInterestOverridesConfidence: 'unsure' })];
    const decision = decide(request({ concern: harm, items }));
    expect(decision.outcome).toBe('seek-advice');
    expect(decision.urgency).not.toBe('routine');
  });
});

describe('Article 8, step by step', () => {
  test('a public authority without a law to share under is told to find one', () => {
    const lawless = request({
      sharer: { organisation: 'nhs-gp', statutoryFunction: false, appropriatePolicyDocument: true },
      recipient: { person: 'mother', mightHarm: false, canProtect: true, identityVerified: true },
      purpose: { kind: 'other', legitimate: true, compatible: true },
      concern: { level: 'none', about: [], adultAtSeriousRisk: false, crimeSuspected: false },
      people: [girl(), mother()],
      items: [note({ confidential: false, patientInformation: false })],
    });
    const decision = decide(lawless);
    expect(row(decision).verdict).toBe('withhold');
    expect(advised(decision)).toEqual(
      expect.arrayContaining(['hra1998-art8-2-no-law-found', 'hra1998-art8-2-aim-not-shown']),
    );
    const charity = decide({
      ...lawless,
      sharer: { organisation: 'charity', publicAuthority: false },
    });
    expect(advised(charity).filter((id) => id.startsWith('hra1998'))).toEqual([]);
  });

  test('necessity, the less intrusive way and the fair balance each hold a piece back', () => {
    const asked = (justification: NonNullable<SharingRequest['justification']>) =>
      row(
        decide(
          request({
            items: [note({ publicInterestOverridesConfidence: true })],
            justification: {
              necessary: true,
              proportionate: true,
              substantialPublicInterest: true,
              lessIntrusiveWayExists: false,
              ...justification,
            },
          }),
        ),
      ).reasons;
    expect(asked({ necessary: false })).toContain('sharing-not-necessary');
    expect(asked({ proportionate: false })).toContain('sharing-not-proportionate');
    expect(asked({ lessIntrusiveWayExists: true })).toContain('less-intrusive-way-exists');
  });

  test('the balance is recorded by a public authority under Article 8', () => {
    const reasons = (sharer: SharingRequest['sharer']) =>
      decide(request(sharer ? { sharer } : {})).record.find(
        ({ field }) => field === 'necessity-and-proportionality',
      )?.reasons;
    expect(reasons({ organisation: 'nhs-gp' })).toContain('hra1998-art8-2-balance-recorded');
    expect(reasons({ organisation: 'charity', publicAuthority: false })).not.toContain(
      'hra1998-art8-2-balance-recorded',
    );
  });

  test('below a risk of harm people are heard first', () => {
    const welfare = (level: 'welfare' | 'child-in-need') =>
      decide(
        request({
          purpose: { kind: 'promote-welfare', legitimate: true },
          concern: { level, about: ['girl'], crimeSuspected: false },
          people: [girl({ views: { sought: false } })],
        }),
      ).obligations.flatMap(({ reasons }) => reasons);
    expect(welfare('welfare')).toContain('christian-institute2016-hear-people-below-harm');
    expect(welfare('child-in-need')).not.toContain(
      'christian-institute2016-hear-people-below-harm',
    );
  });
});

describe('the eight Caldicott principles', () => {
  const going = request({
    items: [note({ publicInterestOverridesConfidence: true })],
    people: [girl({ transparency: { privacyNoticeGiven: false } })],
  });
  const principles = (decision: SharingDecision) =>
    [
      ...new Set(
        [...decision.obligations, ...decision.record]
          .flatMap(({ reasons }) => reasons)
          .filter((id) => id.startsWith('caldicott2020-p'))
          .map((id) => id.slice(0, 'caldicott2020-p1'.length)),
      ),
    ].sort();
  const all = (...numbers: number[]) => numbers.map((one) => `caldicott2020-p${one}`);

  test('are gone through by a health body that shares', () => {
    expect(principles(decide(going))).toEqual(all(1, 2, 3, 5, 6, 8));
  });

  test('the fourth speaks where more people would see it than need it', () => {
    const recipient = { ...going.recipient, reach: 'wide-list' } as const;
    expect(principles(decide({ ...going, recipient }))).toContain('caldicott2020-p4');
  });

  test('the seventh asks for as good a reason to keep as to share', () => {
    const kept = decide({ ...going, items: [note()] });
    expect(principles(kept)).toContain('caldicott2020-p7');
    expect(advised(kept)).toContain('caldicott2020-guardian');
  });

  test('do not bind a school, nor reach what is not confidential, nor a day before they were', () => {
    expect(principles(decide({ ...going, sharer: { organisation: 'academy' } }))).toEqual([]);
    const open = [note({ confidential: false })];
    expect(principles(decide({ ...going, items: open }))).toEqual(all(8));
    expect(principles(decide({ ...going, on: '2020-12-07' }))).toEqual([]);
  });
});
