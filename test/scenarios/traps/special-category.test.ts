import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../../src/index.ts';
import { organisations } from '../../../src/model/words.ts';

type Request = SharingRequest;
type Item = NonNullable<Request['items']>[number];
type Person = NonNullable<Request['people']>[number];
type Condition = SharingDecision['conditions'][number];

const child: Person = { ref: 'child', role: 'child', ageBand: 'under-13' };
const father: Person = { ref: 'father', role: 'parent', ageBand: 'adult' };
const outOfReach = { withoutConsentReason: 'not-reasonable-to-obtain' } as const;
const prejudice = { withoutConsentReason: 'would-prejudice-protection' } as const;

const note = (categories: Item['categories'], about: string[], more: Partial<Item> = {}): Item => ({
  ref: 'note',
  about,
  categories,
  identifies: true,
  confidential: false,
  relevant: true,
  necessary: true,
  accurate: true,
  restriction: 'none',
  ...more,
});

/** A charity that tells children's social care of a child at significant harm, with all but its people and items. */
const base: Request = {
  on: '2026-11-21',
  mode: 'proactive',
  sharer: { organisation: 'charity', appropriatePolicyDocument: true, statutoryFunction: false },
  recipient: { organisation: 'la-childrens-social-care', mightHarm: false },
  purpose: { kind: 'safeguard-from-harm' },
  concern: { level: 'significant-harm', about: ['child'] },
  justification: {
    necessary: true,
    proportionate: true,
    lessIntrusiveWayExists: false,
    substantialPublicInterest: true,
    legitimateInterestsPrevail: true,
  },
};
const asked = (people: Person[], item: Item, more: Partial<Request> = {}): Request => ({
  ...base,
  people,
  items: [item],
  ...more,
});

const rowsOf = (decision: SharingDecision, status: Condition['status']): string[] =>
  decision.conditions
    .filter((row) => row.status === status)
    .map(({ article, schedule1 }) =>
      schedule1 === undefined ? article : `${article} ${schedule1}`,
    );
const available = (request: Request): string[] => rowsOf(decide(request), 'available');
const rowAt = (request: Request, schedule1: string): Condition | undefined =>
  decide(request).conditions.find((row) => row.schedule1 === schedule1);
const verdict = (request: Request): string | undefined => decide(request).items[0]?.verdict;
const obligations = (request: Request): string[] =>
  decide(request)
    .obligations.filter(({ status }) => status === 'applies')
    .map(({ id, level, when }) => `${id} ${level} ${when}`);
const reasonsOf = (request: Request): string[] => decide(request).reasons.map(({ rule }) => rule);

describe('trap T5: Article 9(2) has ten conditions', () => {
  const listed = decide(asked([child], note(['health'], ['child']))).conditions;

  test('the seven that the answers can tell are each judged for a piece of health data', () => {
    const articles = new Set(listed.map(({ article }) => article));
    expect([...articles].filter((article) => /^9\(2\)\(.\)$/.test(article)).sort()).toEqual([
      '9(2)(a)',
      '9(2)(b)',
      '9(2)(c)',
      '9(2)(e)',
      '9(2)(f)',
      '9(2)(g)',
      '9(2)(h)',
    ]);
  });

  test('(b), (g) and (h) are never given without a paragraph of Schedule 1', () => {
    const tied = listed.filter(({ article }) =>
      ['9(2)(b)', '9(2)(g)', '9(2)(h)'].includes(article),
    );
    expect(tied.map(({ schedule1 }) => schedule1)).not.toContain(undefined);
    expect(tied.length).toBeGreaterThan(8);
  });

  test.each([
    [
      'gdpr2016-art9-2d-own-members',
      'members of a religious body, told within it',
      {
        sharer: { ...base.sharer, organisation: 'faith-or-sports' },
        recipient: { organisation: 'faith-or-sports', sameOrganisation: true, mightHarm: false },
      },
    ],
    ['gdpr2016-art9-2i-public-health', 'a purpose of its own', { purpose: { kind: 'other' } }],
    ['gdpr2016-art9-2j-research', 'research', { purpose: { kind: 'research-or-statistics' } }],
  ] as const)('%s points to the condition for %s and never meets it', (rule, _, more) => {
    const request = asked([child], note(['religion'], ['child']), more);
    expect(reasonsOf(request)).toContain(rule);
    expect(
      decide(request)
        .advice.map(({ reasons }) => reasons)
        .flat(),
    ).toContain(rule);
    expect(available(request)).toEqual([]);
  });
});

