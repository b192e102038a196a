import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { caseNote } from '../../src/engine/note.ts';
import type { SharingDecision } from '../../src/model/decision.ts';
import type { Rule } from '../../src/model/rule.ts';
import { stepOrder, groundWords } from '../../src/engine/account/words.ts';
import { obligationIds } from '../../src/model/words.ts';
import { decide, rules as national, sources } from '../../src/index.ts';
import { always, is, localPack } from '../synthetic.ts';
import {
  asked,
  askedOf,
  bar,
  child,
  decided,
  duty,
  finds,
  note,
  permissions,
} from './permitting.ts';

/** One decision of each kind of reading, with something under every heading of a note. */
const rules: Rule[] = [
  ...permissions({ power: { conditions: always } }),
  duty('a-duty', is('item.accurate'), {}, { scope: 'item' }),
  bar('inaccurate', is('item.accurate', false), { scope: 'item' }),
  finds('sensitive', {
    type: 'special-category-condition',
    params: { article: '9(2)(h)', schedule1: '2', appropriatePolicyDocument: 'needed' },
  }),
  finds('annex', {
    type: 'lawful-basis',
    params: { article: '6(1)(ea)', condition: 'Annex 1 paragraph 6', preference: 5 },
  }),
  finds('part-3', { type: 'lawful-basis', params: { article: 's35(2)(b)', preference: 20 } }),
  finds(
    'defect',
    { type: 'consent-defect', params: { defect: 'not-sought' } },
    is('consent.status', 'not-sought'),
    { scope: 'consent' },
  ),
  finds(
    'telling',
    {
      type: 'not-telling',
      params: { grade: 'do-not-tell', ground: 'a-ground', unknown: 'undetermined' },
    },
    is('person.informing.wouldRaiseRiskToChild'),
    { scope: 'person' },
  ),
  finds(
    'changing',
    { type: 'change', params: { change: 'label-opinion' } },
    is('item.nature', 'opinion'),
    { scope: 'item' },
  ),
  finds('b-before', {
    type: 'obligation',
    params: { obligation: 'verify-identity', level: 'must', when: 'before', text: 'Verify first.' },
  }),
  finds('b-with', {
    type: 'obligation',
    params: { obligation: 'share-minimum', level: 'should', when: 'with', text: 'Share little.' },
  }),
  finds('b-after', {
    type: 'obligation',
    params: {
      obligation: 'follow-up',
      level: 'could',
      when: 'after',
      text: 'Follow up.',
      due: { days: 3, from: 'on' },
    },
  }),
  finds(
    'b-perhaps',
    {
      type: 'obligation',
      params: { obligation: 'offer-support', level: 'should', when: 'before', text: 'Offer.' },
    },
    is('purpose.compatible'),
  ),
  finds(
    'b-later',
    {
      type: 'obligation',
      params: { obligation: 'review-later', level: 'must', when: 'after', text: 'Review.' },
    },
    is('purpose.compatible'),
  ),
  finds(
    'b-open',
    {
      type: 'obligation',
      params: { obligation: 'call-999', level: 'must', when: 'before', text: 'Call.' },
    },
    is('purpose.compatible'),
  ),
  finds('advising', { type: 'advice', params: { who: 'safeguarding-lead', about: 'a doubt' } }),
  finds('r-value', {
    type: 'record-field',
    params: { field: 'purpose', level: 'must', timing: 'before', value: 'purpose.legitimate' },
  }),
  finds('r-list', {
    type: 'record-field',
    params: {
      field: 'why',
      level: 'should',
      timing: 'as-soon-as-possible-after',
      value: 'concern.kinds',
    },
  }),
  finds(
    'r-no',
    {
      type: 'record-field',
      params: { field: 'consent', level: 'could', timing: 'before', value: 'purpose.compatible' },
    },
    is('purpose.legitimate'),
  ),
  finds(
    'r-open',
    { type: 'record-field', params: { field: 'method', level: 'could', timing: 'before' } },
    is('purpose.compatible'),
  ),
  finds('urging', { type: 'urgency', params: { urgency: 'without-delay' } }),
  finds('cautioning', { type: 'caution', params: {} }),
];
const people = [
  {
    ...child,
    informing: { wouldRaiseRiskToChild: true },
    consent: { service: { status: 'not-sought' } },
  },
  { ref: 'mother', informing: { wouldRaiseRiskToChild: false } },
  { ref: 'father' },
];
const items = [
  { ...note, nature: 'opinion', accurate: true },
  { ...note, ref: 'letter', accurate: false },
];
const decision = decided(
  rules,
  asked({
    people,
    items,
    sharer: { organisation: 'police', appropriatePolicyDocument: false },
    purpose: { legitimate: true },
    concern: { kinds: ['neglect', 'missing'] },
  }),
);
// Why: written in each test, so that it is known which tests a line of the code is tried by.
const markdown = () => caseNote(decision);
const text = () => caseNote(decision, { format: 'text' });

const blank = '____________________';

/** The lines under a heading of a note in Markdown, labels included. */
const under = (heading: string, written: string = markdown()): string[] => {
  const [, after = ''] = written.split(`## ${heading}\n\n`);
  return (after.split('\n\n## ')[0] ?? '').split('\n').filter(Boolean);
};
const changed = (said: Partial<SharingDecision>) => caseNote({ ...decision, ...said });

