import type { Layer } from '../network/network.js';
import { addOuterProduct } from './add-outer-product.js';
import type { NonzeroRows } from './nonzero-rows.js';
import type { Room } from './room.js';
import { makeTransposedRows, transposeRows } from './transposed-rows.js';

/** Rows that are transposed at a time: their deltas stay in the second-level cache. */
const BLOCK = 256;

/** Below this width a sum of outer products is faster than the way through the transpose. */
const NARROW = 8;

/**
 * Makes the sum over a batch of weighted gradients of a layer, outer products of what enters it and its deltas, biases included:
 * `into[layer.weights + c width + j] += sum_r weights[r] rows[r][c] delta[r width + j]`. Wide layers take it as the transposed rows times the
 * deltas, so that a row of the sum is read and written once for many examples.
 *
 * @param room where deltas are, and the rows of hidden layers
 * @param layers Those it will be used for.
 * @param capacity Largest batch.
 */
export function gradientAdder(room: Room, layers: readonly Layer[], capacity: number) {
  const { kernel, products } = room;
  if (kernel === null) return addOneByOne;
  const wide = layers.filter(({ outputs }) => outputs >= NARROW);
  const block = Math.min(BLOCK, capacity);
  const turned = new Map(wide.map(({ inputs }) => [inputs, makeTransposedRows(room, block, inputs)]));
  const sums = room.float64(Math.max(...layers.map(({ inputs, outputs }) => (inputs + 1) * outputs)));
  const ownWeights = room.float64(capacity);

  return (
    layer: Layer,
    rows: NonzeroRows,
    places: Int32Array | null,
    count: number,
    weights: Float64Array,
    delta: Float64Array,
    into: Float64Array,
  ): void => {
    const { inputs, outputs, weights: at } = layer;
    const transposed = outputs < NARROW ? undefined : turned.get(inputs);
    if (transposed === undefined && places !== null) {
      addOneByOne(layer, rows, places, count, weights, delta, into);
      return;
    }
    const size = (inputs + 1) * outputs;
    sums.set(into.subarray(at, at + size));
    if (transposed === undefined) {
      for (let r = 0; r < count; r++) ownWeights[r] = weights[r] as number;
      kernel.addOuterProducts(
        rows.starts.byteOffset,
        rows.ends.byteOffset,
        rows.columns.byteOffset,
        rows.values.byteOffset,
        count,
        ownWeights.byteOffset,
        delta.byteOffset,
        outputs,
        sums.byteOffset,
        inputs,
      );
    } else {
      for (let from = 0; from < count; from += block) {
        transposeRows(rows, places, from, Math.min(from + block, count), weights, transposed);
        const { values } = transposed;
        products.addRowsTimesMatrix(transposed, 0, inputs + 1, values, delta, 0, outputs, sums, 0, sums, 0);
      }
    }
    into.set(sums.subarray(0, size), at);
  };
}

function addOneByOne(
  { outputs, weights: at, biases }: Layer,
  rows: NonzeroRows,
  places: Int32Array | null,
  count: number,
  weights: Float64Array,
  delta: Float64Array,
  into: Float64Array,
): void {
  for (let r = 0; r < count; r++) {
    const weight = weights[r] as number;
    if (weight === 0) continue;
    const row = places === null ? r : (places[r] as number);
    addOuterProduct(rows, row, rows.values, weight, delta, r * outputs, outputs, into, at);
    for (let j = 0; j < outputs; j++) {
      into[biases + j] = (into[biases + j] as number) + weight * (delta[r * outputs + j] as number);
    }
  }
}
