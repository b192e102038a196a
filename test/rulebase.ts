import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack, Rule, RuleCase, Source, Table } from '../src/model/rule.ts';

const root = join(import.meta.dirname, '..', 'src', 'rules');
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

/** A rule as it stands on disk, with the cases beside it. */
interface RuleFile {
  question: string;
  file: string;
  rule: Rule;
  cases: RuleCase[] | undefined;
}

const folders = (...path: string[]): string[] =>
  readdirSync(join(root, ...path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

function filesIn(question: string): RuleFile[] {
  const files = readdirSync(join(root, question)).filter((file) => file.endsWith('.json'));
  const hasCases = new Set(files.filter((file) => file.endsWith('.cases.json')));
  return files
    .filter((file) => !hasCases.has(file) && file !== 'pack.json')
    .sort()
    .map((file) => {
      const beside = file.replace(/\.json$/, '.cases.json');
      const cases = hasCases.has(beside) ? (json(question, beside) as RuleCase[]) : undefined;
      return { question, file, rule: json(question, file) as Rule, cases };
    });
}

/** Every national rule on disk, by question and file name. */
export const ruleFiles: readonly RuleFile[] = folders()
  .filter((folder) => folder !== 'packs')
  .flatMap(filesIn);

/** Every local pack on disk, with the files of its rules. */
export const packFiles: readonly { pack: Pack; files: readonly RuleFile[] }[] = folders(
  'packs',
).map((id) => {
  const files = filesIn(join('packs', id));
  const { $schema: _, ...frame } = json('packs', id, 'pack.json') as Pack & { $schema?: string };
  return { pack: { ...frame, rules: files.map(({ rule }) => rule) }, files };
});

/** The national rules as a pack, as the loader takes it. */
export const nationalPack: Pack = {
  id: 'national',
  title: 'National law and guidance',
  publisher: 'lawful-sharing',
  version: '0',
  effective: { from: '2000-03-01' },
  sources: json('sources.json') as Source[],
  rules: ruleFiles.map(({ rule }) => rule),
};
export const tables = {
  organisations: json('organisations.json') as Table,
  categories: json('categories.json') as Table,
};

/** Every rule on disk, national or of a local pack. */
export const everyRuleFile: readonly RuleFile[] = [
  ...ruleFiles,
  ...packFiles.flatMap(({ files }) => files),
];