describe('trap T16: paragraph 18 is more than its first two limbs', () => {
  const about = (person: Partial<Person>, more: Partial<Request> = {}): Request =>
    asked([child, { ...father, ...person }], note(['health'], ['father']), more);

  test('with a reason to go without consent, a substantial public interest and a policy document it is met', () => {
    const request = about(prejudice);
    expect(available(request)).toEqual(['9(2)(g) 18']);
    expect(verdict(request)).toBe('share');
    expect(decide(request).items[0]?.reasons).toContain('dpa2018-sch1-p18-safeguarding');
    expect(rowAt(request, '18')?.appropriatePolicyDocument).toBe('needed');
  });

  test('limb C left out holds it, and the reason is asked of the person whom the data is about', () => {
    const request = about({});
    expect(rowAt(request, '18')?.status).toBe('undetermined');
    expect(verdict(request)).toBe('undetermined');
    expect(
      decide(request).questions.filter(({ fact }) => fact === 'person.withoutConsentReason'),
    ).toMatchObject([{ scope: { person: 'father' } }]);
  });

  test('a refusal of consent is none of the three reasons', () => {
    const refused = { consent: { dataProtection: { status: 'refused' } } } as const;
    expect(rowAt(about(refused), '18')?.status).toBe('undetermined');
    expect(rowAt(about({ ...refused, ...prejudice }), '18')?.status).toBe('available');
  });

  test('limb D answered no takes it away', () => {
    const justification = { ...base.justification, substantialPublicInterest: false };
    expect(rowAt(about(prejudice, { justification }), '18')?.status).toBe('unavailable');
  });

  test('a policy document that is missing is put in place afterwards where serious harm is feared', () => {
    const sharer = { ...base.sharer, appropriatePolicyDocument: false };
    const request = about(prejudice, { sharer });
    expect(rowAt(request, '18')).toMatchObject({
      status: 'available',
      appropriatePolicyDocument: 'missing',
    });
    expect(verdict(request)).toBe('share');
    expect(obligations(request)).toContain('put-policy-document-in-place must after');
    expect(decide(request).cautions.flatMap(({ reasons }) => reasons)).toContain(
      'dpa2018-sch1-p5-policy-document-missing',
    );
  });

  test('a policy document that is missing takes it away below significant harm', () => {
    const sharer = { ...base.sharer, appropriatePolicyDocument: false };
    const concern = { level: 'child-in-need', about: ['child'] } as const;
    const request = about(prejudice, { sharer, concern: { ...concern, about: ['child'] } });
    expect(rowAt(request, '18')?.status).toBe('unavailable');
  });

  test('the one protected need not be the one whom the data is about, whose consent is what counts', () => {
    const refusedByFather = about(prejudice);
    const reasonOfChild = asked([{ ...child, ...prejudice }, father], note(['health'], ['father']));
    expect(rowAt(refusedByFather, '18')?.status).toBe('available');
    expect(rowAt(reasonOfChild, '18')?.status).toBe('undetermined');
  });

  test('a piece about two people needs a reason for each of them', () => {
    const both = note(['health'], ['child', 'father']);
    expect(rowAt(asked([{ ...child, ...outOfReach }, father], both), '18')?.status).toBe(
      'undetermined',
    );
    expect(
      rowAt(
        asked(
          [
            { ...child, ...outOfReach },
            { ...father, ...prejudice },
          ],
          both,
        ),
        '18',
      )?.status,
    ).toBe('available');
  });

  test('children of a kind are protected although none is known by name', () => {
    const concern: Request['concern'] = { level: 'significant-harm', about: [] };
    const request = asked([{ ...father, ...prejudice }], note(['health'], ['father']), { concern });
    expect(rowAt(request, '18')?.status).toBe('available');
  });

  test('an adult is protected only with needs for care that keep them from protecting themself', () => {
    const concern: Request['concern'] = {
      level: 'none',
      about: ['aunt'],
      adultAtSeriousRisk: true,
    };
    const aunt = (more: Partial<Person>): Person => ({ ref: 'aunt', ageBand: 'adult', ...more });
    const needs = { needsCareAndSupport: true } as const;
    const of = (more: Partial<Person>) =>
      rowAt(
        asked([aunt(more), { ...father, ...prejudice }], note(['health'], ['father']), { concern }),
        '18',
      )?.status;
    expect(of({ ...needs, cannotProtectSelf: true })).toBe('available');
    expect(of({ ...needs, cannotProtectSelf: false })).toBe('unavailable');
    expect(of({ needsCareAndSupport: false, cannotProtectSelf: true })).toBe('unavailable');
  });
});

