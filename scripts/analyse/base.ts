/** A rule base to look through, and what its engine makes of a request. */
import { evaluate, evaluateAfterwards } from '../../src/engine/evaluate.ts';
import type { Ground } from '../../src/engine/engine.ts';
import { check } from '../../src/engine/parse.ts';
import { settle } from '../../src/engine/settle.ts';
import type { Settled } from '../../src/engine/settle.ts';
import { layOut } from '../../src/engine/world.ts';
import type { World } from '../../src/engine/world.ts';
import type { RuleCase } from '../../src/model/rule.ts';
import type { Json } from '../../src/testing/dictionary.ts';

/** Rules put together, with the cases beside each. */
export interface Base {
  ground: Ground;
  cases: ReadonlyMap<string, readonly RuleCase[]>;
}

/** A request with all that was found in it. */
export interface Seen {
  request: Json;
  world: World;
  settled: Settled;
}

/** Decides a request; nothing where it is not well formed. */
export function see({ ground: { program, foundation } }: Base, request: Json): Seen | undefined {
  const read = check(request);
  if ('issues' in read) return undefined;
  const world = layOut(read.request, foundation.tables);
  evaluate(program, world);
  const settled = settle(program, world);
  evaluateAfterwards(program, world);
  return { request, world, settled };
}

/** One thing amiss in the rules, with a request that shows it where one can. */
export interface Finding {
  /** The kind of defect. */
  check: string;
  /** The rules that it is of, in order of id. */
  rules: readonly string[];
  /** Where in them, or what of them: one of a kind among the findings of a check about the same rules. */
  at: string;
  says: string;
  request?: Json;
}

export const casesOf = ({ cases }: Base, id: string): readonly RuleCase[] => cases.get(id) ?? [];
