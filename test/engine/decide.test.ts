import { describe, expect, test } from 'vitest';
import type { SharingDecision } from '../../src/model/decision.ts';
import type { Rule, RuleEvent, Source } from '../../src/model/rule.ts';
import { always, foundation, is, never, pack, request, rule, source, texts } from '../synthetic.ts';
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
  permissionsBut,
} from './permitting.ts';

const open = is('purpose.compatible');
const finding = (id: string, event: RuleEvent, said: Partial<Rule> = {}) =>
  rule({ id, event, ...said });

/** A rule of every kind, so that every part of a decision has something to say. */
const everyKind: Rule[] = [
  ...permissions(),
  duty('a-duty', open, { strength: 'should' }),
  finds(
    'restricting',
    { type: 'restriction', params: { gateway: 'a-restriction', level: 'law' } },
    is('item.restriction', 'court-order'),
    { scope: 'item' },
  ),
  bar('harming', is('item.accurate', false), { scope: 'item' }),
  finds('agreeing', { type: 'guidance-condition', params: { level: 'guidance' } }, never),
  finds(
    'defect',
    { type: 'consent-defect', params: { defect: 'implied' } },
    is('consent.implied'),
    { scope: 'consent' },
  ),
  finds(
    'telling',
    { type: 'not-telling', params: { grade: 'defer', ground: 'a-ground', unknown: 'ask' } },
    is('person.informing.wouldDelayEnquiries'),
    { scope: 'person' },
  ),
  finds(
    'changing',
    { type: 'change', params: { change: 'label-opinion' } },
    is('item.nature', 'opinion'),
    { scope: 'item' },
  ),
  finding('obliging', {
    type: 'obligation',
    params: { obligation: 'record-decision', level: 'must', when: 'after', text: 'record it' },
  }),
  finding('advising', { type: 'advice', params: { who: 'manager', about: 'a doubt' } }),
  finding('recording', {
    type: 'record-field',
    params: { field: 'why', level: 'must', timing: 'before' },
  }),
  finding('urging', { type: 'urgency', params: { urgency: 'without-delay' } }),
  finding(
    'cautioning',
    { type: 'caution', params: {} },
    {
      references: [
        { source: source.id, at: 's 9' },
        { source: source.id, at: 's 10' },
      ],
    },
  ),
  finding('silent', { type: 'conclusion', params: {} }),
];
const people = [
  { ...child, informing: { wouldDelayEnquiries: true } },
  { ref: 'mother', consent: { service: { status: 'given', implied: true } } },
];
const items = [
  { ...note, nature: 'opinion', accurate: true },
  { ...note, ref: 'letter', about: ['mother'], accurate: false, restriction: 'none' },
  { ...note, ref: 'record', about: ['child', 'mother'], restriction: 'unsure' },
];
const whole = asked({ people, items, concern: { level: 'significant-harm' } });

/** Every list of reasons anywhere in a decision, with where it stands. */
function* reasonsIn(value: unknown, path = ''): Generator<[string, readonly string[]]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (key === 'reasons' && path !== '') yield [path, part as readonly string[]];
    else if (!(key === 'reasons' && path === '')) yield* reasonsIn(part, `${path}/${key}`);
  }
}

