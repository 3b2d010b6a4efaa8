import { makeNonzeroRows, type NonzeroRows } from '../kernels/nonzero-rows.js';
import type { Products } from '../kernels/products.js';
import type { Room } from '../kernels/room.js';
import type { Layer, Network } from './network.js';

/** Everything that a batch of up to `capacity` examples leaves behind, without a gradient of any single one. */
export interface Workspace {
  readonly products: Products;
  /** Room for the parameters in the memory of the kernel; null without one. */
  readonly parameters: Float64Array | null;
  /** Room for the example that goes forward in the memory of the kernel; null without one. */
  readonly entry: NonzeroRows | null;
  /** Activations of the active units of each hidden layer. */
  readonly hidden: readonly NonzeroRows[];
  /** Gradient of the loss in the input of the units of each layer, capacity x units. */
  readonly deltas: readonly Float64Array[];
  readonly scores: Float64Array;
  readonly outputs: Float64Array;
  readonly losses: Float64Array;
  /** For each layer, by example. */
  readonly squaredNorms: readonly Float64Array[];
  /** As wide as the widest layer. */
  readonly scratch: Float64Array;
}

/** Networks with a layer that wide are faster in the memory of the kernel. */
const WIDE = 8;

/** Whether a network has a layer that is worth the way into the kernel. */
export function isWide({ layers }: Network): boolean {
  return layers.some(({ outputs }) => outputs >= WIDE);
}

/** Makes the arrays, all zero. */
export function makeWorkspace(room: Room, network: Network, capacity: number): Workspace {
  const { layers, parameterCount, loss } = network;
  const inKernel = room.kernel !== null;
  return {
    products: room.products,
    parameters: inKernel ? room.float64(parameterCount) : null,
    entry: inKernel ? makeNonzeroRows(room, 1, (layers[0] as Layer).inputs) : null,
    hidden: layers.slice(0, -1).map(({ outputs }) => makeNonzeroRows(room, capacity, outputs)),
    deltas: layers.map(({ outputs }) => room.float64(capacity * outputs)),
    scores: room.float64(capacity * loss.width),
    outputs: new Float64Array(capacity * loss.width),
    losses: new Float64Array(capacity),
    squaredNorms: layers.map(() => new Float64Array(capacity)),
    scratch: room.float64(Math.max(...layers.map(({ outputs }) => outputs))),
  };
}

/** Values where products can reach them: copied to a place of their own in the room, if they have one. */
export function bringIn(own: Float64Array | null, values: Float64Array): Float64Array {
  if (own === null) return values;
  own.set(values);
  return own;
}
