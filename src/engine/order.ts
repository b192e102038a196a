/** The order of text by code unit, the same everywhere; a locale would not be. */
export const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
