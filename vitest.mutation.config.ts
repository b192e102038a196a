import { defineConfig } from 'vitest/config';

// The tests that a mutant of the engine must fail: those of the engine itself, which are quick and need no build.
export default defineConfig({
  test: { include: ['test/engine/**/*.test.ts', 'test/model/**/*.test.ts'], testTimeout: 60_000 },
});
