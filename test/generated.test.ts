import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generated } from '../scripts/generated.ts';
import { lawAsAt, rules } from '../src/index.ts';
import { shelvedRules } from '../src/rules/index.ts';
import { ruleFiles } from './rulebase.ts';

describe('what is generated', () => {
  test.each(Object.keys(generated))('%s is fresh; else run `npm run generate`', (path) => {
    expect(readFileSync(join(import.meta.dirname, '..', path), 'utf8') === generated[path]).toBe(
      true,
    );
  });

  test('lists every rule on disk, in both forms', () => {
    const ids = ruleFiles.map(({ rule }) => rule.id).sort();
    expect(rules.map(({ id }) => id)).toEqual(ids);
    expect(shelvedRules.map(({ rule }) => rule.id)).toEqual(ids);
  });

  test('leaves rationale and limits out of the main entry, and has them whole beside it', () => {
    expect(
      rules.filter((rule) => rule.rationale !== undefined || rule.limits !== undefined),
    ).toEqual([]);
    expect(shelvedRules.filter(({ rule }) => rule.rationale !== undefined).length).toBeGreaterThan(
      0,
    );
    expect(lawAsAt).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
