import { expect, test } from 'vitest';
import { checkPacks } from '../../src/engine/check.ts';
import { InvalidPackError } from '../../src/engine/errors.ts';
import { nationalPack } from '../rulebase.ts';

test('the national rules hold together: format, facts, words, scopes, citations, dates and order', () => {
  const { issues } = checkPacks([{ pack: nationalPack, local: false }]);
  expect(new InvalidPackError(issues).message).toBe('');
});
