import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../../src/index.ts';

type Person = NonNullable<SharingRequest['people']>[number];
type Item = NonNullable<SharingRequest['items']>[number];
type DataProtection = NonNullable<NonNullable<Person['consent']>['dataProtection']>;

const consented: DataProtection = {
  status: 'given',
  givenBy: 'mother',
  implied: false,
  freelyGiven: true,
  specific: true,
  informed: true,
  unambiguous: true,
  explicit: true,
  recorded: true,
  distinguishable: true,
  canBeWithdrawn: true,
  conditionOfService: false,
};
const mother = (over: Partial<Person> = {}): Person => ({
  ref: 'mother',
  role: 'parent',
  ageBand: 'adult',
  allegedToHarm: false,
  underCoercion: false,
  parentalResponsibility: true,
  informing: { wouldRaiseRiskToChild: false },
  ...over,
});
const note = (over: Partial<Item> = {}): Item => ({
  ref: 'note',
  about: ['mother'],
  categories: ['finance'],
  identifies: true,
  confidential: false,
  relevant: true,
  necessary: true,
  accurate: true,
  restriction: 'none',
  couldExposeSomeoneToHarm: false,
  collectedOnConsent: false,
  ...over,
});

/** A charity that helps a family passes on what only consent can carry: no concern, no safeguarding purpose. */
const onConsent = (
  person: Partial<Person>,
  over: Partial<SharingRequest> = {},
): SharingRequest => ({
  on: '2026-11-21',
  mode: 'proactive',
  sharer: { organisation: 'charity', publicAuthority: false },
  recipient: { organisation: 'charity', mightHarm: false, reach: 'one', identityVerified: true },
  purpose: { kind: 'service-provision', legitimate: true, compatible: true },
  concern: { level: 'none', about: [], adultAtSeriousRisk: false },
  people: [mother(person)],
  items: [note()],
  justification: {
    necessary: true,
    proportionate: true,
    lessIntrusiveWayExists: false,
    legitimateInterestsPrevail: false,
  },
  ...over,
});

/** A school that fears serious harm tells children's social care. */
const toProtect = (people: Person[], over: Partial<SharingRequest> = {}): SharingRequest => ({
  on: '2026-11-21',
  mode: 'proactive',
  sharer: { organisation: 'academy', statutoryFunction: true, appropriatePolicyDocument: true },
  recipient: { organisation: 'la-childrens-social-care', mightHarm: false },
  purpose: { kind: 'safeguard-from-harm', legitimate: true },
  concern: { level: 'significant-harm', about: ['child'] },
  people: [{ ref: 'child', role: 'child', ageBand: 'under-13', canConsent: false }, ...people],
  items: [note({ about: ['child'], categories: ['observation'] })],
  justification: { necessary: true, proportionate: true, lessIntrusiveWayExists: false },
  ...over,
});

const consentOf = (decision: SharingDecision, person: string, kind: string) =>
  decision.consents.find((row) => row.person === person && row.kind === kind);
const tellingOf = (decision: SharingDecision, person: string) =>
  decision.informing.find((row) => row.person === person);
const obligationOf = (decision: SharingDecision, id: string) =>
  decision.obligations.find((row) => row.id === id);
const basesOf = (decision: SharingDecision, status: string) =>
  decision.lawfulBases.filter((row) => row.status === status).map((row) => row.article);
const cautionsOf = (decision: SharingDecision) => decision.cautions.flatMap((row) => row.reasons);
const verdictOf = (decision: SharingDecision, ref = 'note') =>
  decision.items.find((item) => item.ref === ref)?.verdict;

describe('T2: implied consent', () => {
  test('T2: a consent that was only implied is no data protection consent', () => {
    const decision = decide(
      onConsent({ consent: { dataProtection: { ...consented, implied: true } } }),
    );
    expect(consentOf(decision, 'mother', 'dataProtection')).toMatchObject({
      verdict: 'invalid',
      defects: ['implied'],
      reasons: ['gdpr2016-art4-11-implied'],
    });
    expect(basesOf(decision, 'available')).toEqual([]);
    expect(decision.outcome).toBe('do-not-share');
  });

  test('T2: the same consent, expressed, carries the sharing', () => {
    const decision = decide(onConsent({ consent: { dataProtection: consented } }));
    expect(consentOf(decision, 'mother', 'dataProtection')?.verdict).toBe('valid');
    expect(basesOf(decision, 'available')).toEqual(['6(1)(a)']);
    expect(decision.outcome).toBe('share');
  });

  test('T2: under the 1998 Act an implied consent might serve, until its last day', () => {
    const implied = onConsent({ consent: { dataProtection: { ...consented, implied: true } } });
    const before = decide({ ...implied, on: '2018-05-24' });
    const after = decide({ ...implied, on: '2018-05-25' });
    expect(consentOf(before, 'mother', 'dataProtection')?.verdict).toBe('valid');
    expect(basesOf(before, 'available')).toContain('sch2(1)');
    expect(consentOf(after, 'mother', 'dataProtection')?.verdict).toBe('invalid');
  });

  const confided = (person: Partial<Person>) =>
    decide(
      onConsent(person, {
        purpose: { kind: 'direct-care', legitimate: true, compatible: true },
        items: [note({ confidential: true, confidedBy: 'mother', obtainedFrom: 'subject' })],
      }),
    );
  const implied = { status: 'given', givenBy: 'mother', implied: true } as const;

  test('T2: an implied consent may lift a confidence, and no more than that', () => {
    const decision = confided({ consent: { confidentiality: implied } });
    expect(consentOf(decision, 'mother', 'confidentiality')?.verdict).toBe('valid');
    expect(decision.confidentiality).toMatchObject([
      { item: 'note', status: 'met', by: 'consent' },
    ]);
    expect(basesOf(decision, 'available')).not.toContain('6(1)(a)');
  });

  test('T2: an implied consent gives way to what the person says', () => {
    const decision = confided({ consent: { confidentiality: implied }, views: { objects: true } });
    expect(consentOf(decision, 'mother', 'confidentiality')).toMatchObject({
      verdict: 'invalid',
      reasons: [
        'common-law-confidence-consent-against-objection',
        'common-law-confidence-implied-against-objection',
      ],
    });
  });

  test('T2: beyond care, an implied consent comes with a caution on what people expect', () => {
    const caution = 'common-law-confidence-implied-within-expectation';
    const implies = mother({ consent: { confidentiality: implied } });
    expect(cautionsOf(decide(toProtect([implies])))).toContain(caution);
    expect(cautionsOf(confided({ consent: { confidentiality: implied } }))).not.toContain(caution);
  });
});

