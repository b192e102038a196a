import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { groundOf } from '../../src/engine/engine.ts';
import type { Ground } from '../../src/engine/engine.ts';
import type { Flat } from '../../src/engine/flat.ts';
import type { LoadedRule } from '../../src/engine/program.ts';
import type { Truth } from '../../src/engine/truth.ts';
import { decide, createEngine } from '../../src/index.ts';
import type { SharingRequest } from '../../src/index.ts';
import { compare } from '../../src/json-rules-engine/compare.ts';
import { crossCheckOn } from '../../src/json-rules-engine/cross-check.ts';
import { ourFindings, theirFindings } from '../../src/json-rules-engine/findings.ts';
import type { Findings } from '../../src/json-rules-engine/findings.ts';
import { crossCheck, EvaluatorsDisagreeError } from '../../src/json-rules-engine/index.ts';
import type { Rule } from '../../src/model/rule.ts';
import { bar, permissions } from '../engine/permitting.ts';
import {
  conclusion,
  foundation,
  is,
  not,
  pack,
  programOf,
  request,
  rule,
  worldFor,
} from '../synthetic.ts';

const examples = join(import.meta.dirname, '..', '..', 'examples');

describe('a decision that is checked by a second evaluator', { timeout: 30_000 }, () => {
  test.each(readdirSync(examples).filter((file) => file.endsWith('.json')))(
    'is the decision of `decide`, for %s',
    async (file) => {
      const asked = JSON.parse(readFileSync(join(examples, file), 'utf8')) as SharingRequest;
      expect(await crossCheck(asked)).toEqual(decide(asked));
    },
  );

  test('takes local packs too', async () => {
    const local = pack([rule({ id: 'local-caution', event: { type: 'caution', params: {} } })], {
      id: 'local',
    });
    const asked: SharingRequest = { on: '2026-11-21', mode: 'proactive' };
    expect(await crossCheck(asked, { packs: [local] })).toEqual(
      createEngine({ packs: [local] }).decide(asked),
    );
  });

  test('is refused where the request or a pack is malformed', async () => {
    await expect(crossCheck({ mode: 'proactive' } as SharingRequest)).rejects.toMatchObject({
      code: 'invalid-request',
    });
    await expect(
      crossCheck({ on: '2026-11-21', mode: 'proactive' }, { packs: [pack([], { id: 'A b' })] }),
    ).rejects.toMatchObject({ code: 'invalid-pack' });
  });

  test('leaves the request as it is, and runs side by side with others', async () => {
    const asked: SharingRequest = { on: '2026-11-21', mode: 'proactive', items: [{ ref: 'note' }] };
    const before = JSON.stringify(asked);
    const [first, second] = await Promise.all([crossCheck(asked), crossCheck(asked)]);
    expect(second).toEqual(first);
    expect(JSON.stringify(asked)).toBe(before);
  });
});

/** A ground on which our evaluator has a bug: one rule finds something else than it says. */
function flawed(rules: readonly Rule[], id: string, test: (found: Truth) => Truth): Ground {
  const ground = groundOf(foundation(rules));
  const { flat, byId } = ground.program;
  const number = byId.get(id)?.number;
  const on: Flat['on'] = (world) => {
    const sound = flat.on(world);
    return {
      ...sound,
      at: (rule, index) => (rule === number ? test(sound.at(rule, index)) : sound.at(rule, index)),
    };
  };
  return { ...ground, program: { ...ground.program, flat: { on } } };
}

describe('a bug of our evaluator', () => {
  const rules = [
    ...permissions(),
    bar('barred', not(is('rule.wanted')), { scope: 'subject' }),
    conclusion('wanted', not(is('item.relevant', false)), { scope: 'item' }),
  ];
  const asked = {
    on: '2026-03-02',
    mode: 'proactive',
    people: [{ ref: 'secret-child' }],
    items: [{ ref: 'secret-note', about: ['secret-child'] }],
  } as SharingRequest;

  test('is none where both agree, and there is a decision', async () => {
    const sound = await crossCheckOn(groundOf(foundation(rules)), asked);
    expect(sound.items[0]?.verdict).toBe('undetermined');
  });

  test.each<[string, (found: Truth) => Truth]>([
    ['takes unknown for yes', () => 2],
    ['takes unknown for no', () => 0],
  ])(
    'that %s is an error that names the rule, what reads it, and nothing of the request',
    async (_, planted) => {
      const error: unknown = await crossCheckOn(flawed(rules, 'wanted', planted), asked).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(EvaluatorsDisagreeError);
      expect(error).toMatchObject({
        name: 'EvaluatorsDisagreeError',
        code: 'evaluators-disagree',
        disagreements: [
          { rule: 'barred', scope: 'subject' },
          { rule: 'wanted', scope: 'item' },
        ],
      });
      expect((error as Error).message).toBe(
        [
          'rule `barred`, scope `subject`: two evaluators disagree',
          'rule `wanted`, scope `item`: two evaluators disagree',
          '  help: do not rely on a decision of this request; report the rules with a request of invented people',
        ].join('\n'),
      );
      expect(JSON.stringify(error)).not.toContain('secret');
    },
  );
});

describe('a comparison', () => {
  const rules = [
    bar('barred', is('item.accurate', false), { scope: 'item' }),
    conclusion('coming', is('purpose.legitimate'), { commencement: 'announced' }),
  ];
  const program = programOf(rules);
  const world = worldFor(program, request({ items: [{ ref: 'a' }, { ref: 'b' }] }));
  const altered = (
    ours: Findings,
    part: keyof Findings,
    number: number,
    change: (found: readonly Truth[]) => readonly Truth[],
  ): Findings => ({
    ...ours,
    [part]: new Map(
      [...ours[part]].map(([at, found]) => [at, at === number ? change(found) : found]),
    ),
  });

  test.each<[keyof Findings, number]>([
    ['results', 0],
    ['results', 1],
    ['raw', 1],
    ['confirmed', 0],
  ])(
    'sees a difference in the %s of one rule (%i), at one instance or in their number',
    async (part, number) => {
      const ours = ourFindings(program, world);
      const theirs = await theirFindings(program, world);
      expect(compare(program.rules, ours, theirs)).toEqual([]);
      const { id, scope } = (program.rules[number] as LoadedRule).rule;
      for (const change of [
        (found: readonly Truth[]) => [...found.slice(1), 2 as Truth],
        (found: readonly Truth[]) => found.slice(1),
        (found: readonly Truth[]) => [...found, 0 as Truth],
      ]) {
        const other = altered(ours, part, number, change);
        expect(compare(program.rules, other, theirs)).toEqual([{ rule: id, scope }]);
        expect(compare(program.rules, theirs, other)).toEqual([{ rule: id, scope }]);
      }
    },
  );

  test('sees findings that one side lacks altogether', async () => {
    const theirs = await theirFindings(program, world);
    for (const part of ['results', 'raw', 'confirmed'] as const)
      expect(compare(program.rules, { ...theirs, [part]: new Map() }, theirs)).not.toEqual([]);
  });
});
