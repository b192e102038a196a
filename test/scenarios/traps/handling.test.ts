import { describe, expect, test } from 'vitest';
import { checkRecord, decide } from '../../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../../src/index.ts';

type Item = NonNullable<SharingRequest['items']>[number];

/** A piece that goes unless a test says otherwise. */
const piece = (changes: Partial<Item> = {}): Item => ({
  ref: 'note',
  about: ['child'],
  categories: ['observation'],
  identifies: true,
  confidential: false,
  relevant: true,
  necessary: true,
  accurate: true,
  nature: 'fact',
  verification: 'first-hand',
  restriction: 'none',
  obtainedFrom: 'subject',
  couldExposeSomeoneToHarm: false,
  ...changes,
});

/** A school's referral of significant harm to social care, changed at its top keys. */
const referral = (changes: Partial<SharingRequest> = {}): SharingRequest => ({
  on: '2026-11-21',
  mode: 'proactive',
  sharer: { organisation: 'school-maintained', appropriatePolicyDocument: true },
  recipient: { organisation: 'la-childrens-social-care', mightHarm: false },
  purpose: { kind: 'safeguard-from-harm' },
  concern: { level: 'significant-harm', about: ['child'], delayWouldHarm: false },
  people: [
    {
      ref: 'child',
      role: 'child',
      ageBand: 'under-13',
      withoutConsentReason: 'would-prejudice-protection',
    },
  ],
  items: [piece()],
  justification: {
    proportionate: true,
    lessIntrusiveWayExists: false,
    substantialPublicInterest: true,
  },
  ...changes,
});

const itemOf = (decision: SharingDecision, ref = 'note') => {
  const item = decision.items.find((one) => one.ref === ref);
  if (!item) throw new Error('no such item');
  return item;
};
const obligationOf = (decision: SharingDecision, id: string) =>
  decision.obligations.find((one) => one.id === id && one.status === 'applies');
const fieldOf = (decision: SharingDecision, field: string) =>
  decision.record.find((one) => one.field === field);
const advisers = (decision: SharingDecision) => decision.advice.flatMap((row) => row.reasons);

