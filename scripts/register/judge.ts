import { nearest } from '../../src/engine/nearest.ts';
import type { Source } from '../../src/model/rule.ts';
import type { Shelved } from '../rulebase.ts';
import { ledgerColumns } from './ledger.ts';
import { readTable } from './table.ts';
import type { Fault } from './table.ts';

/** What became of a clause or a provision. */
export type State = 'carried' | 'documented' | 'missing';

interface Judged {
  state: State;
  /** The rules that name it, whether or not a case meets them. */
  rules: readonly Shelved[];
  /** Why it is not encoded. */
  why?: string;
  /** The local pack that it waits for. */
  pack?: string;
}
/** A row of the ledger with what became of it. */
export type JudgedRow = Judged & Readonly<Record<(typeof ledgerColumns)[number], string>>;

const provisionColumns = ['id', 'section', 'source', 'at', 'gist', 'rules', 'why'] as const;
/** A provision of the law with what became of it. */
export type JudgedProvision = Judged &
  Readonly<Record<Exclude<(typeof provisionColumns)[number], 'rules' | 'why'>, string>>;

/** What the register is made from: three tables, the rules with their cases, and the sources. */
export interface Ground {
  ledger: string;
  notEncoded: string;
  provisions: string;
  shelf: readonly Shelved[];
  sources: readonly Source[];
}
/** The register, and every fault in what it was made from. */
export interface Register {
  faults: readonly Fault[];
  rows: readonly JudgedRow[];
  provisions: readonly JudgedProvision[];
}

/** How many cases of a rule meet it. */
export const metCases = ({ cases }: Shelved): number =>
  cases.filter(({ expect }) => expect === 'met').length;

const suggest = (word: string, among: readonly string[], otherwise: string): string => {
  const near = nearest(word, among);
  return near === undefined ? otherwise : `did you mean \`${near}\`? ${otherwise}`;
};

/** Judges every row of the ledger and every provision. A row is carried where a rule that names it has a met case. */
export function judge({ ledger, notEncoded, provisions, shelf, sources }: Ground): Register {
  const clauses = readTable('docs/ledger.tsv', ledger, ledgerColumns);
  const excused = readTable('docs/not-encoded.tsv', notEncoded, ['id', 'reason', 'pack']);
  const listed = readTable('docs/provisions.tsv', provisions, provisionColumns);
  const faults: Fault[] = [...clauses.faults, ...excused.faults, ...listed.faults];
  const ids = clauses.rows.map(({ fields }) => fields.id);
  const known = new Set(ids);
  const sourceIds = sources.map(({ id }) => id);
  const byId = new Map(shelf.map((one) => [one.rule.id, one]));

  const naming = new Map<string, Shelved[]>();
  for (const one of shelf) {
    const own = one.rule.ledger ?? [];
    own.forEach((id, index) => {
      const at = `${one.file}, /ledger/${index}`;
      if (!known.has(id))
        faults.push({
          at,
          problem: `unknown row \`${id}\``,
          help: suggest(id, ids, 'docs/ledger.tsv lists the rows'),
        });
      else if (own.indexOf(id) < index)
        faults.push({ at, problem: `row \`${id}\` is named twice`, help: 'take one of them out' });
      else naming.set(id, [...(naming.get(id) ?? []), one]);
    });
  }

  const reasons = new Map<string, { why?: string; pack?: string }>();
  for (const { at, fields } of excused.rows) {
    const { id, reason, pack } = fields;
    const [rule] = naming.get(id) ?? [];
    if (!known.has(id))
      faults.push({
        at,
        problem: `unknown row \`${id}\``,
        help: suggest(id, ids, 'docs/ledger.tsv lists the rows'),
      });
    else if ((reason === '') === (pack === ''))
      faults.push({
        at,
        problem: `\`${id}\` has ${reason === '' ? 'neither a reason nor a pack' : 'a reason and a pack'}`,
        help: 'give a reason why it is not encoded, or the pack that it waits for, and not both',
      });
    else if (pack !== '' && !/^pack:[a-z0-9]+(-[a-z0-9]+)*$/.test(pack))
      faults.push({
        at,
        problem: 'unknown third column',
        help: 'write `pack:` and the id of a pack',
      });
    else if (rule)
      faults.push({
        at,
        problem: `\`${id}\` is carried by \`${rule.rule.id}\``,
        help: 'take this line out, or the row out of the rule',
      });
    else reasons.set(id, reason === '' ? { pack: pack.slice('pack:'.length) } : { why: reason });
  }

  const judged = (rules: readonly Shelved[], why?: string, pack?: string): Judged => ({
    state: rules.length
      ? rules.some((one) => metCases(one) > 0)
        ? 'carried'
        : 'missing'
      : why === undefined
        ? 'missing'
        : 'documented',
    rules,
    ...(why === undefined ? {} : { why }),
    ...(pack === undefined ? {} : { pack }),
  });

  const sourceFault = (at: string, source: string): void => {
    if (!sourceIds.includes(source))
      faults.push({
        at,
        problem: `unknown source \`${source}\``,
        help: suggest(source, sourceIds, 'src/rules/sources.json lists the sources'),
      });
  };
  const rows = clauses.rows.map(({ at, fields }): JudgedRow => {
    sourceFault(at, fields.source);
    const { why, pack } = reasons.get(fields.id) ?? {};
    return { ...fields, ...judged(naming.get(fields.id) ?? [], why, pack) };
  });
  const found = listed.rows.map(({ at, fields: { rules, why, ...fields } }): JudgedProvision => {
    sourceFault(at, fields.source);
    const named = rules === '' ? [] : rules.split(',');
    if (named.length && why !== '')
      faults.push({
        at,
        problem: `\`${fields.id}\` has rules and a reason`,
        help: 'name the rules that carry it, or say why there are none, and not both',
      });
    if ([fields.section, fields.at, fields.gist].includes(''))
      faults.push({ at, problem: 'an empty field', help: 'give section, source, at and gist' });
    for (const id of named)
      if (!byId.has(id))
        faults.push({
          at,
          problem: `unknown rule \`${id}\``,
          help: suggest(id, [...byId.keys()], 'give rule ids with a comma between'),
        });
    const carriers = named.flatMap((id) => byId.get(id) ?? []);
    const whole = judged(carriers, why === '' ? undefined : why);
    // Why: a provision names the rules that carry it between them, so each has to be exercised.
    const exercised = carriers.every((one) => metCases(one) > 0);
    return { ...fields, ...whole, ...(exercised ? {} : { state: 'missing' as const }) };
  });
  return { faults, rows, provisions: found };
}
