import { describe, expect, test } from 'vitest';
import { parse } from '../../src/engine/parse.ts';
import { slotOf } from '../../src/engine/slots.ts';
import type { Value } from '../../src/engine/slots.ts';
import { layOut, valueAt } from '../../src/engine/world.ts';
import { derivedFacts } from '../../src/model/derived.ts';
import type { Table } from '../../src/model/rule.ts';
import { consentKinds, organisationAttributes, schemes } from '../../src/model/words.ts';
import { consentAt, laidOut, request, source } from '../synthetic.ts';

/** The value of a fact in a request, at the first instance of its scope unless said otherwise. */
const valueOf = (id: string, said: Record<string, unknown>, index = 0): Value =>
  valueAt(laidOut(request(said)), slotOf(id), index);

/** Unknown are a fact that was left out and one that nobody knows. */
const truthOf = (value: Value) => (value === undefined || value === 'unsure' ? 'unknown' : value);

type Case = [name: string, said: Record<string, unknown>, expected: Value, at?: number];

/** Each derived fact, and each default of a leaf, one by one. */
const worked: Record<string, Case[]> = {
  'sharer.underPart3': [
    [
      'a competent authority for a law enforcement purpose',
      { sharer: { organisation: 'police', lawEnforcementPurpose: true } },
      true,
    ],
    [
      'a competent authority for another purpose',
      { sharer: { organisation: 'police', lawEnforcementPurpose: false } },
      false,
    ],
    [
      'no competent authority, whatever the purpose',
      { sharer: { organisation: 'charity' } },
      false,
    ],
    [
      'another purpose, whatever the organisation',
      { sharer: { lawEnforcementPurpose: false } },
      false,
    ],
    [
      'a competent authority whose purpose was left out',
      { sharer: { organisation: 'police' } },
      'unknown',
    ],
    [
      'a competent authority whose purpose nobody knows',
      { sharer: { organisation: 'police', lawEnforcementPurpose: 'unsure' } },
      'unknown',
    ],
    [
      'a body that may be one, for such a purpose',
      { sharer: { organisation: 'court', lawEnforcementPurpose: true } },
      'unknown',
    ],
    ['nothing said', {}, 'unknown'],
  ],
  'recipient.isPerson': [
    ['a person', { recipient: { person: 'mother' } }, true],
    ['an organisation', { recipient: { organisation: 'police' } }, false],
    ['an organisation that nobody knows', { recipient: { organisation: 'unsure' } }, 'unknown'],
    ['nothing said of the recipient', { recipient: {} }, 'unknown'],
  ],
  'recipient.isMinor': [
    [
      'a child',
      {
        recipient: { person: 'girl' },
        people: [
          { ref: 'mother', ageBand: 'adult' },
          { ref: 'girl', ageBand: '13-15' },
        ],
      },
      true,
    ],
    [
      'an adult',
      {
        recipient: { person: 'mother' },
        people: [
          { ref: 'girl', ageBand: '13-15' },
          { ref: 'mother', ageBand: 'adult' },
        ],
      },
      false,
    ],
    [
      'someone of no given age',
      { recipient: { person: 'girl' }, people: [{ ref: 'girl' }] },
      'unknown',
    ],
    [
      'someone of an age that nobody knows',
      { recipient: { person: 'girl' }, people: [{ ref: 'girl', ageBand: 'unsure' }] },
      'unknown',
    ],
    ['someone of whom nothing is known', { recipient: { person: 'girl' } }, 'unknown'],
    ['an organisation, where it does not arise', { recipient: { organisation: 'police' } }, null],
    ['nothing said of the recipient', { people: [{ ref: 'girl', ageBand: '13-15' }] }, 'unknown'],
  ],
  'recipient.isConcerned': [
    [
      'someone who may be harmed',
      { recipient: { person: 'girl' }, concern: { about: ['brother', 'girl'] } },
      true,
    ],
    ['someone else', { recipient: { person: 'mother' }, concern: { about: ['girl'] } }, false],
    [
      'someone, where it was left out who may be harmed',
      { recipient: { person: 'mother' } },
      'unknown',
    ],
    [
      'an organisation, where it does not arise',
      { recipient: { organisation: 'police' }, concern: { about: ['girl'] } },
      null,
    ],
  ],
  'recipient.role': [
    [
      'a parent',
      {
        recipient: { person: 'mother' },
        people: [
          { ref: 'girl', role: 'child' },
          { ref: 'mother', role: 'parent' },
        ],
      },
      'parent',
    ],
    [
      'someone whose role was left out',
      { recipient: { person: 'mother' }, people: [{ ref: 'mother' }] },
      'unknown',
    ],
    [
      'someone whose role nobody knows',
      { recipient: { person: 'mother' }, people: [{ ref: 'mother', role: 'unsure' }] },
      'unknown',
    ],
    ['an organisation, where it does not arise', { recipient: { organisation: 'police' } }, null],
  ],
  'recipient.parentalResponsibility': [
    [
      'someone who has it',
      {
        recipient: { person: 'mother' },
        people: [
          { ref: 'girl', parentalResponsibility: false },
          { ref: 'mother', parentalResponsibility: true },
        ],
      },
      true,
    ],
    [
      'someone who has not',
      {
        recipient: { person: 'aunt' },
        people: [
          { ref: 'mother', parentalResponsibility: true },
          { ref: 'aunt', parentalResponsibility: false },
        ],
      },
      false,
    ],
    [
      'someone of whom it was left out',
      { recipient: { person: 'aunt' }, people: [{ ref: 'aunt' }] },
      'unknown',
    ],
    [
      'someone of whom nobody knows',
      {
        recipient: { person: 'aunt' },
        people: [{ ref: 'aunt', parentalResponsibility: 'unsure' }],
      },
      'unknown',
    ],
    ['an organisation, where it does not arise', { recipient: { organisation: 'police' } }, null],
  ],
  'recipient.allegedToHarm': [
    [
      'the representative of someone who is',
      {
        recipient: { organisation: 'legal-representative', actingFor: 'uncle' },
        people: [
          { ref: 'girl', allegedToHarm: false },
          { ref: 'uncle', allegedToHarm: true },
        ],
      },
      true,
    ],
    [
      'the representative of someone of whom it was left out',
      {
        recipient: { organisation: 'legal-representative', actingFor: 'uncle' },
        people: [{ ref: 'uncle' }],
      },
      'unknown',
    ],
    [
      'someone who is',
      {
        recipient: { person: 'uncle' },
        people: [
          { ref: 'girl', allegedToHarm: false },
          { ref: 'uncle', allegedToHarm: true },
        ],
      },
      true,
    ],
    [
      'an alleged perpetrator',
      { recipient: { person: 'uncle' }, people: [{ ref: 'uncle', role: 'alleged-perpetrator' }] },
      true,
    ],
    [
      'someone who is not',
      {
        recipient: { person: 'mother' },
        people: [
          { ref: 'uncle', allegedToHarm: true },
          { ref: 'mother', allegedToHarm: false },
        ],
      },
      false,
    ],
    [
      'someone of whom it was left out',
      { recipient: { person: 'mother' }, people: [{ ref: 'mother' }] },
      'unknown',
    ],
    [
      'someone of whom nobody knows',
      { recipient: { person: 'mother' }, people: [{ ref: 'mother', allegedToHarm: 'unsure' }] },
      'unknown',
    ],
    ['an organisation, where it does not arise', { recipient: { organisation: 'police' } }, null],
  ],
  'recipient.organisation': [
    ['a person is no organisation of any kind', { recipient: { person: 'mother' } }, null],
    ['an organisation stays what it is', { recipient: { organisation: 'police' } }, 'police'],
    ['nothing said', {}, 'unknown'],
  ],
  'recipient.publicAuthority': [
    ['an organisation that is one', { recipient: { organisation: 'police' } }, true],
    ['an organisation that is none', { recipient: { organisation: 'charity' } }, false],
    ['an organisation of which it depends', { recipient: { organisation: 'pharmacy' } }, 'unknown'],
    ['an organisation that nobody knows', { recipient: { organisation: 'unsure' } }, 'unknown'],
    ['nothing said', {}, 'unknown'],
    ['a person, where it does not arise', { recipient: { person: 'mother' } }, null],
  ],
  'sharer.publicAuthority': [
    ['follows from the organisation', { sharer: { organisation: 'police' } }, true],
    ['follows from the organisation that is none', { sharer: { organisation: 'charity' } }, false],
    [
      'is what the caller says, against the table',
      { sharer: { organisation: 'police', publicAuthority: false } },
      false,
    ],
    [
      'is unsure where the caller is, against the table',
      { sharer: { organisation: 'police', publicAuthority: 'unsure' } },
      'unknown',
    ],
    ['is unknown where it depends', { sharer: { organisation: 'pharmacy' } }, 'unknown'],
    [
      'is what the caller says where it depends',
      { sharer: { organisation: 'pharmacy', publicAuthority: true } },
      true,
    ],
    [
      'is unknown of an organisation that nobody knows',
      { sharer: { organisation: 'unsure' } },
      'unknown',
    ],
    ['is unknown where nothing is said', {}, 'unknown'],
  ],
  'recipient.roleInSafeguarding': [
    ['follows from the organisation', { recipient: { organisation: 'police' } }, true],
    [
      'follows from the organisation that has none',
      { recipient: { organisation: 'media' } },
      false,
    ],
    [
      'is what the caller says, against the table',
      { recipient: { organisation: 'media', roleInSafeguarding: true } },
      true,
    ],
    [
      'is unsure where the caller is, against the table',
      { recipient: { organisation: 'police', roleInSafeguarding: 'unsure' } },
      'unknown',
    ],
    ['is unknown where it depends', { recipient: { organisation: 'charity' } }, 'unknown'],
    [
      'is unknown of a person, until the caller says',
      { recipient: { person: 'mother' } },
      'unknown',
    ],
    [
      'is what the caller says of a person',
      { recipient: { person: 'mother', roleInSafeguarding: true } },
      true,
    ],
  ],
  'concern.high': [
    ['significant harm', { concern: { level: 'significant-harm' } }, true],
    ['immediate danger', { concern: { level: 'immediate-danger' } }, true],
    [
      'an adult at serious risk, at any level',
      { concern: { level: 'none', adultAtSeriousRisk: true } },
      true,
    ],
    [
      'an adult at serious risk, with the level left out',
      { concern: { adultAtSeriousRisk: true } },
      true,
    ],
    [
      'significant harm, with the adult unsure',
      { concern: { level: 'significant-harm', adultAtSeriousRisk: 'unsure' } },
      true,
    ],
    [
      'a child in need and no adult at risk',
      { concern: { level: 'child-in-need', adultAtSeriousRisk: false } },
      false,
    ],
    [
      'no concern and no adult at risk',
      { concern: { level: 'none', adultAtSeriousRisk: false } },
      false,
    ],
    [
      'a child in need, with the adult left out',
      { concern: { level: 'child-in-need' } },
      'unknown',
    ],
    [
      'a child in need, with the adult unsure',
      { concern: { level: 'child-in-need', adultAtSeriousRisk: 'unsure' } },
      'unknown',
    ],
    [
      'a level that nobody knows, and no adult at risk',
      { concern: { level: 'unsure', adultAtSeriousRisk: false } },
      'unknown',
    ],
    [
      'a child in need, where all who may be harmed are children',
      {
        concern: { level: 'child-in-need', about: ['girl'] },
        people: [{ ref: 'girl', ageBand: 'under-13' }],
      },
      false,
    ],
    ['nothing said', {}, 'unknown'],
  ],
  'concern.adultAtSeriousRisk': [
    [
      'no where all who may be harmed are children',
      {
        concern: { about: ['girl', 'boy'] },
        people: [
          { ref: 'girl', ageBand: 'unborn' },
          { ref: 'boy', role: 'child' },
        ],
      },
      false,
    ],
    [
      'what the caller says, though all are children',
      {
        concern: { about: ['girl'], adultAtSeriousRisk: true },
        people: [{ ref: 'girl', ageBand: '13-15' }],
      },
      true,
    ],
    [
      'unsure where the caller is, though all are children',
      {
        concern: { about: ['girl'], adultAtSeriousRisk: 'unsure' },
        people: [{ ref: 'girl', ageBand: '13-15' }],
      },
      'unknown',
    ],
    [
      'unknown where one is an adult',
      {
        concern: { about: ['girl', 'mother'] },
        people: [
          { ref: 'girl', ageBand: '13-15' },
          { ref: 'mother', ageBand: 'adult' },
        ],
      },
      'unknown',
    ],
    [
      'unknown where the age of one is left out',
      {
        concern: { about: ['girl', 'other'] },
        people: [{ ref: 'girl', ageBand: '13-15' }, { ref: 'other' }],
      },
      'unknown',
    ],
    [
      'unknown where the age of one is unsure',
      { concern: { about: ['girl'] }, people: [{ ref: 'girl', role: 'child', ageBand: 'unsure' }] },
      'unknown',
    ],
    ['unknown where the children are not identified', { concern: { about: [] } }, 'unknown'],
    [
      'unknown where it was left out who may be harmed',
      { people: [{ ref: 'girl', ageBand: '13-15' }] },
      'unknown',
    ],
  ],
  'concern.children': [
    ['a level above none', { concern: { level: 'welfare' } }, true],
    [
      'a child among those who may be harmed, though the level is none',
      {
        concern: { level: 'none', about: ['mother', 'girl'] },
        people: [
          { ref: 'mother', ageBand: 'adult' },
          { ref: 'girl', ageBand: '16-17' },
        ],
      },
      true,
    ],
    [
      'a child among those who may be harmed, with the level left out',
      { concern: { about: ['girl'] }, people: [{ ref: 'girl', ageBand: '16-17' }] },
      true,
    ],
    [
      'no concern and only adults',
      {
        concern: { level: 'none', about: ['mother'] },
        people: [{ ref: 'mother', ageBand: 'adult' }],
      },
      false,
    ],
    ['no concern and nobody', { concern: { level: 'none', about: [] } }, false],
    [
      'no concern and someone of no given age',
      { concern: { level: 'none', about: ['other'] } },
      'unknown',
    ],
    [
      'no concern and someone of an age that nobody knows',
      {
        concern: { level: 'none', about: ['other'] },
        people: [{ ref: 'other', ageBand: 'unsure' }],
      },
      'unknown',
    ],
    [
      'no concern, and it was left out who may be harmed',
      { concern: { level: 'none' } },
      'unknown',
    ],
    ['a level that nobody knows', { concern: { level: 'unsure', about: [] } }, 'unknown'],
    [
      'only adults, with the level left out',
      { concern: { about: ['mother'] }, people: [{ ref: 'mother', ageBand: 'adult' }] },
      'unknown',
    ],
    ['nothing said', {}, 'unknown'],
  ],
  nation: [
    ['England unless said otherwise', {}, 'england'],
    ['what is said', { nation: 'wales' }, 'wales'],
    ['unsure where nobody knows', { nation: 'unsure' }, 'unknown'],
  ],
  'demand.power': [
    ['none stated where nobody asked', { mode: 'proactive' }, 'none-stated'],
    ['what was claimed', { demand: { power: 'foi' } }, 'foi'],
    ['unknown where it was left out', { demand: {} }, 'unknown'],
    ['unknown where all of the demand was left out', {}, 'unknown'],
    ['unsure where nobody knows', { demand: { power: 'unsure' } }, 'unknown'],
  ],
  'demand.inWriting': [
    ['does not arise where nobody asked', { mode: 'proactive' }, null],
    ['is what is said where someone did', { demand: { inWriting: false } }, false],
    ['is unknown where it was left out', { mode: 'seeking' }, 'unknown'],
  ],
  'scheme.dvds.route': [
    ['does not arise where the scheme is not in play', { scheme: {} }, null],
    ['does not arise where another scheme is in play', { scheme: { marac: {} } }, null],
    ['is what is said', { scheme: { dvds: { route: 'right-to-ask' } } }, 'right-to-ask'],
    ['is unknown in a scheme of which nothing is known', { scheme: { dvds: {} } }, 'unknown'],
    ['is unknown where schemes were left out', {}, 'unknown'],
    ['is unsure where nobody knows', { scheme: { dvds: { route: 'unsure' } } }, 'unknown'],
  ],
  ...Object.fromEntries(
    schemes.map((scheme): [string, Case[]] => [
      `scheme.${scheme}.inPlay`,
      [
        ['named', { scheme: { [scheme]: {} } }, true],
        [
          'not named among schemes that are given',
          { scheme: { [scheme === 'dvds' ? 'marac' : 'dvds']: {} } },
          false,
        ],
        ['not named where none is', { scheme: {} }, false],
        ['named with nothing', { scheme: { [scheme]: undefined } }, false],
        ['schemes left out', {}, 'unknown'],
      ],
    ]),
  ),
  'person.isMinor': [
    ['under 18', { people: [{ ref: 'girl', ageBand: '16-17' }] }, true],
    ['unborn', { people: [{ ref: 'baby', ageBand: 'unborn' }] }, true],
    ['adult', { people: [{ ref: 'mother', ageBand: 'adult' }] }, false],
    [
      'the day before an 18th birthday',
      { people: [{ ref: 'girl', dateOfBirth: '2008-03-03' }] },
      true,
    ],
    ['the 18th birthday', { people: [{ ref: 'girl', dateOfBirth: '2008-03-02' }] }, false],
    [
      'the day after an 18th birthday',
      { people: [{ ref: 'girl', dateOfBirth: '2008-03-01' }] },
      false,
    ],
    ['due to be born', { people: [{ ref: 'baby', dateOfBirth: '2026-06-01' }] }, true],
    ['a child by role, of no given age', { people: [{ ref: 'girl', role: 'child' }] }, true],
    [
      'a child by role who has come of age',
      { people: [{ ref: 'girl', role: 'child', dateOfBirth: '2000-03-02' }] },
      false,
    ],
    [
      'a child by role in the band of adults',
      { people: [{ ref: 'girl', role: 'child', ageBand: 'adult' }] },
      false,
    ],
    [
      'a child by role whose age nobody knows',
      { people: [{ ref: 'girl', role: 'child', ageBand: 'unsure' }] },
      'unknown',
    ],
    ['an age that nobody knows', { people: [{ ref: 'girl', ageBand: 'unsure' }] }, 'unknown'],
    ['another role, of no given age', { people: [{ ref: 'other', role: 'sibling' }] }, 'unknown'],
    ['nothing said', { people: [{ ref: 'other' }] }, 'unknown'],
    ['someone of whom nothing is known', { recipient: { person: 'other' } }, 'unknown'],
  ],
  'person.isUnder16': [
    ['the band below', { people: [{ ref: 'girl', ageBand: '13-15' }] }, true],
    ['unborn', { people: [{ ref: 'baby', ageBand: 'unborn' }] }, true],
    ['the band above', { people: [{ ref: 'girl', ageBand: '16-17' }] }, false],
    [
      'the day before a 16th birthday',
      { people: [{ ref: 'girl', dateOfBirth: '2010-03-03' }] },
      true,
    ],
    ['the 16th birthday', { people: [{ ref: 'girl', dateOfBirth: '2010-03-02' }] }, false],
    ['a child by role, of no given age', { people: [{ ref: 'girl', role: 'child' }] }, 'unknown'],
    ['an age that nobody knows', { people: [{ ref: 'girl', ageBand: 'unsure' }] }, 'unknown'],
    ['nothing said', { people: [{ ref: 'girl' }] }, 'unknown'],
  ],
  'person.isUnder13': [
    ['the band below', { people: [{ ref: 'girl', ageBand: 'under-13' }] }, true],
    ['unborn', { people: [{ ref: 'baby', dateOfBirth: '2026-03-03' }] }, true],
    ['the band above', { people: [{ ref: 'girl', ageBand: '13-15' }] }, false],
    [
      'the day before a 13th birthday',
      { people: [{ ref: 'girl', dateOfBirth: '2013-03-03' }] },
      true,
    ],
    ['the 13th birthday', { people: [{ ref: 'girl', dateOfBirth: '2013-03-02' }] }, false],
    ['an age that nobody knows', { people: [{ ref: 'girl', ageBand: 'unsure' }] }, 'unknown'],
    ['nothing said', { people: [{ ref: 'girl', role: 'child' }] }, 'unknown'],
  ],
  'person.isUnborn': [
    ['the band', { people: [{ ref: 'baby', ageBand: 'unborn' }] }, true],
    [
      'a date of birth after the date',
      { people: [{ ref: 'baby', dateOfBirth: '2026-03-03' }] },
      true,
    ],
    ['born on the date', { people: [{ ref: 'baby', dateOfBirth: '2026-03-02' }] }, false],
    ['another band', { people: [{ ref: 'girl', ageBand: 'under-13' }] }, false],
    ['an age that nobody knows', { people: [{ ref: 'girl', ageBand: 'unsure' }] }, 'unknown'],
    ['nothing said', { people: [{ ref: 'girl' }] }, 'unknown'],
  ],
  'person.allegedToHarm': [
    [
      'an alleged perpetrator, who is by that role',
      { people: [{ ref: 'uncle', role: 'alleged-perpetrator' }] },
      true,
    ],
    [
      'an alleged perpetrator of whom the caller denies it',
      { people: [{ ref: 'uncle', role: 'alleged-perpetrator', allegedToHarm: false }] },
      false,
    ],
    [
      'an alleged perpetrator of whom nobody knows',
      { people: [{ ref: 'uncle', role: 'alleged-perpetrator', allegedToHarm: 'unsure' }] },
      'unknown',
    ],
    ['another role', { people: [{ ref: 'uncle', role: 'other' }] }, 'unknown'],
  ],
  'person.isConcerned': [
    [
      'among those who may be harmed',
      { people: [{ ref: 'girl' }], concern: { about: ['girl'] } },
      true,
    ],
    [
      'not among them',
      { people: [{ ref: 'mother' }, { ref: 'girl' }], concern: { about: ['girl'] } },
      false,
    ],
    ['nobody identified', { people: [{ ref: 'girl' }], concern: { about: [] } }, false],
    ['left out', { people: [{ ref: 'girl' }] }, 'unknown'],
  ],
  'person.isSubject': [
    [
      'some item is about them',
      { people: [{ ref: 'girl' }], items: [{ ref: 'note' }, { ref: 'letter', about: ['girl'] }] },
      true,
    ],
    [
      'every item is about someone else',
      {
        people: [{ ref: 'mother' }, { ref: 'girl' }],
        items: [
          { ref: 'note', about: ['girl'] },
          { ref: 'letter', about: ['girl'] },
        ],
      },
      false,
    ],
    [
      'of some item it was left out whom it is about',
      {
        people: [{ ref: 'mother' }, { ref: 'girl' }],
        items: [{ ref: 'note', about: ['girl'] }, { ref: 'letter' }],
      },
      'unknown',
    ],
    ['items left out', { people: [{ ref: 'girl' }] }, 'unknown'],
  ],
  'person.isRecipient': [
    ['the recipient', { people: [{ ref: 'mother' }], recipient: { person: 'mother' } }, true],
    [
      'another person is',
      { people: [{ ref: 'girl' }, { ref: 'mother' }], recipient: { person: 'mother' } },
      false,
    ],
    [
      'an organisation is',
      { people: [{ ref: 'girl' }], recipient: { organisation: 'police' } },
      false,
    ],
    [
      'an organisation that nobody knows',
      { people: [{ ref: 'girl' }], recipient: { organisation: 'unsure' } },
      'unknown',
    ],
    ['nothing said of the recipient', { people: [{ ref: 'girl' }] }, 'unknown'],
  ],
  'person.isRequester': [
    ['the one who asked', { people: [{ ref: 'aunt' }], demand: { by: 'aunt' } }, true],
    [
      'another person asked',
      { people: [{ ref: 'girl' }, { ref: 'aunt' }], demand: { by: 'aunt' } },
      false,
    ],
    [
      'the recipient asked, since nobody else is named',
      { people: [{ ref: 'girl' }], demand: {} },
      false,
    ],
    ['nobody asked', { mode: 'proactive', people: [{ ref: 'girl' }] }, false],
  ],
  'person.isRepresented': [
    [
      'the recipient acts for them',
      {
        people: [{ ref: 'father' }],
        recipient: { organisation: 'legal-representative', actingFor: 'father' },
      },
      true,
    ],
    [
      'the recipient acts for another',
      {
        people: [{ ref: 'girl' }, { ref: 'father' }],
        recipient: { organisation: 'legal-representative', actingFor: 'father' },
      },
      false,
    ],
    [
      'the recipient is no legal representative',
      { people: [{ ref: 'girl' }], recipient: { organisation: 'police' } },
      false,
    ],
    [
      'a legal representative of whom it was left out',
      { people: [{ ref: 'girl' }], recipient: { organisation: 'legal-representative' } },
      'unknown',
    ],
    [
      'an organisation that nobody knows',
      { people: [{ ref: 'girl' }], recipient: { organisation: 'unsure' } },
      'unknown',
    ],
    ['nothing said of the recipient', { people: [{ ref: 'girl' }] }, 'unknown'],
  ],
  'consent.kind': consentKinds.map((kind, at): Case => [
    kind,
    { people: [{ ref: 'girl' }] },
    kind,
    at,
  ]),
  'consent.expired': [
    [
      'after its last day',
      { people: [{ ref: 'girl', consent: { dataProtection: { expiresOn: '2026-03-01' } } }] },
      true,
    ],
    [
      'on its last day',
      { people: [{ ref: 'girl', consent: { dataProtection: { expiresOn: '2026-03-02' } } }] },
      false,
    ],
    ['no end agreed', { people: [{ ref: 'girl', consent: { dataProtection: {} } }] }, false],
    [
      'no such consent mentioned',
      { people: [{ ref: 'girl', consent: { service: { expiresOn: '2026-03-01' } } }] },
      'unknown',
    ],
    ['nobody mentioned any', { people: [{ ref: 'girl' }] }, 'unknown'],
  ],
  'consent.withdrawn': [
    [
      'on the day of withdrawal',
      { people: [{ ref: 'girl', consent: { dataProtection: { withdrawnOn: '2026-03-02' } } }] },
      true,
    ],
    [
      'after it',
      { people: [{ ref: 'girl', consent: { dataProtection: { withdrawnOn: '2025-03-02' } } }] },
      true,
    ],
    [
      'before it',
      { people: [{ ref: 'girl', consent: { dataProtection: { withdrawnOn: '2026-03-03' } } }] },
      false,
    ],
    ['none made', { people: [{ ref: 'girl', consent: { dataProtection: {} } }] }, false],
    [
      'no such consent mentioned',
      { people: [{ ref: 'girl', consent: { service: {} } }] },
      'unknown',
    ],
  ],
  'consent.givenBySelf': [
    [
      'by the person',
      { people: [{ ref: 'girl', consent: { dataProtection: { givenBy: 'girl' } } }] },
      true,
    ],
    [
      'by another',
      {
        people: [
          { ref: 'girl', consent: { dataProtection: { givenBy: 'mother' } } },
          { ref: 'mother' },
        ],
      },
      false,
    ],
    ['left out', { people: [{ ref: 'girl', consent: { dataProtection: {} } }] }, 'unknown'],
    ['no such consent mentioned', { people: [{ ref: 'girl' }] }, 'unknown'],
  ],
  'consent.giverHasParentalResponsibility': [
    [
      'by someone who has it',
      {
        people: [
          { ref: 'girl', consent: { dataProtection: { givenBy: 'mother' } } },
          { ref: 'mother', parentalResponsibility: true },
        ],
      },
      true,
    ],
    [
      'by someone who has not',
      {
        people: [
          {
            ref: 'girl',
            parentalResponsibility: true,
            consent: { dataProtection: { givenBy: 'aunt' } },
          },
          { ref: 'aunt', parentalResponsibility: false },
        ],
      },
      false,
    ],
    [
      'by the person, who is not someone else',
      {
        people: [
          {
            ref: 'girl',
            parentalResponsibility: true,
            consent: { dataProtection: { givenBy: 'girl' } },
          },
        ],
      },
      false,
    ],
    [
      'by someone of whom it was left out',
      {
        people: [
          { ref: 'girl', consent: { dataProtection: { givenBy: 'aunt' } } },
          { ref: 'aunt' },
        ],
      },
      'unknown',
    ],
    [
      'by someone of whom nobody knows',
      {
        people: [
          { ref: 'girl', consent: { dataProtection: { givenBy: 'aunt' } } },
          { ref: 'aunt', parentalResponsibility: 'unsure' },
        ],
      },
      'unknown',
    ],
    ['left out', { people: [{ ref: 'girl', consent: { dataProtection: {} } }] }, 'unknown'],
  ],
  'item.identifies': [
    [
      'about the dead alone, who are no living person',
      {
        people: ['a', 'b'].map((ref) => ({ ref, deceased: true })),
        items: [{ ref: 'note', about: ['a', 'b'] }],
      },
      false,
    ],
    [
      'about the dead alone, of which the caller says otherwise',
      {
        people: [{ ref: 'a', deceased: true }],
        items: [{ ref: 'note', about: ['a'], identifies: true }],
      },
      true,
    ],
    [
      'about one who has died and one who lives',
      {
        people: [
          { ref: 'a', deceased: true },
          { ref: 'b', deceased: false },
        ],
        items: [{ ref: 'note', about: ['a', 'b'] }],
      },
      'unknown',
    ],
    [
      'about one who has died and one of whom it was left out',
      {
        people: [{ ref: 'a', deceased: true }, { ref: 'b' }],
        items: [{ ref: 'note', about: ['a', 'b'] }],
      },
      'unknown',
    ],
    [
      'about one of whom nobody knows whether they have died',
      {
        people: [{ ref: 'a', deceased: 'unsure' }],
        items: [{ ref: 'note', about: ['a'] }],
      },
      'unknown',
    ],
    [
      'about nobody that was said, in a case whose only person has died',
      { people: [{ ref: 'a', deceased: true }], items: [{ ref: 'note' }] },
      'unknown',
    ],
  ],
  'item.special': [
    [
      'one such category among others',
      { items: [{ ref: 'note', categories: ['family', 'health'] }] },
      true,
    ],
    [
      'one such category beside one of which it depends',
      { items: [{ ref: 'note', categories: ['intelligence', 'health'] }] },
      true,
    ],
    ['none such', { items: [{ ref: 'note', categories: ['family', 'education'] }] }, false],
    ['no category', { items: [{ ref: 'note', categories: [] }] }, false],
    [
      'none such, and one of which it depends',
      { items: [{ ref: 'note', categories: ['family', 'intelligence'] }] },
      'unknown',
    ],
    ['left out', { items: [{ ref: 'note' }] }, 'unknown'],
    [
      'a category that became one, the day before',
      { on: '2018-05-24', items: [{ ref: 'note', categories: ['genetic'] }] },
      false,
    ],
    [
      'a category that became one, on that day',
      { on: '2018-05-25', items: [{ ref: 'note', categories: ['genetic'] }] },
      true,
    ],
  ],
  'item.offenceData': [
    [
      'one such category among others',
      { items: [{ ref: 'note', categories: ['family', 'criminal-allegation'] }] },
      true,
    ],
    ['none such', { items: [{ ref: 'note', categories: ['health'] }] }, false],
    [
      'one of which it depends',
      { items: [{ ref: 'note', categories: ['intelligence'] }] },
      'unknown',
    ],
    ['left out', { items: [{ ref: 'note' }] }, 'unknown'],
  ],
  'item.confiderIsMinor': [
    [
      'a child',
      {
        people: [
          { ref: 'mother', ageBand: 'adult' },
          { ref: 'girl', ageBand: '13-15' },
        ],
        items: [{ ref: 'note', confidedBy: 'girl' }],
      },
      true,
    ],
    [
      'an adult',
      {
        people: [
          { ref: 'girl', ageBand: '13-15' },
          { ref: 'mother', ageBand: 'adult' },
        ],
        items: [{ ref: 'note', confidedBy: 'mother' }],
      },
      false,
    ],
    [
      'someone of no given age',
      {
        people: [{ ref: 'girl', ageBand: '13-15' }, { ref: 'other' }],
        items: [{ ref: 'note', confidedBy: 'other' }],
      },
      'unknown',
    ],
    [
      'someone of an age that nobody knows',
      {
        people: [{ ref: 'other', ageBand: 'unsure' }],
        items: [{ ref: 'note', confidedBy: 'other' }],
      },
      'unknown',
    ],
    [
      'left out',
      { people: [{ ref: 'girl', ageBand: '13-15' }], items: [{ ref: 'note' }] },
      'unknown',
    ],
  ],
  'item.confiderIsRecipient': [
    [
      'another, said of all items at once',
      { recipient: { person: 'mother' }, allItems: { confidedBy: 'aunt' } },
      false,
    ],
    [
      'the recipient, said of all items at once',
      {
        concern: { about: ['girl'] },
        recipient: { person: 'mother' },
        allItems: { confidedBy: 'mother' },
      },
      true,
    ],
    [
      'the recipient',
      { recipient: { person: 'mother' }, items: [{ ref: 'note', confidedBy: 'mother' }] },
      true,
    ],
    [
      'another',
      { recipient: { person: 'mother' }, items: [{ ref: 'note', confidedBy: 'girl' }] },
      false,
    ],
    [
      'someone, to an organisation',
      { recipient: { organisation: 'police' }, items: [{ ref: 'note', confidedBy: 'girl' }] },
      false,
    ],
    [
      'someone, where nothing is said of the recipient',
      { items: [{ ref: 'note', confidedBy: 'girl' }] },
      'unknown',
    ],
    ['left out', { recipient: { person: 'mother' }, items: [{ ref: 'note' }] }, 'unknown'],
  ],
};

