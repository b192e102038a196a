import { describe, expect, test } from 'vitest';
import { decide, explain } from '../../src/index.ts';
import { published } from './published.ts';

/**
 * Why each piece of each published case goes, stays or waits: rules that must be among its reasons and, for that piece,
 * stand as said. A bare id is met, `not` is not met, `open` is unknown.
 */
const reasons: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'CRT-01': {
    convictions: [
      'common-law-police-disclosure',
      'common-law-confidence-public-interest',
      'gdpr2016-art6-1e-own-public-task',
      'gdpr2016-art10-official-authority',
    ],
    'full-history': ['item-not-necessary'],
  },
  'CRT-04': {
    hearsay: ['sharing-not-necessary', 'sharing-not-proportionate', 'less-intrusive-way-exists'],
  },
  'CRT-08': {
    offending: ['common-law-police-disclosure', 'dpa2018-s35-2b-law-enforcement-task'],
    vulnerability: ['item-not-necessary'],
  },
  'CRT-09': {
    offending: [
      'common-law-police-disclosure',
      'dpa2018-s35-2b-law-enforcement-task',
      'dpa2018-s35-offence-data',
    ],
    'cse-risk': ['common-law-police-disclosure', 'dpa2018-s35-2b-law-enforcement-task'],
  },
  'CRT-10': {
    'identity-and-account': [
      'court-order-disclosure',
      'common-law-confidence-legal-duty',
      'gdpr2016-art6-1c-legal-obligation',
    ],
  },
  'CRT-13': {
    contraception: [
      'not common-law-confidence-consent',
      'not common-law-confidence-public-interest',
      'not common-law-confidence-best-interests',
    ],
  },
  'DDU-02': { teeth: ['open item-not-necessary', 'open common-law-confidence-public-interest'] },
  'DVA-01': { history: ['dvds-applicant-not-person-at-risk'] },
  'DVA-01-vb': {
    history: [
      'dvds-disclosure',
      'common-law-police-disclosure',
      'common-law-confidence-public-interest',
    ],
    'who-asked': ['item-not-necessary'],
  },
  'DVA-02': {
    disclosure: [
      'marac-high-risk-case',
      'common-law-confidence-public-interest',
      'gdpr2016-art6-1e-own-public-task',
    ],
  },
  'ENF-01': {
    letter: ['statutory-function', 'gdpr2016-art6-1e-own-public-task'],
    'adopters-address': ['aca2002-s57-adoption', 'item-not-relevant', 'item-not-necessary'],
  },
  'ENF-03': {
    'medical-report': ['court-order-disclosure', 'gdpr2016-art6-1c-legal-obligation'],
    address: ['whereabouts-to-someone-who-might-harm'],
  },
  'ENF-05': {
    plan: ['ca1989-s17-child-in-need', 'working-together-2026-significant-harm'],
    'police-intel': ['item-not-necessary'],
  },
  'ENF-09': {
    redacted: ['open whereabouts-to-someone-who-might-harm'],
    'full-matrix': ['item-not-necessary'],
  },
  'ENF-09-vb': {
    redacted: [
      'statutory-function',
      'gdpr2016-art8a-annex2-crime',
      'gdpr2016-art10-official-authority',
    ],
    'full-matrix': ['item-not-necessary'],
  },
  'FGM-01': {
    fgm: [
      'fgma2003-s5b-report-to-police',
      'gdpr2016-art6-1c-legal-obligation',
      'common-law-confidence-legal-duty',
      'dpa2018-sch1-p18-safeguarding',
    ],
  },
  'FGM-02': {
    fear: [
      'working-together-2026-significant-harm',
      'ea2002-s175-education-safeguarding',
      'dpa2018-sch1-p18-safeguarding',
    ],
  },
  'GMC-01': {
    consultation: [
      'not common-law-confidence-consent',
      'not common-law-confidence-public-interest',
      'not common-law-confidence-best-interests',
    ],
  },
  'GMC-08': {
    absconding: [
      'cja2003-s325-public-protection',
      'common-law-confidence-public-interest',
      'working-together-2026-significant-harm',
    ],
  },
  'GMC-09': {
    assault: ['not common-law-confidence-consent', 'not common-law-confidence-public-interest'],
  },
  'GMC-09-vb': {
    assault: [
      'common-law-confidence-public-interest',
      'dpa2018-sch1-p18-safeguarding',
      'working-together-2026-significant-harm',
    ],
  },
  'GUI-01': {
    growth: [
      'working-together-2026-significant-harm',
      'dpa2018-sch1-p18-safeguarding',
      'gdpr2016-art6-1e-own-public-task',
    ],
  },
  'GUI-02': { 'support-record': ['support-transfer-without-agreement'] },
  'GUI-03': {
    'support-record': ['working-together-2026-significant-harm', 'ca1989-s17-child-in-need'],
  },
  'GUI-04': { plan: ['working-together-child-moves-area', 'gdpr2016-art6-1e-own-public-task'] },
  'GUI-05': { note: ['gdpr2016-art5-1b-purpose-not-legitimate'] },
  'GUI-06': { figures: ['statutory-function', 'gdpr2016-art8a-3b-research'] },
  'GUI-07': { need: ['early-help-without-agreement'] },
  'GUI-08': {
    concerns: ['working-together-child-in-need-referral', 'gdpr2016-art6-1e-own-public-task'],
  },
  'GUI-09': {
    injuries: ['working-together-2026-significant-harm', 'gdpr2016-art6-1e-own-public-task'],
  },
  'GUI-10': {
    worries: ['working-together-child-in-need-referral', 'gdpr2016-art6-1e-own-public-task'],
  },
  'GUI-11': {
    visit: ['ca2004-s11-safeguarding-arrangements', 'gdpr2016-art6-1e-own-public-task'],
  },
  'GUI-12': { info: ['open caller-not-verified', 'open anything-to-unverified-caller'] },
  'GUI-22': {
    notes: [
      'gdpr2016-art6-1ea-annex1-p6-safeguarding',
      'gdpr2016-art8a-annex2-p8-safeguarding',
      'dpa2018-sch1-p18-safeguarding',
      'working-together-2026-significant-harm',
    ],
  },
  'GUI-23': {
    concern: ['gdpr2016-art6-1e-own-public-task', 'ca2004-s11-safeguarding-arrangements'],
    source: ['whereabouts-to-someone-who-might-harm', 'item-not-necessary'],
  },
  'GUI-24': {
    file: ['whole-record-becomes-extract', 'ca1989-s17-child-in-need'],
    'dads-past': ['item-not-relevant', 'item-not-necessary'],
  },
  'GUI-25': { attendance: ['open item-not-necessary', 'open sharing-not-proportionate'] },
  'GUI-26': {
    attendance: ['ca2004-s16h-information-request', 'gdpr2016-art6-1c-legal-obligation'],
  },
  'ICO-01': {
    injuries: [
      'working-together-2026-significant-harm',
      'dpa2018-sch1-p18-safeguarding',
      'ea2002-s175-education-safeguarding',
    ],
    neglect: ['working-together-2026-significant-harm', 'ea2002-s175-education-safeguarding'],
    'sib-exists': ['working-together-2026-significant-harm', 'ea2002-s175-education-safeguarding'],
  },
  'ICO-01-vb': {
    concern: ['working-together-2026-significant-harm', 'ea2002-s175-education-safeguarding'],
    'referral-made': ['working-together-2026-significant-harm'],
    'whole-file': ['item-not-necessary'],
  },
  'ICO-03': {
    distress: ['working-together-2026-significant-harm', 'gdpr2016-art6-1e-own-public-task'],
  },
  'ICO-05': {
    seen: [
      'gdpr2016-art6-1ea-annex1-p6-safeguarding',
      'gdpr2016-art6-1d-vital-interests',
      'dpa2018-sch1-p18-safeguarding',
      'common-law-confidence-public-interest',
    ],
  },
  'ICO-08': {
    health: ['not common-law-confidence-consent', 'not common-law-confidence-public-interest'],
  },
  'LGO-01': { address: ['whereabouts-to-someone-who-might-harm', 'recipient-without-role'] },
  'LGO-04': { 'said-of-the-boy': ['item-not-accurate'] },
  'LGO-08': {
    risk: [
      'ca1989-s17-child-in-need',
      'ca2004-s11-safeguarding-arrangements',
      'unverified-labelled',
    ],
  },
  'MDS-03': {
    bruises: ['not common-law-confidence-consent', 'not common-law-confidence-public-interest'],
  },
  'MDU-01': {
    threat: [
      'common-law-confidence-public-interest',
      'cda1998-s115-disclosure-to-relevant-authority',
      'working-together-2026-significant-harm',
    ],
    history: ['item-not-relevant', 'item-not-necessary'],
  },
  'MDU-03': {
    notes: ['not common-law-confidence-consent', 'not common-law-confidence-public-interest'],
    allegations: [
      'whereabouts-to-someone-who-might-harm',
      'not common-law-confidence-consent',
      'not common-law-confidence-public-interest',
    ],
  },
  'MDU-06': {
    r6: ['common-law-confidence-best-interests', 'dpa2018-sch1-p2-access-to-care-record'],
    'r9-routine': ['open common-law-confidence-best-interests'],
    'r9-dread': ['open common-law-confidence-best-interests'],
    r16: ['gmc-0-18-p54-against-childs-interests'],
    'teacher-name': ['open item-not-relevant'],
  },
  'PHA-02': {
    request: [
      'common-law-confidence-public-interest',
      'working-together-2026-significant-harm',
      'dpa2018-sch1-p18-safeguarding',
    ],
  },
  'PRS-04': {
    chronology: [
      'ca2004-s16h-information-request',
      'common-law-confidence-legal-duty',
      'gdpr2016-art6-1c-legal-obligation',
    ],
  },
  'PRS-06': { 'family-info': ['assessment-without-agreement'] },
  'PRS-07': {
    'child-health': [
      'common-law-confidence-public-interest',
      'working-together-2026-significant-harm',
      'dpa2018-sch1-p18-safeguarding',
    ],
    'mum-relevant': [
      'common-law-confidence-public-interest',
      'working-together-2026-significant-harm',
      'dpa2018-sch1-p18-safeguarding',
    ],
    'mum-unrelated': ['item-not-relevant', 'item-not-necessary'],
  },
  'SCH-02': {
    'incident-docs': [
      'cda1998-s115-disclosure-to-relevant-authority',
      'gdpr2016-art8a-annex2-crime',
      'gdpr2016-art10-official-authority',
    ],
    'whole-file': ['item-not-necessary'],
  },
  'SCH-05': { notice: ['da-act2021-s49a-notify-school', 'common-law-police-disclosure'] },
  'SCR-01': {
    bruises: ['working-together-2026-significant-harm', 'dpa2018-sch1-p18-safeguarding'],
    hunger: ['working-together-2026-significant-harm', 'ea2002-s175-education-safeguarding'],
    'mothers-account': ['opinion-labelled', 'working-together-2026-significant-harm'],
  },
  'SCR-06': {
    allegations: [
      'police-act1997-s113b-vetting-information',
      'gdpr2016-art6-1c-legal-obligation',
      'common-law-confidence-legal-duty',
    ],
  },
  'STA-02': {
    allegation: [
      'working-together-allegation-to-designated-officer',
      'ea2002-s175-education-safeguarding',
      'gdpr2016-art10-official-authority',
    ],
  },
  'STA-03': {
    ordered: ['court-order-disclosure', 'gdpr2016-art6-1c-legal-obligation'],
    'not-ordered': ['item-not-relevant', 'item-not-necessary'],
  },
  'SVD-01': {
    identifiable: ['item-not-necessary', 'less-intrusive-way-exists'],
    counts: ['statutory-function', 'gdpr2016-art8a-annex2-crime'],
  },
};

