import type { Examples } from '@dpfair/result';
import { featureRows } from '../kernels/feature-rows.js';
import type { NonzeroRows } from '../kernels/nonzero-rows.js';
import { furnish } from '../kernels/room.js';
import type { HiddenUnit } from '../network/hidden-unit.js';
import type { Layer, Network } from '../network/network.js';
import { runBackward } from '../network/run-backward.js';
import { runForward } from '../network/run-forward.js';
import { bringIn, isWide, makeWorkspace, type Workspace } from '../network/workspace.js';

/**
 * Makes `Model.traces`, exact for every model and without probes.
 *
 * Without hidden layers the trace is `(|x|^2 + 1)` times that of the Hessian in the scores. With them it has two parts. The
 * Gauss-Newton part `Tr(J' M M' J)` is the sum over columns m of M of `|J' m|^2`: the squared norm that a backward pass gives which
 * begins with m in place of the gradient. The other part needs the diagonal only: a weight enters the input z_j of its unit
 * linearly, with its own input as factor, so that a layer adds `(|input|^2 + 1) sum_j q_j`, q_j the second derivative in z_j
 * of the loss with its gradient in the scores held fixed: `bend slope u_j + slope^2 sum_m W_jm^2 q_m`, u what comes back to the unit. That
 * holds for up to two hidden layers (above, the Hessian in the inputs of a layer is no longer diagonal) and is 0 for ReLU.
 */
export function traces(network: Network) {
  const { layers, loss, unit } = network;
  const last = layers.length - 1;
  const bends = layers.slice(0, -1).map(({ outputs }) => new Float64Array(outputs));
  let space: Workspace | undefined;

  return (values: Float64Array, examples: Examples, rows: Int32Array, out: Float64Array): void => {
    space ??= furnish(isWide(network), (room) => makeWorkspace(room, network, 1));
    const delta = space.deltas[last] as Float64Array;
    const point = { scores: space.scores, outputs: space.outputs, at: 0, target: 0 };
    const parameters = bringIn(space.parameters, values);
    const features = featureRows(examples, (layers[0] as Layer).inputs);
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k] as number;
      point.target = examples.target[row] as number;
      runForward(network, space, parameters, features, row, 0, point.target);
      if (unit === null) {
        out[k] = ((features.squaredNorms[row] as number) + 1) * loss.hessianTrace(point);
        continue;
      }
      let sum = bentPart(network, unit, space, parameters, features.squaredNorms[row] as number, bends);
      for (let root = 0; root < loss.roots; root++) {
        loss.hessianRoot(point, root, delta);
        runBackward(network, space, parameters, features, row, 0);
        for (const norms of space.squaredNorms) sum += norms[0] as number;
      }
      out[k] = sum;
    }
  };
}

/** The part that is not Gauss-Newton, after `runForward`; it walks the deltas of the hidden layers itself. */
function bentPart(
  { layers }: Network,
  unit: HiddenUnit,
  space: Workspace,
  parameters: Float64Array,
  featureNorm: number,
  bends: readonly Float64Array[],
): number {
  let sum = 0;
  for (let l = layers.length - 2; l >= 0; l--) {
    const { outputs, weights } = layers[l + 1] as Layer;
    const units = space.hidden[l] as NonzeroRows;
    const deltaAbove = space.deltas[l + 1] as Float64Array;
    const back = space.scratch.fill(0);
    space.products.addMatrixTimesRow(units, 0, parameters, weights, outputs, deltaAbove, 0, back, 0);
    const delta = (space.deltas[l] as Float64Array).fill(0);
    const bent = (bends[l] as Float64Array).fill(0);
    const above = bends[l + 1];
    const end = units.ends[0] as number;
    let layer = 0;
    for (let c = 0; c < end; c++) {
      const column = units.columns[c] as number;
      const activation = units.values[c] as number;
      const slope = unit.slope(activation);
      delta[column] = slope * (back[column] as number);
      let value = unit.bend(activation) * (delta[column] as number);
      if (above !== undefined) value += slope * slope * squaresTimes(parameters, weights + column * outputs, above);
      bent[column] = value;
      layer += value;
    }
    sum += ((l === 0 ? featureNorm : ((space.hidden[l - 1] as NonzeroRows).squaredNorms[0] as number)) + 1) * layer;
  }
  return sum;
}

function squaresTimes(matrix: Float64Array, at: number, vector: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < vector.length; j++) {
    const value = matrix[at + j] as number;
    sum += value * value * (vector[j] as number);
  }
  return sum;
}