describe('the reasons of a decision', () => {
  // Why: decided in each test, so that it is known which tests a line of the code is tried by.
  const read = () => {
    const decision = decided(everyKind, whole);
    const explained = new Map(decision.reasons.map((one) => [one.rule, one]));
    return { decision, explained, given: [...reasonsIn(decision)] };
  };

  test('hold every rule that some part gives as a reason, once and in order', () => {
    const { decision, explained, given } = read();
    const mentioned = new Set(given.flatMap(([, ids]) => ids));
    expect([...mentioned].filter((id) => !explained.has(id))).toEqual([]);
    expect(decision.reasons.map(({ rule: id }) => id)).toEqual(
      [...new Set(explained.keys())].sort(),
    );
    expect([...explained.keys()].filter((id) => !mentioned.has(id))).toEqual(['urging']);
  });

  test('are sorted wherever they stand', () => {
    const { given } = read();
    for (const [path, ids] of given) expect([path, ids]).toEqual([path, [...ids].sort()]);
    expect(given.length).toBeGreaterThan(15);
  });

  test('are in the words of what was found', () => {
    const { explained } = read();
    expect(explained.get('obliging')).toEqual({
      rule: 'obliging',
      title: 'Title of obliging',
      finding: 'met',
      because: 'because obliging is met',
      citations: [{ source: 'synthetic-act', at: 's 1' }],
    });
    expect(explained.get('a-duty')).toMatchObject({ finding: 'unknown', because: 'unknown' });
    const without = decided(permissions({ basis: { conditions: never } }), asked());
    expect(without.reasons.find(({ rule: id }) => id === 'basis')).toMatchObject({
      finding: 'not-met',
      because: 'because basis is not met',
    });
  });

  test('leave out rules that nothing rests on', () => {
    const { explained } = read();
    expect(explained.has('silent')).toBe(false);
    expect(explained.has('agreeing')).toBe(false);
  });

  test('of law that has not commenced say what it would find', () => {
    const { reasons } = decided(
      [duty('a-duty', always, {}, { commencement: 'not-commenced' })],
      asked(),
    );
    expect(reasons).toMatchObject([{ rule: 'a-duty', finding: 'met' }]);
    const ofItem = duty(
      'a-duty',
      is('item.relevant'),
      {},
      { scope: 'item', commencement: 'announced' },
    );
    const two = (first: boolean) =>
      asked({
        items: [
          { ...note, relevant: first },
          { ...note, ref: 'letter', relevant: !first },
        ],
      });
    for (const first of [true, false]) {
      expect(decided([ofItem], two(first)).reasons).toMatchObject([{ finding: 'met' }]);
    }
  });
});

describe('the reasons of an item', () => {
  const reasonsOf = (rules: readonly Rule[], input: unknown = asked()) =>
    decided(rules, input).items[0]?.reasons;
  test('that goes are the permissions that were needed and met, its duties and its changes', () => {
    const rules = [
      ...permissions({ special: { conditions: open } }),
      duty('a-duty'),
      duty('b-duty', open),
      finds('changing', { type: 'change', params: { change: 'label-opinion' } }),
    ];
    expect(reasonsOf(rules, askedOf({ categories: ['family'], confidential: false }))).toEqual([
      'a-duty',
      'basis',
      'changing',
      'power',
      'purpose',
    ]);
    expect(
      reasonsOf(
        rules,
        askedOf(
          { identifies: false, confidential: false, categories: [] },
          { sharer: { organisation: 'charity' } },
        ),
      ),
    ).toEqual(['a-duty', 'changing', 'purpose']);
  });

  test('that goes are the announced duties that it would be under, too', () => {
    const announced = (id: string, on: Rule['conditions']) =>
      duty(id, on, {}, { scope: 'item', commencement: 'announced' });
    const rules = [
      ...permissions(),
      announced('a-duty', is('item.relevant')),
      announced('b-duty', is('item.relevant', false)),
      announced('c-duty', open),
      duty('d-duty', always, {}, { commencement: 'not-commenced' }),
    ];
    const decision = decided(
      rules,
      asked({
        items: [
          { ...note, relevant: true },
          { ...note, ref: 'letter', relevant: false },
        ],
      }),
    );
    expect(
      decision.items.map(({ reasons }) => reasons.filter((id) => id.endsWith('duty'))),
    ).toEqual([['a-duty'], ['b-duty']]);
    expect(decision.reasons.map(({ rule: id }) => id)).toEqual(
      expect.arrayContaining(['a-duty', 'b-duty']),
    );
  });

  test('that is withheld are the bars that are met and all that could have met a missing need', () => {
    const rules = [
      ...permissions({ basis: { conditions: never } }),
      finds(
        'other-basis',
        { type: 'lawful-basis', params: { article: '6(1)(d)', preference: 9 } },
        open,
        { effective: { from: '2027-01-01' } },
      ),
      bar('met-bar', always),
      bar('open-bar', open),
    ];
    expect(reasonsOf(rules)).toEqual(['basis', 'met-bar']);
  });

  test('that is open are the bars that hold it and the permissions that are open', () => {
    const rules = [
      ...permissions({ basis: { conditions: open } }),
      finds(
        'no-basis',
        { type: 'lawful-basis', params: { article: '6(1)(d)', preference: 9 } },
        never,
      ),
      bar('holding', is('purpose.legitimate', false)),
      bar('confirming', is('item.accurate', false), { scope: 'item' }),
      duty('a-duty'),
    ];
    expect(reasonsOf(rules)).toEqual(['basis', 'holding']);
  });
});

