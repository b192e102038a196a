import * as z from 'zod';
import * as words from './words.ts';
import { anyOf, dateOf, decisionDate, oneOf, ownRef, refOf, refsOf, yesNo } from './leaf.ts';

const Demand = z.strictObject({
  form: oneOf(
    words.demandForms,
    'How did the request reach us?',
    'observation',
    'A telephone or electronic request needs the caller to be verified.',
  ),
  power: oneOf(
    words.demandPowers,
    'Which legal right did they claim, if any?',
    'observation',
    'Some rights oblige us to answer, others only allow it.',
  ),
  by: refOf(
    'Who asked, where that is not the recipient?',
    'observation',
    'The one who asks is not always the one who may be told.',
  ),
  receivedOn: dateOf(
    'On what date did we receive the request?',
    'observation',
    'Some requests must be answered within a set time.',
  ),
  statesPublicTaskNeed: yesNo(
    'Does the request state that they need the information for a public task laid down in law?',
    'observation',
    'Annex 1 paragraph 1 covers only a request that states this.',
    { remedy: true },
  ),
  explainsPurpose: yesNo(
    'Does the request explain what it is for?',
    'observation',
    'Without a purpose nobody can judge what is necessary.',
    { remedy: true },
  ),
  inWriting: yesNo(
    'Is the request in writing?',
    'observation',
    'A written request can be checked and recorded.',
    { remedy: true },
  ),
  necessaryAndProportionate: yesNo(
    'Is what they ask for necessary and proportionate to what they need it for?',
    'judgement',
    'A right to request reaches only as far as necessity does.',
    { remedy: true },
  ),
  newInformation: yesNo(
    'Does this repeated request bring new information?',
    'observation',
    'A refusal is reconsidered when new facts arrive.',
  ),
});

const Sharer = z.strictObject({
  organisation: oneOf(
    words.organisations,
    'What kind of organisation are you?',
    'observation',
    'Duties, powers and lawful bases depend on it.',
  ),
  publicAuthority: yesNo(
    'Are you a public authority performing its tasks?',
    'observation',
    'Public authorities rely on their public task, others on legitimate interests.',
  ),
  statutoryFunction: yesNo(
    'Does a task laid down in law cover this sharing?',
    'judgement',
    'A public authority needs a function, power or duty.',
  ),
  lawEnforcementPurpose: yesNo(
    'Is the sharing for a law enforcement purpose?',
    'judgement',
    'Competent authorities then fall under Part 3 of the Data Protection Act 2018.',
  ),
  contractedBy: oneOf(
    words.organisations,
    'Which kind of organisation are you working for under contract?',
    'observation',
    'A contractor may carry the duties of the body that it works for.',
  ),
  appropriatePolicyDocument: yesNo(
    'Do you have an appropriate policy document?',
    'observation',
    'Most Schedule 1 conditions need one.',
  ),
  profession: oneOf(
    words.professions,
    'What is your regulated profession, if any?',
    'observation',
    'Some duties fall on a profession, such as reporting female genital mutilation.',
  ),
});

const Recipient = z.strictObject({
  organisation: oneOf(
    words.organisations,
    'What kind of organisation is the recipient?',
    'observation',
    'Who may be told depends on their functions.',
  ),
  person: refOf(
    'Which of the people is the recipient?',
    'observation',
    'A person may be told what an organisation may not, and the reverse.',
  ),
  actingFor: refOf(
    'For whom does the legal representative act?',
    'observation',
    "A representative has the client's rights and no more.",
  ),
  sameOrganisation: yesNo(
    'Is the recipient in your own organisation?',
    'observation',
    'Sharing within an organisation still needs a reason, but no disclosure.',
  ),
  reach: oneOf(
    words.reaches,
    'How many will receive it?',
    'observation',
    'A wide list needs strong reasons.',
  ),
  roleInSafeguarding: yesNo(
    'Is it the job of the recipient to safeguard or support this child or person?',
    'observation',
    'Information goes to those with a role.',
  ),
  canProtect: yesNo(
    'Is the recipient best placed to protect, though it is not their job?',
    'judgement',
    'A parent or a person at risk may be told so that they can protect.',
  ),
  entitled: yesNo(
    'Does the recipient have a right in law to this information?',
    'observation',
    'Being asked is no right to be answered.',
  ),
  identityVerified: yesNo(
    'Have you verified who the recipient is?',
    'observation',
    'Information given to an impostor cannot be taken back.',
    { harmless: true, remedy: true },
  ),
  contracted: yesNo(
    'Does the recipient work for you under a contract?',
    'observation',
    'A processor acts on instructions.',
  ),
  mightHarm: yesNo(
    'Might the recipient, or someone close to them, be the source of harm?',
    'judgement',
    'Telling the wrong person where someone lives has cost lives.',
  ),
});

