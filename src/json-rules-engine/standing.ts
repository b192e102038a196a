import { inForce } from '../engine/dates.ts';
import { kinds } from '../engine/kinds.ts';
import type { LoadedRule } from '../engine/program.ts';
import { instances, placeAt } from '../engine/world.ts';
import { nations } from '../model/words.ts';
import { comparing, copies, lower, reading } from './lower.ts';
import type { Copy, Lowered } from './lower.ts';
import { nameOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { conclusionOf, planOf } from './strata.ts';

/** The name of what a rule whose law is not yet in force would conclude, were it law. */
export const wereItLaw = ({ rule }: LoadedRule): string => `were it law: ${rule.id}`;

/** Whether what a rule would find, were it law, is told apart from what it finds. */
export const isPending = ({ rule: { commencement } }: LoadedRule): boolean =>
  commencement === 'announced' || commencement === 'not-commenced';

/** Whether a rule can be met at all in a copy: one announced is at most open, one not commenced is never met. */
const canStand = ({ rule: { commencement } }: LoadedRule, copy: Copy): boolean =>
  commencement === 'announced' ? copy === 'possible' : commencement !== 'not-commenced';

/** The nations whose law a rule is: elsewhere a permission is at most open, and anything else is not met. */
function ofNation(sheet: Sheet, { rule }: LoadedRule, copy: Copy): Lowered[] {
  if (rule.extent.length === nations.length) return [];
  const { type } = rule.event;
  const opens = kinds[type].polarity === 'permission' || type === 'conclusion';
  if (opens && copy === 'possible') return [];
  return [comparing(sheet.asGiven('nation', 0), 'in', rule.extent, copy)];
}

/** Adds both copies of a rule at every instance of its scope: its conditions and not any of its exceptions. */
export function addRule(sheet: Sheet, loaded: LoadedRule): void {
  const { rule, conditions } = loaded;
  const plan = planOf(sheet.program);
  const id = conclusionOf(loaded);
  const priority = plan.priority(id);
  const bears = inForce(rule.effective, sheet.world.on);
  for (let index = 0; index < instances(sheet.world, rule.scope); index++) {
    const names = sheet.namesAt(rule.scope, placeAt(sheet.world, rule.scope, index));
    for (const copy of copies) {
      if (!bears) {
        sheet.settle(nameOf(id, index, copy), false);
        continue;
      }
      const own = [
        lower(conditions.node, copy, names),
        ...plan
          .exceptionsTo(loaded)
          .map((exception) =>
            reading((one) => names.conclusion(conclusionOf(exception), one, false), copy, false),
          ),
        ...ofNation(sheet, loaded, copy),
      ];
      if (isPending(loaded)) sheet.conclude(nameOf(wereItLaw(loaded), index, copy), priority, own);
      if (!canStand(loaded, copy)) sheet.settle(nameOf(id, index, copy), false);
      else sheet.conclude(nameOf(id, index, copy), priority, own);
    }
  }
}
