import { describe, expect, test } from 'vitest';
import { slotOf, slots } from '../../src/engine/slots.ts';
import { instances, isMentioned, placeAt, valueAt } from '../../src/engine/world.ts';
import { facts } from '../../src/model/facts.ts';
import { scopes } from '../../src/model/words.ts';
import { laidOut, request } from '../synthetic.ts';

const counts = (said: Record<string, unknown>) => {
  const world = laidOut(request(said));
  return Object.fromEntries(scopes.map((scope) => [scope, instances(world, scope)]));
};
const value = (said: Record<string, unknown>, id: string, index = 0) =>
  valueAt(laidOut(request(said)), slotOf(id), index);

describe('the people of a request', () => {
  const refs = (said: Record<string, unknown>) =>
    laidOut(request(said)).people.map(({ ref, nobodyKnown }) => (nobodyKnown ? '(unknown)' : ref));
  const about = { items: [{ ref: 'note', about: ['girl'] }] };

  test('are those of `people` in its order, then those spoken of in the order of first mention', () => {
    const said = {
      people: undefined,
      concern: { about: ['girl', 'boy'] },
      recipient: { person: 'mother', actingFor: 'father' },
      demand: { by: 'aunt' },
      items: [
        { ref: 'note', about: ['boy', 'uncle'], confidedBy: 'teacher' },
        { ref: 'letter', about: ['cousin'], confidedBy: 'girl' },
      ],
    };
    expect(refs(said)).toEqual([
      'girl',
      'boy',
      'mother',
      'father',
      'aunt',
      'uncle',
      'teacher',
      'cousin',
    ]);
  });

  test('are those of `people`, in its order, where it is given', () => {
    expect(
      refs({
        people: [{ ref: 'mother' }, { ref: 'girl' }],
        concern: { about: ['girl'] },
        ...about,
      }),
    ).toEqual(['mother', 'girl']);
  });

  test('have someone of whom nothing is known at the end, where it was left out whom an item is about', () => {
    expect(
      refs({
        people: [{ ref: 'girl' }],
        items: [{ ref: 'note', about: ['girl'] }, { ref: 'letter' }, { ref: 'file' }],
      }),
    ).toEqual(['girl', '(unknown)']);
    expect(refs({ people: [{ ref: 'girl' }], ...about })).toEqual(['girl']);
    expect(refs({})).toEqual(['(unknown)']);
  });

  test('are known to be all only where they are given', () => {
    expect(laidOut(request({ people: [] })).peopleKnown).toBe(true);
    expect(laidOut(request()).peopleKnown).toBe(false);
  });

  test('of whom nothing is known have no answers', () => {
    const said = { concern: { about: ['girl'] } };
    expect(value(said, 'person.role')).toBeUndefined();
    expect(value(said, 'person.canConsent')).toBeUndefined();
  });
});

describe('the items of a request', () => {
  test('are in its order', () => {
    expect(laidOut(request({ items: [{ ref: 'note' }, { ref: 'letter' }] })).items).toEqual([
      'note',
      'letter',
    ]);
  });

  test('left out are one, `unspecified`, of which nothing is known', () => {
    const world = laidOut(request());
    expect(world.items).toEqual(['unspecified']);
    expect(world.subjectsKnown).toEqual([false]);
    expect(valueAt(world, slotOf('item.relevant'), 0)).toBeUndefined();
  });

  test('take what is said of all items, unless they answer for themselves', () => {
    const said = {
      allItems: { relevant: true, necessary: true, categories: ['family'], accurate: undefined },
      items: [
        { ref: 'note' },
        { ref: 'letter', relevant: false, necessary: undefined, categories: [], accurate: true },
        { ref: 'file', relevant: 'unsure' },
      ],
    };
    const row = (id: string) => [0, 1, 2].map((index) => value(said, id, index));
    expect(row('item.relevant')).toEqual([true, false, 'unsure']);
    expect(row('item.necessary')).toEqual([true, true, true]);
    expect(row('item.categories')).toEqual([['family'], [], ['family']]);
    expect(row('item.accurate')).toEqual([undefined, true, undefined]);
  });

  test('left out take what is said of all items too', () => {
    expect(value({ allItems: { confidential: false } }, 'item.confidential')).toBe(false);
  });

  test('have a subject for each person whom they are about, in the order of the item', () => {
    const world = laidOut(
      request({
        people: [{ ref: 'girl' }, { ref: 'mother' }],
        items: [
          { ref: 'note', about: ['mother', 'girl'] },
          { ref: 'letter' },
          { ref: 'file', about: ['girl'] },
        ],
      }),
    );
    expect(world.subjects).toEqual([
      { item: 0, person: 1 },
      { item: 0, person: 0 },
      { item: 1, person: 2 },
      { item: 2, person: 0 },
    ]);
    expect(world.subjectsOf).toEqual([[0, 1], [2], [3]]);
    expect(world.subjectsKnown).toEqual([true, false, true]);
  });
});

