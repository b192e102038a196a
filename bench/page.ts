/** The page of a long run. Every figure on it comes from that run. */
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figures } from './measure.ts';

type Measured = Readonly<Record<string, Figures>>;

/** What was measured in a run. */
export interface Report {
  rules: number;
  requests: number;
  ruleBase: Measured;
  /** In milliseconds of wall time; nothing where the library was not built. */
  cold: { bare: number; zod: number; first: number } | undefined;
  peers: Measured | undefined;
  growth: Measured | undefined;
  /** A typical decision, by its parts. */
  parts: Measured | undefined;
  /** The data of the national rules, and what of it is no wording, in bytes gzipped. */
  data: { whole: number; logic: number };
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const ms = (time: number): string => time.toFixed(3);
const kB = (bytes: number): string => (bytes / 1024).toFixed(0);

const figureRows = (measured: Measured, base: number): string[][] =>
  Object.entries(measured)
    .sort(([, a], [, b]) => a.perSecond - b.perSecond)
    .map(([name, { perSecond, p50, p95, p99, heap }]) => [
      name,
      (perSecond / base).toFixed(1),
      Math.round(perSecond).toLocaleString('en-GB'),
      ms(p50),
      ms(p95),
      ms(p99),
      kB(heap),
    ]);
const figureHead = ['', 'ratio', 'per CPU-second', 'p50 ms', 'p95 ms', 'p99 ms', 'heap kB'];

/** The main entry with the chunks that it loads, gzipped as one. */
function entrySize(root: string): number | undefined {
  const start = join(root, 'dist', 'index.js');
  if (!existsSync(start)) return undefined;
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, chunk] of text.matchAll(/from\s*["'](\.\/chunk-[^"']+)["']/g))
      visit(join(root, 'dist', chunk as string));
  };
  visit(start);
  return [...seen].reduce(
    (sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length,
    0,
  );
}

interface Target {
  what: string;
  target: string;
  found: string;
  met: boolean;
  /** Why it is not met. */
  why: string;
}

function targets(report: Report, root: string): Target[] {
  const { ruleBase, cold, growth, peers } = report;
  const of = (name: string): Figures => ruleBase[name] as Figures;
  const base = of('json-rules-engine, evaluation alone').perSecond;
  const parsed = 1000 / of('typical request, already parsed').perSecond;
  const parsing = 1000 / of('typical request, with parsing').perSecond;
  const whole = of('whole decision, request already parsed').perSecond / base;
  const alone = of('evaluation alone').perSecond / base;
  const size = entrySize(root);
  const beyond = cold && cold.first - cold.zod;
  const doubled =
    growth &&
    (growth['150 rules'] as Figures).perSecond / (growth['300 rules'] as Figures).perSecond;
  const [own, ...slower] = Object.entries(peers ?? {})
    .sort(([, a], [, b]) => b.perSecond - a.perSecond)
    .filter(([name]) => !name.endsWith('compiled'));
  const large = `the targets were set for about 150 rules; ${report.rules} are evaluated, at every person, piece and subject`;
  const row = (what: string, target: string, found: string, met: boolean, why = ''): Target => ({
    what,
    target,
    found,
    met,
    why,
  });
  return [
    row(
      'typical request, already parsed, CPU',
      'at most 0.1 ms',
      `${ms(parsed)} ms`,
      parsed <= 0.1,
      large,
    ),
    row(
      'typical request, with parsing, CPU',
      'at most 0.2 ms',
      `${ms(parsing)} ms`,
      parsing <= 0.2,
      large,
    ),
    row(
      'whole decision, ratio to json-rules-engine on the same rules',
      'at least 100',
      whole.toFixed(1),
      whole >= 100,
    ),
    row('evaluation alone, ratio', 'at least 250', alone.toFixed(1), alone >= 250),
    row(
      'evaluation alone, against every peer that makes no code',
      'the fastest',
      own && slower.length
        ? `${own[0]} is, by ${(own[1].perSecond / (slower[0]?.[1].perSecond ?? NaN)).toFixed(1)} times`
        : 'not measured',
      own?.[0] === 'lawful-sharing',
    ),
    ...(doubled === undefined
      ? []
      : [
          row(
            'cost where rules double',
            'less than 2 times',
            `${doubled.toFixed(2)} times`,
            doubled < 2,
            'nearly every rule of the synthetic pack is evaluated',
          ),
        ]),
    ...(beyond === undefined
      ? []
      : [
          row(
            'import, load and first decision, beyond importing zod',
            'at most 60 ms',
            `${beyond.toFixed(0)} ms`,
            beyond <= 60,
            'the rules as data, the models, and a first run of code that is not compiled yet',
          ),
        ]),
    ...(size === undefined
      ? []
      : [
          row(
            'main entry, gzipped',
            'at most 100 kB',
            `${(size / 1000).toFixed(0)} kB`,
            size <= 100_000,
            'wording; see Size',
          ),
        ]),
  ];
}

