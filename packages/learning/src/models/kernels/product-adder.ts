import { addOuterProduct } from './add-outer-product.js';
import { addRowTimesMatrix } from './add-row-times-matrix.js';
import type { NonzeroRows } from './nonzero-rows.js';
import { makeTransposedRows, transposeRows } from './transposed-rows.js';

/** Rows that are transposed at a time: their deltas stay in the second-level cache. */
const BLOCK = 256;

/** Below this width a sum of outer products is faster than the way through the transpose. */
const NARROW = 8;

/**
 * Makes the sum over a batch of weighted outer products of what enters a layer and its deltas: `into[at + c width + j] += sum_r
 * weights[r] rows[r][c] delta[r width + j]`. Wide layers take it as the transposed rows times the deltas, so that a row of the sum is
 * read and written once for four examples.
 *
 * @param layers Those it will be used for.
 * @param capacity Largest batch.
 */
export function productAdder(
  layers: readonly { readonly inputs: number; readonly outputs: number }[],
  capacity: number,
) {
  const wide = layers.filter(({ outputs }) => outputs >= NARROW).map(({ inputs }) => inputs);
  const transposed = new Map(wide.map((inputs) => [inputs, makeTransposedRows(Math.min(BLOCK, capacity), inputs)]));

  return (
    inputs: number,
    rows: NonzeroRows,
    places: Int32Array | null,
    count: number,
    weights: Float64Array,
    delta: Float64Array,
    width: number,
    into: Float64Array,
    at: number,
  ): void => {
    const turned = width < NARROW ? undefined : transposed.get(inputs);
    if (turned === undefined) {
      for (let r = 0; r < count; r++) {
        const weight = weights[r] as number;
        const row = places === null ? r : (places[r] as number);
        if (weight !== 0) addOuterProduct(rows, row, rows.values, weight, delta, r * width, width, into, at);
      }
      return;
    }
    for (let from = 0; from < count; from += BLOCK) {
      transposeRows(rows, places, from, Math.min(from + BLOCK, count), weights, turned);
      for (let column = 0; column < inputs; column++) {
        addRowTimesMatrix(turned, column, turned.values, delta, 0, width, into, at + column * width);
      }
    }
  };
}
