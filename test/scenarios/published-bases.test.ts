import { describe, expect, test } from 'vitest';
import { decide } from '../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';
import { requestOf } from './published.ts';

/** Published cases whose point is the basis, the power or the telling, more than the outcome. */

type Person = NonNullable<SharingRequest['people']>[number];

const due = (decision: SharingDecision) =>
  decision.obligations.filter(({ status }) => status === 'applies').map(({ id }) => id);
const gateway = (decision: SharingDecision, id: string) =>
  decision.gateways.find((row) => row.id === id)?.status;
const verdicts = (decision: SharingDecision) =>
  Object.fromEntries(decision.items.map(({ ref, verdict }) => [ref, verdict]));
const telling = (decision: SharingDecision, person: string) =>
  decision.informing.find((row) => row.person === person);
/** The case with one person told apart. */
const with1 = (id: string, ref: string, over: Partial<Person>): SharingRequest => {
  const request = requestOf(id);
  return {
    ...request,
    people: (request.people ?? []).map((one) => (one.ref === ref ? { ...one, ...over } : one)),
  };
};

describe('ICO-08: vital interests and someone who can consent', () => {
  const dying = (canConsent: boolean, lessIntrusiveWayExists = false): SharingDecision => {
    const request = with1('ICO-08', 'ann', { canConsent, bestInterests: true });
    return decide({
      ...request,
      recipient: { organisation: 'nhs-emergency', identityVerified: true, mightHarm: false },
      purpose: { kind: 'direct-care', legitimate: true, compatible: true },
      concern: { level: 'immediate-danger', about: ['ann'], adultAtSeriousRisk: true },
      justification: { ...request.justification, lessIntrusiveWayExists },
    });
  };
  const vital = (decision: SharingDecision) =>
    decision.conditions.find(({ article }) => article === '9(2)(c)');

  test('there is no such condition for health data of someone who can consent and refuses', () => {
    const decision = dying(true);
    expect(vital(decision)).toMatchObject({
      status: 'unavailable',
      reasons: ['gdpr2016-art9-2c-vital-interests'],
    });
    expect(verdicts(decision)).toEqual({ health: 'withhold' });
  });

  test('one fact flips it: someone who cannot consent', () => {
    const decision = dying(false);
    expect(vital(decision)?.status).toBe('available');
    expect(verdicts(decision)).toEqual({ health: 'share' });
  });

  test('not where a less intrusive way would do', () => {
    const decision = dying(false, true);
    expect(verdicts(decision)).toEqual({ health: 'withhold' });
    expect(decision.items[0]?.reasons).toEqual(['less-intrusive-way-exists']);
  });

  test('a child at risk opens another condition, and her refusal does not close it', () => {
    const request = with1('ICO-08', 'ann', { withoutConsentReason: 'would-prejudice-protection' });
    const decision = decide({
      ...request,
      recipient: {
        organisation: 'la-childrens-social-care',
        identityVerified: true,
        mightHarm: false,
      },
      purpose: { kind: 'safeguard-from-harm', legitimate: true },
      concern: { level: 'significant-harm', about: ['child'], kinds: ['neglect'] },
      people: [...(request.people ?? []), { ref: 'child', role: 'child', ageBand: 'under-13' }],
      items: (request.items ?? []).map((item) => ({
        ...item,
        publicInterestOverridesConfidence: true,
      })),
      justification: { ...request.justification, substantialPublicInterest: true },
    });
    expect(vital(decision)?.status).toBe('unavailable');
    expect(
      decision.conditions.find(
        ({ schedule1, status }) => schedule1 === '18' && status === 'available',
      ),
    ).toMatchObject({ article: '9(2)(g)', reasons: ['dpa2018-sch1-p18-safeguarding'] });
    expect(decision.outcome).toBe('share');
  });
});

