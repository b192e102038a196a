import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../../src/index.ts';
import { organisations } from '../../../src/model/words.ts';

type Organisation = (typeof organisations)[number];
type Changes = Partial<Omit<SharingRequest, 'items'>> & {
  item?: Partial<NonNullable<SharingRequest['items']>[number]>;
};

const lastOfSix = '2026-02-04';
const firstOfSeven = '2026-02-05';
const today = '2026-11-21';

/** A sharer who tells the council of a child who may suffer significant harm, with every answer that matters given. */
function request(on: string, sharer: Organisation, changes: Changes = {}): SharingRequest {
  const { item, ...rest } = changes;
  return {
    on,
    mode: 'proactive',
    sharer: { organisation: sharer },
    recipient: {
      organisation: 'la-childrens-social-care',
      roleInSafeguarding: true,
      identityVerified: true,
      mightHarm: false,
    },
    purpose: { kind: 'safeguard-from-harm' },
    concern: {
      about: ['girl'],
      level: 'significant-harm',
      kinds: ['neglect'],
      adultAtSeriousRisk: false,
      crimeSuspected: false,
      delayWouldHarm: false,
    },
    people: [{ ref: 'girl', role: 'child', ageBand: '13-15' }],
    items: [
      {
        ref: 'note',
        about: ['girl'],
        categories: ['observation'],
        identifies: true,
        confidential: false,
        relevant: true,
        necessary: true,
        accurate: true,
        collectedOnConsent: false,
        couldExposeSomeoneToHarm: false,
        restriction: 'none',
        ...item,
      },
    ],
    justification: { proportionate: true, lessIntrusiveWayExists: false },
    scheme: {},
    ...rest,
  };
}

const decided = (on: string, sharer: Organisation, changes?: Changes): SharingDecision =>
  decide(request(on, sharer, changes));

const nameOf = ({
  article,
  condition,
}: Pick<SharingDecision['lawfulBases'][number], 'article' | 'condition'>): string =>
  condition === undefined ? article : `${article} ${condition.replace('Annex 1 paragraph', 'p')}`;

const preferred = ({ lawfulBases }: SharingDecision): string | undefined => {
  const row = lawfulBases.find((one) => one.preferred);
  return row && nameOf(row);
};
const available = ({ lawfulBases }: SharingDecision): string[] =>
  lawfulBases.filter(({ status }) => status === 'available').map(nameOf);
const statuses = ({ lawfulBases }: SharingDecision, article: string): string[] => [
  ...new Set(lawfulBases.filter((row) => row.article === article).map(({ status }) => status)),
];
const articlesOf = ({ lawfulBases }: SharingDecision): string[] => [
  ...new Set(lawfulBases.map(({ article }) => article)),
];
const verdict = ({ items }: SharingDecision): string | undefined => items[0]?.verdict;
const itemReasons = ({ items }: SharingDecision): readonly string[] => items[0]?.reasons ?? [];
const found = ({ reasons }: SharingDecision, rule: string): string | undefined =>
  reasons.find((one) => one.rule === rule)?.finding;
const cautioned = ({ cautions }: SharingDecision): string[] =>
  cautions.flatMap(({ reasons }) => reasons);

/** A consent in which nothing is wrong. */
const soundConsent = (giver: string) =>
  ({
    status: 'given',
    givenBy: giver,
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
  }) as const;
const mother = {
  ref: 'mother',
  role: 'parent',
  ageBand: 'adult',
  canConsent: true,
  underCoercion: false,
} as const;

const six = ['6(1)(a)', '6(1)(b)', '6(1)(c)', '6(1)(d)', '6(1)(e)', '6(1)(f)'];
const seven = ['6(1)(a)', '6(1)(b)', '6(1)(c)', '6(1)(d)', '6(1)(e)', '6(1)(ea)', '6(1)(f)'];

describe('the bases that exist', () => {
  test.each([
    ['2018-05-25', six],
    ['2020-12-31', six],
    ['2021-01-01', six],
    [lastOfSix, six],
    [firstOfSeven, seven],
    [today, seven],
  ])('T6: seven lawful bases are rated from 5 February 2026, and six before (%s)', (on, wanted) => {
    for (const sharer of organisations) {
      const decision = decided(on, sharer, {
        sharer: { organisation: sharer, lawEnforcementPurpose: false },
      });
      expect(articlesOf(decision), sharer).toEqual(wanted);
      for (const { status, reasons } of decision.lawfulBases) {
        expect(['available', 'undetermined', 'unavailable']).toContain(status);
        expect(reasons.length).toBeGreaterThan(0);
        for (const rule of reasons)
          expect(
            decision.reasons.find((one) => one.rule === rule)?.because,
            `${sharer} ${rule}`,
          ).toMatch(/\w+.*\.$/);
      }
    }
  });

  test('five conditions of Annex 1 are rated one by one', () => {
    const rows = decided(today, 'charity').lawfulBases.filter(
      ({ article }) => article === '6(1)(ea)',
    );
    expect(rows.map(({ condition, status }) => `${condition ?? ''}: ${status}`)).toEqual([
      'Annex 1 paragraph 1: unavailable',
      'Annex 1 paragraph 2: unavailable',
      'Annex 1 paragraph 3: unavailable',
      'Annex 1 paragraph 5: unavailable',
      'Annex 1 paragraph 6: available',
    ]);
  });

  test('at most one basis is preferred, and it is one that is available', () => {
    for (const on of [lastOfSix, firstOfSeven]) {
      for (const sharer of organisations) {
        const chosen = decided(on, sharer).lawfulBases.filter((row) => row.preferred);
        expect(chosen.length, sharer).toBeLessThanOrEqual(1);
        for (const row of chosen) expect(row.status, sharer).toBe('available');
      }
    }
  });

  test('nobody shares to safeguard under a contract with the person', () => {
    for (const sharer of organisations)
      expect(statuses(decided(today, sharer), '6(1)(b)'), sharer).toEqual(['unavailable']);
  });
});

