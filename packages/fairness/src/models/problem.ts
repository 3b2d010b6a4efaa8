import type { Decision, DecisionInput } from '@dpfair/decisions';
import type { PostName } from '@dpfair/mechanisms';
import type { NoiseDistribution } from '@dpfair/stats';

/** One cell's question: what does this noise, through this post-processing, do to this decision on these counts? */
export interface Problem {
  readonly decision: Decision;
  readonly post: PostName;
  readonly input: DecisionInput;
  readonly noise: NoiseDistribution;
}
