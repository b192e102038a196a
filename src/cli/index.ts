#!/usr/bin/env node
import { run } from './run.ts';

// Why: a reader that has had enough, such as `head`, is no fault. A full disk is, and what is written is cut short.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit(0);
    process.stderr.write(`lawful-sharing: the output cannot be written (${code})\n`);
    process.exit(2);
  });

process.exitCode = await run(process.argv.slice(2));