describe('T8: withdrawal', () => {
  const withdrawn: DataProtection = { ...consented, withdrawnOn: '2026-11-01' };

  test('T8: withdrawal stops what rests on consent', () => {
    const decision = decide(onConsent({ consent: { dataProtection: withdrawn } }));
    expect(decision.outcome).toBe('do-not-share');
    expect(obligationOf(decision, 'stop-relying-on-consent')).toMatchObject({
      level: 'must',
      when: 'before',
      status: 'applies',
      reasons: ['gdpr2016-art7-3-stop-relying-on-consent'],
    });
  });

  test('T8: withdrawal erases no record that another ground supports', () => {
    const decision = decide(toProtect([mother({ consent: { dataProtection: withdrawn } })]));
    expect(obligationOf(decision, 'keep-record-despite-withdrawal')).toMatchObject({
      status: 'applies',
      reasons: ['gdpr2016-art17-keep-record-despite-withdrawal'],
    });
    expect(obligationOf(decision, 'keep-record-despite-withdrawal')?.text).toMatch(/^Keep/);
  });

  test('T8: sharing to protect goes on after a withdrawal, and says why', () => {
    const decision = decide(toProtect([mother({ consent: { dataProtection: withdrawn } })]));
    expect(decision.outcome).toBe('share');
    expect(basesOf(decision, 'available')).toContain('6(1)(e)');
    expect(cautionsOf(decision)).toContain('ico-consent-guidance-swapping-basis');
  });

  test('T8: a withdrawal counts from its own day and not before', () => {
    const later = { ...consented, withdrawnOn: '2026-11-22' };
    const verdict = (withdrawnOn: string) =>
      consentOf(
        decide(onConsent({ consent: { dataProtection: { ...later, withdrawnOn } } })),
        'mother',
        'dataProtection',
      )?.verdict;
    expect(verdict('2026-11-22')).toBe('valid');
    expect(verdict('2026-11-21')).toBe('invalid');
  });

  test('T8: a withdrawn consent to share a confidence is relied on no more', () => {
    const decision = decide(
      toProtect([mother({ consent: { confidentiality: { status: 'withdrawn' } } })]),
    );
    expect(obligationOf(decision, 'stop-relying-on-consent')?.reasons).toEqual([
      'common-law-confidence-stop-relying-on-consent',
    ]);
    expect(obligationOf(decision, 'keep-record-despite-withdrawal')).toBeUndefined();
  });
});

describe('T9: how long consent lasts', () => {
  const lasting = (dates: Partial<DataProtection>) =>
    decide(onConsent({ consent: { dataProtection: { ...consented, ...dates } } }));

  test('T9: the law sets consent no limit of time', () => {
    expect(consentOf(lasting({ givenOn: '2019-01-01' }), 'mother', 'dataProtection')?.verdict).toBe(
      'valid',
    );
  });

  test('T9: a consent does not outlast the end that was agreed', () => {
    const last = lasting({ expiresOn: '2026-11-21' });
    const past = lasting({ expiresOn: '2026-11-20' });
    expect(consentOf(last, 'mother', 'dataProtection')?.verdict).toBe('valid');
    expect(consentOf(past, 'mother', 'dataProtection')).toMatchObject({
      verdict: 'invalid',
      defects: ['expired'],
      reasons: ['consent-past-agreed-end'],
    });
  });

  test('T9: a consent that is relied on gets a date on which to look at it again', () => {
    expect(obligationOf(lasting({}), 'review-later')).toMatchObject({ level: 'should' });
    expect(obligationOf(lasting({}), 'review-later')?.reasons).toContain(
      'ico-consent-guidance-refresh',
    );
  });
});

