import { compensatedSum, type NoiseDistribution } from '@dpfair/stats';
import { hasEqualWeights, type Problem, weightOf } from '../problem.js';
import { LARGEST_SEPARATE_CROSSINGS } from '../series/separate-crossings.js';
import { thresholdMoments } from '../series/threshold-moments.js';
import type { ControlVariate } from './control-variate.js';
import { linearControl, plainControl } from './linear-control.js';
import { baselineControl, clippedVariance, rawSharesControl } from './ratio-control.js';
import { crossingsControl, posControl, simplexControl } from './threshold-control.js';

/**
 * Above this standard deviation of the normaliser, as a fraction of its mean, shares are simulated plainly: the tangents
 * that serve as controls then vary more than the shares themselves, which stay within [0, 1], and have heavy tails.
 */
const LARGEST_UNREST = 0.25;

/** The control variate of a cell, or the plain estimator where control variates are switched off or would do harm. */
export function chooseControl(problem: Problem, truth: Float64Array, controlVariates: boolean): ControlVariate {
  return usesControl(problem, controlVariates)
    ? problem.decision.unit === 'count'
      ? countControl(problem)
      : shareControl(problem, truth)
    : plainControl(truth);
}

/** Above this standard deviation of the threshold, in those of the noise, its first-order control does harm. */
const LARGEST_THRESHOLD_UNREST = 0.6;

/** Whether a cell is simulated with a control variate. */
export function usesControl(problem: Problem, controlVariates: boolean): boolean {
  if (!controlVariates) return false;
  if (problem.decision.unit === 'share' && normaliserUnrest(problem) > LARGEST_UNREST) return false;
  return (
    !(problem.post === 'simplex' || problem.post === 'pos') || thresholdUnrest(problem) <= LARGEST_THRESHOLD_UNREST
  );
}

/** Standard deviation of the threshold of a projection, over that of the noise of one entity; infinite without a total. */
function thresholdUnrest({ decision, counts, weights: given, noise, post }: Problem): number {
  const weights = decision.unit === 'count' || post === 'simplex' ? null : given;
  if (compensatedSum(counts) === 0) return Number.POSITIVE_INFINITY;
  const { threshold, expectedActive } = thresholdMoments(counts, weights, noise);
  const excess = counts.map((x, i) => {
    const a = weightOf(weights, i);
    return a * a * clippedVariance(x - threshold / a, noise);
  });
  const squares = compensatedSum(counts.map((_, i) => weightOf(weights, i) ** 2)) / counts.length;
  return Math.sqrt(compensatedSum(excess) / (noise.variance * squares)) / expectedActive;
}

/** Standard deviation over mean of the denominator of the shares; 0 where the total is fixed. */
function normaliserUnrest({ counts, weights, noise, post }: Problem): number {
  if (post === 'simplex' && hasEqualWeights(weights)) return 0;
  const clipped = post === 'clip' || post === 'baseline';
  const mean = compensatedSum(counts.map((x, i) => weightOf(weights, i) * (clipped ? noise.positivePart(x) : x)));
  const variance = compensatedSum(
    counts.map((x, i) => weightOf(weights, i) ** 2 * (clipped ? clippedVariance(x, noise) : noise.variance)),
  );
  return Math.sqrt(variance) / mean;
}

function countControl({ counts, noise, post }: Problem): ControlVariate {
  if (post === 'simplex') return projectionControl(counts, noise, 1);
  return linearControl(counts, post === 'sum');
}

function projectionControl(counts: Float64Array, noise: NoiseDistribution, unit: number): ControlVariate {
  return counts.length <= LARGEST_SEPARATE_CROSSINGS
    ? crossingsControl(counts, noise, unit)
    : simplexControl(counts, thresholdMoments(counts, null, noise), unit);
}

function shareControl({ counts, weights, noise, post }: Problem, truth: Float64Array): ControlVariate {
  switch (post) {
    case 'clip':
    case 'baseline':
      return baselineControl(truth, counts, weights, noise);
    case 'pos':
      return posControl(truth, counts, weights, noise, thresholdMoments(counts, weights, noise));
    case 'simplex':
      return hasEqualWeights(weights)
        ? projectionControl(counts, noise, compensatedSum(counts))
        : rawSharesControl(truth, counts, weights, noise, true);
    default:
      return rawSharesControl(truth, counts, weights, noise, post === 'sum');
  }
}
