import type { tellings } from '../model/words.ts';
import { tellingGrades } from '../model/words.ts';
import { unsure } from '../model/leaf.ts';
import { bearingRules } from './edition.ts';
import type { Bearing } from './edition.ts';
import type { LoadedRule } from './program.ts';
import { truthAt } from './combine.ts';
import { mayBeMet } from './evaluate.ts';
import { unknown, yes } from './truth.ts';
import { valueAt } from './world.ts';
import { openFacts } from './open.ts';
import type { Found } from './open.ts';
import { resultAt } from './places.ts';
import { slotOf } from './slots.ts';

/** Whether a person is told of this sharing, and on which grounds not. */
export interface InformingRow {
  /** The person, by index. */
  person: number;
  verdict: (typeof tellings)[number];
  grounds: readonly string[];
  exemption?: string;
  rules: readonly LoadedRule[];
  /** The unknown grounds that keep the verdict open, or that could still forbid or put off telling. */
  open: readonly LoadedRule[];
}

const isRecipient = slotOf('person.isRecipient');

const paramsOf = ({ rule }: LoadedRule) => rule.event.params as Bearing<'not-telling'>['params'];

/**
 * Whether telling waits for an unknown ground: always, or only where each named fact was answered yes or unsure. A
 * ground that would forbid telling is waited for wherever it was answered `"unsure"`.
 */
function waits(search: Found, rule: LoadedRule, person: number): boolean {
  const { world } = search;
  const params = paramsOf(rule);
  if (params.unknown === 'ask') {
    const doubts = world.values.person[person]?.includes(unsure) === true;
    if (params.grade !== 'do-not-tell' || !doubts) return false;
    return openFacts(search, rule, person).some((fact) => fact.scope === 'person' && fact.unsure);
  }
  return (params.while ?? []).every((fact) => {
    const slot = slotOf(fact);
    const value = valueAt(world, slot, slot.scope === 'person' ? person : 0);
    return value === true || value === unsure;
  });
}

/** For each person but the recipient: whether to tell them of this sharing. */
export function informing(search: Found): InformingRow[] {
  const { program, world } = search;
  const grounds = bearingRules(program, world, 'not-telling').filter(mayBeMet(world));
  return world.people.flatMap(({ nobodyKnown }, person): InformingRow[] => {
    if (nobodyKnown || truthAt(world, isRecipient, person) === yes) return [];
    const finding = ({ number }: LoadedRule) => resultAt(world, number, person);
    const met = grounds.filter((rule) => finding(rule) === yes);
    const open = grounds.filter((rule) => finding(rule) === unknown);
    const grade = tellingGrades.find((one) => met.some((rule) => paramsOf(rule).grade === one));
    const waiting = open.filter((rule) => waits(search, rule, person));
    const verdict = grade ?? (waiting.length ? 'undetermined' : 'tell');
    const exemption = met.map((rule) => paramsOf(rule).exemption).find((one) => one !== undefined);
    return [
      {
        person,
        verdict,
        grounds: [...new Set(met.map((rule) => paramsOf(rule).ground))].sort(),
        ...(exemption === undefined ? {} : { exemption }),
        rules: met,
        open:
          verdict === 'undetermined'
            ? waiting
            : verdict === 'tell'
              ? open.filter((rule) => paramsOf(rule).grade !== 'need-not-tell')
              : [],
      },
    ];
  });
}
