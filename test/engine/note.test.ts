import { describe, expect, test } from 'vitest';
import { caseNote } from '../../src/engine/note.ts';
import type { SharingDecision } from '../../src/model/decision.ts';
import type { Rule } from '../../src/model/rule.ts';
import { always, is, never, request } from '../synthetic.ts';
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
const markdown = caseNote(decision);
const text = caseNote(decision, { format: 'text' });

/** The lines under a heading of a note in Markdown. */
const under = (heading: string, written: string = markdown): string[] => {
  const [, after = ''] = written.split(`## ${heading}\n\n`);
  return (after.split('\n\n')[0] ?? '').split('\n').filter(Boolean);
};

describe('a note in Markdown', () => {
  test('begins with the outcome, its strength, the summary and the urgency', () => {
    expect(markdown.split('\n').slice(0, 5)).toEqual([
      '# Share in part (must)',
      '',
      'outcome.share-in-part strength.must doNotTell',
      '',
      'Urgency: without delay.',
    ]);
  });

  test.each<[string, string[]]>([
    [
      'What goes and what does not',
      [
        '- note: share, with changes (must): label opinion',
        '- letter: hold back',
        '  - because inaccurate is met',
      ],
    ],
    [
      'Ask next',
      [
        '- Would telling this person raise the risk to a child? (person father) Then they are not told.',
      ],
    ],
    ['What would change this', ['- letter: remedyIs it accurately recorded? Yes.']],
    [
      'Lawful footing',
      [
        '- Article 6(1)(ea), Annex 1 paragraph 6 (preferred): note, letter',
        '  - because annex is met',
        '- Article 6(1)(e): note, letter',
        '- s35(2)(b): note, letter',
        '- Article 10: note',
        '- Article 9(2)(g), Schedule 1 paragraph 18: note',
        '- Article 9(2)(h), Schedule 1 paragraph 2: note (the policy document is missing)',
        '- Article 10: letter',
        '- Article 9(2)(g), Schedule 1 paragraph 18: letter',
        '- Article 9(2)(h), Schedule 1 paragraph 2: letter (the policy document is missing)',
        '- Confidence gives way (public interest): note',
        '- Confidence gives way (public interest): letter',
      ],
    ],
    [
      'Duties, powers and restrictions',
      [
        '- Title of a-duty (a-duty-gateway): duty, must',
        '- Title of power (power-gateway): power, may',
      ],
    ],
    ['Consent', ['- child: agreement to the service is not valid: not sought']],
    [
      'Telling people',
      [
        '- child: do not tell them',
        '  - because telling is met',
        '- mother: tell them of this sharing',
        '- father: not settled whether to tell them',
      ],
    ],
    ['Before sharing', ['- must: Verify first.']],
    ['With the information', ['- should: Share little.']],
    ['Afterwards', ['- could: Follow up. By 2026-03-05.']],
    [
      'May also apply, depending on what is not known yet',
      ['- must: Call.', '- should: Offer.', '- must: Review.'],
    ],
    ['Advice', ['- safeguarding lead: a doubt']],
    [
      'Record, as soon as possible and never as a reason to wait',
      [
        '- consent (could), before sharing',
        '- purpose (must): yes, before sharing',
        '- why (should): neglect, missing',
      ],
    ],
    ['Cautions', ['- because cautioning is met']],
    ['Sources', ['- Synthetic Act, s 1; s 6: https://example.org/synthetic-act']],
  ])('has under "%s" what the decision says', (heading, lines) => {
    expect(under(heading)).toEqual(lines);
  });

  test('ends with why a human decides and what it was made of', () => {
    expect(markdown.split('\n').slice(-3)).toEqual([
      'human (Synthetic Act, s 6)',
      'Decided as at 2026-03-02 under uk-gdpr, by lawful-sharing 0.0.0, law as at 2026-06-01. Not legal advice.',
      '',
    ]);
  });

  test('is the form that is written unless another is asked for', () => {
    expect(caseNote(decision, {})).toBe(markdown);
    expect(caseNote(decision, { format: 'markdown' })).toBe(markdown);
  });
});