describe('each piece is judged by itself', () => {
  test('an unnecessary piece stays behind while the rest goes, however grave the worry', () => {
    for (const level of ['significant-harm', 'immediate-danger'] as const) {
      const decision = decide(
        referral({
          concern: { level, about: ['child'], delayWouldHarm: true },
          items: [piece(), piece({ ref: 'extra', necessary: false })],
        }),
      );
      expect(decision.outcome).toBe('share-in-part');
      expect(itemOf(decision).verdict).toBe('share');
      expect(itemOf(decision, 'extra')).toMatchObject({ verdict: 'withhold', strength: 'must' });
      expect(itemOf(decision, 'extra').reasons).toContain('item-not-necessary');
    }
  });

  test('a power to share displaces neither necessity nor proportion', () => {
    const decision = decide(
      referral({
        sharer: { organisation: 'la-housing', statutoryFunction: true },
        recipient: { organisation: 'police', mightHarm: false },
        purpose: { kind: 'crime-prevention', legitimate: true },
        concern: { level: 'child-in-need', about: ['child'], crimeSuspected: true },
        justification: { proportionate: false, lessIntrusiveWayExists: false },
      }),
    );
    expect(
      decision.gateways.find(({ kind, status }) => kind === 'power' && status === 'applies'),
    ).toBeDefined();
    expect(itemOf(decision).verdict).toBe('withhold');
    expect(itemOf(decision).reasons).toContain('sharing-not-proportionate');
  });

  test('an inaccurate piece stays until it is corrected, and correcting it is shown as the way', () => {
    const decision = decide(referral({ items: [piece({ accurate: false })] }));
    expect(itemOf(decision).verdict).toBe('withhold');
    expect(itemOf(decision).reasons).toContain('item-not-accurate');
    expect(decision.remedies.flatMap(({ set }) => set.map(({ fact }) => fact))).toContain(
      'item.accurate',
    );
    expect(obligationOf(decision, 'check-accuracy')?.reasons).toContain('accuracy-checked-first');
    expect(obligationOf(decision, 'refer-to-social-care')?.reasons).toContain(
      'ca1989-s47-refer-despite-withholding',
    );
  });

  test('old and thin information goes, with its dates and after a check', () => {
    const decision = decide(
      referral({
        items: [piece({ adequate: false, upToDate: false, historicalContextGiven: false })],
      }),
    );
    expect(itemOf(decision)).toMatchObject({
      verdict: 'share-with-changes',
      changes: ['add-historical-context'],
    });
    expect(obligationOf(decision, 'check-accuracy')).toMatchObject({
      level: 'must',
      reasons: ['accuracy-checked-first'],
    });
    expect(fieldOf(decision, 'fact-and-opinion')?.status).toBe('applies');
  });

  test('opinion goes labelled, hearsay goes labelled and checked, what was disproved does not go', () => {
    const decision = decide(
      referral({
        items: [
          piece({ ref: 'view', nature: 'opinion', factAndOpinionDistinguished: false }),
          piece({ ref: 'heard', nature: 'allegation', verification: 'hearsay' }),
          piece({ ref: 'untrue', nature: 'allegation', verification: 'disproved' }),
        ],
      }),
    );
    expect(itemOf(decision, 'view').changes).toEqual(['label-opinion']);
    expect(itemOf(decision, 'heard').changes).toEqual(['label-unverified']);
    expect(itemOf(decision, 'untrue').verdict).toBe('withhold');
    expect(itemOf(decision, 'untrue').reasons).toContain('item-disproved');
    expect(obligationOf(decision, 'distinguish-fact-from-opinion')?.level).toBe('should');
    expect(obligationOf(decision, 'check-accuracy')?.reasons).toEqual(['unverified-checked-first']);
  });

  test('what the recipient has already is left out, though nothing forbids it', () => {
    const held = decide(referral({ items: [piece({ alreadyAvailableToRecipient: true })] }));
    expect(held.outcome).toBe('share');
    expect(obligationOf(held, 'share-minimum')?.reasons).toEqual(['already-held-left-out']);
    const fresh = decide(referral({ items: [piece({ alreadyAvailableToRecipient: false })] }));
    expect(obligationOf(fresh, 'share-minimum')).toBeUndefined();
  });

  test('a whole file goes as an extract, unless a transfer hands it over', () => {
    const whole = [piece({ extent: 'whole-record' })];
    const file = decide(referral({ items: whole }));
    expect(file.outcome).toBe('share-in-part');
    expect(itemOf(file).changes).toEqual(['extract-only']);
    expect(itemOf(file).reasons).toContain('whole-record-becomes-extract');
    expect(obligationOf(file, 'share-minimum')?.reasons).toContain('only-the-minimum');
    const moved = decide(referral({ items: whole, purpose: { kind: 'case-transfer' } }));
    expect(itemOf(moved).changes).toEqual([]);
  });

  test('a review takes the whole record only where it asked for the whole', () => {
    const review = (withinDemand: boolean) =>
      decide(
        referral({
          mode: 'on-request',
          demand: { power: 'none-stated' },
          recipient: {
            organisation: 'safeguarding-partner',
            identityVerified: true,
            mightHarm: false,
          },
          purpose: { kind: 'practice-review' },
          items: [piece({ extent: 'whole-record', withinDemand })],
        }),
      );
    expect(itemOf(review(true)).changes).toEqual([]);
    expect(itemOf(review(false)).changes).toEqual(['extract-only']);
  });

  test('the worry goes without what was told in confidence, and the lead is asked about the rest', () => {
    const decision = decide(
      referral({
        concern: { level: 'child-in-need', about: ['child'] },
        items: [
          piece({ ref: 'worry', categories: ['safeguarding-concern'] }),
          piece({
            ref: 'told',
            confidential: true,
            confidedBy: 'child',
            publicInterestOverridesConfidence: false,
          }),
        ],
      }),
    );
    expect(itemOf(decision, 'worry').verdict).toBe('share');
    expect(itemOf(decision, 'told').verdict).not.toBe('share');
    expect(advisers(decision)).toContain('common-law-confidence-worry-alone');
  });
});