const Purpose = z.strictObject({
  kind: oneOf(
    words.purposeKinds,
    'What is the sharing for?',
    'judgement',
    'Every test is made against the purpose.',
  ),
  legitimate: yesNo(
    'Is there a clear and legitimate purpose?',
    'judgement',
    'No consent cures the absence of a purpose.',
  ),
  compatible: yesNo(
    'Is this purpose compatible with why the information was collected?',
    'judgement',
    'Re-use must be compatible with the first purpose or be allowed by law.',
  ),
});

const Concern = z.strictObject({
  about: refsOf('Who may be harmed?', 'observation', 'Everything turns on who needs protection.'),
  level: oneOf(
    words.concernLevels,
    'How serious is the concern for the children?',
    'judgement',
    'Urgency, duties and thresholds follow from it.',
  ),
  knownOn: dateOf(
    'On what date did you learn of it?',
    'observation',
    'Some duties run from that day.',
  ),
  kinds: anyOf(
    words.concernKinds,
    'What kinds of harm are feared?',
    'observation',
    'Some kinds carry duties of their own.',
  ),
  s47ThresholdDecided: yesNo(
    'Has an authorised decision been made that there is reasonable cause to suspect significant harm?',
    'observation',
    'Child protection enquiries rest on it.',
  ),
  crimeSuspected: yesNo(
    'Is a crime suspected?',
    'judgement',
    'Other conditions and exemptions then open.',
  ),
  seriousCrime: yesNo(
    'Is it a serious crime?',
    'judgement',
    'Prejudice to a serious crime is a ground not to tell.',
  ),
  adultAtSeriousRisk: yesNo(
    'Is an adult at risk of serious harm?',
    'judgement',
    'An adult may need protecting as well as, or instead of, a child.',
  ),
  historicChildProtection: yesNo(
    'Have there been child protection concerns in the past?',
    'observation',
    'History raises what a move or a refusal means.',
  ),
  delayWouldHarm: yesNo(
    'Would delay put someone at risk of harm?',
    'judgement',
    'Where it would, there is no time to seek consent.',
  ),
  disclosureMayFacilitate: yesNo(
    'May the disclosure help the recipient with its functions for the child?',
    'judgement',
    'Section 16LA asks it.',
  ),
  disclosureMoreDetrimental: yesNo(
    'Would disclosing be more detrimental to the child than not disclosing?',
    'judgement',
    'Section 16LA imposes no duty where it would.',
  ),
});

const consentLeaves = {
  status: oneOf(
    words.consentStatuses,
    'What is the state of this consent?',
    'observation',
    'Only a consent that was given can be relied on.',
    { remedy: 'given' },
  ),
  givenOn: dateOf(
    'On what date was it given?',
    'observation',
    'Consent goes stale and is refreshed.',
  ),
  expiresOn: dateOf(
    'Until what date was it agreed to last, if a date was agreed?',
    'observation',
    'After an agreed end it no longer holds.',
  ),
  withdrawnOn: dateOf(
    'On what date was it withdrawn, if it was?',
    'observation',
    'From then on nothing may rest on it.',
  ),
  givenBy: refOf(
    'Who gave it?',
    'observation',
    'The person, or someone with parental responsibility, must have given it.',
  ),
  implied: yesNo(
    'Was it only implied?',
    'observation',
    'Implied consent serves confidentiality, never data protection.',
  ),
};
const Consent = z.strictObject(consentLeaves);
const DataProtectionConsent = z.strictObject({
  ...consentLeaves,
  freelyGiven: yesNo(
    'Was it freely given?',
    'judgement',
    'Consent under pressure or an imbalance of power is no consent.',
  ),
  specific: yesNo(
    'Was it to this purpose and this recipient?',
    'observation',
    'Consent to something else does not reach this.',
  ),
  informed: yesNo(
    'Did they know who, what, why and that they can withdraw?',
    'judgement',
    'Consent must be informed.',
  ),
  unambiguous: yesNo(
    'Was it a clear affirmative act?',
    'observation',
    'Silence or a pre-ticked box is no consent.',
  ),
  explicit: yesNo(
    'Was it an express statement?',
    'observation',
    'Special category data needs explicit consent.',
  ),
  recorded: yesNo(
    'Is there a record of it?',
    'observation',
    'The controller must be able to demonstrate consent.',
  ),
  distinguishable: yesNo(
    'Was it asked for apart from other matters?',
    'observation',
    'Article 7(2) requires it.',
  ),
  canBeWithdrawn: yesNo(
    'Can it be withdrawn as easily as it was given?',
    'observation',
    'Article 7(3) requires it.',
  ),
  conditionOfService: yesNo(
    'Was it made a condition of a service that does not need it?',
    'observation',
    'Such consent is not free.',
  ),
});

