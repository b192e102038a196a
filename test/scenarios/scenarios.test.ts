import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decide, SharingDecision } from '../../src/index.ts';
import type { SharingRequest } from '../../src/index.ts';
import { published } from './published.ts';

const here = import.meta.dirname;
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(here, ...path), 'utf8'));
const files = (folder: string): string[] =>
  readdirSync(join(here, folder)).filter((file) => file.endsWith('.json'));

/** What one of the examples must come to, reasons included. */
interface Example {
  name: string;
  example: string;
  on?: string;
  expect: {
    outcome: string;
    strength: string;
    urgency: string;
    regime: string;
    items: Record<string, [verdict: string, strength: string]>;
    informing: Record<string, string>;
    notInforming?: string[];
    obligations: string[];
    undetermined?: string[];
    reasons: Record<string, string[]>;
    preferred?: string;
    available?: string[];
    unavailable?: string[];
    absent?: string[];
    conditions?: Record<string, string>;
    consents?: Record<string, string>;
    defects?: Record<string, string[]>;
    gateways?: Record<string, string>;
    assumes?: string[];
    asks?: string[];
    remedies?: string[][];
    cautions?: string[];
    summaryStarts?: string;
  };
}

describe('the examples', () => {
  const examples = files('eight').map((file) => read('eight', file) as Example);

  test.each(examples.map((one) => [one.name, one] as const))(
    '%s',
    (_, { example, on, expect: wanted }) => {
      const request = read('..', '..', 'examples', `${example}.json`) as SharingRequest;
      const decision = decide({ ...request, ...(on === undefined ? {} : { on }) });
      const status = (article: string) =>
        new Set(
          decision.lawfulBases.filter((row) => row.article === article).map((row) => row.status),
        );
      const due = (state: string) =>
        decision.obligations.filter((row) => row.status === state).map((row) => row.id);

      expect(decision).toMatchObject({
        outcome: wanted.outcome,
        strength: wanted.strength,
        urgency: wanted.urgency,
        regime: wanted.regime,
      });
      expect(
        Object.fromEntries(decision.items.map((item) => [item.ref, [item.verdict, item.strength]])),
      ).toEqual(wanted.items);
      expect(
        Object.fromEntries(decision.informing.map((row) => [row.person, row.verdict])),
      ).toMatchObject(wanted.informing);
      expect(decision.informing.map((row) => row.person)).not.toEqual(
        expect.arrayContaining(wanted.notInforming ?? ['nobody']),
      );
      expect(due('applies')).toEqual(expect.arrayContaining(wanted.obligations));
      expect(due('undetermined')).toEqual(expect.arrayContaining(wanted.undetermined ?? []));
      for (const [ref, rules] of Object.entries(wanted.reasons)) {
        expect(decision.items.find((item) => item.ref === ref)?.reasons).toEqual(
          expect.arrayContaining(rules),
        );
      }
      if (wanted.preferred !== undefined) {
        expect(
          decision.lawfulBases.filter((row) => row.preferred).map((row) => row.article),
        ).toEqual([wanted.preferred]);
      }
      for (const article of wanted.available ?? []) expect(status(article)).toContain('available');
      for (const article of wanted.unavailable ?? [])
        expect([...status(article)]).toEqual(['unavailable']);
      for (const article of wanted.absent ?? []) expect([...status(article)]).toEqual([]);
      for (const [item, condition] of Object.entries(wanted.conditions ?? {})) {
        const met = decision.conditions.filter(
          (row) => row.item === item && row.status === 'available',
        );
        expect(met.map((row) => `${row.article} ${row.schedule1 ?? ''}`)).toContain(condition);
      }
      const consents = new Map(decision.consents.map((row) => [`${row.person} ${row.kind}`, row]));
      for (const [key, verdict] of Object.entries(wanted.consents ?? {}))
        expect(consents.get(key)?.verdict).toBe(verdict);
      for (const [key, defects] of Object.entries(wanted.defects ?? {}))
        expect(consents.get(key)?.defects).toEqual(defects);
      const gateways = Object.fromEntries(decision.gateways.map((row) => [row.id, row.status]));
      expect(gateways).toMatchObject(wanted.gateways ?? {});
      expect(decision.assumptions.map((row) => row.fact)).toEqual(
        expect.arrayContaining(wanted.assumes ?? []),
      );
      expect(decision.questions.map((row) => row.fact)).toEqual(
        expect.arrayContaining(wanted.asks ?? []),
      );
      if (wanted.remedies)
        expect(decision.remedies.map(({ set }) => set.map(({ fact }) => fact))).toEqual(
          wanted.remedies,
        );
      expect(decision.cautions.flatMap((row) => row.reasons)).toEqual(
        expect.arrayContaining(wanted.cautions ?? []),
      );
      if (wanted.summaryStarts !== undefined)
        expect(decision.summary.startsWith(wanted.summaryStarts)).toBe(true);
    },
  );

  test('are each the subject of a scenario', () => {
    const named = new Set(examples.map(({ example }) => `${example}.json`));
    expect([...named].sort()).toEqual(files('../../examples').sort());
  });
});

describe('published cases come out as published', () => {
  test.each(published.map((one) => [`${one.case}: ${one.name}`, one] as const))(
    '%s',
    (_, { request, expect: wanted }) => {
      const decision = decide(request);
      expect(() => SharingDecision.parse(decision)).not.toThrow();
      if (wanted.outcome) expect(wanted.outcome).toContain(decision.outcome);
      if (wanted.strength) expect(wanted.strength).toContain(decision.strength);
      for (const [ref, verdicts] of Object.entries(wanted.items ?? {})) {
        expect(verdicts, ref).toContain(decision.items.find((item) => item.ref === ref)?.verdict);
      }
      for (const [ref, verdicts] of Object.entries(wanted.informing ?? {})) {
        expect(verdicts, ref).toContain(
          decision.informing.find((row) => row.person === ref)?.verdict,
        );
      }
      const used = [...decision.lawfulBases, ...decision.conditions]
        .filter((row) => row.status === 'available')
        .map((row) => row.article);
      for (const article of wanted.mustNotUseBasis ?? []) expect(used).not.toContain(article);
    },
  );
});
