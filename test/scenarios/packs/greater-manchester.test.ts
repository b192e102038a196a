import { describe, expect, test } from 'vitest';
import type { SharingRequest } from '../../../src/index.ts';
import { pack } from '../../../src/rules/packs/greater-manchester.generated.ts';
import type { Row } from './lines.ts';
import { rowsOf, tried } from './lines.ts';

type Item = NonNullable<SharingRequest['items']>[number];
type Person = NonNullable<SharingRequest['people']>[number];
type Sharer = NonNullable<SharingRequest['sharer']>;
type Consent = NonNullable<NonNullable<Person['consent']>['dataProtection']>;
type Organisation = NonNullable<Sharer['organisation']>;

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
const father: Person = {
  ref: 'father',
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
const neglect = piece('neglect', 'child', ['safeguarding-concern']);
const injury = piece('injury', 'child', ['health']);
const drinking = piece('drinking', 'father', ['health'], {
  confidential: true,
  confidedBy: 'father',
  patientInformation: true,
  publicInterestOverridesConfidence: true,
});
const assault = piece('assault', 'father', ['criminal-allegation']);
const menu = piece('menu', 'child', ['observation'], { relevant: false, necessary: false });
const wrong = piece('wrong', 'child', ['observation'], { accurate: false });
const file = piece('file', 'child', ['safeguarding-concern'], { extent: 'whole-record' });
const source = piece('source', 'child', ['referrer-identity'], { couldExposeSomeoneToHarm: true });

const statutory = (organisation: Organisation): Sharer => ({
  organisation,
  publicAuthority: true,
  statutoryFunction: true,
  appropriatePolicyDocument: true,
});
const practice: Sharer = { ...statutory('nhs-gp'), profession: 'regulated-health' };
const charity: Sharer = {
  organisation: 'charity',
  publicAuthority: false,
  appropriatePolicyDocument: true,
};
const to = (organisation: Organisation): NonNullable<SharingRequest['recipient']> => ({
  organisation,
  mightHarm: false,
  identityVerified: true,
});
const justification = {
  necessary: true,
  proportionate: true,
  substantialPublicInterest: true,
  lessIntrusiveWayExists: false,
} as const;

/** A practice sees problems that are first emerging. */
const emerging: SharingRequest = {
  on,
  mode: 'proactive',
  sharer: practice,
  recipient: to('la-childrens-social-care'),
  purpose: { kind: 'promote-welfare', legitimate: true },
  concern: { about: ['child'], level: 'emerging-need', kinds: ['neglect'] },
  people: [child, father],
  items: [neglect, menu, wrong, file, source],
  justification,
  channel: { method: 'email', secure: false },
};
const harm: SharingRequest = {
  ...emerging,
  purpose: { kind: 'safeguard-from-harm', legitimate: true },
  concern: { about: ['child'], level: 'significant-harm', kinds: ['physical'] },
  items: [neglect, injury, drinking, assault],
};
const inNeed: SharingRequest = {
  ...harm,
  concern: { about: ['child'], level: 'child-in-need' },
  people: [{ ...child, status: ['child-in-need-plan'] }, father],
  items: [neglect],
};
const danger: SharingRequest = {
  ...harm,
  concern: { about: ['child'], level: 'immediate-danger', delayWouldHarm: true },
};
const withheld: SharingRequest = { ...harm, items: [menu] };
const unsettled: SharingRequest = { ...harm, items: [{ ...neglect, relevant: 'unsure' }] };
const withFather = (request: SharingRequest, more: Partial<Person>): SharingRequest => ({
  ...request,
  people: [child, { ...father, ...more }],
});
const unsafe = withFather(harm, { informing: { wouldRaiseRiskToChild: true } });
const objects = withFather(harm, {
  views: { sought: true, objects: true, objectionConsidered: false },
});
/** He refused, and nothing outweighs what he confided. */
const confided: SharingRequest = {
  ...withFather(harm, { consent: { confidentiality: { status: 'refused' } } }),
  items: [{ ...drinking, publicInterestOverridesConfidence: false }],
};
const doubt: SharingRequest = { ...emerging, advice: { doubt: true } };
const hesitant: SharingRequest = { ...harm, items: [drinking], advice: { doubt: true } };
const smallCharity: SharingRequest = {
  ...harm,
  sharer: charity,
  items: [neglect, injury],
  advice: { doubt: true },
};
const refused: SharingRequest = {
  ...withheld,
  mode: 'on-request',
  demand: { form: 'email', power: 'none-stated', statesPublicTaskNeed: true },
};
const askedAgain: SharingRequest = {
  ...refused,
  demand: { form: 'email', power: 'none-stated', newInformation: true },
};
const address = piece('address', 'child', ['whereabouts'], { couldExposeSomeoneToHarm: true });
const toAbuser: SharingRequest = {
  ...harm,
  recipient: { person: 'father', mightHarm: true, roleInSafeguarding: false },
  items: [address],
};
const neighbour: SharingRequest = {
  ...emerging,
  recipient: {
    organisation: 'member-of-public',
    mightHarm: false,
    roleInSafeguarding: false,
    canProtect: false,
    entitled: false,
  },
};
const group: SharingRequest = {
  ...emerging,
  recipient: {
    ...to('multi-agency-meeting'),
    reach: 'need-to-know-group',
    roleInSafeguarding: true,
  },
};
const wide: SharingRequest = {
  ...harm,
  recipient: { ...to('nhs-trust'), reach: 'wide-list', roleInSafeguarding: true },
};
const moving: SharingRequest = {
  ...harm,
  sharer: statutory('la-childrens-social-care'),
  purpose: { kind: 'case-transfer', legitimate: true },
  move: { to: 'area', plan: 'child-protection' },
};
const custody: SharingRequest = {
  ...harm,
  sharer: statutory('youth-justice'),
  items: [neglect],
};
const lodger: SharingRequest = {
  ...emerging,
  people: [child, { ref: 'lodger', role: 'significant-other', ageBand: 'adult', informing: safe }],
  items: [neglect],
};
const noticed = { transparency: { privacyNoticeGiven: false } } as const;
const routine: SharingRequest = {
  ...emerging,
  arrangement: { pattern: 'regular', agreement: 'none' },
  people: [
    { ...child, ...noticed },
    { ...father, ...noticed },
  ],
};
const once: SharingRequest = {
  ...emerging,
  arrangement: { pattern: 'ad-hoc', agreement: 'none' },
};
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
  givenBy: 'father',
};
/** A charity relies on the consent of the father to early help. */
const consented = (
  more: Consent = {},
  able?: boolean,
  sharer: Sharer = charity,
): SharingRequest => ({
  ...withFather(emerging, {
    ...(able === undefined ? {} : { canConsent: able }),
    consent: { dataProtection: { ...valid, ...more }, service: { status: 'given' } },
  }),
  sharer,
  recipient: { ...to('charity'), roleInSafeguarding: true },
  purpose: { kind: 'early-help', legitimate: true },
  concern: { about: ['child'], level: 'welfare' },
  items: [piece('letter', 'father', ['finance'])],
});
const unsound = consented({
  specific: false,
  informed: false,
  freelyGiven: false,
  canBeWithdrawn: false,
});
const askedAllTheSame = withFather(harm, { consent: { dataProtection: valid } });

