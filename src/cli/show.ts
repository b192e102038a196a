import type { ExplainedPart, Explanation, Fact, Rule, SharingDecision, Source } from '../index.ts';
import type { Leaf } from '../model/index.ts';
import { connectives, groups, joined, leafInWords, limbsOf, opening, titlesOf } from './limbs.ts';
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

function explained(part: ExplainedPart, titles: Titles, depth: number): string[] {
  const name = part.name === undefined ? '' : `${part.name}: `;
  const head = `${'  '.repeat(depth)}${name}`;
  const found = `[${marks[part.finding]}]`;
  if (part.kind !== 'fact')
    return [
      `${head}${groups[part.kind]} ${found}`,
      ...(part.parts ?? []).flatMap((one) => explained(one, titles, depth + 1)),
    ];
  const { says, among, rule, answer } = leafInWords(part as Leaf, 'case', titles);
  const read = rule === undefined ? '' : ` (rule ${rule})`;
  return [
    `${head}${among === undefined ? '' : `${among}: `}${joined(`${says}${read}`)} ${answer} ${found}`,
  ];
}

/** How a rule stands at each instance, as indented limbs. */
export function explanationText(
  explanations: readonly Explanation[],
  titles: Titles = new Map(),
): string {
  return explanations
    .map(({ rule, title, at, finding, because, conditions, exceptions, asks, citations }) => {
      const whose = Object.entries(at)
        .map(([scope, ref]) => `${scope} ${ref}`)
        .join(', ');
      return [
        `${rule}: ${title}${whose ? ` (${whose})` : ''}`,
        `  ${capital(marks[finding])}: ${because}`,
        ...explained(conditions, titles, 1),
        ...exceptions.map(
          (one) =>
            `  Unless: ${titles.get(one.rule)?.title ?? one.rule} (rule ${one.rule}) [${marks[one.finding]}]`,
        ),
        ...(asks.length ? [`  Would be settled by: ${asks.join(', ')}`] : []),
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
