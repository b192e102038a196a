/** What practitioners read, for the lints of its wording. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import type { Plugin } from 'unified';
import type { Texts } from '../../src/engine/tables.ts';
import { engineTexts, ruleTexts } from '../../src/engine/texts.ts';
import { everyRuleFile } from '../rulebase.ts';

const rules = join(import.meta.dirname, '..', '..', 'src', 'rules');
const own = JSON.parse(readFileSync(join(rules, 'texts.json'), 'utf8')) as Texts;

/** What a decision, an explanation or a case note can say, by text id. */
export const saidTexts: Readonly<Record<string, string>> = Object.fromEntries(
  [engineTexts(own), ...everyRuleFile.map(({ rule }) => ruleTexts(rule))].flatMap(Object.entries),
);

/** What the page of each rule says of it, for whoever has the time to read it, by an id of the same kind. */
export const summaries: Readonly<Record<string, string>> = Object.fromEntries(
  everyRuleFile.map(({ rule }) => [`rule.${rule.id}.summary`, rule.summary]),
);

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}
function* nodesOf(node: Node, type: string): Generator<Node> {
  if (node.type === type) yield node;
  for (const child of node.children ?? []) yield* nodesOf(child, type);
}

/** How many words the longest sentence of a text has. */
export function longestSentence(text: string): number {
  const tree = unified().use(retextEnglish).parse(text) as Node;
  const lengths = [...nodesOf(tree, 'SentenceNode')].map(
    (sentence) => [...nodesOf(sentence, 'WordNode')].length,
  );
  return Math.max(0, ...lengths);
}

/** What is only looked at needs no compiler of its own. */
const unwritten: Plugin = function () {
  this.compiler = () => '';
};

/** What a lint of English says of a text: which advice, of which words. */
export function adviceOn<Options extends object>(
  text: string,
  lint: (options: Options) => unknown,
  options: Options,
): readonly { id: string; says: string }[] {
  const { messages } = unified()
    .use(retextEnglish)
    .use(lint as Plugin<[Options]>, options)
    .use(unwritten)
    .processSync(text);
  return messages.map(({ ruleId, reason }) => ({ id: ruleId ?? '', says: reason }));
}
