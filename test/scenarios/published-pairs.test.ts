import { describe, expect, test } from 'vitest';
import { decide } from '../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';
import { requestOf } from './published.ts';

/** Published cases that come in pairs: the same request twice, one fact changed, and another answer. */

type Person = NonNullable<SharingRequest['people']>[number];
type Item = NonNullable<SharingRequest['items']>[number];

const but = (request: SharingRequest, over: Partial<SharingRequest>): SharingRequest => ({
  ...request,
  ...over,
});
const people = (request: SharingRequest, change: (one: Person) => Person): SharingRequest =>
  but(request, { people: (request.people ?? []).map(change) });
const pieces = (request: SharingRequest, change: (one: Item) => Item): SharingRequest =>
  but(request, { items: (request.items ?? []).map(change) });
const why = (decision: SharingDecision, ref: string) =>
  decision.items.find((item) => item.ref === ref)?.reasons;
const verdicts = (decision: SharingDecision) =>
  Object.fromEntries(decision.items.map(({ ref, verdict }) => [ref, verdict]));
const gateway = (decision: SharingDecision, id: string) =>
  decision.gateways.find((row) => row.id === id)?.status;
const due = (decision: SharingDecision) =>
  decision.obligations.filter(({ status }) => status === 'applies').map(({ id }) => id);

describe('GUI-02 and GUI-03: a family with early help moves and refuses the transfer', () => {
  const moving = pieces(requestOf('GUI-02'), (item) => ({ ...item, confidential: false }));

  test('while nothing has made it riskier, the record stays and the family is told', () => {
    const decision = decide(moving);
    expect(decision).toMatchObject({ outcome: 'do-not-share', strength: 'should' });
    expect(why(decision, 'support-record')).toEqual(['support-transfer-without-agreement']);
    expect(decision.informing.find(({ person }) => person === 'mum')?.verdict).toBe('tell');
  });

  test('once a professional sees that the risk has risen, it may go', () => {
    const decision = decide(but(moving, { move: { ...moving.move, riskIncreased: true } }));
    expect(decision).toMatchObject({ outcome: 'share', strength: 'may' });
    expect(why(decision, 'support-record')).not.toContain('support-transfer-without-agreement');
  });

  test('once significant harm is feared, it should go, and go without delay', () => {
    const decision = decide(
      but(moving, { concern: { ...moving.concern, level: 'significant-harm' } }),
    );
    expect(decision).toMatchObject({
      outcome: 'share',
      strength: 'should',
      urgency: 'without-delay',
    });
    expect(why(decision, 'support-record')).toContain('working-together-2026-significant-harm');
  });
});

describe('FGM-01 and FGM-02: it is known of a girl, or only feared', () => {
  const toPolice = requestOf('FGM-01');
  const feared = but(toPolice, { scheme: { fgm: { disclosedByGirlOrSeen: false } } });

  test('known from the girl, it must be reported to the police', () => {
    const decision = decide(toPolice);
    expect(decision).toMatchObject({ outcome: 'share', strength: 'must' });
    expect(gateway(decision, 'fgma2003-s5b')).toBe('applies');
    expect(why(decision, 'fgm')).toContain('fgma2003-s5b-report-to-police');
    expect(decision.lawfulBases.find(({ preferred }) => preferred)?.article).toBe('6(1)(c)');
  });

  test('only feared, that duty does not apply: it should be shared, and by public task', () => {
    const decision = decide(feared);
    expect(decision).toMatchObject({ outcome: 'share', strength: 'should' });
    expect(gateway(decision, 'fgma2003-s5b')).toBe('does-not-apply');
    expect(why(decision, 'fgm')).not.toContain('fgma2003-s5b-report-to-police');
    expect(why(decision, 'fgm')).toContain('working-together-2026-significant-harm');
    expect(decision.lawfulBases.find(({ preferred }) => preferred)?.article).toBe('6(1)(e)');
  });

  test('a referral to social care does not discharge the duty to tell the police', () => {
    const referral = requestOf('FGM-02');
    const report = 'fgma2003-s5b-report-yourself';
    const told = but(referral, {
      concern: { ...referral.concern, knownOn: '2026-06-30' },
      scheme: { fgm: { disclosedByGirlOrSeen: true } },
    });
    const yours = decide(told).obligations.find(({ reasons }) => reasons.includes(report));
    expect(yours).toMatchObject({ id: 'notify-police', level: 'must', due: '2026-07-30' });
    expect(decide(referral).obligations.flatMap(({ reasons }) => reasons)).not.toContain(report);
  });
});

