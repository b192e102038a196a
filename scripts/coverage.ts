/** Writes docs/coverage.md: what of the law and of the source documents is carried. With `--check`, only compares it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judge } from './register/judge.ts';
import { figures, reportOf } from './register/report.ts';
import { readRules, root } from './rulebase.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const file = (name: string): string => join(root, 'docs', name);
const read = (name: string): string => readFileSync(file(name), 'utf8');

const { shelf, sources } = readRules();
const register = judge({
  ledger: read('ledger.tsv'),
  notEncoded: read('not-encoded.tsv'),
  provisions: read('provisions.tsv'),
  shelf,
  sources,
});
for (const { at, problem, help } of register.faults)
  console.error(`${at}: ${problem}\n  help: ${help}`);
if (register.faults.length) process.exitCode = 1;
else {
  const report = reportOf(register, sources);
  if (!values.check) writeFileSync(file('coverage.md'), report);
  else if (!existsSync(file('coverage.md')) || read('coverage.md') !== report) {
    console.error('docs/coverage.md: not fresh\n  help: run `npm run coverage:law`');
    process.exitCode = 1;
  }
  console.log(figures(register));
}
