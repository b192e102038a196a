import { facts } from '../model/facts.ts';
import type { Rule } from '../model/rule.ts';
import { phrases } from './phrases.ts';
import type { Texts } from './tables.ts';

/** Texts by id. */
export type TextTable = Readonly<Record<string, string>>;

const under = (prefix: string, texts: Readonly<Record<string, string | undefined>>) =>
  Object.entries(texts).flatMap(([name, text]): [string, string][] =>
    text === undefined ? [] : [[`${prefix}.${name}`, text]],
  );

/** The texts of a rule that a decision or an explanation can show. */
export function ruleTexts({ id, title, because, becauseNot, event: { params } }: Rule): TextTable {
  const text = 'text' in params ? params.text : undefined;
  const about = 'about' in params ? params.about : undefined;
  return Object.fromEntries(under(`rule.${id}`, { title, because, becauseNot, text, about }));
}

/** The texts of the engine: what it asks, the words of closed lists, and what it puts together. */
export function engineTexts({ humanReferences: _, ...texts }: Texts): TextTable {
  return Object.fromEntries([
    ...facts.flatMap(({ id, question, because }) => under(`fact.${id}`, { question, because })),
    ...Object.entries(texts).flatMap(([name, text]) =>
      typeof text === 'string' ? [[`engine.${name}`, text]] : under(`engine.${name}`, text),
    ),
    ...under('word', phrases),
  ] as [string, string][]);
}
