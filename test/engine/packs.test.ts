import { describe, expect, test } from 'vitest';
import { checkPack } from '../../src/index.ts';
import type { Pack, Rule } from '../../src/index.ts';
import { is, localPack, never, source } from '../synthetic.ts';
import { asked, bar, decided, finds, permissions } from './permitting.ts';

const advising = finds('advising', {
  type: 'advice',
  params: { who: 'safeguarding-lead', about: 'what to do' },
});
const obliging = (id: string, text: string) =>
  finds(id, {
    type: 'obligation',
    params: { obligation: 'refer-to-social-care', level: 'should', when: 'before', text },
  });
const within = (rules: readonly Rule[], said: Partial<Pack>, input: unknown = asked()) =>
  decided([...permissions(), ...rules], input, {
    packs: [localPack([], { id: 'our-town', ...said })],
  });

describe('the contacts of a local pack', () => {
  const contacts = { 'safeguarding-lead': 'the duty desk, in the town hall', legal: 'a solicitor' };

  test('stand with the advice of their role, and with no other', () => {
    const [row] = within([advising], { contacts }).advice;
    expect(row).toMatchObject({
      who: 'safeguarding-lead',
      contacts: ['the duty desk, in the town hall'],
    });
    const [without] = within([advising], { contacts: { legal: 'a solicitor' } }).advice;
    expect(without).not.toHaveProperty('contacts');
  });

  test('are given only while the pack is in force', () => {
    const effective = { from: '2030-01-01' };
    expect(within([advising], { contacts, effective }).advice[0]).not.toHaveProperty('contacts');
  });
});

describe('the terms of a local pack', () => {
  const terms = {
    'concern.level': { welfare: 'Tier 2', 'significant-harm': 'Tier 5' },
    'move.plan': { 'child-in-need': 'Tier 4 plan' },
  } as const;

  test('name the answers that were given', () => {
    const input = asked({ concern: { level: 'significant-harm' } });
    expect(within([], { terms }, input).terms).toEqual([
      { fact: 'concern.level', answer: 'significant-harm', term: 'Tier 5', pack: 'our-town' },
    ]);
    expect(within([], { terms }, asked({ move: { plan: 'child-in-need' } })).terms).toEqual([
      { fact: 'move.plan', answer: 'child-in-need', term: 'Tier 4 plan', pack: 'our-town' },
    ]);
  });

  test('say nothing of what was left out, is unsure, or has no name there', () => {
    for (const concern of [{}, { level: 'unsure' }, { level: 'none' }])
      expect(within([], { terms }, asked({ concern })).terms).toEqual([]);
  });

  test('come from each pack, in the order of their ids', () => {
    const packs = ['b', 'a'].map((id) => localPack([], { id, terms }));
    const { terms: found } = decided(permissions(), asked({ concern: { level: 'welfare' } }), {
      packs,
    });
    expect(found.map(({ pack }) => pack)).toEqual(['a', 'b']);
  });
});

describe('what a local pack asks for', () => {
  test('has a row of its own beside what the law asks for under the same id', () => {
    const { obligations } = decided(
      [...permissions(), obliging('national', 'Tell social care.')],
      asked(),
      { packs: [localPack([obliging('local', 'Ring the duty desk.')], { sources: [source] })] },
    );
    expect(obligations.map(({ text, reasons }) => [text, reasons])).toEqual([
      ['Ring the duty desk.', ['local']],
      ['Tell social care.', ['national']],
    ]);
  });
});

describe('checking a pack', () => {
  const caution = finds('our-caution', { type: 'caution', params: {} });

  test('finds nothing in one that holds together beside the national rules', () => {
    expect(checkPack(localPack([caution], { sources: [source] }))).toEqual([]);
  });

  test('tells every defect at once, with pack, rule, path and what to do', () => {
    const misspelt = finds(
      'misspelt',
      { type: 'caution', params: {} },
      is('concern.levle', 'welfare'),
    );
    const issues = checkPack(localPack([misspelt, bar('a-bar', never)], { sources: [source] }));
    expect(issues).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          pack: 'local',
          rule: 'misspelt',
          path: '/conditions/fact',
          help: 'did you mean `concern.level`?',
        }),
        expect.objectContaining({ pack: 'local', rule: 'a-bar', code: 'not-local' }),
      ]),
    );
  });

  test('tells what is not a pack at all', () => {
    expect(checkPack({ id: 'half' }).map(({ path }) => path)).toContain('/title');
  });

  test('is against the other packs that it is to work with', () => {
    const first = localPack([caution], { id: 'first', sources: [source] });
    const second = localPack([caution], { id: 'second', sources: [source] });
    expect(checkPack(second)).toEqual([]);
    expect(checkPack(second, [first])).toMatchObject([
      { pack: 'second', rule: 'our-caution', code: 'duplicate-rule' },
    ]);
  });
});
