import fc from 'fast-check';
import type { Fact } from '../model/facts.ts';
import { unsure } from '../model/leaf.ts';
import { consentKinds, modes, schemes } from '../model/words.ts';
import type { Answer, ConsentKind, Json } from './dictionary.ts';
import { consentLeavesOf, leavesOf, recordOf, withValue } from './dictionary.ts';
import { usual } from './usual.ts';

/** How requests are to be drawn. Proportions are out of 100. */
export interface RequestOptions {
  /** How many leaves are answered; the rest but those of `unsure` are left out. 70 unless said. */
  answered?: number;
  /** How many leaves are answered `"unsure"`. 8 unless said. */
  unsure?: number;
  /** How many answers are among the usual ones. 75 unless said. */
  usually?: number;
  /** Usual answers of this occasion, by fact id, in the place of the common ones. */
  usual?: Readonly<Record<string, readonly Answer[]>>;
  /** Facts that are always answered. */
  always?: readonly string[];
  /** The only facts that may be answered; all of them unless said. */
  only?: readonly string[];
  /** Dates of decision that matter, beside any others. */
  dates?: readonly string[];
  modes?: readonly (typeof modes)[number][];
  people?: { min: number; max: number };
  items?: { min: number; max: number };
  /** How often `people`, and `items`, are left out altogether. 10 unless said. */
  unlisted?: number;
}

const day = 86_400_000;
const between = (from: string, to: string): fc.Arbitrary<string> =>
  fc
    .integer({ min: Date.parse(from) / day, max: Date.parse(to) / day })
    .map((days) => new Date(days * day).toISOString().slice(0, 10));
const recent = between('2024-01-01', '2026-12-31');
const births = between('1940-01-01', '2026-12-31');
const childhoods = between('2006-01-01', '2024-12-31');

/** The date of a decision: mostly of late, some on or about the dates that matter, some of any time. */
export function dates(ofInterest: readonly string[] = []): fc.Arbitrary<string> {
  const inRange = ofInterest.filter((date) => date > '2000-03-01' && date < '2100-01-01');
  const anyDay = between('2000-03-01', '2027-12-31');
  return fc.oneof(
    { arbitrary: recent, weight: 7 },
    { arbitrary: anyDay, weight: 1 },
    ...(inRange.length
      ? [
          {
            arbitrary: fc
              .tuple(fc.constantFrom(...inRange), fc.integer({ min: -1, max: 1 }))
              .map(([date, shift]) =>
                new Date(Date.parse(date) + shift * day).toISOString().slice(0, 10),
              ),
            weight: 3,
          },
        ]
      : []),
  );
}

/** A reference, or references, before it is known who there is: numbers, taken round the list of people. */
type Drawn = Answer | number | readonly number[];
type Answers = Readonly<Record<string, Drawn>>;

function answerTo(fact: Fact, { usually = 75, usual: own = {} }: RequestOptions) {
  const common = own[fact.id] ?? usual[fact.id];
  const any: fc.Arbitrary<Drawn> = (() => {
    switch (fact.type) {
      case 'yes-no':
        return fc.boolean();
      case 'word':
        return fc.constantFrom(...(fact.words ?? []));
      case 'words':
        return fc.uniqueArray(fc.constantFrom(...(fact.words ?? [])), { maxLength: 3 });
      case 'date':
        return fact.id === 'person.dateOfBirth' ? fc.oneof(births, childhoods) : recent;
      case 'ref':
        return fc.nat({ max: 5 });
      case 'refs':
        return fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1, maxLength: 2 });
    }
  })();
  return common?.length
    ? fc.oneof(
        { arbitrary: fc.constantFrom(...common), weight: usually },
        { arbitrary: any, weight: 100 - usually },
      )
    : any;
}

const takesUnsure = ({ type }: Fact): boolean => type === 'yes-no' || type === 'word';

/** Answers to some questions: each is left out, answered or unsure. */
function answersTo(leaves: readonly Fact[], options: RequestOptions): fc.Arbitrary<Answers> {
  const { answered = 70, unsure: unsures = 8, only, always = [] } = options;
  const fields = leaves
    .filter(({ id }) => !only || only.includes(id))
    .map((fact) => {
      const answer = answerTo(fact, options);
      if (always.includes(fact.id)) return [fact.id, answer] as const;
      const left = 100 - answered - (takesUnsure(fact) ? unsures : 0);
      const arbitrary: fc.Arbitrary<Drawn | undefined> = fc.oneof(
        { withCrossShrink: true },
        { arbitrary: fc.constant(undefined), weight: Math.max(left, 0) },
        { arbitrary: answer, weight: answered },
        ...(takesUnsure(fact) ? [{ arbitrary: fc.constant(unsure), weight: unsures }] : []),
      );
      return [fact.id, arbitrary] as const;
    });
  return fc
    .record(Object.fromEntries(fields))
    .map(
      (drawn) =>
        Object.fromEntries(Object.entries(drawn).filter(([, one]) => one !== undefined)) as Answers,
    );
}

/** Puts answers in their places, with references to those who are there. */
function placed(leaves: readonly Fact[], answers: Answers, refs: readonly string[]): Json {
  let json: unknown = {};
  for (const { id, type, path } of leaves) {
    const drawn = answers[id];
    if (drawn === undefined) continue;
    if (type !== 'ref' && type !== 'refs') json = withValue(json, path, drawn);
    else if (refs.length) {
      const found = [drawn].flat().map((at) => refs[(at as number) % refs.length]);
      json = withValue(json, path, type === 'ref' ? found[0] : [...new Set(found)]);
    }
  }
  return recordOf(json);
}

