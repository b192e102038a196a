import type { SharingDecision } from '../model/decision.ts';
import type { SharingRequest } from '../model/request.ts';
import { byDictionary, questionOf, scopeOf } from './ask.ts';
import { assumed } from './assume.ts';
import type { Assumption } from './assume.ts';
import { basesOf, regimeOf } from './bases.ts';
import type { BasisRow } from './bases.ts';
import { isHigh, kindsOf, needs, truthAt } from './combine.ts';
import type { ItemFinding, Need } from './combine.ts';
import { citationsFor, inForceOn } from './citations.ts';
import { consents } from './consents.ts';
import { inForce } from './dates.ts';
import { bearingRules, editionOf, nationalRules } from './edition.ts';
import type { Ground } from './engine.ts';
import { atItem, evaluate, evaluateAfterwards, isAnnouncedAt } from './evaluate.ts';
import { deepFreeze } from './freeze.ts';
import { gateways } from './gateways.ts';
import type { LoadedRule, Program } from './program.ts';
import { byText } from './order.ts';
import { questions } from './questions.ts';
import { remedies } from './remedies.ts';
import { anywhere, ids } from './cite.ts';
import * as report from './report.ts';
import { settle } from './settle.ts';
import type { ItemRow, Settled } from './settle.ts';
import { slotOf } from './slots.ts';
import type { Texts } from './tables.ts';
import { no, some, unknown, wordOf, yes } from './truth.ts';
import type { Truth } from './truth.ts';
import type { World } from './world.ts';
import { layOut, valueAt } from './world.ts';
import { itemRef, personRef } from './places.ts';

/** What would make a need arise at an item; a need that does not arise is no reason. */
const arising: Readonly<Record<Need, (world: World, item: number) => Truth>> = {
  purpose: () => yes,
  basis: (world, item) => truthAt(world, slotOf('item.identifies'), item),
  special: (world, item) => truthAt(world, slotOf('item.special'), item),
  offence: (world, item) => truthAt(world, slotOf('item.offenceData'), item),
  power: (world) => truthAt(world, slotOf('sharer.publicAuthority')),
  confidence: (world, item) => truthAt(world, slotOf('item.confidential'), item),
};

const permissionsAt = (program: Program, world: World, need: Need): readonly LoadedRule[] =>
  nationalRules(program, world, kindsOf[need]);

/** The rules that an item's verdict rests on. */
function reasonsOf(
  program: Program,
  world: World,
  { finding, verdict }: ItemRow,
  told: ReadonlySet<LoadedRule>,
): readonly string[] {
  const { item, bars, duties } = finding;
  if (verdict === 'withhold') {
    const missing = needs
      .filter((need) => finding.needs[need] === no)
      .flatMap((need) =>
        permissionsAt(program, world, need).filter((rule) => need !== 'basis' || told.has(rule)),
      );
    return ids([...bars.filter(({ truth }) => truth === yes).map(({ rule }) => rule), ...missing]);
  }
  if (verdict === 'undetermined') {
    const open = needs
      .filter((need) => finding.needs[need] === unknown)
      .flatMap((need) =>
        permissionsAt(program, world, need).filter((rule) => atItem(rule, world, item) === unknown),
      );
    return ids([
      ...bars.filter(({ confirm }) => !confirm).map(({ rule }) => rule),
      ...(finding.conflict ? duties : []),
      ...open,
    ]);
  }
  const met = needs
    .filter((need) => arising[need](world, item) !== no)
    .flatMap((need) =>
      permissionsAt(program, world, need).filter((rule) => atItem(rule, world, item) === yes),
    );
  const changes = bearingRules(program, world, 'change').filter(
    (rule) => atItem(rule, world, item) === yes,
  );
  const announced = bearingRules(program, world, 'duty').filter((duty) =>
    isAnnouncedAt(duty, world, item),
  );
  return ids([...duties, ...announced, ...met, ...changes]);
}

function itemsOf(
  program: Program,
  world: World,
  settled: Settled,
  bases: readonly BasisRow[],
): SharingDecision['items'] {
  const told = new Set(bases.flatMap(({ rules }) => rules));
  return settled.items.map((row, index) => ({
    ref: itemRef(world, index),
    verdict: row.verdict,
    strength: row.strength,
    changes: row.changes,
    reasons: reasonsOf(program, world, row, told),
  }));
}

/** Whether the hurried form suffices: danger now, and a recipient whose job is to protect. */
const isShortPath = (world: World): boolean =>
  valueAt(world, slotOf('concern.level'), 0) === 'immediate-danger' &&
  valueAt(world, slotOf('recipient.roleInSafeguarding'), 0) === true;