describe('the citations of a decision', () => {
  const other = (id: string, said: Partial<Source> = {}): Source => ({
    ...source,
    id,
    title: `Title of ${id}`,
    ...said,
  });
  const build = (rules: readonly Rule[], sources: Source[], input: unknown = asked()) =>
    decided(
      rules,
      input,
      {},
      { pack: pack(rules, { sources }), texts: { ...texts, humanReferences: [] } },
    );
  const cautioning = (...references: Rule['references']) => [
    finding('cautioning', { type: 'caution', params: {} }, { references }),
  ];

  test('hold every source cited once, with all places in it', () => {
    const decision = decided(everyKind, whole);
    expect(decision.citations).toEqual([
      {
        id: 'synthetic-act',
        title: 'Synthetic Act',
        pinpoint: 's 1; s 10; s 6; s 9',
        kind: 'act',
        url: 'https://example.org/synthetic-act',
        from: '2000-03-01',
        verified: true,
        commencement: 'in-force',
      },
    ]);
    const cited = new Set(decision.citations.map(({ id }) => id));
    const all = [
      ...decision.reasons.flatMap(({ citations }) => citations),
      ...decision.humanDecision.citations,
    ];
    expect(all.filter(({ source: id }) => !cited.has(id))).toEqual([]);
  });

  test('come in the order of their ids', () => {
    const rules = cautioning({ source: 'z-act', at: 's 1' }, { source: 'a-act', at: 's 2' });
    expect(
      build(rules, [other('z-act'), other('a-act', { to: '2030-01-01' })]).citations,
    ).toMatchObject([{ id: 'a-act', to: '2030-01-01' }, { id: 'z-act' }]);
  });

  test('are to the sources in force on the date, where some are', () => {
    const rules = cautioning({ source: 'old-act', at: 's 1' }, { source: 'new-act', at: 's 2' });
    const sources = [
      other('old-act', { to: '2025-12-31' }),
      other('new-act', { from: '2026-01-01' }),
    ];
    const cited = (on: string, of = sources) =>
      build(rules, of, asked({ on })).citations.map(({ id }) => id);
    expect(cited('2026-03-02')).toEqual(['new-act']);
    expect(cited('2025-12-31')).toEqual(['old-act']);
    expect(
      cited('2026-03-02', [
        other('old-act', { to: '2020-01-01' }),
        other('new-act', { from: '2027-01-01' }),
      ]),
    ).toEqual(['new-act', 'old-act']);
  });

  test('are to sources that exist', () => {
    expect(build(cautioning({ source: 'no-act', at: 's 1' }), []).citations).toEqual([]);
  });

  test('say in law why a human decides, by the law of the date', () => {
    const humanReferences = [
      { source: source.id, at: 's 7', from: '2000-03-01', to: '2026-02-04' },
      { source: source.id, at: 's 8', from: '2026-02-05' },
    ];
    const human = (on: string) => {
      const decision = decided([], asked({ on }), {}, { texts: { ...texts, humanReferences } });
      return [decision.humanDecision, decision.citations.map(({ pinpoint }) => pinpoint)];
    };
    expect(human('2026-02-04')).toEqual([
      { required: true, why: 'human', citations: [{ source: source.id, at: 's 7' }] },
      ['s 7'],
    ]);
    expect(human('2026-02-05')).toEqual([
      { required: true, why: 'human', citations: [{ source: source.id, at: 's 8' }] },
      ['s 8'],
    ]);
  });
});

