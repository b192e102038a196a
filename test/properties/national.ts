import type { Json, LeafAt, RequestOptions } from '../generators/index.ts';
import { assumed } from '../../src/engine/assume.ts';
import type { Assumption } from '../../src/engine/assume.ts';
import { settle } from '../../src/engine/settle.ts';
import type { Settled } from '../../src/engine/settle.ts';
import { slotOf } from '../../src/engine/slots.ts';
import { yes } from '../../src/engine/truth.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import { parse } from '../../src/engine/parse.ts';
import { layOut } from '../../src/engine/world.ts';
import type { World } from '../../src/engine/world.ts';
import { consentKinds } from '../../src/model/words.ts';
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

/** The instances of its scope at which a leaf of a request is read. */
function instancesOf(world: World, { fact, person, consent, item }: LeafAt): readonly number[] {
  const at = world.people.findIndex((one) => !one.nobodyKnown && one.ref === person);
  switch (slotOf(fact).scope) {
    case 'person':
      return [at];
    case 'consent':
      return [at * consentKinds.length + consentKinds.indexOf(consent ?? 'dataProtection')];
    case 'item':
      return item === undefined ? [...world.items.keys()] : [world.items.indexOf(item)];
    default:
      return [0];
  }
}

/** What the national tables and rules make of a leaf that a request leaves out. */
export function answers(request: Json, leaf: LeafAt): unknown[] {
  const rules = program.answersTo(leaf.fact);
  const world = rules.length ? evaluated(request) : layOut(parse(request), tables);
  const { scope, slot } = slotOf(leaf.fact);
  const own = leaf.path.at(-1) as string;
  return instancesOf(world, leaf).flatMap((index): unknown[] => {
    const value = world.values[scope][index]?.[slot];
    // What an item answers for itself is no matter of what holds for all items.
    const itself =
      leaf.item === undefined && scope === 'item' && world.request.items?.[index] !== undefined
        ? (world.request.items[index] as Json)[own]
        : undefined;
    if (itself !== undefined) return [];
    if (value !== undefined) return [value];
    return rules.flatMap((answer) => {
      const results = world.results[answer.rule] ?? [];
      const places = answer.scope === scope ? [index] : results.keys();
      return [...places].some((place) => results[place] === yes) ? [answer.value] : [];
    });
  });
}

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