describe('public authorities', () => {
  const bodies = organisations.filter((sharer) => {
    const { lawfulBases } = decided(today, sharer, {
      sharer: { organisation: sharer, lawEnforcementPurpose: false },
      justification: { proportionate: true, legitimateInterestsPrevail: true },
    });
    return lawfulBases.some(
      ({ article, status }) => article === '6(1)(f)' && status !== 'available',
    );
  });

  test('a public authority performing its tasks has no route by (ea) or (f), whatever the condition', () => {
    expect(bodies).toEqual(expect.arrayContaining(['la-other', 'academy', 'nhs-gp', 'police']));
    for (const sharer of bodies) {
      const decision = decided(today, sharer, {
        mode: 'on-request',
        demand: { statesPublicTaskNeed: true },
        sharer: { organisation: sharer, publicAuthority: true, lawEnforcementPurpose: false },
        concern: {
          about: ['girl'],
          level: 'immediate-danger',
          kinds: ['civil-emergency', 'threat-to-public-security', 'threat-to-national-security'],
          crimeSuspected: true,
          delayWouldHarm: true,
        },
        justification: { proportionate: true, legitimateInterestsPrevail: true },
      });
      expect(statuses(decision, '6(1)(ea)'), sharer).toEqual(['unavailable']);
      expect(statuses(decision, '6(1)(f)'), sharer).toEqual(['unavailable']);
    }
  });

  test('the bar is on the processing, not on the body: outside its tasks an authority may use both', () => {
    const decision = decided(today, 'la-other', {
      sharer: { organisation: 'la-other', publicAuthority: false },
    });
    expect(available(decision)).toEqual(['6(1)(ea) p 6', '6(1)(f)']);
  });

  test('a body that may or may not be a public authority is asked, unless it has a basis either way', () => {
    const open = decided(today, 'housing-association', {
      sharer: { organisation: 'housing-association', statutoryFunction: false },
    });
    expect(open.questions.map(({ fact }) => fact)).toContain('sharer.publicAuthority');
    expect(preferred(open)).toBeUndefined();
    const either = decided(today, 'housing-association', {
      sharer: { organisation: 'housing-association', statutoryFunction: true },
    });
    expect(preferred(either)).toBe('6(1)(e) or 6(1)(ea) p 6');
    expect(cautioned(either)).toContain('gdpr2016-art6-1e-or-1ea-say-which');
  });
});

describe('whose task', () => {
  const borrowed = { sharer: { organisation: 'charity', statutoryFunction: true } } as const;

  test('until 4 February 2026 a charity may rely on a public task that the law lays on another', () => {
    expect(preferred(decided(lastOfSix, 'charity', borrowed))).toBe('6(1)(e)');
  });

  test('from 5 February 2026 the task has to be your own, and a charity goes by Annex 1', () => {
    const decision = decided(firstOfSeven, 'charity', borrowed);
    expect(statuses(decision, '6(1)(e)')).toEqual(['unavailable']);
    expect(found(decision, 'gdpr2016-art6-1e-own-public-task')).toBe('not-met');
    expect(preferred(decision)).toBe('6(1)(ea) p 6');
  });

  test('T21: a duty to have arrangements is no legal obligation to disclose, and the public task comes first', () => {
    const decision = decided(today, 'nhs-trust');
    expect(decision.gateways).toContainEqual(
      expect.objectContaining({ id: 'ca2004-s11', kind: 'power', status: 'applies' }),
    );
    expect(statuses(decision, '6(1)(c)')).toEqual(['unavailable']);
    expect(found(decision, 'gdpr2016-art6-1c-legal-obligation')).toBe('not-met');
    expect(preferred(decision)).toBe('6(1)(e)');
    expect(itemReasons(decision)).toContain('gdpr2016-art6-1e-own-public-task');
  });

  test('T21: an order that binds is a legal obligation, of statute or not', () => {
    const ordered = {
      mode: 'on-request',
      demand: { power: 'court-order', inWriting: true },
      recipient: { organisation: 'court', identityVerified: true, mightHarm: false },
      purpose: { kind: 'court', legitimate: true },
      item: { withinDemand: true },
    } as const;
    for (const sharer of ['nhs-trust', 'charity'] as const) {
      const decision = decided(today, sharer, ordered);
      expect(preferred(decision), sharer).toBe('6(1)(c)');
      expect(found(decision, 'gdpr2016-art6-1c-legal-obligation')).toBe('met');
      expect(found(decision, 'gdpr2016-art8a-required-by-law')).toBe('met');
    }
  });
});

