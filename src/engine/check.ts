import * as z from 'zod';
import type { Rule, RuleKind, Source } from '../model/rule.ts';
import { Pack, RuleFrame } from '../model/rule.ts';
import { checkLocalKind, checkRule } from './check-rule.ts';
import { checkShape, suggest } from './check-shape.ts';
import type { Report } from './check-shape.ts';
import { never } from './dates.ts';
import { pointer } from './errors.ts';
import type { PackIssue } from './errors.ts';
import { afterwards, kinds } from './kinds.ts';
import { afterTheDecision, graph, limited, order } from './program.ts';

/** A pack whose shape is sound, with its rules. */
interface SoundPack {
  pack: Pack;
  local: boolean;
  rules: readonly Rule[];
}

function zodIssues(issues: readonly z.core.$ZodIssue[], of: string, report: Report): void {
  const help = `see the JSON Schema of a ${of}`;
  for (const issue of issues) {
    const message = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
    report(
      issue.code.replaceAll('_', '-'),
      pointer(issue.path),
      message,
      issue.code === 'unrecognized_keys' ? `unknown keys are refused; ${help}` : help,
    );
  }
}

const Named = z.looseObject({ id: z.string().min(1) });
/** The id that something gives itself, sound or not. */
const ownId = (given: unknown, otherwise: string): string =>
  Named.safeParse(given).data?.id ?? otherwise;

const Holding = z.looseObject({ rules: z.array(z.unknown()) });
const Kinded = z.looseObject({
  event: z.looseObject({ type: z.enum(Object.keys(kinds) as RuleKind[]) }),
});

/** Reads the frame of a rule and the shape of its conditions; none where either is unsound. */
function readRule(given: unknown, local: boolean, report: Report): Rule[] {
  const frame = RuleFrame.safeParse(given);
  if (frame.success)
    return checkShape(frame.data.conditions, '/conditions', 1, report) ? [frame.data as Rule] : [];
  const type = Kinded.safeParse(given).data?.event.type;
  // Why: what a kind would need is of no interest where no pack may hold it.
  const strange = local && type !== undefined && !kinds[type].local;
  if (strange) checkLocalKind(type, report);
  const issues = frame.error.issues.filter(({ path }) => !strange || path[0] !== 'event');
  zodIssues(issues, 'rule', report);
  return [];
}

/**
 * A copy of what a caller gave, so that it cannot change between being checked and being used: what JSON makes of it,
 * and nothing where it makes none.
 */
function copyOf(given: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(given)) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads the shape of a pack and of its rules; what is not sound is told and left out. */
function readPack(
  { pack, local }: { pack: unknown; local: boolean },
  issues: PackIssue[],
): SoundPack[] {
  const given = local ? copyOf(pack) : pack;
  if (given === undefined) {
    reporter(issues, 'unknown')()(
      'unreadable',
      '',
      'expected plain data that can be read',
      'give what `JSON.parse` returns: no circle, no endless nesting, and nothing that throws when it is read',
    );
    return [];
  }
  const parsed = Pack.safeParse(given);
  const reportOf = reporter(issues, ownId(given, 'unknown'));
  if (!parsed.success) zodIssues(parsed.error.issues, 'pack', reportOf());
  const rules = (Holding.safeParse(given).data?.rules ?? []).flatMap((rule, index) =>
    readRule(rule, local, reportOf(ownId(rule, `#${index}`))),
  );
  return parsed.success ? [{ pack: { ...parsed.data, rules }, local, rules }] : [];
}

const reporter =
  (issues: PackIssue[], pack: string) =>
  (rule?: string): Report =>
  (code, path, message, help) => {
    issues.push({ code, pack, ...(rule === undefined ? {} : { rule }), path, message, help });
  };

