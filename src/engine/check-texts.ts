import { pointer } from './errors.ts';
import type { PackIssue } from './errors.ts';
import { meantBy } from './nearest.ts';
import { placesIn } from './fill.ts';
import type { TextTable } from './texts.ts';

const marked = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ');

/** What is wrong with texts that are to stand in the place of known ones: every id and every place, at once. */
export function textIssues(known: TextTable, given: Readonly<Record<string, unknown>>) {
  const ids = Object.keys(known);
  return Object.entries(given).flatMap(([id, text]): PackIssue[] => {
    const issue = (code: string, message: string, help: string): PackIssue[] => [
      { code, pack: 'texts', path: pointer([id]), message, help },
    ];
    const english = Object.hasOwn(known, id) ? known[id] : undefined;
    if (english === undefined)
      return issue(
        'unknown-text',
        'no text has this id',
        meantBy(id, ids) ??
          '`schemas/texts.json` lists those of the engine and the national rules; a pack has those of its own rules',
      );
    if (typeof text !== 'string' || text.trim() === '')
      return issue(
        'wrong-text',
        'expected words, as a string',
        'leave out what is to stay as it is',
      );
    const wanted = placesIn(english);
    const found = placesIn(text);
    const lost = wanted.filter((name) => !found.includes(name));
    const strange = found.filter((name) => !wanted.includes(name));
    return [
      ...(lost.length
        ? issue(
            'lost-place',
            `${marked(lost)} is missing`,
            'keep each place of the English: what belongs there is only known when it is said',
          )
        : []),
      ...(strange.length
        ? issue(
            'unknown-place',
            'nothing goes into a place that the English does not have',
            wanted.length ? `it has ${marked(wanted)}` : 'it has none',
          )
        : []),
    ];
  });
}