function confirmations(
  world: World,
  assumptions: readonly Assumption[],
  texts: Texts,
): SharingDecision['obligations'] {
  if (!assumptions.length) return [];
  const reasons = (list: readonly Assumption[]) => ids(list.flatMap(({ rules }) => rules));
  if (isShortPath(world)) {
    return [
      {
        id: 'confirm-before-sharing',
        level: 'should',
        when: 'with',
        status: 'applies',
        text: texts.confirmOnce,
        reasons: reasons(assumptions),
      },
    ];
  }
  return assumptions.map((one) => ({
    id: 'confirm-before-sharing',
    level: 'must',
    when: 'before',
    status: 'applies',
    text: texts.confirm + questionOf(one.fact.fact).question,
    reasons: reasons([one]),
  }));
}

function summaryOf(
  world: World,
  settled: Settled,
  asked: SharingDecision['questions'],
  toConfirm: number,
  texts: Texts,
): string {
  const { outcome, strength } = settled;
  const danger = valueAt(world, slotOf('concern.level'), 0) === 'immediate-danger';
  const shares = outcome === 'share' || outcome === 'share-in-part';
  const first = asked.find(({ items }) => items.length);
  const lines = [...(danger ? [texts.call999] : []), texts.outcome[outcome]];
  if (shares) {
    if (toConfirm && !isShortPath(world)) lines.push(texts.confirmFirst);
    lines.push(texts.strength[strength]);
    if (settled.informing.some(({ verdict }) => verdict === 'do-not-tell'))
      lines.push(texts.doNotTell);
  } else if (outcome === 'do-not-share') {
    lines.push(texts.strengthWithheld[strength === 'must' ? 'must' : 'should']);
    if (isHigh(world) === yes) lines.push(texts.protectAnotherWay);
  } else if (settled.items.some(({ finding }) => finding.conflict)) lines.push(texts.conflict);
  else if (first) lines.push(texts.firstQuestion + first.question);
  if (world.request.mode === 'seeking') lines.push(texts.asking);
  return lines.join(' ');
}

const refsOf = (world: World, items: readonly number[]): string[] =>
  items.map((item) => itemRef(world, item));

/** One reason for each rule that some part of a decision names, in the order of the rules. */
function reasonsFor(
  { program, sources, foundation: { texts } }: Ground,
  world: World,
  mentioned: ReadonlySet<string>,
): SharingDecision['reasons'] {
  type Reason = SharingDecision['reasons'][number];
  // What is said of a rule is one of three things, and cites what is in force: it is put together once for all days
  // between which no rule and no source begins or ends. Both counts only grow, so together they name such a stretch.
  let passed = 0;
  for (const { from, to } of sources.values()) {
    if (from <= world.on) passed++;
    if (to !== undefined && to < world.on) passed++;
  }
  const made = editionOf(program, world).once(
    `reasons ${passed}`,
    () => [] as Partial<Record<Truth, Reason>>[],
  );
  const named = program.rules.filter(({ rule: { id } }) => mentioned.has(id));
  return named.map((loaded) => {
    const { rule, number } = loaded;
    const raw = world.raw.get(number);
    const truth = raw ? some(raw, (one) => one) : anywhere(loaded, world);
    const said = (made[number] ??= {});
    return (said[truth] ??= deepFreeze({
      rule: rule.id,
      title: rule.title,
      finding: wordOf(truth, ['not-met', 'unknown', 'met'] as const),
      because: wordOf(truth, [rule.becauseNot, texts.unknown, rule.because] as const),
      citations: inForceOn(sources, rule.references, world.on),
    }));
  });
}

/** Decides a request that is well formed. */
export function decideOn(ground: Ground, request: SharingRequest): SharingDecision {
  const { program, foundation } = ground;
  const { texts } = foundation;
  const world = layOut(request, foundation.tables);
  evaluate(program, world);
  const settled = settle(program, world);
  evaluateAfterwards(program, world);

  const assumptions = assumed(program, world, settled);
  const asked = questions(program, world, settled);
  const findings: ItemFinding[] = settled.items.map(({ finding }) => finding);
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
      ...report.obligations(program, world),
      ...confirmations(world, assumptions, texts),
    ].sort(
      (a, b) =>
        byText(a.id, b.id) || byText(a.text, b.text) || byText(a.reasons.join(), b.reasons.join()),
    ),
    assumptions: assumptions
      .map(({ fact, items, rules }) => ({
        fact: fact.fact,
        scope: scopeOf(world, fact.fact, fact.index),
        items: refsOf(world, items),
        reasons: ids(rules),
      }))
      .sort(byDictionary),
    advice: report.advice(program, world, settled, texts),
    record: report.record(program, world),
    cautions: report.cautions(program, world, texts, foundation.lawAsAt),
  };
  const mentioned = new Set(ids(urgent));
  for (const rows of Object.values(parts)) {
    for (const { reasons: named } of rows) for (const id of named) mentioned.add(id);
  }
  const reasons = reasonsFor(ground, world, mentioned);
  const human = texts.humanReferences
    .filter((reference) => inForce(reference, request.on))
    .map(({ source, at }) => ({ source, at }));

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
    humanDecision: { required: true, why: texts.human, citations: human },
    provenance: { ...ground.provenance, on: request.on },
  });
}
