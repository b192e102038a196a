import {
  ageBands,
  concernLevels,
  consentKinds,
  organisationAttributes,
  schemes,
} from '../model/words.ts';
import type { Table } from '../model/rule.ts';
import { unsure } from '../model/leaf.ts';
import { ageOn } from './dates.ts';
import { lookUp } from './tables.ts';
import { setValue, subjectsAt } from './places.ts';
import type { World } from './world.ts';
import type { Slot, Value } from './slots.ts';
import { slotOf, slots } from './slots.ts';

type Known = boolean | undefined;
interface Tables {
  organisations: Table;
  categories: Table;
}

const known = (value: Value): Known => (typeof value === 'boolean' ? value : undefined);
/** Kleene `and` and `or` over what is known; `undefined` is unknown. */
const both = (a: Known, b: Known): Known => (a === false || b === false ? false : a && b);
const either = (a: Known, b: Known): Known =>
  a === true || b === true ? true : a === false && b === false ? false : undefined;
const someOf = (list: readonly Known[]): Known => list.reduce(either, false);
const everyOf = (list: readonly Known[]): Known => list.reduce(both, true);

/** The slots of what follows from being an organisation of a kind. */
const attributesOf = (side: string) =>
  organisationAttributes.flatMap((attribute) => {
    const slot = slots.get(`${side}.${attribute}`);
    return slot ? [{ attribute, slot: slot.slot }] : [];
  });
const attributes = { sharer: attributesOf('sharer'), recipient: attributesOf('recipient') };

/** Demand and scheme leaves, whose questions do not arise where nobody asked or the scheme is not in play. */
const under = (prefix: string): Slot[] =>
  [...slots].filter(([id]) => id.startsWith(prefix)).map(([, slot]) => slot);
const demandLeaves = under('demand.');
const schemeLeaves = new Map(schemes.map((scheme) => [scheme, under(`scheme.${scheme}.`)]));
const dataProtectionOnly = [
  'freelyGiven',
  'specific',
  'informed',
  'unambiguous',
  'explicit',
  'recorded',
  'distinguishable',
  'canBeWithdrawn',
  'conditionOfService',
].map((leaf) => slotOf(`consent.${leaf}`));

/**
 * Works out the derived facts of a request, which is the closed list of `model/derived.ts` and the defaults of
 * contract leaves. Each is known, or unknown where what it rests on is; none reads whether something is unknown.
 */
