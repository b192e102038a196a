import { leavesOf } from '../engine/conditions.ts';
import type { LoadedRule, Program } from '../engine/program.ts';
import { concludedFacts } from '../model/derived.ts';
import { conclusionRead } from './lower.ts';

/** The name of what a rule concludes. */
export const conclusionOf = ({ rule }: LoadedRule): string => `rule.${rule.id}`;

/** What holds of a program whatever the request. */
interface Plan {
  /** The order of conclusions: a higher priority stands before all that read it. */
  priority(conclusion: string): number;
  /** Some conclusions with all that they rest on, directly or through others. */
  groundsOf(conclusions: Iterable<string>): ReadonlySet<string>;
  /** The exceptions that stand against a rule. */
  exceptionsTo(loaded: LoadedRule): readonly LoadedRule[];
}

const plans = new WeakMap<Program, Plan>();

/** What each conclusion of a kind is drawn from. */
function drawnFrom(program: Program, fact: string): readonly string[] {
  if (fact === 'consent.valid') return program.ofKind('consent-defect').map(conclusionOf);
  if (fact === 'item.underLegalDuty') return program.ofKind('duty').map(conclusionOf);
  return ['consent.valid'];
}

/** Works out in which order conclusions stand: each is one stratum above the highest that it reads. */
export function planOf(program: Program): Plan {
  const made = plans.get(program);
  if (made) return made;
  const exceptions = new Map<LoadedRule, LoadedRule[]>(
    program.rules.map((loaded) => [
      loaded,
      program.rules.filter(({ rule }) => rule.exceptionTo?.includes(loaded.rule.id)),
    ]),
  );
  const reads = new Map<string, readonly string[]>();
  for (const { id } of concludedFacts) reads.set(id, drawnFrom(program, id));
  for (const loaded of program.rules) {
    const leaves = [...leavesOf(loaded.conditions.node)].flatMap((leaf) => {
      const id = conclusionRead(leaf);
      if (id !== undefined) return [id];
      return program
        .answersTo(leaf.fact)
        .map(({ rule }) => conclusionOf(program.rules[rule] as LoadedRule));
    });
    reads.set(conclusionOf(loaded), [
      ...leaves,
      ...(exceptions.get(loaded) ?? []).map(conclusionOf),
    ]);
  }
  const strata = new Map<string, number>();
  const stratum = (id: string): number => {
    const known = strata.get(id);
    if (known !== undefined) return known;
    const above = 1 + Math.max(0, ...(reads.get(id) ?? []).map(stratum));
    strata.set(id, above);
    return above;
  };
  const highest = Math.max(0, ...[...reads.keys()].map(stratum));
  const plan: Plan = {
    priority: (conclusion) => 1 + highest - stratum(conclusion),
    groundsOf: (conclusions) => {
      const found = new Set(conclusions);
      // A set that grows while it is walked is walked to its end.
      for (const id of found) for (const read of reads.get(id) ?? []) found.add(read);
      return found;
    },
    exceptionsTo: (loaded) => exceptions.get(loaded) ?? [],
  };
  plans.set(program, plan);
  return plan;
}
