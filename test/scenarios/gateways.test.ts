import { describe, expect, test } from 'vitest';
import { createEngine, decide, rules } from '../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';
import { demandPowers } from '../../src/model/words.ts';

type Person = NonNullable<SharingRequest['people']>[number];
type Item = NonNullable<SharingRequest['items']>[number];

const day = '2026-11-21';
const council = 'la-childrens-social-care';
const piece = (more: Partial<Item> = {}): Item => ({
  ref: 'note',
  relevant: true,
  necessary: true,
  ...more,
});
const person = (ref: string, more: Partial<Person> = {}): Person => ({ ref, ...more });
const told = (more: Partial<SharingRequest>): SharingRequest => ({
  on: day,
  mode: 'proactive',
  items: [piece()],
  ...more,
});
type Power = NonNullable<NonNullable<SharingRequest['demand']>['power']>;
const asked = (power: Power, more: Partial<SharingRequest>): SharingRequest =>
  told({ mode: 'on-request', ...more, demand: { power, ...more.demand } });

const gatewayOf = (decision: SharingDecision, id: string) =>
  decision.gateways.find((row) => row.id === id);

/** One duty, power or scheme: when it applies, when it does not (`absent` where nobody named it), when nobody can tell. */
interface Row {
  gateway: string;
  rule: string;
  applies: SharingRequest;
  not: ['does-not-apply' | 'absent', SharingRequest];
  open: SharingRequest;
}

const violence = { purpose: { kind: 'serious-violence-duty' } } as const;
const plain = [piece({ identifies: true, patientInformation: false })];
const accessed = piece({
  withinDemand: true,
  about: ['asker'],
  categories: ['finance'],
  confidential: false,
});
const report = piece({
  withinDemand: true,
  about: ['pupil'],
  categories: ['education'],
  confidential: false,
  couldExposeSomeoneToHarm: false,
});
const moved = { purpose: { kind: 'case-transfer' } } as const;
const safely = { purpose: { kind: 'safeguard-from-harm' } } as const;

