import { existsSync } from 'node:fs';
import type { Pack } from '../index.ts';
import { packs as shipped } from '../rules/packs/index.generated.ts';
import { readJson } from './read.ts';
import { UsageError } from './usage.ts';

/** A local pack by the id of one that comes with the library, or from a file, as it stands there. */
async function packOf(idOrFile: string): Promise<Pack> {
  if (Object.hasOwn(shipped, idOrFile)) return shipped[idOrFile as keyof typeof shipped]();
  if (existsSync(idOrFile)) return readJson(idOrFile) as Pack;
  throw new UsageError(
    `--pack is the path of a JSON file, or one of ${Object.keys(shipped).join(', ')}`,
  );
}

/** The local packs that a command line names, in its order. */
export const packsOf = (named: readonly string[]): Promise<Pack[]> =>
  Promise.all(named.map(packOf));
