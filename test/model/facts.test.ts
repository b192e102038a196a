import { describe, expect, test } from 'vitest';
import { concludedFacts, decidedFacts, derivedFacts } from '../../src/model/derived.ts';
import { facts, factsById } from '../../src/model/facts.ts';
import type { Fact, FactType, Scope } from '../../src/model/facts.ts';
import { SharingRequest } from '../../src/model/request.ts';
import * as words from '../../src/model/words.ts';

const list = (text: string) => text.split(' ');
const asked = facts.filter(({ from }) => from === 'request');
const under = (prefix: string) => asked.map(({ id }) => id).filter((id) => id.startsWith(prefix));
const factOf = (id: string): Fact => {
  const fact = factsById.get(id);
  if (!fact) throw new Error(`no fact ${id}`);
  return fact;
};

/** The leaves of the contract, object by object. */
const contract: Record<string, string> = {
  'demand.':
    'form power by receivedOn statesPublicTaskNeed explainsPurpose inWriting necessaryAndProportionate newInformation',
  'sharer.':
    'organisation publicAuthority statutoryFunction lawEnforcementPurpose contractedBy appropriatePolicyDocument profession',
  'recipient.':
    'organisation person actingFor sameOrganisation reach roleInSafeguarding canProtect entitled identityVerified contracted mightHarm',
  'purpose.': 'kind legitimate compatible',
  'concern.':
    'about level knownOn kinds s47ThresholdDecided crimeSuspected seriousCrime adultAtSeriousRisk historicChildProtection delayWouldHarm disclosureMayFacilitate disclosureMoreDetrimental',
  'person.':
    'role allegedToHarm worksWithChildren status dateOfBirth ageBand deceased canConsent underCoercion needsCareAndSupport cannotProtectSelf parentalResponsibility ' +
    'views.sought views.objects views.objectionConsidered views.asksConfidence withoutConsentReason bestInterests transparency.privacyNoticeGiven transparency.toldOfThisSharing ' +
    'informing.wouldRaiseRiskToChild informing.wouldRaiseRiskToOther informing.wouldPrejudiceSeriousCrime informing.wouldDelayEnquiries informing.wouldCompromiseInvestigation informing.impossible ' +
    'informing.disproportionateEffort informing.wouldImpairObjectives informing.requiredByLaw informing.professionalSecrecy informing.notPracticable',
  'consent.':
    'status givenOn expiresOn withdrawnOn givenBy implied freelyGiven specific informed unambiguous explicit recorded distinguishable canBeWithdrawn conditionOfService',
  'item.':
    'about categories identifies confidential confidedBy publicInterestOverridesConfidence patientInformation relevant necessary adequate accurate upToDate nature verification ' +
    'factAndOpinionDistinguished historicalContextGiven extent withinDemand couldExposeSomeoneToHarm alreadyAvailableToRecipient collectedOnConsent obtainedFrom obtainedOn originatorAgrees restriction',
  'justification.':
    'necessary proportionate lessIntrusiveWayExists substantialPublicInterest legitimateInterestsPrevail',
  'scheme.':
    'dvds.route dvds.posesRisk csods.warned csods.undertaking marac.thresholdMet mappa.managed encompass.policeAttended encompass.childOfHousehold fgm.disclosedByGirlOrSeen ' +
    'dbs.removedFromRegulatedActivity dbs.harmTestMet lado.agreesTellingAccused',
  'move.': 'to on planned whereaboutsKnown plan riskIncreased',
  'arrangement.': 'pattern agreement dpia',
  'channel.': 'method secure contentChecked seenByThreat',
  'advice.': 'doubt sought from outcome',
};

