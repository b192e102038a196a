import { createReadStream } from 'node:fs';
import { InvalidRequestError } from '../index.ts';
import { deciderOf } from './decider.ts';
import type { How } from './decider.ts';
import { digest } from './digest.ts';
import { failureOf } from './failure.ts';
import type { Failure } from './failure.ts';
import { linesOf, longest } from './lines.ts';
import type { Line } from './lines.ts';
import { jsonOf } from './read.ts';
import { brief } from './show.ts';
import { UsageError } from './usage.ts';
import { write } from './write.ts';

interface Wanted extends How {
  brief: boolean;
}

/** The bytes of a file, or of standard input for `-`, as they come. */
async function* chunksOf(file: string): AsyncGenerator<Uint8Array, void> {
  const stream: AsyncIterable<Uint8Array> = file === '-' ? process.stdin : createReadStream(file);
  try {
    yield* stream;
  } catch {
    throw new UsageError(
      'the file cannot be read: give the path of a file with a request in JSON on each line, or `-` for standard input',
    );
  }
}

const tooLong = {
  code: 'too-long',
  path: '',
  message: `expected a line of at most ${longest} characters`,
  help: 'let one typical entry stand for many alike',
};

/** The request of a line, which the library checks. */
function requestIn(text: string | undefined): unknown {
  if (text === undefined) throw new InvalidRequestError([tooLong]);
  return jsonOf(text);
}

/** How many lines are read between two reports of how far it is. */
const often = 10_000;
const thousands = new Intl.NumberFormat('en-GB');
const counted = (lines: number, bad: number): string =>
  `${thousands.format(lines)} ${lines === 1 ? 'line' : 'lines'}, ${thousands.format(bad)} bad\n`;

/** The exit statuses of failed lines, the worst last. */
const gravity: readonly number[] = [0, 3, 4, 1];

/** Decides a line: gives a line of JSON, or why there is none. */
async function lineDecider({
  brief: short,
  ...how
}: Wanted): Promise<(line: Line) => Promise<string | Failure>> {
  const decide = await deciderOf(how);
  return async ({ number, text }) => {
    try {
      const decision = await decide(requestIn(text));
      const shown = short ? brief(decision, digest(decision)) : decision;
      return `${JSON.stringify({ line: number, ...shown })}\n`;
    } catch (error) {
      return failureOf(error);
    }
  };
}

/**
 * Decides each line of a file, and writes a line of JSON for it before the next is decided. What is wrong with a bad
 * line goes to standard error with its number, and so does how far it is. Gives the exit status.
 */
export async function decideLines(file: string, wanted: Wanted): Promise<number> {
  const decide = await lineDecider(wanted);
  let read = 0;
  let bad = 0;
  let worst = 0;
  for await (const line of linesOf(chunksOf(file))) {
    if (line.text?.trim() === '') continue;
    read += 1;
    const decided = await decide(line);
    if (typeof decided === 'string') await write(decided);
    else {
      bad += 1;
      worst = Math.max(worst, gravity.indexOf(decided.status));
      process.stderr.write(decided.says.replace(/^(?=\S)/gm, `line ${line.number}: `));
    }
    if (read % often === 0) process.stderr.write(counted(read, bad));
  }
  process.stderr.write(counted(read, bad));
  return gravity[worst] as number;
}
