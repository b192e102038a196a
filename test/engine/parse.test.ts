import { describe, expect, test } from 'vitest';
import { InvalidRequestError } from '../../src/engine/errors.ts';
import type { RequestIssue } from '../../src/engine/errors.ts';
import { check, parse } from '../../src/engine/parse.ts';
import { request } from '../synthetic.ts';

const issuesOf = (input: unknown): RequestIssue[] => {
  const checked = check(input);
  return 'issues' in checked ? checked.issues : [];
};
const brief = (input: unknown) => issuesOf(input).map(({ code, path }) => `${code} ${path}`);

function thrownBy(input: unknown): InvalidRequestError {
  try {
    parse(input);
  } catch (error) {
    if (error instanceof InvalidRequestError) return error;
  }
  throw new Error('expected an InvalidRequestError');
}

describe('a well-formed request', () => {
  const full = request({
    nation: 'england',
    concern: { about: ['child'], level: 'unsure', kinds: [] },
    people: [{ ref: 'child', role: 'child', dateOfBirth: '2014-03-02' }],
    items: [{ ref: 'note', about: ['child'], relevant: 'unsure' }],
  });

  test('is given back as it is', () => {
    expect(parse(full)).toEqual(full);
  });

  test('is not changed', () => {
    const before = JSON.stringify(full);
    parse(full);
    expect(JSON.stringify(full)).toBe(before);
  });

  test('needs no more than a date and a mode', () => {
    expect(check(request())).toEqual({ request: request() });
  });

  test('may have keys whose value is undefined, which count as left out', () => {
    const parsed = parse(
      request({
        demand: undefined,
        recipient: { organisation: undefined, person: 'mother' },
        people: undefined,
        items: [{ ref: 'note', about: undefined, relevant: undefined }],
        scheme: { dvds: undefined, marac: {} },
      }),
    );
    expect(JSON.parse(JSON.stringify(parsed))).toEqual(
      request({ recipient: { person: 'mother' }, items: [{ ref: 'note' }], scheme: { marac: {} } }),
    );
  });
});

describe('an object of a class is refused, since what it holds would be read as nothing known', () => {
  class Answers {
    level = 'welfare';
  }
  test.each<[string, unknown, string[]]>([
    ['in the place of a part', { concern: new Map() }, ['wrong-type /concern']],
    ['with answers of its own', { concern: new Answers() }, ['wrong-type /concern']],
    [
      'among plain ones, in a list',
      { people: [{ ref: 'child' }, { ref: 'mother', consent: { service: new Date(0) } }] },
      ['wrong-type /people/1/consent/service'],
    ],
    ['of no prototype, which JSON could have made', { concern: Object.create(null) as object }, []],
  ])('%s', (_, said, issues) => {
    expect(brief(request(said as Record<string, unknown>))).toEqual(issues);
  });

  test('and it is said what to give', () => {
    expect(issuesOf(request({ concern: new Map() }))).toEqual([
      {
        code: 'wrong-type',
        path: '/concern',
        message: 'expected a plain object',
        help: 'give the answers as JSON has them, and not an instance of a class',
      },
    ]);
  });

  test('as is what throws when it is read, whose words are not repeated', () => {
    const thrown = {
      get concern() {
        throw new Error('SECRET');
      },
    };
    const issues = issuesOf(
      Object.defineProperties(request(), Object.getOwnPropertyDescriptors(thrown)),
    );
    expect(issues.map(({ code, path }) => [code, path])).toEqual([['unreadable', '']]);
    expect(JSON.stringify(issues)).not.toContain('SECRET');
  });
});

