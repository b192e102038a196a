import { describe, expect, test } from 'vitest';
import { parse } from '../../src/engine/parse.ts';
import { slotOf } from '../../src/engine/slots.ts';
import { layOut, valueAt } from '../../src/engine/world.ts';
import { decide, rules } from '../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';
import { nations, organisationAttributes, organisations } from '../../src/model/words.ts';
import { tables } from '../rulebase.ts';

type Organisation = (typeof organisations)[number];
type Attribute = (typeof organisationAttributes)[number];
type Said = boolean | 'depends';
type Nation = (typeof nations)[number];

const today = '2026-11-21';

/** What the table says of an organisation as sharer or recipient, on a day. */
function said(
  attribute: Attribute,
  organisation: Organisation,
  on = today,
  side: 'sharer' | 'recipient' = attribute === 'roleInSafeguarding' ? 'recipient' : 'sharer',
): Said {
  const request = parse({ on, mode: 'proactive', [side]: { organisation } });
  const value = valueAt(layOut(request, tables), slotOf(`${side}.${attribute}`), 0);
  return typeof value === 'boolean' ? value : 'depends';
}

const item = {
  ref: 'note',
  about: ['child'],
  identifies: true,
  relevant: true,
  necessary: true,
  withinDemand: true,
  patientInformation: false,
  confidential: false,
  categories: ['safeguarding-concern'],
  restriction: 'none',
} satisfies NonNullable<SharingRequest['items']>[number];

/** An ordinary request that only its sharer, recipient and a few answers tell apart. */
const request = (
  sharer: NonNullable<SharingRequest['sharer']>,
  more: Partial<SharingRequest> = {},
): SharingRequest => ({
  on: today,
  mode: 'proactive',
  sharer,
  recipient: { organisation: 'la-childrens-social-care', mightHarm: false },
  purpose: { kind: 'safeguard-from-harm' },
  concern: { level: 'significant-harm', about: ['child'] },
  justification: { proportionate: true },
  people: [{ ref: 'child', role: 'child' }],
  items: [item],
  ...more,
});

const gateway = (decision: SharingDecision, id: string): string | undefined =>
  decision.gateways.find((row) => row.id === id)?.status;
const available = (decision: SharingDecision): string[] => [
  ...new Set(
    decision.lawfulBases.filter(({ status }) => status === 'available').map((row) => row.article),
  ),
];
const basisRules = (decision: SharingDecision): string[] =>
  decision.lawfulBases.filter(({ status }) => status === 'available').flatMap((row) => row.reasons);