describe('those who could be harmed are protected', () => {
  const leads = ['whereabouts', 'contact-details', 'identity', 'referrer-identity'] as const;

  test.each(leads)(
    '%s never goes to a recipient who might harm, nor where one would see it',
    (kind) => {
      const items = [piece({ categories: [kind] })];
      const asked = decide(
        referral({
          items,
          recipient: { organisation: 'la-housing', roleInSafeguarding: true, mightHarm: true },
        }),
      );
      expect(itemOf(asked)).toMatchObject({ verdict: 'withhold', strength: 'must' });
      expect(itemOf(asked).reasons).toContain('whereabouts-to-someone-who-might-harm');
      const seen = decide(referral({ items, channel: { seenByThreat: true } }));
      expect(itemOf(seen).verdict).toBe('withhold');
      expect(itemOf(seen).reasons).toContain('whereabouts-by-channel-seen');
      expect(decide(referral({ items, channel: { seenByThreat: false } })).outcome).toBe('share');
    },
  );

  test('a protector may know the source, and is asked to protect it; a parent is not told', () => {
    const source = referral({
      people: [
        { ref: 'child', role: 'child', ageBand: 'under-13' },
        { ref: 'neighbour', role: 'referrer', ageBand: 'adult', views: { asksConfidence: true } },
        { ref: 'father', role: 'parent', ageBand: 'adult' },
      ],
      items: [
        piece({ about: ['child', 'neighbour'], categories: ['observation', 'referrer-identity'] }),
      ],
    });
    const protector = decide({ ...source, channel: { seenByThreat: false } });
    expect(itemOf(protector).verdict).toBe('share');
    expect(obligationOf(protector, 'protect-identities')?.text).toContain('ask the recipient');
    expect(fieldOf(protector, 'identities-to-protect')?.status).toBe('applies');
    const parent = decide({
      ...source,
      channel: { seenByThreat: false },
      recipient: {
        person: 'father',
        canProtect: true,
        roleInSafeguarding: false,
        identityVerified: true,
        mightHarm: false,
      },
    });
    expect(itemOf(parent).changes).toContain('redact-identity');
    expect(itemOf(parent).reasons).toContain('source-redacted');
  });

  test('identities were to be protected before the advice of 2024 said so', () => {
    const decision = decide(
      referral({ on: '2019-06-01', items: [piece({ couldExposeSomeoneToHarm: true })] }),
    );
    expect(obligationOf(decision, 'protect-identities')?.reasons).toEqual(['identities-protected']);
  });
});

