import { expect, test } from 'vitest';
import { evaluatorsAgree, evaluatorsAgreeOnRules } from '../properties/evaluators-agree.ts';
import { failure } from '../properties/property.ts';

const timeout = 300_000;

test(`${evaluatorsAgree.says}, with facts that are unknown`, { timeout }, async () => {
  expect(failure(await evaluatorsAgree.run({ runs: 500, seed: 20261121 }))).toBeUndefined();
});

test(`${evaluatorsAgreeOnRules.says}, with facts that are unknown`, { timeout }, async () => {
  expect(failure(await evaluatorsAgreeOnRules.run({ runs: 60, seed: 20261121 }))).toBeUndefined();
});
