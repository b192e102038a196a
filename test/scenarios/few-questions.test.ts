import { describe, expect, test } from 'vitest';
import { decide } from '../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';

type Item = NonNullable<SharingRequest['items']>[number];

/** The leaves of a request that someone has to answer: all but refs, `on` and `mode`. */
function leavesOf(value: unknown, key = ''): number {
  if (key === 'ref' || key === 'on' || key === 'mode') return 0;
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string')
      ? 1
      : value.reduce<number>((sum, one) => sum + leavesOf(one), 0);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).reduce((sum, [name, one]) => sum + leavesOf(one, name), 0);
  return 1;
}

const seen: Item = {
  ref: 'seen',
  about: ['child'],
  categories: ['observation'],
  confidential: false,
  relevant: true,
  necessary: true,
  accurate: true,
  verification: 'first-hand',
  restriction: 'none',
  obtainedFrom: 'subject',
};
const referral: SharingRequest = {
  on: '2026-11-21',
  mode: 'proactive',
  sharer: { organisation: 'school-maintained' },
  recipient: { organisation: 'la-childrens-social-care', mightHarm: false },
  purpose: { kind: 'safeguard-from-harm' },
  concern: { level: 'significant-harm', about: ['child'] },
  items: [seen],
  justification: { proportionate: true, lessIntrusiveWayExists: false },
  channel: { seenByThreat: false },
};
const withItem = (changes: Partial<Item>): SharingRequest => ({
  ...referral,
  items: [{ ...seen, ...changes }],
});

/** The questions whose answer could still change whether a piece goes. */
const openOf = (decision: SharingDecision): string[] =>
  decision.questions.filter(({ items }) => items.length > 0).map(({ fact }) => fact);

describe('a referral of one ordinary piece at significant harm to social care', () => {
  test.each(['school-maintained', 'academy', 'charity', 'police'] as const)(
    'settles within 20 answers for %s',
    (organisation) => {
      const request = { ...referral, sharer: { organisation } };
      expect(leavesOf(request)).toBeLessThanOrEqual(20);
      const decision = decide(request);
      expect(decision.outcome).toBe('share');
      expect(openOf(decision)).toEqual([]);
      expect(decision.assumptions).toEqual([]);
    },
  );

  test.each(['early-years-provider', 'nhs-gp', 'pharmacy', 'housing-association'] as const)(
    'settles within 20 answers for %s, whose task in law is one of them',
    (organisation) => {
      const request = { ...referral, sharer: { organisation, statutoryFunction: true } };
      expect(leavesOf(request)).toBeLessThanOrEqual(20);
      const decision = decide(request);
      expect(decision.outcome).toBe('share');
      expect(openOf(decision)).toEqual([]);
    },
  );

  test('goes on fourteen, with the rest to confirm before sharing', () => {
    const request: SharingRequest = {
      ...referral,
      items: [
        {
          ref: 'seen',
          about: ['child'],
          categories: ['observation'],
          confidential: false,
          relevant: true,
          necessary: true,
        },
      ],
      justification: { proportionate: true },
    };
    delete request.channel;
    expect(leavesOf(request)).toBeLessThanOrEqual(14);
    const decision = decide(request);
    expect(decision.outcome).toBe('share');
    expect(openOf(decision).sort()).toEqual(decision.assumptions.map(({ fact }) => fact).sort());
    expect(decision.obligations.map(({ id }) => id)).toContain('confirm-before-sharing');
  });

  test('asks nothing of a piece that cannot go', () => {
    const kept = decide({
      ...referral,
      items: [seen, { ref: 'extra', relevant: false }],
    });
    expect(kept.questions.filter(({ items }) => items.includes('extra'))).toEqual([]);
    expect(kept.questions.filter(({ scope }) => scope.item === 'extra')).toEqual([]);
  });

  test('asks about the quality of a piece only once it could go', () => {
    const open = decide({
      ...referral,
      items: [{ ref: 'seen', about: ['child'], categories: ['observation'], confidential: false }],
    });
    const asked = openOf(open);
    expect(asked).toEqual(expect.arrayContaining(['item.relevant', 'item.necessary']));
    for (const fact of ['item.accurate', 'item.verification', 'item.adequate', 'item.upToDate'])
      expect(asked).not.toContain(fact);
  });

  const quality = [
    'item.adequate',
    'item.upToDate',
    'item.nature',
    'item.extent',
    'item.factAndOpinionDistinguished',
    'item.historicalContextGiven',
    'item.alreadyAvailableToRecipient',
  ];
  test('never waits for what only changes how it goes', () => {
    expect(openOf(decide(referral)).filter((fact) => quality.includes(fact))).toEqual([]);
  });
});

describe('what one answer settles is not asked again', () => {
  const { confidential, ...unsaid } = seen;

  test('whose confidence prevails is not asked of what is no secret', () => {
    const facts = ['item.publicInterestOverridesConfidence'];
    expect(confidential).toBe(false);
    expect(openOf(decide(referral))).not.toEqual(expect.arrayContaining(facts));
    expect(openOf(decide({ ...referral, items: [unsaid] }))).toEqual(expect.arrayContaining(facts));
  });

  test('the originator is not asked after where the piece is our own', () => {
    expect(openOf(decide(referral))).not.toContain('item.originatorAgrees');
    expect(openOf(decide(withItem({ obtainedFrom: 'other-agency' })))).toContain(
      'item.originatorAgrees',
    );
  });

  test('who could see it on the way is not asked of a piece that leads to nobody', () => {
    const request: SharingRequest = { ...withItem({ couldExposeSomeoneToHarm: false }) };
    delete request.channel;
    expect(openOf(decide(request))).toEqual([]);
    const leading: SharingRequest = { ...withItem({ categories: ['whereabouts'] }) };
    delete leading.channel;
    expect(openOf(decide(leading))).toContain('channel.seenByThreat');
  });

  test('whether the recipient has a role is not asked of social care, and is of a body that may have none', () => {
    expect(openOf(decide(referral))).not.toContain('recipient.roleInSafeguarding');
    const school = decide({
      ...referral,
      recipient: { organisation: 'academy', mightHarm: false },
    });
    expect(openOf(school)).toContain('recipient.roleInSafeguarding');
  });

  test('whether supporting the child is its job is not asked of the early help that is to help', () => {
    const told = (kind: 'early-help' | 'promote-welfare') =>
      openOf(
        decide({
          ...referral,
          recipient: { organisation: 'la-early-help', mightHarm: false },
          purpose: { kind },
          concern: { level: 'emerging-need', about: ['child'] },
        }),
      );
    expect(told('early-help')).not.toContain('recipient.roleInSafeguarding');
    expect(told('promote-welfare')).toContain('recipient.roleInSafeguarding');
  });

  test('whether a right or a part in protecting is there is not asked of a recipient with a role', () => {
    const school = decide({
      ...referral,
      recipient: { organisation: 'academy', mightHarm: false, roleInSafeguarding: true },
    });
    expect(school.outcome).toBe('share');
    expect(openOf(school)).toEqual([]);
  });

  test('necessity of the whole is not asked where the piece answers it', () => {
    expect(openOf(decide(referral))).not.toContain('justification.necessary');
  });
});
