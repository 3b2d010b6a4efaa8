import { normalSurvival } from '../special/normal.js';
import { gaussian } from './gaussian.js';
import { logLaplaceSumTail } from './laplace-sum-tail.js';
import type { ContinuousNoise } from './noise-distribution.js';

/**
 * `P(sum of a_j eta_j >= threshold)` for independent noises, for example the chance that noisy weighted counts sum to nothing.
 *
 * Gaussian: closed form. Laplace: closed form for one term, and for two that are not nearly equal; else a contour integral through the saddle point (see `laplace-sum-tail.ts`), O(n) a node with 20 to 60
 * nodes. Relative accuracy 1e-10 down to 1e-300.
 *
 * @param kind The noise, which has a density.
 * @param spreads `a_j b` (Laplace scale) or `a_j sigma` of each term, finite and at least 0; zeros are certain and allowed.
 * @param threshold Any number.
 * @throws RangeError for a spread that is negative or not finite, or a threshold that is not a number.
 * @example
 * upperTailOfWeightedSum('laplace', Float64Array.of(1, 1), 0) // 0.5
 */
export function upperTailOfWeightedSum(
  kind: ContinuousNoise['kind'],
  spreads: Float64Array,
  threshold: number,
): number {
  if (kind === 'gaussian') {
    const sigma = totalSigma(spreads, threshold);
    return sigma === 0 ? (threshold <= 0 ? 1 : 0) : normalSurvival(threshold / sigma);
  }
  return threshold < 0 ? 1 - Math.exp(upperLog(spreads, -threshold)) : Math.exp(upperLog(spreads, threshold));
}

/**
 * `E (sum of a_j eta_j - threshold)_+`, the stop-loss transform: what the sum exceeds the threshold by, on average.
 *
 * Methods, arguments and accuracy as for {@link upperTailOfWeightedSum}.
 * @example
 * stopLossOfWeightedSum('laplace', Float64Array.of(10), 0) // 5.000000000000002
 */
export function stopLossOfWeightedSum(kind: ContinuousNoise['kind'], spreads: Float64Array, threshold: number): number {
  const excess = Math.abs(threshold);
  const certain = threshold < 0 ? excess : 0;
  if (kind === 'gaussian') {
    const sigma = totalSigma(spreads, threshold);
    return certain + (sigma === 0 ? 0 : gaussian(sigma).clippingBias(excess));
  }
  const largest = requireArguments(spreads, threshold);
  if (largest === 0 || excess === Number.POSITIVE_INFINITY) return certain;
  const scaled = spreads.filter((spread) => spread > 0).map((spread) => spread / largest);
  return certain + largest * Math.exp(logLaplaceSumTail(scaled, excess / largest, 2));
}

function totalSigma(spreads: Float64Array, threshold: number): number {
  const largest = requireArguments(spreads, threshold);
  if (largest === 0) return 0;
  let sum = 0;
  for (const spread of spreads) sum += (spread / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** Log tail at a threshold that is not below 0; where all spreads are 0 the sum is 0, which reaches 0 and passes below-0 thresholds. */
function upperLog(spreads: Float64Array, threshold: number): number {
  const largest = requireArguments(spreads, threshold);
  if (largest === 0) return threshold === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (threshold === 0) return -Math.LN2;
  if (threshold === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  const scaled = spreads.filter((spread) => spread > 0).map((spread) => spread / largest);
  const few = logTailOfFew(scaled, threshold / largest);
  return few ?? logLaplaceSumTail(scaled, threshold / largest);
}

/** From here on two scales are too near to one another for the closed form, which divides by the difference of their squares. */
const NEAR = 0.99;

/**
 * One or two terms in closed form: exp(-t) / 2, and with scales 1 and b (exp(-t) - b^2 exp(-t / b)) / (2 (1 - b^2)). Null where
 * there are more, or two that are nearly equal.
 *
 * @param scaled scales, the largest 1. @param t at least 0.
 */
function logTailOfFew(scaled: Float64Array, t: number): number | null {
  if (scaled.length === 1) return -t - Math.LN2;
  if (scaled.length !== 2) return null;
  const b = Math.min(scaled[0] as number, scaled[1] as number);
  if (b > NEAR) return null;
  return -t + Math.log1p(-b * b * Math.exp(t - t / b)) - Math.log(2 * (1 - b * b));
}

function requireArguments(spreads: Float64Array, threshold: number): number {
  if (Number.isNaN(threshold)) throw new RangeError('threshold: NaN (allowed: a number)');
  let largest = 0;
  for (const spread of spreads) {
    if (!(spread >= 0 && spread < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`spread: ${spread} (allowed: a finite number, at least 0)`);
    }
    largest = Math.max(largest, spread);
  }
  return largest;
}
