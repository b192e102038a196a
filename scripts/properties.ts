/**
 * Tries the properties of `test/properties`, prints one line of figures for each, and fails where one does not hold or
 * too few runs met its premise; each runs in a process of its own, as many at a time as there are processors.
 * `--runs N` (500), `--only NAME`, `--seed S` (by the clock, and printed). A long run tells how far it is on standard
 * error. Those that hold two evaluators together are slow, and tried only where they are asked for by name.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluatorsAgree, evaluatorsAgreeOnRules } from '../test/properties/evaluators-agree.ts';
import { properties as lawsOfRules } from '../test/properties/index.ts';
import { packsNeverRaise } from '../test/properties/packs-never-raise.ts';
import type { AsyncProperty, Outcome, Property } from '../test/properties/property.ts';
import { failure } from '../test/properties/property.ts';

const always = [...lawsOfRules, packsNeverRaise];
const onDemand = [evaluatorsAgree, evaluatorsAgreeOnRules];
const properties: readonly (Property | AsyncProperty)[] = [...always, ...onDemand];
/** How many runs are tried at once: what they leave behind is let go before the next. */
const portion = 1000;
/** How many milliseconds pass at least between two lines of progress. */
const pause = 10_000;
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
const chosen =
  values.only === undefined ? always : properties.filter(({ name }) => name === values.only);
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

/** Tries one property, portion by portion, each with a seed of its own, until it is found not to hold. */
async function tryAll({ name, run }: Property | AsyncProperty): Promise<Outcome> {
  let tried = 0;
  let premises = 0;
  let told = performance.now();
  for (let at = 0; tried < runs; at++) {
    const { counterexample, ...counts } = await run({
      runs: Math.min(portion, runs - tried),
      seed: seed + at,
    });
    tried += counts.runs;
    premises += counts.runs * counts.premiseRate;
    if (counterexample) return { runs: tried, premiseRate: premises / tried, counterexample };
    if (performance.now() - told < pause) continue;
    told = performance.now();
    const megabytes = (process.memoryUsage.rss() / 2 ** 20).toFixed(0);
    console.error(`${name}: ${tried} of ${runs} runs, ${megabytes} MB`);
  }
  return { runs: tried, premiseRate: premises / tried };
}

/** Tries one property here, prints its line, and says whether it holds. */
async function tryHere(one: Property | AsyncProperty): Promise<boolean> {
  const { name, says } = one;
  const begun = performance.now();
  const outcome = await tryAll(one);
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
function tryApart({ name }: Property | AsyncProperty): Promise<boolean> {
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
  let allHeld = true;
  for (const one of chosen) allHeld = (await tryHere(one)) && allHeld;
  process.exit(allHeld ? 0 : 1);
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
