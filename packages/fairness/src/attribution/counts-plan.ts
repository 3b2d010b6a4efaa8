import type { PreparedCell } from '../models/prepared-cell.js';
import type { AttributionPlan } from './attribution-plan.js';

/** Counts themselves do not bend and have no thresholds: all that biases them is that they may not be negative. */
export function planOfCounts({ problem: { post }, truth }: PreparedCell): AttributionPlan {
  if (post === 'none' || post === 'sum' || truth.length === 1) {
    return { steps: [], absent: ['curvature', 'known-total', 'non-negativity', 'threshold-shape'], reason: null };
  }
  return {
    steps: [{ cause: 'non-negativity', upTo: 'total' }],
    absent: ['curvature', 'known-total', 'threshold-shape'],
    reason: null,
  };
}
