import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { caseNote, checkPack, createEngine, facts, rules, sources } from '../index.ts';
import { InvalidPackError } from '../index.ts';
import type { InvalidRequestError, Pack, SharingDecision, SharingRequest } from '../index.ts';
import { digest } from '../engine/digest.ts';
import { effectOf } from './effect.ts';
import { titlesOf } from './limbs.ts';
import { packsOf } from './packs.ts';
import { readJson } from './read.ts';
import { briefReading, readingOf } from './reading.ts';
import { brief, explanationText, factsText, rulesText } from './show.ts';
import { usage, UsageError } from './usage.ts';

const firstExample = fileURLToPath(new URL('../../examples/school-injuries.json', import.meta.url));

type Format = 'text' | 'markdown' | 'json';
interface Flags {
  format: Format;
  brief: boolean;
  crossCheck: boolean;
  asAt: string | undefined;
  rule: string | undefined;
  person: string | undefined;
  item: string | undefined;
  source: string | undefined;
  packs: readonly string[];
}
type Command = (files: readonly string[], flags: Flags) => string | Promise<string>;

const json = (value: unknown): string => JSON.stringify(value, null, 2);

function oneFile(files: readonly string[], otherwise?: string): string {
  const [file = otherwise, ...more] = files;
  if (file === undefined || more.length)
    throw new UsageError('give one file, or `-` for standard input');
  return file;
}

/** The request of a file, dated otherwise where that is asked; what it holds is checked by the library. */
function requestOf(file: string, asAt?: string): SharingRequest {
  const request = readJson(file);
  const redated = asAt !== undefined && typeof request === 'object' && request !== null;
  return (redated ? { ...request, on: asAt } : request) as SharingRequest;
}

async function decideFile(
  file: string,
  { asAt, crossCheck, packs: named }: Pick<Flags, 'asAt' | 'crossCheck' | 'packs'>,
): Promise<SharingDecision> {
  const request = requestOf(file, asAt);
  const packs = await packsOf(named);
  // Why: the second evaluator and its dependencies are loaded only where it is asked for.
  const decision = crossCheck
    ? await (await import('../json-rules-engine/index.ts')).crossCheck(request, { packs })
    : createEngine({ packs }).decide(request);
  if (asAt === undefined) return decision;
  return { ...decision, provenance: { ...decision.provenance, asAt: true } };
}

const commands: Readonly<Record<string, Command>> = {
  decide: async (files, { format, brief: short, ...how }) => {
    const decision = await decideFile(oneFile(files, firstExample), how);
    if (format === 'json') return json(short ? brief(decision, digest(decision)) : decision);
    if (short) return briefReading(decision, digest(decision));
    return format === 'markdown' ? caseNote(decision) : readingOf(decision);
  },
  explain: async (files, { format, rule, person, item, packs: named }) => {
    if (rule === undefined)
      throw new UsageError('say which rule, with `--rule ID`; `lawful-sharing rules` lists them');
    const packs = await packsOf(named);
    const engine = createEngine({ packs });
    const known = [...rules, ...packs.flatMap((pack) => pack.rules)];
    if (!known.some(({ id }) => id === rule))
      throw new UsageError('there is no rule of that id; `lawful-sharing rules` lists them');
    const found = engine.explain(requestOf(oneFile(files)), {
      rule,
      ...(person === undefined ? {} : { person }),
      ...(item === undefined ? {} : { item }),
    });
    if (!found.length && format !== 'json')
      return 'The rule does not bear on this request: it is not in force on its date, or there is no such person or item.';
    return format === 'json' ? json(found) : explanationText(found, titlesOf(known));
  },
  'check-pack': async (files, { format, packs: named }) => {
    const [pack, ...others] = await packsOf([oneFile(files), ...named]);
    const issues = checkPack(pack, others);
    if (issues.length) throw new InvalidPackError(issues);
    const { id, version, rules: own } = pack as Pack;
    if (format === 'json') return json({ id, version, rules: own.length });
    const effect = effectOf(pack as Pack, (done, of) => {
      process.stderr.write(`\r${done} of ${of} cases${done === of ? '\n' : ''}`);
    });
    return `The pack ${id} ${version} holds together: ${own.length} rules.\n\n${effect}`;
  },
  facts: (_, { format }) => (format === 'json' ? json(facts) : factsText(facts)),
  rules: (_, { format, source }) => {
    const cited =
      source === undefined
        ? rules
        : rules.filter(({ references }) => references.some((one) => one.source === source));
    if (!cited.length) throw new UsageError('no rule cites a source of that id');
    return format === 'json' ? json(cited) : rulesText(cited, { all: rules, sources });
  },
};

const formats: readonly string[] = ['text', 'markdown', 'json'] satisfies Format[];

function readArguments(args: readonly string[]): { name: string; files: string[]; flags: Flags } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      brief: { type: 'boolean', default: false },
      'cross-check': { type: 'boolean', default: false },
      'as-at': { type: 'string' },
      rule: { type: 'string' },
      person: { type: 'string' },
      item: { type: 'string' },
      source: { type: 'string' },
      pack: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [name = '', ...files] = positionals;
  if (values.help) return { name: 'help', files, flags: {} as Flags };
  if (!formats.includes(values.format))
    throw new UsageError(`--format is one of ${formats.join(', ')}`);
  const { brief: short, rule, person, item, source, pack: packs } = values;
  return {
    name,
    files,
    flags: {
      format: values.format as Format,
      brief: short,
      crossCheck: values['cross-check'],
      asAt: values['as-at'],
      rule,
      person,
      item,
      source,
      packs,
    },
  };
}

/** Whether something thrown is a request or a pack that is not well formed, told by its code. */
const isInvalid = (error: unknown): error is InvalidRequestError | InvalidPackError =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'invalid-request' || error.code === 'invalid-pack');

/** Carries out a command line, and gives the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    let given: ReturnType<typeof readArguments>;
    try {
      given = readArguments(args);
    } catch (error) {
      // Why: the messages of parseArgs name options, never what a file holds.
      throw error instanceof UsageError ? error : new UsageError((error as Error).message);
    }
    if (given.name === 'help') {
      await write(usage);
      return 0;
    }
    const command = Object.hasOwn(commands, given.name) ? commands[given.name] : undefined;
    if (!command)
      throw new UsageError(given.name ? 'there is no command of that name' : 'say which command');
    const text = await command(given.files, given.flags);
    await write(text.endsWith('\n') ? text : `${text}\n`);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`lawful-sharing: ${error.message}\n\n${usage}`);
      return 2;
    }
    if (isInvalid(error)) {
      process.stderr.write(`${error.message}\n`);
      return 3;
    }
    // Why: told apart by its code, since the built entry point has a class of its own.
    if (error instanceof Error && 'code' in error && error.code === 'evaluators-disagree') {
      process.stderr.write(`${error.message}\n`);
      return 4;
    }
    // Why: a stack may quote what was sent, so only the kind of defect is told.
    process.stderr.write(
      `lawful-sharing: a defect of ours (${error instanceof Error ? error.name : 'unknown'}); please report it with a request of invented people\n`,
    );
    return 1;
  }
}

/** Writes to standard output, and waits until it is taken, so that a pipe gets all of it. */
const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
