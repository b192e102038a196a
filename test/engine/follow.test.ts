import { expect, test } from 'vitest';
import { evaluate, follow } from '../../src/engine/evaluate.ts';
import { setValue } from '../../src/engine/places.ts';
import { slotOf } from '../../src/engine/slots.ts';
import type { World } from '../../src/engine/world.ts';
import { facts } from '../../src/model/facts.ts';
import { program, worldOf } from '../decided.ts';
import { ruleFiles } from '../rulebase.ts';

const changeable = facts.flatMap(({ id, remedy, scope }) =>
  remedy === undefined ? [] : [{ id, remedy, scope }],
);
/** The cases of a few rules that read a fact, and of a few that may not. */
const requestsFor = (fact: string) => {
  const readers = ruleFiles.filter(({ rule }) => JSON.stringify(rule.conditions).includes(fact));
  const others = ruleFiles.filter((_, number) => number % 40 === 0);
  return [...readers.slice(0, 6), ...others].flatMap(({ cases = [] }) =>
    cases.map(({ request }) => request),
  );
};

test.each(changeable.map((fact) => [fact.id, fact] as const))(
  'what follows from a change of %s is what evaluating every rule anew would find',
  (id, { remedy, scope }) => {
    let changed = 0;
    for (const request of requestsFor(id)) {
      const before = worldOf(program, request);
      if (!before.values[scope].length) continue;
      const copy = (): World => ({
        ...before,
        values: structuredClone(before.values),
        results: before.results.map((results) => [...results]),
        raw: new Map(before.raw),
      });
      const [followed, anew] = [copy(), copy()];
      for (const world of [followed, anew]) setValue(world, slotOf(id), 0, remedy);
      follow(program, followed, program.stepsAfter(id));
      evaluate(program, anew);
      expect(followed.results).toEqual(anew.results);
      expect(followed.values).toEqual(anew.values);
      expect(followed.raw).toEqual(anew.raw);
      if (JSON.stringify(before.results) !== JSON.stringify(anew.results)) changed++;
    }
    expect(changed).toBeGreaterThan(0);
  },
);
