import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { checkPack, createEngine, decide, safeDecide, SharingDecision } from '../../src/index.ts';
import type { Pack, SharingRequest } from '../../src/index.ts';
import { later } from '../../src/engine/dates.ts';
import { InvalidPackError, InvalidRequestError } from '../../src/engine/errors.ts';
import { isRecord, valueAt, withValue } from '../../src/testing/dictionary.ts';
import { requests } from '../generators/index.ts';
import { is, localPack, rule, source } from '../synthetic.ts';

// Large values, on machines of any speed.
vi.setConfig({ testTimeout: 120_000 });

/** A word that is no answer, ref or key of any request, and that no message may repeat. */
const secret = 'zq-Jane-Doe-zq';
const sound = { on: '2026-11-21', mode: 'proactive' } as const;

const throwing = (value: object, key: string): object =>
  Object.defineProperty({ ...value }, key, {
    enumerable: true,
    get: () => {
      throw new Error(secret);
    },
  });
/** So many levels of one thing within another. */
function nested(levels: number, within: (inner: unknown) => unknown): unknown {
  let value: unknown = secret;
  for (let level = 0; level < levels; level++) value = within(value);
  return value;
}
const deep = nested(100_000, (inner) => ({ [secret]: inner }));
const deepList = nested(100_000, (inner) => [inner]);
function circle(): object {
  const value: Record<string, unknown> = { ...sound };
  value[secret] = value;
  value['people'] = [value];
  return value;
}
class Holder {
  organisation = 'police';
}
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({ ...sound }, {});
  revoke();
  return proxy;
};
const json = (text: string): unknown => JSON.parse(text.replaceAll('SECRET', secret));

/** Input of every kind that is no request. */
const refused: [string, () => unknown][] = [
  ['nothing', () => undefined],
  ['null', () => null],
  ['text', () => secret],
  ['a number', () => -0],
  ['no number', () => NaN],
  ['a number without end', () => Infinity],
  ['a big integer', () => 10n],
  ['a symbol', () => Symbol(secret)],
  ['a function', () => () => secret],
  ['a list', () => [secret]],
  ['a date', () => new Date(0)],
  ['a map', () => new Map(Object.entries(sound))],
  ['100,000 levels', () => deep],
  ['100,000 levels in the place of an object', () => ({ ...sound, concern: deep })],
  ['100,000 levels in the place of a list', () => ({ ...sound, people: deepList })],
  ['a circle', circle],
  [
    'the key of a prototype',
    () => json('{"on":"2026-11-21","mode":"proactive","__proto__":{"SECRET":1}}'),
  ],
  [
    'the names of what every object has',
    () => json('{"on":"2026-11-21","mode":"proactive","constructor":{"prototype":{"SECRET":1}}}'),
  ],
  [
    'the key of a prototype, within',
    () => json('{"on":"2026-11-21","mode":"proactive","scheme":{"__proto__":{},"prototype":{}}}'),
  ],
  [
    'the key of a prototype among consents',
    () =>
      json(
        '{"on":"2026-11-21","mode":"proactive","people":[{"ref":"a","consent":{"__proto__":{"givenBy":"SECRET"}}}]}',
      ),
  ],
  ['a list with holes', () => ({ ...sound, people: new Array(3) })],
  ['a getter that throws', () => throwing(sound, 'concern')],
  ['a getter that throws, within', () => ({ ...sound, people: [throwing({ ref: 'a' }, 'role')] })],
  [
    'a proxy that throws',
    () =>
      new Proxy(
        { ...sound },
        {
          ownKeys: () => {
            throw new Error(secret);
          },
        },
      ),
  ],
  [
    'a proxy that throws text',
    () =>
      new Proxy(
        { ...sound },
        {
          get: () => {
            // eslint-disable-next-line @typescript-eslint/only-throw-error -- Why: others do.
            throw secret;
          },
        },
      ),
  ],
  ['a proxy that was revoked', revoked],
  ['a list of very many', () => ({ ...sound, people: new Array(1e6).fill(secret) })],
  [
    'a list of very many, within',
    () => ({ ...sound, people: [{ ref: 'a', status: new Array(1e6).fill(secret) }] }),
  ],
  ['a very long word', () => ({ ...sound, nation: secret.repeat(1e6) })],
  ['a very long reference', () => ({ ...sound, people: [{ ref: secret.repeat(1e6) }] })],
  ['a very long date', () => ({ ...sound, on: '2'.repeat(1e6) })],
  ['half a character', () => ({ ...sound, people: [{ ref: '\ud800' }], nation: '\udfff' })],
  ['half a character in a key', () => ({ ...sound, [`\ud800${secret}`]: true })],
  ['a boxed word', () => ({ ...sound, nation: new String('england') })],
  ['a big integer for an answer', () => ({ ...sound, recipient: { mightHarm: 1n } })],
  ['a symbol for an answer', () => ({ ...sound, nation: Symbol(secret) })],
  ['a function for an object', () => ({ ...sound, recipient: () => secret })],
  ['bytes for a list', () => ({ ...sound, people: new Uint8Array(3) })],
  ['a set for a list', () => ({ ...sound, concern: { about: new Set(['a']) } })],
  ['a day that no calendar has', () => ({ ...sound, on: '2026-02-30' })],
  ['a date before all dates', () => ({ ...sound, on: '0000-00-00' })],
  [
    'references that stand twice or lead nowhere',
    () => ({
      ...sound,
      people: [{ ref: 'a' }, { ref: 'a' }],
      items: [{ ref: 'x', about: [secret], confidedBy: secret }],
    }),
  ],
  ['its own way to become JSON', () => ({ ...sound, toJSON: () => secret })],
];

