// Yeom and Fredrikson (IJCAI 2020), definition 2; the scales of their weights are w^(1/p), not w.
import { outsideDomain } from '../messages.js';
import { type Metric, metricFromScales } from './metric.js';

/**
 * The metric `(sum of w_i |a_i - b_i|^p)^(1/p)`, kept as scales `w_i^(1/p)`; for p = Infinity it is `max of w_i |a_i - b_i|`, and scales are weights.
 *
 * The published algorithm divides noise by the weights for every p. That is right for p = 1 and Infinity only: for p = 2 it has to be their roots.
 *
 * @param weights One per column, finite, 0 or more.
 * @throws DpfairError domain, naming the column.
 * @example
 * metricFromWeights(2, [1, 4]).scales // Float64Array(2) [ 1, 2 ]
 */
export function metricFromWeights(norm: number, weights: ArrayLike<number>, columns?: readonly string[]): Metric {
  const scales = Float64Array.from(weights, (weight, i) => {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw outsideDomain(`weight of ${columns?.[i] ?? `column ${i + 1}`}`, weight, 'a finite number, 0 or more');
    }
    return norm === 2 ? Math.sqrt(weight) : norm === Number.POSITIVE_INFINITY ? weight : weight ** (1 / norm);
  });
  return metricFromScales(norm, scales, columns);
}

/** The weights of a metric: its scales to the power of its norm, or the scales themselves for the norm Infinity. */
export function weightsOf({ norm, scales }: Metric): Float64Array {
  return scales.map((scale) => (norm === Number.POSITIVE_INFINITY ? scale : scale ** norm));
}
