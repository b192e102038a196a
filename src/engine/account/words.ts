import type { SharingDecision } from '../../model/decision.ts';
import type { changes, obligationIds, recordFields } from '../../model/words.ts';

type Change = (typeof changes)[number];
type ObligationId = (typeof obligationIds)[number];
type Field = (typeof recordFields)[number];

/** What a change asks the practitioner to do to a piece before it goes. */
export const changeWords: Readonly<Record<Change, string>> = {
  'redact-identity': 'take out who told you, and whatever would show it',
  'extract-only': 'send only the part that is needed',
  'label-opinion': 'mark opinion as opinion, and say whose it is',
  'label-unverified': 'mark it as not verified',
  'add-historical-context': 'say when things happened',
};

export const outcomeWords: Readonly<Record<SharingDecision['outcome'], string>> = {
  share: 'share',
  'share-in-part': 'share in part',
  'do-not-share': 'do not share',
  'seek-advice': 'seek advice',
  'more-information-needed': 'more information needed',
};

/** How soon to act; nothing is said of what is routine. */
export const urgencyWords = {
  immediate: 'act at once',
  'without-delay': 'act without delay',
} as const;

/** How strongly the outcome holds. */
export const weightWords = {
  going: { must: 'required by law', should: 'advised by guidance', may: 'permitted' },
  held: { must: 'not allowed by law', should: 'advised against by guidance', may: 'as you judge' },
} as const;

/** How strongly an item goes, and how strongly it is held back. */
export const goingWords = {
  must: 'share, as the law requires',
  should: 'share, as guidance says you should',
  may: 'you may share it, and it is your judgement',
} as const;
export const heldWords = {
  must: 'do not share, since the law does not allow it',
  should: 'do not share, since guidance advises against it',
  may: 'do not share',
} as const;

/** Why someone is not told, or not yet, the weightiest first: "it" is telling them. */
export const groundWords = {
  'raises-risk-to-child': 'it would raise the risk to a child',
  'raises-risk-to-other': 'it would raise the risk to someone else',
  'professional-secrecy': 'a legal duty of professional secrecy forbids it',
  'prejudices-serious-crime': 'it would prejudice the prevention or detection of a serious crime',
  'prejudices-crime': 'it would be likely to prejudice the prevention or detection of crime',
  'compromises-investigation': 'it would compromise an investigation',
  'law-enforcement-restriction':
    'it would obstruct an inquiry, prejudice the handling of crime or endanger someone',
  'no-time': 'someone is in immediate danger and telling would take time',
  'delays-enquiries': 'it would delay enquiries into significant harm',
  'designated-officer-has-not-agreed':
    'the designated officer for allegations has not agreed to it yet',
  'already-has-privacy-information':
    'they have the privacy information already, and telling them of this sharing would do harm',
  'already-told': 'they have been told already',
  'child-asks-confidence': 'a child who can decide has asked that it be kept from others',
  deceased: 'they have died',
  'impairs-objectives': 'it would defeat or seriously impair what the sharing is for',
  'impossible-or-disproportionate': 'it is impossible or would take disproportionate effort',
  'legal-proceedings': 'it would prevent a sharing that legal proceedings need',
  'not-family': 'they are outside the family and nothing that is shared is about them',
  'not-practicable': 'telling them of each sharing is not practicable',
  'required-by-law': 'the law requires the sharing or lays it down',
  'routine-under-notice': 'it is a regular part of care or services that the privacy notice covers',
  unborn: 'the child is not yet born',
} as const;

/** Whom to ask, as a practitioner calls them. */
export const adviserWords: Readonly<Record<SharingDecision['advice'][number]['who'], string>> = {
  manager: 'your manager',
  'safeguarding-lead': 'your safeguarding lead',
  'data-protection-officer': 'your data protection officer',
  'caldicott-guardian': 'your Caldicott Guardian',
  legal: 'a lawyer',
  'social-care': 'social care',
  nspcc: 'the NSPCC helpline',
  other: 'whoever is responsible for it',
};

