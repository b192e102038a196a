import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/engine/parse.ts';
import { both } from '../both-forms.ts';
import { packs, requests } from '../generators/index.ts';
import {
  all,
  any,
  conclusion,
  consentAt,
  is,
  not,
  programOf,
  request,
  worldFor,
} from '../synthetic.ts';

describe('the flat form of conditions finds what the plain form finds', () => {
  test('of generated rules', () => {
    fc.assert(
      fc.property(packs(), requests(), (rules, asked) => {
        const program = programOf(rules);
        const { flat, plain } = both(program, worldFor(program, parse(asked)));
        expect(flat).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is known of the whole case', () => {
  const asked = request({ purpose: { legitimate: false }, items: [{ ref: 'a' }, { ref: 'b' }] });
  const ruledOut = (
    conditions: Parameters<typeof conclusion>[1],
    more: Parameters<typeof programOf>[0] = [],
  ) => {
    const program = programOf([conclusion('it', conditions, { scope: 'item' }), ...more]);
    const world = worldFor(program, asked);
    return program.flat.on(world).ruledOut(program.byId.get('it')?.number ?? -1);
  };
  const accurate = is('item.accurate');
  const legitimate = is('purpose.legitimate');

  test('rules out a rule that needs more than is so', () => {
    expect(ruledOut(all(accurate, legitimate))).toBe(true);
    expect(ruledOut(legitimate)).toBe(true);
    expect(ruledOut(all(accurate, any(legitimate, not(not(legitimate)))))).toBe(true);
    expect(ruledOut(all(accurate, is('rule.other')), [conclusion('other', legitimate)])).toBe(true);
  });

  test('rules out nothing that may yet be met, or that turns on an item', () => {
    expect(ruledOut(all(accurate, not(legitimate)))).toBe(false);
    expect(ruledOut(all(accurate, is('sharer.statutoryFunction')))).toBe(false);
    expect(ruledOut(any(accurate, legitimate))).toBe(false);
    expect(ruledOut(all(accurate, is('person.deceased', true, 'someFact:equal')))).toBe(false);
  });
});

test('a fact that was set is compared anew once it is forgotten', () => {
  const program = programOf([
    conclusion('valid', is('consent.valid'), { scope: 'consent' }),
    conclusion('legitimate', is('purpose.legitimate')),
  ]);
  const world = worldFor(program, request({ people: [{ ref: 'girl' }] }));
  const conditions = program.flat.on(world);
  const index = consentAt(0, 'service');
  const number = program.byId.get('valid')?.number ?? -1;
  const before = conditions.at(number, index);
  const row = world.values.consent[index] ?? [];
  const changed = row.map(() => true as const);
  (world.values.consent as unknown[])[index] = changed;
  expect(conditions.at(number, index)).toBe(before);
  conditions.forget('consent.valid');
  expect(conditions.at(number, index)).not.toBe(before);
  expect(() => {
    conditions.forget('person.deceased');
  }).not.toThrow();
});
