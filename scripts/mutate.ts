/**
 * Changes the engine in one small thing after another, by Stryker, and demands that enough of the changes fail a test of the
 * engine. Tells what survives, the share of each file, and all of it on the last line. `--mutate FILE`, as often as wanted,
 * for some files only, or some lines of one (`src/engine/settle.ts:10-40`). Exit 1 where a file falls short.
 */
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { root } from './rulebase.ts';

/** What decides: the evaluator, the facts, the conditions and the formula. Everything else of the engine says or checks. */
const deciding = new Set(
  'assume combine conditions conditions-of-items derive evaluate flat settle truth world'
    .split(' ')
    .map((name) => join('src', 'engine', `${name}.ts`)),
);
/** The least share of mutants, of what decides and of the rest, that has to be killed. */
const floors = { deciding: 90, rest: 80 };

const { values } = parseArgs({ options: { mutate: { type: 'string', multiple: true } } });
const results = await new Stryker(values).runMutationTest();

/** A mutant that runs for ever is noticed as one that fails a test is. */
const killed = (status: string) => status === 'Killed' || status === 'Timeout';
const counted = results.filter(
  ({ status }) => killed(status) || /^(Survived|NoCoverage)$/.test(status),
);
if (!counted.length) {
  console.error(
    'no mutants: is what `--mutate` names a file of src/engine, with code that runs after it is loaded?',
  );
  process.exit(2);
}
const shareOf = (mutants: typeof counted) =>
  (100 * mutants.filter(({ status }) => killed(status)).length) / mutants.length;
const files = [...new Set(counted.map(({ fileName }) => fileName))];
const short = files.flatMap((fileName) => {
  const file = relative(root, fileName);
  const floor = deciding.has(file) ? floors.deciding : floors.rest;
  const share = shareOf(counted.filter((mutant) => mutant.fileName === fileName));
  return share < floor ? [`${file}: ${share.toFixed(1)} %, where ${floor} % is asked`] : [];
});
for (const line of short) console.log(`falls short: ${line}`);
console.log(
  `${counted.length} mutants of ${files.length} files: ` +
    `${counted.filter(({ status }) => killed(status)).length} killed (${shareOf(counted).toFixed(1)} %), ` +
    `${short.length} files fall short`,
);
if (short.length) process.exitCode = 1;
