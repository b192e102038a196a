/** The figures on the front page, from the rules and from the pages that hold them. */
import type { Source } from '../src/model/rule.ts';
import type { Shelved } from './rulebase.ts';

const block = /(<!-- figures: written by `npm run generate` -->\n)[^]*?(<!-- \/figures -->)/;

/** The part of a page that a pattern finds. It is an error where the page no longer says it. */
function found(page: string, pattern: RegExp, where: string): readonly string[] {
  const [, ...parts] = pattern.exec(page) ?? [];
  if (!parts.length) throw new Error(`${where}: expected a line of the form ${String(pattern)}`);
  return parts;
}

/** The lines of figures, each with the page that it comes from. */
function figures(
  shelf: readonly Shelved[],
  sources: readonly Source[],
  coverage: string,
  performance: string,
): string {
  const local = shelf.filter(({ question }) => question.startsWith('packs/'));
  const packs = new Set(local.map(({ question }) => question));
  const cases = shelf.reduce((sum, one) => sum + one.cases.length, 0);
  const reviewed = shelf.filter(({ rule }) => rule.review.state !== 'unreviewed');
  const unverified = sources.filter(({ verified }) => !verified);
  const [provisions] = found(coverage, /^- (\d+ provisions: .*)$/m, 'docs/coverage.md');
  const [clauses] = found(coverage, /^- (\d+ clauses: .*)$/m, 'docs/coverage.md');
  const [whole, alone] = found(
    performance,
    /a whole decision is made \*\*([\d.,]+) times\*\*.*evaluation alone \*\*([\d.,]+) times\*\*/,
    'docs/performance.md',
  );
  const count = (number: number): string => number.toLocaleString('en-GB');
  return [
    `- ${count(shelf.length - local.length)} national rules and ${count(local.length)} of ${packs.size} local packs, each cited and dated, with ${count(cases)} worked cases.`,
    `- Read from ${sources.length} sources. The text of ${unverified.length} of them has not been checked yet, and every citation of those says so. ${count(reviewed.length)} rules have been reviewed by someone who knows the law.`,
    `- Law: ${provisions}. The five source documents: ${clauses}. See [what is covered](docs/coverage.md).`,
    `- A whole decision is made ${whole} times in the time in which json-rules-engine evaluates the same rules once; evaluation alone, ${alone} times. See [performance](docs/performance.md).`,
  ].join('\n');
}

/** The front page with its figures as they are today. */
export function withFigures(readme: string, ...from: Parameters<typeof figures>): string {
  if (!block.test(readme)) throw new Error('README.md: expected a block of figures');
  return readme.replace(
    block,
    (_, open: string, close: string) => `${open}\n${figures(...from)}\n\n${close}`,
  );
}
