/** A line of a text. */
export interface Line {
  /** From 1, blank lines counted. */
  number: number;
  /** Without its end; left out where it is too long to be read. */
  text: string | undefined;
}

/** The most characters that a line may hold: twice what 1,000 people and 1,000 items take with every question answered. */
export const longest = 8_000_000;

const longer = (text: string | undefined, more: string): string | undefined =>
  text === undefined || text.length + more.length > longest ? undefined : text + more;

/**
 * The lines of a text in UTF-8 that comes in chunks. Never more than one chunk and one line is held, and a line that
 * is too long is passed over as it comes.
 *
 * Why not `node:readline`: it has no limit, and ends a line at U+2028 too, which JSON may hold within a text.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line, void> {
  const decoder = new TextDecoder();
  let number = 1;
  let text: string | undefined = '';
  for await (const chunk of chunks) {
    const [end = '', ...starts] = decoder.decode(chunk, { stream: true }).split('\n');
    text = longer(text, end);
    for (const start of starts) {
      yield { number, text };
      number += 1;
      text = start;
    }
  }
  yield { number, text: longer(text, decoder.decode()) };
}
