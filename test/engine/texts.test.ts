import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { digest } from '../../src/engine/digest.ts';
import type { InvalidPackError, PackIssue } from '../../src/engine/errors.ts';
import { caseNote, createEngine, decide, explain } from '../../src/index.ts';
import type { SharingRequest } from '../../src/index.ts';
import { inEnglish } from '../../src/engine/fill.ts';
import { engineTexts, ruleTexts, wordingOf } from '../../src/engine/texts.ts';
import { rule, texts } from '../synthetic.ts';
import { packs } from '../../src/rules/packs/index.generated.ts';

const request = JSON.parse(
  readFileSync(new URL('../../examples/school-injuries.json', import.meta.url), 'utf8'),
) as SharingRequest;

describe('words', () => {
  test('stay English where they are not replaced', () => {
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

  test('of a case note, and of lists that it speaks from, are replaced by their ids', () => {
    const one = createEngine({
      texts: { 'note.heading.items': 'Pieces', 'word.la-childrens-social-care': 'the front door' },
    });
    const own = one.caseNote(one.decide(request));
    const ours = caseNote(decide(request));
    expect(ours).toContain("recipient: a council's children's social care");
    expect(own).toContain('\n## Pieces\n');
    expect(own).toContain('recipient: the front door');
  });

  test('of rules and questions are replaced by their ids', () => {
    const { obligations, cautions, advice, reasons, questions } = decide(request);
    const [step, caution, adviser, finding] = [obligations, cautions, advice, reasons].map(
      ([first]) => first as { rule?: string; reasons: readonly string[] },
    );
    const [question] = questions;
    const own = createEngine({
      texts: {
        [`rule.${step?.reasons[0]}.text`]: 'The step.',
        [`rule.${caution?.reasons[0]}.title`]: 'The law to come',
        [`rule.${adviser?.reasons[0]}.about`]: 'the doubt',
        [`rule.${finding?.rule}.title`]: 'The finding',
        [`fact.${question?.fact}.question`]: 'Is it so?',
      },
    }).decide(request);
    expect(own.obligations[0]?.text).toBe('The step.');
    expect(own.cautions[0]?.text).toMatch(/^The law to come: /);
    expect(own.advice[0]?.about).toBe('the doubt');
    expect(own.reasons[0]?.title).toBe('The finding');
    expect(own.questions[0]?.question).toBe('Is it so?');
    const words = { 'rule.dfe2024-predates-2026-law.because': 'It is old.' };
    expect(createEngine({ texts: words }).decide(request).cautions[1]?.text).toBe('It is old.');
  });

  test('that are replaced are told by a digest of them, and move none of the rules', () => {
    const texts = { 'engine.human': 'You decide.' };
    const { texts: sha256, ...rest } = createEngine({ texts }).decide(request).provenance;
    expect(sha256).toBe(digest(texts));
    expect(rest).toEqual(decide(request).provenance);
    expect(createEngine({ texts: {} }).decide(request).provenance).not.toHaveProperty('texts');
  });

  test('are those given when the engine was made, whatever becomes of the list', () => {
    const mine = { 'engine.human': 'You decide.' };
    const made = createEngine({ texts: mine });
    mine['engine.human'] = 'Otherwise.';
    expect(made.decide(request).humanDecision.why).toBe('You decide.');
  });
});

describe('the texts that have an id', () => {
  const caution = { type: 'caution', params: {} } as const;
  const own = rule({ id: 'own', event: caution, because: 'It is.', becauseNot: 'It is not.' });

  test('of a rule are its title, both of its reasons, and its step or question for an adviser', () => {
    const said = { 'rule.own.title': own.title, 'rule.own.because': 'It is.' };
    const all = { ...said, 'rule.own.becauseNot': 'It is not.' };
    expect(ruleTexts(own)).toEqual(all);
    const event = {
      type: 'obligation',
      params: { obligation: 'call-999', level: 'must', when: 'before', text: 'Call.' },
    } as const;
    expect(ruleTexts({ ...own, event })).toEqual({ ...all, 'rule.own.text': 'Call.' });
    const advice = { type: 'advice', params: { who: 'legal', about: 'a doubt' } } as const;
    expect(ruleTexts({ ...own, event: advice })).toEqual({ ...all, 'rule.own.about': 'a doubt' });
  });

  test('of the engine are its phrases, its questions, its words and those of a case note', () => {
    const said = engineTexts(texts);
    expect(said).toMatchObject({
      'engine.human': texts.human,
      'engine.outcome.share': texts.outcome.share,
      'fact.item.accurate.question': 'Is it accurately recorded?',
      'word.police': 'the police',
      'note.yes': 'yes',
    });
    expect(Object.values(said).filter((text) => typeof text !== 'string')).toEqual([]);
    // A fact that is worked out is asked nowhere, and its words are those of the facts that it is worked out from.
    expect(said).not.toHaveProperty('fact.item.special.question');
  });

  test('are what an engine says, each by itself, where another stands in its place', () => {
    expect(wordingOf(texts)).toEqual({ say: inEnglish, texts });
    expect(wordingOf(texts, {}).say).toBe(inEnglish);
    const own = wordingOf(texts, {
      'engine.human': 'You decide.',
      'engine.outcome.share': 'Share it.',
    });
    expect(own.texts).toEqual({
      ...texts,
      human: 'You decide.',
      outcome: { ...texts.outcome, share: 'Share it.' },
    });
    expect([own.say('engine.human', 'x'), own.say('rule.own.title', 'x')]).toEqual([
      'You decide.',
      'x',
    ]);
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
    const id = `rule.${pack.rules[0]?.id}.title`;
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