describe('today, what follows in law from being an organisation', () => {
  const expected: Readonly<Record<Attribute, Partial<Record<Organisation, Said>>>> = {
    publicAuthority: {
      'la-childrens-social-care': true,
      academy: true,
      'nhs-gp': true,
      police: true,
      prison: true,
      icb: true,
      charity: false,
      'independent-school': false,
      'childrens-home-private': false,
      'member-of-public': false,
      pharmacy: 'depends',
      'early-years-provider': 'depends',
      'housing-association': 'depends',
      other: 'depends',
    },
    roleInSafeguarding: {
      police: true,
      'la-childrens-social-care': true,
      'nhs-emergency': true,
      lado: true,
      'safeguarding-partner': true,
      academy: 'depends',
      media: 'depends',
    },
    emergencyResponder: {
      police: true,
      'nhs-emergency': true,
      'fire-and-rescue': true,
      'la-childrens-social-care': true,
      'nhs-gp': false,
      charity: false,
    },
    competentAuthority: {
      police: true,
      probation: true,
      prison: true,
      'youth-justice': true,
      court: true,
      regulator: 'depends',
      'local-policing-body': 'depends',
      'la-childrens-social-care': false,
      'fire-and-rescue': false,
      dbs: false,
      charity: false,
    },
    section11Body: {
      'la-housing': true,
      icb: true,
      'nhs-trust': true,
      'nhs-emergency': true,
      police: true,
      'local-policing-body': true,
      probation: true,
      'youth-justice': true,
      prison: true,
      'school-maintained': false,
      academy: false,
      'fire-and-rescue': false,
      court: false,
      cafcass: false,
      charity: false,
      'nhs-gp': 'depends',
      'nhs-school-nursing': 'depends',
    },
    educationSafeguardingBody: {
      'school-maintained': true,
      academy: true,
      'independent-school': true,
      college: true,
      'early-years-provider': true,
      'la-other': 'depends',
      'la-childrens-social-care': false,
      charity: false,
    },
    safeguardingPartner: {
      'la-childrens-social-care': true,
      icb: true,
      police: true,
      'safeguarding-partner': true,
      'la-housing': 'depends',
      'school-maintained': false,
      probation: false,
      'nhs-trust': false,
    },
    section47Body: {
      'la-housing': true,
      'nhs-trust': true,
      icb: true,
      'nhs-health-visiting': 'depends',
      'safeguarding-partner': 'depends',
      police: false,
      academy: false,
      'nhs-gp': false,
      probation: false,
    },
    relevantAuthority: {
      police: true,
      'la-other': true,
      probation: true,
      icb: true,
      'fire-and-rescue': true,
      'local-policing-body': true,
      'housing-association': 'depends',
      'nhs-trust': 'depends',
      prison: false,
      charity: false,
    },
    specifiedAuthority: {
      police: true,
      'fire-and-rescue': true,
      probation: true,
      'youth-justice': true,
      icb: true,
      'la-adult-social-care': true,
      'local-policing-body': false,
      prison: false,
      'nhs-trust': false,
      academy: false,
    },
    educationOrCustodyAuthority: {
      'school-maintained': true,
      academy: true,
      college: true,
      prison: true,
      'independent-school': 'depends',
      'childrens-home-private': 'depends',
      'early-years-provider': false,
      police: false,
    },
    healthOrSocialCareAuthority: {
      icb: true,
      'la-childrens-social-care': false,
      'la-adult-social-care': false,
      'nhs-trust': false,
      'fire-and-rescue': false,
      'safeguarding-partner': 'depends',
    },
    designatedAgency: {
      'school-maintained': true,
      'independent-school': true,
      college: true,
      'early-years-provider': true,
      'nhs-trust': false,
      charity: false,
      other: 'depends',
    },
  };

  test.each(organisationAttributes)('%s', (attribute) => {
    const wanted = expected[attribute];
    const found = Object.keys(wanted).map((one) => [one, said(attribute, one as Organisation)]);
    expect(Object.fromEntries(found)).toEqual(wanted);
  });

  test('is the same of the recipient as of the sharer', () => {
    for (const attribute of organisationAttributes) {
      if (attribute === 'roleInSafeguarding') continue;
      for (const one of organisations)
        expect(said(attribute, one, today, 'recipient'), `${attribute} ${one}`).toBe(
          said(attribute, one),
        );
    }
  });

  test('is said of every organisation, on every day, and never twice of one day', () => {
    for (const [attribute, { values }] of Object.entries(tables.organisations)) {
      expect(Object.keys(values), attribute).toEqual([...organisations]);
      for (const [one, value] of Object.entries(values)) {
        if (!Array.isArray(value)) continue;
        const where = `${attribute} ${one}`;
        expect(value[0]?.from, where).toBe('2000-03-01');
        expect(value.at(-1)?.to, where).toBeUndefined();
        value.slice(1).forEach(({ from }, index) => {
          const before = Date.parse(value[index]?.to ?? '');
          expect(Date.parse(from) - before, where).toBe(86_400_000);
        });
      }
    }
  });
});

