import type { NoiseDistribution } from '@dpfair/stats';
import { reachOf } from './reach.js';

/** How many of the contested claims of one entity are above a level. */
export interface ClaimsAtLevel {
  /** Claims that are above it for sure, counted from the first contested one. */
  readonly sure: number;
  /** Probabilities of 0, 1, ... more than these: one, 1, where noise within its reach changes nothing at this level. */
  readonly probabilities: Float64Array;
}

/**
 * @param level of priority. @param posts signposts of the contested claims of one entity, rising.
 * @param population of the entity, without noise.
 */
export function claimsAtLevel(
  level: number,
  posts: Float64Array,
  population: number,
  noise: NoiseDistribution,
): ClaimsAtLevel {
  const reach = reachOf(noise);
  let sure = 0;
  while (sure < posts.length && level * (posts[sure] as number) - population < -reach) sure += 1;
  let end = sure;
  while (end < posts.length && level * (posts[end] as number) - population <= reach) end += 1;
  const probabilities = new Float64Array(end - sure + 1);
  // P(noise <= threshold) and P(noise > threshold) for the threshold before; differences from the side where both are small.
  let [below, above, last] = [0, 1, Number.NEGATIVE_INFINITY];
  for (let k = sure; k < end; k++) {
    const threshold = level * (posts[k] as number) - population;
    const [nextBelow, nextAbove] = [noise.cdf(threshold), noise.survival(threshold)];
    probabilities[k - sure] = last >= 0 ? above - nextAbove : nextBelow - below;
    [below, above, last] = [nextBelow, nextAbove, threshold];
  }
  probabilities[end - sure] = last >= 0 ? above : 1 - below;
  return { sure, probabilities };
}
