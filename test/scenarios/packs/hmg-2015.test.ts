import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../../src/index.ts';
import { packFiles, ruleFiles } from '../../rulebase.ts';

const found = packFiles.find(({ pack }) => pack.id === 'hmg-2015');
if (!found) throw new Error('there is no pack hmg-2015');
const { pack } = found;
const engine = createEngine({ packs: [pack] });
const docs = join(import.meta.dirname, '../../../docs');
const lines = (file: string): string[][] =>
  readFileSync(join(docs, file), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
const rowsOfSource = lines('ledger.tsv')
  .filter(([, source]) => source === 'hmg-advice-2015')
  .map(([id = '']) => id);
const documented = new Set(
  lines('not-encoded.tsv').flatMap(([id = '', reason = '']) => (reason === '' ? [] : [id])),
);
const carriers = new Map(
  [...ruleFiles, ...found.files].map(({ rule }) => [rule.id, rule.ledger ?? []]),
);

type Item = NonNullable<SharingRequest['items']>[number];
type Person = NonNullable<SharingRequest['people']>[number];
type Change = Partial<Omit<SharingRequest, 'items' | 'people'>> & {
  item?: Partial<Item>;
  mother?: Partial<Person>;
};

const mother: Person = {
  ref: 'mother',
  role: 'parent',
  ageBand: 'adult',
  parentalResponsibility: true,
  canConsent: true,
  underCoercion: false,
  allegedToHarm: false,
  informing: { wouldRaiseRiskToChild: false, wouldRaiseRiskToOther: false },
  transparency: { privacyNoticeGiven: true, toldOfThisSharing: false },
};
const note: Item = {
  ref: 'note',
  about: ['child'],
  categories: ['observation'],
  identifies: true,
  confidential: false,
  relevant: true,
  necessary: true,
  adequate: true,
  accurate: true,
  upToDate: true,
  nature: 'fact',
  verification: 'first-hand',
  collectedOnConsent: false,
  couldExposeSomeoneToHarm: false,
  restriction: 'none',
};

/** A school of 2016 that has a worry about a child and tells children's social care. */
function school({ item, mother: she, ...more }: Change = {}): SharingRequest {
  return {
    on: '2016-07-01',
    mode: 'proactive',
    sharer: { organisation: 'school-maintained' },
    recipient: {
      organisation: 'la-childrens-social-care',
      identityVerified: true,
      mightHarm: false,
    },
    purpose: { kind: 'safeguard-from-harm', legitimate: true },
    concern: {
      level: 'child-in-need',
      about: ['child'],
      adultAtSeriousRisk: false,
      crimeSuspected: false,
      delayWouldHarm: false,
    },
    people: [
      { ref: 'child', role: 'child', ageBand: 'under-13' },
      { ...mother, ...she },
    ],
    justification: { necessary: true, proportionate: true, lessIntrusiveWayExists: false },
    channel: { method: 'secure-email', secure: true, contentChecked: true, seenByThreat: false },
    ...more,
    items: [{ ...note, ...item }],
  };
}
const concern = (level: 'none' | 'welfare' | 'significant-harm' | 'immediate-danger') => ({
  ...school().concern,
  level,
});
const board: Change = {
  mode: 'on-request',
  demand: {
    power: 'ca2004-s14b',
    necessaryAndProportionate: true,
    explainsPurpose: true,
    inWriting: true,
  },
  recipient: { organisation: 'safeguarding-partner', identityVerified: true, mightHarm: false },
  purpose: { kind: 'practice-review', legitimate: true },
  item: { obtainedFrom: 'family' },
};
const asked = {
  mode: 'on-request',
  demand: { power: 'none-stated', necessaryAndProportionate: true, inWriting: true },
} as const satisfies Change;
/** A charity asked by another about someone, with nothing that speaks for sharing beside what is added. */
const charity = (change: Change = {}): SharingRequest =>
  school({
    ...asked,
    sharer: { organisation: 'charity', statutoryFunction: false },
    recipient: {
      organisation: 'charity',
      roleInSafeguarding: true,
      identityVerified: true,
      mightHarm: false,
    },
    purpose: { kind: 'service-provision', legitimate: true, compatible: true },
    concern: { ...school().concern, level: 'none', about: [] },
    justification: {
      necessary: true,
      proportionate: true,
      lessIntrusiveWayExists: false,
      legitimateInterestsPrevail: false,
      substantialPublicInterest: false,
    },
    ...change,
    item: {
      about: ['mother'],
      confidential: true,
      confidedBy: 'mother',
      publicInterestOverridesConfidence: false,
      ...change.item,
    },
    mother: {
      consent: { dataProtection: { status: 'refused' }, confidentiality: { status: 'refused' } },
      ...change.mother,
    },
  });
const agreed = {
  status: 'given',
  givenBy: 'mother',
  implied: false,
  freelyGiven: true,
  specific: true,
  informed: true,
} as const;

/** Everything that a decision says, as words to look for. */
function said(decision: SharingDecision): Set<string> {
  const of = (kind: string, ids: readonly string[]) => ids.map((id) => `${kind} ${id}`);
  return new Set([
    `outcome ${decision.outcome}`,
    `strength ${decision.strength}`,
    `urgency ${decision.urgency}`,
    `regime ${decision.regime}`,
    ...of(
      'item',
      decision.items.map(({ verdict }) => verdict),
    ),
    ...of(
      'change',
      decision.items.flatMap(({ changes }) => changes),
    ),
    ...of(
      'basis',
      decision.lawfulBases
        .filter(({ status }) => status === 'available')
        .map(({ article }) => article),
    ),
    ...of(
      'condition',
      decision.conditions
        .filter(({ status }) => status === 'available')
        .map(({ article }) => article),
    ),
    ...of(
      'confidence',
      decision.confidentiality.map(({ status, by }) => `${status} ${by ?? ''}`.trim()),
    ),
    ...of(
      'gateway',
      decision.gateways.filter(({ status }) => status === 'applies').map(({ id }) => id),
    ),
    ...of(
      'consent',
      decision.consents.map(({ verdict }) => verdict),
    ),
    ...of(
      'tells',
      decision.informing.map(({ person, verdict }) => `${person} ${verdict}`),
    ),
    ...of(
      'asks',
      decision.obligations.filter(({ status }) => status === 'applies').map(({ id }) => id),
    ),
    ...of(
      'advice',
      decision.advice.map(({ who }) => who),
    ),
    ...of(
      'record',
      decision.record.filter(({ status }) => status === 'applies').map(({ field }) => field),
    ),
    ...of(
      'caution',
      decision.cautions.flatMap(({ reasons }) => reasons),
    ),
    ...of(
      'cites',
      decision.citations.map(({ id }) => id),
    ),
  ]);
}
/** Whether a rule was found to be met, anywhere in the request. */
const met = (request: SharingRequest, rule: string): boolean =>
  engine.explain(request, { rule }).some(({ finding }) => finding === 'met');

/** A row of the ledger: a request, what the decision must say of it, and the rules that must say so. */
type Row = [id: string, request: SharingRequest, says: string[], rules: string[]];
const harm = school({ concern: concern('significant-harm') });
const kept = (item: Partial<Item>): SharingRequest => school({ item });

const carried: Row[] = [
  [
    'HMG-002',
    school({ on: '2018-06-01' }),
    ['caution hmg-2015-rests-on-repealed-act', 'asks seek-agreement'],
    ['hmg-2015-rests-on-repealed-act', 'hmg-advice-2015-rule-4-seek-agreement'],
  ],
  [
    'HMG-003',
    school({ arrangement: { pattern: 'regular' } }),
    ['advice data-protection-officer', 'cites ico-sharing-code-2011'],
    ['hmg-2015-regular-sharing'],
  ],
  [
    'HMG-004',
    school({
      sharer: { organisation: 'nhs-mental-health' },
      item: { about: ['mother'], categories: ['mental-health'] },
    }),
    ['outcome share', 'gateway ca2004-s11'],
    ['ca2004-s11-safeguarding-arrangements'],
  ],
  [
    'HMG-005',
    kept({ necessary: false }),
    ['regime dpa-1998', 'outcome do-not-share', 'caution hmg-2015-rule-1-framework'],
    ['hmg-2015-rule-1-framework'],
  ],
  [
    'HMG-006',
    school(),
    ['tells mother tell', 'asks tell-person'],
    ['dfe-advice-2024-rule-2-tell-the-person'],
  ],
  ['HMG-007', school(), ['asks seek-agreement'], ['hmg-advice-2015-rule-4-seek-agreement']],
  [
    'HMG-008',
    school({ advice: { doubt: true } }),
    ['advice manager', 'advice safeguarding-lead'],
    ['golden-rule4-doubt-manager', 'golden-rule4-doubt-safeguarding-lead'],
  ],
  [
    'HMG-009',
    charity({ mother: { consent: { dataProtection: { ...agreed, informed: false } } } }),
    ['consent invalid', 'caution hmg-2015-q4-consent-is-not-valid'],
    ['dpa1998-consent-not-informed', 'hmg-2015-q4-consent-is-not-valid'],
  ],
  [
    'HMG-010',
    school({
      concern: concern('significant-harm'),
      item: { confidential: true, confidedBy: 'mother', publicInterestOverridesConfidence: true },
      mother: { consent: { confidentiality: { status: 'refused' } } },
    }),
    ['outcome share', 'confidence met public-interest'],
    ['common-law-confidence-public-interest'],
  ],
  ['HMG-011', school(), ['record lawful-basis', 'basis sch2(5)'], ['record-lawful-basis']],
  [
    'HMG-012',
    school({
      item: { about: ['mother'] },
      mother: {
        transparency: { privacyNoticeGiven: false },
        informing: { wouldRaiseRiskToChild: true },
      },
    }),
    ['caution dfe-advice-2018-rule-4-not-expected'],
    ['dfe-advice-2018-rule-4-not-expected'],
  ],
  ['HMG-013', school(), ['asks follow-local-procedure'], ['hmg-2015-rule-5-others-affected']],
  ['HMG-014', kept({ relevant: false }), ['item withhold'], ['item-not-relevant']],
  [
    'HMG-015',
    school(),
    ['record shared', 'record purpose', 'record why', 'record recipient', 'asks record-decision'],
    ['golden-rule7-record-decision'],
  ],
  [
    'HMG-017',
    school({ concern: concern('significant-harm'), item: { necessary: 'unsure' } }),
    ['outcome seek-advice', 'advice safeguarding-lead', 'urgency without-delay'],
    ['golden-rule4-unsettled-safeguarding-lead'],
  ],
  ['HMG-018', school(), ['strength should'], ['hmg-2015-share-worry-about-child']],
  [
    'HMG-021',
    school({
      concern: { ...concern('immediate-danger'), delayWouldHarm: true },
      item: { confidential: true, confidedBy: 'mother' },
    }),
    ['outcome share', 'confidence met public-interest'],
    ['confidence-outweighed-in-danger'],
  ],
  [
    'HMG-023',
    school({ concern: concern('significant-harm'), item: { obtainedFrom: 'subject' } }),
    ['outcome share', 'strength should', 'gateway working-together-2015'],
    ['working-together-2015-significant-harm', 'hmg-2015-share-worry-about-child'],
  ],
  [
    'HMG-024',
    school({ concern: { ...concern('welfare'), kinds: ['neglect'] }, advice: { doubt: true } }),
    ['advice safeguarding-lead'],
    ['dfe2024-signs-that-build-up'],
  ],
  [
    'HMG-026',
    school({ concern: concern('welfare') }),
    ['outcome share', 'strength should'],
    ['hmg-2015-share-worry-about-child'],
  ],
  [
    'HMG-027',
    school({ channel: { method: 'email', secure: false } }),
    ['asks use-secure-channel'],
    ['secure-channel-used'],
  ],
  [
    'HMG-028',
    school({ concern: { ...concern('immediate-danger'), crimeSuspected: true } }),
    ['urgency immediate', 'asks notify-police', 'asks call-999'],
    ['hmg2015-notify-police', 'danger-immediate'],
  ],
  [
    'HMG-029',
    school({ sharer: { organisation: 'icb' } }),
    ['gateway ca2004-s11', 'outcome share'],
    ['ca2004-s11-safeguarding-arrangements'],
  ],
  ['HMG-030', school(), ['gateway ea2002-s175'], ['ea2002-s175-education-safeguarding']],
  ['HMG-031', harm, ['urgency without-delay'], ['ca1989-s47-significant-harm-without-delay']],
  [
    'HMG-032',
    kept({ categories: ['health'] }),
    ['regime dpa-1998', 'basis sch2(5)', 'condition sch3(7)', 'outcome share'],
    ['dpa1998-sch2-p5-functions'],
  ],
  [
    'HMG-033',
    kept({ necessary: false }),
    ['caution hmg-2015-rule-1-framework'],
    ['hra1998-art8-2-legitimate-aim', 'hmg-2015-rule-1-framework'],
  ],
  [
    'HMG-034',
    school({ arrangement: { pattern: 'regular' } }),
    ['advice data-protection-officer'],
    ['hmg-2015-regular-sharing'],
  ],
  [
    'HMG-035',
    school({
      recipient: {
        organisation: 'private-provider',
        contracted: true,
        roleInSafeguarding: true,
        identityVerified: true,
        mightHarm: false,
      },
    }),
    ['asks follow-local-procedure'],
    ['hmg-2015-arrangements-reach-provider-and-board'],
  ],
  [
    'HMG-036',
    school({
      recipient: {
        organisation: 'multi-agency-meeting',
        roleInSafeguarding: true,
        identityVerified: true,
        mightHarm: false,
      },
    }),
    ['advice manager', 'record decided-by'],
    ['hmg2015-hub-decides-by-name', 'record-decided-by'],
  ],
  [
    'HMG-038',
    school(board),
    ['outcome share', 'strength must', 'gateway ca2004-s14b', 'basis sch2(3)'],
    ['ca2004-s14b-board-request'],
  ],
  [
    'HMG-039',
    school({ ...board, demand: { power: 'ca2004-s14b', explainsPurpose: false } }),
    ['asks ask-for-reasons'],
    ['request-reasons-asked'],
  ],
  [
    'HMG-040',
    school({ advice: { doubt: true } }),
    ['advice manager'],
    ['golden-rule4-doubt-manager'],
  ],
  [
    'HMG-041',
    school(),
    ['asks follow-local-procedure', 'record why'],
    ['safeguarding-purpose', 'hmg-2015-rule-5-others-affected'],
  ],
  [
    'HMG-042',
    kept({ extent: 'whole-record' }),
    ['change extract-only', 'outcome share-in-part'],
    ['whole-record-becomes-extract'],
  ],
  [
    'HMG-043',
    school({ justification: { necessary: true, proportionate: false } }),
    ['outcome do-not-share'],
    ['sharing-not-proportionate', 'hmg-2015-rule-5-others-affected'],
  ],
  [
    'HMG-044',
    school({ justification: { necessary: true, proportionate: false } }),
    ['outcome do-not-share'],
    ['sharing-not-proportionate'],
  ],
  [
    'HMG-045',
    school({
      recipient: {
        organisation: 'employer',
        roleInSafeguarding: false,
        canProtect: false,
        entitled: false,
        identityVerified: true,
        mightHarm: false,
      },
    }),
    ['item withhold'],
    ['recipient-without-role'],
  ],
  ['HMG-046', kept({ adequate: false }), ['asks check-accuracy'], ['accuracy-checked-first']],
  [
    'HMG-047',
    kept({ nature: 'mixed', factAndOpinionDistinguished: false }),
    ['change label-opinion'],
    ['opinion-labelled'],
  ],
  [
    'HMG-048',
    kept({ upToDate: false, historicalContextGiven: false }),
    ['change add-historical-context'],
    ['history-dated'],
  ],
  [
    'HMG-049',
    school({ concern: { ...concern('significant-harm'), delayWouldHarm: true } }),
    ['urgency without-delay', 'asks follow-local-procedure'],
    ['delay-would-harm-without-delay', 'hmg-2015-timely-and-enough'],
  ],
  [
    'HMG-050',
    school({ concern: { ...concern('immediate-danger'), delayWouldHarm: true } }),
    ['outcome share', 'urgency immediate'],
    ['emergency-without-time-for-consent', 'hmg-2015-timely-and-enough'],
  ],
  [
    'HMG-051',
    school({ channel: { method: 'email', secure: false } }),
    ['asks use-secure-channel'],
    ['secure-channel-used'],
  ],
  [
    'HMG-052',
    school(),
    ['asks record-decision', 'record shared', 'record recipient'],
    ['record-shared', 'record-recipient'],
  ],
  [
    'HMG-053',
    school({ ...asked, item: { relevant: false } }),
    ['outcome do-not-share', 'asks explain-refusal', 'record refusal-explained'],
    ['golden-rule7-explain-refusal'],
  ],
  ['HMG-054', school(), ['asks set-retention-review'], ['gdpr-5-1-e-set-retention-review']],
  ['HMG-055', school(), ['record retention-review'], ['record-retention-review']],
  [
    'HMG-056',
    school(asked),
    ['outcome share', 'asks follow-local-procedure'],
    ['hmg-2015-chart-says-share', 'hmg-2015-consider-how'],
  ],
  [
    'HMG-057',
    school({ purpose: { kind: 'other', legitimate: false } }),
    ['outcome do-not-share', 'strength must'],
    ['dpa1998-sch1-p2-purpose-not-legitimate'],
  ],
  [
    'HMG-058',
    charity({ item: { identifies: false, confidential: false } }),
    ['outcome share', 'regime none'],
    ['item-identifies-nobody', 'hmg-2015-chart-says-share'],
  ],
  [
    'HMG-059',
    charity({ item: { confidential: false } }),
    ['outcome do-not-share', 'caution hmg-2015-q3-law-asks-more'],
    ['hmg-2015-chart-says-share', 'hmg-2015-q3-law-asks-more'],
  ],
  [
    'HMG-060',
    charity({
      mother: {
        consent: {
          dataProtection: agreed,
          confidentiality: { status: 'given', givenBy: 'mother' },
        },
      },
    }),
    ['outcome share', 'basis sch2(1)', 'confidence met consent'],
    ['hmg-2015-q4-consent', 'dpa1998-sch2-p1-consent'],
  ],
  [
    'HMG-061',
    charity({
      sharer: { organisation: 'charity', statutoryFunction: true },
      item: { publicInterestOverridesConfidence: true },
    }),
    ['outcome share', 'basis sch2(5)'],
    ['hmg-2015-q5-another-reason', 'dpa1998-sch2-p5-functions'],
  ],
  [
    'HMG-062',
    school({
      ...asked,
      recipient: {
        organisation: 'la-childrens-social-care',
        mightHarm: false,
        identityVerified: false,
      },
    }),
    ['asks verify-identity', 'item withhold'],
    ['caller-verified-first'],
  ],
  [
    'HMG-063',
    school({ channel: { secure: false } }),
    ['asks use-secure-channel'],
    ['secure-channel-used'],
  ],
  [
    'HMG-064',
    school({ mother: { informing: { wouldRaiseRiskToChild: true } } }),
    ['tells mother do-not-tell'],
    ['telling-raises-risk-to-child-concerned'],
  ],
  [
    'HMG-065',
    school({ advice: { doubt: true, sought: true, from: 'manager' } }),
    ['record decision-made', 'record advice-sought'],
    ['record-decision-made', 'record-advice-sought'],
  ],
  ['HMG-066', harm, ['urgency without-delay'], ['ca1989-s47-significant-harm-without-delay']],
  [
    'HMG-067',
    school({ concern: concern('significant-harm'), item: { necessary: 'unsure' } }),
    ['caution data-protection-is-no-barrier'],
    ['data-protection-is-no-barrier'],
  ],
  [
    'HMG-068',
    kept({ necessary: 'unsure' }),
    ['caution hmg-2015-rule-1-framework'],
    ['hmg-2015-rule-1-framework'],
  ],
  [
    'HMG-069',
    school({ arrangement: { pattern: 'regular' } }),
    ['cites ico-sharing-code-2011'],
    ['hmg-2015-regular-sharing'],
  ],
  [
    'HMG-070',
    school({ mother: { consent: { dataProtection: { status: 'not-sought' } } } }),
    ['outcome share', 'asks tell-person'],
    ['dfe-advice-2024-rule-2-tell-the-person'],
  ],
  ['HMG-071', school(), ['asks seek-agreement'], ['hmg-advice-2015-rule-4-seek-agreement']],
  [
    'HMG-072',
    charity({
      mother: { consent: { dataProtection: { ...agreed, implied: true } } },
      item: { confidential: false, categories: ['family'] },
    }),
    ['outcome share', 'basis sch2(1)', 'consent valid'],
    ['hmg-2015-consent-only-implied'],
  ],
  [
    'HMG-073',
    charity({
      mother: { consent: { dataProtection: { ...agreed, implied: true, explicit: false } } },
      item: { confidential: false, categories: ['health'] },
    }),
    ['outcome do-not-share', 'basis sch2(1)', 'caution hmg-2015-implied-not-for-sensitive'],
    ['hmg-2015-implied-not-for-sensitive'],
  ],
  [
    'HMG-074',
    school({
      concern: { ...concern('immediate-danger'), delayWouldHarm: true },
      item: { categories: ['health'] },
    }),
    ['basis sch2(4)', 'basis sch2(5)', 'condition sch3(3)', 'condition sch3(7)'],
    ['dpa1998-sch2-p4-vital-interests', 'dpa1998-sch3-p3-vital-interests'],
  ],
  ['HMG-075', harm, ['outcome share', 'record shared'], ['record-shared']],
  [
    'HMG-076',
    school({ purpose: { kind: 'service-provision', legitimate: true, compatible: true } }),
    ['regime dpa-1998'],
    ['dpa1998-sch1-p2-compatible'],
  ],
  ['HMG-077', harm, ['outcome share'], ['dpa1998-sch1-p2-safeguarding-not-incompatible']],
  [
    'HMG-078',
    school({
      concern: concern('significant-harm'),
      item: { confidential: true, confidedBy: 'mother', publicInterestOverridesConfidence: true },
    }),
    ['outcome share', 'record confidence-balance'],
    ['common-law-confidence-public-interest', 'record-confidence-balance'],
  ],
  [
    'HMG-079',
    charity({
      mother: {
        views: { objects: false },
        consent: {
          dataProtection: { ...agreed, implied: true },
          confidentiality: { status: 'given', givenBy: 'mother', implied: true },
        },
      },
    }),
    ['confidence met consent', 'outcome share'],
    ['common-law-confidence-consent'],
  ],
  [
    'HMG-080',
    charity({
      sharer: { organisation: 'charity', statutoryFunction: true },
      mother: { canConsent: false, bestInterests: true, consent: {} },
    }),
    ['confidence met best-interests'],
    ['common-law-confidence-best-interests'],
  ],
  [
    'HMG-081',
    charity({
      demand: { power: 'court-order', necessaryAndProportionate: true, inWriting: true },
      item: { withinDemand: true },
    }),
    ['confidence met legal-duty', 'strength must'],
    ['common-law-confidence-legal-duty'],
  ],
  [
    'HMG-082',
    school({
      concern: { ...concern('immediate-danger'), delayWouldHarm: true },
      item: { confidential: true, confidedBy: 'mother' },
    }),
    ['confidence met public-interest'],
    ['confidence-outweighed-in-danger'],
  ],
  [
    'HMG-083',
    school({
      sharer: { organisation: 'nhs-gp' },
      concern: concern('welfare'),
      item: {
        about: ['mother'],
        categories: ['health'],
        confidential: true,
        confidedBy: 'mother',
        publicInterestOverridesConfidence: true,
      },
      mother: {
        bestInterests: false,
        views: { objects: true },
        consent: { confidentiality: { status: 'refused' } },
      },
    }),
    ['item withhold', 'confidence not-met'],
    ['health-information-needs-serious-harm'],
  ],
  [
    'HMG-084',
    school({
      justification: { necessary: true, proportionate: true, lessIntrusiveWayExists: true },
    }),
    ['item withhold'],
    ['less-intrusive-way-exists'],
  ],
  [
    'HMG-085',
    school(),
    ['record decided-by', 'record departs-from-suggestion'],
    ['record-decided-by'],
  ],
  ['HMG-086', harm, ['cites working-together-2015'], ['working-together-2015-significant-harm']],
  ...(['HMG-087', 'HMG-088', 'HMG-089', 'HMG-090', 'HMG-091'] as const).map((id): Row => [
    id,
    school({
      ...board,
      item: { obtainedFrom: id === 'HMG-091' ? 'other-agency' : 'family' },
    }),
    ['strength must', 'gateway ca2004-s14b'],
    ['ca2004-s14b-board-request'],
  ]),
  [
    'HMG-092',
    school(board),
    ['asks give-confidentiality-warning'],
    ['ca2004-s14b-used-for-board-only'],
  ],
  [
    'HMG-093',
    school({
      mode: 'seeking',
      sharer: { organisation: 'safeguarding-partner' },
      purpose: { kind: 'practice-review', legitimate: true },
    }),
    ['asks share-minimum'],
    ['ca2004-s14b-ask-with-reasons'],
  ],
];

describe('every row of the advice of 2015, decided with the pack', () => {
  test('is tried here, or is documented as what no rule can say', () => {
    const tried = new Set(carried.map(([id]) => id));
    expect(rowsOfSource).toHaveLength(93);
    expect(rowsOfSource.filter((id) => tried.has(id) === documented.has(id))).toEqual([]);
    expect([...documented].filter((id) => id.startsWith('HMG-'))).toEqual([
      'HMG-001',
      'HMG-016',
      'HMG-019',
      'HMG-020',
      'HMG-022',
      'HMG-025',
      'HMG-037',
    ]);
  });

  test.each(carried)('%s', (id, request, says, rules) => {
    const all = said(engine.decide(request));
    expect(says.filter((one) => !all.has(one))).toEqual([]);
    expect(rules.filter((rule) => !met(request, rule))).toEqual([]);
    expect(rules.some((rule) => carriers.get(rule)?.includes(id))).toBe(true);
  });
});

describe('the flowchart, question by question', () => {
  const chart = (request: SharingRequest): string | undefined =>
    engine.explain(request, { rule: 'hmg-2015-chart-says-share', item: 'note' })[0]?.finding;
  const outcome = (request: SharingRequest): string => engine.decide(request).outcome;
  const cautions = (request: SharingRequest): string[] =>
    engine
      .decide(request)
      .cautions.flatMap(({ reasons }) => [...reasons])
      .filter((rule) => rule.startsWith('hmg-2015'));
  const consent = (status: 'given' | 'refused' | 'unsure'): Partial<Person> => ({
    consent: {
      dataProtection: { ...agreed, status },
      confidentiality: { givenBy: 'mother', status },
    },
  });

  // From question to question: each request answers the one before so as to go on.
  test.each([
    [
      '1 no',
      { purpose: { kind: 'service-provision', legitimate: false } },
      'not-met',
      'do-not-share',
    ],
    [
      '1 unsure',
      {
        purpose: { kind: 'service-provision', legitimate: 'unsure', compatible: true },
        mother: consent('given'),
      },
      'unknown',
      'seek-advice',
    ],
    ['1 yes, 2 no', { item: { identifies: false, confidential: false } }, 'met', 'share'],
    ['2 unsure, and no to the rest', { item: { identifies: 'unsure' } }, 'unknown', 'do-not-share'],
    ['2 yes, 3 no: the law asks more', { item: { confidential: false } }, 'met', 'do-not-share'],
    [
      '3 unsure, and no to the rest',
      { item: { confidential: 'unsure' } },
      'unknown',
      'do-not-share',
    ],
    ['3 yes, 4 yes', { mother: consent('given') }, 'met', 'share'],
    ['4 unsure', { mother: consent('unsure') }, 'unknown', 'seek-advice'],
    [
      '4 no, 5 yes: a function',
      {
        sharer: { organisation: 'charity', statutoryFunction: true },
        item: { publicInterestOverridesConfidence: true },
      },
      'met',
      'share',
    ],
    ['4 no, 5 no', {}, 'not-met', 'do-not-share'],
    [
      '5 unsure',
      {
        sharer: { organisation: 'charity', statutoryFunction: true },
        item: { publicInterestOverridesConfidence: 'unsure' },
      },
      'met',
      'seek-advice',
    ],
  ] as const satisfies readonly (readonly [string, Change, string, string])[])(
    '%s',
    (_, change, says, decided) => {
      const request = charity(change);
      expect(chart(request)).toBe(says);
      expect(outcome(request)).toBe(decided);
    },
  );

  test('T12: not confidential is not enough, and the caution says so only where the law asked more', () => {
    const caution = 'hmg-2015-q3-law-asks-more';
    expect(cautions(charity({ item: { confidential: false } }))).toContain(caution);
    const prevails = {
      ...charity().justification,
      legitimateInterestsPrevail: true,
    };
    const goes = charity({ item: { confidential: false }, justification: prevails });
    expect(outcome(goes)).toBe('share');
    expect(cautions(goes)).not.toContain(caution);
    const sensitive = charity({
      item: { confidential: false, categories: ['health'] },
      justification: prevails,
    });
    expect(outcome(sensitive)).toBe('do-not-share');
    expect(cautions(sensitive)).toContain(caution);
  });

  test('T13: consent that is not valid carries nothing, and consent does not make the irrelevant go', () => {
    const uninformed = charity({
      mother: { consent: { dataProtection: { ...agreed, informed: false } } },
      item: { confidential: false },
    });
    expect(chart(uninformed)).toBe('met');
    expect(outcome(uninformed)).toBe('do-not-share');
    expect(cautions(uninformed)).toContain('hmg-2015-q4-consent-is-not-valid');
    const irrelevant = charity({ mother: consent('given'), item: { relevant: false } });
    expect(chart(irrelevant)).toBe('met');
    expect(outcome(irrelevant)).toBe('do-not-share');
    expect(cautions(irrelevant)).toEqual(['hmg-2015-q4-principles-remain']);
  });

  test('T18: another reason is not enough for sensitive data', () => {
    const reason = charity({
      item: { publicInterestOverridesConfidence: true, categories: ['health'] },
      justification: { ...charity().justification, legitimateInterestsPrevail: true },
    });
    expect(chart(reason)).toBe('met');
    expect(outcome(reason)).toBe('do-not-share');
    expect(cautions(reason)).toEqual(['hmg-2015-q5-sensitive-needs-more']);
  });

  test('T1: from 25 May 2018 the advice is still there and its Act is not', () => {
    const on = (date: string) => engine.decide(school({ on: date }));
    expect(said(on('2018-05-24')).has('regime dpa-1998')).toBe(true);
    expect(said(on('2018-05-25')).has('regime eu-gdpr')).toBe(true);
    expect(cautions(school({ on: '2018-05-24' }))).not.toContain('hmg-2015-rests-on-repealed-act');
    expect(cautions(school({ on: '2018-05-25' }))).toContain('hmg-2015-rests-on-repealed-act');
  });
});

describe('the pack', () => {
  const outcomes = (one: { decide: (request: SharingRequest) => SharingDecision }) =>
    carried.map(([, request]) => one.decide(request).items.map(({ verdict }) => verdict));

  test('moves no item on any of these requests', () => {
    expect(outcomes(engine)).toEqual(outcomes(createEngine()));
  });

  test.each(['2015-03-25', '2018-07-04', '2026-11-21'])('says nothing on %s', (on) => {
    const decision = engine.decide(school({ on, arrangement: { pattern: 'regular' } }));
    const own = new Set(pack.rules.map(({ id }) => id));
    expect(decision.reasons.filter(({ rule }) => own.has(rule))).toEqual([]);
    expect(decision.citations.map(({ id }) => id)).not.toContain('ico-sharing-code-2011');
  });

  test('names no rule of the law today, and no person', () => {
    expect(pack.contacts).toBeUndefined();
    expect(pack.rules.every(({ effective }) => effective.to !== undefined)).toBe(true);
  });
});
