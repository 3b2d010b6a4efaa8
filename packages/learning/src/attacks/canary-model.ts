import type { Examples } from '@dpfair/result';
import type { Model, Pass } from '../models/model.js';

/** One row whose gradient is made up: `length` along one parameter, 0 along all others, whatever the parameters are. */
export interface Canary {
  readonly row: number;
  readonly parameter: number;
  /** 0 for the same row without effect. */
  readonly length: number;
}

/**
 * The model with a canary: passes give its row the made-up gradient, so that sampling, clipping, noise and step treat it like any other. Curvatures
 * and losses are those of the model.
 */
export function withCanary(model: Model, canary: Canary): Model {
  return { ...model, open: (capacity) => canaryPass(model, model.open(capacity), canary) };
}

function canaryPass(model: Model, pass: Pass, { row, parameter, length }: Canary): Pass {
  const block = model.blocks.findIndex(({ start, length: size }) => parameter >= start && parameter < start + size);
  let places: number[] = [];
  return {
    ...pass,
    run(parameters: Float64Array, examples: Examples, rows, from, count, only) {
      pass.run(parameters, examples, rows, from, count, only);
      places = [];
      for (let k = 0; k < count; k++) if (rows[from + k] === row) places.push(k);
      for (const k of places) {
        for (const [b, squares] of pass.squaredNorms.entries()) squares[k] = b === block ? length * length : 0;
      }
    },
    addGradients(weights, into) {
      const lists = weights instanceof Float64Array ? [weights] : weights;
      const own = lists[weights instanceof Float64Array ? 0 : block] as Float64Array;
      const total = places.reduce((sum, k) => sum + (own[k] as number), 0);
      const kept = lists.map((list) => places.map((k) => list[k] as number));
      for (const list of lists) for (const k of places) list[k] = 0;
      pass.addGradients(weights, into);
      for (const [l, list] of lists.entries()) for (const [p, k] of places.entries()) list[k] = kept[l]?.[p] as number;
      into[parameter] = (into[parameter] as number) + total * length;
    },
  };
}
