import type { Examples } from '@dpfair/result';
import { featureRows } from '../kernels/feature-rows.js';
import { makeNonzeroRows, takeRow } from '../kernels/nonzero-rows.js';
import { furnish } from '../kernels/room.js';
import type { Layer, Network } from '../network/network.js';
import { runForward } from '../network/run-forward.js';
import { bringIn, isWide, makeWorkspace } from '../network/workspace.js';
import { packDirections } from './pack-directions.js';

/** Rows that meet the directions together. */
const CHUNK = 64;

/** `curvatures` of a model without hidden layers: scores are linear in the parameters, and all directions go forward together. */
export function straightCurvatures(network: Network) {
  const { loss, layers } = network;
  const layer = layers[0] as Layer;
  const open = (width: number) =>
    furnish(true, (room) => ({
      width,
      products: room.products,
      matrix: room.float64(layer.inputs * width),
      entries: makeNonzeroRows(room, CHUNK, layer.inputs),
      moved: room.float64(CHUNK * width),
    }));
  const space = furnish(isWide(network), (room) => makeWorkspace(room, network, 1));
  const point = { scores: space.scores, outputs: space.outputs, at: 0, target: 0 };
  const own = new Float64Array(loss.width);
  const curved = new Float64Array(loss.width);
  let opened: ReturnType<typeof open> | undefined;

  return (
    values: Float64Array,
    examples: Examples,
    rows: Int32Array,
    directions: readonly Float64Array[],
    outs: readonly Float64Array[],
  ): void => {
    const packed = packDirections(layer, directions);
    if (opened?.width !== packed.width) opened = open(packed.width);
    const { products, matrix, entries, moved, width } = opened;
    const features = featureRows(examples, layer.inputs);
    const parameters = bringIn(space.parameters, values);
    matrix.set(packed.matrix);
    for (let k = 0; k < rows.length; k++) {
      const r = k % CHUNK;
      if (r === 0) {
        const count = Math.min(CHUNK, rows.length - k);
        for (let i = 0; i < count; i++) {
          takeRow(features, rows[k + i] as number, entries, i);
          for (let j = 0; j < width; j++) moved[i * width + j] = packed.biases[j] as number;
        }
        products.addRowsTimesMatrix(entries, 0, count, entries.values, matrix, 0, width, moved, 0, moved, 0);
      }
      const row = rows[k] as number;
      point.target = examples.target[row] as number;
      runForward(network, space, parameters, features, row, 0, point.target);
      const at = r * width;
      if (loss.width === 1) {
        // One score: its second derivative serves all directions.
        own[0] = 1;
        loss.hessianVector(point, own, curved);
        const bend = curved[0] as number;
        for (let d = 0; d < directions.length; d++)
          (outs[d] as Float64Array)[k] = (moved[at + d] as number) ** 2 * bend;
        continue;
      }
      for (let d = 0; d < directions.length; d++) {
        for (let j = 0; j < loss.width; j++) own[j] = moved[at + d * loss.width + j] as number;
        loss.hessianVector(point, own, curved);
        let sum = 0;
        for (let j = 0; j < loss.width; j++) sum += (own[j] as number) * (curved[j] as number);
        (outs[d] as Float64Array)[k] = sum;
      }
    }
  };
}
