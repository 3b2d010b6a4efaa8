import { compensatedSum } from '@dpfair/stats';
import { hasEqualWeights, type Problem, weightOf } from '../problem.js';
import { thresholdMoments } from '../series/threshold-moments.js';
import type { ControlVariate } from './control-variate.js';
import { linearControl, plainControl } from './linear-control.js';
import { baselineControl, clippedVariance, rawSharesControl } from './ratio-control.js';
import { posControl, simplexControl } from './threshold-control.js';

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

/** Whether a cell is simulated with a control variate. */
export function usesControl(problem: Problem, controlVariates: boolean): boolean {
  return controlVariates && (problem.decision.unit === 'count' || normaliserUnrest(problem) <= LARGEST_UNREST);
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
  if (post === 'simplex') return simplexControl(counts, thresholdMoments(counts, null, noise), 1);
  return linearControl(counts, post === 'sum');
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
        ? simplexControl(counts, thresholdMoments(counts, null, noise), compensatedSum(counts))
        : rawSharesControl(truth, counts, weights, noise, true);
    default:
      return rawSharesControl(truth, counts, weights, noise, post === 'sum');
  }
}
