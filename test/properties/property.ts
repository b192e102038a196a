import fc from 'fast-check';

/** What one run of a property found. */
interface Finding {
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

/** The least part of the runs that must have what a law speaks of. */
const leastPremiseRate = 0.1;

/** Makes a law ready to be tried. */
export const property = <T>({ name, says, arbitrary, holds }: Law<T>): Property => ({
  name,
  says,
  run: ({ runs, seed, shrink = true }) => {
    let tried = 0;
    let premises = 0;
    let broken = false;
    const details = fc.check(
      fc.property(arbitrary, (value) => {
        const { premise, faults } = holds(value);
        if (!broken) {
          tried++;
          if (premise) premises++;
        }
        if (faults.length) broken = true;
        return !faults.length;
      }),
      { numRuns: runs, seed, endOnFailure: !shrink },
    );
    const outcome = { runs: tried, premiseRate: tried ? premises / tried : 0 };
    if (!details.failed) return outcome;
    if (details.counterexample === null) throw new Error(`${name} could not be tried to its end`);
    const [value] = details.counterexample;
    // Thrown errors are told as they are; a value that is against the law says why.
    const faults = faultsOf(holds, value);
    return {
      ...outcome,
      counterexample: { value, faults, seed, path: details.counterexamplePath },
    };
  },
});

function faultsOf<T>(holds: Law<T>['holds'], value: T): readonly string[] {
  try {
    return holds(value).faults;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** What is wrong with an outcome, in one line, or nothing. */
export function failure({ counterexample, premiseRate }: Outcome): string | undefined {
  if (counterexample) return `does not hold: ${counterexample.faults.join('; ')}`;
  return premiseRate < leastPremiseRate
    ? `only ${(100 * premiseRate).toFixed(1)} % of the runs met its premise`
    : undefined;
}
