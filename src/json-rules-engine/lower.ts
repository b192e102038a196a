import { isLeaf, takeApart } from '../engine/conditions.ts';
import type { Condition, Leaf } from '../model/rule.ts';
import { concludedFacts } from '../model/derived.ts';

/** Each rule is lowered twice: to one that fires when it is known to be met, and one that fires when it may be. */
export type Copy = 'known' | 'possible';
export const copies: readonly Copy[] = ['known', 'possible'];
/** What is not known to be false may be true, and the reverse: a negation reads the other copy. */
const other = (copy: Copy): Copy => (copy === 'known' ? 'possible' : 'known');

/** A two-valued condition of json-rules-engine, with no negation in it but in its operators. */
export type Lowered =
  | { all: Lowered[] }
  | { any: Lowered[] }
  | { fact: string; operator: string; value: Leaf['value'] };

/** Under which names a place finds what a leaf reads; quantified, a name holds the list over the instances. */
export interface Names {
  answer(fact: string, quantified: boolean): string;
  conclusion(id: string, copy: Copy, quantified: boolean): string;
}

const concluded = new Set(concludedFacts.map(({ id }) => id));

/** The name of the conclusion that a leaf reads (a rule's, or one drawn of a kind), or nothing for an answer. */
export const conclusionRead = ({ fact }: Leaf): string | undefined =>
  fact.startsWith('rule.') || concluded.has(fact) ? fact : undefined;

/** The positive operators of json-rules-engine; the negative ones are these under `not:`. */
const plain: Readonly<Record<string, readonly [operator: string, negative: boolean]>> = {
  equal: ['equal', false],
  notEqual: ['equal', true],
  in: ['in', false],
  notIn: ['in', true],
  contains: ['contains', false],
  doesNotContain: ['contains', true],
};

/** Reads a conclusion as what is wanted of it: that it holds, or, in the other copy, that it does not. */
export const reading = (
  name: (copy: Copy) => string,
  copy: Copy,
  wanted: boolean,
  quantifier = '',
): Lowered => ({
  fact: name(wanted ? copy : other(copy)),
  operator: `${quantifier}equal`,
  value: wanted,
});

/** Compares an answer: `kn:` where it is known and holds, `op:` where it is open or holds. */
export function comparing(
  fact: string,
  operator: string,
  value: Leaf['value'],
  copy: Copy,
  negated = false,
  quantifier = '',
): Lowered {
  const [positive, negative] = plain[operator] as (typeof plain)[string];
  const not = negative === negated ? '' : 'not:';
  return {
    fact,
    operator: `${quantifier}${copy === 'known' ? 'kn' : 'op'}:${not}${positive}`,
    value,
  };
}

const turned = (quantifier: 'some' | 'every' | undefined, negated: boolean): string =>
  quantifier === undefined ? '' : (quantifier === 'some') === negated ? 'everyFact:' : 'someFact:';

/** Lowers a condition to one copy, in negation normal form: `not` is pushed down to the leaves. */
export function lower(node: Condition, copy: Copy, names: Names, negated = false): Lowered {
  if (isLeaf(node)) {
    const { quantifier, operator } = takeApart(node);
    const quantified = quantifier !== undefined;
    const list = turned(quantifier, negated);
    const id = conclusionRead(node);
    if (id === undefined)
      return comparing(
        names.answer(node.fact, quantified),
        operator,
        node.value,
        copy,
        negated,
        list,
      );
    const wanted = (node.value === true) !== negated;
    return reading((one) => names.conclusion(id, one, quantified), copy, wanted, list);
  }
  if ('not' in node) return lower(node.not, copy, names, !negated);
  const parts = 'all' in node ? node.all : node.any;
  const lowered = parts.map((part) => lower(part, copy, names, negated));
  return 'all' in node === negated ? { any: lowered } : { all: lowered };
}
