import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/model/rule.ts';
import { national } from '../../src/rules/national.generated.ts';
import { nationalPack, tables } from '../rulebase.ts';
import { lawsOfDecisions } from './index.ts';
import type { EngineBug } from './planting.ts';
import { planted } from './planting.ts';
import type { Property } from './property.ts';
import { failure } from './property.ts';

/** A bug in a rule: it is left out, or is another. */
interface RuleBug {
  rule: string;
  change: (rule: Rule) => Rule | undefined;
}
type Bug = (EngineBug | RuleBug) & {
  name: string;
  noticed: readonly string[];
  /** How many runs it takes to meet, where 500 are too few. */
  runs?: number;
};

const gone = () => undefined;
const modes = ['proactive', 'on-request', 'seeking'];
/** The rule with a leaf, by its fact, met of every request, or of none. */
const leaf =
  (fact: string, met: boolean) =>
  (rule: Rule): Rule => {
    const text = JSON.stringify(rule, (_, value: unknown) =>
      typeof value === 'object' && value !== null && 'fact' in value && value.fact === fact
        ? { ...value, fact: 'mode', operator: met ? 'in' : 'notIn', value: modes }
        : value,
    );
    expect(text).not.toBe(JSON.stringify(rule));
    return JSON.parse(text) as Rule;
  };

const bugs: readonly Bug[] = [
  {
    name: 'the record is left out',
    file: 'decide.ts',
    from: 'record: parts.record,',
    to: 'record: [],',
    noticed: ['total'],
  },
  {
    name: 'an error carries the request',
    file: 'parse.ts',
    from: 'throw new InvalidRequestError(checked.issues)',
    to: 'throw Object.assign(new InvalidRequestError(checked.issues), { input })',
    noticed: ['refused'],
  },
  {
    name: 'the outcome follows the first item alone',
    file: 'settle.ts',
    from: 'const going = items.filter(',
    to: 'const going = items.slice(0, 1).filter(',
    noticed: ['pure'],
  },
  {
    name: 'an answer left out is read as no',
    file: 'conditions.ts',
    from: 'if (value === undefined || value === unsure) return unknown;',
    to: 'if (value === unsure) return unknown;',
    noticed: ['settled-stays-settled', 'rules-stay-settled'],
  },
  {
    name: 'guidance bites above significant harm, and not below',
    file: 'combine.ts',
    from: 'not(isHigh(real))',
    to: 'isHigh(real)',
    noticed: ['level', 'protection'],
  },
  {
    name: 'a missing policy document stops a condition at any level',
    rule: 'dpa2018-sch1-p5-policy-document',
    change: leaf('concern.high', false),
    noticed: ['protection', 'policy-documents'],
  },
  {
    name: 'danger does not answer whether sharing is proportionate',
    rule: 'proportionality-answered-in-danger',
    change: gone,
    noticed: ['short-path'],
  },
  {
    name: 'special category data needs no condition',
    file: 'combine.ts',
    from: "special: identifying('special', truthAt(world, slot.special, item)),",
    to: 'special: yes,',
    noticed: ['special-data'],
  },
  {
    name: 'nobody says that a policy document is missing',
    file: 'conditions-of-items.ts',
    from: "none ? 'missing' : 'needed'",
    to: "'needed'",
    noticed: ['policy-documents'],
  },
  {
    name: 'a public authority has legitimate interests',
    rule: 'gdpr2016-art6-1f-legitimate-interests',
    change: leaf('sharer.publicAuthority', true),
    noticed: ['public-authorities'],
  },
  {
    name: 'a consent does not expire',
    rule: 'consent-past-agreed-end',
    change: gone,
    noticed: ['consents'],
  },
  {
    name: 'a withdrawal is passed over',
    rule: 'consent-withdrawn',
    change: gone,
    noticed: ['withdrawal', 'consents'],
  },
  {
    name: 'an order lifts relevance for what it does not cover',
    rule: 'court-order-disclosure',
    change: leaf('item.withinDemand', true),
    noticed: ['irrelevant-or-exposing'],
    runs: 2000,
  },
  {
    name: 'an address goes to who might harm',
    rule: 'whereabouts-to-someone-who-might-harm',
    change: gone,
    noticed: ['irrelevant-or-exposing', 'dangerous-recipients'],
  },
  {
    name: 'a rule bears after its end',
    file: 'dates.ts',
    from: 'span.from <= on && (span.to === undefined || on <= span.to);',
    to: 'span.from <= on;',
    noticed: ['dates'],
  },
  {
    name: 'somebody is told while a ground against it is open',
    file: 'informing.ts',
    from: "waiting.length ? 'undetermined' : 'tell'",
    to: "waiting.length < 0 ? 'undetermined' : 'tell'",
    noticed: ['telling', 'told-or-not'],
  },
  {
    name: 'a missing permission asks nothing',
    file: 'holding.ts',
    from: 'return asks[0] ?? [];',
    to: 'return asks[0] ? [] : [];',
    noticed: ['held-is-asked', 'questions-settle'],
  },
  {
    name: 'what is not mentioned is never asked',
    file: 'holding.ts',
    from: 'return asked.length ? asked :',
    to: 'return asked.length >= 0 ? asked :',
    noticed: ['questions-settle'],
  },
];

/** The properties of the national rules, with a bug planted in the engine or in a rule. */
async function propertiesWith(bug: Bug): Promise<readonly Property[]> {
  const rules = 'rule' in bug ? changed(bug) : nationalPack.rules;
  const foundation = national();
  const pack = { ...nationalPack, rules };
  const json = (value: unknown) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
  const bundle = await planted<{ properties: readonly Property[] }>(
    'index.ts',
    'file' in bug ? bug : undefined,
    {
      'src/rules/national.generated.ts': `export const national = () => ${json({ ...foundation, pack })};`,
      'test/rulebase.ts': `export const ruleFiles = [];\nexport const packFiles = [];\nexport const nationalPack = ${json(pack)};\nexport const tables = ${json(tables)};`,
    },
  );
  return bundle.properties;
}

function changed({ rule: id, change }: RuleBug): Rule[] {
  expect(nationalPack.rules.filter((rule) => rule.id === id)).toHaveLength(1);
  return nationalPack.rules.flatMap((rule) => (rule.id === id ? (change(rule) ?? []) : [rule]));
}

describe('a bug that is planted on purpose', () => {
  test.each(bugs.map((bug) => [bug.name, bug] as const))(
    'is caught: %s',
    { timeout: 300_000 },
    async (_, bug) => {
      const laws = await propertiesWith(bug);
      const silent = bug.noticed.filter((name) => {
        const law = laws.find((one) => one.name === name);
        return (
          !law || failure(law.run({ runs: bug.runs ?? 500, seed: 7, shrink: false })) === undefined
        );
      });
      expect(silent).toEqual([]);
    },
  );

  test('is planted for every property of the national rules', () => {
    const noticed = new Set(bugs.flatMap((bug) => bug.noticed));
    expect(lawsOfDecisions.map(({ name }) => name).filter((name) => !noticed.has(name))).toEqual(
      [],
    );
  });
});
