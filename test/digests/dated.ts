import { readFileSync } from 'node:fs';
import { digestsFile, scenarios } from './scenarios.ts';

const worked = /^(rules|packs)\//;
const civilDates = /"\d{4}-\d{2}-\d{2}"/g;

/**
 * The scenarios that are tried wherever the library may run: all but the worked cases of rules in which no date is
 * reckoned with, since there is none beside that of the decision. Trying those everywhere would take minutes.
 */
const chosen = scenarios.filter(
  ({ id, requests }) =>
    !worked.test(id) ||
    requests.some((one) => (JSON.stringify(one).match(civilDates) ?? []).length > 1),
);
const wanted = new Set(chosen.map(({ id }) => id));

/** These scenarios, with the lines that are kept of them. */
export const dated = {
  scenarios: chosen,
  lines: readFileSync(digestsFile, 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => wanted.has(line.split('\t')[0] ?? '')),
};