const without = (json: Json, ...keys: readonly string[]): Json =>
  Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)));

interface DrawnPerson {
  answers: Answers;
  /** Whether the age is a date of birth or a band. */
  dated: boolean;
  consents: Readonly<Partial<Record<ConsentKind, Answers>>>;
}

function people(options: RequestOptions): fc.Arbitrary<DrawnPerson> {
  const consents = fc.record(
    Object.fromEntries(
      consentKinds.map((kind) => [kind, answersTo(consentLeavesOf[kind], options)] as const),
    ) as Record<ConsentKind, fc.Arbitrary<Answers>>,
    { requiredKeys: [] },
  );
  return fc.record({
    answers: answersTo(leavesOf.person, options),
    dated: fc.boolean(),
    consents: consents,
  });
}

function personOf({ answers, dated, consents }: DrawnPerson, at: number, refs: readonly string[]) {
  const person = placed(leavesOf.person, answers, refs);
  const kinds = consentKinds.filter((kind) => consents[kind] !== undefined);
  const both = person['dateOfBirth'] !== undefined && person['ageBand'] !== undefined;
  return {
    ref: refs[at],
    ...without(person, ...(both ? [dated ? 'ageBand' : 'dateOfBirth'] : [])),
    ...(kinds.length
      ? {
          consent: Object.fromEntries(
            kinds.map((kind) => [kind, placed(consentLeavesOf[kind], consents[kind] ?? {}, refs)]),
          ),
        }
      : {}),
  };
}

/** Refs that stand for nobody's name. */
const personRefs = ['someone-1', 'someone-2', 'someone-3', 'someone-4', 'someone-5'] as const;
const itemRefs = ['piece-1', 'piece-2', 'piece-3', 'piece-4', 'piece-5'] as const;

/** Well-formed requests, mostly meaningful, with answers left out and `"unsure"` in the proportions asked for. */
export function requests(options: RequestOptions = {}): fc.Arbitrary<Json> {
  const { unlisted = 10, people: crowd = { min: 0, max: 3 }, items = { min: 1, max: 2 } } = options;
  const listed = <T>(arbitrary: fc.Arbitrary<T>) =>
    unlisted === 0
      ? arbitrary
      : fc.oneof(
          { withCrossShrink: true },
          { arbitrary: fc.constant(undefined), weight: unlisted },
          { arbitrary, weight: 100 - unlisted },
        );
  const sparing = { ...options, answered: 10 };
  return fc
    .record({
      on: dates(options.dates),
      mode: fc.constantFrom(...(options.modes ?? modes)),
      answers: answersTo(leavesOf.case, options),
      people: listed(
        fc.array(people(options), {
          minLength: crowd.min,
          maxLength: crowd.max,
          size: 'max',
        }),
      ),
      items: listed(
        fc.array(answersTo(leavesOf.item, options), {
          minLength: Math.max(items.min, 1),
          maxLength: items.max,
          size: 'max',
        }),
      ),
      allItems: fc.oneof(
        { arbitrary: fc.constant(undefined), weight: 8 },
        {
          arbitrary: answersTo(
            leavesOf.item.filter(({ id }) => id !== 'item.about'),
            sparing,
          ),
          weight: 2,
        },
      ),
      schemes: fc.oneof(
        { arbitrary: fc.constant(undefined), weight: 3 },
        { arbitrary: fc.constant<(typeof schemes)[number][]>([]), weight: 3 },
        { arbitrary: fc.uniqueArray(fc.constantFrom(...schemes), { maxLength: 2 }), weight: 4 },
      ),
      moves: fc.nat({ max: 3 }).map((one) => one === 3),
      toPerson: fc.nat({ max: 4 }).map((one) => one === 4),
    })
    .map((drawn): Json => {
      // People who are not listed are referred to all the same.
      const refs = personRefs.slice(0, drawn.people?.length ?? 2);
      const asked = leavesOf.case.filter(
        ({ id }) =>
          !(id.startsWith('demand.') && drawn.mode === 'proactive') &&
          !(id.startsWith('move.') && !drawn.moves) &&
          !id.startsWith('scheme.'),
      );
      const rest = placed(asked, drawn.answers, refs);
      const recipient = rest['recipient'];
      const scheme =
        drawn.schemes &&
        Object.fromEntries(
          drawn.schemes.map((name) => {
            const prefix = `scheme.${name}.`;
            const leaves = leavesOf.case.filter(({ id }) => id.startsWith(prefix));
            const found = placed(leaves, drawn.answers, refs);
            return [name, recordOf(recordOf(found['scheme'])[name])];
          }),
        );
      return {
        on: drawn.on,
        mode: drawn.mode,
        ...rest,
        ...(recipient === undefined
          ? {}
          : {
              recipient: without(recordOf(recipient), drawn.toPerson ? 'organisation' : 'person'),
            }),
        ...(drawn.people ? { people: drawn.people.map((one, at) => personOf(one, at, refs)) } : {}),
        ...(drawn.items
          ? {
              items: drawn.items.map((answers, at) => ({
                ref: itemRefs[at],
                ...placed(leavesOf.item, answers, refs),
              })),
            }
          : {}),
        ...(drawn.allItems ? { allItems: placed(leavesOf.item, drawn.allItems, refs) } : {}),
        ...(scheme ? { scheme } : {}),
      };
    });
}
