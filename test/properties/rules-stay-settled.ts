import type { Step } from '../generators/index.ts';
import { chains, requests } from '../generators/index.ts';
import { unknown, wordOf } from '../../src/engine/truth.ts';
import type { World } from '../../src/engine/world.ts';
import { consentKinds } from '../../src/model/words.ts';
import type { Scope } from '../../src/model/facts.ts';
import { program } from '../decided.ts';
import { answers, scant, see } from './national.ts';
import { property } from './property.ts';

const nobody = '';

/** The names of the instances of a scope, and of the less known instance that each stood for. */
function named(world: World, scope: Scope): string[] {
  const person = (index: number) => world.people[index]?.ref ?? '';
  switch (scope) {
    case 'person':
      return world.people.map(({ ref }) => ref);
    case 'item':
      return [...world.items];
    case 'consent':
      return world.people.flatMap(({ ref }) => consentKinds.map((kind) => `${ref}/${kind}`));
    case 'subject':
      return world.subjects.map(
        ({ item, person: whom }) => `${world.items[item] ?? ''}/${person(whom)}`,
      );
    case 'case':
      return ['the case'];
  }
}
/** A subject was one of whom nothing is known, before it was said whom the item is about. */
const before = (name: string, scope: Scope, names: readonly string[]): number => {
  const same = names.indexOf(name);
  return same >= 0 || scope !== 'subject'
    ? same
    : names.indexOf(`${name.split('/')[0] ?? ''}/${nobody}`);
};

const words = ['not met', 'unknown', 'met'] as const;

/** What rules were settled before, and are not, or otherwise, where more is known. */
function unsettled(low: World, high: World, learnt: Step['learnt']): string[] {
  return program.steps.flatMap((step): string[] => {
    if (!('rule' in step)) return [];
    const { rule } = program.rules[step.rule] as (typeof program.rules)[number];
    const lowNames = named(low, rule.scope);
    return named(high, rule.scope).flatMap((name, index): string[] => {
      const from = before(name, rule.scope, lowNames);
      const was = low.results[step.rule]?.[from];
      const is = high.results[step.rule]?.[index];
      if (was === undefined || is === undefined || was === unknown || was === is) return [];
      return [
        `rule ${rule.id} at ${name}: ${wordOf(was, words)} becomes ${wordOf(is, words)} once ${learnt.map(({ path }) => path.join('.')).join(', ')} is known`,
      ];
    });
  });
}

/** Property 4 of the contract, rule by rule. */
export const rulesStaySettled = property<Step[]>({
  name: 'rules-stay-settled',
  says: 'an unknown fact never makes a rule met or not met: what a rule finds stays where more is known',
  arbitrary: chains(requests(scant), { steps: 3, answers }),
  holds: (chain) => {
    const worlds = chain.map(({ request }) => see(request).world);
    return {
      premise: worlds.length > 1,
      faults: worlds
        .slice(1)
        .flatMap((high, index) =>
          unsettled(worlds[index] as World, high, (chain[index + 1] as Step).learnt),
        ),
    };
  },
});
