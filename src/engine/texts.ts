import { facts } from '../model/facts.ts';
import type { Rule } from '../model/rule.ts';
import {
  articles,
  commencements,
  confidenceRoutes,
  consentDefects,
  consentKinds,
} from '../model/words.ts';
import { noteTexts } from './account/texts.ts';
import { inEnglish } from './fill.ts';
import type { Say } from './fill.ts';
import { phrase } from './phrases.ts';
import type { Texts } from './tables.ts';

/**
 * Texts by id, such as `rule.<rule>.because`, `fact.<fact>.question`, `engine.<name>`, `word.<word>` and `note.<name>`.
 * The ids are closed: `schemas/texts.json` lists them. None is ever given to another text; one whose text is gone goes with it.
 */
export type TextTable = Readonly<Record<string, string>>;

type Entry = [id: string, text: string];
const under = (prefix: string, texts: Readonly<Record<string, string | undefined>>): Entry[] =>
  Object.entries(texts).flatMap(([name, text]): Entry[] =>
    text === undefined ? [] : [[`${prefix}.${name}`, text]],
  );

/** The texts of a rule that a decision or an explanation can show. */
export function ruleTexts({ id, title, because, becauseNot, event: { params } }: Rule): TextTable {
  const text = 'text' in params ? params.text : undefined;
  const about = 'about' in params ? params.about : undefined;
  return Object.fromEntries(under(`rule.${id}`, { title, because, becauseNot, text, about }));
}

/** The words of closed lists that a case note can say. */
const wordsSaid = (): ReadonlySet<string> =>
  new Set([
    ...facts.flatMap(({ from, words = [] }) => (from === 'request' ? words : [])),
    ...articles,
    ...commencements,
    ...confidenceRoutes,
    ...consentDefects,
    ...consentKinds,
  ]);

/** The texts of the engine: what it asks, what it puts together, the words of closed lists, and a case note. */
export function engineTexts({ humanReferences: _, ...texts }: Texts): TextTable {
  return Object.fromEntries([
    ...facts.flatMap(({ id, question, because }) => under(`fact.${id}`, { question, because })),
    ...Object.entries(texts).flatMap(([name, text]): Entry[] =>
      typeof text === 'string' ? [[`engine.${name}`, text]] : under(`engine.${name}`, text),
    ),
    ...[...wordsSaid()].map((word): Entry => [`word.${word}`, phrase(word)]),
    ...under('note', noteTexts),
  ]);
}

/** How an engine says what it has to say. */
export interface Wording {
  say: Say;
  /** The phrases of the engine, as it says them. */
  texts: Texts;
}

/** The wording of an engine in which some texts are replaced. */
export function wordingOf(english: Texts, replaced: TextTable = {}): Wording {
  const known = new Map(Object.entries(replaced));
  if (!known.size) return { say: inEnglish, texts: english };
  const say: Say = (id, text) => known.get(id) ?? text;
  const { humanReferences, ...texts } = english;
  const said = Object.entries(texts).map(([name, text]) => [
    name,
    typeof text === 'string'
      ? say(`engine.${name}`, text)
      : Object.fromEntries(
          Object.entries(text).map(([key, one]) => [key, say(`engine.${name}.${key}`, one)]),
        ),
  ]);
  return {
    say,
    texts: { ...(Object.fromEntries(said) as Omit<Texts, 'humanReferences'>), humanReferences },
  };
}
