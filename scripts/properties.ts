/**
 * Tries the properties of `test/properties`, prints one line of figures for each, and fails where one does not hold or
 * too few runs met its premise: `--runs N` (500), `--only NAME`, `--seed S` (by the clock, and printed).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { properties } from '../test/properties/index.ts';
import type { Outcome } from '../test/properties/property.ts';
import { failure } from '../test/properties/property.ts';

const root = join(import.meta.dirname, '..');
const found = join(root, 'test', 'scenarios', 'found');

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '500' },
    only: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
const chosen = properties.filter(({ name }) => values.only === undefined || name === values.only);
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed) || !chosen.length) {
  console.error(
    `usage: --runs N, --seed S, --only one of: ${properties.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

/** Keeps the smallest value against a law, with all that it takes to find it again. */
function save(name: string, says: string, counterexample: Outcome['counterexample']): string {
  mkdirSync(found, { recursive: true });
  const path = join(found, `${name}-${seed}.json`);
  writeFileSync(path, `${JSON.stringify({ property: name, says, ...counterexample }, null, 2)}\n`);
  return relative(root, path);
}

console.log(`seed ${seed}, ${runs} runs each`);
const start = performance.now();
let failed = 0;
for (const { name, says, run } of chosen) {
  const begun = performance.now();
  const outcome = run({ runs, seed });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const fault = failure(outcome);
  const figures = [
    name.padEnd(24),
    `${outcome.runs} runs`.padStart(11),
    `premise ${(100 * outcome.premiseRate).toFixed(1)} %`.padStart(16),
    `${seconds} s`.padStart(9),
  ].join('  ');
  console.log(`${figures}  ${fault ?? 'held'}`);
  if (fault === undefined) continue;
  failed++;
  if (outcome.counterexample)
    console.log(`  ${says}\n  saved: ${save(name, says, outcome.counterexample)}`);
}
const took = ((performance.now() - start) / 1000).toFixed(0);
console.log(
  `${chosen.length - failed} of ${chosen.length} properties held, seed ${seed}, ${took} s`,
);
process.exitCode = failed ? 1 : 0;
