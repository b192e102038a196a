import { expect, test } from 'vitest';
import { checkPacks } from '../../src/engine/check.ts';
import { InvalidPackError } from '../../src/engine/errors.ts';
import { nationalPack, packFiles } from '../rulebase.ts';

test('the national rules hold together: format, facts, words, scopes, citations, dates and order', () => {
  const { issues } = checkPacks([{ pack: nationalPack, local: false }]);
  expect(new InvalidPackError(issues).message).toBe('');
});

test.each(packFiles.map(({ pack }) => [pack.id, pack] as const))(
  'the pack %s holds together beside them',
  (_, pack) => {
    const { issues } = checkPacks([
      { pack: nationalPack, local: false },
      { pack, local: true },
    ]);
    expect(new InvalidPackError(issues).message).toBe('');
  },
);

test('all packs hold together at once', () => {
  const local = packFiles.map(({ pack }) => ({ pack, local: true }));
  const { issues } = checkPacks([{ pack: nationalPack, local: false }, ...local]);
  expect(new InvalidPackError(issues).message).toBe('');
});
