import type { SharingDecision } from '../model/decision.ts';
import type { strengths } from '../model/words.ts';
import { anywhere, ids } from './cite.ts';
import { groups } from './edition.ts';
import type { Bearing } from './edition.ts';
import type { Program } from './program.ts';
import { strongest } from './settle.ts';
import { slotOf } from './slots.ts';
import { atMostUnknown, some, wordOf, no } from './truth.ts';
import type { Truth } from './truth.ts';
import { valueAt } from './world.ts';
import type { World } from './world.ts';

type GatewayRule = Bearing<'duty' | 'power' | 'restriction'>;
const power = slotOf('demand.power');

/** What a gateway rule comes to: one that is only announced is at most undetermined. */
function truthOf({ loaded }: GatewayRule, world: World): Truth {
  const raw = world.raw.get(loaded.number);
  return raw ? atMostUnknown(some(raw, (truth) => truth)) : anywhere(loaded, world);
}

function strengthOf({ loaded: { rule }, params }: GatewayRule): (typeof strengths)[number] {
  if (rule.event.type === 'power') return 'may';
  const inLaw =
    'strength' in params ? params.strength === 'must' : 'level' in params && params.level === 'law';
  return inLaw && rule.commencement !== 'announced' ? 'must' : 'should';
}

const schemeOf = ({ params }: GatewayRule) => ('scheme' in params ? params.scheme : undefined);

/** Whether the request itself names the gateway: as the right claimed, or as a scheme in play. */
function isNamed(row: GatewayRule, world: World): boolean {
  const scheme = schemeOf(row);
  if (row.params.gateway === valueAt(world, power, 0)) return true;
  return scheme !== undefined && valueAt(world, slotOf(`scheme.${scheme}.inPlay`), 0) === true;
}

/** Every duty, power, scheme and restriction that bears on the request. */
export function gateways(program: Program, world: World): SharingDecision['gateways'] {
  return groups(
    program,
    world,
    ['duty', 'power', 'restriction'],
    ({ params }) => params.gateway,
  ).flatMap((group) => {
    const rows = group.filter(
      ({ loaded }) => !loaded.local && loaded.rule.commencement !== 'not-commenced',
    );
    const [first] = rows;
    const truth = some(rows, (row) => truthOf(row, world));
    if (!first || (truth === no && !rows.some((row) => isNamed(row, world)))) return [];
    const bearingOn = rows.filter((row) => truthOf(row, world) === truth);
    const { type } = first.loaded.rule.event as { type: 'duty' | 'power' | 'restriction' };
    return [
      {
        id: first.params.gateway,
        kind: schemeOf(first) === undefined ? type : ('scheme' as const),
        status: wordOf(truth, ['does-not-apply', 'undetermined', 'applies'] as const),
        strength: strongest(bearingOn.map(strengthOf)),
        reasons: ids(bearingOn.map(({ loaded }) => loaded)),
      },
    ];
  });
}
