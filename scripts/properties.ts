/**
 * Tries the properties of `test/properties`, prints one line of figures for each, and fails where one does not hold or
 * too few runs met its premise; each runs in a process of its own, as many at a time as there are processors.
 * `--runs N` (500), `--only NAME`, `--seed S` (by the clock, and printed).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { properties as lawsOfRules } from '../test/properties/index.ts';
import { packsNeverRaise } from '../test/properties/packs-never-raise.ts';
import type { Outcome, Property } from '../test/properties/property.ts';
import { failure } from '../test/properties/property.ts';

const properties = [...lawsOfRules, packsNeverRaise];
const root = join(import.meta.dirname, '..');
const found = join(root, 'test', 'scenarios', 'found');

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '500' },
    only: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    /** Only the line of one property: how this script calls itself. */
    line: { type: 'boolean', default: false },
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

/** Tries one property here, prints its line, and says whether it holds. */
function tryHere({ name, says, run }: Property): boolean {
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
  if (outcome.counterexample)
    console.log(`  ${says}\n  saved: ${save(name, says, outcome.counterexample)}`);
  return fault === undefined;
}

/** Tries one property in a process of its own, and passes its line on. */
function tryApart({ name }: Property): Promise<boolean> {
  const self = process.argv[1] as string;
  const options = ['--only', name, '--runs', String(runs), '--seed', String(seed), '--line'];
  const child = spawn(process.execPath, [...process.execArgv, self, ...options], {
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      resolve(code === 0);
    });
  });
}

if (values.line) {
  process.exit(chosen.every(tryHere) ? 0 : 1);
}
console.log(`seed ${seed}, ${runs} runs each`);
const start = performance.now();
const waiting = [...chosen];
let held = 0;
const worker = async (): Promise<void> => {
  for (let next = waiting.shift(); next; next = waiting.shift()) if (await tryApart(next)) held++;
};
await Promise.all(Array.from({ length: availableParallelism() }, worker));
const took = ((performance.now() - start) / 1000).toFixed(0);
console.log(`${held} of ${chosen.length} properties held, seed ${seed}, ${took} s`);
process.exitCode = held === chosen.length ? 0 : 1;
