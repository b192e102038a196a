import * as words from './words.ts';
import type { Scope } from './facts.ts';

interface Derived {
  id: string;
  scope: Scope;
  words?: readonly string[];
  /** What it says, as a positive statement. */
  means: string;
  /** The questions whose answers would settle it. */
  asks?: readonly string[];
}

const both = (attribute: string, means: string): Derived[] => [
  {
    id: `sharer.${attribute}`,
    scope: 'case',
    means: `the sharer ${means}`,
    asks: ['sharer.organisation'],
  },
  {
    id: `recipient.${attribute}`,
    scope: 'case',
    means: `the recipient ${means}`,
    asks: ['recipient.organisation'],
  },
];

/**
 * The closed list of facts worked out from a request, none of which is asked. Each is three-valued: where what it
 * rests on is unknown, so is it.
 */
export const derivedFacts: readonly Derived[] = [
  ...words.organisationAttributes
    .filter((attribute) => attribute !== 'publicAuthority' && attribute !== 'roleInSafeguarding')
    .flatMap((attribute) =>
      both(attribute, `has the attribute \`${attribute}\` of the organisation table on the date`),
    ),
  {
    id: 'recipient.publicAuthority',
    scope: 'case',
    means: 'the recipient is a public authority',
    asks: ['recipient.organisation'],
  },
  {
    id: 'sharer.underPart3',
    scope: 'case',
    means: 'the sharer is a competent authority and shares for a law enforcement purpose',
    asks: ['sharer.organisation', 'sharer.lawEnforcementPurpose'],
  },
  {
    id: 'recipient.isPerson',
    scope: 'case',
    means: 'the recipient is one of the people, not an organisation',
    asks: ['recipient.organisation', 'recipient.person'],
  },
  {
    id: 'recipient.isMinor',
    scope: 'case',
    means: 'the recipient is one of the people and under 18',
    asks: ['recipient.person', 'person.ageBand'],
  },
  {
    id: 'recipient.isConcerned',
    scope: 'case',
    means: 'the recipient is one of the people who may be harmed',
    asks: ['concern.about'],
  },
  {
    id: 'recipient.role',
    scope: 'case',
    words: words.roles,
    means: 'the role of the recipient, where it is one of the people',
    asks: ['person.role'],
  },
  {
    id: 'recipient.parentalResponsibility',
    scope: 'case',
    means: 'the recipient is one of the people and has parental responsibility',
    asks: ['person.parentalResponsibility'],
  },
  {
    id: 'recipient.allegedToHarm',
    scope: 'case',
    means:
      'the recipient, or whoever a legal representative acts for, is alleged to have harmed someone',
    asks: ['recipient.actingFor', 'person.allegedToHarm'],
  },
  {
    id: 'concern.high',
    scope: 'case',
    means: 'the level is significant harm or above, or an adult is at serious risk',
    asks: ['concern.level', 'concern.adultAtSeriousRisk'],
  },
  {
    id: 'concern.children',
    scope: 'case',
    means:
      'a child is concerned: the level is above none, or the age of someone who may be harmed says so',
    asks: ['concern.level', 'concern.about'],
  },
  ...words.schemes.map((scheme): Derived => ({
    id: `scheme.${scheme}.inPlay`,
    scope: 'case',
    means: `the scheme \`${scheme}\` is in play`,
    asks: [],
  })),
  {
    id: 'person.isMinor',
    scope: 'person',
    means: 'the person is under 18 on the date, or unborn',
    asks: ['person.ageBand'],
  },
  {
    id: 'person.isUnder16',
    scope: 'person',
    means: 'the person is under 16 on the date, or unborn',
    asks: ['person.ageBand'],
  },
  {
    id: 'person.isUnder13',
    scope: 'person',
    means: 'the person is under 13 on the date, or unborn',
    asks: ['person.ageBand'],
  },
  {
    id: 'person.isUnborn',
    scope: 'person',
    means: 'the person is not yet born',
    asks: ['person.ageBand'],
  },
  {
    id: 'person.isConcerned',
    scope: 'person',
    means: 'the person is among those who may be harmed',
    asks: ['concern.about'],
  },
  {
    id: 'person.isSubject',
    scope: 'person',
    means: 'some item is about the person',
    asks: ['item.about'],
  },
  {
    id: 'person.isRecipient',
    scope: 'person',
    means: 'the person is the recipient',
    asks: ['recipient.person'],
  },
  {
    id: 'person.isRequester',
    scope: 'person',
    means: 'the person asked, and is not the recipient',
    asks: ['demand.by'],
  },
  {
    id: 'person.isRepresented',
    scope: 'person',
    means: 'the recipient acts as legal representative of the person',
    asks: ['recipient.actingFor'],
  },
  {
    id: 'consent.kind',
    scope: 'consent',
    words: words.consentKinds,
    means: 'which of the three consents it is',
  },
  {
    id: 'consent.expired',
    scope: 'consent',
    means: 'the date agreed for its end has passed',
    asks: ['consent.expiresOn'],
  },
  {
    id: 'consent.withdrawn',
    scope: 'consent',
    means: 'it was withdrawn on or before the date',
    asks: ['consent.withdrawnOn'],
  },
  {
    id: 'consent.givenBySelf',
    scope: 'consent',
    means: 'the person gave it',
    asks: ['consent.givenBy'],
  },
  {
    id: 'consent.giverHasParentalResponsibility',
    scope: 'consent',
    means: 'someone else gave it who has parental responsibility',
    asks: ['consent.givenBy', 'person.parentalResponsibility'],
  },
  {
    id: 'item.special',
    scope: 'item',
    means: 'it holds or reveals special category data, by the table of categories on the date',
    asks: ['item.categories'],
  },
  {
    id: 'item.offenceData',
    scope: 'item',
    means: 'it holds data on offences or allegations, by the table of categories on the date',
    asks: ['item.categories'],
  },
  {
    id: 'item.confiderIsMinor',
    scope: 'item',
    means: 'the one who confided it is under 18',
    asks: ['item.confidedBy', 'person.ageBand'],
  },
  {
    id: 'item.confiderIsRecipient',
    scope: 'item',
    means: 'the one who confided it is the recipient',
    asks: ['item.confidedBy'],
  },
];