describe('PRS-06 and PRS-07: a council asks a surgery about a family', () => {
  const asked = (level: 'emerging-need' | 'significant-harm'): SharingRequest => {
    const request = requestOf('PRS-07');
    return people(
      but(request, {
        demand: { ...request.demand, power: 'ca1989-s17' },
        purpose: { kind: 'child-in-need-assessment', legitimate: true },
        concern: { ...request.concern, level, adultAtSeriousRisk: false },
      }),
      (person) =>
        person.ref === 'mum'
          ? { ...person, consent: { ...person.consent, service: { status: 'not-sought' } } }
          : { ...person, canConsent: false },
    );
  };

  test('for an assessment of need the family’s agreement comes first', () => {
    const decision = decide(asked('emerging-need'));
    expect(decision).toMatchObject({ outcome: 'do-not-share', strength: 'must' });
    expect(why(decision, 'child-health')).toEqual(['assessment-without-agreement']);
    expect(decision.items.map(({ strength }) => strength)).toEqual(['should', 'should', 'must']);
    expect(due(decision)).toEqual(expect.arrayContaining(['seek-agreement', 'explain-refusal']));
  });

  test('that is agreement to the assessment: the lawful basis is there without it', () => {
    const decision = decide(asked('emerging-need'));
    expect(decision.lawfulBases.find(({ preferred }) => preferred)).toMatchObject({
      article: '6(1)(e)',
      status: 'available',
    });
    expect(decision.cautions.flatMap(({ reasons }) => reasons)).toContain(
      'service-refusal-is-no-data-refusal',
    );
  });

  test('once significant harm is suspected, what is relevant goes without it', () => {
    const decision = decide(asked('significant-harm'));
    expect(decision).toMatchObject({ outcome: 'share-in-part', strength: 'should' });
    expect(verdicts(decision)).toEqual({
      'child-health': 'share',
      'mum-relevant': 'share',
      'mum-unrelated': 'withhold',
    });
    expect(why(decision, 'mum-relevant')).toContain('working-together-2026-significant-harm');
    expect(why(decision, 'mum-unrelated')).toContain('item-not-relevant');
    expect(decision.informing.find(({ person }) => person === 'mum')?.verdict).toBe('tell');
  });
});

describe('GMC-09 and MDS-03: a competent adult who is hurt refuses, and then there is a child', () => {
  const weighed = (balance?: boolean): SharingRequest => {
    const request = requestOf('MDS-03');
    return pieces(
      but(request, {
        recipient: {
          organisation: 'la-childrens-social-care',
          identityVerified: true,
          mightHarm: false,
        },
        justification: { ...request.justification, substantialPublicInterest: true },
      }),
      ({ publicInterestOverridesConfidence: _, ...item }) => ({
        ...item,
        ...(balance === undefined ? {} : { publicInterestOverridesConfidence: balance }),
      }),
    );
  };
  const withChild = (request: SharingRequest): SharingRequest =>
    people(
      but(request, {
        concern: { ...request.concern, level: 'significant-harm', about: ['patient', 'son'] },
        people: [...(request.people ?? []), { ref: 'son', role: 'child', ageBand: 'under-13' }],
      }),
      (person) =>
        person.ref === 'patient'
          ? { ...person, withoutConsentReason: 'would-prejudice-protection' }
          : person,
    );

  test('her refusal stands while she alone is at risk', () => {
    const decision = decide(weighed(false));
    expect(decision).toMatchObject({ outcome: 'do-not-share', strength: 'must' });
    expect(why(decision, 'bruises')).toContain('common-law-confidence-consent');
    expect(due(decision)).toContain('offer-support');
  });

  test('a child in the home is the fact that turns it, where nobody has struck the balance', () => {
    const alone = decide(weighed());
    expect(alone.outcome).toBe('seek-advice');
    expect(verdicts(alone)).toEqual({ bruises: 'undetermined' });
    const home = decide(withChild(weighed()));
    expect(home).toMatchObject({ outcome: 'share', strength: 'should' });
    expect(why(home, 'bruises')).toContain('working-together-2026-significant-harm');
    expect(home.assumptions.map(({ fact }) => fact)).toContain(
      'item.publicInterestOverridesConfidence',
    );
    expect(due(home)).toContain('confirm-before-sharing');
  });

  test('a doctor who keeps the confidence with a child in the home still has to refer the child', () => {
    const decision = decide(withChild(weighed(false)));
    expect(decision.outcome).toBe('do-not-share');
    expect(decision.urgency).toBe('without-delay');
    expect(decision.obligations.find(({ id }) => id === 'refer-to-social-care')?.reasons).toContain(
      'ca1989-s47-refer-despite-withholding',
    );
    expect(decide(weighed(false)).obligations.flatMap(({ reasons }) => reasons)).not.toContain(
      'ca1989-s47-refer-despite-withholding',
    );
  });
});

describe('CRT-08 and CRT-09: shops are told that a girl is at risk', () => {
  const needed = (necessary: boolean | 'unsure'): SharingDecision =>
    decide(
      pieces(requestOf('CRT-09'), (item) =>
        item.ref === 'cse-risk' ? { ...item, necessary } : item,
      ),
    );

  test('while nobody has weighed whether each needs it, it does not go, and the offending does', () => {
    expect(verdicts(needed('unsure'))).toEqual({ offending: 'share', 'cse-risk': 'undetermined' });
    const unneeded = needed(false);
    expect(verdicts(unneeded)).toEqual({ offending: 'share', 'cse-risk': 'withhold' });
    expect(why(unneeded, 'cse-risk')).toEqual(['item-not-necessary']);
  });

  test('weighed and necessary it may go, with the warning that the circle is wide', () => {
    const decision = needed(true);
    expect(decision).toMatchObject({ outcome: 'share', strength: 'may', regime: 'dpa-part-3' });
    expect(decision.cautions.flatMap(({ reasons }) => reasons)).toContain(
      'wide-circulation-needs-strong-reasons',
    );
    expect(decision.obligations.find(({ id }) => id === 'share-minimum')?.level).toBe('must');
    // What was said of her is neither health nor sex life: no condition for sensitive processing is asked for.
    expect(decision.conditions.map(({ item }) => item)).not.toContain('cse-risk');
  });
});
