import { readTable } from './table.ts';

/** The columns of the ledger: one clause of a source document on each line, in our own words. */
export const ledgerColumns = [
  'id',
  'source',
  'section',
  'clause',
  'kind',
  'today',
  'expected',
] as const;

/** The clause of each row of the ledger, by its id. */
export const clausesOf = (content: string): ReadonlyMap<string, string> =>
  new Map(
    readTable('docs/ledger.tsv', content, ledgerColumns).rows.map(({ fields }) => [
      fields.id,
      fields.clause,
    ]),
  );