describe('Annex 1, condition by condition', () => {
  const asked = (states: boolean | 'unsure'): Changes => ({
    mode: 'on-request',
    demand: { power: 'none-stated', statesPublicTaskNeed: states },
  });

  test('paragraph 1 answers a request that states the need, beside safeguarding', () => {
    const decision = decided(today, 'charity', asked(true));
    expect(available(decision)).toEqual(
      expect.arrayContaining(['6(1)(ea) p 1', '6(1)(ea) p 6', '6(1)(f)']),
    );
    expect(found(decision, 'gdpr2016-art6-1ea-annex1-p1-public-task-request')).toBe('met');
  });

  test.each([
    ['a request that does not state the need', asked(false), 'unavailable'],
    ['a request of which nobody knows what it states', asked('unsure'), 'undetermined'],
    ['sharing that nobody asked for', {}, 'unavailable'],
  ] as const)('paragraph 1 does not cover %s', (_, changes, status) => {
    const rows = decided(today, 'charity', changes).lawfulBases;
    expect(rows.find((row) => nameOf(row) === '6(1)(ea) p 1')?.status).toBe(status);
  });

  test('a single child in immediate danger is no civil emergency, and is protected all the same', () => {
    const decision = decided(today, 'charity', {
      concern: {
        about: ['girl'],
        level: 'immediate-danger',
        kinds: ['physical'],
        delayWouldHarm: true,
      },
    });
    expect(found(decision, 'gdpr2016-art6-1ea-annex1-p3-emergency')).toBe('not-met');
    expect(available(decision)).toEqual(expect.arrayContaining(['6(1)(d)', '6(1)(ea) p 6']));
    expect(preferred(decision)).toBe('6(1)(ea) p 6');
    expect(verdict(decision)).toMatch(/^share/);
  });

  test('a flood is a civil emergency, and a charity may say who needs shelter', () => {
    const flood: Changes = {
      recipient: { organisation: 'la-housing', identityVerified: true, mightHarm: false },
      purpose: { kind: 'service-provision', legitimate: true },
      concern: { about: ['girl'], level: 'welfare', kinds: ['civil-emergency'] },
      justification: { proportionate: true, legitimateInterestsPrevail: false },
    };
    expect(available(decided(lastOfSix, 'charity', flood))).toEqual([]);
    const decision = decided(firstOfSeven, 'charity', flood);
    expect(preferred(decision)).toBe('6(1)(ea) p 3');
    expect(found(decision, 'gdpr2016-art8a-annex2-emergency')).toBe('met');
  });

  test('a planned attack threatens public security; a child who is being radicalised is safeguarded', () => {
    const told = (kind: 'threat-to-public-security' | 'radicalisation'): SharingDecision =>
      decided(today, 'independent-school', {
        recipient: { organisation: 'police', identityVerified: true, mightHarm: false },
        concern: {
          about: ['girl'],
          level: 'significant-harm',
          kinds: [kind],
          crimeSuspected: false,
        },
      });
    expect(available(told('threat-to-public-security'))).toContain('6(1)(ea) p 2');
    expect(available(told('radicalisation'))).not.toContain('6(1)(ea) p 2');
    expect(preferred(told('radicalisation'))).toBe('6(1)(ea) p 6');
  });

  test.each([
    ['needs care, may be harmed and cannot protect herself', {}, 'available'],
    ['needs no care or support', { needsCareAndSupport: false }, 'unavailable'],
    ['can protect herself', { cannotProtectSelf: false }, 'unavailable'],
    ['may or may not be able to protect herself', { cannotProtectSelf: 'unsure' }, 'undetermined'],
  ] as const)('paragraph 8 counts an adult who %s', (_, answers, status) => {
    const decision = decided(today, 'charity', {
      concern: { about: ['aunt'], level: 'none', adultAtSeriousRisk: true, crimeSuspected: false },
      people: [
        {
          ref: 'aunt',
          role: 'adult-at-risk',
          ageBand: 'adult',
          needsCareAndSupport: true,
          cannotProtectSelf: true,
          ...answers,
        },
      ],
      item: { about: ['aunt'] },
    });
    const rows = decision.lawfulBases;
    expect(rows.find((row) => nameOf(row) === '6(1)(ea) p 6')?.status).toBe(status);
  });

  test('safeguarding has no threshold: well-being counts, and so do children not known by name', () => {
    expect(
      available(
        decided(today, 'charity', {
          purpose: { kind: 'promote-welfare' },
          concern: { about: ['girl'], level: 'welfare' },
        }),
      ),
    ).toContain('6(1)(ea) p 6');
    expect(
      available(
        decided(today, 'employer', {
          recipient: { organisation: 'lado', identityVerified: true, mightHarm: false },
          purpose: { kind: 'regulatory-referral', legitimate: true },
          concern: { about: [], level: 'significant-harm', kinds: ['staff-allegation'] },
          people: [{ ref: 'coach', role: 'professional', ageBand: 'adult', allegedToHarm: true }],
          item: { about: ['coach'] },
        }),
      ),
    ).toContain('6(1)(ea) p 6');
  });

  test('vetting for a job is no safeguarding of a vulnerable individual, and rests on a balance', () => {
    const decision = decided(today, 'charity', {
      recipient: { organisation: 'employer', identityVerified: true, mightHarm: false },
      purpose: { kind: 'employment-vetting', legitimate: true, compatible: true },
      concern: { about: [], level: 'none', adultAtSeriousRisk: false, crimeSuspected: false },
      justification: { proportionate: true, legitimateInterestsPrevail: true },
    });
    expect(available(decision)).toEqual(['6(1)(f)']);
  });
});

