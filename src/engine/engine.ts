import * as z from 'zod';
import type { SharingDecision } from '../model/decision.ts';
import type { SharingRequest } from '../model/request.ts';
import type { Pack, Rule, Source, Table } from '../model/rule.ts';
import type { Change } from './change.ts';
import { nextChangeAfter } from './change.ts';
import { speechOf } from './account/speech.ts';
import { checkPacks } from './check.ts';
import { textIssues } from './check-texts.ts';
import { never } from './dates.ts';
import { decideOn } from './decide.ts';
import { digest } from './digest.ts';
import type { PackIssue, RequestIssue } from './errors.ts';
import { InvalidPackError, pointer } from './errors.ts';
import { explainOn } from './explain.ts';
import type { Explanation, Narrowing } from './explain.ts';
import { deepFreeze } from './freeze.ts';
import { meantBy } from './nearest.ts';
import { noteOf } from './note.ts';
import type { NoteOptions } from './note.ts';
import { byText } from './order.ts';
import { check, parse } from './parse.ts';
import { assemble } from './program.ts';
import type { Program } from './program.ts';
import type { Regime, Texts } from './tables.ts';
import { engineTexts, ruleTexts, wordingOf } from './texts.ts';
import type { TextTable, Wording } from './texts.ts';

/** The national rules with all that they rest on, as built. */
export interface Foundation {
  pack: Pack;
  sha256: string;
  tables: { organisations: Table; categories: Table };
  regimes: readonly Regime[];
  texts: Texts;
  lawAsAt: string;
  packageVersion: string;
}

/** What an engine is put together from, beside the national rules. */
export interface EngineOptions {
  /** Local procedures that apply beside the national rules. Their order makes no difference. */
  packs?: readonly Pack[];
  /** Dates of commencement that only you know, by gateway id: a date `YYYY-MM-DD`, or `null` where it will not start. */
  commencement?: Readonly<Record<string, string | null>>;
  /**
   * Your own words in place of ours, by text id: those that `schemas/texts.json` lists, and those of the rules of
   * `packs`. A text keeps the places of the English, such as `{question}`. Words change no verdict, id or order.
   */
  texts?: Readonly<Record<string, string>>;
}

/** A decision, or everything that is wrong with the request. */
export type SafeDecision =
  | { success: true; decision: SharingDecision }
  | { success: false; issues: readonly RequestIssue[] };

/** Rules made ready, to decide requests with. It holds nothing of any request. */
export interface Engine {
  /**
   * Decides a request.
   *
   * @throws InvalidRequestError with every issue of a malformed request.
   */
  decide(request: SharingRequest): SharingDecision;
  /** Decides input that may be malformed: the decision, or every issue as a value. */
  safeDecide(request: unknown): SafeDecision;
  /** Decides many, each as `safeDecide` does, in their order, taking each only when its result is asked for. */
  decideAll(requests: Iterable<unknown>): Generator<SafeDecision, void, undefined>;
  /**
   * Explains how rules were found to stand.
   *
   * @throws InvalidRequestError with every issue of a malformed request, or where it is narrowed to what is not there.
   */
  explain(request: SharingRequest, narrowing?: Narrowing): readonly Explanation[];
  /**
   * The next day after a date on which the rules differ, `undefined` where none is known.
   *
   * @throws InvalidRequestError where the date is no calendar date.
   */
  nextChange(on: string): Change | undefined;
  /** A note for the case file of a decision of this engine, as `caseNote` writes it, in the words of this engine. */
  caseNote(decision: SharingDecision, options?: NoteOptions): string;
}

/** All that deciding needs beside the request. */
export interface Ground {
  program: Program;
  sources: ReadonlyMap<string, Source>;
  foundation: Foundation;
  wording: Wording;
  /** The local packs, by id. */
  local: readonly Pack[];
  provenance: Omit<SharingDecision['provenance'], 'on'>;
}

function commence(
  rules: readonly Rule[],
  dates: NonNullable<EngineOptions['commencement']>,
): Rule[] {
  return rules.map((rule) => {
    const { params } = rule.event;
    const date = 'gateway' in params ? dates[params.gateway] : undefined;
    if (
      date === undefined ||
      (rule.commencement !== 'announced' && rule.commencement !== 'not-commenced')
    )
      return rule;
    return {
      ...rule,
      commencement: 'in-force',
      effective: { ...rule.effective, from: date ?? never },
    };
  });
}

function commencementIssues(
  rules: readonly Rule[],
  dates: NonNullable<EngineOptions['commencement']>,
): PackIssue[] {
  const open = rules.flatMap(({ commencement, event: { params } }) =>
    'gateway' in params && (commencement === 'announced' || commencement === 'not-commenced')
      ? [params.gateway]
      : [],
  );
  const issue = (id: string, message: string, help: string): PackIssue => ({
    code: 'wrong-commencement',
    pack: 'commencement',
    path: pointer([id]),
    message,
    help,
  });
  return Object.entries(dates).flatMap(([id, date]) => {
    if (!open.includes(id))
      return [
        issue(
          id,
          'no provision of this id awaits commencement',
          meantBy(id, open) ?? `these do: ${[...new Set(open)].join(', ')}`,
        ),
      ];
    return date === null || z.iso.date().safeParse(date).success
      ? []
      : [
          issue(
            id,
            'expected a calendar date such as 2026-09-30, or null',
            'write the year, month and day as YYYY-MM-DD',
          ),
        ];
  });
}

