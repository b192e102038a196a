import { checkPacks } from '../engine/check.ts';
import { groundOf } from '../engine/engine.ts';
import type { EngineOptions, Ground } from '../engine/engine.ts';
import { InvalidPackError } from '../engine/errors.ts';
import { deepFreeze } from '../engine/freeze.ts';
import { assemble } from '../engine/program.ts';
import type { Program } from '../engine/program.ts';
import type { Pack } from '../model/rule.ts';
import { national } from '../rules/national.generated.ts';

const foundation = /* @__PURE__ */ deepFreeze(/* @__PURE__ */ national());
let standard: Ground | undefined;

/** The ground of the national rules, with local packs and dates of commencement beside them. */
export const groundFor = (options: EngineOptions | undefined): Ground =>
  options ? groundOf(foundation, options) : (standard ??= groundOf(foundation));

/**
 * The rules of a pack made ready, checked beside the national ones; a pack with the id of the national one stands in
 * its place.
 *
 * @throws InvalidPackError with every defect of the pack.
 */
export function programFor(pack: Pack = foundation.pack): Program {
  if (pack.id !== foundation.pack.id) return groundOf(foundation, { packs: [pack] }).program;
  const { issues, packs } = checkPacks([{ pack, local: false }]);
  if (issues.length) throw new InvalidPackError(issues);
  return assemble(packs.map(({ id, rules }) => ({ id, local: false, rules: copyOf(rules) })));
}

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
