import type { Fact, Scope } from '../model/facts.ts';
import { factsById } from '../model/facts.ts';
import { consentKinds } from '../model/words.ts';
import { unsure } from '../model/leaf.ts';
import { answered, isLeaf, range, readableFrom, takeApart } from './conditions.ts';
import type { Prepared } from './conditions.ts';
import { bears } from './evaluate.ts';
import type { LoadedRule, Program } from './program.ts';
import { unknown } from './truth.ts';
import type { Place, World } from './world.ts';
import { moveTo, start, valueAt } from './world.ts';
import { slotOf } from './slots.ts';

/** A fact that is not known, at one instance of its scope. */
export interface OpenFact {
  fact: string;
  scope: Scope;
  index: number;
  /** Asked, and nobody knows. */
  unsure: boolean;
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
  const open = new Map<string, OpenFact>();
  visitRule(program, world, loaded, index, open, new Set());
  return [...open.values()];
}

function visitRule(
  program: Program,
  world: World,
  loaded: LoadedRule,
  index: number,
  open: Map<string, OpenFact>,
  seen: Set<string>,
): void {
  const key = `${loaded.number}/${index}`;
  if (seen.has(key) || !bears(loaded, world)) return;
  seen.add(key);
  const place = start();
  moveTo(world, place, loaded.rule.scope, index);
  visit(program, world, loaded.conditions, loaded.rule.scope, place, open, seen);
  for (const number of loaded.exceptions) {
    const exception = program.rules[number] as LoadedRule;
    const at = place[exception.rule.scope];
    if (world.results[number]?.[at] === unknown)
      visitRule(program, world, exception, at, open, seen);
  }
}

function visit(
  program: Program,
  world: World,
  { node, test, parts }: Prepared,
  scope: Scope,
  place: Place,
  open: Map<string, OpenFact>,
  seen: Set<string>,
): void {
  if (test(world, place) !== unknown) return;
  if (!isLeaf(node)) {
    for (const part of parts) visit(program, world, part, scope, place, open, seen);
    return;
  }
  const { quantifier, rule } = takeApart(node);
  const target = rule === undefined ? undefined : program.byId.get(rule);
  const from = target ? target.rule.scope : slotOf(node.fact).scope;
  const indexes = quantifier ? range(world, scope, from, place).indexes : [place[from]];
  for (const index of indexes) {
    if (target) {
      if (world.results[target.number]?.[index] === unknown)
        visitRule(program, world, target, index, open, seen);
    } else visitFact(program, world, node.fact, scope, place, index, open, seen);
  }
  // Others may exist, where the list itself was left out.
  if (quantifier && !range(world, scope, from, place).complete)
    add(
      world,
      scope === 'item' ? 'item.about' : 'concern.about',
      scope === 'item' ? place.item : 0,
      open,
    );
}

function visitFact(
  program: Program,
  world: World,
  id: string,
  scope: Scope,
  place: Place,
  index: number,
  open: Map<string, OpenFact>,
  seen: Set<string>,
): void {
  const fact = factsById.get(id);
  if (!fact) return;
  const value = valueAt(world, slotOf(id), index);
  if (value !== undefined && value !== unsure) return;
  if (fact.from === 'request') {
    const answers = program
      .answersTo(id)
      .filter((answer) => readableFrom[scope].includes(answer.scope));
    if (value === unsure || answered(world, place, answers) === undefined)
      add(world, id, index, open);
    return;
  }
  if (id === 'consent.valid') {
    add(world, 'consent.status', index, open);
    for (const defect of program.ofKind('consent-defect')) {
      // A defect that says it need not be asked for is no reason to ask.
      if (isInvalidating(defect) && world.results[defect.number]?.[index] === unknown)
        visitRule(program, world, defect, index, open, seen);
    }
    return;
  }
  const kind = consentKinds.find((one) => id === `person.${one}ConsentValid`);
  if (kind) {
    visitFact(
      program,
      world,
      'consent.valid',
      'consent',
      place,
      index * consentKinds.length + consentKinds.indexOf(kind),
      open,
      seen,
    );
    return;
  }
  for (const asked of fact.asks ?? []) {
    for (const at of askedAt(world, fact, asked, index)) add(world, asked, at, open);
  }
}

/** Adds a question that has no usable answer yet. */
function add(world: World, id: string, index: number, open: Map<string, OpenFact>): void {
  const { scope } = slotOf(id);
  const value = valueAt(world, slotOf(id), index);
  if (value !== undefined && value !== unsure) return;
  open.set(`${id}/${index}`, { fact: id, scope, index, unsure: value === unsure });
}

const isInvalidating = ({ rule: { event } }: LoadedRule): boolean =>
  event.type === 'consent-defect' && (event.params.verdict ?? 'invalid') === 'invalid';

/** At which instances a question stands that would settle a derived fact; nowhere while it is not known of whom. */
function askedAt(world: World, fact: Fact, asked: string, index: number): readonly number[] {
  const { scope } = slotOf(asked);
  if (scope === 'case') return [0];
  if (scope === fact.scope) return [index];
  if (scope === 'item') return world.items.map((_, item) => item);
  const whom =
    fact.scope === 'consent'
      ? 'consent.givenBy'
      : fact.scope === 'item'
        ? 'item.confidedBy'
        : 'recipient.person';
  const ref = valueAt(world, slotOf(whom), fact.scope === 'case' ? 0 : index);
  return world.people.flatMap((one, person) =>
    !one.nobodyKnown && one.ref === ref ? [person] : [],
  );
}
