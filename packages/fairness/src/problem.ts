import type { Decision, DecisionInput } from '@dpfair/decisions';
import type { PostName } from '@dpfair/mechanisms';
import type { NoiseDistribution } from '@dpfair/stats';

/** One cell's question: what does this noise, through this post-processing, do to this decision on these counts? */
export interface Problem extends DecisionInput {
  readonly decision: Decision;
  readonly post: PostName;
  readonly noise: NoiseDistribution;
}

/** Weight of entity i: 1 when there are none. */
export const weightOf = (weights: Float64Array | null, i: number): number =>
  weights === null ? 1 : (weights[i] as number);

/** True when all weights are the same, so that they cancel out of the shares. */
export function hasEqualWeights(weights: Float64Array | null): boolean {
  return weights === null || weights.every((weight) => weight === weights[0]);
}
