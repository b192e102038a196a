import fc from 'fast-check';

/** What one run of a property found. */
export interface Finding {
  /** Whether the run had what the law speaks of; where few runs have, the property shows nothing. */
  premise: boolean;
  /** What is against the law; nothing where it holds. */
  faults: readonly string[];
}

/** A law, the values that it is tried on, and how to tell whether it holds of one. */
interface Law<T> {
  name: string;
  /** The law, as a sentence. */
  says: string;
  arbitrary: fc.Arbitrary<T>;
  holds: (value: T) => Finding;
}

/** A law that can only be told by waiting. */
interface AsyncLaw<T> extends Omit<Law<T>, 'holds'> {
  holds: (value: T) => Promise<Finding>;
}

export interface RunOptions {
  runs: number;
  seed: number;
  /** Whether to look for the smallest value against a law, once one is found; so unless said. */
  shrink?: boolean;
}

/** What came of trying a law. */
export interface Outcome {
  runs: number;
  /** The part of the runs that had what the law speaks of, from 0 to 1. */
  premiseRate: number;
  /** The smallest value found that is against the law. */
  counterexample?: { value: unknown; faults: readonly string[]; seed: number; path: string };
}

/** A law whose values are nobody else's business. */
export interface Property {
  name: string;
  says: string;
  run: (options: RunOptions) => Outcome;
}

/** The same, of a law that can only be told by waiting. */
export interface AsyncProperty extends Omit<Property, 'run'> {
  run: (options: RunOptions) => Promise<Outcome>;
}

/** The least part of the runs that must have what a law speaks of. */
const leastPremiseRate = 0.1;

/** Counts the runs of a law, until one is against it: what comes after that only makes it smaller. */
class Tally {
  #runs = 0;
  #premises = 0;
  #broken = false;

  /** Whether the law holds by a finding. */
  holds({ premise, faults }: Finding): boolean {
    if (!this.#broken) {
      this.#runs++;
      if (premise) this.#premises++;
    }
    if (faults.length) this.#broken = true;
    return !faults.length;
  }

  get counts(): Outcome {
    return { runs: this.#runs, premiseRate: this.#runs ? this.#premises / this.#runs : 0 };
  }
}

/** The smallest value that was found to be against a law; nothing where there is none. */
function counterexampleOf<T>(name: string, details: fc.RunDetails<[T]>) {
  if (!details.failed) return undefined;
  if (details.counterexample === null) throw new Error(`${name} could not be tried to its end`);
  return { value: details.counterexample[0], path: details.counterexamplePath };
}

/** What is told of an error that was thrown while a law was tried. */
const thrown = (error: unknown): readonly string[] => [
  error instanceof Error ? error.message : String(error),
];

/** Makes a law ready to be tried. */
export const property = <T>({ name, says, arbitrary, holds }: Law<T>): Property => ({
  name,
  says,
  run: ({ runs, seed, shrink = true }) => {
    const tally = new Tally();
    const details = fc.check(
      fc.property(arbitrary, (value) => tally.holds(holds(value))),
      { numRuns: runs, seed, endOnFailure: !shrink },
    );
    const found = counterexampleOf(name, details);
    if (!found) return tally.counts;
    // Thrown errors are told as they are; a value that is against the law says why.
    const faults = (() => {
      try {
        return holds(found.value).faults;
      } catch (error) {
        return thrown(error);
      }
    })();
    return { ...tally.counts, counterexample: { ...found, faults, seed } };
  },
});

/** The same, of a law that can only be told by waiting. */
export const asyncProperty = <T>({ name, says, arbitrary, holds }: AsyncLaw<T>): AsyncProperty => ({
  name,
  says,
  run: async ({ runs, seed, shrink = true }) => {
    const tally = new Tally();
    const details = await fc.check(
      fc.asyncProperty(arbitrary, async (value) => tally.holds(await holds(value))),
      { numRuns: runs, seed, endOnFailure: !shrink },
    );
    const found = counterexampleOf(name, details);
    if (!found) return tally.counts;
    const faults = await holds(found.value).then((finding) => finding.faults, thrown);
    return { ...tally.counts, counterexample: { ...found, faults, seed } };
  },
});

/** What is wrong with an outcome, in one line, or nothing. */
export function failure({ counterexample, premiseRate }: Outcome): string | undefined {
  if (counterexample) return `does not hold: ${counterexample.faults.join('; ')}`;
  return premiseRate < leastPremiseRate
    ? `only ${(100 * premiseRate).toFixed(1)} % of the runs met its premise`
    : undefined;
}
