import type { Functions } from '../../../dist/kernels/matrix.js';
import type { Products } from './products.js';

/** Products of arrays that lie in the memory of a kernel, and of no others. */
export function kernelProducts(functions: Functions): Products {
  return {
    addRowsTimesMatrix(rows, row, count, values, matrix, at, width, start, startAt, out, outAt) {
      functions.addRowsTimesMatrix(
        rows.starts.byteOffset + 4 * row,
        rows.ends.byteOffset + 4 * row,
        rows.columns.byteOffset,
        values.byteOffset,
        count,
        matrix.byteOffset + 8 * at,
        width,
        start.byteOffset + 8 * startAt,
        out.byteOffset + 8 * outAt,
      );
    },
    addMatrixTimesRow(rows, row, matrix, at, width, right, rightAt, out, outAt) {
      functions.addMatrixTimesRow(
        rows.columns.byteOffset,
        rows.starts[row] as number,
        rows.ends[row] as number,
        matrix.byteOffset + 8 * at,
        width,
        right.byteOffset + 8 * rightAt,
        out.byteOffset + 8 * outAt,
      );
    },
    rectify(inputs, width, { starts, ends, columns, values, squaredNorms }, r) {
      const start = starts[r] as number;
      const kept = functions.rectify(
        inputs.byteOffset,
        width,
        columns.byteOffset + 4 * start,
        values.byteOffset + 8 * start,
        squaredNorms.byteOffset + 8 * r,
      );
      ends[r] = start + kept;
    },
    squaredNorm: (values, at, count) => functions.squaredNorm(values.byteOffset + 8 * at, count),
  };
}
