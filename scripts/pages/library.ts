import { titlesOf } from '../../src/cli/limbs.ts';
import type { Titles } from '../../src/cli/limbs.ts';
import { leavesOf } from '../../src/engine/conditions.ts';
import type { Source, Table } from '../../src/model/rule.ts';
import { gather } from '../gather.ts';
import { link } from '../markdown.ts';
import type { PackFrame, RuleBase, Shelved } from '../rulebase.ts';

/** All that the pages of rules say about one another. */
export interface Library {
  shelf: readonly Shelved[];
  byId: ReadonlyMap<string, Shelved>;
  sources: ReadonlyMap<string, Source>;
  packs: readonly PackFrame[];
  organisations: Table;
  titles: Titles;
  /** The clauses of the ledger, by row. */
  ledger: ReadonlyMap<string, string>;
  /** For a rule, the exceptions that stand against it. */
  exceptionsTo: ReadonlyMap<string, readonly string[]>;
  readersOf: (id: string) => readonly string[];
  supersededBy: (id: string) => readonly string[];
}

/** Where the page of a rule stands, from the folder of the pages. */
export const pageOf = (question: string, id: string): string => `${question}/${id}.md`;

/** A link to the page of a rule, from a folder one or more levels below that of the pages. */
export const linkToRule = ({ rule, question }: Shelved, up: string): string =>
  link(rule.title, `${up}${pageOf(question, rule.id)}`);

type Pair = readonly [key: string, value: string];
const gathered = (pairs: readonly Pair[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...gather(pairs, ([key]) => key)].map(([key, own]) => [key, own.map(([, value]) => value)]),
  );

/** Lays out what the pages need from rules, sources and the ledger. */
export function libraryOf(
  { shelf, sources, packs, organisations }: RuleBase,
  ledger: ReadonlyMap<string, string>,
): Library {
  const readers = gathered(
    shelf.flatMap(({ rule }) =>
      [...new Set([...leavesOf(rule.conditions)].map(({ fact }) => fact))]
        .filter((fact) => fact.startsWith('rule.'))
        .map((fact) => [fact.slice('rule.'.length), rule.id]),
    ),
  );
  const later = gathered(
    shelf.flatMap(({ rule }) =>
      rule.related?.supersedes === undefined ? [] : [[rule.related.supersedes, rule.id] as const],
    ),
  );
  return {
    shelf,
    byId: new Map(shelf.map((one) => [one.rule.id, one])),
    sources: new Map(sources.map((source) => [source.id, source])),
    packs,
    organisations,
    titles: titlesOf(shelf.map(({ rule }) => rule)),
    ledger,
    exceptionsTo: gathered(
      shelf.flatMap(({ rule }) => (rule.exceptionTo ?? []).map((excepted) => [excepted, rule.id])),
    ),
    readersOf: (id) => readers.get(id) ?? [],
    supersededBy: (id) => later.get(id) ?? [],
  };
}
