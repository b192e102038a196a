/**
 * The closed word lists of requests and decisions. A word is added only with a minor release;
 * none is ever given a second meaning.
 */

export const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export const modes = ['proactive', 'on-request', 'seeking'] as const;

export const organisations = [
  'la-childrens-social-care',
  'la-early-help',
  'la-adult-social-care',
  'la-housing',
  'la-other',
  'school-maintained',
  'academy',
  'independent-school',
  'college',
  'early-years-provider',
  'nhs-trust',
  'nhs-mental-health',
  'nhs-gp',
  'nhs-health-visiting',
  'nhs-school-nursing',
  'nhs-emergency',
  'nhs-dentist',
  'pharmacy',
  'private-health',
  'icb',
  'police',
  'fire-and-rescue',
  'probation',
  'prison',
  'youth-justice',
  'local-policing-body',
  'court',
  'cafcass',
  'safeguarding-partner',
  'safeguarding-adults-board',
  'multi-agency-meeting',
  'housing-association',
  'childrens-home-la',
  'childrens-home-private',
  'fostering-agency',
  'charity',
  'faith-or-sports',
  'private-provider',
  'legal-representative',
  'employer',
  'regulator',
  'dbs',
  'lado',
  'media',
  'member-of-public',
  'other',
] as const;

/** What follows in law from being an organisation of a kind; the dated table is `organisations.json`. */
export const organisationAttributes = [
  'publicAuthority',
  'roleInSafeguarding',
  'emergencyResponder',
  'competentAuthority',
  'section11Body',
  'educationSafeguardingBody',
  'safeguardingPartner',
  'section47Body',
  'relevantAuthority',
  'specifiedAuthority',
  'educationOrCustodyAuthority',
  'healthOrSocialCareAuthority',
  'designatedAgency',
] as const;

export const demandForms = ['telephone', 'email', 'letter', 'portal', 'in-person'] as const;
export const demandPowers = [
  'ca2004-s16h',
  'ca1989-s47',
  'ca1989-s17',
  'pcsc2022-s16',
  'pcsc2022-s17',
  'cda1998-s115',
  'care2014-s45',
  'police-act-1997-s113b',
  'court-order',
  'proceedings-rules',
  'subject-access',
  'pupil-record',
  'foi',
  'ca1989-s27',
  'ca2004-s16la',
  'pcsc2022-s44a',
  'ca2004-s14b',
  'none-stated',
  'other',
] as const;
export const professions = [
  'regulated-health',
  'regulated-social-work',
  'teacher',
  'other',
] as const;
export const reaches = ['one', 'need-to-know-group', 'wide-list', 'public'] as const;
export const purposeKinds = [
  'safeguard-from-harm',
  'promote-welfare',
  'early-help',
  'child-in-need-assessment',
  'child-protection-enquiry',
  'case-transfer',
  'crime-prevention',
  'serious-violence-duty',
  'domestic-violence-disclosure',
  'child-sex-offender-disclosure',
  'direct-care',
  'service-provision',
  'practice-review',
  'court',
  'employment-vetting',
  'regulatory-referral',
  'parental-request',
  'subject-request',
  'research-or-statistics',
  'other',
] as const;
/** From no concern to danger now, in rising order. */
export const concernLevels = [
  'none',
  'welfare',
  'emerging-need',
  'child-in-need',
  'significant-harm',
  'immediate-danger',
] as const;
export const concernKinds = [
  'neglect',
  'physical',
  'emotional',
  'sexual',
  'exploitation',
  'domestic-abuse',
  'fgm',
  'forced-marriage',
  'radicalisation',
  'serious-violence',
  'self-harm',
  'harmful-sexual-behaviour',
  'fabricated-illness',
  'parental-health-or-substances',
  'staff-allegation',
  'missing',
  'financial-abuse',
  // An emergency in the sense of Part 2 of the Civil Contingencies Act 2004: the crisis of one child is none by itself.
  'civil-emergency',
  'threat-to-public-security',
  // Defence is part of it.
  'threat-to-national-security',
  'other',
] as const;

