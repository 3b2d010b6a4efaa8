/**
 * Logarithm of the likelihood of a noisy sum with the canary over that without: `ln(1 - q + q exp((z - 1/2) / noise^2))`, z the sum along the canary over
 * its length, N(1, noise^2) where it was in the batch and N(0, noise^2) where not. Never overflows. Without noise to count on it is z itself.
 *
 * @param rate q, above 0 and at most 1. @param noise noise multiplier, at least 0
 */
export function stepEvidence(sum: number, rate: number, noise: number): number {
  const exponent = (sum - 1 / 2) / noise ** 2;
  if (!Number.isFinite(exponent)) return sum;
  return exponent > 0
    ? exponent + Math.log(rate + (1 - rate) * Math.exp(-exponent))
    : Math.log1p(rate * Math.expm1(exponent));
}
