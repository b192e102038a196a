import { describe, expect, test } from 'vitest';
import { decide } from '../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';

type Item = NonNullable<SharingRequest['items']>[number];
type Person = NonNullable<SharingRequest['people']>[number];

const child: Person = { ref: 'child', role: 'child', ageBand: 'under-13', canConsent: false };
const mother: Person = { ref: 'mother', role: 'parent', ageBand: 'adult' };
const father: Person = { ref: 'father', role: 'parent', ageBand: 'adult' };
const seen: Item = {
  ref: 'seen',
  about: ['child'],
  categories: ['observation'],
  identifies: true,
  confidential: false,
  relevant: true,
  necessary: true,
  couldExposeSomeoneToHarm: false,
};

/** The questions whose answer a piece waits for, with whom they are about. */
const waitingFor = ({ questions }: SharingDecision, item = 'seen'): string[] =>
  questions
    .filter(({ items }) => items.includes(item))
    .map(({ fact, scope: { person, consent } }) =>
      [fact, person, consent].filter((part) => part !== undefined).join(' '),
    );

describe('a piece that is neither going nor withheld', () => {
  const offer: SharingRequest = {
    on: '2026-11-21',
    mode: 'proactive',
    sharer: { organisation: 'nhs-health-visiting' },
    recipient: { organisation: 'la-early-help', mightHarm: false, roleInSafeguarding: true },
    purpose: { kind: 'early-help' },
    concern: { about: ['child'], level: 'emerging-need' },
    people: [child, mother],
    items: [seen],
    justification: { proportionate: true },
  };

  test('waits for the agreement of the family to early help, though no consent was mentioned', () => {
    const decision = decide(offer);
    expect(decision.outcome).toBe('more-information-needed');
    expect(decision.items[0]?.reasons).toEqual(['early-help-without-agreement']);
    expect(waitingFor(decision)).toEqual(['consent.status mother service']);
    expect(
      decide({
        ...offer,
        people: [child, { ...mother, consent: { service: { status: 'given' } } }],
      }).outcome,
    ).toBe('share');
  });

  test('waits for the client of a solicitor, who has that client for a recipient', () => {
    const asked = (recipient: NonNullable<SharingRequest['recipient']>, man = father) =>
      decide({
        ...offer,
        purpose: { kind: 'promote-welfare' },
        recipient: {
          organisation: 'legal-representative',
          mightHarm: false,
          roleInSafeguarding: false,
          canProtect: false,
          ...recipient,
        },
        people: [child, mother, man],
      });
    const unknown = asked({});
    expect(unknown.items[0]?.reasons).toContain('someone-who-might-harm-without-a-right');
    expect(waitingFor(unknown)).toContain('recipient.actingFor');
    const known = asked({ actingFor: 'father' });
    expect(waitingFor(known)).toContain('person.allegedToHarm father');
    const accused = asked({ actingFor: 'father' }, { ...father, allegedToHarm: true });
    expect(accused.items[0]?.reasons).not.toContain('nothing');
    expect(accused.outcome).not.toBe('share');
  });

  test('waits for the right that was claimed, where only a right could lift what bars it', () => {
    const decision = decide({
      ...offer,
      mode: 'on-request',
      purpose: { kind: 'child-protection-enquiry' },
      recipient: {
        organisation: 'safeguarding-partner',
        mightHarm: false,
        identityVerified: true,
        roleInSafeguarding: false,
        canProtect: false,
        entitled: false,
      },
    });
    expect(decision.items[0]).toMatchObject({
      verdict: 'undetermined',
      reasons: ['recipient-without-role'],
    });
    expect(waitingFor(decision)).toContain('demand.power');
  });
});
