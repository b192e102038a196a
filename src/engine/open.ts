import type { Fact, Scope } from '../model/facts.ts';
import { facts, factsById } from '../model/facts.ts';
import { consentKinds } from '../model/words.ts';
import { unsure } from '../model/leaf.ts';
import { position } from './ask.ts';
import { isLeaf, range } from './conditions.ts';
import type { Prepared } from './conditions.ts';
import { bearingRules, editionOf } from './edition.ts';
import type { LoadedRule, Program } from './program.ts';
import { isLegalDuty } from './evaluate.ts';
import { instanceFor, resultAt, subjectsAt } from './places.ts';
import { unknown } from './truth.ts';
import { placeAt, valueAt } from './world.ts';
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

/** What was found open in a world as it stands: by rule and instance, as one number, with duties looked into or not. */
export interface Found {
  program: Program;
  world: World;
  with: Map<number, readonly OpenFact[]>;
  without: Map<number, readonly OpenFact[]>;
}

/** A search of a world that has found nothing yet; what it finds once, it knows from then on. */
export const searchOf = (program: Program, world: World): Found => ({
  program,
  world,
  with: new Map(),
  without: new Map(),
});

/** What one rule waits for at one instance. */
interface Search {
  all: Found;
  /** By fact and instance, as one number. */
  open: Map<number, OpenFact>;
  /** Whether to look into the duties in law that would put an item under one. */
  duties: boolean;
}

/**
 * The facts that would settle a rule that is unknown at an instance: the unknown leaves of its unknown parts,
 * through the conclusions and exceptions that it reads, and if asked for through the duty in law that needs the fewest
 * answers. Empty for a rule that is settled.
 */
export function openFacts(
  all: Found,
  loaded: LoadedRule,
  index: number,
  { duties = false }: { duties?: boolean } = {},
): readonly OpenFact[] {
  const { program, world } = all;
  const known = duties ? all.with : all.without;
  const key = index * program.rules.length + loaded.number;
  const before = known.get(key);
  if (before) return before;
  const search: Search = { all, open: new Map(), duties };
  if (editionOf(program, world).inForce[loaded.number]) visitRule(search, loaded, index);
  const found = [...search.open.values()];
  known.set(key, found);
  return found;
}

const isOpen = ({ all: { world } }: Search, { number }: LoadedRule, index: number): boolean =>
  world.results[number]?.[index] === unknown;

function visitRule(search: Search, loaded: LoadedRule, index: number): void {
  const { program, world } = search.all;
  const place = placeAt(world, loaded.rule.scope, index);
  visit(search, loaded.conditions, loaded.rule.scope, place);
  for (const number of loaded.exceptions) {
    const exception = program.rules[number] as LoadedRule;
    readRule(search, exception, place[exception.rule.scope]);
  }
}

/** Takes over what another rule waits for that a rule reads, if that one is unknown. */
function readRule(search: Search, loaded: LoadedRule, index: number): void {
  if (!isOpen(search, loaded, index)) return;
  for (const fact of openFacts(search.all, loaded, index, search)) keep(search, fact);
}

function keep({ open }: Search, fact: OpenFact): void {
  open.set(fact.index * facts.length + (position.get(fact.fact) as number), fact);
}

function visit(search: Search, prepared: Prepared, scope: Scope, place: Place): void {
  const { program, world } = search.all;
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
    else readRule(search, target, index);
  }
  // Others may exist, where the list itself was left out.
  if (!complete && scope === 'item') add(search, 'item.about', place.item);
  else if (!complete) add(search, 'concern.about', 0);
}

function visitFact(search: Search, id: string, index: number): void {
  const { program, world } = search.all;
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
    for (const defect of defects) readRule(search, defect, index);
  } else if (id === 'item.underLegalDuty') visitDuties(search, index);
  else {
    for (const asked of fact.asks as readonly string[]) {
      for (const at of askedAt(world, fact, asked, index)) {
        if (asked === 'consent.status') visitFact(search, 'consent.valid', at);
        else add(search, asked, at);
      }
    }
  }
}

/** Of the duties in law that may bind at an item, what the one asks that needs the fewest answers. */
function visitDuties(search: Search, item: number): void {
  if (!search.duties) return;
  const { program, world } = search.all;
  const [fewest = []] = bearingRules(program, world, 'duty')
    .filter(isLegalDuty)
    .map((duty) => instancesAt(world, duty, item).flatMap((at) => openFacts(search.all, duty, at)))
    .filter((open) => open.length > 0)
    .sort((a, b) => a.length - b.length);
  for (const fact of fewest) keep(search, fact);
}

/** The instances of a rule's scope that bear on an item and that are unknown. */
export const instancesAt = (
  world: World,
  { number, rule: { scope } }: LoadedRule,
  item: number,
): number[] =>
  (scope === 'subject' ? subjectsAt(world, item) : [instanceFor(scope, item, 0)]).filter(
    (index) => resultAt(world, number, index) === unknown,
  );

/** Adds a question that has no usable answer yet. */
function add(search: Search, fact: string, index: number): void {
  const slot = slotOf(fact);
  const value = valueAt(search.all.world, slot, index);
  if (value !== undefined && value !== unsure) return;
  keep(search, { fact, scope: slot.scope, index, unsure: value === unsure });
}

const isInvalidating = ({ rule: { event } }: LoadedRule): boolean =>
  event.type === 'consent-defect' && (event.params.verdict ?? 'invalid') === 'invalid';

/** At which instances a question stands that would settle a derived fact; nowhere while it is not known of whom. */
function askedAt(world: World, fact: Fact, asked: string, index: number): readonly number[] {
  const { scope } = slotOf(asked);
  if (asked === 'recipient.actingFor') return isRepresentative(world) ? [0] : [];
  // Who the recipient is matters to an item once it is known who confided it.
  if (scope === 'case') return fact.scope === 'item' && !whomRef(world, fact, index) ? [] : [0];
  if (scope === fact.scope) return [index];
  if (scope === 'item') return world.items.map((_, item) => item);
  const refs = whomRefs(world, fact, index);
  const people = world.people.flatMap((one, person) =>
    !one.nobodyKnown && refs.includes(one.ref) ? [person] : [],
  );
  const confidentiality = consentKinds.indexOf('confidentiality');
  return scope === 'consent'
    ? people.map((person) => person * consentKinds.length + confidentiality)
    : people;
}

/** The references of those of whom a question is put that would settle a derived fact. */
function whomRefs(world: World, fact: Fact, index: number): readonly unknown[] {
  if (fact.id !== 'concern.children') return [whomRef(world, fact, index)];
  // The level says whether a child is concerned; only where it says none do ages.
  const level = valueAt(world, slotOf('concern.level'), 0);
  return level === undefined || level === unsure ? [] : (world.request.concern?.about ?? []);
}

const isRepresentative = (world: World): boolean =>
  valueAt(world, slotOf('recipient.organisation'), 0) === 'legal-representative';

/** The reference of the person whom a derived fact of a consent, an item or the recipient speaks of. */
function whomRef(world: World, fact: Fact, index: number): unknown {
  const whose = { consent: 'consent.givenBy', item: 'item.confidedBy' } as Partial<
    Record<Scope, string>
  >;
  const recipient = isRepresentative(world) ? 'recipient.actingFor' : 'recipient.person';
  return valueAt(world, slotOf(whose[fact.scope] ?? recipient), fact.scope === 'case' ? 0 : index);
}
