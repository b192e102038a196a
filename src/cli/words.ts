import { facts } from '../model/index.ts';
import type { Fact, Rule, RuleKind, Source } from '../model/index.ts';
import { capital, dateInWords, phrase, series } from '../engine/phrases.ts';

export { capital, dateInWords, phrase, series };

/** What each kind of finding is called. */
export const kindNames: Readonly<Record<RuleKind, string>> = {
  'lawful-basis': 'a lawful basis',
  'special-category-condition': 'a condition for special category data',
  'offence-data-condition': 'a condition for offence data',
  'confidence-met': 'a way to share what is confidential',
  'reuse-compatible': 'a purpose for which information may be used again',
  power: 'a power to share',
  duty: 'a duty to share',
  restriction: 'a restriction',
  harm: 'a bar against harm',
  proportionality: 'a bar of proportionality',
  'guidance-condition': 'a condition that guidance sets',
  'consent-defect': 'a defect of consent',
  'not-telling': 'a ground not to tell the person',
  change: 'a change to what is sent',
  obligation: 'something to do',
  advice: 'someone to ask',
  'record-field': 'something to record',
  urgency: 'how soon to act',
  caution: 'a caution',
  answer: 'an answer where none was given',
  conclusion: 'a conclusion that other rules read',
};

/** The state of the law in words. */
export const stateOfLaw: Readonly<Record<Rule['commencement'], string>> = {
  'in-force': 'in force between its dates',
  announced: 'announced: its start is not confirmed',
  'not-commenced': 'passed, and not in force',
  repealed: 'repealed',
};

/** Over what a rule is judged. */
export const judged: Readonly<Record<Rule['scope'], string>> = {
  case: 'once for the whole case',
  person: 'for each person ("they" is that person)',
  item: 'for each piece of information',
  consent:
    "for each of a person's three consents: to the use of data, to lift confidence, to a service",
  subject:
    'for each piece of information with each person whom it is about ("they" is that person)',
};

/** The nations of a rule or a source. */
export const nationsInWords = (nations: readonly string[]): string =>
  nations.length === 4 ? 'the whole United Kingdom' : series(nations.map(phrase));

/** From when to when something holds. */
export const datesInWords = ({ from, to }: { from: string; to?: string | undefined }): string =>
  to === undefined
    ? `from ${dateInWords(from)}`
    : `from ${dateInWords(from)} to ${dateInWords(to)} inclusive`;

/** What a source is called, with its edition or report where the title alone does not tell it apart. */
export const sourceName = ({ title, number, kind }: Source): string =>
  number === undefined || kind === 'act' || kind === 'regulations' ? title : `${title} (${number})`;

/** The dictionary by id. */
export const factsById: ReadonlyMap<string, Fact> = new Map(facts.map((fact) => [fact.id, fact]));

/** What a fact asks or says: a question where it is asked, a statement where it is worked out. */
export function factInWords(id: string): string {
  const known = factsById.get(id);
  if (!known) return id;
  if (known.question !== undefined) return known.question;
  const [, scheme] = /^scheme\.(\w+)\.inPlay$/.exec(id) ?? [];
  if (scheme !== undefined) return `${capital(phrase(scheme))} is in play`;
  const [, attribute] = /attribute `(\w+)`/.exec(known.means ?? '') ?? [];
  if (attribute !== undefined)
    return `The ${id.split('.')[0] ?? ''} ${phrase(attribute)} on the date`;
  return capital((known.means ?? id).replace(/`([\w-]+)`/g, (_, word: string) => phrase(word)));
}
