import { addMatrixTimesRow } from '../kernels/add-matrix-times-row.js';
import type { NonzeroRows } from '../kernels/nonzero-rows.js';
import type { HiddenUnit } from './hidden-unit.js';
import type { Layer, Network } from './network.js';
import type { Workspace } from './workspace.js';

/**
 * Takes the last layer's delta of place `r` back through the hidden layers, and sets the squared norms of the gradient by layer:
 * the gradient in the weights is the outer product of input and delta, so its squared norm is `(|input|^2 + 1) |delta|^2`, biases
 * included. Source: Goodfellow (2015), arXiv:1510.01799.
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
    const { outputs, weights } = layers[l] as Layer;
    const delta = space.deltas[l] as Float64Array;
    const input = l === 0 ? features : (space.hidden[l - 1] as NonzeroRows);
    const inputNorm = input.squaredNorms[l === 0 ? row : r] as number;
    let square = 0;
    for (let j = r * outputs; j < (r + 1) * outputs; j++) square += (delta[j] as number) * (delta[j] as number);
    (space.squaredNorms[l] as Float64Array)[r] = (inputNorm + 1) * square;
    if (l === 0) return;
    space.scratch.fill(0);
    addMatrixTimesRow(input, r, parameters, weights, outputs, delta, r * outputs, space.scratch);
    passSlope(network.unit as HiddenUnit, input, r, space.scratch, space.deltas[l - 1] as Float64Array);
  }
}

/** Sets the delta of a hidden layer: slope times what came back for active units, 0 for the others. */
function passSlope(unit: HiddenUnit, units: NonzeroRows, r: number, back: Float64Array, delta: Float64Array): void {
  const start = units.starts[r] as number;
  const width = delta.length / units.ends.length;
  delta.fill(0, r * width, (r + 1) * width);
  const end = units.ends[r] as number;
  for (let c = start; c < end; c++) {
    const column = units.columns[c] as number;
    delta[start + column] = unit.slope(units.values[c] as number) * (back[column] as number);
  }
}
