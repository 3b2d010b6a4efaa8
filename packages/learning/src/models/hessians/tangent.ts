import type { Network } from '../network/network.js';

/** Derivatives along a direction of what a workspace holds, for one example. Hidden values are in the places of its active units. */
export interface Tangent {
  readonly hidden: readonly Float64Array[];
  readonly deltas: readonly Float64Array[];
  readonly scores: Float64Array;
  /** As wide as the widest layer. */
  readonly scratch: Float64Array;
}

/** Makes the arrays, all zero. */
export function makeTangent(network: Network): Tangent {
  const { layers, loss } = network;
  return {
    hidden: layers.slice(0, -1).map(({ outputs }) => new Float64Array(outputs)),
    deltas: layers.map(({ outputs }) => new Float64Array(outputs)),
    scores: new Float64Array(loss.width),
    scratch: new Float64Array(Math.max(...layers.map(({ outputs }) => outputs))),
  };
}
