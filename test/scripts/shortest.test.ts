import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/rulebase.ts';
import { leavesOf, refsIn, without } from '../../scripts/shortest/leaves.ts';
import type { Path } from '../../scripts/shortest/leaves.ts';
import { faultsOf, pageOf, requestsOn, strayIn } from '../../scripts/shortest/page.ts';
import { routes } from '../../scripts/shortest/routes.ts';
import type { Route } from '../../scripts/shortest/routes.ts';
import { shorten } from '../../scripts/shortest/search.ts';
import { answers, everyAnswer, remembering, upset } from '../../scripts/shortest/settled.ts';
import type { Asked, Decide } from '../../scripts/shortest/settled.ts';
import { safeDecide } from '../../src/index.ts';
import { isRecord, listOf, valueAt } from '../../src/testing/dictionary.ts';
import type { Json } from '../../src/testing/dictionary.ts';

const begun = { on: '2026-11-21', mode: 'proactive' };
const ask = (fact: string, said: Partial<Asked> = {}): Asked => ({
  fact,
  scope: {},
  items: ['piece'],
  ...said,
});

/** Decides by one test of the request alone: it goes, or it waits. */
const goesIf =
  (goes: (request: Json) => boolean, ...questions: Asked[]): Decide =>
  (request) => ({
    outcome: goes(request) ? 'share' : 'more-information-needed',
    strength: 'may',
    items: [{ ref: 'piece', verdict: goes(request) ? 'share' : 'undetermined' }],
    questions,
  });
const said = (request: Json, ...path: Path): unknown => valueAt(request, path);
const search = { orders: 2, seed: 1 };

describe('the answers of a request', () => {
  test('are its leaves, save the day, who began, and references of its own', () => {
    const request = {
      ...begun,
      concern: { level: 'welfare', about: ['child'] },
      people: [{ ref: 'child', consent: { service: { status: 'given' } } }],
      items: [{ ref: 'piece', categories: [], relevant: false }],
    };
    expect(leavesOf(request).map((path) => path.join('/'))).toEqual([
      'concern/level',
      'concern/about',
      'people/0/consent/service/status',
      'items/0/categories',
      'items/0/relevant',
    ]);
  });

  test('hold a scheme that is only named, and no other empty part', () => {
    expect(leavesOf({ scheme: { marac: {}, mappa: { managed: true } }, channel: {} })).toEqual([
      ['scheme', 'marac'],
      ['scheme', 'mappa', 'managed'],
    ]);
  });

  test('leave nothing empty behind, save the scheme, the person and the piece that they were about', () => {
    const request = {
      ...begun,
      people: [{ ref: 'child', consent: { service: { status: 'given' } } }],
      items: [{ ref: 'piece', relevant: true }],
      scheme: { mappa: { managed: true } },
    };
    const left = leavesOf(request).reduce<Json>(without, request);
    expect(left).toEqual({
      ...begun,
      people: [{ ref: 'child' }],
      items: [{ ref: 'piece' }],
      scheme: { mappa: {} },
    });
    expect(without(left, ['scheme', 'mappa'])).not.toHaveProperty('scheme');
  });

  test('name people in every place that takes a reference', () => {
    expect(
      refsIn({ recipient: { person: 'father' }, items: [{ ref: 'piece', about: ['child'] }] }),
    ).toEqual(['father', 'child']);
  });
});

