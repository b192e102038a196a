import { evaluate, evaluateAfterwards } from '../src/engine/evaluate.ts';
import { parse } from '../src/engine/parse.ts';
import { assemble } from '../src/engine/program.ts';
import type { LoadedRule, Program } from '../src/engine/program.ts';
import { settle } from '../src/engine/settle.ts';
import { layOut } from '../src/engine/world.ts';
import type { World } from '../src/engine/world.ts';
import type { Pack } from '../src/model/rule.ts';
import { consentKinds } from '../src/model/words.ts';
import { nationalPack, packFiles, tables } from './rulebase.ts';

/** The national rules as they stand on disk, made ready. */
export const program = assemble([{ id: 'national', local: false, rules: nationalPack.rules }]);

/** The national rules with a local pack beside them, made ready. */
export const programWith = (pack: Pack): Program =>
  assemble([
    { id: 'national', local: false, rules: nationalPack.rules },
    { id: pack.id, local: true, rules: pack.rules },
  ]);

const programs = new Map(
  packFiles.flatMap(({ pack, files }) => {
    const withPack = programWith(pack);
    return files.map(({ rule }) => [rule.id, withPack] as const);
  }),
);

/** The rules among which a rule stands: the national ones, with the pack of a rule that is local. */
export const programOf = (id: string): Program => programs.get(id) ?? program;

/** A request laid out and evaluated all the way, as `decide` does it, for looking at single rules. */
export function worldOf(rules: Program, request: unknown): World {
  const world = layOut(parse(request), tables);
  evaluate(rules, world);
  settle(rules, world);
  evaluateAfterwards(rules, world);
  return world;
}

/** The instance that refs speak of (`item/person` for a subject, `person/kind` for a consent), or the first. */
export function instanceOf(
  { rule: { scope } }: LoadedRule,
  world: World,
  at: string | undefined,
): number {
  if (at === undefined || scope === 'case') return 0;
  const [first = '', second = ''] = at.split('/');
  const person = (ref: string) => world.people.findIndex((one) => one.ref === ref);
  const item = world.items.indexOf(first);
  switch (scope) {
    case 'person':
      return person(first);
    case 'item':
      return item;
    case 'consent':
      return (
        person(first) * consentKinds.length + consentKinds.findIndex((kind) => kind === second)
      );
    default:
      return world.subjects.findIndex(
        (subject) => subject.item === item && subject.person === person(second),
      );
  }
}
