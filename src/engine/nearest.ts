import { closest, distance } from 'fastest-levenshtein';

/** The word of a list that someone probably meant, if one is near enough. */
export function nearest(word: string, among: readonly string[]): string | undefined {
  if (!among.length) return undefined;
  const best = closest(word, among);
  return distance(word, best) <= Math.max(2, Math.floor(word.length / 4)) ? best : undefined;
}

/** Asks whether that word was meant, if there is one. */
export function meantBy(word: string, among: readonly string[]): string | undefined {
  const near = nearest(word, among);
  return near === undefined ? undefined : `did you mean \`${near}\`?`;
}
