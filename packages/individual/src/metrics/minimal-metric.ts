// Yeom and Fredrikson (IJCAI 2020), theorem 2; for the logistic model the same argument at the slope 1/4 of the logistic function at 0.
import { type Metric, metricFromScales } from './metric.js';

/**
 * The smallest weighted metric under which a linear model is individually fair, `|h(a) - h(b)| <= D(a, b)`: L1 with the sizes of the coefficients.
 * No other weighted L^p metric is fair and nowhere larger. Attained by pairs whose differences have the signs of the coefficients.
 *
 * @param coefficients One per column, without the intercept; finite.
 * @example
 * minimalLinearMetric([2, -3]).scales // Float64Array(2) [ 2, 3 ]
 */
export function minimalLinearMetric(coefficients: ArrayLike<number>, columns?: readonly string[]): Metric {
  return metricFromScales(1, Array.from(coefficients, Math.abs), columns);
}

/**
 * The smallest weighted L1 metric under which the probabilities of a logistic model are individually fair in total variation: the sizes of the
 * coefficients over 4, the steepest slope of the logistic function. Pairs around probability 1/2 come as near to it as one likes.
 *
 * @param coefficients One per column, without the intercept; finite.
 * @example
 * minimalLogisticMetric([2, -4]).scales // Float64Array(2) [ 0.5, 1 ]
 */
export function minimalLogisticMetric(coefficients: ArrayLike<number>, columns?: readonly string[]): Metric {
  return metricFromScales(
    1,
    Array.from(coefficients, (value) => Math.abs(value) / 4),
    columns,
  );
}
