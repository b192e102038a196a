import { describe, expect, test } from 'vitest';
import { judge } from '../../scripts/register/judge.ts';
import type { Ground } from '../../scripts/register/judge.ts';
import { ledgerColumns } from '../../scripts/register/ledger.ts';
import { figures, reportOf } from '../../scripts/register/report.ts';
import type { Shelved } from '../../scripts/rulebase.ts';
import { conclusion, is, source } from '../synthetic.ts';

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${[columns, ...rows].map((fields) => fields.join('\t')).join('\n')}\n`;
const clause = (id: string, kind = 'consent', section = 'Section 1'): string[] => [
  id,
  source.id,
  section,
  `The clause of ${id}`,
  kind,
  'current',
  'rule',
];
const ledger = (...rows: (readonly string[])[]): string => table(ledgerColumns, rows);
const notEncoded = (...rows: (readonly string[])[]): string =>
  table(['id', 'reason', 'pack'], rows);
const provisions = (...rows: (readonly string[])[]): string =>
  table(['id', 'section', 'source', 'at', 'gist', 'rules', 'why'], rows);
const provision = (id: string, rules: string, why = ''): string[] => [
  id,
  '1 Bases',
  source.id,
  's 1',
  'The gist',
  rules,
  why,
];

type Expected = 'met' | 'not-met' | 'unknown';
const shelved = (id: string, rows: string[], ...expected: Expected[]): Shelved => ({
  question: 'consent',
  file: `src/rules/consent/${id}.json`,
  rule: conclusion(id, is('purpose.legitimate'), rows.length ? { ledger: rows } : {}),
  cases: expected.map((expect) => ({ name: 'a case', request: {}, expect })),
});

const ground = (said: Partial<Ground>): Ground => ({
  ledger: ledger(clause('GM-001'), clause('GM-002'), clause('SOM-001', 'duty')),
  notEncoded: notEncoded(),
  provisions: provisions(),
  shelf: [],
  sources: [source],
  ...said,
});
const faultsOf = (said: Partial<Ground>): string[] =>
  judge(ground(said)).faults.map(({ at, problem, help }) => `${at}: ${problem}; ${help}`);
const states = (said: Partial<Ground>): string[] =>
  judge(ground(said)).rows.map(({ id, state }) => `${id} ${state}`);

describe('a row of the ledger', () => {
  test('is carried where a rule that names it has a case that meets it', () => {
    expect(states({ shelf: [shelved('a', ['GM-001'], 'not-met', 'met')] })).toEqual([
      'GM-001 carried',
      'GM-002 missing',
      'SOM-001 missing',
    ]);
  });

  test('is missing where no case meets the rule that names it', () => {
    expect(states({ shelf: [shelved('a', ['GM-001'], 'not-met', 'unknown')] })[0]).toBe(
      'GM-001 missing',
    );
  });

  test('is carried by one of its rules alone', () => {
    const shelf = [shelved('a', ['GM-001']), shelved('b', ['GM-001'], 'met')];
    expect(states({ shelf })[0]).toBe('GM-001 carried');
  });

  test('is documented where a reason is given, and missing while it waits for a pack', () => {
    const judged = judge(
      ground({
        notEncoded: notEncoded(['GM-001', 'It is about training'], ['GM-002', '', 'pack:hill']),
      }),
    );
    expect(judged.faults).toEqual([]);
    expect(judged.rows.map(({ state, why, pack }) => [state, why, pack])).toEqual([
      ['documented', 'It is about training', undefined],
      ['missing', undefined, 'hill'],
      ['missing', undefined, undefined],
    ]);
  });
});

describe('a provision', () => {
  const shelf = [shelved('a', [], 'met'), shelved('b', [], 'unknown')];
  const found = (...row: string[]): string | undefined =>
    judge(ground({ shelf, provisions: provisions(row) })).provisions[0]?.state;

  test('is carried where each rule that it names has a case that meets it', () => {
    expect(found(...provision('L1-01', 'a'))).toBe('carried');
    expect(found(...provision('L1-01', 'a,b'))).toBe('missing');
    expect(found(...provision('L1-01', 'b'))).toBe('missing');
  });

  test('is documented by a reason, and missing without rules and reason', () => {
    expect(found(...provision('L1-01', '', 'Not for this library'))).toBe('documented');
    expect(found(...provision('L1-01', ''))).toBe('missing');
  });
});

describe('a fault', () => {
  const carried = [shelved('a-rule', ['GM-001'], 'met')];
  test.each<[string, Partial<Ground>, string]>([
    [
      'an unknown row in a rule',
      { shelf: [shelved('a', ['GM-003'], 'met')] },
      'src/rules/consent/a.json, /ledger/0: unknown row `GM-003`; did you mean `GM-001`? docs/ledger.tsv lists the rows',
    ],
    [
      'a row that a rule names twice',
      { shelf: [shelved('a', ['GM-001', 'GM-001'], 'met')] },
      'src/rules/consent/a.json, /ledger/1: row `GM-001` is named twice; take one of them out',
    ],
    [
      'a reason for a row that is carried',
      { shelf: carried, notEncoded: notEncoded(['GM-001', 'No need']) },
      'docs/not-encoded.tsv:2: `GM-001` is carried by `a-rule`; take this line out, or the row out of the rule',
    ],
    [
      'a pack for a row that is carried',
      { shelf: carried, notEncoded: notEncoded(['GM-001', '', 'pack:hill']) },
      'docs/not-encoded.tsv:2: `GM-001` is carried by `a-rule`; take this line out, or the row out of the rule',
    ],
    [
      'a reason for an unknown row',
      { notEncoded: notEncoded(['XYZ-999', 'No need']) },
      'docs/not-encoded.tsv:2: unknown row `XYZ-999`; docs/ledger.tsv lists the rows',
    ],
    [
      'a row with a reason and a pack',
      { notEncoded: notEncoded(['GM-001', 'No need', 'pack:hill']) },
      'docs/not-encoded.tsv:2: `GM-001` has a reason and a pack; give a reason why it is not encoded, or the pack that it waits for, and not both',
    ],
    [
      'a row with neither',
      { notEncoded: notEncoded(['GM-001', '']) },
      'docs/not-encoded.tsv:2: `GM-001` has neither a reason nor a pack; give a reason why it is not encoded, or the pack that it waits for, and not both',
    ],
    [
      'a third column that names no pack',
      { notEncoded: notEncoded(['GM-001', '', 'hill']) },
      'docs/not-encoded.tsv:2: unknown third column; write `pack:` and the id of a pack',
    ],
    [
      'an unknown rule in a provision',
      { shelf: carried, provisions: provisions(provision('L1-01', 'a-rul')) },
      'docs/provisions.tsv:2: unknown rule `a-rul`; did you mean `a-rule`? give rule ids with a comma between',
    ],
    [
      'a provision with rules and a reason',
      { shelf: carried, provisions: provisions(provision('L1-01', 'a-rule', 'No need')) },
      'docs/provisions.tsv:2: `L1-01` has rules and a reason; name the rules that carry it, or say why there are none, and not both',
    ],
    [
      'a provision without a gist',
      { provisions: provisions(['L1-01', '1 Bases', source.id, 's 1', '']) },
      'docs/provisions.tsv:2: an empty field; give section, source, at and gist',
    ],
    [
      'a provision of an unknown source',
      { provisions: provisions(['L1-01', '1 Bases', 'no-such-act', 's 1', 'Gist']) },
      'docs/provisions.tsv:2: unknown source `no-such-act`; src/rules/sources.json lists the sources',
    ],
    [
      'a duplicate row',
      { ledger: ledger(clause('GM-001'), clause('GM-001')) },
      'docs/ledger.tsv:3: `GM-001` stands at docs/ledger.tsv:2 already; keep one of the two lines',
    ],
    [
      'a malformed line',
      { notEncoded: `${notEncoded()}GM-001\ta\t\tb\n` },
      'docs/not-encoded.tsv:2: malformed line; give id, reason, pack, with a tab between, and no empty line',
    ],
    [
      'an empty line',
      { notEncoded: `${notEncoded()}\n` },
      'docs/not-encoded.tsv:2: malformed line; give id, reason, pack, with a tab between, and no empty line',
    ],
    [
      'a space at the end of a field',
      { notEncoded: notEncoded(['GM-001', 'No need ']) },
      'docs/not-encoded.tsv:2: a field begins or ends with a space; take it away',
    ],
    [
      'a last line that does not end',
      { notEncoded: `${notEncoded()}GM-001\tNo need` },
      'docs/not-encoded.tsv:2: no end of line; end the last line too',
    ],
    [
      'columns of another table',
      { notEncoded: 'id\treason\n' },
      'docs/not-encoded.tsv:1: unknown columns; expected id, reason, pack, with a tab between',
    ],
  ])('is %s', (_, said, fault) => {
    expect(faultsOf(said)).toEqual([fault]);
  });

  test('is told with all the others', () => {
    expect(
      faultsOf({ shelf: [shelved('a', ['GM-003'])], notEncoded: notEncoded(['GM-001', '']) }),
    ).toHaveLength(2);
  });
});

describe('the register', () => {
  const register = judge(
    ground({
      shelf: [shelved('a', ['GM-001'], 'met', 'unknown'), shelved('b', ['SOM-001'], 'unknown')],
      notEncoded: notEncoded(['GM-002', '', 'pack:hill']),
      provisions: provisions(
        provision('L1-01', 'a'),
        provision('L1-02', '', 'Not for this library'),
        provision('L1-03', ''),
      ),
    }),
  );

  test('ends its figures with the ledger as a whole, after each kind and the provisions', () => {
    expect(figures(register)).toBe(
      [
        'consent  1 carried, 0 documented, 1 missing',
        'duty     0 carried, 0 documented, 1 missing',
        '3 provisions: 1 carried, 1 documented, 1 missing',
        '3 rows: 1 carried, 0 documented, 2 missing',
      ].join('\n'),
    );
  });

  test('is told line by line, with the rules and the number of their cases, or the reason', () => {
    const report = reportOf(register, [source]);
    for (const words of [
      '### 1 Bases\n',
      '- **L1-01** Synthetic Act, s 1. The gist. **Carried** by [a](rules/consent/a.md) (2 cases, 1 met)\n',
      '- **L1-02** Synthetic Act, s 1. The gist. **Documented**: Not for this library\n',
      '- **L1-03** Synthetic Act, s 1. The gist. **Missing**\n',
      '## Clauses of Synthetic Act\n\n### Section 1\n',
      '- **GM-001** (consent; current). The clause of GM-001. _Expected_: rule. **Carried** by [a](rules/consent/a.md) (2 cases, 1 met)\n',
      '_Expected_: rule. **Missing**: waits for the pack hill\n',
      '_Expected_: rule. **Missing**: a rule has no case that meets it: [b](rules/consent/b.md) (1 case, none met)\n',
      '- Synthetic Act, 3 clauses: 1 carried, 0 documented, 2 missing\n',
    ])
      expect(report).toContain(words);
  });
});
