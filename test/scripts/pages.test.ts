import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import { afterAll, describe, expect, test } from 'vitest';
import { pages, strayPages } from '../../scripts/pages/index.ts';
import { followsOf } from '../../scripts/pages/follows.ts';
import { provisionUrl } from '../../scripts/pages/citations.ts';
import { readRules, root } from '../../scripts/rulebase.ts';
import type { RuleBase, Shelved } from '../../scripts/rulebase.ts';
import type { RuleCase, Table } from '../../src/model/rule.ts';
import { all, any, conclusion, is, not, rule, source } from '../synthetic.ts';

const shelved = (one: Shelved['rule'], cases: RuleCase[] = [], question = 'purpose'): Shelved => ({
  question,
  file: `src/rules/${question}/${one.id}.json`,
  rule: one,
  cases,
});
const ledger = new Map([['GM-045', 'The clause in our own words.']]);
const unverified = { ...source, id: 'other-act', title: 'Other Act', verified: false };
const shelf = [
  shelved(
    conclusion(
      'first',
      all(
        { name: '1(a)', ...is('item.necessary') },
        { name: '1(b)', any: [is('rule.second'), not(is('purpose.kind', 'court'))] },
      ),
      {
        scope: 'item',
        extent: ['england', 'wales'],
        effective: { from: '2018-05-25', to: '2026-02-04' },
        commencement: 'announced',
        ledger: ['GM-045'],
        references: [
          { source: 'synthetic-act', at: 's 1' },
          { source: 'other-act', at: 'Sch 1 para 18(1)' },
        ],
        related: { supersedes: 'third', see: ['second'] },
        rationale: 'Why so.',
        limits: ['not this.'],
      },
    ),
    [
      {
        name: 'is met where it is necessary',
        request: {
          on: '2026-02-04',
          mode: 'proactive',
          people: [{ ref: 'child', consent: { service: { status: 'given' } } }],
          items: [{ ref: 'note', about: ['child'], necessary: true, categories: [] }],
        },
        expect: 'met',
        at: 'note',
      },
      {
        name: 'asks what it is for',
        request: {
          on: '2026-02-04',
          mode: 'seeking',
          allItems: { necessary: 'unsure' },
          people: [],
        },
        expect: 'unknown',
        asks: ['purpose.kind'],
      },
    ],
  ),
  shelved(conclusion('second', is('purpose.legitimate')), [], 'lawful-basis'),
  shelved(conclusion('third', any(is('purpose.legitimate')), { exceptionTo: ['second'] })),
];
const base: RuleBase = {
  shelf,
  sources: [source, unverified],
  packs: [],
  organisations: {},
};
const made = pages(base, ledger);
const first = made['docs/rules/purpose/first.md'] ?? '';

