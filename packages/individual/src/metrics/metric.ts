import { outsideDomain, wrongLength } from '../messages.js';

/**
 * How different two people count as being: `D(a, b) = ||scales o (a - b)||` in the norm L^p. It is kept as **scales**, which multiply the
 * differences of the coordinates before the norm is taken; the weights w of `(sum w |a - b|^p)^(1/p)` are scales to the power p.
 */
export interface Metric {
  /** The p of the norm: 1 or more, Infinity for the largest difference. */
  readonly norm: number;
  /** One per column, in units of 1 / column, finite and 0 or more; the metric does not see a column of scale 0. */
  readonly scales: Float64Array;
  /** Names of the columns. */
  readonly columns: readonly string[];
}

/**
 * The metric with these scales.
 *
 * @param norm 1 or more; Infinity is allowed.
 * @param scales One per column, finite, 0 or more.
 * @param columns Names, by default `column 1`, `column 2`, ...
 * @throws DpfairError domain, naming the column, where norm, scales or names are not allowed.
 * @example
 * distance(metricFromScales(2, [1, 2]), [0, 0], [3, 2]) // 5
 */
export function metricFromScales(norm: number, scales: ArrayLike<number>, columns?: readonly string[]): Metric {
  if (!(norm >= 1)) throw outsideDomain('norm of a metric', norm, '1 or more, or Infinity');
  if (scales.length === 0) throw outsideDomain('columns of a metric', 0, 'at least 1');
  const names = columns ?? Array.from(scales, (_, i) => `column ${i + 1}`);
  if (names.length !== scales.length)
    throw wrongLength('names of the columns of a metric', names.length, scales.length);
  const kept = Float64Array.from(scales);
  kept.forEach((scale, i) => {
    if (!(scale >= 0 && scale < Number.POSITIVE_INFINITY)) {
      throw outsideDomain(`scale of ${names[i]}`, scale, 'a finite number, 0 or more');
    }
  });
  return { norm, scales: kept, columns: names };
}
