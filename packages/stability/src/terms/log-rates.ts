import type { RatePenalty } from './rate-penalty.js';

/** Log of 1 / (1 + exp(-score)), for any score. */
const logOfChance = (score: number): number => Math.min(0, score) - Math.log1p(Math.exp(-Math.abs(score)));

/** The log of each group's mean of `1 / (1 + exp(-score))`: finite also where the mean underflows. O(rows x divisions). */
export function logRates(
  { sizes, divisions }: Pick<RatePenalty, 'sizes' | 'divisions'>,
  scores: Float64Array,
): Float64Array {
  const logs = scores.map(logOfChance);
  const largest = new Float64Array(sizes.length).fill(Number.NEGATIVE_INFINITY);
  const sums = new Float64Array(sizes.length);
  for (const division of divisions) {
    division.forEach((place, row) => {
      largest[place] = Math.max(largest[place] as number, logs[row] as number);
    });
    division.forEach((place, row) => {
      sums[place] = (sums[place] as number) + Math.exp((logs[row] as number) - (largest[place] as number));
    });
  }
  return sums.map((sum, place) => (largest[place] as number) + Math.log(sum / (sizes[place] as number)));
}

/**
 * What a row's score moves its group's rate by, as part of the rate: `p (1 - p) / (size rate)` for p = 1 / (1 + exp(-score)). Between 0 and 1
 * however small the rate is.
 */
export const relativeSpread = (score: number, logRate: number, size: number): number =>
  Math.exp(2 * logOfChance(score) - score - logRate) / size;
