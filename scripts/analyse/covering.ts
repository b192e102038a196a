/**
 * A covering array of strength two: rows of values by index, such that any two values of any two factors stand together
 * in some row. Why: greedy and one row at a time, since the packages that do it took most of a minute for thirty factors.
 */
export function coveringArray(sizes: readonly number[]): number[][] {
  const factors = [...sizes.keys()];
  if (sizes.length === 1) return Array.from({ length: sizes[0] as number }, (_, value) => [value]);
  const covered = pairsOf(sizes);
  const rows: number[][] = [];
  for (const a of factors)
    for (const b of factors)
      for (let x = 0; a < b && x < (sizes[a] as number); x++)
        for (let y = 0; y < (sizes[b] as number); y++)
          if (!covered.has(a, x, b, y))
            rows.push(rowWith(sizes, covered, [a, x, b, y], rows.length));
  return rows;
}

interface Pairs {
  has(a: number, x: number, b: number, y: number): boolean;
  add(a: number, x: number, b: number, y: number): void;
}

/** Which pairs of values stand in a row. Why: in one array, since this is all that takes time here. */
function pairsOf(sizes: readonly number[]): Pairs {
  const starts: number[] = [];
  let end = 0;
  for (const size of sizes)
    for (const other of sizes) {
      starts.push(end);
      end += size * other;
    }
  const flags = new Uint8Array(end);
  const at = (a: number, x: number, b: number, y: number): number =>
    (starts[a * sizes.length + b] as number) + x * (sizes[b] as number) + y;
  return {
    has: (a, x, b, y) => flags[at(a, x, b, y)] === 1,
    add: (a, x, b, y) => {
      flags[at(a, x, b, y)] = 1;
    },
  };
}

type Pair = readonly [a: number, x: number, b: number, y: number];

/** A row with a pair of values in it, and for every other factor the value that makes most new pairs. */
function rowWith(sizes: readonly number[], covered: Pairs, pair: Pair, turn: number): number[] {
  const [a, x, b, y] = pair;
  const row = new Array<number>(sizes.length).fill(-1);
  row[a] = x;
  row[b] = y;
  const set = [a, b];
  for (const [factor, size] of sizes.entries()) {
    if (row[factor] !== -1) continue;
    let best = 0;
    let most = -1;
    for (let step = 0; step < size; step++) {
      // Ties go to another value in each row, so that what makes no new pair still varies.
      const value = (step + turn) % size;
      let made = 0;
      for (const other of set) if (!covered.has(factor, value, other, row[other] as number)) made++;
      if (made > most) [best, most] = [value, made];
    }
    row[factor] = best;
    set.push(factor);
  }
  for (const [one, first] of row.entries())
    for (const [other, second] of row.entries()) covered.add(one, first, other, second);
  return row;
}
