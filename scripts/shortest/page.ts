/** The page of shortest requests: written from what the search found, read back, and held against the rules. */
import type { Json } from '../../src/testing/dictionary.ts';
import { isRecord, valueAt } from '../../src/testing/dictionary.ts';
import { factsById } from '../../src/model/facts.ts';
import { bulleted, code, section, text } from '../markdown.ts';
import { leavesOf, without } from './leaves.ts';
import type { Route } from './routes.ts';
import type { Asked, Decide, Decided } from './settled.ts';
import { everyAnswer, sameAs, settledAs } from './settled.ts';

/** What is wrong with a page, and what to do. */
interface Fault {
  at: string;
  problem: string;
  help: string;
}

/**
 * What the rules answer by themselves where it is left out, and ask nobody: another answer is another case. The last
 * changes only how a piece goes.
 */
const answeredByItself: Readonly<Record<string, string>> = {
  nation: 'England, where it is left out',
  'sharer.publicAuthority': 'by the kind of organisation',
  'recipient.roleInSafeguarding': 'by the kind of organisation, or by the help that it is to give',
  'purpose.legitimate': 'yes, where the purpose is to safeguard',
  'justification.necessary': 'as each piece is necessary or not',
  'item.extent': 'no more than is needed; a whole record is first cut to an extract',
};

const title = ({ title: words }: Route, index: number): string => `${index + 1}. ${words}`;
const intro = `# The shortest requests

How few answers settle twelve common cases. Each begins as a form with every question answered, and loses every answer
that changes nothing. What is left is **settled**: the outcome and what becomes of each piece are those of the full form,
and no answer to any question that is still asked changes them; how strongly the law speaks may differ. None of these
answers can be left out, and the search found no two that can be left out together; there may be a shorter request that it
did not find.

- Every answer counts, a list as one. \`on\`, \`mode\` and the \`ref\` of a person or piece are no answers.
- Each question is tried by itself, with each of its answers and with \`"unsure"\`. One at a time is enough, since what
  goes on no assumption still goes whatever more is learnt. A piece that stays still stays, unless more answers make a
  duty to share it: a court order, say.
- Not only what is asked was tried: of every question in the dictionary about the case and those whom the request lists,
  an answer changes the outcome only where the rules answer by themselves what is left out. Those are named.

These are no forms to copy. What was not answered is not known to be harmless: it makes no difference to whether the piece
goes, and may make one to who is told, what is recorded and how it is sent.

\`npm run shortest\` writes this page; \`npm run shortest -- --check\` holds it against the rules.
`;

/** A page from what was found for each case, in the form that prettier leaves as it is. */
export const pageOf = (decide: Decide, routes: readonly Route[], found: readonly Json[]): string =>
  [intro, ...routes.map((route, index) => partOf(decide, route, index, found[index] as Json))].join(
    '\n',
  );

/** What a page says of one case. */
function partOf(decide: Decide, route: Route, index: number, short: Json): string {
  const decided = decide(short) as Decided;
  const asked = decided.questions.map((one) => askedLine(one));
  const untold = hidden(decide, short);
  const verdicts = decided.items
    .map(({ ref, verdict }) => `${code(ref)} ${code(verdict)}`)
    .join(', ');
  const strongest = decide(route.full)?.strength ?? '';
  return [
    `## ${text(title(route, index))}`,
    '',
    `**${leavesOf(short).length}** of ${leavesOf(route.full).length} answers give ${code(decided.outcome)}: ${verdicts}.`,
    `Strength ${code(decided.strength)}; of the full form ${code(strongest)}.`,
    '',
    '```json',
    json(short),
    '```',
    ...section('Still asked', asked.length ? bulleted(asked) : ['Nothing.'], 3),
    ...section('Answered by itself', bulleted(untold.map((fact) => answeredLine(fact))), 3),
    '',
  ].join('\n');
}

function askedLine({ fact, scope, items }: Asked): string {
  const whose = scope.person ?? scope.item;
  const question = factsById.get(fact)?.question ?? '';
  const why = items.length
    ? 'No answer changes what becomes of any piece.'
    : 'It bears on who is told of the sharing, and holds no piece.';
  return `${code(fact)}${whose === undefined ? '' : ` of ${code(whose)}`}: ${text(question)} ${why}`;
}
const answeredLine = (fact: string): string => {
  const how = answeredByItself[fact];
  return how === undefined ? code(fact) : `${code(fact)}: ${text(how)}`;
};

