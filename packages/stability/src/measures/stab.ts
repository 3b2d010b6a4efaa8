import type { Repeated } from '@dpfair/result';
import { addValue, emptyMoments, studentQuantile, variance } from '@dpfair/stats';
import { disagreements } from './disagreements.js';
import { measureMessages } from './messages.js';

/** stab with its interval, and the rows it is out of. */
export type Stab = Repeated & { readonly ofRows: number };

/**
 * stab: the expected number of test rows on which the classifiers of two repetitions differ, with an interval.
 *
 * The estimate is a U-statistic of degree 2, the mean of all pairs. Pairs share classifiers and are not independent, so the variance is that of
 * the jackknife: with `q_i` the mean difference of classifier i from the others, U leaves `2 (U - q_i) / (n - 2)` behind when i is taken away,
 * and `variance = 4 (n - 1) / (n (n - 2)^2) sum (q_i - U)^2`. The interval is `U +- t(n - 1) sqrt(variance)`, within 0 and the number of rows.
 *
 * It covers the choice of training rows (and whatever else a repetition draws): repetitions are independent of one another given the pool that
 * they draw from and the test rows. It does not say what other people in the pool or in the test would have changed. The jackknife's variance
 * is too large rather than too small on average (Efron and Stein, Annals of Statistics 9, 1981), most where single classifiers do not stand out.
 *
 * `deviation` is that of the `q_i`. Null ends: fewer than three classifiers, or all `q_i` equal (all alike, for one), which tells
 * of no width.
 *
 * @param predictions of each repetition, 1 or 0 for each test row; all of the same length.
 * @param confidence within (0, 1).
 * @example
 * stab([Uint8Array.of(1, 0, 1), Uint8Array.of(1, 1, 1), Uint8Array.of(0, 1, 1)], 0.95).estimate // 4 / 3
 */
export function stab(predictions: readonly Uint8Array[], confidence: number): Stab {
  const { mean, ofEach, classifiers, rows } = disagreements(predictions);
  const common = { estimate: mean, defined: classifiers, ofRows: rows };
  if (mean === null) return { ...common, lower: null, upper: null, deviation: null, reason: measureMessages.onePair };
  const spread = variance(ofEach.reduce(addValue, emptyMoments));
  const deviation = Math.sqrt(spread);
  if (classifiers < 3) return { ...common, lower: null, upper: null, deviation, reason: measureMessages.noWidth };
  if (deviation === 0) {
    const reason = mean === 0 ? measureMessages.allAlike : measureMessages.noneStandsOut;
    return { ...common, lower: null, upper: null, deviation, reason };
  }
  const error = (2 * (classifiers - 1) * deviation) / ((classifiers - 2) * Math.sqrt(classifiers));
  const half = studentQuantile((1 + confidence) / 2, classifiers - 1) * error;
  return {
    ...common,
    lower: Math.max(0, mean - half),
    upper: Math.min(rows, mean + half),
    deviation,
    reason: null,
  };
}