describe('a fault is reported with its code, its place, what is wrong and what to do', () => {
  test.each<[string, Record<string, unknown>, RequestIssue]>([
    [
      'an unknown key, at its parent, with the allowed names',
      { channel: { method: 'post', secretKey: true } },
      {
        code: 'unknown-key',
        path: '/channel',
        message: 'one unknown key',
        help: 'allowed here: method, secure, contentChecked, seenByThreat',
      },
    ],
    [
      'several unknown keys, counted',
      { move: { secretKey: 1, otherKey: 2, thirdKey: 3 } },
      {
        code: 'unknown-key',
        path: '/move',
        message: '3 unknown keys',
        help: 'allowed here: to, on, planned, whereaboutsKnown, plan, riskIncreased',
      },
    ],
    [
      'an unknown key in an entry of a list',
      { people: [{ ref: 'child' }, { ref: 'mother', views: { secretKey: 1 } }] },
      {
        code: 'unknown-key',
        path: '/people/1/views',
        message: 'one unknown key',
        help: 'allowed here: sought, objects, objectionConsidered, asksConfidence',
      },
    ],
    [
      'an element of a statutory consent in one of the other two',
      { people: [{ ref: 'child', consent: { service: { freelyGiven: true } } }] },
      {
        code: 'unknown-key',
        path: '/people/0/consent/service',
        message: 'one unknown key',
        help: 'allowed here: status, givenOn, expiresOn, withdrawnOn, givenBy, implied',
      },
    ],
    [
      'an unknown key where no key is known',
      { scheme: { prevent: { secretKey: true } } },
      {
        code: 'unknown-key',
        path: '/scheme/prevent',
        message: 'one unknown key',
        help: 'allowed here: none',
      },
    ],
    [
      'null in the place of the people',
      { people: null, concern: { about: ['child'] }, items: [{ ref: 'note', about: ['child'] }] },
      {
        code: 'wrong-type',
        path: '/people',
        message: 'expected a list',
        help: 'leave the key out where it was not asked; `null` is not an answer',
      },
    ],
    [
      'a word that is in no list',
      { advice: { outcome: 'Zzyzx Quux' } },
      {
        code: 'unknown-word',
        path: '/advice/outcome',
        message: 'expected one of a closed list',
        help: 'allowed: "share", "share-in-part", "do-not-share", "undecided", "unsure"; leave the key out where it was not asked',
      },
    ],
    [
      'a text in answer to a yes/no question',
      { advice: { doubt: 'yes' } },
      {
        code: 'unknown-word',
        path: '/advice/doubt',
        message: 'expected one of a closed list',
        help: 'allowed: true, false, "unsure"; leave the key out where it was not asked',
      },
    ],
    [
      'a word of a list that is in no list',
      { concern: { kinds: ['neglect', 'Zzyzx'] } },
      {
        code: 'unknown-word',
        path: '/concern/kinds/1',
        message: 'expected one of a closed list',
        help: expect.stringContaining('allowed: "neglect", "physical", "emotional"') as string,
      },
    ],
    [
      'a day that no calendar has',
      { move: { on: '2026-02-30' } },
      {
        code: 'not-a-date',
        path: '/move/on',
        message: 'expected a calendar date such as 2014-03-02',
        help: 'write the year, month and day as YYYY-MM-DD',
      },
    ],
    [
      'a reference with a space in it',
      { recipient: { person: 'Zzyzx Quux' } },
      {
        code: 'not-a-ref',
        path: '/recipient/person',
        message: 'expected a reference of 1 to 64 letters, digits, `_` or `-`, and not `unsure`',
        help: 'use an opaque reference of your own, never a name or a number that identifies someone; leave the key out where nobody knows',
      },
    ],
    [
      'a reference that says that nobody knows',
      { recipient: { person: 'unsure' } },
      {
        code: 'not-a-ref',
        path: '/recipient/person',
        message: 'expected a reference of 1 to 64 letters, digits, `_` or `-`, and not `unsure`',
        help: 'use an opaque reference of your own, never a name or a number that identifies someone; leave the key out where nobody knows',
      },
    ],
    [
      'a date that is a number',
      { concern: { knownOn: 20260302 } },
      {
        code: 'wrong-type',
        path: '/concern/knownOn',
        message: 'expected text',
        help: 'leave the key out where it was not asked; `null` is not an answer',
      },
    ],
    [
      'a text where a list is expected',
      { concern: { about: 'child' } },
      {
        code: 'wrong-type',
        path: '/concern/about',
        message: 'expected a list',
        help: 'leave the key out where it was not asked; `null` is not an answer',
      },
    ],
    [
      'a list where an object is expected',
      { purpose: [] },
      {
        code: 'wrong-type',
        path: '/purpose',
        message: 'expected an object',
        help: 'leave the key out where it was not asked; `null` is not an answer',
      },
    ],
    [
      'null in the place of an object',
      { purpose: null },
      {
        code: 'wrong-type',
        path: '/purpose',
        message: 'expected an object',
        help: 'leave the key out where it was not asked; `null` is not an answer',
      },
    ],
    [
      'an empty list of items',
      { items: [] },
      {
        code: 'empty-list',
        path: '/items',
        message: 'expected at least one',
        help: 'leave the key out where nothing is known',
      },
    ],
    [
      'more than a thousand people',
      { people: Array.from({ length: 1001 }, (_, index) => ({ ref: `person-${index}` })) },
      {
        code: 'too-long',
        path: '/people',
        message: 'expected a shorter list',
        help: 'let one typical entry stand for many alike; at most 1000 people or items, and no word twice',
      },
    ],
    [
      'more than a thousand items',
      { items: Array.from({ length: 1001 }, (_, index) => ({ ref: `note-${index}` })) },
      {
        code: 'too-long',
        path: '/items',
        message: 'expected a shorter list',
        help: 'let one typical entry stand for many alike; at most 1000 people or items, and no word twice',
      },
    ],
    [
      'a demand where nobody asked',
      { mode: 'proactive', demand: {} },
      {
        code: 'not-asked',
        path: '/demand',
        message: 'nobody asked where you share of your own motion',
        help: 'leave `demand` out, or set `mode` to "on-request"',
      },
    ],
    [
      'a recipient that is a person and an organisation',
      { recipient: { person: 'mother', organisation: 'police' } },
      {
        code: 'either-or',
        path: '/recipient',
        message: 'a recipient is a person or an organisation, not both',
        help: 'leave out `person` or `organisation`',
      },
    ],
    [
      'a date of birth beside an age band',
      { people: [{ ref: 'child', dateOfBirth: '2014-03-02', ageBand: 'under-13' }] },
      {
        code: 'either-or',
        path: '/people/0',
        message: 'give a date of birth or an age band, not both',
        help: 'leave out `dateOfBirth` or `ageBand`',
      },
    ],
    [
      'a date before the law that is encoded',
      { on: '2000-02-29' },
      {
        code: 'too-early',
        path: '/on',
        message: 'expected a date from 2000-03-01 on',
        help: 'the law before the Data Protection Act 1998 is not encoded',
      },
    ],
    [
      'two people of one reference',
      { people: [{ ref: 'child' }, { ref: 'mother' }, { ref: 'child' }] },
      {
        code: 'duplicate-ref',
        path: '/people/2/ref',
        message: 'another entry has the same reference',
        help: 'give each person and each item a reference of its own',
      },
    ],
    [
      'a reference that leads nowhere',
      { people: [{ ref: 'child' }], concern: { about: ['child', 'mother'] } },
      {
        code: 'unknown-ref',
        path: '/concern/about/1',
        message: 'no person in `people` has this reference',
        help: 'add the person to `people`, or leave `people` out altogether',
      },
    ],
  ])('%s', (_, said, issue) => {
    expect(issuesOf(request(said))).toEqual([issue]);
  });

  test('the date that every request needs', () => {
    const [issue, ...others] = issuesOf({ mode: 'seeking' });
    expect(others).toEqual([]);
    expect(issue).toEqual({
      code: 'wrong-type',
      path: '/on',
      message: 'expected text',
      help: '`on` is required in every request: the date as text, YYYY-MM-DD',
    });
  });

  test('the mode that every request needs', () => {
    expect(issuesOf({ on: '2026-03-02' })).toEqual([
      {
        code: 'unknown-word',
        path: '/mode',
        message: 'expected one of a closed list',
        help: 'allowed: "proactive", "on-request", "seeking"; `mode` is required in every request',
      },
    ]);
    expect(brief(request({ mode: 'unsure' }))).toEqual(['unknown-word /mode']);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'Zzyzx'],
    ['a number', 7],
    ['a list', []],
  ])('%s in the place of a request', (_, input) => {
    expect(issuesOf(input)).toEqual([
      expect.objectContaining({ code: 'wrong-type', path: '', message: 'expected an object' }),
    ]);
  });

  test.each([
    '2026-02-30',
    '2026-13-01',
    '2025-02-29',
    '2026-3-2',
    '02/03/2026',
    '2026-03-02T00:00:00Z',
    '',
  ])('the date %j', (on) => {
    expect(brief(request({ on }))).toEqual(['not-a-date /on']);
  });

  test.each(['', 'a b', 'child.one', 'é', 'x'.repeat(65)])('the reference %j', (ref) => {
    expect(brief(request({ items: [{ ref }] }))).toEqual(['not-a-ref /items/0/ref']);
  });

  test.each(['child', 'a', '9', '_-_', 'x'.repeat(64)])(
    'and none is found in the reference %j',
    (ref) => {
      expect(brief(request({ items: [{ ref }] }))).toEqual([]);
    },
  );

  test('and none is found in a thousand people, or on the first day that is encoded', () => {
    const people = Array.from({ length: 1000 }, (_, index) => ({ ref: `person-${index}` }));
    expect(brief(request({ people }))).toEqual([]);
    expect(brief(request({ on: '2000-03-01' }))).toEqual([]);
  });

  test('null is refused as any answer', () => {
    const nulls = request({
      nation: null,
      concern: { about: null, level: null, kinds: null, knownOn: null },
      people: [{ ref: 'child', consent: { service: null }, views: { objects: null } }],
    });
    expect(issuesOf(nulls).map(({ path }) => path)).toEqual([
      '/concern/about',
      '/concern/kinds',
      '/concern/knownOn',
      '/concern/level',
      '/nation',
      '/people/0/consent/service',
      '/people/0/views/objects',
    ]);
    for (const { help } of issuesOf(nulls)) expect(help).toContain('leave the key out');
  });
});