/** Tells ids that stand twice: of packs, of rules, and of sources that do not say the same. */
function checkIds(sound: readonly SoundPack[], issues: PackIssue[]): void {
  const packs = new Set<string>();
  const rules = new Set<string>();
  const sources = new Map<string, Source>();
  for (const { pack, rules: own } of sound) {
    const reportOf = reporter(issues, pack.id);
    if (packs.has(pack.id))
      reportOf()('duplicate-pack', '/id', 'another pack has this id', 'give it an id of its own');
    packs.add(pack.id);
    const { from, to } = pack.effective;
    if (to !== undefined && to < from)
      reportOf()(
        'wrong-dates',
        '/effective/to',
        'the last day is before the first',
        'swap them or correct one',
      );
    for (const { id } of own) {
      if (rules.has(id))
        reportOf(id)(
          'duplicate-rule',
          '/id',
          'another rule has this id',
          'give it an id of its own',
        );
      rules.add(id);
    }
    pack.sources.forEach((source, index) => {
      const other = sources.get(source.id);
      if (other && JSON.stringify(other) !== JSON.stringify(source)) {
        reportOf()(
          'duplicate-source',
          `/sources/${index}/id`,
          `\`${source.id}\` is already the id of another source`,
          'give the source an id of its own, or cite the one there is',
        );
      }
      sources.set(source.id, other ?? source);
    });
  }
}

function checkReferences(rule: Rule, sources: ReadonlyMap<string, Source>, report: Report): void {
  rule.references.forEach(({ source: id }, index) => {
    if (sources.has(id)) return;
    report(
      'unknown-source',
      `/references/${index}/source`,
      `unknown source \`${id}\``,
      suggest(id, [...sources.keys()]),
    );
  });
  const { from, to = never } = rule.effective;
  if (to < from) return;
  const current = rule.references.some(({ source }) => {
    const cited = sources.get(source);
    return cited !== undefined && cited.from <= to && from <= (cited.to ?? to);
  });
  if (!current)
    report(
      'wrong-dates',
      '/references',
      'no source cited is in force when the rule is',
      'cite the source of that date',
    );
}

/** Tells rules that read one another in a circle, and rules that read what is decided only after them. */
function checkOrder(sound: readonly SoundPack[], issues: PackIssue[]): void {
  const owned = sound.flatMap(({ pack, local, rules }) =>
    rules.map((rule) => ({ pack: pack.id, rule: limited(rule, local) })),
  );
  const rules = owned.map(({ rule }) => rule);
  const { cycle } = order(graph(rules));
  const late = afterTheDecision(rules);
  for (const { pack, rule } of owned) {
    const report = reporter(issues, pack)(rule.id);
    if (rule.id === cycle.find((name) => rules.some(({ id }) => id === name))) {
      report(
        'cycle',
        '/conditions',
        `rules read one another in a circle: ${cycle.map((name) => `\`${name}\``).join(' reads ')}`,
        'let one of them read facts instead',
      );
    }
    const { type } = rule.event;
    if (late.has(rule.id) && type !== 'conclusion' && !afterwards.includes(type)) {
      report(
        'reads-decision',
        '/conditions',
        `a rule of kind \`${type}\` cannot read, through others, what was decided`,
        `only ${afterwards.join(', ')} can`,
      );
    }
  }
}

/**
 * Checks packs that are to work together, and tells every defect at once. None means that they hold together. The local
 * packs that come back are copies.
 */
export function checkPacks(packs: readonly { pack: unknown; local: boolean }[]): {
  issues: PackIssue[];
  packs: Pack[];
} {
  const issues: PackIssue[] = [];
  const sound = packs.flatMap((one) => readPack(one, issues));
  const rules = new Map(sound.flatMap((one) => one.rules.map((rule) => [rule.id, rule])));
  const sources = new Map(
    sound.flatMap(({ pack }) => pack.sources.map((source) => [source.id, source])),
  );
  checkIds(sound, issues);
  for (const { pack, local, rules: own } of sound) {
    for (const rule of own) {
      const report = reporter(issues, pack.id)(rule.id);
      checkRule(rule, rules, local, report);
      checkReferences(rule, sources, report);
    }
  }
  if (!issues.length) checkOrder(sound, issues);
  return { issues, packs: sound.map(({ pack }) => pack) };
}
