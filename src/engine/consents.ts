import type { SharingDecision } from '../model/decision.ts';
import { consentKinds } from '../model/words.ts';
import { ids } from './cite.ts';
import { truthAt } from './combine.ts';
import { bearing } from './edition.ts';
import { resultAt } from './places.ts';
import type { LoadedRule, Program } from './program.ts';
import { slotOf } from './slots.ts';
import { no, unknown, yes } from './truth.ts';
import type { Truth } from './truth.ts';
import { isMentioned } from './world.ts';
import type { World } from './world.ts';

const valid = slotOf('consent.valid');

/** Each consent that the request speaks of, with its defects. */
export function consents(program: Program, world: World): SharingDecision['consents'] {
  const defects = bearing(program, world, 'consent-defect');
  return world.people.flatMap(({ ref }, person) =>
    consentKinds.flatMap((kind, offset) => {
      const index = person * consentKinds.length + offset;
      if (!isMentioned(world, index)) return [];
      const finding = ({ number }: LoadedRule) => resultAt(world, number, index);
      const found = (truth: Truth) => defects.filter(({ loaded }) => finding(loaded) === truth);
      const met = found(yes);
      const other = (verdict: 'not-appropriate' | 'not-needed', list: typeof met) =>
        list.some(({ params }) => params.verdict === verdict);
      const worth = truthAt(world, valid, index);
      // A consent that may turn out not to be asked for at all is not yet called invalid.
      const unsettled = found(unknown).some(
        ({ params }) => params.verdict !== undefined && params.verdict !== 'invalid',
      );
      const verdict =
        worth === yes
          ? ('valid' as const)
          : worth === unknown
            ? ('undetermined' as const)
            : other('not-appropriate', met)
              ? ('not-appropriate' as const)
              : unsettled
                ? ('undetermined' as const)
                : other('not-needed', met)
                  ? ('not-needed' as const)
                  : ('invalid' as const);
      return [
        {
          person: ref,
          kind,
          verdict,
          defects: [...new Set(met.map(({ params }) => params.defect))].sort(),
          reasons: ids(
            (worth === yes ? [] : worth === no ? met : found(unknown)).map(({ loaded }) => loaded),
          ),
        },
      ];
    }),
  );
}