export const roles = [
  'child',
  'sibling',
  'parent',
  'carer',
  'significant-other',
  'referrer',
  'professional',
  'other',
  'alleged-perpetrator',
  'adult-at-risk',
] as const;
export const statuses = [
  'looked-after',
  'care-order',
  'adopted',
  'child-protection-plan',
  'child-in-need-plan',
] as const;
export const ageBands = ['unborn', 'under-13', '13-15', '16-17', 'adult'] as const;
export const withoutConsentReasons = [
  'cannot-be-given',
  'not-reasonable-to-obtain',
  'would-prejudice-protection',
] as const;

export const consentKinds = ['dataProtection', 'confidentiality', 'service'] as const;
export const consentStatuses = [
  'given',
  'refused',
  'withdrawn',
  'not-sought',
  'cannot-be-given',
] as const;

export const categories = [
  'health',
  'mental-health',
  'sexual-health',
  'sex-life',
  'sexual-orientation',
  'ethnic-origin',
  'religion',
  'political',
  'trade-union',
  'genetic',
  'biometric',
  'criminal-conviction',
  'criminal-allegation',
  'whereabouts',
  'contact-details',
  'identity',
  'referrer-identity',
  'family',
  'education',
  'finance',
  'safeguarding-concern',
  'services-involved',
  'observation',
  'professional-opinion',
  'intelligence',
  'self-published',
] as const;
/** What the law makes of a category of information; the dated table is `categories.json`. */
export const categoryAttributes = ['special', 'offenceData'] as const;
export const natures = ['fact', 'opinion', 'mixed', 'allegation'] as const;
export const verifications = [
  'first-hand',
  'corroborated',
  'single-source',
  'anonymous',
  'hearsay',
  'disproved',
] as const;
export const extents = ['extract', 'summary', 'whole-record'] as const;
export const origins = ['subject', 'family', 'public', 'other-agency'] as const;
export const restrictions = [
  'court-order',
  'legal-privilege',
  'adoption',
  'reporting-restriction',
  'gender-recognition',
  'fertility-treatment',
  'none',
] as const;

export const schemes = [
  'dvds',
  'csods',
  'marac',
  'mappa',
  'encompass',
  'fgm',
  'dbs',
  'lado',
  'prevent',
] as const;
export const dvdsRoutes = ['right-to-ask', 'right-to-know'] as const;
export const undertakings = ['signed', 'refused', 'not-asked'] as const;
export const destinations = ['area', 'school', 'home-education'] as const;
export const plans = [
  'child-protection',
  'child-in-need',
  'looked-after',
  'early-help',
  'universal',
] as const;
export const patterns = ['ad-hoc', 'regular'] as const;
export const agreements = ['none', 'tier-1', 'tier-1-and-2'] as const;
export const methods = [
  'in-person',
  'telephone',
  'secure-email',
  'email',
  'portal',
  'post',
  'by-hand',
  'meeting',
] as const;
export const advisers = [
  'manager',
  'safeguarding-lead',
  'data-protection-officer',
  'caldicott-guardian',
  'legal',
  'social-care',
  'other',
] as const;
export const advisedOutcomes = ['share', 'share-in-part', 'do-not-share', 'undecided'] as const;

