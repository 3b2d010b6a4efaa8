import type { PostName } from '@dpfair/mechanisms';
import { compensatedSum } from '@dpfair/stats';
import type { AnalyticEstimate } from './estimate.js';
import { exactBaselineBias } from './exact/baseline-allotment.js';
import { exactClippingBias } from './exact/clipped-counts.js';
import { exactlyUnbiased } from './exact/unbiased.js';
import { hasEqualWeights, type Problem } from './problem.js';
import { curvatureBiasSeries } from './series/curvature-allotment.js';
import { posBiasSeries } from './series/pos-allotment.js';
import { simplexBias } from './series/simplex-bias.js';

/** What can be computed for a cell without simulation. */
export interface AnalyticEstimators {
  readonly exact?: (problem: Problem) => AnalyticEstimate;
  readonly series?: (problem: Problem) => AnalyticEstimate;
}

const unbiased: AnalyticEstimators = { exact: ({ counts }) => exactlyUnbiased(counts.length) };
const baseline: AnalyticEstimators = { exact: exactBaselineBias };

const forCounts: Partial<Record<PostName, AnalyticEstimators>> = {
  none: unbiased,
  clip: { exact: ({ counts, noise }) => exactClippingBias(counts, noise) },
  sum: unbiased,
  simplex: { series: ({ counts, noise }) => simplexBias(counts, noise) },
};

const forShares: Partial<Record<PostName, AnalyticEstimators>> = {
  none: { series: ({ counts, weights, noise }) => curvatureBiasSeries(counts, weights, noise) },
  clip: baseline,
  baseline,
  pos: { series: ({ counts, weights, noise }) => posBiasSeries(counts, weights, noise) },
};

/** With equal weights a fixed total makes shares proportional to counts. */
const forEqualShares: Partial<Record<PostName, AnalyticEstimators>> = {
  ...forShares,
  sum: unbiased,
  simplex: { series: ({ counts, noise }) => dividedBy(compensatedSum(counts), simplexBias(counts, noise)) },
};

/** The estimators of a cell other than Monte Carlo, which is there for every cell. */
export function analyticEstimators({ decision, post, counts, weights }: Problem): AnalyticEstimators {
  // One entity gets everything, and of nothing everyone gets nothing, whatever the noise.
  const alone = counts.length === 1 && (decision.unit === 'share' || post === 'simplex');
  if (alone || (post === 'simplex' && compensatedSum(counts) === 0)) return unbiased;
  if (decision.unit === 'count') return forCounts[post] ?? {};
  return (hasEqualWeights(weights) ? forEqualShares : forShares)[post] ?? {};
}

function dividedBy(total: number, estimate: AnalyticEstimate): AnalyticEstimate {
  const divide = (values: Float64Array) => values.map((value) => value / total);
  return { ...estimate, bias: divide(estimate.bias), errors: divide(estimate.errors) };
}
