import { datesInWords, sourceName } from '../../src/cli/words.ts';
import type { Reference, Rule, Source } from '../../src/model/rule.ts';
import { link, text } from '../markdown.ts';

/** The first place that a citation names, as a path of legislation.gov.uk: a pattern, and what it becomes. */
const places: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [
    /^Schs? (\d+) P(?:ar)?t ([IVX]+|\d+) paras? (\d+[A-Z]*)/,
    (schedule, part, paragraph) => `schedule/${schedule}/part/${part}/paragraph/${paragraph}`,
  ],
  [
    /^Schs? (\d+) paras? (\d+[A-Z]*)/,
    (schedule, paragraph) => `schedule/${schedule}/paragraph/${paragraph}`,
  ],
  [/^Schs? (\d+)/, (schedule) => `schedule/${schedule}`],
  [/^ss? (\d+[A-Z]*)/, (section) => `section/${section}`],
  [/^Arts? (\d+[A-Z]*)/, (article) => `article/${article}`],
  [/^Annex (\d+)/, (annex) => `annex/${annex}`],
  [/^regs? (\d+[A-Z]*)/, (regulation) => `regulation/${regulation}`],
  [/^r (\d+\.\d+)/, (rule) => `rule/${rule}`],
  [/^Parts? (\d+)/, (part) => `part/${part}`],
];

/** Where on legislation.gov.uk the first place of a citation stands, if the source is there and the place can be read. */
export function provisionUrl(
  { legislationId }: Pick<Source, 'legislationId'>,
  at: string,
): string | undefined {
  if (legislationId === undefined) return undefined;
  for (const [pattern, path] of places) {
    const found = pattern.exec(at);
    if (found) return `https://www.legislation.gov.uk/${legislationId}/${path(...found.slice(1))}`;
  }
  return undefined;
}

/** What a reader must know of a source before relying on it. */
export function doubts({ verified, commencement, from, to }: Source): string[] {
  return [
    ...(verified ? [] : ['**we have not checked this against the text**']),
    ...(commencement === 'in-force' ? [] : [commencement.replace('-', ' ')]),
    ...(to === undefined ? [] : [`in force ${datesInWords({ from, to })}`]),
  ];
}

/** A citation as a line: the source, the place in it, and what is doubtful. */
export function citation({ source, at }: Reference, sources: ReadonlyMap<string, Source>): string {
  const known = sources.get(source);
  if (!known) return `${text(source)}, ${text(at)}: **this source is not listed**`;
  const url = provisionUrl(known, at);
  const place = url === undefined ? text(at) : link(at, url);
  const doubtful = doubts(known);
  return `${link(sourceName(known), known.url)}, ${place}${doubtful.length ? ` (${doubtful.join('; ')})` : ''}`;
}

/** Whether the links of a rule show a text later than the one that it encodes. */
export const isOfThePast = (
  { effective, references }: Rule,
  sources: ReadonlyMap<string, Source>,
) =>
  effective.to !== undefined &&
  references.some(({ source }) => sources.get(source)?.legislationId !== undefined);
