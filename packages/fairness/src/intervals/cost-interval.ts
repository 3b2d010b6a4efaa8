// Derived for dpfair: docs/methods/intervals.md.
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
 * and measuring on the other is too low on average, so that minus a margin bounds it from below. Its margin is the
 * largest over several sets, and the two halves count as dependent. The estimate is the split-sample value.
 */
export function costInterval(means: readonly Float64Array[], biases: Float64Array, confidence: number): CostEstimate {
  const quantile = studentQuantile((1 + confidence) / 2, means.length - 1);
  const plugIn = costOf(biases);
  const [even, odd] = halves(means);
  const sets = [losers(biases), losers(meanOverShards(even)), losers(meanOverShards(odd)), commonFactor(means, biases)];
  const plugInError = Math.max(...sets.map((set) => standardError(means.map((shard) => lossOf(shard, set)))));
  const crossed = [
    odd.map((shard) => lossOf(shard, losers(meanOverShards(even)))),
    even.map((shard) => lossOf(shard, losers(meanOverShards(odd)))),
  ] as const;
  const split = crossed.reduce((sum, values) => sum + average(values) / crossed.length, 0);
  const lower = Math.max(0, split - (quantile * (standardError(crossed[0]) + standardError(crossed[1]))) / 2);
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

/** Standard error of a mean. */
function standardError(values: readonly number[]): number {
  const mean = average(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length * (values.length - 1)));
}

/** A factor that explains this much of the variance of the shards is a common one. */
const DOMINANT = 0.95;

/**
 * The entities that the largest common factor of the shards moves up: the set whose sum varies most, about. The cost may be
 * that of a set in which a common factor does not cancel, although it cancels in the estimated one. None without one.
 */
function commonFactor(means: readonly Float64Array[], biases: Float64Array): readonly number[] {
  const rows = means.map((shard) => shard.map((value, i) => value - (biases[i] as number)));
  let scores: number[] = rows.map((_, k) => (k % 2 === 0 ? 1 : -0.9));
  let direction = new Float64Array(biases.length);
  for (let step = 0; step < 8; step++) {
    direction = direction.map((_, i) =>
      rows.reduce((sum, row, k) => sum + (scores[k] as number) * (row[i] as number), 0),
    );
    scores = rows.map((row) => row.reduce((sum, value, i) => sum + value * (direction[i] as number), 0));
    const size = Math.sqrt(scores.reduce((sum, score) => sum + score * score, 0));
    if (!(size > 0)) return [];
    scores = scores.map((score) => score / size);
  }
  const squares = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);
  const explained = squares(direction) / rows.reduce((sum, row) => sum + squares(row), 0);
  return explained < DOMINANT ? [] : Array.from(direction.keys()).filter((i) => (direction[i] as number) > 0);
}
