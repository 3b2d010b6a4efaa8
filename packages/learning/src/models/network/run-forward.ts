import { addRowTimesMatrix } from '../kernels/add-row-times-matrix.js';
import type { NonzeroRows } from '../kernels/nonzero-rows.js';
import type { HiddenUnit } from './hidden-unit.js';
import type { Layer, Network } from './network.js';
import type { Workspace } from './workspace.js';

/** Takes one example forward: sets activations, scores, outputs, the loss and its gradient in the scores at place `r` of the workspace. */
export function runForward(
  network: Network,
  space: Workspace,
  parameters: Float64Array,
  features: NonzeroRows,
  row: number,
  r: number,
  target: number,
): void {
  const { layers, unit, loss } = network;
  const last = layers.length - 1;
  for (let l = 0; l <= last; l++) {
    const layer = layers[l] as Layer;
    const into = l === last ? space.scores : space.scratch;
    const intoAt = l === last ? r * layer.outputs : 0;
    for (let j = 0; j < layer.outputs; j++) into[intoAt + j] = parameters[layer.biases + j] as number;
    const input = l === 0 ? features : (space.hidden[l - 1] as NonzeroRows);
    const place = l === 0 ? row : r;
    addRowTimesMatrix(input, place, input.values, parameters, layer.weights, layer.outputs, into, intoAt);
    if (l < last) (unit as HiddenUnit).activate(space.scratch, layer.outputs, space.hidden[l] as NonzeroRows, r);
  }
  const at = r * loss.width;
  space.losses[r] = loss.evaluate(space.scores, at, target, space.outputs, space.deltas[last] as Float64Array);
}
