// Derived for dpfair: docs/methods/monte-carlo.md.
import { compensatedSum } from '@dpfair/stats';
import { hasEqualWeights, type Problem, weightOf } from '../problem.js';
import { LARGEST_SEPARATE_CROSSINGS } from '../series/separate-crossings.js';
import { thresholdMoments } from '../series/threshold-moments.js';

/** With fewer expected events than this in a whole run, its scatter says nothing of them. */
const FEWEST_EVENTS = 30;

/**
 * How far a bias may be off because clipping is so rare that a run of this length hardly sees it: twice the expected sum of
 * what clipping adds, in the unit of the outcome. 0 where clipping is seen often enough, cannot happen, or is in the
 * control itself.
 */
export function unseenClipping(problem: Problem, trials: number, controlled: boolean): number {
  const { decision, post, counts, noise } = problem;
  if (post === 'none' || post === 'sum' || compensatedSum(counts) === 0) return 0;
  const shares = decision.unit === 'share';
  // The control of the baseline rule holds the clipped counts themselves.
  if (controlled && shares && (post === 'baseline' || post === 'clip')) return 0;
  const equal = !shares || hasEqualWeights(problem.weights);
  if (post === 'simplex' && equal && counts.length <= LARGEST_SEPARATE_CROSSINGS) return 0;
  const weights = shares && post !== 'simplex' ? problem.weights : null;
  const projected = post === 'pos' || post === 'simplex';
  const threshold = projected ? thresholdMoments(counts, weights, noise).threshold : 0;
  const above = (i: number) => (counts[i] as number) - threshold / weightOf(weights, i);
  const events = trials * compensatedSum(counts.map((_, i) => noise.survival(above(i))));
  if (events >= FEWEST_EVENTS) return 0;
  const added = compensatedSum(counts.map((_, i) => weightOf(weights, i) * noise.clippingBias(above(i))));
  const total = compensatedSum(counts.map((x, i) => weightOf(weights, i) * x));
  return (2 * added) / (shares ? total : 1);
}
