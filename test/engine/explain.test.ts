import { describe, expect, test } from 'vitest';
import type { Narrowing } from '../../src/engine/explain.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import type { Rule } from '../../src/model/rule.ts';
import { all, always, any, conclusion, engineOf, is, never, not, request } from '../synthetic.ts';
import { child, duty, finds } from './permitting.ts';

const explained = (
  rules: readonly Rule[],
  said: Record<string, unknown> = {},
  narrowing?: Narrowing,
) => engineOf(rules).explain(request(said) as SharingRequest, narrowing);

const people = [child, { ref: 'mother' }];
const items = [
  { ref: 'note', about: ['child'] },
  { ref: 'letter', about: ['child', 'mother'] },
];

test('a rule is explained limb by limb, with what was found of each', () => {
  const rules = [
    conclusion('the-rule', {
      name: '1',
      all: [
        { name: '1(a)', fact: 'purpose.legitimate', operator: 'equal', value: true },
        { name: '1(b)', any: [is('purpose.kind', ['court', 'other'], 'in'), never] },
        not(is('justification.necessary')),
      ],
    }),
  ];
  const said = { purpose: { legitimate: true, kind: 'early-help' } };
  expect(explained(rules, said)).toEqual([
    {
      rule: 'the-rule',
      title: 'Title of the-rule',
      at: {},
      finding: 'not-met',
      because: 'because the-rule is not met',
      conditions: {
        name: '1',
        kind: 'all',
        finding: 'not-met',
        parts: [
          {
            name: '1(a)',
            kind: 'fact',
            finding: 'met',
            fact: 'purpose.legitimate',
            operator: 'equal',
            value: true,
          },
          {
            name: '1(b)',
            kind: 'any',
            finding: 'not-met',
            parts: [
              {
                kind: 'fact',
                finding: 'not-met',
                fact: 'purpose.kind',
                operator: 'in',
                value: ['court', 'other'],
              },
              {
                kind: 'not',
                finding: 'not-met',
                parts: [
                  {
                    kind: 'fact',
                    finding: 'met',
                    fact: 'mode',
                    operator: 'in',
                    value: ['proactive', 'on-request', 'seeking'],
                  },
                ],
              },
            ],
          },
          {
            kind: 'not',
            finding: 'unknown',
            parts: [
              {
                kind: 'fact',
                finding: 'unknown',
                fact: 'justification.necessary',
                operator: 'equal',
                value: true,
              },
            ],
          },
        ],
      },
      exceptions: [],
      asks: [],
      citations: [{ source: 'synthetic-act', at: 's 1' }],
    },
  ]);
});

test('an explanation never tells what was answered', () => {
  const [one] = explained([conclusion('the-rule', is('purpose.kind', 'court'))], {
    purpose: { kind: 'early-help' },
  });
  expect(JSON.stringify(one)).not.toContain('early-help');
});

describe('what an explanation says of the whole rule', () => {
  test('is in the words of the finding, and what would settle it where it is unknown', () => {
    const on = any(
      is('purpose.legitimate'),
      is('justification.necessary'),
      is('consent.status', 'given', 'someFact:equal'),
    );
    const of = (said: Record<string, unknown>) => explained([conclusion('the-rule', on)], said)[0];
    expect(of({})).toMatchObject({
      finding: 'unknown',
      because: 'unknown',
      asks: ['concern.about', 'justification.necessary', 'purpose.legitimate'],
    });
    expect(of({ purpose: { legitimate: true } })).toMatchObject({
      finding: 'met',
      because: 'because the-rule is met',
      asks: [],
    });
  });

  test('asks for each fact once', () => {
    const [one] = explained(
      [conclusion('the-rule', is('person.deceased', true, 'someFact:equal'))],
      { people },
    );
    expect(one?.asks).toEqual(['person.deceased']);
  });

  test('names its exceptions with what was found of each', () => {
    const rules = [
      conclusion('the-rule', always, { scope: 'subject' }),
      conclusion('of-person', is('person.deceased'), {
        scope: 'person',
        exceptionTo: ['the-rule'],
      }),
      conclusion('of-case', never, { exceptionTo: ['the-rule'] }),
    ];
    const said = {
      people: [{ ...child, deceased: true }, { ref: 'mother' }],
      items: items.slice(1),
    };
    expect(explained(rules, said, { rule: 'the-rule' })).toMatchObject([
      {
        finding: 'not-met',
        exceptions: [
          { rule: 'of-case', finding: 'not-met' },
          { rule: 'of-person', finding: 'met' },
        ],
      },
      {
        finding: 'unknown',
        exceptions: [
          { rule: 'of-case', finding: 'not-met' },
          { rule: 'of-person', finding: 'unknown' },
        ],
      },
    ]);
  });

  test('is, of law not yet in force, what it would find', () => {
    expect(
      explained([duty('a-duty', always, {}, { commencement: 'not-commenced' })]),
    ).toMatchObject([{ finding: 'met' }]);
  });

  test('holds of rules that read the decision', () => {
    const late = finds(
      'late',
      { type: 'caution', params: {} },
      is('decision.outcome', 'more-information-needed'),
    );
    expect(explained([late])).toMatchObject([{ finding: 'met' }]);
  });
});