const police: Sharer = { ...statutory('police'), lawEnforcementPurpose: false };
const woman: Person = { ref: 'woman', role: 'adult-at-risk', ageBand: 'adult', informing: safe };
const mother: Person = { ...father, ref: 'mother' };
const sister: Person = {
  ref: 'sister',
  role: 'significant-other',
  ageBand: 'adult',
  informing: safe,
};
const man: Person = {
  ref: 'man',
  role: 'alleged-perpetrator',
  ageBand: 'adult',
  allegedToHarm: true,
  withoutConsentReason: 'would-prejudice-protection',
  informing: { ...safe, wouldRaiseRiskToOther: true },
};
const conviction = piece('conviction', 'man', ['criminal-conviction']);
/** The domestic violence disclosure scheme. */
const dvds = (
  route: 'right-to-ask' | 'right-to-know',
  person: 'woman' | 'sister' = 'woman',
): SharingRequest => ({
  on,
  ...(route === 'right-to-ask'
    ? { mode: 'on-request', demand: { power: 'none-stated' } }
    : { mode: 'proactive' }),
  sharer: police,
  recipient:
    person === 'woman'
      ? { person, mightHarm: false, identityVerified: true, canProtect: true }
      : {
          person,
          mightHarm: false,
          identityVerified: true,
          canProtect: false,
          roleInSafeguarding: false,
          entitled: false,
        },
  purpose: { kind: 'domestic-violence-disclosure', legitimate: true },
  concern: { about: ['woman'], level: 'none', adultAtSeriousRisk: true, kinds: ['domestic-abuse'] },
  people: [woman, man, sister],
  items: [conviction],
  scheme: { dvds: { route, posesRisk: true } },
  justification,
  channel: { method: 'in-person', secure: true },
});
const home: SharingRequest = {
  ...inNeed,
  concern: { about: ['child'], level: 'child-in-need', kinds: ['domestic-abuse'] },
};
/** The child sex offender disclosure scheme. */
const csods = (
  undertaking: 'not-asked' | 'refused',
  more: Partial<SharingRequest> = {},
): SharingRequest => ({
  on,
  mode: 'on-request',
  demand: { power: 'none-stated' },
  sharer: police,
  recipient: { person: 'mother', mightHarm: false, identityVerified: true, canProtect: true },
  purpose: { kind: 'child-sex-offender-disclosure', legitimate: true },
  concern: { about: ['child'], level: 'child-in-need', kinds: ['sexual'] },
  people: [{ ...child, bestInterests: true }, mother, man, sister],
  items: [conviction],
  scheme: { csods: { warned: undertaking === 'refused', undertaking }, mappa: { managed: true } },
  justification,
  channel: { method: 'post', secure: true },
  ...more,
});