/** Every way in which a refusal may come to be read. */
function toldOf(input: unknown): string {
  const read = safeDecide(input);
  if (read.success) return '';
  try {
    decide(input as SharingRequest);
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    return `${JSON.stringify(read.issues)}${error.stack ?? ''}${JSON.stringify(error)}${String(error)}`;
  }
  throw new Error('refused by one and taken by the other');
}

const prototypes = [Object, Array, Function, String, Map, Date].map(
  ({ prototype }) => prototype as object,
);
const keysOfAll = () => prototypes.map((one) => Reflect.ownKeys(one));

describe('what is no request', () => {
  test.each(refused)('%s: is refused, repeats nothing and changes no prototype', (_, make) => {
    const before = keysOfAll();
    expect(toldOf(make())).toContain('request');
    expect(toldOf(make())).not.toContain(secret);
    expect(keysOfAll()).toEqual(before);
    expect({}).not.toHaveProperty(secret);
  });

  test('what is read anew at every look is judged by what was read', () => {
    let reads = 0;
    const changing = {
      ...sound,
      items: [{ ref: 'x', about: ['a'] }],
      get people() {
        reads++;
        return reads === 1 ? [] : [{ ref: 'a' }];
      },
    };
    expect(safeDecide(changing)).toMatchObject({ issues: [{ code: 'unknown-ref' }] });
  });

  test('a message tells 1000 issues and counts the rest; `issues` holds them all', () => {
    const people = Array.from({ length: 750 }, () => ({ role: secret }));
    const input = { ...sound, people };
    const { message, issues } = (() => {
      try {
        decide(input as unknown as SharingRequest);
      } catch (error) {
        if (error instanceof InvalidRequestError) return error;
      }
      throw new Error('expected an InvalidRequestError');
    })();
    expect(issues).toHaveLength(1500);
    expect(message.match(/\n {2}help: /g)).toHaveLength(1000);
    expect(message.endsWith('\nand 500 more')).toBe(true);
  });

  test('more than 1000 people, items or references in a list are refused', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ref: `r${at}` }));
    const refs = (count: number) => many(count).map(({ ref }) => ref);
    const made = (count: number): unknown[] => [
      { ...sound, people: many(count) },
      { ...sound, items: many(count) },
      { ...sound, concern: { about: refs(count) } },
      { ...sound, items: [{ ref: 'x', about: refs(count) }] },
    ];
    const codes = made(1001).map((input) => {
      const read = safeDecide(input);
      return read.success ? [] : read.issues.map(({ code }) => code);
    });
    expect(codes).toEqual([['too-long'], ['too-long'], ['too-long'], ['too-long']]);
  });
});

/** Values of every kind that the language has, with the secret among their keys and texts. */
const anything = fc.anything({
  key: fc.constantFrom(secret, '__proto__', 'constructor', 'ref', 'on', 'length', '0'),
  values: [
    fc.constant(secret),
    fc.string(),
    fc.double(),
    fc.bigInt(),
    fc.boolean(),
    fc.constantFrom(null, undefined, '2026-02-30', 'unsure', '\ud800', 10 ** 400),
  ],
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: false,
  withSparseArray: true,
  withTypedArray: true,
  withBoxedValues: true,
});

type Path = readonly (string | number)[];
const pathsIn = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(Array.isArray(value)
    ? value.flatMap((one, index) => pathsIn(one, [...path, index]))
    : isRecord(value)
      ? Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))
      : []),
];
const pointer = (path: Path): string => path.map((key) => `/${key}`).join('');

