// Fieller (1954), "Some problems in interval estimation": the ratio of two means.
import type { Measured } from '@dpfair/result';
import { studentQuantile } from '@dpfair/stats';
import { nothing } from '../summary/over-repetitions.js';

/**
 * Ratio of the means of two paired samples, with Fieller's interval for a ratio that is not negative. The upper end is null, for infinity, where the mean
 * below is not told from 0; the lower end is null too where neither is. No interval for one pair.
 *
 * @param confidence between 0 and 1
 * @example ratioInterval([2, 2.2, 1.8], [1, 1, 1], 0.95) // { estimate: 2, lower: 1.503..., upper: 2.496... }
 */
export function ratioInterval(above: readonly number[], below: readonly number[], confidence: number): Measured {
  const n = above.length;
  if (n === 0 || ![...above, ...below].every(Number.isFinite)) return nothing;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n;
  const [x, y] = [mean(above), mean(below)];
  if (y === 0) return nothing;
  if (n === 1) return { estimate: x / y, lower: null, upper: null };
  const t = studentQuantile((1 + confidence) / 2, n - 1);
  // t^2 times variances and covariance of the two means.
  const spread = (a: readonly number[], meanA: number, b: readonly number[], meanB: number) =>
    (t ** 2 * a.reduce((sum, value, k) => sum + (value - meanA) * ((b[k] as number) - meanB), 0)) / (n * (n - 1));
  const [quadratic, linear, constant] = [
    y ** 2 - spread(below, y, below, y),
    x * y - spread(above, x, below, y),
    x ** 2 - spread(above, x, above, x),
  ];
  const root = linear ** 2 - quadratic * constant;
  const ends = (sign: number) => (linear + sign * Math.sqrt(Math.max(0, root))) / quadratic;
  if (quadratic > 0) return { estimate: x / y, lower: Math.max(0, ends(-1)), upper: ends(1) };
  return { estimate: x / y, lower: quadratic < 0 && constant > 0 ? Math.max(0, ends(-1)) : null, upper: null };
}
