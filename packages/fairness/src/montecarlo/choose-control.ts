import { compensatedSum } from '@dpfair/stats';
import { hasEqualWeights, type Problem } from '../problem.js';
import { thresholdMoments } from '../series/threshold-moments.js';
import type { ControlVariate } from './control-variate.js';
import { linearControl, plainControl } from './linear-control.js';
import { baselineControl, rawSharesControl } from './ratio-control.js';
import { posControl, simplexControl } from './threshold-control.js';

/** The control variate of a cell, or the plain estimator when control variates are switched off. */
export function chooseControl(problem: Problem, truth: Float64Array, controlVariates: boolean): ControlVariate {
  if (!controlVariates) return plainControl(truth);
  return problem.decision.unit === 'count' ? countControl(problem) : shareControl(problem, truth);
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
