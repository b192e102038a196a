/*
 * Runs the servers of examples/servers as a user would: packs the library, installs the tarball and the frameworks at the
 * versions of package.json in an empty folder, starts each server on a free port and posts to it. Needs the registry.
 */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { safeDecide } from '../src/index.ts';
import { root } from './rulebase.ts';

const servers = ['express.ts', 'fastify.ts', 'web-on-node.ts'];
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

interface Expected {
  status: number;
  body: unknown;
}
interface Trial {
  name: string;
  sent: string;
  expected: Expected;
}

/** Stands for what no answer and no log may repeat. */
const secret = 'Wilhelmina-Quillfeather';

/** What `safeDecide` says of a request, as a server should answer it. */
function decided(request: unknown): Expected {
  const result = safeDecide(request);
  return result.success
    ? { status: 200, body: result.decision }
    : { status: 422, body: { issues: result.issues } };
}

const trialOf = (name: string, request: unknown): Trial => ({
  name,
  sent: JSON.stringify(request),
  expected: decided(request),
});
const trials: readonly Trial[] = [
  ...readdirSync(join(root, 'examples'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => trialOf(file, read(`examples/${file}`))),
  trialOf('a malformed request', { on: secret, mode: secret, [secret]: secret, people: secret }),
  trialOf('a list in the place of a request', [secret]),
  {
    name: 'invalid JSON',
    sent: `{ "${secret}": ${secret}`,
    expected: { status: 400, body: { error: 'expected JSON' } },
  },
  {
    name: 'an oversized body',
    sent: JSON.stringify({ on: secret.repeat(10_000) }),
    expected: { status: 413, body: { error: 'expected a smaller body' } },
  },
];

/** What is wrong with an answer; nothing where it is as it should be. */
async function faultsOf({ name, expected }: Trial, response: Response): Promise<string[]> {
  const text = await response.text();
  const told = `${text} ${JSON.stringify([...response.headers])}`;
  return [
    ...(response.status === expected.status
      ? []
      : [`${name}: status ${response.status}, not ${expected.status}`]),
    ...(told.includes(secret) ? [`${name}: the answer repeats what was sent`] : []),
    // Why: a decision is compared as JSON, in which keys that are undefined are left out.
    ...(isDeepStrictEqual(JSON.parse(text), JSON.parse(JSON.stringify(expected.body)))
      ? []
      : [`${name}: the body is not what the library says`]),
  ];
}

const optionsOf = ({ sent }: Trial): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: sent,
});

/** The port of a server, once it says that it listens. */
async function portOf(server: ChildProcess): Promise<string> {
  for await (const chunk of server.stdout ?? []) {
    const [, port] = /listening on (\d+)/.exec(String(chunk)) ?? [];
    if (port !== undefined) return port;
  }
  throw new Error('the server ended before it listened');
}

/** Starts a server, posts every trial to it, and says what was wrong. */
async function serve(folder: string, file: string): Promise<string[]> {
  const server = spawn(join(root, 'node_modules/.bin/tsx'), [file], {
    cwd: folder,
    env: { ...process.env, PORT: '0' },
  });
  let printed = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = once(server, 'exit');
  try {
    const port = await portOf(server);
    const faults: string[] = [];
    for (const trial of trials) {
      const response = await fetch(`http://127.0.0.1:${port}/decisions`, optionsOf(trial));
      faults.push(...(await faultsOf(trial, response)));
    }
    const logged = /^listening on \d+\s*$/.test(printed);
    return [...faults, ...(logged ? [] : ['it prints more than the port that it listens on'])];
  } finally {
    server.kill();
    await ended;
  }
}

/** Calls the route of a Next application as Next would. */
async function route(folder: string): Promise<string[]> {
  const file = pathToFileURL(join(folder, 'next-route.ts')).href;
  const { POST } = (await import(file)) as { POST: (request: Request) => Promise<Response> };
  const faults: string[] = [];
  for (const trial of trials) {
    const response = await POST(new Request('http://localhost/decisions', optionsOf(trial)));
    faults.push(...(await faultsOf(trial, response)));
  }
  return faults;
}

/** An empty folder with the packed library, the frameworks and the servers. */
function install(folder: string): void {
  const npm = (...args: string[]) =>
    execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  console.log('packing');
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root });
  const { devDependencies, overrides } = read('package.json') as Record<
    'devDependencies' | 'overrides',
    Record<string, string>
  >;
  const [tarball = ''] = readdirSync(folder);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      private: true,
      type: 'module',
      dependencies: {
        'lawful-sharing': `file:${tarball}`,
        express: devDependencies['express'],
        fastify: devDependencies['fastify'],
      },
      // Why: a newer one brings a package that needs a newer Node than ours.
      overrides: { 'light-my-request': overrides['light-my-request'] },
    }),
  );
  console.log('installing the tarball, express and fastify');
  npm('install', '--silent', '--no-audit', '--no-fund');
  cpSync(join(root, 'examples/servers'), folder, { recursive: true });
}

/** Decides the first example by the command line of the package. */
function commandLine(folder: string): string[] {
  const printed = execFileSync('npx', ['--no-install', 'lawful-sharing', 'decide', '--brief'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return printed.includes('share') ? [] : ['the first example is not decided'];
}

const folder = mkdtempSync(join(tmpdir(), 'lawful-sharing-examples-'));
let wrong = 0;
try {
  install(folder);
  const report = (what: string, faults: readonly string[]): void => {
    wrong += faults.length;
    console.log(`${what}: ${faults.length} faults`);
    for (const fault of faults) console.error(`  ${fault}`);
  };
  report('the command line, its first example', commandLine(folder));
  for (const file of servers) report(`${file}, ${trials.length} posts`, await serve(folder, file));
  report(`next-route.ts, ${trials.length} posts`, await route(folder));
} finally {
  rmSync(folder, { recursive: true });
}
const posts = (servers.length + 1) * trials.length;
console.log(`examples: ${servers.length + 1} servers, ${posts} posts, ${wrong} faults`);
process.exitCode = wrong ? 1 : 0;
