import { meantBy } from './nearest.ts';

const maxDepth = 5;

/** Tells one defect. */
export type Report = (code: string, path: string, message: string, help: string) => void;

const longest = 40;

/** What was probably meant, or else what is allowed, unless that is a long list. */
export const suggest = (word: string, among: readonly string[]): string =>
  meantBy(word, among) ??
  (among.length && among.length <= longest
    ? `allowed: ${among.join(', ')}`
    : 'see the fact dictionary and the published lists');

/** Checks the shape of a tree of conditions, so that what comes after can rely on it. */
export function checkShape(node: unknown, path: string, depth: number, report: Report): boolean {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) {
    report(
      'wrong-node',
      path,
      'expected a condition',
      'give `all`, `any`, `not`, or a fact with an operator and a value',
    );
    return false;
  }
  if (depth > maxDepth) {
    report(
      'too-deep',
      path,
      `conditions are more than ${maxDepth} deep`,
      'give the inner part a conclusion of its own',
    );
    return false;
  }
  const { name } = node as { name?: unknown };
  if (name !== undefined && typeof name !== 'string') {
    report('wrong-node', `${path}/name`, 'expected text', 'name the limb of the provision');
    return false;
  }
  const keys = Object.keys(node).filter((key) => key !== 'name');
  const heads = keys.filter((key) => ['all', 'any', 'not', 'fact'].includes(key));
  if (heads.length !== 1) {
    report(
      'wrong-node',
      path,
      'a node has exactly one of `all`, `any`, `not` or `fact`',
      heads.length ? 'split it' : suggest(keys[0] ?? '', ['all', 'any', 'not', 'fact']),
    );
    return false;
  }
  const head = heads[0] as 'all' | 'any' | 'not' | 'fact';
  const allowed = head === 'fact' ? ['fact', 'operator', 'value'] : [head];
  const strange = keys.filter((key) => !allowed.includes(key));
  for (const key of strange)
    report(
      'unknown-key',
      path,
      `unknown key \`${key}\``,
      `allowed here: name, ${allowed.join(', ')}`,
    );
  const record = node as Record<string, unknown>;
  if (head === 'fact') {
    const whole =
      typeof record['fact'] === 'string' &&
      typeof record['operator'] === 'string' &&
      ['boolean', 'string', 'object'].includes(typeof record['value']) &&
      record['value'] !== null &&
      (!Array.isArray(record['value']) || record['value'].length > 0);
    if (!whole)
      report(
        'wrong-leaf',
        path,
        'a leaf needs a fact, an operator and a value',
        'a list of values may not be empty',
      );
    return whole && !strange.length;
  }
  if (head === 'not')
    return checkShape(record['not'], `${path}/not`, depth + 1, report) && !strange.length;
  const list = record[head];
  if (!Array.isArray(list) || !list.length) {
    report(
      'empty-list',
      `${path}/${head}`,
      `\`${head}\` needs at least one condition`,
      'an empty list would always or never be met',
    );
    return false;
  }
  return (
    list
      .map((part, index) => checkShape(part, `${path}/${head}/${index}`, depth + 1, report))
      .every(Boolean) && !strange.length
  );
}
