// Canonne, Kamath, Steinke (2020), "The discrete Gaussian for differential privacy", Theorem 7.
import { discreteGaussian } from '@dpfair/stats';

/**
 * The smallest delta for which discrete Gaussian noise gives (epsilon, delta)-differential privacy where one count changes by 1:
 * `P(X >= m) - exp(epsilon) P(X >= m + 1)` with `m = floor(epsilon sigma^2 - 1/2) + 1`.
 *
 * It falls as epsilon grows, but not everywhere as sigma does: for epsilon = 4 it rises by more than a tenth from sigma = 0.95 to 0.965.
 *
 * Computed as `E[1 - exp(-(X - c)_+ / sigma^2)]`, `c = epsilon sigma^2 - 1/2`, which is the same number without its cancellation.
 *
 * @param epsilon at least 0. @param sigma in counts.
 * @example discreteGaussianDelta(1, 4) // 0.00000305...
 */
export function discreteGaussianDelta(epsilon: number, sigma: number): number {
  const square = sigma * sigma;
  return -Math.expm1(discreteGaussian(sigma).logPositivePartTransform(0.5 - epsilon * square, 1 / square));
}
