// z-test of a mean with known variance; tail correction by Cramer's series, Petrov (1975), chapter VIII, theorem 1.
import { normalCriticalValue } from '../critical-values/normal-critical-value.js';
import type { Verdict } from './verdict.js';

/** What theory says about one draw. */
export interface MeanCheckOptions {
  /** Mean of one draw, from a closed form. */
  readonly mean: number;
  /** Variance of one draw, from a closed form (not estimated). */
  readonly variance: number;
  /**
   * Skewness of one draw. The central limit theorem is late in the tail: the true rate at z is about
   * `exp(|skewness| z^3 / (6 sqrt(n)))` times the normal one, so the bound is widened by that factor.
   * @default 0
   */
  readonly skewness?: number;
  readonly falseAlarm: number;
}

/**
 * Is the mean of `draws` the mean theory says? Statistic `z = (average - mean) sqrt(n / variance)`, two-sided.
 * Power: a shift of `delta` gives `z` about `delta sqrt(n / variance)`; a mutant should stand 5 beyond the bound.
 *
 * @example
 * meanCheck(absoluteDraws, { mean: scale, variance: scale ** 2, skewness: 2, falseAlarm }); // |Laplace(scale)|
 */
export function meanCheck(draws: ArrayLike<number>, options: MeanCheckOptions): Verdict {
  const { mean, variance, skewness = 0, falseAlarm } = options;
  const n = draws.length;
  if (n < 1) throw new RangeError('draws: 0 (allowed: at least 1)');
  if (!(variance > 0)) throw new RangeError(`variance: ${variance} (allowed: > 0)`);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (draws[i] as number) - mean;
  const z = normalCriticalValue(falseAlarm);
  const excess = Math.exp((Math.abs(skewness) * z ** 3) / (6 * Math.sqrt(n)));
  return {
    what: `z of the mean of ${n} draws`,
    statistic: sum / Math.sqrt(n * variance),
    bound: normalCriticalValue(falseAlarm / excess),
  };
}
