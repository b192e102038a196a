import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine, decide, facts } from '../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';
import { packs } from '../../src/rules/packs/index.generated.ts';
import { scenarios } from '../digests/scenarios.ts';

const schemas = join(import.meta.dirname, '..', '..', 'schemas');
const tableOf = (file: string) =>
  JSON.parse(readFileSync(join(schemas, file), 'utf8')) as Readonly<Record<string, string>>;
const english = tableOf('texts.json');
const place = /\{\w+\}/g;

/** Every text as its id in brackets, around its places, so that whatever is not said by id stands outside of them. */
const marked = (table: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(table).map(([id, text]) => [
      id,
      `[${id.replaceAll('.', '/')} ${(text.match(place) ?? []).join(' ')}]`,
    ]),
  );
/** What of a text stands outside all brackets. */
function unmarked(text: string): string {
  const inner = text.replace(/\[[^[\]]*\]/g, '');
  return inner === text ? text : unmarked(inner);
}

const texts = marked(english);
const engine = createEngine({ texts });
const whole = scenarios.filter(({ id }) => !/^(rules|packs)\//.test(id));
const some = scenarios.filter(
  ({ id, pack }, at) => id.startsWith('rules/') && !pack && at % 50 === 0,
);
const asked: readonly SharingRequest[] = [...whole, ...some].flatMap(({ requests }) => requests);
/** What each comes to, in the words of the caller and in ours. */
const decisions = asked.map((request) => ({ own: engine.decide(request), ours: decide(request) }));

/** What a decision says in words. */
const wordsOf = (decision: SharingDecision): readonly string[] => [
  decision.summary,
  decision.humanDecision.why,
  ...decision.obligations.map(({ text }) => text),
  ...decision.remedies.map(({ text }) => text),
  ...decision.advice.map(({ about }) => about),
  ...decision.questions.flatMap(({ question, because }) => [question, because]),
  ...decision.reasons.flatMap(({ title, because }) => [title, because]),
  ...decision.cautions.map(({ text }) => text),
];

/** A decision without its words. */
const bare = ({ summary: _, ...decision }: SharingDecision) => ({
  ...decision,
  obligations: decision.obligations.map(({ text: _, ...row }) => row),
  remedies: decision.remedies.map(({ text: _, ...row }) => row),
  advice: decision.advice.map(({ about: _, ...row }) => row),
  questions: decision.questions.map(({ question: _, because: __, ...row }) => row),
  reasons: decision.reasons.map(({ title: _, because: __, ...row }) => row),
  cautions: decision.cautions.map(({ text: _, ...row }) => row),
  humanDecision: decision.humanDecision.citations,
  provenance: { ...decision.provenance, texts: undefined },
});

describe('every text', () => {
  test('of a decision is said by its id, in the words of the caller', () => {
    const own = decisions.flatMap(({ own: one }) => wordsOf(one));
    expect(own.filter((text) => unmarked(text).trim() !== '')).toEqual([]);
    expect(own.filter((text) => /undefined|\{/.test(text))).toEqual([]);
    expect(own.length).toBeGreaterThan(5000);
  });

  test('of an explanation is', () => {
    const few = whole.filter((_, at) => at % 8 === 0).flatMap(({ requests }) => requests);
    const own = few.flatMap((request) => engine.explain(request));
    const said = own.flatMap(({ title, because }) => [title, because]);
    expect(said.filter((text) => unmarked(text) !== '')).toEqual([]);
    expect(said.length).toBeGreaterThan(1000);
  });

  test('of a case note is, but for the names of sources and of the case', () => {
    const notes = decisions.map(({ own }) => engine.caseNote(own));
    const outside = notes.flatMap((note) =>
      unmarked(note)
        .split('\n')
        .filter((line) => !line.includes('http'))
        .map((line) => line.replace(/`[^`]*`/g, ''))
        .filter((line) => /[a-z]/i.test(line)),
    );
    expect([...new Set(outside)]).toEqual([]);
    expect(notes.filter((note) => /undefined|\{/.test(note))).toEqual([]);
  });

  test('has an id of a kind that is told, and words', () => {
    const strange = Object.entries(english).filter(
      ([id, text]) => !/^(rule|fact|engine|word|note)\.[\w.()-]+$/.test(id) || text.trim() !== text,
    );
    expect(strange.map(([id]) => id)).toEqual([
      // What is put after another text, or between two, has the space between them.
      'note.conditionOr',
      'note.exemption',
      'note.requiredByLaw',
      'note.beforeSharing',
      'note.withPacks',
    ]);
    const questions = facts.flatMap(({ id, question }) => (question === undefined ? [] : [id]));
    expect(questions.filter((id) => english[`fact.${id}.question`] === undefined)).toEqual([]);
  });
});

describe('words', () => {
  test('change no outcome, verdict, id or order', () => {
    for (const { own, ours } of decisions) expect(bare(own)).toEqual(bare(ours));
  });

  test('of a local pack are replaced as those of the national rules, and change as little', async () => {
    const pack = await packs.calderdale();
    const local = scenarios.filter((one) => one.pack?.id === pack.id);
    const plain = createEngine({ packs: [pack] });
    const own = createEngine({
      packs: [pack],
      texts: { ...texts, ...marked(tableOf('texts.calderdale.json')) },
    });
    for (const request of local
      .flatMap(({ requests }) => requests)
      .filter((_, at) => at % 4 === 0)) {
      const decision = own.decide(request);
      expect(bare(decision)).toEqual(bare(plain.decide(request)));
      expect(wordsOf(decision).filter((text) => unmarked(text).trim() !== '')).toEqual([]);
    }
  });
});
