import { featureRows } from '../kernels/feature-rows.js';
import type { NonzeroRows } from '../kernels/nonzero-rows.js';
import { productAdder } from '../kernels/product-adder.js';
import { nothingToAdd, tooManyRows } from '../messages.js';
import type { Pass } from '../model.js';
import type { Layer, Network } from './network.js';
import { runBackward } from './run-backward.js';
import { runForward } from './run-forward.js';
import { makeWorkspace } from './workspace.js';

/** Opens a workspace for passes over up to `capacity` rows at a time; nothing is allocated after that. */
export function openPass(network: Network, capacity: number): Pass {
  const space = makeWorkspace(network, capacity);
  const batch = new Int32Array(capacity);
  const inputs = (network.layers[0] as Layer).inputs;
  const addProducts = productAdder(network.layers, capacity);
  let features: NonzeroRows | undefined;
  let held = 0;

  return {
    capacity,
    losses: space.losses,
    outputs: space.outputs,
    squaredNorms: space.squaredNorms,
    run(parameters, examples, rows, from, count, only) {
      if (!(count >= 0 && count <= capacity)) throw tooManyRows(count, capacity);
      const known = featureRows(examples, inputs);
      for (let r = 0; r < count; r++) {
        const row = rows[from + r] as number;
        batch[r] = row;
        runForward(network, space, parameters, known, row, r, examples.target[row] as number);
        if (only === undefined) runBackward(network, space, parameters, known, row, r);
      }
      features = only === undefined ? known : undefined;
      held = count;
    },
    addGradients(weights, into) {
      if (features === undefined) throw nothingToAdd();
      for (let l = 0; l < network.layers.length; l++) {
        const own = weights instanceof Float64Array ? weights : (weights[l] as Float64Array);
        const input = l === 0 ? features : (space.hidden[l - 1] as NonzeroRows);
        const layer = network.layers[l] as Layer;
        const delta = space.deltas[l] as Float64Array;
        addProducts(layer.inputs, input, l === 0 ? batch : null, held, own, delta, layer.outputs, into, layer.weights);
        addWeightedRows(own, delta, held, layer.outputs, into, layer.biases);
      }
    },
  };
}

/** Adds `sum_r weights[r] delta_r` to the biases. */
function addWeightedRows(
  weights: Float64Array,
  delta: Float64Array,
  count: number,
  width: number,
  into: Float64Array,
  at: number,
): void {
  for (let r = 0; r < count; r++) {
    const weight = weights[r] as number;
    for (let j = 0; j < width; j++) {
      into[at + j] = (into[at + j] as number) + weight * (delta[r * width + j] as number);
    }
  }
}