describe('the basis that fits relationship and purpose', () => {
  const crime: Changes = {
    recipient: { organisation: 'police', identityVerified: true, mightHarm: false },
    purpose: { kind: 'crime-prevention', legitimate: true, compatible: true },
    concern: { about: ['girl'], level: 'significant-harm', crimeSuspected: true },
    justification: { proportionate: true, legitimateInterestsPrevail: true },
  };
  const earlyHelp = (consents: boolean): Changes => ({
    recipient: { organisation: 'la-early-help', identityVerified: true, mightHarm: false },
    purpose: { kind: 'early-help' },
    concern: { about: ['girl'], level: 'none', adultAtSeriousRisk: false },
    people: [
      { ref: 'girl', role: 'child', ageBand: 'under-13' },
      {
        ...mother,
        consent: { dataProtection: consents ? soundConsent('mother') : { status: 'refused' } },
      },
    ],
    justification: { proportionate: true, legitimateInterestsPrevail: true },
    item: { about: ['mother'] },
  });
  const request16: Changes = {
    mode: 'on-request',
    demand: { power: 'none-stated', statesPublicTaskNeed: true },
  };
  const enforcing: Changes = {
    sharer: { organisation: 'police', lawEnforcementPurpose: true },
    recipient: { organisation: 'probation', identityVerified: true, mightHarm: false },
    purpose: { kind: 'crime-prevention', legitimate: true, compatible: true },
  };

  test.each<[string, Organisation, Changes, before: string, since: string]>([
    ['a council tells social care', 'la-other', {}, '6(1)(e)', '6(1)(e)'],
    ['a hospital tells social care', 'nhs-trust', {}, '6(1)(e)', '6(1)(e)'],
    ['a state school tells social care', 'academy', {}, '6(1)(e)', '6(1)(e)'],
    ['the police share for law enforcement', 'police', enforcing, 's35(2)(b)', 's35(2)(b)'],
    ['a charity tells social care unprompted', 'charity', {}, '6(1)(f)', '6(1)(ea) p 6'],
    ['a club tells social care unprompted', 'faith-or-sports', {}, '6(1)(f)', '6(1)(ea) p 6'],
    ['an independent school does', 'independent-school', {}, '6(1)(f)', '6(1)(ea) p 6'],
    ['a private nursery does', 'private-provider', {}, '6(1)(f)', '6(1)(ea) p 6'],
    ['a private home tells the council', 'childrens-home-private', {}, '6(1)(f)', '6(1)(ea) p 6'],
    ['a charity answers a stated need', 'charity', request16, '6(1)(f)', '6(1)(ea) p 6'],
    ['a charity tells the police of a crime', 'charity', crime, '6(1)(f)', '6(1)(ea) p 5'],
    ['a council refers to early help', 'la-other', earlyHelp(true), '6(1)(e)', '6(1)(e)'],
    ['a charity does, the family consenting', 'charity', earlyHelp(true), '6(1)(a)', '6(1)(a)'],
    ['a charity does without consent', 'charity', earlyHelp(false), '6(1)(f)', '6(1)(ea) p 6'],
  ])('%s', (_, sharer, changes, before, since) => {
    expect(preferred(decided(lastOfSix, sharer, changes))).toBe(before);
    expect(preferred(decided(firstOfSeven, sharer, changes))).toBe(since);
  });

  test('a request that states a public task and is not for safeguarding rests on paragraph 1', () => {
    const decision = decided(today, 'employer', {
      mode: 'on-request',
      demand: { power: 'none-stated', statesPublicTaskNeed: true },
      recipient: { organisation: 'regulator', identityVerified: true, mightHarm: false },
      purpose: { kind: 'employment-vetting', legitimate: true },
      concern: { about: [], level: 'none', adultAtSeriousRisk: false, crimeSuspected: false },
    });
    expect(preferred(decision)).toBe('6(1)(ea) p 1');
    expect(found(decision, 'gdpr2016-art8a-annex2-public-task-request')).toBe('met');
  });

  test('T7: a voluntary body names the recognised legitimate interest first, and weighs interests second', () => {
    const decision = decided(today, 'charity', { justification: { proportionate: true } });
    expect(preferred(decision)).toBe('6(1)(ea) p 6');
    expect(available(decision)).toEqual(['6(1)(ea) p 6', '6(1)(f)']);
    expect(itemReasons(decision)).toContain('gdpr2016-art6-1ea-annex1-p6-safeguarding');
    expect(decision.record.map(({ field }) => field)).not.toContain(
      'legitimate-interests-assessment',
    );
    const earlier = decided(lastOfSix, 'charity');
    expect(preferred(earlier)).toBe('6(1)(f)');
    expect(earlier.record.map(({ field }) => field)).toContain('legitimate-interests-assessment');
  });

  test('T7: no balance is needed for the recognised interest, even one struck the other way', () => {
    const decision = decided(today, 'charity', {
      justification: { proportionate: true, legitimateInterestsPrevail: false },
    });
    expect(statuses(decision, '6(1)(f)')).toEqual(['unavailable']);
    expect(preferred(decision)).toBe('6(1)(ea) p 6');
    expect(verdict(decision)).toMatch(/^share/);
  });

  test('consent ranks last where harm is feared, and is flagged where nothing else serves', () => {
    const people = [
      { ref: 'girl', role: 'child', ageBand: '13-15' } as const,
      { ...mother, consent: { dataProtection: soundConsent('mother') } },
    ];
    const both = decided(today, 'charity', { people, item: { about: ['mother'] } });
    expect(available(both)).toContain('6(1)(a)');
    expect(preferred(both)).toBe('6(1)(ea) p 6');
    const alone = decided(lastOfSix, 'charity', {
      people,
      item: { about: ['mother'] },
      justification: { proportionate: true, legitimateInterestsPrevail: false },
    });
    expect(preferred(alone)).toBe('6(1)(a)');
    expect(cautioned(alone)).toContain('gdpr2016-art6-1a-consent-where-harm-is-feared');
  });

  test('where the basis is a public task or an interest, people may object; where it is a duty, not', () => {
    const objecting = (decision: SharingDecision) =>
      decision.obligations.filter(({ id }) => id === 'respect-right-to-object').length;
    expect(objecting(decided(today, 'academy'))).toBe(1);
    expect(objecting(decided(today, 'charity'))).toBe(1);
    expect(objecting(decided(lastOfSix, 'charity'))).toBe(1);
    const bound = decided(today, 'academy', {
      mode: 'on-request',
      demand: { power: 'court-order' },
      recipient: { organisation: 'court', identityVerified: true, mightHarm: false },
      purpose: { kind: 'court', legitimate: true },
      item: { withinDemand: true },
    });
    expect(preferred(bound)).toBe('6(1)(c)');
    expect(objecting(bound)).toBe(0);
  });
});