export const outcomes = [
  'share',
  'share-in-part',
  'do-not-share',
  'seek-advice',
  'more-information-needed',
] as const;
/** How strongly something holds: law, guidance, permission. In falling order. */
export const strengths = ['must', 'should', 'may'] as const;
export const urgencies = ['immediate', 'without-delay', 'routine'] as const;
export const verdicts = ['share', 'share-with-changes', 'withhold', 'undetermined'] as const;
export const changes = [
  'redact-identity',
  'label-opinion',
  'label-unverified',
  'add-historical-context',
  'extract-only',
] as const;
export const articles = [
  '6(1)(a)',
  '6(1)(b)',
  '6(1)(c)',
  '6(1)(d)',
  '6(1)(e)',
  '6(1)(ea)',
  '6(1)(f)',
  's35(2)(a)',
  's35(2)(b)',
  'sch2(1)',
  'sch2(2)',
  'sch2(3)',
  'sch2(4)',
  'sch2(5)',
  'sch2(6)',
] as const;
export const availabilities = ['available', 'unavailable', 'undetermined'] as const;
export const policyDocuments = ['needed', 'not-needed', 'missing'] as const;
export const regimes = ['uk-gdpr', 'eu-gdpr', 'dpa-part-3', 'dpa-1998', 'none'] as const;
export const confidenceRoutes = [
  'consent',
  'legal-duty',
  'public-interest',
  'best-interests',
] as const;
export const confidenceStatuses = ['met', 'not-met', 'undetermined'] as const;
export const gatewayKinds = ['duty', 'power', 'scheme', 'restriction'] as const;
export const gatewayStatuses = ['applies', 'does-not-apply', 'undetermined'] as const;
export const consentVerdicts = [
  'valid',
  'invalid',
  'undetermined',
  'not-needed',
  'not-appropriate',
] as const;
/** What can be wrong with a consent. */
export const consentDefects = [
  'refused',
  'withdrawn',
  'not-sought',
  'cannot-be-given',
  'expired',
  'implied',
  'not-freely-given',
  'coerced',
  'condition-of-service',
  'not-specific',
  'not-informed',
  'not-unambiguous',
  'not-recorded',
  'not-distinguishable',
  'cannot-be-withdrawn',
  'no-capacity-or-competence',
  'given-by-someone-without-authority',
  'would-share-anyway',
] as const;
export const tellings = ['tell', 'need-not-tell', 'do-not-tell', 'defer', 'undetermined'] as const;
/** The grades of a ground not to tell, strongest first. */
export const tellingGrades = ['do-not-tell', 'defer', 'need-not-tell'] as const;
/** What an obligation asks for: a published closed list. */
export const obligationIds = [
  'confirm-before-sharing',
  'record-decision',
  'review-later',
  'verify-identity',
  'explain-refusal',
  'neither-confirm-nor-deny',
  'reconsider-on-new-information',
  'seek-representations',
  'consider-another-recipient',
  'notify-police',
  'call-999',
  'refer-to-social-care',
  'seek-agreement',
  'seek-views',
  'consider-objection',
  'tell-person',
  'withhold-knowledge',
  'give-privacy-information',
  'put-policy-document-in-place',
  'use-secure-channel',
  'check-contents-and-address',
  'distinguish-fact-from-opinion',
  'check-accuracy',
  'protect-identities',
  'share-minimum',
  'ask-for-written-request',
  'ask-for-reasons',
  'narrow-request',
  'follow-up',
  'stop-relying-on-consent',
  'keep-record-despite-withdrawal',
  'respect-right-to-object',
  'carry-out-dpia',
  'put-sharing-agreement-in-place',
  'consult-originator',
  'seek-court-permission',
  'give-confidentiality-warning',
  'obtain-undertaking',
  'verify-commencement',
  'do-not-ask-for-consent',
  'offer-support',
  'set-retention-review',
  'share-early',
  'seek-information',
  'follow-local-procedure',
] as const;
export const obligationLevels = ['must', 'should', 'could'] as const;
export const moments = ['before', 'with', 'after'] as const;
export const advisorRoles = [...advisers, 'nspcc'] as const;
export const recordFields = [
  'decision-made',
  'decided-by',
  'departs-from-suggestion',
  'why',
  'decided-on',
  'approved-by',
  'shared',
  'not-shared',
  'recipient',
  'recipient-verified',
  'purpose',
  'method',
  'requester',
  'power-or-duty',
  'lawful-basis',
  'legitimate-interests-assessment',
  'special-category-condition',
  'without-consent-reason',
  'offence-data-condition',
  'appropriate-policy-document',
  'consent',
  'views-of-child-and-carers',
  'family-informed',
  'ground-for-not-telling',
  'confidence-balance',
  'necessity-and-proportionality',
  'fact-and-opinion',
  'advice-sought',
  'refusal-explained',
  'expected-actions',
  'retention-review',
  'agreement-or-dpia',
  'where-recorded',
  'identities-to-protect',
  'detriment-considered',
  'risks-of-not-sharing',
] as const;
export const timings = ['before', 'as-soon-as-possible-after'] as const;
export const sourceKinds = [
  'act',
  'regulations',
  'case',
  'statutory-guidance',
  'guidance',
  'local-procedure',
] as const;
export const commencements = ['in-force', 'announced', 'not-commenced', 'repealed'] as const;
export const findings = ['met', 'not-met', 'unknown'] as const;
export const scopes = ['case', 'person', 'item', 'consent', 'subject'] as const;
