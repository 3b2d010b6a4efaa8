// Yeom and Fredrikson (IJCAI 2020), section 6: weights proportional to those of a logistic regression on the same data.
import { wrongLength } from '../messages.js';
import type { Metric } from './metric.js';
import { type ScaleToMeanOptions, scaleToMean } from './scale-to-mean.js';
import { metricFromWeights } from './weights.js';

/**
 * The weighted L^p metric whose weights are proportional to the sizes of a logistic model's coefficients, with mean 1 unless another is asked for:
 * columns that say little to the linear model count little between people.
 *
 * @param parameters Of a logistic model with one score: a coefficient per column, then the intercept, which is left out.
 * @throws DpfairError domain when there are not as many parameters as columns and one more, or every coefficient is 0.
 * @example
 * logisticWeights(1, [1, -3, 0.2], ['age', 'hours']).scales // Float64Array(2) [ 0.5, 1.5 ]
 */
export function logisticWeights(
  norm: number,
  parameters: ArrayLike<number>,
  columns: readonly string[],
  options: ScaleToMeanOptions = {},
): Metric {
  if (parameters.length !== columns.length + 1) {
    throw wrongLength(
      'parameters of a logistic model',
      parameters.length,
      `${columns.length + 1}: one per column and the intercept`,
    );
  }
  const sizes = Array.from(columns, (_, i) => Math.abs(parameters[i] as number));
  return scaleToMean(metricFromWeights(norm, sizes, columns), options);
}
