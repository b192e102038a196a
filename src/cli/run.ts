import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { caseNote, checkPack, createEngine, facts, rules, sources } from '../index.ts';
import { InvalidPackError } from '../index.ts';
import type { Pack, SharingRequest } from '../index.ts';
import { deciderOf } from './decider.ts';
import type { How } from './decider.ts';
import { digest } from './digest.ts';
import { effectOf } from './effect.ts';
import { failureOf } from './failure.ts';
import { titlesOf } from './limbs.ts';
import { packsOf } from './packs.ts';
import { readJson } from './read.ts';
import { briefReading, readingOf } from './reading.ts';
import { brief, explanationText, factsText, rulesText } from './show.ts';
import { decideLines } from './stream.ts';
import { usage, UsageError } from './usage.ts';
import { write } from './write.ts';

const firstExample = fileURLToPath(new URL('../../examples/school-injuries.json', import.meta.url));

type Format = 'text' | 'markdown' | 'json';
interface Flags extends How {
  format: Format;
  brief: boolean;
  ndjson: boolean;
  rule: string | undefined;
  person: string | undefined;
  item: string | undefined;
  source: string | undefined;
}
/** Gives what is to be written, or the exit status where it has written as it went. */
type Command = (files: readonly string[], flags: Flags) => string | Promise<string | number>;

const json = (value: unknown): string => JSON.stringify(value, null, 2);

function oneFile(files: readonly string[], otherwise?: string): string {
  const [file = otherwise, ...more] = files;
  if (file === undefined || more.length)
    throw new UsageError('give one file, or `-` for standard input');
  return file;
}

const commands: Readonly<Record<string, Command>> = {
  decide: async (files, { format, ndjson, ...how }) => {
    if (ndjson) return decideLines(oneFile(files), how);
    const decide = await deciderOf(how);
    const decision = await decide(readJson(oneFile(files, firstExample)));
    if (format === 'json') return json(how.brief ? brief(decision, digest(decision)) : decision);
    if (how.brief) return briefReading(decision, digest(decision));
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
    const found = engine.explain(readJson(oneFile(files)) as SharingRequest, {
      rule,
      ...(person === undefined ? {} : { person }),
      ...(item === undefined ? {} : { item }),
    });
    if (!found.length && format !== 'json')
      return 'The rule does not bear on this request: it is not in force on its date, or the request has nothing that it asks about.';
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
      format: { type: 'string' },
      brief: { type: 'boolean', default: false },
      ndjson: { type: 'boolean', default: false },
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
  const { format = 'text', brief: short, ndjson, rule, person, item, source, pack: packs } = values;
  if (!formats.includes(format)) throw new UsageError(`--format is one of ${formats.join(', ')}`);
  if (ndjson && name !== 'decide')
    throw new UsageError('--ndjson goes with `decide` alone: leave it out here');
  if (ndjson && (values.format ?? 'json') !== 'json')
    throw new UsageError('--ndjson writes JSON, a line for each request: leave --format out');
  return {
    name,
    files,
    flags: {
      format: format as Format,
      brief: short,
      ndjson,
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
    const done = await command(given.files, given.flags);
    if (typeof done === 'number') return done;
    await write(done.endsWith('\n') ? done : `${done}\n`);
    return 0;
  } catch (error) {
    const { says, status } = failureOf(error);
    process.stderr.write(says);
    return status;
  }
}
