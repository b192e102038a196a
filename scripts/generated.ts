/** What is derived from the rules and the model: modules that list all rules, JSON Schemas, pages, pictures, and figures of the front page. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { digest } from '../src/engine/digest.ts';
import { buildEngine } from '../src/engine/engine.ts';
import type { Foundation } from '../src/engine/engine.ts';
import type { Texts } from '../src/engine/tables.ts';
import { engineTexts, ruleTexts } from '../src/engine/texts.ts';
import type { TextTable } from '../src/engine/texts.ts';
import { SharingDecision } from '../src/model/decision.ts';
import { SharingRequest } from '../src/model/request.ts';
import { Pack, Rule, RuleCase } from '../src/model/rule.ts';
import { clausesOf } from './register/ledger.ts';
import { withFigures } from './front-page.ts';
import { pages } from './pages/index.ts';
import { pictures } from './pictures/index.ts';
import { readRules } from './rulebase.ts';
import { Vector, VectorIndex } from './vectors/model.ts';

const root = join(import.meta.dirname, '..');
const rulesDir = join(root, 'src', 'rules');
const read = (...path: string[]): unknown =>
  JSON.parse(readFileSync(join(rulesDir, ...path), 'utf8'));

const packageVersion = (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
).version;
const about = read('national.json') as {
  id: string;
  title: string;
  publisher: string;
  lawAsAt: string;
  from: string;
};

const questions = readdirSync(rulesDir, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'packs')
  .map(({ name }) => name)
  .sort();
const files = questions.flatMap((question) =>
  readdirSync(join(rulesDir, question))
    .filter((file) => file.endsWith('.json') && !file.endsWith('.cases.json'))
    .map((file) => {
      const rule = read(question, file) as Rule;
      const cases = join(rulesDir, question, file.replace(/\.json$/, '.cases.json'));
      return {
        question,
        rule,
        cases: existsSync(cases) ? (JSON.parse(readFileSync(cases, 'utf8')) as RuleCase[]) : [],
      };
    }),
);
files.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));

const pack = {
  id: about.id,
  title: about.title,
  publisher: about.publisher,
  version: packageVersion,
  effective: { from: about.from },
  sources: read('sources.json'),
  rules: files.map(({ rule: { $schema: _, ...rule } }) => rule),
};
const foundation = {
  pack: {
    ...pack,
    rules: pack.rules.map(
      ({ rationale: _, limits: __, ledger: ___, related: ____, ...rule }) => rule,
    ),
  },
  sha256: digest(pack),
  tables: { organisations: read('organisations.json'), categories: read('categories.json') },
  regimes: read('regimes.json'),
  texts: read('texts.json') as Texts,
  lawAsAt: about.lawAsAt,
  packageVersion,
};
const header = '// Generated from src/rules by `npm run generate`. Do not edit.\n';
// Why: a string that is parsed loads faster than an object literal of this size, and is typed where it is read.
const parsed = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

/** Each local pack: what stands in its `pack.json`, with the rules beside it. */
const packIds = readdirSync(join(rulesDir, 'packs'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const packRules = (id: string): Rule[] =>
  readdirSync(join(rulesDir, 'packs', id))
    .filter(
      (file) => file.endsWith('.json') && !file.endsWith('.cases.json') && file !== 'pack.json',
    )
    .sort()
    .map((file) => {
      const { $schema: _, ...rule } = read('packs', id, file) as Rule;
      return rule;
    });
const packModule = (id: string): string => {
  const rules = packRules(id);
  const { $schema: _, ...frame } = read('packs', id, 'pack.json') as Pack;
  return [
    header,
    `import { deepFreeze } from '../../engine/freeze.ts';\n`,
    `import type { Pack } from '../../model/rule.ts';\n\n`,
    `/** The local procedures of the pack \`${id}\`, for \`createEngine({ packs: [pack] })\`. */\n`,
    `export const pack: Pack = /* @__PURE__ */ deepFreeze(${parsed({ ...frame, rules })} as Pack);\n`,
  ].join('');
};

const packIndex = [
  header,
  '/** The local packs that come with the library, by id, each loaded when it is asked for. */\n',
  'export const packs = {\n',
  ...packIds.map((id) => `  '${id}': async () => (await import('./${id}.generated.ts')).pack,\n`),
  '};\n',
].join('');

const shelf = files.map(({ question, rule: { $schema: _, ...rule }, cases }) => ({
  question,
  rule,
  cases,
}));

const module_ = (name: string, type: string, from: string, value: unknown): string =>
  `${header}import type { ${type.replace(/\[\]$/, '')} } from '${from}';\n\nexport const ${name} = (): ${type} => ${parsed(value)} as ${type};\n`;

const schema = (model: z.ZodType, title: string): string =>
  `${JSON.stringify({ ...z.toJSONSchema(model, { io: 'input', unrepresentable: 'any' }), title }, null, 2)}\n`;

/** Texts by id, a line each. */
const table = (tables: readonly TextTable[]): string =>
  `${JSON.stringify(Object.fromEntries(tables.flatMap(Object.entries)), null, 2)}\n`;

const all = readRules();
const page = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
const clauses = clausesOf(page('docs', 'ledger.tsv'));
// The example of the front page; decided by the rules as they stand, so that one run makes all fresh.
const example = JSON.parse(page('examples', 'school-injuries.json')) as SharingRequest;

/** The text of each generated file, by its path in the project. */
export const generated: Readonly<Record<string, string>> = {
  'src/rules/national.generated.ts': module_(
    'national',
    'Foundation',
    '../engine/engine.ts',
    foundation,
  ),
  'src/rules/shelf.generated.ts': module_('shelf', 'ShelvedRule[]', './shelved.ts', shelf),
  'schemas/request.schema.json': schema(SharingRequest, 'SharingRequest'),
  'schemas/decision.schema.json': schema(SharingDecision, 'SharingDecision'),
  'schemas/rule.schema.json': schema(Rule, 'Rule'),
  'schemas/pack.schema.json': schema(Pack, 'Pack'),
  'schemas/vector.schema.json': schema(Vector, 'Vector'),
  'schemas/vector-index.schema.json': schema(VectorIndex, 'VectorIndex'),
  'schemas/texts.json': table([engineTexts(foundation.texts), ...pack.rules.map(ruleTexts)]),
  ...Object.fromEntries(
    packIds.map((id) => [`schemas/texts.${id}.json`, table(packRules(id).map(ruleTexts))]),
  ),
  'src/rules/packs/index.generated.ts': packIndex,
  ...Object.fromEntries(
    packIds.map((id) => [`src/rules/packs/${id}.generated.ts`, packModule(id)]),
  ),
  ...pages(all, clauses),
  ...pictures(example, buildEngine(foundation as unknown as Foundation), pack.rules),
  'README.md': withFigures(
    page('README.md'),
    all.shelf,
    all.sources,
    page('docs', 'coverage.md'),
    page('docs', 'performance.md'),
  ),
};
