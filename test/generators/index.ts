/** What the published generators are made of, and what only our own properties need beside them. */
export { chainFrom, chains, lapses, leavesIn } from '../../src/testing/knowledge.ts';
export type { Lapse, LeafAt, Step } from '../../src/testing/knowledge.ts';
export type { Json } from '../../src/testing/dictionary.ts';
export { faulty } from '../../src/testing/faulty.ts';
export type { Faulty } from '../../src/testing/faulty.ts';
export {
  bars,
  conditions,
  eventOf,
  packFacts,
  packs,
  plainConditions,
  ruleOf,
} from '../../src/testing/rules.ts';
export { dates, requests } from '../../src/testing/requests.ts';
export type { RequestOptions } from '../../src/testing/requests.ts';
export { answeringAll } from './answering.ts';
export type { Draws } from './answering.ts';
