import { agreesWithNaive } from './agrees-with-naive.ts';
import { onlyLawInForce } from './dates.ts';
import { exceptions } from './exceptions.ts';
import type { Evaluator } from './evaluator.ts';
import { irrelevantOrExposing } from './irrelevant-or-exposing.ts';
import { kleene } from './kleene.ts';
import { knowledgeOfPacks } from './knowledge-of-packs.ts';
import { levelNeverLowers } from './level.ts';
import { orderIndependent } from './order.ts';
import { polarity } from './polarity.ts';
import type { Property } from './property.ts';
import { publicAuthorities } from './public-authorities.ts';
import { pure } from './pure.ts';
import { quantifiers } from './quantifiers.ts';
import { refused } from './refused.ts';
import { rulesStaySettled } from './rules-stay-settled.ts';
import { scopesHang } from './scopes.ts';
import { settledStaysSettled } from './settled-stays-settled.ts';
import { specialData } from './special-data.ts';
import { telling } from './telling.ts';
import { total } from './total.ts';

/** The laws of the engine itself, on generated packs: of the engine as it stands, or of a copy of it. */
export const lawsOfPacks = (evaluator?: Evaluator): Property[] =>
  [
    agreesWithNaive,
    kleene,
    quantifiers,
    exceptions,
    orderIndependent,
    scopesHang,
    polarity,
    knowledgeOfPacks,
  ].map((law) => law(evaluator));

/** Every property, those of the national rules first, in the order of the contract. */
export const properties: readonly Property[] = [
  total,
  refused,
  pure,
  settledStaysSettled,
  rulesStaySettled,
  levelNeverLowers,
  specialData,
  publicAuthorities,
  irrelevantOrExposing,
  onlyLawInForce,
  telling,
  ...lawsOfPacks(),
];
