import { describe, expect, test } from 'vitest';
import { decide, explain, rules, sources } from '../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';

/** Decisions of the years of the Data Protection Act 1998 and of Local Safeguarding Children Boards. */

type Item = NonNullable<SharingRequest['items']>[number];
type Person = NonNullable<SharingRequest['people']>[number];

const lastOf1998 = '2018-05-24';
const firstOfGdpr = '2018-05-25';
const known = {
  identifies: true,
  confidential: false,
  relevant: true,
  necessary: true,
  adequate: true,
  accurate: true,
  upToDate: true,
  verification: 'first-hand',
  nature: 'fact',
  collectedOnConsent: false,
  couldExposeSomeoneToHarm: false,
  restriction: 'none',
} as const;
const judged = { necessary: true, proportionate: true, lessIntrusiveWayExists: false } as const;
const posted = { secure: true, contentChecked: true, seenByThreat: false } as const;
const child: Person = { ref: 'child', role: 'child', ageBand: 'under-13' };
const note: Item = { ref: 'note', about: ['child'], categories: ['health'] };

const request = (more: Partial<SharingRequest> = {}): SharingRequest => ({
  on: '2015-06-01',
  mode: 'proactive',
  sharer: { organisation: 'charity', statutoryFunction: false },
  recipient: {
    organisation: 'la-childrens-social-care',
    identityVerified: true,
    mightHarm: false,
  },
  purpose: { kind: 'safeguard-from-harm', legitimate: true },
  concern: {
    level: 'child-in-need',
    about: ['child'],
    adultAtSeriousRisk: false,
    crimeSuspected: false,
    delayWouldHarm: false,
  },
  people: [child],
  items: [note],
  allItems: known,
  justification: { ...judged, legitimateInterestsPrevail: false, substantialPublicInterest: false },
  channel: posted,
  ...more,
});
const basesOf = ({ lawfulBases }: SharingDecision) =>
  lawfulBases.filter(({ status }) => status === 'available').map(({ article }) => article);
const conditionsOf = ({ conditions }: SharingDecision, status = 'available') =>
  conditions.filter((row) => row.status === status).map(({ article }) => article);
const cautionsOf = ({ cautions }: SharingDecision) => cautions.flatMap(({ reasons }) => reasons);
const reasonsOf = ({ items }: SharingDecision) => items.flatMap(({ reasons }) => reasons);

