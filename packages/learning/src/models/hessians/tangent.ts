import type { Room } from '../kernels/room.js';
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
export function makeTangent(room: Room, network: Network): Tangent {
  const { layers, loss } = network;
  return {
    hidden: layers.slice(0, -1).map(({ outputs }) => room.float64(outputs)),
    deltas: layers.map(({ outputs }) => room.float64(outputs)),
    scores: room.float64(loss.width),
    scratch: room.float64(Math.max(...layers.map(({ outputs }) => outputs))),
  };
}
