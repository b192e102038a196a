/** Findings that are known and have a reason, kept in a small file, each of which is itself a finding once it is stale. */
import { readFileSync } from 'node:fs';

/** Something found, by a key that no other has. */
export interface Explained {
  key: string;
  why: string;
}
export interface ExplainedFile {
  /** What is as it should be, with the reason. */
  explained: readonly Explained[];
  /** What is not, and waits to be mended: counted on its own, and never as explained. */
  todo?: readonly Explained[];
}

export const readExplained = (file: string): ExplainedFile =>
  JSON.parse(readFileSync(file, 'utf8')) as ExplainedFile;

export interface Sorted {
  /** Found, and in neither list. */
  open: string[];
  explained: string[];
  todo: string[];
  /** In a list, and not found. */
  stale: string[];
}

/** Sorts what was found by what is known of it. */
export function sortFound(
  found: readonly string[],
  { explained, todo = [] }: ExplainedFile,
): Sorted {
  const all = new Set(found);
  const keysOf = (list: readonly Explained[]) => new Set(list.map(({ key }) => key));
  const [known, waiting] = [keysOf(explained), keysOf(todo)];
  return {
    open: found.filter((key) => !known.has(key) && !waiting.has(key)),
    explained: found.filter((key) => known.has(key)),
    todo: found.filter((key) => !known.has(key) && waiting.has(key)),
    stale: [...known, ...waiting].filter((key) => !all.has(key)),
  };
}