const ratiosFirst = (report: Report): string => {
  const { ruleBase } = report;
  const base = (ruleBase['json-rules-engine, evaluation alone'] as Figures).perSecond;
  const ratio = (name: string) => ((ruleBase[name] as Figures).perSecond / base).toFixed(1);
  return [
    `On the rule base of ${report.rules} rules a whole decision is made **${ratio('whole decision, request already parsed')} times** in the time in which json-rules-engine evaluates the same rules once;`,
    `evaluation alone **${ratio('evaluation alone')} times**.`,
  ].join(' ');
};

const version = (root: string, name: string): string => {
  const file = join(root, 'node_modules', ...name.split('/'), 'package.json');
  return existsSync(file)
    ? `${name} ${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`
    : `${name} not installed`;
};

/** The page, ratios first. */
export function page(report: Report, root: string): string {
  const { ruleBase, peers = {}, growth = {}, parts = {}, cold, data } = report;
  const base = (ruleBase['json-rules-engine, evaluation alone'] as Figures).perSecond;
  const peerBase = peers['json-rules-engine']?.perSecond ?? NaN;
  const rows = targets(report, root);
  const notes = readFileSync(join(root, 'bench', 'notes.md'), 'utf8').trim();
  const packages = [
    'json-rules-engine',
    '@gorules/zen-engine',
    'rools',
    'json-logic-js',
    'json-logic-engine',
    'node-rules',
  ];
  return `# Performance

Written by \`npm run bench -- --write\`; every figure is of that run.

${ratiosFirst(report)}

## Targets

${table(
  ['', 'target', 'found', 'met', 'why not'],
  rows.map(({ what, target, found, met, why }) => [
    what,
    target,
    found,
    met ? 'yes' : 'no',
    met ? '' : why,
  ]),
)}

## On the rule base

${report.rules} rules, ${report.requests} requests: \`bench/typical.json\` (3 people, 4 pieces) and the examples. Both
evaluators were found to agree on every finding first. Ratios are to json-rules-engine, CPU time against CPU time.

${table(figureHead, figureRows(ruleBase, base))}

## Beside other engines

150 synthetic rules in 4 strata over 80 facts, all of them known, so that every engine can run them; each was found to fire
the same rules in 20 cases first. Facts are handed over as one plain object. Ratios are to json-rules-engine.

${table(figureHead, figureRows(peers, peerBase))}

\`json-logic-engine, compiled\` makes code from strings, which a content security policy forbids. This engine is three-valued
all the while; the others cannot be, and are not asked to.

## Growth

The synthetic rules, doubled; and the typical request with two and four times its pieces, or its people.

${table(
  ['', 'per CPU-second', 'p50 ms', 'p95 ms', 'heap kB'],
  Object.entries(growth).map(([name, { perSecond, p50, p95, heap }]) => [
    name,
    Math.round(perSecond).toLocaleString('en-GB'),
    ms(p50),
    ms(p95),
    kB(heap),
  ]),
)}
${
  cold
    ? `
## Cold start

Median wall time of fresh processes: bare Node ${cold.bare.toFixed(0)} ms; importing zod ${cold.zod.toFixed(0)} ms; importing this library and making a first
decision ${cold.first.toFixed(0)} ms, which is ${(cold.first - cold.zod).toFixed(0)} ms beyond zod.
`
    : ''
}
## Where the time goes

A typical decision by its parts, each measured alone in the same run, as CPU time. What the parts leave of the whole is spent on
putting the decision together.

${table(
  ['', 'CPU ms', 'of the whole'],
  Object.entries(parts).map(([name, { perSecond }]) => [
    name,
    ms(1000 / perSecond),
    `${((100 * (parts['the whole decision']?.perSecond ?? NaN)) / perSecond).toFixed(0)} %`,
  ]),
)}

${notes}

## Size

The main entry is ${((entrySize(root) ?? NaN) / 1000).toFixed(0)} kB gzipped. The data in it is ${(data.whole / 1000).toFixed(0)} kB, of which some ${(data.logic / 1000).toFixed(0)} kB is what rules ask, when and where; the
rest is wording: titles, summaries, what a practitioner is told, the limbs of provisions, the sources. No shorter form of the rest
would meet the target: it needs wording to move out of the main entry, and \`rules\`, \`explain\` and every decision give
it without waiting. Minifying the code takes the names out of stack traces and would save little.

## Machine and method

Node ${process.version}; ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, shared with other work (load average ${loadavg()[0]?.toFixed(1) ?? '?'} at the end of the run). Peers: ${packages.map((name) => version(root, name)).join(', ')}.

Each piece of work is repeated until it gets no faster, then measured in six turns of a few seconds of CPU, all pieces
taking turns, so that a machine that slows down does so for all. Rates are by CPU time of the process, collection of garbage
included; percentiles by wall time; the heap is what one piece of work leaves behind before it is collected. What is run is the
source put together by esbuild, as it is in the package.
`;
}
