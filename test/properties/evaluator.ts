import type { SharingDecision } from '../../src/model/decision.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import type { Rule } from '../../src/model/rule.ts';
import { consentKinds } from '../../src/model/words.ts';
import type { Json } from '../../src/testing/dictionary.ts';
import { engineOf, programOf, worldFor } from '../synthetic.ts';
import type { Findings, Worth } from './naive.ts';

/** What the laws about generated packs are tried on: the engine, or a copy of it with a bug planted. */
export interface Evaluator {
  /** What every rule finds, by rule and instance. */
  find: (rules: readonly Rule[], request: Json) => Findings;
  decide: (rules: readonly Rule[], request: Json) => SharingDecision;
}

const words: readonly Worth[] = ['no', 'unknown', 'yes'];

/** The engine as it stands. */
export const engine: Evaluator = {
  find: (rules, request) => {
    const program = programOf(rules);
    const world = worldFor(program, request);
    const person = (index: number) => world.people[index]?.ref ?? '';
    const names = {
      case: () => 'the case',
      person,
      item: (index: number) => world.items[index] ?? '',
      consent: (index: number) =>
        `${person(Math.floor(index / consentKinds.length))}/${consentKinds[index % consentKinds.length] ?? ''}`,
      subject: (index: number) => {
        const subject = world.subjects[index];
        return `${world.items[subject?.item ?? -1] ?? ''}/${person(subject?.person ?? -1)}`;
      },
    };
    return Object.fromEntries(
      program.rules.flatMap(({ rule, number }) =>
        (world.results[number] ?? []).map((truth, index) => [
          `${rule.id} at ${names[rule.scope](index)}`,
          words[truth] ?? 'unknown',
        ]),
      ),
    );
  },
  decide: (rules, request) => engineOf(rules).decide(request as SharingRequest),
};