/** The order in which things are done within one moment: first what protects, last what keeps the file. */
export const stepOrder: readonly ObligationId[] = [
  'call-999',
  'notify-police',
  'refer-to-social-care',
  'share-early',
  'follow-local-procedure',
  'verify-identity',
  'neither-confirm-nor-deny',
  'ask-for-written-request',
  'ask-for-reasons',
  'narrow-request',
  'reconsider-on-new-information',
  'stop-relying-on-consent',
  'seek-court-permission',
  'consult-originator',
  'confirm-before-sharing',
  'check-accuracy',
  'distinguish-fact-from-opinion',
  'share-minimum',
  'protect-identities',
  'do-not-ask-for-consent',
  'seek-agreement',
  'seek-views',
  'seek-representations',
  'consider-objection',
  'respect-right-to-object',
  'obtain-undertaking',
  'tell-person',
  'withhold-knowledge',
  'check-contents-and-address',
  'use-secure-channel',
  'give-confidentiality-warning',
  'explain-refusal',
  'consider-another-recipient',
  'give-privacy-information',
  'seek-information',
  'follow-up',
  'offer-support',
  'record-decision',
  'keep-record-despite-withdrawal',
  'review-later',
  'set-retention-review',
  'put-policy-document-in-place',
  'put-sharing-agreement-in-place',
  'carry-out-dpia',
  'verify-commencement',
];

/** Steps that only something that is sent calls for. */
export const sendingSteps: ReadonlySet<ObligationId> = new Set([
  'confirm-before-sharing',
  'share-minimum',
  'protect-identities',
  'distinguish-fact-from-opinion',
  'do-not-ask-for-consent',
  'obtain-undertaking',
  'tell-person',
  'check-contents-and-address',
  'use-secure-channel',
  'give-confidentiality-warning',
]);

/** What a record field asks to be written down. */
export const fieldWords: Readonly<Record<Field, string>> = {
  'decision-made': 'Decision made',
  'decided-by': 'Decided by (role)',
  'departs-from-suggestion': 'Different from this suggestion? (yes or no)',
  why: 'Why this decision, and why if it is different',
  'decided-on': 'Date and time of the decision',
  'approved-by': 'Approved by (role)',
  shared: 'What was shared',
  'not-shared': 'What was not shared',
  recipient: 'Recipient',
  'recipient-verified': "Recipient's identity checked",
  purpose: 'Purpose',
  method: 'How it is sent',
  requester: 'Who asked, and by what right',
  'power-or-duty': 'Power or duty',
  'lawful-basis': 'Lawful basis',
  'legitimate-interests-assessment': 'The balance of legitimate interests',
  'special-category-condition': 'Condition for sensitive (special category) information',
  'without-consent-reason': 'Why consent was not asked for or waited for',
  'offence-data-condition': 'Condition for information on offences',
  'appropriate-policy-document': 'Appropriate policy document in place',
  consent: 'Consent and agreement',
  'views-of-child-and-carers': 'Views of the child and carers',
  'family-informed': 'Who in the family was told, and when',
  'ground-for-not-telling': 'Why someone was not told',
  'confidence-balance': 'Why the confidence was kept or set aside',
  'necessity-and-proportionality': 'Necessary and proportionate',
  'fact-and-opinion': 'What is fact and what is opinion',
  'advice-sought': 'Advice sought, from whom, and what they said',
  'refusal-explained': 'How the refusal was explained',
  'expected-actions': 'What the recipient is expected to do',
  'retention-review': 'How long this is kept, or when that is looked at again',
  'agreement-or-dpia': 'Sharing agreement or impact assessment',
  'where-recorded': 'Where this is recorded',
  'identities-to-protect': 'Whose identity or whereabouts to protect, and from whom',
  'detriment-considered': 'Disclosing would do more harm than good',
  'risks-of-not-sharing': 'Risks of not sharing',
};

/** The fields that only the person who decides can fill in. */
export const humanFields: readonly Field[] = [
  'decision-made',
  'departs-from-suggestion',
  'why',
  'decided-by',
  'approved-by',
  'decided-on',
];