describe('an explanation is given', () => {
  const rules = (['case', 'person', 'item', 'consent', 'subject'] as const).map((scope) =>
    conclusion(`at-${scope}`, always, { scope }),
  );
  const places = (said: Record<string, unknown>, narrowing?: Narrowing) =>
    explained(rules, said, narrowing).map(({ rule, at }) =>
      [rule, at.person, at.item].filter(Boolean).join(' '),
    );

  test('at every instance of the scope of each rule, by rule', () => {
    expect(places({ people, items })).toEqual([
      'at-case',
      'at-consent child',
      'at-consent child',
      'at-consent child',
      'at-consent mother',
      'at-consent mother',
      'at-consent mother',
      'at-item note',
      'at-item letter',
      'at-person child',
      'at-person mother',
      'at-subject child note',
      'at-subject child letter',
      'at-subject mother letter',
    ]);
  });

  test('with the kind of each consent, and with nothing that its scope has not', () => {
    expect(explained(rules, { people, items }).map(({ at }) => at)).toEqual([
      {},
      { person: 'child', consent: 'dataProtection' },
      { person: 'child', consent: 'confidentiality' },
      { person: 'child', consent: 'service' },
      { person: 'mother', consent: 'dataProtection' },
      { person: 'mother', consent: 'confidentiality' },
      { person: 'mother', consent: 'service' },
      { item: 'note' },
      { item: 'letter' },
      { person: 'child' },
      { person: 'mother' },
      { person: 'child', item: 'note' },
      { person: 'child', item: 'letter' },
      { person: 'mother', item: 'letter' },
    ]);
  });

  test('of one rule, person or item where it is narrowed, or of all of them together', () => {
    const said = { people, items };
    expect(places(said, { rule: 'at-item' })).toEqual(['at-item note', 'at-item letter']);
    expect(places(said, { person: 'mother' })).toEqual([
      'at-consent mother',
      'at-consent mother',
      'at-consent mother',
      'at-person mother',
      'at-subject mother letter',
    ]);
    expect(places(said, { item: 'note' })).toEqual(['at-item note', 'at-subject child note']);
    expect(places(said, { rule: 'at-subject', person: 'child', item: 'letter' })).toEqual([
      'at-subject child letter',
    ]);
    expect(places(said, { rule: 'at-case', person: 'child' })).toEqual([]);
    expect(places(said, {})).toHaveLength(14);
  });

  test('of a subject of whom nothing is known, without a person', () => {
    expect(places({}, { rule: 'at-subject' })).toEqual(['at-subject unspecified']);
    expect(places({}, { rule: 'at-person' })).toEqual(['at-person']);
  });

  test('of no rule outside its dates', () => {
    const later = [conclusion('later', always, { effective: { from: '2027-01-01' } })];
    expect(explained(later)).toEqual([]);
  });

  test('frozen, and refused of a malformed request', () => {
    const found = explained([conclusion('the-rule', all(always))]);
    expect(Object.isFrozen(found) && Object.isFrozen(found[0]?.conditions.parts?.[0])).toBe(true);
    expect(() => explained([], { on: 'never' })).toThrow('/on: expected a calendar date');
  });
});
