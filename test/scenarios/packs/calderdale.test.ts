import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../../src/index.ts';
import { packFiles } from '../../rulebase.ts';

/** Calderdale's guidance of December 2019, clause by clause, with the pack and the national rules together. */

const { pack } = packFiles.find(
  ({ pack: one }) => one.id === 'calderdale',
) as (typeof packFiles)[0];
const locally = createEngine({ packs: [pack] });
const decide = (request: SharingRequest): SharingDecision => locally.decide(request);
const nationally = createEngine({ packs: [] });
const docs = join(import.meta.dirname, '..', '..', '..', 'docs');
const table = (file: string): string[][] =>
  readFileSync(join(docs, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));

const day = '2026-11-21';
const quality = {
  identifies: true,
  confidential: false,
  relevant: true,
  necessary: true,
  adequate: true,
  accurate: true,
  upToDate: true,
  nature: 'fact',
  verification: 'first-hand',
  restriction: 'none',
  collectedOnConsent: false,
  couldExposeSomeoneToHarm: false,
  originatorAgrees: true,
} as const;
const weighed = {
  necessary: true,
  proportionate: true,
  lessIntrusiveWayExists: false,
  substantialPublicInterest: true,
} as const;
const mast = {
  organisation: 'la-childrens-social-care',
  identityVerified: true,
  mightHarm: false,
} as const;
const school = {
  organisation: 'school-maintained',
  statutoryFunction: true,
  appropriatePolicyDocument: true,
} as const;
const safe = {
  wouldRaiseRiskToChild: false,
  wouldRaiseRiskToOther: false,
  wouldPrejudiceSeriousCrime: false,
  wouldDelayEnquiries: false,
  wouldCompromiseInvestigation: false,
} as const;
const child = {
  ref: 'child',
  role: 'child',
  ageBand: 'under-13',
  canConsent: false,
  withoutConsentReason: 'not-reasonable-to-obtain',
  informing: safe,
} as const;
const mother = {
  ref: 'mother',
  role: 'parent',
  ageBand: 'adult',
  canConsent: true,
  parentalResponsibility: true,
  withoutConsentReason: 'not-reasonable-to-obtain',
  views: { sought: true, objects: false, asksConfidence: false },
  transparency: { privacyNoticeGiven: true },
  informing: safe,
} as const;
type Person = NonNullable<SharingRequest['people']>[number];
type Item = NonNullable<SharingRequest['items']>[number];
const note: Item = { ref: 'note', about: ['child'], categories: ['observation'] };
const agreed = (status: 'given' | 'refused' | 'not-sought'): Person => ({
  ...mother,
  consent: { service: { status } },
  views: { ...mother.views, objects: status === 'refused' },
});

/** A school in Calderdale that fears significant harm and tells MAST. */
const tier5 = (more: Partial<SharingRequest> = {}): SharingRequest => ({
  on: day,
  mode: 'proactive',
  sharer: school,
  recipient: mast,
  purpose: { kind: 'safeguard-from-harm', legitimate: true },
  concern: {
    about: ['child'],
    level: 'significant-harm',
    kinds: ['neglect'],
    crimeSuspected: false,
    adultAtSeriousRisk: false,
  },
  people: [child, mother],
  items: [note],
  allItems: quality,
  justification: weighed,
  channel: { secure: true, contentChecked: true, seenByThreat: false },
  ...more,
});
/** Calderdale's social care refers a child in need who moves. */
const tier4 = (more: Partial<SharingRequest> = {}): SharingRequest =>
  tier5({
    sharer: { ...school, organisation: 'la-childrens-social-care' },
    purpose: { kind: 'case-transfer', legitimate: true },
    concern: {
      about: ['child'],
      level: 'child-in-need',
      kinds: ['neglect'],
      historicChildProtection: true,
      s47ThresholdDecided: false,
      adultAtSeriousRisk: false,
      crimeSuspected: false,
    },
    people: [child, agreed('given')],
    move: { to: 'area', plan: 'child-in-need', planned: true, whereaboutsKnown: true },
    ...more,
  });
/** A school passes on what it knows of a child with an early intervention plan who moves. */
const tier3 = (
  status: 'given' | 'refused' | 'not-sought',
  move: SharingRequest['move'] = {},
  more: Partial<SharingRequest> = {},
): SharingRequest =>
  tier5({
    recipient: { ...mast, organisation: 'academy', roleInSafeguarding: true },
    purpose: { kind: 'case-transfer', legitimate: true },
    concern: {
      about: ['child'],
      level: 'emerging-need',
      kinds: ['other'],
      historicChildProtection: false,
      adultAtSeriousRisk: false,
      crimeSuspected: false,
    },
    people: [child, agreed(status)],
    items: [
      { ...note, ref: 'own', obtainedFrom: 'subject' },
      { ...note, ref: 'plan', obtainedFrom: 'other-agency' },
    ],
    move: {
      to: 'area',
      plan: 'early-help',
      planned: true,
      whereaboutsKnown: true,
      riskIncreased: false,
      ...move,
    },
    ...more,
  });
/** The same with an answer of the concern changed. */
const concerned = (
  request: SharingRequest,
  concern: Partial<NonNullable<SharingRequest['concern']>>,
): SharingRequest => ({ ...request, concern: { ...request.concern, ...concern } });

const applying = ({ obligations }: SharingDecision): string[] =>
  obligations.filter(({ status }) => status === 'applies').flatMap(({ reasons }) => reasons);
const open = ({ obligations }: SharingDecision): string[] =>
  obligations.filter(({ status }) => status === 'undetermined').flatMap(({ reasons }) => reasons);
const met = ({ reasons }: SharingDecision): string[] =>
  reasons.filter(({ finding }) => finding === 'met').map(({ rule }) => rule);
const verdicts = ({ items }: SharingDecision) =>
  Object.fromEntries(items.map(({ ref, verdict }) => [ref, verdict]));
const telling = ({ informing }: SharingDecision) =>
  Object.fromEntries(informing.map(({ person, verdict }) => [person, verdict]));

/** What a clause asks for, tried on a request that it reaches and, where given, on one that it just does not. */
interface Tried {
  rows: string[];
  says: string;
  given: SharingRequest;
  /** Rules that are met. Each is not met in `unless`. */
  met?: string[];
  unless?: SharingRequest;
  outcome?: SharingDecision['outcome'];
  strength?: SharingDecision['strength'];
  urgency?: SharingDecision['urgency'];
  items?: Record<string, string>;
  telling?: Record<string, string>;
  /** Articles of the lawful bases that are available, and that are not. */
  bases?: string[];
  noBases?: string[];
}

const confided: Item = { ...note, about: ['mother'], confidential: true, confidedBy: 'mother' };
const asking: SharingRequest['demand'] = {
  form: 'letter',
  power: 'none-stated',
  statesPublicTaskNeed: false,
  explainsPurpose: true,
  inWriting: true,
  necessaryAndProportionate: true,
};
const about = (people: SharingRequest['people'], more: Partial<SharingRequest> = {}) =>
  tier5({ ...(people === undefined ? {} : { people }), ...more });
