import type { Examples } from '@dpfair/result';
import { type LanczosOptions, type LargestEigenvalue, largestEigenvalue, type RandomStream } from '@dpfair/stats';
import type { Model } from '../model.js';

/**
 * The largest eigenvalue of the weighted Hessian `sum_k weights[k] H_k` by Lanczos' method, a Hessian-vector product a step. With weights
 * 1 / rows it is that of the mean loss: a step of plain descent must not be longer than one over it to go down for certain.
 *
 * @param stream For the start.
 * @throws RangeError where parameters or features are not finite.
 */
export function largestHessianEigenvalue(
  model: Model,
  parameters: Float64Array,
  examples: Examples,
  rows: Int32Array,
  weights: Float64Array,
  stream: RandomStream,
  options: LanczosOptions = {},
): LargestEigenvalue {
  const start = Float64Array.from({ length: model.parameterCount }, () => stream.nextGaussian());
  const multiply = (vector: Float64Array, into: Float64Array): void =>
    model.addHessianVector(parameters, examples, rows, weights, vector, into.fill(0));
  return largestEigenvalue(multiply, start, options);
}
