import type { Almanac, RuleProperties } from 'json-rules-engine';
import { readableFrom } from '../engine/conditions.ts';
import type { LoadedRule, Program } from '../engine/program.ts';
import { slotOf } from '../engine/slots.ts';
import { valueAt } from '../engine/world.ts';
import type { Place, World } from '../engine/world.ts';
import { factsById } from '../model/facts.ts';
import type { Scope } from '../model/facts.ts';
import type { Copy, Lowered, Names } from './lower.ts';
import { among } from './spots.ts';
import { conclusionOf } from './strata.ts';

/** The name of a conclusion at one instance of its scope, in one copy. */
export const nameOf = (conclusion: string, index: number, copy: Copy): string =>
  `${conclusion}/${index}/${copy}`;

/** A fact of the run: a value, or how it is worked out from conclusions drawn before. */
type Given = { value: unknown } | { worth: (almanac: Almanac) => Promise<unknown> };

/** All that one run is given: the facts of a world at each instance, and the rules to run, each setting one fact. */
export class Sheet {
  readonly facts = new Map<string, Given>();
  /** Conclusions that need no run. */
  readonly settled = new Map<string, boolean>();
  readonly rules: RuleProperties[] = [];
  readonly program: Program;
  readonly world: World;

  constructor(program: Program, world: World) {
    this.program = program;
    this.world = world;
  }

  /** Puts down a conclusion that needs no run. */
  settle(name: string, value: boolean): void {
    this.settled.set(name, value);
  }

  /** Adds the rule that sets a conclusion: true where all of its parts hold, else false. */
  conclude(name: string, priority: number, parts: readonly Lowered[]): void {
    this.rules.push({ name, priority, conditions: { all: [...parts] }, event: { type: 'drawn' } });
  }

  /** The name of an answer as it stands in the request at one instance, whatever rules may answer it. */
  asGiven(fact: string, index: number): string {
    const name = `${fact}/${index}`;
    if (!this.facts.has(name))
      this.facts.set(name, { value: valueAt(this.world, slotOf(fact), index) });
    return name;
  }

  /** The names under which a place of a scope reads. */
  namesAt(scope: Scope, place: Place): Names {
    const spot = `${scope}/${place[scope]}`;
    return {
      answer: (fact, quantified) => {
        const { scope: from } = slotOf(fact);
        if (quantified) return this.#everyAnswer(fact, from, scope, place, spot);
        const answers = this.program
          .answersTo(fact)
          .filter((answer) => readableFrom[scope].includes(answer.scope));
        const given = valueAt(this.world, slotOf(fact), place[from]);
        if (given !== undefined || !answers.length) return this.asGiven(fact, place[from]);
        const sources = answers.map((answer) => ({
          name: nameOf(
            conclusionOf(this.program.rules[answer.rule] as LoadedRule),
            place[answer.scope],
            'known',
          ),
          value: answer.value,
        }));
        return this.#worked(`${fact}/answered at ${spot}`, async (almanac) => {
          for (const { name, value } of sources) if (await almanac.factValue(name)) return value;
          return undefined;
        });
      },
      conclusion: (id, copy, quantified) => {
        const from = this.#scopeOf(id);
        if (!quantified) return nameOf(id, place[from], copy);
        const { indexes, complete } = among(this.world, scope, from, place);
        // Others may exist where the list was left out: one more, of whom it is open.
        const more = complete ? [] : [copy === 'possible'];
        const names = indexes.map((index) => nameOf(id, index, copy));
        return this.#worked(`${id}/each at ${spot}/${copy}`, async (almanac) => {
          const each = await Promise.all(names.map((name) => almanac.factValue<boolean>(name)));
          return [...each, ...more];
        });
      },
    };
  }

  #everyAnswer(fact: string, from: Scope, scope: Scope, place: Place, spot: string): string {
    const name = `${fact}/each at ${spot}`;
    if (!this.facts.has(name)) {
      const { indexes, complete } = among(this.world, scope, from, place);
      const each = indexes.map((index) => valueAt(this.world, slotOf(fact), index));
      // Others may exist where the list was left out: one more, of whom nothing is known.
      this.facts.set(name, { value: complete ? each : [...each, undefined] });
    }
    return name;
  }

  #worked(name: string, worth: (almanac: Almanac) => Promise<unknown>): string {
    if (!this.facts.has(name)) this.facts.set(name, { worth });
    return name;
  }

  #scopeOf(conclusion: string): Scope {
    const fact = factsById.get(conclusion);
    if (fact) return fact.scope;
    return (this.program.byId.get(conclusion.slice('rule.'.length)) as LoadedRule).rule.scope;
  }
}