describe('the recipient', () => {
  test('a body without a role, a part in protecting or a right is told nothing at significant harm either', () => {
    const to = (canProtect: boolean) =>
      decide(
        referral({
          recipient: {
            organisation: 'employer',
            roleInSafeguarding: false,
            canProtect,
            entitled: false,
            mightHarm: false,
          },
        }),
      );
    const nobody = to(false);
    expect(nobody.outcome).toBe('do-not-share');
    expect(itemOf(nobody).reasons).toContain('recipient-without-role');
    expect(obligationOf(nobody, 'consider-another-recipient')?.text).toContain('NSPCC');
    expect(to(true).outcome).toBe('share');
  });

  test('what identifies nobody may go to a body without a role', () => {
    const decision = decide(
      referral({
        concern: { level: 'child-in-need', about: ['child'] },
        recipient: {
          organisation: 'charity',
          roleInSafeguarding: false,
          canProtect: false,
          entitled: false,
          mightHarm: false,
        },
        items: [piece({ identifies: false })],
      }),
    );
    expect(decision.outcome).toBe('share');
  });

  test('in immediate danger whoever is at hand and would not harm may be told', () => {
    const decision = decide(
      referral({
        concern: { level: 'immediate-danger', about: ['child'], delayWouldHarm: true },
        recipient: {
          organisation: 'employer',
          roleInSafeguarding: false,
          canProtect: false,
          entitled: false,
          mightHarm: false,
        },
      }),
    );
    expect(decision.outcome).toBe('share');
    expect(decision.urgency).toBe('immediate');
  });

  test('each of a group must need it, and a wide list needs strong reasons', () => {
    const to = (reach: 'one' | 'need-to-know-group' | 'wide-list') =>
      decide(
        referral({
          recipient: { organisation: 'la-childrens-social-care', mightHarm: false, reach },
        }),
      );
    expect(obligationOf(to('one'), 'share-minimum')).toBeUndefined();
    expect(obligationOf(to('need-to-know-group'), 'share-minimum')).toMatchObject({
      level: 'must',
      reasons: ['group-told-what-each-needs'],
    });
    const wide = to('wide-list');
    expect(wide.cautions.flatMap((row) => row.reasons)).toContain(
      'wide-circulation-needs-strong-reasons',
    );
    expect(to('one').cautions.flatMap((row) => row.reasons)).not.toContain(
      'wide-circulation-needs-strong-reasons',
    );
  });

  test('the public is told about nobody', () => {
    const decision = decide(
      referral({
        recipient: {
          organisation: 'member-of-public',
          reach: 'public',
          roleInSafeguarding: false,
          canProtect: false,
          entitled: false,
          mightHarm: false,
        },
      }),
    );
    expect(decision.outcome).toBe('do-not-share');
    expect(itemOf(decision).reasons).toContain('disclosure-to-the-public');
  });

  const caller = (identityVerified: boolean, changes: Partial<SharingRequest> = {}) =>
    referral({
      mode: 'on-request',
      demand: { form: 'telephone', power: 'none-stated' },
      recipient: {
        organisation: 'other',
        identityVerified,
        entitled: false,
        roleInSafeguarding: true,
        mightHarm: false,
      },
      concern: { level: 'child-in-need', about: ['child'], delayWouldHarm: false },
      ...changes,
    });

  test('a caller who fails verification learns nothing, not even whether the child is known', () => {
    const decision = decide(caller(false));
    expect(decision.outcome).toBe('do-not-share');
    expect(itemOf(decision).reasons).toContain('anything-to-unverified-caller');
    expect(obligationOf(decision, 'verify-identity')).toMatchObject({
      level: 'must',
      when: 'before',
    });
    expect(obligationOf(decision, 'neither-confirm-nor-deny')?.level).toBe('must');
    expect(obligationOf(decision, 'explain-refusal')?.text).toContain(
      'as far as saying so is safe',
    );
    expect(advisers(decision)).toContain('manager-asked-about-caller');
    expect(fieldOf(decision, 'approved-by')).toMatchObject({ timing: 'before', status: 'applies' });
    expect(fieldOf(decision, 'recipient-verified')?.value).toBe(false);
    expect(decision.remedies.flatMap(({ set }) => set.map(({ fact }) => fact))).toContain(
      'recipient.identityVerified',
    );
    expect(decide(caller(true)).outcome).toBe('share');
  });

  test('a verified caller is still asked whether they are entitled', () => {
    const known = caller(true);
    const decision = decide({
      ...known,
      recipient: { ...known.recipient, roleInSafeguarding: false, canProtect: true },
    });
    expect(obligationOf(decision, 'verify-identity')?.reasons).toEqual([
      'telephone-request-entitlement',
    ]);
    expect(obligationOf(decide(known), 'verify-identity')).toBeUndefined();
  });

  test('in immediate danger nobody waits to verify a protector, and approval is recorded afterwards', () => {
    const decision = decide(
      caller(false, {
        recipient: {
          organisation: 'police',
          identityVerified: false,
          mightHarm: false,
        },
        concern: { level: 'immediate-danger', about: ['child'], delayWouldHarm: true },
      }),
    );
    expect(decision.outcome).toBe('share');
    expect(fieldOf(decision, 'approved-by')).toMatchObject({
      timing: 'as-soon-as-possible-after',
      reasons: ['record-approved-afterwards'],
    });
  });

  test('an insecure way is changed for a secure one, and never stops the sharing', () => {
    const decision = decide(
      referral({ channel: { method: 'email', secure: false, contentChecked: false } }),
    );
    expect(decision.outcome).toBe('share');
    expect(obligationOf(decision, 'use-secure-channel')).toMatchObject({
      level: 'must',
      when: 'with',
    });
    expect(obligationOf(decision, 'check-contents-and-address')?.level).toBe('should');
    const safe = decide(
      referral({
        channel: { method: 'portal', secure: true, contentChecked: true, seenByThreat: false },
      }),
    );
    expect(obligationOf(safe, 'use-secure-channel')).toBeUndefined();
    expect(obligationOf(safe, 'check-contents-and-address')).toBeUndefined();
  });
});

