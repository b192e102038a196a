import { facts } from '../model/index.ts';
import type { Fact, Rule, RuleKind, Source } from '../model/index.ts';

/**
 * Plain English for the words of the closed lists, for whoever reads no JSON. A word that already reads well without its
 * hyphens has no row.
 */
const phrases: Readonly<Record<string, string>> = {
  // nations and modes
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
  proactive: 'sharing of our own motion',
  'on-request': 'answering a request',
  seeking: 'asking for information',
  // organisations
  'la-childrens-social-care': "a council's children's social care",
  'la-early-help': "a council's early help service",
  'la-adult-social-care': "a council's adult social care",
  'la-housing': "a council's housing service",
  'la-other': 'another part of a council',
  'school-maintained': 'a maintained school',
  academy: 'an academy',
  'independent-school': 'an independent school',
  college: 'a college',
  'early-years-provider': 'a nursery or other early years provider',
  'nhs-trust': 'an NHS trust',
  'nhs-mental-health': 'an NHS mental health service',
  'nhs-gp': 'a general practice',
  'nhs-health-visiting': 'health visiting',
  'nhs-school-nursing': 'school nursing',
  'nhs-emergency': 'an emergency health service',
  'nhs-dentist': 'an NHS dentist',
  pharmacy: 'a pharmacy',
  'private-health': 'a private health provider',
  icb: 'an integrated care board',
  police: 'the police',
  'fire-and-rescue': 'a fire and rescue service',
  probation: 'the probation service',
  prison: 'a prison',
  'youth-justice': 'a youth justice service',
  'local-policing-body': 'a local policing body',
  court: 'a court',
  cafcass: 'Cafcass',
  'safeguarding-partner': 'a safeguarding partner',
  'safeguarding-adults-board': 'a safeguarding adults board',
  'multi-agency-meeting': 'a multi-agency meeting',
  'housing-association': 'a housing association',
  'childrens-home-la': "a council's children's home",
  'childrens-home-private': "a private children's home",
  'fostering-agency': 'a fostering agency',
  charity: 'a charity',
  'faith-or-sports': 'a faith group or sports club',
  'private-provider': 'a private provider',
  'legal-representative': 'a legal representative',
  employer: 'an employer',
  regulator: 'a regulator',
  dbs: 'the Disclosure and Barring Service',
  lado: 'the designated officer for allegations',
  media: 'the press or other media',
  'member-of-public': 'a member of the public',
  // powers claimed
  'ca2004-s16h': 'Children Act 2004, section 16H',
  'ca1989-s47': 'Children Act 1989, section 47',
  'ca1989-s17': 'Children Act 1989, section 17',
  'pcsc2022-s16': 'Police, Crime, Sentencing and Courts Act 2022, section 16',
  'pcsc2022-s17': 'Police, Crime, Sentencing and Courts Act 2022, section 17',
  'cda1998-s115': 'Crime and Disorder Act 1998, section 115',
  'care2014-s45': 'Care Act 2014, section 45',
  'police-act-1997-s113b': 'Police Act 1997, section 113B',
  'court-order': 'a court order',
  'proceedings-rules': 'the rules of court',
  'subject-access': 'a subject access request',
  'pupil-record': "a request for a pupil's record",
  foi: 'a freedom of information request',
  'ca1989-s27': 'Children Act 1989, section 27',
  'ca2004-s16la': 'Children Act 2004, section 16LA',
  'pcsc2022-s44a': 'Police, Crime, Sentencing and Courts Act 2022, section 44A',
  'ca2004-s14b': 'Children Act 2004, section 14B',
  'regulated-health': 'a regulated health profession',
  'regulated-social-work': 'regulated social work',
  // purposes, concerns, people
  'safeguard-from-harm': 'safeguarding from harm',
  'promote-welfare': 'promoting welfare',
  'child-in-need-assessment': 'assessing a child in need',
  'child-protection-enquiry': 'a child protection enquiry',
  'case-transfer': 'transferring a case',
  'crime-prevention': 'preventing or detecting crime',
  'serious-violence-duty': 'the serious violence duty',
  'domestic-violence-disclosure': "a domestic violence disclosure (Clare's Law)",
  'child-sex-offender-disclosure': "a child sex offender disclosure (Sarah's Law)",
  'service-provision': 'providing a service',
  'practice-review': 'a practice review',
  'employment-vetting': 'vetting for employment',
  'regulatory-referral': 'a referral to a regulator',
  'parental-request': "a parent's request",
  'subject-request': 'a request of the person themself',
  'research-or-statistics': 'research or statistics',
  fgm: 'female genital mutilation',
  physical: 'physical harm',
  emotional: 'emotional harm',
  sexual: 'sexual harm',
  'staff-allegation': 'an allegation against staff',
  'parental-health-or-substances': "a parent's health or use of substances",
  'under-13': 'under 13',
  '13-15': '13 to 15',
  '16-17': '16 or 17',
  'cannot-be-given': 'it cannot be given',
  'not-reasonable-to-obtain': 'it cannot reasonably be expected to be obtained',
  'would-prejudice-protection': 'asking for it would prejudice the protection',
  dataProtection: 'data protection consent',
  confidentiality: 'consent that lifts confidence',
  service: 'agreement to a service',
  'given-by-someone-without-authority': 'given by someone without authority to give it',
  'no-capacity-or-competence': 'given without capacity or competence',
  'would-share-anyway': 'asked for although it would make no difference',
  'condition-of-service': 'made a condition of a service',
  'cannot-be-withdrawn': 'cannot be withdrawn',
  // information
  'criminal-conviction': 'criminal convictions',
  'criminal-allegation': 'criminal allegations',
  'trade-union': 'trade union membership',
  political: 'political opinions',
  'referrer-identity': 'who referred it',
  'first-hand': 'seen or heard at first hand',
  'single-source': 'a single source',
  'gender-recognition': 'gender recognition',
  // schemes, moves, arrangements, ways
  dvds: "the domestic violence disclosure scheme (Clare's Law)",
  csods: "the child sex offender disclosure scheme (Sarah's Law)",
  marac: 'the multi-agency risk assessment conference',
  mappa: 'the multi-agency public protection arrangements',
  encompass: 'Operation Encompass',
  prevent: 'Prevent',
  area: 'another area',
  school: 'another school',
  'ad-hoc': 'one-off',
  'tier-1': 'an overarching agreement (tier 1)',
  'tier-1-and-2': 'an overarching and a specific agreement (tiers 1 and 2)',
  'by-hand': 'by hand',
  'in-person': 'in person',
  nspcc: 'the NSPCC helpline',
  manager: 'a manager',
  'safeguarding-lead': 'the safeguarding lead',
  'data-protection-officer': 'the data protection officer',
  'caldicott-guardian': 'the Caldicott Guardian',
  legal: 'a lawyer',
  'social-care': "children's social care",
  // bases
  '6(1)(a)': 'Article 6(1)(a), consent',
  '6(1)(b)': 'Article 6(1)(b), a contract',
  '6(1)(c)': 'Article 6(1)(c), a legal obligation',
  '6(1)(d)': 'Article 6(1)(d), vital interests',
  '6(1)(e)': 'Article 6(1)(e), a public task',
  '6(1)(ea)': 'Article 6(1)(ea), a recognised legitimate interest',
  '6(1)(f)': 'Article 6(1)(f), legitimate interests',
  's35(2)(a)': 'section 35(2)(a) of the Data Protection Act 2018, consent',
  's35(2)(b)': 'section 35(2)(b) of the Data Protection Act 2018, a law enforcement task',
  'sch2(1)': 'Schedule 2 paragraph 1 to the Data Protection Act 1998, consent',
  'sch2(2)': 'Schedule 2 paragraph 2 to the Data Protection Act 1998, a contract',
  'sch2(3)': 'Schedule 2 paragraph 3 to the Data Protection Act 1998, a legal obligation',
  'sch2(4)': 'Schedule 2 paragraph 4 to the Data Protection Act 1998, vital interests',
  'sch2(5)': 'Schedule 2 paragraph 5 to the Data Protection Act 1998, public functions',
  'sch2(6)': 'Schedule 2 paragraph 6 to the Data Protection Act 1998, legitimate interests',
  other: 'something else',
  // what is decided
  unsure: 'nobody knows',
  'legal-duty': 'a legal duty',
  'public-interest': 'the public interest',
  'best-interests': 'the best interests of someone who cannot decide',
  'need-not-tell': 'need not be told',
  'do-not-tell': 'must not be told',
  defer: 'is told later',
  tell: 'is told',
  'redact-identity': 'who told us is taken out',
  'label-opinion': 'opinion is labelled as opinion',
  'label-unverified': 'it is labelled as unverified',
  'add-historical-context': 'it says when things happened',
  'extract-only': 'only the part that is needed is sent',
  'carry-out-dpia': 'carry out a data protection impact assessment',
  'call-999': 'call 999',
  'respect-right-to-object': 'respect the right to object',
  'seek-representations': 'hear the person accused first',
  'follow-up': 'say what is expected and follow it up',
  'use-secure-channel': 'use a secure way',
  'put-policy-document-in-place': 'put an appropriate policy document in place',
  // what follows in law from being an organisation of a kind, after "the sharer" or "the recipient"
  emergencyResponder: 'is an emergency responder',
  competentAuthority: 'is a competent authority (Data Protection Act 2018, section 30)',
  section11Body: 'is a body listed in section 11 of the Children Act 2004',
  educationSafeguardingBody:
    'has safeguarding functions in education (Education Act 2002, sections 157 and 175)',
  safeguardingPartner: 'is a safeguarding partner (Children Act 2004, section 16E)',
  section47Body: 'is a body listed in section 47(11) of the Children Act 1989',
  relevantAuthority: 'is a relevant authority (Crime and Disorder Act 1998, section 115)',
  specifiedAuthority: 'is a specified authority of the serious violence duty',
  educationOrCustodyAuthority:
    'is an educational, prison or youth custody authority of the serious violence duty',
  healthOrSocialCareAuthority: 'is a health or social care authority of the serious violence duty',
  designatedAgency:
    'is a designated childcare or education agency (Children Act 2004, section 16E)',
};