describe('T10: agreement, and not consent', () => {
  const asked = { sought: false } as const;

  test('T10: where serious harm is feared, nobody is asked for data protection consent', () => {
    const decision = decide(toProtect([mother({ views: asked })]));
    expect(obligationOf(decision, 'do-not-ask-for-consent')?.reasons).toContain(
      'dfe-advice-2024-rule-3-do-not-ask-for-consent',
    );
    expect(obligationOf(decision, 'seek-agreement')).toBeUndefined();
    expect(obligationOf(decision, 'seek-views')?.reasons).toEqual([
      'dfe-advice-2024-rule-3-seek-views',
    ]);
  });

  test('T10: a consent that nobody asked for is called out of place, not missing', () => {
    const decision = decide(
      toProtect([mother({ consent: { dataProtection: { status: 'not-sought' } } })]),
    );
    expect(consentOf(decision, 'mother', 'dataProtection')?.verdict).toBe('not-appropriate');
    expect(decision.outcome).toBe('share');
  });

  test('T10: a consent asked for all the same comes with a caution, and decides nothing', () => {
    const caution = 'ico-consent-guidance-asked-all-the-same';
    const given = decide(toProtect([mother({ consent: { dataProtection: consented } })]));
    expect(cautionsOf(given)).toContain(caution);
    expect(given.outcome).toBe('share');
    expect(cautionsOf(decide(onConsent({ consent: { dataProtection: consented } })))).not.toContain(
      caution,
    );
  });

  test('T10: the advice of 2015 and 2018 to seek agreement is not given after its years', () => {
    const below = (on: string) =>
      obligationOf(
        decide(
          toProtect([mother()], {
            on,
            concern: { level: 'child-in-need', about: ['child'], adultAtSeriousRisk: false },
          }),
        ),
        'seek-agreement',
      )?.reasons;
    expect(below('2018-07-03')).toEqual(['hmg-advice-2015-rule-4-seek-agreement']);
    expect(below('2018-07-04')).toEqual(['dfe-advice-2018-rule-4-seek-agreement']);
    expect(below('2024-04-18')).toEqual(['dfe-advice-2018-rule-4-seek-agreement']);
    expect(below('2024-04-19')).toBeUndefined();
  });

  test('T10: a referral that is not for protection starts with the agreement of the family', () => {
    const referral = (level: 'emerging-need' | 'significant-harm') =>
      obligationOf(
        decide(
          toProtect([mother({ consent: { service: { status: 'not-sought' } } })], {
            purpose: { kind: 'early-help', legitimate: true },
            concern: { level, about: ['child'], adultAtSeriousRisk: false },
          }),
        ),
        'seek-agreement',
      )?.reasons;
    expect(referral('emerging-need')).toContain(
      'somerset-guidance-2024-permission-before-referral',
    );
    expect(referral('significant-harm')).toBeUndefined();
  });
});

