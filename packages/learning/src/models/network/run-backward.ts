import type { NonzeroRows } from '../kernels/nonzero-rows.js';
import type { HiddenUnit } from './hidden-unit.js';
import type { Layer, Network } from './network.js';
import type { Workspace } from './workspace.js';

/**
 * Takes the last layer's delta of place `r` back through the hidden layers, and sets the squared norms of the gradient by layer:
 * the gradient in the weights is the outer product of input and delta, so its squared norm is `(|input|^2 + 1) |delta|^2`, biases
 * included. Source: Goodfellow (2015), arXiv:1510.01799.
 *
 * @param parameters those that were brought into the workspace
 */
export function runBackward(
  network: Network,
  space: Workspace,
  parameters: Float64Array,
  features: NonzeroRows,
  row: number,
  r: number,
): void {
  const { layers } = network;
  for (let l = layers.length - 1; l >= 0; l--) {
    const { inputs, outputs, weights } = layers[l] as Layer;
    const delta = space.deltas[l] as Float64Array;
    const input = l === 0 ? features : (space.hidden[l - 1] as NonzeroRows);
    const inputNorm = input.squaredNorms[l === 0 ? row : r] as number;
    const square = space.products.squaredNorm(delta, r * outputs, outputs);
    (space.squaredNorms[l] as Float64Array)[r] = (inputNorm + 1) * square;
    if (l === 0) return;
    const below = space.deltas[l - 1] as Float64Array;
    const at = r * inputs;
    below.fill(0, at, at + inputs);
    space.products.addMatrixTimesRow(input, r, parameters, weights, outputs, delta, r * outputs, below, at);
    (network.unit as HiddenUnit).scaleBySlopes(input, r, below, at);
  }
}
