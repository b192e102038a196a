/** Strong Kleene logic: false < unknown < true, so that `and` is the least and `or` the greatest. */
export type Truth = 0 | 1 | 2;
export const no: Truth = 0;
export const unknown: Truth = 1;
export const yes: Truth = 2;

export const and = (a: Truth, b: Truth): Truth => (a < b ? a : b);
export const or = (a: Truth, b: Truth): Truth => (a > b ? a : b);
export const not = (a: Truth): Truth => (2 - a) as Truth;
/** At most unknown: what a rule is worth that is not known to be law here and now. */
export const atMostUnknown = (a: Truth): Truth => and(a, unknown);

// Why: loops over indexes, since these two are most of what a decision does beside evaluation.

/** True of every one, false of some one, else unknown. True of an empty list. */
export function every<T>(list: readonly T[], test: (one: T) => Truth): Truth {
  let truth: Truth = yes;
  for (let index = 0; index < list.length && truth !== no; index++)
    truth = and(truth, test(list[index] as T));
  return truth;
}

/** True of some one, false of every one, else unknown. False of an empty list. */
export function some<T>(list: readonly T[], test: (one: T) => Truth): Truth {
  let truth: Truth = no;
  for (let index = 0; index < list.length && truth !== yes; index++)
    truth = or(truth, test(list[index] as T));
  return truth;
}

/** One of three words by a truth. */
export const wordOf = <A, B, C>(
  truth: Truth,
  words: readonly [whenNo: A, whenUnknown: B, whenYes: C],
): A | B | C => words[truth];