const table: Row[] = [
  {
    gateway: 'ca1989-s17',
    rule: 'ca1989-s17-child-in-need',
    applies: told({
      sharer: { organisation: council },
      purpose: { kind: 'child-in-need-assessment' },
    }),
    not: [
      'does-not-apply',
      asked('ca1989-s17', {
        sharer: { organisation: 'nhs-gp' },
        purpose: { kind: 'child-in-need-assessment' },
      }),
    ],
    open: told({ sharer: { organisation: council } }),
  },
  {
    gateway: 'ca1989-s27',
    rule: 'ca1989-s27-help-requested',
    applies: asked('ca1989-s27', {
      sharer: { organisation: 'nhs-trust' },
      recipient: { organisation: council },
      ...safely,
    }),
    not: [
      'does-not-apply',
      asked('ca1989-s27', {
        sharer: { organisation: 'la-housing' },
        recipient: { organisation: council, sameOrganisation: true },
        ...safely,
      }),
    ],
    open: asked('ca1989-s27', {
      sharer: { organisation: 'la-housing' },
      recipient: { organisation: council },
      ...safely,
    }),
  },
  {
    gateway: 'ca1989-s47',
    rule: 'ca1989-s47-assist-enquiries',
    applies: asked('ca1989-s47', {
      sharer: { organisation: 'nhs-trust' },
      recipient: { organisation: council },
      purpose: { kind: 'child-protection-enquiry' },
      justification: { proportionate: true },
    }),
    not: [
      'does-not-apply',
      asked('ca1989-s47', {
        sharer: { organisation: 'police' },
        recipient: { organisation: council },
        purpose: { kind: 'child-protection-enquiry' },
        justification: { proportionate: true },
      }),
    ],
    open: asked('ca1989-s47', {
      sharer: { organisation: 'nhs-trust' },
      recipient: { organisation: council },
      purpose: { kind: 'child-protection-enquiry' },
    }),
  },
  {
    gateway: 'ca2004-s10',
    rule: 'ca2004-s10-co-operation',
    applies: told({
      sharer: { organisation: 'college' },
      recipient: { organisation: council },
      ...safely,
    }),
    not: [
      'absent',
      told({
        sharer: { organisation: 'college' },
        recipient: { organisation: 'police' },
        ...safely,
      }),
    ],
    open: told({ sharer: { organisation: 'college' }, ...safely }),
  },
  {
    gateway: 'ca2004-s11',
    rule: 'ca2004-s11-safeguarding-arrangements',
    applies: told({ sharer: { organisation: 'nhs-trust' }, ...safely }),
    not: ['absent', told({ sharer: { organisation: 'school-maintained' }, ...safely })],
    open: told({ sharer: { organisation: 'nhs-trust' } }),
  },
  {
    gateway: 'ca2004-s16e',
    rule: 'ca2004-s16e-safeguarding-partners',
    applies: told({ sharer: { organisation: 'icb' }, purpose: { kind: 'practice-review' } }),
    not: [
      'absent',
      told({ sharer: { organisation: 'nhs-trust' }, purpose: { kind: 'practice-review' } }),
    ],
    open: told({ sharer: { organisation: 'icb' } }),
  },
  {
    gateway: 'ca2004-s16h',
    rule: 'ca2004-s16h-information-request',
    applies: asked('ca2004-s16h', {
      demand: { necessaryAndProportionate: true },
      sharer: { organisation: 'nhs-gp' },
      recipient: { organisation: 'icb' },
      purpose: { kind: 'practice-review' },
    }),
    not: [
      'does-not-apply',
      asked('ca2004-s16h', {
        demand: { necessaryAndProportionate: true },
        sharer: { organisation: 'nhs-gp' },
        recipient: { organisation: 'academy' },
        purpose: { kind: 'practice-review' },
      }),
    ],
    open: asked('ca2004-s16h', {
      sharer: { organisation: 'nhs-gp' },
      recipient: { organisation: 'icb' },
      purpose: { kind: 'practice-review' },
    }),
  },
  {
    gateway: 'care2014-s45',
    rule: 'care2014-s45-adults-board-request',
    applies: asked('care2014-s45', { recipient: { organisation: 'safeguarding-adults-board' } }),
    not: [
      'does-not-apply',
      asked('care2014-s45', { recipient: { organisation: 'la-adult-social-care' } }),
    ],
    open: asked('care2014-s45', {
      recipient: { organisation: 'safeguarding-adults-board' },
      items: [{ ref: 'note', relevant: true }],
    }),
  },
  {
    gateway: 'cda1998-s115',
    rule: 'cda1998-s115-disclosure-to-relevant-authority',
    applies: asked('cda1998-s115', {
      recipient: { organisation: 'police' },
      purpose: { kind: 'crime-prevention' },
    }),
    not: [
      'does-not-apply',
      asked('cda1998-s115', {
        recipient: { organisation: 'employer' },
        purpose: { kind: 'crime-prevention' },
      }),
    ],
    open: asked('cda1998-s115', { recipient: { organisation: 'police' } }),
  },
  {
    gateway: 'cja2003-s325',
    rule: 'cja2003-s325-public-protection',
    applies: told({
      sharer: { organisation: 'probation' },
      recipient: { organisation: 'police' },
      scheme: { mappa: { managed: true } },
    }),
    not: [
      'does-not-apply',
      told({
        sharer: { organisation: 'probation' },
        recipient: { organisation: 'charity' },
        scheme: { mappa: { managed: true } },
      }),
    ],
    open: told({
      sharer: { organisation: 'probation' },
      recipient: { organisation: 'police' },
      scheme: { mappa: {} },
    }),
  },
  {
    gateway: 'cja2003-s327a',
    rule: 'cja2003-s327a-presumption-to-disclose',
    applies: told({
      sharer: { organisation: 'police' },
      recipient: { organisation: 'member-of-public', canProtect: true, mightHarm: false },
      concern: { level: 'significant-harm' },
      items: [piece({ categories: ['criminal-conviction'] })],
      scheme: { mappa: { managed: true } },
    }),
    not: [
      'does-not-apply',
      told({
        sharer: { organisation: 'police' },
        recipient: { organisation: 'media', canProtect: true, mightHarm: false },
        concern: { level: 'significant-harm' },
        items: [piece({ categories: ['criminal-conviction'] })],
        scheme: { mappa: { managed: true } },
      }),
    ],
    open: told({
      sharer: { organisation: 'police' },
      recipient: { organisation: 'member-of-public', mightHarm: false },
      concern: { level: 'significant-harm' },
      items: [piece({ categories: ['criminal-conviction'] })],
      scheme: { mappa: { managed: true } },
    }),
  },
  {
    gateway: 'common-law-police-disclosure',
    rule: 'common-law-police-disclosure',
    applies: told({ sharer: { organisation: 'police' }, ...safely }),
    not: ['absent', told({ sharer: { organisation: 'fire-and-rescue' }, ...safely })],
    open: told({ sharer: { organisation: 'police' }, ...safely, items: [{ ref: 'note' }] }),
  },
  {
    gateway: 'court-order',
    rule: 'court-order-disclosure',
    applies: asked('court-order', { items: [piece({ withinDemand: true })] }),
    not: ['does-not-apply', asked('court-order', { items: [piece({ withinDemand: false })] })],
    open: asked('court-order', {}),
  },
  {
    gateway: 'proceedings-rules',
    rule: 'fpr2010-pd12a-party-discloses',
    applies: asked('proceedings-rules', {
      sharer: { organisation: council },
      recipient: { organisation: 'court' },
      items: [piece({ withinDemand: true })],
    }),
    not: [
      'does-not-apply',
      asked('proceedings-rules', {
        sharer: { organisation: council },
        recipient: { organisation: 'media' },
        items: [piece({ withinDemand: true })],
      }),
    ],
    open: asked('proceedings-rules', {
      sharer: { organisation: council },
      recipient: { organisation: 'court' },
    }),
  },
  {
    gateway: 'csods',
    rule: 'csods-disclosure',
    applies: told({
      sharer: { organisation: 'police' },
      recipient: { canProtect: true },
      purpose: { kind: 'child-sex-offender-disclosure' },
      scheme: { csods: {} },
    }),
    not: [
      'does-not-apply',
      told({
        sharer: { organisation: 'academy' },
        recipient: { canProtect: true },
        purpose: { kind: 'child-sex-offender-disclosure' },
        scheme: { csods: {} },
      }),
    ],
    open: told({
      sharer: { organisation: 'police' },
      purpose: { kind: 'child-sex-offender-disclosure' },
      scheme: { csods: {} },
    }),
  },
  {
    gateway: 'dvds',
    rule: 'dvds-disclosure',
    applies: told({
      sharer: { organisation: 'police' },
      recipient: { person: 'woman' },
      people: [person('woman')],
      concern: { about: ['woman'] },
      purpose: { kind: 'domestic-violence-disclosure' },
      scheme: { dvds: { route: 'right-to-know', posesRisk: true } },
    }),
    not: [
      'does-not-apply',
      told({
        sharer: { organisation: 'police' },
        recipient: { person: 'friend', canProtect: false },
        people: [person('woman'), person('friend')],
        concern: { about: ['woman'] },
        purpose: { kind: 'domestic-violence-disclosure' },
        scheme: { dvds: { route: 'right-to-ask', posesRisk: true } },
      }),
    ],
    open: told({
      sharer: { organisation: 'police' },
      recipient: { canProtect: true },
      purpose: { kind: 'domestic-violence-disclosure' },
      scheme: { dvds: {} },
    }),
  },
  {
    gateway: 'ea2002-s175',
    rule: 'ea2002-s175-education-safeguarding',
    applies: told({ sharer: { organisation: 'independent-school' }, ...safely }),
    not: ['absent', told({ sharer: { organisation: 'charity' }, ...safely })],
    open: told({ sharer: { organisation: 'independent-school' } }),
  },
  {
    gateway: 'hra1998-protect-life',
    rule: 'hra1998-protect-life',
    applies: told({
      sharer: { organisation: 'fire-and-rescue' },
      concern: { level: 'immediate-danger' },
      ...safely,
    }),
    not: [
      'absent',
      told({
        sharer: { organisation: 'charity' },
        concern: { level: 'immediate-danger' },
        ...safely,
      }),
    ],
    open: told({ sharer: { organisation: 'fire-and-rescue' }, ...safely }),
  },
  {
    gateway: 'pcsc2022-s15',
    rule: 'pcsc2022-s15-collaborate-when-asked',
    applies: asked('pcsc2022-s16', {
      sharer: { organisation: 'academy' },
      recipient: { organisation: 'police' },
      ...violence,
      items: plain,
      justification: { proportionate: true },
    }),
    not: [
      'absent',
      asked('pcsc2022-s16', {
        sharer: { organisation: 'probation' },
        recipient: { organisation: 'police' },
        ...violence,
        items: plain,
        justification: { proportionate: true },
      }),
    ],
    open: asked('pcsc2022-s16', {
      sharer: { organisation: 'academy' },
      recipient: { organisation: 'police' },
      ...violence,
      items: plain,
    }),
  },
  {
    gateway: 'pcsc2022-s16',
    rule: 'pcsc2022-s16-serious-violence-disclosure',
    applies: told({
      sharer: { organisation: 'fire-and-rescue' },
      recipient: { organisation: 'police' },
      ...violence,
      items: plain,
    }),
    not: [
      'does-not-apply',
      asked('pcsc2022-s16', {
        sharer: { organisation: 'icb' },
        recipient: { organisation: 'police' },
        ...violence,
        items: plain,
      }),
    ],
    open: asked('pcsc2022-s16', {
      sharer: { organisation: council },
      recipient: { organisation: 'police' },
      ...violence,
      items: [piece({ identifies: true })],
    }),
  },
  {
    gateway: 'pcsc2022-s17',
    rule: 'pcsc2022-s17-policing-body-request',
    applies: asked('pcsc2022-s17', {
      sharer: { organisation: 'youth-justice' },
      recipient: { organisation: 'local-policing-body' },
      ...violence,
      items: plain,
    }),
    not: [
      'does-not-apply',
      asked('pcsc2022-s17', {
        sharer: { organisation: 'youth-justice' },
        recipient: { organisation: 'local-policing-body' },
        ...violence,
        items: [piece({ identifies: true, patientInformation: true })],
      }),
    ],
    open: asked('pcsc2022-s17', {
      sharer: { organisation: 'youth-justice' },
      recipient: { organisation: 'local-policing-body' },
      ...violence,
    }),
  },
  {
    gateway: 'pcsc2022-s44a',
    rule: 'pcsc2022-s44a-victim-information-request',
    applies: asked('pcsc2022-s44a', {
      demand: { necessaryAndProportionate: true },
      recipient: { organisation: 'police' },
      purpose: { kind: 'crime-prevention' },
    }),
    not: [
      'does-not-apply',
      asked('pcsc2022-s44a', {
        demand: { necessaryAndProportionate: false },
        recipient: { organisation: 'police' },
        purpose: { kind: 'crime-prevention' },
      }),
    ],
    open: asked('pcsc2022-s44a', {
      recipient: { organisation: 'police' },
      purpose: { kind: 'crime-prevention' },
    }),
  },
  {
    gateway: 'statutory-function',
    rule: 'statutory-function',
    applies: told({ sharer: { statutoryFunction: true } }),
    not: ['absent', told({ sharer: { statutoryFunction: false } })],
    open: told({}),
  },
  {
    gateway: 'ctsa2015-s26',
    rule: 'ctsa2015-s26-prevent-referral',
    applies: told({
      sharer: { organisation: 'college' },
      recipient: { organisation: 'police', mightHarm: false },
      ...safely,
      concern: { kinds: ['radicalisation'] },
    }),
    not: [
      'absent',
      told({
        sharer: { organisation: 'charity' },
        recipient: { organisation: 'police', mightHarm: false },
        ...safely,
        concern: { kinds: ['radicalisation'] },
      }),
    ],
    open: told({
      sharer: { organisation: 'college' },
      recipient: { organisation: 'police', mightHarm: false },
      ...safely,
    }),
  },
  {
    gateway: 'ctsa2015-s38',
    rule: 'ctsa2015-s38-channel-co-operation',
    applies: told({
      sharer: { organisation: 'college' },
      recipient: { organisation: 'multi-agency-meeting' },
      ...safely,
      scheme: { prevent: {} },
    }),
    not: [
      'does-not-apply',
      told({
        sharer: { organisation: 'college' },
        recipient: { organisation: 'employer' },
        ...safely,
        scheme: { prevent: {} },
      }),
    ],
    open: told({
      sharer: { organisation: 'college' },
      recipient: { organisation: 'multi-agency-meeting' },
      ...safely,
    }),
  },
  {
    gateway: 'da-act2021-s49a',
    rule: 'da-act2021-s49a-notify-school',
    applies: told({
      sharer: { organisation: 'police' },
      recipient: { organisation: 'academy' },
      scheme: { encompass: { policeAttended: true, childOfHousehold: true } },
    }),
    not: [
      'does-not-apply',
      told({
        sharer: { organisation: 'police' },
        recipient: { organisation: 'early-years-provider' },
        scheme: { encompass: { policeAttended: true, childOfHousehold: true } },
      }),
    ],
    open: told({
      sharer: { organisation: 'police' },
      recipient: { organisation: 'academy' },
      scheme: { encompass: { policeAttended: true } },
    }),
  },
  {
    gateway: 'fgma2003-s5b',
    rule: 'fgma2003-s5b-report-to-police',
    applies: told({
      sharer: { profession: 'regulated-health' },
      recipient: { organisation: 'police' },
      concern: { kinds: ['fgm'], level: 'significant-harm' },
      scheme: { fgm: { disclosedByGirlOrSeen: true } },
    }),
    not: [
      'does-not-apply',
      told({
        sharer: { profession: 'regulated-health' },
        recipient: { organisation: 'police' },
        concern: { kinds: ['fgm'], level: 'significant-harm' },
        scheme: { fgm: { disclosedByGirlOrSeen: false } },
      }),
    ],
    open: told({
      sharer: { profession: 'regulated-health' },
      recipient: { organisation: 'police' },
      concern: { kinds: ['fgm'], level: 'significant-harm' },
      scheme: { fgm: {} },
    }),
  },
  {
    gateway: 'svga2006-s35',
    rule: 'svga2006-s35-dbs-referral',
    applies: told({
      recipient: { organisation: 'dbs' },
      scheme: { dbs: { removedFromRegulatedActivity: true, harmTestMet: true } },
    }),
    not: [
      'does-not-apply',
      told({
        recipient: { organisation: 'dbs' },
        scheme: { dbs: { removedFromRegulatedActivity: false, harmTestMet: true } },
      }),
    ],
    open: told({
      recipient: { organisation: 'dbs' },
      scheme: { dbs: { removedFromRegulatedActivity: true } },
    }),
  },
  {
    gateway: 'marac',
    rule: 'marac-high-risk-case',
    applies: told({
      recipient: { organisation: 'police', mightHarm: false },
      ...safely,
      concern: { kinds: ['domestic-abuse'] },
      scheme: { marac: { thresholdMet: true } },
    }),
    not: [
      'does-not-apply',
      told({
        recipient: { organisation: 'police', mightHarm: false },
        ...safely,
        concern: { kinds: ['domestic-abuse'] },
        scheme: { marac: { thresholdMet: false } },
      }),
    ],
    open: told({
      recipient: { organisation: 'police', mightHarm: false },
      ...safely,
      concern: { kinds: ['domestic-abuse'] },
      scheme: { marac: {} },
    }),
  },
  {
    gateway: 'kcsie-2026-part4',
    rule: 'kcsie-2026-part4-allegation-to-designated-officer',
    applies: told({
      sharer: { organisation: 'academy' },
      recipient: { organisation: 'lado', mightHarm: false },
      ...safely,
      concern: { kinds: ['staff-allegation'] },
    }),
    not: [
      'absent',
      told({
        sharer: { organisation: 'charity' },
        recipient: { organisation: 'lado', mightHarm: false },
        ...safely,
        concern: { kinds: ['staff-allegation'] },
      }),
    ],
    open: told({
      sharer: { organisation: 'academy' },
      recipient: { organisation: 'lado', mightHarm: false },
      ...safely,
    }),
  },
  {
    gateway: 'working-together-allegation',
    rule: 'working-together-allegation-to-designated-officer',
    applies: told({
      sharer: { organisation: 'charity' },
      recipient: { organisation: 'lado', mightHarm: false },
      ...safely,
      concern: { kinds: ['staff-allegation'] },
    }),
    not: [
      'absent',
      told({
        sharer: { organisation: 'charity' },
        recipient: { organisation: 'employer', mightHarm: false },
        ...safely,
        concern: { kinds: ['staff-allegation'] },
      }),
    ],
    open: told({
      sharer: { organisation: 'charity' },
      recipient: { organisation: 'lado', mightHarm: false },
      ...safely,
    }),
  },
  {
    gateway: 'working-together-2026',
    rule: 'working-together-2026-significant-harm',
    applies: told({
      recipient: { organisation: council, mightHarm: false },
      ...safely,
      concern: { level: 'significant-harm' },
    }),
    not: [
      'absent',
      told({
        recipient: { organisation: council, mightHarm: false },
        ...safely,
        concern: { level: 'child-in-need', adultAtSeriousRisk: false },
      }),
    ],
    open: told({ recipient: { organisation: council, mightHarm: false }, ...safely }),
  },
  {
    gateway: 'working-together-child-in-need',
    rule: 'working-together-child-in-need-referral',
    applies: told({
      recipient: { organisation: council, mightHarm: false },
      ...safely,
      concern: { level: 'child-in-need' },
    }),
    not: [
      'absent',
      told({
        recipient: { organisation: council, mightHarm: false },
        purpose: { kind: 'early-help' },
        concern: { level: 'child-in-need' },
      }),
    ],
    open: told({ recipient: { organisation: council, mightHarm: false }, ...safely }),
  },
  {
    gateway: 'working-together-moves',
    rule: 'working-together-child-moves-area',
    applies: told({
      recipient: { organisation: council, mightHarm: false },
      ...moved,
      move: { to: 'area', plan: 'child-protection' },
    }),
    not: [
      'absent',
      told({
        recipient: { organisation: council, mightHarm: false },
        ...moved,
        move: { to: 'area', plan: 'universal' },
        concern: { level: 'none', adultAtSeriousRisk: false },
      }),
    ],
    open: told({
      recipient: { organisation: council, mightHarm: false },
      ...moved,
      move: { to: 'area' },
    }),
  },
  {
    gateway: 'working-together-enquiry',
    rule: 'working-together-enquiry-follows-child',
    applies: told({
      sharer: { organisation: council },
      recipient: { organisation: council, mightHarm: false },
      purpose: { kind: 'child-protection-enquiry' },
      move: { to: 'area' },
    }),
    not: [
      'absent',
      told({
        sharer: { organisation: council },
        recipient: { organisation: council, mightHarm: false },
        purpose: { kind: 'child-protection-enquiry' },
        move: { to: 'home-education' },
      }),
    ],
    open: told({
      sharer: { organisation: council },
      recipient: { organisation: council, mightHarm: false },
      purpose: { kind: 'child-protection-enquiry' },
      move: {},
    }),
  },
  {
    gateway: 'working-together-exploitation',
    rule: 'working-together-exploitation-and-missing',
    applies: told({
      recipient: { organisation: 'police', mightHarm: false },
      ...safely,
      concern: { kinds: ['missing'] },
    }),
    not: [
      'absent',
      told({
        recipient: { organisation: 'police', mightHarm: false },
        ...safely,
        concern: { kinds: ['neglect'] },
      }),
    ],
    open: told({ recipient: { organisation: 'police', mightHarm: false }, ...safely }),
  },
  {
    gateway: 'kcsie-child-protection-file',
    rule: 'kcsie-child-protection-file-follows-child',
    applies: told({
      sharer: { organisation: 'academy' },
      recipient: { organisation: 'college', mightHarm: false },
      ...moved,
      move: { to: 'school' },
      items: [piece({ categories: ['safeguarding-concern'] })],
    }),
    not: [
      'absent',
      told({
        sharer: { organisation: 'academy' },
        recipient: { organisation: 'college', mightHarm: false },
        ...moved,
        move: { to: 'area' },
        items: [piece({ categories: ['safeguarding-concern'] })],
      }),
    ],
    open: told({
      sharer: { organisation: 'academy' },
      recipient: { organisation: 'college', mightHarm: false },
      ...moved,
      move: { to: 'school' },
    }),
  },
  {
    gateway: 'pupil-record',
    rule: 'pupil-info-regs2005-r9-record-follows-pupil',
    applies: told({
      sharer: { organisation: 'school-maintained' },
      recipient: { organisation: 'independent-school' },
      ...moved,
      move: { to: 'school' },
      items: [piece({ categories: ['education'] })],
    }),
    not: [
      'absent',
      told({
        sharer: { organisation: 'academy' },
        recipient: { organisation: 'independent-school' },
        ...moved,
        move: { to: 'school' },
        items: [piece({ categories: ['education'] })],
      }),
    ],
    open: told({
      sharer: { organisation: 'school-maintained' },
      recipient: { organisation: 'independent-school' },
      ...moved,
      move: {},
      items: [piece({ categories: ['education'] })],
    }),
  },
  {
    gateway: 'pupil-record',
    rule: 'pupil-info-regs2005-r5-parent-sees-record',
    applies: asked('pupil-record', {
      sharer: { organisation: 'school-maintained' },
      recipient: { person: 'father' },
      people: [person('pupil', { role: 'child' }), person('father', { role: 'parent' })],
      items: [report],
    }),
    not: [
      'does-not-apply',
      asked('pupil-record', {
        sharer: { organisation: 'academy' },
        recipient: { person: 'father' },
        people: [person('pupil', { role: 'child' }), person('father', { role: 'parent' })],
        items: [report],
      }),
    ],
    open: asked('pupil-record', {
      sharer: { organisation: 'school-maintained' },
      recipient: { person: 'father' },
      people: [person('pupil', { role: 'child' }), person('father')],
      items: [report],
    }),
  },
  {
    gateway: 'subject-access',
    rule: 'gdpr2016-art15-subject-access',
    applies: asked('subject-access', {
      recipient: { person: 'asker' },
      people: [person('asker', { ageBand: 'adult' })],
      items: [accessed],
    }),
    not: [
      'does-not-apply',
      asked('subject-access', {
        recipient: { person: 'asker' },
        people: [person('asker', { ageBand: 'adult' })],
        items: [{ ...accessed, withinDemand: false }],
      }),
    ],
    open: asked('subject-access', {
      recipient: { person: 'asker' },
      people: [person('asker', { ageBand: 'adult' })],
      items: [piece({ about: ['asker'], categories: ['health'], withinDemand: true })],
    }),
  },
  {
    gateway: 'police-act-1997-s113b',
    rule: 'police-act1997-s113b-vetting-information',
    applies: asked('police-act-1997-s113b', {
      sharer: { organisation: 'police' },
      recipient: { organisation: 'dbs' },
      justification: { proportionate: true },
    }),
    not: [
      'does-not-apply',
      asked('police-act-1997-s113b', {
        sharer: { organisation: 'police' },
        recipient: { organisation: 'employer' },
        justification: { proportionate: true },
      }),
    ],
    open: asked('police-act-1997-s113b', {
      sharer: { organisation: 'police' },
      recipient: { organisation: 'dbs' },
    }),
  },
  {
    gateway: 'care-planning-regs2010-r13',
    rule: 'care-planning-regs2010-r13-notify-placement',
    applies: told({
      sharer: { organisation: council },
      recipient: { organisation: 'icb' },
      ...moved,
      move: { plan: 'looked-after' },
    }),
    not: [
      'absent',
      told({
        sharer: { organisation: 'fostering-agency' },
        recipient: { organisation: 'icb' },
        ...moved,
        move: { plan: 'looked-after' },
      }),
    ],
    open: told({ sharer: { organisation: council }, recipient: { organisation: 'icb' }, ...moved }),
  },
  {
    gateway: 'childrens-homes-regs2015-r40',
    rule: 'childrens-homes-regs2015-r40-serious-event',
    applies: told({
      sharer: { organisation: 'childrens-home-private' },
      recipient: { organisation: 'regulator' },
      concern: { kinds: ['staff-allegation'] },
    }),
    not: [
      'absent',
      told({
        sharer: { organisation: 'charity' },
        recipient: { organisation: 'regulator' },
        concern: { kinds: ['staff-allegation'] },
      }),
    ],
    open: told({
      sharer: { organisation: 'childrens-home-private' },
      recipient: { organisation: 'regulator' },
    }),
  },
];

