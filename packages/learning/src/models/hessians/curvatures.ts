import type { Examples } from '@dpfair/result';
import { featureRows } from '../kernels/feature-rows.js';
import type { NonzeroRows } from '../kernels/nonzero-rows.js';
import { furnish } from '../kernels/room.js';
import type { HiddenUnit } from '../network/hidden-unit.js';
import type { Layer, Network } from '../network/network.js';
import { runForward } from '../network/run-forward.js';
import { bringIn, isWide, makeWorkspace, type Workspace } from '../network/workspace.js';
import { runTangentForward } from './run-tangent-forward.js';
import { straightCurvatures } from './straight-curvatures.js';
import { makeTangent, type Tangent } from './tangent.js';

/**
 * Makes `Model.curvaturesAlong`. With scores f(t) of the parameters moved by t times the direction, `v' H v = f' H_f f' + g f''`, H_f and
 * g the Hessian and the gradient of the loss in the scores: the Taylor series of the scores to second order, forward only.
 */
export function curvatures(network: Network) {
  const { layers, loss } = network;
  if (layers.length === 1) return straightCurvatures(network);
  const wide = isWide(network);
  const open = (directions: number) =>
    furnish(wide, (room) => ({
      space: makeWorkspace(room, network, 1),
      tangent: makeTangent(room, network),
      second: makeTangent(room, network),
      along: Array.from({ length: directions }, () => (wide ? room.float64(network.parameterCount) : null)),
    }));
  const curved = new Float64Array(loss.width);
  let opened: ReturnType<typeof open> | undefined;

  return (
    values: Float64Array,
    examples: Examples,
    rows: Int32Array,
    directions: readonly Float64Array[],
    outs: readonly Float64Array[],
  ): void => {
    if (opened === undefined || opened.along.length < directions.length) opened = open(directions.length);
    const { space, tangent, second, along } = opened;
    const features = featureRows(examples, (layers[0] as Layer).inputs);
    const parameters = bringIn(space.parameters, values);
    const vectors = directions.map((direction, d) => bringIn(along[d] ?? null, direction));
    const point = { scores: space.scores, outputs: space.outputs, at: 0, target: 0 };
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

/** Second derivatives of activations and scores along the direction; those of the features are 0. */
function bendForward(
  { layers, unit }: Network,
  { products, hidden }: Workspace,
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
      const input = hidden[l - 1] as NonzeroRows;
      const moved = tangent.hidden[l - 1] as Float64Array;
      const bent = second.hidden[l - 1] as Float64Array;
      products.addRowsTimesMatrix(input, 0, 1, moved, vector, weights, outputs, into, 0, into, 0);
      for (let j = 0; j < outputs; j++) into[j] = 2 * (into[j] as number);
      products.addRowsTimesMatrix(input, 0, 1, bent, parameters, weights, outputs, into, 0, into, 0);
    }
    if (l === last) return;
    const units = hidden[l] as NonzeroRows;
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