const toldOf = (
  informing: NonNullable<Person['informing']>,
  more: Partial<Person> = {},
): Person => ({
  ...mother,
  ...more,
  informing: { ...safe, ...informing },
});
const unnoticed = { transparency: { privacyNoticeGiven: false } } as const;
const fromElsewhere = {
  items: [{ ...note, about: ['mother'], obtainedFrom: 'other-agency' as const }],
};
const partner: SharingRequest = tier5({
  mode: 'on-request',
  demand: { ...asking, power: 'ca2004-s16h' },
  recipient: { ...mast, organisation: 'safeguarding-partner' },
});
const police: SharingRequest = tier5({ recipient: { ...mast, organisation: 'police' } });
const csods: SharingRequest = {
  on: day,
  mode: 'proactive',
  sharer: { organisation: 'police', lawEnforcementPurpose: false, appropriatePolicyDocument: true },
  recipient: {
    person: 'mother',
    canProtect: true,
    roleInSafeguarding: false,
    identityVerified: true,
    mightHarm: false,
  },
  purpose: { kind: 'child-sex-offender-disclosure', legitimate: true },
  concern: { about: ['child'], level: 'significant-harm', kinds: ['sexual'] },
  people: [
    child,
    mother,
    { ref: 'man', role: 'significant-other', ageBand: 'adult', allegedToHarm: true },
  ],
  items: [{ ref: 'conviction', about: ['man'], categories: ['criminal-conviction'] }],
  allItems: quality,
  justification: weighed,
  scheme: { csods: { warned: false, undertaking: 'not-asked' } },
};
const bystander: SharingRequest = {
  ...csods,
  recipient: { ...csods.recipient, canProtect: false, entitled: false },
};
const dvds: SharingRequest = {
  ...csods,
  purpose: { kind: 'domestic-violence-disclosure', legitimate: true },
  concern: {
    about: ['mother'],
    level: 'none',
    kinds: ['domestic-abuse'],
    adultAtSeriousRisk: true,
  },
  scheme: { dvds: { route: 'right-to-ask', posesRisk: true } },
};
const undertaking = (answer: 'signed' | 'refused' | 'not-asked'): SharingRequest => ({
  ...csods,
  scheme: { csods: { warned: false, undertaking: answer } },
});

const incoming: SharingRequest = tier5({
  sharer: { ...school, organisation: 'nhs-health-visiting' },
  purpose: { kind: 'promote-welfare', legitimate: true },
  concern: { about: ['child'], level: 'child-in-need', adultAtSeriousRisk: false },
  people: [{ ...child, status: ['child-in-need-plan'] }, mother],
  move: { to: 'area', plan: 'child-in-need', whereaboutsKnown: true },
});
const risen = (move: SharingRequest['move'] = {}, more: Partial<SharingRequest> = {}) =>
  concerned(tier3('refused', { riskIncreased: true, ...move }, { recipient: mast, ...more }), {
    level: 'significant-harm',
  });
const exploited = concerned(
  tier5({
    sharer: {
      ...school,
      organisation: 'charity',
      publicAuthority: false,
      statutoryFunction: false,
    },
    recipient: { ...mast, organisation: 'police' },
  }),
  { kinds: ['exploitation'], crimeSuspected: true },
);

/** The request of the flowchart: a charity is asked for something that protects nobody and has no duty to give it. */
const valid = {
  status: 'given',
  givenBy: 'mother',
  givenOn: '2020-01-10',
  expiresOn: '2030-01-10',
  freelyGiven: true,
  specific: true,
  informed: true,
  unambiguous: true,
  explicit: true,
  recorded: true,
  distinguishable: true,
  canBeWithdrawn: true,
  implied: false,
  conditionOfService: false,
} as const;
const chart = (answers: {
  on?: string;
  purpose?: boolean | 'unsure';
  consent?: NonNullable<Person['consent']>['dataProtection'];
  identifies?: boolean | 'unsure';
  reason?: boolean | 'unsure';
}): SharingRequest => ({
  on: answers.on ?? day,
  mode: 'on-request',
  demand: asking,
  sharer: {
    organisation: 'charity',
    publicAuthority: false,
    statutoryFunction: false,
    appropriatePolicyDocument: true,
  },
  recipient: {
    organisation: 'housing-association',
    roleInSafeguarding: true,
    identityVerified: true,
    mightHarm: false,
  },
  purpose: { kind: 'service-provision', legitimate: answers.purpose ?? true, compatible: true },
  concern: { about: [], level: 'none', adultAtSeriousRisk: false, delayWouldHarm: false },
  people: [
    {
      ...mother,
      underCoercion: false,
      consent: {
        dataProtection: answers.consent ?? { status: 'not-sought' },
        service: { status: 'given' },
      },
    },
  ],
  items: [
    {
      ...quality,
      ref: 'note',
      about: ['mother'],
      categories: ['family'],
      identifies: answers.identifies ?? true,
    },
  ],
  justification: { ...weighed, legitimateInterestsPrevail: answers.reason ?? false },
  channel: { secure: true, contentChecked: true, seenByThreat: false },
});

