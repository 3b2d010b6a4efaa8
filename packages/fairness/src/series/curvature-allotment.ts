// Tran, Fioretto, Van Hentenryck, Yao (2021) for the second order; the fourth, used as error estimate, is derived in
// docs/methods/curvature.md.
import { allotmentCurvatureBias } from '@dpfair/decisions';
import { compensatedSum, type NoiseDistribution } from '@dpfair/stats';
import type { AnalyticEstimate } from '../estimate.js';
import { weightOf } from '../noisy-counts.js';

/**
 * Bias of raw allotment shares a_i x_i / sum a_j x_j from their curvature, to second order in noise / total. Its error
 * is estimated by the fourth-order term. Says nothing where the normaliser can vanish: check that first.
 */
export function curvatureBiasSeries(
  counts: Float64Array,
  weights: Float64Array | null,
  noise: NoiseDistribution,
): AnalyticEstimate {
  return {
    method: 'series',
    bias: allotmentCurvatureBias({ counts, weights }, noise.variance),
    errors: fourthOrderBias(counts, weights, noise).map(Math.abs),
    estimator: 'curvature',
  };
}

/** What the fourth order of the noise adds to it. */
export function fourthOrderBias(
  counts: Float64Array,
  weights: Float64Array | null,
  noise: NoiseDistribution,
): Float64Array {
  const total = compensatedSum(counts.map((x, i) => weightOf(weights, i) * x));
  const excess = noise.fourthMoment - 3 * noise.variance ** 2;
  const variance = noise.variance * compensatedSum(counts.map((_, i) => weightOf(weights, i) ** 2));
  const fourthOfSum = 3 * variance ** 2 + excess * compensatedSum(counts.map((_, i) => weightOf(weights, i) ** 4));
  return counts.map((x, i) => {
    const a = weightOf(weights, i);
    const withCube = 3 * noise.variance * a * a * variance + excess * a ** 4;
    return ((a * x * fourthOfSum) / total - withCube) / total ** 4;
  });
}