describe('a request is settled', () => {
  const request = { ...begun, items: [{ ref: 'piece' }] };
  const legitimate = (value: unknown) =>
    goesIf((of) => said(of, 'purpose', 'legitimate') !== value, ask('purpose.legitimate'));

  test('where no answer to what is asked makes a difference', () => {
    expect(
      upset(
        goesIf(() => true, ask('purpose.legitimate')),
        request,
      ),
    ).toBeUndefined();
  });

  test.each([true, false, 'unsure'])('not where the answer %s makes one', (value) => {
    expect(upset(legitimate(value), request)).toEqual({
      ...request,
      purpose: { legitimate: value },
    });
  });

  test('not while a piece waits, whatever is asked', () => {
    expect(
      upset(
        goesIf(() => false),
        request,
      ),
    ).toEqual(request);
  });

  test('not where it is refused, and whatever answer is refused counts for nothing', () => {
    expect(upset(() => undefined, request)).toEqual(request);
    const refusing: Decide = (of) => (said(of, 'purpose') ? undefined : legitimate(false)(of));
    expect(upset(refusing, request)).toBeUndefined();
  });

  test('not where the same outcome leaves another piece out', () => {
    const swapping: Decide = (of) => ({
      outcome: 'share-in-part',
      strength: 'may',
      items: [
        { ref: 'a', verdict: said(of, 'purpose') ? 'share' : 'withhold' },
        { ref: 'b', verdict: said(of, 'purpose') ? 'withhold' : 'share' },
      ],
      questions: [ask('purpose.legitimate')],
    });
    expect(upset(swapping, request)).toBeDefined();
  });

  test('not where one answer to a question about a person makes a difference, listed or not', () => {
    const decide = goesIf(
      (of) => listOf(of['people']).every((one) => said(one as Json, 'ageBand') !== '16-17'),
      ask('person.ageBand', { scope: { person: 'child' } }),
    );
    const about = { ...request, concern: { about: ['mother', 'child'] } };
    expect(upset(decide, about)).toEqual({
      ...about,
      people: [{ ref: 'mother' }, { ref: 'child', ageBand: '16-17' }],
    });
  });
});

describe('the answers that are tried', () => {
  const people = [{ ref: 'child', consent: { service: { status: 'given' } } }, { ref: 'mother' }];
  const tried = (fact: string, scope: Asked['scope'], ...path: Path): unknown[] =>
    answers({ ...begun, people, items: [{ ref: 'piece' }] }, ask(fact, { scope })).map((one) =>
      valueAt(one, path),
    );

  test('of a word are all words and "unsure"; of a list none, each and all', () => {
    expect(tried('concern.level', {}, 'concern', 'level')).toHaveLength(7);
    const lists = tried('person.status', { person: 'mother' }, 'people', 1, 'status');
    expect(lists[0]).toEqual([]);
    expect(lists[1]).toEqual(['looked-after']);
    expect(lists.at(-1)).toHaveLength(lists.length - 2);
  });

  test('of people are those whom the request knows', () => {
    expect(tried('item.confidedBy', { item: 'piece' }, 'items', 0, 'confidedBy')).toEqual([
      'child',
      'mother',
    ]);
    expect(tried('concern.about', {}, 'concern', 'about')).toEqual([
      [],
      ['child'],
      ['mother'],
      ['child', 'mother'],
    ]);
  });

  test('of a date are days on both sides of that of the decision', () => {
    const days = tried('concern.knownOn', {}, 'concern', 'knownOn') as string[];
    expect(days).toContain(begun.on);
    expect(days.some((day) => day < begun.on) && days.some((day) => day > begun.on)).toBe(true);
  });

  test('of a consent are those of the kinds that are mentioned', () => {
    expect(
      tried('consent.implied', { person: 'child' }, 'people', 0, 'consent', 'service', 'implied'),
    ).toEqual([true, false, 'unsure']);
    expect(tried('consent.implied', { person: 'mother' })).toEqual([]);
  });

  test('are none for what is answered, and those that are known for what nobody knew', () => {
    const of = (relevant: unknown) =>
      answers(
        { ...begun, items: [{ ref: 'piece', relevant }] },
        ask('item.relevant', { scope: { item: 'piece' } }),
      );
    expect(of(true)).toEqual([]);
    expect(of('unsure')).toHaveLength(3);
  });

  test('reach every question of the dictionary about the case and those who are listed', () => {
    const asked = new Set(
      everyAnswer({ ...begun, people, items: [{ ref: 'piece' }] }).map(({ fact }) => fact),
    );
    for (const fact of [
      'nation',
      'channel.secure',
      'person.ageBand',
      'item.extent',
      'consent.implied',
    ])
      expect(asked).toContain(fact);
  });
});

