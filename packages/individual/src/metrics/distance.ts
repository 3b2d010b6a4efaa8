import type { Metric } from './metric.js';

/**
 * `||scales o (a - b)||`, the distance of two people: 0 or more. Neither overflows nor underflows where the result does not.
 *
 * @param a Holds the columns of one person from `aAt` on. @param b Holds the other's from `bAt` on.
 * @returns NaN where a value is NaN. O(columns).
 * @example
 * distance(metricFromScales(1, [1, 2]), [0, 0], [3, 2]) // 7
 */
export function distance(metric: Metric, a: ArrayLike<number>, b: ArrayLike<number>, aAt = 0, bAt = 0): number {
  const { norm, scales } = metric;
  let largest = 0;
  let total = 0;
  for (let i = 0; i < scales.length; i++) {
    const scale = scales[i] as number;
    if (scale === 0) continue;
    const part = scale * Math.abs((a[aAt + i] as number) - (b[bAt + i] as number));
    largest = Math.max(largest, part);
    total += part;
  }
  if (norm === 1) return total;
  if (!(largest > 0) || norm === Number.POSITIVE_INFINITY || largest === Number.POSITIVE_INFINITY) return largest;
  let powers = 0;
  for (let i = 0; i < scales.length; i++) {
    const scale = scales[i] as number;
    if (scale === 0) continue;
    const part = (scale * Math.abs((a[aAt + i] as number) - (b[bAt + i] as number))) / largest;
    powers += norm === 2 ? part * part : part ** norm;
  }
  return largest * (norm === 2 ? Math.sqrt(powers) : powers ** (1 / norm));
}