const Views = z.strictObject({
  sought: yesNo(
    'Have you asked for their views?',
    'observation',
    'People are asked where it is safe.',
  ),
  objects: yesNo(
    'Do they object to this sharing?',
    'observation',
    'An objection is heard, and may be overridden to protect.',
  ),
  objectionConsidered: yesNo(
    'Have you considered the objection?',
    'observation',
    'Overriding an objection needs reasons.',
  ),
  asksConfidence: yesNo(
    'Did they ask for confidence?',
    'observation',
    'Those who ask for confidence expect to be heard before it is broken.',
  ),
});
const Transparency = z.strictObject({
  privacyNoticeGiven: yesNo(
    'Have they had a privacy notice that covers this?',
    'observation',
    'Privacy information is a legal duty.',
  ),
  toldOfThisSharing: yesNo(
    'Have they been told of this sharing?',
    'observation',
    'Nobody needs telling twice.',
  ),
});
const Informing = z.strictObject({
  wouldRaiseRiskToChild: yesNo(
    'Would telling this person raise the risk to a child?',
    'judgement',
    'Then they are not told.',
  ),
  wouldRaiseRiskToOther: yesNo(
    'Would telling this person raise the risk to someone else?',
    'judgement',
    'Then they are not told.',
  ),
  wouldPrejudiceSeriousCrime: yesNo(
    'Would telling this person prejudice the prevention or detection of a serious crime?',
    'judgement',
    'Then they are not told.',
  ),
  wouldDelayEnquiries: yesNo(
    'Would telling this person delay enquiries into significant harm?',
    'judgement',
    'Then they are told later.',
  ),
  wouldCompromiseInvestigation: yesNo(
    'Would telling this person compromise an investigation?',
    'judgement',
    'Then they are not told yet.',
  ),
  impossible: yesNo(
    'Is it impossible to tell this person?',
    'observation',
    'Article 14(5) allows for it.',
  ),
  disproportionateEffort: yesNo(
    'Would telling this person take disproportionate effort?',
    'judgement',
    'Article 14(5) allows for it.',
  ),
  wouldImpairObjectives: yesNo(
    'Would telling this person make the aims impossible or seriously impair them?',
    'judgement',
    'Article 14(5) allows for it.',
  ),
  requiredByLaw: yesNo(
    'Is the sharing expressly laid down by law?',
    'observation',
    'Article 14(5) allows for it.',
  ),
  professionalSecrecy: yesNo(
    'Does a legal duty of professional secrecy forbid telling this person?',
    'observation',
    'Article 14(5) allows for it.',
  ),
  notPracticable: yesNo(
    'Is it not practicable to tell this person of each sharing?',
    'judgement',
    'In routine work a privacy notice serves.',
  ),
});

