import type { WeightedCounts } from '@dpfair/decisions';
import { compensatedSum, type NoiseDistribution } from '@dpfair/stats';

/** True counts with public weights (null: all 1) and the noise that each count receives. */
export interface NoisyCounts extends WeightedCounts {
  readonly noise: NoiseDistribution;
}

/** Weight of entity i: 1 when there are none. */
export const weightOf = (weights: Float64Array | null, i: number): number =>
  weights === null ? 1 : (weights[i] as number);

/** True when all weights are the same, so that they cancel out of the shares. */
export function hasEqualWeights(weights: Float64Array | null): boolean {
  return weights === null || weights.every((weight) => weight === weights[0]);
}

/** sum a_i x_i. */
export const weightedTotal = ({ counts, weights }: WeightedCounts): number =>
  compensatedSum(counts.map((x, i) => weightOf(weights, i) * x));