describe('T11: telling is graded, and each person is judged alone', () => {
  const grounds = [
    ['G1: a risk to the child', 'wouldRaiseRiskToChild', 'do-not-tell', 'raises-risk-to-child'],
    ['G3: a risk to an adult', 'wouldRaiseRiskToOther', 'do-not-tell', 'raises-risk-to-other'],
    [
      'G4: a serious crime',
      'wouldPrejudiceSeriousCrime',
      'do-not-tell',
      'prejudices-serious-crime',
    ],
    ['G5: delay to enquiries', 'wouldDelayEnquiries', 'defer', 'delays-enquiries'],
    [
      'G6: an investigation',
      'wouldCompromiseInvestigation',
      'do-not-tell',
      'compromises-investigation',
    ],
    ['G7: aims impaired', 'wouldImpairObjectives', 'need-not-tell', 'impairs-objectives'],
    ['G9: not practicable', 'notPracticable', 'need-not-tell', 'not-practicable'],
    ['impossible', 'impossible', 'need-not-tell', 'impossible-or-disproportionate'],
    [
      'out of proportion',
      'disproportionateEffort',
      'need-not-tell',
      'impossible-or-disproportionate',
    ],
    ['laid down by law', 'requiredByLaw', 'need-not-tell', 'required-by-law'],
    ['professional secrecy', 'professionalSecrecy', 'do-not-tell', 'professional-secrecy'],
  ] as const;

  test.each(grounds)('T11: %s is graded', (_, fact, verdict, ground) => {
    const informing = { wouldRaiseRiskToChild: false, [fact]: true };
    const decision = decide(toProtect([mother({ informing })]));
    expect(tellingOf(decision, 'mother')?.verdict).toBe(verdict);
    expect(tellingOf(decision, 'mother')?.grounds).toContain(ground);
    expect(decision.outcome).toBe('share');
  });

  test('T11: where no ground stands against it the family should be told, and law does not say must', () => {
    const decision = decide(toProtect([mother()]));
    expect(tellingOf(decision, 'mother')).toMatchObject({ verdict: 'tell', grounds: [] });
    expect(obligationOf(decision, 'tell-person')).toMatchObject({
      level: 'should',
      reasons: ['dfe-advice-2024-rule-2-tell-the-person'],
    });
  });

  test('T11: until it is known that telling is safe for the child, nobody is told', () => {
    const decision = decide(toProtect([mother({ informing: {} })]));
    expect(tellingOf(decision, 'mother')?.verdict).toBe('undetermined');
    expect(obligationOf(decision, 'tell-person')).toBeUndefined();
    expect(obligationOf(decision, 'withhold-knowledge')?.status).toBe('applies');
    expect(decision.questions.map(({ fact }) => fact)).toContain(
      'person.informing.wouldRaiseRiskToChild',
    );
  });

  test('T11: a child is told while the one said to have harmed is not', () => {
    const decision = decide(
      toProtect([
        mother(),
        {
          ref: 'stepfather',
          role: 'significant-other',
          allegedToHarm: true,
          informing: { wouldRaiseRiskToChild: true },
        },
        {
          ref: 'sister',
          role: 'child',
          ageBand: '13-15',
          informing: { wouldRaiseRiskToChild: false },
        },
      ]),
    );
    expect(tellingOf(decision, 'sister')?.verdict).toBe('tell');
    expect(tellingOf(decision, 'mother')?.verdict).toBe('tell');
    expect(tellingOf(decision, 'stepfather')).toMatchObject({
      verdict: 'do-not-tell',
      reasons: expect.arrayContaining(['telling-raises-risk-to-child-concerned']) as string[],
    });
    expect(obligationOf(decision, 'withhold-knowledge')?.status).toBe('applies');
  });

  test('T11: telling that waits is looked at again', () => {
    const informing = { wouldRaiseRiskToChild: false, wouldDelayEnquiries: true };
    const decision = decide(toProtect([mother({ informing })]));
    expect(obligationOf(decision, 'review-later')?.reasons).toContain(
      'calderdale-guidance-2019-4-review-telling',
    );
  });

  test('T11: in immediate danger with no time telling comes later', () => {
    const decision = decide(
      toProtect([mother()], {
        concern: { level: 'immediate-danger', about: ['child'], delayWouldHarm: true },
      }),
    );
    expect(tellingOf(decision, 'mother')).toMatchObject({ verdict: 'defer', grounds: ['no-time'] });
  });

  test('T11: the one whom a disclosure scheme is about is not told while the risk is unknown', () => {
    const partner = (wouldRaiseRiskToOther?: boolean): Person => ({
      ref: 'partner',
      role: 'significant-other',
      ageBand: 'adult',
      allegedToHarm: true,
      informing: {
        wouldRaiseRiskToChild: false,
        wouldPrejudiceSeriousCrime: false,
        ...(wouldRaiseRiskToOther === undefined ? {} : { wouldRaiseRiskToOther }),
      },
    });
    const verdict = (one: Person, scheme: SharingRequest['scheme']) =>
      tellingOf(decide(toProtect([one], { scheme })), 'partner')?.verdict;
    expect(verdict(partner(), { dvds: {} })).toBe('undetermined');
    expect(verdict(partner(), { marac: {} })).toBe('undetermined');
    expect(verdict(partner(true), { dvds: {} })).toBe('do-not-tell');
    expect(verdict(partner(false), { dvds: {} })).toBe('tell');
    expect(verdict(partner(), {})).toBe('tell');
  });

  test('T11: an accused colleague waits for the designated officer, another colleague does not', () => {
    const colleague = (ref: string, allegedToHarm: boolean): Person => ({
      ref,
      role: 'professional',
      worksWithChildren: true,
      allegedToHarm,
      informing: { wouldRaiseRiskToChild: false, wouldPrejudiceSeriousCrime: false },
    });
    const decision = (lado: { agreesTellingAccused?: boolean }) =>
      decide(
        toProtect([colleague('teacher', true), colleague('head', false)], {
          items: [note({ about: ['child', 'teacher', 'head'], categories: ['observation'] })],
          scheme: { lado },
        }),
      );
    const refused = decision({ agreesTellingAccused: false });
    expect(tellingOf(refused, 'teacher')).toMatchObject({
      verdict: 'defer',
      reasons: ['lado-has-not-agreed'],
    });
    expect(tellingOf(refused, 'head')?.verdict).toBe('tell');
    expect(tellingOf(decision({}), 'teacher')?.verdict).toBe('undetermined');
    expect(tellingOf(decision({ agreesTellingAccused: true }), 'teacher')?.verdict).toBe('tell');
  });

  test('T11: a parent need not be told what a competent child asks to keep in confidence', () => {
    const girl = (asksConfidence: boolean): Person => ({
      ref: 'girl',
      role: 'child',
      ageBand: '13-15',
      canConsent: true,
      views: { asksConfidence },
      informing: { wouldRaiseRiskToChild: false },
    });
    const asked = decide(toProtect([mother(), girl(true)]));
    expect(tellingOf(asked, 'mother')).toMatchObject({
      verdict: 'need-not-tell',
      reasons: ['gillick1985-parent-of-competent-child'],
    });
    expect(tellingOf(asked, 'girl')?.verdict).toBe('tell');
    expect(tellingOf(decide(toProtect([mother(), girl(false)])), 'mother')?.verdict).toBe('tell');
  });

  test('T11: a family in regular work that has had the notice need not be told of each sharing', () => {
    const told = (privacyNoticeGiven: boolean) =>
      decide(
        toProtect([mother({ transparency: { privacyNoticeGiven } })], {
          purpose: { kind: 'promote-welfare', legitimate: true },
          arrangement: { pattern: 'regular' },
        }),
      );
    expect(tellingOf(told(true), 'mother')).toMatchObject({
      verdict: 'need-not-tell',
      reasons: ['routine-sharing-under-notice'],
    });
    expect(obligationOf(told(true), 'give-privacy-information')?.reasons).toContain(
      'somerset-guidance-2024-check-notice-at-touchpoints',
    );
    expect(tellingOf(told(false), 'mother')?.verdict).toBe('tell');
  });

  test('T11: an objection is heard, and overridden with reasons where protection needs it', () => {
    const decision = decide(
      toProtect([mother({ views: { sought: true, objects: true, objectionConsidered: false } })], {
        items: [note({ about: ['child', 'mother'], categories: ['observation'] })],
      }),
    );
    expect(decision.outcome).toBe('share');
    expect(obligationOf(decision, 'consider-objection')?.reasons).toEqual([
      'dfe-advice-2024-rule-3-consider-objection',
    ]);
    expect(obligationOf(decision, 'respect-right-to-object')).toMatchObject({
      level: 'must',
      when: 'before',
    });
    expect(obligationOf(decision, 'respect-right-to-object')?.reasons).toContain(
      'gdpr2016-art21-1-objection-made',
    );
    const views = decision.record.find(({ field }) => field === 'views-of-child-and-carers');
    expect(views?.reasons).toContain('dfe-advice-2024-rule-3-record-override');
  });
});

