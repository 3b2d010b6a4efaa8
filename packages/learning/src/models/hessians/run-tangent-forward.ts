// Source: Pearlmutter (Neural Computation 6, 1994), equation 4.1: the R-operator.
import type { NonzeroRows } from '../kernels/nonzero-rows.js';
import type { HiddenUnit } from '../network/hidden-unit.js';
import type { Layer, Network } from '../network/network.js';
import type { Workspace } from '../network/workspace.js';
import type { Tangent } from './tangent.js';

/** After `runForward` at place 0: how activations and scores change when the parameters move along `vector`, which is in the room of the workspace like them. */
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
  const { entry, products } = space;
  const last = layers.length - 1;
  for (let l = 0; l <= last; l++) {
    const { outputs, weights, biases } = layers[l] as Layer;
    const into = l === last ? tangent.scores : tangent.scratch;
    if (l === 0) {
      const input = entry ?? features;
      const place = entry === null ? row : 0;
      products.addRowsTimesMatrix(input, place, 1, input.values, vector, weights, outputs, vector, biases, into, 0);
    } else {
      const input = space.hidden[l - 1] as NonzeroRows;
      products.addRowsTimesMatrix(input, 0, 1, input.values, vector, weights, outputs, vector, biases, into, 0);
      const moved = tangent.hidden[l - 1] as Float64Array;
      products.addRowsTimesMatrix(input, 0, 1, moved, parameters, weights, outputs, into, 0, into, 0);
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
