import type { SharingDecision } from '../model/decision.ts';
import type { SharingRequest } from '../model/request.ts';
import { byDictionary, scopeOf } from './ask.ts';
import { assumed } from './assume.ts';
import { basesOf, governing, regimeOf } from './bases.ts';
import { citationsFor } from './citations.ts';
import { ids } from './cite.ts';
import { consents } from './consents.ts';
import { inForce } from './dates.ts';
import type { Ground } from './engine.ts';
import { evaluate, evaluateAfterwards } from './evaluate.ts';
import { deepFreeze } from './freeze.ts';
import { gateways } from './gateways.ts';
import { byReasons, byText } from './order.ts';
import { itemRef, personRef } from './places.ts';
import { questions } from './questions.ts';
import { itemsOf, reasonsFor } from './reasons.ts';
import { remedies } from './remedies.ts';
import * as report from './report.ts';
import { settle } from './settle.ts';
import { confirmations, summaryOf } from './summary.ts';
import { layOut } from './world.ts';
import type { World } from './world.ts';

const refsOf = (world: World, items: readonly number[]): string[] =>
  items.map((item) => itemRef(world, item));

/** Decides a request that is well formed. */
export function decideOn(ground: Ground, request: SharingRequest): SharingDecision {
  const { program, foundation, wording } = ground;
  const { texts } = wording;
  const world = layOut(request, foundation.tables);
  const local = ground.local.filter((pack) => inForce(pack.effective, request.on));
  evaluate(program, world);
  const settled = settle(program, world);
  evaluateAfterwards(program, world);

  const assumptions = assumed(program, world, settled)
    .map(({ fact, items, rules }) => ({
      fact: fact.fact,
      scope: scopeOf(world, fact.fact, fact.index),
      items: refsOf(world, items),
      reasons: ids(rules),
    }))
    .sort(byDictionary);
  const asked = questions(program, world, settled, wording.say);
  const findings = settled.items.map(({ finding }) => finding);
  const { urgency, rules: urgent } = report.urgency(program, world, settled);

  const bases = basesOf(settled.bases, world, foundation.regimes);
  const parts = {
    items: itemsOf(program, world, settled, bases),
    lawfulBases: bases.map(({ article, condition, items, status, preferred, rules }) => ({
      article,
      ...(condition === undefined ? {} : { condition }),
      items: refsOf(world, items),
      status,
      preferred,
      reasons: ids(rules),
    })),
    conditions: settled.conditions.map(({ item, article, schedule1, status, document, rules }) => ({
      item: itemRef(world, item),
      article,
      ...(schedule1 === undefined ? {} : { schedule1 }),
      status,
      appropriatePolicyDocument: document,
      reasons: ids(rules),
    })),
    confidentiality: report.confidentiality(program, world),
    gateways: gateways(program, world),
    consents: consents(program, world),
    informing: settled.informing.map(({ person, verdict, grounds, exemption, rules, open }) => ({
      person: personRef(world, person),
      verdict,
      grounds,
      ...(exemption === undefined ? {} : { exemption }),
      reasons: ids(verdict === 'undetermined' ? [...rules, ...open] : rules),
    })),
    obligations: [
      ...report.obligations(program, world, wording.say),
      ...confirmations(world, assumptions, wording),
    ].sort((a, b) => byText(a.id, b.id) || byReasons(a, b)),
    assumptions,
    advice: report.advice(program, world, settled, wording, local),
    record: report.record(program, world),
    cautions: report.cautions(program, world, wording, foundation.lawAsAt),
  };
  const lists = new Set([ids(urgent)]);
  for (const rows of Object.values(parts)) for (const { reasons: named } of rows) lists.add(named);
  const reasons = reasonsFor(ground, world, lists);
  const human = governing(world, texts.humanReferences).map(({ source, at }) => ({ source, at }));

  return deepFreeze<SharingDecision>({
    outcome: settled.outcome,
    strength: settled.strength,
    urgency,
    summary: summaryOf(world, settled, asked, assumptions.length, texts),
    items: parts.items,
    lawfulBases: parts.lawfulBases,
    conditions: parts.conditions,
    regime: regimeOf(world, foundation.regimes),
    confidentiality: parts.confidentiality,
    gateways: parts.gateways,
    consents: parts.consents,
    informing: parts.informing,
    obligations: parts.obligations,
    remedies: remedies(program, world, findings, texts),
    assumptions: parts.assumptions,
    advice: parts.advice,
    record: parts.record,
    questions: asked,
    reasons,
    citations: citationsFor(ground, world, [...reasons.map(({ citations }) => citations), human]),
    cautions: parts.cautions,
    terms: report.terms(world, local),
    humanDecision: { required: true, why: texts.human, citations: human },
    provenance: { ...ground.provenance, on: request.on },
  });
}
