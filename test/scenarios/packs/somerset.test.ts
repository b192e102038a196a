import { describe, expect, test } from 'vitest';
import type { SharingRequest } from '../../../src/index.ts';
import { pack } from '../../../src/rules/packs/somerset.generated.ts';
import type { Row } from './lines.ts';
import { rowsOf, tried } from './lines.ts';

type Item = NonNullable<SharingRequest['items']>[number];
type Person = NonNullable<SharingRequest['people']>[number];
type Sharer = NonNullable<SharingRequest['sharer']>;
type Consent = NonNullable<NonNullable<Person['consent']>['dataProtection']>;
type Status = NonNullable<Consent['status']>;

const on = '2026-11-21';
const safe = {
  wouldRaiseRiskToChild: false,
  wouldRaiseRiskToOther: false,
  wouldCompromiseInvestigation: false,
} as const;
const child: Person = {
  ref: 'child',
  role: 'child',
  ageBand: 'under-13',
  canConsent: false,
  withoutConsentReason: 'not-reasonable-to-obtain',
  informing: safe,
};
const mother: Person = {
  ref: 'mother',
  role: 'parent',
  ageBand: 'adult',
  parentalResponsibility: true,
  withoutConsentReason: 'not-reasonable-to-obtain',
  informing: safe,
};
const piece = (
  ref: string,
  about: string,
  categories: Item['categories'],
  more: Partial<Item> = {},
): Item => ({
  ref,
  about: [about],
  ...(categories ? { categories } : {}),
  identifies: true,
  confidential: false,
  relevant: true,
  necessary: true,
  adequate: true,
  accurate: true,
  upToDate: true,
  verification: 'corroborated',
  restriction: 'none',
  obtainedFrom: 'subject',
  collectedOnConsent: false,
  couldExposeSomeoneToHarm: false,
  ...more,
});
const absence = piece('absence', 'child', ['education', 'safeguarding-concern']);
const bruise = piece('bruise', 'child', ['health', 'safeguarding-concern']);
const rumour = piece('rumour', 'mother', ['family'], { verification: 'hearsay' });
const holiday = piece('holiday', 'mother', ['finance'], { relevant: false, necessary: false });
const wrong = piece('wrong', 'child', ['education'], { accurate: false });

const school: Sharer = {
  organisation: 'school-maintained',
  statutoryFunction: true,
  appropriatePolicyDocument: true,
};
const hospital: Sharer = { ...school, organisation: 'nhs-trust' };
const charity: Sharer = {
  organisation: 'charity',
  publicAuthority: false,
  appropriatePolicyDocument: true,
};
const socialCare = {
  organisation: 'la-childrens-social-care',
  mightHarm: false,
  identityVerified: true,
} as const;

/** A school has a worry that is only emerging. */
const early: SharingRequest = {
  on,
  mode: 'proactive',
  sharer: school,
  recipient: socialCare,
  purpose: { kind: 'promote-welfare', legitimate: true },
  concern: { about: ['child'], level: 'emerging-need', kinds: ['neglect'] },
  people: [child, mother],
  items: [absence, rumour, holiday, wrong],
  justification: {
    necessary: true,
    proportionate: true,
    substantialPublicInterest: true,
    lessIntrusiveWayExists: false,
  },
  channel: { method: 'secure-email', secure: true, contentChecked: true },
};
/** It fears significant harm. */
const referral: SharingRequest = {
  ...early,
  purpose: { kind: 'safeguard-from-harm', legitimate: true },
  concern: { about: ['child'], level: 'significant-harm', kinds: ['physical'] },
  items: [absence, bruise],
};
const withheld: SharingRequest = { ...referral, items: [holiday] };
const seeking: SharingRequest = { ...early, mode: 'seeking', items: [absence] };
const informing = (more: Person['informing']): SharingRequest => ({
  ...referral,
  people: [child, { ...mother, informing: { ...safe, ...more } }],
});
const unsafe = informing({ wouldRaiseRiskToChild: true });
const compromised = informing({ wouldCompromiseInvestigation: true });
const unsought: SharingRequest = {
  ...early,
  people: [child, { ...mother, views: { sought: false } }],
};

