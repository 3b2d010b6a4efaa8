import type { NonzeroRows } from './nonzero-rows.js';

/**
 * Adds an outer product to a matrix: `matrix[at + columns[c] width + j] += scale values[c] right[rightAt + j]`; rows of the matrix
 * whose column is not kept are not touched.
 *
 * @param values Instead of those of `rows`, in the same places.
 */
export function addOuterProduct(
  rows: NonzeroRows,
  row: number,
  values: Float64Array,
  scale: number,
  right: Float64Array,
  rightAt: number,
  width: number,
  matrix: Float64Array,
  at: number,
): void {
  const { columns } = rows;
  const end = rows.ends[row] as number;
  let c = rows.starts[row] as number;
  if (width === 1) {
    const factor = scale * (right[rightAt] as number);
    for (; c < end; c++) {
      const place = at + (columns[c] as number);
      matrix[place] = (matrix[place] as number) + factor * (values[c] as number);
    }
    return;
  }
  for (; c + 1 < end; c += 2) {
    const v0 = scale * (values[c] as number);
    const v1 = scale * (values[c + 1] as number);
    const m0 = at + (columns[c] as number) * width;
    const m1 = at + (columns[c + 1] as number) * width;
    for (let j = 0; j < width; j++) {
      const value = right[rightAt + j] as number;
      matrix[m0 + j] = (matrix[m0 + j] as number) + v0 * value;
      matrix[m1 + j] = (matrix[m1 + j] as number) + v1 * value;
    }
  }
  for (; c < end; c++) {
    const value = scale * (values[c] as number);
    const start = at + (columns[c] as number) * width;
    for (let j = 0; j < width; j++) {
      matrix[start + j] = (matrix[start + j] as number) + value * (right[rightAt + j] as number);
    }
  }
}