const clauses: Tried[] = [
  // 1 Introduction
  {
    rows: ['CALD-001'],
    says: 'rests on Working Together 2018, and the edition of the date is applied',
    given: tier5(),
    met: ['calderdale-working-together-2018', 'working-together-2026-significant-harm'],
    unless: tier5({ on: '2020-12-08' }),
  },
  {
    rows: ['CALD-003', 'CALD-005', 'CALD-020', 'CALD-092'],
    says: 'several small signs are shared early, on a public task, to find need before harm',
    given: concerned(tier5({ purpose: { kind: 'promote-welfare' } }), { level: 'welfare' }),
    met: ['working-together-share-early', 'gdpr2016-art6-1e-own-public-task'],
    unless: tier5({ purpose: { kind: 'employment-vetting', legitimate: true } }),
    outcome: 'share',
    strength: 'may',
    bases: ['6(1)(e)'],
  },
  {
    rows: ['CALD-004', 'CALD-141'],
    says: 'fear of sharing is no answer where significant harm is feared and nothing goes',
    given: tier5({ items: [{ ...note, accurate: false }] }),
    met: ['significant-harm-withheld-safeguarding-lead', 'data-protection-is-no-barrier'],
    unless: tier5(),
    outcome: 'do-not-share',
  },
  {
    rows: ['CALD-006', 'CALD-095', 'CALD-108', 'CALD-145'],
    says: 'the law of the date stands beside the six bases of 2019, and re-use to safeguard is compatible by law',
    given: tier5(),
    met: ['calderdale-six-bases', 'gdpr2016-art8a-annex2-p8-safeguarding'],
    unless: tier5({ on: '2026-02-04' }),
  },
  {
    rows: ['CALD-007', 'CALD-010'],
    says: 'what was told in confidence goes with the consent of the one who told it',
    given: about(
      [
        child,
        {
          ...mother,
          underCoercion: false,
          consent: {
            confidentiality: { status: 'given', givenOn: '2026-01-10', givenBy: 'mother' },
          },
        },
      ],
      { items: [confided] },
    ),
    met: ['common-law-confidence-consent'],
    unless: about([child, { ...mother, consent: { confidentiality: { status: 'refused' } } }], {
      items: [{ ...confided, publicInterestOverridesConfidence: false }],
    }),
    items: { note: 'share' },
  },
  {
    rows: ['CALD-009'],
    says: 'age and state of mind end no confidence: one who cannot consent is owed best interests',
    given: about([{ ...child, bestInterests: true }, mother], {
      items: [{ ...note, confidential: true }],
    }),
    met: ['common-law-confidence-best-interests'],
    unless: about([{ ...child, bestInterests: false }, mother], {
      items: [{ ...note, confidential: true, publicInterestOverridesConfidence: false }],
    }),
    items: { note: 'share' },
  },
  {
    rows: ['CALD-011', 'CALD-018', 'CALD-113', 'CALD-114', 'CALD-146'],
    says: 'confidence gives way where the good done outweighs the public and the private interest in it',
    given: tier5({
      items: [{ ...note, confidential: true, publicInterestOverridesConfidence: true }],
    }),
    met: ['common-law-confidence-public-interest'],
    unless: tier5({
      items: [{ ...note, confidential: true, publicInterestOverridesConfidence: false }],
    }),
    items: { note: 'share' },
  },
  {
    rows: ['CALD-012', 'CALD-090'],
    says: 'a court order ends confidence and is a legal obligation',
    given: tier5({
      mode: 'on-request',
      demand: { ...asking, power: 'court-order' },
      recipient: { ...mast, organisation: 'court' },
      purpose: { kind: 'court', legitimate: true },
      items: [{ ...confided, withinDemand: true }],
    }),
    met: ['common-law-confidence-legal-duty', 'gdpr2016-art6-1c-legal-obligation'],
    unless: tier5({
      mode: 'on-request',
      demand: asking,
      recipient: { ...mast, organisation: 'court' },
      purpose: { kind: 'court', legitimate: true },
      items: [{ ...confided, withinDemand: true, publicInterestOverridesConfidence: false }],
    }),
    bases: ['6(1)(c)'],
  },
  // 2 The Children Act 2004
  {
    rows: ['CALD-017'],
    says: 'co-operation under section 10 is a power to share',
    given: tier5(),
    met: ['ca2004-s10-co-operation'],
    unless: tier5({ sharer: { organisation: 'employer', publicAuthority: false } }),
  },
  {
    rows: ['CALD-021', 'CALD-045', 'CALD-055'],
    says: 'significant harm is shared with MAST, whatever its cause and whoever did it',
    given: tier5(),
    met: [
      'calderdale-tier-5-to-mast',
      'calderdale-tier-5-referral',
      'working-together-2026-significant-harm',
      'ca1989-s47-significant-harm-without-delay',
    ],
    unless: concerned(tier5(), { level: 'welfare' }),
    outcome: 'share',
    strength: 'should',
    urgency: 'without-delay',
  },
  {
    rows: ['CALD-022'],
    says: 'the lead information officer approves what is doubtful',
    given: concerned(tier5({ advice: { doubt: true } }), { level: 'child-in-need' }),
    met: ['record-approved-by'],
    unless: concerned(tier5({ advice: { doubt: false } }), { level: 'child-in-need' }),
  },
  {
    rows: ['CALD-025'],
    says: 'regular sharing rests on arrangements',
    given: tier5({ arrangement: { pattern: 'regular', agreement: 'none' } }),
    met: ['regular-sharing-data-protection-officer'],
    unless: tier5({ arrangement: { pattern: 'ad-hoc', agreement: 'none' } }),
  },
  {
    rows: ['CALD-027'],
    says: 'somebody decides by name in a hub',
    given: tier5({ recipient: { ...mast, organisation: 'multi-agency-meeting' } }),
    met: ['hmg2015-hub-decides-by-name'],
    unless: tier5(),
  },
  {
    rows: ['CALD-030', 'CALD-031', 'CALD-032'],
    says: 'a safeguarding partner may require information to do its own work, and no local board can',
    given: partner,
    met: ['ca2004-s16h-information-request', 'calderdale-local-boards-ended'],
    unless: { ...partner, demand: asking },
    strength: 'must',
    bases: ['6(1)(c)'],
  },
  {
    rows: ['CALD-031', 'CALD-032'],
    says: 'a request that is not necessary and proportionate binds nobody',
    given: {
      ...partner,
      demand: {
        ...asking,
        power: 'ca2004-s16h',
        necessaryAndProportionate: false,
        explainsPurpose: false,
      },
    },
    met: ['request-reasons-asked'],
    unless: partner,
    strength: 'should',
  },
  {
    rows: ['CALD-033'],
    says: 'the partner who asks gives its reasons and minds the burden',
    given: tier5({
      mode: 'seeking',
      sharer: { ...school, organisation: 'safeguarding-partner' },
      recipient: { ...mast, organisation: 'academy', roleInSafeguarding: true },
    }),
    met: ['ca2004-s16h-ask-with-reasons'],
    unless: tier5(),
  },
  // 3 The golden rules of 2018
  {
    rows: ['CALD-034', 'CALD-036', 'CALD-038', 'CALD-142'],
    says: 'the golden rules of 2018 are said to be replaced, and no consent is sought that would be overridden',
    given: tier5(),
    met: ['calderdale-golden-rules-of-2018', 'dfe-advice-2024-rule-3-do-not-ask-for-consent'],
    unless: tier5({ on: '2024-04-18' }),
  },
  {
    rows: ['CALD-036', 'CALD-038', 'CALD-046'],
    says: 'while the advice of 2018 stood, agreement was sought where that was safe',
    given: tier4({ on: '2021-06-01' }),
    met: ['dfe-advice-2018-rule-4-seek-agreement'],
    unless: tier4(),
  },
  {
    rows: ['CALD-035', 'CALD-046', 'CALD-127'],
    says: 'the family hears from the start what is shared, with whom and why, where that is safe',
    given: tier5(),
    met: ['dfe-advice-2024-rule-2-tell-the-person'],
    unless: about([
      { ...child, informing: { ...safe, wouldRaiseRiskToChild: true } },
      toldOf({ wouldRaiseRiskToChild: true }),
    ]),
    telling: { mother: 'tell' },
  },
  {
    rows: ['CALD-037', 'CALD-053', 'CALD-119', 'CALD-129'],
    says: 'doubt is taken to those who advise, and what they said is recorded',
    given: tier5({ advice: { doubt: true } }),
    met: [
      'golden-rule4-doubt-manager',
      'golden-rule4-doubt-safeguarding-lead',
      'record-advice-sought',
    ],
    unless: tier5({ advice: { doubt: false } }),
    outcome: 'share',
  },
  {
    rows: ['CALD-039', 'CALD-096', 'CALD-097', 'CALD-107'],
    says: 'consent is one basis among others, and not needed where another stands',
    given: about([child, { ...mother, consent: { dataProtection: { status: 'refused' } } }]),
    outcome: 'share',
    bases: ['6(1)(e)'],
    noBases: ['6(1)(a)'],
    met: ['gdpr2016-art6-1e-own-public-task'],
  },
  {
    rows: ['CALD-040', 'CALD-044', 'CALD-130'],
    says: 'decision, reasons, recipient, purpose and basis are recorded',
    given: tier5(),
    met: [
      'record-lawful-basis',
      'golden-rule7-record-decision',
      'record-purpose',
      'record-recipient',
      'record-shared',
      'record-why',
      'record-decision-made',
    ],
  },
  {
    rows: ['CALD-130'],
    says: 'a refusal is recorded too',
    given: tier5({ items: [{ ...note, relevant: false }] }),
    met: ['golden-rule7-record-decision'],
    outcome: 'do-not-share',
  },
  {
    rows: ['CALD-041'],
    says: 'someone who has had no notice and is not told may not expect it',
    given: about([child, toldOf({ wouldRaiseRiskToChild: true }, unnoticed)], {
      items: [{ ...note, about: ['child', 'mother'] }],
    }),
    met: ['dfe-advice-2018-rule-4-not-expected'],
    unless: tier5({ items: [{ ...note, about: ['child', 'mother'] }] }),
  },
  {
    rows: ['CALD-042'],
    says: 'where someone is does not go to those who might harm them',
    given: tier5({
      recipient: { ...mast, organisation: 'charity', roleInSafeguarding: true, mightHarm: true },
      items: [{ ...note, categories: ['whereabouts'], couldExposeSomeoneToHarm: true }],
    }),
    met: ['whereabouts-to-someone-who-might-harm'],
    unless: tier5({ items: [{ ...note, categories: ['whereabouts'] }] }),
    items: { note: 'withhold' },
  },
  {
    rows: ['CALD-043', 'CALD-109', 'CALD-110', 'CALD-123'],
    says: 'only what is relevant, necessary and accurate goes, and of a whole record an extract',
    given: tier5({
      items: [
        note,
        { ...note, ref: 'gossip', relevant: false },
        { ...note, ref: 'too-much', necessary: false },
        { ...note, ref: 'wrong', accurate: false },
        { ...note, ref: 'file', extent: 'whole-record' },
      ],
    }),
    met: ['item-not-relevant', 'item-not-necessary', 'item-not-accurate', 'only-the-minimum'],
    unless: tier5(),
    outcome: 'share-in-part',
    items: {
      note: 'share',
      gossip: 'withhold',
      'too-much': 'withhold',
      wrong: 'withhold',
      file: 'share-with-changes',
    },
  },
  // 4 Tier 5
  {
    rows: ['CALD-047', 'CALD-054'],
    says: 'agreement is not sought where asking would raise the risk to a child',
    given: about([child, toldOf({ wouldRaiseRiskToChild: true })]),
    met: ['calderdale-agreement-not-sought', 'telling-raises-risk-to-a-child'],
    unless: tier5(),
    outcome: 'share',
    telling: { mother: 'do-not-tell' },
  },
  {
    rows: ['CALD-048'],
    says: 'agreement is not sought where asking would put an adult at risk of serious harm',
    given: about([child, toldOf({ wouldRaiseRiskToOther: true })]),
    met: ['calderdale-agreement-not-sought', 'telling-raises-risk-to-another'],
    unless: tier5(),
    telling: { mother: 'do-not-tell' },
  },
  {
    rows: ['CALD-049'],
    says: 'agreement is not sought where asking would prejudice a serious crime',
    given: about([child, toldOf({ wouldPrejudiceSeriousCrime: true })]),
    met: ['calderdale-agreement-not-sought', 'telling-prejudices-serious-crime'],
    unless: tier5(),
    telling: { mother: 'do-not-tell' },
  },
  {
    rows: ['CALD-050'],
    says: 'agreement is not sought where asking would delay enquiries, and telling waits for a set date',
    given: about([child, toldOf({ wouldDelayEnquiries: true })]),
    met: [
      'calderdale-agreement-not-sought',
      'telling-delays-enquiries',
      'calderdale-guidance-2019-4-review-telling',
    ],
    unless: tier5(),
    telling: { mother: 'defer' },
  },
  {
    rows: ['CALD-051'],
    says: 'being unsure of reasonable cause never ends in silence',
    given: tier5({ concern: { about: ['child'], level: 'unsure' }, purpose: { kind: 'other' } }),
    met: ['golden-rule4-unsettled-safeguarding-lead'],
    unless: tier5(),
    outcome: 'seek-advice',
    urgency: 'without-delay',
  },
  {
    rows: ['CALD-052'],
    says: 'a child who may harm others is a child to think of',
    given: about([{ ...child, allegedToHarm: true }, mother]),
    met: ['child-accused-safeguarding-lead'],
    unless: about([{ ...child, allegedToHarm: false }, mother]),
    outcome: 'share',
  },
  {
    rows: ['CALD-056'],
    says: 'parents who refuse an assessment do not stop the sharing that finds the cause of harm',
    given: about([child, agreed('refused')]),
    met: ['somerset-guidance-2024-refusal-does-not-stop-protection'],
    unless: about([child, agreed('given')]),
    outcome: 'share',
    strength: 'should',
  },
  {
    rows: ['CALD-057'],
    says: 'finding a child who may need early help needs no consent under data protection law',
    given: concerned(
      about([child, { ...mother, consent: { dataProtection: { status: 'refused' } } }], {
        purpose: { kind: 'promote-welfare', legitimate: true },
      }),
      { level: 'welfare' },
    ),
    met: ['gdpr2016-art6-1e-own-public-task'],
    outcome: 'share',
    strength: 'may',
    noBases: ['6(1)(a)'],
  },
  // 5 Tier 4
  {
    rows: ['CALD-058'],
    says: 'a child in need who moves is referred at once',
    given: tier4(),
    met: ['calderdale-tier-4-refer-now', 'calderdale-tier-4-referral'],
    unless: tier4({ move: { to: 'area', plan: 'universal', whereaboutsKnown: true } }),
    outcome: 'share',
    strength: 'should',
    urgency: 'without-delay',
  },
  {
    rows: ['CALD-059'],
    says: 'summary, plans and minutes go with it',
    given: tier4(),
    met: ['calderdale-tier-4-transfer-papers'],
    unless: tier5(),
  },
  {
    rows: ['CALD-060'],
    says: 'the family is asked to agree and kept informed',
    given: tier4({ people: [child, agreed('not-sought')] }),
    met: ['calderdale-tier-4-seek-agreement', 'calderdale-tier-4-family-kept-informed'],
    unless: tier5({ people: [child, agreed('not-sought')] }),
  },
  {
    rows: ['CALD-061'],
    says: 'a refusal does not stop the referral where there were child protection concerns',
    given: tier4({ people: [child, agreed('refused')] }),
    met: ['calderdale-tier-4-refer-despite-refusal', 'calderdale-tier-4-referral'],
    unless: concerned(tier4({ people: [child, { ...agreed('refused'), status: [] }] }), {
      historicChildProtection: false,
    }),
    outcome: 'share',
    strength: 'should',
  },
  {
    rows: ['CALD-061'],
    says: 'nor where they are current',
    given: concerned(tier4({ people: [child, agreed('refused')] }), {
      historicChildProtection: false,
      s47ThresholdDecided: true,
    }),
    met: ['calderdale-tier-4-refer-despite-refusal', 'calderdale-tier-4-referral'],
    outcome: 'share',
    strength: 'should',
  },
  {
    rows: ['CALD-062'],
    says: 'a refusal without such concerns is taken to legal services and the Caldicott Guardian',
    given: concerned(tier4({ people: [child, agreed('refused')] }), {
      historicChildProtection: false,
    }),
    met: ['calderdale-tier-4-doubt-legal', 'calderdale-tier-4-doubt-caldicott'],
    unless: tier4({ people: [child, agreed('refused')] }),
    strength: 'may',
  },
  {
    rows: ['CALD-063'],
    says: 'the new area decides within fifteen days, and answers from then on',
    given: tier4(),
    met: ['calderdale-tier-4-decision-in-15-days'],
    unless: tier3('given'),
  },
  {
    rows: ['CALD-064', 'CALD-065'],
    says: 'a dispute is escalated, and the child and a clear word to the family come first',
    given: tier4(),
    met: ['calderdale-tier-4-escalate', 'calderdale-tier-4-dispute-family'],
    unless: tier3('given'),
  },
  {
    rows: ['CALD-066'],
    says: 'an agency that learns of a child in need from another area alerts MAST',
    given: incoming,
    met: ['calderdale-incoming-child-in-need'],
    unless: { ...incoming, sharer: { ...school, organisation: 'la-childrens-social-care' } },
  },
  {
    rows: ['CALD-067'],
    says: 'a child in need gone to an unknown place may call for an alert, after assessing the risk',
    given: tier4({ move: { plan: 'child-in-need', whereaboutsKnown: false } }),
    met: ['calderdale-child-in-need-whereabouts-unknown'],
    unless: tier4(),
  },
  // 6.1
  {
    rows: ['CALD-068'],
    says: 'a planned move is shared ahead',
    given: tier4(),
    met: ['planned-move-share-ahead'],
    unless: tier4({ move: { to: 'area', plan: 'child-in-need', planned: false } }),
  },
  {
    rows: ['CALD-069'],
    says: 'a hasty move is assessed',
    given: tier4({ move: { to: 'area', plan: 'child-in-need', planned: false } }),
    met: ['calderdale-hasty-move'],
    unless: tier4(),
  },
  {
    rows: ['CALD-069'],
    says: 'a move is not overlooked where something else is shared',
    given: tier5({ move: { to: 'area' } }),
    met: ['calderdale-move-other-purposes'],
    unless: tier5({ move: { to: 'school' } }),
  },
  {
    rows: ['CALD-070'],
    says: 'the council of the last address finds the child and finishes the enquiry',
    given: tier5({
      sharer: { ...school, organisation: 'la-childrens-social-care' },
      purpose: { kind: 'child-protection-enquiry', legitimate: true },
      move: { to: 'area', whereaboutsKnown: false },
    }),
    met: ['working-together-enquiry-follows-child'],
    unless: tier5({
      sharer: { ...school, organisation: 'la-childrens-social-care' },
      purpose: { kind: 'child-protection-enquiry', legitimate: true },
      move: { to: 'school' },
    }),
  },
  {
    rows: ['CALD-071', 'CALD-072'],
    says: 'a moved family is engaged and linked with universal services',
    given: tier4(),
    met: ['calderdale-moved-family-details', 'move-check-universal-services'],
    unless: tier4({ move: { to: 'school', plan: 'child-in-need' } }),
  },
  {
    rows: ['CALD-073'],
    says: 'a parent who gives no information and takes no advice makes the move permanent',
    given: tier4({ people: [child, agreed('refused')] }),
    met: ['calderdale-move-presumed-permanent'],
    unless: tier4(),
  },
  {
    rows: ['CALD-074'],
    says: 'significant harm on a move is for the regional procedures',
    given: tier5({ move: { to: 'area' } }),
    met: ['calderdale-section-47-move'],
    unless: concerned(tier5({ move: { to: 'area' } }), { level: 'child-in-need' }),
  },
  // 6.2
  {
    rows: ['CALD-075', 'CALD-076'],
    says: 'a planned move at Tier 3 is assessed and agreed with the parents',
    given: tier3('given'),
    met: ['calderdale-tier-3-assess-move', 'calderdale-tier-3-planned-move'],
    unless: tier4(),
    outcome: 'share',
    items: { own: 'share', plan: 'share' },
  },
  {
    rows: ['CALD-076', 'CALD-079'],
    says: 'without agreement the plan stays and the own record follows',
    given: tier3('refused'),
    met: ['calderdale-tier-3-transfer-without-agreement', 'calderdale-own-records-forwarded'],
    unless: tier3('given'),
    outcome: 'share-in-part',
    items: { own: 'share', plan: 'withhold' },
  },
  {
    rows: ['CALD-077'],
    says: 'an unplanned move needs a meeting whose outcome is recorded',
    given: tier3('given', { planned: false }),
    met: ['calderdale-tier-3-unplanned-meeting', 'calderdale-tier-3-record-meeting'],
    unless: tier3('given'),
  },
  {
    rows: ['CALD-078'],
    says: 'with agreement and no more risk the updated plan follows',
    given: tier3('given', { planned: false }),
    met: ['calderdale-tier-3-update-plan', 'calderdale-tier-3-agreement-is-to-help'],
    unless: tier4({ move: { to: 'area', plan: 'child-in-need', planned: false } }),
    outcome: 'share',
  },
  {
    rows: ['CALD-080'],
    says: 'more risk and significant harm are referred to the new area, agreed or not',
    given: risen(),
    met: [
      'calderdale-risk-risen-refer',
      'calderdale-risk-risen-referral',
      'calderdale-risk-risen-without-delay',
    ],
    unless: risen({ riskIncreased: false }),
    outcome: 'share',
    strength: 'should',
    urgency: 'without-delay',
  },
  {
    rows: ['CALD-081'],
    says: 'and to MAST where nobody knows the place',
    given: risen({ whereaboutsKnown: false }),
    met: ['calderdale-risk-risen-whereabouts-unknown'],
    unless: risen(),
    outcome: 'share',
  },
  // 6.3
  {
    rows: ['CALD-082', 'CALD-083'],
    says: 'what is learnt of exploitation goes on being shared, through the portal and MAST',
    given: exploited,
    met: [
      'calderdale-exploitation-intelligence',
      'working-together-share-the-pattern',
      'working-together-exploitation-and-missing',
    ],
    unless: police,
    outcome: 'share',
  },
  {
    rows: ['CALD-085'],
    says: 'intelligence on an offender goes to the police under the condition for crime',
    given: tier5({
      sharer: {
        organisation: 'charity',
        publicAuthority: false,
        statutoryFunction: false,
        appropriatePolicyDocument: true,
      },
      recipient: { ...mast, organisation: 'police' },
      purpose: { kind: 'crime-prevention', legitimate: true },
      concern: {
        about: ['child'],
        level: 'significant-harm',
        kinds: ['exploitation'],
        crimeSuspected: true,
      },
      people: [
        child,
        {
          ref: 'man',
          role: 'alleged-perpetrator',
          ageBand: 'adult',
          allegedToHarm: true,
          withoutConsentReason: 'would-prejudice-protection',
        },
      ],
      items: [{ ...note, about: ['man'], categories: ['intelligence', 'criminal-allegation'] }],
    }),
    met: ['gdpr2016-art6-1ea-annex1-p5-crime', 'dpa2018-sch1-p36-p10-2-to-competent-authority'],
    unless: exploited,
    outcome: 'share',
  },
  // 7
  {
    rows: ['CALD-086', 'CALD-097'],
    says: "those who play a part in a child's life are known, without their consent where need be",
    given: about(
      [
        child,
        mother,
        {
          ref: 'friend',
          role: 'significant-other',
          ageBand: 'adult',
          ...unnoticed,
          informing: { ...safe, wouldRaiseRiskToChild: true },
        },
      ],
      { items: [{ ...note, about: ['friend'], categories: ['family'] }] },
    ),
    met: ['calderdale-significant-others', 'calderdale-exceptions-are-not-general'],
    unless: tier5(),
    outcome: 'share',
    telling: { friend: 'do-not-tell' },
  },
  {
    rows: ['CALD-087', 'CALD-121'],
    says: 'what identifies nobody, alone or put together, is no personal data',
    given: chart({ identifies: false }),
    outcome: 'share',
  },
  {
    rows: ['CALD-088', 'CALD-117', 'CALD-120'],
    says: 'a valid consent to a specific purpose is a basis, and the other tests still stand',
    given: chart({ consent: valid }),
    met: ['gdpr2016-art6-1a-consent', 'calderdale-consent-is-not-enough'],
    unless: chart({}),
    outcome: 'share',
    bases: ['6(1)(a)'],
  },
  {
    rows: ['CALD-117'],
    says: 'a consent that was withdrawn, or not free, or not unambiguous, or not withdrawable is none',
    given: chart({
      consent: {
        ...valid,
        status: 'withdrawn',
        withdrawnOn: day,
        freelyGiven: false,
        unambiguous: false,
        canBeWithdrawn: false,
      },
    }),
    met: [
      'consent-withdrawn',
      'gdpr2016-art4-11-not-freely-given',
      'gdpr2016-art4-11-not-unambiguous',
      'gdpr2016-art7-3-cannot-be-withdrawn',
    ],
    unless: chart({ consent: valid }),
    outcome: 'do-not-share',
    noBases: ['6(1)(a)'],
  },
  {
    rows: ['CALD-089'],
    says: 'a contract is never the basis of safeguarding',
    given: tier5(),
    noBases: ['6(1)(b)'],
  },
  {
    rows: ['CALD-091'],
    says: 'vital interests are of life, and need incapacity for special data',
    given: concerned(tier5({ items: [{ ...note, categories: ['health'] }] }), {
      level: 'immediate-danger',
    }),
    met: ['gdpr2016-art6-1d-vital-interests', 'gdpr2016-art9-2c-vital-interests'],
    unless: concerned(tier5({ items: [{ ...note, categories: ['health'] }] }), {
      level: 'child-in-need',
    }),
    outcome: 'share',
    urgency: 'immediate',
    bases: ['6(1)(d)'],
  },
  {
    rows: ['CALD-093', 'CALD-122'],
    says: 'legitimate interests that prevail are a basis of a charity',
    given: chart({ reason: true }),
    met: ['gdpr2016-art6-1f-legitimate-interests'],
    unless: chart({ reason: false }),
    outcome: 'share',
    bases: ['6(1)(f)'],
  },
  {
    rows: ['CALD-094'],
    says: 'a public authority has neither form of legitimate interests for its tasks',
    given: tier5({ justification: { ...weighed, legitimateInterestsPrevail: true } }),
    noBases: ['6(1)(f)', '6(1)(ea)'],
  },
  {
    rows: ['CALD-099', 'CALD-100'],
    says: 'privacy information is due, at the latest with the first disclosure of what came from elsewhere',
    given: about([child, toldOf({}, unnoticed)], fromElsewhere),
    met: ['gdpr2016-art13-14-give-privacy-information', 'gdpr2016-art14-3-c-first-disclosure'],
    unless: about([child, mother], fromElsewhere),
  },
  {
    rows: ['CALD-101'],
    says: 'nobody is given again what they have',
    given: about([child, toldOf({ wouldDelayEnquiries: true })]),
    met: ['gdpr2016-art13-4-already-has-information'],
    unless: about([child, toldOf({ wouldDelayEnquiries: true }, unnoticed)]),
  },
  {
    rows: ['CALD-102'],
    says: 'disproportionate effort is point (e), of what came from elsewhere alone',
    given: about([child, toldOf({ disproportionateEffort: true }, unnoticed)], fromElsewhere),
    met: ['gdpr2016-art14-5-e-effort', 'calderdale-article-14-5-as-amended'],
    unless: about([child, mother], fromElsewhere),
  },
  {
    rows: ['CALD-103'],
    says: 'serious impairment is point (f), of what came from elsewhere alone',
    given: about([child, toldOf({ wouldImpairObjectives: true }, unnoticed)], fromElsewhere),
    met: ['gdpr2016-art14-5-f-objectives', 'calderdale-article-14-5-as-amended'],
    unless: about([child, mother], fromElsewhere),
  },
  {
    rows: ['CALD-104'],
    says: 'what the law requires is an exception of Article 14',
    given: about([child, toldOf({ requiredByLaw: true }, unnoticed)], fromElsewhere),
    met: ['gdpr2016-art14-5-c-laid-down-by-law'],
    unless: about([child, toldOf({ requiredByLaw: true }, unnoticed)], {
      items: [{ ...note, about: ['mother'], obtainedFrom: 'subject' }],
    }),
  },
  {
    rows: ['CALD-105'],
    says: 'professional secrecy is an exception of Article 14',
    given: about([child, toldOf({ professionalSecrecy: true }, unnoticed)], fromElsewhere),
    met: ['gdpr2016-art14-5-d-professional-secrecy'],
    unless: about([child, toldOf({ professionalSecrecy: true }, unnoticed)], {
      items: [{ ...note, about: ['mother'], obtainedFrom: 'subject' }],
    }),
  },
  {
    rows: ['CALD-106'],
    says: 'no exception covers safeguarding in general',
    given: about([child, toldOf({ wouldRaiseRiskToChild: true }, unnoticed)]),
    met: ['calderdale-exceptions-are-not-general', 'dpa2018-no-general-safeguarding-exemption'],
    unless: tier5(),
  },
  {
    rows: ['CALD-111'],
    says: 'a date is set on which to look at what is kept',
    given: tier5(),
    met: ['gdpr-5-1-e-set-retention-review', 'record-retention-review'],
  },
  {
    rows: ['CALD-112', 'CALD-126'],
    says: 'it goes by a secure way to a checked address',
    given: tier5({ channel: { method: 'email', secure: false, contentChecked: false } }),
    met: ['secure-channel-used', 'contents-and-address-checked'],
    unless: tier5(),
  },
  // 8
  {
    rows: ['CALD-115'],
    says: 'a family that resists may call for a professionals meeting',
    given: about([child, agreed('refused')]),
    met: ['calderdale-professionals-meeting'],
    unless: about([child, agreed('given')]),
  },
  // Appendix 1, how
  {
    rows: ['CALD-118'],
    says: 'consent cures no missing purpose',
    given: chart({ purpose: false, consent: valid }),
    met: ['gdpr2016-art5-1b-purpose-not-legitimate', 'calderdale-consent-cures-no-purpose'],
    unless: chart({ consent: valid }),
    outcome: 'do-not-share',
    strength: 'must',
  },
  {
    rows: ['CALD-124'],
    says: 'fact is told from opinion',
    given: tier5({ items: [{ ...note, nature: 'mixed', factAndOpinionDistinguished: false }] }),
    met: ['fact-told-from-opinion'],
    unless: tier5(),
  },
  {
    rows: ['CALD-125'],
    says: 'the right person is verified first',
    given: tier5({
      mode: 'on-request',
      demand: asking,
      recipient: { ...mast, identityVerified: false },
    }),
    met: ['caller-verified-first'],
    unless: tier5(),
  },
  {
    rows: ['CALD-128'],
    says: 'a child who may be in need is not kept waiting',
    given: concerned(tier5(), { level: 'child-in-need' }),
    met: ['child-in-need-without-delay'],
    unless: concerned(tier5(), { level: 'welfare' }),
    urgency: 'without-delay',
  },
  // Appendices 2 and 3
  {
    rows: ['CALD-131', 'CALD-133'],
    says: 'the police tell whoever can protect the child, in person, warned and bound',
    given: csods,
    met: [
      'csods-disclosure',
      'csods-tell-in-person',
      'csods-warn-first',
      'csods-undertaking-first',
      'calderdale-csods-restated',
    ],
    unless: police,
  },
  {
    rows: ['CALD-131'],
    says: 'an applicant who can protect nobody is told nothing',
    given: bystander,
    met: ['csods-applicant-not-protector'],
    unless: csods,
    items: { conviction: 'withhold' },
  },
  {
    rows: ['CALD-132'],
    says: 'the scheme is by application to the police alone',
    given: { ...csods, sharer: school, mode: 'proactive' },
    met: ['csods-apply-to-police'],
    unless: csods,
  },
  {
    rows: ['CALD-134'],
    says: 'an undertaking refused makes the police think again',
    given: undertaking('refused'),
    met: ['csods-undertaking-refused-manager', 'csods-undertaking-refused-reconsider'],
    unless: undertaking('signed'),
  },
  {
    rows: ['CALD-135'],
    says: "the warning says that it is confidential and for the child's safety alone",
    given: csods,
    met: ['csods-warn-first'],
    unless: { ...csods, scheme: { csods: { warned: true, undertaking: 'signed' } } },
  },
  {
    rows: ['CALD-136', 'CALD-138', 'CALD-139', 'CALD-140'],
    says: 'the police tell the partner of someone who poses a risk, whichever way they were asked',
    given: { ...dvds, scheme: { dvds: { route: 'right-to-know', posesRisk: true } } },
    met: ['dvds-disclosure', 'calderdale-dvds-restated'],
    unless: csods,
  },
  {
    rows: ['CALD-137'],
    says: 'an applicant who is neither at risk nor able to protect is told nothing',
    given: {
      ...dvds,
      concern: { ...dvds.concern, about: ['child'] },
      recipient: { ...csods.recipient, canProtect: false, entitled: false },
    },
    met: ['dvds-applicant-not-person-at-risk', 'dvds-protect-applicant'],
    unless: csods,
    items: { conviction: 'withhold' },
  },
  {
    rows: ['CALD-138'],
    says: 'an agency that fears for a partner thinks of the scheme',
    given: concerned(tier5(), { kinds: ['domestic-abuse'] }),
    met: ['dvds-consider-scheme'],
    unless: tier5(),
  },
  {
    rows: ['CALD-139'],
    says: 'without a risk there is no disclosure under the scheme',
    given: { ...dvds, scheme: { dvds: { route: 'right-to-ask', posesRisk: true } } },
    met: ['dvds-disclosure'],
    unless: { ...dvds, scheme: { dvds: { route: 'right-to-ask', posesRisk: false } } },
  },
  // Appendix 4
  {
    rows: ['CALD-143'],
    says: 'explicit consent is for special data; otherwise a clear act is enough',
    given: chart({ consent: { ...valid, explicit: false } }),
    met: ['calderdale-explicit-consent', 'gdpr2016-art6-1a-consent'],
    unless: chart({}),
    outcome: 'share',
  },
  {
    rows: ['CALD-144'],
    says: 'consent is not asked where asking would endanger the child',
    given: about([
      child,
      toldOf(
        { wouldRaiseRiskToChild: true },
        { withoutConsentReason: 'would-prejudice-protection' },
      ),
    ]),
    met: ['dfe-advice-2024-rule-3-do-not-ask-for-consent', 'calderdale-agreement-not-sought'],
    unless: concerned(tier5(), { level: 'welfare' }),
  },
];