export function derive(world: World, personAt: ReadonlyMap<string, number>, tables: Tables): void {
  const { request, on } = world;
  const at = (id: string, index?: number): Value => {
    const { scope, slot } = slotOf(id);
    // INVARIANT: every person whom a request speaks of is among the people of the world.
    return world.values[scope][scope === 'case' ? 0 : (index as number)]?.[slot];
  };
  const set = (id: string, value: Value, index = 0): void => {
    const { scope, slot } = slotOf(id);
    setValue(world, { scope, slot }, index, value);
  };
  const fill = (id: string, value: Value, index = 0): void => {
    if (at(id, index) === undefined) set(id, value, index);
  };
  const notArising = (leaves: readonly Slot[], index = 0) => {
    for (const { scope, slot } of leaves) {
      setValue(world, { scope, slot }, index, null);
    }
  };

  fill('nation', 'england');
  if (request.mode === 'proactive') {
    notArising(demandLeaves);
    set('demand.power', 'none-stated');
  }
  for (const scheme of schemes) {
    const inPlay = request.scheme === undefined ? undefined : request.scheme[scheme] !== undefined;
    if (inPlay === false) notArising(schemeLeaves.get(scheme) as Slot[]);
    set(`scheme.${scheme}.inPlay`, inPlay);
  }

  people();
  recipient();
  for (const side of ['sharer', 'recipient'] as const) organisation(side);
  set(
    'sharer.underPart3',
    both(known(at('sharer.competentAuthority')), known(at('sharer.lawEnforcementPurpose'))),
  );
  concern();
  items();
  consents();

  function people(): void {
    const about = request.concern?.about;
    world.people.forEach(({ ref, nobodyKnown }, index) => {
      age(index);
      if (at('person.role', index) === 'alleged-perpetrator')
        fill('person.allegedToHarm', true, index);
      if (nobodyKnown) return;
      set('person.isConcerned', about?.includes(ref), index);
      const mentions = world.items.map((_, item) =>
        world.subjectsKnown[item]
          ? subjectsAt(world, item).some((subject) => world.subjects[subject]?.person === index)
          : undefined,
      );
      set('person.isSubject', someOf(mentions), index);
      const { person, organisation: body, actingFor } = request.recipient ?? {};
      set(
        'person.isRecipient',
        person !== undefined
          ? person === ref
          : body !== undefined && body !== unsure
            ? false
            : undefined,
        index,
      );
      set('person.isRequester', request.demand?.by === ref, index);
      set(
        'person.isRepresented',
        actingFor !== undefined
          ? actingFor === ref
          : person !== undefined ||
              (body !== undefined && body !== unsure && body !== 'legal-representative')
            ? false
            : undefined,
        index,
      );
    });
  }

  function age(index: number): void {
    const birth = at('person.dateOfBirth', index);
    const band = at('person.ageBand', index);
    const years = typeof birth === 'string' ? (birth > on ? -1 : ageOn(birth, on)) : undefined;
    const bandAt =
      typeof band === 'string' && band !== unsure
        ? ageBands.indexOf(band as (typeof ageBands)[number])
        : undefined;
    const below = (limit: number, lastBand: number): Known =>
      years !== undefined ? years < limit : bandAt !== undefined ? bandAt <= lastBand : undefined;
    set('person.isUnborn', below(0, 0), index);
    set('person.isUnder13', below(13, 1), index);
    set('person.isUnder16', below(16, 2), index);
    const role = at('person.role', index);
    set(
      'person.isMinor',
      below(18, 3) ?? (role === 'child' && band === undefined ? true : undefined),
      index,
    );
  }

  function recipient(): void {
    const ref = request.recipient?.person;
    const body = request.recipient?.organisation;
    const isPerson =
      ref !== undefined ? true : body !== undefined && body !== unsure ? false : undefined;
    set('recipient.isPerson', isPerson);
    const own = (fact: string): Value =>
      isPerson === false ? null : ref === undefined ? undefined : at(fact, personAt.get(ref));
    set('recipient.isMinor', own('person.isMinor'));
    set('recipient.isConcerned', own('person.isConcerned'));
    set('recipient.role', own('person.role'));
    set('recipient.parentalResponsibility', own('person.parentalResponsibility'));
    // A representative passes on what it is told: whoever it acts for is told too.
    const client = request.recipient?.actingFor;
    const ofClient =
      client === undefined ? undefined : at('person.allegedToHarm', personAt.get(client));
    const told = body === 'legal-representative' ? ofClient : own('person.allegedToHarm');
    set('recipient.allegedToHarm', told);
    if (isPerson) set('recipient.organisation', null);
  }

  function organisation(side: 'sharer' | 'recipient'): void {
    const body = at(`${side}.organisation`);
    const row = world.values.case[0] as Value[];
    for (const { attribute, slot } of attributes[side]) {
      if (row[slot] !== undefined) continue;
      if (typeof body === 'string' && body !== unsure)
        row[slot] = lookUp(tables.organisations, attribute, body, on);
      // A person is no organisation of any kind, and may still have a role that only the caller knows.
      else if (body === null && attribute !== 'roleInSafeguarding') row[slot] = null;
    }
  }

  function concern(): void {
    const about = request.concern?.about;
    const minors = about?.map((ref) => known(at('person.isMinor', personAt.get(ref))));
    if (minors?.length && everyOf(minors)) fill('concern.adultAtSeriousRisk', false);
    const level = at('concern.level');
    const rank =
      typeof level === 'string'
        ? concernLevels.indexOf(level as (typeof concernLevels)[number])
        : -1;
    const high = rank < 0 ? undefined : rank >= concernLevels.indexOf('significant-harm');
    set('concern.high', either(high, known(at('concern.adultAtSeriousRisk'))));
    set('concern.children', either(rank < 0 ? undefined : rank > 0, minors && someOf(minors)));
  }

  function items(): void {
    world.items.forEach((_, index) => {
      if (aboutTheDeadAlone(index)) fill('item.identifies', false, index);
      const categories = at('item.categories', index);
      for (const attribute of ['special', 'offenceData'] as const) {
        const found = Array.isArray(categories)
          ? someOf(
              categories.map((category: string) =>
                lookUp(tables.categories, attribute, category, on),
              ),
            )
          : undefined;
        set(`item.${attribute}`, found, index);
      }
      const confider = at('item.confidedBy', index);
      if (typeof confider !== 'string') return;
      const person = personAt.get(confider);
      set('item.confiderIsMinor', at('person.isMinor', person), index);
      set('item.confiderIsRecipient', at('person.isRecipient', person), index);
    });
  }

  /** Whether everyone whom an item is about has died: then, unless the caller says otherwise, it identifies no living person. */
  function aboutTheDeadAlone(item: number): boolean {
    const subjects = subjectsAt(world, item);
    return (
      world.subjectsKnown[item] === true &&
      subjects.every(
        (subject) =>
          at('person.deceased', (world.subjects[subject] as World['subjects'][number]).person) ===
          true,
      )
    );
  }

  function consents(): void {
    world.people.forEach(({ ref }, person) => {
      consentKinds.forEach((kind, offset) => {
        const index = person * consentKinds.length + offset;
        const consent = request.people?.find((one) => one.ref === ref)?.consent?.[kind];
        set('consent.kind', kind, index);
        if (kind !== 'dataProtection') notArising(dataProtectionOnly, index);
        if (!consent) return;
        const { expiresOn, withdrawnOn, givenBy } = consent;
        set('consent.expired', expiresOn !== undefined && expiresOn < on, index);
        set('consent.withdrawn', withdrawnOn !== undefined && withdrawnOn <= on, index);
        if (givenBy === undefined) return;
        set('consent.givenBySelf', givenBy === ref, index);
        set(
          'consent.giverHasParentalResponsibility',
          givenBy !== ref && known(at('person.parentalResponsibility', personAt.get(givenBy))),
          index,
        );
      });
    });
  }
}
