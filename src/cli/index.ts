#!/usr/bin/env node
import { run } from './run.ts';

// Why: a reader that has had enough, such as `head`, is no fault. A full disk is, and what is written is cut short.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(0);
  process.stderr.write(`lawful-sharing: standard output cannot be written to (${code})\n`);
  process.exit(2);
});

process.exitCode = await run(process.argv.slice(2));