describe('each clause that rules carry', () => {
  test.each(
    clauses.map((clause) => [`${clause.rows.join(', ')}: ${clause.says}`, clause] as const),
  )('%s', (_, { given, met: rules = [], unless, outcome, strength, urgency, ...wanted }) => {
    const decision = decide(given);
    expect(met(decision)).toEqual(expect.arrayContaining(rules));
    if (unless) {
      const found = met(decide(unless));
      expect(rules.filter((id) => !found.includes(id)).length).toBeGreaterThan(0);
      // A rule of the pack has a near miss of its own each time.
      const own = rules.filter((id) => id.startsWith('calderdale-'));
      expect(own.filter((id) => found.includes(id))).toEqual([]);
    }
    if (outcome) expect(decision.outcome).toBe(outcome);
    if (strength) expect(decision.strength).toBe(strength);
    if (urgency) expect(decision.urgency).toBe(urgency);
    expect(verdicts(decision)).toMatchObject(wanted.items ?? {});
    expect(telling(decision)).toMatchObject(wanted.telling ?? {});
    const available = decision.lawfulBases
      .filter(({ status }) => status === 'available')
      .map(({ article }) => article as string);
    expect(available).toEqual(expect.arrayContaining(wanted.bases ?? []));
    for (const article of wanted.noBases ?? []) expect(available).not.toContain(article);
  });
});

