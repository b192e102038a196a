import { agreesWithNaive } from './agrees-with-naive.ts';
import { consents } from './consents.ts';
import { dangerousRecipients } from './dangerous-recipients.ts';
import { onlyLawInForce } from './dates.ts';
import type { Evaluator } from './evaluator.ts';
import { exceptions } from './exceptions.ts';
import { heldIsAsked } from './held-is-asked.ts';
import { irrelevantOrExposing } from './irrelevant-or-exposing.ts';
import { kleene } from './kleene.ts';
import { knowledgeOfPacks } from './knowledge-of-packs.ts';
import { levelNeverLowers } from './level.ts';
import { orderIndependent } from './order.ts';
import { polarity } from './polarity.ts';
import { policyDocuments } from './policy-documents.ts';
import type { Property } from './property.ts';
import { protection } from './protection.ts';
import { publicAuthorities } from './public-authorities.ts';
import { pure } from './pure.ts';
import { quantifiers } from './quantifiers.ts';
import { questionsSettle } from './questions-settle.ts';
import { refused } from './refused.ts';
import { rulesStaySettled } from './rules-stay-settled.ts';
import { scopesHang } from './scopes.ts';
import { settledStaysSettled } from './settled-stays-settled.ts';
import { shortPath } from './short-path.ts';
import { specialData } from './special-data.ts';
import { telling } from './telling.ts';
import { toldOrNot } from './told-or-not.ts';
import { total } from './total.ts';
import { withdrawal } from './withdrawal.ts';
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

/** The properties of the national rules, in the order of the contract. */
export const lawsOfDecisions: readonly Property[] = [
  total,
  refused,
  pure,
  settledStaysSettled,
  rulesStaySettled,
  levelNeverLowers,
  protection,
  shortPath,
  specialData,
  policyDocuments,
  publicAuthorities,
  consents,
  irrelevantOrExposing,
  dangerousRecipients,
  onlyLawInForce,
  telling,
  toldOrNot,
  withdrawal,
  heldIsAsked,
  questionsSettle,
];

/** Every property but that of the shipped packs, which loads them. */
export const properties: readonly Property[] = [...lawsOfDecisions, ...lawsOfPacks()];
