import { facts } from '../model/facts.ts';
import type { Scope } from '../model/facts.ts';

/**
 * The value of a fact: `undefined` where it was left out, `"unsure"` where nobody knows, and `null` where the
 * question does not arise (a demand where nobody asked, the role of a recipient that is an organisation).
 */
export type Value = boolean | string | readonly string[] | null | undefined;

export interface Slot {
  scope: Scope;
  slot: number;
}

/** Where each fact stands in the numbered slots of its scope. */
export const slots: ReadonlyMap<string, Slot> = (() => {
  const next: Record<Scope, number> = { case: 0, person: 0, item: 0, consent: 0, subject: 0 };
  return new Map(facts.map((fact) => [fact.id, { scope: fact.scope, slot: next[fact.scope]++ }]));
})();

export const slotOf = (id: string): Slot => {
  const slot = slots.get(id);
  if (!slot) throw new Error(`no fact \`${id}\` in the dictionary`);
  return slot;
};