describe('SVD-01: patients with stab wounds are asked for under the serious violence duty', () => {
  const asked = (
    power: 'pcsc2022-s16' | 'pcsc2022-s17',
    sharer: 'icb' | 'nhs-trust' | 'academy',
    patientInformation = true,
  ): SharingDecision => {
    const request = requestOf('SVD-01');
    return decide({
      ...request,
      demand: { ...request.demand, power, necessaryAndProportionate: true },
      sharer: { ...request.sharer, organisation: sharer },
      items: (request.items ?? []).map((item) =>
        item.ref === 'identifiable'
          ? { ...item, necessary: true, patientInformation, confidedBy: 'pts' }
          : item,
      ),
      justification: {
        necessary: true,
        proportionate: true,
        substantialPublicInterest: true,
        lessIntrusiveWayExists: false,
      },
    });
  };
  const why = (decision: SharingDecision, ref: string) =>
    decision.items.find((item) => item.ref === ref)?.reasons;

  test.each(['icb', 'nhs-trust'] as const)(
    '%s: neither section reaches patient information, however needed, and it keeps its confidence',
    (sharer) => {
      for (const power of ['pcsc2022-s16', 'pcsc2022-s17'] as const) {
        const decision = asked(power, sharer);
        expect(verdicts(decision)).toEqual({ identifiable: 'withhold', counts: 'share' });
        expect(why(decision, 'identifiable')).toContain('pcsc2022-s16-3-lifts-confidence');
        expect(why(decision, 'identifiable')).not.toContain('pcsc2022-s17-policing-body-request');
        expect(decision.confidentiality).toMatchObject([
          { item: 'identifiable', status: 'not-met' },
        ]);
        expect(
          decision.lawfulBases.find(({ article }) => article === '6(1)(c)')?.items,
        ).not.toContain('identifiable');
      }
    },
  );

  test('nor other personal information of a health authority', () => {
    const decision = asked('pcsc2022-s16', 'icb', false);
    expect(verdicts(decision)['identifiable']).toBe('withhold');
    expect(why(decision, 'identifiable')).toContain('pcsc2022-s16-3-lifts-confidence');
  });

  test('figures that identify nobody may go under section 16, and must under section 17', () => {
    const may = asked('pcsc2022-s16', 'icb');
    expect(gateway(may, 'pcsc2022-s16')).toBe('applies');
    expect(may.items[1]).toMatchObject({ ref: 'counts', strength: 'may' });
    expect(why(may, 'counts')).toContain('pcsc2022-s16-serious-violence-disclosure');
    const must = asked('pcsc2022-s17', 'icb');
    expect(must).toMatchObject({ outcome: 'share-in-part', strength: 'must' });
    expect(why(must, 'counts')).toContain('pcsc2022-s17-policing-body-request');
  });

  test('one fact flips it: the same from a school, and no patient information', () => {
    const decision = asked('pcsc2022-s16', 'academy', false);
    expect(verdicts(decision)).toEqual({ identifiable: 'share', counts: 'share' });
    expect(why(decision, 'identifiable')).toEqual(
      expect.arrayContaining([
        'pcsc2022-s16-serious-violence-disclosure',
        'pcsc2022-s16-3-lifts-confidence',
      ]),
    );
  });
});

describe('GUI-26 and PRS-04: the safeguarding partners ask', () => {
  test('a request for everything is no duty, and is narrowed first', () => {
    const request = requestOf('GUI-26');
    const decision = decide({
      ...request,
      demand: { ...request.demand, necessaryAndProportionate: false },
    });
    expect(gateway(decision, 'ca2004-s16h')).toBe('does-not-apply');
    expect(decision.strength).not.toBe('must');
    expect(due(decision)).toContain('narrow-request');
    expect(gateway(decide(request), 'ca2004-s16h')).toBe('applies');
  });

  test('the family is told, save where telling would endanger the child, as in fabricated illness', () => {
    const request = requestOf('PRS-04');
    expect(telling(decide(request), 'mum')?.verdict).toBe('tell');
    const feared = with1('PRS-04', 'mum', { informing: { wouldRaiseRiskToChild: true } });
    const decision = decide({
      ...feared,
      concern: { ...feared.concern, kinds: ['fabricated-illness'] },
    });
    expect(decision).toMatchObject({ outcome: 'share', strength: 'must' });
    expect(telling(decision, 'mum')).toMatchObject({ verdict: 'do-not-tell' });
  });
});