const Person = z.strictObject({
  ref: ownRef(),
  role: oneOf(
    words.roles,
    'What are they to the child?',
    'observation',
    'It decides who is protected, asked and told.',
  ),
  allegedToHarm: yesNo(
    'Are they alleged to have harmed someone?',
    'observation',
    'Telling them needs special care.',
  ),
  worksWithChildren: yesNo(
    'Do they work with children?',
    'observation',
    'Allegations then go to the designated officer.',
  ),
  status: anyOf(
    words.statuses,
    'What is their legal status or plan?',
    'observation',
    'Plans and orders carry duties.',
  ),
  dateOfBirth: dateOf(
    'What is their date of birth?',
    'observation',
    'Age decides who is a child and who may consent.',
  ),
  ageBand: oneOf(
    words.ageBands,
    'How old are they, roughly?',
    'observation',
    'Age decides who is a child and who may consent.',
  ),
  deceased: yesNo(
    'Have they died?',
    'observation',
    'Data protection law ends with life; confidence may not.',
  ),
  canConsent: yesNo(
    'Do they have the capacity, or under 16 the competence, to consent?',
    'judgement',
    'Consent needs understanding.',
  ),
  underCoercion: yesNo(
    'Are they under pressure or control?',
    'judgement',
    'Coerced consent is no consent.',
  ),
  needsCareAndSupport: yesNo(
    'Do they need care and support?',
    'judgement',
    'Part of being an adult at risk.',
  ),
  cannotProtectSelf: yesNo(
    'Are they unable to protect themselves because of those needs?',
    'judgement',
    'Part of being an adult at risk.',
  ),
  parentalResponsibility: yesNo(
    'Do they have parental responsibility?',
    'observation',
    'It lets them consent for a child who cannot, in the interests of the child.',
  ),
  consent: z
    .strictObject({
      dataProtection: DataProtectionConsent.optional(),
      confidentiality: Consent.optional(),
      service: Consent.optional(),
    })
    .optional(),
  views: Views.optional(),
  withoutConsentReason: oneOf(
    words.withoutConsentReasons,
    'Why is it shared without their consent?',
    'judgement',
    'Schedule 1 paragraph 18 needs one of three reasons.',
  ),
  bestInterests: yesNo(
    'Is this sharing in their best interests?',
    'judgement',
    'Confidence may give way to the best interests of someone who cannot decide.',
  ),
  transparency: Transparency.optional(),
  informing: Informing.optional(),
});

const itemAnswers = {
  categories: anyOf(
    words.categories,
    'What kinds of information does it hold or reveal?',
    'observation',
    'Some kinds have extra protection.',
  ),
  identifies: yesNo(
    'Does it identify a living person?',
    'observation',
    'What identifies nobody is outside data protection law.',
    { remedy: false },
  ),
  confidential: yesNo(
    'Was it given or learnt in confidence?',
    'judgement',
    'Confidence needs a reason to be set aside.',
  ),
  confidedBy: refOf(
    'Who told it in confidence?',
    'observation',
    'Confidence is owed to the one who confided.',
  ),
  publicInterestOverridesConfidence: yesNo(
    'Does the public interest in sharing outweigh the confidence?',
    'judgement',
    'One of the four ways in which confidence gives way.',
  ),
  patientInformation: yesNo(
    'Is it information about a patient?',
    'observation',
    'Some powers do not reach patient information.',
  ),
  relevant: yesNo(
    'Is this piece relevant to the purpose?',
    'judgement',
    'Only what is relevant is shared.',
  ),
  necessary: yesNo(
    'Is this piece necessary for the purpose?',
    'judgement',
    'Only what is necessary is shared.',
  ),
  adequate: yesNo('Is it enough to be understood rightly?', 'judgement', 'Too little can mislead.'),
  accurate: yesNo('Is it accurately recorded?', 'judgement', 'Inaccurate information does harm.', {
    harmless: true,
    remedy: true,
  }),
  upToDate: yesNo('Is it up to date?', 'observation', 'Old information needs its date.', {
    remedy: true,
  }),
  nature: oneOf(
    words.natures,
    'Is it fact, opinion or allegation?',
    'judgement',
    'The reader must be able to tell.',
  ),
  verification: oneOf(
    words.verifications,
    'How well is it supported?',
    'judgement',
    'Unverified information is labelled, disproved information is not shared.',
    { harmless: 'corroborated' },
  ),
  factAndOpinionDistinguished: yesNo(
    'Are fact and opinion told apart in it?',
    'observation',
    'The reader must be able to tell.',
  ),
  historicalContextGiven: yesNo(
    'Does it say when things happened?',
    'observation',
    'Past and present must not be confused.',
  ),
  extent: oneOf(
    words.extents,
    'How much of the record would be sent?',
    'observation',
    'A whole record is rarely needed.',
    { remedy: 'extract' },
  ),
  withinDemand: yesNo(
    'Does the order, request or right of access cover this piece?',
    'judgement',
    'What an order covers is disclosed, no more.',
  ),
  couldExposeSomeoneToHarm: yesNo(
    'Could this piece expose someone to harm if the wrong person saw it?',
    'judgement',
    'An address or a source can endanger.',
  ),
  alreadyAvailableToRecipient: yesNo(
    'Does the recipient have it already?',
    'observation',
    'What they have need not be sent.',
  ),
  collectedOnConsent: yesNo(
    'Was it collected on the basis of consent?',
    'observation',
    'Data collected on consent is harder to re-use.',
    { harmless: false },
  ),
  obtainedFrom: oneOf(
    words.origins,
    'Where did it come from?',
    'observation',
    'Privacy information and originator rules depend on it.',
  ),
  obtainedOn: dateOf(
    'On what date was it obtained?',
    'observation',
    'Privacy information is due within a month.',
  ),
  originatorAgrees: yesNo(
    'Does the agency that it came from agree?',
    'observation',
    'The originator may know of a danger.',
    { harmless: true, remedy: true },
  ),
  restriction: oneOf(
    words.restrictions,
    'Is its disclosure restricted by law?',
    'observation',
    'Some information may not be disclosed without leave.',
    { harmless: 'none' },
  ),
};
const Item = z.strictObject({
  ref: ownRef(),
  about: refsOf('Whom is it about?', 'observation', 'Every person it is about has rights in it.'),
  ...itemAnswers,
});

