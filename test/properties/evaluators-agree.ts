import fc from 'fast-check';
import type { Program } from '../../src/engine/program.ts';
import { evaluate, evaluateAfterwards } from '../../src/engine/evaluate.ts';
import { parse } from '../../src/engine/parse.ts';
import { settle } from '../../src/engine/settle.ts';
import { layOut } from '../../src/engine/world.ts';
import { compare } from '../../src/json-rules-engine/compare.ts';
import { ourFindings, theirFindings } from '../../src/json-rules-engine/findings.ts';
import type { Rule } from '../../src/model/rule.ts';
import { program as national } from '../decided.ts';
import type { Json } from '../generators/index.ts';
import { packs, requests } from '../generators/index.ts';
import { tables } from '../rulebase.ts';
import { programOf } from '../synthetic.ts';
import { smallRequests } from './agrees-with-naive.ts';
import { scant } from './national.ts';
import type { Finding } from './property.ts';
import { asyncProperty } from './property.ts';

/** The rules on which this evaluator and json-rules-engine differ; the premise is that something stayed unknown. */
async function look(program: Program, request: unknown): Promise<Finding> {
  const world = layOut(parse(request), tables);
  evaluate(program, world);
  settle(program, world);
  evaluateAfterwards(program, world);
  const ours = ourFindings(program, world);
  const differ = compare(program.rules, ours, await theirFindings(program, world));
  return {
    premise: [...ours.results.values()].some((truths) => truths.includes(1)),
    faults: differ.map(({ rule, scope }) => `${rule} at ${scope}`),
  };
}

/** Two evaluators that share no code, on small packs. */
export const evaluatorsAgree = asyncProperty<readonly [Rule[], Json]>({
  name: 'evaluators-agree',
  says: 'this evaluator and json-rules-engine find the same of every rule, at every instance, of generated packs',
  arbitrary: fc.tuple(packs(), smallRequests),
  holds: ([rules, request]) => look(programOf(rules), request),
});

/** The same on the rules as they stand, some hundred times slower. */
export const evaluatorsAgreeOnRules = asyncProperty<Json>({
  name: 'evaluators-agree-on-rules',
  says: 'this evaluator and json-rules-engine find the same of every national rule, at every instance',
  arbitrary: requests(scant),
  holds: (request) => look(national, request),
});
