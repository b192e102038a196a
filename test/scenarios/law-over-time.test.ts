import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/law-over-time.md'), 'utf8');

/** The request that the page tells of, but for its date and who shares. */
const printed = /```json\n([^]*?)```/.exec(page)?.[1];
const request = JSON.parse(printed ?? '{}') as SharingRequest;
const on = (date: string, more: Partial<SharingRequest> = {}): SharingDecision =>
  decide({ ...request, ...more, on: date });

/** A table of the page under its heading: its header, and a row for each date. */
function tableUnder(heading: string): { columns: string[]; rows: string[][] } {
  const lines = (page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '').split('\n');
  const [columns = [], , ...rows] = lines
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
  return { columns, rows };
}

const listed = (words: readonly string[]): string => (words.length ? words.join(', ') : 'none');
const bases = ({ lawfulBases }: SharingDecision): string =>
  listed(
    lawfulBases
      .filter(({ status }) => status === 'available')
      .sort((one, other) => Number(other.preferred) - Number(one.preferred))
      .map(({ article, condition }) => (condition ? `${article} ${condition}` : article)),
  );
const conditions = (decision: SharingDecision, item: string): string =>
  listed(
    decision.conditions
      .filter((row) => row.item === item && row.status === 'available')
      .map(({ article, schedule1 }) =>
        schedule1 ? `${article} Sch 1 para ${schedule1}` : article,
      ),
  );
const duties = ({ gateways }: SharingDecision): string =>
  listed(
    gateways
      .filter(({ kind, status }) => kind === 'duty' && status !== 'does-not-apply')
      .map(({ id, status, strength }) => (status === 'applies' ? `${id} (${strength})` : `${id}?`)),
  );
const editions = ({ citations }: SharingDecision): string =>
  listed(
    citations
      .map(({ id }) => id)
      .filter((id) => /^(working-together|hmg-advice|dfe-advice)-\d{4}$/.test(id)),
  );
const cautions = (decision: SharingDecision): string =>
  listed(decision.cautions.flatMap(({ reasons }) => reasons));

const bases_ = tableUnder('What the sharing rests on');
const guidance = tableUnder('Duties, guidance and cautions');
const independent = tableUnder('An independent school');
const dates = [
  '2015-06-01',
  '2018-05-24',
  '2018-05-25',
  '2021-01-01',
  '2024-05-02',
  '2026-02-04',
  '2026-02-05',
  '2026-11-21',
];

describe('the page on the law over time says what `decide` says', () => {
  test('of a request that is printed whole and is valid', () => {
    expect(printed).toBeDefined();
    expect(request.on).toBe('2026-11-21');
    expect(on('2026-11-21').outcome).toBe('share');
  });

  test.each([bases_, guidance, independent])('on each of the dates that it promises', (table) => {
    expect(table.rows.map(([date]) => date)).toEqual(dates);
  });

  test.each(bases_.rows.map((row) => [row[0] as string, row] as const))(
    'of what the sharing rests on, on %s',
    (date, row) => {
      const decision = on(date);
      expect(row.slice(1)).toEqual([
        decision.regime,
        `${decision.outcome}, ${decision.strength}`,
        bases(decision),
        conditions(decision, 'injuries'),
        conditions(decision, 'allegation'),
      ]);
    },
  );

  test.each(guidance.rows.map((row) => [row[0] as string, row] as const))(
    'of duties, guidance and cautions, on %s',
    (date, row) => {
      const decision = on(date);
      expect(row.slice(1)).toEqual([duties(decision), editions(decision), cautions(decision)]);
    },
  );

  test.each(independent.rows.map((row) => [row[0] as string, row] as const))(
    'of an independent school, on %s',
    (date, row) => {
      const sharer = { ...request.sharer, organisation: 'independent-school' } as const;
      const decision = on(date, { sharer });
      expect(row.slice(1)).toEqual([
        `${decision.outcome}, ${decision.strength}`,
        bases(decision),
        conditions(decision, 'injuries'),
      ]);
    },
  );
});

describe('whatever the date', () => {
  test.each(dates)(
    'on %s both items go, the stepfather is not told and a record is due',
    (date) => {
      const decision = on(date);
      expect(decision.items.map(({ ref, verdict }) => [ref, verdict])).toEqual([
        ['injuries', 'share'],
        ['allegation', 'share'],
      ]);
      expect(decision.urgency).toBe('without-delay');
      expect(decision.informing.find(({ person }) => person === 'stepfather')?.verdict).toBe(
        'do-not-tell',
      );
      expect(decision.obligations.map(({ id }) => id)).toContain('record-decision');
      expect(decision.provenance.on).toBe(date);
    },
  );

  test.each(dates)('on %s no source is cited that had ended or had not begun', (date) => {
    const untimely = on(date).citations.filter(
      ({ from, to = '9999-12-31' }) => date < from || to < date,
    );
    expect(untimely.map(({ id }) => id)).toEqual([]);
  });

  test('the rules that carry it change with the law', () => {
    const why = (date: string) => on(date).items.find(({ ref }) => ref === 'injuries')?.reasons;
    expect(why('2018-05-24')).toEqual(
      expect.arrayContaining(['dpa1998-sch2-p5-functions', 'dpa1998-sch3-p7-functions']),
    );
    expect(why('2018-05-25')).toEqual(
      expect.arrayContaining(['gdpr2016-art6-1e-public-task', 'dpa2018-sch1-p18-safeguarding']),
    );
    expect(why('2026-02-05')).toContain('gdpr2016-art6-1e-own-public-task');
    expect(why('2026-11-21')).toContain('working-together-2026-significant-harm');
  });
});
