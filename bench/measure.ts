import { spawnSync } from 'node:child_process';

/** Some work, by the number of the time that it is done. */
type Work = (index: number) => unknown;

/** What some work was measured to take. Times are in milliseconds, the heap in bytes. */
export interface Figures {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  heap: number;
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Repeats some work until it gets no faster. */
async function warmUp(work: Work, slice: number): Promise<void> {
  // Why: code is compiled while it runs at first, on other threads, whose time would count.
  let best = 0;
  for (let slower = 0; slower < 3;) {
    const start = cpu();
    let done = 0;
    for (; cpu() - start < slice; done++) await work(done);
    const rate = done / (cpu() - start);
    slower = rate > best * 1.05 ? 0 : slower + 1;
    best = Math.max(best, rate);
  }
}

/**
 * The figures of several pieces of work, each for so many seconds of CPU. They take turns, a short slice each, so that a
 * machine that slows down or speeds up does so for all of them.
 */
export async function measure(
  works: Readonly<Record<string, Work>>,
  seconds: number,
): Promise<Record<string, Figures>> {
  const all = Object.entries(works);
  for (const [, work] of all) await warmUp(work, Math.min(1, seconds / 6));
  const kept = new Map(all.map(([name]) => [name, { times: [] as number[], cpu: 0 }]));
  const rounds = 6;
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of all) {
      const own = kept.get(name) as { times: number[]; cpu: number };
      // Why: one piece of work does not pay for what another has left to be collected.
      globalThis.gc?.({ type: 'minor' });
      const start = cpu();
      for (let index = 0; cpu() - start < seconds / rounds; index++) {
        const from = performance.now();
        const result = work(index);
        if (result instanceof Promise) await result;
        own.times.push(performance.now() - from);
      }
      own.cpu += cpu() - start;
    }
  }
  const found: Record<string, Figures> = {};
  for (const [name, work] of all) {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const result = await work(0);
    const heap = result === undefined ? 0 : process.memoryUsage().heapUsed - before;
    const { times, cpu: spent } = kept.get(name) as { times: number[]; cpu: number };
    const sorted = times.sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
    found[name] = {
      perSecond: times.length / spent,
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
      heap,
    };
  }
  return found;
}

/** The median wall time, in milliseconds, of fresh processes that carry out a script in a folder. */
export function cold(script: string, cwd: string, times: number): number {
  const taken = Array.from({ length: times }, () => {
    const from = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd,
    });
    if (status !== 0) throw new Error(String(stderr));
    return performance.now() - from;
  }).sort((a, b) => a - b);
  return taken[Math.floor(taken.length / 2)] ?? 0;
}
