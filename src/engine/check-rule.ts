import { facts, factsById } from '../model/facts.ts';
import type { Fact, Scope } from '../model/facts.ts';
import type { Condition, Leaf, Rule, RuleKind } from '../model/rule.ts';
import { concernLevels } from '../model/words.ts';
import { isLeaf, operators, parts, readableFrom, takeApart } from './conditions.ts';
import { suggest } from './check-shape.ts';
import type { Report } from './check-shape.ts';
import { afterwards, kinds } from './kinds.ts';

/** Which scopes a quantifier ranges over, from which. */
const quantifiable: Readonly<Record<Scope, readonly Scope[]>> = {
  case: ['person', 'item', 'consent', 'subject'],
  person: ['consent', 'item', 'subject'],
  item: ['person', 'consent', 'subject'],
  consent: [],
  subject: [],
};

/** Checks what one leaf reads and compares with. */
function checkLeaf(
  leaf: Leaf,
  path: string,
  rule: Rule,
  rules: ReadonlyMap<string, Rule>,
  report: Report,
): void {
  const { quantifier, operator, rule: read } = takeApart(leaf);
  const known = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (!known) {
    report(
      'unknown-operator',
      `${path}/operator`,
      `unknown operator \`${leaf.operator}\``,
      suggest(leaf.operator, Object.keys(operators)),
    );
    return;
  }
  const other = read === undefined ? undefined : rules.get(read);
  const fact: Pick<Fact, 'scope' | 'type' | 'words' | 'from'> | undefined =
    read === undefined
      ? factsById.get(leaf.fact)
      : other && { scope: other.scope, type: 'yes-no', from: 'concluded' };
  if (!fact) {
    const names =
      read === undefined ? facts.map(({ id }) => id) : [...rules.keys()].map((id) => `rule.${id}`);
    report(
      'unknown-fact',
      `${path}/fact`,
      `unknown fact \`${leaf.fact}\``,
      suggest(leaf.fact, names),
    );
    return;
  }
  if (
    quantifier
      ? !quantifiable[rule.scope].includes(fact.scope)
      : !readableFrom[rule.scope].includes(fact.scope)
  ) {
    report(
      'unreadable-fact',
      `${path}/fact`,
      `\`${leaf.fact}\` cannot be read ${quantifier ? 'with a quantifier ' : ''}at scope \`${rule.scope}\``,
      quantifier
        ? 'a quantifier reads a narrower scope than that of the rule'
        : `read it with \`someFact:\` or \`everyFact:\`, or give the rule a narrower scope`,
    );
  }
  if (fact.from === 'decided' && !afterwards.includes(rule.event.type)) {
    report(
      'reads-decision',
      `${path}/fact`,
      `a rule of kind \`${rule.event.type}\` cannot read what was decided`,
      `only ${afterwards.join(', ')} can`,
    );
  }
  if (!known.types.includes(fact.type)) {
    report(
      'wrong-operator',
      `${path}/operator`,
      `operator \`${operator}\` does not fit the type \`${fact.type}\` of \`${leaf.fact}\``,
      `use ${
        Object.keys(operators)
          .filter((name) => operators[name]?.types.includes(fact.type))
          .join(', ') || 'a derived fact; dates and refs are not compared'
      }`,
    );
    return;
  }
  checkValue(leaf, path, fact, known.list, report);
}

function checkValue(
  leaf: Leaf,
  path: string,
  fact: Pick<Fact, 'type' | 'words'>,
  list: boolean,
  report: Report,
): void {
  const place = `${path}/value`;
  if (Array.isArray(leaf.value) !== list) {
    report(
      'wrong-value',
      place,
      list ? 'expected a list of words' : 'expected a single value',
      `operator \`${leaf.operator}\` takes ${list ? 'a list' : 'one value'}`,
    );
    return;
  }
  if (fact.type === 'yes-no') {
    if (typeof leaf.value !== 'boolean')
      report('wrong-value', place, `\`${leaf.fact}\` is answered yes or no`, 'use true or false');
    return;
  }
  for (const word of [leaf.value].flat()) {
    if (typeof word !== 'string' || !fact.words?.includes(word)) {
      report(
        'unknown-word',
        place,
        `\`${String(word)}\` is not an answer to \`${leaf.fact}\``,
        suggest(String(word), fact.words ?? []),
      );
    }
  }
}

function walk(node: Condition, path: string, visit: (leaf: Leaf, path: string) => void): void {
  if (isLeaf(node)) visit(node, path);
  else
    parts(node).forEach((part, index) => {
      walk(
        part,
        'not' in node ? `${path}/not` : `${path}/${'all' in node ? 'all' : 'any'}/${index}`,
        visit,
      );
    });
}

