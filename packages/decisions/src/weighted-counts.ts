import type { DecisionInput } from './decision.js';

/** Counts of n entities and their public weights (null: all 1): what an allotment of shares is made from. */
export interface WeightedCounts {
  readonly counts: Float64Array;
  readonly weights: Float64Array | null;
}

/** The columns of the roles `count` and, where it is mapped, `weight`. */
export const weightedCounts = ({ counts, fixed }: DecisionInput): WeightedCounts => ({
  counts: counts.count as Float64Array,
  weights: fixed.weight ?? null,
});
