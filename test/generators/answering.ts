import type { Fact } from '../../src/model/facts.ts';
import { factsById } from '../../src/model/facts.ts';
import type { SharingDecision } from '../../src/model/decision.ts';
import type { Answer, Json } from '../../src/testing/dictionary.ts';
import { listOf, recordOf, valueAt, withValue } from '../../src/testing/dictionary.ts';
import { usual } from '../../src/testing/usual.ts';

type Question = Pick<SharingDecision['questions'][number], 'fact' | 'scope'>;
type Path = readonly (string | number)[];

/** Draws: a number for each answer, taken round. */
export type Draws = readonly number[];

const days = ['2000-02-01', '2024-03-01', '2025-10-01'];
const births = ['1986-05-04', '2009-05-04', '2012-05-04', '2019-05-04'];
/** Out of 100, how many answers are among the usual ones. */
const usually = 70;

const pick = <T>(list: readonly T[], draw: number): T | undefined => list[draw % list.length];

/** A plausible answer to a question, never `"unsure"`; nothing where there is nobody to name. */
function plausible({ id, type, words = [] }: Fact, draw: number, refs: readonly string[]) {
  const other = Math.floor(draw / 100);
  const common = usual[id];
  if (common?.length && draw % 100 < usually) return pick(common, other);
  switch (type) {
    case 'yes-no':
      return other % 2 === 0;
    case 'word':
      return pick(words, other);
    case 'words':
      return pick([...words.map((word) => [word]), words.slice(0, 2)], other);
    case 'date':
      return pick(id === 'person.dateOfBirth' ? births : days, other);
    case 'ref':
      return pick(refs, other);
    case 'refs':
      return refs.length ? [pick(refs, other) as string] : undefined;
  }
}

const indexOf = (list: unknown, ref: string | undefined): number =>
  listOf(list).findIndex((one) => recordOf(one)['ref'] === ref);

/** Where a question of a request is answered; nowhere where it is about someone of whom nothing is known. */
function placeOf(request: Json, { fact, scope }: Question): Path | undefined {
  const { path, scope: whose } = factsById.get(fact) as Fact;
  if (whose === 'case') return path;
  if (whose === 'item') return ['items', indexOf(request['items'], scope.item), ...path];
  const person = indexOf(request['people'], scope.person);
  if (person < 0) return undefined;
  return whose === 'person'
    ? ['people', person, ...path]
    : ['people', person, 'consent', scope.consent ?? '', ...path];
}

/** Two questions of which one answer settles both, so that a request takes only one. */
const eitherOr: Readonly<Record<string, string>> = {
  organisation: 'person',
  person: 'organisation',
  dateOfBirth: 'ageBand',
  ageBand: 'dateOfBirth',
};

/**
 * The request with a question answered plausibly; as it was, where the question is answered by then, or there is
 * nobody to answer it of.
 */
function answering(request: Json, question: Question, draw: number): Json {
  const items = request['items'] ?? [{ ref: 'unspecified' }];
  const asked: Json = question.scope.item === undefined ? request : { ...request, items };
  const place = placeOf(asked, question);
  const refs = listOf(asked['people']).map((one) => String(recordOf(one)['ref']));
  const fact = factsById.get(question.fact) as Fact;
  const answer: Answer | undefined = plausible(fact, draw, refs);
  if (!place || answer === undefined || valueAt(asked, place) !== undefined) return request;
  const other = eitherOr[String(place.at(-1))];
  const taken =
    /^(recipient|person)\./.test(question.fact) &&
    other !== undefined &&
    valueAt(asked, [...place.slice(0, -1), other]) !== undefined;
  return taken ? request : recordOf(withValue(asked, place, answer));
}

/** The request with each of some questions answered in turn. */
export const answeringAll = (request: Json, questions: readonly Question[], draws: Draws): Json =>
  questions.reduce(
    (known, question, index) =>
      answering(known, question, (draws[index % draws.length] as number) + index * 7919),
    request,
  );