describe('an attribute is that of the day', () => {
  const changes: readonly [Attribute, Organisation, string, Said, Said][] = [
    ['competentAuthority', 'police', '2018-05-25', false, true],
    ['competentAuthority', 'local-policing-body', '2018-05-25', false, 'depends'],
    ['section11Body', 'nhs-trust', '2005-10-01', false, true],
    ['section11Body', 'nhs-gp', '2005-10-01', false, 'depends'],
    ['section11Body', 'other', '2005-10-01', false, 'depends'],
    ['educationSafeguardingBody', 'school-maintained', '2004-06-01', false, true],
    ['educationSafeguardingBody', 'academy', '2003-09-01', false, true],
    ['educationSafeguardingBody', 'early-years-provider', '2008-09-01', false, true],
    ['safeguardingPartner', 'police', '2018-06-29', false, true],
    ['safeguardingPartner', 'icb', '2018-06-29', false, true],
    ['relevantAuthority', 'fire-and-rescue', '2007-08-01', 'depends', true],
    ['specifiedAuthority', 'fire-and-rescue', '2023-01-31', false, true],
    ['educationOrCustodyAuthority', 'academy', '2023-01-31', false, true],
    ['healthOrSocialCareAuthority', 'icb', '2023-01-31', false, true],
    ['designatedAgency', 'academy', '2026-09-30', false, true],
  ];

  test.each(changes)('%s of %s changes on %s', (attribute, organisation, on, before, after) => {
    const eve = new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10);
    expect(said(attribute, organisation, eve)).toBe(before);
    expect(said(attribute, organisation, on)).toBe(after);
  });
});

describe('public authority', () => {
  test('decides between a public task and a recognised legitimate interest', () => {
    const council = decide(
      request({
        organisation: 'la-early-help',
        statutoryFunction: true,
        publicAuthority: 'unsure',
      }),
    );
    const academy = decide(request({ organisation: 'academy', statutoryFunction: true }));
    const charity = decide(request({ organisation: 'charity' }));
    expect(basisRules(academy)).toContain('gdpr2016-art6-1e-own-public-task');
    expect(available(academy)).not.toContain('6(1)(ea)');
    expect(basisRules(charity)).toContain('gdpr2016-art6-1ea-annex1-p6-safeguarding');
    expect(available(charity)).not.toContain('6(1)(e)');
    // An answer of "unsure" is kept: the table never speaks over the caller.
    expect(basisRules(council)).not.toContain('gdpr2016-art6-1e-own-public-task');
  });

  test('is what the caller says where the caller says it, either way', () => {
    const academy = decide(request({ organisation: 'academy', publicAuthority: false }));
    const home = decide(
      request({
        organisation: 'childrens-home-private',
        publicAuthority: true,
        statutoryFunction: true,
      }),
    );
    expect(basisRules(academy)).toContain('gdpr2016-art6-1ea-annex1-p6-safeguarding');
    expect(available(academy)).not.toContain('6(1)(e)');
    expect(basisRules(home)).toContain('gdpr2016-art6-1e-own-public-task');
    expect(available(home)).not.toContain('6(1)(ea)');
  });

  test('is asked of the caller where it depends and decides, and only there', () => {
    const asks = (organisation: Organisation) =>
      decide(request({ organisation, statutoryFunction: false })).questions.map(({ fact }) => fact);
    for (const organisation of ['housing-association', 'fostering-agency', 'other'] as const)
      expect(asks(organisation), organisation).toContain('sharer.publicAuthority');
    for (const organisation of ['academy', 'la-housing', 'charity'] as const)
      expect(asks(organisation), organisation).not.toContain('sharer.publicAuthority');
  });
});

describe('a competent authority for law enforcement', () => {
  test('is asked for its purpose where that decides the regime, and a council never is', () => {
    const asks = (organisation: Organisation) =>
      decide(request({ organisation })).questions.map(({ fact }) => fact);
    expect(asks('regulator')).toContain('sharer.lawEnforcementPurpose');
    expect(asks('la-housing')).not.toContain('sharer.lawEnforcementPurpose');
  });

  test('goes by Part 3 where Schedule 7 names it, and by what both regimes allow where it does not', () => {
    const shared = (organisation: Organisation) =>
      decide(request({ organisation, lawEnforcementPurpose: true, statutoryFunction: true }));
    expect(shared('police').regime).toBe('dpa-part-3');
    expect(basisRules(shared('police'))).toContain('dpa2018-s35-2b-law-enforcement-task');
    expect(shared('local-policing-body').outcome).toBe('share');
    expect(basisRules(shared('local-policing-body'))).toEqual([
      'dpa2018-s35-2b-or-gdpr2016-art6-1e-either-regime',
    ]);
    expect(shared('la-housing').regime).toBe('uk-gdpr');
  });
});

