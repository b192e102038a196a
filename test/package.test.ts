import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/* What `npm publish` would send, from dist as built. */
const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  version: string;
  dependencies: Record<string, string>;
};
const npm = (...args: string[]): string =>
  execFileSync('npm', [...args, '--loglevel', 'error'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });

const entries = ['index', 'rules/index', 'model/index', 'json-rules-engine/index', 'testing/index'];
const packs = readdirSync(join(root, 'src/rules/packs'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `packs/${name}`);

/** Every file that has to be in the package, by name. */
const needed = [
  'package.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'NOTICE',
  'llms.txt',
  'dist/cli/index.js',
  ...[...entries, ...packs].flatMap((entry) =>
    ['js', 'cjs', 'd.ts', 'd.cts'].map((ending) => `dist/${entry}.${ending}`),
  ),
  ...['decision', 'pack', 'request', 'rule', 'vector', 'vector-index'].map(
    (name) => `schemas/${name}.schema.json`,
  ),
  'schemas/texts.json',
  ...packs.map((pack) => `schemas/texts.${pack.slice('packs/'.length)}.json`),
  ...['README.md', 'index.json'].map((name) => `vectors/${name}`),
  ...['examples', 'packs', 'published', 'rules'].map((name) => `vectors/${name}.ndjson`),
  // The command line decides the first of them where it is given no file, and guides read the others.
  ...readdirSync(join(root, 'examples'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => `examples/${file}`),
];
/** What may be there besides: what the entry points share, under names that the bundler makes. */
const allowed = [/^dist\/chunk-[A-Z0-9]{8}\.c?js$/, /^dist\/[a-z]+-[\w-]{8}\.d\.c?ts$/];

const [packed] = JSON.parse(npm('pack', '--dry-run', '--json', '--ignore-scripts')) as [
  { files: { path: string }[] },
];
const files = packed.files.map(({ path }) => path);

test('the package holds what it should, and nothing else', () => {
  expect({
    missing: needed.filter((file) => !files.includes(file)),
    unexpected: files.filter(
      (file) => !needed.includes(file) && !allowed.some((pattern) => pattern.test(file)),
    ),
  }).toEqual({ missing: [], unexpected: [] });
});

test.each([
  [
    'a path of the machine that built it',
    /(?<![\w.])\/(home|mnt|private|root|tmp|Users|var|work)\//,
  ],
  ['a path of a Windows machine', /\b[A-Z]:\\\\?(Users|Windows|[a-z]+\\)/],
  ['the address of a file', /file:\/\//],
  ['a reference to a source map', /[#@] sourceMappingURL=/],
  ['a file of the tests', /\btest\/[\w/-]+\.ts\b|\.(test|cases)\.(ts|json)\b/],
  [
    'a package that only the tests use',
    /from ["'](vitest|tsx)["']|require\(["'](vitest|tsx)["']\)/,
  ],
])('no file of the package names %s', (_, pattern) => {
  // Why not these two: they tell those who have the repository where its tests stand.
  const code = files.filter((file) => !['README.md', 'package.json'].includes(file));
  const told = code.filter((file) => pattern.test(read(file)));
  expect(told).toEqual([]);
});

test('the list of what the package brings with it is whole, and of no machine', () => {
  npm('run', '--silent', 'sbom');
  const text = read('temp/sbom.cdx.json');
  const bom = JSON.parse(text) as {
    bomFormat: string;
    metadata: { component: { name: string; purl: string } };
    components: { name: string; purl: string }[];
  };
  expect(bom.bomFormat).toBe('CycloneDX');
  expect(bom.metadata.component).toMatchObject({
    name: 'lawful-sharing',
    purl: `pkg:npm/lawful-sharing@${manifest.version}`,
  });
  expect(text).not.toContain(root);

  const locked = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version: string; dependencies?: Record<string, string> }>;
  };
  const purls = new Set<string>();
  // Nothing that is shipped is locked twice in two versions, so the top of the lockfile holds each.
  const follow = (names: string[]): void => {
    for (const name of names) {
      const found = locked.packages[`node_modules/${name}`];
      const purl = `pkg:npm/${name.replace('@', '%40')}@${found?.version ?? 'missing'}`;
      if (purls.has(purl)) continue;
      purls.add(purl);
      follow(Object.keys(found?.dependencies ?? {}));
    }
  };
  follow(Object.keys(manifest.dependencies));
  expect(bom.components.map(({ purl }) => purl).sort()).toEqual([...purls].sort());
});