describe('the flowchart of Appendix 1, node by node', () => {
  const nodes: [
    node: string,
    answers: Parameters<typeof chart>[0],
    outcome: string,
    rule?: string,
  ][] = [
    // 2 Is there a clear and legitimate purpose?
    [
      '2 no, and no consent',
      { purpose: false },
      'do-not-share',
      'gdpr2016-art5-1b-purpose-not-legitimate',
    ],
    [
      '2 no, and consent: none the less',
      { purpose: false, consent: valid },
      'do-not-share',
      'calderdale-consent-cures-no-purpose',
    ],
    [
      '2 unsure, consent or not',
      { purpose: 'unsure', consent: valid },
      'seek-advice',
      'golden-rule4-unsettled-safeguarding-lead',
    ],
    // 3 Do you have consent?
    ['2 yes, 3 yes', { consent: valid }, 'share', 'gdpr2016-art6-1a-consent'],
    [
      '3 yes, but under pressure',
      { consent: { ...valid, freelyGiven: false } },
      'do-not-share',
      'gdpr2016-art4-11-not-freely-given',
    ],
    [
      '3 unsure',
      { consent: { status: 'unsure' } },
      'seek-advice',
      'golden-rule4-unsettled-safeguarding-lead',
    ],
    // 4 Does it enable someone to be identified?
    ['3 no, 4 no', { identifies: false }, 'share'],
    [
      '3 no, 4 unsure',
      { identifies: 'unsure' },
      'seek-advice',
      'golden-rule4-unsettled-safeguarding-lead',
    ],
    // 5 Is there a lawful reason to share without consent?
    ['4 yes, 5 yes', { reason: true }, 'share', 'gdpr2016-art6-1f-legitimate-interests'],
    ['4 yes, 5 no', { reason: false }, 'do-not-share', 'golden-rule7-explain-refusal'],
    [
      '4 yes, 5 unsure',
      { reason: 'unsure' },
      'seek-advice',
      'golden-rule4-unsettled-safeguarding-lead',
    ],
  ];

  test.each(
    ['2020-06-01', day].flatMap((on) =>
      nodes.map(([node, answers, outcome, rule]) => [on, node, answers, outcome, rule] as const),
    ),
  )('on %s node %s', (on, _, answers, outcome, rule) => {
    const decision = decide(chart({ on, ...answers }));
    expect(decision.outcome).toBe(outcome);
    if (rule) expect(met(decision)).toContain(rule);
    // Whatever the answer, decision and reasons are recorded; where it is unsure, somebody is asked.
    expect(applying(decision)).toContain('golden-rule7-record-decision');
    if (outcome === 'seek-advice') expect(decision.advice.length).toBeGreaterThan(0);
  });

  test('node 6, how: an extract, the fact told from opinion, to a checked place, with the family told', () => {
    const decision = decide(
      chart({
        consent: valid,
      }),
    );
    expect(telling(decision)).toEqual({ mother: 'tell' });
    const whole = decide({
      ...chart({ consent: valid }),
      items: [
        {
          ...quality,
          ref: 'note',
          about: ['mother'],
          categories: ['family'],
          extent: 'whole-record',
          nature: 'opinion',
          factAndOpinionDistinguished: false,
        },
      ],
      channel: { method: 'post', secure: true, contentChecked: false, seenByThreat: false },
    });
    expect(whole.items[0]?.changes).toEqual(['extract-only', 'label-opinion']);
    expect(applying(whole)).toContain('contents-and-address-checked');
  });

  test('a child who may suffer harm leaves the chart: the procedures are followed without delay', () => {
    const decision = decide(tier5());
    expect(decision.urgency).toBe('without-delay');
    expect(applying(decision)).toContain('calderdale-tier-5-to-mast');
  });
});