describe('the summary', () => {
  const summary = (rules: readonly Rule[], input: unknown = asked()) =>
    decided(rules, input).summary;
  const danger = { concern: { level: 'immediate-danger' } };
  test('says what to do and how strongly', () => {
    expect(summary(permissions())).toBe('outcome.share strength.may');
    expect(summary([...permissions(), duty('a-duty')])).toBe('outcome.share strength.must');
    expect(summary([...permissions(), bar('the-bar', always)])).toBe(
      'outcome.do-not-share strengthWithheld.must',
    );
    const guidance = finds('guided', { type: 'harm', params: { level: 'guidance' } });
    expect(summary([...permissions(), guidance])).toBe(
      'outcome.do-not-share strengthWithheld.should',
    );
  });

  test('says the same of what goes where only some of it does', () => {
    const rules = [...permissions(), bar('the-bar', is('item.relevant', false), { scope: 'item' })];
    const items = [
      { ...note, relevant: true },
      { ...note, ref: 'letter', relevant: false },
    ];
    expect(summary(rules, asked({ items }))).toBe('outcome.share-in-part strength.may');
  });

  test('puts the first question where something is open, if there is one', () => {
    const question = 'Is there a clear and legitimate purpose?';
    const held = [...permissions(), bar('the-bar', is('purpose.legitimate', false))];
    expect(summary(held)).toBe(`outcome.more-information-needed firstQuestion${question}`);
    expect(summary(held, asked({ purpose: { legitimate: 'unsure' } }))).toBe(
      `outcome.seek-advice firstQuestion${question}`,
    );
    expect(summary(permissionsBut('basis'))).toBe('outcome.seek-advice');
  });

  test('puts no question of what goes, and says that something is to be confirmed first', () => {
    const rules = [
      ...permissions(),
      bar('confirming', is('item.accurate', false), { scope: 'item' }),
    ];
    expect(summary(rules)).toBe('outcome.share confirm first strength.may');
    expect(summary(permissions())).toBe('outcome.share strength.may');
  });

  test('begins with the call to 999 in immediate danger, whatever the outcome', () => {
    for (const rules of [
      permissions(),
      permissionsBut('basis'),
      [...permissions(), bar('the-bar', always)],
    ]) {
      expect(summary(rules, asked(danger))).toMatch(/^call999 outcome\./);
      expect(summary(rules, asked({ concern: { level: 'significant-harm' } }))).toMatch(
        /^outcome\./,
      );
    }
  });

  test('says to protect another way where nothing goes at significant harm', () => {
    const high = asked({ concern: { level: 'significant-harm' } });
    const said = summary([...permissions(), bar('the-bar', always)], high);
    expect(said).toContain('protect another way');
    expect(summary([...permissions(), bar('the-bar', always)])).not.toContain(
      'protect another way',
    );
  });

  test('says what conflicts where a duty in law stands against a bar, and asks nothing', () => {
    const rules = [...permissions(), bar('the-bar', always), duty('a-duty', always)];
    expect(summary(rules)).toBe('outcome.seek-advice conflict');
    const one = [
      ...permissions(),
      bar('the-bar', is('item.accurate', false), { scope: 'item' }),
      bar('other', is('item.relevant', false), { scope: 'item' }),
      duty('a-duty', is('item.accurate', false), {}, { scope: 'item' }),
    ];
    const items = [
      { ...note, accurate: false, relevant: true },
      { ...note, ref: 'letter', accurate: true, relevant: false },
    ];
    expect(summary(one, asked({ items }))).toBe('outcome.seek-advice conflict');
  });

  test('warns of someone who is not told, where something goes', () => {
    const silent = finds(
      'silent',
      { type: 'not-telling', params: { grade: 'do-not-tell', ground: 'a-ground', unknown: 'ask' } },
      always,
      { scope: 'person' },
    );
    expect(summary([...permissions(), silent])).toBe('outcome.share strength.may doNotTell');
    const some = {
      ...silent,
      conditions: is('person.informing.wouldRaiseRiskToChild'),
    };
    const others = [{ ref: 'mother', informing: { wouldRaiseRiskToChild: true } }, child];
    expect(summary([...permissions(), some], asked({ people: others }))).toBe(
      'outcome.share strength.may doNotTell',
    );
    expect(summary([...permissions(), silent, bar('the-bar', always)])).toBe(
      'outcome.do-not-share strengthWithheld.must',
    );
  });

  test('says what sharing means of one who asks', () => {
    expect(summary(permissions(), asked({ mode: 'seeking' }))).toBe(
      'outcome.share asking strength.may',
    );
  });
});

