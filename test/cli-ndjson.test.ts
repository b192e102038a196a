import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text as allOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { linesOf, longest } from '../src/cli/lines.ts';
import type { Line } from '../src/cli/lines.ts';
import { run } from '../src/cli/run.ts';
import { digest } from '../src/engine/digest.ts';
import { createEngine, decide } from '../src/index.ts';
import type { SharingRequest } from '../src/index.ts';
import { EvaluatorsDisagreeError } from '../src/json-rules-engine/index.ts';
import { pack } from '../src/rules/packs/somerset.generated.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lawful-sharing-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const asked: SharingRequest = {
  on: '2026-03-02',
  mode: 'on-request',
  items: [{ ref: 'note' }, { ref: 'letter' }],
};
const hurried: SharingRequest = {
  on: '2026-11-21',
  mode: 'proactive',
  sharer: { organisation: 'faith-or-sports' },
  recipient: { organisation: 'police', mightHarm: false },
  purpose: { kind: 'safeguard-from-harm' },
  concern: { about: ['child'], level: 'immediate-danger', delayWouldHarm: true },
  items: [{ ref: 'what-was-seen', relevant: true, necessary: true }],
};
const jsonOf = (value: unknown): string => JSON.stringify(value);
const parsed = (written: string): unknown[] =>
  written
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
const briefOf = (request: SharingRequest) => {
  const { outcome, strength, urgency, items, ...rest } = decide(request);
  return {
    outcome,
    strength,
    urgency,
    items: items.map(({ ref, verdict }) => ({ ref, verdict })),
    sha256: digest({ outcome, strength, urgency, items, ...rest }),
  };
};

