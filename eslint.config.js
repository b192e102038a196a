import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noClock = 'The library reads no clock: the date comes with the request.';
const noNode = { regex: '^node:', message: 'Only src/cli may use Node.' };

export default defineConfig(
  {
    ignores: [
      'dist',
      'coverage',
      'docs/api',
      'schemas',
      'temp',
      'src/**/*.generated.ts',
      // It runs in the browser, as it stands.
      'scripts/site/site.js',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js'] } },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Why: `!` is refused too; an index that comes from the same list is told to the compiler with `as`.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // Code made from strings breaks under a content security policy.
    files: ['src/**/*.ts'],
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      // The typed rule in place of the plain one: it sees through aliases, and refuses `Function` too.
      '@typescript-eslint/no-implied-eval': 'error',
    },
  },
  {
    // The library is pure: no clock, no chance, no output, no Node.
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        'process',
        'globalThis',
        'performance',
        'crypto',
        'fetch',
        'setTimeout',
        'setInterval',
        'setImmediate',
        'queueMicrotask',
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [noNode, { regex: '/cli/', message: 'The library knows no command line.' }],
          paths: [
            {
              name: 'date-fns',
              importNames: [
                'constructNow',
                'endOfToday',
                'endOfTomorrow',
                'endOfYesterday',
                'formatDistanceToNow',
                'formatDistanceToNowStrict',
                'isFuture',
                'isPast',
                'isThisHour',
                'isThisISOWeek',
                'isThisMinute',
                'isThisMonth',
                'isThisQuarter',
                'isThisSecond',
                'isThisWeek',
                'isThisYear',
                'isToday',
                'isTomorrow',
                'isYesterday',
                'startOfToday',
                'startOfTomorrow',
                'startOfYesterday',
              ],
              message: noClock,
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: noClock },
        { object: 'Math', property: 'random', message: 'The same request gives the same bytes.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name=/^(UTC)?Date(Mini)?$/][arguments.length=0]',
          message: noClock,
        },
        { selector: 'CallExpression[callee.name="Date"]', message: noClock },
        {
          selector:
            'ImportDeclaration[source.value="zod"] > :matches(ImportDefaultSpecifier, ImportSpecifier[imported.name="z"])',
          message: "Write `import * as z from 'zod'`: bundlers can then drop what is not used.",
        },
      ],
    },
  },
);
