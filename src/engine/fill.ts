/** A text by its id: the English, or what stands in its place. */
export type Say = (id: string, english: string) => string;

export const inEnglish: Say = (_, english) => english;

const place = /\{(\w+)\}/g;

/** The places of a text, each once, in the order of their names. */
export const placesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(place)].map(([, name]) => name as string))].sort();

/** A text with what goes into its places. */
export const fill = (text: string, places: Readonly<Record<string, string | number>>): string =>
  text.replace(place, (_, name: string) => String(places[name]));
