import type { Scope } from '../model/facts.ts';
import type { Condition, Leaf, Rule } from '../model/rule.ts';
import { scopes } from '../model/words.ts';
import type { Surroundings, Test } from './conditions.ts';
import { compare, isLeaf, parts, prepare, readableFrom, takeApart } from './conditions.ts';
import { slotOf } from './slots.ts';
import type { Value } from './slots.ts';
import { no, not, yes } from './truth.ts';
import type { Truth } from './truth.ts';
import type { Place, World } from './world.ts';

/**
 * The conditions of all rules as one list of numbers, and what each distinct leaf is worth in a request as one table, so
 * that a leaf that many rules share is compared once. It finds what the tests of `conditions.ts` find, some times faster;
 * those are what a reviewer reads, and a test holds the two together.
 */
export interface Flat {
  /** The conditions as they stand in one world, whose slots may change only by what is forgotten. */
  on(world: World): Worth;
}

/** What conditions are worth in one world. */
export interface Worth {
  /** What the conditions of a rule are worth at an instance of its scope. */
  at(rule: number, index: number): Truth;
  /** Whether what is known of the whole case leaves a rule unmet at every instance of its scope. */
  ruledOut(rule: number): boolean;
  /** Compares a fact anew, since it was set. */
  forget(fact: string): void;
}

/** A plain leaf: one fact at one place, compared with a value. */
interface Literal {
  slot: number;
  test: (value: Value) => Truth;
}

interface Layout {
  code: Int32Array;
  /** For each rule: its scope, where its conditions begin, and where those that are of the case alone end. */
  rules: readonly { scope: number; start: number; wideEnd: number }[];
  tests: readonly Test[];
  /** By number of their scope. */
  literals: readonly (readonly Literal[])[];
  literalsOf: ReadonlyMap<string, readonly number[]>;
}

// What stands where: each node begins with what it is and where it ends.
const ofFact = 0; // then the scope, and the literal
const ofRule = 1; // then the scope, the rule and whether it is to be met
const ofTest = 2; // then the test
const ofAll = 3; // then its parts
const ofAny = 4; // then its parts
const ofNot = 5; // then its part

const scopeNumber = Object.fromEntries(scopes.map((scope, number) => [scope, number])) as Record<
  Scope,
  number
>;

/** Lays out the conditions of rules, by rule number. */
export function flatten(rules: readonly Rule[], around: Surroundings): Flat {
  const code: number[] = [];
  const tests: Test[] = [];
  const literals: Literal[][] = scopes.map(() => []);
  const literalsOf = new Map<string, number[]>();
  const numbered = new Map<string, number>();

  function literal({ fact, operator, value }: Leaf): number {
    const key = `${fact} ${operator} ${String(value)}`;
    const known = numbered.get(key);
    if (known !== undefined) return known;
    const { scope, slot } = slotOf(fact);
    const own = literals[scopeNumber[scope]] as Literal[];
    const number = own.push({ slot, test: compare(operator, value) }) - 1;
    numbered.set(key, number);
    literalsOf.set(fact, [...(literalsOf.get(fact) ?? []), number]);
    return number;
  }

  /** Whether a leaf reads one fact or one conclusion, which no rule answers where it was left out. */
  const isPlain = (node: Leaf, scope: Scope): boolean =>
    !takeApart(node).quantifier &&
    !around.answersTo(node.fact).some((one) => readableFrom[scope].includes(one.scope));

  /** Whether a part of the conditions of a rule is the same at every instance of its scope. */
  function isWide(node: Condition, scope: Scope): boolean {
    if (!isLeaf(node)) return parts(node).every((part) => isWide(part, scope));
    const { rule } = takeApart(node);
    const from = rule === undefined ? slotOf(node.fact) : around.ruleAt(rule);
    return from.scope === 'case' && isPlain(node, scope);
  }

  function leaf(node: Leaf, scope: Scope): readonly [kind: number, ...rest: number[]] {
    const { rule } = takeApart(node);
    if (!isPlain(node, scope)) return [ofTest, tests.push(prepare(node, scope, around).test) - 1];
    if (rule === undefined) return [ofFact, scopeNumber[slotOf(node.fact).scope], literal(node)];
    const { number, scope: from } = around.ruleAt(rule);
    return [ofRule, scopeNumber[from], number, Number(node.value !== false)];
  }

  function add(node: Condition, scope: Scope): void {
    const at = code.length;
    if (isLeaf(node)) {
      const [kind, ...rest] = leaf(node, scope);
      code.push(kind, 0, ...rest);
    } else {
      code.push('all' in node ? ofAll : 'any' in node ? ofAny : ofNot, 0);
      for (const part of parts(node)) add(part, scope);
    }
    code[at + 1] = code.length;
  }

  /** Lays out the conditions of a rule: of all that must hold, first what is of the case alone. */
  function addRule({ conditions, scope }: Rule): Layout['rules'][number] {
    const start = code.length;
    const list = 'all' in conditions ? conditions.all : [conditions];
    const wide = list.filter((part) => isWide(part, scope));
    code.push(ofAll, 0);
    for (const part of wide) add(part, scope);
    const wideEnd = code.length;
    for (const part of list) if (!wide.includes(part)) add(part, scope);
    code[start + 1] = code.length;
    return { scope: scopeNumber[scope], start, wideEnd };
  }

  const laidOut = rules.map(addRule);
  const layout = { code: Int32Array.from(code), rules: laidOut, tests, literals, literalsOf };
  return { on: (world) => worthIn(world, layout) };
}