describe('the search', () => {
  const full = {
    ...begun,
    purpose: { kind: 'early-help', legitimate: true, compatible: true },
    channel: { secure: true, seenByThreat: false },
  };
  const has = (request: Json, key: string, inner: string) =>
    said(request, key, inner) !== undefined;

  test('takes out all that nothing reads', () => {
    const decide = goesIf((of) => said(of, 'channel', 'secure') === true);
    expect(shorten(decide, full, search)).toEqual({ ...begun, channel: { secure: true } });
  });

  test('takes out two that are only needed beside each other', () => {
    const decide = goesIf((of) => has(of, 'purpose', 'kind') === has(of, 'channel', 'secure'));
    expect(shorten(decide, full, search)).toEqual(begun);
  });

  test('comes back to what could only go once another was gone', () => {
    const decide = goesIf(
      (of) =>
        !has(of, 'purpose', 'compatible') ||
        (has(of, 'purpose', 'kind') && has(of, 'channel', 'seenByThreat')),
    );
    expect(shorten(decide, full, { orders: 0, seed: 1 })).toEqual(begun);
  });

  test('tries more than one order, and keeps the shortest end', () => {
    const either = (one: readonly [string, string], two: readonly (readonly [string, string])[]) =>
      goesIf((of) => has(of, ...one) || two.every((key) => has(of, ...key)));
    const kind = ['purpose', 'legitimate'] as const;
    const rest = [
      ['purpose', 'compatible'],
      ['channel', 'secure'],
      ['channel', 'seenByThreat'],
    ] as const;
    expect(leavesOf(shorten(either(kind, rest), full, search))).toEqual([kind]);
    const last = ['channel', 'seenByThreat'] as const;
    const others = [kind, rest[0], rest[1]];
    expect(leavesOf(shorten(either(last, others), full, search))).toEqual([last]);
  });

  test('keeps what keeps it settled, though the outcome is the same without it', () => {
    const open =
      (items: string[]): Decide =>
      (of) => ({
        ...(goesIf((one) => said(one, 'channel', 'secure') !== false)(of) as NonNullable<
          ReturnType<Decide>
        >),
        questions: has(of, 'channel', 'secure') ? [] : [ask('channel.secure', { items })],
      });
    for (const items of [['piece'], []])
      expect(shorten(open(items), full, search)).toEqual({ ...begun, channel: { secure: true } });
  });

  test('takes out the people of whom nothing is said, where that makes no difference', () => {
    const people = [
      { ref: 'child', ageBand: '16-17' },
      { ref: 'mother', role: 'parent' },
    ];
    expect(
      shorten(
        goesIf(() => true),
        { ...begun, people },
        search,
      ),
    ).toEqual(begun);
    const aged = goesIf((of) => said(of, 'people', 0, 'ageBand') === '16-17');
    expect(shorten(aged, { ...begun, people }, search)).toEqual({ ...begun, people: [people[0]] });
    const two = goesIf((of) => listOf(of['people']).length === 2);
    expect(shorten(two, { ...begun, people }, search)).toHaveProperty('people', [
      { ref: 'child' },
      { ref: 'mother' },
    ]);
  });

  test('finds the same each time', () => {
    const decide = goesIf((of) => leavesOf(of).length > 2);
    expect(shorten(decide, full, search)).toEqual(shorten(decide, full, search));
  });

  test('begins only where the full request is made and settled', () => {
    expect(() => shorten(() => undefined, full, search)).toThrow('cannot be made');
    expect(() =>
      shorten(
        goesIf(() => false),
        full,
        search,
      ),
    ).toThrow('not settled');
  });

  test('decides no request twice', () => {
    let count = 0;
    const decide = remembering((request) => {
      count += 1;
      return goesIf(() => true)(request);
    });
    decide(begun);
    decide({ ...begun });
    expect(count).toBe(1);
  });
});