/** A word of a closed list in plain English. */
export const phrase = (word: string): string =>
  Object.hasOwn(phrases, word) ? (phrases[word] as string) : word.replaceAll('-', ' ');

/** What each kind of finding is called. */
export const kindNames: Readonly<Record<RuleKind, string>> = {
  'lawful-basis': 'a lawful basis',
  'special-category-condition': 'a condition for special category data',
  'offence-data-condition': 'a condition for offence data',
  'confidence-met': 'a way to share what is confidential',
  'reuse-compatible': 'a purpose for which information may be used again',
  power: 'a power to share',
  duty: 'a duty to share',
  restriction: 'a restriction',
  harm: 'a bar against harm',
  proportionality: 'a bar of proportionality',
  'guidance-condition': 'a condition that guidance sets',
  'consent-defect': 'a defect of consent',
  'not-telling': 'a ground not to tell the person',
  change: 'a change to what is sent',
  obligation: 'something to do',
  advice: 'someone to ask',
  'record-field': 'something to record',
  urgency: 'how soon to act',
  caution: 'a caution',
  answer: 'an answer where none was given',
  conclusion: 'a conclusion that other rules read',
};

/** The state of the law in words. */
export const stateOfLaw: Readonly<Record<Rule['commencement'], string>> = {
  'in-force': 'in force between its dates',
  announced: 'announced: its start is not confirmed',
  'not-commenced': 'passed, and not in force',
  repealed: 'repealed',
};

