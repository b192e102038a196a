import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VectorWriter } from '../../scripts/vectors/writer.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';
import { packFiles, ruleFiles } from '../rulebase.ts';
import type { Scenario } from './owed.ts';
import { decisionsOf, lineWith } from './owed.ts';

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
/** Where the published vectors are kept. */
export const vectorsFolder = join(root, 'vectors');
const heading = ['scenario', 'outcome', 'digest of what is owed'].join('\t');
/** Scenarios that go into one file of vectors. */
const families: Readonly<Record<string, string>> = { bench: 'examples', eight: 'examples' };
const version = (read('package.json') as { version: string }).version;

/** What is kept of every scenario, as the rules now stand: the text of the digests, and of each file of vectors. */
export function keptTexts(): { digests: string; vectors: Readonly<Record<string, string>> } {
  const writer = new VectorWriter();
  const lines = scenarios.map((scenario) => {
    const decisions = decisionsOf(scenario);
    const { id, requests, pack } = scenario;
    const [family = ''] = id.split('/');
    requests.forEach((request, index) => {
      const decision = decisions[index] as SharingDecision;
      const own = requests.length === 1 ? id : `${id}/${index + 1}`;
      writer.add(families[family] ?? family, own, request, pack ? [pack.id] : [], decision);
    });
    return lineWith(scenario, decisions);
  });
  return {
    digests: [heading, ...lines].map((line) => `${line}\n`).join(''),
    vectors: writer.texts(version),
  };
}