describe('T13: a consent is not the end of it', () => {
  test('T13: a valid consent lets nothing go that is not relevant', () => {
    const decision = decide(
      onConsent(
        { consent: { dataProtection: consented } },
        { items: [note(), note({ ref: 'gossip', relevant: false })] },
      ),
    );
    expect(verdictOf(decision)).toBe('share');
    expect(decision.items.find(({ ref }) => ref === 'gossip')).toMatchObject({
      verdict: 'withhold',
      reasons: expect.arrayContaining(['item-not-relevant']) as string[],
    });
  });

  test('T13: the consent of one person carries nothing about another', () => {
    const decision = decide(
      onConsent(
        { consent: { dataProtection: consented } },
        {
          people: [
            mother({ consent: { dataProtection: consented } }),
            mother({
              ref: 'aunt',
              role: 'other',
              consent: { dataProtection: { status: 'refused' } },
            }),
          ],
          items: [note(), note({ ref: 'both', about: ['mother', 'aunt'] })],
        },
      ),
    );
    expect(verdictOf(decision)).toBe('share');
    expect(verdictOf(decision, 'both')).toBe('withhold');
  });

  test.each([
    ['freelyGiven', false, 'not-freely-given', 'gdpr2016-art4-11-not-freely-given'],
    ['specific', false, 'not-specific', 'gdpr2016-art4-11-not-specific'],
    ['informed', false, 'not-informed', 'gdpr2016-art4-11-not-informed'],
    ['unambiguous', false, 'not-unambiguous', 'gdpr2016-art4-11-not-unambiguous'],
    ['recorded', false, 'not-recorded', 'gdpr2016-art7-1-not-recorded'],
    ['distinguishable', false, 'not-distinguishable', 'gdpr2016-art7-2-not-distinguishable'],
    ['canBeWithdrawn', false, 'cannot-be-withdrawn', 'gdpr2016-art7-3-cannot-be-withdrawn'],
    ['conditionOfService', true, 'condition-of-service', 'gdpr2016-art7-4-condition-of-service'],
  ] as const)('T13: every element counts: %s', (element, answer, defect, rule) => {
    const wrong = decide(
      onConsent({ consent: { dataProtection: { ...consented, [element]: answer } } }),
    );
    expect(consentOf(wrong, 'mother', 'dataProtection')).toMatchObject({
      verdict: 'invalid',
      defects: [defect],
      reasons: [rule],
    });
    expect(wrong.outcome).toBe('do-not-share');
    const { [element]: _, ...silent } = consented;
    const open = decide(onConsent({ consent: { dataProtection: silent } }));
    expect(consentOf(open, 'mother', 'dataProtection')?.verdict).toBe('undetermined');
    expect(open.outcome).not.toBe('share');
    expect(open.questions.map(({ fact }) => fact)).toContain(`consent.${element}`);
  });

  test('T13: a consent to a public authority is asked whether it is free, and comes with a caution', () => {
    const { freelyGiven: _, ...silent } = consented;
    const council = (dataProtection: DataProtection) =>
      decide(
        onConsent(
          { consent: { dataProtection } },
          { sharer: { organisation: 'la-other', publicAuthority: true } },
        ),
      );
    expect(consentOf(council(silent), 'mother', 'dataProtection')?.verdict).toBe('undetermined');
    expect(consentOf(council(consented), 'mother', 'dataProtection')?.verdict).toBe('valid');
    expect(cautionsOf(council(consented))).toContain('gdpr2016-recital43-power-imbalance');
    const charity = decide(onConsent({ consent: { dataProtection: consented } }));
    expect(cautionsOf(charity)).not.toContain('gdpr2016-recital43-power-imbalance');
  });

  test('T13: nobody under pressure consents, of whatever kind', () => {
    const decision = decide(
      onConsent({
        underCoercion: true,
        consent: {
          dataProtection: consented,
          confidentiality: { status: 'given', givenBy: 'mother' },
          service: { status: 'given', givenBy: 'mother' },
        },
      }),
    );
    expect(decision.consents.map(({ verdict, defects }) => [verdict, defects])).toEqual(
      ['dataProtection', 'confidentiality', 'service'].map(() => ['invalid', ['coerced']]),
    );
  });

  describe('T13: who may consent', () => {
    const about = (person: Partial<Person>, givenBy: string, parental = true) =>
      decide(
        onConsent(
          {},
          {
            people: [
              {
                ref: 'boy',
                role: 'child',
                underCoercion: false,
                ...person,
                consent: { dataProtection: { ...consented, givenBy } },
              },
              mother({ parentalResponsibility: parental }),
            ],
            items: [note({ about: ['boy'] })],
          },
        ),
      );
    const verdict = (decision: SharingDecision) => consentOf(decision, 'boy', 'dataProtection');

    test('T13: from 16 capacity is presumed, and doubt displaces that', () => {
      expect(verdict(about({ ageBand: '16-17' }, 'boy'))?.verdict).toBe('valid');
      expect(verdict(about({ ageBand: '16-17', canConsent: 'unsure' }, 'boy'))?.verdict).toBe(
        'undetermined',
      );
      expect(verdict(about({ ageBand: '16-17', canConsent: false }, 'boy'))).toMatchObject({
        verdict: 'invalid',
        defects: ['no-capacity-or-competence'],
        reasons: ['consent-without-capacity'],
      });
    });

    test('T13: under 16 competence is judged, at 15 as at 12', () => {
      for (const ageBand of ['under-13', '13-15'] as const) {
        const open = about({ ageBand }, 'boy');
        expect(verdict(open)?.verdict).toBe('undetermined');
        expect(open.questions.map(({ fact }) => fact)).toContain('person.canConsent');
        expect(verdict(about({ ageBand, canConsent: true }, 'boy'))?.verdict).toBe('valid');
        expect(verdict(about({ ageBand, canConsent: false }, 'boy'))?.verdict).toBe('invalid');
      }
    });

    test('T13: a parent consents for a child who cannot, in the interests of the child', () => {
      const child = { ageBand: 'under-13', canConsent: false } as const;
      expect(verdict(about({ ...child, bestInterests: true }, 'mother'))?.verdict).toBe('valid');
      expect(verdict(about({ ...child, bestInterests: false }, 'mother'))?.reasons).toEqual([
        'consent-by-parent-against-interests',
      ]);
      expect(verdict(about(child, 'mother'))?.verdict).toBe('undetermined');
    });

    test('T13: a parent does not consent for a child who can, nor without responsibility', () => {
      const child = { ageBand: '13-15', canConsent: true, bestInterests: true } as const;
      expect(verdict(about(child, 'mother'))?.reasons).toEqual([
        'consent-by-parent-for-one-who-decides',
      ]);
      expect(verdict(about({ ...child, canConsent: false }, 'mother', false))?.reasons).toEqual([
        'consent-by-someone-without-responsibility',
      ]);
    });

    test('T13: where one parent agrees for the child and another objects, advice is taken', () => {
      const decision = decide(
        onConsent(
          {},
          {
            people: [
              {
                ref: 'boy',
                role: 'child',
                ageBand: 'under-13',
                canConsent: false,
                bestInterests: true,
                underCoercion: false,
                consent: { dataProtection: consented },
              },
              mother(),
              mother({ ref: 'father', views: { objects: true } }),
            ],
            items: [note({ about: ['boy'] })],
          },
        ),
      );
      expect(decision.advice.flatMap(({ reasons }) => reasons)).toContain(
        'ca1989-s2-7-parents-disagree',
      );
    });

    test('T13: in Scotland understanding is presumed of a data protection consent, and not in England', () => {
      const girl = (nation: 'scotland' | 'england') =>
        verdict(decide({ ...request, nation }))?.verdict;
      const request = onConsent(
        {},
        {
          people: [
            {
              ref: 'boy',
              role: 'child',
              ageBand: '13-15',
              underCoercion: false,
              consent: { dataProtection: { ...consented, givenBy: 'boy' } },
            },
          ],
          items: [note({ about: ['boy'] })],
        },
      );
      expect(girl('scotland')).toBe('valid');
      expect(girl('england')).toBe('undetermined');
    });
  });

  test('T13: agreement to a service is no lawful basis', () => {
    const decision = decide(
      onConsent({ consent: { service: { status: 'given', givenBy: 'mother' } } }),
    );
    expect(consentOf(decision, 'mother', 'service')?.verdict).toBe('valid');
    expect(basesOf(decision, 'available')).toEqual([]);
    expect(decision.outcome).not.toBe('share');
  });

  test('T13: a refused service stops the service and not the protection', () => {
    const refusing = (
      concern: SharingRequest['concern'],
      kind: 'early-help' | 'child-protection-enquiry',
    ) =>
      decide(
        toProtect([mother({ consent: { service: { status: 'refused' } } })], {
          concern,
          purpose: { kind, legitimate: true },
        }),
      );
    const below = refusing(
      { level: 'emerging-need', about: ['child'], adultAtSeriousRisk: false },
      'early-help',
    );
    expect(below.outcome).toBe('do-not-share');
    expect(below.items[0]?.reasons).toContain('early-help-without-agreement');
    expect(consentOf(below, 'mother', 'service')?.verdict).toBe('invalid');
    const enquiry = refusing(
      { level: 'significant-harm', about: ['child'], s47ThresholdDecided: true },
      'child-protection-enquiry',
    );
    expect(enquiry.outcome).toBe('share');
    expect(consentOf(enquiry, 'mother', 'service')).toMatchObject({
      verdict: 'not-needed',
      reasons: expect.arrayContaining(['ca1989-s47-refusal-overridden']) as string[],
    });
    expect(cautionsOf(enquiry)).toContain(
      'somerset-guidance-2024-refusal-does-not-stop-protection',
    );
  });
});

