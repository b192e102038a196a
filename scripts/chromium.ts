/** Where Chromium is, for the tests that run in one; it comes from Debian, not from npm. */
import { existsSync } from 'node:fs';

/** The path of Chromium; where there is none, says how to install it and ends with 2. */
export function chromiumPath(): string {
  const path = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (existsSync(path)) return path;
  console.error(
    `no Chromium at ${path}\n  help: run \`apt-get install chromium\`, or set CHROMIUM to where it is`,
  );
  process.exit(2);
}

/** How it is started: alone, and asking nothing of the network for itself. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
