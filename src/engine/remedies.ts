import type { SharingDecision } from '../model/decision.ts';
import { factsById } from '../model/facts.ts';
import { scopeOf } from './ask.ts';
import { consentKinds } from '../model/words.ts';
import { leavesOf, takeApart } from './conditions.ts';
import { combine, kindsOf, needs } from './combine.ts';
import type { ItemFinding } from './combine.ts';
import { editionOf, nationalRules } from './edition.ts';
import { follow } from './evaluate.ts';
import type { LoadedRule, Program } from './program.ts';
import { slotOf } from './slots.ts';
import type { Value } from './slots.ts';
import type { Texts } from './tables.ts';
import { fill } from './fill.ts';
import { no, yes } from './truth.ts';
import type { World } from './world.ts';
import { valueAt } from './world.ts';
import { itemRef, setValue } from './places.ts';
import { unsure } from '../model/leaf.ts';

interface Change {
  fact: string;
  index: number;
  to: boolean | string;
}

/** Two changes at once are tried only among so many, so that the cost stays bounded. */
const maxPaired = 12;

/** What stands between a withheld item and going: the bars that are met, and all that could meet a missing need. */
const blocking = (
  program: Program,
  world: World,
  { bars, needs: met }: ItemFinding,
): LoadedRule[] => [
  ...bars.filter(({ truth }) => truth === yes).map(({ rule }) => rule),
  ...needs
    .filter((need) => met[need] === no)
    .flatMap((need) => nationalRules(program, world, kindsOf[need])),
];

/** The facts that a rule reads, through the conclusions and exceptions behind it, with what each asks. */
function readBy(program: Program, world: World, { number }: LoadedRule): ReadonlySet<string> {
  const known = editionOf(program, world).once('read by', () => new Map<number, Set<string>>());
  const read = known.get(number) ?? new Set<string>();
  if (known.has(number)) return read;
  known.set(number, read);
  const seen = new Set<number>();
  const visit = (at: number): void => {
    if (seen.has(at)) return;
    seen.add(at);
    const { rule, exceptions } = program.rules[at] as LoadedRule;
    for (const leaf of leavesOf(rule.conditions)) {
      const { rule: id } = takeApart(leaf);
      if (id !== undefined) visit((program.byId.get(id) as LoadedRule).number);
      else {
        read.add(leaf.fact);
        for (const asked of factsById.get(leaf.fact)?.asks ?? []) read.add(asked);
      }
    }
    exceptions.forEach(visit);
  };
  visit(number);
  return read;
}

/** Known answers that could honestly be changed, and that the blocking rules read. */
function candidates(program: Program, world: World, finding: ItemFinding): Change[] {
  const read = new Set<string>();
  for (const rule of blocking(program, world, finding))
    for (const fact of readBy(program, world, rule)) read.add(fact);
  if (finding.needs.basis === no) read.add('item.identifies');
  return [...read].sort().flatMap((fact) => {
    const to = factsById.get(fact)?.remedy;
    if (to === undefined) return [];
    const slot = slotOf(fact);
    const indexes =
      slot.scope === 'item' ? [finding.item] : world.values[slot.scope].map((_, index) => index);
    return indexes.flatMap((index) => {
      const value = valueAt(world, slot, index);
      const known = value !== undefined && value !== unsure && value !== null;
      return known && value !== to ? [{ fact, index, to }] : [];
    });
  });
}

/** Whether an item would go if some answers were changed. */
function wouldGo(
  program: Program,
  world: World,
  item: number,
  changes: readonly Change[],
): boolean {
  const copy = (rows: readonly Value[][]) => rows.map((row) => [...row]);
  const { values } = world;
  const other: World = {
    ...world,
    values: {
      case: copy(values.case),
      person: copy(values.person),
      item: copy(values.item),
      consent: copy(values.consent),
      subject: values.subject,
    },
    results: [...world.results],
    raw: new Map(world.raw),
  };
  for (const { fact, index, to } of changes) setValue(other, slotOf(fact), index, to);
  // Why: each fact in turn, since what the last one changes is followed in a world where all are changed already.
  for (const { fact } of changes) follow(program, other, program.stepsAfter(fact));
  return combine(program, other, [item])[0]?.goes === yes;
}

/** For each withheld item: the answers, or pairs of answers, whose honest change would let it go. */
export function remedies(
  program: Program,
  world: World,
  findings: readonly ItemFinding[],
  texts: Texts,
): SharingDecision['remedies'] {
  return findings
    .filter(({ goes }) => goes === no)
    .flatMap((finding) => {
      const changes = candidates(program, world, finding);
      const alone = changes
        .filter((change) => wouldGo(program, world, finding.item, [change]))
        .map((change) => [change]);
      const paired = changes
        .slice(0, maxPaired)
        .flatMap((first, at, few) => few.slice(at + 1).map((second) => [first, second]));
      const sets = alone.length
        ? alone
        : paired.filter((pair) => wouldGo(program, world, finding.item, pair));
      return sets.map((set) => ({
        item: itemRef(world, finding.item),
        set: set.map(({ fact, index, to }) => ({ fact, scope: scopeOf(world, fact, index), to })),
        text: fill(texts.remedy, { change: inWords(set, texts) }),
      }));
    });
}

/** What one or two changes come to, in words; two that are said alike once. */
function inWords(set: readonly Change[], texts: Texts): string {
  const names = set.map(nameOf).map((name) => texts.remedies[name] as string);
  const [first = '', second] = new Set(names);
  return second === undefined ? first : fill(texts.remedyBoth, { first, second });
}

/** Under which name the texts tell what a change comes to. */
const nameOf = ({ fact, index }: Change): string =>
  fact === 'consent.status'
    ? `consent.${consentKinds[index % consentKinds.length] as string}`
    : fact;
