import type { SmoothedRows } from '@dpfair/result';

/** The probability of the most probable class of row `k`. */
export function sureness({ probability }: SmoothedRows, k: number): number {
  return probability.reduce((largest, column) => Math.max(largest, column[k] ?? 0), 0);
}

/** Places of the rows whose class is another one after smoothing, or left open: least sure first. */
export function changedRows(rows: SmoothedRows): readonly number[] {
  return leastSure(
    rows,
    [...rows.row.keys()].filter((k) => rows.after[k] !== rows.before[k]),
  );
}

/** Places of the rows whose class stays, but of whom the smoothed model is least sure. */
export function unsureRows(rows: SmoothedRows, most: number): readonly number[] {
  const same = [...rows.row.keys()].filter((k) => rows.after[k] === rows.before[k]);
  return leastSure(rows, same).slice(0, most);
}

function leastSure(rows: SmoothedRows, places: readonly number[]): readonly number[] {
  const sure = new Map(places.map((k) => [k, sureness(rows, k)]));
  return [...places].sort((one, other) => (sure.get(one) ?? 0) - (sure.get(other) ?? 0) || one - other);
}