const findings = { not: 'not-met', open: 'unknown' } as const;

describe('published cases come out for the reasons given in law', () => {
  test('every piece of every case has its reasons written down', () => {
    const pieces = (of: Readonly<Record<string, object>>) =>
      Object.entries(of).flatMap(([id, items]) => Object.keys(items).map((ref) => `${id} ${ref}`));
    const cases = published.map(({ case: id, request }) => [
      id,
      Object.fromEntries((request.items ?? []).map(({ ref }) => [ref, true])),
    ]);
    expect(pieces(reasons).sort()).toEqual(
      pieces(Object.fromEntries(cases) as Record<string, object>).sort(),
    );
  });

  test.each(published.map((one) => [one.case, one] as const))('%s', (id, { request }) => {
    const { items } = decide(request);
    for (const [ref, wanted] of Object.entries(reasons[id] ?? {}))
      for (const line of wanted) {
        const [, as, rule] = /^(?:(not|open) )?(.+)$/.exec(line) as unknown as [
          string,
          keyof typeof findings | undefined,
          string,
        ];
        expect(items.find((item) => item.ref === ref)?.reasons, `${ref}: ${line}`).toContain(rule);
        const found = explain(request, { rule })
          .filter(({ at }) => at.item === undefined || at.item === ref)
          .map(({ finding }) => finding);
        expect(found, `${ref}: ${line}`).toContain(as === undefined ? 'met' : findings[as]);
      }
  });
});
