/** Freezes a plain value all the way down. What is frozen already is taken to be so all the way. */
export function deepFreeze<T>(value: T): T {
  // Null counts as frozen.
  if (typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    // Why: `for in` visits the keys of a plain value without making a list of them.
    for (const key in value) deepFreeze(value[key]);
  }
  return value;
}
