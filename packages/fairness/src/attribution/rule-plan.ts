import { notSplit } from '../messages/why.js';
import { type PreparedCell, prepareCell } from '../models/prepared-cell.js';
import type { AttributionPlan } from './attribution-plan.js';

/**
 * A yes-or-no rule: its comparisons are linear, so nothing bends. The step at the threshold turns noise into wrong answers even without post-processing;
 * what clipping changes on the same noise is non-negativity.
 */
export function planOfRule({ problem }: PreparedCell): AttributionPlan {
  const { decision, post } = problem;
  if (decision.unit !== 'probability') return { steps: [], absent: [], reason: notSplit.unknown(decision.name) };
  const smooth = ['curvature', 'known-total'] as const;
  if (post === 'none') {
    return {
      steps: [{ cause: 'threshold-shape', upTo: 'total' }],
      absent: [...smooth, 'non-negativity'],
      reason: null,
    };
  }
  if (!decision.posts.includes('none'))
    return { steps: [], absent: [], reason: notSplit.alwaysProcessed(decision.name) };
  const unprocessed = prepareCell({ ...problem, post: 'none' });
  return {
    steps: [
      { cause: 'threshold-shape', upTo: unprocessed },
      { cause: 'non-negativity', upTo: 'total' },
    ],
    absent: smooth,
    reason: null,
  };
}
