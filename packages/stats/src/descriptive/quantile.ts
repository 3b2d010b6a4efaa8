import { quantileSorted } from 'simple-statistics';

/**
 * The sample quantile of sorted values by linear interpolation between order statistics (type 7 of Hyndman and Fan,
 * 1996, the default of R and NumPy). A thin cover of simple-statistics, which is right for descriptive statistics.
 *
 * @param sorted ascending, at least one value. @param p within [0, 1].
 * @throws RangeError for no values or a p outside its range.
 * @example
 * quantileOfSorted(Float64Array.of(1, 2, 3, 10), 0.5) // 2.5
 */
export function quantileOfSorted(sorted: Float64Array, p: number): number {
  if (sorted.length === 0) throw new RangeError('values: none (allowed: at least one)');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p: ${p} (allowed: 0 to 1)`);
  return quantileSorted(sorted as unknown as number[], p);
}
