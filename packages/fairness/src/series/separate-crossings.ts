// Derived for dpfair: docs/methods/separate-crossings.md.
import { compensatedSum, type NoiseDistribution, stopLossOfWeightedSum, upperTailOfWeightedSum } from '@dpfair/stats';
import type { AnalyticEstimate } from '../estimate.js';

/** Beyond this many entities the expansion around the mean-field threshold is the better series, and far cheaper. */
export const LARGEST_SEPARATE_CROSSINGS = 200;

/**
 * Bias of the projection of noisy counts onto the simplex of their true total when two entities practically never cross
 * zero together. With y the projection onto the total alone and K_i = E (y_i)_-, entity i gains K_i and everyone else
 * pays it in equal parts: B_i = K_i - sum_{j != i} K_j / (n - 1).
 *
 * The stated error is a bound: with P the probability that two entities matter at once (union bound over pairs) and s
 * the standard deviation of y_i, each bias is off by at most 2 n s sqrt(P) (Cauchy-Schwarz). It rounds up.
 *
 * @returns biases in counts. n = 1 is exactly unbiased.
 */
export function separateCrossingsBias(counts: Float64Array, noise: NoiseDistribution): AnalyticEstimate {
  const n = counts.length;
  const spreads = new Float64Array(n).fill(noise.spread / n);
  spreads[0] = noise.spread * (1 - 1 / n);
  const gains = n === 1 ? new Float64Array(1) : counts.map((x) => stopLossOfWeightedSum(noise.kind, spreads, x));
  const allGains = compensatedSum(gains);
  const bias = gains.map((gain) => (n === 1 ? 0 : gain - (allGains - gain) / (n - 1)));
  const standardDeviation = Math.sqrt(noise.variance * (1 - 1 / n));
  const tail = (x: number) => upperTailOfWeightedSum(noise.kind, spreads, x);
  const error = n === 1 ? 0 : 2 * n * standardDeviation * Math.sqrt(jointProbability(counts, tail));
  return {
    method: 'series',
    bias,
    errors: gains.map((gain) => error + 1e-9 * (gain + allGains / n)),
    estimator: 'separate-crossings',
  };
}

/** Union bound over ordered pairs: i is below zero, and j is below what i makes it pay. */
function jointProbability(counts: Float64Array, tail: (x: number) => number): number {
  const below = counts.map((x) => tail(x));
  const nearlyBelow = counts.map((x) => 2 * tail(x / 2));
  let probability = 0;
  for (let i = 0; i < counts.length; i++) {
    for (let j = 0; j < counts.length; j++) {
      if (i !== j) probability += Math.min(below[i] as number, nearlyBelow[j] as number);
    }
  }
  return Math.min(1, probability);
}
