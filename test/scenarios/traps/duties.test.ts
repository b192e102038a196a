import { describe, expect, test } from 'vitest';
import { decide, rules } from '../../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../../src/index.ts';

const today = '2026-11-21';
const council = 'la-childrens-social-care';
const inForce = rules.filter(
  ({ effective }) => effective.from <= today && today <= (effective.to ?? today),
);
const gatewayOf = (decision: SharingDecision, id: string) =>
  decision.gateways.find((row) => row.id === id);
const basesOf = (decision: SharingDecision) =>
  decision.lawfulBases.filter((row) => row.status === 'available').map((row) => row.article);
const reasonsOf = (decision: SharingDecision) => decision.items.flatMap((item) => item.reasons);

const judged = { necessary: true, proportionate: true, lessIntrusiveWayExists: false } as const;
const child = { ref: 'child', role: 'child', ageBand: 'under-13' } as const;
const seen = {
  ref: 'note',
  about: ['child'],
  categories: ['observation'],
  identifies: true,
  confidential: false,
  accurate: true,
  relevant: true,
  necessary: true,
} as const satisfies NonNullable<SharingRequest['items']>[number];

describe('T3: section 16H, of any safeguarding partner, and not section 14B, of a board', () => {
  type Organisation = NonNullable<NonNullable<SharingRequest['sharer']>['organisation']>;
  const request = (from: Organisation, to: Organisation): SharingRequest => ({
    on: today,
    mode: 'on-request',
    demand: { power: 'ca2004-s16h', necessaryAndProportionate: true, inWriting: true },
    sharer: { organisation: from },
    recipient: { organisation: to, identityVerified: true, mightHarm: false },
    purpose: { kind: 'practice-review', legitimate: true },
    concern: { level: 'significant-harm', about: ['child'] },
    people: [child],
    items: [seen],
    justification: judged,
  });

  test.each([[council], ['icb'], ['police'], ['safeguarding-partner']] as const)(
    'a request of %s binds whoever holds the information',
    (partner) => {
      for (const holder of ['nhs-gp', 'charity', 'independent-school', 'academy'] as const) {
        const decision = decide(request(holder, partner));
        expect(gatewayOf(decision, 'ca2004-s16h')?.status, holder).toBe('applies');
        expect(decision, holder).toMatchObject({ outcome: 'share', strength: 'must' });
        expect(reasonsOf(decision), holder).toContain('ca2004-s16h-information-request');
        expect(basesOf(decision), holder).toContain('6(1)(c)');
      }
    },
  );

  test.each([['safeguarding-adults-board'], ['academy'], ['nhs-trust']] as const)(
    'a request of %s, which is no partner, binds nobody',
    (other) => {
      const decision = decide(request('nhs-gp', other));
      expect(gatewayOf(decision, 'ca2004-s16h')?.status).toBe('does-not-apply');
      expect(decision.strength).not.toBe('must');
    },
  );

  test('binds nobody on the day before the section began', () => {
    const decision = decide({ ...request('nhs-gp', 'police'), on: '2018-06-28' });
    expect(gatewayOf(decision, 'ca2004-s16h')).toBeUndefined();
  });

  test('no rule in force today rests on section 14B', () => {
    const cited = inForce.flatMap(({ references }) =>
      references.filter(({ source }) => source === 'ca2004').map(({ at }) => at),
    );
    expect(cited.filter((at) => at.includes('14B'))).toEqual([]);
    expect(cited.filter((at) => at.includes('16H')).length).toBeGreaterThan(0);
  });
});