describe('T17: Article 14(5), and never Article 13', () => {
  const telling = (on: string, obtainedFrom: Item['obtainedFrom'], fact: string) =>
    tellingOf(
      decide(
        toProtect([mother({ informing: { wouldRaiseRiskToChild: false, [fact]: true } })], {
          on,
          items: [note({ about: ['mother'], categories: ['observation'], obtainedFrom })],
        }),
      ),
      'mother',
    );

  test.each([
    ['disproportionateEffort', '14(5)(b)', '14(5)(e)'],
    ['impossible', '14(5)(b)', '14(5)(e)'],
    ['wouldImpairObjectives', '14(5)(b)', '14(5)(f)'],
    ['requiredByLaw', '14(5)(c)', '14(5)(c)'],
    ['professionalSecrecy', '14(5)(d)', '14(5)(d)'],
  ])('T17: %s is read in the Article as it stood on the day', (fact, before, after) => {
    expect(telling('2026-02-04', 'other-agency', fact)?.exemption).toContain(before);
    expect(telling('2026-02-05', 'other-agency', fact)?.exemption).toContain(after);
  });

  test.each(['disproportionateEffort', 'impossible', 'wouldImpairObjectives', 'requiredByLaw'])(
    'T17: %s excuses no notice about what the person gave themself',
    (fact) => {
      expect(telling('2026-11-21', 'subject', fact)).toMatchObject({ verdict: 'need-not-tell' });
      expect(telling('2026-11-21', 'subject', fact)?.exemption).toBeUndefined();
    },
  );

  const due = (transparency: Person['transparency'], item: Partial<Item>, informing = {}) =>
    obligationOf(
      decide(
        toProtect(
          [
            mother({
              deceased: false,
              transparency: { toldOfThisSharing: false, ...transparency },
              informing: {
                wouldRaiseRiskToChild: false,
                wouldPrejudiceSeriousCrime: false,
                wouldCompromiseInvestigation: false,
                ...informing,
              },
            }),
          ],
          {
            concern: { level: 'significant-harm', about: ['child'], crimeSuspected: false },
            items: [note({ categories: ['observation'], ...item })],
            arrangement: { pattern: 'ad-hoc' },
          },
        ),
      ),
      'give-privacy-information',
    );

  test('T17: what the person gave themself called for privacy information there and then', () => {
    expect(
      due({ privacyNoticeGiven: false }, { obtainedFrom: 'subject', obtainedOn: '2026-11-02' }),
    ).toMatchObject({
      level: 'must',
      status: 'applies',
      due: '2026-11-02',
      reasons: expect.arrayContaining(['gdpr2016-art13-1-when-collected']) as string[],
    });
  });

  test('T17: what came from elsewhere calls for it within a month', () => {
    const withheld = { obtainedFrom: 'family', obtainedOn: '2026-11-10', relevant: false } as const;
    const untold = { notPracticable: true };
    expect(due({ privacyNoticeGiven: false }, withheld, untold)).toMatchObject({
      due: '2026-12-10',
      reasons: [
        'gdpr2016-art13-14-give-privacy-information',
        'somerset-guidance-2024-check-notice-at-touchpoints',
      ],
    });
  });

  test('T17: and at the latest when it is first disclosed, or the person is first spoken to', () => {
    const recent = { obtainedFrom: 'family', obtainedOn: '2026-11-10' } as const;
    const shared = due({ privacyNoticeGiven: false }, recent, { notPracticable: true });
    expect(shared?.due).toBe('2026-11-21');
    expect(shared?.reasons).toContain('gdpr2016-art14-3-c-first-disclosure');
    const spoken = due({ privacyNoticeGiven: false }, { ...recent, relevant: false });
    expect(spoken?.due).toBe('2026-11-21');
    expect(spoken?.reasons).toContain('gdpr2016-art14-3-b-first-communication');
  });

  test('T17: someone who has had the notice is due none', () => {
    expect(
      due({ privacyNoticeGiven: true }, { obtainedFrom: 'subject' }, { notPracticable: false }),
    ).toBeUndefined();
  });

  test('T17: what is exempt is not due, and what the person gave themself is not exempt', () => {
    const effort = {
      impossible: false,
      disproportionateEffort: true,
      wouldImpairObjectives: false,
      requiredByLaw: false,
      professionalSecrecy: false,
      notPracticable: false,
    };
    expect(due({ privacyNoticeGiven: false }, { obtainedFrom: 'family' }, effort)).toBeUndefined();
    expect(due({ privacyNoticeGiven: false }, { obtainedFrom: 'subject' }, effort)).toMatchObject({
      level: 'must',
      status: 'applies',
    });
  });

  test('T17: those who get no privacy information are protected in another way', () => {
    const advised = (fact: string) =>
      decide(
        toProtect([mother({ informing: { wouldRaiseRiskToChild: false, [fact]: true } })], {
          items: [note({ categories: ['observation'], obtainedFrom: 'family' })],
        }),
      ).advice.flatMap(({ reasons }) => reasons);
    expect(advised('impossible')).toContain('gdpr2016-art14-7-protective-measures');
    expect(advised('notPracticable')).not.toContain('gdpr2016-art14-7-protective-measures');
  });
});