describe('a note in Markdown', () => {
  test('begins with the outcome in words, then how it stands, and has its sections in the order of use', () => {
    expect(markdown().split('\n').slice(0, 3)).toEqual([
      '# outcome.share-in-part strength.must doNotTell',
      '',
      'Case note. Suggestion: share in part; required by law; act without delay; date: 2 March 2026.',
    ]);
    expect(markdown().match(/^## .*/gm)).toEqual([
      '## What to do now',
      '## What to share and what not',
      '## What would change this',
      '## Why, and on what basis',
      '## Whom to tell',
      '## Still to be asked',
      '## What may also be required, once more is known',
      '## Advice to get',
      '## Cautions',
      '## Record, as soon as you can and never as a reason to wait',
      '## Decision of the person responsible',
      '## References',
    ]);
  });

  test.each<[string, string[]]>([
    [
      'What to do now',
      [
        '**Before you share**',
        '1. Must: Verify first.',
        '**As you share**',
        '2. Should: Share little.',
        '**Afterwards**',
        '3. Could: Follow up. Due by 5 March 2026.',
      ],
    ],
    [
      'What to share and what not',
      [
        '- `note`: share, as the law requires, with changes: mark opinion as opinion, and say whose it is.',
        '- `letter`: do not share, since the law does not allow it. because inaccurate is met',
      ],
    ],
    ['What would change this', ['- `letter`: remedy item.accurate.']],
    [
      'Why, and on what basis',
      [
        '- because a-duty is met',
        '- Powers: Title of power.',
        '- Lawful basis (`note`): Article 6(1)(ea), a recognised legitimate interest, Annex 1 paragraph 6. because annex is met',
        '- Other lawful bases that would serve: Article 6(1)(e), a public task; section 35(2)(b) of the Data Protection Act 2018, a law enforcement task.',
        '- For any information on offences (`note`): Article 10 (Title of offence).',
        '- For any sensitive (special category) information (`note`): Article 9(2)(g) with Schedule 1 paragraph 18 (Title of special); or Article 9(2)(h) with Schedule 1 paragraph 2 (Title of sensitive).',
        '- Any confidence gives way to the public interest (`note`).',
        '- Agreement to a service of `child`: not valid (not sought).',
      ],
    ],
    [
      'Whom to tell',
      [
        '- Do not tell `child`: because telling is met.',
        '- Do not tell `father` yet, since it is not settled whether that is safe.',
        '- Tell `mother`.',
      ],
    ],
    [
      'Still to be asked',
      [
        '**These decide whom to tell; what can be shared does not wait for them**',
        '- Would telling `father` raise the risk to a child?',
      ],
    ],
    [
      'What may also be required, once more is known',
      ['- Call.', '- Review.', '- Guidance may ask for 1 more step.'],
    ],
    ['Advice to get', ['- Your safeguarding lead: a doubt.']],
    ['Cautions', ['- because cautioning is met']],
    [
      'Record, as soon as you can and never as a reason to wait',
      ['**Known already**', '- Purpose: yes', '- Told above: consent and agreement'],
    ],
    [
      'Decision of the person responsible',
      [
        '**human**',
        `- Decision made: ${blank}`,
        `- Different from this suggestion? (yes or no): ${blank}`,
        `- Why this decision, and why if it is different: ${blank}`,
        `- Decided by (role): ${blank}`,
        `- Approved by (role): ${blank}`,
        `- Date and time of the decision: ${blank}`,
        `- Signature: ${blank}`,
      ],
    ],
    [
      'References',
      [
        '- Synthetic Act, s 1; s 6: https://example.org/synthetic-act',
        '- Rules: a-duty, annex, confidence, inaccurate, offence, power, sensitive, special, telling.',
        'Law in force on 2 March 2026 (UK GDPR), as known on 1 June 2026; lawful-sharing 0.0.0. Not legal advice.',
      ],
    ],
  ])('has under "%s" what the decision says', (heading, lines) => {
    expect(under(heading)).toEqual(lines);
  });

  test('is the form that is written unless another is asked for', () => {
    expect(caseNote(decision, {})).toBe(markdown());
    expect(caseNote(decision, { format: 'markdown' })).toBe(markdown());
  });
});

