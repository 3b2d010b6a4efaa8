import type { KernelMemory } from '@dpfair/stats';

/** Where arrays come from. */
export type ArrayMaker = Pick<KernelMemory, 'float64' | 'int32'>;

/**
 * Rows of which only some columns are kept, the rest being zero: what enters a layer. Row r keeps the places `starts[r]` to
 * `ends[r]` (not included) of `columns` and `values`, in the order of the columns.
 */
export interface NonzeroRows {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  /** Sum of squares of each row. */
  readonly squaredNorms: Float64Array;
}

/** Room for `capacity` rows of up to `width` numbers, each at a place of its own. */
export function makeNonzeroRows(room: ArrayMaker, capacity: number, width: number): NonzeroRows {
  const starts = room.int32(capacity);
  for (let r = 0; r < starts.length; r++) starts[r] = r * width;
  return {
    starts,
    ends: room.int32(capacity),
    columns: room.int32(capacity * width),
    values: room.float64(capacity * width),
    squaredNorms: room.float64(capacity),
  };
}

/** Copies a row to place `r` of `into`. */
export function takeRow(rows: NonzeroRows, row: number, into: NonzeroRows, r: number): void {
  const from = rows.starts[row] as number;
  const to = into.starts[r] as number;
  const kept = (rows.ends[row] as number) - from;
  for (let c = 0; c < kept; c++) {
    into.columns[to + c] = rows.columns[from + c] as number;
    into.values[to + c] = rows.values[from + c] as number;
  }
  into.ends[r] = to + kept;
  into.squaredNorms[r] = rows.squaredNorms[row] as number;
}
