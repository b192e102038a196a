import type { Json } from '../generators/index.ts';
import { listOf, recordOf, withValue } from '../../src/testing/dictionary.ts';
import { program } from '../decided.ts';
import type { Seen } from './national.ts';

/** The people of a request. */
export const peopleOf = (request: Json): Json[] => listOf(request['people']).map(recordOf);

/** A request with something else answered of each of its people. */
export const ofEach = (request: Json, change: (person: Json, index: number) => Json): Json => ({
  ...request,
  people: peopleOf(request).map(change),
});

/** A person with a consent as it is given here. */
export const consenting = (person: Json, kind: string, consent: Json | undefined): Json =>
  recordOf(withValue(person, ['consent', kind], consent));

/** A data protection consent with nothing wrong with it, by the person themself. */
export const faultless = (ref: unknown): Json => ({
  status: 'given',
  givenBy: ref,
  implied: false,
  freelyGiven: true,
  specific: true,
  informed: true,
  unambiguous: true,
  explicit: true,
  recorded: true,
  distinguishable: true,
  canBeWithdrawn: true,
  conditionOfService: false,
});

/** The subjects of an item, by reference. */
export const subjectsOf = ({ world }: Seen, item: string): string[] =>
  (world.subjectsOf[world.items.indexOf(item)] ?? []).map(
    (subject) => world.people[world.subjects[subject]?.person ?? -1]?.ref ?? '',
  );

/** Whether each subject of an item has some rule of a kind that is met, of those that count. */
export const servedBy = (
  { world }: Seen,
  item: number,
  kind: string,
  counts: (rule: string) => boolean,
): boolean =>
  (world.subjectsOf[item] ?? []).every((subject) =>
    program.rules.some(({ rule: { event, scope, id }, number }) => {
      const at = scope === 'subject' ? subject : scope === 'item' ? item : 0;
      return event.type === kind && counts(id) && world.results[number]?.[at] === 2;
    }),
  );