const agreement = (status: Status): Person[] => [
  child,
  { ...mother, consent: { service: { status } } },
];
const help: SharingRequest = {
  ...early,
  recipient: { organisation: 'la-early-help', mightHarm: false },
  purpose: { kind: 'early-help', legitimate: true },
  items: [absence],
  people: agreement('not-sought'),
};
/** It would bring a charity in. */
const another = (status: Status): SharingRequest => ({
  ...help,
  recipient: { organisation: 'charity', mightHarm: false, roleInSafeguarding: true },
  purpose: { kind: 'service-provision', legitimate: true, compatible: true },
  people: agreement(status),
});
const assessment = (level: 'emerging-need' | 'child-in-need'): SharingRequest => ({
  ...early,
  purpose: { kind: 'child-in-need-assessment', legitimate: true },
  concern: { about: ['child'], level },
  items: [absence],
  people: agreement('not-sought'),
});
/** Social care asks a hospital under section 47. */
const enquiry = (status: Status): SharingRequest => ({
  ...referral,
  sharer: hospital,
  mode: 'on-request',
  demand: { power: 'ca1989-s47', statesPublicTaskNeed: true, explainsPurpose: true },
  purpose: { kind: 'child-protection-enquiry', legitimate: true },
  concern: { about: ['child'], level: 'significant-harm', s47ThresholdDecided: true },
  people: agreement(status),
});

const valid: Consent = {
  status: 'given',
  freelyGiven: true,
  specific: true,
  informed: true,
  unambiguous: true,
  explicit: true,
  recorded: true,
  distinguishable: true,
  canBeWithdrawn: true,
  conditionOfService: false,
  givenBy: 'mother',
};
/** A charity relies on the consent of the mother. */
const consented = (more: Consent = {}, sharer: Sharer = charity): SharingRequest => ({
  ...early,
  sharer,
  recipient: { organisation: 'charity', mightHarm: false, roleInSafeguarding: true },
  purpose: { kind: 'early-help', legitimate: true },
  concern: { about: ['child'], level: 'welfare' },
  items: [piece('letter', 'mother', ['finance'])],
  people: [
    child,
    {
      ...mother,
      canConsent: true,
      consent: { dataProtection: { ...valid, ...more }, service: { status: 'given' } },
    },
  ],
});
const withdrawn = consented({ status: 'withdrawn', withdrawnOn: '2026-10-01' });
const askedAllTheSame: SharingRequest = {
  ...referral,
  people: [child, { ...mother, consent: { dataProtection: { status: 'given' } } }],
};
const voluntary = (date: string): SharingRequest => ({
  ...referral,
  on: date,
  sharer: charity,
  justification: { ...referral.justification, legitimateInterestsPrevail: true },
});
const between = (
  agreed: 'none' | 'tier-1' | 'tier-1-and-2',
  pattern: 'ad-hoc' | 'regular' = 'regular',
): SharingRequest => ({
  ...referral,
  sharer: hospital,
  recipient: { organisation: 'police', mightHarm: false, identityVerified: true },
  arrangement: { pattern, agreement: agreed },
});
/** Care that goes on, under a privacy notice. */
const care: SharingRequest = {
  ...early,
  sharer: hospital,
  recipient: { organisation: 'nhs-gp', mightHarm: false, roleInSafeguarding: true },
  purpose: { kind: 'direct-care', legitimate: true },
  items: [{ ...bruise, patientInformation: true }],
  arrangement: { pattern: 'regular', agreement: 'tier-1-and-2' },
  people: [
    child,
    {
      ...mother,
      transparency: { privacyNoticeGiven: true },
      informing: { ...safe, notPracticable: true },
    },
  ],
};
const collecting: SharingRequest = {
  ...early,
  items: [{ ...absence, obtainedOn: on }],
  people: [
    { ...child, transparency: { privacyNoticeGiven: false } },
    { ...mother, transparency: { privacyNoticeGiven: false } },
  ],
};
const moving: SharingRequest = {
  ...referral,
  purpose: { kind: 'case-transfer', legitimate: true },
  move: { to: 'area', plan: 'child-protection' },
};
const neighbour: SharingRequest = {
  ...early,
  recipient: {
    organisation: 'member-of-public',
    mightHarm: false,
    roleInSafeguarding: false,
    canProtect: false,
    entitled: false,
  },
};

