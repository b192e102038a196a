import { createEngine } from '../index.ts';
import type { Pack, SharingDecision, SharingRequest } from '../index.ts';
import { shelvedRules } from '../rules/index.ts';

const keyOf = ({ outcome, strength }: SharingDecision): string => `${outcome} (${strength})`;
const added = (
  before: readonly { id?: string; who?: string; text?: string; about?: string }[],
  after: readonly { id?: string; who?: string; text?: string; about?: string }[],
): string[] => {
  const rowOf = (row: (typeof before)[number]) =>
    [row.id ?? row.who, row.text ?? row.about].filter(Boolean).join(': ');
  const known = new Set(before.map(rowOf));
  return after.map(rowOf).filter((row) => !known.has(row));
};
const times = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([what, count]) => `  ${String(count).padStart(5)}  ${what}`);
const count = (counts: Map<string, number>, what: string): void => {
  counts.set(what, (counts.get(what) ?? 0) + 1);
};

/** A line for each outcome: how many cases come to it before, and after. */
function table(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  const number = (counts: ReadonlyMap<string, number>, key: string): string =>
    String(counts.get(key) ?? 0).padStart(5);
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((key) => `  ${number(before, key)}  ${number(after, key)}  ${key}`);
}

/** For each national rule the first worked case that meets it while a pack is in force. */
const casesOf = ({ effective: { from, to = '9999-12-31' } }: Pack): SharingRequest[] =>
  shelvedRules.flatMap(({ cases }) => {
    const met = cases.find(({ expect, request }) => {
      const on = request['on'] as string;
      return expect === 'met' && from <= on && on <= to;
    });
    return met ? [met.request as unknown as SharingRequest] : [];
  });

/** What a pack changes over the worked cases of the national rules: outcomes, obligations, advice and cautions. */
export function effectOf(pack: Pack, progress: (done: number, of: number) => void): string {
  const national = createEngine();
  const local = createEngine({ packs: [pack] });
  const requests = casesOf(pack);
  const outcomes = new Map<string, number>();
  const rows = new Map<string, number>();
  const counts = { before: new Map<string, number>(), after: new Map<string, number>() };
  let changed = 0;
  requests.forEach((request, index) => {
    if (index % 100 === 0) progress(index, requests.length);
    const before = national.decide(request);
    const after = local.decide(request);
    count(counts.before, keyOf(before));
    count(counts.after, keyOf(after));
    if (keyOf(before) !== keyOf(after)) count(outcomes, `${keyOf(before)} becomes ${keyOf(after)}`);
    const more = [
      ...added(before.obligations, after.obligations),
      ...added(before.advice, after.advice),
      ...added(before.cautions, after.cautions),
    ];
    for (const row of more) count(rows, row);
    if (more.length || keyOf(before) !== keyOf(after)) changed++;
  });
  progress(requests.length, requests.length);
  return [
    `Over ${requests.length} worked cases, one for each national rule of its dates, it adds something to ${changed}.`,
    '',
    'Outcomes without it and with it:',
    ...table(counts.before, counts.after),
    '',
    'Outcomes that it moves:',
    ...(outcomes.size ? times(outcomes) : ['   none']),
    '',
    'What it adds, and how often:',
    ...(rows.size ? times(rows) : ['   nothing']),
  ].join('\n');
}
