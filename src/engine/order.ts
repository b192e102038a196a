/** The order of text by code unit, the same everywhere; a locale would not be. */
export const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

interface Reasoned {
  readonly reasons: readonly string[];
}
/** The order of rows by the rules that they rest on, whatever they say. */
export const byReasons = (a: Reasoned, b: Reasoned): number =>
  byText(a.reasons.join(), b.reasons.join());