/** Over what a rule is judged. */
export const judged: Readonly<Record<Rule['scope'], string>> = {
  case: 'once for the whole case',
  person: 'for each person ("they" is that person)',
  item: 'for each piece of information',
  consent:
    "for each of a person's three consents: to the use of data, to lift confidence, to a service",
  subject:
    'for each piece of information with each person whom it is about ("they" is that person)',
};

/** A list as it is said: `a, b and c`. */
export function series(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  const [end = '', ...rest] = [...words].reverse();
  const comma = words.some((word) => word.includes(',')) ? ';' : ',';
  const before = comma === ';' ? ';' : '';
  return rest.length ? `${rest.reverse().join(`${comma} `)}${before} ${last} ${end}` : end;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** A date as it is said: `5 February 2026`. */
export function dateInWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** The nations of a rule or a source. */
export const nationsInWords = (nations: readonly string[]): string =>
  nations.length === 4 ? 'the whole United Kingdom' : series(nations.map(phrase));

/** From when to when something holds. */
export const datesInWords = ({ from, to }: { from: string; to?: string | undefined }): string =>
  to === undefined
    ? `from ${dateInWords(from)}`
    : `from ${dateInWords(from)} to ${dateInWords(to)} inclusive`;

/** What a source is called, with its edition or report where the title alone does not tell it apart. */
export const sourceName = ({ title, number, kind }: Source): string =>
  number === undefined || kind === 'act' || kind === 'regulations' ? title : `${title} (${number})`;

/** The same words, beginning with a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The dictionary by id. */
export const factsById: ReadonlyMap<string, Fact> = new Map(facts.map((fact) => [fact.id, fact]));

/** What a fact asks or says: a question where it is asked, a statement where it is worked out. */
export function factInWords(id: string): string {
  const known = factsById.get(id);
  if (!known) return id;
  if (known.question !== undefined) return known.question;
  const [, scheme] = /^scheme\.(\w+)\.inPlay$/.exec(id) ?? [];
  if (scheme !== undefined) return `${capital(phrase(scheme))} is in play`;
  const [, attribute] = /attribute `(\w+)`/.exec(known.means ?? '') ?? [];
  if (attribute !== undefined)
    return `The ${id.split('.')[0] ?? ''} ${phrase(attribute)} on the date`;
  return capital((known.means ?? id).replace(/`([\w-]+)`/g, (_, word: string) => phrase(word)));
}