describe('the instances of a scope', () => {
  test('are one case, each person, each item, three consents a person and each subject', () => {
    const said = {
      people: [{ ref: 'girl' }, { ref: 'mother' }],
      items: [
        { ref: 'note', about: ['girl', 'mother'] },
        { ref: 'letter', about: ['girl'] },
      ],
    };
    expect(counts(said)).toEqual({ case: 1, person: 2, item: 2, consent: 6, subject: 3 });
  });

  test('count the unknown subject of an item', () => {
    expect(counts({ people: [] })).toEqual({ case: 1, person: 1, item: 1, consent: 3, subject: 1 });
  });

  test('belong to the instances of wider scopes', () => {
    const world = laidOut(
      request({
        people: [{ ref: 'girl' }, { ref: 'mother' }],
        items: [
          { ref: 'note', about: ['girl'] },
          { ref: 'letter', about: ['girl', 'mother'] },
        ],
      }),
    );
    const whole = { case: 0, person: 0, item: 0, consent: 0, subject: 0 };
    expect(placeAt(world, 'case', 0)).toEqual(whole);
    expect(placeAt(world, 'person', 1)).toEqual({ ...whole, person: 1 });
    expect(placeAt(world, 'item', 1)).toEqual({ ...whole, item: 1 });
    expect(placeAt(world, 'consent', 4)).toEqual({ ...whole, person: 1, consent: 4 });
    expect(placeAt(world, 'subject', 2)).toEqual({ ...whole, person: 1, item: 1, subject: 2 });
    for (const scope of scopes) expect(world.places[scope]).toHaveLength(instances(world, scope));
  });
});

describe('the answers of a request', () => {
  const said = {
    nation: 'wales',
    concern: { level: 'welfare', kinds: ['neglect'], knownOn: '2026-02-01', about: ['girl'] },
    people: [
      { ref: 'mother', views: { objects: true } },
      {
        ref: 'girl',
        informing: { impossible: false },
        consent: { service: { status: 'refused' }, dataProtection: { explicit: 'unsure' } },
      },
    ],
    items: [{ ref: 'note', about: ['girl'] }],
    scheme: { dvds: { route: 'right-to-know' } },
  };

  test.each([
    ['nation', 0, 'wales'],
    ['mode', 0, 'on-request'],
    ['concern.level', 0, 'welfare'],
    ['concern.kinds', 0, ['neglect']],
    ['concern.knownOn', 0, '2026-02-01'],
    ['concern.about', 0, ['girl']],
    ['concern.crimeSuspected', 0, undefined],
    ['person.views.objects', 0, true],
    ['person.views.objects', 1, undefined],
    ['person.informing.impossible', 1, false],
    ['consent.status', 5, 'refused'],
    ['consent.status', 3, undefined],
    ['consent.explicit', 3, 'unsure'],
    ['item.about', 0, ['girl']],
    ['scheme.dvds.route', 0, 'right-to-know'],
    ['move.to', 0, undefined],
  ])('%s stands in its slot at %i', (id, index, expected) => {
    expect(value(said, id, index)).toEqual(expected);
  });

  test('at an instance that is not there are unknown', () => {
    expect(value(said, 'item.relevant', 7)).toBeUndefined();
  });
});

test('a consent is spoken of where the request names it for that person, even with nothing said', () => {
  const world = laidOut(
    request({
      people: [
        { ref: 'girl' },
        { ref: 'mother', consent: { service: {}, confidentiality: undefined } },
      ],
    }),
  );
  const mentioned = world.values.consent.map((_, consent) => isMentioned(world, consent));
  expect(mentioned).toEqual([false, false, false, false, false, true, false, false, false]);
  expect(isMentioned(laidOut(request({ recipient: { person: 'mother' } })), 0)).toBe(false);
  expect(isMentioned(world, 99)).toBe(false);
});

describe('the slots', () => {
  test('hold each fact once, numbered from nought within its scope', () => {
    expect([...slots.keys()]).toEqual(facts.map(({ id }) => id));
    for (const scope of scopes) {
      const numbers = [...slots.values()]
        .filter((slot) => slot.scope === scope)
        .map(({ slot }) => slot);
      expect(numbers).toEqual(numbers.map((_, index) => index));
    }
  });

  test('are not found for a fact that is not in the dictionary', () => {
    expect(() => slotOf('person.rola')).toThrow('no fact `person.rola` in the dictionary');
  });
});
