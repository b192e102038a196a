import fc from 'fast-check';
import type { Draws, Json } from '../generators/index.ts';
import { answeringAll, requests } from '../generators/index.ts';
import { questions } from '../../src/engine/questions.ts';
import { program } from '../decided.ts';
import { beyondAsking, isHeld } from './held-is-asked.ts';
import { scant, see } from './national.ts';
import { property } from './property.ts';

/** In so many rounds every item is settled, where each round answers all that the decision before it asks. */
const rounds = 10;

/** The items that are still undetermined, and the questions, once the questions of some rounds are answered. */
function askedThrough(first: Json, draws: Draws) {
  let request = first;
  for (let round = 0; ; round++) {
    const { world, settled } = see(request);
    const asked = questions(program, world, settled);
    const open = settled.items
      .filter((item) => isHeld(item) && (item.open.length || !beyondAsking(world, item.finding)))
      .map(({ finding }) => world.items[finding.item] ?? '');
    const about = asked.filter(({ items }) => items.some((item) => open.includes(item)));
    const next = answeringAll(request, about, draws);
    if (!open.length || next === request || round === rounds) return { round, open, about };
    request = next;
  }
}

/** Requests of which much is not known, and draws to answer their questions by. */
const settling: fc.Arbitrary<readonly [Json, Draws]> = fc.tuple(
  requests({
    ...scant,
    answered: 45,
    unsure: 0,
    people: { min: 1, max: 2 },
  }).map((request): Json => ({
    ...request,
    nation: 'england',
    people: request['people'] ?? [{ ref: 'someone-1' }, { ref: 'someone-2' }],
  })),
  fc.array(fc.nat({ max: 999_999 }), { minLength: 30, maxLength: 30, size: 'max' }),
);

/** Questions lead to an end: whoever answers them is told what to do. */
export const questionsSettle = property<readonly [Json, Draws]>({
  name: 'questions-settle',
  says: `whoever answers every question put, and never with "unsure", has every item settled within ${rounds} rounds, or before a conflict of bar and duty`,
  arbitrary: settling,
  holds: ([request, draws]) => {
    const { round, open, about } = askedThrough(request, draws);
    return {
      premise: round > 0,
      faults: open.length
        ? [
            `after ${round} rounds ${open.join(', ')} still undetermined; asked: ${about.map(({ fact, scope }) => `${fact} ${JSON.stringify(scope)}`).join(', ')}`,
          ]
        : [],
    };
  },
});