describe.each(table.map((row) => [row.gateway, row] as const))('%s', (gateway, row) => {
  test('applies where its limbs are met', () => {
    const found = gatewayOf(decide(row.applies), gateway);
    expect(found?.status).toBe('applies');
    expect(found?.reasons).toContain(row.rule);
  });

  test('does not apply one limb away', () => {
    const [status, request] = row.not;
    const found = gatewayOf(decide(request), gateway);
    expect(found?.status ?? 'absent').toBe(status);
    if (found) expect(found.reasons).toContain(row.rule);
  });

  test('is undetermined while a limb is not known', () => {
    const found = gatewayOf(decide(row.open), gateway);
    expect(found?.status).toBe('undetermined');
    expect(found?.reasons).toContain(row.rule);
  });
});

const current = rules.filter(
  ({ effective, commencement }) =>
    effective.from <= day &&
    day <= (effective.to ?? day) &&
    commencement !== 'not-commenced' &&
    commencement !== 'announced',
);

test('every duty and power in force has a row', () => {
  const gateways = current.flatMap(({ event }) =>
    event.type === 'duty' || event.type === 'power' ? [event.params.gateway] : [],
  );
  expect([...new Set(gateways)].sort()).toEqual(
    [...new Set(table.map((row) => row.gateway))].sort(),
  );
});

