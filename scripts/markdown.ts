/** Markdown in the form that prettier leaves as it is. */

/** Our own words, with what Markdown would read as marks kept as it stands. */
export const text = (words: string): string => words.replace(/[\\`*_<]/g, '\\$&');
export const bold = (words: string): string => `**${text(words)}**`;
export const code = (words: string): string => `\`${words}\``;
export const link = (words: string, to: string): string =>
  `[${text(words).replace(/[[\]]/g, '\\$&')}](${to})`;

/** An item of a list; what stands below it is set in by the width of its mark. */
export interface Entry {
  line: string;
  below?: readonly string[];
}

const setIn = (mark: string, { line, below = [] }: Entry): string[] => [
  `${mark}${line}`,
  ...below.map((one) => `${' '.repeat(mark.length)}${one}`),
];
export const numbered = (entries: readonly Entry[]): string[] =>
  entries.flatMap((entry, index) => setIn(`${index + 1}. `, entry));
export const bulleted = (lines: readonly string[]): string[] => lines.map((line) => `- ${line}`);
/** A list of which each item has more below it. */
export const outlined = (entries: readonly Entry[]): string[] =>
  entries.flatMap((entry) => setIn('- ', entry));

/** A section, or nothing where it would be empty. */
export const section = (heading: string, lines: readonly string[], level = 2): string[] =>
  lines.length ? ['', `${'#'.repeat(level)} ${heading}`, '', ...lines] : [];

/** A path from one page to another. */
export function pathBetween(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  const up = here.slice(shared).map(() => '..');
  return [...(up.length ? up : ['.']), ...there.slice(shared)].join('/');
}
