/** Writes vectors/: every scenario with what it comes to, for ports of the library and for hosts in another language. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptTexts, scenarios, vectorsFolder } from '../test/digests/scenarios.ts';

console.log(`deciding ${scenarios.length} scenarios, which takes about a minute`);
const { vectors } = keptTexts();
mkdirSync(vectorsFolder, { recursive: true });
const gone = readdirSync(vectorsFolder).filter(
  (file) => file !== 'README.md' && !Object.hasOwn(vectors, file),
);
for (const file of gone) rmSync(join(vectorsFolder, file));
for (const [file, text] of Object.entries(vectors)) writeFileSync(join(vectorsFolder, file), text);
console.log(`${Object.keys(vectors).length} files written, ${gone.length} taken away`);