/** Not yet compared. */
const open = 3;

/** A place, with the instance of each scope that is read from there and where in the table its literals begin. */
interface Spot {
  place: Readonly<Place>;
  indexes: readonly number[];
  firsts: readonly number[];
}

function worthIn(world: World, { code, rules, tests, literals, literalsOf }: Layout): Worth {
  const { results, places } = world;
  const rows = scopes.map((scope) => world.values[scope]);
  const widths = literals.map(({ length }) => length);
  let size = 0;
  const starts = rows.map(({ length }, scope) => {
    const first = size;
    size += length * (widths[scope] as number);
    return first;
  });
  const table = new Uint8Array(size).fill(open);
  const positionOf = (scope: number, index: number): number =>
    (starts[scope] as number) + index * (widths[scope] as number);

  const spots = scopes.map((scope) =>
    places[scope].map((place): Spot => {
      const indexes = scopes.map((one) => place[one]);
      return { place, indexes, firsts: indexes.map((index, number) => positionOf(number, index)) };
    }),
  );
  let { place, indexes, firsts } = spots[0]?.[0] as Spot;

  function look(scope: number, number: number): Truth {
    const { slot, test } = (literals[scope] as readonly Literal[])[number] as Literal;
    const truth = test(rows[scope]?.[indexes[scope] as number]?.[slot]);
    table[(firsts[scope] as number) + number] = truth;
    return truth;
  }

  function worth(at: number): Truth {
    const kind = code[at] as number;
    if (kind === ofFact) {
      const scope = code[at + 2] as number;
      const number = code[at + 3] as number;
      const known = table[(firsts[scope] as number) + number] as number;
      return known === open ? look(scope, number) : (known as Truth);
    }
    if (kind === ofAll || kind === ofAny) {
      // Of all, the least counts, and no is the least there is; of any, the greatest, and that is yes.
      const end = code[at + 1] as number;
      const last = kind === ofAll ? no : yes;
      let truth: Truth = kind === ofAll ? yes : no;
      for (let part = at + 2; part < end && truth !== last; part = code[part + 1] as number) {
        const one = worth(part);
        if (kind === ofAll ? one < truth : one > truth) truth = one;
      }
      return truth;
    }
    if (kind === ofNot) return not(worth(at + 2));
    if (kind === ofTest) return (tests[code[at + 2] as number] as Test)(world, place);
    const index = indexes[code[at + 2] as number] as number;
    // INVARIANT: rules are evaluated after those that they read.
    const found = (results[code[at + 3] as number] as readonly Truth[])[index] as Truth;
    return code[at + 4] === 1 ? found : not(found);
  }

  function move(scope: number, index: number): void {
    ({ place, indexes, firsts } = spots[scope]?.[index] as Spot);
  }

  return {
    at: (number, index) => {
      const { scope, start } = rules[number] as Layout['rules'][number];
      move(scope, index);
      return worth(start);
    },
    ruledOut: (number) => {
      const { start, wideEnd } = rules[number] as Layout['rules'][number];
      move(0, 0);
      for (let part = start + 2; part < wideEnd; part = code[part + 1] as number)
        if (worth(part) === no) return true;
      return false;
    },
    forget: (fact) => {
      const scope = scopeNumber[slotOf(fact).scope];
      for (const literal of literalsOf.get(fact) ?? []) {
        rows[scope]?.forEach((_, index) => {
          table[positionOf(scope, index) + literal] = open;
        });
      }
    },
  };
}
