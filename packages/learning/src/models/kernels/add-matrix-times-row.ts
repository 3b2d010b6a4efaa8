import type { NonzeroRows } from './nonzero-rows.js';

/**
 * Adds a matrix times a column, for the kept columns c of a row only: `out[column] += sum_j matrix[at + column width + j] right[rightAt + j]`.
 * Four rows of the matrix at a time, each with a sum of its own.
 */
export function addMatrixTimesRow(
  rows: NonzeroRows,
  row: number,
  matrix: Float64Array,
  at: number,
  width: number,
  right: Float64Array,
  rightAt: number,
  out: Float64Array,
): void {
  const { columns } = rows;
  const end = rows.ends[row] as number;
  let c = rows.starts[row] as number;
  if (width === 1) {
    const value = right[rightAt] as number;
    for (; c < end; c++) {
      const k = columns[c] as number;
      out[k] = (out[k] as number) + (matrix[at + k] as number) * value;
    }
    return;
  }
  for (; c + 3 < end; c += 4) {
    const k0 = columns[c] as number;
    const k1 = columns[c + 1] as number;
    const k2 = columns[c + 2] as number;
    const k3 = columns[c + 3] as number;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let j = 0; j < width; j++) {
      const value = right[rightAt + j] as number;
      s0 += (matrix[at + k0 * width + j] as number) * value;
      s1 += (matrix[at + k1 * width + j] as number) * value;
      s2 += (matrix[at + k2 * width + j] as number) * value;
      s3 += (matrix[at + k3 * width + j] as number) * value;
    }
    out[k0] = (out[k0] as number) + s0;
    out[k1] = (out[k1] as number) + s1;
    out[k2] = (out[k2] as number) + s2;
    out[k3] = (out[k3] as number) + s3;
  }
  for (; c < end; c++) {
    const k = columns[c] as number;
    let sum = 0;
    for (let j = 0; j < width; j++) sum += (matrix[at + k * width + j] as number) * (right[rightAt + j] as number);
    out[k] = (out[k] as number) + sum;
  }
}
