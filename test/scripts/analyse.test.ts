import { describe, expect, test } from 'vitest';
import type { Base, Finding } from '../../scripts/analyse/base.ts';
import { see } from '../../scripts/analyse/base.ts';
import { coveringArray } from '../../scripts/analyse/covering.ts';
import { analyse, keyOf } from '../../scripts/analyse/run.ts';
import { buildEngine, groundOf } from '../../src/engine/engine.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import type { Rule, RuleEvent } from '../../src/model/rule.ts';
import { finds, permissions } from '../engine/permitting.ts';
import type { Json } from '../../src/testing/dictionary.ts';
import { all, always, any, conclusion, foundation, is, not } from '../synthetic.ts';

const base = (rules: readonly Rule[], requests: readonly Json[] = []): Base => ({
  ground: groundOf(foundation(rules)),
  cases: new Map([
    ['seeds', requests.map((request) => ({ name: 'a request', request, expect: 'met' }))],
  ]),
});
const extent = { pairs: 0, drawn: 0, seed: 1 };
const found = (rules: readonly Rule[], only?: string, requests?: readonly Json[]): Finding[] =>
  analyse(base(rules, requests), extent, only, () => undefined).findings;
const keys = (...said: Parameters<typeof found>): string[] => found(...said).map(keyOf);

const obligation = (
  id: string,
  name: Extract<RuleEvent, { type: 'obligation' }>['params']['obligation'],
  said: Partial<Rule> = {},
): Rule =>
  finds(
    id,
    {
      type: 'obligation',
      params: { obligation: name, level: 'should', when: 'before', text: 'Do so.' },
    },
    always,
    said,
  );

/** Whoever is in danger is not told, so that whatever speaks of the sharing to them contradicts it. */
const notTelling = finds(
  'not-telling',
  { type: 'not-telling', params: { grade: 'do-not-tell', ground: 'risk', unknown: 'ask' } },
  is('person.informing.wouldRaiseRiskToChild'),
  { scope: 'person' },
);
const advised = finds('advised', { type: 'advice', params: { who: 'legal', about: 'this' } });
const purpose = is('purpose.legitimate');
const compatible = is('purpose.compatible');

describe('sound rules', () => {
  const sound = [
    ...permissions(),
    advised,
    notTelling,
    conclusion('plain', all(purpose, compatible)),
    conclusion('excepted', purpose),
    conclusion('exception', compatible, { exceptionTo: ['excepted'] }),
  ];
  test('have no findings', () => {
    expect(keys(sound)).toEqual([]);
  });
});

describe('a rule that is never met', () => {
  const nowhere = conclusion('nowhere', all(purpose, not(purpose)));
  test('is found', () => {
    expect(keys([nowhere], 'unmet')).toEqual(['never-met nowhere ever']);
  });

  test('is found where what it reads ends before it does', () => {
    const read = conclusion('read', purpose, {
      effective: { from: '2000-03-01', to: '2010-01-01' },
    });
    expect(keys([read, conclusion('reader', is('rule.read'))], 'unmet')).toEqual([
      'never-met reader from 2010-01-02',
    ]);
  });

  test('is found where what it reads is no law in a nation that it extends to', () => {
    const read = conclusion('read', purpose, { extent: ['england', 'wales'] });
    const reader = conclusion('reader', is('rule.read'));
    expect(keys([read, reader], 'unmet')).toEqual([
      'never-met reader scotland',
      'never-met reader northern-ireland',
    ]);
  });

  test('is found though it takes two answers of one list at once', () => {
    const word = is('purpose.kind', 'court');
    const both = conclusion('both', all(word, is('purpose.kind', 'other')));
    expect(keys([both, conclusion('one', word)], 'unmet')).toEqual(['never-met both ever']);
  });
});

describe('what makes no difference', () => {
  test('is found of a leaf', () => {
    const absorbed = conclusion('absorbed', any(purpose, all(purpose, compatible)));
    expect(keys([absorbed], 'leaves')).toEqual([
      'idle-leaf absorbed /any/1/all/1 purpose.compatible',
    ]);
  });

  test('is found of an exception', () => {
    const excepted = conclusion('excepted', purpose);
    const exception = conclusion('exception', all(compatible, not(purpose)), {
      exceptionTo: ['excepted'],
    });
    expect(keys([excepted, exception], 'exceptions')).toEqual([
      'idle-exception exception excepted',
    ]);
  });
});

