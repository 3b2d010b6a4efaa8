import type { NonzeroRows } from '../kernels/nonzero-rows.js';
import type { Network } from './network.js';

/** Everything that a batch of up to `capacity` examples leaves behind, without a gradient of any single one. */
export interface Workspace {
  /** Activations of the active units of each hidden layer. */
  readonly hidden: readonly NonzeroRows[];
  /** Gradient of the loss in the input of the units of each layer, capacity x units. */
  readonly deltas: readonly Float64Array[];
  readonly scores: Float64Array;
  readonly outputs: Float64Array;
  readonly losses: Float64Array;
  /** For each layer, by example. */
  readonly squaredNorms: readonly Float64Array[];
  /** As wide as the widest hidden layer. */
  readonly scratch: Float64Array;
}

/** Makes the arrays, all zero. */
export function makeWorkspace(network: Network, capacity: number): Workspace {
  const { layers } = network;
  const hidden = layers.slice(0, -1).map(({ outputs }) => ({
    starts: Int32Array.from({ length: capacity }, (_, r) => r * outputs),
    ends: new Int32Array(capacity),
    columns: new Int32Array(capacity * outputs),
    values: new Float64Array(capacity * outputs),
    squaredNorms: new Float64Array(capacity),
  }));
  const scores = new Float64Array(capacity * network.loss.width);
  return {
    hidden,
    deltas: layers.map(({ outputs }) => new Float64Array(capacity * outputs)),
    scores,
    outputs: new Float64Array(scores.length),
    losses: new Float64Array(capacity),
    squaredNorms: layers.map(() => new Float64Array(capacity)),
    scratch: new Float64Array(Math.max(0, ...layers.slice(0, -1).map(({ outputs }) => outputs))),
  };
}
