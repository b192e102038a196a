import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Reference, Rule } from '../../src/model/rule.ts';
import { Source } from '../../src/model/rule.ts';
import { everyRuleFile, nationalPack, ruleFiles, tables } from '../rulebase.ts';

const rules = join(import.meta.dirname, '..', '..', 'src', 'rules');
const read = (file: string): unknown => JSON.parse(readFileSync(join(rules, file), 'utf8'));
const { sources } = nationalPack;
const byId = new Map(sources.map((source) => [source.id, source]));
const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Where a source may be read: the publisher's own address, never a mirror or a blog. */
const official = [
  'www.legislation.gov.uk',
  'www.gov.uk',
  'ico.org.uk',
  'www.bailii.org',
  // What regulators, charities and local partnerships publish themselves.
  'www.gmc-uk.org',
  'safelives.org.uk',
  'greatermanchesterscb.proceduresonline.com',
  'somersetsafeguardingchildren.org.uk',
  'safeguarding.calderdale.gov.uk',
  'www.eastriding.gov.uk',
];

/** Sources that nothing cites for a reason: what they do shows in another source. */
const citedThroughAnother: Readonly<Record<string, string>> = {
  'duaa-commencement-no1-2025': 'brings sections of duaa2025 into force',
  'duaa-commencement-no6-2026': 'brings sections of duaa2025 into force',
  'vp-act-commencement-no8-2025': 'brings section 49A of da-act2021 into force',
  'vp-act2024': 'inserts section 49A of da-act2021 and sections 44A to 44F of pcsca2022',
  ipa2016: 'bounds section 16 of pcsca2022, in words that no answer of a caller meets',
};
/** Sources that the law needs and that rules have still to cite. */
const awaitingRules: readonly string[] = [
  'ctsa2015',
  'cca2004',
  'pupil-information-regs2005',
  'care-planning-regs2010',
  'victim-information-code-2026',
  'isd-guidance-2026',
  'ico-reuse-guidance-2026',
  'ico-audit-data-sharing',
];

describe.each(sources.map((source) => [source.id, source] as const))('%s', (id, source) => {
  test('is of the shape of a source', () => {
    expect(Source.safeParse(source).error?.issues ?? []).toEqual([]);
  });

  test('is read at an address of its publisher, over https', () => {
    const { protocol, host } = new URL(source.url);
    expect(protocol).toBe('https:');
    expect(official).toContain(host);
  });

  test('has its legislation identifier where it is legislation, and it is the address', () => {
    const legislation = source.kind === 'act' || source.kind === 'regulations';
    expect(source.legislationId !== undefined).toBe(legislation);
    if (!legislation) return;
    expect(source.url).toBe(`https://www.legislation.gov.uk/${source.legislationId ?? ''}`);
    expect(source.number).toBeDefined();
    // Every identifier but the regnal ones ends in year and number.
    const [, year, number] = /(\d{4})\/(\d+)$/.exec(source.legislationId ?? '') ?? [];
    if (year === undefined) return;
    expect(source.number).toContain(year);
    expect(source.number).toMatch(new RegExp(`\\b${number ?? ''}\\b`));
  });

  test('ends, if it does, after it starts', () => {
    if (source.to !== undefined) expect(source.to > source.from).toBe(true);
    if (source.commencement === 'repealed') expect(source.to).toBeDefined();
  });

  test('says in a note what of it was not read', () => {
    if (!source.verified) expect(source.note).toBeDefined();
  });

  test('follows on from the edition that it supersedes', () => {
    for (const older of source.supersedes ?? []) {
      const superseded = byId.get(older);
      expect(superseded, older).toBeDefined();
      expect(superseded?.to, older).toBeDefined();
      expect(dayAfter(superseded?.to ?? '') <= source.from, older).toBe(true);
      expect(superseded?.kind, older).toBe(source.kind);
    }
  });

  test('is superseded where it has ended and was not repealed', () => {
    if (source.to === undefined || source.commencement === 'repealed') return;
    expect(sources.filter(({ supersedes }) => supersedes?.includes(id))).toHaveLength(1);
  });
});