/** The closed lists of the contract, by the fact that they answer. */
const closed: Record<string, string> = {
  nation: 'england wales scotland northern-ireland',
  mode: 'proactive on-request seeking',
  'demand.form': 'telephone email letter portal in-person',
  'demand.power':
    'ca2004-s16h ca1989-s47 ca1989-s17 pcsc2022-s16 pcsc2022-s17 cda1998-s115 care2014-s45 police-act-1997-s113b court-order proceedings-rules subject-access pupil-record foi ca1989-s27 ca2004-s16la pcsc2022-s44a ca2004-s14b none-stated other',
  'sharer.organisation':
    'la-childrens-social-care la-early-help la-adult-social-care la-housing la-other school-maintained academy independent-school college early-years-provider nhs-trust nhs-mental-health nhs-gp nhs-health-visiting ' +
    'nhs-school-nursing nhs-emergency nhs-dentist pharmacy private-health icb police fire-and-rescue probation prison youth-justice local-policing-body court cafcass safeguarding-partner safeguarding-adults-board ' +
    'multi-agency-meeting housing-association childrens-home-la childrens-home-private fostering-agency charity faith-or-sports private-provider legal-representative employer regulator dbs lado media member-of-public other',
  'sharer.profession': 'regulated-health regulated-social-work teacher other',
  'recipient.reach': 'one need-to-know-group wide-list public',
  'purpose.kind':
    'safeguard-from-harm promote-welfare early-help child-in-need-assessment child-protection-enquiry case-transfer crime-prevention serious-violence-duty domestic-violence-disclosure child-sex-offender-disclosure ' +
    'direct-care service-provision practice-review court employment-vetting regulatory-referral parental-request subject-request research-or-statistics other',
  'concern.level': 'none welfare emerging-need child-in-need significant-harm immediate-danger',
  'concern.kinds':
    'neglect physical emotional sexual exploitation domestic-abuse fgm forced-marriage radicalisation serious-violence self-harm harmful-sexual-behaviour fabricated-illness parental-health-or-substances staff-allegation missing financial-abuse civil-emergency threat-to-public-security threat-to-national-security other',
  'person.role':
    'child sibling parent carer significant-other referrer professional other alleged-perpetrator adult-at-risk',
  'person.status': 'looked-after care-order adopted child-protection-plan child-in-need-plan',
  'person.ageBand': 'unborn under-13 13-15 16-17 adult',
  'person.withoutConsentReason':
    'cannot-be-given not-reasonable-to-obtain would-prejudice-protection',
  'consent.status': 'given refused withdrawn not-sought cannot-be-given',
  'item.categories':
    'health mental-health sexual-health sex-life sexual-orientation ethnic-origin religion political trade-union genetic biometric criminal-conviction criminal-allegation whereabouts contact-details identity ' +
    'referrer-identity family education finance safeguarding-concern services-involved observation professional-opinion intelligence self-published',
  'item.nature': 'fact opinion mixed allegation',
  'item.verification': 'first-hand corroborated single-source anonymous hearsay disproved',
  'item.extent': 'extract summary whole-record',
  'item.obtainedFrom': 'subject family public other-agency',
  'item.restriction':
    'court-order legal-privilege adoption reporting-restriction gender-recognition fertility-treatment none',
  'scheme.dvds.route': 'right-to-ask right-to-know',
  'scheme.csods.undertaking': 'signed refused not-asked',
  'move.to': 'area school home-education',
  'move.plan': 'child-protection child-in-need looked-after early-help universal',
  'arrangement.pattern': 'ad-hoc regular',
  'arrangement.agreement': 'none tier-1 tier-1-and-2',
  'channel.method': 'in-person telephone secure-email email portal post by-hand meeting',
  'advice.from':
    'manager safeguarding-lead data-protection-officer caldicott-guardian legal social-care other',
  'advice.outcome': 'share share-in-part do-not-share undecided',
};
closed['sharer.contractedBy'] = closed['recipient.organisation'] =
  closed['sharer.organisation'] ?? '';

const types: Partial<Record<FactType, string>> = {
  words: 'concern.kinds person.status item.categories',
  date: 'demand.receivedOn concern.knownOn person.dateOfBirth consent.givenOn consent.expiresOn consent.withdrawnOn item.obtainedOn move.on',
  ref: 'demand.by recipient.person recipient.actingFor consent.givenBy item.confidedBy',
  refs: 'concern.about item.about',
};

