import { normalCdf } from '@dpfair/stats';
import { roundUp } from './round-up.js';

/**
 * `2 Phi(sqrt(2 pi) D / 2) - 1`: the total variation between Gaussian smoothing noise around two people at L2 distance D, so the most by which
 * the answers of any model can differ; some model attains it. At most D. Rounded up.
 *
 * @param distance Euclidean distance under the noise scales, 0 or more.
 * @example
 * gaussianTotalVariation(0.5) // 0.469115948930062
 */
export function gaussianTotalVariation(distance: number): number {
  const half = Math.sqrt(Math.PI / 2) * distance;
  // Below .01 the difference 2 Phi - 1 loses digits, and D (1 - half^2 / 6 + half^4 / 40) is above it.
  const value = half < 0.01 ? distance * (1 - (half * half) / 6 + half ** 4 / 40) : 2 * normalCdf(half) - 1 + 2 ** -49;
  return Math.min(distance, roundUp(value), 1);
}