test('no two sources have one id, or one title and number', () => {
  const ids = sources.map(({ id }) => id);
  const names = sources.map(({ title, number }) => `${title} ${number ?? ''}`);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('the editions of one title stand one after another without a gap', () => {
  const editions = sources.filter(({ supersedes }) => supersedes !== undefined);
  const late = editions.flatMap((edition) =>
    (edition.supersedes ?? [])
      .filter((older) => dayAfter(byId.get(older)?.to ?? '0001-01-01') !== edition.from)
      .map((older) => `${older} ${edition.id}`),
  );
  expect(editions.length).toBeGreaterThan(4);
  expect(late).toEqual([]);
});

describe('what cites them', () => {
  const texts = read('texts.json') as { humanReferences: Reference[] };
  const regimes = read('regimes.json') as { references: Reference[] }[];
  const references: Reference[] = [
    ...ruleFiles.flatMap(({ rule }) => rule.references),
    ...[tables.organisations, tables.categories].flatMap((table) =>
      Object.values(table).flatMap((attribute) => attribute.references),
    ),
    ...texts.humanReferences,
    ...regimes.flatMap((regime) => regime.references),
  ];
  const cited = new Set(references.map(({ source }) => source));

  test('every citation is of a source that there is', () => {
    expect([...cited].filter((id) => !byId.has(id))).toEqual([]);
  });

  test('every source is cited by a rule, a table or a text, or is superseded', () => {
    const superseded = new Set(sources.flatMap((source) => source.supersedes ?? []));
    const explained = new Set([...Object.keys(citedThroughAnother), ...awaitingRules]);
    const idle = sources
      .map(({ id }) => id)
      .filter((id) => !cited.has(id) && !superseded.has(id) && !explained.has(id));
    expect(idle).toEqual([]);
    expect([...explained].filter((id) => !byId.has(id))).toEqual([]);
  });

  test('an announced or uncommenced source is not cited by a rule that says it is in force', () => {
    const early = ruleFiles
      .map(({ rule }) => rule)
      .filter(({ commencement }) => commencement === 'in-force')
      .filter((rule) =>
        rule.references.every(({ source }) =>
          ['announced', 'not-commenced'].includes(byId.get(source)?.commencement ?? ''),
        ),
      );
    expect(early.map(({ id }) => id)).toEqual([]);
  });
});

const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The first day of a rule on which none of the sources that it cites is in force, if there is one. */
function uncited(rule: Rule): string | undefined {
  const spans = rule.references.flatMap(({ source }) => byId.get(source) ?? []);
  const last = rule.effective.to ?? '9999-12-31';
  for (let day = rule.effective.from; day <= last;) {
    const ends = spans
      .filter(({ from, to = '9999-12-31' }) => from <= day && day <= to)
      .map(({ to = '9999-12-31' }) => to)
      .sort();
    const end = ends.at(-1);
    if (end === undefined) return day;
    if (end >= last) return undefined;
    day = dayAfter(end);
  }
  return undefined;
}

test.each(everyRuleFile.map(({ rule }) => [rule.id, rule] as const))(
  'on every day on which %s is in force, so is a source that it cites',
  (_, rule) => {
    expect(uncited(rule)).toBeUndefined();
  },
);
test('a rule that starts before its sources, or outlives them, would be found', () => {
  const [{ rule }] = ruleFiles as [(typeof ruleFiles)[number]];
  const cites = (from: string, to: string | undefined, source: string): Rule => ({
    ...rule,
    effective: to === undefined ? { from } : { from, to },
    references: [{ source, at: 'here' }],
  });
  expect(uncited(cites(dayBefore('2018-05-25'), undefined, 'gdpr'))).toBe('2018-05-24');
  expect(uncited(cites('2018-05-25', undefined, 'gdpr'))).toBeUndefined();
  expect(uncited(cites('2000-03-01', undefined, 'dpa1998'))).toBe('2018-05-25');
  expect(uncited(cites('2000-03-01', '2018-05-24', 'dpa1998'))).toBeUndefined();
});
