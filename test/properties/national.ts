import type { RequestOptions } from '../generators/index.ts';
import { assumed } from '../../src/engine/assume.ts';
import type { Assumption } from '../../src/engine/assume.ts';
import { settle } from '../../src/engine/settle.ts';
import type { Settled } from '../../src/engine/settle.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import { parse } from '../../src/engine/parse.ts';
import { layOut } from '../../src/engine/world.ts';
import type { World } from '../../src/engine/world.ts';
import { answersOf } from '../../src/testing/answers.ts';
import { program } from '../decided.ts';
import { nationalPack, tables } from '../rulebase.ts';

/** The dates on which the national rules begin and end. */
export const datesOfLaw: readonly string[] = [
  ...new Set(
    nationalPack.rules.flatMap(({ effective: { from, to } }) =>
      to === undefined ? [from] : [from, to],
    ),
  ),
].sort();

/** A request under the national rules, as far as the decision rests on it. */
export interface Seen {
  world: World;
  settled: Settled;
  assumptions: readonly Assumption[];
}

const evaluated = (request: unknown): World => {
  const world = layOut(parse(request), tables);
  evaluate(program, world);
  return world;
};

/** Looks at a request under the national rules. */
export function see(request: unknown): Seen {
  const world = evaluated(request);
  const settled = settle(program, world);
  return { world, settled, assumptions: assumed(program, world, settled) };
}

/** What the national tables and rules make of a leaf that a request leaves out. */
export const answers = answersOf(program, tables);

/** Requests of which something goes in about every other one. */
export const meaningful: RequestOptions = {
  answered: 80,
  unsure: 4,
  usually: 94,
  people: { min: 0, max: 2 },
  items: { min: 1, max: 2 },
  dates: datesOfLaw,
  always: [
    'sharer.organisation',
    'recipient.organisation',
    'recipient.mightHarm',
    'recipient.roleInSafeguarding',
    'purpose.kind',
    'concern.level',
    'item.relevant',
    'item.necessary',
    'item.about',
    'item.categories',
    'item.identifies',
    'justification.proportionate',
    'justification.necessary',
  ],
};

/** Requests of which a good part is not known. */
export const scant: RequestOptions = {
  ...meaningful,
  answered: 55,
  unsure: 10,
  usually: 85,
  always: [],
};

const goingVerdicts = ['share', 'share-with-changes'];
export const goes = (verdict: string): boolean => goingVerdicts.includes(verdict);
/** Withheld below undetermined below going. */
export const rankOf = (verdict: string): number =>
  goes(verdict) ? 2 : verdict === 'undetermined' ? 1 : 0;
