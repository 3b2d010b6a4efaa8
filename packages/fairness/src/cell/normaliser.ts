import type { Normaliser } from '@dpfair/result';
import { compensatedSum, upperTailOfWeightedSum } from '@dpfair/stats';
import { probabilityAllZero } from '../exact/baseline-allotment.js';
import { conventions } from '../messages.js';
import { hasEqualWeights, type Problem, weightOf } from '../problem.js';

/**
 * What is known of the denominator of the shares: the probability that it is zero or negative, and what the outcome is
 * taken to be then. Null where nothing is divided.
 */
export function normaliserOf(problem: Problem): Normaliser | null {
  const { decision, post, counts, weights, noise } = problem;
  if (decision.unit === 'count') return null;
  switch (post) {
    case 'clip':
    case 'baseline':
      return { probabilityNotPositive: probabilityAllZero(problem), convention: conventions.equalShares };
    case 'simplex':
      return { probabilityNotPositive: 0, convention: conventions.alwaysPositive };
    case 'sum':
      if (hasEqualWeights(weights)) return { probabilityNotPositive: 0, convention: conventions.alwaysPositive };
      break;
    default:
  }
  const total = compensatedSum(counts.map((x, i) => weightOf(weights, i) * x));
  const center = post === 'sum' ? compensatedSum(counts.map((_, i) => weightOf(weights, i))) / counts.length : 0;
  const spreads = counts.map((_, i) => Math.abs(weightOf(weights, i) - center) * noise.spread);
  return {
    probabilityNotPositive: upperTailOfWeightedSum(
      noise.kind,
      spreads.filter((spread) => spread > 0),
      total,
    ),
    convention: post === 'pos' ? conventions.projectedAnyway : conventions.noMean,
  };
}
