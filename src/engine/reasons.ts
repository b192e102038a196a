import type { SharingDecision } from '../model/decision.ts';
import type { BasisRow } from './bases.ts';
import { anywhere, ids } from './cite.ts';
import { inForceOn } from './citations.ts';
import { kindsOf, needs, truthAt } from './combine.ts';
import type { Need } from './combine.ts';
import { bearingRules, editionOf, nationalRules } from './edition.ts';
import type { Ground } from './engine.ts';
import { atItem, isAnnouncedAt } from './evaluate.ts';
import { deepFreeze } from './freeze.ts';
import { itemRef } from './places.ts';
import type { LoadedRule, Program } from './program.ts';
import { changesAt } from './settle.ts';
import type { ItemRow, Settled } from './settle.ts';
import { slotOf } from './slots.ts';
import { no, some, unknown, wordOf, yes } from './truth.ts';
import type { Truth } from './truth.ts';
import type { World } from './world.ts';

/** What would make a need arise at an item; a need that does not arise is no reason. */
const arising: Readonly<Record<Need, (world: World, item: number) => Truth>> = {
  purpose: () => yes,
  basis: (world, item) => truthAt(world, slotOf('item.identifies'), item),
  special: (world, item) => truthAt(world, slotOf('item.special'), item),
  offence: (world, item) => truthAt(world, slotOf('item.offenceData'), item),
  power: (world) => truthAt(world, slotOf('sharer.publicAuthority')),
  confidence: (world, item) => truthAt(world, slotOf('item.confidential'), item),
};

const permissionsAt = (program: Program, world: World, need: Need): readonly LoadedRule[] =>
  nationalRules(program, world, kindsOf[need]);

/** The rules that an item's verdict rests on. */
function reasonsOf(
  program: Program,
  world: World,
  { finding, verdict }: ItemRow,
  told: ReadonlySet<LoadedRule>,
): readonly string[] {
  const { item, bars, duties } = finding;
  if (verdict === 'withhold') {
    const missing = needs
      .filter((need) => finding.needs[need] === no)
      .flatMap((need) =>
        permissionsAt(program, world, need).filter((rule) => need !== 'basis' || told.has(rule)),
      );
    return ids([...bars.filter(({ truth }) => truth === yes).map(({ rule }) => rule), ...missing]);
  }
  if (verdict === 'undetermined') {
    const open = needs
      .filter((need) => finding.needs[need] === unknown)
      .flatMap((need) =>
        permissionsAt(program, world, need).filter((rule) => atItem(rule, world, item) === unknown),
      );
    return ids([
      ...bars.filter(({ confirm }) => !confirm).map(({ rule }) => rule),
      ...(finding.conflict ? duties : []),
      ...open,
    ]);
  }
  const met = needs
    .filter((need) => arising[need](world, item) !== no)
    .flatMap((need) =>
      permissionsAt(program, world, need).filter((rule) => atItem(rule, world, item) === yes),
    );
  const changes = changesAt(program, world, item).map(({ loaded }) => loaded);
  const announced = bearingRules(program, world, 'duty').filter((duty) =>
    isAnnouncedAt(duty, world, item),
  );
  return ids([...duties, ...announced, ...met, ...changes]);
}

/** What is decided of each item, with the rules that it rests on. */
export function itemsOf(
  program: Program,
  world: World,
  settled: Settled,
  bases: readonly BasisRow[],
): SharingDecision['items'] {
  const told = new Set(bases.flatMap(({ rules }) => rules));
  return settled.items.map((row, index) => ({
    ref: itemRef(world, index),
    verdict: row.verdict,
    strength: row.strength,
    changes: row.changes,
    reasons: reasonsOf(program, world, row, told),
  }));
}

/** One reason for each rule that some list of a decision names, in the order of the rules. */
export function reasonsFor(
  { program, sources, wording: { say, texts } }: Ground,
  world: World,
  lists: Iterable<readonly string[]>,
): SharingDecision['reasons'] {
  type Reason = SharingDecision['reasons'][number];
  // What is said of a rule is one of three things, and cites what is in force: it is put together once for all days
  // between which no rule and no source begins or ends. Both counts only grow, so together they name such a stretch.
  let passed = 0;
  for (const { from, to } of sources.values()) {
    if (from <= world.on) passed++;
    if (to !== undefined && to < world.on) passed++;
  }
  const made = editionOf(program, world).once(
    `reasons ${passed}`,
    () => [] as Partial<Record<Truth, Reason>>[],
  );
  const mentioned = new Uint8Array(program.rules.length);
  for (const list of lists)
    for (const id of list) mentioned[(program.byId.get(id) as LoadedRule).number] = 1;
  const named = program.rules.filter(({ number }) => mentioned[number]);
  return named.map((loaded) => {
    const { rule, number } = loaded;
    const raw = world.raw.get(number);
    const truth = raw ? some(raw, (one) => one) : anywhere(loaded, world);
    const said = (made[number] ??= {});
    return (said[truth] ??= deepFreeze({
      rule: rule.id,
      title: say(`rule.${rule.id}.title`, rule.title),
      finding: wordOf(truth, ['not-met', 'unknown', 'met'] as const),
      because: wordOf(truth, [
        say(`rule.${rule.id}.becauseNot`, rule.becauseNot),
        texts.unknown,
        say(`rule.${rule.id}.because`, rule.because),
      ] as const),
      citations: inForceOn(sources, rule.references, world.on),
    }));
  });
}
