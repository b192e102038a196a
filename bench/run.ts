/**
 * This engine and others, in one run, after a check that they find the same. `--quick` holds it to json-rules-engine on
 * the rule base and ends within a minute; without it every peer runs on rules that all of them can run, and cost is
 * measured as rules, pieces and people grow. `--write` writes docs/performance.md from a long run.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';
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
import { cold, measure } from './measure.ts';
import type { Figures } from './measure.ts';
import { page } from './page.ts';
import type { Report } from './page.ts';
import { engines } from './peers.ts';
import type { Runner } from './peers.ts';
import { casesOf, holds, rulesOf } from './synthetic.ts';
import type { PlainRule } from './synthetic.ts';

const quick = process.argv.includes('--quick');
const root = join(import.meta.dirname, '..');
const ground = groundOf(national());
const { program, foundation } = ground;

const read = (...path: string[]): SharingRequest =>
  parse(JSON.parse(readFileSync(join(root, ...path), 'utf8')));
const typical = read('bench', 'typical.json');
const examples = readdirSync(join(root, 'examples'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => read('examples', file));
const requests = [typical, ...examples];
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function worldOf(request: SharingRequest): World {
  const world = layOut(request, foundation.tables);
  evaluate(program, world);
  settle(program, world);
  evaluateAfterwards(program, world);
  return world;
}

const line = (name: string, { perSecond, p50, p95, p99, heap }: Figures): string =>
  [
    name.padEnd(44),
    `${perSecond.toFixed(1).padStart(10)} per CPU-second`,
    `p50 ${p50.toFixed(3)} ms`,
    `p95 ${p95.toFixed(3)} ms`,
    `p99 ${p99.toFixed(3)} ms`,
    `heap ${(heap / 1024).toFixed(0)} kB`,
  ].join('  ');
function show(figures: Readonly<Record<string, Figures>>): void {
  for (const [name, one] of Object.entries(figures)) console.log(line(name, one));
}

/** Both evaluators find the same in every request, or the run ends here. */
async function checkFindings(): Promise<number> {
  let compared = 0;
  for (const request of requests) {
    const world = worldOf(request);
    const theirs = await theirFindings(program, world);
    const differences = compare(program.rules, ourFindings(program, world), theirs);
    if (differences.length)
      throw new Error(`the evaluators disagree on ${differences.length} rules`);
    compared += world.results.reduce((sum, results) => sum + results.length, 0);
  }
  return compared;
}

/** On the rule base: this engine and json-rules-engine. */
function ruleBase(seconds: number): Promise<Record<string, Figures>> {
  const worlds = requests.map(worldOf);
  return measure(
    {
      'json-rules-engine, evaluation alone': (index) => theirFindings(program, at(worlds, index)),
      'evaluation alone': (index) => {
        evaluate(program, at(worlds, index));
      },
      'typical request, already parsed': () => decideOn(ground, typical),
      'typical request, with parsing': () => decideOn(ground, parse(typical)),
      'whole decision, with parsing': (index) => decideOn(ground, parse(at(requests, index))),
      'whole decision, request already parsed': (index) => decideOn(ground, at(requests, index)),
    },
    seconds,
  );
}

const cases = casesOf(20);
const firedBy = (rules: readonly PlainRule[], index: number): string => {
  const fired = new Set<string>();
  for (const { id, when } of rules) if (holds(when, at(cases, index), fired)) fired.add(id);
  return [...fired].sort().join(' ');
};

/** On rules that every engine can run, after a check that each finds the same. */
async function peers(
  rules: readonly PlainRule[],
  seconds: number,
): Promise<Record<string, Figures>> {
  const runners: Record<string, Runner> = {};
  for (const [name, make] of Object.entries(engines)) {
    try {
      runners[name] = await make(rules);
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
      console.log(`${name} is not installed, and is left out`);
      continue;
    }
    for (let index = 0; index < cases.length; index++) {
      const fired = [...(await runners[name](at(cases, index)))].sort().join(' ');
      if (fired !== firedBy(rules, index)) throw new Error(`${name} finds something else`);
    }
  }
  return measure(
    Object.fromEntries(
      Object.entries(runners).map(([name, run]) => [name, (index) => run(at(cases, index))]),
    ),
    seconds,
  );
}

type Item = NonNullable<SharingRequest['items']>[number];
type Person = NonNullable<SharingRequest['people']>[number];

/** The typical request with so many times its pieces, or its people. */
const withItems = (times: number): SharingRequest => ({
  ...typical,
  items: Array.from({ length: times }, (_, copy) =>
    (typical.items as Item[]).map((item) => ({ ...item, ref: `${item.ref}-${copy}` })),
  ).flat(),
});
const withPeople = (times: number): SharingRequest => {
  const people = typical.people as Person[];
  const more = Array.from({ length: times - 1 }, (_, copy) =>
    people.map((person) => ({ ...person, ref: `${person.ref}-${copy}` })),
  );
  return { ...typical, people: [...people, ...more.flat()] };
};

