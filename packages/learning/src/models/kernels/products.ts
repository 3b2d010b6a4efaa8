import type { NonzeroRows } from './nonzero-rows.js';

/** What is done to rows without their zeros. What comes out of a row depends on the row alone, not on its batch. */
export interface Products {
  /**
   * Rows times a matrix, added to what they start from: for r from 0 to count - 1 `out[outAt + r width + j] = start[startAt + r width + j] +
   * sum_c values[c] matrix[at + columns[c] width + j]` over what row `row + r` keeps. `out` may be what it starts from.
   *
   * @param values Instead of those of `rows`, in the same places.
   */
  addRowsTimesMatrix(
    rows: NonzeroRows,
    row: number,
    count: number,
    values: Float64Array,
    matrix: Float64Array,
    at: number,
    width: number,
    start: Float64Array,
    startAt: number,
    out: Float64Array,
    outAt: number,
  ): void;

  /**
   * Adds a matrix times a column, for the kept columns c of a row only: `out[outAt + column] += sum_j matrix[at + column width + j]
   * right[rightAt + j]`.
   */
  addMatrixTimesRow(
    rows: NonzeroRows,
    row: number,
    matrix: Float64Array,
    at: number,
    width: number,
    right: Float64Array,
    rightAt: number,
    out: Float64Array,
    outAt: number,
  ): void;

  /**
   * Sets row `r` of `into` to the inputs that rectified linear units pass on: those that are not 0 or less, NaN too (a training that went wrong must
   * not look like one at rest).
   */
  rectify(inputs: Float64Array, width: number, into: NonzeroRows, r: number): void;

  /** Sum of the squares of `count` numbers from place `at`. */
  squaredNorm(values: Float64Array, at: number, count: number): number;
}