describe('the fact dictionary', () => {
  test('names each fact once', () => {
    const ids = facts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...factsById.keys()]).toEqual(ids);
  });

  test.each(Object.entries(contract))(
    'has the leaves of the contract under %s, and no others',
    (prefix, leaves) => {
      expect(under(prefix).sort()).toEqual(
        list(leaves)
          .map((leaf) => prefix + leaf)
          .sort(),
      );
    },
  );

  test('has no leaf of a request outside those, but the nation and the mode', () => {
    const prefixes = Object.keys(contract);
    expect(
      asked.map(({ id }) => id).filter((id) => !prefixes.some((prefix) => id.startsWith(prefix))),
    ).toEqual(['nation', 'mode']);
  });

  test.each(Object.entries(closed))(
    'gives %s the words of the contract, in its order',
    (id, contracted) => {
      expect(factOf(id).words).toEqual(list(contracted));
    },
  );

  test('has no other closed list in a request', () => {
    const withWords = asked.filter((fact) => fact.words).map(({ id }) => id);
    expect(withWords.sort()).toEqual(Object.keys(closed).sort());
  });

  test('says of each leaf what type of answer it takes', () => {
    const of = (type: FactType) => asked.filter((fact) => fact.type === type).map(({ id }) => id);
    for (const [type, ids] of Object.entries(types))
      expect(of(type as FactType).sort(), type).toEqual(list(ids).sort());
    const single = Object.keys(closed).filter((id) => !list(types.words ?? '').includes(id));
    expect(of('word').sort()).toEqual(single.sort());
    const others = [...Object.values(types).flatMap(list), ...single];
    expect(of('yes-no').sort()).toEqual(
      asked
        .map(({ id }) => id)
        .filter((id) => !others.includes(id))
        .sort(),
    );
  });

  test('puts each fact in the scope that its name begins with, and all else in the case', () => {
    for (const { id, scope } of facts) {
      const [head = ''] = id.split('.');
      const expected: Scope =
        head === 'person' || head === 'item' || head === 'consent' ? head : 'case';
      expect(scope, id).toBe(expected);
    }
  });

  test('asks for every leaf in plain words, as an observation or a judgement, and says why', () => {
    for (const { id, question, kind, because } of asked) {
      expect(question, id).toMatch(/^[A-Z].*\?$/);
      expect(['observation', 'judgement'], id).toContain(kind);
      expect(because, id).toMatch(/^[A-Z].*\.$/);
    }
  });

  test.each([
    ['demand.form', 'observation'],
    ['demand.necessaryAndProportionate', 'judgement'],
    ['sharer.organisation', 'observation'],
    ['recipient.mightHarm', 'judgement'],
    ['purpose.kind', 'judgement'],
    ['concern.level', 'judgement'],
    ['person.dateOfBirth', 'observation'],
    ['person.canConsent', 'judgement'],
    ['person.informing.wouldRaiseRiskToChild', 'judgement'],
    ['consent.status', 'observation'],
    ['item.identifies', 'observation'],
    ['item.relevant', 'judgement'],
    ['justification.proportionate', 'judgement'],
    ['scheme.encompass.policeAttended', 'observation'],
    ['move.on', 'observation'],
    ['channel.seenByThreat', 'judgement'],
  ])('%s is a matter of %s', (id, kind) => {
    expect(factOf(id).kind).toBe(kind);
  });

  test('says where each leaf stands, from the object of its scope', () => {
    for (const { id, scope, path } of asked) {
      expect((scope === 'case' ? '' : `${scope}.`) + path.join('.')).toBe(id);
    }
  });

  test('confirms just before sharing the facts of the contract, by the answer that does no harm', () => {
    const harmless = asked.flatMap((fact) =>
      fact.harmless === undefined ? [] : [[fact.id, fact.harmless]],
    );
    expect(Object.fromEntries(harmless)).toEqual({
      'item.restriction': 'none',
      'item.originatorAgrees': true,
      'item.collectedOnConsent': false,
      'item.accurate': true,
      'item.verification': 'corroborated',
      'justification.lessIntrusiveWayExists': false,
      'channel.method': 'in-person',
      'channel.secure': true,
      'channel.contentChecked': true,
      'channel.seenByThreat': false,
      'recipient.identityVerified': true,
    });
  });

  test('offers as remedies only what can honestly be brought about', () => {
    const allowed =
      /^(consent\.status|recipient\.identityVerified|item\.(accurate|upToDate|extent|identifies|originatorAgrees)|channel\.\w+|demand\.\w+)$/;
    const remedies = asked.filter((fact) => fact.remedy !== undefined);
    expect(remedies.map(({ id }) => id).filter((id) => !allowed.test(id))).toEqual([]);
    expect(remedies.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'consent.status',
        'recipient.identityVerified',
        'item.accurate',
        'channel.secure',
      ]),
    );
    for (const { id, type, words: answers, remedy } of remedies) {
      if (type === 'yes-no') expect(typeof remedy, id).toBe('boolean');
      else expect(answers, id).toContain(remedy);
    }
  });
});

describe('the facts that nobody is asked', () => {
  test.each([
    ['derived', derivedFacts],
    ['concluded', concludedFacts],
    ['decided', decidedFacts],
  ] as const)('are %s, and each says what it means', (from, listed) => {
    const found = facts.filter((fact) => fact.from === from);
    expect(found.map(({ id }) => id)).toEqual(listed.map(({ id }) => id));
    for (const { id, question, means, path, asks, type, words: answers } of found) {
      expect(question, id).toBeUndefined();
      expect(means, id).toMatch(/\w/);
      expect(path, id).toEqual([]);
      expect(
        asks?.filter((one) => factsById.get(one)?.from !== 'request'),
        id,
      ).toEqual([]);
      expect(type, id).toBe(answers ? 'word' : 'yes-no');
    }
  });

  test('have the closed lists of what they are drawn from', () => {
    expect(factOf('recipient.role').words).toEqual(factOf('person.role').words);
    expect(factOf('consent.kind').words).toEqual(words.consentKinds);
    expect(factOf('decision.outcome').words).toEqual(words.outcomes);
    expect(factOf('item.verdict').words).toEqual(words.verdicts);
  });

  test('say whether each scheme is in play, and ask nothing about it', () => {
    const inPlay = facts.filter(({ id }) => id.endsWith('.inPlay'));
    expect(inPlay.map(({ id }) => id)).toEqual(
      words.schemes.map((scheme) => `scheme.${scheme}.inPlay`),
    );
    for (const { asks } of inPlay) expect(asks).toEqual([]);
  });

  test('say what follows from the organisation of each side, once', () => {
    const of = (side: string) =>
      words.organisationAttributes.filter((attribute) => !factsById.has(`${side}.${attribute}`));
    expect(of('recipient')).toEqual([]);
    expect(of('sharer')).toEqual(['roleInSafeguarding']);
  });
});

test('what is said of all items is any answer of an item but its reference and whom it is about', () => {
  const shape = SharingRequest.shape.allItems.unwrap().shape;
  const leaves = list(contract['item.'] ?? '').filter((leaf) => leaf !== 'about');
  expect(Object.keys(shape).sort()).toEqual(leaves.sort());
});