describe('vital interests keep to their place', () => {
  const danger: SharingRequest['concern'] = {
    about: ['girl'],
    level: 'immediate-danger',
    kinds: ['physical'],
    adultAtSeriousRisk: false,
    crimeSuspected: false,
    delayWouldHarm: true,
  };

  test('they are for life in danger, and not for significant harm', () => {
    expect(statuses(decided(today, 'academy'), '6(1)(d)')).toEqual(['unavailable']);
    expect(statuses(decided(today, 'academy', { concern: danger }), '6(1)(d)')).toEqual([
      'available',
    ]);
  });

  test('they serve beside the other bases, and behind them', () => {
    expect(preferred(decided(today, 'academy', { concern: danger }))).toBe('6(1)(e)');
    expect(preferred(decided(today, 'charity', { concern: danger }))).toBe('6(1)(ea) p 6');
    expect(preferred(decided(lastOfSix, 'charity', { concern: danger }))).toBe('6(1)(f)');
  });

  test('to save one by telling of another, the record says why nothing else served', () => {
    const nothingElse: Changes = {
      recipient: { organisation: 'nhs-emergency', identityVerified: true, mightHarm: false },
      concern: danger,
      people: [{ ref: 'girl', role: 'child', ageBand: '13-15' }, mother],
      justification: { proportionate: true, legitimateInterestsPrevail: false },
    };
    const ofMother = decided(lastOfSix, 'charity', { ...nothingElse, item: { about: ['mother'] } });
    expect(preferred(ofMother)).toBe('6(1)(d)');
    expect(cautioned(ofMother)).toContain('gdpr2016-recital46-life-of-another');
    const ofGirl = decided(lastOfSix, 'charity', nothingElse);
    expect(preferred(ofGirl)).toBe('6(1)(d)');
    expect(cautioned(ofGirl)).not.toContain('gdpr2016-recital46-life-of-another');
  });
});

describe('a charity that sees neglect', () => {
  const neglect: Changes = {
    concern: {
      about: ['girl'],
      level: 'significant-harm',
      kinds: ['neglect'],
      adultAtSeriousRisk: false,
      crimeSuspected: false,
      delayWouldHarm: false,
    },
    sharer: { organisation: 'charity', appropriatePolicyDocument: true },
    people: [
      {
        ref: 'girl',
        role: 'child',
        ageBand: '13-15',
        withoutConsentReason: 'would-prejudice-protection',
      },
      { ref: 'father', role: 'parent', ageBand: 'adult', allegedToHarm: true },
    ],
    justification: {
      proportionate: true,
      lessIntrusiveWayExists: false,
      substantialPublicInterest: true,
    },
    item: { categories: ['health', 'observation'] },
  };

  test('relies on legitimate interests until the day before, and records how they were weighed', () => {
    const decision = decided(lastOfSix, 'charity', neglect);
    expect(articlesOf(decision)).toEqual(six);
    expect(preferred(decision)).toBe('6(1)(f)');
    expect(statuses(decision, '6(1)(e)')).not.toContain('available');
    expect(itemReasons(decision)).toEqual(
      expect.arrayContaining([
        'gdpr2016-art6-1f-legitimate-interests',
        'gdpr2016-art6-4-safeguarding-compatible',
      ]),
    );
    expect(verdict(decision)).toMatch(/^share/);
  });

  test('relies on the recognised interest from the day it came into force', () => {
    const decision = decided(firstOfSeven, 'charity', neglect);
    expect(articlesOf(decision)).toEqual(seven);
    expect(preferred(decision)).toBe('6(1)(ea) p 6');
    expect(statuses(decision, '6(1)(e)')).toEqual(['unavailable']);
    expect(itemReasons(decision)).toEqual(
      expect.arrayContaining([
        'gdpr2016-art6-1ea-annex1-p6-safeguarding',
        'gdpr2016-art8a-annex2-p8-safeguarding',
        'dpa2018-sch1-p18-safeguarding',
      ]),
    );
    expect(verdict(decision)).toMatch(/^share/);
  });
});

