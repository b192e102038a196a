import { readdirSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Options } from 'tsup';

const packs = readdirSync('src/rules/packs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const library = {
  ...Object.fromEntries(packs.map((id) => [`packs/${id}`, `src/rules/packs/${id}.generated.ts`])),
  index: 'src/index.ts',
  'rules/index': 'src/rules/index.ts',
  'model/index': 'src/model/index.ts',
  'json-rules-engine/index': 'src/json-rules-engine/index.ts',
  'testing/index': 'src/testing/index.ts',
};

/** Leaves the entry points of the library out of the command line, which loads the built ones beside it. */
const besideLibrary: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'beside-library',
  setup(build) {
    build.onResolve({ filter: /^\..*\.[jt]s$/ }, ({ path: specifier, resolveDir }) => {
      const source = path.resolve(resolveDir, specifier.replace(/\.js$/, '.ts'));
      const entry = Object.entries(library).find(([, file]) => path.resolve(file) === source);
      return entry === undefined ? undefined : { path: `../${entry[0]}.js`, external: true };
    });
  },
};

export default defineConfig([
  {
    name: 'library',
    entry: library,
    format: ['esm', 'cjs'],
    target: 'es2023',
    platform: 'neutral',
    // Why: tsup 8 sets baseUrl for its d.ts pass, which TypeScript 6 reports as deprecated.
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    // Why no source maps: what is built is not minified, and maps would double the package and point at files outside it.
    sourcemap: false,
    splitting: true,
    // Why: both builds run at once, and each clears only what it writes.
    clean: ['!cli/**'],
  },
  {
    name: 'cli',
    entry: { index: 'src/cli/index.ts' },
    outDir: 'dist/cli',
    format: ['esm'],
    target: 'es2023',
    platform: 'node',
    esbuildPlugins: [besideLibrary],
    splitting: false,
    clean: true,
  },
]);