const listed = Object.entries(worked).flatMap(([id, cases]) =>
  cases.map(([name, said, expected, at]) => [id, name, said, expected, at] as const),
);

test.each(listed)('%s: %s', (id, _, said, expected, at) => {
  expect(truthOf(valueOf(id, said, at))).toEqual(expected);
});

const fromTable = (id: string) =>
  organisationAttributes.some((attribute) => id.endsWith(`.${attribute}`));

test('every derived fact that no table gives is worked out above', () => {
  const ids = derivedFacts.map(({ id }) => id).filter((id) => !fromTable(id));
  expect(ids.filter((id) => !(id in worked))).toEqual([]);
});

describe('what follows from an organisation is in the table of organisations', () => {
  const organisations: Table = Object.fromEntries(
    organisationAttributes.map((attribute) => [
      attribute,
      {
        title: attribute,
        references: [{ source: source.id, at: 's 2' }],
        values: {
          police: true,
          charity: false,
          court: 'depends',
          icb: [
            { from: '2000-03-01', to: '2026-03-01', value: false },
            { from: '2026-03-02', value: true },
          ],
        },
      },
    ]),
  );
  const sides = ['sharer', 'recipient'] as const;
  const pairs = sides.flatMap((side) =>
    organisationAttributes.map((attribute) => [side, attribute] as const),
  );
  // Whose job it is to safeguard is asked of the recipient alone.
  const asked = pairs.filter(
    ([side, attribute]) => side === 'recipient' || attribute !== 'roleInSafeguarding',
  );

  const value = (
    side: string,
    attribute: string,
    organisation: string | undefined,
    on = '2026-03-02',
  ) => {
    const read = parse(request({ on, [side]: { organisation } }));
    return valueAt(
      layOut(read, { organisations, categories: {} }),
      slotOf(`${side}.${attribute}`),
      0,
    );
  };

  test.each(asked)('%s.%s', (side, attribute) => {
    expect(value(side, attribute, 'police')).toBe(true);
    expect(value(side, attribute, 'charity')).toBe(false);
    expect(value(side, attribute, 'court')).toBeUndefined();
    expect(value(side, attribute, 'media')).toBeUndefined();
    expect(value(side, attribute, 'unsure')).toBeUndefined();
    expect(value(side, attribute, undefined)).toBeUndefined();
    expect(value(side, attribute, 'icb', '2026-03-01')).toBe(false);
    expect(value(side, attribute, 'icb', '2026-03-02')).toBe(true);
  });

  test.each(organisationAttributes.filter((attribute) => attribute !== 'roleInSafeguarding'))(
    'recipient.%s does not arise of a person',
    (attribute) => {
      const read = parse(request({ recipient: { person: 'mother' } }));
      expect(
        valueAt(
          layOut(read, { organisations, categories: {} }),
          slotOf(`recipient.${attribute}`),
          0,
        ),
      ).toBeNull();
    },
  );
});