test('a note in plain text says the same without marks of Markdown', () => {
  expect(text()).not.toMatch(/^#|^- |`|\*\*/m);
  expect(text()).toContain(
    '\nWhom to tell\n------------\n\n* Do not tell child: because telling is met.\n',
  );
  const words = (written: string) =>
    written
      .split('\n')
      .filter((line) => !/^[=-]+$/.test(line))
      .join(' ')
      .replace(/`/g, '')
      .replace(/[#*:-]/g, ' ')
      .split(/\s+/)
      .filter(Boolean);
  expect(words(text())).toEqual(words(markdown()));
});

test.each([
  ['Markdown', markdown],
  ['plain text', text],
])('a note in %s holds words, never an object or a gap', (_, write) => {
  const written = write();
  expect(written).not.toMatch(/undefined|\[object|null|NaN/);
  expect(written.endsWith('\n') && !written.endsWith('\n\n')).toBe(true);
});

test('a note names rules in its references and nowhere else', () => {
  const [body = '', references = ''] = markdown().split('## References');
  for (const { id } of rules) expect(body).not.toContain(`\`${id}\``);
  expect(references).toContain('a-duty');
});

describe('the head of a note', () => {
  const standing = (by: readonly Rule[], input: unknown) =>
    /^Case note.*/m.exec(caseNote(decided(by, input)))?.[0];
  test.each<[Record<string, unknown>, string]>([
    [{ relevant: true }, 'share; permitted;'],
    [{ relevant: false }, 'do not share; not allowed by law;'],
    [{ relevant: 'unsure' }, 'seek advice; date'],
    [{}, 'more information needed; date'],
  ])('of an item %j says %s', (item, line) => {
    const by = [...permissions(), bar('irrelevant', is('item.relevant', false), { scope: 'item' })];
    expect(standing(by, askedOf(item))).toContain(`Case note. Suggestion: ${line}`);
  });

  test('says what local procedures call the answers, each name once, and its foot by whose rules', () => {
    const terms = {
      'concern.level': { 'child-in-need': 'Tier 4' },
      'move.plan': { 'child-in-need': 'Tier 4', 'early-help': 'a plan' },
    };
    const local = localPack([], { id: 'our-town', version: '7', terms });
    const input = asked({ concern: { level: 'child-in-need' }, move: { plan: 'child-in-need' } });
    const note = caseNote(decided(permissions(), input, { packs: [local] }));
    expect(note).toContain('; date: 2 March 2026; in local terms: Tier 4.\n');
    expect(note).toContain('lawful-sharing 0.0.0 with the rules of our-town 7, synthetic 1. Not');
  });

  test('says to whom and for what where the record knows it, and nothing of an urgency that is routine', () => {
    const entry = { level: 'must', timing: 'before', status: 'applies' } as const;
    const record: SharingDecision['record'] = [
      { ...entry, field: 'recipient', value: 'police', sources: [], reasons: [] },
      { ...entry, field: 'purpose', value: 'court', sources: [], reasons: [] },
    ];
    expect(changed({ record, urgency: 'routine' })).toContain(
      'required by law; recipient: the police; purpose: a court; date:',
    );
  });

  test('keeps the rest of the summary together, and names each local term', () => {
    const terms = ['Tier 4', 'a plan'].map((term) => ({
      fact: 'concern.level',
      answer: 'child-in-need',
      term,
      pack: 'our-town',
    }));
    const note = changed({ summary: 'Go. Do this. Then that.', terms });
    expect(note).toMatch(/^# Go\.\n\nDo this\. Then that\./);
    expect(note).toContain('; in local terms: Tier 4, a plan.\n');
  });

  test('is the first sentence of the summary, so that in danger it is to call 999', () => {
    const note = caseNote(
      decide({
        on: '2026-11-21',
        mode: 'proactive',
        sharer: { organisation: 'faith-or-sports' },
        recipient: { organisation: 'police', mightHarm: false },
        purpose: { kind: 'safeguard-from-harm' },
        concern: { about: ['child'], level: 'immediate-danger', delayWouldHarm: true },
        items: [{ ref: 'seen', relevant: true, necessary: true }],
      }),
    );
    expect(note.startsWith('# Call 999 now.\n\nYou can share all of it.')).toBe(true);
    expect(under('What to do now', note)[1]).toBe('1. Call 999 now; the rest can follow.');
    expect(under('Still to be asked', note)[0]).toBe('**To confirm as you share, or afterwards**');
    expect(note).toContain('; act at once;');
  });
});

describe('what to do now', () => {
  const step = (said: Partial<SharingDecision['obligations'][number]>) =>
    ({
      id: 'record-decision',
      level: 'must',
      when: 'after',
      status: 'applies',
      text: 'Record.',
      reasons: [],
      ...said,
    }) as const;
  const steps = (
    obligations: SharingDecision['obligations'],
    said: Partial<SharingDecision> = {},
  ) => under('What to do now', changed({ obligations, ...said }));
  const held = { items: decision.items.filter(({ verdict }) => verdict === 'withhold') };

  test('comes in the order in which it is done, what could be done last, each step once', () => {
    expect(
      steps([
        step({ id: 'tell-person', level: 'could', when: 'before', text: 'Tell.' }),
        step({ id: 'share-minimum', when: 'before', text: 'Cut this piece.' }),
        step({ id: 'verify-identity', when: 'before', text: 'Verify.' }),
        step({ id: 'call-999', level: 'should', when: 'before', text: 'Call 999 now.' }),
        step({ id: 'verify-identity', when: 'before', text: 'Verify.' }),
        step({ id: 'verify-identity', level: 'could', when: 'before', text: 'Ring back.' }),
      ]),
    ).toEqual([
      '**Before you share**',
      '1. Call 999 now.',
      '2. Must: Verify.',
      '3. Must: Cut the piece.',
      '4. Could: Ring back.',
      '5. Could: Tell.',
    ]);
  });

  test('puts last what only something that is sent calls for, where nothing goes', () => {
    expect(
      steps(
        [
          step({ id: 'use-secure-channel', when: 'with', text: 'Send securely.' }),
          step({ id: 'follow-up', when: 'with', text: 'Follow up.' }),
          step({ id: 'verify-identity', when: 'before', text: 'Verify.' }),
        ],
        held,
      ),
    ).toEqual([
      '**First**',
      '1. Must: Verify.',
      '**Now**',
      '2. Must: Follow up.',
      '**If something is shared later**',
      '3. Must: Send securely.',
    ]);
  });

  test('gives no reason for a refusal to someone who is told nothing of who is known', () => {
    const explain = step({ id: 'explain-refusal', when: 'with', text: 'Say why.' });
    const deny = step({ id: 'neither-confirm-nor-deny', when: 'with', text: 'Say nothing.' });
    expect(steps([explain], held)).toEqual(['**Now**', '1. Must: Say why.']);
    expect(steps([explain, deny], held)).toEqual(['**Now**', '1. Must: Say nothing.']);
  });

  test('asks what is to be confirmed once, of all that it is about, and asks it nowhere else', () => {
    const question = {
      fact: 'item.accurate',
      question: 'Is it right?',
      kind: 'observation',
      because: 'Why.',
    } as const;
    const scoped = (item: string) => ({ fact: 'item.accurate', scope: { item }, items: [item] });
    const written = changed({
      obligations: ['note', 'letter'].map(() =>
        step({ id: 'confirm-before-sharing', when: 'before', text: 'Confirm.' }),
      ),
      assumptions: ['note', 'letter'].map((ref) => ({ ...scoped(ref), reasons: [] })),
      questions: ['note', 'letter'].map((ref) => ({ ...question, ...scoped(ref) })),
    });
    expect(under('What to do now', written)).toEqual([
      '**Before you share**',
      '1. Must: Confirm: Is it right? (`note`, `letter`)',
    ]);
    expect(under('Still to be asked', written)).toEqual([]);
  });

  test('has a place for every obligation, and each place once', () => {
    expect([...stepOrder].sort()).toEqual([...obligationIds].sort());
  });
});

describe('what is shared and what not', () => {
  type Verdict = SharingDecision['items'][number]['verdict'];
  const item = { ref: 'note', strength: 'may', changes: [], reasons: [] } as const;
  const line = (
    said: Partial<SharingDecision['items'][number]> & { verdict: Verdict },
    more: Partial<SharingDecision> = {},
  ) => under('What to share and what not', changed({ ...more, items: [{ ...item, ...said }] }))[0];
  const found = (rule: string, finding: 'met' | 'not-met' | 'unknown', because: string) => ({
    rule,
    title: rule,
    finding,
    because,
    citations: [],
  });

  test('is told by strength, in words', () => {
    expect(line({ verdict: 'share' })).toBe(
      '- `note`: you may share it, and it is your judgement.',
    );
    expect(line({ verdict: 'share', strength: 'should' })).toBe(
      '- `note`: share, as guidance says you should.',
    );
    expect(line({ verdict: 'withhold', strength: 'should' })).toBe(
      '- `note`: do not share, since guidance advises against it.',
    );
  });

  test('names what is wanting of the piece itself, whatever is wanting of another', () => {
    const reasons = [found('a', 'not-met', 'Not a.'), found('b', 'not-met', 'Not b.')];
    const rows = { reasons: ['a'], item: 'letter' };
    expect(
      line(
        { verdict: 'withhold', reasons: ['a', 'b'] },
        {
          reasons,
          lawfulBases: [],
          conditions: [
            {
              ...rows,
              article: '9(2)(g)',
              status: 'unavailable',
              appropriatePolicyDocument: 'needed',
            },
          ],
          confidentiality: [{ ...rows, status: 'not-met' }],
        },
      ),
    ).toBe('- `note`: do not share. No purpose, duty or power that would allow it is shown.');
  });

  test('names every change', () => {
    const changes = ['label-opinion', 'extract-only'] as const;
    expect(line({ verdict: 'share-with-changes', changes: [...changes] })).toMatch(
      /with changes: mark opinion as opinion, and say whose it is; /,
    );
  });

  test('says what would change it, together for pieces that want the same', () => {
    const remedy = (item: string, text: string): SharingDecision['remedies'][number] => ({
      item,
      set: [{ fact: 'item.accurate', scope: { item }, to: true }],
      text,
    });
    const remedies = [remedy('a', 'Check it.'), remedy('b', 'Ask.'), remedy('c', 'Check it.')];
    expect(under('What would change this', changed({ remedies }))).toEqual([
      '- `a`, `c`: Check it.',
      '- `b`: Ask.',
    ]);
  });

  test('is told once of pieces that stand alike', () => {
    const items = ['note', 'letter'].map((ref) => ({ ...item, ref, verdict: 'share' as const }));
    expect(under('What to share and what not', changed({ items }))).toEqual([
      '- `note`, `letter`: you may share it, and it is your judgement.',
    ]);
  });

  test('says how many answers an unsettled piece waits for, and what stands against it', () => {
    const reasons = [found('a', 'met', 'This piece is barred.'), found('b', 'unknown', 'Unknown.')];
    const question = { fact: 'f', scope: {}, question: 'What?', kind: 'judgement', because: '' };
    const questions = [{ ...question, items: ['note'] }] as SharingDecision['questions'];
    const verdict = 'undetermined';
    expect(line({ verdict, reasons: ['a', 'b'] }, { reasons, questions })).toBe(
      '- `note`: not settled, so do not share it yet. It is barred. It waits for 1 answer: see what is still to be asked.',
    );
    const another = questions.map((one) => ({ ...one, fact: 'g', items: ['letter'] }));
    expect(line({ verdict }, { questions: [...questions, ...another] })).toContain('for 1 answer:');
    expect(line({ verdict }, { questions: [] })).toBe(
      '- `note`: not settled, so do not share it yet.',
    );
  });

  test.each<[string, Partial<SharingDecision>, string]>([
    [
      'a lawful basis',
      {
        lawfulBases: [
          {
            article: '6(1)(e)',
            items: [],
            status: 'unavailable',
            preferred: false,
            reasons: ['a', 'b'],
          },
        ],
      },
      'No lawful basis for sharing it is shown.',
    ],
    [
      'a condition for sensitive information',
      {
        conditions: [
          {
            item: 'note',
            article: '9(2)(g)',
            status: 'unavailable',
            appropriatePolicyDocument: 'needed',
            reasons: ['a', 'b'],
          },
        ],
      },
      'It is sensitive (special category) information, and no condition that allows sharing it is shown.',
    ],
    [
      'a condition for offence data',
      {
        conditions: [
          {
            item: 'note',
            article: '10',
            status: 'unavailable',
            appropriatePolicyDocument: 'needed',
            reasons: ['a', 'b'],
          },
        ],
      },
      'It is about crime or an allegation of crime, and no condition that allows sharing it is shown.',
    ],
    [
      'what sets a confidence aside',
      { confidentiality: [{ item: 'note', status: 'not-met', reasons: ['a', 'b'] }] },
      'It was given in confidence, and nothing that sets the confidence aside is shown.',
    ],
    ['anything else', {}, 'No purpose, duty or power that would allow it is shown.'],
  ])('names %s that is missing in one sentence, not rule by rule', (_, said, sentence) => {
    const none = { lawfulBases: [], conditions: [], confidentiality: [] };
    const reasons = [found('a', 'not-met', 'Not a.'), found('b', 'not-met', 'Not b.')];
    expect(line({ verdict: 'withhold', reasons: ['a', 'b'] }, { ...none, ...said, reasons })).toBe(
      `- \`note\`: do not share. ${sentence}`,
    );
  });
});

describe('why, and on what basis', () => {
  const why = (said: Partial<SharingDecision>) => under('Why, and on what basis', changed(said));

  test('tells duties in law before those of guidance, and a restriction that no piece told already', () => {
    const found = (rule: string) => ({
      rule,
      title: rule,
      finding: 'met' as const,
      because: `Because of ${rule}.`,
      citations: [],
    });
    const gateway = (
      id: string,
      kind: 'duty' | 'scheme' | 'restriction',
      strength: 'must' | 'should',
    ) => ({ id, kind, status: 'applies', strength, reasons: [id] }) as const;
    const [goesOn] = decision.items;
    const items = [
      goesOn,
      { ref: 'letter', verdict: 'withhold', strength: 'must', changes: [], reasons: ['told'] },
    ] as SharingDecision['items'];
    expect(
      why({
        items,
        lawfulBases: [],
        conditions: [],
        confidentiality: [],
        consents: [],
        reasons: ['guided', 'bound', 'told', 'untold'].map(found),
        gateways: [
          gateway('guided', 'scheme', 'should'),
          gateway('bound', 'duty', 'must'),
          gateway('told', 'restriction', 'must'),
          gateway('untold', 'restriction', 'must'),
        ],
      }),
    ).toEqual(['- Because of bound.', '- Because of guided.', '- Restriction: Because of untold.']);
  });

  test('is of what goes: what serves it, and what serves nothing that goes is left out', () => {
    const item = (ref: string, verdict: 'share' | 'withhold') =>
      ({ ref, verdict, strength: 'may', changes: [], reasons: [] }) as const;
    const basis = (
      article: SharingDecision['lawfulBases'][number]['article'],
      items: string[],
      said: Partial<SharingDecision['lawfulBases'][number]> = {},
    ) => ({ article, items, status: 'available', preferred: false, reasons: [], ...said }) as const;
    const power = (id: string, status: 'applies' | 'undetermined' = 'applies') =>
      ({ id, kind: 'power', status, strength: 'may', reasons: [] }) as const;
    const said = {
      items: [item('note', 'share'), item('letter', 'share'), item('photo', 'withhold')],
      lawfulBases: [
        basis('6(1)(e)', ['note', 'letter', 'photo'], { preferred: true }),
        basis('6(1)(c)', ['note']),
        basis('6(1)(d)', ['letter']),
        basis('6(1)(f)', ['photo']),
        basis('6(1)(a)', ['note'], { status: 'undetermined' }),
      ],
      conditions: [],
      confidentiality: [
        { item: 'note', status: 'met', by: 'public-interest', reasons: [] },
        { item: 'letter', status: 'undetermined', reasons: [] },
        { item: 'photo', status: 'met', by: 'public-interest', reasons: [] },
      ],
      gateways: [power('a-power'), power('b-power'), power('c-power', 'undetermined')],
      consents: [],
    } satisfies Partial<SharingDecision>;
    expect(why(said)).toEqual([
      '- Powers: a-power; b-power.',
      '- Lawful basis (`note`, `letter`): Article 6(1)(e), a public task.',
      '- Other lawful bases that would serve: Article 6(1)(c), a legal obligation; Article 6(1)(d), vital interests.',
      '- Any confidence gives way to the public interest (`note`).',
    ]);
    const all = { ...said, items: said.items.slice(0, 2), confidentiality: [], gateways: [] };
    expect(why(all)[0]).toBe('- Lawful basis: Article 6(1)(e), a public task.');
  });

  test('names a condition as it is cited, and says where a policy document is missing', () => {
    const conditions = [
      {
        item: 'note',
        article: 's35(5)',
        schedule1: 'Sch 8 para 4',
        status: 'available',
        appropriatePolicyDocument: 'missing',
        reasons: [],
      },
    ] as const;
    expect(
      why({ gateways: [], lawfulBases: [], confidentiality: [], consents: [], conditions }),
    ).toEqual([
      '- For any sensitive (special category) information (`note`): s35(5) with Sch 8 para 4. The policy document that this calls for is missing.',
    ]);
  });

  test('says which consent is valid, names no power without a rule but by its id, and nothing of the rest', () => {
    const consent = { person: 'child', kind: 'dataProtection', defects: [], reasons: [] } as const;
    expect(
      why({
        lawfulBases: [],
        conditions: [],
        confidentiality: [{ item: 'note', status: 'met', reasons: [] }],
        gateways: [
          { id: 'a-power', kind: 'power', status: 'applies', strength: 'may', reasons: [] },
        ],
        consents: [
          { ...consent, verdict: 'valid' },
          { ...consent, verdict: 'not-needed' },
        ],
      }),
    ).toEqual([
      '- Powers: a-power.',
      '- Any confidence gives way (`note`).',
      '- Data protection consent of `child`: valid.',
    ]);
  });
});

describe('whom to tell', () => {
  type Telling = SharingDecision['informing'][number];
  const tell = (...informing: readonly (Partial<Telling> & Pick<Telling, 'verdict'>)[]) =>
    under(
      'Whom to tell',
      changed({
        informing: informing.map((row) => ({ person: 'child', grounds: [], reasons: [], ...row })),
      }),
    );

  test.each<[Telling['verdict'], string]>([
    ['tell', '- Tell `child`.'],
    ['need-not-tell', '- No need to tell `child`.'],
    ['do-not-tell', '- Do not tell `child`.'],
    ['defer', '- Tell `child` later.'],
    ['undetermined', '- Do not tell `child` yet, since it is not settled whether that is safe.'],
  ])('%s', (verdict, line) => {
    expect(tell({ verdict })).toEqual([line]);
  });

  test('says why in words, the weightiest ground first and each once, with the exemption as cited', () => {
    expect(
      tell({
        verdict: 'do-not-tell',
        grounds: ['prejudices-crime', 'prejudices-serious-crime', 'raises-risk-to-child'],
        exemption: 'Some Act section 1: the words of it',
      }),
    ).toEqual([
      '- Do not tell `child`: it would raise the risk to a child; it would prejudice the prevention or detection of a serious crime (exemption: Some Act section 1).',
    ]);
  });

  test('comes together for those who stand alike, whom not to tell first, with the day by which', () => {
    expect(
      tell(
        { person: 'a', verdict: 'tell' },
        { person: 'b', verdict: 'do-not-tell', grounds: ['raises-risk-to-child'] },
        { person: 'c', verdict: 'tell' },
        { person: 'd', verdict: 'tell', by: '2026-03-05' },
      ),
    ).toEqual([
      '- Do not tell `b`: it would raise the risk to a child.',
      '- Tell `a` and `c`.',
      '- Tell `d`, by 5 March 2026.',
    ]);
  });

  test('names the person in the words of a rule for a ground that has none of its own', () => {
    const because = 'Telling this person would help nobody.';
    const note = changed({
      informing: [
        { person: 'child', verdict: 'do-not-tell', grounds: ['a-ground'], reasons: ['r'] },
      ],
      reasons: [{ rule: 'r', title: 'r', finding: 'met', because, citations: [] }],
    });
    expect(under('Whom to tell', note)).toEqual([
      '- Do not tell `child`: Telling `child` would help nobody.',
    ]);
  });

  test('has words for every ground of the national rules', () => {
    const grounds = national.flatMap(({ event }) =>
      event.type === 'not-telling' ? [event.params.ground] : [],
    );
    expect(Object.keys(groundWords).sort()).toEqual([...new Set(grounds)].sort());
  });
});

describe('what is still to be asked', () => {
  const ask = (fact: string, said: Partial<SharingDecision['questions'][number]> = {}) => ({
    fact,
    question: `What of ${fact}?`,
    kind: 'observation' as const,
    because: 'Why.',
    scope: {},
    items: ['note'],
    ...said,
  });
  const asking = (questions: SharingDecision['questions'], said: Partial<SharingDecision> = {}) =>
    under('Still to be asked', changed({ assumptions: [], questions, ...said }));

  test('is a few questions, those that decide what can be shared first, and the rest are counted', () => {
    const many = Array.from({ length: 10 }, (_, index) => ask(`q${index}`));
    const lines = asking([...many, ask('telling', { items: [] })]);
    expect(lines.slice(0, 2)).toEqual(['**These decide what can be shared**', '- What of q0?']);
    expect(lines.slice(8)).toEqual([
      '- What of q7?',
      '- And 2 more questions.',
      '**These decide whom to tell; what can be shared does not wait for them**',
      '- What of telling?',
    ]);
    expect(asking(many.slice(0, 9)).at(-1)).toBe('- And 1 more question.');
    expect(asking(many.slice(0, 8)).at(-1)).toBe('- What of q7?');
  });

  test('puts a piece or person in the place of "this", or names them after the question', () => {
    const said = 'Is this piece right?';
    expect(
      asking([
        ask('a', { question: said, scope: { item: 'note' } }),
        ask('a', { question: said, scope: { item: 'letter' } }),
        ask('b', { scope: { person: 'child' } }),
        ask('c', { scope: { item: 'note' } }),
      ]).slice(1),
    ).toEqual([
      '- Is `note` or `letter` right?',
      '- What of b? (`child`)',
      '- What of c? (`note`)',
    ]);
  });

  test('says which consent of a person is meant, and asks of each kind by itself', () => {
    const of = (person: string, consent: 'confidentiality' | 'service') =>
      ask('given', { scope: { person, consent } });
    expect(
      asking([of('a', 'service'), of('b', 'service'), of('a', 'confidentiality')]).slice(1),
    ).toEqual([
      '- What of given? (`a`, `b`, agreement to the service)',
      '- What of given? (`a`, agreement to set confidence aside)',
    ]);
  });

  test('does not name the only piece there is', () => {
    const items = decision.items.slice(0, 1);
    expect(asking([ask('c', { scope: { item: 'note' } })], { items })[1]).toBe('- What of c?');
    expect(asking([ask('c', { scope: { person: 'child' } })], { items })[1]).toBe(
      '- What of c? (`child`)',
    );
  });

  test('is confirmed as you share what goes in spite of it, and of that piece, person and consent only', () => {
    const scopes = [
      { item: 'note' },
      { item: 'letter' },
      { person: 'child', consent: 'service' },
      { person: 'child', consent: 'confidentiality' },
      { person: 'mother', consent: 'service' },
    ] as const;
    const [note, letter, service, confidence, other] = scopes;
    const questions = [
      ...[note, letter].map((scope) => ask('a', { scope })),
      ask('b', { scope: note }),
      ...[service, confidence, other].map((scope) => ask('c', { scope })),
    ];
    const assumptions = (
      [
        ['a', note],
        ['c', service],
      ] as const
    ).map(([fact, scope]) => ({ fact, scope, items: ['note'], reasons: [] }));
    const step = { level: 'should', status: 'applies', text: 'Confirm.', reasons: [] } as const;
    const confirming = { ...step, id: 'confirm-before-sharing' } as const;
    const open = [
      '**These decide what can be shared**',
      '- What of a? (`letter`)',
      '- What of b? (`note`)',
      '- What of c? (`child`, agreement to set confidence aside)',
      '- What of c? (`mother`, agreement to the service)',
    ];
    expect(
      asking(questions, { assumptions, obligations: [{ ...confirming, when: 'with' }] }),
    ).toEqual([
      '**To confirm as you share, or afterwards**',
      '- What of a? (`note`)',
      '- What of c? (`child`, agreement to the service)',
      ...open,
    ]);
    const before = { assumptions, obligations: [{ ...confirming, when: 'before' }] } as const;
    expect(asking(questions, before)).toEqual(open);
    expect(under('What to do now', changed({ ...before, questions }))).toEqual([
      '**Before you share**',
      '1. Should: Confirm: What of a? (`note`) What of c? (`child`, agreement to the service)',
    ]);
    const another = { ...step, id: 'share-minimum', when: 'with' } as const;
    expect(asking(questions, { assumptions, obligations: [another] })).toEqual(open);
  });

  test('asks first of those of whom it is not settled whether they may be told', () => {
    const telling = ['child', 'father'].map((person) =>
      ask(person, { scope: { person }, items: [] }),
    );
    expect(asking(telling).slice(1)).toEqual([
      '- What of father? (`father`)',
      '- What of child? (`child`)',
    ]);
    expect(asking(telling, { items: [] })[0]).toBe('**These decide whom to tell**');
  });
});

test('advice is told as one sentence, whatever stops it has within', () => {
  const advice = [{ who: 'legal', about: 'a doubt under s. 47.', reasons: [] }] as const;
  expect(under('Advice to get', changed({ advice: [...advice] }))).toEqual([
    '- A lawyer: a doubt under s. 47.',
  ]);
});

test('a record tells yes, no, words and lists of what is known', () => {
  const entry = { level: 'must', timing: 'before', status: 'applies', sources: [], reasons: [] };
  const record = [
    { ...entry, field: 'method', value: 'post' },
    { ...entry, field: 'consent', value: false },
    { ...entry, field: 'shared', value: ['police', 'court'] },
    { ...entry, field: 'decided-by', value: 'x' },
    { ...entry, field: 'why', status: 'undetermined' },
    { ...entry, field: 'lawful-basis' },
    { ...entry, field: 'expected-actions', level: 'should', timing: 'as-soon-as-possible-after' },
  ] as SharingDecision['record'];
  expect(
    under('Record, as soon as you can and never as a reason to wait', changed({ record })),
  ).toEqual([
    '**Known already**',
    '- How it is sent: post',
    '- Consent and agreement: no',
    '- What was shared: the police, a court',
    '**To write down**',
    `- Lawful basis (required by law) (before sharing): ${blank}`,
    `- What the recipient is expected to do: ${blank}`,
  ]);
});

describe('a record leaves to the rest of the note', () => {
  type Field = SharingDecision['record'][number]['field'];
  type Rows<K extends 'conditions' | 'consents' | 'gateways' | 'informing' | 'items'> =
    SharingDecision[K][number];
  const item = (ref: string, verdict: Rows<'items'>['verdict']): Rows<'items'> => ({
    ref,
    verdict,
    strength: 'may',
    changes: [],
    reasons: [],
  });
  const gateway = (
    kind: Rows<'gateways'>['kind'],
    status: Rows<'gateways'>['status'] = 'applies',
  ): Rows<'gateways'> => ({ id: kind, kind, status, strength: 'may', reasons: [] });
  const condition = (
    article: Rows<'conditions'>['article'],
    status: Rows<'conditions'>['status'] = 'available',
  ): Rows<'conditions'> => ({
    item: 'note',
    article,
    status,
    appropriatePolicyDocument: 'not-needed',
    reasons: [],
  });
  const telling = (...grounds: string[]): Rows<'informing'> => ({
    person: 'child',
    verdict: 'tell',
    grounds,
    reasons: [],
  });
  const consent = (verdict: Rows<'consents'>['verdict']): Rows<'consents'> => ({
    person: 'child',
    kind: 'service',
    verdict,
    defects: [],
    reasons: [],
  });
  const bare = {
    items: [item('note', 'share')],
    gateways: [],
    conditions: [],
    informing: [],
    consents: [],
  };
  const recorded = (fields: readonly Field[], said: Partial<SharingDecision>) =>
    under(
      'Record, as soon as you can and never as a reason to wait',
      changed({
        ...bare,
        ...said,
        record: fields.map((field) => ({
          field,
          level: 'should',
          timing: 'as-soon-as-possible-after',
          status: 'applies',
          sources: [],
          reasons: [],
        })),
      }),
    );

  test.each<[Field, string, Partial<SharingDecision>, boolean]>([
    ['shared', 'where something goes', {}, true],
    ['shared', 'where nothing goes', { items: [item('note', 'withhold')] }, false],
    ['not-shared', 'where all goes', {}, false],
    [
      'not-shared',
      'where some is held',
      { items: [item('note', 'share'), item('letter', 'withhold')] },
      true,
    ],
    [
      'power-or-duty',
      'where none applies',
      { gateways: [gateway('power', 'does-not-apply')] },
      false,
    ],
    [
      'power-or-duty',
      'where only a restriction does',
      { gateways: [gateway('restriction')] },
      false,
    ],
    [
      'power-or-duty',
      'where a power applies beside a restriction',
      { gateways: [gateway('restriction'), gateway('power')] },
      true,
    ],
    ['special-category-condition', 'where one is', { conditions: [condition('9(2)(g)')] }, true],
    [
      'special-category-condition',
      'where one is, beside one of offences',
      { conditions: [condition('10'), condition('9(2)(g)')] },
      true,
    ],
    [
      'special-category-condition',
      'where it is of no use',
      { conditions: [condition('9(2)(g)', 'unavailable')] },
      false,
    ],
    ['special-category-condition', 'of offences', { conditions: [condition('10')] }, false],
    ['offence-data-condition', 'where one is', { conditions: [condition('10')] }, true],
    [
      'offence-data-condition',
      'where one is, beside another',
      { conditions: [condition('9(2)(g)'), condition('10')] },
      true,
    ],
    ['offence-data-condition', 'of another kind', { conditions: [condition('9(2)(g)')] }, false],
    ['ground-for-not-telling', 'of nobody', { informing: [telling()] }, false],
    [
      'ground-for-not-telling',
      'of one of them',
      { informing: [telling(), telling('a-ground')] },
      true,
    ],
    ['consent', 'that is valid', { consents: [consent('valid')] }, true],
    [
      'consent',
      'that is not valid, beside one that is not needed',
      { consents: [consent('not-needed'), consent('invalid')] },
      true,
    ],
    ['consent', 'that is not needed', { consents: [consent('not-needed')] }, false],
  ])('%s %s', (field, _, said, told) => {
    const lines = recorded([field], said);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(told ? '**Known already**' : '**To write down**');
    expect(lines[1]?.startsWith('- Told above: ')).toBe(told);
  });

  test('what it tells of several things, one after another', () => {
    expect(recorded(['shared', 'consent'], { consents: [consent('valid')] })).toEqual([
      '**Known already**',
      '- Told above: what was shared; consent and agreement',
    ]);
  });
});

describe('the references', () => {
  test('are of the rules that what goes, what is held and the telling rest on, and of no other', () => {
    const ids = [
      'held',
      'going',
      'basis',
      'other-basis',
      'condition',
      'condition-held',
      'condition-open',
      'confidence',
      'confidence-held',
      'confidence-open',
      'gateway',
      'gateway-open',
      'telling',
      'unmet',
    ];
    const row = (rule: string, item = 'note') => ({ item, reasons: [rule] });
    const condition = {
      article: '9(2)(g)',
      appropriatePolicyDocument: 'not-needed',
      status: 'available',
    } as const;
    const written = changed({
      reasons: ids.map((rule) => ({
        rule,
        title: rule,
        finding: rule === 'unmet' ? 'not-met' : 'met',
        because: rule,
        citations: [],
      })),
      items: [
        { ref: 'note', verdict: 'share', strength: 'may', changes: [], reasons: ['going'] },
        {
          ref: 'letter',
          verdict: 'withhold',
          strength: 'may',
          changes: [],
          reasons: ['held', 'unmet'],
        },
      ],
      lawfulBases: ['basis', 'other-basis'].map((rule) => ({
        article: '6(1)(e)',
        items: ['note'],
        status: 'available',
        preferred: rule === 'basis',
        reasons: [rule],
      })),
      conditions: [
        { ...condition, ...row('condition') },
        { ...condition, ...row('condition-held', 'letter') },
        { ...condition, ...row('condition-open'), status: 'undetermined' },
      ],
      confidentiality: [
        { ...row('confidence'), status: 'met' },
        { ...row('confidence-held', 'letter'), status: 'met' },
        { ...row('confidence-open'), status: 'undetermined' },
      ],
      gateways: (['applies', 'undetermined'] as const).map((status) => ({
        id: status,
        kind: 'power',
        status,
        strength: 'may',
        reasons: [status === 'applies' ? 'gateway' : 'gateway-open'],
      })),
      informing: [{ person: 'child', verdict: 'tell', grounds: [], reasons: ['telling'] }],
    });
    expect(under('References', written).find((line) => line.startsWith('- Rules: '))).toBe(
      '- Rules: basis, condition, confidence, gateway, held, telling.',
    );
  });

  test('name the places of a source in order', () => {
    const [first] = decision.reasons;
    const reasons = ['s 9', 's 1'].map((at, index) => ({
      ...first,
      rule: index ? 'annex' : 'a-duty',
      finding: 'met',
      citations: [{ source: 'synthetic-act', at }],
    })) as SharingDecision['reasons'];
    const humanDecision = { ...decision.humanDecision, citations: [] };
    expect(under('References', changed({ reasons, humanDecision }))[0]).toContain(
      'Synthetic Act, s 1; s 9:',
    );
  });

  test('tell the state of a source that was not checked or is no longer law, and count the rest', () => {
    const [cited] = decision.citations;
    const citations = [
      { ...cited, verified: false, commencement: 'not-commenced' },
      { ...cited, id: 'a-procedure', kind: 'local-procedure' },
      { ...cited, id: 'another' },
    ] as SharingDecision['citations'];
    expect(under('References', changed({ citations })).slice(0, 2)).toEqual([
      '- Synthetic Act, s 1; s 6 (not yet checked against its text; not commenced): https://example.org/synthetic-act',
      '- 2 other sources, listed in the full decision.',
    ]);
  });

  test('leave local procedures to the full decision', () => {
    const citations = decision.citations.map((one) => ({
      ...one,
      kind: 'local-procedure' as const,
    }));
    expect(under('References', changed({ citations }))[0]).toBe(
      '- 1 other source, listed in the full decision.',
    );
  });

  test('are those of what was found, not of all that was looked at', () => {
    const unmet = decision.reasons.map((one) => ({ ...one, finding: 'not-met' as const }));
    const humanDecision = { ...decision.humanDecision, citations: [] };
    expect(under('References', changed({ reasons: unmet, humanDecision }))[0]).toBe(
      '- 1 other source, listed in the full decision.',
    );
  });
});

test('a note of something that identifies nobody has no lines of what is not there', () => {
  const plain = caseNote(
    decided(permissions(), askedOf({ identifies: false, confidential: false })),
  );
  expect(plain.match(/^## .*/gm)).toEqual([
    '## What to share and what not',
    '## Why, and on what basis',
    '## Whom to tell',
    '## Decision of the person responsible',
    '## References',
  ]);
  expect(plain).toContain('(no data protection law, since nobody can be identified)');
});

test('a note of a real request is two pages or so, with no source or sentence twice', () => {
  const school = JSON.parse(
    readFileSync(new URL('../../examples/school-injuries.json', import.meta.url), 'utf8'),
  ) as Parameters<typeof decide>[0];
  const note = caseNote(decide(school));
  const lines = note.split('\n').filter(Boolean);
  const rows = lines.reduce((sum, line) => sum + Math.ceil(line.length / 95), 0);
  expect(rows).toBeLessThan(130);
  expect(lines.length).toBe(new Set(lines).size);
  const named = sources.filter(({ url }) => note.includes(url));
  expect(named.length).toBeLessThan(20);
  for (const word of ['pupil', 'mother', 'father']) expect(note).toContain(`\`${word}\``);
  expect(note).toContain('- Do not tell `mother`: it would raise the risk to a child;');
});
