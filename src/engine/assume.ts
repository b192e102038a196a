import { bearingRules } from './edition.ts';
import { mayBeConfirmed } from './evaluate.ts';
import type { OpenFact } from './open.ts';
import { openFacts } from './open.ts';
import type { LoadedRule, Program } from './program.ts';
import { slotOf } from './slots.ts';
import type { Settled } from './settle.ts';
import { unknown } from './truth.ts';
import type { World } from './world.ts';
import { valueAt } from './world.ts';
import { instanceFor, resultAt, subjectsAt } from './places.ts';

/** An unknown fact that items go in spite of, to be confirmed before sharing. */
export interface Assumption {
  fact: OpenFact;
  items: readonly number[];
  rules: readonly LoadedRule[];
}

/** The unknown facts that items go in spite of, in the order in which items meet them. */
export function assumed(program: Program, world: World, settled: Settled): Assumption[] {
  const found = new Map<string, { fact: OpenFact; items: Set<number>; rules: Set<LoadedRule> }>();
  const add = (fact: OpenFact, item: number, rules: readonly LoadedRule[]) => {
    const key = `${fact.fact}/${fact.index}`;
    const entry = found.get(key) ?? { fact, items: new Set(), rules: new Set() };
    entry.items.add(item);
    for (const rule of rules) entry.rules.add(rule);
    found.set(key, entry);
  };
  for (const { finding, verdict } of settled.items) {
    if (verdict !== 'share' && verdict !== 'share-with-changes') continue;
    const { item } = finding;
    for (const { rule } of finding.bars.filter((bar) => bar.confirm)) {
      const { scope } = rule.rule;
      const indexes = scope === 'subject' ? subjectsAt(world, item) : [instanceFor(scope, item, 0)];
      for (const index of indexes) {
        if (resultAt(world, rule.number, index) !== unknown) continue;
        for (const fact of openFacts(settled.search, rule, index)) {
          if (!fact.unsure && mayBeConfirmed(world, fact.fact)) add(fact, item, [rule]);
        }
      }
    }
    if (!finding.assumesConfidence) continue;
    const rules = bearingRules(program, world, 'confidence-met');
    for (const id of ['item.publicInterestOverridesConfidence', 'item.confidential']) {
      const slot = slotOf(id);
      if (valueAt(world, slot, item) === undefined)
        add({ fact: id, scope: 'item', index: item, unsure: false }, item, rules);
    }
  }
  return [...found.values()].map(({ fact, items, rules }) => ({
    fact,
    items: [...items],
    rules: [...rules],
  }));
}
