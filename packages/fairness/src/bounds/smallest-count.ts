// Zhu, Van Hentenryck, Fioretto (2021) for the idea of the ball; proofs of these forms in docs/methods/bounds.md.
import { type ContinuousNoise, compensatedSum, upperGamma } from '@dpfair/stats';
import { least } from './simplex-alpha.js';

/**
 * Bound of every |bias| of the simplex projection by the smallest count r alone. Within the ball of radius r around the counts the projection
 * is linear, so only noise outside of it biases:
 *
 * - Laplace of scale b, |noise|_1 is Gamma(n, b): |B_i| <= E[|noise|_1; |noise|_1 > r] = n b Q(n + 1, r / b);
 * - Gaussian of sigma, the noise that the sum projection leaves has n - 1 dimensions: |B_i| <= E[|noise|_2; |noise|_2 > r]
 *   = sigma sqrt(2) Gamma(n / 2) / Gamma((n - 1) / 2) Q(n / 2, r^2 / (2 sigma^2)).
 *
 * Q is the regularized upper incomplete gamma function. Falls exponentially as all counts are raised.
 *
 * @returns in counts; 0 for fewer than two entities.
 */
export function smallestCountBound(counts: Float64Array, noise: ContinuousNoise): number {
  const n = counts.length;
  if (n < 2) return 0;
  const radius = least(counts) / noise.spread;
  if (noise.kind === 'laplace') return n * noise.spread * upperGamma(n + 1, radius);
  return noise.spread * meanLength(n - 1) * upperGamma(n / 2, radius ** 2 / 2);
}

/**
 * The same with the largest distance within the simplex in place of the length of the noise: |B_i| <= C P(noise outside the ball),
 * C = max_i max(x_i, total - x_i). For Laplace noise P = exp(-r / b) sum_{k < n} (r / b)^k / k!.
 *
 * @returns in counts; 0 for fewer than two entities.
 */
export function smallestCountBoundByRange(counts: Float64Array, noise: ContinuousNoise): number {
  const n = counts.length;
  if (n < 2) return 0;
  const total = compensatedSum(counts);
  const range = counts.reduce((largest, x) => Math.max(largest, x, total - x), 0);
  const radius = least(counts) / noise.spread;
  if (noise.kind === 'laplace') return range * upperGamma(n, radius);
  return range * upperGamma((n - 1) / 2, radius ** 2 / 2);
}

/** Mean length of a standard normal vector of k dimensions, sqrt(2) Gamma((k + 1) / 2) / Gamma(k / 2), by its recurrence in k. */
function meanLength(k: number): number {
  // length(k) length(k + 1) = k; far out the series length(k) = sqrt(k) (1 - 1/(4k) + 1/(32 k^2) + 5/(128 k^3) - ...)
  if (k >= 64) {
    const inverse = 1 / k;
    return Math.sqrt(k) * (1 - inverse * (1 / 4 - inverse * (1 / 32 + inverse * (5 / 128 - (21 / 2048) * inverse))));
  }
  let length = k % 2 === 1 ? Math.sqrt(2 / Math.PI) : Math.sqrt(Math.PI / 2);
  for (let dimensions = k % 2 === 1 ? 1 : 2; dimensions < k; dimensions += 2) length *= (dimensions + 1) / dimensions;
  return length;
}
