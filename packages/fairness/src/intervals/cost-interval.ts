// Derived for dpfair: docs/methods/cost-of-privacy.md.
import { compensatedSum, studentQuantile } from '@dpfair/stats';
import { halves, meanOverShards } from './shard-means.js';

/** The cost of privacy as a share of the budget, with an interval. */
export interface CostEstimate {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** Sum of |bias| over the entities that lose (Zhu, Fioretto, Van Hentenryck 2022, Definition 5). */
export function costOf(biases: Float64Array): number {
  return compensatedSum(biases.map((bias) => Math.max(-bias, 0)));
}

/**
 * Interval for the cost of privacy from shard means.
 *
 * The cost is the largest of the linear functions -sum_{i in J} B_i over sets J. Estimating it by plugging in noisy
 * biases is too high on average (Jensen), so plug-in + margin bounds it from above. Choosing J on one half of the shards
 * and measuring on the other is too low on average, so that minus a margin bounds it from below. The estimate is the
 * split-sample value.
 */
export function costInterval(means: readonly Float64Array[], biases: Float64Array, confidence: number): CostEstimate {
  const quantile = studentQuantile((1 + confidence) / 2, means.length - 1);
  const plugIn = costOf(biases);
  const plugInError = standardError([means.map((shard) => lossOf(shard, losers(biases)))]);
  const [even, odd] = halves(means);
  const crossed = [
    odd.map((shard) => lossOf(shard, losers(meanOverShards(even)))),
    even.map((shard) => lossOf(shard, losers(meanOverShards(odd)))),
  ];
  const split = crossed.reduce((sum, values) => sum + average(values) / crossed.length, 0);
  const lower = Math.max(0, split - quantile * standardError(crossed));
  const upper = Math.max(lower, plugIn + quantile * plugInError);
  return { estimate: Math.min(Math.max(split, lower), upper), lower, upper };
}

/** Positions of the entities with negative bias. */
function losers(biases: Float64Array): readonly number[] {
  return Array.from(biases.keys()).filter((i) => (biases[i] as number) < 0);
}

function lossOf(biases: Float64Array, entities: readonly number[]): number {
  let sum = 0;
  for (const i of entities) sum -= biases[i] as number;
  return sum;
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard error of the mean of the means of independent samples. */
function standardError(samples: readonly (readonly number[])[]): number {
  const variances = samples.map((values) => {
    const mean = average(values);
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length * (values.length - 1));
  });
  return Math.sqrt(variances.reduce((sum, value) => sum + value, 0)) / samples.length;
}
