// Andrew, Thakkar, McMahan, Ramaswamy (2021), "Differentially private learning with adaptive clipping", Theorem 1.
import { requirePositive } from '../noise/privacy-options.js';

/**
 * The noise multiplier of several noisy statistics of the same sample, taken as one release of all of them: `(sum of z^-2)^(-1/2)`.
 *
 * A gradient and a count of clipped rows that come from the same Poisson sample are one event. Two events would be accounted for as if each
 * had a sample of its own, and that understates what they tell about who was in the sample.
 *
 * @param multipliers Noise multiplier of each statistic: standard deviation over its own sensitivity, above 0.
 * @throws DpfairError `domain` for one that is not positive and finite.
 * @example jointNoiseMultiplier([1, 10]) // 0.9950371902099893
 */
export function jointNoiseMultiplier(multipliers: readonly number[]): number {
  for (const multiplier of multipliers) requirePositive('noise multiplier', multiplier);
  return 1 / Math.hypot(...multipliers.map((multiplier) => 1 / multiplier));
}