describe('a purpose, and a basis for it', () => {
  const service: Changes = {
    recipient: { organisation: 'private-provider', identityVerified: true, mightHarm: false },
    purpose: { kind: 'service-provision', legitimate: true, compatible: true },
    concern: {
      about: [],
      level: 'none',
      kinds: [],
      adultAtSeriousRisk: false,
      crimeSuspected: false,
      delayWouldHarm: false,
    },
    sharer: { organisation: 'charity', statutoryFunction: false },
    people: [{ ...mother, consent: { dataProtection: { status: 'not-sought' } } }],
    justification: { proportionate: true, legitimateInterestsPrevail: false },
    item: { about: ['mother'] },
  };

  test.each(['2019-06-01', lastOfSix, firstOfSeven])(
    'T12: what was never confidential still needs a lawful basis (%s)',
    (on) => {
      const decision = decided(on, 'charity', service);
      expect(decision.confidentiality).toEqual([]);
      expect(decision.lawfulBases.map(({ status }) => status)).not.toContain('available');
      expect(verdict(decision)).toBe('withhold');
      expect(itemReasons(decision)).toEqual(
        expect.arrayContaining([
          'gdpr2016-art6-1a-consent',
          'gdpr2016-art6-1f-legitimate-interests',
        ]),
      );
      expect([decision.outcome, decision.strength]).toEqual(['do-not-share', 'must']);
    },
  );

  const consenting: Changes = {
    ...service,
    people: [{ ...mother, consent: { dataProtection: soundConsent('mother') } }],
  };

  test.each(['2019-06-01', lastOfSix, firstOfSeven])(
    'T14: a sound consent does not cure the want of a legitimate purpose (%s)',
    (on) => {
      const decision = decided(on, 'charity', {
        ...consenting,
        purpose: { kind: 'service-provision', legitimate: false, compatible: true },
      });
      expect(decision.consents).toContainEqual(
        expect.objectContaining({ person: 'mother', kind: 'dataProtection', verdict: 'valid' }),
      );
      expect(statuses(decision, '6(1)(a)')).toEqual(['available']);
      expect(verdict(decision)).toBe('withhold');
      expect(itemReasons(decision)).toContain('gdpr2016-art5-1b-purpose-not-legitimate');
      expect([decision.outcome, decision.strength]).toEqual(['do-not-share', 'must']);
      expect(
        verdict(decided(on, 'charity', consenting)),
        'with a legitimate purpose the same consent serves',
      ).toMatch(/^share/);
    },
  );

  test('T14: a safeguarding purpose that the caller judges not legitimate is none', () => {
    const decision = decided(today, 'academy', {
      purpose: { kind: 'safeguard-from-harm', legitimate: false },
    });
    expect(itemReasons(decision)).toContain('gdpr2016-art5-1b-purpose-not-legitimate');
    expect(verdict(decision)).toBe('withhold');
  });

  test('a compatible purpose supplies no lawful basis, and a basis no compatible purpose', () => {
    expect(found(decided(today, 'charity', service), 'gdpr2016-art6-1f-legitimate-interests')).toBe(
      'not-met',
    );
    const incompatible = decided(today, 'charity', {
      ...service,
      purpose: { kind: 'service-provision', legitimate: true, compatible: false },
      justification: { proportionate: true, legitimateInterestsPrevail: true },
    });
    expect(preferred(incompatible)).toBe('6(1)(f)');
    expect(verdict(incompatible)).toBe('withhold');
    expect(itemReasons(incompatible)).toContain('gdpr2016-art8a-compatible');
  });

  test.each([
    ['safeguard-from-harm', 'gdpr2016-art6-4-safeguarding-compatible', lastOfSix],
    ['safeguard-from-harm', 'gdpr2016-art8a-annex2-p8-safeguarding', firstOfSeven],
  ] as const)('re-use for %s is compatible by %s (%s)', (kind, rule, on) => {
    const decision = decided(on, 'academy', { purpose: { kind } });
    expect(itemReasons(decision)).toContain(rule);
  });

  test('telling the police of a crime is compatible by law from 5 February 2026; before, it is judged', () => {
    const told: Changes = {
      recipient: { organisation: 'police', identityVerified: true, mightHarm: false },
      purpose: { kind: 'crime-prevention', legitimate: true, compatible: false },
      concern: { about: [], level: 'none', adultAtSeriousRisk: false, crimeSuspected: true },
      sharer: { organisation: 'employer', statutoryFunction: false },
      justification: { proportionate: true, legitimateInterestsPrevail: true },
    };
    expect(found(decided(firstOfSeven, 'employer', told), 'gdpr2016-art8a-annex2-crime')).toBe(
      'met',
    );
    expect(itemReasons(decided(lastOfSix, 'employer', told))).not.toContain(
      'gdpr2016-art8a-annex2-crime',
    );
  });
});

