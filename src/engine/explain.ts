import type { SharingRequest } from '../model/request.ts';
import { consentKinds } from '../model/words.ts';
import type { findings } from '../model/words.ts';
import { isLeaf } from './conditions.ts';
import type { Prepared } from './conditions.ts';
import { editionOf } from './edition.ts';
import type { Ground } from './engine.ts';
import { evaluate, evaluateAfterwards } from './evaluate.ts';
import { deepFreeze } from './freeze.ts';
import { wrongOptions } from './given.ts';
import { meantBy } from './nearest.ts';
import { openFacts, searchOf } from './open.ts';
import type { LoadedRule, Program } from './program.ts';
import { settle } from './settle.ts';
import { no, wordOf, yes } from './truth.ts';
import type { Truth } from './truth.ts';
import type { Place, World } from './world.ts';
import { instances, layOut, placeAt } from './world.ts';
import { itemRef, personRef, resultAt } from './places.ts';

type Finding = (typeof findings)[number];

/** A part of a condition, with what it was found to be. It tells what is asked, never what was answered. */
export interface ExplainedPart {
  readonly name?: string;
  readonly kind: 'all' | 'any' | 'not' | 'fact';
  readonly finding: Finding;
  readonly fact?: string;
  readonly operator?: string;
  readonly value?: boolean | string | readonly string[];
  readonly parts?: readonly ExplainedPart[];
}

/** How one rule was found to stand at one instance of its scope. */
export interface Explanation {
  readonly rule: string;
  readonly title: string;
  /** Whose instance it is: empty for the whole case. */
  readonly at: { readonly person?: string; readonly item?: string; readonly consent?: string };
  readonly finding: Finding;
  readonly because: string;
  readonly conditions: ExplainedPart;
  /** The exceptions that stand against it, with what was found of each. */
  readonly exceptions: readonly { readonly rule: string; readonly finding: Finding }[];
  /** The facts that would settle it, where it is unknown. */
  readonly asks: readonly string[];
  readonly citations: readonly { readonly source: string; readonly at: string }[];
}

/** Which explanations are wanted; each part left out narrows nothing. */
export interface Narrowing {
  rule?: string;
  person?: string;
  item?: string;
}

const word = (truth: Truth): Finding => wordOf(truth, ['not-met', 'unknown', 'met'] as const);

function explainPart(world: World, { node, test, parts }: Prepared, place: Place): ExplainedPart {
  const finding = word(test(world, place));
  const name = node.name === undefined ? {} : { name: node.name };
  if (isLeaf(node))
    return {
      ...name,
      kind: 'fact',
      finding,
      fact: node.fact,
      operator: node.operator,
      value: node.value,
    };
  const kind = 'all' in node ? 'all' : 'any' in node ? 'any' : 'not';
  return { ...name, kind, finding, parts: parts.map((part) => explainPart(world, part, place)) };
}

function placeRefs(world: World, { rule: { scope } }: LoadedRule, place: Place): Explanation['at'] {
  const ref = personRef(world, place.person);
  const person = ref ? { person: ref } : {};
  switch (scope) {
    case 'case':
      return {};
    case 'person':
      return person;
    case 'item':
      return { item: itemRef(world, place.item) };
    case 'consent':
      return { ...person, consent: consentKinds[place.consent % consentKinds.length] as string };
    case 'subject':
      return { ...person, item: itemRef(world, place.item) };
  }
}

const narrowings = ['rule', 'person', 'item'];

/** Why: what is narrowed to something that is not there would be told by silence, as though no rule bore on the case. */
function mustBeThere({ byId }: Program, { people, items }: World, narrowing: Narrowing): void {
  const given: unknown = narrowing;
  if (
    typeof given !== 'object' ||
    given === null ||
    Object.entries(given).some(
      ([key, value]) =>
        !narrowings.includes(key) || !['string', 'undefined'].includes(typeof value),
    )
  )
    throw wrongOptions(
      'expected a narrowing with `rule`, `person` and `item`, each a word, and nothing else',
      'leave out what you do not need',
    );
  const { rule, person, item } = narrowing;
  if (rule !== undefined && !byId.has(rule))
    throw wrongOptions(
      'the explanation is narrowed to a rule that is not there',
      meantBy(rule, [...byId.keys()]) ?? 'take an id of `rules`, or of a pack of this engine',
    );
  if (
    (person !== undefined && !people.some(({ ref }) => ref === person)) ||
    (item !== undefined && !items.includes(item))
  )
    throw wrongOptions(
      'the explanation is narrowed to a person or an item that the request does not have',
      'take a `ref` of the request',
    );
}

/** The full tree of every rule that bears on the date, or of those asked for, at each instance of its scope. */
export function explainOn(
  ground: Ground,
  request: SharingRequest,
  narrowing: Narrowing,
): readonly Explanation[] {
  const { program, foundation, wording } = ground;
  const { say, texts } = wording;
  const world = layOut(request, foundation.tables);
  mustBeThere(program, world, narrowing);
  const { rule, person, item } = narrowing;
  evaluate(program, world);
  settle(program, world);
  evaluateAfterwards(program, world);
  const { inForce } = editionOf(program, world);
  const search = searchOf(program, world);
  const wanted = program.rules.filter(
    (loaded) => (rule === undefined || loaded.rule.id === rule) && inForce[loaded.number],
  );
  return deepFreeze(
    wanted.flatMap((loaded) =>
      Array.from({ length: instances(world, loaded.rule.scope) }, (_, index): Explanation => {
        const place = placeAt(world, loaded.rule.scope, index);
        const truth =
          world.raw.get(loaded.number)?.[index] ?? resultAt(world, loaded.number, index);
        return {
          rule: loaded.rule.id,
          title: say(`rule.${loaded.rule.id}.title`, loaded.rule.title),
          at: placeRefs(world, loaded, place),
          finding: word(truth),
          because: wordOf(truth, [
            say(`rule.${loaded.rule.id}.becauseNot`, loaded.rule.becauseNot),
            texts.unknown,
            say(`rule.${loaded.rule.id}.because`, loaded.rule.because),
          ] as const),
          conditions: explainPart(world, loaded.conditions, place),
          exceptions: loaded.exceptions.map((number) => {
            const exception = program.rules[number] as LoadedRule;
            return {
              rule: exception.rule.id,
              finding: word(resultAt(world, number, place[exception.rule.scope])),
            };
          }),
          asks:
            truth === no || truth === yes
              ? []
              : [...new Set(openFacts(search, loaded, index).map(({ fact }) => fact))].sort(),
          citations: loaded.rule.references,
        };
      }).filter(
        ({ at }) =>
          (person === undefined || at.person === person) &&
          (item === undefined || at.item === item),
      ),
    ),
  );
}
