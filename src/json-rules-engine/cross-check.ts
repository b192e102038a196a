import { decideOn } from '../engine/decide.ts';
import type { EngineOptions, Ground } from '../engine/engine.ts';
import { evaluate, evaluateAfterwards } from '../engine/evaluate.ts';
import { parse } from '../engine/parse.ts';
import { settle } from '../engine/settle.ts';
import { layOut } from '../engine/world.ts';
import type { SharingDecision } from '../model/decision.ts';
import type { SharingRequest } from '../model/request.ts';
import { compare } from './compare.ts';
import { EvaluatorsDisagreeError } from './errors.ts';
import { ourFindings, theirFindings } from './findings.ts';
import { groundFor } from './ground.ts';

/** Decides a request on a ground, and holds what every rule found against json-rules-engine. */
export async function crossCheckOn(
  ground: Ground,
  request: SharingRequest,
): Promise<SharingDecision> {
  const { program } = ground;
  const asked = parse(request);
  const decision = decideOn(ground, asked);
  const world = layOut(asked, ground.foundation.tables);
  evaluate(program, world);
  settle(program, world);
  evaluateAfterwards(program, world);
  const theirs = await theirFindings(program, world);
  const disagreements = compare(program.rules, ourFindings(program, world), theirs);
  if (disagreements.length) throw new EvaluatorsDisagreeError(disagreements);
  return decision;
}

/**
 * Decides a request as `decide` does, and evaluates every rule a second time, at every person, item, consent and
 * subject, with json-rules-engine. For tests and audits: it takes hundreds of times as long as `decide`.
 *
 * The two evaluators share how a request is laid out as facts, which rules are in force on the date, and how a
 * decision is drawn from what rules find; what each rule finds (met, not met or unknown) is worked out twice.
 *
 * @throws InvalidRequestError with every issue of a malformed request at once.
 * @throws InvalidPackError with every defect of the packs and of the commencement dates at once.
 * @throws EvaluatorsDisagreeError with the rules on which the two differ; there is then no decision.
 * @example
 * ```ts
 * const decision = await crossCheck({ on: '2026-11-21', mode: 'proactive' });
 * decision.outcome; // 'more-information-needed'
 * ```
 * @since 0.1.0
 */
export async function crossCheck(
  request: SharingRequest,
  options?: EngineOptions,
): Promise<SharingDecision> {
  return crossCheckOn(groundFor(options), request);
}
