/**
 * Changes each rule in one small thing after another, and demands that some case beside the rule notices. Survivors are
 * printed, and counted on the last line; `mutate-rules/explained.json` holds those that no request could tell apart,
 * with the reason, and those that still lack a case, as `todo`. `--only RULE`. Exit 1 where one survives unlisted, or a
 * listed one is gone.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { programOf } from '../test/decided.ts';
import { everyRuleFile } from '../test/rulebase.ts';
import { readExplained, sortFound } from './explained.ts';
import { keyOf, tryRule } from './mutate-rules/trial.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = everyRuleFile.filter(
  ({ rule }) => values.only === undefined || rule.id === values.only,
);
if (!chosen.length) {
  console.error('usage: --only RULE, the id of a rule');
  process.exit(2);
}

const cases = new Map(everyRuleFile.map(({ rule, cases: own = [] }) => [rule.id, own]));
const casesOf = (id: string) => cases.get(id) ?? [];
let tried = 0;
let proved = 0;
const survivors: string[] = [];
for (const [index, { rule }] of chosen.entries()) {
  const found = tryRule({ rule, program: programOf(rule.id) }, casesOf);
  if (found.broken.length) {
    console.error(`\`${rule.id}\` fails a case as it stands: ${found.broken.join('; ')}`);
    process.exit(1);
  }
  tried += found.tried;
  proved += found.proved;
  survivors.push(...found.survivors.map(keyOf));
  if ((index + 1) % 100 === 0) console.error(`${index + 1} of ${chosen.length} rules`);
}

const file = readExplained(join(import.meta.dirname, 'mutate-rules', 'explained.json'));
const { open, explained, todo, stale } = sortFound(survivors, file);
const ids = new Set(chosen.map(({ rule }) => rule.id));
const gone = stale.filter((key) => values.only === undefined || ids.has(key.split(' ')[0] ?? ''));
for (const key of open) console.log(`survives: ${key}`);
for (const key of gone) console.log(`listed, and does not survive: ${key}`);
const killed = tried - survivors.length - proved;
console.log(
  `${tried} mutants: ${killed} killed, ${explained.length + proved} explained (${proved} by proof), ` +
    `${open.length} survived` +
    (todo.length ? `, ${todo.length} to do` : ''),
);
if (open.length || gone.length) process.exitCode = 1;
