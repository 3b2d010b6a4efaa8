import { type NonzeroRows, takeRow } from '../kernels/nonzero-rows.js';
import type { HiddenUnit } from './hidden-unit.js';
import type { Layer, Network } from './network.js';
import type { Workspace } from './workspace.js';

/**
 * Takes one example forward: sets activations, scores, outputs, the loss and its gradient in the scores at place `r` of the workspace.
 *
 * @param parameters those that were brought into the workspace
 */
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
  const { entry, products } = space;
  const last = layers.length - 1;
  if (entry !== null) takeRow(features, row, entry, 0);
  for (let l = 0; l <= last; l++) {
    const { outputs, weights, biases } = layers[l] as Layer;
    const into = l === last ? space.scores : space.scratch;
    const intoAt = l === last ? r * outputs : 0;
    const input = l > 0 ? (space.hidden[l - 1] as NonzeroRows) : (entry ?? features);
    const place = l > 0 ? r : entry === null ? row : 0;
    const { values } = input;
    products.addRowsTimesMatrix(
      input,
      place,
      1,
      values,
      parameters,
      weights,
      outputs,
      parameters,
      biases,
      into,
      intoAt,
    );
    if (l < last) (unit as HiddenUnit).activate(products, space.scratch, outputs, space.hidden[l] as NonzeroRows, r);
  }
  const at = r * loss.width;
  space.losses[r] = loss.evaluate(space.scores, at, target, space.outputs, space.deltas[last] as Float64Array);
}
