import { capital, dateInWords, phrase } from '../../src/cli/words.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { SharingDecision } from '../../src/model/decision.ts';
import type { Rule, RuleKind } from '../../src/model/rule.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import { moments, obligationLevels } from '../../src/model/words.ts';
import { drawn, edge, node, sameRank } from './graph.ts';
import type { Box } from './graph.ts';

/** What stands behind a piece, in the order in which it is told: what is owed first, then what permits it. */
const behind: readonly (readonly [RuleKind, string])[] = [
  ['duty', 'Owed'],
  ['power', 'Power'],
  ['lawful-basis', 'Lawful basis'],
  ['special-category-condition', 'Condition for special category data'],
  ['offence-data-condition', 'Condition for offence data'],
  ['confidence-met', 'Confidence gives way'],
  ['restriction', 'Against it'],
  ['harm', 'Against it'],
  ['proportionality', 'Against it'],
];
const rests: Readonly<Record<SharingDecision['strength'], string>> = {
  must: 'the law requires it',
  should: 'guidance says so',
  may: 'it is permitted',
};
const timings: Readonly<Record<(typeof moments)[number], string>> = {
  before: 'Before sharing',
  with: 'As it is shared',
  after: 'Afterwards',
};

/** The first clause of a step: the step itself, before its reasons and its bounds. */
const beginning = (text: string): string => text.split(/[:;,.](?: |$)/)[0] ?? text;

function itemBox(
  { ref, verdict, strength, reasons }: SharingDecision['items'][number],
  decision: SharingDecision,
  rules: ReadonlyMap<string, Rule>,
): Box {
  const met = decision.reasons
    .filter(({ rule, finding }) => finding === 'met' && reasons.includes(rule))
    .flatMap(({ rule }) => rules.get(rule) ?? []);
  return {
    id: `item ${ref}`,
    heading: `${capital(ref)}: ${phrase(verdict)}, ${rests[strength]}`,
    lines: behind.flatMap(([kind, says]) => {
      const own = met
        .filter(({ event }) => event.type === kind)
        .map(({ title, commencement }) =>
          commencement === 'in-force' ? title : `${title} (${phrase(commencement)})`,
        );
      return own.length ? [`• ${says}: ${own.join('; ')}`] : [];
    }),
    fill: 'opens',
    width: 50,
  };
}

/** One decision as it was made: what was asked, what each piece is owed and rests on, what comes of it, what to do. */
export function decisionPicture(
  request: SharingRequest,
  engine: Engine,
  rules: ReadonlyMap<string, Rule>,
): string {
  const decision = engine.decide(request);
  const { sharer, recipient, purpose, concern } = request;
  const said = (word: string | undefined): string =>
    word === undefined ? 'nobody has said' : phrase(word);
  const steps = moments.map((when): Box => {
    const due = decision.obligations.filter((one) => one.when === when && one.status === 'applies');
    return {
      id: when,
      heading: timings[when],
      lines: obligationLevels.flatMap((level) =>
        due
          .filter((one) => one.level === level)
          .map(({ text }) => `• ${capital(level)}: ${beginning(text)}.`),
      ),
      fill: 'does',
      width: 32,
    };
  });
  const boxes: readonly Box[] = [
    {
      id: 'request',
      heading: `The request, on ${dateInWords(request.on)}`,
      lines: [
        `• Who shares: ${said(sharer?.organisation)}. With whom: ${said(recipient?.organisation)}.`,
        `• What for: ${said(purpose?.kind)}. How serious: ${said(concern?.level)}.`,
      ],
      fill: 'in',
      width: 100,
    },
    ...decision.items.map((item) => itemBox(item, decision, rules)),
    {
      id: 'outcome',
      heading: `The outcome: ${phrase(decision.outcome)}, ${rests[decision.strength]}, ${phrase(decision.urgency)}`,
      lines: [
        decision.summary,
        'A person decides: this supports the decision and does not make it.',
      ],
      fill: 'decides',
      width: 100,
    },
    ...steps,
  ];
  const items = decision.items.map(({ ref }) => `item ${ref}`);
  return drawn(
    'One decision: a school, injuries, and children’s social care',
    [
      ...decision.items.map(({ ref, verdict }) => `${capital(ref)}: ${phrase(verdict)}.`),
      decision.summary,
      ...steps.map(({ heading, lines = [] }) => `${heading}: ${lines.join(' ')}`),
    ].join(' '),
    [
      ...boxes.map(node),
      sameRank(items),
      sameRank(moments),
      ...items.flatMap((id) => [edge('request', id), edge(id, 'outcome')]),
      ...moments.map((when) => edge('outcome', when)),
    ],
  );
}
