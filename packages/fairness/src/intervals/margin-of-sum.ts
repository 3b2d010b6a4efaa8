import { studentQuantile } from '@dpfair/stats';
import type { AnalyticEstimate, SimulatedEstimate } from '../estimate.js';

/**
 * Half the width of the interval of a sum of biases: the sum of their errors; of a simulation Student's interval for the
 * mean of the shards' sums, and what the simulation cannot see.
 *
 * @param members indices of the entities that are summed.
 */
export function marginOfSum(
  estimate: AnalyticEstimate | SimulatedEstimate,
  members: readonly number[],
  confidence: number,
): number {
  if (estimate.method !== 'montecarlo') return members.reduce((sum, i) => sum + (estimate.errors[i] as number), 0);
  const sums = estimate.shards.means.map((shard) => members.reduce((sum, i) => sum + (shard[i] as number), 0));
  const mean = sums.reduce((a, b) => a + b, 0) / sums.length;
  const squares = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardError = Math.sqrt(squares / (sums.length * (sums.length - 1)));
  // Once: flips that were never seen are rare in all of the members together.
  const unseen = estimate.unseen + estimate.resolution;
  return studentQuantile((1 + confidence) / 2, sums.length - 1) * standardError + unseen;
}