describe('what was gathered on consent', () => {
  const gathered = (person: object, changes: Changes = {}): Changes => ({
    recipient: {
      organisation: 'la-early-help',
      roleInSafeguarding: true,
      identityVerified: true,
      mightHarm: false,
    },
    purpose: { kind: 'promote-welfare' },
    concern: {
      about: ['girl'],
      level: 'welfare',
      kinds: ['other'],
      adultAtSeriousRisk: false,
      crimeSuspected: false,
      delayWouldHarm: false,
    },
    people: [
      { ref: 'girl', role: 'child', ageBand: '13-15' },
      { ...mother, consent: { dataProtection: { status: 'not-sought' } }, ...person },
    ],
    item: { about: ['mother'], collectedOnConsent: true },
    ...changes,
  });
  const bar = 'gdpr2016-art8a-4-consent-reasonably-obtainable';
  const refused = {
    consent: { dataProtection: { status: 'refused' } },
    views: { sought: true },
  } as const;

  test('is not re-used against the answer of a person who was asked', () => {
    const decision = decided(today, 'charity', gathered(refused));
    expect(verdict(decision)).toBe('withhold');
    expect(itemReasons(decision)).toContain(bar);
    expect(preferred(decision), 'though a lawful basis is there').toBe('6(1)(ea) p 6');
  });

  test('waits for a reason where the person was not asked, and goes with one', () => {
    const open = decided(today, 'charity', gathered({ views: { sought: false } }));
    expect(verdict(open)).toBe('undetermined');
    expect(open.questions.map(({ fact }) => fact)).toContain('person.withoutConsentReason');
    for (const withoutConsentReason of [
      'not-reasonable-to-obtain',
      'would-prejudice-protection',
    ] as const) {
      const decision = decided(
        today,
        'charity',
        gathered({ views: { sought: false }, withoutConsentReason }),
      );
      expect(found(decision, bar) ?? 'not-met').toBe('not-met');
      expect(itemReasons(decision)).not.toContain(bar);
    }
  });

  test('holds nobody back where serious harm is feared', () => {
    const decision = decided(
      today,
      'charity',
      gathered(refused, {
        concern: { about: ['girl'], level: 'significant-harm', crimeSuspected: false },
      }),
    );
    expect(itemReasons(decision)).not.toContain(bar);
    expect(verdict(decision)).toMatch(/^share/);
  });

  test('was judged by the old test until 4 February 2026', () => {
    expect(itemReasons(decided(lastOfSix, 'charity', gathered(refused)))).not.toContain(bar);
  });

  test('is not re-used on a judgement of compatibility, or for research', () => {
    for (const kind of ['service-provision', 'research-or-statistics'] as const) {
      const changes = gathered(
        { withoutConsentReason: 'not-reasonable-to-obtain', views: { sought: false } },
        {
          sharer: { organisation: 'charity', statutoryFunction: false },
          purpose: { kind, legitimate: true, compatible: true },
          concern: {
            about: [],
            level: 'none',
            kinds: [],
            adultAtSeriousRisk: false,
            crimeSuspected: false,
          },
          justification: { proportionate: true, legitimateInterestsPrevail: true },
        },
      );
      const decision = decided(today, 'charity', changes);
      expect(verdict(decision), kind).toBe('withhold');
      expect(itemReasons(decision)).toContain('gdpr2016-art8a-4-no-assessment-for-consent-data');
      expect(
        itemReasons(
          decided(today, 'charity', {
            ...changes,
            item: { about: ['mother'], collectedOnConsent: false },
          }),
        ),
      ).not.toContain('gdpr2016-art8a-4-no-assessment-for-consent-data');
    }
  });

  test('is not asked about in an ordinary referral, and is only confirmed', () => {
    const { collectedOnConsent: _, ...rest } = request(today, 'charity').items?.[0] ?? {
      ref: 'note',
    };
    const decision = decide({ ...request(today, 'charity'), items: [rest] });
    expect(verdict(decision)).toMatch(/^share/);
  });
});

