import { studentQuantile } from '@dpfair/stats';
import type { AnalyticEstimate, SimulatedEstimate } from '../estimate.js';

/**
 * Half the width of the interval of a sum of biases: the sum of their errors; of a simulation Student's interval for the
 * mean of the shards' sums, and what the simulation cannot see.
 *
 * @param members indices of the entities that are summed.
 * @param weights of all entities, at least 0. @default all 1
 */
export function marginOfSum(
  estimate: AnalyticEstimate | SimulatedEstimate,
  members: readonly number[],
  confidence: number,
  weights: Float64Array | null = null,
): number {
  const weight = (i: number) => (weights === null ? 1 : (weights[i] as number));
  const sumOf = (values: Float64Array) => members.reduce((sum, i) => sum + weight(i) * (values[i] as number), 0);
  if (estimate.method !== 'montecarlo') return sumOf(estimate.errors);
  const sums = estimate.shards.means.map(sumOf);
  const mean = sums.reduce((a, b) => a + b, 0) / sums.length;
  const squares = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardError = Math.sqrt(squares / (sums.length * (sums.length - 1)));
  // Once: flips that were never seen are rare in all of the members together.
  const unseen = members.reduce((most, i) => Math.max(most, weight(i)), 0) * (estimate.unseen + estimate.resolution);
  return studentQuantile((1 + confidence) / 2, sums.length - 1) * standardError + unseen;
}
