import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../../../src/index.ts';
import type { SharingRequest } from '../../../src/index.ts';
import type { Pack } from '../../../src/model/rule.ts';

/** One or more rows of the ledger: the request that they are tried on, and what the decision must and must not say. */
export interface Row {
  rows: readonly string[];
  /** The clause, as a sentence of what the decision says. */
  so: string;
  of: SharingRequest;
  says: readonly string[];
  never?: readonly string[];
}

/** The rows of the ledger that stand for one source. */
export const rowsOf = (source: string): string[] =>
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'ledger.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((columns) => columns[1] === source)
    .map(([id = '']) => id);

/**
 * What a decision says with a pack loaded, a line each: the section, what it is about and how it stands, and after a
 * colon the rule that says so. A rule that only draws a conclusion has a line `met: <rule>`.
 */
export function tried(packs: readonly Pack[]): (request: SharingRequest) => Set<string> {
  const engine = createEngine({ packs });
  return (request) => {
    const decision = engine.decide(request);
    const met = new Set(
      engine
        .explain(request)
        .filter(({ finding }) => finding === 'met')
        .map(({ rule }) => rule),
    );
    const lines = new Set<string>([...met].map((rule) => `met: ${rule}`));
    const say = (line: string, reasons: readonly string[] = []): void => {
      lines.add(line);
      for (const rule of reasons) if (met.has(rule)) lines.add(`${line}: ${rule}`);
    };
    say(`outcome ${decision.outcome} ${decision.strength}`);
    say(`urgency ${decision.urgency}`);
    for (const { ref, verdict, changes, reasons } of decision.items) {
      say(`item ${ref} ${verdict}`, reasons);
      for (const change of changes) say(`change ${ref} ${change}`, reasons);
    }
    for (const { article, status, preferred, reasons } of decision.lawfulBases) {
      say(`basis ${article} ${status}`, reasons);
      if (preferred) say(`preferred ${article}`);
    }
    for (const { item, article, schedule1, status, ...row } of decision.conditions) {
      say(`condition ${item} ${[article, schedule1].join(' ').trim()} ${status}`, row.reasons);
      say(`policy document ${item} ${row.appropriatePolicyDocument}`, row.reasons);
    }
    for (const { item, status, by, reasons } of decision.confidentiality)
      say(`confidence ${item} ${[status, by].join(' ').trim()}`, reasons);
    for (const { id, status, strength, reasons } of decision.gateways)
      say(`gateway ${id} ${status} ${strength}`, reasons);
    for (const { person, kind, verdict, defects, reasons } of decision.consents) {
      say(`consent ${person} ${kind} ${verdict}`, reasons);
      for (const defect of defects) say(`defect ${person} ${kind} ${defect}`, reasons);
    }
    for (const { person, verdict, reasons } of decision.informing)
      say(`informing ${person} ${verdict}`, reasons);
    for (const { id, level, when, status, reasons } of decision.obligations)
      if (status === 'applies') say(`obligation ${id} ${level} ${when}`, reasons);
    for (const { who, contacts = [], reasons } of decision.advice) {
      say(`advice ${who}`, reasons);
      for (const contact of contacts) say(`contact ${who} ${contact}`);
    }
    for (const { field, status, reasons } of decision.record)
      if (status === 'applies') say(`record ${field}`, reasons);
    for (const { reasons } of decision.cautions) say('caution', reasons);
    for (const { fact, answer, term } of decision.terms) say(`term ${fact} ${answer} ${term}`);
    for (const { fact } of decision.questions) say(`asks ${fact}`);
    for (const { item, set } of decision.remedies)
      for (const { fact, to } of set) say(`remedy ${item} ${fact} ${String(to)}`);
    for (const { id } of decision.citations) say(`cites ${id}`);
    return lines;
  };
}
