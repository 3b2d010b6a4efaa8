// Source: Welford (Technometrics 4, 1962) for one value; Chan, Golub and LeVeque (The American Statistician 37, 1983) for merging.

/** Count, mean and second central moment of some values, in a form that merges. Start from {@link emptyMoments}. */
export interface Moments {
  /** How many values. */
  readonly count: number;
  /** Their mean; 0 when there are none. */
  readonly mean: number;
  /** Sum of squared differences from the mean, in the square of their unit. */
  readonly m2: number;
}

/** The moments of no values. */
export const emptyMoments: Moments = { count: 0, mean: 0, m2: 0 };

/** The moments with one more value. O(1). */
export function addValue(moments: Moments, value: number): Moments {
  const count = moments.count + 1;
  const difference = value - moments.mean;
  const mean = moments.mean + difference / count;
  return { count, mean, m2: moments.m2 + difference * (value - mean) };
}

/**
 * The moments of two sets of values together: with d = right.mean - left.mean and n = n_l + n_r, the mean is
 * `left.mean + d n_r / n` and `m2 = left.m2 + right.m2 + d^2 n_l n_r / n`.
 *
 * Rounding depends on the order: a run that must repeat bit for bit merges its shards from the left, in the order of their numbers.
 *
 * @example
 * mergeMoments([1, 2].reduce(addValue, emptyMoments), [3].reduce(addValue, emptyMoments)) // { count: 3, mean: 2, m2: 2 }
 */
export function mergeMoments(left: Moments, right: Moments): Moments {
  if (right.count === 0) return left;
  if (left.count === 0) return right;
  const count = left.count + right.count;
  const difference = right.mean - left.mean;
  return {
    count,
    mean: left.mean + difference * (right.count / count),
    m2: left.m2 + right.m2 + difference * difference * ((left.count * right.count) / count),
  };
}

/** `m2 / (count - ddof)`; NaN for ddof values or fewer. @param ddof 1 for the unbiased estimate, 0 for the values as a population. @default 1 */
export function variance(moments: Moments, ddof: 0 | 1 = 1): number {
  return moments.count > ddof ? moments.m2 / (moments.count - ddof) : Number.NaN;
}

/** Standard error of the mean, `sqrt(variance / count)` with ddof 1; NaN for fewer than two values. */
export function standardError(moments: Moments): number {
  return Math.sqrt(variance(moments) / moments.count);
}