describe('trap T18: vital interests under Article 9(2)(c) need someone who cannot consent', () => {
  const danger: Request['concern'] = { level: 'immediate-danger', about: ['child'] };
  const of = (canConsent: boolean | 'unsure') =>
    asked([child, { ...father, canConsent }], note(['health'], ['father']), { concern: danger });
  const statusOf = (request: Request) =>
    decide(request).conditions.find(({ article }) => article === '9(2)(c)')?.status;

  test('a father who cannot consent can be told of to save a life', () => {
    expect(statusOf(of(false))).toBe('available');
  });
  test('a father who could consent and will not takes it away, though the lawful basis stays', () => {
    expect(statusOf(of(true))).toBe('unavailable');
    expect(decide(of(true)).lawfulBases).toContainEqual(
      expect.objectContaining({ article: '6(1)(d)', status: 'available' }),
    );
  });
  test('doubt whether he can consent is not read either way', () => {
    expect(statusOf(of('unsure'))).toBe('undetermined');
  });
  test('below danger to life there is none', () => {
    expect(
      statusOf({ ...of(false), concern: { level: 'significant-harm', about: ['child'] } }),
    ).toBe('unavailable');
  });
  test('under Part 3 vital interests do not ask for incapacity', () => {
    const sharer = { organisation: 'police', lawEnforcementPurpose: true } as const;
    const request = { ...of(true), sharer };
    expect(decide(request).regime).toBe('dpa-part-3');
    expect(available(request)).toContain('s35(5) Sch 8 para 3');
    expect(available(request).filter((row) => row.startsWith('9(2)'))).toEqual([]);
  });
});

describe('unlawful acts: paragraph 10', () => {
  const crime = (recipient: 'police' | 'employer', more: Partial<Person> = prejudice): Request =>
    asked([child, { ...father, ...more }], note(['health'], ['father']), {
      purpose: { kind: 'crime-prevention', legitimate: true },
      concern: { level: 'child-in-need', about: ['child'], crimeSuspected: true },
      recipient: { organisation: recipient, mightHarm: false },
      sharer: { ...base.sharer, appropriatePolicyDocument: false },
    });

  test('what goes to the police needs no policy document', () => {
    const request = crime('police');
    expect(available(request)).toEqual(['9(2)(g) 10(2)']);
    expect(rowAt(request, '10(2)')?.appropriatePolicyDocument).toBe('not-needed');
    expect(verdict(request)).toBe('share');
  });
  test('what goes to anyone else needs one', () => {
    const request = crime('employer');
    expect(available(request)).toEqual([]);
    expect(rowAt(request, '10')?.status).toBe('unavailable');
  });
  test('consent that is merely out of reach is not enough', () => {
    expect(available(crime('police', outOfReach))).toEqual([]);
  });
  test('an allegation against a father goes to the police by paragraph 36 with 10(2)', () => {
    const request = { ...crime('police'), items: [note(['criminal-allegation'], ['father'])] };
    expect(available(request)).toEqual(['10 36 with 10(2)']);
    expect(verdict(request)).toBe('share');
  });
});

describe('a function given by law: paragraph 6', () => {
  const council = (function_: boolean, interest: boolean): Request =>
    asked([father, child], note(['health'], ['father']), {
      sharer: {
        organisation: 'la-housing',
        statutoryFunction: function_,
        appropriatePolicyDocument: true,
      },
      justification: { ...base.justification, substantialPublicInterest: interest },
    });

  test('a public authority needs no reason for going without consent', () => {
    const request = council(true, true);
    expect(available(request)).toEqual(['9(2)(g) 6']);
    expect(verdict(request)).toBe('share');
    expect(decide(request).items[0]?.reasons).toContain('dpa2018-sch1-p6-statutory-function');
  });
  test('it needs a function', () => {
    expect(rowAt(council(false, true), '6')?.status).toBe('unavailable');
  });
  test('it needs a substantial public interest', () => {
    expect(rowAt(council(true, false), '6')?.status).toBe('unavailable');
  });
});

