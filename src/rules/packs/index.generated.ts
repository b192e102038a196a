// Generated from src/rules by `npm run generate`. Do not edit.
/** The local packs that come with the library, by id, each loaded when it is asked for. */
export const packs = {
  'calderdale': async () => (await import('./calderdale.generated.ts')).pack,
  'east-riding-homes': async () => (await import('./east-riding-homes.generated.ts')).pack,
  'greater-manchester': async () => (await import('./greater-manchester.generated.ts')).pack,
  'hmg-2015': async () => (await import('./hmg-2015.generated.ts')).pack,
  'somerset': async () => (await import('./somerset.generated.ts')).pack,
};
