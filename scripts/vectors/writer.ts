import { lawAsAt } from '../../src/index.ts';
import type { SharingDecision, SharingRequest } from '../../src/index.ts';
import { lists } from './model.ts';
import type { List, Vector, VectorIndex } from './model.ts';
import { owed, shortDigest } from './owed.ts';
import type { OwedRow } from './owed.ts';

/** A list in which each thing stands once. */
class Numbered<T> {
  readonly things: T[] = [];
  private readonly places = new Map<string, number>();
  placeOf(thing: T): number {
    const key = JSON.stringify(thing);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.things.length);
    return this.things.push(thing) - 1;
  }
}

/** Gathers vectors, and writes them as files in which each row of a decision stands once. */
export class VectorWriter {
  private readonly rules = new Numbered<string>();
  private readonly rows = Object.fromEntries(
    lists.map((list) => [list, new Numbered<Record<string, unknown>>()]),
  ) as Record<List, Numbered<Record<string, unknown>>>;
  private readonly files = new Map<string, string[]>();

  /** Adds the decision of a request, under an id of its own, to the file of a family. */
  add(
    family: string,
    id: string,
    request: SharingRequest,
    packs: readonly string[],
    decision: SharingDecision,
  ): void {
    const whole = owed(decision);
    const { outcome, strength, urgency, regime, findings } = whole;
    const places = lists.map((list) => [list, whole[list].map((row) => this.placeOf(list, row))]);
    const vector: Vector = {
      id,
      ...(packs.length ? { packs: [...packs] } : {}),
      request,
      decision: {
        outcome,
        strength,
        urgency,
        regime,
        ...(Object.fromEntries(places) as Record<List, number[]>),
        findings,
      },
      sha256: shortDigest(whole),
    };
    const lines = this.files.get(family) ?? [];
    lines.push(JSON.stringify(vector));
    this.files.set(family, lines);
  }

  private placeOf(list: List, { reasons, ...row }: OwedRow): number {
    const numbers = reasons?.map((rule) => this.rules.placeOf(rule));
    return this.rows[list].placeOf(numbers ? { ...row, reasons: numbers } : row);
  }

  /** The text of each file, by its name. */
  texts(packageVersion: string): Readonly<Record<string, string>> {
    const rows = Object.fromEntries(lists.map((list) => [list, this.rows[list].things]));
    const index: VectorIndex = {
      format: '1',
      packageVersion,
      lawAsAt,
      files: [...this.files].map(([family, lines]) => ({
        file: `${family}.ndjson`,
        vectors: lines.length,
      })),
      rules: this.rules.things,
      rows: rows as VectorIndex['rows'],
    };
    return {
      'index.json': indexText(index),
      ...Object.fromEntries(
        [...this.files].map(([family, lines]) => [
          `${family}.ndjson`,
          lines.map((line) => `${line}\n`).join(''),
        ]),
      ),
    };
  }
}

/** The index with a line for each row, so that a change of one is seen as one. */
function indexText({ rules, rows, ...about }: VectorIndex): string {
  const linesOf = (things: readonly unknown[]): string =>
    things.length ? `[\n${things.map((thing) => JSON.stringify(thing)).join(',\n')}\n]` : '[]';
  const listed = lists.map((list) => `${JSON.stringify(list)}: ${linesOf(rows[list])}`);
  const head = JSON.stringify(about, null, 2).slice(0, -2);
  return `${head},\n"rules": ${linesOf(rules)},\n"rows": {\n${listed.join(',\n')}\n}\n}\n`;
}
