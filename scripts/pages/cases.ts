import { dateInWords, factInWords, phrase, series } from '../../src/cli/words.ts';
import { facts } from '../../src/model/facts.ts';
import type { Fact, Scope } from '../../src/model/facts.ts';
import type { RuleCase } from '../../src/model/rule.ts';
import { consentKinds } from '../../src/model/words.ts';
import { bulleted, code, numbered, text } from '../markdown.ts';

const found = { met: 'Met', 'not-met': 'Not met', unknown: 'Not known' } as const;

/** What stands at a path of a part of a request. */
const standingAt = (part: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined,
    part,
  );

function answer({ type }: Fact, given: unknown): string {
  if (typeof given === 'boolean') return given ? 'yes' : 'no';
  const words = [given].flat().map(String);
  if (!words.length) return type === 'refs' ? 'nobody' : 'none';
  if (type === 'ref' || type === 'refs') return series(words.map(code));
  return text(series(words.map(type === 'date' ? dateInWords : phrase)));
}

/** Every answer of a part of a request, each as its question and what was said. */
const answers = (part: unknown, scope: Scope): string[] =>
  facts
    .filter((fact) => fact.from === 'request' && fact.scope === scope && fact.id !== 'mode')
    .flatMap((fact) => {
      const given = standingAt(part, fact.path);
      return given === undefined ? [] : [`${text(factInWords(fact.id))} ${answer(fact, given)}.`];
    });

const told = (whose: string, said: readonly string[]): string =>
  said.length ? `${whose}: ${said.join(' ')}` : `${whose}.`;
const list = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? (value as Record<string, unknown>[]) : [];

/** The answers that a case gives, in words: of the whole case, then of each person and each piece. */
function given(request: Record<string, unknown>): string[] {
  const { on, mode, people, items, allItems } = request;
  return [
    [
      `On ${dateInWords(String(on))}, ${phrase(String(mode))}.`,
      ...answers(request, 'case'),
      ...(Array.isArray(people) && !people.length ? ['There are no people.'] : []),
    ].join(' '),
    ...list(people).flatMap((person) => [
      told(`The person ${code(String(person['ref']))}`, answers(person, 'person')),
      ...consentKinds.flatMap((kind) => {
        const said = answers(standingAt(person, ['consent', kind]), 'consent');
        return said.length ? [told(`Their ${phrase(kind)}`, said)] : [];
      }),
    ]),
    ...(allItems === undefined ? [] : [told('Every piece', answers(allItems, 'item'))]),
    ...list(items).map((item) =>
      told(`The piece ${code(String(item['ref']))}`, answers(item, 'item')),
    ),
  ];
}

/** The worked cases of a rule in sentences: what was answered, and what is found. */
export const caseLines = (cases: readonly RuleCase[]): string[] =>
  numbered(
    cases.map(({ name, request, expect, at, asks = [] }) => ({
      line: `**${found[expect]}**: ${text(name)}.`,
      below: bulleted([
        ...given(request),
        ...(at === undefined ? [] : [`Judged for ${code(at)}.`]),
        ...(asks.length
          ? [`It would be settled by: ${asks.map((id) => text(factInWords(id))).join(' ')}`]
          : []),
      ]),
    })),
  );
