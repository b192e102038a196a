import type { ExplainedPart, Explanation, Fact, Rule, SharingDecision, Source } from '../index.ts';
import { connectives, groups, limbsOf, opening, titlesOf } from './limbs.ts';
import type { Limb, Titles } from './limbs.ts';
import {
  capital,
  datesInWords,
  judged,
  kindNames,
  nationsInWords,
  sourceName,
  stateOfLaw,
} from './words.ts';

type Finding = Explanation['finding'];
const marks: Record<Finding, string> = { met: 'met', 'not-met': 'not met', unknown: 'not known' };
const heads = { all: 'all of', any: 'any of', not: 'not' } as const;
const operators: Record<string, string> = {
  equal: 'is',
  notEqual: 'is not',
  in: 'is one of',
  notIn: 'is none of',
  contains: 'contains',
  doesNotContain: 'does not contain',
};

/** An operator and what it compares with, as words. */
function comparison(operator: string, value: unknown): string {
  const [, quantifier, plain = operator] = /^(some|every)Fact:(.*)$/.exec(operator) ?? [];
  const among =
    quantifier === undefined ? '' : quantifier === 'some' ? '(of some) ' : '(of every one) ';
  const worth = value === true ? 'yes' : value === false ? 'no' : [value].flat().join(', ');
  return `${among}${operators[plain] ?? plain} ${worth}`;
}

const limb = (name: string | undefined): string => (name === undefined ? '' : `${name}: `);

function explained(part: ExplainedPart, depth: number): string[] {
  const pad = '  '.repeat(depth);
  const what =
    part.kind === 'fact'
      ? `${part.fact ?? ''} ${comparison(part.operator ?? '', part.value)}`
      : heads[part.kind];
  return [
    `${pad}${limb(part.name)}${what} [${marks[part.finding]}]`,
    ...(part.parts ?? []).flatMap((one) => explained(one, depth + 1)),
  ];
}

/** How a rule stands at each instance, as indented limbs. */
export function explanationText(explanations: readonly Explanation[]): string {
  return explanations
    .map(({ rule, title, at, finding, because, conditions, exceptions, asks, citations }) => {
      const whose = Object.entries(at)
        .map(([scope, ref]) => `${scope} ${ref}`)
        .join(', ');
      return [
        `${rule}: ${title}${whose ? ` (${whose})` : ''}`,
        `  ${marks[finding]}: ${because}`,
        ...explained(conditions, 1),
        ...exceptions.map((one) => `  exception ${one.rule} [${marks[one.finding]}]`),
        ...(asks.length ? [`  would be settled by: ${asks.join(', ')}`] : []),
        `  ${citations.map(({ source, at: place }) => `${source}, ${place}`).join('; ')}`,
      ].join('\n');
    })
    .join('\n\n');
}

const bullets = (limb: Limb, before: string, number: string): string[] => {
  const pad = '  '.repeat(number.split('.').length);
  const head = `${pad}${number} ${before}${limb.name === undefined ? '' : `${limb.name}: `}`;
  if (limb.kind !== 'fact') return [`${head}${groups[limb.kind]}`, ...partsOf(limb, number)];
  const read = limb.rule === undefined ? '' : ` (rule ${limb.rule})`;
  const among = limb.among === undefined ? '' : `${limb.among}: `;
  return [`${head}${among}${limb.says}${read}${limb.says.endsWith('?') ? '' : ':'} ${limb.answer}`];
};

function partsOf(limb: Limb, number = ''): string[] {
  if (limb.kind === 'fact') return bullets(limb, '', '1.');
  const joint = connectives[limb.kind];
  return limb.parts.flatMap((part, index) =>
    bullets(part, index && joint ? `${joint} ` : '', `${number}${index + 1}.`),
  );
}

/** The test of a rule, a limb a line, numbered in the order of the provision. */
function testText({ conditions, scope }: Rule, titles: Titles): string[] {
  const limb = limbsOf(conditions, scope, titles);
  return [`  ${opening[limb.kind].join('')}`, ...partsOf(limb)];
}

/** Rules with what they test in words, limb by limb, in the order of the provision. */
export const rulesText = (
  rules: readonly Rule[],
  { all = rules, sources = [] }: { all?: readonly Rule[]; sources?: readonly Source[] } = {},
): string => {
  const titles = titlesOf(all);
  const named = new Map(sources.map((source) => [source.id, sourceName(source)]));
  return rules
    .map((rule) =>
      [
        `${rule.id}: ${rule.title}`,
        `  ${rule.summary}`,
        `  ${capital(kindNames[rule.event.type])}; ${datesInWords(rule.effective)}; ${stateOfLaw[rule.commencement]}; ${nationsInWords(rule.extent)}; judged ${judged[rule.scope]}.`,
        ...testText(rule, titles),
        ...all
          .filter(({ exceptionTo }) => exceptionTo?.includes(rule.id))
          .map(({ id, title }) => `  Unless: ${title} (rule ${id})`),
        `  ${rule.references.map(({ source, at }) => `${named.get(source) ?? source}, ${at}`).join('; ')}`,
      ].join('\n'),
    )
    .join('\n\n');
};

/** The fact dictionary, a line each. */
export const factsText = (facts: readonly Fact[]): string =>
  facts
    .map(
      ({ id, scope, type, question, means, kind, words }) =>
        `${id} [${scope}, ${kind ?? 'worked out'}] ${question ?? means ?? ''} (${words?.join(', ') ?? type})`,
    )
    .join('\n');

/** Outcome, strength, urgency and verdicts, with a digest of the whole. */
export const brief = (decision: SharingDecision, sha256: string) => ({
  outcome: decision.outcome,
  strength: decision.strength,
  urgency: decision.urgency,
  items: decision.items.map(({ ref, verdict }) => ({ ref, verdict })),
  sha256,
});
