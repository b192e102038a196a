import type { SharingDecision } from '../model/decision.ts';
import * as account from './account/index.ts';
import type { Section, Speech, Voice } from './account/index.ts';
import { mustBeDecision, wrongOptions } from './given.ts';

/** How a note is written. */
export interface NoteOptions {
  /** Markdown for a case file that shows it, or plain text for one that does not. */
  format?: 'markdown' | 'text';
}

interface Paper {
  name(ref: string): string;
  title(text: string): string;
  heading(text: string): string;
  label(text: string): string;
  line(text: string, number?: number): string;
}
/** How the parts of a note look, by format. */
export const papers: Readonly<Record<'markdown' | 'text', Paper>> = {
  markdown: {
    name: (ref) => `\`${ref}\``,
    title: (text) => `# ${text}`,
    heading: (text) => `## ${text}`,
    label: (text) => `**${text}**`,
    line: (text, number) => `${number === undefined ? '-' : `${number}.`} ${text}`,
  },
  text: {
    name: (ref) => ref,
    title: (text) => `${text}\n${'='.repeat(text.length)}`,
    heading: (text) => `${text}\n${'-'.repeat(text.length)}`,
    label: (text) => `${text}:`,
    line: (text, number) => `${number === undefined ? '*' : `${number}.`} ${text}`,
  },
};

/** The blocks of a section, with nothing for one that has no lines; steps are numbered through its parts. */
export function blocksOf({ heading, numbered, parts }: Section, paper: Paper): readonly string[] {
  if (!parts.length) return [];
  let step = 0;
  return [
    paper.heading(heading),
    ...parts.flatMap(({ label, lines }) => [
      ...(label === undefined ? [] : [paper.label(label)]),
      lines.map((line) => paper.line(line, numbered ? (step += 1) : undefined)).join('\n'),
    ]),
  ];
}

/** By what a decision was made, and under which law. */
export function provenanceOf(
  { provenance, regime }: SharingDecision,
  { say, date }: Speech = account.english,
): string {
  const { on, packageVersion, lawAsAt, packs } = provenance;
  const rules = packs.map(({ id, version }) => `${id} ${version}`).join(', ');
  return say('provenance', {
    on: date(on),
    regime: say(`regime.${regime}`),
    lawAsAt: date(lawAsAt),
    version: packageVersion,
    // Why: without local packs the rules are those of the package, whose version says it.
    packs: packs.length > 1 ? say('withPacks', { packs: rules }) : '',
  });
}

/** A note in the words of an engine. */
export function noteOf(
  decision: SharingDecision,
  speech: Speech,
  { format = 'markdown' }: NoteOptions,
): string {
  mustBeDecision(decision);
  if (!Object.hasOwn(papers, format))
    throw wrongOptions(
      'there is no note of this format',
      `allowed: ${Object.keys(papers).join(', ')}`,
    );
  const paper = papers[format];
  const voice: Voice = { ...speech, name: (ref) => paper.name(ref), questions: 8 };
  const { headline, summary, standing } = account.openingOf(decision, voice);
  const sections = [
    account.stepsSection(decision, voice),
    account.itemsSection(decision, voice),
    account.remediesSection(decision, voice),
    account.reasonsSection(decision, voice),
    account.tellingSection(decision, voice),
    account.questionsSection(decision, voice),
    account.openSection(decision, voice),
    account.adviceSection(decision, voice),
    account.cautionsSection(decision, voice),
    account.recordSection(decision, voice),
    account.decisionSection(decision, voice),
    account.referencesSection(decision, voice),
  ];
  const blocks = [
    paper.title(headline),
    ...(summary ? [summary] : []),
    voice.say('standing', { standing }),
    ...sections.flatMap((section) => blocksOf(section, paper)),
    provenanceOf(decision, voice),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/**
 * A note of a decision for the case file, in Markdown (the default) or plain text: what to do, what goes, why, whom to
 * tell, what is still open, what to record, and lines for the person who decides. It holds the refs and words of the
 * decision and nothing else of the case. What it adds is in English: an engine with `texts` of yours has a `caseNote` of
 * its own.
 *
 * @throws InvalidRequestError where it is given no decision, or a format that is not there.
 * @since 0.1.0
 */
export const caseNote = (decision: SharingDecision, options: NoteOptions = {}): string =>
  noteOf(decision, account.english, options);
