import type { RuleKind } from '../model/rule.ts';
import type { Scope } from '../model/facts.ts';

interface Kind {
  /** A permission opens, a bar closes, the rest say what to do. */
  polarity: 'permission' | 'bar' | 'none';
  scopes: readonly Scope[];
  /** Whether a local pack may hold it. */
  local: boolean;
}

const any: readonly Scope[] = ['case', 'person', 'item', 'consent', 'subject'];
const aboutItems: readonly Scope[] = ['case', 'item', 'subject'];
const permission: Kind = { polarity: 'permission', scopes: aboutItems, local: false };
const bar: Kind = { polarity: 'bar', scopes: aboutItems, local: false };
const aside: Kind = { polarity: 'none', scopes: any, local: true };

/** The closed kinds of finding: the one table that the loader and the engine read. */
export const kinds: Readonly<Record<RuleKind, Kind>> = {
  'lawful-basis': permission,
  'special-category-condition': permission,
  'offence-data-condition': permission,
  'confidence-met': permission,
  'reuse-compatible': permission,
  power: permission,
  duty: { ...permission, local: true },
  restriction: bar,
  harm: bar,
  proportionality: bar,
  'guidance-condition': { ...bar, local: true },
  'consent-defect': { polarity: 'bar', scopes: ['consent'], local: false },
  'not-telling': { polarity: 'bar', scopes: ['person'], local: false },
  change: { polarity: 'none', scopes: ['item'], local: false },
  obligation: aside,
  advice: aside,
  'record-field': aside,
  urgency: aside,
  caution: aside,
  answer: { polarity: 'none', scopes: any, local: false },
  conclusion: { polarity: 'none', scopes: any, local: true },
};

/** The bars that hold an item back. */
export const itemBars: readonly RuleKind[] = [
  'restriction',
  'harm',
  'proportionality',
  'guidance-condition',
];
/** The kinds that may read what was decided, since they only say what to do about it. */
export const afterwards: readonly RuleKind[] = [
  'obligation',
  'advice',
  'record-field',
  'urgency',
  'caution',
];