describe('all the faults of a request', () => {
  const input = {
    on: '2026-02-30',
    mode: 'proactive',
    secretKey: 1,
    demand: { power: 'foi', by: 'aunt' },
    recipient: { person: 'mother', organisation: 'police' },
    people: [{ ref: 'child', ageBand: 'under-13', dateOfBirth: '2014-03-02' }, { ref: 'child' }],
    items: [{ ref: 'note', relevant: 'yes', about: ['father'] }, { ref: 'note' }],
  };
  const expected = [
    'unknown-key ',
    'not-asked /demand',
    'unknown-ref /demand/by',
    'unknown-ref /items/0/about/0',
    'unknown-word /items/0/relevant',
    'duplicate-ref /items/1/ref',
    'not-a-date /on',
    'either-or /people/0',
    'duplicate-ref /people/1/ref',
    'either-or /recipient',
    'unknown-ref /recipient/person',
  ];

  test('come at once, in the order of their places', () => {
    expect(brief(input)).toEqual(expected);
  });

  test('come in the same order whatever the order of the keys', () => {
    expect(brief(Object.fromEntries(Object.entries(input).reverse()))).toEqual(expected);
  });

  test('of one place come in the order of their codes', () => {
    const both = request({ recipient: { person: 'mother', organisation: 'police', secretKey: 1 } });
    expect(brief(both)).toEqual(['either-or /recipient', 'unknown-key /recipient']);
  });

  test('are thrown as one error with every one of them', () => {
    const error = thrownBy(input);
    expect(error.issues.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
    expect(error.message.match(/^request/gm)).toHaveLength(expected.length);
  });
});

describe('what is reported repeats nothing of the request', () => {
  const reported = (input: unknown): string => {
    const error = thrownBy(input);
    return [
      error.message,
      error.stack,
      String(error),
      JSON.stringify(error),
      JSON.stringify(error.issues),
    ].join('\n');
  };
  const many = Array.from({ length: 1001 }, (_, index) => ({ ref: `zzyzx-${index}` }));

  test.each<[string, unknown]>([
    ['a broken date', request({ on: 'Zzyzx' })],
    ['a day that no calendar has', request({ concern: { knownOn: '1919-02-30' } })],
    ['a date before the law that is encoded', request({ on: '1919-01-01' })],
    ['a broken date of birth', request({ people: [{ ref: 'zzyzx', dateOfBirth: '19.1.1919' }] })],
    ['an unknown word', request({ purpose: { kind: 'Zzyzx Quux' } })],
    ['an unknown mode', request({ mode: 'Zzyzx' })],
    ['an unknown word in a list', request({ items: [{ ref: 'quux', categories: ['Zzyzx'] }] })],
    ['an unknown key', request({ secretKey: 'Zzyzx Quux' })],
    ['an unknown key below', request({ sharer: { secretKey: { quux: 'zzyzx' } } })],
    ['an unknown key in a person', request({ people: [{ ref: 'zzyzx', secretKey: 'Quux' }] })],
    [
      'an unknown kind of consent',
      request({ people: [{ ref: 'zzyzx', consent: { secretKey: { givenBy: 'quux' } } }] }),
    ],
    ['an unknown scheme', request({ scheme: { secretKey: {} } })],
    ['a name as a reference', request({ people: [{ ref: 'Zzyzx Quux' }] })],
    ['a reference that stands twice', request({ items: [{ ref: 'zzyzx' }, { ref: 'zzyzx' }] })],
    [
      'references that lead nowhere',
      request({
        people: [{ ref: 'quux' }],
        concern: { about: ['zzyzx'] },
        recipient: { person: 'quux-zzyzx', actingFor: 'zzyzx-quux' },
      }),
    ],
    [
      'null beside a value',
      request({ purpose: null, recipient: { person: 'zzyzx', reach: null } }),
    ],
    [
      'a wrong type',
      request({
        concern: 'Zzyzx Quux',
        people: 'zzyzx',
        items: { secretKey: 'quux' },
        on: 19190101,
      }),
    ],
    ['no items beside a value', request({ items: [], people: [{ ref: 'zzyzx' }] })],
    ['too many people', request({ people: many })],
    [
      'a demand where nobody asked',
      { on: '2026-03-02', mode: 'proactive', demand: { by: 'zzyzx' } },
    ],
    ['two recipients', request({ recipient: { person: 'zzyzx', organisation: 'Quux' } })],
    [
      'two ages',
      request({ people: [{ ref: 'zzyzx', dateOfBirth: '1919-01-01', ageBand: 'adult' }] }),
    ],
    [
      'a key `__proto__`',
      JSON.parse('{"on":"2026-03-02","mode":"seeking","__proto__":{"secretKey":"Zzyzx Quux"}}'),
    ],
    [
      'a key `__proto__` below',
      JSON.parse(
        '{"on":"2026-03-02","mode":"seeking","people":[{"ref":"zzyzx","__proto__":{"secretKey":"Quux"}}]}',
      ),
    ],
    ['a text in the place of a request', 'Zzyzx Quux'],
    ['a list in the place of a request', [{ secretKey: 'Zzyzx Quux' }]],
  ])('%s', (_, input) => {
    const text = reported(input);
    for (const part of [/zzyzx/i, /quux/i, /secretKey/i, /1919/, /__proto__/])
      expect(text).not.toMatch(part);
  });
});

describe('a key `__proto__` out of JSON', () => {
  test('is an unknown key, wherever it stands', () => {
    const input: unknown = JSON.parse(
      '{"on":"2026-03-02","mode":"seeking","__proto__":{"items":[]},"concern":{"__proto__":{"level":"none"}},"people":[{"ref":"child","__proto__":{}}]}',
    );
    expect(brief(input)).toEqual(['unknown-key ', 'unknown-key /concern', 'unknown-key /people/0']);
  });

  test('changes no prototype', () => {
    check(JSON.parse('{"on":"2026-03-02","mode":"seeking","__proto__":{"polluted":true}}'));
    expect('polluted' in {}).toBe(false);
  });
});
