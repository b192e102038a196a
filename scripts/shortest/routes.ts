/** Twelve ways that information about a child commonly goes, each as a form with every question answered. */
import type { SharingRequest } from '../../src/index.ts';

/** One common way, and the full and natural request that the search starts from. */
export interface Route {
  title: string;
  full: SharingRequest;
}

type Part<K extends keyof SharingRequest> = NonNullable<SharingRequest[K]>;
type Person = Part<'people'>[number];
type Item = Part<'items'>[number];

const notAGround = {
  wouldRaiseRiskToChild: false,
  wouldRaiseRiskToOther: false,
  wouldPrejudiceSeriousCrime: false,
  wouldDelayEnquiries: false,
  wouldCompromiseInvestigation: false,
  impossible: false,
  disproportionateEffort: false,
  wouldImpairObjectives: false,
  requiredByLaw: false,
  professionalSecrecy: false,
  notPracticable: false,
} as const;
const told = { privacyNoticeGiven: true, toldOfThisSharing: true } as const;
const nobodyAsked = {
  dataProtection: { status: 'not-sought' },
  confidentiality: { status: 'not-sought' },
  service: { status: 'not-sought' },
} as const;

const child: Person = {
  ref: 'child',
  role: 'child',
  allegedToHarm: false,
  worksWithChildren: false,
  status: [],
  ageBand: 'under-13',
  deceased: false,
  canConsent: false,
  underCoercion: false,
  needsCareAndSupport: false,
  cannotProtectSelf: false,
  consent: nobodyAsked,
  views: { sought: true, objects: false, objectionConsidered: false, asksConfidence: false },
  withoutConsentReason: 'cannot-be-given',
  bestInterests: true,
  transparency: told,
  informing: notAGround,
};
const mother: Person = {
  ...child,
  ref: 'mother',
  role: 'parent',
  ageBand: 'adult',
  canConsent: true,
  parentalResponsibility: true,
  withoutConsentReason: 'would-prejudice-protection',
};
/** She agrees to the help that is offered, and to what is said for it. */
const motherAgrees: Person = {
  ...mother,
  consent: {
    ...nobodyAsked,
    confidentiality: { status: 'given', givenOn: '2026-11-16', givenBy: 'mother', implied: false },
    service: { status: 'given', givenOn: '2026-11-16', givenBy: 'mother', implied: false },
  },
};

const piece: Item = {
  ref: 'piece',
  about: ['child'],
  categories: ['observation'],
  identifies: true,
  confidential: false,
  patientInformation: false,
  relevant: true,
  necessary: true,
  adequate: true,
  accurate: true,
  upToDate: true,
  nature: 'fact',
  verification: 'first-hand',
  factAndOpinionDistinguished: true,
  historicalContextGiven: true,
  extent: 'extract',
  couldExposeSomeoneToHarm: false,
  alreadyAvailableToRecipient: false,
  collectedOnConsent: false,
  obtainedFrom: 'subject',
  obtainedOn: '2026-11-19',
  restriction: 'none',
};
const patient: Item = {
  ...piece,
  categories: ['health', 'observation'],
  confidential: true,
  confidedBy: 'child',
  publicInterestOverridesConfidence: true,
  patientInformation: true,
};

const sharerOf = (
  organisation: NonNullable<Part<'sharer'>['organisation']>,
  said: Part<'sharer'> = {},
): Part<'sharer'> => ({
  organisation,
  statutoryFunction: true,
  lawEnforcementPurpose: false,
  appropriatePolicyDocument: true,
  ...said,
});
const recipientOf = (
  organisation: NonNullable<Part<'recipient'>['organisation']>,
): Part<'recipient'> => ({
  organisation,
  sameOrganisation: false,
  reach: 'one',
  roleInSafeguarding: true,
  canProtect: false,
  entitled: false,
  identityVerified: true,
  contracted: false,
  mightHarm: false,
});

type Level = NonNullable<Part<'concern'>['level']>;
type Kind = NonNullable<Part<'purpose'>['kind']>;
interface Said extends Pick<SharingRequest, 'sharer' | 'recipient'> {
  level: Level;
  purpose: Kind;
  item?: Item;
  parent?: Person;
  concern?: Part<'concern'>;
}

const requestOf = ({
  sharer,
  recipient,
  level,
  purpose,
  item = piece,
  parent = mother,
  concern = {},
}: Said): SharingRequest => ({
  on: '2026-11-21',
  mode: 'proactive',
  sharer,
  recipient,
  purpose: { kind: purpose, legitimate: true, compatible: true },
  concern: {
    about: ['child'],
    level,
    knownOn: '2026-11-19',
    kinds: ['neglect'],
    s47ThresholdDecided: false,
    crimeSuspected: false,
    seriousCrime: false,
    adultAtSeriousRisk: false,
    historicChildProtection: false,
    delayWouldHarm: false,
    ...concern,
  },
  people: [child, parent],
  items: [item],
  justification: {
    necessary: true,
    proportionate: true,
    lessIntrusiveWayExists: false,
    substantialPublicInterest: true,
    legitimateInterestsPrevail: true,
  },
  arrangement: { pattern: 'ad-hoc', agreement: 'none', dpia: false },
  channel: { method: 'secure-email', secure: true, contentChecked: true, seenByThreat: false },
  advice: { doubt: false, sought: false },
});