/** Every defect of packs that are to work with the national rules and with one another; none means that they hold together. */
export const packIssues = ({ pack }: Foundation, packs: readonly unknown[]): readonly PackIssue[] =>
  checkPacks([{ pack, local: false }, ...packs.map((one) => ({ pack: one, local: true }))]).issues;

const Options = z.strictObject({
  packs: z.array(z.unknown()).optional(),
  commencement: z.record(z.string(), z.unknown()).optional(),
  texts: z.record(z.string(), z.unknown()).optional(),
});

/**
 * What an engine is put together from, read once. An option that is not known is refused, lest local procedures be
 * thought to apply where they do not.
 */
function readOptions(given: unknown): Required<EngineOptions> {
  const read = (() => {
    try {
      return Options.safeParse(given, { jitless: true }).data;
    } catch {
      // Why: what is thrown by a getter or a proxy of the caller is not ours to repeat.
      return undefined;
    }
  })();
  if (!read) {
    throw new InvalidPackError([
      {
        code: 'wrong-options',
        pack: 'options',
        path: '',
        message:
          'expected `packs`, a list of packs, `commencement`, dates by gateway id, and `texts`, words by text id, and nothing else',
        help: 'leave out what you do not need',
      },
    ]);
  }
  const { packs = [], commencement = {}, texts = {} } = read as EngineOptions;
  return { packs, commencement, texts };
}

/** What is wrong with texts that are to replace those of the engine and of the rules of packs. */
function replacementIssues(
  foundation: Foundation,
  packs: readonly Pack[],
  texts: TextTable,
): readonly PackIssue[] {
  if (!Object.keys(texts).length) return [];
  const rules = packs.flatMap((pack) => pack.rules);
  const tables = [engineTexts(foundation.texts), ...rules.map(ruleTexts)];
  return textIssues(Object.fromEntries(tables.flatMap(Object.entries)), texts);
}

/**
 * Puts the national rules and local packs together.
 *
 * @throws InvalidPackError with every defect of the packs, of the commencement dates and of the texts.
 */
export function groundOf(foundation: Foundation, options: EngineOptions = {}): Ground {
  const { packs, commencement, texts } = readOptions(options);
  const national = foundation.pack;
  const issues = commencementIssues(national.rules, commencement);
  const checked = packs.length
    ? checkPacks([
        { pack: national, local: false },
        ...packs.map((pack) => ({ pack, local: true })),
      ])
    : { issues: [], packs: [national] };
  // Why: which texts there are is only known of packs that hold together.
  const unsaid = checked.issues.length ? [] : replacementIssues(foundation, checked.packs, texts);
  const wrong = [...issues, ...checked.issues, ...unsaid];
  if (wrong.length) throw new InvalidPackError(wrong);

  const local = checked.packs.slice(1).map(deepFreeze);
  const program = assemble([
    { id: national.id, local: false, rules: commence(national.rules, commencement) },
    ...local.map((pack) => ({ id: pack.id, local: true, rules: pack.rules.map(within(pack)) })),
  ]);
  return {
    program,
    sources: new Map(
      [national, ...local].flatMap(({ sources }) => sources.map((source) => [source.id, source])),
    ),
    foundation,
    wording: wordingOf(foundation.texts, texts),
    local: [...local].sort((a, b) => byText(a.id, b.id)),
    provenance: {
      schemaVersion: '1',
      packageVersion: foundation.packageVersion,
      lawAsAt: foundation.lawAsAt,
      packs: [
        { id: national.id, version: national.version, sha256: foundation.sha256 },
        ...local.map((pack) => ({ id: pack.id, version: pack.version, sha256: digest(pack) })),
      ].sort((a, b) => byText(a.id, b.id)),
      ...(Object.keys(commencement).length ? { commencement: { ...commencement } } : {}),
      ...(Object.keys(texts).length ? { texts: digest(texts) } : {}),
    },
  };
}

/**
 * An engine on the national rules and local packs.
 *
 * @throws InvalidPackError with every defect of the packs, of the commencement dates and of the texts.
 */
export function buildEngine(foundation: Foundation, options: EngineOptions = {}): Engine {
  const ground = groundOf(foundation, options);
  const speech = speechOf(ground.wording.say);
  const safeDecide = (request: unknown): SafeDecision => {
    const read = check(request);
    return 'issues' in read
      ? { success: false, issues: read.issues }
      : { success: true, decision: decideOn(ground, read.request) };
  };
  return Object.freeze<Engine>({
    decide: (request) => decideOn(ground, parse(request)),
    safeDecide,
    *decideAll(requests) {
      for (const request of requests) yield safeDecide(request);
    },
    explain: (request, narrowing = {}) => explainOn(ground, parse(request), narrowing),
    nextChange: (on) => nextChangeAfter(ground, on),
    caseNote: (decision, options = {}) => noteOf(decision, speech, options),
  });
}

/** A rule of a pack bears only while the pack does. */
const within =
  ({ effective: { from, to } }: Pack) =>
  (rule: Rule): Rule => {
    const last = [to, rule.effective.to].filter((date) => date !== undefined).sort()[0];
    const first = from > rule.effective.from ? from : rule.effective.from;
    return { ...rule, effective: { from: first, ...(last === undefined ? {} : { to: last }) } };
  };
