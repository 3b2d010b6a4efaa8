// Derived for dpfair: docs/methods/separate-crossings.md.
import { type ContinuousNoise, compensatedSum, stopLossOfWeightedSum } from '@dpfair/stats';
import type { AnalyticEstimate } from '../estimate.js';
import { jointCrossings } from './joint-crossings.js';

/** Beyond this many entities the expansion around the mean-field threshold is the better series, and far cheaper. */
export const LARGEST_SEPARATE_CROSSINGS = 200;

/**
 * Bias of the projection of noisy counts onto the simplex of their true total when two entities practically never cross
 * zero together. With y the projection onto the total alone and K_i = E (y_i)_-, entity i gains K_i and everyone else
 * pays it in equal parts: B_i = K_i - sum_{j != i} K_j / (n - 1).
 *
 * The stated error is a bound: formula and projection are equal unless two entities matter at once, and then differ by at
 * most sum_k (y_k)_-; Chernoff's bound over pairs gives the expected value of that. It rounds up.
 *
 * @returns biases in counts. n = 1 is exactly unbiased.
 */
export function separateCrossingsBias(counts: Float64Array, noise: ContinuousNoise): AnalyticEstimate {
  const n = counts.length;
  if (n === 1)
    return {
      method: 'series',
      bias: new Float64Array(1),
      errors: new Float64Array(1),
      estimator: 'separate-crossings',
    };
  const spreads = new Float64Array(n).fill(noise.spread / n);
  spreads[0] = noise.spread * (1 - 1 / n);
  const gains = counts.map((x) => stopLossOfWeightedSum(noise.kind, spreads, x));
  const allGains = compensatedSum(gains);
  // Of two entities with a positive total at most one is below zero.
  const error = n === 2 ? 0 : jointCrossings(counts, noise, gains);
  return {
    method: 'series',
    bias: gains.map((gain) => gain - (allGains - gain) / (n - 1)),
    errors: gains.map((gain) => error + 1e-9 * (gain + allGains / n)),
    estimator: 'separate-crossings',
  };
}
