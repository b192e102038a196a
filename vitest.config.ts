import { defineConfig } from 'vitest/config';

const all = { lines: 100, functions: 100, branches: 100, statements: 100 };

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Why: some tests go through every rule or every date, and a busy machine is no fault of theirs.
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/cli/**', 'src/**/*.generated.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: {
        lines: 90,
        functions: 90,
        branches: 90,
        statements: 90,
        'src/engine/**': all,
        'src/model/**': all,
      },
    },
  },
});
