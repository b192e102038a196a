import { expect, test } from 'vitest';
import { withFigures } from '../../scripts/front-page.ts';

const page = (within: string): string =>
  `# Title\n\n<!-- figures: written by \`npm run generate\` -->\n${within}<!-- /figures -->\n\nThe end.\n`;
const coverage =
  '- 2 provisions: 1 carried, 1 documented, 0 missing\n- 3 clauses: 3 carried, 0 documented, 0 missing\n';
const performance =
  'a whole decision is made **12.5 times** in the time of another; evaluation alone **99.9 times**.\n';

test('the figures of the front page are those of the pages that it names, and all else is left as it is', () => {
  const written = withFigures(page('of yesterday\n'), [], [], coverage, performance);
  expect(written).toMatch(/^# Title\n\n<!-- figures[^]*<!-- \/figures -->\n\nThe end\.\n$/);
  expect(written).not.toContain('of yesterday');
  expect(written).toContain('1 carried, 1 documented, 0 missing');
  expect(written).toContain('made 12.5 times');
  expect(written).toContain('evaluation alone, 99.9 times');
  expect(withFigures(written, [], [], coverage, performance)).toBe(written);
});

test.each([
  ['README.md', '# Title\n', coverage, performance],
  ['docs/coverage.md', page(''), '', performance],
  ['docs/performance.md', page(''), coverage, ''],
])('it is an error where %s no longer holds them', (file, readme, covered, measured) => {
  expect(() => withFigures(readme, [], [], covered, measured)).toThrow(file);
});
