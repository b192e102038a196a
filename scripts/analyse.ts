/**
 * Looks through the national rules for what no case of one rule can show: rules that are never met, limbs and exceptions
 * that make no difference, findings that stand against one another, decisions that leave a gap, and rules that say
 * the same twice. Each finding comes with a request that shows it, where one can, as JSON for `npm run decide -- -`.
 * `analyse/explained.json` holds the findings that are as they should be, with the reason. `--only CHECK`, `--pairs N`,
 * `--drawn N`, `--seed S`: how much is looked at. Exit 1 where there is a finding not listed there, or one listed and gone.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { groundOf } from '../src/engine/engine.ts';
import { national } from '../src/rules/national.generated.ts';
import { nationalPack, ruleFiles, tables } from '../test/rulebase.ts';
import type { Base } from './analyse/base.ts';
import { analyses, analyse, keyOf } from './analyse/run.ts';
import { readExplained, sortFound } from './explained.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    pairs: { type: 'string', default: '1' },
    drawn: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '20261121' },
  },
});
const [pairs, drawn, seed] = [values.pairs, values.drawn, values.seed].map(Number) as [
  number,
  number,
  number,
];
const names = Object.keys(analyses);
const bad =
  [pairs, drawn, seed].some((number) => !Number.isInteger(number) || number < 0) ||
  (values.only !== undefined && !names.includes(values.only));
if (bad) {
  console.error(`usage: --pairs N, --drawn N, --seed S, --only one of: ${names.join(', ')}`);
  process.exit(2);
}

const foundation = national();
// The rules as they stand on disk, so that what was not yet generated is looked at too.
const pack = { ...foundation.pack, rules: nationalPack.rules };
const base: Base = {
  ground: groundOf({ ...foundation, tables, pack }),
  cases: new Map(ruleFiles.map(({ rule, cases = [] }) => [rule.id, cases])),
};

const extent = { pairs, drawn, seed };
const { findings, figures } = analyse(base, extent, values.only, (line) => {
  console.error(line);
});
const file = readExplained(join(import.meta.dirname, 'analyse', 'explained.json'));
const { open, explained, todo, stale } = sortFound(findings.map(keyOf), file);
const gone = values.only === undefined ? stale : [];
for (const finding of findings) {
  if (!open.includes(keyOf(finding))) continue;
  console.log(`${keyOf(finding)}: ${finding.says}`);
  if (finding.request) console.log(`  ${JSON.stringify(finding.request)}`);
}
for (const key of gone) console.log(`listed, and not found: ${key}`);
console.log(
  `${figures}; ${findings.length} findings: ${explained.length} explained, ${open.length} open` +
    (todo.length ? `, ${todo.length} to do` : ''),
);
if (open.length || gone.length) process.exitCode = 1;
