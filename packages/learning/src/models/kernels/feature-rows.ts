import type { Examples } from '@dpfair/result';
import { wrongLength } from '../messages.js';
import type { NonzeroRows } from './nonzero-rows.js';

const known = new WeakMap<Float64Array, NonzeroRows>();

/**
 * The features without their zeros (one-hot columns are mostly that). Made once for each array of features and kept as long as
 * that is: whoever changes features in place makes a new array of them.
 *
 * @throws DpfairError domain, where the array is not rows x inputs.
 */
export function featureRows(examples: Examples, inputs: number): NonzeroRows {
  const { features, rows } = examples;
  if (features.length !== rows * inputs) throw wrongLength('numbers in features', features.length, rows * inputs);
  let made = known.get(features);
  if (made === undefined) {
    made = withoutZeros(features, rows, inputs);
    known.set(features, made);
  }
  return made;
}

function withoutZeros(features: Float64Array, rows: number, inputs: number): NonzeroRows {
  let kept = 0;
  for (const value of features) if (value !== 0) kept++;
  const bounds = new Int32Array(rows + 1);
  const columns = new Int32Array(kept);
  const values = new Float64Array(kept);
  const squaredNorms = new Float64Array(rows);
  let place = 0;
  for (let row = 0; row < rows; row++) {
    let square = 0;
    for (let column = 0; column < inputs; column++) {
      const value = features[row * inputs + column] as number;
      if (value === 0) continue;
      columns[place] = column;
      values[place++] = value;
      square += value * value;
    }
    squaredNorms[row] = square;
    bounds[row + 1] = place;
  }
  return { starts: bounds.subarray(0, rows), ends: bounds.subarray(1), columns, values, squaredNorms };
}