describe('a page', () => {
  const full: Route['full'] = {
    on: '2026-11-21',
    mode: 'proactive',
    purpose: { kind: 'early-help', compatible: true },
    channel: { secure: true },
  };
  const cases: Route[] = [
    { title: 'A case', full },
    { title: 'Another case', full },
  ];
  const decide = goesIf(
    (of) => said(of, 'channel', 'secure') === true,
    ask('purpose.legitimate', { items: [] }),
  );
  const short = { ...begun, channel: { secure: true } };
  const page = pageOf(decide, cases, [short, short]);
  const faults = (by: Decide, on: string): string[] => [
    ...strayIn(cases, on).map(({ at, problem }) => `${at}: ${problem}`),
    ...cases.flatMap((one, index) => faultsOf(by, one, index, on).map(({ problem }) => problem)),
  ];

  test('gives back the requests that it was made of, and holds', () => {
    expect([...requestsOn(page)]).toEqual([
      ['1. A case', short],
      ['2. Another case', short],
    ]);
    expect(page).toContain('**1** of 3 answers give `share`: `piece` `share`.');
    expect(page).toContain('- `purpose.legitimate`: ');
    expect(faults(decide, page)).toEqual([]);
  });

  test('does not hold where the rules now come out otherwise', () => {
    expect(
      faults(
        goesIf(() => true),
        page,
      ),
    ).toContain('`channel.secure` can be left out');
    expect(
      faults(
        goesIf((of) => said(of, 'purpose', 'kind') !== undefined),
        page,
      ),
    ).toContain('another outcome than that of the full request');
  });

  test('does not hold where an answer to what is asked changes the outcome', () => {
    const asking = goesIf(
      (of) => decide(of)?.outcome === 'share' && said(of, 'purpose', 'legitimate') !== false,
      ask('purpose.legitimate'),
    );
    expect(faults(asking, page)).toContain('not settled: an answer that is asked for changes it');
  });

  test('does not hold where an answer that nobody is asked for changes the outcome', () => {
    const silent = goesIf(
      (of) => decide(of)?.outcome === 'share' && said(of, 'channel', 'contentChecked') !== false,
    );
    expect(faults(silent, page)).toContain(
      '`channel.contentChecked` changes the outcome and is not asked',
    );
    const byItself = goesIf(
      (of) => decide(of)?.outcome === 'share' && said(of, 'nation') !== 'wales',
    );
    const other = pageOf(byItself, cases, [short, short]);
    expect(other).toContain('- `nation`: England');
    expect(faults(byItself, other)).toEqual([]);
  });

  test('does not hold where its text was written by hand', () => {
    const edited = (from: string, to: string) => {
      expect(page).toContain(from);
      return faults(decide, page.replace(from, to));
    };
    expect(edited('**1** of 3', '**2** of 3')).toEqual(['its text is not fresh']);
    expect(edited('How few', 'How many')).toEqual(['opening: not fresh']);
    expect(edited('2. Another case', '2. A third case')).toEqual([
      '2. A third case: no such case',
      'no request',
    ]);
    expect(edited('"secure": true', '"secure": "unsure"')).toEqual([
      'an answer that the full request does not give',
    ]);
  });

  test('does not hold where the full request is refused', () => {
    expect(faults(() => undefined, page)).toContain('the full request is refused');
  });
});

describe('docs/shortest-requests.md', () => {
  const page = readFileSync(join(root, 'docs', 'shortest-requests.md'), 'utf8');
  const decide = remembering((request) => {
    const read = safeDecide(request);
    return read.success ? read.decision : undefined;
  });
  const requests = [...requestsOn(page).values()];

  test('gives the twelve cases and no other', () => {
    expect(requests).toHaveLength(12);
    expect(strayIn(routes, page)).toEqual([]);
  });

  test.each(routes.map((route, index) => ({ ...route, route, index })))(
    'holds: $title',
    ({ route, index }) => {
      expect(faultsOf(decide, route, index, page)).toEqual([]);
    },
  );

  test('settles a referral of one ordinary piece by a school within 20 answers', () => {
    const [school] = requests;
    expect(leavesOf(school).length).toBeLessThanOrEqual(20);
    expect(decide(school as Json)?.outcome).toBe('share');
  });

  test('no longer holds where an answer is taken out of a request, or given that was not needed', () => {
    const [school] = requests as [Json];
    const route = routes[0] as Route;
    const onlyWith = (request: Json) =>
      faultsOf(decide, route, 0, pageOf(decide, [route], [request])).map(({ problem }) => problem);
    expect(onlyWith(school)).toEqual([]);
    expect(onlyWith(without(school, ['items', 0, 'relevant']))).toEqual([
      'another outcome than that of the full request',
    ]);
    expect(onlyWith(without(school, ['items', 0, 'restriction']))).toEqual([
      'not settled: an answer that is asked for changes it',
    ]);
    const channel = { seenByThreat: false };
    expect(isRecord(school['channel'])).toBe(false);
    expect(onlyWith({ ...school, channel })).toEqual(['`channel.seenByThreat` can be left out']);
  });
});
