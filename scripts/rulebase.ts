/** The rules, cases and sources as they stand on disk, local packs included. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import type { Pack, Rule, RuleCase, Source, Table } from '../src/model/rule.ts';

/** A rule with the cases beside it. */
export interface Shelved {
  /** The folder under `src/rules` that it stands in, such as `lawful-basis` or `packs/somerset`. */
  question: string;
  /** Its file, from the root of the project. */
  file: string;
  rule: Rule;
  cases: readonly RuleCase[];
}

export const root = join(import.meta.dirname, '..');
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
export const withForwardSlashes = (path: string): string => path.split(sep).join(posix.sep);

const isRule = (value: unknown): value is Rule =>
  typeof value === 'object' && value !== null && 'conditions' in value && 'event' in value;

/** A local pack as its `pack.json` says it, without its rules, which stand on the shelf. */
export type PackFrame = Omit<Pack, 'rules'>;

/** All that stands under a folder of rules. */
export interface RuleBase {
  shelf: readonly Shelved[];
  /** Every source that is listed, those of the local packs included. */
  sources: readonly Source[];
  packs: readonly PackFrame[];
  /** What follows from being an organisation of a kind. */
  organisations: Table;
}

/** Reads every rule below a folder of rules, by id, with the sources, packs and organisations that stand there. */
export function readRules(folder: string = join(root, 'src', 'rules')): RuleBase {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && !file.endsWith('.cases.json'))
    .sort()
    .map((file) => join(folder, file));
  const shelf = files.flatMap((file): Shelved[] => {
    const rule = json(file);
    if (!isRule(rule)) return [];
    const beside = file.replace(/\.json$/, '.cases.json');
    return [
      {
        question: withForwardSlashes(relative(folder, dirname(file))),
        file: withForwardSlashes(relative(root, file)),
        rule,
        cases: existsSync(beside) ? (json(beside) as RuleCase[]) : [],
      },
    ];
  });
  const named = (name: string): unknown[] =>
    files.filter((file) => basename(file) === name).map(json);
  const packs = named('pack.json') as PackFrame[];
  const [organisations = {}] = named('organisations.json') as Table[];
  return {
    shelf: shelf.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)),
    sources: [
      ...(named('sources.json') as Source[][]).flat(),
      ...packs.flatMap(({ sources }) => sources),
    ],
    packs,
    organisations,
  };
}
