import { compensatedSum } from '../moments/sum.js';

/** Where numbers lie, and how far they spread. */
export interface MeanAndDeviation {
  readonly mean: number;
  /** Standard deviation, divisor n; exactly 0 where all numbers are the same. */
  readonly deviation: number;
}

/**
 * Mean and standard deviation (divisor n) of numbers that are to be standardised. Where all are the same the mean is that number and the deviation
 * 0, both exactly: by sums alone ten times 0.1 spread by 1e-17, and a column divided by that is rounding error. O(n).
 *
 * @param values one or more, finite.
 * @throws RangeError for no values.
 * @example
 * meanAndDeviation(Float64Array.of(1, 3)) // { mean: 2, deviation: 1 }
 */
export function meanAndDeviation(values: Float64Array): MeanAndDeviation {
  const [first] = values;
  if (first === undefined) throw new RangeError('values: none (allowed: at least one)');
  if (values.every((value) => value === first)) return { mean: first, deviation: 0 };
  const mean = compensatedSum(values) / values.length;
  return { mean, deviation: Math.sqrt(compensatedSum(values.map((value) => (value - mean) ** 2)) / values.length) };
}