describe('T15: section 16 permits; sections 15 and 17(4) oblige', () => {
  const violence = (more: Partial<SharingRequest>): SharingRequest => ({
    on: today,
    mode: 'proactive',
    sharer: { organisation: 'academy', statutoryFunction: true },
    recipient: { organisation: 'police', identityVerified: true, mightHarm: false },
    purpose: { kind: 'serious-violence-duty', legitimate: true },
    concern: { level: 'welfare', about: ['child'], crimeSuspected: true },
    people: [child],
    items: [{ ...seen, patientInformation: false }],
    justification: judged,
    ...more,
  });

  test('section 16 lets an academy tell the police, unprompted, and does not oblige it', () => {
    const decision = decide(violence({}));
    expect(decision).toMatchObject({ outcome: 'share', strength: 'may' });
    expect(gatewayOf(decision, 'pcsc2022-s16')).toMatchObject({
      status: 'applies',
      kind: 'power',
      strength: 'may',
    });
    expect(gatewayOf(decision, 'pcsc2022-s15')).toBeUndefined();
    expect(basesOf(decision)).not.toContain('6(1)(c)');
  });

  test('section 15 obliges an academy to join in when the police ask, through section 16', () => {
    const decision = decide(
      violence({ mode: 'on-request', demand: { power: 'pcsc2022-s16', inWriting: true } }),
    );
    expect(decision).toMatchObject({ outcome: 'share', strength: 'should' });
    expect(gatewayOf(decision, 'pcsc2022-s15')?.status).toBe('applies');
    expect(gatewayOf(decision, 'pcsc2022-s16')?.status).toBe('applies');
    expect(reasonsOf(decision)).toContain('pcsc2022-s15-collaborate-when-asked');
    expect(basesOf(decision)).not.toContain('6(1)(c)');
  });

  test('section 17(4) obliges an academy to answer the policing body', () => {
    const decision = decide(
      violence({
        mode: 'on-request',
        demand: { power: 'pcsc2022-s17', inWriting: true },
        recipient: {
          organisation: 'local-policing-body',
          identityVerified: true,
          mightHarm: false,
        },
      }),
    );
    expect(decision).toMatchObject({ outcome: 'share', strength: 'must' });
    expect(reasonsOf(decision)).toContain('pcsc2022-s17-policing-body-request');
    expect(basesOf(decision)).toContain('6(1)(c)');
  });

  test.each([['pcsc2022-s16'], ['pcsc2022-s17']] as const)(
    '%s never reaches patient information, nor personal information of a health authority',
    (power) => {
      const to = power === 'pcsc2022-s17' ? 'local-policing-body' : 'police';
      const recipient = { organisation: to, identityVerified: true, mightHarm: false } as const;
      const asked = { mode: 'on-request', demand: { power }, recipient } as const;
      const patient = decide(
        violence({ ...asked, items: [{ ...seen, patientInformation: true }] }),
      );
      expect(gatewayOf(patient, power)?.status).toBe('does-not-apply');
      const health = decide(
        violence({
          ...asked,
          sharer: { organisation: 'icb' },
          items: [{ ...seen, patientInformation: false }],
        }),
      );
      expect(gatewayOf(health, power)?.status).toBe('does-not-apply');
    },
  );

  test('what section 16 permits breaks no confidence, as it says itself', () => {
    const confided = { ...seen, confidential: true, publicInterestOverridesConfidence: false };
    const decision = decide(violence({ items: [{ ...confided, patientInformation: false }] }));
    expect(decision.confidentiality).toMatchObject([{ status: 'met', by: 'legal-duty' }]);
    expect(decision.confidentiality[0]?.reasons).toContain('pcsc2022-s16-3-lifts-confidence');
  });
});

describe('T19: the paramountcy of section 1 binds courts; agencies go by guidance', () => {
  test('no rule rests on section 1 of the Children Act 1989', () => {
    const cited = rules.flatMap(({ id, references }) =>
      references.filter(({ source }) => source === 'ca1989').map(({ at }) => `${id} ${at}`),
    );
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter((one) => /\bss? 1\b/.test(one))).toEqual([]);
  });

  test('significant harm makes a school share by guidance, which is cited, and by no Act', () => {
    const decision = decide({
      on: today,
      mode: 'proactive',
      sharer: { organisation: 'school-maintained' },
      recipient: { organisation: council, mightHarm: false },
      purpose: { kind: 'safeguard-from-harm' },
      concern: { level: 'significant-harm', about: ['child'] },
      people: [child],
      items: [seen],
      justification: judged,
    });
    expect(decision).toMatchObject({ outcome: 'share', strength: 'should' });
    const guidance = decision.reasons.find(
      ({ rule }) => rule === 'working-together-2026-significant-harm',
    );
    expect(guidance?.finding).toBe('met');
    const kinds = new Map(decision.citations.map(({ id, kind }) => [id, kind]));
    const [first] = guidance?.citations ?? [];
    expect(kinds.get(typeof first === 'string' ? first : (first?.source ?? ''))).toBe(
      'statutory-guidance',
    );
  });
});

describe('T20: there is no threshold for sharing to prevent harm', () => {
  const worry = (level: NonNullable<SharingRequest['concern']>['level']): SharingRequest => ({
    on: today,
    mode: 'proactive',
    sharer: { organisation: 'school-maintained' },
    recipient: { organisation: council, mightHarm: false },
    purpose: { kind: 'safeguard-from-harm' },
    concern: { about: ['child'], ...(level === undefined ? {} : { level }) },
    people: [child],
    items: [seen],
    justification: judged,
  });

  test.each([['welfare'], ['emerging-need'], ['child-in-need'], ['significant-harm']] as const)(
    'a worry at the level %s may be shared with children’s social care',
    (level) => {
      const decision = decide(worry(level));
      expect(decision.outcome).toBe('share');
      expect(reasonsOf(decision)).toContain('ea2002-s175-education-safeguarding');
      expect(decision.obligations.filter(({ id }) => id === 'share-early')).toMatchObject([
        { status: 'applies', reasons: ['working-together-share-early'] },
      ]);
    },
  );

  test('no power or basis to safeguard asks how serious it is', () => {
    expect(decide(worry(undefined)).outcome).toBe('share');
  });

  test('help that a family is free to refuse still waits for their agreement', () => {
    const decision = decide({
      ...worry('emerging-need'),
      recipient: { organisation: 'la-early-help', mightHarm: false, roleInSafeguarding: true },
      purpose: { kind: 'early-help' },
      people: [
        { ...child, canConsent: false },
        {
          ref: 'mother',
          role: 'parent',
          ageBand: 'adult',
          parentalResponsibility: true,
          consent: { service: { status: 'refused' } },
        },
      ],
    });
    expect(decision.outcome).toBe('do-not-share');
    expect(reasonsOf(decision)).toContain('early-help-without-agreement');
  });
});