test('a note in plain text says the same without marks of Markdown', () => {
  expect(text).not.toMatch(/^#|^- /m);
  expect(text.split('\n').slice(0, 2)).toEqual(['Share in part (must)', '====================']);
  expect(text).toContain(
    '\nTelling people\n--------------\n* child: do not tell them\n    because telling is met\n',
  );
  const words = (written: string) =>
    written
      .split('\n')
      .filter((line) => !/^[=-]+$/.test(line))
      .join(' ')
      .replace(/[#*-]/g, ' ')
      .split(/\s+/)
      .filter(Boolean);
  expect(words(text)).toEqual(words(markdown));
});

test.each([
  ['Markdown', markdown],
  ['plain text', text],
])('a note in %s holds words, never an object or a gap', (_, written) => {
  expect(written).not.toMatch(/undefined|\[object|null|NaN/);
  expect(written.endsWith('\n') && !written.endsWith('\n\n')).toBe(true);
});

describe('the head of a note', () => {
  const head = (by: readonly Rule[], input: unknown) => caseNote(decided(by, input)).split('\n')[0];
  test.each<[Record<string, unknown>, string]>([
    [{ relevant: true }, '# Share (may)'],
    [{ relevant: false }, '# Do not share (must)'],
    [{ relevant: 'unsure' }, '# Seek advice'],
    [{}, '# More information needed'],
  ])('of an item %j is %s', (item, line) => {
    const by = [...permissions(), bar('irrelevant', is('item.relevant', false), { scope: 'item' })];
    expect(head(by, askedOf(item))).toBe(line);
  });

  test('says nothing of an urgency that is routine, and has no heading without lines', () => {
    const plain = caseNote(
      decided(permissions(), askedOf({ identifies: false, confidential: false })),
    );
    expect(plain).not.toMatch(/Urgency/);
    expect(plain.match(/^## .*/gm)).toEqual([
      '## What goes and what does not',
      '## Duties, powers and restrictions',
      '## Telling people',
      '## Sources',
    ]);
    expect(plain).toContain('under none,');
  });
});

describe('every word of a decision has words of its own in a note', () => {
  const changed = (said: Partial<SharingDecision>) => caseNote({ ...decision, ...said });
  test.each(['tell', 'need-not-tell', 'do-not-tell', 'defer', 'undetermined'] as const)(
    'telling: %s',
    (verdict) => {
      const [line = ''] = under(
        'Telling people',
        changed({ informing: [{ person: 'child', verdict, grounds: [], reasons: [] }] }),
      );
      const words = {
        tell: 'tell them of this sharing',
        'need-not-tell': 'need not be told of this sharing',
        'do-not-tell': 'do not tell them',
        defer: 'tell them later',
        undetermined: 'not settled whether to tell them',
      };
      expect(line).toBe(`- child: ${words[verdict]}`);
    },
  );

  test.each([
    ['dataProtection', 'valid', 'data protection consent is valid'],
    ['confidentiality', 'not-needed', 'consent to disclose what is confidential is not needed'],
    ['service', 'not-appropriate', 'agreement to the service is not to be asked for'],
    ['service', 'undetermined', 'agreement to the service is not known to be valid'],
    ['service', 'invalid', 'agreement to the service is not valid'],
  ] as const)('consent: %s %s', (kind, verdict, words) => {
    expect(
      under(
        'Consent',
        changed({ consents: [{ person: 'child', kind, verdict, defects: [], reasons: [] }] }),
      ),
    ).toEqual([`- child: ${words}`]);
  });

  test('items that go, are held back or are not settled', () => {
    const item = { ref: 'note', strength: 'may', changes: [], reasons: [] } as const;
    const lines = (verdict: SharingDecision['items'][number]['verdict']) =>
      under('What goes and what does not', changed({ items: [{ ...item, verdict }] }));
    expect(lines('share')).toEqual(['- note: share (may)']);
    expect(lines('withhold')).toEqual(['- note: hold back']);
    expect(lines('undetermined')).toEqual(['- note: not settled']);
  });

  test('what a paragraph or an article is called, where it is not a number', () => {
    const conditions = [
      {
        item: 'note',
        article: 'sch3(8)',
        schedule1: 'Part 1',
        status: 'available',
        appropriatePolicyDocument: 'needed',
        reasons: [],
      },
    ] as const;
    expect(
      under('Lawful footing', changed({ lawfulBases: [], confidentiality: [], conditions })),
    ).toEqual(['- sch3(8), Part 1: note']);
  });

  test('answers: yes, no and words', () => {
    const entry = {
      field: 'purpose',
      level: 'must',
      timing: 'before',
      status: 'applies',
      sources: [],
      reasons: [],
    } as const;
    const heading = 'Record, as soon as possible and never as a reason to wait';
    const line = (value: boolean | string) =>
      under(heading, changed({ record: [{ ...entry, value }] }));
    expect(line(true)).toEqual(['- purpose (must): yes, before sharing']);
    expect(line(false)).toEqual(['- purpose (must): no, before sharing']);
    expect(line('police')).toEqual(['- purpose (must): police, before sharing']);
  });

  test('questions about an item, a person or the whole case', () => {
    const ask = {
      fact: 'a.fact',
      question: 'What?',
      kind: 'observation',
      because: 'Why.',
      items: [],
    } as const;
    expect(
      under(
        'Ask next',
        changed({
          questions: [
            { ...ask, scope: {} },
            { ...ask, scope: { item: 'note' } },
            { ...ask, scope: { person: 'child' } },
            { ...ask, scope: { person: 'child', consent: 'service' } },
          ],
        }),
      ),
    ).toEqual([
      '- What? Why.',
      '- What? (item note) Why.',
      '- What? (person child) Why.',
      '- What? (person child, agreement to the service) Why.',
    ]);
  });

  test('the state of a source that was not verified or is no longer law', () => {
    const [cited] = decision.citations;
    const citations = [
      { ...cited, verified: false, commencement: 'not-commenced' },
    ] as SharingDecision['citations'];
    expect(under('Sources', changed({ citations }))).toEqual([
      '- Synthetic Act, s 1; s 6 (text not verified, not commenced): https://example.org/synthetic-act',
    ]);
  });
});

describe('a note that lacks what it would quote', () => {
  test('names the source or the gateway by its id, and leaves the reason out', () => {
    const bare = caseNote({ ...decision, reasons: [], citations: [] });
    expect(bare).toContain('human (synthetic-act, s 6)');
    expect(under('Duties, powers and restrictions', bare)).toEqual([
      '- a-duty-gateway (a-duty-gateway): duty, must',
      '- power-gateway (power-gateway): power, may',
    ]);
    expect(bare).not.toContain('  - because');
    expect(under('Sources', bare)).toEqual([]);
  });

  test('gives no reason that is not known', () => {
    const unsettled = [...permissions(), bar('the-bar', always, { scope: 'item' })];
    const { reasons, ...rest } = decided(unsettled, asked());
    const unknown = reasons.map((one) => ({ ...one, finding: 'unknown' as const }));
    expect(under('What goes and what does not', caseNote({ ...rest, reasons: unknown }))).toEqual([
      '- note: hold back',
    ]);
  });

  test('names a confidence that gives way without saying by what', () => {
    const confidentiality = [{ item: 'note', status: 'met' as const, reasons: [] }];
    expect(caseNote({ ...decision, confidentiality })).toContain('- Confidence gives way (): note');
  });

  test('gives a gateway without reasons its own id', () => {
    const gateways = [
      { id: 'a-gateway', kind: 'power', status: 'applies', strength: 'may', reasons: [] },
    ] as const;
    expect(caseNote({ ...decision, gateways })).toContain('- a-gateway (a-gateway): power, may');
  });
});

test('a note lists the sources of what was found, not of all that was looked at', () => {
  const rules = permissions({ basis: { conditions: never } });
  const { reasons, ...rest } = decided(rules, request());
  const unmet = reasons.map((one) => ({ ...one, finding: 'not-met' as const }));
  const humanDecision = { ...rest.humanDecision, citations: [] };
  expect(under('Sources', caseNote({ ...rest, reasons: unmet, humanDecision }))).toEqual([]);
});
