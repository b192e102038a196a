import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { expect } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const engineDir = join(root, 'src', 'engine');

/** A bug in the engine: the code as it is, which stands there once, and as the bug has it. */
export interface EngineBug {
  file: string;
  from: string;
  to: string;
}

/** Bundles a module of this folder from the sources, with other contents for some files, and loads it. */
export async function planted<T>(
  entry: string,
  bug: EngineBug | undefined,
  others: Readonly<Record<string, string>> = {},
): Promise<T> {
  const contents = new Map(Object.entries(others).map(([path, text]) => [join(root, path), text]));
  if (bug) {
    const path = join(engineDir, bug.file);
    const source = await readFile(path, 'utf8');
    expect(source.split(bug.from), `\`${bug.from}\` stands once in ${bug.file}`).toHaveLength(2);
    contents.set(
      path,
      source.replace(bug.from, () => bug.to),
    );
  }
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    plugins: [
      {
        name: 'plant',
        setup: (bundler) => {
          bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const text = contents.get(join(dirname(path), basename(path)));
            return text === undefined ? undefined : { contents: text, loader: 'ts' };
          });
        },
      },
    ],
  });
  const [bundle] = outputFiles;
  const code = Buffer.from(bundle?.text ?? '').toString('base64');
  return (await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`)) as T;
}
