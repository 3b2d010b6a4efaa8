// Source: Pearlmutter (Neural Computation 6, 1994), equation 4.1: the R-operator.
import { addRowTimesMatrix } from '../kernels/add-row-times-matrix.js';
import type { NonzeroRows } from '../kernels/nonzero-rows.js';
import type { HiddenUnit } from '../network/hidden-unit.js';
import type { Layer, Network } from '../network/network.js';
import type { Workspace } from '../network/workspace.js';
import type { Tangent } from './tangent.js';

/** After `runForward` at place 0: how activations and scores change when the parameters move along `vector`. */
export function runTangentForward(
  network: Network,
  space: Workspace,
  tangent: Tangent,
  parameters: Float64Array,
  vector: Float64Array,
  features: NonzeroRows,
  row: number,
): void {
  const { layers, unit } = network;
  const last = layers.length - 1;
  for (let l = 0; l <= last; l++) {
    const { outputs, weights, biases } = layers[l] as Layer;
    const into = l === last ? tangent.scores : tangent.scratch;
    for (let j = 0; j < outputs; j++) into[j] = vector[biases + j] as number;
    if (l === 0) {
      addRowTimesMatrix(features, row, features.values, vector, weights, outputs, into, 0);
    } else {
      const input = space.hidden[l - 1] as NonzeroRows;
      addRowTimesMatrix(input, 0, input.values, vector, weights, outputs, into, 0);
      addRowTimesMatrix(input, 0, tangent.hidden[l - 1] as Float64Array, parameters, weights, outputs, into, 0);
    }
    if (l === last) return;
    const units = space.hidden[l] as NonzeroRows;
    const moved = tangent.hidden[l] as Float64Array;
    const end = units.ends[0] as number;
    for (let c = 0; c < end; c++) {
      const slope = (unit as HiddenUnit).slope(units.values[c] as number);
      moved[c] = slope * (into[units.columns[c] as number] as number);
    }
  }
}