test.each(demandPowers.map((power) => [power] as const))(
  'a request that claims %s is answered by some rule',
  (power) => {
    const said = JSON.stringify(current.map(({ conditions }) => conditions));
    const announced = JSON.stringify(rules.map(({ event }) => event));
    expect(said.includes(`"${power}"`) || announced.includes(`"gateway":"${power}"`)).toBe(true);
  },
);

describe('the information sharing duty of section 16LA, announced for 30 September 2026', () => {
  const worry = told({
    sharer: { organisation: 'school-maintained', statutoryFunction: true },
    recipient: { organisation: council, mightHarm: false, identityVerified: true },
    purpose: { kind: 'promote-welfare', legitimate: true },
    concern: {
      level: 'welfare',
      about: ['child'],
      disclosureMayFacilitate: true,
      disclosureMoreDetrimental: false,
    },
    people: [person('child', { role: 'child', ageBand: 'under-13' })],
    items: [
      piece({
        about: ['child'],
        categories: ['observation'],
        identifies: true,
        confidential: false,
        accurate: true,
      }),
    ],
    justification: { necessary: true, proportionate: true, lessIntrusiveWayExists: false },
  });
  const rule = 'ca2004-s16la-information-sharing-duty';
  const bases = (decision: SharingDecision) =>
    decision.lawfulBases.filter((row) => row.status === 'available').map((row) => row.article);
  const warned = (decision: SharingDecision) =>
    decision.cautions.filter((row) => row.reasons.includes(rule)).length;

  test('is a duty and a lawful basis where the caller gives that day of commencement', () => {
    const decision = createEngine({ commencement: { 'ca2004-s16la': '2026-09-30' } }).decide(worry);
    expect(decision).toMatchObject({ outcome: 'share', strength: 'must' });
    expect(gatewayOf(decision, 'ca2004-s16la')).toMatchObject({
      kind: 'duty',
      status: 'applies',
      strength: 'must',
      reasons: [rule],
    });
    expect(decision.items[0]?.reasons).toContain(rule);
    expect(bases(decision)).toContain('6(1)(c)');
    expect(warned(decision)).toBe(0);
  });

  test('says nothing where the caller says that it will not begin', () => {
    const decision = createEngine({ commencement: { 'ca2004-s16la': null } }).decide(worry);
    expect(decision).toMatchObject({ outcome: 'share', strength: 'may' });
    expect(gatewayOf(decision, 'ca2004-s16la')).toBeUndefined();
    expect(bases(decision)).not.toContain('6(1)(c)');
    expect(warned(decision)).toBe(0);
  });

  test('is guidance with a caution, and no lawful basis, while nobody has confirmed it', () => {
    const decision = decide(worry);
    expect(decision).toMatchObject({ outcome: 'share', strength: 'should' });
    expect(gatewayOf(decision, 'ca2004-s16la')).toMatchObject({
      status: 'undetermined',
      strength: 'should',
      reasons: [rule],
    });
    expect(bases(decision)).not.toContain('6(1)(c)');
    expect(warned(decision)).toBe(1);
  });

  test('does not bear on the day before', () => {
    const decision = decide({ ...worry, on: '2026-09-29' });
    expect(decision.strength).toBe('may');
    expect(gatewayOf(decision, 'ca2004-s16la')).toBeUndefined();
  });

  test('gives way where disclosing would be more detrimental to the child', () => {
    const engine = createEngine({ commencement: { 'ca2004-s16la': '2026-09-30' } });
    const decision = engine.decide({
      ...worry,
      concern: { ...worry.concern, disclosureMoreDetrimental: true },
    });
    expect(decision.strength).toBe('may');
    expect(gatewayOf(decision, 'ca2004-s16la')).toBeUndefined();
  });

  test('reaches a charity that provides a service for the council', () => {
    const engine = createEngine({ commencement: { 'ca2004-s16la': '2026-09-30' } });
    const decision = engine.decide({
      ...worry,
      sharer: { organisation: 'charity', contractedBy: council },
    });
    expect(gatewayOf(decision, 'ca2004-s16la')?.status).toBe('applies');
  });
});