const boy: Person = {
  ref: 'boy',
  role: 'child',
  ageBand: '13-15',
  withoutConsentReason: 'would-prejudice-protection',
  informing: safe,
};
const knife = piece('knife', 'boy', ['intelligence'], { patientInformation: false });
/** Sharing for the Serious Violence Duty. */
const violence = (
  from: Organisation,
  recipient: Organisation,
  power?: 'pcsc2022-s16' | 'pcsc2022-s17',
): SharingRequest => ({
  on,
  ...(power
    ? { mode: 'on-request', demand: { power, statesPublicTaskNeed: true } }
    : { mode: 'proactive' }),
  sharer: from === 'police' ? police : statutory(from),
  recipient: to(recipient),
  purpose: { kind: 'serious-violence-duty', legitimate: true },
  concern: { about: ['boy'], level: 'emerging-need', kinds: ['serious-violence'] },
  people: [boy],
  items: [knife],
  justification,
});
const ward: SharingRequest = {
  ...violence('nhs-trust', 'police'),
  items: [{ ...knife, categories: ['health'], patientInformation: true }],
};
const s16 = 'gateway pcsc2022-s16 applies may: pcsc2022-s16-serious-violence-disclosure';

const table: Row[] = [
  {
    rows: ['GM-001', 'GM-095'],
    so: 'the source is cited by its own day, and the advice of 2024 as older than the law',
    of: harm,
    says: [
      'cites gm-procedures-2024',
      'cites dfe-advice-2024',
      'caution: dfe2024-predates-2026-law',
    ],
  },
  {
    rows: ['GM-002', 'GM-003'],
    so: 'what bears on the child or on the care of a parent is relevant, and nothing else',
    of: emerging,
    says: ['item neglect share', 'item menu withhold: item-not-relevant'],
  },
  {
    rows: ['GM-003'],
    so: 'a parent may be the one it is about',
    of: harm,
    says: ['item drinking share', 'condition drinking 9(2)(g) 18 available'],
  },
  {
    rows: ['GM-004'],
    so: 'an allegation about someone who may harm a child needs an offence condition',
    of: harm,
    says: [
      'item assault share',
      'condition assault 10 36 with 18 available: dpa2018-sch1-p36-p18-safeguarding',
      'record offence-data-condition: record-offence-data-condition',
    ],
  },
  {
    rows: ['GM-005'],
    so: 'significant harm waits for nothing',
    of: harm,
    says: ['urgency without-delay', 'met: ca1989-s47-significant-harm-without-delay'],
  },
  {
    rows: ['GM-005'],
    so: 'danger least of all',
    of: danger,
    says: ['urgency immediate', 'met: danger-immediate', 'outcome share should'],
  },
  {
    rows: ['GM-006', 'GM-013', 'GM-014'],
    so: 'putting pieces together, of missing children or of one place, is a safeguarding purpose',
    of: { ...emerging, concern: { about: ['child'], level: 'emerging-need', kinds: ['missing'] } },
    says: ['met: safeguarding-purpose', 'item neglect share'],
  },
  {
    rows: ['GM-007', 'GM-008', 'GM-093'],
    so: 'what first emerges is shared unasked, below every threshold, and not left to others',
    of: emerging,
    says: [
      'obligation share-early should with: working-together-share-early',
      'outcome share-in-part may',
      'term concern.level emerging-need problems are first emerging',
    ],
  },
  {
    rows: ['GM-009', 'GM-094'],
    so: 'concerns about a child in need go to social care or the police',
    of: inNeed,
    says: [
      'outcome share should',
      'gateway working-together-child-in-need applies should: working-together-child-in-need-referral',
      'term concern.level child-in-need supported as a child in need',
    ],
  },
  {
    rows: ['GM-010', 'GM-073', 'GM-077', 'GM-097'],
    so: 'each piece is relevant, necessary and accurate, and goes securely',
    of: emerging,
    says: [
      'item menu withhold: item-not-relevant',
      'item menu withhold: item-not-necessary',
      'item wrong withhold: item-not-accurate',
      'obligation check-accuracy must before: accuracy-checked-first',
      'obligation use-secure-channel must with: secure-channel-used',
      'record necessity-and-proportionality: record-necessity-and-proportionality',
    ],
  },
  {
    rows: ['GM-010', 'GM-098', 'GM-120', 'GM-140'],
    so: 'and sharing at all is proportionate, with no less intrusive way',
    of: {
      ...harm,
      justification: { necessary: false, proportionate: false, lessIntrusiveWayExists: true },
    },
    says: [
      'item neglect withhold: sharing-not-necessary',
      'item neglect withhold: sharing-not-proportionate',
      'item neglect withhold: less-intrusive-way-exists',
    ],
  },
  {
    rows: ['GM-011', 'GM-078', 'GM-081'],
    so: 'what was shared, with whom, what for and why is recorded',
    of: harm,
    says: [
      'record shared: record-shared',
      'record recipient: record-recipient',
      'record purpose: record-purpose',
      'record why: record-why',
      'record decision-made: record-decision-made',
      'obligation record-decision must after: golden-rule7-record-decision',
    ],
  },
  {
    rows: ['GM-078'],
    so: 'so is a decision not to share',
    of: withheld,
    says: [
      'outcome do-not-share must',
      'obligation record-decision must after: golden-rule7-record-decision',
      'record why: record-why',
    ],
  },
  {
    rows: ['GM-012'],
    so: 'adults in contact with the child are thought of',
    of: lodger,
    says: ['obligation share-early should with: working-together-adults-in-contact'],
  },
  {
    rows: ['GM-015'],
    so: 'for a child in the secure estate every council concerned is told',
    of: custody,
    says: ['obligation consider-another-recipient should with: secure-estate-tell-every-council'],
  },
  {
    rows: ['GM-016'],
    so: 'knowledge goes with a child who moves to another area',
    of: moving,
    says: ['gateway working-together-moves applies should: working-together-child-moves-area'],
  },
  {
    rows: ['GM-018', 'GM-019'],
    so: 'the confidence of a parent is weighed against the child',
    of: harm,
    says: [
      'confidence drinking met public-interest: common-law-confidence-public-interest',
      'item drinking share',
    ],
  },
  {
    rows: ['GM-018'],
    so: 'and holds where nothing outweighs it',
    of: confided,
    says: ['item drinking withhold', 'advice safeguarding-lead: confidence-balance-factors'],
  },
  {
    rows: ['GM-020'],
    so: 'welfare comes first by guidance, since section 1 binds courts',
    of: harm,
    says: [
      'caution: greater-manchester-welfare-overriding',
      'gateway working-together-2026 applies should: working-together-2026-significant-harm',
      'outcome share should',
    ],
  },
  {
    rows: ['GM-020'],
    so: 'short of significant harm nobody says that it overrides',
    of: inNeed,
    says: [],
    never: ['caution: greater-manchester-welfare-overriding'],
  },
  {
    rows: ['GM-021'],
    so: 'the Act of 1998 is applied to its last day',
    of: { ...harm, on: '2018-05-24' },
    says: ['caution: dpa1998-law-of-its-day', 'basis sch2(5) available: dpa1998-sch2-p5-functions'],
    never: ['basis 6(1)(e) available'],
  },
  {
    rows: ['GM-021'],
    so: 'and not after it',
    of: { ...harm, on: '2018-05-25' },
    says: ['basis 6(1)(e) available'],
    never: ['caution: dpa1998-law-of-its-day', 'basis sch2(5) available'],
  },
  {
    rows: ['GM-022', 'GM-024', 'GM-109'],
    so: 'people are told how information about them is used',
    of: routine,
    says: [
      'obligation give-privacy-information must with: gdpr2016-art13-14-give-privacy-information',
      'obligation record-decision must after: gdpr-5-2-record-decision',
    ],
  },
  {
    rows: ['GM-109'],
    so: 'patients most of all',
    of: { ...withFather(routine, noticed), items: [drinking] },
    says: ['obligation give-privacy-information must with: caldicott2020-p8-no-surprises'],
  },
  {
    rows: ['GM-023', 'GM-091', 'GM-092'],
    so: 'routine sharing has an arrangement, and does not wait for it',
    of: routine,
    says: [
      'item neglect share',
      'obligation put-sharing-agreement-in-place should after: ico-code2021-put-sharing-agreement-in-place',
      'advice data-protection-officer: regular-sharing-data-protection-officer',
      'contact data-protection-officer the data protection or information governance lead of your organisation',
    ],
  },
  {
    rows: ['GM-026', 'GM-027', 'GM-032', 'GM-045', 'GM-046'],
    so: 'health data needs one of the ten conditions, beside a basis',
    of: harm,
    says: [
      'condition injury 9(2)(g) 18 available: dpa2018-sch1-p18-safeguarding',
      'record special-category-condition: record-special-category-condition',
      'basis 6(1)(e) available: gdpr2016-art6-1e-own-public-task',
    ],
    never: ['condition neglect 9(2)(g) 18 available'],
  },
  {
    rows: ['GM-028', 'GM-029', 'GM-030', 'GM-047', 'GM-048', 'GM-049'],
    so: 'paragraph 18 protects a child without consent for a reason that is recorded',
    of: harm,
    says: [
      'met: dpa2018-sch1-p18-1-protection-without-consent',
      'met: dpa2018-sch1-p18-2-without-consent',
      'met: dpa2018-sch1-p18-1b-protected-individual',
      'record without-consent-reason: record-without-consent-reason',
      'caution: greater-manchester-paragraph-18-in-part',
    ],
  },
  {
    rows: ['GM-028', 'GM-029', 'GM-030'],
    so: 'without such a reason it is not met',
    of: {
      ...harm,
      people: [{ ref: 'child', role: 'child', ageBand: 'under-13', informing: safe }],
      concern: { about: ['child'], level: 'welfare' },
      items: [injury],
    },
    says: [],
    never: ['condition injury 9(2)(g) 18 available', 'met: dpa2018-sch1-p18-2-without-consent'],
  },
  {
    rows: ['GM-050'],
    so: 'it protects an adult at risk as well',
    of: {
      ...harm,
      recipient: { ...to('la-adult-social-care'), roleInSafeguarding: true },
      concern: { about: ['uncle'], level: 'none', adultAtSeriousRisk: true },
      people: [
        {
          ref: 'uncle',
          role: 'adult-at-risk',
          ageBand: 'adult',
          needsCareAndSupport: true,
          cannotProtectSelf: true,
          withoutConsentReason: 'not-reasonable-to-obtain',
          informing: safe,
        },
      ],
      items: [piece('bruises', 'uncle', ['health'])],
    },
    says: [
      'met: dpa2018-sch1-p18-3-adult-at-risk',
      'condition bruises 9(2)(g) 18 available: dpa2018-sch1-p18-safeguarding',
    ],
  },
  {
    rows: ['GM-051'],
    so: 'it needs a policy document too, which is put in place after where there is harm',
    of: { ...harm, sharer: { ...practice, appropriatePolicyDocument: false }, items: [injury] },
    says: [
      'caution: greater-manchester-paragraph-18-in-part',
      'caution: dpa2018-sch1-p5-policy-document-missing',
      'policy document injury missing: dpa2018-sch1-p18-safeguarding',
      'obligation put-policy-document-in-place must after: dpa2018-sch1-p5-put-policy-document-in-place',
      'item injury share',
    ],
  },
  {
    rows: ['GM-051'],
    so: 'where nothing is special nobody quotes it',
    of: inNeed,
    says: [],
    never: ['caution: greater-manchester-paragraph-18-in-part'],
  },
  {
    rows: ['GM-031'],
    so: 'what identifies nobody needs no basis',
    of: { ...emerging, items: [{ ...neglect, identifies: false }] },
    says: ['met: item-identifies-nobody', 'item neglect share'],
    never: ['basis 6(1)(e) available', 'caution: greater-manchester-five-other-bases'],
  },
  {
    rows: ['GM-033', 'GM-041'],
    so: 'a share needs a basis, and the task of a public body is its own',
    of: emerging,
    says: ['preferred 6(1)(e)', 'basis 6(1)(e) available: gdpr2016-art6-1e-own-public-task'],
  },
  {
    rows: ['GM-034', 'GM-062', 'GM-063', 'GM-087'],
    so: 'safeguarding needs no consent, and asking for it is no kindness',
    of: askedAllTheSame,
    says: [
      'outcome share should',
      'obligation do-not-ask-for-consent should before: dfe-advice-2024-rule-3-do-not-ask-for-consent',
      'caution: ico-consent-guidance-asked-all-the-same',
      'caution: greater-manchester-cites-working-together-2023',
    ],
    never: ['preferred 6(1)(a)'],
  },
  {
    rows: ['GM-087'],
    so: 'the edition of 2023 was current until March 2026',
    of: { ...harm, on: '2026-03-18' },
    says: ['gateway working-together-2023 applies should: working-together-2023-significant-harm'],
    never: ['caution: greater-manchester-cites-working-together-2023'],
  },
  {
    rows: ['GM-062'],
    so: 'refusing a service is no refusal to be protected',
    of: withFather(harm, { consent: { service: { status: 'refused' } } }),
    says: ['outcome share should'],
  },
  {
    rows: ['GM-035', 'GM-036', 'GM-038', 'GM-039', 'GM-044'],
    so: 'consent is specific, informed, free and can be withdrawn',
    of: unsound,
    says: [
      'defect father dataProtection not-specific: gdpr2016-art4-11-not-specific',
      'defect father dataProtection not-informed: gdpr2016-art4-11-not-informed',
      'defect father dataProtection not-freely-given: gdpr2016-art4-11-not-freely-given',
      'defect father dataProtection cannot-be-withdrawn: gdpr2016-art7-3-cannot-be-withdrawn',
    ],
    never: ['basis 6(1)(a) available'],
  },
  {
    rows: ['GM-037'],
    so: 'it has no limit in law',
    of: consented(),
    says: ['caution: greater-manchester-consent-time-limit'],
    never: ['defect father dataProtection expired'],
  },
  {
    rows: ['GM-037'],
    so: 'but an end that was agreed counts',
    of: consented({ expiresOn: '2026-01-01' }),
    says: ['defect father dataProtection expired: consent-past-agreed-end'],
  },
  {
    rows: ['GM-038'],
    so: 'and withdrawal stops what rests on it',
    of: consented({ status: 'withdrawn', withdrawnOn: '2026-10-01' }),
    says: [
      'defect father dataProtection withdrawn: consent-withdrawn',
      'obligation stop-relying-on-consent must before: gdpr2016-art7-3-stop-relying-on-consent',
    ],
  },
  {
    rows: ['GM-039'],
    so: 'given to a council it is hard to show as free',
    of: consented({}, undefined, statutory('la-early-help')),
    says: ['caution: gdpr2016-recital43-power-imbalance'],
  },
  {
    rows: ['GM-042'],
    so: 'without capacity there is none',
    of: consented({}, false),
    says: ['defect father dataProtection no-capacity-or-competence: consent-without-capacity'],
  },
  {
    rows: ['GM-043'],
    so: 'which an adult is presumed to have',
    of: consented(),
    says: ['met: mca2005-s1-2-presumed-capacity'],
    never: ['defect father dataProtection no-capacity-or-competence'],
  },
  {
    rows: ['GM-040', 'GM-088', 'GM-089'],
    so: 'five other bases are six, and the sixth serves a charity',
    of: { ...harm, sharer: charity, items: [neglect] },
    says: [
      'caution: greater-manchester-five-other-bases',
      'preferred 6(1)(ea)',
      'basis 6(1)(ea) available: gdpr2016-art6-1ea-annex1-p6-safeguarding',
    ],
    never: ['basis 6(1)(e) available'],
  },
  {
    rows: ['GM-040'],
    so: 'the day before they were five',
    of: { ...harm, on: '2026-02-04', sharer: charity, items: [neglect] },
    says: [],
    never: ['caution: greater-manchester-five-other-bases', 'basis 6(1)(ea) available'],
  },
  {
    rows: ['GM-088', 'GM-089', 'GM-033'],
    so: 'legal obligation serves where the law obliges',
    of: violence('school-maintained', 'local-policing-body', 'pcsc2022-s17'),
    says: ['basis 6(1)(c) available: gdpr2016-art6-1c-legal-obligation'],
  },
  {
    rows: ['GM-052', 'GM-055', 'GM-056'],
    so: 'at a clear risk of significant harm the child comes before privacy',
    of: harm,
    says: [
      'outcome share should',
      'gateway working-together-2026 applies should: working-together-2026-significant-harm',
      'term concern.level significant-harm clear risk of significant harm',
    ],
  },
  {
    rows: ['GM-056'],
    so: 'and what not sharing risks is recorded',
    of: withheld,
    says: ['record risks-of-not-sharing: record-risks-of-not-sharing'],
  },
  {
    rows: ['GM-053', 'GM-054'],
    so: 'signs that build up are talked over with the line manager or safeguarding lead',
    of: emerging,
    says: [
      'advice safeguarding-lead: dfe2024-signs-that-build-up',
      'advice safeguarding-lead: greater-manchester-discuss-concerns',
      'contact safeguarding-lead the designated safeguarding professional for children of your organisation',
    ],
  },
  {
    rows: ['GM-054'],
    so: 'a clear risk is not talked over first',
    of: harm,
    says: [],
    never: ['advice safeguarding-lead: greater-manchester-discuss-concerns'],
  },
  {
    rows: ['GM-057', 'GM-058', 'GM-064', 'GM-090'],
    so: 'child and carers hear who, what and why, and are asked what they think',
    of: withFather(emerging, { views: { sought: false } }),
    says: [
      'informing father tell',
      'obligation tell-person should before: dfe-advice-2024-rule-2-tell-the-person',
      'obligation seek-views should before: dfe-advice-2024-rule-3-seek-views',
      'record family-informed: record-family-informed',
    ],
    never: ['caution: greater-manchester-not-required-to-inform'],
  },
  {
    rows: ['GM-059', 'GM-060', 'GM-061'],
    so: 'where telling would raise the risk it is not merely not required, and the ground is recorded',
    of: unsafe,
    says: [
      'informing father do-not-tell: telling-raises-risk-to-a-child',
      'caution: greater-manchester-not-required-to-inform',
      'obligation withhold-knowledge should with: gm-procedures-2024-rule-2-withhold-knowledge',
      'record ground-for-not-telling: record-ground-for-not-telling',
    ],
  },
  {
    rows: ['GM-065', 'GM-066'],
    so: 'an objection is considered, and overridden where protection needs it',
    of: objects,
    says: [
      'outcome share should',
      'obligation consider-objection should before: dfe-advice-2024-rule-3-consider-objection',
      'record views-of-child-and-carers: record-views-of-child-and-carers',
    ],
  },
  {
    rows: ['GM-067', 'GM-068'],
    so: 'what is not settled at significant harm calls for advice at once',
    of: unsettled,
    says: [
      'outcome seek-advice should',
      'urgency without-delay',
      'advice safeguarding-lead: golden-rule4-unsettled-safeguarding-lead',
    ],
  },
  {
    rows: ['GM-068'],
    so: 'and what is withheld does not leave the child at risk',
    of: withheld,
    says: [
      'advice safeguarding-lead: significant-harm-withheld-safeguarding-lead',
      'obligation refer-to-social-care should with: ca1989-s47-refer-despite-withholding',
    ],
  },
  {
    rows: ['GM-067', 'GM-069'],
    so: 'in doubt the line manager and the safeguarding professional can be asked',
    of: doubt,
    says: [
      'advice manager: golden-rule4-doubt-manager',
      'contact manager your line manager or supervisor',
      'advice safeguarding-lead: golden-rule4-doubt-safeguarding-lead',
      'record advice-sought: record-advice-sought',
    ],
  },
  {
    rows: ['GM-069', 'GM-099', 'GM-100', 'GM-101'],
    so: 'about a confidence the Caldicott Guardian, whatever the purpose',
    of: hesitant,
    says: [
      'advice caldicott-guardian: caldicott2020-guardian',
      'contact caldicott-guardian the Caldicott Guardian of your organisation',
      'met: caldicott2020-applies',
    ],
  },
  {
    rows: ['GM-070'],
    so: 'a small charity turns to the NSPCC',
    of: smallCharity,
    says: [
      'advice nspcc: golden-rule4-nspcc',
      "contact nspcc the NSPCC's safeguarding guidance for small charities and voluntary organisations",
    ],
  },
  {
    rows: ['GM-071', 'GM-072'],
    so: 'who might suffer if known is protected, by the recipient too',
    of: emerging,
    says: [
      'obligation protect-identities should with: identities-protected',
      'record identities-to-protect: record-identities-to-protect',
    ],
  },
  {
    rows: ['GM-071'],
    so: 'and never shown to an abuser',
    of: toAbuser,
    says: ['item address withhold: whereabouts-to-someone-who-might-harm'],
  },
  {
    rows: ['GM-074', 'GM-105'],
    so: 'who has no role is told nothing, and someone with one is thought of',
    of: neighbour,
    says: [
      'item neglect withhold: recipient-without-role',
      'obligation consider-another-recipient should with: another-recipient-considered',
    ],
  },
  {
    rows: ['GM-075', 'GM-105'],
    so: 'each in a group hears what they need',
    of: group,
    says: ['obligation share-minimum must before: group-told-what-each-needs'],
  },
  {
    rows: ['GM-105'],
    so: 'a confidence does not go round a wide list',
    of: wide,
    says: ['obligation consider-another-recipient should before: caldicott2020-p4-need-to-know'],
  },
  {
    rows: ['GM-076'],
    so: 'an extract goes, and not the file',
    of: emerging,
    says: [
      'item file share-with-changes: whole-record-becomes-extract',
      'change file extract-only: whole-record-becomes-extract',
      'obligation share-minimum must before: only-the-minimum',
    ],
  },
  {
    rows: ['GM-079', 'GM-080'],
    so: 'a refusal is explained and can be looked at again',
    of: refused,
    says: [
      'obligation explain-refusal should with: golden-rule7-explain-refusal',
      'obligation reconsider-on-new-information should after: golden-rule7-reconsider-refusal',
      'record refusal-explained: record-refusal-explained',
    ],
  },
  {
    rows: ['GM-080'],
    so: 'with something new it is decided afresh',
    of: askedAgain,
    says: ['met: new-information-decided-afresh'],
  },
  {
    rows: ['GM-083', 'GM-084'],
    so: 'however it goes, it goes securely and stands in the record of the child',
    of: emerging,
    says: [
      'obligation use-secure-channel must with: secure-channel-used',
      'record method: record-method',
      'record where-recorded: record-where-recorded',
    ],
  },
  {
    rows: ['GM-085', 'GM-086', 'GM-097'],
    so: 'it is kept no longer than needed, and keeping it is looked at again',
    of: harm,
    says: [
      'obligation set-retention-review should after: gdpr-5-1-e-set-retention-review',
      'record retention-review: record-retention-review',
    ],
  },
  {
    rows: ['GM-096'],
    so: 'routine sharing follows the protocol on the website of the partnership',
    of: routine,
    says: ['obligation follow-local-procedure should before: greater-manchester-sharing-protocol'],
  },
  {
    rows: ['GM-096'],
    so: 'a single sharing does not',
    of: once,
    says: [],
    never: ['obligation follow-local-procedure should before: greater-manchester-sharing-protocol'],
  },
  {
    rows: ['GM-102', 'GM-103', 'GM-104', 'GM-106', 'GM-107'],
    so: 'a confidence of a patient passes the Caldicott principles',
    of: harm,
    says: [
      'record purpose: caldicott2020-p1-justify-the-purpose',
      'record necessity-and-proportionality: caldicott2020-p2-only-when-necessary',
      'obligation share-minimum should before: caldicott2020-p3-minimum',
      'obligation give-confidentiality-warning should with: caldicott2020-p5-recipient-knows',
      'record lawful-basis: caldicott2020-p6-comply-with-the-law',
    ],
  },
  {
    rows: ['GM-108'],
    so: 'not sharing a confidence is justified as well as sharing it',
    of: confided,
    says: [
      'record risks-of-not-sharing: caldicott2020-p7-justify-not-sharing',
      'advice caldicott-guardian: caldicott2020-guardian',
    ],
  },
  {
    rows: ['GM-111', 'GM-113', 'GM-114', 'GM-115', 'GM-117'],
    so: 'anyone may ask, and the person at risk is told of what the police hold',
    of: dvds('right-to-ask'),
    says: [
      'item conviction share: dvds-disclosure',
      'gateway dvds applies may: dvds-disclosure',
      'condition conviction 10 available: gdpr2016-art10-official-authority',
      'obligation protect-identities must with: dvds-protect-applicant',
    ],
  },
  {
    rows: ['GM-113', 'GM-114'],
    so: 'a sister who asks is not told',
    of: dvds('right-to-ask', 'sister'),
    says: ['item conviction withhold: dvds-applicant-not-person-at-risk'],
  },
  {
    rows: ['GM-116'],
    so: 'an agency may ask that she be told',
    of: dvds('right-to-know'),
    says: ['item conviction share: dvds-disclosure', 'gateway dvds applies may: dvds-disclosure'],
  },
  {
    rows: ['GM-112', 'GM-116'],
    so: 'the scheme is thought of where abuse at home touches a child',
    of: home,
    says: ['advice safeguarding-lead: dvds-consider-scheme'],
  },
  {
    rows: ['GM-118', 'GM-119', 'GM-121'],
    so: 'a public authority interferes with family life by law alone, and records the balance',
    of: harm,
    says: [
      'met: hra1998-art8-engaged',
      'met: hra1998-art8-2-in-accordance-with-law',
      'record necessity-and-proportionality: hra1998-art8-2-balance-recorded',
    ],
  },
  {
    rows: ['GM-122', 'GM-123', 'GM-124'],
    so: 'the police tell who can protect the child, with the panel that manages the man',
    of: csods('not-asked'),
    says: [
      'item conviction share: csods-disclosure',
      'gateway csods applies may: csods-disclosure',
      'advice other: csods-check-public-protection',
    ],
  },
  {
    rows: ['GM-124'],
    so: 'nobody else',
    of: csods('not-asked', {
      recipient: {
        person: 'sister',
        mightHarm: false,
        identityVerified: true,
        canProtect: false,
        roleInSafeguarding: false,
        entitled: false,
      },
    }),
    says: ['item conviction withhold: csods-applicant-not-protector'],
  },
  {
    rows: ['GM-125'],
    so: 'and nobody but the police',
    of: csods('not-asked', { sharer: statutory('academy') }),
    says: ['advice other: csods-apply-to-police'],
    never: ['gateway csods applies may'],
  },
  {
    rows: ['GM-126', 'GM-127', 'GM-128', 'GM-129', 'GM-130', 'GM-131'],
    so: 'the one told is warned, signs, and hears it in person',
    of: csods('not-asked'),
    says: [
      'obligation give-confidentiality-warning should before: csods-warn-first',
      'obligation obtain-undertaking should before: csods-undertaking-first',
      'obligation use-secure-channel should with: csods-tell-in-person',
    ],
  },
  {
    rows: ['GM-132'],
    so: 'where they will not sign, the police think again',
    of: csods('refused'),
    says: [
      'obligation reconsider-on-new-information must before: csods-undertaking-refused-reconsider',
      'advice manager: csods-undertaking-refused-manager',
    ],
  },
  {
    rows: ['GM-133', 'GM-134', 'GM-136', 'GM-138', 'GM-139', 'GM-143', 'GM-146'],
    so: 'section 16 lets authorities share unasked for the Serious Violence Duty',
    of: violence('police', 'youth-justice'),
    says: [s16, 'item knife share', 'cites serious-violence-guidance-2023'],
  },
  {
    rows: ['GM-136', 'GM-139', 'GM-143'],
    so: 'and when asked',
    of: violence('police', 'youth-justice', 'pcsc2022-s16'),
    says: [s16],
  },
  {
    rows: ['GM-137'],
    so: 'beside any agreement that there is',
    of: {
      ...violence('police', 'youth-justice'),
      arrangement: { pattern: 'regular', agreement: 'none' },
    },
    says: [
      s16,
      'obligation put-sharing-agreement-in-place should after: ico-code2021-put-sharing-agreement-in-place',
      'obligation follow-local-procedure should before: greater-manchester-sharing-protocol',
    ],
  },
  {
    rows: ['GM-140'],
    so: 'what is not needed for it stays',
    of: { ...violence('police', 'youth-justice'), items: [{ ...knife, necessary: false }] },
    says: ['item knife withhold: item-not-necessary'],
  },
  {
    rows: ['GM-135'],
    so: 'fire and rescue is a specified authority too',
    of: violence('fire-and-rescue', 'police'),
    says: ['caution: greater-manchester-specified-authorities', s16],
  },
  {
    rows: ['GM-135'],
    so: 'the others are on the list',
    of: violence('police', 'youth-justice'),
    says: [],
    never: ['caution: greater-manchester-specified-authorities'],
  },
  {
    rows: ['GM-141', 'GM-142'],
    so: 'a hospital discloses no patient by section 16',
    of: ward,
    says: ['caution: greater-manchester-patient-information'],
    never: ['gateway pcsc2022-s16 applies may'],
  },
  {
    rows: ['GM-144', 'GM-145', 'GM-146'],
    so: 'a request under section 17 obliges, whatever the powers do not',
    of: violence('school-maintained', 'local-policing-body', 'pcsc2022-s17'),
    says: [
      'caution: greater-manchester-serious-violence-powers',
      'gateway pcsc2022-s17 applies must: pcsc2022-s17-policing-body-request',
      'outcome share must',
    ],
  },
  {
    rows: ['GM-144'],
    so: 'and section 15 has a school collaborate that is asked',
    of: violence('school-maintained', 'police', 'pcsc2022-s16'),
    says: [
      'caution: greater-manchester-serious-violence-powers',
      'gateway pcsc2022-s15 applies should: pcsc2022-s15-collaborate-when-asked',
    ],
  },
  {
    rows: ['GM-144'],
    so: 'section 16 obliges nobody',
    of: violence('police', 'youth-justice', 'pcsc2022-s16'),
    says: ['outcome share may'],
  },
];
/** Rows about what organisations and practitioners are and know, and the form in which information is held. */
const documented = ['GM-017', 'GM-025', 'GM-082', 'GM-110'];

describe('the Greater Manchester pack, on every row of its source', () => {
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
    expect(rows.sort()).toEqual(rowsOf('gm-procedures-2024').sort());
  });
});
