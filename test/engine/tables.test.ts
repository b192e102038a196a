import { expect, test } from 'vitest';
import { lookUp } from '../../src/engine/tables.ts';
import type { Table } from '../../src/model/rule.ts';
import { source } from '../synthetic.ts';

const table: Table = {
  special: {
    title: 'Special',
    references: [{ source: source.id, at: 's 2' }],
    values: {
      health: true,
      family: false,
      intelligence: 'depends',
      genetic: [
        { from: '2000-03-01', to: '2018-05-24', value: false },
        { from: '2018-05-25', to: '2025-12-31', value: true },
        { from: '2026-01-01', to: '2026-06-30', value: 'depends' },
      ],
    },
  },
};

test.each([
  ['yes where it says yes', 'special', 'health', '2026-03-02', true],
  ['no where it says no', 'special', 'family', '2026-03-02', false],
  ['unknown where it depends', 'special', 'intelligence', '2026-03-02', undefined],
  ['unknown of a word that it leaves out', 'special', 'education', '2026-03-02', undefined],
  ['unknown of an attribute that it leaves out', 'offenceData', 'health', '2026-03-02', undefined],
  ['what it said on the last day of a row', 'special', 'genetic', '2018-05-24', false],
  ['what it says from the first day of the next row', 'special', 'genetic', '2018-05-25', true],
  ['unknown in a row where it depends', 'special', 'genetic', '2026-03-02', undefined],
  ['unknown before its first row', 'special', 'genetic', '2000-02-29', undefined],
  ['unknown after its last row', 'special', 'genetic', '2026-07-01', undefined],
])('a dated table is %s', (_, attribute, word, on, expected) => {
  expect(lookUp(table, attribute, word, on)).toBe(expected);
});
