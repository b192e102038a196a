import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SharingRequest } from '../../src/index.ts';
import { packFiles, ruleFiles } from '../rulebase.ts';
import type { Scenario } from './owed.ts';
import { lineOf } from './owed.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8'));
const stems = (...folder: string[]): string[] =>
  readdirSync(join(root, ...folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
const one = (id: string, request: SharingRequest): Scenario => ({ id, requests: [request] });

const examples = stems('examples').map((name) =>
  one(`examples/${name}`, read('examples', `${name}.json`) as SharingRequest),
);
const typical = one('bench/typical', read('bench', 'typical.json') as SharingRequest);
/** The examples on the dates that matter to them. */
const eight = stems('test', 'scenarios', 'eight').map((name) => {
  const { example, on } = read('test', 'scenarios', 'eight', `${name}.json`) as {
    example: string;
    on?: string;
  };
  const request = read('examples', `${example}.json`) as SharingRequest;
  return one(`eight/${name}`, { ...request, ...(on === undefined ? {} : { on }) });
});
const published = stems('test', 'scenarios', 'published').map((name) => {
  const kept = read('test', 'scenarios', 'published', `${name}.json`) as {
    request: SharingRequest;
  };
  return one(`published/${name}`, kept.request);
});
/** The worked cases of each rule, as one. */
const national = ruleFiles.map(({ rule, cases = [] }) => ({
  id: `rules/${rule.id}`,
  requests: cases.map(({ request }) => request as SharingRequest),
}));
const local = packFiles.flatMap(({ pack, files }) =>
  files.map(({ rule, cases = [] }) => ({
    id: `packs/${pack.id}/${rule.id}`,
    requests: cases.map(({ request }) => request as SharingRequest),
    pack,
  })),
);

/** Every scenario that is kept as data. */
export const scenarios: readonly Scenario[] = [
  ...examples,
  typical,
  ...eight,
  ...published,
  ...national,
  ...local,
];

/** Where the lines of all scenarios are kept. */
export const digestsFile = join(root, 'test', 'scenarios', 'digests.tsv');
const heading = ['scenario', 'outcome', 'digest of what is owed'].join('\t');

/** The text of that file, as the rules now stand. */
export const digestsText = (): string =>
  [heading, ...scenarios.map(lineOf)].map((line) => `${line}\n`).join('');
