import { buildEngine } from '../src/engine/engine.ts';
import type { Engine, EngineOptions, Foundation } from '../src/engine/engine.ts';
import { evaluate, evaluateAfterwards } from '../src/engine/evaluate.ts';
import { parse } from '../src/engine/parse.ts';
import { assemble } from '../src/engine/program.ts';
import type { Program } from '../src/engine/program.ts';
import { settle } from '../src/engine/settle.ts';
import type { Regime, Texts } from '../src/engine/tables.ts';
import { wordOf } from '../src/engine/truth.ts';
import { layOut } from '../src/engine/world.ts';
import type { World } from '../src/engine/world.ts';
import { facts } from '../src/model/facts.ts';
import type { Condition, Leaf, Pack, Rule, Source, Table } from '../src/model/rule.ts';
import { consentKinds, nations } from '../src/model/words.ts';

/** The one source that synthetic rules cite. */
export const source: Source = {
  id: 'synthetic-act',
  title: 'Synthetic Act',
  kind: 'act',
  publisher: 'nobody',
  from: '2000-03-01',
  url: 'https://example.org/synthetic-act',
  extent: [...nations],
  verified: true,
  commencement: 'in-force',
};

/** A leaf: `equal` and true unless said otherwise. */
export const is = (fact: string, value: Leaf['value'] = true, operator = 'equal'): Leaf => ({
  fact,
  operator,
  value,
});
export const all = (...parts: Condition[]): Condition => ({ all: parts });
export const any = (...parts: Condition[]): Condition => ({ any: parts });
export const not = (part: Condition): Condition => ({ not: part });

/** Met by every request (the mode is always given). */
export const always: Condition = is('mode', ['proactive', 'on-request', 'seeking'], 'in');
/** Met by none. */
export const never: Condition = not(always);

/** A sound rule of scope `case`, in force in every nation since 2000-03-01, but for what is said. */
export const rule = (said: Pick<Rule, 'id' | 'event'> & Partial<Rule>): Rule => ({
  title: `Title of ${said.id}`,
  summary: `Summary of ${said.id}.`,
  scope: 'case',
  extent: [...nations],
  effective: { from: '2000-03-01' },
  commencement: 'in-force',
  references: [{ source: source.id, at: 's 1' }],
  conditions: always,
  because: `because ${said.id} is met`,
  becauseNot: `because ${said.id} is not met`,
  review: { state: 'unreviewed' },
  ...said,
});

/** A conclusion, the plainest kind of rule. */
export const conclusion = (id: string, conditions: Condition, said: Partial<Rule> = {}): Rule =>
  rule({ id, conditions, event: { type: 'conclusion', params: {} }, ...said });

/** A pack of rules that cite the synthetic source. */
export const pack = (rules: readonly Rule[], said: Partial<Pack> = {}): Pack => ({
  id: 'synthetic',
  title: 'Synthetic rules',
  publisher: 'nobody',
  version: '1',
  effective: { from: '2000-03-01' },
  sources: [source],
  rules,
  ...said,
});

/** Rules made ready, without being checked; `local` ones as if they came in a local pack. */
export const programOf = (rules: readonly Rule[], local: readonly Rule[] = []): Program =>
  assemble([
    { id: 'synthetic', local: false, rules },
    { id: 'local', local: true, rules: local },
  ]);

const row = (title: string, values: Table[string]['values']): Table[string] => ({
  title,
  references: [{ source: source.id, at: 's 2' }],
  values,
});

/** Small tables: only what is named here is known. Attributes left out are unknown of every organisation. */
const tables: { organisations: Table; categories: Table } = {
  organisations: {
    publicAuthority: row('Public authority', {
      police: true,
      'la-childrens-social-care': true,
      'school-maintained': true,
      charity: false,
      media: false,
      pharmacy: 'depends',
    }),
    roleInSafeguarding: row('Role in safeguarding', {
      police: true,
      'la-childrens-social-care': true,
      'school-maintained': true,
      media: false,
      charity: 'depends',
    }),
    competentAuthority: row('Competent authority', {
      police: true,
      charity: false,
      court: 'depends',
    }),
    specifiedAuthority: row('Specified authority', {
      police: [
        { from: '2000-03-01', to: '2023-01-30', value: false },
        { from: '2023-01-31', value: true },
      ],
      charity: false,
    }),
  },
  categories: {
    special: row('Special', {
      health: true,
      family: false,
      education: false,
      intelligence: 'depends',
      'criminal-allegation': false,
      genetic: [
        { from: '2000-03-01', to: '2018-05-24', value: false },
        { from: '2018-05-25', value: true },
      ],
    }),
    offenceData: row('Offence data', {
      health: false,
      family: false,
      education: false,
      intelligence: 'depends',
      'criminal-allegation': true,
    }),
  },
};