describe('the page of a rule', () => {
  test.each([
    ['its title and summary', '# Title of first\n\nSummary of first.\n'],
    [
      'its id and its question',
      '`first`, one of [Is the purpose one for which it may be used?](../index.md#is-the-purpose-one-for-which-it-may-be-used)',
    ],
    ['its nations', '**Where**: England and Wales\n'],
    ['its dates in words', '**When**: from 25 May 2018 to 4 February 2026 inclusive\n'],
    ['the state of the law', '**State of the law**: announced: its start is not confirmed\n'],
    ['what an announced law does not do', 'Its start is **not confirmed**'],
    ['that nobody reviewed it', 'not yet reviewed by anyone who knows the law\n'],
    ['what was not checked', '**Not checked against the text**: Other Act\n'],
    [
      'its test, numbered and nested, with the limbs of the provision',
      [
        'Met where **all** of these hold:',
        '',
        '1. **1(a)**: Is this piece necessary for the purpose? **yes**',
        '2. _and_ **1(b)**: _at least one of these_',
        '   1. [Title of second](../lawful-basis/second.md): **met**',
        '   2. _or_ _not this_',
        '      1. What is the sharing for? **a court**',
        '',
      ].join('\n'),
    ],
    [
      'what the practitioner is told',
      '- **Met**: because first is met\n- **Not met**: because first is not met\n',
    ],
    ['its citations as links', '1. [Synthetic Act](https://example.org/synthetic-act), s 1\n'],
    [
      'what is doubtful of a citation',
      'Sch 1 para 18(1) (**we have not checked this against the text**)',
    ],
    ['what it takes the place of', 'It takes the place of [Title of third](./third.md).'],
    ['what to see as well', 'See also [Title of second](../lawful-basis/second.md).'],
    [
      'its cases in sentences',
      [
        '1. **Met**: is met where it is necessary.',
        '   - On 4 February 2026, sharing of our own motion.',
        '   - The person `child`.',
        '   - Their agreement to a service: What is the state of this consent? given.',
        '   - The piece `note`: Whom is it about? `child`. What kinds of information does it hold or reveal? none. Is this piece necessary for the purpose? yes.',
        '   - Judged for `note`.',
        '2. **Not known**: asks what it is for.',
        '   - On 4 February 2026, asking for information. There are no people.',
        '   - Every piece: Is this piece necessary for the purpose? nobody knows.',
        '   - It would be settled by: What is the sharing for?',
        '',
      ].join('\n'),
    ],
    ['the clauses that it carries', '- **GM-045**: The clause in our own words.\n'],
    ['why it is encoded so', '## Why it is encoded so\n\nWhy so.\n'],
    ['what it does not decide', '- Not this.\n'],
  ])('tells %s', (_, words) => {
    expect(first).toContain(words);
  });

  test('tells the other side of what rules say of one another', () => {
    const second = made['docs/rules/lawful-basis/second.md'];
    expect(second).toContain('**Unless** [Title of third](../purpose/third.md) is met.');
    expect(second).toContain('Read by: [Title of first](../purpose/first.md).');
    const third = made['docs/rules/purpose/third.md'];
    expect(third).toContain('It is an exception to [Title of second](../lawful-basis/second.md).');
    expect(third).toContain('[Title of first](./first.md) takes its place.');
  });

  test('says which answers may be confirmed just before sharing, through the conclusions that a bar reads', () => {
    const bar = rule({
      id: 'bar',
      event: { type: 'harm', params: { level: 'law' } },
      conditions: is('rule.insecure'),
    });
    const read = conclusion('insecure', is('channel.secure', false));
    const page = pages({ ...base, shelf: [shelved(bar), shelved(read)] }, ledger)[
      'docs/rules/purpose/bar.md'
    ];
    expect(page).toContain('is to be confirmed first: Is that way secure?');
    expect(page).toContain('**Met**: The piece is withheld: the law does not allow it.');
    const without = pages(
      { ...base, shelf: [shelved({ ...bar, conditions: is('purpose.legitimate', false) })] },
      ledger,
    );
    expect(without['docs/rules/purpose/bar.md']).not.toContain('confirmed first');
  });

  test('says who reviewed it and when', () => {
    const reviewed = conclusion('first', is('purpose.legitimate'), {
      review: { state: 'reviewed', by: 'a lawyer', on: '2026-11-01' },
    });
    expect(
      pages({ ...base, shelf: [shelved(reviewed)] }, ledger)['docs/rules/purpose/first.md'],
    ).toContain('reviewed by a lawyer on 1 November 2026');
  });
});

describe('a link to a provision', () => {
  const act = { legislationId: 'ukpga/2018/12' };
  const at = 'https://www.legislation.gov.uk/ukpga/2018/12/';
  test.each([
    ['s 11(2) and Sch 1 para 41', 'section/11'],
    ['ss 157 and 175', 'section/157'],
    ['s 16LA(3)', 'section/16LA'],
    ['Sch 1 para 18(1)(a) to (c), (2) to (4)', 'schedule/1/paragraph/18'],
    ['Sch 1 Part II para 3(2)(a)', 'schedule/1/part/II/paragraph/3'],
    ['Schs 2 and 3', 'schedule/2'],
    ['Art 6(1)(ea) and Annex 1 para 6', 'article/6'],
    ['Art 8A(4)', 'article/8A'],
    ['Annex 1 para 1', 'annex/1'],
    ['regs 14 and 15', 'regulation/14'],
    ['r 12.73', 'rule/12.73'],
    ['Parts 12, 14 and 22', 'part/12'],
  ])('is made of %s', (place, path) => {
    expect(provisionUrl(act, place)).toBe(`${at}${path}`);
  });

  test('is not made where the place or the source is none of legislation', () => {
    expect(provisionUrl(act, 'Recital 46')).toBeUndefined();
    expect(provisionUrl({}, 's 1')).toBeUndefined();
  });
});