describe('what the pack does to a decision', () => {
  test('the tiers are named, and the contacts of the place', () => {
    const decision = decide(tier4({ advice: { doubt: true } }));
    expect(decision.terms).toEqual([
      { fact: 'concern.level', answer: 'child-in-need', term: 'Tier 4', pack: 'calderdale' },
      {
        fact: 'move.plan',
        answer: 'child-in-need',
        term: 'Child in Need plan (Tier 4)',
        pack: 'calderdale',
      },
    ]);
    const caldicott = decision.advice.find(({ reasons }) =>
      reasons.includes('calderdale-tier-4-doubt-caldicott'),
    );
    expect(caldicott).toMatchObject({
      who: 'caldicott-guardian',
      contacts: ["your agency's Caldicott Guardian"],
    });
  });

  test.each([
    ['none', 'Tier 1'],
    ['welfare', 'Tier 2'],
    ['emerging-need', 'Tier 3'],
    ['child-in-need', 'Tier 4'],
    ['significant-harm', 'Tier 5'],
    ['immediate-danger', 'Tier 5'],
  ] as const)('%s is %s', (level, term) => {
    expect(decide(concerned(tier5(), { level })).terms).toMatchObject([{ term }]);
  });

  test('the decision of the new area is due fifteen days after the referral', () => {
    const due = decide(tier4()).obligations.find(({ reasons }) =>
      reasons.includes('calderdale-tier-4-decision-in-15-days'),
    );
    expect(due).toMatchObject({ id: 'follow-up', due: '2026-12-06', level: 'should' });
  });

  test('before national guidance on moves said so, the pack alone said that a child in need should be referred', () => {
    const refused = tier4({ on: '2021-06-01', people: [child, agreed('refused')] });
    expect(nationally.decide(refused)).toMatchObject({ outcome: 'share', strength: 'may' });
    expect(decide(refused)).toMatchObject({ outcome: 'share', strength: 'should' });
    expect(decide({ ...refused, on: '2019-11-30' })).toMatchObject({ strength: 'may' });
  });

  test('the family that refused is told of the referral where that is safe, and not where it is not', () => {
    const refused = agreed('refused');
    expect(telling(decide(tier4({ people: [child, refused] })))).toMatchObject({ mother: 'tell' });
    const unsafe = { ...refused, informing: { ...safe, wouldRaiseRiskToChild: true } };
    const decision = decide(tier4({ people: [child, unsafe] }));
    expect(telling(decision)).toMatchObject({ mother: 'do-not-tell' });
    expect(decision.outcome).toBe('share');
  });

  test('nobody is asked to agree to a transfer where asking would raise the risk to the child', () => {
    const mothers = (informing: NonNullable<Person['informing']>): Person => ({
      ...agreed('not-sought'),
      informing: { ...safe, ...informing },
    });
    const rule = 'calderdale-tier-4-seek-agreement';
    expect(applying(decide(tier4({ people: [child, mothers({})] })))).toContain(rule);
    const unsafe = decide(tier4({ people: [child, mothers({ wouldRaiseRiskToChild: true })] }));
    expect([...applying(unsafe), ...open(unsafe)]).not.toContain(rule);
  });

  test('a plan that stays without agreement goes at significant harm, and where there is a history', () => {
    expect(verdicts(decide(tier3('refused')))).toEqual({ own: 'share', plan: 'withhold' });
    expect(verdicts(decide(concerned(tier3('refused'), { level: 'significant-harm' })))).toEqual({
      own: 'share',
      plan: 'share',
    });
    expect(
      verdicts(decide(concerned(tier3('refused'), { historicChildProtection: true }))),
    ).toEqual({ own: 'share', plan: 'share' });
  });

  test('a history nobody has asked about holds the plan and asks', () => {
    const { concern, ...rest } = tier3('refused');
    const { historicChildProtection: _, ...unasked } = concern ?? {};
    const decision = decide({ ...rest, concern: unasked });
    expect(verdicts(decision)).toEqual({ own: 'share', plan: 'undetermined' });
    expect(decision.questions.map(({ fact }) => fact)).toContain('concern.historicChildProtection');
  });

  test('the remedy for the plan that stays is the agreement of the family', () => {
    expect(
      decide(tier3('refused')).remedies.map(({ set }) => set.map(({ fact }) => fact)),
    ).toContainEqual(['consent.status']);
  });

  test('a referral that mentions no move is asked nothing about one', () => {
    expect(decide(tier5()).questions).toEqual(nationally.decide(tier5()).questions);
  });

  test('the danger of now goes to police, social care and emergency health as without it', () => {
    for (const organisation of ['police', 'la-childrens-social-care', 'nhs-emergency'] as const) {
      const hurried: SharingRequest = {
        on: day,
        mode: 'proactive',
        sharer: { organisation: 'early-years-provider' },
        recipient: { organisation, mightHarm: false },
        purpose: { kind: 'safeguard-from-harm' },
        concern: { level: 'immediate-danger', about: ['child'], delayWouldHarm: true },
        items: [{ ref: 'note', relevant: true, necessary: true }],
      };
      expect(verdicts(decide(hurried))).toEqual({ note: 'share' });
      expect(decide(hurried).outcome).toBe(nationally.decide(hurried).outcome);
    }
  });
});

describe('the whole of the guidance', () => {
  const ledger = table('ledger.tsv')
    .map(([id = '']) => id)
    .filter((id) => id.startsWith('CALD-'));
  const excused = new Set(
    table('not-encoded.tsv').flatMap(([id = '', reason = '']) => (reason ? [id] : [])),
  );
  const tried = new Set(clauses.flatMap(({ rows }) => rows));

  test('is 147 clauses, each tried here or said not to be encoded', () => {
    expect(ledger).toHaveLength(147);
    expect(ledger.filter((id) => !tried.has(id) && !excused.has(id))).toEqual([]);
  });

  test('rests on rules that are each tried by some clause', () => {
    const met_ = new Set(clauses.flatMap(({ met: rules = [] }) => rules));
    const conclusions = pack.rules.filter(({ event }) => event.type === 'conclusion');
    const idle = pack.rules
      .map(({ id }) => id)
      .filter((id) => !met_.has(id) && !conclusions.some((one) => one.id === id));
    expect(idle).toEqual(['calderdale-names-eu-gdpr']);
    expect(met(decide(tier5({ on: '2021-01-01' })))).toContain('calderdale-names-eu-gdpr');
  });
});
