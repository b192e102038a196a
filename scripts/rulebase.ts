/** The rules, cases and sources as they stand on disk, local packs included. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import type { Rule, RuleCase, Source } from '../src/model/rule.ts';

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
const withForwardSlashes = (path: string): string => path.split(sep).join(posix.sep);

const isRule = (value: unknown): value is Rule =>
  typeof value === 'object' && value !== null && 'conditions' in value && 'event' in value;

/** Reads every rule below a folder of rules, by id, and every source that is listed there. */
export function readRules(folder: string = join(root, 'src', 'rules')): {
  shelf: readonly Shelved[];
  sources: readonly Source[];
} {
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
  return {
    shelf: shelf.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)),
    sources: files
      .filter((file) => basename(file) === 'sources.json')
      .flatMap((file) => json(file) as Source[]),
  };
}
