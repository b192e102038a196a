import { describe, expect, test } from 'vitest';
import { referenceIssues } from '../../src/engine/references.ts';
import { request } from '../synthetic.ts';

const brief = (input: unknown) => referenceIssues(input).map(({ code, path }) => `${code} ${path}`);

describe('a reference to a person', () => {
  const everywhere = {
    demand: { by: 'aunt' },
    recipient: { person: 'aunt', actingFor: 'aunt' },
    concern: { about: ['child', 'aunt'] },
    items: [
      { ref: 'note', about: ['aunt', 'child'] },
      { ref: 'letter', confidedBy: 'aunt' },
    ],
    allItems: { confidedBy: 'aunt' },
  };
  const consents = (givenBy: string) => ({
    ref: 'child',
    consent: { dataProtection: { givenBy }, confidentiality: { givenBy }, service: { givenBy } },
  });

  test('leads nowhere, wherever it stands, where `people` is given without that person', () => {
    expect(brief(request({ ...everywhere, people: [consents('aunt')] }))).toEqual([
      'unknown-ref /demand/by',
      'unknown-ref /recipient/person',
      'unknown-ref /recipient/actingFor',
      'unknown-ref /concern/about/1',
      'unknown-ref /items/0/about/0',
      'unknown-ref /items/1/confidedBy',
      'unknown-ref /allItems/confidedBy',
      'unknown-ref /people/0/consent/dataProtection/givenBy',
      'unknown-ref /people/0/consent/confidentiality/givenBy',
      'unknown-ref /people/0/consent/service/givenBy',
    ]);
  });

  test('is sound where the person stands anywhere in `people`', () => {
    expect(brief(request({ ...everywhere, people: [consents('aunt'), { ref: 'aunt' }] }))).toEqual(
      [],
    );
  });

  test('is a person of whom nothing is known where `people` is left out', () => {
    expect(brief(request(everywhere))).toEqual([]);
    expect(brief(request({ ...everywhere, people: undefined }))).toEqual([]);
  });

  test('is not said to lead nowhere where `people` is no list', () => {
    for (const people of [null, 'child', 7, { ref: 'child' }])
      expect(brief(request({ ...everywhere, people }))).toEqual([]);
  });

  test('leads nowhere where there is nobody', () => {
    expect(brief(request({ people: [], concern: { about: ['child'] } }))).toEqual([
      'unknown-ref /concern/about/0',
    ]);
  });

  test('to an item is not one to a person', () => {
    const people = [{ ref: 'child' }];
    expect(
      brief(request({ people, items: [{ ref: 'note' }], concern: { about: ['note'] } })),
    ).toEqual(['unknown-ref /concern/about/0']);
  });
});

describe('a reference of its own', () => {
  test('stands once among people and once among items', () => {
    const people = [{ ref: 'child' }, { ref: 'child' }, { ref: 'child' }];
    const items = [{ ref: 'note' }, { ref: 'letter' }, { ref: 'note' }];
    expect(brief(request({ people, items }))).toEqual([
      'duplicate-ref /people/1/ref',
      'duplicate-ref /people/2/ref',
      'duplicate-ref /items/2/ref',
    ]);
  });

  test('may be shared by a person and an item', () => {
    expect(brief(request({ people: [{ ref: 'same' }], items: [{ ref: 'same' }] }))).toEqual([]);
  });
});

describe('answers that exclude one another', () => {
  test('a recipient is not a person and an organisation, even one of unknown kind', () => {
    expect(brief(request({ recipient: { person: 'mother', organisation: 'unsure' } }))).toEqual([
      'either-or /recipient',
    ]);
    expect(brief(request({ recipient: { person: 'mother', organisation: undefined } }))).toEqual(
      [],
    );
    expect(brief(request({ recipient: { person: undefined, organisation: 'police' } }))).toEqual(
      [],
    );
  });

  test('an age is given once, for each person', () => {
    const people = [
      { ref: 'child', dateOfBirth: '2014-03-02' },
      { ref: 'sister', ageBand: '13-15', dateOfBirth: undefined },
      { ref: 'mother', ageBand: 'unsure', dateOfBirth: '1988-03-02' },
    ];
    expect(brief(request({ people }))).toEqual(['either-or /people/2']);
  });

  test('nobody asks where we share of our own motion, and anybody may where we were asked or ask', () => {
    const demand = { form: 'letter' };
    expect(brief(request({ mode: 'proactive', demand }))).toEqual(['not-asked /demand']);
    expect(brief(request({ mode: 'on-request', demand }))).toEqual([]);
    expect(brief(request({ mode: 'seeking', demand }))).toEqual([]);
    expect(brief(request({ mode: 'proactive', demand: undefined }))).toEqual([]);
  });
});

describe('the date of the decision', () => {
  test.each([
    ['2000-02-29', ['too-early /on']],
    ['1998-07-16', ['too-early /on']],
    ['2000-03-01', []],
    ['2099-12-31', []],
  ])('%s', (on, issues) => {
    expect(brief(request({ on }))).toEqual(issues);
  });

  test('is not said to be too early where it is no date at all', () => {
    expect(brief(request({ on: '1/3/1999' }))).toEqual([]);
    expect(brief(request({ on: 'x1999-03-01' }))).toEqual([]);
    expect(brief(request({ on: '1999-03-01x' }))).toEqual([]);
    expect(brief(request({ on: 19990301 }))).toEqual([]);
  });
});

describe('a request of another shape', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'child'],
    ['a list', [request({ on: '1999-03-01' })]],
  ])('has no references, being %s', (_, input) => {
    expect(referenceIssues(input)).toEqual([]);
  });

  test('is read as far as it can be', () => {
    const odd = request({
      demand: 'by telephone',
      recipient: null,
      concern: { about: [7, 'child'] },
      people: [
        null,
        'child',
        { ref: 7 },
        { ref: 'mother', consent: [{ givenBy: 'aunt' }] },
        { ref: 'mother', consent: { service: null, other: { givenBy: 'aunt' } } },
      ],
      items: [null, { ref: 'note', about: 'aunt', confidedBy: 7 }, 7],
      allItems: null,
    });
    expect(brief(odd)).toEqual(['duplicate-ref /people/4/ref', 'unknown-ref /concern/about/1']);
  });
});
