import { clopperPearson, type Interval } from '@dpfair/stats';

/**
 * Intervals for the probabilities of all classes of one point that hold together with at least this confidence: Clopper-Pearson, each at
 * `1 - (1 - confidence) / classes`; two classes need no such correction, as the second interval is the mirror image of the first.
 *
 * @param counts One per class, integers with a sum above 0. @param confidence Within (0, 1).
 * @example
 * classIntervals([0, 10], 0.95)[0] // { lower: 0, upper: 0.3084971078187607 }
 */
export function classIntervals(counts: ArrayLike<number>, confidence: number): readonly Interval[] {
  const samples = Array.from(counts).reduce((sum, count) => sum + count, 0);
  const each = counts.length === 2 ? confidence : 1 - (1 - confidence) / counts.length;
  return Array.from(counts, (count) => clopperPearson(count, samples, each));
}