test('the job of a recipient is asked where its kind does not settle it, and "no" is never assumed', () => {
  const to = (organisation: Organisation) =>
    decide(
      request(
        { organisation: 'charity' },
        {
          recipient: { organisation, mightHarm: false },
          concern: { level: 'welfare', about: ['child'] },
        },
      ),
    );
  expect(to('academy').questions.map(({ fact }) => fact)).toContain('recipient.roleInSafeguarding');
  expect(to('academy').outcome).not.toBe('do-not-share');
  expect(to('police').questions.map(({ fact }) => fact)).not.toContain(
    'recipient.roleInSafeguarding',
  );
});

test('a call for help with a child protection enquiry binds the health service and not the police', () => {
  const asked = (organisation: Organisation) =>
    decide(
      request(
        { organisation },
        {
          mode: 'on-request',
          recipient: {
            organisation: 'la-childrens-social-care',
            mightHarm: false,
            identityVerified: true,
          },
          demand: { power: 'ca1989-s47', form: 'letter', explainsPurpose: true },
          purpose: { kind: 'child-protection-enquiry' },
        },
      ),
    );
  const trust = asked('nhs-trust');
  const row = trust.gateways.find(({ id }) => id === 'ca1989-s47');
  expect([row?.status, row?.strength, row?.reasons]).toEqual([
    'applies',
    'must',
    ['ca1989-s47-assist-enquiries'],
  ]);
  expect(gateway(asked('icb'), 'ca1989-s47')).toBe('applies');
  expect(gateway(asked('police'), 'ca1989-s47')).not.toBe('applies');
  expect(gateway(asked('academy'), 'ca1989-s47')).not.toBe('applies');
  expect(gateway(asked('nhs-health-visiting'), 'ca1989-s47')).toBe('undetermined');
});

describe('the serious violence duty', () => {
  const shared = (sharer: Organisation, on = today) =>
    decide(
      request(
        { organisation: sharer },
        {
          on,
          purpose: { kind: 'serious-violence-duty' },
          recipient: { organisation: 'youth-justice', mightHarm: false },
        },
      ),
    );

  test('reaches fire and rescue, from 31 January 2023', () => {
    const decision = shared('fire-and-rescue', '2023-01-31');
    expect(gateway(decision, 'pcsc2022-s16')).toBe('applies');
    expect(decision.gateways.find(({ id }) => id === 'pcsc2022-s16')?.reasons).toEqual([
      'pcsc2022-s16-serious-violence-disclosure',
    ]);
    expect(gateway(shared('fire-and-rescue', '2023-01-30'), 'pcsc2022-s16')).toBeUndefined();
  });

  test('gives no power over personal information to an integrated care board, and does to a council', () => {
    expect(gateway(shared('icb'), 'pcsc2022-s16')).not.toBe('applies');
    expect(gateway(shared('la-childrens-social-care'), 'pcsc2022-s16')).toBe('applies');
    expect(gateway(shared('charity'), 'pcsc2022-s16')).not.toBe('applies');
  });
});

test('T4: the bodies named in 2015 are today’s integrated care boards, Probation Service and NHS England', () => {
  const days = ['2015-06-01', '2022-06-30', '2022-07-01', today];
  // One word for the health commissioner and one for probation, whatever they were called on the day.
  for (const on of days) {
    for (const organisation of ['icb', 'probation'] as const) {
      expect(said('section11Body', organisation, on), `${organisation} ${on}`).toBe(true);
      expect(said('relevantAuthority', organisation, on), `${organisation} ${on}`).toBe(true);
      expect(said('publicAuthority', organisation, on), `${organisation} ${on}`).toBe(true);
    }
    expect(said('section47Body', 'icb', on), on).toBe(true);
  }
  expect(said('safeguardingPartner', 'icb', '2022-06-30')).toBe(true);
  for (const on of ['2022-06-30', '2022-07-01']) {
    const decision = decide(
      request(
        { organisation: 'icb' },
        { on, concern: { level: 'child-in-need', about: ['child'] } },
      ),
    );
    const row = decision.gateways.find(({ id }) => id === 'ca2004-s11');
    expect([row?.status, row?.reasons]).toEqual([
      'applies',
      ['ca2004-s11-safeguarding-arrangements'],
    ]);
  }
  // No rule speaks to a practitioner of a body that is gone.
  const gone =
    /clinical commissioning|primary care trust|community rehabilitation|commissioning board|probation trust/i;
  const spoken = rules.flatMap((rule) =>
    [rule.title, rule.summary, rule.because, rule.becauseNot].filter((text) => gone.test(text)),
  );
  expect(spoken).toEqual([]);
});

