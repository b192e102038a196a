// Generated from src/rules by `npm run generate`. Do not edit.
/** The local packs that come with the library, by id, each loaded when it is asked for. */
export const packs = {
  'somerset': async () => (await import('./somerset.generated.ts')).pack,
};
