import { featureRows } from '../kernels/feature-rows.js';
import { gradientAdder } from '../kernels/gradient-adder.js';
import type { NonzeroRows } from '../kernels/nonzero-rows.js';
import { furnish } from '../kernels/room.js';
import { nothingToAdd, tooManyRows } from '../messages.js';
import type { Pass } from '../model.js';
import type { Layer, Network } from './network.js';
import { runBackward } from './run-backward.js';
import { runForward } from './run-forward.js';
import { bringIn, isWide, makeWorkspace } from './workspace.js';

/** Opens a workspace for passes over up to `capacity` rows at a time; nothing is allocated after that. */
export function openPass(network: Network, capacity: number): Pass {
  const { layers } = network;
  const { space, addGradient } = furnish(isWide(network), (room) => ({
    space: makeWorkspace(room, network, capacity),
    addGradient: gradientAdder(room, layers, capacity),
  }));
  const batch = new Int32Array(capacity);
  const inputs = (layers[0] as Layer).inputs;
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
      const own = bringIn(space.parameters, parameters);
      for (let r = 0; r < count; r++) {
        const row = rows[from + r] as number;
        batch[r] = row;
        runForward(network, space, own, known, row, r, examples.target[row] as number);
        if (only === undefined) runBackward(network, space, own, known, row, r);
      }
      features = only === undefined ? known : undefined;
      held = count;
    },
    addGradients(weights, into) {
      if (features === undefined) throw nothingToAdd();
      for (let l = 0; l < layers.length; l++) {
        const own = weights instanceof Float64Array ? weights : (weights[l] as Float64Array);
        const input = l === 0 ? features : (space.hidden[l - 1] as NonzeroRows);
        const places = l === 0 ? batch : null;
        addGradient(layers[l] as Layer, input, places, held, own, space.deltas[l] as Float64Array, into);
      }
    },
  };
}
