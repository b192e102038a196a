/**
 * A rules engine that helps practitioners in England decide whether, what and how to share information to safeguard
 * a child. It supports a decision; a human makes it. It is not legal advice.
 *
 * @module
 */
import type { Change } from './engine/change.ts';
import { buildEngine, packIssues } from './engine/engine.ts';
import type { Engine, EngineOptions, SafeDecision } from './engine/engine.ts';
import type { PackIssue } from './engine/errors.ts';
import type { Explanation, Narrowing } from './engine/explain.ts';
import { deepFreeze } from './engine/freeze.ts';
import type { SharingDecision } from './model/decision.ts';
import type { SharingRequest } from './model/request.ts';
import type { Pack, Rule, Source } from './model/rule.ts';
import { national } from './rules/national.generated.ts';

const foundation = /* @__PURE__ */ deepFreeze(/* @__PURE__ */ national());
let standard: Engine | undefined;
const nationalEngine = (): Engine => (standard ??= buildEngine(foundation));

/**
 * Decides whether, what and how to share, from the national rules in force on `request.on`. Pure: no clock, no
 * network, and the request is never changed. "Not enough is known" is a decision, never an error.
 *
 * @throws InvalidRequestError with every issue of a malformed request at once.
 * @example
 * ```ts
 * const decision = decide({ on: '2026-11-21', mode: 'proactive' });
 * decision.outcome; // 'more-information-needed'
 * ```
 * @since 0.1.0
 */
export const decide = (request: SharingRequest): SharingDecision =>
  nationalEngine().decide(request);

/**
 * The same as `decide`, for input that may be malformed: the decision, or every issue as a value.
 *
 * @since 0.1.0
 */
export const safeDecide = (request: unknown): SafeDecision => nationalEngine().safeDecide(request);

/**
 * Decides many requests, lazily: a generator that takes a request only when its result is asked for, and keeps none.
 * Each result is like that of `safeDecide`, in the order of the requests, so that one that is malformed stops nothing.
 * Stopping early also ends the iterator that the requests come from.
 *
 * @example
 * ```ts
 * const on = '2026-11-21';
 * for (const result of decideAll([{ on, mode: 'proactive' }, { on, mode: 'by-owl' }])) {
 *   result.success ? result.decision.outcome : result.issues[0]?.path; // 'more-information-needed', then '/mode'
 * }
 * ```
 * @since 0.1.0
 */
export const decideAll = (requests: Iterable<unknown>): Generator<SafeDecision, void, undefined> =>
  nationalEngine().decideAll(requests);

/**
 * The national rules with local packs beside them, with dates of commencement that only the caller knows, and
 * with the caller's own words in place of ours.
 *
 * @throws InvalidPackError with every defect of the packs, of the commencement dates and of the texts at once.
 * @since 0.1.0
 */
export const createEngine = (options: EngineOptions = {}): Engine =>
  buildEngine(foundation, options);

/**
 * How rules were found to stand, limb by limb, for a request: those asked for, or all that bear on its date.
 *
 * @throws InvalidRequestError with every issue of a malformed request at once, or where it is narrowed to a rule, a person
 * or an item that is not there.
 * @since 0.1.0
 */
export const explain = (
  request: SharingRequest,
  narrowing: Narrowing = {},
): readonly Explanation[] => nationalEngine().explain(request, narrowing);

/**
 * The next day after a date on which the national rules differ, with what begins and what has ended by then: so that a
 * host can say until when an answer holds, and decide again on that day. `undefined` where no later change is known.
 * Announced law begins on the day announced. Law that is not yet known is no change: see `lawAsAt`.
 *
 * @param on A calendar date, `YYYY-MM-DD`.
 * @throws InvalidRequestError where the date is no calendar date.
 * @example
 * ```ts
 * nextChange('2026-01-31')?.on; // '2026-02-05'
 * ```
 * @since 0.1.0
 */
export const nextChange = (on: string): Change | undefined => nationalEngine().nextChange(on);

/**
 * Checks a local pack against the national rules, and against other packs that it is to work with: every defect at
 * once, each with its pack, rule, path and what to do. An empty list means that `createEngine` will take it.
 *
 * @since 0.1.0
 */
export const checkPack = (pack: unknown, others: readonly Pack[] = []): readonly PackIssue[] =>
  packIssues(foundation, [...others, pack]);

export { checkRecord } from './engine/record.ts';
export { caseNote } from './engine/note.ts';

/**
 * The national rules, without rationale and limits (those are in `lawful-sharing/rules`).
 *
 * @since 0.1.0
 */
export const rules: readonly Rule[] = foundation.pack.rules;

/**
 * Every instrument and piece of guidance that the national rules cite, once.
 *
 * @since 0.1.0
 */
export const sources: readonly Source[] = foundation.pack.sources;

/**
 * The day up to which the law is known to this version, `YYYY-MM-DD`. A decision of a later date carries a caution.
 *
 * @since 0.1.0
 */
export const lawAsAt: string = foundation.lawAsAt;

export { facts } from './model/facts.ts';
export { SharingRequest } from './model/request.ts';
export { SharingDecision } from './model/decision.ts';
export { Pack, Rule, Source } from './model/rule.ts';
export { InvalidPackError, InvalidRequestError } from './engine/errors.ts';

export type { Change, Changing } from './engine/change.ts';
export type { Engine, EngineOptions, SafeDecision } from './engine/engine.ts';
export type { PackIssue, RequestIssue } from './engine/errors.ts';
export type { ExplainedPart, Explanation, Narrowing } from './engine/explain.ts';
export type { NoteOptions } from './engine/note.ts';
export type { RecordCheck, SharingRecord } from './engine/record.ts';
export type { Fact } from './model/facts.ts';