const protecting = { level: 'significant-harm', purpose: 'safeguard-from-harm' } as const;
const crime = { crimeSuspected: true, seriousCrime: true } as const;

export const routes: readonly Route[] = [
  {
    title: 'A maintained school to children’s social care, at significant harm',
    full: requestOf({
      ...protecting,
      sharer: sharerOf('school-maintained', { profession: 'teacher' }),
      recipient: recipientOf('la-childrens-social-care'),
    }),
  },
  {
    title: 'A health visitor to children’s social care, at significant harm',
    full: requestOf({
      ...protecting,
      sharer: sharerOf('nhs-health-visiting', { profession: 'regulated-health' }),
      recipient: recipientOf('la-childrens-social-care'),
      item: patient,
    }),
  },
  {
    title: 'A GP to children’s social care, at significant harm',
    full: requestOf({
      ...protecting,
      sharer: sharerOf('nhs-gp', { profession: 'regulated-health' }),
      recipient: recipientOf('la-childrens-social-care'),
      item: patient,
    }),
  },
  {
    title: 'A GP to the police, of a serious crime, at significant harm',
    full: requestOf({
      ...protecting,
      sharer: sharerOf('nhs-gp', { profession: 'regulated-health' }),
      recipient: recipientOf('police'),
      item: patient,
      concern: { ...crime, kinds: ['physical'] },
    }),
  },
  {
    title: 'The police to children’s social care, at significant harm',
    full: requestOf({
      ...protecting,
      sharer: sharerOf('police'),
      recipient: recipientOf('la-childrens-social-care'),
      item: {
        ...piece,
        categories: ['criminal-allegation'],
        nature: 'allegation',
        verification: 'corroborated',
      },
      concern: { ...crime, kinds: ['physical'] },
    }),
  },
  {
    title: 'The police to a school, after an incident at home, with a child in need',
    full: {
      ...requestOf({
        level: 'child-in-need',
        purpose: 'promote-welfare',
        sharer: sharerOf('police'),
        recipient: recipientOf('school-maintained'),
        concern: { crimeSuspected: true, kinds: ['domestic-abuse'] },
      }),
      scheme: { encompass: { policeAttended: true, childOfHousehold: true } },
    },
  },
  {
    title: 'A charity to children’s social care, at significant harm',
    full: requestOf({
      ...protecting,
      sharer: sharerOf('charity', { statutoryFunction: false, profession: 'other' }),
      recipient: recipientOf('la-childrens-social-care'),
    }),
  },
  {
    title: 'A charity to the police, of a serious crime, at significant harm',
    full: requestOf({
      ...protecting,
      sharer: sharerOf('charity', { statutoryFunction: false, profession: 'other' }),
      recipient: recipientOf('police'),
      concern: { ...crime, kinds: ['exploitation'] },
    }),
  },
  {
    title: 'A housing association to children’s social care, at significant harm',
    full: requestOf({
      ...protecting,
      sharer: sharerOf('housing-association', {
        publicAuthority: false,
        statutoryFunction: false,
      }),
      recipient: recipientOf('la-childrens-social-care'),
    }),
  },
  {
    title: 'A maintained school to children’s social care, for a child in need',
    full: requestOf({
      level: 'child-in-need',
      purpose: 'child-in-need-assessment',
      sharer: sharerOf('school-maintained', { profession: 'teacher' }),
      recipient: recipientOf('la-childrens-social-care'),
      parent: motherAgrees,
    }),
  },
  {
    title: 'A health visitor to early help, with agreement',
    full: requestOf({
      level: 'emerging-need',
      purpose: 'early-help',
      sharer: sharerOf('nhs-health-visiting', { profession: 'regulated-health' }),
      recipient: recipientOf('la-early-help'),
      parent: motherAgrees,
      concern: { kinds: ['parental-health-or-substances'] },
    }),
  },
  {
    title:
      'A maintained school to a father who may do harm, asking where the child lives: a refusal',
    full: {
      ...requestOf({
        level: 'welfare',
        purpose: 'parental-request',
        sharer: sharerOf('school-maintained', { profession: 'teacher' }),
        recipient: {
          person: 'father',
          sameOrganisation: false,
          reach: 'one',
          roleInSafeguarding: false,
          canProtect: false,
          entitled: false,
          identityVerified: true,
          contracted: false,
          mightHarm: true,
        },
        item: {
          ...piece,
          categories: ['whereabouts'],
          withinDemand: false,
          couldExposeSomeoneToHarm: true,
        },
        concern: { kinds: ['domestic-abuse'], crimeSuspected: true },
      }),
      mode: 'on-request',
      demand: {
        form: 'letter',
        power: 'none-stated',
        receivedOn: '2026-11-16',
        statesPublicTaskNeed: false,
        explainsPurpose: false,
        inWriting: true,
        necessaryAndProportionate: false,
        newInformation: false,
      },
      people: [
        child,
        mother,
        { ...mother, ref: 'father', allegedToHarm: true, withoutConsentReason: 'cannot-be-given' },
      ],
    },
  },
];