describe('below the threshold the family is heard and told', () => {
  test('CRT-13: the young person is asked for a view first, and told', () => {
    const decision = decide(
      with1('CRT-13', 'yp', {
        informing: { wouldRaiseRiskToChild: false, wouldPrejudiceSeriousCrime: false },
      }),
    );
    expect(telling(decision, 'yp')?.verdict).toBe('tell');
    expect(decision.obligations.find(({ id }) => id === 'seek-views')?.reasons).toContain(
      'christian-institute2016-hear-people-below-harm',
    );
    expect(decision.advice.flatMap(({ reasons }) => reasons)).toContain('other-nation-legal');
  });

  test.each([
    ['GUI-07', 'somerset-guidance-2024-permission-before-referral'],
    ['PRS-06', 'ca1989-s17-seek-agreement'],
  ])('%s: agreement to the service is sought, openly', (id, rule) => {
    const decision = decide(with1(id, 'mum', { informing: { wouldRaiseRiskToChild: false } }));
    expect(telling(decision, 'mum')?.verdict).toBe('tell');
    expect(decision.obligations.find((row) => row.id === 'seek-agreement')?.reasons).toContain(
      rule,
    );
    expect(decision.cautions.flatMap(({ reasons }) => reasons)).toContain(
      'service-refusal-is-no-data-refusal',
    );
  });
});

describe('what else was published', () => {
  test('GUI-25: a repeated request that brings something new is decided afresh', () => {
    expect(
      decide(requestOf('GUI-25')).obligations.find(
        ({ id }) => id === 'reconsider-on-new-information',
      ),
    ).toMatchObject({ when: 'before', reasons: ['new-information-decided-afresh'] });
  });

  test('GUI-05: a refusal is explained and recorded', () => {
    expect(due(decide(requestOf('GUI-05')))).toEqual(
      expect.arrayContaining(['explain-refusal', 'record-decision', 'ask-for-reasons']),
    );
  });

  test('CRT-04: hearsay is checked first, and may then go for what it is', () => {
    const request = requestOf('CRT-04');
    expect(decide(request).obligations.find(({ id }) => id === 'check-accuracy')).toMatchObject({
      level: 'must',
      when: 'before',
    });
    const checked = decide({
      ...request,
      items: (request.items ?? []).map((item) => ({
        ...item,
        adequate: true,
        upToDate: true,
        confidential: false,
        historicalContextGiven: true,
      })),
      justification: { necessary: true, proportionate: true, lessIntrusiveWayExists: false },
      people: (request.people ?? []).map((one) => ({
        ...one,
        withoutConsentReason: 'would-prejudice-protection' as const,
      })),
    });
    expect(checked.items).toMatchObject([
      { ref: 'hearsay', verdict: 'share-with-changes', changes: ['label-unverified'] },
    ]);
  });

  test('STA-02: the accused teacher is told once the designated officer agrees', () => {
    const accused = (agreesTellingAccused: boolean) =>
      telling(
        decide({
          ...with1('STA-02', 'teacher', {
            allegedToHarm: true,
            worksWithChildren: true,
            informing: {
              wouldRaiseRiskToChild: false,
              wouldRaiseRiskToOther: false,
              wouldPrejudiceSeriousCrime: false,
              wouldCompromiseInvestigation: false,
            },
          }),
          scheme: { lado: { agreesTellingAccused } },
        }),
        'teacher',
      );
    expect(accused(false)).toMatchObject({ verdict: 'defer', reasons: ['lado-has-not-agreed'] });
    expect(accused(true)?.verdict).toBe('tell');
  });

  test('CRT-10: without an order the practitioner asks a lawyer', () => {
    const request = requestOf('CRT-10');
    const decision = decide({
      ...request,
      demand: { ...request.demand, power: 'none-stated' },
      items: (request.items ?? []).map((item) => ({ ...item, withinDemand: false })),
    });
    expect(decision.outcome).toBe('seek-advice');
    expect(decision.advice.map(({ who }) => who)).toContain('legal');
  });

  test('MDU-03: nor do the notes go with his agreement, where that is against his interests', () => {
    const agreed = (bestInterests: boolean) =>
      decide(
        with1('MDU-03', 'boy', {
          bestInterests,
          consent: { confidentiality: { status: 'given', givenBy: 'boy' } },
          views: { sought: true, objects: false },
          withoutConsentReason: 'not-reasonable-to-obtain',
        }),
      ).items.find(({ ref }) => ref === 'notes');
    expect(agreed(false)).toMatchObject({
      verdict: 'withhold',
      strength: 'should',
      reasons: ['gmc-0-18-p54-against-childs-interests'],
    });
    expect(agreed(true)?.verdict).toBe('share');
  });
});
