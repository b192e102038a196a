/**
 * The bridge to json-rules-engine: a second, independent evaluator to hold decisions against, and the rules as an
 * engine for teams that already run one. Deciding needs only the main entry.
 *
 * @module
 */
export { crossCheck } from './cross-check.ts';
export { toEngine } from './to-engine.ts';
export { EvaluatorsDisagreeError } from './errors.ts';
export type { Disagreement } from './compare.ts';