const real = readRules();
const whole = pages(real, ledger);

describe('the pages of the rule base', () => {
  test('are one for each rule, and a list that links to each', () => {
    const ofRules = real.shelf.map(
      ({ rule: { id }, question }) => `docs/rules/${question}/${id}.md`,
    );
    expect(ofRules.filter((path) => whole[path] === undefined)).toEqual([]);
    const list = whole['docs/rules/index.md'] ?? '';
    const missing = real.shelf.filter(
      ({ rule: { id }, question }) => !list.includes(`(${question}/${id}.md)`),
    );
    expect(missing).toEqual([]);
  });

  test('link only to pages that there are', () => {
    const broken = Object.entries(whole).flatMap(([path, text]) =>
      [...text.matchAll(/\]\(((?!https?:)[^)#]+\.md)/g)]
        .map(([, to = '']) => join(dirname(path), to))
        .filter((to) => whole[to] === undefined)
        .map((to) => `${path} to ${to}`),
    );
    expect(broken).toEqual([]);
  });

  test('say something of every kind of finding, whether it is met, not met or not known', () => {
    const events = real.shelf.map(({ rule: { event } }) => event);
    const said = events.map((event) => followsOf(event, (id) => id));
    const sentences = said.flatMap(({ met, notMet, unknown }) => [met, notMet, unknown]);
    expect(sentences.filter((text) => !/^[A-Z].*[.?"*]$/.test(text))).toEqual([]);
    expect(new Set(events.map(({ type }) => type)).size).toBe(21);
    expect(
      Object.values(whole).filter((text) => /undefined\b(?!`)|\[object|NaN/.test(text)),
    ).toEqual([]);
  });

  test('are the same every time that they are made', () => {
    expect(pages(readRules(), ledger)).toEqual(whole);
  });

  test('stand as prettier would have them', async () => {
    const paragraph18 = whole['docs/rules/special-category/dpa2018-sch1-p18-3-adult-at-risk.md'];
    for (const page of [first, paragraph18 ?? ''])
      expect(await format(page, { parser: 'markdown', printWidth: 100, singleQuote: true })).toBe(
        page,
      );
  });
});

describe('the pages by source, by organisation and of packs', () => {
  const table: Table = {
    publicAuthority: {
      title: 'Public authority',
      references: [{ source: 'other-act', at: 's 7' }],
      values: {
        police: true,
        pharmacy: 'depends',
        charity: false,
        college: [
          { from: '2000-03-01', to: '2018-05-24', value: false },
          { from: '2018-05-25', value: true },
        ],
      },
    },
  };
  const named = conclusion(
    'named',
    all(
      { name: '2(a)', ...is('sharer.organisation', 'police') },
      {
        name: '2(b)',
        fact: 'recipient.organisation',
        operator: 'notIn',
        value: ['media', 'police'],
      },
    ),
    { references: [{ source: 'synthetic-act', at: 's 10' }] },
  );
  const throughTable = conclusion('through-table', is('sharer.publicAuthority'), {
    references: [{ source: 'synthetic-act', at: 's 2' }],
    effective: { from: '2019-01-01' },
  });
  const turned = conclusion('turned', not(is('sharer.publicAuthority')), {
    effective: { from: '2019-01-01' },
  });
  const past = conclusion('past', is('sharer.publicAuthority', false), {
    effective: { from: '2010-01-01', to: '2018-01-01' },
  });
  const local = rule({
    id: 'local',
    event: { type: 'advice', params: { who: 'manager', about: 'what to do' } },
  });
  const made = pages(
    {
      shelf: [
        shelved(named),
        shelved(throughTable),
        shelved(turned),
        shelved(past),
        shelved(local, [], 'packs/north'),
      ],
      sources: [source, unverified],
      organisations: table,
      packs: [
        {
          id: 'north',
          title: 'Sharing in North',
          publisher: 'North Partnership',
          place: 'North',
          version: '3',
          effective: { from: '2024-05-01', to: '2025-04-30' },
          sources: [],
          contacts: { manager: 'the duty manager' },
          terms: { 'concern.level': { welfare: 'Tier 2' } },
        },
      ],
    },
    ledger,
  );
  const page = (path: string): string => made[`docs/rules/${path}`] ?? '';

  test('list the rules that cite a source by provision, in the order of its numbers', () => {
    expect(page('sources/synthetic-act.md')).toContain(
      [
        '- s 2',
        '  - [Title of through-table](../purpose/through-table.md): a conclusion that other rules read',
        '- s 10',
        '  - [Title of named](../purpose/named.md): a conclusion that other rules read',
      ].join('\n'),
    );
  });

  test('say of a source whether it was checked, and what rests on it', () => {
    expect(page('sources/other-act.md')).toContain(
      '**Our reading**: **not checked against the text**',
    );
    expect(page('sources/other-act.md')).toContain('No rule cites it.');
    expect(page('sources/other-act.md')).toContain('rests on it for\n\n- Public authority\n');
    expect(page('sources/synthetic-act.md')).toContain('**Our reading**: checked against the text');
    expect(page('sources/index.md')).toContain('2 sources; of 1 we have not');
    expect(page('sources/index.md')).toContain('[Other Act](./other-act.md)');
  });

  test('tell which rules name an organisation, and which leave it out', () => {
    expect(page('organisations/police.md')).toContain(
      '## When it shares, or asks\n\n### Rules that name it\n\n- [Title of named](../purpose/named.md), 2(a): asks for it\n',
    );
    expect(page('organisations/police.md')).toContain('2(b): **leaves it out**');
    expect(page('organisations/pharmacy.md')).not.toContain('Title of named');
  });

  test.each([
    ['police', ['through-table']],
    ['pharmacy', ['through-table', 'turned', 'past']],
    ['charity', ['turned', 'past']],
    ['college', ['through-table', 'past']],
  ])('tell which rules %s meets through the table while they are in force', (kind, ids) => {
    const found = ['through-table', 'turned', 'past'].filter((id) =>
      page(`organisations/${kind}.md`).includes(`(../purpose/${id}.md)`),
    );
    expect(found).toEqual(ids);
  });

  test('give the values of the table with their dates', () => {
    expect(page('organisations/college.md')).toContain(
      '**Public authority**: no from 1 March 2000 to 24 May 2018 inclusive; yes from 25 May 2018',
    );
    expect(page('organisations/index.md')).toContain(
      '**Yes, today**: [a college](./college.md), [the police](./police.md)',
    );
  });

  test('say whose a pack is, when it holds, and what it holds', () => {
    for (const words of [
      '# Sharing in North\n\nWhat North Partnership asks for in North, beside the law of the land.',
      '**When**: from 1 May 2024 to 30 April 2025 inclusive',
      '### Someone to ask\n\n- [Title of local](../../packs/north/local.md): Summary of local.',
      '- How serious is the concern for the children?\n  - welfare: **Tier 2**',
      '**A manager**: the duty manager',
      'It never takes away what the law says must be done.',
    ])
      expect(page('packs/north/index.md')).toContain(words);
    expect(page('packs/north/index.md')).not.toContain('a restriction');
  });
});

describe('a page of a rule that is gone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lawful-sharing-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('is found, and none other', () => {
    expect(strayPages(folder, made)).toEqual([]);
    for (const path of [
      ...Object.keys(made),
      'docs/rules/purpose/gone.md',
      'docs/rules/old/gone.md',
    ]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), '');
    }
    expect(strayPages(folder, made)).toEqual([
      'docs/rules/old/gone.md',
      'docs/rules/purpose/gone.md',
    ]);
  });

  test('does not stand in this project; else run `npm run generate`', () => {
    expect(strayPages(root, whole)).toEqual([]);
  });
});
