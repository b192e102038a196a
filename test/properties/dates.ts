import { isRecord } from '../../src/testing/dictionary.ts';
import type { Json } from '../generators/index.ts';
import { dates, requests } from '../generators/index.ts';
import { decide } from '../../src/index.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import { program } from '../decided.ts';
import { datesOfLaw, meaningful, see } from './national.ts';
import { property } from './property.ts';
import fc from 'fast-check';

/** The rules that some part of a decision names, by the key of the part. */
function namedIn(value: unknown, key: string, into: Map<string, Set<string>>): void {
  if (Array.isArray(value)) for (const one of value) namedIn(one, key, into);
  else if (isRecord(value)) {
    for (const [inner, one] of Object.entries(value)) {
      if (inner !== 'reasons' || !Array.isArray(one)) namedIn(one, key, into);
      else
        for (const rule of one as unknown[]) {
          if (typeof rule === 'string') into.set(rule, (into.get(rule) ?? new Set()).add(key));
        }
    }
  }
}

const onDatesOfLaw = fc
  .tuple(requests(meaningful), dates(datesOfLaw), dates(datesOfLaw), fc.boolean())
  .map(([request, one, other, early]): Json => ({
    ...request,
    on: early && other < one ? other : one,
  }));

/** Property 10 of the contract. */
export const onlyLawInForce = property<Json>({
  name: 'dates',
  says: 'no rule bears on a decision dated before it begins or after it ends, and law not yet commenced gives a caution alone',
  arbitrary: onDatesOfLaw,
  holds: (request) => {
    const on = String(request['on']);
    const { world } = see(request);
    const decision = decide(request as SharingRequest);
    const named = new Map<string, Set<string>>(
      decision.reasons.map(({ rule }) => [rule, new Set<string>()]),
    );
    for (const [key, part] of Object.entries(decision)) {
      if (key !== 'reasons') namedIn(part, key, named);
    }
    const outside = ({
      effective: { from, to },
    }: {
      effective: { from: string; to?: string | undefined };
    }) => on < from || (to !== undefined && on > to);
    const out = program.rules.filter(({ rule }) => outside(rule));
    const faults = program.rules.flatMap(({ rule, number }): string[] => {
      const keys = [...(named.get(rule.id) ?? [])];
      const found = (world.results[number] ?? []).some((truth) => truth !== 0);
      if (outside(rule))
        return found || named.has(rule.id) ? [`${rule.id} bears on a decision of ${on}`] : [];
      if (rule.commencement === 'not-commenced')
        return found || keys.some((key) => key !== 'cautions')
          ? [`${rule.id} has not commenced, and gives more than a caution: ${keys.join(', ')}`]
          : [];
      if (rule.commencement === 'announced' && rule.event.type === 'lawful-basis')
        return decision.lawfulBases.some(
          ({ reasons, status }) => reasons.includes(rule.id) && status === 'available',
        )
          ? [`${rule.id} is announced, and opens a lawful basis`]
          : [];
      return [];
    });
    return {
      premise: out.length > program.rules.length / 20,
      faults,
    };
  },
});
