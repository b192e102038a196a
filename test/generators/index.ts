export { chainFrom, chains, lapses, leavesIn } from './knowledge.ts';
export type { Lapse, LeafAt, Step } from './knowledge.ts';
export type { Json } from './dictionary.ts';
export { faulty } from './faulty.ts';
export type { Faulty } from './faulty.ts';
export { bars, conditions, eventOf, packFacts, packs, plainConditions, ruleOf } from './packs.ts';
export { dates, requests } from './requests.ts';
export type { RequestOptions } from './requests.ts';