describe('T22: there is no general safeguarding exemption', () => {
  const unsafe = (
    privacyNoticeGiven: boolean,
    obtainedFrom: Item['obtainedFrom'],
    informing = {},
  ) =>
    decide(
      toProtect(
        [
          mother({
            transparency: { privacyNoticeGiven },
            informing: { wouldRaiseRiskToChild: true, ...informing },
          }),
        ],
        {
          concern: { level: 'significant-harm', about: ['child'], crimeSuspected: true },
          items: [note({ categories: ['observation'], obtainedFrom })],
        },
      ),
    );
  const adviceOf = (decision: SharingDecision) => decision.advice.flatMap(({ reasons }) => reasons);

  test('T22: that telling is unsafe forbids telling, and exempts from no privacy notice', () => {
    const decision = unsafe(false, 'subject');
    expect(tellingOf(decision, 'mother')?.verdict).toBe('do-not-tell');
    expect(tellingOf(decision, 'mother')?.exemption).toBeUndefined();
    expect(adviceOf(decision)).toContain('dpa2018-no-general-safeguarding-exemption');
  });

  test('T22: an exemption is found for each person: they have it, it came from elsewhere, or a crime', () => {
    const exemption = (decision: SharingDecision) => tellingOf(decision, 'mother')?.exemption;
    expect(exemption(unsafe(true, 'subject'))).toContain('13(4)');
    expect(adviceOf(unsafe(true, 'subject'))).not.toContain(
      'dpa2018-no-general-safeguarding-exemption',
    );
    expect(exemption(unsafe(false, 'other-agency'))).toContain('14(5)(f)');
    expect(exemption(unsafe(false, 'subject', { wouldCompromiseInvestigation: true }))).toContain(
      'Schedule 2 paragraph 2(1)',
    );
    expect(
      exemption(unsafe(false, 'subject', { requiredByLaw: true, wouldImpairObjectives: true })),
    ).toContain('Schedule 2 paragraph 5(2)');
  });

  test('T22: no exemption is ever taken from Schedule 3, which answers requests for access', () => {
    for (const notice of [true, false])
      for (const origin of ['subject', 'family', 'public', 'other-agency'] as const)
        expect(tellingOf(unsafe(notice, origin), 'mother')?.exemption ?? '').not.toContain(
          'Schedule 3',
        );
  });

  test('T22: the police who enforce the law have section 44, and not Schedule 2', () => {
    const police = (lawEnforcementPurpose: boolean) =>
      tellingOf(
        decide(
          toProtect([mother({ informing: { wouldPrejudiceSeriousCrime: true } })], {
            sharer: { organisation: 'police', lawEnforcementPurpose, statutoryFunction: true },
          }),
        ),
        'mother',
      )?.exemption;
    expect(police(true)).toContain('section 44(4)');
    expect(police(false)).toContain('Schedule 2 paragraph 2(1)');
  });
});