describe('under which law', () => {
  test.each([
    ['2018-05-25', 'eu-gdpr'],
    ['2020-12-31', 'eu-gdpr'],
    ['2021-01-01', 'uk-gdpr'],
    [today, 'uk-gdpr'],
  ])('on %s it is the %s', (on, regime) => {
    expect(decided(on, 'charity').regime).toBe(regime);
    expect(decided(on, 'academy').regime).toBe(regime);
  });

  test.each(['police', 'probation', 'prison', 'youth-justice'] as const)(
    '%s is under Part 3 for law enforcement, and under the UK GDPR for anything else',
    (sharer) => {
      const enforcing = decided(today, sharer, {
        sharer: { organisation: sharer, lawEnforcementPurpose: true },
      });
      expect(enforcing.regime).toBe('dpa-part-3');
      expect(articlesOf(enforcing)).toEqual(['s35(2)(a)', 's35(2)(b)']);
      expect(preferred(enforcing)).toBe('s35(2)(b)');
      const caring = decided(today, sharer, {
        sharer: { organisation: sharer, lawEnforcementPurpose: false },
      });
      expect(caring.regime).toBe('uk-gdpr');
      expect(articlesOf(caring)).toEqual(seven);
    },
  );

  test('an organisation that is no competent authority is never under Part 3', () => {
    for (const sharer of ['academy', 'charity', 'nhs-trust'] as const)
      expect(
        decided(today, sharer, { sharer: { organisation: sharer, lawEnforcementPurpose: true } })
          .regime,
        sharer,
      ).toBe('uk-gdpr');
  });

  test('where the purpose of the police is not known, each regime is shown and a caution says so', () => {
    const decision = decided(today, 'police', { sharer: { organisation: 'police' } });
    expect(articlesOf(decision)).toEqual([...seven, 's35(2)(a)', 's35(2)(b)'].sort());
    expect(cautioned(decision)).toContain('dpa2018-part3-say-which-regime');
  });

  test('what identifies nobody needs no basis', () => {
    const decision = decided(today, 'charity', { item: { identifies: false, about: [] } });
    expect(decision.regime).toBe('none');
    expect(decision.lawfulBases).toEqual([]);
  });

  test('the dead have no data protection, and what also tells of the living has', () => {
    const people = [
      { ref: 'girl', role: 'child', ageBand: '13-15', deceased: true } as const,
      { ...mother, deceased: false } as const,
    ];
    const { identifies: _, ...unsaid } = request(today, 'charity').items?.[0] ?? { ref: 'note' };
    const about = (refs: string[]) =>
      decide({
        ...request(today, 'charity', { people, purpose: { kind: 'practice-review' } }),
        items: [{ ...unsaid, about: refs }],
      });
    expect(about(['girl']).regime).toBe('none');
    expect(about(['girl', 'mother']).regime).toBe('uk-gdpr');
    const said = decided(today, 'charity', { people, item: { identifies: true } });
    expect(said.regime, 'an answer is not overridden').toBe('uk-gdpr');
  });

  test('a confidence outlives the person who gave it', () => {
    const { identifies: _, ...unsaid } = request(today, 'charity').items?.[0] ?? { ref: 'note' };
    const decision = decide({
      ...request(today, 'charity', {
        people: [{ ref: 'girl', role: 'child', ageBand: '13-15', deceased: true }],
        recipient: { organisation: 'media', identityVerified: true, mightHarm: false },
        purpose: { kind: 'other', legitimate: true, compatible: true },
        concern: { about: [], level: 'none', adultAtSeriousRisk: false },
      }),
      items: [{ ...unsaid, confidential: true, publicInterestOverridesConfidence: false }],
    });
    expect(decision.regime).toBe('none');
    expect(decision.confidentiality.map(({ status }) => status)).not.toContain('met');
    expect(verdict(decision)).not.toMatch(/^share/);
    expect(verdict(decided(today, 'charity', { item: { identifies: false } }))).toMatch(/^share/);
  });

  test('before birth the data is of the mother, and a public task covers it', () => {
    const decision = decided(today, 'nhs-trust', {
      concern: { about: ['unborn'], level: 'significant-harm', crimeSuspected: false },
      people: [{ ref: 'unborn', role: 'child', ageBand: 'unborn' }, mother],
      item: { about: ['mother'] },
    });
    expect(decision.regime).toBe('uk-gdpr');
    expect(preferred(decision)).toBe('6(1)(e)');
    expect(decision.lawfulBases.find(({ article }) => article === '6(1)(e)')?.items).toEqual([
      'note',
    ]);
  });

  test.each(['wales', 'scotland', 'northern-ireland'] as const)(
    'the UK GDPR is the same in %s, where the duties of England are not',
    (nation) => {
      const decision = decided(today, 'charity', { nation });
      expect(decision.regime).toBe('uk-gdpr');
      expect(preferred(decision)).toBe('6(1)(ea) p 6');
      expect(articlesOf(decision)).toEqual(seven);
      expect(
        decision.gateways.filter(
          ({ id, status }) => id.startsWith('ca2004') && status === 'applies',
        ),
      ).toEqual([]);
    },
  );
});

describe('a person decides', () => {
  test.each([
    ['2018-05-24', 's 12'],
    ['2018-05-25', 'Art 22'],
    [lastOfSix, 'Art 22'],
    [firstOfSeven, 'Arts 22A to 22D'],
    [today, 'Arts 22A to 22D'],
  ])('on %s by %s, on every outcome', (on, at) => {
    for (const sharer of ['charity', 'academy'] as const) {
      for (const changes of [{}, { purpose: { kind: 'other', legitimate: false } }] as const) {
        const { humanDecision, citations } = decided(on, sharer, changes);
        expect(humanDecision.required).toBe(true);
        expect(humanDecision.citations.map((one) => one.at)).toEqual([at]);
        for (const { source } of humanDecision.citations)
          expect(citations.map(({ id }) => id)).toContain(source);
      }
    }
  });

  test.each([
    [lastOfSix, 'Art 22', 'ss 49 and 50'],
    [firstOfSeven, 'Arts 22A to 22D', 'ss 50A to 50D'],
  ])('on %s the police decide by %s, enforcing the law by %s', (on, general, enforcing) => {
    const at = (lawEnforcementPurpose?: boolean) =>
      decided(on, 'police', {
        sharer: {
          organisation: 'police',
          ...(lawEnforcementPurpose === undefined ? {} : { lawEnforcementPurpose }),
        },
      }).humanDecision.citations.map((one) => one.at);
    expect(at(false)).toEqual([general]);
    expect(at(true)).toEqual([enforcing]);
    expect(at()).toEqual([general, enforcing]);
  });
});
