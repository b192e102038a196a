import type { Fact, Scope } from '../model/facts.ts';
import { facts, factsById } from '../model/facts.ts';
import { consentKinds } from '../model/words.ts';
import { unsure } from '../model/leaf.ts';
import { position } from './ask.ts';
import { isLeaf, range } from './conditions.ts';
import type { Prepared } from './conditions.ts';
import { bearingRules, editionOf } from './edition.ts';
import type { LoadedRule, Program } from './program.ts';
import { unknown } from './truth.ts';
import { moveTo, start, valueAt } from './world.ts';
import type { Place, World } from './world.ts';
import { slotOf } from './slots.ts';

/** A fact that is not known, at one instance of its scope. */
export interface OpenFact {
  fact: string;
  scope: Scope;
  index: number;
  /** Asked, and nobody knows. */
  unsure: boolean;
}

/** A search for what is open, with what was found and where it has been. */
interface Search {
  program: Program;
  world: World;
  /** By fact and instance, as one number. */
  found: Map<number, OpenFact>;
  /** Rules and instances, as one number each. */
  seen: Set<number>;
}

/**
 * The facts that would settle a rule that is unknown at an instance: the unknown leaves of its unknown parts,
 * through the conclusions and exceptions that it reads. Empty for a rule that is settled.
 */
export function openFacts(
  program: Program,
  world: World,
  loaded: LoadedRule,
  index: number,
): OpenFact[] {
  const search: Search = { program, world, found: new Map(), seen: new Set() };
  visitRule(search, loaded, index);
  return [...search.found.values()];
}

const isOpen = ({ world }: Search, { number }: LoadedRule, index: number): boolean =>
  world.results[number]?.[index] === unknown;

function visitRule(search: Search, loaded: LoadedRule, index: number): void {
  const { program, world, seen } = search;
  const key = index * program.rules.length + loaded.number;
  if (seen.has(key) || !editionOf(program, world).inForce[loaded.number]) return;
  seen.add(key);
  const place = start();
  moveTo(world, place, loaded.rule.scope, index);
  visit(search, loaded.conditions, loaded.rule.scope, place);
  for (const number of loaded.exceptions) {
    const exception = program.rules[number] as LoadedRule;
    const at = place[exception.rule.scope];
    if (isOpen(search, exception, at)) visitRule(search, exception, at);
  }
}

function visit(search: Search, prepared: Prepared, scope: Scope, place: Place): void {
  const { program, world } = search;
  const { node, test, parts, leaf } = prepared;
  if (test(world, place) !== unknown) return;
  for (const part of parts) visit(search, part, scope, place);
  if (!leaf || !isLeaf(node)) return;
  const { quantifier, rule } = leaf;
  const target = rule === undefined ? undefined : program.byId.get(rule);
  const from = target ? target.rule.scope : slotOf(node.fact).scope;
  const { indexes, complete } = quantifier
    ? range(world, scope, from, place)
    : { indexes: [place[from]], complete: true };
  for (const index of indexes) {
    if (!target) visitFact(search, node.fact, index);
    else if (isOpen(search, target, index)) visitRule(search, target, index);
  }
  // Others may exist, where the list itself was left out.
  if (!complete && scope === 'item') add(search, 'item.about', place.item);
  else if (!complete) add(search, 'concern.about', 0);
}

function visitFact(search: Search, id: string, index: number): void {
  const { program, world } = search;
  const fact = factsById.get(id) as Fact;
  const value = valueAt(world, slotOf(id), index);
  if (value !== undefined && value !== unsure) return;
  const kind = consentKinds.findIndex((one) => id === `person.${one}ConsentValid`);
  if (fact.from === 'request') add(search, id, index);
  else if (kind >= 0) visitFact(search, 'consent.valid', index * consentKinds.length + kind);
  else if (id === 'consent.valid') {
    add(search, 'consent.status', index);
    // A defect that says that the consent need not be asked for is no reason to ask.
    const defects = bearingRules(program, world, 'consent-defect').filter(isInvalidating);
    for (const defect of defects)
      if (isOpen(search, defect, index)) visitRule(search, defect, index);
  } else {
    for (const asked of fact.asks as readonly string[]) {
      for (const at of askedAt(world, fact, asked, index)) {
        if (asked === 'consent.status') visitFact(search, 'consent.valid', at);
        else add(search, asked, at);
      }
    }
  }
}

/** Adds a question that has no usable answer yet. */
function add({ world, found }: Search, id: string, index: number): void {
  const slot = slotOf(id);
  const value = valueAt(world, slot, index);
  if (value !== undefined && value !== unsure) return;
  found.set(index * facts.length + (position.get(id) as number), {
    fact: id,
    scope: slot.scope,
    index,
    unsure: value === unsure,
  });
}

const isInvalidating = ({ rule: { event } }: LoadedRule): boolean =>
  event.type === 'consent-defect' && (event.params.verdict ?? 'invalid') === 'invalid';

/** At which instances a question stands that would settle a derived fact; nowhere while it is not known of whom. */
function askedAt(world: World, fact: Fact, asked: string, index: number): readonly number[] {
  const { scope } = slotOf(asked);
  if (scope === 'case') return [0];
  if (scope === fact.scope) return [index];
  if (scope === 'item') return world.items.map((_, item) => item);
  const people = world.people.flatMap((one, person) =>
    !one.nobodyKnown && one.ref === whomRef(world, fact, index) ? [person] : [],
  );
  const confidentiality = consentKinds.indexOf('confidentiality');
  return scope === 'consent'
    ? people.map((person) => person * consentKinds.length + confidentiality)
    : people;
}

/** The reference of the person whom a derived fact of a consent, an item or the recipient speaks of. */
function whomRef(world: World, fact: Fact, index: number): unknown {
  const whose = { consent: 'consent.givenBy', item: 'item.confidedBy' } as Partial<
    Record<Scope, string>
  >;
  const of = whose[fact.scope];
  if (of) return valueAt(world, slotOf(of), index);
  // A representative is judged by whoever it acts for.
  return (
    valueAt(world, slotOf('recipient.person'), 0) ??
    valueAt(world, slotOf('recipient.actingFor'), 0)
  );
}
