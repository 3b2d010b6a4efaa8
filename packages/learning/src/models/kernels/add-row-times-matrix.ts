import type { NonzeroRows } from './nonzero-rows.js';

/**
 * Adds a row times a matrix: `out[outAt + j] += sum_c values[c] matrix[at + columns[c] width + j]` for j from 0 to width - 1. Four
 * rows of the matrix at a time; a matrix of one column as a dot product. What comes out depends on the row alone, not on its batch.
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
  const end = rows.ends[row] as number;
  let c = rows.starts[row] as number;
  if (width === 1) {
    let sum = 0;
    for (; c < end; c++) sum += (values[c] as number) * (matrix[at + (columns[c] as number)] as number);
    out[outAt] = (out[outAt] as number) + sum;
    return;
  }
  for (; c + 3 < end; c += 4) {
    const v0 = values[c] as number;
    const v1 = values[c + 1] as number;
    const v2 = values[c + 2] as number;
    const v3 = values[c + 3] as number;
    const m0 = at + (columns[c] as number) * width;
    const m1 = at + (columns[c + 1] as number) * width;
    const m2 = at + (columns[c + 2] as number) * width;
    const m3 = at + (columns[c + 3] as number) * width;
    for (let j = 0; j < width; j++) {
      out[outAt + j] =
        (out[outAt + j] as number) +
        (v0 * (matrix[m0 + j] as number) + v1 * (matrix[m1 + j] as number)) +
        (v2 * (matrix[m2 + j] as number) + v3 * (matrix[m3 + j] as number));
    }
  }
  for (; c < end; c++) {
    const value = values[c] as number;
    const start = at + (columns[c] as number) * width;
    for (let j = 0; j < width; j++) {
      out[outAt + j] = (out[outAt + j] as number) + value * (matrix[start + j] as number);
    }
  }
}