describe('rules that say the same', () => {
  const bar = (id: string, conditions: Rule['conditions'], said: Partial<Rule> = {}) =>
    finds(id, { type: 'harm', params: { level: 'law' } }, conditions, said);

  test('are found, however their limbs stand', () => {
    const one = bar('one', all(purpose, any(compatible, is('nation', 'wales'))));
    const other = bar('other', any(all(is('nation', 'wales'), purpose), all(compatible, purpose)));
    expect(keys([one, other], 'duplicates')).toEqual(['duplicate one other conditions']);
  });

  test('are found where one is met only where the other is', () => {
    const wide = bar('wide', is('purpose.kind', ['court', 'other'], 'in'));
    const narrow = bar('narrow', all(is('purpose.kind', 'court'), purpose));
    expect(keys([wide, narrow], 'duplicates')).toEqual(['subsumed narrow wide conditions']);
  });

  test('are none where they bear at different times, or find different things', () => {
    const early = bar('early', purpose, { effective: { from: '2000-03-01', to: '2010-01-01' } });
    const late = bar('late', purpose, { effective: { from: '2010-01-02' } });
    const guidance = finds('guidance', { type: 'harm', params: { level: 'guidance' } }, purpose);
    expect(keys([early, late, guidance], 'duplicates')).toEqual([]);
  });
});

describe('findings that stand against one another', () => {
  test('are found of someone who is not told, and is to be asked', () => {
    const asked = obligation('asked', 'seek-views', { scope: 'person' });
    const [one] = found([...permissions(), advised, notTelling, asked], 'decisions');
    expect(one && keyOf(one)).toBe('told-and-not-told asked do-not-tell');
    // The request shows it by itself.
    const { informing, obligations } = buildEngine(
      foundation([...permissions(), advised, notTelling, asked]),
    ).decide(one?.request as unknown as SharingRequest);
    expect(informing.map(({ verdict }) => verdict)).toContain('do-not-tell');
    expect(obligations.map(({ id }) => id)).toContain('seek-views');
  });

  test('are found of obligations of one rank that cannot both be done', () => {
    const explain = obligation('explain', 'explain-refusal', { conditions: purpose });
    const deny = obligation('deny', 'neither-confirm-nor-deny', { conditions: compatible });
    expect(keys([...permissions(), advised, explain, deny], 'decisions')).toEqual([
      'opposed-obligations deny explain should',
    ]);
  });

  test('are found of one fact that is answered in two ways', () => {
    const answer = (id: string, value: boolean, conditions: Rule['conditions']) =>
      finds(id, { type: 'answer', params: { fact: 'justification.necessary', value } }, conditions);
    const rules = [answer('no', false, purpose), answer('yes', true, compatible)];
    expect(keys([...permissions(), advised, ...rules], 'decisions')).toEqual([
      'answered-twice no yes justification.necessary',
    ]);
    expect(
      keys(
        [...permissions(), advised, answer('no', false, all(purpose, not(compatible)))],
        'decisions',
      ),
    ).toEqual([]);
  });

  test('are found of a duty against a bar of which nothing is said, save that the engine says so itself', () => {
    const bar = finds('bar', { type: 'harm', params: { level: 'law' } }, purpose);
    const duty = finds(
      'duty',
      { type: 'duty', params: { gateway: 'gate', strength: 'must' } },
      compatible,
    );
    expect(keys([...permissions(), bar, duty], 'decisions')).toEqual([]);
  });
});

describe('a gap', () => {
  test('is an item that is held by no rule, with nothing to ask and nobody to turn to', () => {
    expect(keys([conclusion('alone', purpose)], 'decisions')).toEqual(
      expect.arrayContaining(['no-reason undetermined', 'held-in-silence seek-advice']),
    );
  });

  test('is none where somebody is to be asked', () => {
    expect(keys([conclusion('alone', purpose), advised], 'decisions')).not.toContain(
      'held-in-silence seek-advice',
    );
  });
});

test('a covering array has every two values of every two factors in some row', () => {
  const sizes = [3, 2, 4, 1, 5, 2];
  const rows = coveringArray(sizes);
  const pairs = new Set(
    rows.flatMap((row) => row.flatMap((x, a) => row.map((y, b) => `${a}:${x} ${b}:${y}`))),
  );
  for (const [a, size] of sizes.entries())
    for (const [b, other] of sizes.entries())
      for (let x = 0; x < size; x++)
        for (let y = 0; a !== b && y < other; y++) expect(pairs).toContain(`${a}:${x} ${b}:${y}`);
  expect(rows.length).toBeLessThan(30);
  expect(coveringArray([3])).toEqual([[0], [1], [2]]);
});

test('a request that is not well formed is passed over', () => {
  expect(see(base([advised]), { on: 'some day', mode: 'proactive' })).toBeUndefined();
});
