import * as z from 'zod';

/**
 * What a form needs to know of one question of the request. `observation` is something seen or looked up,
 * `judgement` is an opinion that a practitioner must own.
 */
export interface Question {
  question: string;
  kind: 'observation' | 'judgement';
  /** Why the answer matters to the decision. */
  because: string;
  /**
   * The answer that does no harm, for the few facts that may be confirmed just before sharing rather than
   * hold an item back. Only a fact that was left out is ever read so, never one answered `"unsure"`.
   */
  harmless?: boolean | string;
  /** The answer that could honestly be brought about, offered as a remedy for an item that is withheld. */
  remedy?: boolean | string;
}

/** The word for "asked, and nobody knows". */
export const unsure = 'unsure';

type Extra = Pick<Question, 'harmless' | 'remedy'>;
type Text = [question: string, kind: Question['kind'], because: string, extra?: Extra];

const meta = ([question, kind, because, extra = {}]: Text) => ({
  description: question,
  question: { question, kind, because, ...extra } satisfies Question,
});

const civilDate = z.iso.date();

/** A yes/no question. */
export const yesNo = (...text: Text) =>
  z
    .literal([true, false, unsure])
    .meta({ ...meta(text), leaf: 'yes-no' })
    .optional();

/** A question answered by one word of a closed list. */
export const oneOf = <const W extends readonly string[]>(words: W, ...text: Text) =>
  z
    .enum([...words, unsure])
    .meta({ ...meta(text), leaf: 'word', words })
    .optional();

/** A question answered by any number of words of a closed list; a list that is given is complete. */
export const anyOf = <const W extends readonly string[]>(words: W, ...text: Text) =>
  z
    .array(z.enum(words))
    .max(words.length)
    .meta({ ...meta(text), leaf: 'words', words })
    .optional();

/** A civil date, `YYYY-MM-DD`. */
export const dateOf = (...text: Text) => civilDate.meta({ ...meta(text), leaf: 'date' }).optional();

const opaque = z
  .string()
  // Why: `"unsure"` is an answer everywhere else, and would be heard here as somebody who goes by that word.
  .regex(/^(?!unsure$)[A-Za-z0-9_-]{1,64}$/)
  .meta({
    description: "the caller's own opaque reference, never a name or a number that identifies",
  });

/** A reference to a person, by the caller's own opaque `ref`. */
export const refOf = (...text: Text) => opaque.meta({ ...meta(text), leaf: 'ref' }).optional();

/** References to people; a list that is given is complete. */
export const refsOf = (...text: Text) =>
  z
    .array(opaque)
    .max(1000)
    .meta({ ...meta(text), leaf: 'refs' })
    .optional();

/** The reference that a person or an item goes by. */
export const ownRef = () => opaque;
/** The date of the decision. */
export const decisionDate = () => civilDate;
