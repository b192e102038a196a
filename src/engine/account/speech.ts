import { phrase, series } from '../phrases.ts';
import { fill, inEnglish } from '../fill.ts';
import type { Say } from '../fill.ts';
import { noteTexts } from './texts.ts';
import type { NoteText } from './texts.ts';

type Places = Readonly<Record<string, string | number>>;
/** The names of which there is a text for one and a text for many. */
type Counted = {
  [K in NoteText]: K extends `${infer Name}.many` ? Name : never;
}[NoteText];

/** The words of an account, in whichever wording. */
export interface Speech {
  /** A text of a case note, with what goes into its places. */
  readonly say: (name: NoteText, places?: Places) => string;
  /** The same, of so many. */
  readonly count: (number: number, name: Counted) => string;
  /** A word of a closed list. */
  readonly word: (word: string) => string;
  /** A date, as it is said. */
  readonly date: (date: string) => string;
  /** A list, as it is said. */
  readonly list: (words: readonly string[], last?: 'and' | 'or') => string;
}

/** How a wording speaks in a case note. */
export function speechOf(wording: Say): Speech {
  const say: Speech['say'] = (name, places = {}) =>
    fill(wording(`note.${name}`, noteTexts[name]), places);
  return {
    say,
    count: (count, name) => say(`${name}.${count === 1 ? 'one' : 'many'}`, { count }),
    word: (word) => wording(`word.${word}`, phrase(word)),
    date: (date) => {
      const [year = '', month, day] = date.split('-');
      const name = say(`month.${Number(month)}` as NoteText);
      return say('date', { day: Number(day), month: name, year });
    },
    list: (words, last = 'and') => series(words, say(last)),
  };
}

export const english: Speech = speechOf(inEnglish);
