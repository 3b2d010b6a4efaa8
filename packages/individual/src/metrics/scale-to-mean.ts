import { outsideDomain } from '../messages.js';
import { type Metric, metricFromScales } from './metric.js';
import { weightsOf } from './weights.js';

export interface ScaleToMeanOptions {
  /** The mean that is wanted, above 0. @default 1 */
  readonly mean?: number;
  /** Whether it is the mean of the weights, as in the paper, or of the scales; the same for the norms 1 and Infinity. @default 'weights' */
  readonly of?: 'weights' | 'scales';
}

/**
 * The same metric times the constant that makes the mean of its weights (or scales) over all columns a given number.
 *
 * @throws DpfairError domain when every scale is 0 or the mean is not above 0.
 * @example
 * scaleToMean(metricFromWeights(1, [1, 3])).scales // Float64Array(2) [ 0.5, 1.5 ]
 */
export function scaleToMean(metric: Metric, options: ScaleToMeanOptions = {}): Metric {
  const { mean: wanted = 1, of = 'weights' } = options;
  if (!(wanted > 0 && wanted < Number.POSITIVE_INFINITY)) {
    throw outsideDomain(`mean of the ${of} of a metric`, wanted, 'a finite number above 0');
  }
  const { norm, scales, columns } = metric;
  const values = of === 'weights' ? weightsOf(metric) : scales;
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  if (!(mean > 0)) throw outsideDomain(`mean of the ${of} before scaling`, mean, 'above 0');
  const byWeights = of === 'weights' && norm !== Number.POSITIVE_INFINITY;
  const factor = byWeights ? (wanted / mean) ** (1 / norm) : wanted / mean;
  return metricFromScales(
    norm,
    scales.map((scale) => factor * scale),
    columns,
  );
}
