import type { Fact, SharingDecision } from '../index.ts';
import * as account from '../engine/account/index.ts';
import type { Section, Voice } from '../engine/account/index.ts';
import { blocksOf, papers, provenanceOf } from '../engine/note.ts';
import { factsById, series } from './words.ts';

type Question = SharingDecision['questions'][number];
const width = 96;

/** A text at a width that a screen holds, with what follows in a list indented under its first word. */
export const wrapped = (text: string, columns = width): string =>
  text
    .split('\n')
    .flatMap((line) => {
      const [indent = ''] = /^ *(?:\* |\d+\. )?/.exec(line) ?? [];
      const lines: string[] = [];
      let last = indent;
      for (const word of line.slice(indent.length).split(' ')) {
        const longer = last.trim() === indent.trim() ? `${last}${word}` : `${last} ${word}`;
        if (longer.length > columns && last.trim() !== indent.trim()) {
          lines.push(last);
          last = `${' '.repeat(indent.length)}${word}`;
        } else last = longer;
      }
      return [...lines, last.trimEnd()];
    })
    .join('\n');

const many = 8;
/** The answers that a fact takes, as they are written in a request. */
function answersOf({ type, words = [] }: Fact): string {
  if (type === 'yes-no') return 'true, false or "unsure"';
  if (type === 'date') return 'a date such as 2026-03-02';
  if (type === 'ref' || type === 'refs') return type === 'ref' ? 'a ref' : 'a list of refs';
  const of = words.length > many ? 'words that `lawful-sharing facts` lists' : words.join(', ');
  return type === 'words' ? `any of: ${of}` : `one of: ${of}, unsure`;
}

/** Where and how a request answers questions that are alike. */
function how(alike: readonly Question[]): string {
  const [{ fact: id, scope: kind }] = alike as [Question];
  const fact = factsById.get(id) as Fact;
  const refs = alike.flatMap(({ scope }) => scope.person ?? scope.item ?? []);
  const list = fact.scope === 'item' ? 'item' : 'person';
  const consent = kind.consent === undefined ? '' : `consent.${kind.consent}.`;
  const whose = refs.length ? `${list} ${series(refs)}: ` : '';
  return `\n    [${whose}${consent}${fact.path.join('.')}: ${answersOf(fact)}]`;
}

/** The questions that a screen shows; the rest are counted. */
const few = 5;
const voice: Voice = {
  ...account.english,
  name: (ref) => papers.text.name(ref),
  questions: few,
  how,
};

/** A decision for someone who reads it on a screen and acts on it now. */
export function readingOf(decision: SharingDecision): string {
  const { headline, summary, standing } = account.openingOf(decision, account.english);
  const sections = [
    account.stepsSection(decision, voice),
    account.itemsSection(decision, voice),
    account.remediesSection(decision, voice),
    account.tellingSection(decision, voice),
    account.questionsSection(decision, voice),
    account.reasonsSection(decision, voice),
    account.openSection(decision, voice),
    account.adviceSection(decision, voice),
    account.cautionsSection(decision, voice),
    account.referencesSection(decision, voice),
  ];
  const blocks = [
    papers.text.title(headline),
    ...(summary ? [summary] : []),
    standing,
    ...sections.flatMap((section) => blocksOf(section, papers.text)),
    decision.humanDecision.why,
    provenanceOf(decision),
  ];
  return `${wrapped(blocks.join('\n\n'))}\n`;
}

/** The steps that a screen shows. */
const firstSteps = 3;

/** The outcome, the verdicts, the first steps, whom to tell and what to ask, on one screen. */
export function briefReading(decision: SharingDecision, sha256: string): string {
  const { headline, summary } = account.openingOf(decision, account.english);
  const linesOf = ({ parts }: Section) => parts.flatMap(({ lines }) => lines);
  const short: Voice = { ...account.english, name: (ref) => ref, questions: 1 };
  const steps = account
    .stepsSection(decision, short)
    .parts.filter(({ label }) => label !== 'Afterwards')
    .flatMap(({ lines }) => lines)
    .slice(0, firstSteps);
  const { outcome, strength, urgency } = decision;
  return wrapped(
    [
      [headline, summary].filter(Boolean).join(' '),
      '',
      ...linesOf(account.itemsSection(decision, short)).map((line) => `* ${line}`),
      '',
      ...steps.map((line, index) => `${index + 1}. ${line}`),
      '',
      ...linesOf(account.tellingSection(decision, short)),
      '',
      `${outcome} (${strength}), ${urgency}`,
      sha256,
    ].join('\n'),
  );
}
