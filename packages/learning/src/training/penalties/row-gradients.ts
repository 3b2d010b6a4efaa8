import type { Examples } from '@dpfair/result';
import type { Model } from '../../models/model.js';

/** One row, gone forward and backward. */
export interface RowGradient {
  /** Gradient of its loss; overwritten by the next row. */
  readonly gradient: Float64Array;
  readonly norm: number;
}

/** Opens a workspace that gives the gradient of one row at a time. */
export function rowGradients(model: Model, examples: Examples): (parameters: Float64Array, row: number) => RowGradient {
  const pass = model.open(1);
  const gradient = new Float64Array(model.parameterCount);
  const place = new Int32Array(1);
  const one = new Float64Array([1]);
  return (parameters, row) => {
    place[0] = row;
    pass.run(parameters, examples, place, 0, 1);
    gradient.fill(0);
    pass.addGradients(one, gradient);
    const square = pass.squaredNorms.reduce((sum, block) => sum + (block[0] as number), 0);
    return { gradient, norm: Math.sqrt(square) };
  };
}