describe('a request with anything at all in the place of a part of it', () => {
  const spoilt = fc
    .tuple(requests(), anything, fc.nat({ max: 9999 }))
    .map(([request, value, at]) => {
      const paths = pathsIn(request);
      return withValue(request, paths[at % paths.length] ?? [], value);
    });

  test('is decided or refused, and nothing of it is repeated', () => {
    let refusals = 0;
    fc.assert(
      fc.property(spoilt, (input) => {
        const said = toldOf(input);
        if (said) refusals++;
        expect(said).not.toContain(secret);
      }),
      { numRuns: 1000 },
    );
    expect(refusals).toBeGreaterThan(300);
  });

  test('is not changed', () => {
    fc.assert(
      fc.property(requests(), (request) => {
        const before = JSON.stringify(request);
        safeDecide(request);
        expect(JSON.stringify(request)).toBe(before);
      }),
      { numRuns: 100 },
    );
  });

  test('is refused where any object of it is the instance of a class', () => {
    fc.assert(
      fc.property(requests(), (request) => {
        for (const path of pathsIn(request).filter((one) => isRecord(valueAt(request, one)))) {
          const instance = Object.assign(new Holder(), valueAt(request, path));
          if (!Object.hasOwn(valueAt(request, path) as object, 'organisation'))
            Reflect.deleteProperty(instance, 'organisation');
          const read = safeDecide(withValue(request, path, instance));
          expect(read).toMatchObject({ issues: [{ code: 'wrong-type', path: pointer(path) }] });
        }
      }),
      { numRuns: 30 },
    );
  });

  test('may have no prototype, or one of another realm', () => {
    expect(safeDecide(Object.assign(Object.create(null) as object, sound)).success).toBe(true);
    expect(safeDecide(Object.freeze({ ...sound })).success).toBe(true);
  });
});

test('reading costs in proportion to what is given: each part is read a settled number of times', () => {
  /** How often a property of a request with so many people and items is read. */
  function readsOf(count: number): number {
    let reads = 0;
    const counting = <T extends object>(value: T): T =>
      new Proxy(value, {
        get: (target, key, receiver) => {
          reads++;
          const inner: unknown = Reflect.get(target, key, receiver);
          return typeof inner === 'object' && inner !== null ? counting(inner) : inner;
        },
      });
    const entries = Array.from({ length: count }, (_, at) => ({
      ref: `r${at}`,
      // No word of this list is known, so that the request is refused before it is decided.
      categories: [secret],
    }));
    safeDecide(counting({ ...sound, people: entries, items: entries }));
    return reads;
  }
  const [few, more, most] = [50, 100, 200].map(readsOf) as [number, number, number];
  expect(more - few).toBeGreaterThan(0);
  expect(most - more).toBe(2 * (more - few));
});

describe('dates at the ends of the calendar', () => {
  test.each(['2000-03-01', '9999-12-31'])('a decision of %s is well formed', (on) => {
    const decision = decide({
      on,
      mode: 'on-request',
      demand: { power: 'subject-access', receivedOn: on },
      concern: { knownOn: on, about: ['a', 'b'] },
      people: [
        { ref: 'a', dateOfBirth: '0001-01-01' },
        { ref: 'b', dateOfBirth: '9999-12-31' },
      ],
      items: [{ ref: 'x', about: ['a', 'b'], obtainedOn: on, obtainedFrom: 'other-agency' }],
      move: { to: 'area', on },
    });
    expect(() => SharingDecision.parse(decision)).not.toThrow();
  });

  test('nothing is due after the last date of four digits', () => {
    expect(later('9999-12-30', { days: 1 })).toBe('9999-12-31');
    expect(later('9999-12-31', { days: 1 })).toBe('9999-12-31');
    expect(later('2026-01-01', { days: Number.MAX_SAFE_INTEGER })).toBe('9999-12-31');
    expect(later('2026-01-01', { months: 99_999_999 })).toBe('9999-12-31');
  });
});

const soundPack = (): Pack =>
  localPack(
    [
      rule({
        id: 'a-condition',
        event: { type: 'guidance-condition', params: { level: 'guidance' } },
        conditions: {
          all: [
            is('concern.level', ['welfare', 'emerging-need'], 'in'),
            { not: is('person.canConsent', true, 'someFact:equal') },
          ],
        },
      }),
      rule({
        id: 'an-obligation',
        event: {
          type: 'obligation',
          params: {
            obligation: 'follow-up',
            level: 'should',
            when: 'after',
            text: 'follow up',
            due: { days: 5, from: 'on' },
          },
        },
      }),
    ],
    { sources: [source], contacts: { manager: 'the desk' } },
  );