/** How the cost grows: with rules, pieces and people. */
async function growth(seconds: number): Promise<Record<string, Figures>> {
  const own = engines['lawful-sharing'];
  if (!own) throw new Error('no engine of ours');
  const [some, twice] = [await own(rulesOf(150)), await own(rulesOf(300))];
  const sizes = [1, 2, 4] as const;
  return measure(
    {
      '150 rules': (index) => some(at(cases, index)),
      '300 rules': (index) => twice(at(cases, index)),
      ...Object.fromEntries(
        sizes.map((times) => {
          const request = withItems(times);
          return [`${request.items?.length ?? 0} pieces`, () => decideOn(ground, request)];
        }),
      ),
      ...Object.fromEntries(
        sizes.map((times) => {
          const request = withPeople(times);
          return [`${request.people?.length ?? 0} people`, () => decideOn(ground, request)];
        }),
      ),
    },
    seconds,
  );
}

/** The parts of a typical decision: what is left of the whole is spent on putting it together. */
function parts(seconds: number): Promise<Record<string, Figures>> {
  const world = worldOf(typical);
  return measure(
    {
      'the whole decision': () => decideOn(ground, typical),
      'laying the request out': () => layOut(typical, foundation.tables),
      'evaluating the rules up to the decision': () => {
        evaluate(program, world);
      },
      'the formula: pieces, bases, conditions, whom to tell': () => settle(program, world),
      'evaluating the rules that follow from the decision': () => {
        evaluateAfterwards(program, world);
      },
    },
    seconds,
  );
}

/** How large the data of the national rules is, gzipped, and how much of that is wording. */
function dataSize(): Report['data'] {
  const size = (value: unknown): number => gzipSync(JSON.stringify(value), { level: 9 }).length;
  const wordless = foundation.pack.rules.map(({ scope, effective, event, references }) => ({
    scope,
    effective,
    type: event.type,
    references,
  }));
  const whole = size(foundation);
  const limbs = JSON.stringify(foundation.pack.rules.map(({ conditions }) => conditions));
  const bare = limbs.replace(/"name":"(?:[^"\\]|\\.)*",/g, '');
  return { whole, logic: size(wordless) + size(bare) };
}

function coldStart(): Report['cold'] {
  if (!existsSync(join(root, 'dist', 'index.js'))) return undefined;
  const times = quick ? 5 : 15;
  return {
    bare: cold('', root, times),
    zod: cold("await import('zod')", root, times),
    first: cold(
      "const { decide } = await import('./dist/index.js'); decide({ on: '2026-11-21', mode: 'proactive' })",
      root,
      times,
    ),
  };
}

console.log(`${program.rules.length} rules, ${requests.length} requests, Node ${process.version}`);
console.log(`both evaluators agree on ${await checkFindings()} findings\n`);

const onRuleBase = await ruleBase(quick ? 3 : 6);
show(onRuleBase);
const rate = (name: string): number => onRuleBase[name]?.perSecond ?? NaN;
const theirs = rate('json-rules-engine, evaluation alone');

const report: Report = {
  rules: program.rules.length,
  requests: requests.length,
  ruleBase: onRuleBase,
  cold: coldStart(),
  peers: undefined,
  growth: undefined,
  parts: undefined,
  data: dataSize(),
};
if (report.cold) {
  const { bare, zod, first } = report.cold;
  console.log(
    `\ncold start: bare Node ${bare.toFixed(0)} ms, zod alone ${zod.toFixed(0)} ms, first decision ${first.toFixed(0)} ms (${(first - zod).toFixed(0)} ms beyond zod)`,
  );
} else console.log('\ncold start: run `npm run build` first');

if (!quick) {
  console.log('\n150 synthetic rules of 4 strata over 80 facts, all known');
  report.peers = await peers(rulesOf(150), 3);
  show(report.peers);
  console.log('\na typical decision, by its parts');
  report.parts = await parts(2);
  show(report.parts);
  console.log('\ngrowth');
  report.growth = await growth(2);
  show(report.growth);
  console.log();
}
if (process.argv.includes('--write') && !quick) {
  const file = join(root, 'docs', 'performance.md');
  const style = await resolveConfig(file);
  writeFileSync(file, await format(page(report, root), { ...style, filepath: file }));
  console.log('docs/performance.md written');
}
console.log(`evaluation alone, ratio: ${(rate('evaluation alone') / theirs).toFixed(0)}`);
console.log(
  `ratio to json-rules-engine: ${(rate('whole decision, request already parsed') / theirs).toFixed(0)}`,
);
