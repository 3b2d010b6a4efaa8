import type { NonzeroRows } from './nonzero-rows.js';

/**
 * Adds a row times a matrix: `out[outAt + j] += sum_c values[c] matrix[at + columns[c] width + j]` for j from 0 to width - 1. Eight sums at a
 * time are kept in registers. What comes out depends on the row alone, not on its batch.
 *
 * @param values Instead of those of `rows`, in the same places.
 */
export function addRowTimesMatrix(
  rows: NonzeroRows,
  row: number,
  values: Float64Array,
  matrix: Float64Array,
  at: number,
  width: number,
  out: Float64Array,
  outAt: number,
): void {
  const { columns } = rows;
  const start = rows.starts[row] as number;
  const end = rows.ends[row] as number;
  let j = 0;
  for (; j + 7 < width; j += 8) {
    const o = outAt + j;
    let s0 = out[o] as number;
    let s1 = out[o + 1] as number;
    let s2 = out[o + 2] as number;
    let s3 = out[o + 3] as number;
    let s4 = out[o + 4] as number;
    let s5 = out[o + 5] as number;
    let s6 = out[o + 6] as number;
    let s7 = out[o + 7] as number;
    for (let c = start; c < end; c++) {
      const value = values[c] as number;
      const m = at + j + (columns[c] as number) * width;
      s0 += value * (matrix[m] as number);
      s1 += value * (matrix[m + 1] as number);
      s2 += value * (matrix[m + 2] as number);
      s3 += value * (matrix[m + 3] as number);
      s4 += value * (matrix[m + 4] as number);
      s5 += value * (matrix[m + 5] as number);
      s6 += value * (matrix[m + 6] as number);
      s7 += value * (matrix[m + 7] as number);
    }
    out[o] = s0;
    out[o + 1] = s1;
    out[o + 2] = s2;
    out[o + 3] = s3;
    out[o + 4] = s4;
    out[o + 5] = s5;
    out[o + 6] = s6;
    out[o + 7] = s7;
  }
  for (; j < width; j++) {
    let sum = out[outAt + j] as number;
    for (let c = start; c < end; c++) {
      sum += (values[c] as number) * (matrix[at + j + (columns[c] as number) * width] as number);
    }
    out[outAt + j] = sum;
  }
}
