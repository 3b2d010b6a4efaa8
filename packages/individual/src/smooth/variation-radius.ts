import { classIntervals } from './class-intervals.js';

/**
 * How far the class frequencies of one point can be from their probabilities, in total variation, at this confidence: the most that
 * simultaneous Clopper-Pearson intervals leave. For two classes the longer arm of the interval, else the smaller of the sums of upper and of
 * lower arms.
 *
 * @param counts One per class. @param confidence Within (0, 1).
 * @example
 * variationRadius([0, 10], 0.95) // 0.3084971078187607
 */
export function variationRadius(counts: ArrayLike<number>, confidence: number): number {
  const samples = Array.from(counts).reduce((sum, count) => sum + count, 0);
  let up = 0;
  let down = 0;
  const intervals = classIntervals(counts, confidence);
  for (const [k, { lower, upper }] of (counts.length === 2 ? intervals.slice(0, 1) : intervals).entries()) {
    const frequency = (counts[k] as number) / samples;
    up += upper - frequency;
    down += frequency - lower;
  }
  return counts.length === 2 ? Math.max(up, down) : Math.min(up, down);
}