const local = 'obligation follow-local-procedure should';
const table: Row[] = [
  {
    rows: ['SOM-001'],
    so: 'the editions of 2023 and 2024 that it rests on are named as older than the law',
    of: referral,
    says: [
      'caution: somerset-cites-working-together-2023',
      'caution: dfe2024-predates-2026-law',
      'gateway working-together-2026 applies should: working-together-2026-significant-harm',
    ],
  },
  {
    rows: ['SOM-001'],
    so: 'until the later edition they are not',
    of: { ...referral, on: '2026-02-04' },
    says: [
      'gateway working-together-2023 applies should: working-together-2023-significant-harm',
      'cites working-together-2023',
    ],
    never: ['caution: somerset-cites-working-together-2023', 'caution: dfe2024-predates-2026-law'],
  },
  {
    rows: ['SOM-002', 'SOM-006', 'SOM-007', 'SOM-009', 'SOM-066', 'SOM-067'],
    so: 'help as problems emerge is a safeguarding purpose, and opens sharing',
    of: early,
    says: [
      'met: safeguarding-purpose',
      'item absence share: gdpr2016-art6-1e-own-public-task',
      'outcome share-in-part may',
      'term concern.level emerging-need evolving concerns',
    ],
  },
  {
    rows: ['SOM-003', 'SOM-004', 'SOM-005', 'SOM-012', 'SOM-013', 'SOM-034'],
    so: 'protection from harm is a purpose that is enough by itself',
    of: referral,
    says: ['met: safeguarding-purpose', 'outcome share should'],
  },
  {
    rows: ['SOM-008', 'SOM-047'],
    so: 'consent to treatment is not decided here',
    of: care,
    says: ['caution: treatment-consent-caution'],
  },
  {
    rows: ['SOM-047'],
    so: 'consent under data protection law is never implied',
    of: consented({ implied: true }),
    says: ['defect mother dataProtection implied: gdpr2016-art4-11-implied'],
    never: ['basis 6(1)(a) available'],
  },
  {
    rows: ['SOM-010', 'SOM-035', 'SOM-036'],
    so: 'a worry is shared early, below every threshold, and not left to others',
    of: early,
    says: ['obligation share-early should with: working-together-share-early'],
  },
  {
    rows: ['SOM-011'],
    so: 'someone with no responsibility for the child is told nothing',
    of: neighbour,
    says: ['item absence withhold: recipient-without-role'],
  },
  {
    rows: ['SOM-014', 'SOM-015', 'SOM-016', 'SOM-017', 'SOM-077'],
    so: 'a decision to share is recorded: what, what not, with whom, how, when, why and on what basis',
    of: early,
    says: [
      'obligation record-decision must after: golden-rule7-record-decision',
      'record decision-made: record-decision-made',
      'record why: record-why',
      'record shared: record-shared',
      'record not-shared: record-not-shared',
      'record recipient: record-recipient',
      'record method: record-method',
      'record decided-on: record-decided-on',
      'record lawful-basis: record-lawful-basis',
      'record necessity-and-proportionality: record-necessity-and-proportionality',
    ],
  },
  {
    rows: ['SOM-014', 'SOM-015', 'SOM-017'],
    so: 'and so is one not to share',
    of: withheld,
    says: [
      'outcome do-not-share must',
      'obligation record-decision must after: golden-rule7-record-decision',
      'record why: record-why',
      'record not-shared: record-not-shared',
      'record lawful-basis: record-lawful-basis-considered',
    ],
  },
  {
    rows: ['SOM-018', 'SOM-063'],
    so: 'the record stands on the system of the own agency, as its guidance says',
    of: referral,
    says: [
      `${local} after: somerset-record-on-own-system`,
      'record where-recorded: record-where-recorded',
    ],
  },
  {
    rows: ['SOM-018', 'SOM-063'],
    so: 'where nothing is shared, there is no sharing to record there',
    of: withheld,
    says: ['record where-recorded: record-where-recorded'],
    never: [`${local} after: somerset-record-on-own-system`],
  },
  {
    rows: ['SOM-019'],
    so: 'data protection alone is no reason to withhold',
    of: withheld,
    says: ['caution: data-protection-is-no-barrier'],
  },
  {
    rows: ['SOM-020'],
    so: 'the purpose decides, and why is recorded',
    of: referral,
    says: ['met: safeguarding-purpose', 'record why: record-why', 'record purpose: record-purpose'],
  },
  {
    rows: ['SOM-021'],
    so: 'six bases are seven',
    of: referral,
    says: ['caution: somerset-six-bases'],
  },
  {
    rows: ['SOM-021'],
    so: 'six bases were six the day before the seventh',
    of: { ...referral, on: '2026-02-04' },
    says: ['basis 6(1)(e) available'],
    never: ['caution: somerset-six-bases', 'basis 6(1)(ea) available'],
  },
  {
    rows: ['SOM-022', 'SOM-026'],
    so: 'nine bases for special category data are ten conditions, beside a basis',
    of: referral,
    says: [
      'caution: somerset-nine-conditions',
      'condition bruise 9(2)(g) 18 available: dpa2018-sch1-p18-safeguarding',
      'basis 6(1)(e) available: gdpr2016-art6-1e-own-public-task',
    ],
  },
  {
    rows: ['SOM-022'],
    so: 'where nothing is special nobody counts them',
    of: early,
    says: [],
    never: ['caution: somerset-nine-conditions'],
  },
  {
    rows: ['SOM-023', 'SOM-024', 'SOM-025'],
    so: 'a public body has a task of its own in law as its basis',
    of: referral,
    says: [
      'preferred 6(1)(e)',
      'basis 6(1)(e) available: gdpr2016-art6-1e-own-public-task',
      'gateway statutory-function applies may: statutory-function',
    ],
  },
  {
    rows: ['SOM-024', 'SOM-027', 'SOM-028'],
    so: 'legal obligation needs a binding duty, which is recorded',
    of: enquiry('not-sought'),
    says: [
      'basis 6(1)(c) available: gdpr2016-art6-1c-legal-obligation',
      'record power-or-duty: record-power-or-duty',
    ],
  },
  {
    rows: ['SOM-027', 'SOM-028'],
    so: 'a general duty to safeguard does not make one',
    of: referral,
    says: [],
    never: ['basis 6(1)(c) available'],
  },
  {
    rows: ['SOM-029'],
    so: 'a charity looks to a recognised legitimate interest first, and to the balance second',
    of: voluntary(on),
    says: [
      'caution: somerset-recognised-interest-first',
      'preferred 6(1)(ea)',
      'basis 6(1)(ea) available: gdpr2016-art6-1ea-annex1-p6-safeguarding',
      'basis 6(1)(f) available: gdpr2016-art6-1f-legitimate-interests',
    ],
  },
  {
    rows: ['SOM-029'],
    so: 'before 5 February 2026 the guidance was right',
    of: voluntary('2026-02-04'),
    says: ['preferred 6(1)(f)'],
    never: ['caution: somerset-recognised-interest-first', 'basis 6(1)(ea) available'],
  },
  {
    rows: ['SOM-030'],
    so: 'consent to a council is hard to show as free',
    of: consented({}, { organisation: 'la-early-help', statutoryFunction: true }),
    says: ['caution: gdpr2016-recital43-power-imbalance'],
  },
  {
    rows: ['SOM-031'],
    so: 'consent is free, without conditions and can be withdrawn',
    of: consented({ freelyGiven: false, canBeWithdrawn: false, conditionOfService: true }),
    says: [
      'defect mother dataProtection not-freely-given: gdpr2016-art4-11-not-freely-given',
      'defect mother dataProtection cannot-be-withdrawn: gdpr2016-art7-3-cannot-be-withdrawn',
      'defect mother dataProtection condition-of-service: gdpr2016-art7-4-condition-of-service',
    ],
    never: ['basis 6(1)(a) available'],
  },
  {
    rows: ['SOM-032', 'SOM-033'],
    so: 'withdrawal stops what rests on consent and deletes nothing that another ground supports',
    of: withdrawn,
    says: [
      'caution: somerset-withdrawal-deletes-nothing-by-itself',
      'obligation stop-relying-on-consent must before: gdpr2016-art7-3-stop-relying-on-consent',
      'obligation keep-record-despite-withdrawal should after: gdpr2016-art17-keep-record-despite-withdrawal',
      'record consent: record-consent',
    ],
    never: ['basis 6(1)(a) available'],
  },
  {
    rows: ['SOM-032', 'SOM-033'],
    so: 'a consent that stands raises no question of deletion',
    of: consented(),
    says: [],
    never: ['caution: somerset-withdrawal-deletes-nothing-by-itself'],
  },
  {
    rows: ['SOM-037'],
    so: 'knowledge goes with a child who moves to another area',
    of: moving,
    says: ['gateway working-together-moves applies should: working-together-child-moves-area'],
  },
  {
    rows: ['SOM-038', 'SOM-059'],
    so: 'information is sought as well as shared',
    of: early,
    says: ['obligation seek-information should with: working-together-seek-information'],
  },
  {
    rows: ['SOM-039', 'SOM-049', 'SOM-053'],
    so: 'consent is not asked for where the answer would change nothing, and openness is no consent',
    of: askedAllTheSame,
    says: [
      'obligation do-not-ask-for-consent should before: dfe-advice-2024-rule-3-do-not-ask-for-consent',
      'obligation tell-person should before: dfe-advice-2024-rule-2-tell-the-person',
      'caution: ico-consent-guidance-asked-all-the-same',
      'outcome share should',
    ],
  },
  {
    rows: ['SOM-040', 'SOM-042'],
    so: 'agreeing to a service is no lawful basis',
    of: another('given'),
    says: [
      'outcome share may',
      'caution: somerset-guidance-2024-agreement-is-no-basis',
      'preferred 6(1)(e)',
    ],
    never: ['basis 6(1)(a) available'],
  },
  {
    rows: ['SOM-041', 'SOM-045'],
    so: 'the family is asked, and hears what having and not having the service means',
    of: help,
    says: [
      'obligation seek-agreement should before: somerset-guidance-2024-permission-before-referral',
      'item absence withhold: early-help-without-agreement',
    ],
  },
  {
    rows: ['SOM-043'],
    so: 'refusing a service does not stop protection',
    of: { ...referral, people: agreement('refused') },
    says: [
      'outcome share should',
      'caution: somerset-guidance-2024-refusal-does-not-stop-protection',
      'defect mother service refused: consent-refused',
    ],
  },
  {
    rows: ['SOM-044'],
    so: 'a school that asks social care looks in Transform Family View first',
    of: seeking,
    says: [`${local} before: somerset-check-family-view-first`],
  },
  {
    rows: ['SOM-044'],
    so: 'one that refers does not',
    of: early,
    says: [],
    never: [`${local} before: somerset-check-family-view-first`],
  },
  {
    rows: ['SOM-046', 'SOM-057'],
    so: 'at the threshold of section 47 a refusal is overridden',
    of: enquiry('refused'),
    says: [
      'consent mother service not-needed: ca1989-s47-refusal-overridden',
      'term concern.level significant-harm Child Protection (section 47)',
    ],
  },
  {
    rows: ['SOM-046', 'SOM-057'],
    so: 'at that threshold agreement need not be sought',
    of: enquiry('not-sought'),
    says: ['consent mother service not-needed: ca1989-s47-agreement-not-needed'],
  },
  {
    rows: ['SOM-048', 'SOM-052'],
    so: 'the family hears what is shared, with whom and why',
    of: referral,
    says: [
      'informing mother tell',
      'obligation tell-person should before: dfe-advice-2024-rule-2-tell-the-person',
    ],
  },
  {
    rows: ['SOM-050', 'SOM-051', 'SOM-068'],
    so: 'where telling would raise the risk nobody is told, and the ground is recorded',
    of: unsafe,
    says: [
      'informing mother do-not-tell: telling-raises-risk-to-a-child',
      'obligation withhold-knowledge should with: gm-procedures-2024-rule-2-withhold-knowledge',
      'record ground-for-not-telling: record-ground-for-not-telling',
      'record family-informed: record-family-informed',
      'outcome share should',
    ],
  },
  {
    rows: ['SOM-054'],
    so: 'a share without consent answers what, on what basis and whether to tell',
    of: early,
    says: [
      'item holiday withhold: item-not-relevant',
      'preferred 6(1)(e)',
      'informing mother tell',
    ],
  },
  {
    rows: ['SOM-055', 'SOM-070'],
    so: 'what is not necessary, relevant or accurate is not shared',
    of: early,
    says: [
      'item holiday withhold: item-not-necessary',
      'item holiday withhold: item-not-relevant',
      'item wrong withhold: item-not-accurate',
    ],
  },
  {
    rows: ['SOM-055'],
    so: 'nor is anything where sharing is not proportionate',
    of: { ...referral, justification: { necessary: false, proportionate: false } },
    says: [
      'item bruise withhold: sharing-not-necessary',
      'item bruise withhold: sharing-not-proportionate',
    ],
  },
  {
    rows: ['SOM-056'],
    so: 'that you must inform is graded where telling gives way',
    of: unsafe,
    says: ['caution: somerset-must-inform'],
  },
  {
    rows: ['SOM-056'],
    so: 'and stands where it is safe',
    of: referral,
    says: ['obligation tell-person should before: dfe-advice-2024-rule-2-tell-the-person'],
    never: ['caution: somerset-must-inform'],
  },
  {
    rows: ['SOM-058'],
    so: 'an assessment of need waits for agreement',
    of: assessment('emerging-need'),
    says: ['item absence withhold: assessment-without-agreement'],
  },
  {
    rows: ['SOM-058'],
    so: 'a child in need is referred, and the family is asked about the service all the same',
    of: assessment('child-in-need'),
    says: [
      'obligation seek-agreement should before: somerset-guidance-2024-permission-before-referral',
      'term concern.level child-in-need Child in Need (section 17)',
    ],
    never: ['item absence withhold'],
  },
  {
    rows: ['SOM-060'],
    so: 'what nobody has corroborated is labelled',
    of: early,
    says: ['change rumour label-unverified: unverified-labelled'],
  },
  {
    rows: ['SOM-061', 'SOM-062'],
    so: 'agencies say what for and what is to follow',
    of: referral,
    says: [
      `${local} with: somerset-say-purpose-and-actions`,
      'obligation follow-up should after: wt2023-follow-up',
      'record purpose: record-purpose',
      'record expected-actions: record-expected-actions',
    ],
  },
  {
    rows: ['SOM-061', 'SOM-062'],
    so: 'not where nothing is shared',
    of: withheld,
    says: [],
    never: [`${local} with: somerset-say-purpose-and-actions`],
  },
  {
    rows: ['SOM-064'],
    so: 'local early help is thought of before the worry grows',
    of: early,
    says: ['advice safeguarding-lead: somerset-guidance-2024-early-help-considered'],
  },
  {
    rows: ['SOM-065'],
    so: 'another service is not brought in without permission where no protection needs it',
    of: another('refused'),
    says: [
      'item absence withhold: somerset-permission-before-another-service',
      'obligation seek-agreement should before: somerset-guidance-2024-permission-before-referral',
      'remedy absence consent.status given',
    ],
  },
  {
    rows: ['SOM-065'],
    so: 'permission opens it',
    of: another('given'),
    says: ['item absence share'],
  },
  {
    rows: ['SOM-065'],
    so: 'and significant harm waits for nobody',
    of: { ...another('refused'), concern: { about: ['child'], level: 'significant-harm' } },
    says: ['item absence share'],
    never: ['item absence withhold: somerset-permission-before-another-service'],
  },
  {
    rows: ['SOM-069'],
    so: 'where telling would compromise an investigation it is not done',
    of: compromised,
    says: ['informing mother do-not-tell: telling-compromises-investigation'],
  },
  {
    rows: ['SOM-071', 'SOM-073'],
    so: 'care under a privacy notice need not tell of each sharing',
    of: care,
    says: [
      'informing mother need-not-tell: routine-sharing-under-notice',
      'informing mother need-not-tell: telling-not-practicable',
      'outcome share may',
    ],
  },
  {
    rows: ['SOM-072'],
    so: 'a privacy notice is given when information is first collected',
    of: collecting,
    says: ['obligation give-privacy-information must with: gdpr2016-art13-1-when-collected'],
  },
  {
    rows: ['SOM-074', 'SOM-075'],
    so: 'at each key point the notice is checked and cooperation sought',
    of: care,
    says: [
      'obligation give-privacy-information should after: somerset-guidance-2024-check-notice-at-touchpoints',
    ],
  },
  {
    rows: ['SOM-075'],
    so: 'views are sought',
    of: unsought,
    says: ['obligation seek-views should before: dfe-advice-2024-rule-3-seek-views'],
  },
  {
    rows: ['SOM-076'],
    so: 'a single sharing needs no agreement',
    of: between('none', 'ad-hoc'),
    says: ['outcome share should'],
    never: [
      'obligation put-sharing-agreement-in-place should after',
      `${local} after: somerset-tier-2-agreement`,
    ],
  },
  {
    rows: ['SOM-078'],
    so: 'sharing that goes on has an agreement, and does not wait for it',
    of: between('none'),
    says: [
      'outcome share should',
      'obligation put-sharing-agreement-in-place should after: ico-code2021-put-sharing-agreement-in-place',
      'record agreement-or-dpia: record-agreement-or-dpia',
    ],
  },
  {
    rows: ['SOM-079', 'SOM-080'],
    so: 'health and police have Tier 1 and make a Tier 2 agreement for what goes on',
    of: between('tier-1'),
    says: [`${local} after: somerset-tier-2-agreement`],
  },
  {
    rows: ['SOM-079', 'SOM-080'],
    so: 'a Tier 2 agreement is enough',
    of: between('tier-1-and-2'),
    says: [],
    never: [
      `${local} after: somerset-tier-2-agreement`,
      'advice data-protection-officer: somerset-ask-information-governance',
    ],
  },
  {
    rows: ['SOM-081'],
    so: 'the information governance team knows what agreements there are',
    of: between('tier-1'),
    says: [
      'advice data-protection-officer: somerset-ask-information-governance',
      'contact data-protection-officer the information governance team of your own organisation',
    ],
  },
];
/** Rows that ask for nothing that a decision could give. */
const documented = ['SOM-082'];

describe('the Somerset pack, on every row of its source', () => {
  const say = tried([pack]);
  test.each(table.map((row) => [row.rows.join(', '), row.so, row] as const))(
    '%s: %s',
    (_, __, { of, says, never = [] }) => {
      const said = say(of);
      expect(says.filter((line) => !said.has(line))).toEqual([]);
      expect(never.filter((line) => said.has(line))).toEqual([]);
    },
  );

  test('has tried each row of the ledger', () => {
    const rows = [...new Set([...table.flatMap((row) => row.rows), ...documented])];
    expect(rows.sort()).toEqual(rowsOf('somerset-guidance-2024').sort());
  });
});
