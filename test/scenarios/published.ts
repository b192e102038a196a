import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SharingRequest } from '../../src/index.ts';

/** A published case with the outcomes that agree with what was published. */
interface Published {
  name: string;
  /** The id of the case; a variant of it has a word more (`GMC-09-vb`). */
  case: string;
  request: SharingRequest;
  expect: {
    outcome?: string[];
    strength?: string[];
    items?: Record<string, string[]>;
    informing?: Record<string, string[]>;
    mustNotUseBasis?: string[];
  };
}

const folder = join(import.meta.dirname, 'published');

/** Every encoded case, by file name. */
export const published: readonly Published[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Published);

/** The request of one encoded case. */
export function requestOf(id: string): SharingRequest {
  const found = published.find((one) => one.case === id);
  if (found === undefined) throw new Error(`no published case ${id}`);
  return found.request;
}
