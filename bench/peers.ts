/** Other rules engines, each given the same rules in its own terms. */
import { Engine } from 'json-rules-engine';
import type { TopLevelCondition } from 'json-rules-engine';
import { LogicEngine } from 'json-logic-engine';
import jsonLogic from 'json-logic-js';
import { RuleEngine } from 'node-rules';
import { Rools, Rule } from 'rools';
import { evaluate } from '../src/engine/evaluate.ts';
import { assemble } from '../src/engine/program.ts';
import { slotOf } from '../src/engine/slots.ts';
import { yes } from '../src/engine/truth.ts';
import { layOut } from '../src/engine/world.ts';
import type { Condition, Rule as OurRule } from '../src/model/rule.ts';
import { nations } from '../src/model/words.ts';
import { factIds, holds, strata } from './synthetic.ts';
import type { Facts, PlainRule, Tree } from './synthetic.ts';

/** Finds which rules fire, by their ids in order. */
export type Runner = (facts: Facts) => readonly string[] | Promise<readonly string[]>;
type Maker = (rules: readonly PlainRule[]) => Runner | Promise<Runner>;
type Found = Record<string, boolean | string>;

/** Runs rules one after the other, each seeing what those before it found. */
const inTurn =
  (tests: readonly { id: string; test: (found: Found) => unknown }[]): Runner =>
  (facts) => {
    const found: Found = { ...facts };
    for (const { id, test } of tests) found[id] = Boolean(test(found));
    return tests.flatMap(({ id }) => (found[id] === true ? [id] : []));
  };

// json-rules-engine

const toConditions = (tree: Tree): TopLevelCondition => {
  if ('all' in tree) return { all: tree.all.map(toConditions) };
  if ('any' in tree) return { any: tree.any.map(toConditions) };
  if ('not' in tree) return { not: toConditions(tree.not) };
  return ('rule' in tree
    ? { fact: tree.rule, operator: 'equal', value: true }
    : tree) as unknown as TopLevelCondition;
};

function jsonRulesEngine(rules: readonly PlainRule[]): Runner {
  const engine = new Engine();
  for (const { id, stratum, when } of rules) {
    engine.addRule({
      name: id,
      priority: strata - stratum,
      conditions: toConditions(when),
      event: { type: id },
      onSuccess: (_, almanac) => {
        almanac.addRuntimeFact(id, true);
      },
      onFailure: (_, almanac) => {
        almanac.addRuntimeFact(id, false);
      },
    });
  }
  return async (facts) => (await engine.run(facts)).events.map(({ type }) => type);
}

// JSON Logic: interpreted by both packages, and compiled by one of them

const toLogic = (tree: Tree): Record<string, unknown> => {
  if ('all' in tree) return { and: tree.all.map(toLogic) };
  if ('any' in tree) return { or: tree.any.map(toLogic) };
  if ('not' in tree) return { '!': [toLogic(tree.not)] };
  if ('rule' in tree) return { '===': [{ var: tree.rule }, true] };
  const own = [{ var: tree.fact }, tree.value];
  switch (tree.operator) {
    case 'equal':
      return { '===': own };
    case 'notEqual':
      return { '!==': own };
    case 'in':
      return { in: own };
    case 'notIn':
      return { '!': [{ in: own }] };
  }
};

const jsonLogicJs: Maker = (rules) =>
  inTurn(
    rules.map(({ id, when }) => {
      const logic = toLogic(when);
      return { id, test: (found) => jsonLogic.apply(logic, found) };
    }),
  );

const interpreted: Maker = (rules) => {
  const engine = new LogicEngine();
  return inTurn(
    rules.map(({ id, when }) => {
      const logic = toLogic(when);
      return { id, test: (found) => engine.run(logic, found) as unknown };
    }),
  );
};

const compiled: Maker = (rules) => {
  const engine = new LogicEngine();
  return inTurn(
    rules.map(({ id, when }) => ({
      id,
      test: engine.build(toLogic(when)) as (found: Found) => unknown,
    })),
  );
};

// node-rules and rools take functions for conditions

const toTest = (tree: Tree): ((found: Found) => boolean) => {
  if ('all' in tree) {
    const tests = tree.all.map(toTest);
    return (found) => tests.every((test) => test(found));
  }
  if ('any' in tree) {
    const tests = tree.any.map(toTest);
    return (found) => tests.some((test) => test(found));
  }
  if ('not' in tree) {
    const test = toTest(tree.not);
    return (found) => !test(found);
  }
  if ('rule' in tree) return (found) => found[tree.rule] === true;
  return (found) => holds(tree, found, new Set());
};

function nodeRules(rules: readonly PlainRule[]): Runner {
  const engine = new RuleEngine(
    rules.map(({ id, stratum, when }) => {
      const test = toTest(when);
      return {
        name: id,
        priority: strata - stratum,
        condition: (flow, fact) => {
          flow.when(test(fact));
        },
        consequence: (flow, fact) => {
          fact[id] = true;
          flow.next();
        },
      };
    }),
    { ignoreFactChanges: true },
  );
  return (facts) =>
    new Promise((resolve) => {
      engine.execute({ ...facts }, (found) => {
        resolve(rules.flatMap(({ id }) => (found[id] === true ? [id] : [])));
      });
    });
}

