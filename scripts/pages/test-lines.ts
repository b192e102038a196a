import { connectives, groups, joined, limbsOf, opening } from '../../src/cli/limbs.ts';
import type { Limb, Titles } from '../../src/cli/limbs.ts';
import type { Rule } from '../../src/model/rule.ts';
import { bold, link, numbered, text } from '../markdown.ts';
import type { Entry } from '../markdown.ts';

/** Where the page of a rule stands, from the page that is being written. */
type PathTo = (rule: string) => string | undefined;

function entry(limb: Limb, before: string, pathTo: PathTo): Entry {
  const name = limb.name === undefined ? '' : `${bold(limb.name)}: `;
  if (limb.kind !== 'fact')
    return { line: `${before}${name}_${groups[limb.kind]}_`, below: list(limb, pathTo) };
  const path = limb.rule === undefined ? undefined : pathTo(limb.rule);
  const says = path === undefined ? text(limb.says) : link(limb.says, path);
  const among = limb.among === undefined ? '' : `_${limb.among}_: `;
  return {
    line: `${before}${name}${among}${limb.says.endsWith('?') ? says : joined(says)} ${bold(limb.answer)}`,
  };
}

function list(limb: Limb, pathTo: PathTo): string[] {
  if (limb.kind === 'fact') return numbered([entry(limb, '', pathTo)]);
  const joint = connectives[limb.kind];
  return numbered(
    limb.parts.map((part, index) => entry(part, index && joint ? `_${joint}_ ` : '', pathTo)),
  );
}

/** The test of a rule as a numbered list, nested as the provision is. */
export function testLines(
  { conditions, scope }: Pick<Rule, 'conditions' | 'scope'>,
  titles: Titles,
  pathTo: PathTo,
): string[] {
  const limb = limbsOf(conditions, scope, titles);
  const [before, word, after] = opening[limb.kind];
  return [`${before}${word === '' ? '' : bold(word)}${after}`, '', ...list(limb, pathTo)];
}