describe('agreements and assessments', () => {
  const sharing = (arrangement: SharingRequest['arrangement']) => decide(referral({ arrangement }));

  test('a one-off needs neither, regular sharing needs both', () => {
    const once = sharing({ pattern: 'ad-hoc', agreement: 'none', dpia: false });
    expect(obligationOf(once, 'put-sharing-agreement-in-place')).toBeUndefined();
    expect(obligationOf(once, 'carry-out-dpia')).toBeUndefined();
    expect(fieldOf(once, 'agreement-or-dpia')).toBeUndefined();
    const regular = sharing({ pattern: 'regular', agreement: 'none', dpia: false });
    expect(regular.outcome).toBe('share');
    expect(obligationOf(regular, 'put-sharing-agreement-in-place')?.when).toBe('after');
    expect(obligationOf(regular, 'carry-out-dpia')?.when).toBe('after');
    expect(fieldOf(regular, 'agreement-or-dpia')?.value).toBe('none');
  });

  test('an overarching agreement alone calls for a specific one', () => {
    const one = sharing({ pattern: 'regular', agreement: 'tier-1', dpia: true });
    expect(obligationOf(one, 'put-sharing-agreement-in-place')?.reasons).toEqual([
      'somerset-guidance-2024-tier-2-agreement',
    ]);
    const both = sharing({ pattern: 'regular', agreement: 'tier-1-and-2', dpia: true });
    expect(obligationOf(both, 'put-sharing-agreement-in-place')).toBeUndefined();
    expect(obligationOf(both, 'carry-out-dpia')).toBeUndefined();
  });
});

describe('what to do and whom to ask', () => {
  const about = (concern: SharingRequest['concern']) => decide(referral({ concern }));

  test('the police hear of a crime against a child without delay, below significant harm too', () => {
    const crime = about({ level: 'child-in-need', about: ['child'], crimeSuspected: true });
    expect(obligationOf(crime, 'notify-police')).toMatchObject({
      when: 'with',
      reasons: ['hmg2015-notify-police'],
    });
    const none = about({ level: 'child-in-need', about: ['child'], crimeSuspected: false });
    expect(obligationOf(none, 'notify-police')).toBeUndefined();
    const danger = about({ level: 'immediate-danger', about: ['child'], crimeSuspected: false });
    expect(obligationOf(danger, 'notify-police')).toBeDefined();
    expect(obligationOf(danger, 'call-999')).toBeDefined();
  });

  test('a refusal is explained, recorded, and looked at again when something new comes', () => {
    const asked = (newInformation: boolean) =>
      decide(
        referral({
          mode: 'on-request',
          demand: { power: 'none-stated', newInformation },
          recipient: {
            organisation: 'la-childrens-social-care',
            identityVerified: true,
            mightHarm: false,
          },
          items: [piece({ necessary: false })],
        }),
      );
    const first = asked(false);
    expect(obligationOf(first, 'explain-refusal')?.reasons).toEqual([
      'golden-rule7-explain-refusal',
    ]);
    expect(obligationOf(first, 'neither-confirm-nor-deny')).toBeUndefined();
    expect(obligationOf(first, 'reconsider-on-new-information')?.when).toBe('after');
    expect(fieldOf(first, 'refusal-explained')?.status).toBe('applies');
    expect(obligationOf(asked(true), 'reconsider-on-new-information')?.reasons).toContain(
      'new-information-decided-afresh',
    );
  });

  test('whoever withholds does not assume that another has passed it on', () => {
    const kept = decide(
      referral({
        concern: { level: 'welfare', about: ['child'] },
        items: [piece({ relevant: false })],
      }),
    );
    expect(obligationOf(kept, 'follow-up')?.reasons).toEqual(['wt2015-pass-it-on-yourself']);
    expect(obligationOf(decide(referral()), 'follow-up')?.reasons).toEqual(['wt2023-follow-up']);
    expect(fieldOf(decide(referral()), 'expected-actions')?.status).toBe('applies');
  });

  test('doubt goes to the manager and the lead, without a name where that can be', () => {
    const decision = decide(referral({ advice: { doubt: true } }));
    const rows = decision.advice.filter(({ reasons }) =>
      reasons.some((id) => id.startsWith('golden-rule4-doubt')),
    );
    expect(rows.map(({ who }) => who)).toEqual(['manager', 'safeguarding-lead']);
    for (const { about: what } of rows) expect(what).toContain('leave out who it is about');
    expect(fieldOf(decision, 'advice-sought')?.status).toBe('applies');
  });

  test.each([
    ['nhs-gp', 'caldicott2020-guardian'],
    ['charity', 'golden-rule4-nspcc'],
  ] as const)('%s in doubt has an adviser of its own', (organisation, rule) => {
    const decision = decide(
      referral({
        sharer: { organisation },
        advice: { doubt: true },
        items: [piece({ confidential: true })],
      }),
    );
    expect(advisers(decision)).toContain(rule);
    expect(advisers(decide(referral({ advice: { doubt: true } })))).not.toContain(rule);
  });

  test('a demand in law that is not met goes to the lawyers', () => {
    const asked = (power: 'court-order' | 'none-stated') =>
      decide(
        referral({
          mode: 'on-request',
          demand: { power },
          recipient: { organisation: 'court', identityVerified: true, mightHarm: false },
          concern: { level: 'none', about: [] },
          purpose: { kind: 'court' },
          items: [piece({ withinDemand: false, necessary: false })],
        }),
      );
    expect(asked('court-order').outcome).toBe('do-not-share');
    expect(advisers(asked('court-order'))).toContain('golden-rule4-demand-in-law-legal');
    expect(advisers(asked('none-stated'))).not.toContain('golden-rule4-demand-in-law-legal');
  });

  test('small signs of neglect are talked through, and early help is thought of', () => {
    const decision = about({ level: 'emerging-need', kinds: ['neglect'], about: ['child'] });
    expect(advisers(decision)).toEqual(
      expect.arrayContaining([
        'dfe2024-signs-that-build-up',
        'somerset-guidance-2024-early-help-considered',
      ]),
    );
    expect(advisers(decide(referral()))).not.toContain('dfe2024-signs-that-build-up');
  });

  test('who receives a confidence is told how to keep it', () => {
    const secret = decide(
      referral({ items: [piece({ confidential: true, publicInterestOverridesConfidence: true })] }),
    );
    expect(secret.outcome).toBe('share');
    expect(obligationOf(secret, 'give-confidentiality-warning')?.reasons).toContain(
      'say-it-is-confidential',
    );
    expect(obligationOf(decide(referral()), 'give-confidentiality-warning')).toBeUndefined();
  });
});