describe('T1: before 25 May 2018 the law is that of 1998, and on that day it ends', () => {
  test.each(['2000-03-01', '2015-06-01', lastOf1998])(
    'T1: on %s the bases are of Schedule 2 and the conditions of Schedule 3, with a caution',
    (on) => {
      const decision = decide(request({ on }));
      expect(decision.regime).toBe('dpa-1998');
      expect(decision.lawfulBases.every(({ article }) => article.startsWith('sch2'))).toBe(true);
      expect(decision.conditions.every(({ article }) => article.startsWith('sch3'))).toBe(true);
      expect(cautionsOf(decision)).toContain('dpa1998-law-of-its-day');
    },
  );

  test('T1: from the first day of the GDPR nothing of 1998 bears on a decision', () => {
    const decision = decide(request({ on: firstOfGdpr }));
    expect(decision.regime).toBe('eu-gdpr');
    const bearing = [
      ...decision.reasons.map(({ rule }) => rule),
      ...decision.citations.map(({ id }) => id),
      ...decision.lawfulBases.map(({ article }) => article),
      ...decision.conditions.map(({ article }) => article),
    ];
    expect(bearing.filter((one) => /^(dpa1998|sch[23]\()/.test(one))).toEqual([]);
  });

  test('T1: every rule of the Act of 1998 is in force on its last day and ends with it', () => {
    const old = rules.filter(({ id }) => id.startsWith('dpa1998-'));
    expect(old.length).toBeGreaterThan(30);
    expect(old.map(({ effective }) => effective.to)).toEqual(old.map(() => lastOf1998));
  });

  test('T1: what was read of the old law is marked as read, and what was not is not', () => {
    const verified = (id: string) => sources.find((source) => source.id === id)?.verified;
    expect(verified('dpa1998')).toBe(true);
    expect(verified('csf-act2010')).toBe(true);
    expect(verified('sensitive-data-order2000')).toBe(false);
    expect(verified('dp-directive1995')).toBe(false);
  });
});

describe('functions of any person', () => {
  test('a charity shares on the functions of the council, health included, without a balance', () => {
    const decision = decide(request());
    expect(decision.outcome).toBe('share');
    expect(basesOf(decision)).toEqual(['sch2(5)']);
    expect(conditionsOf(decision)).toEqual(['sch3(7)']);
    expect(reasonsOf(decision)).toEqual(
      expect.arrayContaining(['dpa1998-sch2-p5-functions', 'dpa1998-sch3-p7-functions']),
    );
  });

  test('a charity that tells another charity has no such function, and the health note stays', () => {
    const decision = decide(
      request({
        recipient: {
          organisation: 'charity',
          roleInSafeguarding: true,
          identityVerified: true,
          mightHarm: false,
        },
      }),
    );
    expect(basesOf(decision)).toEqual([]);
    expect(conditionsOf(decision)).toEqual([]);
    expect(decision.items.map(({ verdict }) => verdict)).not.toContain('share');
  });

  test('the same charity has no public task once the GDPR applies', () => {
    const decision = decide(request({ on: firstOfGdpr }));
    expect(basesOf(decision)).not.toContain('6(1)(e)');
  });
});

describe('the Order of 2000', () => {
  const father: Person = {
    ref: 'father',
    role: 'parent',
    ageBand: 'adult',
    withoutConsentReason: 'would-prejudice-protection',
  };
  const allegation: Item = { ref: 'note', about: ['father'], categories: ['criminal-allegation'] };
  const toCharity = (more: Partial<SharingRequest> = {}) =>
    request({
      recipient: {
        organisation: 'charity',
        roleInSafeguarding: true,
        identityVerified: true,
        mightHarm: false,
      },
      concern: { ...request().concern, crimeSuspected: true },
      people: [child, father],
      items: [allegation],
      justification: {
        ...judged,
        legitimateInterestsPrevail: true,
        substantialPublicInterest: true,
      },
      ...more,
    });

  test('lets an allegation go against an unlawful act, in the substantial public interest', () => {
    const decision = decide(toCharity());
    expect(conditionsOf(decision)).toEqual(['sch3(10)']);
    expect(reasonsOf(decision)).toContain('dpa1998-sch3-p10-order-offence-data');
  });

  test('does not without that interest, nor where consent could be asked', () => {
    const without = toCharity({
      justification: {
        ...judged,
        legitimateInterestsPrevail: true,
        substantialPublicInterest: false,
      },
    });
    const asked = toCharity({
      people: [child, { ...father, withoutConsentReason: 'not-reasonable-to-obtain' }],
    });
    for (const one of [without, asked]) expect(conditionsOf(decide(one))).toEqual([]);
  });

  test('needs no such interest for what a constable is told', () => {
    const police = toCharity({
      recipient: { organisation: 'police', identityVerified: true, mightHarm: false },
      justification: {
        ...judged,
        legitimateInterestsPrevail: true,
        substantialPublicInterest: false,
      },
    });
    expect(conditionsOf(decide(police))).toEqual(['sch3(10)', 'sch3(7)']);
  });
});

describe('consent before the GDPR', () => {
  const consent = { status: 'given', givenBy: 'mother', implied: true } as const;
  const elements = { freelyGiven: true, specific: true, informed: true } as const;
  type DataProtection = NonNullable<NonNullable<Person['consent']>['dataProtection']>;
  const service = (given: DataProtection, categories: Item['categories']) =>
    request({
      recipient: {
        organisation: 'charity',
        roleInSafeguarding: true,
        identityVerified: true,
        mightHarm: false,
      },
      purpose: { kind: 'service-provision', legitimate: true, compatible: true },
      concern: { level: 'none', about: [], adultAtSeriousRisk: false },
      people: [
        {
          ref: 'mother',
          role: 'parent',
          ageBand: 'adult',
          canConsent: true,
          underCoercion: false,
          consent: { dataProtection: given },
        },
      ],
      items: [{ ref: 'note', about: ['mother'], ...(categories ? { categories } : {}) }],
    });

  test('might be implied, as in a referral to a service', () => {
    const decision = decide(service({ ...consent, ...elements }, ['family']));
    expect(decision.outcome).toBe('share');
    expect(basesOf(decision)).toEqual(['sch2(1)']);
  });

  test('had to be explicit for sensitive personal data', () => {
    const implied = decide(service({ ...consent, ...elements, explicit: false }, ['health']));
    expect(basesOf(implied)).toEqual(['sch2(1)']);
    expect(conditionsOf(implied)).toEqual([]);
    expect(implied.outcome).toBe('do-not-share');
    const explicit = decide(
      service({ ...consent, ...elements, implied: false, explicit: true }, ['health']),
    );
    expect(conditionsOf(explicit)).toEqual(['sch3(1)']);
    expect(explicit.outcome).toBe('share');
  });

  test.each([
    ['freelyGiven', 'not-freely-given'],
    ['specific', 'not-specific'],
    ['informed', 'not-informed'],
  ] as const)('was none where it was not %s', (element, defect) => {
    const decision = decide(service({ ...consent, ...elements, [element]: false }, ['family']));
    expect(decision.consents).toContainEqual(
      expect.objectContaining({ kind: 'dataProtection', verdict: 'invalid', defects: [defect] }),
    );
    expect(basesOf(decision)).toEqual([]);
  });

  test('is not known to be valid while an element is not', () => {
    const decision = decide(service(consent, ['family']));
    expect(decision.consents.find(({ kind }) => kind === 'dataProtection')?.verdict).toBe(
      'undetermined',
    );
    expect(basesOf(decision)).toEqual([]);
  });
});

describe('the second principle', () => {
  const reuse = (more: Partial<SharingRequest>) =>
    decide(
      request({
        recipient: { organisation: 'police', identityVerified: true, mightHarm: false },
        items: [{ ref: 'note', about: ['child'], categories: ['family'] }],
        justification: { ...judged, legitimateInterestsPrevail: true },
        ...more,
      }),
    );

  test('stops a purpose that is incompatible', () => {
    const decision = reuse({
      purpose: { kind: 'employment-vetting', legitimate: true, compatible: false },
    });
    expect(decision.outcome).toBe('do-not-share');
  });

  test('is not set aside by a function that merely allows the sharing', () => {
    const decision = reuse({
      sharer: { organisation: 'school-maintained', statutoryFunction: true },
      purpose: { kind: 'employment-vetting', legitimate: true, compatible: false },
    });
    expect(decision.outcome).toBe('do-not-share');
  });

  test('gives way to the prevention of crime (section 29(3))', () => {
    const decision = reuse({
      purpose: { kind: 'crime-prevention', legitimate: true, compatible: false },
    });
    expect(decision.outcome).toBe('share');
    expect(reasonsOf(decision)).toContain('dpa1998-s29-3-crime-disclosure');
  });

  test('gives way to a court order (section 35(1))', () => {
    const decision = reuse({
      mode: 'on-request',
      demand: { power: 'court-order', necessaryAndProportionate: true, inWriting: true },
      purpose: { kind: 'other', legitimate: true, compatible: false },
      items: [{ ref: 'note', about: ['child'], categories: ['family'], withinDemand: true }],
    });
    expect(decision.outcome).toBe('share');
    expect(decision.strength).toBe('must');
    expect(reasonsOf(decision)).toContain('dpa1998-s35-required-by-law');
  });
});

describe('what of 1998 is not encoded', () => {
  test('is said where someone asks for their own data, and not of a worry about a child', () => {
    const access = decide(
      request({
        mode: 'on-request',
        demand: { power: 'subject-access' },
        purpose: { kind: 'subject-request', legitimate: true },
      }),
    );
    expect(cautionsOf(access)).toContain('dpa1998-outline-only');
    expect(cautionsOf(decide(request()))).not.toContain('dpa1998-outline-only');
  });
});

describe('T3: section 14B, of a Board, while there were Boards', () => {
  const asked = (on: string, power: 'ca2004-s14b' | 'ca2004-s16h', item: Partial<Item> = {}) =>
    request({
      on,
      mode: 'on-request',
      demand: {
        power,
        necessaryAndProportionate: true,
        explainsPurpose: true,
        inWriting: true,
      },
      recipient: {
        organisation: 'safeguarding-partner',
        identityVerified: true,
        mightHarm: false,
      },
      purpose: { kind: 'practice-review', legitimate: true },
      items: [{ ...note, categories: ['family'], obtainedFrom: 'family', ...item }],
    });
  const gateway = (decision: SharingDecision, id: string) =>
    decision.gateways.find((row) => row.id === id)?.status;

  test.each(['2010-09-01', '2015-06-01', '2018-06-28', '2019-09-28'])(
    'T3: on %s a request of a Board had to be met',
    (on) => {
      const decision = decide(asked(on, 'ca2004-s14b'));
      expect(gateway(decision, 'ca2004-s14b')).toBe('applies');
      expect(decision).toMatchObject({ outcome: 'share', strength: 'must' });
      expect(reasonsOf(decision)).toContain('ca2004-s14b-board-request');
      const told = decision.obligations.find(({ id }) => id === 'give-confidentiality-warning');
      expect(told?.reasons).toContain('ca2004-s14b-used-for-board-only');
    },
  );

  test('T3: it was a legal obligation, under the law of data protection of each day', () => {
    expect(basesOf(decide(asked('2015-06-01', 'ca2004-s14b')))).toContain('sch2(3)');
    expect(basesOf(decide(asked('2018-06-28', 'ca2004-s14b')))).toContain('6(1)(c)');
  });

  test.each(['2019-09-29', '2026-11-21'])(
    'T3: on %s it obliges nobody, and a caution points to section 16H',
    (on) => {
      const decision = decide(asked(on, 'ca2004-s14b'));
      expect(gateway(decision, 'ca2004-s14b')).toBeUndefined();
      expect(decision.strength).not.toBe('must');
      expect(cautionsOf(decision)).toContain('ca2004-s14b-claimed-after-its-end');
    },
  );

  test('T3: before there were partners a claim of section 16H obliges nobody', () => {
    const decision = decide(asked('2018-06-28', 'ca2004-s16h'));
    expect(gateway(decision, 'ca2004-s16h')).toBeUndefined();
    expect(decision.strength).not.toBe('must');
    expect(decide(asked('2018-06-29', 'ca2004-s16h')).strength).toBe('must');
  });

  test('T3: in the transition the section that is claimed counts, with a caution', () => {
    const decision = decide(asked('2019-01-15', 'ca2004-s14b'));
    expect(gateway(decision, 'ca2004-s14b')).toBe('applies');
    expect(gateway(decision, 'ca2004-s16h')).not.toBe('applies');
    expect(cautionsOf(decision)).toContain('ca2004-s14b-board-may-have-gone');
    expect(cautionsOf(decide(asked('2018-06-28', 'ca2004-s14b')))).not.toContain(
      'ca2004-s14b-board-may-have-gone',
    );
  });

  describe('the first and the second condition, and the third or the fourth', () => {
    const on = '2016-07-01';
    const stands = (changed: Partial<SharingRequest>, item: Partial<Item> = {}) => {
      const one = { ...asked(on, 'ca2004-s14b', item), ...changed };
      return explain(one, { rule: 'ca2004-s14b-board-request', item: 'note' })[0]?.finding;
    };

    test.each([
      ['all four', {}, {}, 'met'],
      [
        'one: not for functions of the Board',
        { purpose: { kind: 'employment-vetting' } },
        {},
        'not-met',
      ],
      [
        'two: of someone without functions or activities',
        { sharer: { organisation: 'member-of-public' } },
        {},
        'not-met',
      ],
      [
        'three or four: of what another agency passed on',
        {},
        { obtainedFrom: 'other-agency' },
        'met',
      ],
      ['three or four: of what anyone can read', {}, { obtainedFrom: 'public' }, 'not-met'],
      ['three or four: of nobody knows where from', {}, { obtainedFrom: 'unsure' }, 'unknown'],
    ] as const)('%s', (_, changed, item, finding) => {
      expect(stands(changed, item)).toBe(finding);
    });
  });

  test('T3: a Board that asks says why, as partners do since', () => {
    const asks = (on: string) =>
      decide({
        on,
        mode: 'seeking',
        sharer: { organisation: 'safeguarding-partner' },
        purpose: { kind: 'practice-review' },
      })
        .obligations.filter(({ id }) => id === 'share-minimum')
        .flatMap(({ reasons }) => reasons);
    expect(asks('2016-07-01')).toContain('ca2004-s14b-ask-with-reasons');
    expect(asks('2016-07-01')).not.toContain('ca2004-s16h-ask-with-reasons');
    expect(asks('2026-07-01')).toContain('ca2004-s16h-ask-with-reasons');
    expect(asks('2026-07-01')).not.toContain('ca2004-s14b-ask-with-reasons');
  });
});
