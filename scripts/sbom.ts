/**
 * Writes temp/sbom.cdx.json: what the package brings with it, as a CycloneDX list made by npm from the lockfile.
 * Needs no network, and no installed packages.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './rulebase.ts';

interface Bom {
  metadata: { component: { 'bom-ref': string; name: string } };
  components: { 'bom-ref': string; name: string }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}
interface Manifest {
  name: string;
  dependencies: Record<string, string>;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const npm = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--loglevel', 'error'];
const bom = JSON.parse(
  execFileSync('npm', npm, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 }),
) as Bom;

// Why not `--omit dev`: npm 11.19 then also leaves out a dependency that a tool of ours needs as well, such as zod.
const rootRef = bom.metadata.component['bom-ref'];
const names = new Map(bom.components.map(({ 'bom-ref': ref, name }) => [ref, name]));
const edges = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
const isShipped = (ref: string): boolean =>
  Object.hasOwn(manifest.dependencies, names.get(ref) ?? '');
edges.set(rootRef, edges.get(rootRef)?.filter(isShipped) ?? []);
const reached = new Set([rootRef]);
for (const ref of reached) for (const needed of edges.get(ref) ?? []) reached.add(needed);

// Why: npm names the root for the folder that it lies in.
bom.metadata.component.name = manifest.name;
bom.components = bom.components.filter((component) => reached.has(component['bom-ref']));
bom.dependencies = [...reached].map((ref) => ({ ref, dependsOn: edges.get(ref) ?? [] }));

const file = join(root, 'temp/sbom.cdx.json');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
console.log(`temp/sbom.cdx.json: ${manifest.name} and ${bom.components.length} components`);