describe("T23: routine sharing by a children's home", () => {
  const home = (person: Partial<Person>) =>
    decide(
      toProtect([], {
        sharer: { organisation: 'childrens-home-private', appropriatePolicyDocument: true },
        purpose: { kind: 'promote-welfare', legitimate: true },
        arrangement: { pattern: 'regular' },
        people: [
          {
            ref: 'child',
            role: 'child',
            ageBand: '13-15',
            canConsent: true,
            underCoercion: false,
            views: { sought: false },
            transparency: { privacyNoticeGiven: true },
            informing: { wouldRaiseRiskToChild: false },
            ...person,
          },
        ],
      }),
    );

  test('T23: the child is told what is routinely shared, and heard', () => {
    const decision = home({});
    expect(obligationOf(decision, 'give-privacy-information')?.reasons).toContain(
      'east-riding-homes-2024-tell-child-of-routine-sharing',
    );
    expect(obligationOf(decision, 'seek-views')?.reasons).toContain(
      'childrens-homes-regs2015-r7-child-views',
    );
  });

  test('T23: the consent of the child is not the basis, nor its absence a bar', () => {
    const refused = home({ consent: { dataProtection: { status: 'refused' } } });
    const silent = home({});
    expect(refused.outcome).toBe('share');
    expect(silent.outcome).toBe('share');
    expect(basesOf(silent, 'available')).not.toContain('6(1)(a)');
    expect(obligationOf(silent, 'seek-agreement')).toBeUndefined();
  });

  test('T23: a consent that a home obtains from a child who lives there comes with a caution', () => {
    const decision = home({ consent: { dataProtection: { ...consented, givenBy: 'child' } } });
    expect(cautionsOf(decision)).toContain('gdpr2016-recital43-power-imbalance');
  });
});