test('no leaf of a demand arises where nobody asked, but that no right was claimed', () => {
  const leaves = [
    'form',
    'by',
    'receivedOn',
    'statesPublicTaskNeed',
    'explainsPurpose',
    'inWriting',
    'necessaryAndProportionate',
    'newInformation',
  ];
  expect(leaves.map((leaf) => valueOf(`demand.${leaf}`, { mode: 'proactive' }))).toEqual(
    leaves.map(() => null),
  );
});

test('the elements of the statutory consent do not arise of the other two', () => {
  const elements = [
    'freelyGiven',
    'specific',
    'informed',
    'unambiguous',
    'explicit',
    'recorded',
    'distinguishable',
    'canBeWithdrawn',
    'conditionOfService',
  ];
  const consent = {
    dataProtection: { status: 'given' },
    confidentiality: { status: 'given' },
    service: { status: 'given' },
  };
  const said = { people: [{ ref: 'mother' }, { ref: 'girl', consent }] };
  for (const element of elements) {
    const found = consentKinds.map((kind) =>
      valueOf(`consent.${element}`, said, consentAt(1, kind)),
    );
    expect(found, element).toEqual([undefined, null, null]);
  }
  expect(consentKinds.map((kind) => valueOf('consent.implied', said, consentAt(1, kind)))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('each consent of each person is worked out by itself', () => {
  const people = [
    {
      ref: 'girl',
      consent: {
        dataProtection: { expiresOn: '2026-01-01' },
        service: { withdrawnOn: '2026-01-01', givenBy: 'mother' },
      },
    },
    {
      ref: 'mother',
      parentalResponsibility: true,
      consent: { confidentiality: { givenBy: 'mother' } },
    },
  ];
  const row = (id: string) =>
    people.flatMap((_, person) =>
      consentKinds.map((kind) => valueOf(id, { people }, consentAt(person, kind))),
    );
  expect(row('consent.expired')).toEqual([true, undefined, false, undefined, false, undefined]);
  expect(row('consent.withdrawn')).toEqual([false, undefined, true, undefined, false, undefined]);
  expect(row('consent.givenBySelf')).toEqual([
    undefined,
    undefined,
    false,
    undefined,
    true,
    undefined,
  ]);
  expect(row('consent.giverHasParentalResponsibility')).toEqual([
    undefined,
    undefined,
    true,
    undefined,
    false,
    undefined,
  ]);
});

describe('a subject of whom nothing was said, since it was left out whom an item is about', () => {
  const facts = derivedFacts.filter(({ scope }) => scope === 'person').map(({ id }) => id);
  const said = {
    concern: { about: ['girl'] },
    recipient: { organisation: 'police' },
    mode: 'proactive',
    people: [{ ref: 'girl' }],
    items: [{ ref: 'note' }],
  };

  test.each(facts)('%s is unknown', (id) => {
    expect(valueOf(id, said, 1)).toBeUndefined();
  });
});