describe('mandatory reporting of child sexual abuse, not begun', () => {
  const reported = told({
    sharer: { organisation: 'academy', profession: 'teacher' },
    recipient: { organisation: 'police', mightHarm: false },
    ...safely,
    concern: { level: 'significant-harm', kinds: ['sexual'], crimeSuspected: true },
  });

  test('gives its caution and nothing else', () => {
    const decision = decide(reported);
    expect(decision.cautions.flatMap((row) => row.reasons)).toContain(
      'cpa2026-s85-report-child-sexual-abuse',
    );
    expect(gatewayOf(decision, 'cpa2026-s85')).toBeUndefined();
    expect(decision.strength).not.toBe('must');
  });
});

describe('other nations', () => {
  test('have no Children Act duty: it is unsupported there, with advice', () => {
    const scottish = asked('ca1989-s47', {
      nation: 'scotland',
      sharer: { organisation: 'nhs-trust' },
      recipient: { organisation: council },
      purpose: { kind: 'child-protection-enquiry' },
      justification: { proportionate: true },
    });
    const decision = decide(scottish);
    expect(gatewayOf(decision, 'ca1989-s47')?.status).toBe('undetermined');
    expect(decision.strength).not.toBe('must');
    expect(decision.advice.map((row) => row.who)).toContain('legal');
  });

  test('keep what is law of the United Kingdom', () => {
    const decision = decide(
      asked('court-order', { nation: 'scotland', items: [piece({ withinDemand: true })] }),
    );
    expect(gatewayOf(decision, 'court-order')?.status).toBe('applies');
  });
});

