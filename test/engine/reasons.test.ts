import { describe, expect, test } from 'vitest';
import { buildEngine } from '../../src/engine/engine.ts';
import type { Rule, Source } from '../../src/model/rule.ts';
import type { SharingRequest } from '../../src/index.ts';
import { foundation, is, pack, source } from '../synthetic.ts';
import { asked, bar, decided, permissions } from './permitting.ts';

describe('a reason cites what is in force on its day, whichever day was decided before', () => {
  const editions: Source[] = [
    source,
    { ...source, id: 'old-edition', from: '2000-03-01', to: '2019-12-30' },
    { ...source, id: 'new-edition', from: '2020-01-01' },
  ];
  const rules: Rule[] = [
    ...permissions(),
    bar('irrelevant', is('item.relevant', false), {
      scope: 'item',
      references: ['synthetic-act', 'old-edition', 'new-edition'].map((id) => ({
        source: id,
        at: 's 1',
      })),
    }),
  ];
  const days: readonly (readonly [string, readonly string[]])[] = [
    ['2019-12-29', ['synthetic-act', 'old-edition']],
    ['2019-12-30', ['synthetic-act', 'old-edition']],
    ['2019-12-31', ['synthetic-act']],
    ['2020-01-01', ['synthetic-act', 'new-edition']],
    ['2026-01-01', ['synthetic-act', 'new-edition']],
  ];

  test.each(days.flatMap(([first]) => days.map(([then, cited]) => [first, then, cited] as const)))(
    'after %s, on %s',
    (first, then, cited) => {
      const engine = buildEngine(foundation(rules, { pack: pack(rules, { sources: editions }) }));
      const on = (day: string) =>
        engine.decide({
          ...asked(),
          on: day,
          items: [{ ref: 'note', relevant: false }],
        } as SharingRequest);
      on(first);
      const reason = on(then).reasons.find(({ rule }) => rule === 'irrelevant');
      expect(reason?.citations.map((one) => one.source)).toEqual(cited);
    },
  );
});

test('what is withheld for want of a basis names the bases of its regime, and no other', () => {
  const wanting = permissions({ basis: { conditions: is('purpose.legitimate', false) } });
  const basis = wanting.find(({ id }) => id === 'basis') as Rule;
  const ofAnotherRegime: Rule = {
    ...basis,
    id: 'of-another-regime',
    event: { type: 'lawful-basis', params: { article: 'sch2(5)', preference: 10 } },
  };
  const decision = decided(
    [...wanting, ofAnotherRegime],
    asked({ purpose: { kind: 'safeguard-from-harm', legitimate: true } }),
  );
  expect(decision.items.map(({ verdict, reasons }) => ({ verdict, reasons }))).toEqual([
    { verdict: 'withhold', reasons: ['basis'] },
  ]);
});
