import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digest } from '../../src/engine/digest.ts';
import type { InvalidPackError, PackIssue } from '../../src/engine/errors.ts';
import { caseNote, createEngine, decide, explain, facts } from '../../src/index.ts';
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

  test('stay English where they are not replaced', () => {
    const [request] = asked as [SharingRequest];
    const plain = createEngine({ texts: {} });
    expect(plain.decide(request)).toEqual(decide(request));
    expect(plain.caseNote(decide(request))).toBe(caseNote(decide(request)));
    expect(plain.caseNote(decide(request), { format: 'text' })).toBe(
      caseNote(decide(request), { format: 'text' }),
    );
    const one = createEngine({ texts: { 'engine.human': 'You decide.' } });
    expect(one.decide(request).humanDecision.why).toBe('You decide.');
    expect(one.decide(request).summary).toBe(decide(request).summary);
    expect(one.explain(request)).toEqual(explain(request));
  });

  test('that are replaced are told by a digest of them, and move none of the rules', () => {
    const [request] = asked as [SharingRequest];
    const { texts: sha256, ...rest } = engine.decide(request).provenance;
    expect(sha256).toBe(digest(texts));
    expect(rest).toEqual(decide(request).provenance);
    expect(createEngine({ texts: {} }).decide(request).provenance).not.toHaveProperty('texts');
  });

  test('are those given when the engine was made, whatever becomes of the list', () => {
    const [request] = asked as [SharingRequest];
    const mine = { 'engine.human': 'You decide.' };
    const made = createEngine({ texts: mine });
    mine['engine.human'] = 'Otherwise.';
    expect(made.decide(request).humanDecision.why).toBe('You decide.');
  });
});

describe('texts that do not fit', () => {
  const issuesOf = (given: unknown, options: object = {}): readonly PackIssue[] => {
    try {
      createEngine({ ...options, texts: given as Record<string, string> });
    } catch (error) {
      return (error as InvalidPackError).issues;
    }
    return [];
  };

  test('are refused all at once, each with where it is and what to do', () => {
    const refused = issuesOf({
      'engine.humn': 'You decide.',
      'a/b~c': 'words',
      constructor: 'words',
      'engine.human': 1,
      'engine.asking': ' ',
      'engine.confirm': 'Check this first.',
      'engine.remedy': 'Once {change} and {more}.',
      'engine.call999': 'Ring {number}.',
      'engine.unknown': 'Nobody knows yet.',
    });
    const list =
      '`schemas/texts.json` lists those of the engine and the national rules; a pack has those of its own rules';
    expect(refused.map(({ code, path, help }) => [code, path, help])).toEqual([
      ['unknown-text', '/engine.humn', 'did you mean `engine.human`?'],
      ['unknown-text', '/a~1b~0c', list],
      ['unknown-text', '/constructor', list],
      ['wrong-text', '/engine.human', 'leave out what is to stay as it is'],
      ['wrong-text', '/engine.asking', 'leave out what is to stay as it is'],
      [
        'lost-place',
        '/engine.confirm',
        'keep each place of the English: what belongs there is only known when it is said',
      ],
      ['unknown-place', '/engine.remedy', 'it has {change}'],
      ['unknown-place', '/engine.call999', 'it has none'],
    ]);
    expect(refused.map(({ message }) => message)).toContain('{question} is missing');
    expect(new Set(refused.map(({ pack }) => pack))).toEqual(new Set(['texts']));
    expect(JSON.stringify(refused)).not.toMatch(/You decide|Check this|Ring/);
  });

  test('are refused where they are no list of texts by id', () => {
    for (const given of ['words', [], 1, null])
      expect(issuesOf(given).map(({ code }) => code)).toEqual(['wrong-options']);
  });

  test('of a pack are known only with the pack', async () => {
    const pack = await packs.calderdale();
    const [id = ''] = Object.keys(tableOf('texts.calderdale.json'));
    expect(issuesOf({ [id]: 'Mine.' }).map(({ code }) => code)).toEqual(['unknown-text']);
    expect(issuesOf({ [id]: 'Mine.' }, { packs: [pack] })).toEqual([]);
  });

  test('come after the defects of packs, which decide what texts there are', () => {
    const codes = issuesOf({ 'engine.humn': 'x' }, { packs: [{ id: 'local' }] });
    expect(codes.map(({ code }) => code)).not.toContain('unknown-text');
    const dated = issuesOf({ 'engine.humn': 'x' }, { commencement: { nothing: null } });
    expect(dated.map(({ code }) => code)).toEqual(['wrong-commencement', 'unknown-text']);
  });
});