/** Whether a pack was taken; fails where anything but a refusal of its own kind is thrown. */
function takes(pack: unknown): boolean {
  const issues = checkPack(pack);
  try {
    createEngine({ packs: [pack as Pack] }).decide(sound);
  } catch (error) {
    if (!(error instanceof InvalidPackError)) throw error;
    expect(error.issues).toEqual(issues);
    return false;
  }
  expect(issues).toEqual([]);
  return true;
}

describe('what is no pack', () => {
  const conditions = (value: unknown): unknown =>
    withValue(soundPack(), ['rules', 0, 'conditions'], value);

  test('a sound one is taken', () => {
    expect(takes(soundPack())).toBe(true);
  });

  test.each<[string, () => unknown]>([
    ...refused,
    ['conditions 100,000 levels deep', () => conditions(nested(100_000, (not) => ({ not })))],
    ['conditions 1,000 levels deep', () => conditions(nested(1000, (not) => ({ not })))],
    [
      'a getter that throws, within a rule',
      () =>
        withValue(
          soundPack(),
          ['rules', 0],
          throwing(rule({ id: 'x', event: { type: 'caution', params: {} } }), 'conditions'),
        ),
    ],
    ['a fact of every object', () => conditions(is('constructor'))],
    ['a fact of a prototype', () => conditions(is('__proto__'))],
    ['a rule of a prototype', () => conditions(is('rule.constructor'))],
    ['an operator of every object', () => conditions(is('mode', 'proactive', 'toString'))],
    [
      'a quantifier of every object',
      () => conditions(is('mode', 'proactive', 'constructor:equal')),
    ],
    ['an answer that is none', () => conditions({ fact: 'mode', operator: 'equal', value: {} })],
    [
      'a list of answers that are none',
      () => conditions({ fact: 'mode', operator: 'in', value: [[], {}, null, 1] }),
    ],
    [
      'a kind of every object',
      () => withValue(soundPack(), ['rules', 0, 'event', 'type'], 'constructor'),
    ],
    [
      'a source of every object',
      () => withValue(soundPack(), ['rules', 0, 'references', 0, 'source'], 'constructor'),
    ],
    ['rules with holes', () => withValue(soundPack(), ['rules'], new Array(3))],
    [
      'a list of very many conditions that are none',
      () => conditions({ all: new Array(100_000).fill({}) }),
    ],
  ])('%s: is refused with an `InvalidPackError` and nothing else', (_, make) => {
    const before = keysOfAll();
    expect(takes(make())).toBe(false);
    expect(keysOfAll()).toEqual(before);
  });

  test('a pack with anything at all in the place of a part of it is taken or refused', () => {
    const paths = pathsIn(soundPack());
    let refusals = 0;
    fc.assert(
      fc.property(anything, fc.constantFrom(...paths), (value, path) => {
        if (!takes(withValue(soundPack(), path, value))) refusals++;
      }),
      { numRuns: 200 },
    );
    expect(refusals).toBeGreaterThan(50);
  });

  test('a pack that changes when it is read again is taken as it was checked', () => {
    let reads = 0;
    const changing = {
      ...soundPack(),
      get rules() {
        reads++;
        return reads === 1 ? soundPack().rules : [{ id: secret }];
      },
    };
    expect(() => createEngine({ packs: [changing as Pack] }).decide(sound)).not.toThrow();
    expect(reads).toBe(1);
  });

  test.each<[string, () => unknown]>([
    ['null', () => null],
    ['text', () => secret],
    ['an unknown option', () => ({ pack: [] })],
    ['packs that are no list', () => ({ packs: soundPack() })],
    ['packs with holes', () => ({ packs: new Array(1) })],
    ['dates that are no object', () => ({ commencement: new Map([['ca2004-s16la', null]]) })],
    ['a date that is none', () => ({ commencement: { 'ca2004-s16la': new Date(0) } })],
    ['a gateway of every object', () => ({ commencement: { constructor: '2026-01-01' } })],
    ['a getter that throws', () => throwing({}, 'packs')],
  ])('options of an engine, %s: are refused with an `InvalidPackError`', (_, make) => {
    expect(() => createEngine(make() as object)).toThrow(InvalidPackError);
  });

  test('options that are left out, or `undefined`, are none', () => {
    const options = { packs: undefined, commencement: undefined } as object;
    expect(createEngine(options).decide(sound)).toEqual(createEngine().decide(sound));
  });
});
