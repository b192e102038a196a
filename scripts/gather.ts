/** Things under the keys that they have, in the order in which the keys are met. */
export function gather<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const own = found.get(key);
    if (own) own.push(thing);
    else found.set(key, [thing]);
  }
  return found;
}
