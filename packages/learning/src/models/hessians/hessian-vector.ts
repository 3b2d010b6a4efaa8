// Source: Pearlmutter (Neural Computation 6, 1994), equations 4.1 to 4.5.
import type { Examples } from '@dpfair/result';
import { addOuterProduct } from '../kernels/add-outer-product.js';
import { featureRows } from '../kernels/feature-rows.js';
import type { NonzeroRows } from '../kernels/nonzero-rows.js';
import { furnish } from '../kernels/room.js';
import type { HiddenUnit } from '../network/hidden-unit.js';
import type { Layer, Network } from '../network/network.js';
import { runForward } from '../network/run-forward.js';
import { bringIn, isWide, makeWorkspace, type Workspace } from '../network/workspace.js';
import { runTangentForward } from './run-tangent-forward.js';
import { makeTangent, type Tangent } from './tangent.js';

/** Makes `Model.addHessianVector`: forward, along the direction forward, and both backward, example by example. */
export function hessianVector(network: Network) {
  const { layers, loss } = network;
  const wide = isWide(network);
  const open = () =>
    furnish(wide, (room) => ({
      space: makeWorkspace(room, network, 1),
      tangent: makeTangent(room, network),
      along: room.kernel ? room.float64(network.parameterCount) : null,
    }));
  let opened: ReturnType<typeof open> | undefined;

  return (
    values: Float64Array,
    examples: Examples,
    rows: Int32Array,
    weights: Float64Array,
    direction: Float64Array,
    into: Float64Array,
  ): void => {
    opened ??= open();
    const { space, tangent, along } = opened;
    const point = { scores: space.scores, outputs: space.outputs, at: 0, target: 0 };
    const parameters = bringIn(space.parameters, values);
    const vector = bringIn(along, direction);
    const features = featureRows(examples, (layers[0] as Layer).inputs);
    const last = layers.length - 1;
    for (let k = 0; k < rows.length; k++) {
      const weight = weights[k] as number;
      if (weight === 0) continue;
      const row = rows[k] as number;
      point.target = examples.target[row] as number;
      runForward(network, space, parameters, features, row, 0, point.target);
      runTangentForward(network, space, tangent, parameters, vector, features, row);
      loss.hessianVector(point, tangent.scores, tangent.deltas[last] as Float64Array);
      for (let l = last; l >= 0; l--) {
        addLayer(network, l, space, tangent, features, row, weight, into);
        if (l > 0) backOneLayer(network, l, space, tangent, parameters, vector);
      }
    }
  };
}

/** Adds weight times the derivative of `input delta'` along the direction, and of the biases. */
function addLayer(
  { layers }: Network,
  l: number,
  space: Workspace,
  tangent: Tangent,
  features: NonzeroRows,
  row: number,
  weight: number,
  into: Float64Array,
): void {
  const { outputs, weights, biases } = layers[l] as Layer;
  const moved = tangent.deltas[l] as Float64Array;
  for (let j = 0; j < outputs; j++) {
    into[biases + j] = (into[biases + j] as number) + weight * (moved[j] as number);
  }
  if (l === 0) {
    addOuterProduct(features, row, features.values, weight, moved, 0, outputs, into, weights);
    return;
  }
  const input = space.hidden[l - 1] as NonzeroRows;
  const movedInput = tangent.hidden[l - 1] as Float64Array;
  addOuterProduct(input, 0, input.values, weight, moved, 0, outputs, into, weights);
  addOuterProduct(input, 0, movedInput, weight, space.deltas[l] as Float64Array, 0, outputs, into, weights);
}

/** Sets the delta of the layer below, and its derivative along the direction. */
function backOneLayer(
  { layers, unit }: Network,
  l: number,
  space: Workspace,
  tangent: Tangent,
  parameters: Float64Array,
  vector: Float64Array,
): void {
  const { outputs, weights } = layers[l] as Layer;
  const { slope, bend } = unit as HiddenUnit;
  const input = space.hidden[l - 1] as NonzeroRows;
  const { products } = space;
  const deltaAbove = space.deltas[l] as Float64Array;
  const movedAbove = tangent.deltas[l] as Float64Array;
  const back = space.scratch.fill(0);
  products.addMatrixTimesRow(input, 0, parameters, weights, outputs, deltaAbove, 0, back, 0);
  const movedBack = tangent.scratch.fill(0);
  products.addMatrixTimesRow(input, 0, vector, weights, outputs, deltaAbove, 0, movedBack, 0);
  products.addMatrixTimesRow(input, 0, parameters, weights, outputs, movedAbove, 0, movedBack, 0);
  const delta = (space.deltas[l - 1] as Float64Array).fill(0);
  const moved = (tangent.deltas[l - 1] as Float64Array).fill(0);
  const movedInput = tangent.hidden[l - 1] as Float64Array;
  const end = input.ends[0] as number;
  for (let c = 0; c < end; c++) {
    const column = input.columns[c] as number;
    const activation = input.values[c] as number;
    const steep = slope(activation);
    delta[column] = steep * (back[column] as number);
    moved[column] =
      steep * (movedBack[column] as number) + bend(activation) * (movedInput[c] as number) * (back[column] as number);
  }
}
