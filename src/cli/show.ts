import type { ExplainedPart, Explanation, Fact, Rule, SharingDecision } from '../index.ts';
import type { Condition } from '../model/index.ts';

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

function limbs(node: Condition, depth: number): string[] {
  const pad = '  '.repeat(depth);
  if ('fact' in node)
    return [`${pad}${limb(node.name)}${node.fact} ${comparison(node.operator, node.value)}`];
  const kind = 'all' in node ? 'all' : 'any' in node ? 'any' : 'not';
  const parts = 'all' in node ? node.all : 'any' in node ? node.any : [node.not];
  return [
    `${pad}${limb(node.name)}${heads[kind]}`,
    ...parts.flatMap((part) => limbs(part, depth + 1)),
  ];
}

/** Rules with their limbs, in statutory order. */
export const rulesText = (rules: readonly Rule[]): string =>
  rules
    .map((rule) => {
      const { from, to } = rule.effective;
      return [
        `${rule.id}: ${rule.title}`,
        `  ${rule.event.type}, scope ${rule.scope}, from ${from}${to === undefined ? '' : ` to ${to}`}, ${rule.commencement}`,
        ...limbs(rule.conditions, 1),
        `  ${rule.references.map(({ source, at }) => `${source}, ${at}`).join('; ')}`,
      ].join('\n');
    })
    .join('\n\n');

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