describe('a parent who asks', () => {
  const father = { ageBand: 'adult', role: 'parent', parentalResponsibility: true } as const;
  const asks = (about: Partial<Person>, item: Partial<Item>): SharingRequest =>
    asked('subject-access', {
      sharer: { organisation: 'nhs-gp', statutoryFunction: true },
      recipient: { person: 'father', identityVerified: true, mightHarm: false },
      purpose: { kind: 'parental-request', legitimate: true },
      people: [
        person('child', { role: 'child', ageBand: 'under-13', canConsent: false, ...about }),
        person('father', father),
      ],
      items: [
        piece({
          about: ['child'],
          categories: ['health'],
          identifies: true,
          withinDemand: true,
          confidential: false,
          couldExposeSomeoneToHarm: false,
          ...item,
        }),
      ],
    });
  const access = (request: SharingRequest) => gatewayOf(decide(request), 'subject-access')?.status;

  test('has the right of a child who cannot ask, in the interests of the child', () => {
    expect(access(asks({ bestInterests: true }, {}))).toBe('applies');
  });

  test('has no right by parental responsibility alone', () => {
    expect(access(asks({ bestInterests: false }, {}))).toBe('does-not-apply');
    expect(access(asks({}, {}))).toBe('undetermined');
    const competent = { ageBand: '13-15', canConsent: true, bestInterests: true } as const;
    expect(access(asks(competent, {}))).toBe('does-not-apply');
  });

  test('does not see what the child told in confidence', () => {
    const confided = { confidential: true, confidedBy: 'child' };
    const refused = { consent: { confidentiality: { status: 'refused' } } } as const;
    expect(access(asks({ bestInterests: true, ...refused }, confided))).toBe('does-not-apply');
  });

  test('does not see health data that could seriously harm someone', () => {
    expect(access(asks({ bestInterests: true }, { couldExposeSomeoneToHarm: true }))).toBe(
      'does-not-apply',
    );
  });
});

