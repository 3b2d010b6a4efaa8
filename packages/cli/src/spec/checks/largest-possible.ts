import type { OutcomeUnit } from '@dpfair/decisions';
import type { TargetMeasure } from '@dpfair/result';

/**
 * The largest value that a measure can have where outcomes are at least 0, beyond which a limit says nothing: 1 for rates and
 * for a share of the budget, 2 for the gap of shares or probabilities, whose biases lie between -1 and 1. Infinite for others.
 */
export function largestPossible(measure: TargetMeasure, unit: OutcomeUnit): number {
  if (measure === 'false-negative' || measure === 'false-positive' || measure === 'cost') return 1;
  return measure === 'alpha' && (unit === 'share' || unit === 'probability') ? 2 : Number.POSITIVE_INFINITY;
}