/** The questions whose answers change the outcome though nobody is asked them. */
function hidden(decide: Decide, request: Json): string[] {
  const decided = decide(request);
  const changing = everyAnswer(request).filter(({ answered }) =>
    answered.map(decide).some((then) => then && !sameAs(then, decided)),
  );
  return [...new Set(changing.map(({ fact }) => fact))];
}

/** The request of each case as a page gives it, by its heading. */
export function requestsOn(page: string): Map<string, Json> {
  const parts = page.split(/^## /m).slice(1);
  return new Map(
    parts.map((part) => {
      const block = /^```json\n([\s\S]*?)\n```$/m.exec(part)?.[1] ?? '{}';
      return [part.split('\n', 1)[0] as string, JSON.parse(block) as Json];
    }),
  );
}

/** What a page says of one case that does not hold: its outcome, its being settled, or that nothing can be left out. */
export function faultsOf(decide: Decide, route: Route, index: number, page: string): Fault[] {
  const at = title(route, index);
  const again = 'run `npm run shortest`';
  const fault = (problem: string, help = again): Fault => ({ at, problem, help });
  const short = requestsOn(page).get(text(at));
  if (!short) return [fault('no request')];

  const whole = decide(route.full);
  if (!whole) return [fault('the full request is refused', 'mend scripts/shortest/routes.ts')];
  const strange = leavesOf(short).filter(
    (path) =>
      JSON.stringify(valueAt(short, path)) !==
      JSON.stringify(valueFor(route.full as Json, short, path)),
  );
  if (strange.length) return [fault('an answer that the full request does not give')];
  const decided = decide(short);
  if (!sameAs(decided, whole)) return [fault('another outcome than that of the full request')];
  if (!settledAs(decide, short, whole))
    return [fault('not settled: an answer that is asked for changes it')];

  const spare = leavesOf(short).filter((path) => settledAs(decide, without(short, path), whole));
  const untold = hidden(decide, short).filter((fact) => !(fact in answeredByItself));
  const faults = [
    ...spare.map((path) => fault(`${code(path.join('.'))} can be left out`)),
    ...untold.map((fact) => ({
      at,
      problem: `${code(fact)} changes the outcome and is not asked`,
      help: 'find the rule that reads it and asks nobody',
    })),
  ];
  return faults.length || page.includes(`\n${partOf(decide, route, index, short)}`)
    ? faults
    : [fault('its text is not fresh')];
}

/** What stands on a page beside its cases: another opening, or a case that is no longer sought. */
export function strayIn(routes: readonly Route[], page: string): Fault[] {
  const headings = new Set(routes.map((route, index) => text(title(route, index))));
  const again = 'run `npm run shortest`';
  return [
    ...(page.startsWith(intro) ? [] : [{ at: 'opening', problem: 'not fresh', help: again }]),
    ...[...requestsOn(page).keys()]
      .filter((heading) => !headings.has(heading))
      .map((at) => ({ at, problem: 'no such case', help: again })),
  ];
}

/** What the full request answers where the short one does; people and pieces are found by their reference. */
function valueFor(full: Json, short: Json, path: readonly (string | number)[]): unknown {
  let here: unknown = full;
  let there: unknown = short;
  for (const key of path) {
    there = valueAt(there, [key]);
    const ref = isRecord(there) ? there['ref'] : undefined;
    here =
      Array.isArray(here) && ref !== undefined
        ? here.find((one: unknown) => isRecord(one) && one['ref'] === ref)
        : valueAt(here, [key]);
  }
  return here;
}

/** JSON with every object spread out and every list of words on a line, as prettier leaves it. */
function json(value: unknown, indent = ''): string {
  const inner = `${indent}  `;
  const spread = (open: string, parts: readonly string[], close: string): string =>
    parts.length
      ? `${open}\n${parts.map((part) => `${inner}${part}`).join(',\n')}\n${indent}${close}`
      : `${open}${close}`;
  if (Array.isArray(value))
    return value.some(isRecord)
      ? spread(
          '[',
          value.map((one) => json(one, inner)),
          ']',
        )
      : `[${value.map((one) => JSON.stringify(one)).join(', ')}]`;
  return isRecord(value)
    ? spread(
        '{',
        Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${json(one, inner)}`),
        '}',
      )
    : JSON.stringify(value);
}