/** Checks a rule against the rules around it. */
export function checkRule(
  rule: Rule,
  rules: ReadonlyMap<string, Rule>,
  local: boolean,
  report: Report,
): void {
  const kind = kinds[rule.event.type];
  if (!kind.scopes.includes(rule.scope)) {
    report(
      'wrong-scope',
      '/scope',
      `a rule of kind \`${rule.event.type}\` cannot have scope \`${rule.scope}\``,
      `allowed: ${kind.scopes.join(', ')}`,
    );
  }
  if (local) checkLocalKind(rule.event.type, report);
  if (rule.effective.to !== undefined && rule.effective.to < rule.effective.from) {
    report(
      'wrong-dates',
      '/effective/to',
      'the last day is before the first',
      'swap them or correct one',
    );
  }
  walk(rule.conditions, '/conditions', (leaf, path) => {
    checkLeaf(leaf, path, rule, rules, report);
  });
  rule.exceptionTo?.forEach((id, index) => {
    const excepted = rules.get(id);
    const path = `/exceptionTo/${index}`;
    if (!excepted)
      report('unknown-rule', path, `unknown rule \`${id}\``, suggest(id, [...rules.keys()]));
    else if (!readableFrom[excepted.scope].includes(rule.scope)) {
      report(
        'wrong-scope',
        path,
        `an exception has the scope of its rule or a wider one, and \`${id}\` has \`${excepted.scope}\``,
        `allowed: ${readableFrom[excepted.scope].join(', ')}`,
      );
    }
  });
  const { event } = rule;
  if (event.type === 'duty') {
    if (local && event.params.lifts)
      report(
        'not-local',
        '/event/params/lifts',
        'a duty of a local pack lifts no bar',
        'leave `lifts` out',
      );
    event.params.lifts?.forEach((id, index) => {
      const bar = rules.get(id);
      if (!bar || kinds[bar.event.type].polarity !== 'bar')
        report(
          'unknown-rule',
          `/event/params/lifts/${index}`,
          `\`${id}\` is not a bar`,
          suggest(
            id,
            [...rules.values()]
              .filter((one) => kinds[one.event.type].polarity === 'bar')
              .map((one) => one.id),
          ),
        );
    });
  }
  if (event.type === 'answer') {
    const fact = factsById.get(event.params.fact);
    if (fact?.from !== 'request')
      report(
        'unknown-fact',
        '/event/params/fact',
        `unknown fact \`${event.params.fact}\``,
        suggest(
          event.params.fact,
          facts.filter(({ from }) => from === 'request').map(({ id }) => id),
        ),
      );
    else
      checkValue(
        { fact: fact.id, operator: 'equal', value: event.params.value },
        '/event/params',
        fact,
        false,
        report,
      );
  }
  checkNamedFacts(rule, report);
  if (local) checkLocalException(rule, rules, report);
}

/** Checks the facts that the parameters of a finding name. */
function checkNamedFacts({ event }: Rule, report: Report): void {
  const check = (path: string, id: string, fits: (fact: Fact) => boolean, help: string) => {
    const fact = factsById.get(id);
    if (fact && fits(fact)) return;
    const near = suggest(
      id,
      facts.filter(fits).map((one) => one.id),
    );
    report('unknown-fact', path, `\`${id}\` is not ${help}`, near);
  };
  if (event.type === 'obligation' && event.params.due && event.params.due.from !== 'on') {
    check(
      '/event/params/due/from',
      event.params.due.from,
      ({ type }) => type === 'date',
      '`on` or a date of the request',
    );
  }
  if (event.type === 'record-field' && event.params.value !== undefined) {
    check('/event/params/value', event.params.value, () => true, 'in the fact dictionary');
  }
  if (event.type === 'change') {
    event.params.whenUnknown?.madeOnce.forEach((id, index) => {
      const fits = ({ scope }: Fact) => scope === 'case' || scope === 'item';
      check(
        `/event/params/whenUnknown/madeOnce/${index}`,
        id,
        fits,
        'a fact of the case or the item',
      );
    });
  }
  if (event.type === 'not-telling') {
    event.params.while?.forEach((id, index) => {
      const fits = ({ type, scope }: Fact) =>
        type === 'yes-no' && (scope === 'case' || scope === 'person');
      check(`/event/params/while/${index}`, id, fits, 'a yes/no fact of the case or the person');
    });
  }
}

/** Tells a kind of rule that no local pack may hold. */
export function checkLocalKind(type: RuleKind, report: Report): void {
  if (kinds[type].local) return;
  report(
    'not-local',
    '/event/type',
    `a local pack cannot hold a rule of kind \`${type}\``,
    `allowed: ${Object.entries(kinds)
      .filter(([, one]) => one.local)
      .map(([name]) => name)
      .join(', ')}`,
  );
}

/** A pack may take a national permission away only below significant harm. */
function checkLocalException(rule: Rule, rules: ReadonlyMap<string, Rule>, report: Report): void {
  if (!rule.exceptionTo) return;
  const low = concernLevels.slice(
    0,
    concernLevels.indexOf('significant-harm'),
  ) as readonly string[];
  const limited =
    'all' in rule.conditions &&
    rule.conditions.all.some(
      (part) =>
        isLeaf(part) &&
        part.fact === 'concern.level' &&
        ['equal', 'in'].includes(part.operator) &&
        [part.value].flat().every((word) => low.includes(word as string)),
    );
  const permissions = rule.exceptionTo.every((id) => {
    const excepted = rules.get(id);
    if (!excepted || kinds[excepted.event.type].polarity !== 'permission') return false;
    // INVARIANT: no pack takes away a duty in law.
    return excepted.event.type !== 'duty' || excepted.event.params.strength !== 'must';
  });
  if (!limited || !permissions) {
    report(
      'not-local',
      '/exceptionTo',
      'an exception of a local pack takes away a national permission that is no duty in law, and only below significant harm',
      'put a level below significant harm among the limbs of `all`',
    );
  }
}
