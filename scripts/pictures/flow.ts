import { capital, kindNames, phrase } from '../../src/cli/words.ts';
import { kindsOf, needs } from '../../src/engine/combine.ts';
import type { Need } from '../../src/engine/combine.ts';
import { afterwards, itemBars } from '../../src/engine/kinds.ts';
import type { RuleKind } from '../../src/model/rule.ts';
import { outcomes, verdicts } from '../../src/model/words.ts';
import type { strengths, tellings } from '../../src/model/words.ts';
import { drawn, edge, node, sameRank } from './graph.ts';
import type { Box } from './graph.ts';

// Why: keyed by the words of the model, so that a new word does not compile until it has its place in the picture.
const arises: Readonly<Record<Need, string>> = {
  purpose: 'always',
  basis: 'where it identifies someone',
  special: 'where it identifies someone and is special category data',
  offence: 'where it identifies someone and is offence data',
  power: 'where it identifies someone and the sharer is a public authority',
  confidence: 'where it is confidential',
};
const whenVerdict: Readonly<Record<(typeof verdicts)[number], string>> = {
  share: 'It goes.',
  'share-with-changes': 'It goes, and a change to it is called for.',
  withhold: 'A bar is met, or a need that arises is not met.',
  undetermined: 'A bar or a need is unknown, or a met duty and a met bar are at odds.',
};
const whenOutcome: Readonly<Record<(typeof outcomes)[number], string>> = {
  share: 'Every piece goes, and none is cut.',
  'share-in-part': 'Some piece goes; another does not, or one is cut.',
  'do-not-share': 'No piece goes, and none is undetermined.',
  'seek-advice':
    'No piece goes, one is undetermined, and it is grave, nobody knows the answer or none would settle it, or it is not England.',
  'more-information-needed': 'No piece goes, one is undetermined, and answers would settle it.',
};
const whenStrength: Readonly<Record<(typeof strengths)[number], string>> = {
  must: 'a duty in law, or a bar in law or an unmet need',
  should: 'a duty in guidance or announced, or a bar in guidance; whatever is open',
  may: 'a permission alone',
};
const whenTelling: Readonly<Record<(typeof tellings)[number], string>> = {
  'do-not-tell': 'the strongest ground met says so',
  defer: 'the strongest ground met says not yet',
  'need-not-tell': 'the only grounds met leave it open',
  undetermined: 'none is met, and one that counts is unknown',
  tell: 'otherwise',
};
const named = (kind: RuleKind): string => kindNames[kind];
const rows = (says: Readonly<Record<string, string>>): string[] =>
  Object.entries(says).map(([word, when]) => `• ${phrase(word)}: ${when}`);

const boxes: readonly Box[] = [
  {
    id: 'request',
    heading: 'The request: who shares what about whom, with whom, and what for',
    lines: ['What was not answered is unknown: never yes, and never no.'],
    fill: 'in',
    width: 90,
  },
  {
    id: 'rules',
    heading: 'Each rule in force on the date is met, not met or unknown',
    lines: [
      `First what others read: ${named('answer')}; ${named('conclusion')}; ${named('consent-defect')}, so that a basis may rest on a valid consent.`,
    ],
    fill: 'in',
    width: 90,
  },
  {
    id: 'bars',
    heading: 'What stands against a piece',
    lines: [
      ...itemBars.map((kind) => `• ${named(kind)}`),
      'The recipient, the way of sending and the piece itself are judged here.',
      'Conditions of guidance count only below significant harm.',
    ],
    fill: 'closes',
    width: 30,
  },
  {
    id: 'duties',
    heading: 'Duties and changes',
    lines: [
      `• ${named('duty')}: makes the sharing stronger, and lifts the bars that it names`,
      `• ${named('change')}`,
    ],
    fill: 'does',
    width: 24,
  },
  {
    id: 'needs',
    heading: 'What a piece needs',
    lines: needs.map((need) => `• ${kindsOf[need].map(named).join(' or ')}: ${arises[need]}`),
    fill: 'opens',
    width: 44,
  },
  {
    id: 'goes',
    heading: 'A piece goes where no bar is met and every need that arises is met',
    lines: [
      'Unknown is neither. A harmless answer left out may be taken and confirmed just before sharing: so may that confidence gives way, for a child at significant harm, to those whose job it is.',
    ],
    fill: 'decides',
    width: 92,
  },
  ...verdicts.map((verdict): Box => ({
    id: `verdict ${verdict}`,
    heading: `Piece: ${phrase(verdict)}`,
    lines: [whenVerdict[verdict]],
    fill: 'decides',
    width: 21,
  })),
  ...outcomes.map((outcome): Box => ({
    id: `outcome ${outcome}`,
    heading: capital(phrase(outcome)),
    lines: [whenOutcome[outcome]],
    fill: 'decides',
    width: 17,
  })),
  {
    id: 'strength',
    heading: 'How strongly',
    lines: [...rows(whenStrength), 'The strongest of what goes, or of what is withheld.'],
    fill: 'does',
    width: 35,
  },
  {
    id: 'afterwards',
    heading: 'What to do about it',
    lines: afterwards.map((kind) => `• ${named(kind)}`),
    fill: 'does',
    width: 24,
  },
  {
    id: 'telling',
    heading: 'Whom to tell, for each person',
    lines: [`By ${named('not-telling')}:`, ...rows(whenTelling)],
    fill: 'does',
    width: 38,
  },
];

const ways: Readonly<Record<(typeof verdicts)[number], readonly (typeof outcomes)[number][]>> = {
  share: ['share', 'share-in-part'],
  'share-with-changes': ['share', 'share-in-part'],
  withhold: ['share-in-part', 'do-not-share'],
  undetermined: ['share-in-part', 'seek-advice', 'more-information-needed'],
};

/** How findings become the verdict on each piece, the outcome, and what to do. */
export const flow = (): string =>
  drawn(
    'How findings become an outcome',
    'A request is judged by every rule in force on its date. Bars, duties and needs settle whether each piece goes; the verdicts on the pieces settle the outcome and how strongly it holds; what to do and whom to tell follow.',
    [
      ...boxes.map(node),
      sameRank(['bars', 'duties', 'needs']),
      sameRank(verdicts.map((one) => `verdict ${one}`)),
      sameRank(outcomes.map((one) => `outcome ${one}`)),
      sameRank(['strength', 'afterwards', 'telling']),
      edge('request', 'rules'),
      ...['bars', 'duties', 'needs'].flatMap((id) => [edge('rules', id), edge(id, 'goes')]),
      ...verdicts.map((one) => edge('goes', `verdict ${one}`)),
      ...verdicts.flatMap((one) =>
        ways[one].map((outcome) => edge(`verdict ${one}`, `outcome ${outcome}`)),
      ),
      ...outcomes.map((one) => edge(`outcome ${one}`, 'afterwards')),
      edge('outcome share', 'strength', 'style=invis'),
      edge('outcome more-information-needed', 'telling', 'style=invis'),
      edge('strength', 'afterwards', 'style=invis'),
      edge('afterwards', 'telling', 'style=invis'),
    ],
  );
