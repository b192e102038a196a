import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';
import { readFileSync } from 'node:fs';
import { chromiumArguments } from './scripts/chromium.ts';
import { digestsFile, scenarios } from './test/digests/scenarios.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Scenarios, and the lines that they come to, as JSON. */
    scenarios: string;
    lines: readonly string[];
  }
}

/** Ends a run with one line of figures. */
const figures: Reporter = {
  onTestRunEnd(modules) {
    const tests = modules.flatMap(({ children }) => [...children.allTests()]);
    const passed = tests.filter((one) => one.result().state === 'passed').length;
    console.log(
      `${passed} passed, ${tests.length - passed} failed in Chromium, ${scenarios.length} scenarios`,
    );
  },
};

/** What passes here needs nothing of Node's: `npm run test:browser`. */
export default defineConfig({
  // Why: all at once, so that nothing is made ready anew, and the page loaded again, in the midst of a test.
  optimizeDeps: {
    include: [
      '@date-fns/utc',
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
      'canonicalize',
      'date-fns',
      'fast-check',
      'fastest-levenshtein',
      'zod',
    ],
  },
  test: {
    include: ['test/browser/**/*.browser.ts'],
    testTimeout: 300_000,
    provide: {
      scenarios: JSON.stringify(scenarios),
      lines: readFileSync(digestsFile, 'utf8').trimEnd().split('\n').slice(1),
    },
    reporters: ['default', figures],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
          args: chromiumArguments,
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
