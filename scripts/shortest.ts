/**
 * Writes docs/shortest-requests.md: the fewest answers that settle twelve common cases. With `--check`, searches nothing,
 * and holds the page against the rules. `--orders N` (4): how many orders to try by chance.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { safeDecide } from '../src/index.ts';
import { root } from './rulebase.ts';
import { leavesOf } from './shortest/leaves.ts';
import { faultsOf, pageOf, strayIn } from './shortest/page.ts';
import { routes } from './shortest/routes.ts';
import { shorten } from './shortest/search.ts';
import { remembering } from './shortest/settled.ts';

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, orders: { type: 'string', default: '4' } },
});
const orders = Number(values.orders);
if (!Number.isInteger(orders) || orders < 0) {
  console.error('usage: --check, --orders N');
  process.exit(2);
}
const file = join(root, 'docs', 'shortest-requests.md');
const decide = remembering((request) => {
  const read = safeDecide(request);
  return read.success ? read.decision : undefined;
});

if (values.check) {
  const page = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const faults = [
    ...strayIn(routes, page),
    ...routes.flatMap((route, index) => faultsOf(decide, route, index, page)),
  ];
  for (const { at, problem, help } of faults)
    console.error(`docs/shortest-requests.md, ${at}: ${problem}\n  help: ${help}`);
  if (faults.length) process.exitCode = 1;
  else console.log(`${routes.length} requests hold`);
} else {
  const begun = performance.now();
  const found = routes.map(({ title, full }, index) => {
    const short = shorten(decide, full, { orders, seed: index + 1 });
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    const count = `${leavesOf(short).length} of ${leavesOf(full).length} answers`;
    console.log(`${index + 1}/${routes.length}  ${`${seconds} s`.padStart(5)}  ${count}  ${title}`);
    return short;
  });
  writeFileSync(file, pageOf(decide, routes, found));
}