async function rools(rules: readonly PlainRule[]): Promise<Runner> {
  const engine = new Rools({ logging: { error: false } });
  await engine.register(
    rules.map(({ id, stratum, when }) => {
      const test = toTest(when);
      return new Rule({
        name: id,
        priority: strata - stratum,
        // Why: rools takes premises of one wording for one premise, and all of these would read alike.
        when: Object.assign((found: Found) => test(found), { toString: () => id }),
        then: (found: Found) => {
          found[id] = true;
        },
      });
    }),
  );
  return async (facts) => {
    const found: Found = { ...facts };
    await engine.evaluate(found);
    return rules.flatMap(({ id }) => (found[id] === true ? [id] : []));
  };
}

// zen-engine: one node of expressions for each stratum, whose results pass on

const toExpression = (tree: Tree): string => {
  if ('all' in tree) return `(${tree.all.map(toExpression).join(' and ')})`;
  if ('any' in tree) return `(${tree.any.map(toExpression).join(' or ')})`;
  if ('not' in tree) return `(not ${toExpression(tree.not)})`;
  if ('rule' in tree) return `(${tree.rule} == true)`;
  const operator = { equal: '==', notEqual: '!=', in: 'in', notIn: 'not in' }[tree.operator];
  return `(${tree.fact} ${operator} ${JSON.stringify(tree.value)})`;
};

interface Zen {
  ZenEngine: new () => {
    createDecision(content: unknown): {
      evaluate(input: unknown): Promise<{ result: Record<string, unknown> }>;
    };
  };
}

async function zenEngine(rules: readonly PlainRule[]): Promise<Runner> {
  // Why: its binaries are not served for every platform, so that it cannot stand in the lockfile: `npm install --no-save @gorules/zen-engine@0.54.0` before a long run.
  const name = '@gorules/zen-engine';
  const { ZenEngine } = (await import(name)) as Zen;
  const node = (id: string, type: string, content?: unknown) => ({
    id,
    type,
    name: id,
    position: { x: 0, y: 0 },
    ...(content === undefined ? {} : { content }),
  });
  const levels = Array.from({ length: strata }, (_, stratum) =>
    node(`s${stratum}`, 'expressionNode', {
      expressions: rules
        .filter((rule) => rule.stratum === stratum)
        .map(({ id, when }) => ({ id, key: id, value: toExpression(when) })),
      passThrough: true,
      inputField: null,
      outputPath: null,
      executionMode: 'single',
    }),
  );
  const nodes = [node('in', 'inputNode'), ...levels, node('out', 'outputNode')];
  const edges = nodes.slice(1).map(({ id }, index) => ({
    id: `e${index}`,
    type: 'edge',
    sourceId: nodes[index]?.id,
    targetId: id,
  }));
  const decision = new ZenEngine().createDecision({ nodes, edges });
  return async (facts) => {
    const { result } = await decision.evaluate(facts);
    return rules.flatMap(({ id }) => (result[id] === true ? [id] : []));
  };
}

// ours

const toCondition = (tree: Tree): Condition => {
  if ('all' in tree) return { all: tree.all.map(toCondition) };
  if ('any' in tree) return { any: tree.any.map(toCondition) };
  if ('not' in tree) return { not: toCondition(tree.not) };
  if ('rule' in tree) return { fact: `rule.${tree.rule}`, operator: 'equal', value: true };
  return {
    fact: factIds.get(tree.fact) as string,
    operator: tree.operator,
    value: typeof tree.value === 'object' ? [...tree.value] : tree.value,
  };
};

const ours: Maker = (rules) => {
  const program = assemble([
    {
      id: 'synthetic',
      local: false,
      rules: rules.map(({ id, when }): OurRule => ({
        id,
        title: id,
        summary: id,
        scope: 'case',
        extent: [...nations],
        effective: { from: '2000-03-01' },
        commencement: 'in-force',
        references: [],
        conditions: toCondition(when),
        event: { type: 'conclusion', params: {} },
        because: id,
        becauseNot: id,
        review: { state: 'unreviewed' },
      })),
    },
  ]);
  const numbers = rules.map(({ id }) => program.byId.get(id)?.number as number);
  const slots = [...factIds].map(([name, id]) => ({ name, slot: slotOf(id).slot }));
  const world = layOut(
    { on: '2026-11-21', mode: 'proactive' },
    { organisations: {}, categories: {} },
  );
  return (facts) => {
    const row = world.values.case[0] as unknown[];
    for (const { name, slot } of slots) row[slot] = facts[name];
    world.results = [];
    evaluate(program, world);
    return rules.flatMap(({ id }, index) =>
      world.results[numbers[index] as number]?.[0] === yes ? [id] : [],
    );
  };
};

/** Every engine, by the name of its package. */
export const engines: Readonly<Record<string, Maker>> = {
  'json-rules-engine': jsonRulesEngine,
  'zen-engine': zenEngine,
  rools,
  'json-logic-js': jsonLogicJs,
  'json-logic-engine, interpreted': interpreted,
  'node-rules': nodeRules,
  'json-logic-engine, compiled': compiled,
  'lawful-sharing': ours,
};
