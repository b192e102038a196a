import { Engine } from 'json-rules-engine';
import type { EngineOptions, RuleProperties, TopLevelCondition } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import { checkPacks } from '../../src/engine/check.ts';
import type { Rule } from '../../src/model/rule.ts';
import { conclusion, engineOf, findings, pack, request } from '../synthetic.ts';

// One test for each difference of docs/decisions/0005: plain json-rules-engine and ours, on the same JSON.

type Facts = Record<string, unknown>;
const lenient: EngineOptions = { allowUndefinedFacts: true };

/** Whether plain json-rules-engine fires a rule of these conditions. */
async function fires(conditions: unknown, facts: Facts = {}, options?: EngineOptions) {
  const event = { type: 'fired' };
  const engine = new Engine([{ conditions: conditions as TopLevelCondition, event }], options);
  return (await engine.run(facts)).events.length > 0;
}

/** What our loader finds wrong with a rule of these conditions. */
const refused = (conditions: unknown): string[] =>
  checkPacks([
    { pack: pack([conclusion('it', conditions as Rule['conditions'])]), local: false },
  ]).issues.map(({ code }) => code);

/** What we find for these conditions. */
function ours(conditions: unknown, said: Facts = {}): string | undefined {
  expect(refused(conditions)).toEqual([]);
  return findings([conclusion('it', conditions as Rule['conditions'])], request(said), 'it')[0];
}

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
const one = (part: unknown) => ({ all: [part] });

describe('what plain json-rules-engine reads otherwise, we refuse at load', () => {
  test.each(['any', 'all'])('an empty `%s`, which fires', async (key) => {
    expect(await fires({ [key]: [] })).toBe(true);
    expect(refused({ [key]: [] })).toEqual(['empty-list']);
  });

  test('two heads on one node, of which one is ignored', async () => {
    const no = leaf('purpose.legitimate', 'equal', false);
    const yes = leaf('purpose.legitimate', 'equal', true);
    const facts = { 'purpose.legitimate': true };
    expect(await fires({ all: [no], any: [yes] }, facts)).toBe(true);
    expect(await fires({ all: [yes], not: yes }, facts)).toBe(true);
    expect(refused({ all: [no], any: [yes] })).toEqual(['wrong-node']);
    expect(refused({ all: [yes], not: yes })).toEqual(['wrong-node']);
  });

  test('a path that leads nowhere, on which `notEqual` fires even where facts must be defined', async () => {
    const lost = one({ ...leaf('mode', 'notEqual', 'seeking'), path: '$.nowhere' });
    expect(await fires(lost, { mode: { other: 'seeking' } })).toBe(true);
    expect(refused(lost)).toEqual(['unknown-key']);
  });

  test('`in` a text, which looks for a part of it', async () => {
    const within = one(leaf('mode', 'in', 'not seeking at all'));
    expect(await fires(within, { mode: 'seeking' })).toBe(true);
    expect(refused(within)).toEqual(['wrong-value']);
  });

  test('an order of texts, which are taken for numbers, or not', async () => {
    const below = one(leaf('mode', 'lessThan', '9'));
    expect(await fires(below, { mode: '10' })).toBe(true);
    expect(refused(below)).toEqual(['unknown-operator']);
  });

  test('a misspelt fact, operator or key, which is taken without a word', () => {
    for (const [conditions, code] of [
      [one(leaf('purpose.legitmate', 'equal', true)), 'unknown-fact'],
      [one(leaf('purpose.legitimate', 'equals', true)), 'unknown-operator'],
      [one({ ...leaf('purpose.legitimate', 'equal', true), valu: false }), 'unknown-key'],
      [one(leaf('purpose.kind', 'equal', 'cort')), 'unknown-word'],
    ] as const) {
      const rule = { conditions: conditions as TopLevelCondition, event: { type: 'fired' } };
      expect(() => new Engine([rule])).not.toThrow();
      expect(refused(conditions)).toEqual([code]);
    }
  });

  test('an operator of the host, whose `1` is met alone and not beside another', async () => {
    const custom = leaf('mode', 'suits', 'seeking');
    const run = async (parts: readonly unknown[]) => {
      const conditions = { all: parts } as TopLevelCondition;
      const engine = new Engine([{ conditions, event: { type: 'fired' } }]);
      const truthy: unknown = 1;
      engine.addOperator('suits', () => truthy as boolean);
      return (await engine.run({ mode: 'seeking' })).events.length > 0;
    };
    expect(await run([custom])).toBe(true);
    expect(await run([custom, leaf('mode', 'equal', 'seeking')])).toBe(false);
    expect(refused(one(custom))).toEqual(['unknown-operator']);
  });
});

