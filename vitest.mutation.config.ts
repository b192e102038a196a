import { defineConfig } from 'vitest/config';

// The tests that a mutant of the engine must fail: those of the engine itself, which are quick and need no build. The few
// that go through hundreds of requests take longer than all others together, and would do so for each mutant.
export default defineConfig({
  test: {
    include: ['test/engine/**/*.test.ts', 'test/model/**/*.test.ts'],
    exclude: ['test/engine/{hostile,follow,flat}.test.ts'],
    testTimeout: 60_000,
    // Why: to load every module again for each file of tests takes longer than the tests do.
    isolate: false,
  },
});
