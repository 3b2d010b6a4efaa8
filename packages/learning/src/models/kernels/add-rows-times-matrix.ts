import type { NonzeroRows } from './nonzero-rows.js';

/** `Products.addRowsTimesMatrix` without the kernel. */
export function addRowsTimesMatrix(
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
): void {
  const { columns } = rows;
  for (let r = 0; r < count; r++) {
    const first = rows.starts[row + r] as number;
    const end = rows.ends[row + r] as number;
    for (let j = 0; j < width; j++) {
      let sum = start[startAt + r * width + j] as number;
      for (let c = first; c < end; c++) {
        sum += (values[c] as number) * (matrix[at + j + (columns[c] as number) * width] as number);
      }
      out[outAt + r * width + j] = sum;
    }
  }
}
