// Zhu, Fioretto, Van Hentenryck (2022), Theorem 1 and Proposition 2; the upper side is proved in docs/methods/bounds.md.
import { type ContinuousNoise, normalCdf, stopLossOfWeightedSum } from '@dpfair/stats';

/** Two sides of something; each rounds the safe way by its stated numerical error. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * L, the gap of the clipping biases after the sum projection: E (y_1)_- - E (y_n)_-, y = the projection of noisy counts onto their total,
 * 1 the smallest and n the largest count. Any simplex projection of exchangeable noise has L <= alpha <= L + E T, T the threshold that it
 * takes from everybody beyond the sum projection.
 *
 * Closed form for Gaussian noise; for Laplace a contour integral of the characteristic function, to a relative 1e-10.
 *
 * @returns L in counts, at least 0; 0 for fewer than two entities.
 */
export function clippingGap(counts: Float64Array, noise: ContinuousNoise): number {
  const n = counts.length;
  if (n < 2) return 0;
  const spreads = projectedSpreads(n, noise.spread);
  const [smallest, largest] = [least(counts), most(counts)];
  return stopLossOfWeightedSum(noise.kind, spreads, smallest) - stopLossOfWeightedSum(noise.kind, spreads, largest);
}

/**
 * Proposition 2, for Gaussian noise: L lies between Phi(-a x_n) (x_n - x_1) and Phi(-a x_1) (x_n - x_1), a = sqrt(n / (n - 1)) / sigma.
 *
 * @param sigma in counts.
 */
export function gaussianGapBracket(counts: Float64Array, sigma: number): Interval {
  const n = counts.length;
  if (n < 2) return { lower: 0, upper: 0 };
  const [smallest, largest] = [least(counts), most(counts)];
  const a = Math.sqrt(n / (n - 1)) / sigma;
  const range = largest - smallest;
  return { lower: normalCdf(-a * largest) * range, upper: normalCdf(-a * smallest) * range };
}

/**
 * E T, from the bias of the largest entity: T - (y_n)_- ... its outcome is (y_n - T)_+, so B_n = E (T - y_n)_+ - E T, and
 * 0 <= E (T - y_n)_+ <= (n - 1) E (eta_1 - eta_2 - x_n n / (n - 1))_+ (docs/methods/bounds.md).
 *
 * @param biasOfLargest B_n in counts. @param margin how far it may be off.
 */
export function meanThreshold(
  counts: Float64Array,
  noise: ContinuousNoise,
  biasOfLargest: number,
  margin: number,
): Interval {
  const n = counts.length;
  if (n < 2) return { lower: 0, upper: 0 };
  const pair = Float64Array.of(noise.spread, noise.spread);
  const missed = (n - 1) * stopLossOfWeightedSum(noise.kind, pair, (most(counts) * n) / (n - 1));
  return { lower: Math.max(0, -biasOfLargest - margin), upper: Math.max(0, -biasOfLargest) + margin + missed };
}

/** y_i - x_i as a weighted sum of n noises: (1 - 1/n) of its own, 1/n of every other. */
export function projectedSpreads(n: number, spread: number): Float64Array {
  const spreads = new Float64Array(n).fill(spread / n);
  spreads[0] = spread * (1 - 1 / n);
  return spreads;
}

export const least = (values: Float64Array) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
export const most = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