describe('health and social care: paragraph 2', () => {
  const home = (more: Partial<Item>): Request =>
    asked([child], note(['health'], ['child'], more), {
      sharer: { organisation: 'childrens-home-private', profession: 'other' },
      purpose: { kind: 'case-transfer' },
      concern: { level: 'welfare', about: ['child'] },
    });

  test('someone who owes a duty of confidentiality may share for care, as a professional may', () => {
    expect(available(home({ confidential: true }))).toEqual(['9(2)(h) 2']);
    expect(available(home({ confidential: false }))).toEqual([]);
    expect(rowAt(home({ confidential: true }), '2')?.appropriatePolicyDocument).toBe('not-needed');
  });
});

describe('those who work with children: paragraphs 1, 11 and 12', () => {
  const worker = (more: Partial<Person>): Person => ({
    ref: 'worker',
    role: 'professional',
    ageBand: 'adult',
    ...more,
  });
  const referral = (
    organisation: 'regulator' | 'dbs',
    person: Partial<Person>,
    categories: Item['categories'] = ['health'],
    more: Partial<Request> = {},
  ): Request =>
    asked([worker(person)], note(categories, ['worker']), {
      sharer: { ...base.sharer, organisation: 'employer' },
      recipient: { organisation, mightHarm: false },
      purpose: { kind: 'regulatory-referral', legitimate: true },
      concern: { level: 'welfare', about: [], kinds: ['staff-allegation'] },
      ...more,
    });

  test('where asking would defeat the function, paragraph 11 serves and paragraph 12 does not', () => {
    expect(available(referral('regulator', prejudice))).toEqual(['9(2)(g) 11']);
  });
  test('where consent is out of reach, paragraph 12 serves and paragraph 11 does not', () => {
    expect(available(referral('regulator', outOfReach))).toEqual(['9(2)(g) 12']);
  });
  test('an allegation goes by paragraph 36 with either, without a substantial public interest', () => {
    const justification = { ...base.justification, substantialPublicInterest: false };
    const of = (person: Partial<Person>) =>
      available(referral('regulator', person, ['criminal-allegation'], { justification }));
    expect(of(prejudice)).toEqual(['10 36 with 11']);
    expect(of(outOfReach)).toEqual(['10 36 with 12']);
  });
  test('a referral that the law requires goes by paragraph 1, with or without a reason', () => {
    const required = {
      sharer: { organisation: 'employer', appropriatePolicyDocument: false },
      scheme: { dbs: { removedFromRegulatedActivity: true, harmTestMet: true } },
    } as const;
    const request = referral('dbs', {}, ['health', 'criminal-allegation'], required);
    expect(available(request)).toEqual(expect.arrayContaining(['9(2)(b) 1', '10 1']));
    expect(verdict(request)).toBe('share');
    expect(obligations(request)).toContain('put-policy-document-in-place must after');
    const notRequired = { ...required, scheme: { dbs: { harmTestMet: false } } };
    expect(available(referral('dbs', {}, ['health'], notRequired))).toEqual([]);
  });
});

test('confidential counselling: a partner of whom a client speaks can be spoken of under paragraph 17', () => {
  const of = (confidential: boolean) =>
    available(
      asked([child, { ...father, ...prejudice }], note(['health'], ['father'], { confidential }), {
        purpose: { kind: 'service-provision', legitimate: true },
        concern: { level: 'welfare', about: ['child'] },
        recipient: { organisation: 'charity', sameOrganisation: true, mightHarm: false },
      }),
    );
  expect(of(true)).toEqual(['9(2)(g) 17']);
  expect(of(false)).toEqual([]);
});

describe('economic well-being: paragraph 19', () => {
  const of = (ageBand: '16-17' | 'adult', categories: Item['categories']): string[] =>
    available(
      asked(
        [
          {
            ref: 'aunt',
            ageBand,
            needsCareAndSupport: true,
            cannotProtectSelf: false,
            ...outOfReach,
          },
        ],
        note(categories, ['aunt']),
        { concern: { level: 'none', about: ['aunt'], kinds: ['financial-abuse'] } },
      ),
    );
  test('it protects an adult who could protect herself otherwise, by health data only', () => {
    expect(of('adult', ['health'])).toEqual(['9(2)(g) 19']);
    expect(of('adult', ['health', 'religion'])).toEqual([]);
  });
  test('it does not protect a child, whom paragraph 18 protects', () => {
    expect(of('16-17', ['health'])).toEqual(['9(2)(g) 18']);
  });
});

