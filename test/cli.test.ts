import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, afterAll, describe, expect, test, vi } from 'vitest';
import { titlesOf } from '../src/cli/limbs.ts';
import { briefReading, readingOf, wrapped } from '../src/cli/reading.ts';
import { run } from '../src/cli/run.ts';
import { explanationText, factsText, rulesText } from '../src/cli/show.ts';
import { usage } from '../src/cli/usage.ts';
import { digest } from '../src/engine/digest.ts';
import { caseNote, decide, explain, facts, rules, sources } from '../src/index.ts';
import type { SharingDecision, SharingRequest } from '../src/index.ts';
import { all, any, conclusion, engineOf, is, not, request, source } from './synthetic.ts';
import { capturePrinted, printed } from './printed.ts';

const folder = mkdtempSync(join(tmpdir(), 'lawful-sharing-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

capturePrinted();

let written = 0;
/** The path of a file that holds some text. */
function fileOf(text: string): string {
  written += 1;
  const file = join(folder, `${written}.json`);
  writeFileSync(file, text);
  return file;
}
const asked: SharingRequest = {
  on: '2026-03-02',
  mode: 'on-request',
  people: [
    { ref: 'child', role: 'child' },
    { ref: 'mother', role: 'parent' },
  ],
  items: [
    { ref: 'note', about: ['child'] },
    { ref: 'letter', about: ['child', 'mother'] },
  ],
};
const good = () => fileOf(JSON.stringify(asked));

/** A rule of the national base at a scope, whichever there is. */
const ruleAt = (scope: string): string => {
  const found = rules.find((rule) => rule.scope === scope && rule.effective.to === undefined);
  if (!found) throw new Error(`no rule at scope ${scope}`);
  return found.id;
};

describe('decide', () => {
  test('prints the decision of a file in text, to be read and acted on', async () => {
    expect(await run(['decide', good()])).toBe(0);
    expect(printed.out).toBe(readingOf(decide(asked)));
    expect(printed.err).toBe('');
  });

  test('prints it as a case note or as JSON where that is asked for, and nothing else', async () => {
    expect(await run(['decide', good(), '--format', 'markdown'])).toBe(0);
    expect(printed.out).toBe(caseNote(decide(asked)));
    printed.out = '';
    expect(await run(['decide', good(), '--format', 'json'])).toBe(0);
    expect(printed.out).toBe(`${JSON.stringify(decide(asked), null, 2)}\n`);
    expect(printed.err).toBe('');
  });

  test('decides the first example where there is no file', async () => {
    expect(await run(['decide', '--format', 'json'])).toBe(0);
    expect(JSON.parse(printed.out)).toHaveProperty('outcome');
    expect(printed.err).toBe('');
  });

  test('prints outcome, strength, urgency, verdicts and a digest where it is to be brief', async () => {
    const decision = decide(asked);
    expect(await run(['decide', good(), '--brief'])).toBe(0);
    expect(printed.out.replaceAll('\n', ' ').startsWith(decision.summary)).toBe(true);
    for (const { ref } of decision.items)
      expect(printed.out).toMatch(new RegExp(`^\\* .*\\b${ref}\\b`, 'm'));
    expect(printed.out.trimEnd().split('\n').slice(-2)).toEqual([
      `${decision.outcome} (${decision.strength}), ${decision.urgency}`,
      digest(decision),
    ]);
    printed.out = '';
    expect(await run(['decide', good(), '--brief', '--format', 'json'])).toBe(0);
    expect(JSON.parse(printed.out)).toEqual({
      outcome: decision.outcome,
      strength: decision.strength,
      urgency: decision.urgency,
      items: [
        { ref: 'note', verdict: decision.items[0]?.verdict },
        { ref: 'letter', verdict: decision.items[1]?.verdict },
      ],
      sha256: digest(decision),
    });
  });

  test('prints verdicts in the order of the caller, whatever the references', async () => {
    const refs = ['letter', '10', '9', 'a', '1'];
    const file = fileOf(
      JSON.stringify({ ...asked, items: refs.map((ref) => ({ ref, about: ['child'] })) }),
    );
    await run(['decide', file, '--brief', '--format', 'json']);
    const { items } = JSON.parse(printed.out) as { items: { ref: string; verdict: string }[] };
    expect(items.map(({ ref }) => ref)).toEqual(refs);
    printed.out = '';
    await run(['decide', file, '--brief']);
    expect(printed.out).toContain(`* ${refs.join(', ')}: `);
  });

  test('decides as at another date where one is given, and says so', async () => {
    expect(await run(['decide', good(), '--as-at', '2019-06-01', '--format', 'json'])).toBe(0);
    const then = decide({ ...asked, on: '2019-06-01' });
    expect(JSON.parse(printed.out)).toEqual({
      ...then,
      provenance: { ...then.provenance, asAt: true },
    });
    printed.out = '';
    await run(['decide', good(), '--format', 'json']);
    expect(JSON.parse(printed.out)).not.toHaveProperty('provenance.asAt');
  });
});

describe('a decision in text', () => {
  const example = (name: string): SharingDecision =>
    decide(
      JSON.parse(
        readFileSync(new URL(`../examples/${name}.json`, import.meta.url), 'utf8'),
      ) as SharingRequest,
    );
  const examples = readdirSync(new URL('../examples', import.meta.url))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''));

  test('has the outcome first, then what to do, what goes, whom to tell and what to ask', () => {
    const written = readingOf(example('police-ask-for-records'));
    expect(written.split('\n')[0]).toMatch(/^Share part of it: /);
    expect(written.match(/^[A-Z][\w, ]+(?=\n--)/gm)).toEqual([
      'What to do now',
      'What to share and what not',
      'Whom to tell',
      'Still to be asked',
      'Why, and on what basis',
      'What may also be required, once more is known',
      'Cautions',
      'References',
    ]);
  });

  test('says how a few questions are answered, and counts the rest', () => {
    const written = readingOf(example('unverified-caller'));
    expect(written).toContain(
      '* Have you verified who the recipient is?\n    [recipient.identityVerified: true, false or "unsure"]\n',
    );
    expect(written).toContain('\n* And 4 more questions.\n');
    expect(written).toContain(
      '[person resident: informing.wouldRaiseRiskToChild: true, false or "unsure"]',
    );
  });

  test.each<[string, Partial<SharingDecision['questions'][number]>, string]>([
    [
      'a word of a short list',
      { fact: 'item.extent', scope: { item: 'a' } },
      '[item a: extent: one of: extract, summary, whole-record, unsure]',
    ],
    [
      'a word of a long list',
      { fact: 'purpose.kind' },
      '[purpose.kind: one of: words that `lawful-sharing facts` lists, unsure]',
    ],
    [
      'words',
      { fact: 'person.status', scope: { person: 'b' } },
      '[person b: status: any of: looked-after, care-order,',
    ],
    ['a date', { fact: 'concern.knownOn' }, '[concern.knownOn: a date such as 2026-03-02]'],
    [
      'a reference',
      { fact: 'item.confidedBy', scope: { item: 'a' } },
      '[item a: confidedBy: a ref]',
    ],
    ['references', { fact: 'concern.about' }, '[concern.about: a list of refs]'],
    [
      'a consent',
      { fact: 'consent.informed', scope: { person: 'b', consent: 'service' } },
      '[person b: consent.service.informed: true, false or "unsure"]',
    ],
  ])('says how %s is written', (_, said, line) => {
    const question = { question: 'What?', kind: 'observation', because: '', scope: {}, items: [] };
    const questions = [{ ...question, ...said }] as SharingDecision['questions'];
    expect(readingOf({ ...decide(asked), assumptions: [], questions })).toContain(line);
  });

  test.each(examples)(
    'of %s holds no record to fill in and no mark of Markdown, and fits the width',
    (name) => {
      const written = readingOf(example(name));
      expect(written).not.toMatch(/____|^#|\*\*|`(?!lawful)/m);
      for (const line of written.split('\n'))
        if (line.trim().includes(' ') && !line.includes('https:'))
          expect(line.length).toBeLessThanOrEqual(96);
    },
  );

  test.each(examples)('of %s, in brief, fits a screen', (name) => {
    const decision = example(name);
    const written = briefReading(decision, digest(decision));
    expect(written.split('\n').length).toBeLessThanOrEqual(24);
    for (const { ref } of decision.items) expect(written).toContain(ref);
  });

  test('in danger begins with 999, in every form', () => {
    const decision = example('immediate-danger');
    for (const written of [readingOf(decision), briefReading(decision, ''), caseNote(decision)])
      expect(written).toMatch(/^(# )?Call 999 now\./);
  });

  test('is wrapped under the first word of a line of a list', () => {
    expect(wrapped('* one two three\n12. four five', 9)).toBe(
      '* one two\n  three\n12. four\n    five',
    );
    expect(wrapped('a-word-that-is-too-long b', 9)).toBe('a-word-that-is-too-long\nb');
    expect(wrapped('', 9)).toBe('');
  });
});

describe('decide with a second evaluator', () => {
  const entry = '../src/json-rules-engine/index.ts';
  afterEach(() => {
    vi.doUnmock(entry);
  });

  test('prints the same decision where the two agree', async () => {
    const file = good();
    expect(await run(['decide', file, '--cross-check', '--format', 'json'])).toBe(0);
    expect(printed.out).toBe(`${JSON.stringify(decide(asked), null, 2)}\n`);
    expect(printed.err).toBe('');
  });

  test('refuses a malformed request all the same', async () => {
    expect(await run(['decide', fileOf('{}'), '--cross-check'])).toBe(3);
    expect(printed.out).toBe('');
  });

  test('prints no decision where they disagree', async () => {
    const disagreement = Object.assign(new Error('they disagree'), { code: 'evaluators-disagree' });
    vi.doMock(entry, () => ({ crossCheck: () => Promise.reject(disagreement) }));
    expect(await run(['decide', good(), '--cross-check'])).toBe(4);
    expect(printed.out).toBe('');
    expect(printed.err).toBe('they disagree\n');
  });

  test('knows a malformed request by its code, of whichever copy of the library', async () => {
    const invalid = Object.assign(new Error('request, /on: expected text'), {
      code: 'invalid-request',
    });
    vi.doMock(entry, () => ({ crossCheck: () => Promise.reject(invalid) }));
    expect(await run(['decide', good(), '--cross-check'])).toBe(3);
    expect(printed.out).toBe('');
    expect(printed.err).toBe('request, /on: expected text\n');
  });

  test('takes no other error with a code for a disagreement', async () => {
    const other = Object.assign(new Error('child'), { code: 'something-else' });
    vi.doMock(entry, () => ({ crossCheck: () => Promise.reject(other) }));
    expect(await run(['decide', good(), '--cross-check'])).toBe(1);
    expect(printed.err).not.toContain('child');
  });
});

describe('what is not a request', () => {
  const secret = 'Jane-Doe-1';
  test.each<[string, string, string[]]>([
    ['broken JSON', `{"on": "${secret}`, []],
    ['a key that is not known', JSON.stringify({ ...asked, [secret]: secret }), []],
    ['a word that is not on the list', JSON.stringify({ ...asked, mode: secret }), []],
    ['no date', JSON.stringify({ ...asked, on: secret }), []],
    ['no object', JSON.stringify(secret), []],
    ['no object, as at a date', JSON.stringify(secret), ['--as-at', '2026-01-01']],
    ['nothing, as at a date', 'null', ['--as-at', '2026-01-01']],
    ['a good one, as at no date', JSON.stringify(asked), ['--as-at', secret]],
  ])(
    '%s is refused on standard error, with nothing on standard output and nothing repeated',
    async (_, text, more) => {
      expect(await run(['decide', fileOf(text), ...more])).toBe(3);
      expect(printed.out).toBe('');
      expect(printed.err).toMatch(/^request.*: .*\n {2}help: .*\n/);
      expect(printed.err).not.toContain(secret);
      expect(printed.err).not.toContain('usage');
    },
  );

  test('is refused with every issue at once', async () => {
    expect(await run(['decide', fileOf('{"on": "x", "mode": "y"}')])).toBe(3);
    expect(printed.err.match(/^request, \/\w+/gm)).toEqual(['request, /mode', 'request, /on']);
  });

  test('is told apart from JSON that is broken', async () => {
    expect(await run(['decide', fileOf('{')])).toBe(3);
    expect(printed.err).toBe(
      'request: expected JSON\n  help: check for missing quotes, commas or brackets\n',
    );
  });

  test('is refused by explain too', async () => {
    expect(await run(['explain', fileOf('{}'), '--rule', ruleAt('case')])).toBe(3);
    expect(printed.out).toBe('');
  });
});

describe('a command line that cannot be carried out', () => {
  test.each<[string, string[], string]>([
    ['no command', [], 'say which command'],
    ['an unknown command', ['decode'], 'there is no command of that name'],
    [
      'a command named like something every object has',
      ['constructor'],
      'there is no command of that name',
    ],
    ['an unknown option', ['decide', '--fast'], "Unknown option '--fast'"],
    [
      'an option without its value',
      ['decide', '--as-at'],
      "Option '--as-at <value>' argument missing",
    ],
    ['an unknown format', ['decide', '--format', 'xml'], '--format is one of text, markdown, json'],
    ['a file that is not there', ['decide', '/no/such/file.json'], 'the file cannot be opened'],
    ['two files', ['decide', 'a.json', 'b.json'], 'give one file, or `-` for standard input'],
    ['explain without a rule', ['explain', 'a.json'], 'say which rule, with `--rule ID`'],
    [
      'explain of an unknown rule',
      ['explain', 'a.json', '--rule', 'no-such-rule'],
      'there is no rule of that id',
    ],
    [
      'explain without a file',
      ['explain', '--rule', ruleAt('case')],
      'give one file, or `-` for standard input',
    ],
    [
      'rules of an unknown source',
      ['rules', '--source', 'no-such-source'],
      'no rule cites a source of that id',
    ],
  ])('%s is bad usage', async (_, args, message) => {
    expect(await run(args)).toBe(2);
    expect(printed.out).toBe('');
    expect(printed.err.startsWith(`lawful-sharing: ${message}`)).toBe(true);
    expect(printed.err.endsWith(`\n\n${usage}`)).toBe(true);
  });
});

describe('help', () => {
  test.each([['--help'], ['-h'], ['decide', '--help'], ['help']].map((args) => [args]))(
    '%j tells the usage',
    async (args) => {
      expect(await run(args)).toBe(0);
      expect(printed.out).toBe(usage);
      expect(printed.err).toBe('');
    },
  );

  test('names every command and every exit status', () => {
    for (const name of ['decide', 'explain', 'facts', 'rules'])
      expect(usage).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(usage).toMatch(/exit: 0 .*, 1 .*, 2 .*, 3 .*,\s+4 /);
  });
});

describe('a defect of ours', () => {
  test('is told by its kind alone, never by what was sent', async () => {
    vi.spyOn(JSON, 'stringify').mockImplementation(() => {
      throw new RangeError('child');
    });
    expect(await run(['decide', '--format', 'json'])).toBe(1);
    expect(printed.out).toBe('');
    expect(printed.err).toBe(
      'lawful-sharing: a defect of ours (RangeError); please report it with a request of invented people\n',
    );
  });

  test('is told of what is no error at all, and of output that is not taken', async () => {
    vi.spyOn(process.stdout, 'write').mockImplementation((_, taken) => {
      if (typeof taken === 'function') Reflect.apply(taken, undefined, [new Error('child')]);
      return false;
    });
    expect(await run(['help'])).toBe(1);
    expect(printed.err).toContain('a defect of ours (Error)');
    expect(printed.err).not.toContain('child');
    printed.err = '';
    const noError: unknown = 'child';
    vi.spyOn(process.stdout, 'write').mockImplementation((_, taken) => {
      if (typeof taken === 'function') Reflect.apply(taken, undefined, [noError]);
      return false;
    });
    expect(await run(['help'])).toBe(1);
    expect(printed.err).toContain('a defect of ours (unknown)');
    expect(printed.err).not.toContain('child');
  });
});

describe('explain', () => {
  test('prints how a rule stands for a request, in text or JSON', async () => {
    const rule = ruleAt('subject');
    const found = explain(asked, { rule });
    expect(await run(['explain', good(), '--rule', rule])).toBe(0);
    expect(printed.out).toBe(`${explanationText(found, titlesOf(rules))}\n`);
    expect(found).toHaveLength(3);
    printed.out = '';
    expect(await run(['explain', good(), '--rule', rule, '--format', 'json'])).toBe(0);
    expect(JSON.parse(printed.out)).toEqual(found);
  });

  test('is narrowed to a person and an item', async () => {
    const args = ['explain', good(), '--rule', ruleAt('subject'), '--format', 'json'];
    await run([...args, '--person', 'mother']);
    expect((JSON.parse(printed.out) as { at: object }[]).map(({ at }) => at)).toEqual([
      { item: 'letter', person: 'mother' },
    ]);
    printed.out = '';
    await run([...args, '--item', 'note']);
    expect((JSON.parse(printed.out) as { at: object }[]).map(({ at }) => at)).toEqual([
      { item: 'note', person: 'child' },
    ]);
  });

  test('says so where the rule does not bear on the request', async () => {
    const args = ['explain', good(), '--rule', 'ca2004-s14b-board-request'];
    expect(await run(args)).toBe(0);
    expect(printed.out).toMatch(/^The rule does not bear on this request/);
    printed.out = '';
    expect(await run([...args, '--format', 'json'])).toBe(0);
    expect(JSON.parse(printed.out)).toEqual([]);
  });

  test('is refused for a person who is not in the request', async () => {
    expect(await run(['explain', good(), '--rule', ruleAt('subject'), '--person', 'nobody'])).toBe(
      3,
    );
    expect(printed.out).toBe('');
    expect(printed.err).toMatch(/^request: the explanation is narrowed to a person/);
  });
});

describe('facts', () => {
  test('are a line each, or JSON', async () => {
    expect(await run(['facts'])).toBe(0);
    expect(printed.out.trimEnd().split('\n')).toHaveLength(facts.length);
    expect(printed.out).toBe(`${factsText(facts)}\n`);
    printed.out = '';
    expect(await run(['facts', '--format', 'json'])).toBe(0);
    expect(JSON.parse(printed.out)).toEqual(JSON.parse(JSON.stringify(facts)));
  });

  test('have their scope, whether they are asked, their question or meaning, and their answers', () => {
    const line = (id: string) => factsText(facts.filter((fact) => fact.id === id));
    expect(line('item.relevant')).toBe(
      'item.relevant [item, judgement] Is this piece relevant to the purpose? (yes-no)',
    );
    expect(line('mode')).toMatch(
      /^mode \[case, observation\] .*\? \(proactive, on-request, seeking\)$/,
    );
    expect(line('person.isMinor')).toBe(
      'person.isMinor [person, worked out] the person is under 18 on the date, or unborn (yes-no)',
    );
    expect(
      factsText([{ id: 'bare', scope: 'case', type: 'date', from: 'derived', path: [] }]),
    ).toBe('bare [case, worked out]  (date)');
  });
});

describe('rules', () => {
  test('are printed with their limbs, or as JSON', async () => {
    expect(await run(['rules'])).toBe(0);
    expect(printed.out).toBe(`${rulesText(rules, { sources })}\n`);
    printed.out = '';
    expect(await run(['rules', '--format', 'json'])).toBe(0);
    expect(JSON.parse(printed.out)).toEqual(JSON.parse(JSON.stringify(rules)));
  });

  test('of one source are those that cite it', async () => {
    const cited = rules.find(({ references }) => references.length)?.references[0]?.source ?? '';
    expect(sources.map(({ id }) => id)).toContain(cited);
    expect(await run(['rules', '--source', cited, '--format', 'json'])).toBe(0);
    const found = JSON.parse(printed.out) as typeof rules;
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ id }) => id)).toEqual(
      rules
        .filter(({ references }) => references.some(({ source }) => source === cited))
        .map(({ id }) => id),
    );
  });

  const shown = [
    conclusion(
      'first-rule',
      all(
        { name: '1(a)', ...is('purpose.kind', ['court', 'other'], 'in') },
        {
          name: '1(b)',
          any: [
            is('item.relevant', false, 'everyFact:equal'),
            is('person.deceased', true, 'someFact:equal'),
          ],
        },
        not(is('concern.kinds', 'neglect', 'contains')),
      ),
      { effective: { from: '2018-05-25', to: '2020-12-31' } },
    ),
    conclusion(
      'second-rule',
      any(
        is('purpose.kind', 'court', 'notEqual'),
        is('rule.first-rule'),
        is('concern.kinds', 'neglect', 'doesNotContain'),
      ),
      {
        exceptionTo: ['first-rule'],
        references: [
          { source: 'synthetic-act', at: 's 1' },
          { source: 'synthetic-act', at: 's 2' },
        ],
      },
    ),
    conclusion('third-rule', not(is('rule.first-rule', false)), {
      commencement: 'announced',
      extent: ['england', 'wales'],
      scope: 'person',
    }),
  ];

  test('read limb by limb in words, numbered in the order of the law', () => {
    expect(rulesText(shown, { sources: [source] })).toBe(
      [
        'first-rule: Title of first-rule',
        '  Summary of first-rule.',
        '  A conclusion that other rules read; from 25 May 2018 to 31 December 2020 inclusive; in force between its dates; the whole United Kingdom; judged once for the whole case.',
        '  Met where all of these hold:',
        '    1. 1(a): What is the sharing for? a court or something else',
        '    2. and 1(b): at least one of these',
        '      2.1. for every piece: Is this piece relevant to the purpose? no',
        '      2.2. or for at least one person: Have they died? yes',
        '    3. and not this',
        '      3.1. What kinds of harm are feared? neglect among them',
        '  Unless: Title of second-rule (rule second-rule)',
        '  Synthetic Act, s 1',
        '',
        'second-rule: Title of second-rule',
        '  Summary of second-rule.',
        '  A conclusion that other rules read; from 1 March 2000; in force between its dates; the whole United Kingdom; judged once for the whole case.',
        '  Met where at least one of these holds:',
        '    1. What is the sharing for? anything but a court',
        '    2. or Title of first-rule (rule first-rule): met',
        '    3. or What kinds of harm are feared? neglect not among them',
        '  Synthetic Act, s 1; Synthetic Act, s 2',
        '',
        'third-rule: Title of third-rule',
        '  Summary of third-rule.',
        '  A conclusion that other rules read; from 1 March 2000; announced: its start is not confirmed; England and Wales; judged for each person ("they" is that person).',
        '  Met where this does not hold:',
        '    1. Title of first-rule (rule first-rule): not met',
        '  Synthetic Act, s 1',
      ].join('\n'),
    );
  });

  test('of one source name rules and exceptions that do not cite it by their titles', () => {
    const [first, second, third] = shown;
    if (!first || !second || !third) throw new Error('three rules were made');
    expect(rulesText([third], { all: shown })).toContain(
      '1. Title of first-rule (rule first-rule)',
    );
    expect(rulesText([third])).toContain('1. first-rule (rule first-rule): not met');
    expect(rulesText([first], { all: [first, second] })).toContain('Unless: Title of second-rule');
    expect(rulesText([first])).toContain('\n  synthetic-act, s 1');
  });

  test('of the Data Protection Act 2018 are printed with the limbs of paragraph 18 in words', async () => {
    expect(await run(['rules', '--source', 'dpa2018'])).toBe(0);
    expect(printed.out).toContain(
      '\n\ndpa2018-sch1-p18-safeguarding: Safeguarding of children and of individuals at risk\n',
    );
    expect(printed.out).toContain(
      'Is it necessary for reasons of substantial public interest? yes\n',
    );
    expect(printed.out).toMatch(/ 18\(1\)\(d\): .*\? yes\n/);
    expect(printed.out).toContain('; Data Protection Act 2018, s 10(3), Sch 1 para 18');
    const cited = printed.out
      .trimEnd()
      .split('\n\n')
      .map((block) => block.split('\n').at(-1));
    expect(cited.filter((line) => !line?.includes('Data Protection Act 2018, '))).toEqual([]);
  });

  test('are explained limb by limb, with what was found of each', () => {
    const engine = engineOf([
      conclusion(
        'the-rule',
        all({ name: '1', ...is('person.role', 'child') }, not(is('purpose.legitimate'))),
        { scope: 'person' },
      ),
      conclusion('the-exception', is('purpose.compatible'), { exceptionTo: ['the-rule'] }),
    ]);
    const input = request({
      people: [{ ref: 'child', role: 'child' }],
      items: [{ ref: 'note', about: ['child'] }],
    });
    expect(explanationText(engine.explain(input as SharingRequest))).toBe(
      [
        'the-exception: Title of the-exception',
        '  Not known: unknown',
        '  Is this purpose compatible with why the information was collected? yes [not known]',
        '  Would be settled by: purpose.compatible',
        '  synthetic-act, s 1',
        '',
        'the-rule: Title of the-rule (person child)',
        '  Not known: unknown',
        '  all of these [not known]',
        '    1: What are they to the child? child [met]',
        '    not this [not known]',
        '      Is there a clear and legitimate purpose? yes [not known]',
        '  Unless: the-exception (rule the-exception) [not known]',
        '  Would be settled by: purpose.compatible, purpose.legitimate',
        '  synthetic-act, s 1',
      ].join('\n'),
    );
    const settled = { ...input, purpose: { legitimate: true, compatible: false } };
    expect(
      explanationText(engine.explain(settled as SharingRequest, { rule: 'the-rule' })),
    ).toContain('  Not met: because the-rule is not met\n');
  });
});
