import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { isHigh } from '../../src/engine/combine.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import { gateways } from '../../src/engine/gateways.ts';
import { parse } from '../../src/engine/parse.ts';
import type { Program } from '../../src/engine/program.ts';
import { settle } from '../../src/engine/settle.ts';
import type { Settled } from '../../src/engine/settle.ts';
import { no, yes } from '../../src/engine/truth.ts';
import { layOut } from '../../src/engine/world.ts';
import type { World } from '../../src/engine/world.ts';
import type { Pack } from '../../src/model/rule.ts';
import { concernLevels } from '../../src/model/words.ts';
import { packs as shippedPacks } from '../../src/rules/packs/index.generated.ts';
import { localPacks } from '../../src/testing/local-packs.ts';
import { program as national, programWith } from '../decided.ts';
import { nationalPack, tables } from '../rulebase.ts';
import { meaningful, rankOf } from './national.ts';
import { property } from './property.ts';

const drawnPacks = localPacks(nationalPack.rules);
const shipped = await Promise.all(Object.values(shippedPacks).map((load) => load()));
const programs = new Map<Pack, Program>(shipped.map((pack) => [pack, programWith(pack)]));

interface Placed {
  pack: Pack;
  request: Json;
}
const placed: fc.Arbitrary<Placed> = fc.record({
  pack: fc.oneof(fc.constantFrom(...shipped), drawnPacks),
  request: requests({
    ...meaningful,
    usual: {
      // What local procedures turn on, beside what is usual.
      'sharer.organisation': ['childrens-home-la', 'childrens-home-private', 'police', 'nhs-gp'],
      'purpose.kind': ['safeguard-from-harm', 'service-provision', 'early-help', 'case-transfer'],
      'concern.level': [...concernLevels],
      'demand.form': ['telephone', 'email', 'letter'],
      'demand.power': ['none-stated', 'other', 'ca2004-s16h', 'court-order', 'subject-access'],
      'move.to': ['area'],
      'move.plan': ['looked-after', 'child-protection', 'child-in-need', 'universal'],
      'consent.status': ['given', 'refused', 'not-sought'],
      'recipient.identityVerified': [true, false],
      'arrangement.pattern': ['regular'],
    },
  }),
});

/** What a request comes to under some rules. */
function settled(program: Program, request: Json): { world: World; settled: Settled } {
  const world = layOut(parse(request), tables);
  evaluate(program, world);
  return { world, settled: settle(program, world) };
}

/** The gateways that oblige in law, in words. */
const obliging = (program: Program, world: World): string[] =>
  gateways(program, world).flatMap(({ id, status, strength }) =>
    status === 'applies' && strength === 'must' ? [id] : [],
  );

/** What section 2 of the design says of packs: they add, and take away neither protection nor duty. */
export const packsNeverRaise = property<Placed>({
  name: 'packs-never-raise',
  says: 'a local pack never raises an item, never lowers one at significant harm or above, and never removes a national must',
  arbitrary: placed,
  holds: ({ pack, request }) => {
    const before = settled(national, request);
    const program = programs.get(pack) ?? programWith(pack);
    const after = settled(program, request);
    const high = isHigh(before.world) === yes;
    const items = before.settled.items.flatMap(({ verdict }, item) => {
      const now = after.settled.items[item]?.verdict ?? 'withhold';
      const moved = rankOf(now) - rankOf(verdict);
      const ref = before.world.items[item] ?? '';
      return moved > 0 || (moved < 0 && high)
        ? [
            `item ${ref}: ${verdict} becomes ${now} with ${pack.id}${high ? ' at high concern' : ''}`,
          ]
        : [];
    });
    const kept = obliging(program, after.world);
    const lost = obliging(national, before.world).filter((id) => !kept.includes(id));
    const weaker = before.settled.strength === 'must' && after.settled.strength !== 'must';
    const bears = program.rules.some(
      ({ local, number }) => local && after.world.results[number]?.some((truth) => truth !== no),
    );
    return {
      premise: bears && before.settled.items.some(({ verdict }) => verdict !== 'withhold'),
      faults: [
        ...items,
        ...lost.map((id) => `gateway ${id} no longer obliges with ${pack.id}`),
        ...(weaker
          ? [
              `must ${before.settled.outcome} becomes ${after.settled.strength} ${after.settled.outcome} with ${pack.id}`,
            ]
          : []),
      ],
    };
  },
});
