/** Something wrong with what the register is made from: where, what, and what to do. */
export interface Fault {
  at: string;
  problem: string;
  help: string;
}

/** A line of a table: where it stands, and its fields by the names of the columns. */
interface Row<C extends string> {
  at: string;
  fields: Readonly<Record<C, string>>;
}

/** A table that was read: its good rows, and what is wrong with the others. */
interface Read<C extends string> {
  rows: readonly Row<C>[];
  faults: readonly Fault[];
}

/** Reads tab-separated lines under a header, the first column an id of its own. Fields left out at the end are empty. */
export function readTable<const C extends string>(
  file: string,
  content: string,
  columns: readonly [C, ...C[]],
): Read<C> {
  const [header = '', ...lines] = content.split('\n');
  const asked = `${columns.join(', ')}, with a tab between`;
  const faults: Fault[] = [];
  if (header !== columns.join('\t'))
    faults.push({ at: `${file}:1`, problem: 'unknown columns', help: `expected ${asked}` });
  const rows: Row<C>[] = [];
  const seen = new Map<string, string>();
  lines.forEach((line, index) => {
    const last = index === lines.length - 1;
    if (line === '' && last) return;
    const at = `${file}:${index + 2}`;
    const values = line.split('\t');
    const id = values[0] ?? '';
    const first = seen.get(id);
    if (last) faults.push({ at, problem: 'no end of line', help: 'end the last line too' });
    if (id === '' || values.length > columns.length)
      faults.push({ at, problem: 'malformed line', help: `give ${asked}, and no empty line` });
    else if (values.some((value) => value !== value.trim()))
      faults.push({ at, problem: 'a field begins or ends with a space', help: 'take it away' });
    else if (first !== undefined)
      faults.push({
        at,
        problem: `\`${id}\` stands at ${first} already`,
        help: 'keep one of the two lines',
      });
    else {
      seen.set(id, at);
      const fields = Object.fromEntries(
        columns.map((column, place) => [column, values[place] ?? '']),
      );
      rows.push({ at, fields: fields as Record<C, string> });
    }
  });
  return { rows, faults };
}
