import { compensatedSum, type NoiseDistribution } from '@dpfair/stats';
import { weightOf } from '../noisy-counts.js';

/**
 * What a projection onto a simplex does to independent noisy values y_j = a_j (x_j + noise), to first order: it
 * subtracts a threshold near `threshold` and clips at 0. All arrays have length n; moments are over one entity's noise.
 */
export interface ThresholdMoments {
  /** Root of sum_j E (y_j - threshold)_+ = sum_j a_j x_j. */
  readonly threshold: number;
  /** P(y_j > threshold). */
  readonly active: Float64Array;
  /** E of the excess Z_j = (y_j - threshold)_+. */
  readonly excess: Float64Array;
  /** E (y_j - threshold)_-, what clipping adds. */
  readonly shortfall: Float64Array;
  /** Sum of `active`: the expected number of entities above the threshold. */
  readonly expectedActive: number;
  /** sum_j a_j x_j. */
  readonly total: number;
}

/** @param counts true counts; @param weights public weights or null. Requires a positive weighted total. */
export function thresholdMoments(
  counts: Float64Array,
  weights: Float64Array | null,
  noise: NoiseDistribution,
): ThresholdMoments {
  const threshold = meanFieldThreshold(counts, weights, noise);
  const above = (i: number) => (counts[i] as number) - threshold / weightOf(weights, i);
  const active = counts.map((_, i) => noise.survival(-above(i)));
  const shortfall = counts.map((_, i) => weightOf(weights, i) * noise.clippingBias(above(i)));
  return {
    threshold,
    active,
    shortfall,
    excess: counts.map((_, i) => weightOf(weights, i) * noise.positivePart(above(i))),
    expectedActive: compensatedSum(active),
    total: compensatedSum(counts.map((count, i) => weightOf(weights, i) * count)),
  };
}

/**
 * Root in t of sum_j E (y_j - t)_- = n t, which is the same as sum_j E (y_j - t)_+ = sum_j a_j x_j without its
 * cancellation. The left side minus n t is convex and decreasing, so Newton from 0 rises to the root.
 */
function meanFieldThreshold(counts: Float64Array, weights: Float64Array | null, noise: NoiseDistribution): number {
  const n = counts.length;
  let threshold = 0;
  for (;;) {
    let surplus = -n * threshold;
    let active = 0;
    for (let i = 0; i < n; i++) {
      const weight = weightOf(weights, i);
      const above = (counts[i] as number) - threshold / weight;
      surplus += weight * noise.clippingBias(above);
      active += noise.survival(-above);
    }
    const next = threshold + surplus / active;
    if (!(next > threshold * (1 + 4 * Number.EPSILON))) return threshold;
    threshold = next;
  }
}
