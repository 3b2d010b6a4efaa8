import type { Model } from '../models/model.js';
import { layOut } from '../models/network/network.js';
import { badPruningRate } from './messages.js';

/** Which parameters stay. */
export interface MagnitudeMask {
  /** One element a parameter: 1 stays, 0 is set to 0. */
  readonly kept: Uint8Array;
  /** How many are set to 0. */
  readonly pruned: number;
  /** How many could have been. */
  readonly weights: number;
}

/**
 * Global magnitude pruning: `round(rate x weights)` weights of smallest absolute value go, over all layers together; of equal ones the
 * earlier go first. Biases stay unless asked for: they are few, and what they carry is the base rate.
 *
 * It looks at the parameters alone, so that what was private stays as private.
 *
 * @param rate from 0 to 1
 * @throws DpfairError usage, for another rate.
 * @example
 * magnitudeMask(model, Float64Array.of(0.1, -3, 2, 9), 0.34).kept // Uint8Array [0, 1, 1, 1], where the last is the bias
 */
export function magnitudeMask(model: Model, parameters: Float64Array, rate: number, biases = false): MagnitudeMask {
  if (!(rate >= 0 && rate <= 1)) throw badPruningRate(rate);
  const places: number[] = [];
  for (const layer of layOut(model.description).layers) {
    const end = biases ? layer.biases + layer.outputs : layer.biases;
    for (let place = layer.weights; place < end; place++) places.push(place);
  }
  const sizes = parameters.map(Math.abs);
  places.sort((a, b) => (sizes[a] as number) - (sizes[b] as number) || a - b);
  const pruned = Math.round(rate * places.length);
  const kept = new Uint8Array(model.parameterCount).fill(1);
  for (const place of places.slice(0, pruned)) kept[place] = 0;
  return { kept, pruned, weights: places.length };
}

/** The parameters that stay, 0 for the others. */
export function masked(parameters: Float64Array, kept: Uint8Array): Float64Array<ArrayBuffer> {
  return Float64Array.from(parameters, (value, j) => (kept[j] === 1 ? value : 0));
}
