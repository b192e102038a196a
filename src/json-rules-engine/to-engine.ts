import type { Almanac, Engine, RuleProperties, TopLevelCondition } from 'json-rules-engine';
import { isLeaf, takeApart } from '../engine/conditions.ts';
import { inForce } from '../engine/dates.ts';
import { kinds } from '../engine/kinds.ts';
import type { LoadedRule } from '../engine/program.ts';
import type { Condition, Pack, Rule } from '../model/rule.ts';
import { nations } from '../model/words.ts';
import { programFor } from './ground.ts';
import { knownOperators, refuse } from './known.ts';
import { conclusionOf, planOf } from './strata.ts';
import { strictEngine } from './strict.ts';

/** A condition as json-rules-engine takes it: as it stands, but that a quantified leaf reads a list. */
function carried(node: Condition): Condition {
  if (isLeaf(node)) {
    const { quantifier } = takeApart(node);
    return quantifier === undefined ? { ...node } : { ...node, fact: `${node.fact}[]` };
  }
  const name = node.name === undefined ? {} : { name: node.name };
  if ('not' in node) return { ...name, not: carried(node.not) };
  return 'all' in node
    ? { ...name, all: node.all.map(carried) }
    : { ...name, any: node.any.map(carried) };
}

const everywhere = ({ extent }: Rule): boolean => extent.length === nations.length;

/**
 * What a rule that did not fire concludes, once it is read: false, but unknown where it is a permission of another
 * nation, which rejects the run.
 */
const notFired =
  (rule: Rule) =>
  async (_: unknown, almanac: Almanac): Promise<boolean> => {
    const { type } = rule.event;
    const opens = kinds[type].polarity === 'permission' || type === 'conclusion';
    if (!opens || everywhere(rule)) return false;
    const [on, nation] = [
      await almanac.factValue<string>('on'),
      await almanac.factValue<string>('nation'),
    ];
    if ((rule.extent as string[]).includes(nation) || !inForce(rule.effective, on)) return false;
    return refuse(`what \`${rule.id}\` finds is not known in another nation`);
  };

function ruleOf(
  loaded: LoadedRule,
  exceptions: readonly LoadedRule[],
  priority: number,
): RuleProperties {
  const { rule } = loaded;
  const { from, to } = rule.effective;
  const conditions = {
    all: [
      { fact: 'on', operator: 'inForce', value: to === undefined ? [from] : [from, to] },
      ...(everywhere(rule) ? [] : [{ fact: 'nation', operator: 'in', value: [...rule.extent] }]),
      carried(loaded.conditions.node),
      ...exceptions.map((one) => ({ fact: conclusionOf(one), operator: 'equal', value: false })),
    ],
  } satisfies TopLevelCondition;
  const conclusion = conclusionOf(loaded);
  return {
    name: rule.id,
    priority,
    conditions,
    event: { type: rule.event.type, params: rule.event.params },
    onSuccess: (_, almanac) => {
      almanac.addFact(conclusion, true);
    },
    onFailure: (_, almanac) => {
      almanac.addFact(conclusion, notFired(rule));
    },
  };
}

/**
 * The rules of a pack, or the national rules, as an `Engine` of json-rules-engine, for teams that already run one. Each
 * rule keeps its id as `name`, its conditions, and its kind and parameters as `event`.
 *
 * An engine of json-rules-engine has two values and this library three, so the engine decides only what is wholly
 * known: a fact that was not given, or is `undefined` or `"unsure"`, rejects the run. It is no substitute for `decide`.
 *
 * - One run is one place: the case with one person, item, consent or subject. Every fact that some rule reads is given
 *   under its id in the dictionary, derived and concluded ones too, beside `on` and `nation`; `null` is a question that
 *   does not arise. What `someFact:` and `everyFact:` read is given as a list, under the id with `[]` after it.
 * - What a rule concludes is set as the fact `rule.<id>`, for rules that read it, in strata by priority. Rules that a
 *   local pack reads and does not hold are given as facts, such as `rule.<id>`.
 * - Rules announced or not commenced are left out. Where a rule is unknown by law (announced, or a permission of another
 *   nation), a rule which reads its conclusion rejects the run.
 * - Rules of the kind `answer` fill nothing. Bars, permissions and `lifts` are not weighed: that is what `decide` does.
 *
 * @throws InvalidPackError with every defect of the pack at once.
 * @example
 * ```ts
 * const engine = toEngine(pack);
 * const { events } = await engine.run({ on: '2026-11-21', nation: 'england', 'concern.level': 'welfare' });
 * ```
 * @since 0.1.0
 */
export function toEngine(pack?: Pack): Engine {
  const program = programFor(pack);
  const plan = planOf(program);
  const engine = strictEngine();
  knownOperators(engine);
  // Why: where a local pack is given, the national rules stand beside it for what it reads of them.
  const wanted = pack ? program.rules.filter((one) => one.pack === pack.id) : program.rules;
  for (const loaded of wanted) {
    const { commencement } = loaded.rule;
    if (commencement === 'not-commenced') engine.addFact(conclusionOf(loaded), false);
    if (commencement === 'not-commenced' || commencement === 'announced') continue;
    engine.addRule(ruleOf(loaded, plan.exceptionsTo(loaded), plan.priority(conclusionOf(loaded))));
  }
  return engine;
}