describe('offence data', () => {
  const carer = (more: Partial<Person>): Person => ({
    ref: 'carer',
    role: 'carer',
    ageBand: 'adult',
    ...more,
  });

  test('a charity passes on an allegation against a carer by paragraph 36 with 18', () => {
    const request = asked([child, carer(prejudice)], note(['criminal-allegation'], ['carer']));
    expect(available(request)).toEqual(['10 36 with 18']);
    expect(rowAt(request, '36 with 18')?.appropriatePolicyDocument).toBe('needed');
    expect(verdict(request)).toBe('share');
    expect(decide(request).items[0]?.reasons).toContain('dpa2018-sch1-p36-p18-safeguarding');
  });
  test('paragraph 36 does without the substantial public interest of paragraph 18', () => {
    const justification = { ...base.justification, substantialPublicInterest: false };
    const of = (categories: Item['categories']) =>
      available(asked([child, carer(prejudice)], note(categories, ['carer']), { justification }));
    expect(of(['criminal-conviction'])).toEqual(['10 36 with 18']);
    expect(of(['health'])).toEqual([]);
  });
  test('a charity has no official authority, and a council with a function has', () => {
    const of = (organisation: 'charity' | 'la-housing', statutoryFunction: boolean) =>
      available(
        asked([child, carer({})], note(['criminal-allegation'], ['carer']), {
          sharer: { organisation, statutoryFunction, appropriatePolicyDocument: true },
        }),
      );
    expect(of('charity', false)).toEqual([]);
    expect(of('la-housing', true)).toContain('10');
  });
  test('health data and an allegation in one piece need a condition each', () => {
    const request = asked(
      [child, carer(prejudice)],
      note(['health', 'criminal-allegation'], ['carer']),
    );
    expect(available(request)).toEqual(['10 36 with 18', '9(2)(g) 18']);
  });
  test('what the carer published himself needs no other condition, and what the press reported does', () => {
    const of = (categories: Item['categories']) =>
      available(asked([child, carer({})], note(categories, ['carer'])));
    expect(of(['criminal-conviction', 'health', 'self-published'])).toEqual(['10 32', '9(2)(e)']);
    expect(of(['criminal-conviction', 'health'])).toEqual([]);
  });
});

test('information about a patient that is not marked as health is pointed out', () => {
  const of = (categories: Item['categories']) =>
    decide(
      asked([child], note(categories, ['child'], { patientInformation: true })),
    ).cautions.flatMap(({ reasons }) => reasons);
  expect(of(['services-involved'])).toContain('gdpr2016-art4-15-patient-information');
  expect(of(['services-involved', 'health'])).not.toContain('gdpr2016-art4-15-patient-information');
});

test('while a condition is wanting for a child at serious risk, data protection is said to be no barrier', () => {
  const cautions = (person: Partial<Person>) =>
    decide(asked([child, { ...father, ...person }], note(['health'], ['father']))).cautions.flatMap(
      ({ reasons }) => reasons,
    );
  expect(cautions({})).toContain('data-protection-is-no-barrier');
  expect(cautions(prejudice)).not.toContain('data-protection-is-no-barrier');
});

describe.each(['la-childrens-social-care', 'police'] as const)(
  'at significant harm, towards %s',
  (recipient) => {
    const from = (
      organisation: (typeof organisations)[number],
      categories: Item['categories'],
      answered: boolean,
    ): Request =>
      asked(
        [child, answered ? { ...father, ...prejudice } : father],
        note(categories, ['father']),
        {
          sharer: answered ? { organisation, appropriatePolicyDocument: true } : { organisation },
          recipient: { organisation: recipient, mightHarm: false },
          justification: {
            necessary: true,
            proportionate: true,
            lessIntrusiveWayExists: false,
            ...(answered ? { substantialPublicInterest: true } : {}),
          },
        },
      );

    test('every organisation has a condition for health data with the ordinary answers, and none without', () => {
      for (const organisation of organisations) {
        const found = available(from(organisation, ['health'], true));
        expect(
          found.some((row) => / 18( |$)/.test(row)),
          `${organisation}: ${found.join()}`,
        ).toBe(true);
        const unanswered = from(organisation, ['health'], false);
        expect(available(unanswered), organisation).toEqual([]);
        expect(verdict(unanswered), organisation).toBe('undetermined');
      }
    });

    test('every organisation has a condition for an allegation, and without answers only official authority', () => {
      for (const organisation of organisations) {
        const found = available(from(organisation, ['criminal-allegation'], true));
        expect(
          found.some((row) => row.endsWith(' 36 with 18')),
          `${organisation}: ${found.join()}`,
        ).toBe(true);
        const rest = available(from(organisation, ['criminal-allegation'], false));
        expect(['', '10', '10 or s35'], organisation).toContain(rest.join());
      }
    });
  },
);
