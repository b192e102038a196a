import * as z from 'zod';
import { concludedFacts, decidedFacts, derivedFacts } from './derived.ts';
import type { Question } from './leaf.ts';
import { SharingRequest } from './request.ts';
import { consentKinds, scopes } from './words.ts';

/** Whose fact it is: of the whole case, a person, an item, a consent, or an item with one of its subjects. */
export type Scope = (typeof scopes)[number];
/** How a fact is answered. */
export type FactType = 'yes-no' | 'word' | 'words' | 'date' | 'ref' | 'refs';

/** One thing that a rule can read or a form can ask. */
export interface Fact extends Partial<Question> {
  id: string;
  scope: Scope;
  type: FactType;
  /** The closed list, for `word` and `words`. */
  words?: readonly string[];
  /** `request` facts are asked; `derived` are worked out from them; `concluded` and `decided` come out of rules. */
  from: 'request' | 'derived' | 'concluded' | 'decided';
  /** What a fact that is not asked says. */
  means?: string;
  /** For a fact that is not asked: the questions whose answers would settle it. */
  asks?: readonly string[];
  /** Where it stands in the request, from the object of its scope. */
  path: readonly string[];
}

interface LeafMeta {
  leaf?: FactType;
  question?: Question;
  words?: readonly string[];
}

const isObject = (schema: z.core.$ZodType): schema is z.ZodObject =>
  schema._zod.def.type === 'object';
const unwrap = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema;
const element = (schema: z.core.$ZodType): z.core.$ZodType =>
  unwrap((schema as z.ZodArray).element);

function* leaves(
  schema: z.core.$ZodType,
  scope: Scope,
  prefix: string,
  path: readonly string[],
): Generator<Fact> {
  if (!isObject(schema)) return;
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  for (const [key, value] of Object.entries(shape)) {
    const inner = unwrap(value);
    const meta = (z.globalRegistry.get(inner) ?? {}) as LeafMeta;
    if (scope === 'case' && key === 'people')
      yield* leaves(element(inner), 'person', 'person.', []);
    else if (scope === 'case' && key === 'items')
      yield* leaves(element(inner), 'item', 'item.', []);
    else if (scope === 'case' && key === 'allItems') continue;
    else if (scope === 'person' && key === 'consent') yield* consentLeaves(inner);
    else if (meta.leaf) {
      const words = meta.words ? { words: meta.words } : {};
      yield {
        id: prefix + key,
        scope,
        type: meta.leaf,
        ...words,
        ...meta.question,
        from: 'request',
        path: [...path, key],
      };
    } else yield* leaves(inner, scope, `${prefix}${key}.`, [...path, key]);
  }
}

function* consentLeaves(schema: z.core.$ZodType): Generator<Fact> {
  // The data protection consent has every leaf of the other two.
  const shape: Readonly<Record<string, z.core.$ZodType>> = (schema as z.ZodObject).shape;
  yield* leaves(unwrap(shape[consentKinds[0]] as z.core.$ZodType), 'consent', 'consent.', []);
}

const computed = (list: typeof derivedFacts, from: Fact['from']): Fact[] =>
  list.map(({ id, scope, words, means, asks = [] }) => ({
    id,
    scope,
    type: words ? 'word' : 'yes-no',
    ...(words ? { words } : {}),
    from,
    means,
    asks,
    path: [],
  }));

/** The fact dictionary: every fact that a rule can read or a form can ask, in the order of the request. */
export const facts: readonly Fact[] = [
  ...leaves(SharingRequest, 'case', '', []),
  ...computed(derivedFacts, 'derived'),
  ...computed(concludedFacts, 'concluded'),
  ...computed(decidedFacts, 'decided'),
];

/** The dictionary by id. */
export const factsById: ReadonlyMap<string, Fact> = new Map(facts.map((fact) => [fact.id, fact]));
