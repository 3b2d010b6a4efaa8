import type { ContinuousNoise } from '@dpfair/stats';
import { reachOf } from './reach.js';

/** How many of the contested claims of one entity are above a level. */
export interface ClaimsAtLevel {
  /** Claims that are above it for sure, counted from the first contested one. */
  readonly sure: number;
  /** Probabilities of 0, 1, ... more than these. */
  readonly probabilities: readonly number[];
}

/**
 * @param thresholds for each contested claim, how much noise lifts it to the level exactly: rising.
 * @returns with one probability, 1, where noise within its reach changes nothing at this level.
 */
export function claimsAtLevel(thresholds: readonly number[], noise: ContinuousNoise): ClaimsAtLevel {
  const reach = reachOf(noise);
  const sure = thresholds.filter((threshold) => threshold < -reach).length;
  const open = thresholds.slice(sure).filter((threshold) => threshold <= reach);
  const probabilities = [...open, Number.POSITIVE_INFINITY].map((upper, k) => {
    const lower = open[k - 1] ?? Number.NEGATIVE_INFINITY;
    // From the side where both ends are small.
    return lower >= 0 ? noise.survival(lower) - noise.survival(upper) : noise.cdf(upper) - noise.cdf(lower);
  });
  return { sure, probabilities };
}
