import type { NonzeroRows } from './nonzero-rows.js';

/** `Products.addMatrixTimesRow` without the kernel: four rows of the matrix at a time, each with a sum of its own. */
export function addMatrixTimesRow(
  rows: NonzeroRows,
  row: number,
  matrix: Float64Array,
  at: number,
  width: number,
  right: Float64Array,
  rightAt: number,
  out: Float64Array,
  outAt: number,
): void {
  const { columns } = rows;
  const end = rows.ends[row] as number;
  let c = rows.starts[row] as number;
  if (width === 1) {
    const value = right[rightAt] as number;
    for (; c < end; c++) {
      const k = columns[c] as number;
      out[outAt + k] = (out[outAt + k] as number) + (matrix[at + k] as number) * value;
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
    out[outAt + k0] = (out[outAt + k0] as number) + s0;
    out[outAt + k1] = (out[outAt + k1] as number) + s1;
    out[outAt + k2] = (out[outAt + k2] as number) + s2;
    out[outAt + k3] = (out[outAt + k3] as number) + s3;
  }
  for (; c < end; c++) {
    const k = columns[c] as number;
    let sum = 0;
    for (let j = 0; j < width; j++) sum += (matrix[at + k * width + j] as number) * (right[rightAt + j] as number);
    out[outAt + k] = (out[outAt + k] as number) + sum;
  }
}