describe('T24: outside England the Children Act rules are unsupported, and law of the whole United Kingdom goes on', () => {
  const elsewhere = nations.filter((nation) => nation !== 'england');
  const called = (nation: Nation): SharingDecision =>
    decide(
      request(
        { organisation: 'nhs-trust', statutoryFunction: true },
        {
          nation,
          mode: 'on-request',
          recipient: {
            organisation: 'la-childrens-social-care',
            mightHarm: false,
            identityVerified: true,
          },
          demand: { power: 'ca1989-s47', form: 'letter', explainsPurpose: true },
          purpose: { kind: 'child-protection-enquiry' },
        },
      ),
    );

  test('in England the duty to help an enquiry applies, and nothing is unsupported', () => {
    const decision = called('england');
    expect(gateway(decision, 'ca1989-s47')).toBe('applies');
    expect(decision.cautions.flatMap(({ reasons }) => reasons)).not.toContain(
      'other-nation-caution',
    );
    expect(decision.advice.flatMap(({ reasons }) => reasons)).not.toContain('other-nation-legal');
  });

  test.each(elsewhere)('%s', (nation) => {
    const decision = called(nation);
    // Unsupported here: no duty, power or guidance of England is ever said to apply.
    const english = rules
      .filter(({ extent }) => !extent.includes(nation))
      .flatMap(({ event: { params } }) => ('gateway' in params ? [params.gateway] : []));
    expect(english).toContain('ca1989-s47');
    for (const id of english)
      expect(gateway(decision, id) ?? 'undetermined', id).toBe('undetermined');
    expect(decision.strength).not.toBe('must');
    // Seek advice, said and sent to somebody.
    const caution = decision.cautions.find(({ reasons }) =>
      reasons.includes('other-nation-caution'),
    );
    expect(caution?.text).toContain('unsupported for this nation, so seek local advice');
    const advice = decision.advice.find(({ reasons }) => reasons.includes('other-nation-legal'));
    expect(advice?.who).toBe('legal');
    // Data protection and confidence go on, so a task in the law of that nation can carry it.
    expect(basisRules(decision)).toContain('gdpr2016-art6-1e-own-public-task');
    expect(gateway(decision, 'statutory-function')).toBe('applies');
    expect(decision.items.map(({ verdict }) => verdict)).toEqual(['share']);
    expect(decision.items[0]?.reasons).toContain('statutory-function');
  });

  test.each(nations)('in %s a child in immediate danger is protected all the same', (nation) => {
    const decision = decide({
      on: today,
      nation,
      mode: 'proactive',
      sharer: { organisation: 'nhs-gp' },
      recipient: { organisation: 'police', mightHarm: false },
      purpose: { kind: 'safeguard-from-harm' },
      concern: { level: 'immediate-danger', about: ['child'], delayWouldHarm: true },
      items: [{ ref: 'seen', relevant: true, necessary: true }],
    });
    expect(decision.outcome).toBe('share');
    expect(decision.items[0]?.reasons).toContain('hra1998-protect-life');
    expect(decision.urgency).toBe('immediate');
  });

  test('before anyone says which nation it is, England is understood', () => {
    const decision = decide(request({ organisation: 'nhs-trust' }));
    expect(decision.cautions.flatMap(({ reasons }) => reasons)).not.toContain(
      'other-nation-caution',
    );
    expect(gateway(decision, 'ca2004-s11')).toBe('applies');
  });
});
