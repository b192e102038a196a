/**
 * Generators for property tests with fast-check, which stands beside this package as a peer: requests that are well
 * formed, requests with one fault, requests of which more and more is known, and local packs.
 *
 * @module
 */
import type fc from 'fast-check';
import { groundOf } from '../engine/engine.ts';
import type { Ground } from '../engine/engine.ts';
import type { Pack } from '../model/rule.ts';
import type { SharingRequest } from '../model/request.ts';
import { national } from '../rules/national.generated.ts';
import { answersOf } from './answers.ts';
import type { Json } from './dictionary.ts';
import { faulty } from './faulty.ts';
import type { Faulty } from './faulty.ts';
import { chains as chainsOf } from './knowledge.ts';
import type { LeafAt } from './knowledge.ts';
import { localPacks } from './local-packs.ts';
import { requests as drawn } from './requests.ts';
import type { RequestOptions } from './requests.ts';

/**
 * One step of a chain: a request, and what it answers that the one before it did not.
 *
 * @since 0.1.0
 */
export interface Step {
  readonly request: SharingRequest;
  /** The leaves learnt; none in the first step. */
  readonly learnt: readonly LeafAt[];
}

/**
 * How chains are to be drawn.
 *
 * @since 0.1.0
 */
export interface ChainOptions extends RequestOptions {
  /** How many times something is learnt at most. 4 unless said. */
  steps?: number;
}

let ground: Ground | undefined;
const standing = (): Ground => (ground ??= groundOf(national()));

/** The dates on which the national rules begin and end; requests on and about them are drawn more often. */
const datesOfLaw = (): string[] => [
  ...new Set(
    standing().foundation.pack.rules.flatMap(({ effective: { from, to } }) =>
      to === undefined ? [from] : [from, to],
    ),
  ),
];
const withDates = (options: RequestOptions): RequestOptions => ({
  dates: datesOfLaw(),
  ...options,
});

/**
 * Well-formed requests, mostly meaningful, with answers left out and `"unsure"` in the proportions asked for. People are
 * `someone-1` to `someone-5` and items `piece-1` to `piece-5`.
 *
 * @since 0.1.0
 */
export const requests = (options: RequestOptions = {}): fc.Arbitrary<SharingRequest> =>
  drawn(withDates(options)) as fc.Arbitrary<SharingRequest>;

/**
 * Requests that are well formed but for one fault, with the issue that is expected and the word planted that no message
 * may repeat.
 *
 * @since 0.1.0
 */
export const faultyRequests = (options: RequestOptions = {}): fc.Arbitrary<Faulty> =>
  faulty(drawn(withDates(options)));

/**
 * Chains of requests, each of which knows more than the one before it: it differs only by answers where there was none,
 * or only `"unsure"`. A leaf that a default, a table or a rule answers counts as answered.
 *
 * @since 0.1.0
 */
export function chains({ steps = 4, ...options }: ChainOptions = {}): fc.Arbitrary<Step[]> {
  const { program, foundation } = standing();
  const answers = answersOf(program, foundation.tables);
  return chainsOf(drawn(withDates(options)), { steps, answers }) as fc.Arbitrary<
    { request: Json; learnt: readonly LeafAt[] }[]
  > as fc.Arbitrary<Step[]>;
}

/**
 * Small local packs that `createEngine` takes, with id `drawn`: steps, advice, conditions below significant harm,
 * stronger words for what may go, and permissions taken away.
 *
 * @since 0.1.0
 */
export const packs = (): fc.Arbitrary<Pack> => localPacks(standing().foundation.pack.rules);

export type { Answer } from './dictionary.ts';
export type { Faulty } from './faulty.ts';
export type { LeafAt } from './knowledge.ts';
export type { RequestOptions } from './requests.ts';