/** A request laid out in slots with its derived facts, and no rule evaluated. */
export const laidOut = (request: unknown): World => layOut(parse(request), tables);

/** A request laid out and evaluated all the way, as `decide` does it. */
export function worldFor(rules: Program | readonly Rule[], request: unknown): World {
  const program = 'steps' in rules ? rules : programOf(rules);
  const world = laidOut(request);
  evaluate(program, world);
  settle(program, world);
  evaluateAfterwards(program, world);
  return world;
}

/** The smallest request there is, with what is said besides. */
export const request = (said: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  on: '2026-03-02',
  mode: 'on-request',
  ...said,
});

const three = ['not-met', 'unknown', 'met'] as const;
export type Finding = (typeof three)[number];

/** What a rule finds at each instance of its scope, in order. */
export function findings(rules: readonly Rule[], asked: unknown, id: string): Finding[] {
  const program = programOf(rules);
  const world = worldFor(program, asked);
  const loaded = program.byId.get(id);
  if (!loaded) throw new Error(`no rule ${id}`);
  return (world.results[loaded.number] ?? []).map((truth) => wordOf(truth, three));
}

/** The index of the consent of a person of one kind. */
export const consentAt = (person: number, kind: (typeof consentKinds)[number]): number =>
  person * consentKinds.length + consentKinds.indexOf(kind);

export const regimes: readonly Regime[] = [
  {
    id: 'dpa-1998',
    articles: ['sch2(1)', 'sch2(2)', 'sch2(3)', 'sch2(4)', 'sch2(5)', 'sch2(6)'],
    from: '2000-03-01',
    to: '2018-05-24',
    references: [{ source: source.id, at: 's 3' }],
  },
  {
    id: 'dpa-part-3',
    articles: ['s35(2)(a)', 's35(2)(b)'],
    from: '2018-05-25',
    lawEnforcement: true,
    references: [{ source: source.id, at: 's 4' }],
  },
  {
    id: 'uk-gdpr',
    articles: ['6(1)(a)', '6(1)(b)', '6(1)(c)', '6(1)(d)', '6(1)(e)', '6(1)(ea)', '6(1)(f)'],
    from: '2018-05-25',
    lawEnforcement: false,
    references: [{ source: source.id, at: 's 5' }],
  },
];

/** Every phrase is its own name, so that a test sees which were used. */
export const texts: Texts = {
  outcome: {
    share: 'outcome.share',
    'share-in-part': 'outcome.share-in-part',
    'do-not-share': 'outcome.do-not-share',
    'seek-advice': 'outcome.seek-advice',
    'more-information-needed': 'outcome.more-information-needed',
  },
  strength: { must: 'strength.must', should: 'strength.should', may: 'strength.may' },
  strengthWithheld: { must: 'strengthWithheld.must', should: 'strengthWithheld.should' },
  call999: 'call999',
  human: 'human',
  confirm: 'confirm: {question}',
  confirmOnce: 'confirmOnce',
  conflict: 'conflict',
  unknown: 'unknown',
  afterLawAsAt: 'afterLawAsAt',
  announced: 'announced',
  notCommenced: 'notCommenced',
  asking: 'asking',
  pending: '{title}: {state}',
  remedy: 'remedy {change}.',
  remedyBoth: '{first} and {second}',
  remedies: Object.fromEntries(
    [
      ...facts.flatMap(({ id, remedy }) => (remedy === undefined ? [] : [id])),
      ...consentKinds.map((kind) => `consent.${kind}`),
    ].map((name) => [name, name]),
  ),
  confirmFirst: 'confirm first',
  protectAnotherWay: 'protect another way',
  firstQuestion: 'firstQuestion{question}',
  doNotTell: 'doNotTell',
  humanReferences: [{ source: source.id, at: 's 6', from: '2000-03-01' }],
};

/** Synthetic rules in the place of the national ones, with all that an engine rests on. */
export const foundation = (rules: readonly Rule[], said: Partial<Foundation> = {}): Foundation => ({
  pack: pack(rules),
  sha256: '0'.repeat(64),
  tables,
  regimes,
  texts,
  lawAsAt: '2026-06-01',
  packageVersion: '0.0.0',
  ...said,
});

/** An engine whose national rules are these. */
export const engineOf = (rules: readonly Rule[], options: EngineOptions = {}): Engine =>
  buildEngine(foundation(rules), options);

/** A local pack of these rules. */
export const localPack = (rules: readonly Rule[], said: Partial<Pack> = {}): Pack =>
  pack(rules, { id: 'local', sources: [], ...said });
