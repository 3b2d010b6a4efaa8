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