describe('a decision', () => {
  const read = () => decided(everyKind, whole);
  const frozen = (value: unknown): boolean =>
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(frozen));

  test('has something to say in every part', () => {
    const decision = read();
    const empty = Object.entries(decision).filter(
      ([, part]) => Array.isArray(part) && !part.length,
    );
    // Terms are those of local packs, which have tests of their own.
    expect(empty.map(([key]) => key)).toEqual(['terms']);
  });

  test('is frozen all the way down, rules and sources included', () => {
    const decision = read();
    expect(frozen(decision)).toBe(true);
    expect(() => {
      (decision.items as SharingDecision['items'][number][]).push();
    }).toThrow(TypeError);
  });

  test('is plain data', () => {
    const decision = read();
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
  });

  test('leaves the request as it was', () => {
    const before = JSON.stringify(whole);
    decided(everyKind, whole);
    expect(JSON.stringify(whole)).toBe(before);
    expect(Object.isFrozen(whole)).toBe(false);
  });

  test('is the same, byte for byte, of the same request', () => {
    const decision = read();
    expect(JSON.stringify(decided(everyKind, structuredClone(whole)))).toBe(
      JSON.stringify(decision),
    );
  });

  test('does not depend on the order of the rules', () => {
    const decision = read();
    expect(JSON.stringify(decided([...everyKind].reverse(), whole))).toBe(JSON.stringify(decision));
  });

  test('counts a key whose value is undefined as left out', () => {
    const decision = read();
    const sparse = { ...whole, purpose: undefined, channel: { secure: undefined } };
    expect(JSON.stringify(decided(everyKind, sparse))).toBe(JSON.stringify(decision));
  });

  test('permutes its rows with the people and items, and changes nothing else', () => {
    const decision = read();
    const other = decided(everyKind, {
      ...whole,
      people: [...people].reverse(),
      items: [...items].reverse(),
    });
    expect(other.items).toEqual([...decision.items].reverse());
    expect(other.informing).toEqual([...decision.informing].reverse());
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, sorted(part)]))
          : value;
    const { questions: theirs, ...rest } = other;
    const { questions: ours, ...same } = decision;
    expect(sorted(rest)).toEqual(sorted(same));
    expect(theirs.map(({ fact, scope }) => [fact, scope])).toEqual(
      ours.map(({ fact, scope }) => [fact, scope]),
    );
    for (const key of [
      'lawfulBases',
      'gateways',
      'obligations',
      'record',
      'reasons',
      'citations',
      'cautions',
      'advice',
    ] as const) {
      expect(other[key].length).toBe(decision[key].length);
    }
    expect(other.reasons).toEqual(decision.reasons);
    expect(other.gateways).toEqual(decision.gateways);
    expect(other.assumptions).toEqual(decision.assumptions);
    expect(other.obligations).toEqual(decision.obligations);
  });

  test('asks, assumes and obliges alike in whatever order people and items come', () => {
    const rules = [
      ...permissions(),
      bar('inaccurate', is('item.accurate', false), { scope: 'item' }),
      bar('unverified', is('item.verification', 'unverified'), { scope: 'item' }),
      bar('insecure', is('channel.secure', false)),
      bar('open', is('person.deceased'), { scope: 'subject' }),
      finds(
        'deferring',
        { type: 'not-telling', params: { grade: 'defer', ground: 'it', unknown: 'undetermined' } },
        is('person.informing.wouldDelayEnquiries'),
        { scope: 'person' },
      ),
    ];
    const whom = ['m', 'z', 'a', 'k'].map((ref) => ({
      ref,
      deceased: ref < 'l' ? undefined : false,
    }));
    const what = [
      { ...note, ref: 'q', about: ['m', 'z'], accurate: true },
      { ...note, ref: 'b', about: ['m', 'z'], verification: 'corroborated' },
      { ...note, ref: 'x', about: ['a', 'k', 'm'] },
      { ...note, ref: 'g', about: ['z'] },
    ];
    const of = (order: readonly [number, number, number]) => {
      const { questions, assumptions, obligations } = decided(
        rules,
        asked({
          people: [...order, 3].map((at) => whom[at]),
          items: [...order, 3].map((at) => what[at]),
        }),
      );
      const sets = <T extends { items: readonly string[] }>(rows: readonly T[]) =>
        rows.map((row) => ({ ...row, items: [...row.items].sort() }));
      return { questions: sets(questions), assumptions: sets(assumptions), obligations };
    };
    const first = of([0, 1, 2]);
    expect(first.questions.map(({ fact }) => fact)).toEqual(
      expect.arrayContaining(['person.deceased', 'item.accurate', 'channel.secure']),
    );
    expect(first.assumptions.length).toBeGreaterThan(3);
    expect(first.obligations.length).toBeGreaterThan(3);
    for (const order of [
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ] as const)
      expect(of(order)).toEqual(first);
  });

  test('of the smallest request is a decision', () => {
    const smallest = decided(everyKind, request());
    expect(smallest.items).toMatchObject([{ ref: 'unspecified' }]);
    expect(smallest.questions.length).toBeGreaterThan(0);
    expect(smallest.record).toHaveLength(1);
  });

  test('says what it was made of', () => {
    const decision = read();
    expect(decision.provenance).toEqual({
      schemaVersion: '1',
      packageVersion: '0.0.0',
      lawAsAt: '2026-06-01',
      packs: [{ id: 'synthetic', version: '1', sha256: foundation([]).sha256 }],
      on: '2026-03-02',
    });
  });
});