describe('the record', () => {
  const every = [
    'decision-made',
    'decided-by',
    'decided-on',
    'departs-from-suggestion',
    'why',
    'recipient',
    'purpose',
    'where-recorded',
  ];
  const outcomes: readonly (readonly [SharingDecision['outcome'], SharingRequest])[] = [
    ['share', referral()],
    ['share-in-part', referral({ items: [piece(), piece({ ref: 'extra', relevant: false })] })],
    ['do-not-share', referral({ items: [piece({ relevant: false })] })],
    ['seek-advice', referral({ items: [{ ref: 'note' }] })],
    ['more-information-needed', { on: '2026-11-21', mode: 'proactive' }],
  ];

  test.each(outcomes)(
    'on %s says what was decided, by whom, why and where it is kept',
    (outcome, request) => {
      const decision = decide(request);
      expect(decision.outcome).toBe(outcome);
      const applies = decision.record.filter(({ status }) => status === 'applies');
      expect(applies.map(({ field }) => field)).toEqual(expect.arrayContaining(every));
      for (const { level, sources } of decision.record) {
        expect(['must', 'should']).toContain(level);
        expect(sources.length).toBeGreaterThan(0);
      }
      const shared = outcome === 'share' || outcome === 'share-in-part';
      expect(applies.some(({ field }) => field === 'shared')).toBe(shared);
      expect(applies.some(({ field }) => field === 'not-shared')).toBe(outcome !== 'share');
      expect(applies.some(({ field }) => field === 'risks-of-not-sharing')).toBe(
        outcome !== 'share',
      );
      expect(obligationOf(decision, 'record-decision')).toBeDefined();
      expect(decision.humanDecision.required).toBe(true);
      expect(checkRecord(decision, {}).complete).toBe(false);
    },
  );

  test('names the lawful basis and conditions as the law asks where a piece goes', () => {
    const decision = decide(referral({ items: [piece({ categories: ['health'] })] }));
    expect(fieldOf(decision, 'lawful-basis')).toMatchObject({ level: 'must', value: '6(1)(e)' });
    for (const field of [
      'special-category-condition',
      'without-consent-reason',
      'appropriate-policy-document',
    ])
      expect(fieldOf(decision, field)).toMatchObject({ level: 'must', status: 'applies' });
    expect(fieldOf(decision, 'offence-data-condition')).toBeUndefined();
    expect(fieldOf(decision, 'retention-review')?.status).toBe('applies');
    expect(obligationOf(decision, 'set-retention-review')?.text).toContain('regular review');
  });

  test('asks for no condition where nothing goes, only for the basis that was considered', () => {
    const decision = decide(
      referral({ items: [piece({ categories: ['health'], relevant: false })] }),
    );
    expect(fieldOf(decision, 'special-category-condition')).toBeUndefined();
    expect(fieldOf(decision, 'lawful-basis')).toMatchObject({
      level: 'should',
      reasons: ['record-lawful-basis-considered'],
    });
  });

  test('never delays an urgent share', () => {
    const decision = decide(
      referral({
        concern: { level: 'child-in-need', about: ['child'], delayWouldHarm: true },
        advice: { doubt: true },
      }),
    );
    expect(decision.record.map(({ timing }) => timing)).not.toContain('before');
    const calm = decide(
      referral({
        concern: { level: 'child-in-need', about: ['child'], delayWouldHarm: false },
        advice: { doubt: true },
      }),
    );
    expect(fieldOf(calm, 'approved-by')?.timing).toBe('before');
  });

  test('is prefilled with what the request says', () => {
    const decision = decide(
      referral({
        channel: { method: 'portal', secure: true, contentChecked: true, seenByThreat: false },
        advice: { doubt: true, sought: true, from: 'safeguarding-lead', outcome: 'share' },
      }),
    );
    expect(fieldOf(decision, 'purpose')?.value).toBe('safeguard-from-harm');
    expect(fieldOf(decision, 'recipient')?.value).toBe('la-childrens-social-care');
    expect(fieldOf(decision, 'method')?.value).toBe('portal');
    expect(fieldOf(decision, 'advice-sought')?.value).toBe('safeguarding-lead');
  });

  test('must show why an exemption of the Act kept someone from being told', () => {
    const telling = (wouldPrejudiceSeriousCrime: boolean) =>
      decide(
        referral({
          concern: { level: 'significant-harm', about: ['child'], crimeSuspected: true },
          people: [
            { ref: 'child', role: 'child', ageBand: 'under-13' },
            {
              ref: 'father',
              role: 'parent',
              ageBand: 'adult',
              allegedToHarm: true,
              informing: {
                wouldRaiseRiskToChild: true,
                wouldPrejudiceSeriousCrime,
                wouldCompromiseInvestigation: false,
                requiredByLaw: false,
              },
            },
          ],
          items: [piece({ about: ['child', 'father'] })],
        }),
      );
    expect(fieldOf(telling(true), 'ground-for-not-telling')?.level).toBe('must');
    expect(fieldOf(telling(false), 'ground-for-not-telling')?.level).toBe('should');
  });
});

describe('what is not known', () => {
  test('is never a refusal where a child may be suffering significant harm', () => {
    const decision = decide({
      on: '2026-11-21',
      mode: 'proactive',
      concern: { level: 'significant-harm', about: ['child'] },
    });
    expect(decision.outcome).toBe('seek-advice');
    expect(decision.urgency).toBe('without-delay');
    expect(decision.obligations.find(({ id }) => id === 'refer-to-social-care')?.status).toBe(
      'undetermined',
    );
    expect(obligationOf(decision, 'follow-up')?.reasons).toEqual(['wt2015-pass-it-on-yourself']);
    expect(decision.citations.length).toBeGreaterThan(0);
  });

  test('no missing policy document, agreement, assessment or record blocks immediate danger', () => {
    const decision = decide(
      referral({
        sharer: { organisation: 'charity', appropriatePolicyDocument: false },
        concern: { level: 'immediate-danger', about: ['child'], delayWouldHarm: true },
        arrangement: { pattern: 'regular', agreement: 'none', dpia: false },
        items: [piece({ categories: ['health', 'criminal-allegation'] })],
      }),
    );
    expect(decision.outcome).toBe('share');
    expect(obligationOf(decision, 'put-policy-document-in-place')?.when).toBe('after');
  });
});
