import type { SharingDecision } from '../model/decision.ts';
import type { Reference, Source } from '../model/rule.ts';
import { inForce } from './dates.ts';
import { editionOf } from './edition.ts';
import type { Ground } from './engine.ts';
import { byText } from './order.ts';
import type { World } from './world.ts';

/** The references to sources that are in force on a date, or all of them where none is. */
export function inForceOn(
  sources: Ground['sources'],
  references: readonly Reference[],
  on: string,
): readonly Reference[] {
  const current = references.filter(({ source }) => {
    const cited = sources.get(source);
    return cited !== undefined && inForce(cited, on);
  });
  return current.length ? current : references;
}

/** Every place that can be cited, in the order in which citations come, and where each stands in it. */
interface Places {
  sorted: readonly { source: Source; at: string }[];
  positions: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Where each list of references that was cited once stands: the same lists are cited again and again. */
  known: WeakMap<readonly Reference[], readonly number[]>;
}

function placesOf({ program, sources, foundation }: Ground): Places {
  const references = program.rules.flatMap(({ rule }) => rule.references);
  const all = new Map<string, { source: Source; at: string }>();
  for (const { source: id, at } of [...references, ...foundation.texts.humanReferences]) {
    const source = sources.get(id);
    if (source) all.set(`${id} ${at}`, { source, at });
  }
  const sorted = [...all.values()].sort(
    (a, b) => byText(a.source.id, b.source.id) || byText(a.at, b.at),
  );
  const positions = new Map<string, Map<string, number>>();
  sorted.forEach(({ source: { id }, at }, index) => {
    const known = positions.get(id);
    if (known) known.set(at, index);
    else positions.set(id, new Map([[at, index]]));
  });
  return { sorted, positions, known: new WeakMap() };
}

type Citation = SharingDecision['citations'][number];

function citation(source: Source, pinpoint: string): Citation {
  const { id, title, kind, url, from, to, verified, commencement } = source;
  return to === undefined
    ? { id, title, pinpoint, kind, url, from, verified, commencement }
    : { id, title, pinpoint, kind, url, from, to, verified, commencement };
}

/** Each source that is cited, once, with every place in it. */
export function citationsFor(
  ground: Ground,
  world: World,
  cited: readonly (readonly Reference[])[],
): SharingDecision['citations'] {
  const { sorted, positions, known } = editionOf(ground.program, world).once('places', () =>
    placesOf(ground),
  );
  const named = new Uint8Array(sorted.length);
  for (const references of cited) {
    let places = known.get(references);
    if (!places) {
      places = references.flatMap(({ source, at }) => positions.get(source)?.get(at) ?? []);
      known.set(references, places);
    }
    for (const place of places) named[place] = 1;
  }
  // The places in one source stand together.
  const found: Citation[] = [];
  let source: Source | undefined;
  let pinpoint = '';
  sorted.forEach((place, index) => {
    if (!named[index]) return;
    if (source === place.source) {
      pinpoint += `; ${place.at}`;
      return;
    }
    if (source) found.push(citation(source, pinpoint));
    ({ source, at: pinpoint } = place);
  });
  if (source) found.push(citation(source, pinpoint));
  return found;
}
