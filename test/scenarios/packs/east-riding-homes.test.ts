import { describe, expect, test } from 'vitest';
import type { SharingRequest } from '../../../src/index.ts';
import { pack } from '../../../src/rules/packs/east-riding-homes.generated.ts';
import type { Row } from './lines.ts';
import { rowsOf, tried } from './lines.ts';

type Item = NonNullable<SharingRequest['items']>[number];
type Person = NonNullable<SharingRequest['people']>[number];
type Sharer = NonNullable<SharingRequest['sharer']>;
type Consent = NonNullable<NonNullable<Person['consent']>['dataProtection']>;

const on = '2026-11-21';
const safe = {
  wouldRaiseRiskToChild: false,
  wouldRaiseRiskToOther: false,
  wouldCompromiseInvestigation: false,
} as const;
const child: Person = {
  ref: 'child',
  role: 'child',
  ageBand: '13-15',
  canConsent: true,
  status: ['looked-after'],
  withoutConsentReason: 'not-reasonable-to-obtain',
  informing: safe,
};
const friend: Person = {
  ref: 'friend',
  role: 'alleged-perpetrator',
  ageBand: '13-15',
  allegedToHarm: true,
  withoutConsentReason: 'would-prejudice-protection',
  informing: safe,
};
const piece = (ref: string, categories: Item['categories'], more: Partial<Item> = {}): Item => ({
  ref,
  about: ['child'],
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
const note = piece('note', ['safeguarding-concern']);
const injury = piece('injury', ['health']);
const assault = piece('assault', ['criminal-allegation'], { about: ['friend'] });
const menu = piece('menu', ['observation'], { relevant: false, necessary: false });
const wrong = piece('wrong', ['observation'], { accurate: false });

const home: Sharer = {
  organisation: 'childrens-home-la',
  statutoryFunction: true,
  appropriatePolicyDocument: true,
};
const privateHome: Sharer = {
  organisation: 'childrens-home-private',
  publicAuthority: false,
  appropriatePolicyDocument: true,
};

/** A home thinks that a child who goes missing may be in need. */
const worry: SharingRequest = {
  on,
  mode: 'proactive',
  sharer: home,
  recipient: { organisation: 'la-childrens-social-care', mightHarm: false, identityVerified: true },
  purpose: { kind: 'safeguard-from-harm', legitimate: true },
  concern: { about: ['child'], level: 'child-in-need', kinds: ['missing'] },
  people: [child],
  items: [note, menu, wrong],
  justification: {
    necessary: true,
    proportionate: true,
    substantialPublicInterest: true,
    lessIntrusiveWayExists: false,
  },
  channel: { method: 'email', secure: false },
};
const harm: SharingRequest = {
  ...worry,
  concern: { about: ['child'], level: 'significant-harm', kinds: ['emotional'] },
  items: [note, injury],
};
const accused: SharingRequest = { ...harm, people: [child, friend], items: [note, assault] };
const withheld: SharingRequest = { ...harm, items: [menu] };
const unsettled: SharingRequest = { ...harm, items: [{ ...note, relevant: 'unsure' }] };
const doubt: SharingRequest = { ...worry, advice: { doubt: true } };
const neighbour: SharingRequest = {
  ...worry,
  recipient: {
    organisation: 'member-of-public',
    mightHarm: false,
    roleInSafeguarding: false,
    canProtect: false,
    entitled: false,
  },
};
/** What the home routinely tells a school. */
const routine = (informing: Person['informing'] = safe): SharingRequest => ({
  ...worry,
  recipient: { organisation: 'academy', mightHarm: false, roleInSafeguarding: true },
  purpose: { kind: 'promote-welfare', legitimate: true },
  concern: { about: ['child'], level: 'welfare' },
  items: [note],
  arrangement: { pattern: 'regular', agreement: 'none' },
  people: [
    { ...child, informing, views: { sought: false }, transparency: { privacyNoticeGiven: false } },
  ],
});
/** A move to a placement in another area; the next school cares for the child, though safeguarding is not its job. */
const moving = (roleInSafeguarding: boolean): SharingRequest => ({
  ...worry,
  recipient: {
    organisation: roleInSafeguarding ? 'childrens-home-private' : 'independent-school',
    mightHarm: false,
    roleInSafeguarding,
    canProtect: true,
  },
  purpose: { kind: 'case-transfer', legitimate: true, compatible: true },
  concern: { about: ['child'], level: 'welfare' },
  items: [note],
  move: { to: 'area', plan: 'looked-after' },
});
/** Someone rings the home. */
const caller = (
  recipient: SharingRequest['recipient'],
  advice: NonNullable<SharingRequest['advice']> = { doubt: true },
): SharingRequest => ({
  ...worry,
  mode: 'on-request',
  demand: { form: 'telephone', power: 'none-stated' },
  recipient: { organisation: 'nhs-gp', mightHarm: false, ...recipient },
  purpose: { kind: 'promote-welfare', legitimate: true },
  concern: { about: ['child'], level: 'welfare' },
  items: [note],
  advice,
});
const unverified = { identityVerified: false, entitled: false, roleInSafeguarding: false } as const;
const calledBack = {
  identityVerified: true,
  entitled: true,
  roleInSafeguarding: false,
  canProtect: true,
} as const;

/** A private home relies on the consent of the child to early help. */
const consented = (more: Consent = {}): SharingRequest => ({
  ...worry,
  sharer: privateHome,
  recipient: { organisation: 'charity', mightHarm: false, roleInSafeguarding: true },
  purpose: { kind: 'early-help', legitimate: true },
  concern: { about: ['child'], level: 'welfare' },
  items: [note],
  people: [
    {
      ...child,
      consent: {
        dataProtection: {
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
          givenBy: 'child',
          ...more,
        },
        service: { status: 'given' },
      },
    },
  ],
});
const unsound = consented({ specific: false, canBeWithdrawn: false, freelyGiven: false });

const local = 'obligation follow-local-procedure should';
const table: Row[] = [
  {
    rows: ['ERCH-002', 'ERCH-018'],
    so: 'what a home shares goes securely, to whom it knows',
    of: worry,
    says: ['obligation use-secure-channel must with: secure-channel-used'],
  },
  {
    rows: ['ERCH-003', 'ERCH-007', 'ERCH-009'],
    so: 'putting together what shows harm is a safeguarding purpose',
    of: harm,
    says: ['met: safeguarding-purpose', 'outcome share should'],
  },
  {
    rows: ['ERCH-008'],
    so: 'exploitation is a pattern to spot, and an event that a home must tell',
    of: {
      ...harm,
      concern: { about: ['child'], level: 'significant-harm', kinds: ['exploitation'] },
    },
    says: [
      'met: safeguarding-purpose',
      'gateway childrens-homes-regs2015-r40 applies must',
      'outcome share must',
    ],
  },
  {
    rows: ['ERCH-004', 'ERCH-016', 'ERCH-039', 'ERCH-046'],
    so: 'only what is relevant, necessary and accurate is shared, and not kept for ever',
    of: worry,
    says: [
      'item note share',
      'item menu withhold: item-not-relevant',
      'item menu withhold: item-not-necessary',
      'item wrong withhold: item-not-accurate',
      'obligation set-retention-review should after: gdpr-5-1-e-set-retention-review',
    ],
  },
  {
    rows: ['ERCH-016'],
    so: 'what has no legitimate purpose is not shared',
    of: { ...worry, purpose: { kind: 'safeguard-from-harm', legitimate: false } },
    says: ['item note withhold: gdpr2016-art5-1b-purpose-not-legitimate'],
  },
  {
    rows: ['ERCH-005'],
    so: 'another child who may do harm is a person of the case, for a human to weigh',
    of: accused,
    says: [
      'condition assault 10 36 with 18 available: dpa2018-sch1-p36-p18-safeguarding',
      'advice safeguarding-lead: child-accused-safeguarding-lead',
      "contact safeguarding-lead the home's designated safeguarding lead",
    ],
  },
  {
    rows: ['ERCH-006', 'ERCH-010', 'ERCH-048'],
    so: 'a worry is shared early, and not left to others',
    of: worry,
    says: ['obligation share-early should with: working-together-share-early'],
  },
  {
    rows: ['ERCH-011'],
    so: 'the allocated social worker hears of a child who may be in need',
    of: worry,
    says: [
      `${local} with: east-riding-homes-allocated-social-worker`,
      'gateway working-together-child-in-need applies should: working-together-child-in-need-referral',
      'outcome share-in-part should',
      'term concern.level child-in-need a Child in Need',
    ],
  },
  {
    rows: ['ERCH-011'],
    so: 'and of one who may suffer significant harm, where nothing else is shared too',
    of: withheld,
    says: [`${local} with: east-riding-homes-allocated-social-worker`],
  },
  {
    rows: ['ERCH-011'],
    so: 'a routine matter is not carried to them',
    of: routine(),
    says: [],
    never: [`${local} with: east-riding-homes-allocated-social-worker`],
  },
  {
    rows: ['ERCH-012'],
    so: 'the next home hears what is relevant',
    of: moving(true),
    says: [
      'item note share: east-riding-homes-placement-move',
      'gateway working-together-moves applies should: working-together-child-moves-area',
      'outcome share should',
    ],
    never: ['gateway east-riding-homes-placement-move applies should'],
  },
  {
    rows: ['ERCH-012'],
    so: 'so does the next school, by the procedure of the homes alone',
    of: moving(false),
    says: ['item note share: east-riding-homes-placement-move', 'outcome share should'],
    never: ['gateway working-together-moves applies should'],
  },
  {
    rows: ['ERCH-015', 'ERCH-033', 'ERCH-038'],
    so: 'in doubt the manager or safeguarding lead of the home is asked',
    of: doubt,
    says: [
      'advice manager: golden-rule4-doubt-manager',
      'contact manager the manager of the home',
      'advice safeguarding-lead: golden-rule4-doubt-safeguarding-lead',
      "contact safeguarding-lead the home's designated safeguarding lead",
    ],
  },
  {
    rows: ['ERCH-017'],
    so: 'data protection alone is no reason to withhold',
    of: withheld,
    says: ['caution: data-protection-is-no-barrier'],
  },
  {
    rows: ['ERCH-018'],
    so: 'the police, social care and schools are recipients of a home, verified where they ask',
    of: caller(calledBack, { doubt: true, from: 'manager', outcome: 'share' }),
    says: ['outcome share may', 'record recipient-verified: record-recipient-verified'],
  },
  {
    rows: ['ERCH-019', 'ERCH-025', 'ERCH-036'],
    so: 'safeguarding needs a lawful basis and not consent',
    of: harm,
    says: [
      'outcome share should',
      'preferred 6(1)(e)',
      'obligation do-not-ask-for-consent should before: dfe-advice-2024-rule-3-do-not-ask-for-consent',
    ],
    never: ['basis 6(1)(a) available'],
  },
  {
    rows: ['ERCH-020'],
    so: 'fear of sharing never ends in silence',
    of: unsettled,
    says: [
      'outcome seek-advice should',
      'urgency without-delay',
      'advice safeguarding-lead: golden-rule4-unsettled-safeguarding-lead',
    ],
  },
  {
    rows: ['ERCH-020'],
    so: 'nor does withholding at significant harm',
    of: withheld,
    says: ['advice safeguarding-lead: significant-harm-withheld-safeguarding-lead'],
  },
  {
    rows: ['ERCH-021'],
    so: 'routine sharing has an arrangement',
    of: routine(),
    says: [
      'obligation put-sharing-agreement-in-place should after: ico-code2021-put-sharing-agreement-in-place',
      'advice data-protection-officer: regular-sharing-data-protection-officer',
    ],
  },
  {
    rows: ['ERCH-022'],
    so: 'child and family have a privacy notice',
    of: routine(),
    says: [
      'obligation give-privacy-information must with: gdpr2016-art13-14-give-privacy-information',
    ],
  },
  {
    rows: ['ERCH-023'],
    so: 'what identifies nobody needs no basis',
    of: { ...worry, items: [{ ...note, identifies: false }] },
    says: ['met: item-identifies-nobody', 'item note share'],
    never: ['basis 6(1)(e) available', 'caution: east-riding-homes-five-other-bases'],
  },
  {
    rows: ['ERCH-024'],
    so: 'health is special category data',
    of: harm,
    says: ['condition injury 9(2)(g) 18 available: dpa2018-sch1-p18-safeguarding'],
    never: ['condition note 9(2)(g) 18 available'],
  },
  {
    rows: ['ERCH-026', 'ERCH-027', 'ERCH-029'],
    so: 'consent is specific, free and can be withdrawn',
    of: unsound,
    says: [
      'defect child dataProtection not-specific: gdpr2016-art4-11-not-specific',
      'defect child dataProtection cannot-be-withdrawn: gdpr2016-art7-3-cannot-be-withdrawn',
      'defect child dataProtection not-freely-given: gdpr2016-art4-11-not-freely-given',
    ],
    never: ['basis 6(1)(a) available'],
  },
  {
    rows: ['ERCH-028'],
    so: 'consent without an end is sound, and looked at again',
    of: consented(),
    says: ['caution: east-riding-homes-consent-time-limit'],
    never: ['defect child dataProtection expired'],
  },
  {
    rows: ['ERCH-028'],
    so: 'past the end that was agreed it is not',
    of: consented({ expiresOn: '2026-01-01' }),
    says: ['defect child dataProtection expired: consent-past-agreed-end'],
  },
  {
    rows: ['ERCH-030'],
    so: 'five other bases are six',
    of: { ...harm, sharer: privateHome },
    says: [
      'caution: east-riding-homes-five-other-bases',
      'basis 6(1)(ea) available: gdpr2016-art6-1ea-annex1-p6-safeguarding',
    ],
  },
  {
    rows: ['ERCH-030'],
    so: 'the day before they were five',
    of: { ...harm, sharer: privateHome, on: '2026-02-04' },
    says: [],
    never: ['caution: east-riding-homes-five-other-bases', 'basis 6(1)(ea) available'],
  },
  {
    rows: ['ERCH-031'],
    so: 'the basis fits the relation: a task for the council',
    of: harm,
    says: ['preferred 6(1)(e)', 'basis 6(1)(e) available: gdpr2016-art6-1e-own-public-task'],
  },
  {
    rows: ['ERCH-031'],
    so: 'and a recognised legitimate interest for a private home',
    of: { ...harm, sharer: privateHome },
    says: ['preferred 6(1)(ea)'],
  },
  {
    rows: ['ERCH-032'],
    so: 'at a clear risk of significant harm staff can and should share',
    of: harm,
    says: [
      'outcome share should',
      'gateway working-together-2026 applies should: working-together-2026-significant-harm',
    ],
  },
  {
    rows: ['ERCH-034', 'ERCH-037', 'ERCH-041'],
    so: 'what was shared, with whom, what for, on what basis and why is recorded',
    of: worry,
    says: [
      'record shared: record-shared',
      'record recipient: record-recipient',
      'record purpose: record-purpose',
      'record why: record-why',
      'record lawful-basis: record-lawful-basis',
      'record decision-made: record-decision-made',
      'obligation record-decision must after: golden-rule7-record-decision',
    ],
  },
  {
    rows: ['ERCH-037', 'ERCH-041'],
    so: 'so is a decision not to share, and one to ask',
    of: { ...withheld, mode: 'seeking' },
    says: [
      'record decision-made: record-decision-made',
      'record lawful-basis: record-lawful-basis-considered',
    ],
  },
  {
    rows: ['ERCH-035'],
    so: 'the golden rules of 2018 give way to those of 2024',
    of: harm,
    says: [
      'caution: east-riding-homes-2018-golden-rules',
      'obligation do-not-ask-for-consent should before: dfe-advice-2024-rule-3-do-not-ask-for-consent',
    ],
    never: ['obligation seek-agreement should before: dfe-advice-2018-rule-4-seek-agreement'],
  },
  {
    rows: ['ERCH-035'],
    so: 'which were those of the day until April 2024',
    of: { ...worry, on: '2024-04-18' },
    says: ['obligation seek-agreement should before: dfe-advice-2018-rule-4-seek-agreement'],
    never: ['caution: east-riding-homes-2018-golden-rules'],
  },
  {
    rows: ['ERCH-039', 'ERCH-047'],
    so: 'who has no part in the care of the child is told nothing',
    of: neighbour,
    says: ['item note withhold: recipient-without-role'],
  },
  {
    rows: ['ERCH-040'],
    so: 'a home follows its own policy',
    of: harm,
    says: [`${local} with: east-riding-homes-own-policy`],
  },
  {
    rows: ['ERCH-040'],
    so: 'where nothing is shared there is nothing to handle',
    of: withheld,
    says: [],
    never: [`${local} with: east-riding-homes-own-policy`],
  },
  {
    rows: ['ERCH-043', 'ERCH-045', 'ERCH-046'],
    so: "the Children's Guide, a notice or a talk explains who is routinely told",
    of: routine(),
    says: [
      `${local} before: east-riding-homes-childrens-guide`,
      'met: east-riding-homes-2024-tell-child-of-routine-sharing',
    ],
  },
  {
    rows: ['ERCH-043', 'ERCH-045'],
    so: 'not where telling the child would raise the risk',
    of: routine({ ...safe, wouldRaiseRiskToChild: true }),
    says: ['informing child do-not-tell'],
    never: [`${local} before: east-riding-homes-childrens-guide`],
  },
  {
    rows: ['ERCH-044'],
    so: 'the child is asked for views, and consent is not the basis of routine sharing',
    of: routine(),
    says: [
      'caution: east-riding-homes-views-not-consent',
      'obligation seek-views should before: childrens-homes-regs2015-r7-child-views',
      'preferred 6(1)(e)',
    ],
    never: ['basis 6(1)(a) available'],
  },
  {
    rows: ['ERCH-049'],
    so: 'whoever asks by telephone is known and entitled first',
    of: caller(unverified),
    says: [
      'item note withhold: caller-not-verified',
      'obligation verify-identity must before: caller-verified-first',
      'obligation verify-identity must before: telephone-request-entitlement',
      'record recipient-verified: record-recipient-verified',
      'outcome do-not-share must',
    ],
  },
  {
    rows: ['ERCH-050'],
    so: 'in any doubt nothing is given without the manager',
    of: caller(calledBack, { doubt: true, from: 'safeguarding-lead', outcome: 'share' }),
    says: [
      'item note withhold: east-riding-homes-manager-approves',
      'advice manager: manager-asked-about-caller',
      'contact manager the manager of the home',
      'record approved-by: record-approved-by',
      'outcome do-not-share should',
    ],
  },
  {
    rows: ['ERCH-050'],
    so: 'the manager who approves opens it',
    of: caller(calledBack, { doubt: true, from: 'manager', outcome: 'share' }),
    says: ['outcome share may', 'record approved-by: record-approved-by'],
  },
  {
    rows: ['ERCH-050'],
    so: 'while nobody has asked the manager, that is the question',
    of: caller(calledBack),
    says: ['item note undetermined', 'asks advice.from', 'asks advice.outcome'],
  },
  {
    rows: ['ERCH-050'],
    so: 'an allocated social worker who was called back waits for nobody',
    of: caller({
      organisation: 'la-childrens-social-care',
      identityVerified: true,
      roleInSafeguarding: true,
    }),
    says: ['outcome share may'],
  },
  {
    rows: ['ERCH-050'],
    so: 'nor does anyone at significant harm',
    of: {
      ...caller(calledBack, { doubt: true, from: 'safeguarding-lead', outcome: 'share' }),
      concern: { about: ['child'], level: 'significant-harm' },
    },
    says: ['item note share'],
  },
];
/** Rows about what staff understand and learn, and one that the sources themselves answer. */
const documented = ['ERCH-001', 'ERCH-013', 'ERCH-014', 'ERCH-042'];

describe("the pack of the East Riding children's homes, on every row of its source", () => {
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
    expect(rows.sort()).toEqual(rowsOf('east-riding-homes-2024').sort());
  });
});
