// Derived for dpfair: docs/methods/series-pos.md, the case of a fixed total.
import type { ContinuousNoise } from '@dpfair/stats';
import type { AnalyticEstimate } from '../estimate.js';
import { expandThreshold, type ThresholdTerms } from './threshold-expansion.js';
import { type ThresholdMoments, thresholdMoments } from './threshold-moments.js';

/**
 * Bias of the projection of noisy counts onto {v >= 0, sum v = true total}, to second order in the fluctuation of the
 * threshold. Asymptotic in the number of entities; O(n).
 *
 * @returns biases in counts, with an estimate of the first neglected order.
 */
export function simplexBiasSeries(counts: Float64Array, noise: ContinuousNoise): AnalyticEstimate {
  const moments = thresholdMoments(counts, null, noise);
  const { value, errors } = expandThreshold(simplexTerms(counts, noise, moments), moments);
  return {
    method: 'series',
    bias: value.map((amount, i) => amount - (counts[i] as number)),
    errors,
    estimator: 'simplex-expansion',
  };
}

/** Here the surplus of one entity is g = Z - E Z, and nothing divides: s = 0. */
function simplexTerms(
  counts: Float64Array,
  noise: ContinuousNoise,
  { threshold, active, excess, total }: ThresholdMoments,
): ThresholdTerms {
  const zero = new Float64Array(counts.length);
  const excessSquared = counts.map((x, i) => {
    const lead = x - threshold;
    const moment = (order: 1 | 2) => noise.tailMoment(order, -lead);
    return lead * lead * (active[i] as number) + 2 * lead * moment(1) + moment(2);
  });
  const from = (f: (z: number, z2: number, p: number) => number) =>
    excess.map((z, i) => f(z, excessSquared[i] as number, active[i] as number));
  return {
    excess,
    activeSurplus: from((z, _, p) => z * (1 - p)),
    activeSurplusSquared: from((z, z2, p) => z2 - z * z * (2 - p)),
    surplusVariance: from((z, z2) => z2 - z * z),
    surplusAtThreshold: excess.map((z) => -z),
    density: counts.map((x) => noise.pdf(threshold - x)),
    excessNormaliser: zero,
    excessNormaliserSquared: zero,
    activeSurplusNormaliser: zero,
    surplusNormaliser: zero,
    normaliserVariance: zero,
    normaliser: total,
  };
}
