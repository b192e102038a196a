/** Writes the generated files that are not fresh, and takes away the pages of rules that are gone. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generated } from './generated.ts';
import { strayPages } from './pages/index.ts';

const root = join(import.meta.dirname, '..');
const stale = Object.entries(generated).filter(
  ([path, text]) =>
    !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
);
for (const [path, text] of stale) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const stray = strayPages(root, generated);
for (const path of stray) rmSync(join(root, path));
console.log(
  `${Object.keys(generated).length} files, ${stale.length} written, ${stray.length} taken away`,
);