/** Conclusions of kinds, worked out between rules and read by later ones. */
export const concludedFacts: readonly Derived[] = [
  {
    id: 'consent.valid',
    scope: 'consent',
    means: 'the consent was given and no defect of consent is met',
    asks: ['consent.status'],
  },
  {
    id: 'person.dataProtectionConsentValid',
    scope: 'person',
    means: 'the data protection consent of the person is valid',
    asks: ['consent.status'],
  },
  {
    id: 'person.confidentialityConsentValid',
    scope: 'person',
    means: 'the confidentiality consent of the person is valid',
    asks: ['consent.status'],
  },
  {
    id: 'person.serviceConsentValid',
    scope: 'person',
    means: 'the agreement of the person to the service is valid',
    asks: ['consent.status'],
  },
  {
    id: 'item.confiderConsents',
    scope: 'item',
    means: 'the confidentiality consent of the one who confided it is valid',
    asks: ['item.confidedBy', 'consent.status'],
  },
  { id: 'item.underLegalDuty', scope: 'item', means: 'a duty in law to share the item is met' },
];

/** What was decided, for rules that say what to do about it. */
export const decidedFacts: readonly Derived[] = [
  { id: 'decision.outcome', scope: 'case', words: words.outcomes, means: 'the outcome' },
  {
    id: 'decision.strength',
    scope: 'case',
    words: words.strengths,
    means: 'the strength of the outcome',
  },
  {
    id: 'decision.preferredBasis',
    scope: 'case',
    words: words.articles,
    means: 'the preferred lawful basis, where an item goes on one',
  },
  { id: 'item.verdict', scope: 'item', words: words.verdicts, means: 'the verdict on the item' },
  {
    id: 'item.policyDocumentMissing',
    scope: 'item',
    means:
      'the item goes on a condition that needs an appropriate policy document, and none is known',
  },
  {
    id: 'person.informingVerdict',
    scope: 'person',
    words: words.tellings,
    means: 'whether the person is told',
  },
];