describe('what plain json-rules-engine takes for an answer, we find unknown', () => {
  test.each([
    ['notEqual', leaf('concern.level', 'notEqual', 'none')],
    ['notIn', leaf('concern.level', 'notIn', ['none', 'welfare'])],
    ['not', { not: leaf('concern.level', 'equal', 'none') }],
  ])('silence, under `%s`, where facts may be missing', async (_, part) => {
    expect(await fires(one(part), {}, lenient)).toBe(true);
    expect(ours(one(part))).toBe('unknown');
  });

  test('one missing fact, which rejects a whole run, or not, by what stands before it', async () => {
    const either = {
      any: [leaf('purpose.legitimate', 'equal', true), leaf('concern.level', 'equal', 'none')],
    };
    const run = (legitimate: boolean) => {
      const event = { type: 'fired' };
      const engine = new Engine([{ conditions: either, event }]);
      engine.addFact('purpose.legitimate', legitimate, { priority: 2 });
      return engine.run();
    };
    await expect(run(true)).resolves.toMatchObject({ events: [{ type: 'fired' }] });
    await expect(run(false)).rejects.toThrow('Undefined fact');
    expect(ours(either, { purpose: { legitimate: true } })).toBe('met');
    expect(ours(either, { purpose: { legitimate: false } })).toBe('unknown');
  });

  test.each([undefined, null, 'unsure'])('%o, which counts as present', async (value) => {
    const other = one(leaf('concern.level', 'notEqual', 'none'));
    expect(await fires(other, { 'concern.level': value })).toBe(true);
    if (value !== null) expect(ours(other, { concern: { level: value } })).toBe('unknown');
  });

  test('a list left out, of which every quantifier is untrue, and so its negation true', async () => {
    for (const operator of ['someFact:equal', 'everyFact:equal']) {
      const quantified = leaf('person.deceased', operator, true);
      expect(await fires(one(quantified), {}, lenient)).toBe(false);
      expect(await fires({ not: quantified }, {}, lenient)).toBe(true);
      expect(ours(one(quantified))).toBe('unknown');
      expect(ours({ not: quantified })).toBe('unknown');
    }
  });

  test('but `everyFact` of an empty list is met in both', async () => {
    const every = one(leaf('person.deceased', 'everyFact:equal', true));
    expect(await fires(every, { 'person.deceased': [] })).toBe(true);
    expect(ours(every, { people: [] })).toBe('met');
  });
});

describe('what plain json-rules-engine leaves to chance, we order', () => {
  const met = leaf('purpose.legitimate', 'equal', true) as Rule['conditions'];

  /** A rule that concludes, and one of the same priority that reads the conclusion so many lists deep. */
  async function seesConclusion(depth: number): Promise<boolean> {
    let reads: unknown = leaf('rule.first', 'equal', true);
    for (let level = 0; level < depth; level += 1) reads = { all: [met, reads] };
    const reader: RuleProperties = {
      conditions: reads as TopLevelCondition,
      event: { type: 'read' },
    };
    const first: RuleProperties = {
      conditions: one(met) as TopLevelCondition,
      event: { type: 'concluded' },
      onSuccess: (_, almanac) => {
        almanac.addFact('rule.first', true);
      },
    };
    const { events } = await new Engine([reader, first], lenient).run({
      'purpose.legitimate': true,
    });
    return events.some(({ type }) => type === 'read');
  }

  test('whether a rule sees a conclusion hangs on how many promises stand before it', async () => {
    const seen = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(seesConclusion));
    expect(new Set(seen)).toEqual(new Set([true, false]));
    for (const depth of [1, 2, 3]) {
      let reads = leaf('rule.first', 'equal', true) as Rule['conditions'];
      for (let level = 0; level < depth; level += 1) reads = { all: [met, reads] };
      const rules = [conclusion('a-reader', reads), conclusion('first', met)];
      const said = request({ purpose: { legitimate: true } });
      expect(findings(rules, said, 'a-reader')).toEqual(['met']);
    }
  });

  test('`stop` ends other runs too, where ours share nothing', async () => {
    const met = one(leaf('on', 'equal', true)) as TopLevelCondition;
    const engine = new Engine([
      { conditions: met, event: { type: 'early' }, priority: 2 },
      { conditions: met, event: { type: 'late' }, priority: 1 },
    ]);
    engine.on('early', (_, almanac) => {
      void almanac.factValue('stops').then((stops) => {
        if (stops === true) engine.stop();
      });
    });
    const alone = await engine.run({ on: true, stops: false });
    const [, beside] = await Promise.all([
      engine.run({ on: true, stops: true }),
      engine.run({ on: true, stops: false }),
    ]);
    expect(alone.events.map(({ type }) => type)).toEqual(['early', 'late']);
    expect(beside.events.map(({ type }) => type)).toEqual(['early']);
  });
});

describe('what plain json-rules-engine changes, we leave', () => {
  test('the rules that it is given', () => {
    const part = { ...leaf('mode', 'equal', 'seeking'), priority: '7' };
    const given = { conditions: { all: [part] }, event: { type: 'fired' } };
    new Engine().addRule(given as unknown as RuleProperties);
    expect(part.priority).toBe(7);

    const rules = [
      conclusion('it', { all: [leaf('mode', 'equal', 'seeking') as Rule['conditions']] }),
    ];
    const before = JSON.stringify(rules);
    engineOf(rules).decide({ on: '2026-03-02', mode: 'seeking' });
    expect(JSON.stringify(rules)).toBe(before);
  });
});
