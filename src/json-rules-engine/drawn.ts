import type { LoadedRule } from '../engine/program.ts';
import { slotOf } from '../engine/slots.ts';
import { instances, valueAt } from '../engine/world.ts';
import { concludedFacts } from '../model/derived.ts';
import { consentKinds } from '../model/words.ts';
import { comparing, copies, reading } from './lower.ts';
import type { Copy, Lowered } from './lower.ts';
import { nameOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { consentAt } from './spots.ts';
import { conclusionOf, planOf } from './strata.ts';

/** Draws one conclusion of a kind at one instance, in one copy; a truth where it needs no run. */
type Draw = (sheet: Sheet, index: number, copy: Copy) => readonly Lowered[] | boolean;

const valid = (person: number, kind: (typeof consentKinds)[number], copy: Copy): Lowered =>
  reading((one) => nameOf('consent.valid', consentAt(person, kind), one), copy, true);

/** The consent was given, and no defect of consent is met. */
const consentValid: Draw = (sheet, index, copy) => [
  comparing(sheet.asGiven('consent.status', index), 'equal', 'given', copy),
  ...sheet.program
    .ofKind('consent-defect')
    .map((defect) => reading((one) => nameOf(conclusionOf(defect), index, one), copy, false)),
];

/** The confidentiality consent of the one who confided the item is valid; open where nobody says who that is. */
const confiderConsents: Draw = ({ world }, index, copy) => {
  const ref = valueAt(world, slotOf('item.confidedBy'), index);
  const confider = world.people.findIndex((one) => !one.nobodyKnown && one.ref === ref);
  return confider < 0 ? copy === 'possible' : [valid(confider, 'confidentiality', copy)];
};

/** Where a rule speaks of an item: at the item, at each of its subjects, or at the whole case. */
function spotsOf(
  { rule: { scope } }: LoadedRule,
  { world }: Sheet,
  item: number,
): readonly number[] {
  if (scope === 'subject') return world.subjectsOf[item] ?? [];
  return [scope === 'item' ? item : 0];
}

/** Some duty in law, not of a local pack, is met for the item. */
const underLegalDuty: Draw = (sheet, item, copy) => {
  const met = sheet.program.ofKind('duty').flatMap((duty) => {
    const { event, commencement } = duty.rule;
    // A duty that is only announced opens nothing.
    if (duty.local || commencement === 'announced') return [];
    if (event.type !== 'duty' || event.params.strength !== 'must') return [];
    return spotsOf(duty, sheet, item).map((index) =>
      reading((one) => nameOf(conclusionOf(duty), index, one), copy, true),
    );
  });
  // Why: json-rules-engine takes an empty `any` for met.
  return met.length ? [{ any: met }] : false;
};

const draws: Readonly<Record<string, Draw>> = {
  'consent.valid': consentValid,
  'item.confiderConsents': confiderConsents,
  'item.underLegalDuty': underLegalDuty,
  ...Object.fromEntries(
    consentKinds.map((kind): [string, Draw] => [
      `person.${kind}ConsentValid`,
      (_, person, copy) => [valid(person, kind, copy)],
    ]),
  ),
};

/** Adds those wanted of the conclusions of kinds that stand between rules, at every instance of their scopes. */
export function addDrawn(sheet: Sheet, wanted: ReadonlySet<string>): void {
  for (const { id, scope } of concludedFacts) {
    if (!wanted.has(id)) continue;
    const draw = draws[id];
    if (!draw) throw new Error(`nothing draws the conclusion \`${id}\``);
    const priority = planOf(sheet.program).priority(id);
    for (let index = 0; index < instances(sheet.world, scope); index++) {
      for (const copy of copies) {
        const drawn = draw(sheet, index, copy);
        if (typeof drawn === 'boolean') sheet.settle(nameOf(id, index, copy), drawn);
        else sheet.conclude(nameOf(id, index, copy), priority, drawn);
      }
    }
  }
}