const Justification = z.strictObject({
  necessary: yesNo(
    'Is sharing necessary at all?',
    'judgement',
    'Sharing must be necessary for the purpose.',
  ),
  proportionate: yesNo(
    'Is sharing proportionate to the need and the risk?',
    'judgement',
    'Interference with private life must be proportionate.',
  ),
  lessIntrusiveWayExists: yesNo(
    'Would a less intrusive way serve as well?',
    'judgement',
    'If so, sharing is not necessary.',
    { harmless: false },
  ),
  substantialPublicInterest: yesNo(
    'Is it necessary for reasons of substantial public interest?',
    'judgement',
    'Most Schedule 1 conditions need it.',
  ),
  legitimateInterestsPrevail: yesNo(
    'Do your legitimate interests prevail over those of the people concerned?',
    'judgement',
    'Article 6(1)(f) needs the balance to be struck.',
  ),
});

const Scheme = z.strictObject({
  dvds: z
    .strictObject({
      route: oneOf(
        words.dvdsRoutes,
        'Right to ask or right to know?',
        'observation',
        'The domestic violence disclosure scheme has two routes.',
      ),
      posesRisk: yesNo(
        'Does the history show a risk?',
        'judgement',
        'Disclosure follows only from a risk.',
      ),
    })
    .optional(),
  csods: z
    .strictObject({
      warned: yesNo(
        'Has the applicant been warned to keep it confidential?',
        'observation',
        'The child sex offender disclosure scheme requires it.',
      ),
      undertaking: oneOf(
        words.undertakings,
        'Has the applicant signed the undertaking?',
        'observation',
        'A refusal makes the police think again.',
      ),
    })
    .optional(),
  marac: z
    .strictObject({
      thresholdMet: yesNo(
        'Is the threshold for a multi-agency risk assessment conference met?',
        'judgement',
        'High risk is shared whatever the victim wishes.',
      ),
    })
    .optional(),
  mappa: z
    .strictObject({
      managed: yesNo(
        'Is the person managed under public protection arrangements?',
        'observation',
        'The responsible authorities co-operate.',
      ),
    })
    .optional(),
  encompass: z
    .strictObject({
      policeAttended: yesNo(
        'Did the police attend an incident of domestic abuse?',
        'observation',
        'Schools are then told.',
      ),
      childOfHousehold: yesNo(
        'Is the pupil a child of that household?',
        'observation',
        'The notification is about such children.',
      ),
    })
    .optional(),
  fgm: z
    .strictObject({
      disclosedByGirlOrSeen: yesNo(
        'Did the girl say so, or were physical signs seen?',
        'observation',
        'The duty to report covers known cases only.',
      ),
    })
    .optional(),
  dbs: z
    .strictObject({
      removedFromRegulatedActivity: yesNo(
        'Has the person been removed from regulated activity, or would they have been?',
        'observation',
        'A referral to the barring service turns on it.',
      ),
      harmTestMet: yesNo(
        'Is the harm test met?',
        'judgement',
        'A referral to the barring service turns on it.',
      ),
    })
    .optional(),
  lado: z
    .strictObject({
      agreesTellingAccused: yesNo(
        'Does the designated officer agree that the accused may be told?',
        'observation',
        'The accused is told only with that agreement.',
      ),
    })
    .optional(),
  prevent: z.strictObject({}).optional(),
});

