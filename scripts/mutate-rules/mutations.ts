/** Small changes to a rule, each of which a case of the rule should notice. */
import { isLeaf, parts, takeApart } from '../../src/engine/conditions.ts';
import type { Condition, Leaf, Rule } from '../../src/model/rule.ts';

/** A rule with one thing changed. */
interface Mutation {
  /** What was changed and where, such as `/all/1 left out`: one of a kind within its rule. */
  what: string;
  /** The rule as changed. */
  rule: Rule;
  /** The rule that is no longer excepted, where that is the change: its cases should notice, not the rule's own. */
  excepted?: string;
  /** The only day on which the change can make a difference, where a date was moved. */
  differsOn?: string;
}

interface Changed {
  what: string;
  node: Condition;
}

/** The first day that a request may bear: before it, a date of law makes no difference. */
const earliest = '2000-03-01';

const opposite: Readonly<Record<string, string>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
};

function* changedLeaf(leaf: Leaf, path: string): Generator<Changed> {
  const { quantifier, operator } = takeApart(leaf);
  const with_ = (what: string, change: Partial<Leaf>): Changed => ({
    what: `${path || '/'} ${what}`,
    node: { ...leaf, ...change },
  });
  const prefix = quantifier ? `${quantifier}Fact:` : '';
  const { value } = leaf;
  if (typeof value === 'boolean') yield with_(`equal ${String(!value)}`, { value: !value });
  else {
    const turned = opposite[operator] as string;
    yield with_(turned, { operator: `${prefix}${turned}` });
  }
  if (quantifier) {
    const other = quantifier === 'some' ? 'every' : 'some';
    yield with_(`${other}Fact`, { operator: `${other}Fact:${operator}` });
  }
  if (!Array.isArray(value) || value.length < 2) return;
  for (const word of value)
    yield with_(`without ${word}`, { value: value.filter((one) => one !== word) });
}

/** Each condition that differs from this one in one operator, limb, value or word. */
export function* changedConditions(node: Condition, path = ''): Generator<Changed> {
  if (isLeaf(node)) {
    yield* changedLeaf(node, path);
    return;
  }
  if ('not' in node) {
    yield { what: `${path || '/'} without its not`, node: node.not };
    for (const { what, node: inner } of changedConditions(node.not, `${path}/not`))
      yield { what, node: { not: inner } };
    return;
  }
  const list = parts(node);
  const key = 'all' in node ? 'all' : 'any';
  const rebuilt = (limbs: readonly Condition[]): Condition =>
    key === 'all' ? { all: [...limbs] } : { any: [...limbs] };
  if (list.length > 1) {
    const turned = key === 'all' ? { any: [...list] } : { all: [...list] };
    yield { what: `${path || '/'} ${key === 'all' ? 'any' : 'all'}`, node: turned };
  }
  for (const [index, limb] of list.entries()) {
    const at = `${path}/${key}/${index}`;
    if (list.length > 1)
      yield { what: `${at} left out`, node: rebuilt(list.filter((_, other) => other !== index)) };
    for (const { what, node: inner } of changedConditions(limb, at))
      yield { what, node: rebuilt(list.map((one, other) => (other === index ? inner : one))) };
  }
}

const day = 86_400_000;
/** A civil date some days later, or earlier. */
export const shifted = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);

/** A date moved by a day, unless no request can bear the day that it makes a difference on. */
function* changedDates(rule: Rule): Generator<Mutation> {
  for (const key of ['from', 'to'] as const) {
    const date = rule.effective[key];
    if (date === undefined) continue;
    for (const days of [-1, 1]) {
      const moved = shifted(date, days);
      const [sooner, later] = [date, moved].sort() as [string, string];
      const differsOn = key === 'from' ? sooner : later;
      if (differsOn < earliest) continue;
      yield {
        what: `${key} ${moved}`,
        rule: { ...rule, effective: { ...rule.effective, [key]: moved } },
        differsOn,
      };
    }
  }
}

/** Every small change to a rule that the cases beside it should notice. */
export function* mutationsOf(rule: Rule): Generator<Mutation> {
  for (const { what, node } of changedConditions(rule.conditions))
    yield { what, rule: { ...rule, conditions: node } };
  yield* changedDates(rule);
  for (const excepted of rule.exceptionTo ?? []) {
    const { exceptionTo, ...rest } = rule;
    const others = (exceptionTo as string[]).filter((one) => one !== excepted);
    yield {
      what: `no exception to ${excepted}`,
      rule: others.length ? { ...rest, exceptionTo: others } : rest,
      excepted,
    };
  }
}
