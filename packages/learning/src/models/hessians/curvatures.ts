import type { Examples } from '@dpfair/result';
import { addRowTimesMatrix } from '../kernels/add-row-times-matrix.js';
import { featureRows } from '../kernels/feature-rows.js';
import type { NonzeroRows } from '../kernels/nonzero-rows.js';
import type { OutputPoint } from '../losses/output-loss.js';
import type { HiddenUnit } from '../network/hidden-unit.js';
import type { Layer, Network } from '../network/network.js';
import { runForward } from '../network/run-forward.js';
import { makeWorkspace, type Workspace } from '../network/workspace.js';
import { packDirections } from './pack-directions.js';
import { runTangentForward } from './run-tangent-forward.js';
import { makeTangent, type Tangent } from './tangent.js';

/**
 * Makes `Model.curvaturesAlong`. With scores f(t) of the parameters moved by t times the direction, `v' H v = f' H_f f' + g f''`, H_f and
 * g the Hessian and the gradient of the loss in the scores: the Taylor series of the scores to second order, forward only.
 */
export function curvatures(network: Network) {
  const space = makeWorkspace(network, 1);
  const tangent = makeTangent(network);
  const second = makeTangent(network);
  const curved = new Float64Array(network.loss.width);
  const point = { scores: space.scores, outputs: space.outputs, at: 0, target: 0 };

  return (
    parameters: Float64Array,
    examples: Examples,
    rows: Int32Array,
    vectors: readonly Float64Array[],
    outs: readonly Float64Array[],
  ): void => {
    const { layers, loss } = network;
    const features = featureRows(examples, (layers[0] as Layer).inputs);
    if (layers.length === 1) {
      straightCurvatures(network, space, point, parameters, examples, features, rows, vectors, outs);
      return;
    }
    const gradient = space.deltas[layers.length - 1] as Float64Array;
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k] as number;
      point.target = examples.target[row] as number;
      runForward(network, space, parameters, features, row, 0, point.target);
      for (let d = 0; d < vectors.length; d++) {
        const vector = vectors[d] as Float64Array;
        runTangentForward(network, space, tangent, parameters, vector, features, row);
        loss.hessianVector(point, tangent.scores, curved);
        let sum = 0;
        for (let j = 0; j < loss.width; j++) sum += (tangent.scores[j] as number) * (curved[j] as number);
        bendForward(network, space, tangent, second, parameters, vector);
        for (let j = 0; j < loss.width; j++) sum += (gradient[j] as number) * (second.scores[j] as number);
        (outs[d] as Float64Array)[k] = sum;
      }
    }
  };
}

/** Without hidden layers scores are linear in the parameters, and all directions go forward together. */
function straightCurvatures(
  network: Network,
  space: Workspace,
  point: OutputPoint & { target: number },
  parameters: Float64Array,
  examples: Examples,
  features: NonzeroRows,
  rows: Int32Array,
  vectors: readonly Float64Array[],
  outs: readonly Float64Array[],
): void {
  const { layers, loss } = network;
  const { matrix, biases, width } = packDirections(layers[0] as Layer, vectors);
  const moved = new Float64Array(width);
  const own = new Float64Array(loss.width);
  const curved = new Float64Array(loss.width);
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number;
    point.target = examples.target[row] as number;
    runForward(network, space, parameters, features, row, 0, point.target);
    moved.set(biases);
    addRowTimesMatrix(features, row, features.values, matrix, 0, width, moved, 0);
    if (loss.width === 1) {
      // One score: its second derivative serves all directions.
      own[0] = 1;
      loss.hessianVector(point, own, curved);
      const bend = curved[0] as number;
      for (let d = 0; d < vectors.length; d++) (outs[d] as Float64Array)[k] = (moved[d] as number) ** 2 * bend;
      continue;
    }
    for (let d = 0; d < vectors.length; d++) {
      for (let j = 0; j < loss.width; j++) own[j] = moved[d * loss.width + j] as number;
      loss.hessianVector(point, own, curved);
      let sum = 0;
      for (let j = 0; j < loss.width; j++) sum += (own[j] as number) * (curved[j] as number);
      (outs[d] as Float64Array)[k] = sum;
    }
  }
}

/** Second derivatives of activations and scores along the direction; those of the features are 0. */
function bendForward(
  { layers, unit }: Network,
  space: Workspace,
  tangent: Tangent,
  second: Tangent,
  parameters: Float64Array,
  vector: Float64Array,
): void {
  const last = layers.length - 1;
  const { slope, bend } = unit as HiddenUnit;
  for (let l = 0; l <= last; l++) {
    const { outputs, weights } = layers[l] as Layer;
    const into = l === last ? second.scores : second.scratch;
    into.fill(0);
    if (l > 0) {
      const input = space.hidden[l - 1] as NonzeroRows;
      addRowTimesMatrix(input, 0, tangent.hidden[l - 1] as Float64Array, vector, weights, outputs, into, 0);
      for (let j = 0; j < outputs; j++) into[j] = 2 * (into[j] as number);
      addRowTimesMatrix(input, 0, second.hidden[l - 1] as Float64Array, parameters, weights, outputs, into, 0);
    }
    if (l === last) return;
    const units = space.hidden[l] as NonzeroRows;
    const moved = tangent.hidden[l] as Float64Array;
    const bent = second.hidden[l] as Float64Array;
    const end = units.ends[0] as number;
    for (let c = 0; c < end; c++) {
      const activation = units.values[c] as number;
      const steep = slope(activation);
      const rate = moved[c] as number;
      // Where the slope has underflowed to 0 nothing moves, and nothing bends.
      const curve = steep === 0 ? 0 : (bend(activation) * rate * rate) / steep;
      bent[c] = curve + steep * (into[units.columns[c] as number] as number);
    }
  }
}
