/**
 * This engine and json-rules-engine on the same rules and the same requests, in one run. What both find is checked to
 * be the same before anything is measured. `--quick` ends within a minute.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decideOn } from '../src/engine/decide.ts';
import { groundOf } from '../src/engine/engine.ts';
import { evaluate, evaluateAfterwards } from '../src/engine/evaluate.ts';
import { parse } from '../src/engine/parse.ts';
import { settle } from '../src/engine/settle.ts';
import { layOut } from '../src/engine/world.ts';
import type { World } from '../src/engine/world.ts';
import { compare } from '../src/json-rules-engine/compare.ts';
import { ourFindings, theirFindings } from '../src/json-rules-engine/findings.ts';
import type { SharingRequest } from '../src/model/request.ts';
import { national } from '../src/rules/national.generated.ts';

const quick = process.argv.includes('--quick');
const seconds = quick ? 3 : 20;
const root = join(import.meta.dirname, '..');
const ground = groundOf(national());
const { program, foundation } = ground;

const examples = readdirSync(join(root, 'examples')).map((file) => join(root, 'examples', file));
const typical = join(root, 'bench', 'typical.json');
const requests = [typical, ...examples].map((file) =>
  parse(JSON.parse(readFileSync(file, 'utf8')) as SharingRequest),
);

function worldOf(request: SharingRequest): World {
  const world = layOut(request, foundation.tables);
  evaluate(program, world);
  settle(program, world);
  evaluateAfterwards(program, world);
  return world;
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

interface Figures {
  perSecond: number;
  p50: number;
  p99: number;
  heap: number;
}

type Work = (index: number) => unknown;

/** Repeats some work until it gets no faster. */
async function warmUp(work: Work): Promise<void> {
  // Why: code is compiled while it runs at first, on other threads, whose time would count.
  let best = 0;
  for (let slower = 0; slower < 3;) {
    const start = cpu();
    let done = 0;
    for (; cpu() - start < 1; done++) await work(done % requests.length);
    const rate = done / (cpu() - start);
    slower = rate > best * 1.05 ? 0 : slower + 1;
    best = Math.max(best, rate);
  }
}

/**
 * The figures of several pieces of work, each over the requests for so many seconds of CPU. They take turns, a short
 * slice each, so that a machine that slows down or speeds up does so for all of them.
 */
async function measure(works: readonly Work[], limit: number): Promise<Figures[]> {
  for (const work of works) await warmUp(work);
  const kept = works.map(() => ({ times: [] as number[], cpu: 0, heap: 0 }));
  const rounds = 6;
  for (let round = 0; round < rounds; round++) {
    for (const [number, work] of works.entries()) {
      const own = kept[number] as (typeof kept)[number];
      // Why: one piece of work does not pay for what another has left to be collected.
      globalThis.gc?.({ type: 'minor' });
      const start = cpu();
      for (let index = 0; cpu() - start < limit / rounds; index++) {
        const from = performance.now();
        const result = work(index % requests.length);
        if (result instanceof Promise) await result;
        own.times.push(performance.now() - from);
      }
      own.cpu += cpu() - start;
    }
  }
  for (const [number, work] of works.entries()) {
    globalThis.gc?.();
    const heap = process.memoryUsage().heapUsed;
    await work(0);
    (kept[number] as (typeof kept)[number]).heap = process.memoryUsage().heapUsed - heap;
  }
  return kept.map(({ times, cpu: spent, heap }) => {
    const sorted = times.sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
    return { perSecond: times.length / spent, p50: at(0.5), p99: at(0.99), heap };
  });
}

const line = (name: string, { perSecond, p50, p99, heap }: Figures): string =>
  [
    name.padEnd(44),
    `${perSecond.toFixed(1).padStart(10)} per CPU-second`,
    `p50 ${p50.toFixed(3)} ms`,
    `p99 ${p99.toFixed(3)} ms`,
    `heap ${(heap / 1024).toFixed(0)} kB`,
  ].join('  ');

/** The median wall time, in milliseconds, of fresh processes that carry out a script. */
function cold(script: string): number {
  const times = Array.from({ length: quick ? 5 : 15 }, () => {
    const from = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
    });
    if (status !== 0) throw new Error(String(stderr));
    return performance.now() - from;
  }).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}

console.log(`${program.rules.length} rules, ${requests.length} requests, Node ${process.version}`);
let compared = 0;
for (const request of requests) {
  const world = worldOf(request);
  const differences = compare(
    program.rules,
    ourFindings(program, world),
    await theirFindings(program, world),
  );
  if (differences.length) throw new Error(`the evaluators disagree on ${differences.length} rules`);
  compared += world.results.reduce((sum, results) => sum + results.length, 0);
}
console.log(`both evaluators agree on ${compared} findings\n`);

const worlds = requests.map((request) => worldOf(request));
const one = (index: number): SharingRequest => requests[index] as SharingRequest;
const works: Readonly<Record<string, Work>> = {
  'json-rules-engine, evaluation alone': (index) => theirFindings(program, worlds[index] as World),
  'evaluation alone': (index) => {
    evaluate(program, worlds[index] as World);
  },
  'typical request, already parsed': () => decideOn(ground, one(0)),
  'whole decision, with parsing': (index) => decideOn(ground, parse(one(index))),
  'whole decision, request already parsed': (index) => decideOn(ground, one(index)),
};
const figures = await measure(Object.values(works), seconds);
Object.keys(works).forEach((name, number) => {
  console.log(line(name, figures[number] as Figures));
});
const [theirs, alone, , , whole] = figures as [Figures, Figures, Figures, Figures, Figures];

if (existsSync(join(root, 'dist', 'index.js'))) {
  const bare = cold('');
  const zod = cold("await import('zod')");
  const first = cold(
    "const { decide } = await import('./dist/index.js'); decide({ on: '2026-11-21', mode: 'proactive' })",
  );
  console.log(
    `\ncold start: bare Node ${bare.toFixed(0)} ms, zod alone ${zod.toFixed(0)} ms, first decision ${first.toFixed(0)} ms (${(first - zod).toFixed(0)} ms beyond zod)`,
  );
} else console.log('\ncold start: run `npm run build` first');

console.log(`evaluation alone, ratio: ${(alone.perSecond / theirs.perSecond).toFixed(0)}`);
console.log(`ratio to json-rules-engine: ${(whole.perSecond / theirs.perSecond).toFixed(0)}`);