describe('freedom of information', () => {
  test('is no route to personal data, and no duty to give it', () => {
    const decision = decide(
      asked('foi', {
        sharer: { organisation: council, statutoryFunction: true },
        recipient: { organisation: 'media', mightHarm: false },
        purpose: { kind: 'other', legitimate: true },
        items: [piece({ identifies: true })],
      }),
    );
    expect(gatewayOf(decision, 'foi')).toMatchObject({ kind: 'restriction', status: 'applies' });
    expect(decision.items[0]).toMatchObject({ verdict: 'withhold', strength: 'must' });
    expect(decision.items[0]?.reasons).toContain('foia2000-s40-personal-data');
    expect(decision.gateways.filter((row) => row.kind === 'duty')).toEqual([]);
  });
});

describe('the child sex offender disclosure scheme', () => {
  const telling = (undertaking: 'signed' | 'refused' | 'not-asked'): SharingRequest =>
    told({
      mode: 'on-request',
      demand: { power: 'none-stated' },
      sharer: {
        organisation: 'police',
        lawEnforcementPurpose: false,
        appropriatePolicyDocument: true,
      },
      recipient: { person: 'mother', canProtect: true, mightHarm: false, identityVerified: true },
      purpose: { kind: 'child-sex-offender-disclosure' },
      concern: { level: 'significant-harm', kinds: ['sexual'], about: ['child'] },
      people: [
        person('mother', { role: 'parent', ageBand: 'adult' }),
        person('child', { role: 'child', ageBand: 'under-13' }),
        person('partner', {
          role: 'significant-other',
          ageBand: 'adult',
          allegedToHarm: true,
          withoutConsentReason: 'would-prejudice-protection',
        }),
      ],
      items: [
        piece({
          about: ['partner'],
          categories: ['criminal-conviction'],
          identifies: true,
          confidential: true,
          publicInterestOverridesConfidence: true,
          accurate: true,
        }),
      ],
      justification: { necessary: true, proportionate: true, substantialPublicInterest: true },
      scheme: { csods: { warned: false, undertaking } },
    });
  const steps = (request: SharingRequest) =>
    decide(request)
      .obligations.filter(({ status }) => status === 'applies')
      .flatMap(({ reasons }) => reasons)
      .filter((rule) => rule.startsWith('csods-'));

  test('tells the one who can protect the child: in person, warned, with an undertaking', () => {
    const request = telling('not-asked');
    expect(decide(request).outcome).toBe('share');
    expect(gatewayOf(decide(request), 'csods')?.status).toBe('applies');
    expect(steps(request)).toEqual(
      expect.arrayContaining([
        'csods-tell-in-person',
        'csods-warn-first',
        'csods-undertaking-first',
      ]),
    );
  });

  test('does not refuse someone for refusing to sign: the police think again', () => {
    const request = telling('refused');
    expect(decide(request).outcome).toBe('share');
    expect(steps(request)).toContain('csods-undertaking-refused-reconsider');
    expect(decide(request).advice.flatMap(({ reasons }) => reasons)).toContain(
      'csods-undertaking-refused-manager',
    );
    expect(steps(telling('signed'))).not.toContain('csods-undertaking-refused-reconsider');
  });
});

test.each([['nhs-gp'], ['nhs-dentist'], ['nhs-school-nursing'], ['nhs-trust']] as const)(
  '%s need not name a function to tell social care of significant harm',
  (organisation) => {
    const decision = decide(
      told({
        sharer: { organisation },
        recipient: { organisation: council, mightHarm: false },
        ...safely,
        concern: { level: 'significant-harm', about: ['child'] },
        people: [person('child', { role: 'child', ageBand: 'under-13' })],
        items: [
          piece({
            about: ['child'],
            categories: ['observation'],
            identifies: true,
            confidential: false,
            accurate: true,
          }),
        ],
        justification: { necessary: true, proportionate: true, lessIntrusiveWayExists: false },
      }),
    );
    expect(decision).toMatchObject({ outcome: 'share', strength: 'should' });
    expect(decision.items[0]?.reasons).toContain('ca2004-s11-safeguarding-arrangements');
  },
);
