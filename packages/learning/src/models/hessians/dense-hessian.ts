import type { Examples } from '@dpfair/result';
import { featureRows } from '../kernels/feature-rows.js';
import { furnish } from '../kernels/room.js';
import type { Model } from '../model.js';
import { layOut } from '../network/network.js';
import { runForward } from '../network/run-forward.js';
import { bringIn, isWide, makeWorkspace } from '../network/workspace.js';

/**
 * The weighted Hessian `sum_k weights[k] H_k` as a matrix, parameters x parameters, row after row. Without hidden layers it is a sum of
 * Kronecker products `x x' (x) H_f` and takes rows x (features that are not zero)^2 x outputs^2; with them one Hessian-vector
 * product a column.
 */
export function denseHessian(
  model: Model,
  parameters: Float64Array,
  examples: Examples,
  rows: Int32Array,
  weights: Float64Array,
): Float64Array {
  return model.description.hidden.length === 0
    ? sumOfKroneckerProducts(model, parameters, examples, rows, weights)
    : columnByColumn(model, parameters, examples, rows, weights);
}

function columnByColumn(
  model: Model,
  parameters: Float64Array,
  examples: Examples,
  rows: Int32Array,
  weights: Float64Array,
): Float64Array {
  const size = model.parameterCount;
  const hessian = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    unit.fill(0)[k] = 1;
    model.addHessianVector(parameters, examples, rows, weights, unit, hessian.subarray(k * size, (k + 1) * size));
  }
  return hessian;
}

function sumOfKroneckerProducts(
  model: Model,
  parameters: Float64Array,
  examples: Examples,
  rows: Int32Array,
  weights: Float64Array,
): Float64Array {
  const { inputs, outputs } = model.description;
  const network = layOut(model.description);
  const space = furnish(isWide(network), (room) => makeWorkspace(room, network, 1));
  const own = bringIn(space.parameters, parameters);
  const features = featureRows(examples, inputs);
  const size = model.parameterCount;
  const hessian = new Float64Array(size * size);
  // The biases follow the weights as those of a feature that is always 1.
  const columns = new Int32Array(inputs + 1);
  const values = new Float64Array(inputs + 1);
  const unit = new Float64Array(outputs);
  const ofScores = new Float64Array(outputs);
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number;
    const target = examples.target[row] as number;
    runForward(network, space, own, features, row, 0, target);
    const start = features.starts[row] as number;
    const kept = (features.ends[row] as number) - start;
    columns.set(features.columns.subarray(start, start + kept));
    values.set(features.values.subarray(start, start + kept));
    columns[kept] = inputs;
    values[kept] = 1;
    for (let j = 0; j < outputs; j++) {
      unit.fill(0)[j] = weights[k] as number;
      network.loss.hessianVector({ scores: space.scores, outputs: space.outputs, at: 0, target }, unit, ofScores);
      for (let a = 0; a <= kept; a++) {
        const line = ((columns[a] as number) * outputs + j) * size;
        for (let b = 0; b <= kept; b++) {
          const product = (values[a] as number) * (values[b] as number);
          const place = line + (columns[b] as number) * outputs;
          for (let i = 0; i < outputs; i++) {
            hessian[place + i] = (hessian[place + i] as number) + product * (ofScores[i] as number);
          }
        }
      }
    }
  }
  return hessian;
}