/** The command line in a process of its own, deciding lines. */
function deciding(
  flags: readonly string[],
  {
    node = [],
    stdout = 'pipe',
  }: { node?: readonly string[]; stdout?: 'pipe' | 'ignore' | number } = {},
) {
  const cli = ['--import', 'tsx', 'src/cli/index.ts', 'decide', '--ndjson', ...flags];
  return spawn(process.execPath, [...node, ...cli], {
    cwd: root,
    stdio: ['pipe', stdout, 'pipe'],
  }) as ChildProcess & { stdin: NonNullable<ChildProcess['stdin']>; stderr: Readable };
}
async function outcomeOf(child: ReturnType<typeof deciding>) {
  const [out, err, [status]] = await Promise.all([
    child.stdout ? allOf(child.stdout) : '',
    allOf(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { out, err, status };
}
function decidedFrom(input: string, ...flags: string[]) {
  const child = deciding(['-', ...flags]);
  child.stdin.end(input);
  return outcomeOf(child);
}

describe('lines of standard input, decided in a process of its own', () => {
  test('give a line each in their order, with its number; blank lines give none', async () => {
    const input = `${jsonOf(asked)}\n\n  \r\n${jsonOf(hurried)}\r\n${jsonOf(asked)}`;
    const { out, err, status } = await decidedFrom(input);
    expect(parsed(out)).toEqual([
      { line: 1, ...decide(asked) },
      { line: 4, ...decide(hurried) },
      { line: 5, ...decide(asked) },
    ]);
    expect([err, status]).toEqual(['3 lines, 0 bad\n', 0]);
  });

  test('that are bad are told by number and place, and the rest are decided', async () => {
    const secret = 'Jordan-Example';
    const input = [
      jsonOf(hurried),
      `{"on": "${secret}"`,
      jsonOf({ ...asked, mode: secret, on: secret, [secret]: secret }),
      'null',
      jsonOf(asked),
      '',
    ].join('\n');
    const { out, err, status } = await decidedFrom(input, '--brief');
    expect(parsed(out)).toEqual([
      { line: 1, ...briefOf(hurried) },
      { line: 5, ...briefOf(asked) },
    ]);
    expect(err.split('\n').filter((line) => !line.startsWith('  help: '))).toEqual([
      'line 2: request: expected JSON',
      'line 3: request: one unknown key',
      'line 3: request, /mode: expected one of a closed list',
      'line 3: request, /on: expected a calendar date such as 2014-03-02',
      'line 4: request: expected an object',
      '5 lines, 3 bad',
      '',
    ]);
    expect(err).not.toContain(secret);
    expect(status).toBe(3);
  });

  test('are answered one by one, while more are still to come', async () => {
    const child = deciding(['-', '--brief']);
    const answers = createInterface({ input: child.stdout as Readable })[Symbol.asyncIterator]();
    for (const line of [1, 2]) {
      child.stdin.write(`${jsonOf(asked)}\n`);
      const { value } = (await answers.next()) as { value: string };
      expect(JSON.parse(value)).toEqual({ line, ...briefOf(asked) });
    }
    child.stdin.end();
    const [status] = (await once(child, 'close')) as [number];
    expect(status).toBe(0);
  });

  test.each([
    ['answers', jsonOf(asked), 'stdout', 'stderr'],
    ['reports', 'x', 'stderr', 'stdout'],
  ] as const)(
    'end quietly where the reader has had enough of the %s',
    async (_, line, closed, open) => {
      const child = deciding(['-', '--brief']);
      const ended = Promise.all([
        allOf(child[open] as Readable),
        once(child, 'close') as Promise<[number]>,
      ]);
      child[closed]?.once('data', () => child[closed]?.destroy());
      const endless = Readable.from(
        (function* () {
          for (;;) yield `${line}\n`;
        })(),
      );
      await expect(pipeline(endless, child.stdin)).rejects.toThrow();
      const [written, [status]] = await ended;
      expect([written, status]).toEqual(['', 0]);
    },
  );

  test.skipIf(!existsSync('/dev/full'))('say so where they cannot be written', async () => {
    const full = openSync('/dev/full', 'w');
    const child = deciding(['-', '--brief'], { stdout: full });
    closeSync(full);
    child.stdin.end(jsonOf(asked));
    const { err, status } = await outcomeOf(child);
    expect(err).toBe('lawful-sharing: the output cannot be written (ENOSPC)\n');
    expect(status).toBe(2);
  });

  test('are never held, nor what was decided of them, however many there are', async () => {
    // Twice the memory that the process may use in lines, and as much again in decisions.
    const heap = 160;
    const many = 2_000;
    const line = `${jsonOf(hurried)}${' '.repeat((2 * heap * 2 ** 20) / many)}\n`;
    const child = deciding(['-'], { node: [`--max-old-space-size=${heap}`], stdout: 'ignore' });
    const ended = outcomeOf(child);
    await pipeline(Readable.from(Array<string>(many).fill(line)), child.stdin);
    expect(await ended).toEqual({ out: '', err: '2,000 lines, 0 bad\n', status: 0 });
  });
});

let out = '';
let err = '';
/** Takes what is written to standard output, and says so when it likes. */
let take = (text: string, taken: () => void): void => {
  out += text;
  taken();
};
const takeAtOnce = take;

describe('lines of a file', () => {
  beforeEach(() => {
    out = '';
    err = '';
    take = takeAtOnce;
    vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
      take(String(text), rest.at(-1) as unknown as () => void);
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      err += String(text);
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  let written = 0;
  const fileOf = (...lines: readonly string[]): string => {
    written += 1;
    const file = join(folder, `${written}.ndjson`);
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
    return file;
  };
  const lines = (file: string, ...flags: string[]) => run(['decide', '--ndjson', file, ...flags]);

  test('are decided as those of standard input are, and may say that they are JSON', async () => {
    const file = fileOf(jsonOf(asked), jsonOf(hurried));
    expect(await lines(file, '--brief', '--format', 'json')).toBe(0);
    expect(parsed(out)).toEqual([
      { line: 1, ...briefOf(asked) },
      { line: 2, ...briefOf(hurried) },
    ]);
  });

  test('are decided as at another date where one is given, and say so', async () => {
    expect(await lines(fileOf(jsonOf(asked), 'true'), '--as-at', '2019-06-01')).toBe(3);
    const then = decide({ ...asked, on: '2019-06-01' });
    const asAt = { ...then, provenance: { ...then.provenance, asAt: true } };
    expect(parsed(out)).toEqual([{ line: 1, ...asAt }]);
  });

  test('are decided with local procedures where they are named', async () => {
    expect(await lines(fileOf(jsonOf(asked)), '--pack', 'somerset')).toBe(0);
    const decision = createEngine({ packs: [pack] }).decide(asked);
    expect(parsed(out)).toEqual([{ line: 1, ...decision }]);
  });

  test('are decided by both evaluators where that is asked for', async () => {
    const smallest: SharingRequest = { on: '2026-11-21', mode: 'proactive' };
    expect(await lines(fileOf(jsonOf(smallest)), '--cross-check')).toBe(0);
    expect(parsed(out)).toEqual([{ line: 1, ...decide(smallest) }]);
  });

  test('on which the evaluators disagree, or that show a defect of ours, are told and passed over', async () => {
    vi.doMock('../src/json-rules-engine/index.ts', () => ({
      crossCheck: ({ on }: SharingRequest) => {
        if (on === '2001-01-01')
          throw new EvaluatorsDisagreeError([{ rule: 'a-rule', scope: 'item' } as never]);
        if (on === '2002-02-02') throw new RangeError(`it was ${on}`);
        return decide(asked);
      },
    }));
    const [fine, differs, defect] = [asked.on, '2001-01-01', '2002-02-02'].map((on) =>
      jsonOf({ on, mode: 'proactive' }),
    ) as [string, string, string];
    expect(await lines(fileOf(fine, differs, 'x', fine), '--cross-check')).toBe(4);
    expect(parsed(out)).toEqual([
      { line: 1, ...decide(asked) },
      { line: 4, ...decide(asked) },
    ]);
    expect(err).toContain('line 2: rule `a-rule`, scope `item`: two evaluators disagree\n');
    err = '';
    expect(await lines(fileOf(defect, differs, 'x', fine), '--cross-check')).toBe(1);
    vi.doUnmock('../src/json-rules-engine/index.ts');
    expect(err).toContain('line 1: lawful-sharing: a defect of ours (RangeError);');
    expect(err).toContain('4 lines, 3 bad\n');
    expect(err).not.toContain('it was');
  });

  test('are counted now and then, so that a reader knows how far it is', async () => {
    expect(await lines(fileOf(...Array<string>(10_001).fill('x')))).toBe(3);
    expect(err.match(/^.* lines?, .*$/gm)).toEqual([
      '10,000 lines, 10,000 bad',
      '10,001 lines, 10,001 bad',
    ]);
    err = '';
    expect(await lines(fileOf('x'))).toBe(3);
    expect(err).toMatch(/\n1 line, 1 bad\n$/);
  });

  test('wait for what was written to be taken', async () => {
    let waiting = false;
    let atOnce = 0;
    take = (_, taken) => {
      if (waiting) atOnce += 1;
      waiting = true;
      setImmediate(() => {
        waiting = false;
        taken();
      });
    };
    expect(await lines(fileOf(jsonOf(asked), jsonOf(asked), jsonOf(asked)))).toBe(0);
    expect(atOnce).toBe(0);
  });

  test.each([
    [['decide', '--ndjson', '-', '--format', 'markdown'], 'leave --format out'],
    [['decide', '--ndjson', '-', '--format', 'text'], 'leave --format out'],
    [['explain', '--ndjson', '-', '--rule', 'any'], '--ndjson goes with `decide` alone'],
    [['decide', '--ndjson'], 'give one file, or `-` for standard input'],
    [['decide', '--ndjson', join(folder, 'none')], 'the file cannot be read: give the path'],
    [['decide', '--ndjson', folder], 'the file cannot be read: give the path'],
  ])('that are asked for amiss are bad usage: %j', async (args, says) => {
    expect(await run(args)).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(says);
    expect(err).not.toContain(folder);
  });
});

describe('the lines of a text in chunks', () => {
  const gathered = async (chunks: Iterable<Uint8Array>): Promise<Line[]> => {
    const found: Line[] = [];
    for await (const line of linesOf(Readable.from(chunks))) found.push(line);
    return found;
  };
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  test('are the same wherever it is cut', async () => {
    // A line separator may stand in a JSON text, and ends no line. A byte order mark is none of the text.
    const whole = bytes('\uFEFFé\u2028🙂\n\nb\r\n"c"');
    const expected = [
      { number: 1, text: 'é\u2028🙂' },
      { number: 2, text: '' },
      { number: 3, text: 'b\r' },
      { number: 4, text: '"c"' },
    ];
    for (let cut = 0; cut <= whole.length; cut += 1)
      expect(await gathered([whole.subarray(0, cut), whole.subarray(cut)])).toEqual(expected);
    expect(await gathered([...whole].map((byte) => Uint8Array.of(byte)))).toEqual(expected);
  });

  test('are left out where they are too long, and counted all the same', async () => {
    const part = bytes('x'.repeat(longest / 4));
    const [full, long] = [Array<Uint8Array>(4).fill(part), Array<Uint8Array>(9).fill(part)];
    const found = await gathered([...full, bytes('\n'), ...long, bytes('\nlast')]);
    expect(found.map(({ number, text }) => [number, text?.length])).toEqual([
      [1, longest],
      [2, undefined],
      [3, 4],
    ]);
    const file = join(folder, 'long.ndjson');
    writeFileSync(file, `${' '.repeat(longest + 1)}\n`);
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await run(['decide', '--ndjson', file])).toBe(3);
    expect(told).toHaveBeenNthCalledWith(
      1,
      expect.stringMatching(/^line 1: request: expected a line of at most 8000000 /),
    );
    vi.restoreAllMocks();
  });

  test('take no more of it than was asked for', async () => {
    let taken = 0;
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (;;) {
        taken += 1;
        yield await Promise.resolve(bytes('a\nb\n'));
      }
    }
    const lines = linesOf(chunks());
    for (const expected of [1, 1, 2, 2, 3]) {
      await lines.next();
      expect(taken).toBe(expected);
    }
  });
});

test('the usage says how many lines are decided, and how long one may be', () => {
  const usage = readFileSync(new URL('../src/cli/usage.ts', import.meta.url), 'utf8');
  expect(usage).toContain('--ndjson');
  expect(usage).toContain(longest.toLocaleString('en-GB'));
});
