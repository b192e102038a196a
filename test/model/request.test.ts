import { describe, expect, test } from 'vitest';
import { facts } from '../../src/model/facts.ts';
import type { Fact } from '../../src/model/facts.ts';
import { SharingRequest } from '../../src/model/request.ts';
import { consentKinds, schemes } from '../../src/model/words.ts';
import { request } from '../synthetic.ts';

const accepts = (said: Record<string, unknown>) => SharingRequest.safeParse(request(said)).success;
const asked = facts.filter(({ from }) => from === 'request');

/** A request with one answer, put where the fact stands. */
function answering({ scope, path }: Fact, answer: unknown): Record<string, unknown> {
  const nested = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), answer) as Record<
    string,
    unknown
  >;
  switch (scope) {
    case 'person':
      return { people: [{ ref: 'child', ...nested }] };
    case 'item':
      return { items: [{ ref: 'note', ...nested }] };
    case 'consent':
      return { people: [{ ref: 'child', consent: { dataProtection: nested } }] };
    default:
      return nested;
  }
}
const answers: Record<Fact['type'], unknown[]> = {
  'yes-no': [true, false],
  word: [],
  words: [[]],
  date: ['2026-03-02'],
  ref: ['child'],
  refs: [[], ['child', 'mother']],
};
const takesUnsure = ({ id, type }: Fact) => id !== 'mode' && (type === 'yes-no' || type === 'word');

describe.each(asked.map((fact) => [fact.id, fact] as const))('%s', (_, fact) => {
  test('takes each of its answers', () => {
    const list =
      fact.type === 'word'
        ? (fact.words ?? [])
        : fact.type === 'words'
          ? [[], ...(fact.words ?? []).map((word) => [word]), fact.words]
          : answers[fact.type];
    expect(list.length).toBeGreaterThan(0);
    expect(list.filter((answer) => !accepts(answering(fact, answer)))).toEqual([]);
  });

  test('takes "unsure" unless it is a reference, a date, a list or the mode', () => {
    expect(accepts(answering(fact, 'unsure'))).toBe(takesUnsure(fact));
  });

  test('refuses null, and whatever is not on its list', () => {
    const others = [null, 'Zzyzx Quux', 7, {}, [null], ['Zzyzx Quux']];
    expect(others.filter((answer) => accepts(answering(fact, answer)))).toEqual([]);
  });
});

describe('a request', () => {
  test('needs its date and its mode alone', () => {
    expect(SharingRequest.safeParse({ on: '2026-03-02', mode: 'seeking' }).success).toBe(true);
    expect(SharingRequest.safeParse({ on: '2026-03-02' }).success).toBe(false);
    expect(SharingRequest.safeParse({ mode: 'seeking' }).success).toBe(false);
  });

  test('needs the reference of each person and each item', () => {
    expect(accepts({ people: [{ role: 'child' }] })).toBe(false);
    expect(accepts({ items: [{ relevant: true }] })).toBe(false);
  });

  test.each([
    'demand',
    'sharer',
    'recipient',
    'purpose',
    'concern',
    'allItems',
    'justification',
    'scheme',
    'move',
    'arrangement',
    'channel',
    'advice',
  ])('may say nothing in `%s`, and takes no key there that is not named', (key) => {
    expect(accepts({ [key]: {} })).toBe(true);
    expect(accepts({ [key]: { secretKey: true } })).toBe(false);
  });

  test.each(['views', 'transparency', 'informing', 'consent'])(
    'may say nothing in `%s` of a person, and takes no key there that is not named',
    (key) => {
      expect(accepts({ people: [{ ref: 'child', [key]: {} }] })).toBe(true);
      expect(accepts({ people: [{ ref: 'child', [key]: { secretKey: true } }] })).toBe(false);
    },
  );

  test.each(schemes)(
    'may name the scheme `%s` with nothing known, and takes no key there that is not named',
    (scheme) => {
      expect(accepts({ scheme: { [scheme]: {} } })).toBe(true);
      expect(accepts({ scheme: { [scheme]: { secretKey: true } } })).toBe(false);
      expect(accepts({ scheme: { [scheme]: true } })).toBe(false);
    },
  );

  test.each(consentKinds)(
    'takes each state of the consent `%s`, and no key there that is not named',
    (kind) => {
      const consent = (said: Record<string, unknown>) =>
        accepts({ people: [{ ref: 'child', consent: { [kind]: said } }] });
      expect(consent({})).toBe(true);
      expect(
        consent({
          status: 'given',
          givenOn: '2026-03-02',
          expiresOn: '2026-04-02',
          withdrawnOn: '2026-04-01',
          givenBy: 'child',
          implied: false,
        }),
      ).toBe(true);
      expect(consent({ explicit: true })).toBe(kind === 'dataProtection');
      expect(consent({ secretKey: true })).toBe(false);
    },
  );

  test('has a nation, people and items in their own shapes', () => {
    expect(accepts({ people: [] })).toBe(true);
    expect(accepts({ items: [] })).toBe(false);
    expect(accepts({ people: {} })).toBe(false);
    expect(accepts({ secretKey: true })).toBe(false);
  });

  test.each(['name', 'address', 'nhsNumber', 'text', 'notes'])(
    'has no place for a `%s` of a person or an item',
    (key) => {
      expect(accepts({ people: [{ ref: 'child', [key]: 'x' }] })).toBe(false);
      expect(accepts({ items: [{ ref: 'note', [key]: 'x' }] })).toBe(false);
    },
  );

  test.each(['ref', 'about'])('does not say the `%s` of all items at once', (key) => {
    expect(accepts({ allItems: { [key]: key === 'ref' ? 'note' : ['child'] } })).toBe(false);
  });

  test('may have a thousand people and items, and no more', () => {
    const many = (length: number) =>
      Array.from({ length }, (_, index) => ({ ref: `ref-${index}` }));
    expect(accepts({ people: many(1000), items: many(1000) })).toBe(true);
    expect(accepts({ people: many(1001) })).toBe(false);
    expect(accepts({ items: many(1001) })).toBe(false);
  });
});
