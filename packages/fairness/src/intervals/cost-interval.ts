// Derived for dpfair: docs/methods/intervals.md.
import { compensatedSum, studentQuantile } from '@dpfair/stats';
import { commonFactor } from './common-factor.js';
import { deviations, halves, meanOverShards, standardErrorOverShards } from './shard-means.js';

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
 * and measuring on the other is too low on average, so that minus a margin bounds it from below. Where all agree on who
 * loses, both margins are that of Student's interval for a mean. The estimate is the split-sample value.
 *
 * @param means at least 4 shards. @param biases their mean. @param confidence within (0, 1).
 */
export function costInterval(means: readonly Float64Array[], biases: Float64Array, confidence: number): CostEstimate {
  const quantile = studentQuantile((1 + confidence) / 2, means.length - 1);
  const [even, odd] = halves(means);
  const chosen = { even: losers(meanOverShards(even)), odd: losers(meanOverShards(odd)) };
  const split = splitLoss(means, even, odd, chosen);
  const sets = [losers(biases), chosen.even, chosen.odd, ...setsOfCommonFactor(means, biases)];
  const plugInError = Math.max(...sets.map((set) => standardError(lossesOf(means, set))));
  const lower = Math.max(0, split.loss - quantile * split.error);
  const upper = Math.max(lower, costOf(biases) + quantile * plugInError);
  return { estimate: Math.min(Math.max(split.loss, lower), upper), lower, upper };
}

/** One flag an entity: whether it is in the set. */
type EntitySet = Uint8Array;

const losers = (biases: Float64Array): EntitySet => Uint8Array.from(biases, (bias) => Number(bias < 0));

/**
 * Loss of the losers of each half, measured on the other, weighted by the shards that measure; and its standard error.
 * Twice the same triangle inequality: the error of a sum is at most the sum of the errors, first of the two halves, then of
 * the entities that both chose (measured by all shards) and of those that only one chose. The smaller bound is taken.
 */
function splitLoss(
  means: readonly Float64Array[],
  even: readonly Float64Array[],
  odd: readonly Float64Array[],
  chosen: { readonly even: EntitySet; readonly odd: EntitySet },
): { readonly loss: number; readonly error: number } {
  const share = odd.length / means.length;
  const mix = (onOdd: number, onEven: number) => share * onOdd + (1 - share) * onEven;
  const onOdd = lossesOf(odd, chosen.even);
  const onEven = lossesOf(even, chosen.odd);
  const both = chosen.even.map((flag, i) => flag & (chosen.odd[i] as number));
  const without = (set: EntitySet) => set.map((flag, i) => flag & ~(both[i] as number));
  const disputed = mix(
    standardError(lossesOf(odd, without(chosen.even))),
    standardError(lossesOf(even, without(chosen.odd))),
  );
  return {
    loss: mix(average(onOdd), average(onEven)),
    error: Math.min(mix(standardError(onOdd), standardError(onEven)), standardError(lossesOf(means, both)) + disputed),
  };
}

/** Beyond as many standard errors as leave this much to either side an entity clearly loses, or clearly does not. */
const CLEAR = 0.00135;

/**
 * The sets in which a factor common to the unclear entities does not cancel: with the clear losers, those that it moves up,
 * or those that it moves down. The cost may be that of such a set although the factor cancels in the estimated one.
 */
function setsOfCommonFactor(means: readonly Float64Array[], biases: Float64Array): readonly EntitySet[] {
  const clear = studentQuantile(1 - CLEAR, means.length - 1);
  const errors = standardErrorOverShards(means, biases);
  const isClear = (i: number) => Math.abs(biases[i] as number) > clear * (errors[i] as number);
  const unclear = Array.from(biases.keys()).filter((i) => !isClear(i));
  const loadings = commonFactor(deviations(means, biases, unclear));
  if (loadings === null) return [];
  return [1, -1].map((side) => {
    const set = losers(biases);
    unclear.forEach((i, k) => {
      set[i] = Number(side * (loadings[k] as number) > 0);
    });
    return set;
  });
}

function lossesOf(means: readonly Float64Array[], set: EntitySet): readonly number[] {
  const members = Array.from(set.keys()).filter((i) => set[i] === 1);
  return means.map((shard) => members.reduce((sum, i) => sum - (shard[i] as number), 0));
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard error of a mean. */
function standardError(values: readonly number[]): number {
  const mean = average(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length * (values.length - 1)));
}