const Move = z.strictObject({
  to: oneOf(
    words.destinations,
    'Where is the child moving to?',
    'observation',
    'Area, school and home education have rules of their own.',
  ),
  on: dateOf('On what date is the move?', 'observation', 'Transfers have deadlines.'),
  planned: yesNo('Was the move planned?', 'observation', 'An unplanned move may be a flight.'),
  whereaboutsKnown: yesNo(
    'Is it known where the child is?',
    'observation',
    'A missing child is a concern of its own.',
  ),
  plan: oneOf(
    words.plans,
    'Under what plan is the child supported?',
    'observation',
    'The plan decides how records follow the child.',
  ),
  riskIncreased: yesNo('Has the risk risen?', 'judgement', 'Then a referral replaces a transfer.'),
});

const Arrangement = z.strictObject({
  pattern: oneOf(
    words.patterns,
    'Is this a one-off or regular sharing?',
    'observation',
    'Regular sharing needs an agreement.',
  ),
  agreement: oneOf(
    words.agreements,
    'What sharing agreement is there?',
    'observation',
    'An agreement helps; its absence does not forbid.',
  ),
  dpia: yesNo(
    'Has an impact assessment been done?',
    'observation',
    'Regular sharing at high risk needs one.',
  ),
});

const Channel = z.strictObject({
  method: oneOf(words.methods, 'How would it be sent?', 'observation', 'The way must be secure.', {
    harmless: 'in-person',
  }),
  secure: yesNo(
    'Is that way secure?',
    'observation',
    'Information lost on the way has endangered families.',
    { harmless: true, remedy: true },
  ),
  contentChecked: yesNo(
    'Have the papers and the address been checked by a second person?',
    'observation',
    'Most breaches are wrong papers to wrong addresses.',
    { harmless: true, remedy: true },
  ),
  seenByThreat: yesNo(
    'Could someone who may harm see it on the way or on arrival?',
    'judgement',
    'Then another way must be found.',
    { harmless: false, remedy: false },
  ),
});

const Advice = z.strictObject({
  doubt: yesNo('Are you in doubt?', 'judgement', 'Doubt calls for advice, not for silence.'),
  sought: yesNo('Have you sought advice?', 'observation', 'Advice and its outcome are recorded.'),
  from: oneOf(words.advisers, 'From whom?', 'observation', 'Advice and its outcome are recorded.'),
  outcome: oneOf(
    words.advisedOutcomes,
    'What was the advice?',
    'observation',
    'Advice and its outcome are recorded.',
  ),
});

/**
 * What a practitioner knows when deciding whether to share: one recipient at one moment.
 * A key left out means "not asked yet"; `"unsure"` means "asked, and nobody knows"; neither is read as no.
 */
export const SharingRequest = z
  .strictObject({
    on: decisionDate().meta({
      description: 'the date of the decision, YYYY-MM-DD; the law in force that day is applied',
    }),
    nation: oneOf(
      words.nations,
      'In which nation?',
      'observation',
      'Children Act rules are of England.',
    ),
    mode: z.enum(words.modes).meta({
      description: 'proactive (of our own motion), on-request (we were asked) or seeking (we ask)',
      question: {
        question: 'Are you sharing of your own motion, answering a request, or asking?',
        kind: 'observation',
        because: 'Answering and volunteering have different rules.',
      },
      leaf: 'word',
      words: words.modes,
    }),
    demand: Demand.optional(),
    sharer: Sharer.optional(),
    recipient: Recipient.optional(),
    purpose: Purpose.optional(),
    concern: Concern.optional(),
    people: z.array(Person).max(1000).optional(),
    items: z.array(Item).min(1).max(1000).optional(),
    allItems: z.strictObject(itemAnswers).optional(),
    justification: Justification.optional(),
    scheme: Scheme.optional(),
    move: Move.optional(),
    arrangement: Arrangement.optional(),
    channel: Channel.optional(),
    advice: Advice.optional(),
  })
  .meta({ title: 'SharingRequest' });
export type SharingRequest = z.infer<typeof SharingRequest>;
