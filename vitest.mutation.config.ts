import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** Whether a file of tests loads the national rules, which takes longer than most tests do. */
const loadsRules = ({ moduleId }: TestSpecification): boolean =>
  /src\/(index|rules)|generators|rulebase/.test(readFileSync(moduleId, 'utf8'));

/** The quick files first: most mutants fail there, and then the rest need not be loaded. */
class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => Number(loadsRules(a)) - Number(loadsRules(b))));
  }
}

// The tests that a mutant of the engine must fail: those of the engine itself, which are quick and need no build. The few
// that go through hundreds of requests take longer than all others together, and would do so for each mutant.
export default defineConfig({
  test: {
    include: ['test/engine/**/*.test.ts', 'test/model/**/*.test.ts'],
    exclude: ['test/engine/{hostile,follow}.test.ts'],
    testTimeout: 60_000,
    // Why: to load every module again for each file of tests takes longer than the tests do.
    isolate: false,
    sequence: { sequencer: QuickFirst },
  },
});
