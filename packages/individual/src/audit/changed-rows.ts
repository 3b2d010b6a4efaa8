import { tooManyValues, unknownColumn } from '../messages.js';
import type { Metric } from '../metrics/index.js';

/** Most values that changed columns may take together unless more are allowed: each row is asked about with each of them. */
export const MOST_CHANGES = 20;

/** Copies of rows with some columns changed to what other rows have there. */
export interface ChangedRows {
  /** Copies, row after row. */
  readonly points: Float64Array;
  /** The row that each copy is of. */
  readonly from: Int32Array;
  /** How many different values the columns take together. */
  readonly values: number;
}

/**
 * Each of the rows in `queries` with the named columns, taken together, changed to every other value that occurs in the data: who else this person
 * could be, all else equal.
 *
 * @param changed Names of columns that change together: one column, or all columns of one encoded attribute.
 * @throws DpfairError input for a name that is no column, usage when more than `valueLimit` values occur.
 */
export function changedRows(
  { columns }: Metric,
  points: Float64Array,
  queries: ArrayLike<number>,
  changed: readonly string[],
  valueLimit: number,
): ChangedRows {
  const width = columns.length;
  const places = changed.map((name) => {
    const place = columns.indexOf(name);
    if (place < 0) throw unknownColumn(name, columns);
    return place;
  });
  const ownValue = (row: number) => places.map((place) => points[row * width + place] as number);
  const values = new Map<string, number[]>();
  for (let row = 0; row * width < points.length; row++) {
    const value = ownValue(row);
    values.set(value.join(), value);
  }
  if (values.size > valueLimit) throw tooManyValues(changed, values.size, valueLimit);
  const from = Array.from(queries).flatMap((row) => new Array<number>(Math.max(0, values.size - 1)).fill(row));
  const copies = new Float64Array(from.length * width);
  let copy = 0;
  for (let q = 0; q < queries.length; q++) {
    const row = queries[q] as number;
    const own = ownValue(row).join();
    for (const [key, value] of values) {
      if (key === own) continue;
      copies.set(points.subarray(row * width, (row + 1) * width), copy * width);
      for (const [k, place] of places.entries()) copies[copy * width + place] = value[k] as number;
      copy++;
    }
  }
  return { points: copies, from: Int32Array.from(from), values: values.size };
}
