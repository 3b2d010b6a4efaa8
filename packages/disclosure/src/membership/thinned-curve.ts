import type { Membership } from '@dpfair/result';
import { clopperPearson } from '@dpfair/stats';
import { thresholdCounts } from './threshold-counts.js';

/** Points between the ends, at most. */
const POINTS = 60;

/**
 * The curve of true against false positive rates, from (0, 0) to (1, 1): of all thresholds those whose number of false positives is nearest below a
 * geometric series, so that the low end is as well seen as the high one. Of several thresholds with the same false positives the lowest is taken.
 * Intervals are Clopper and Pearson's, each by itself.
 */
export function thinnedCurve(members: Float64Array, others: Float64Array, confidence: number): Membership['curve'] {
  const [m, n] = [members.length, others.length];
  if (m === 0 || n === 0) return [];
  const counts = thresholdCounts(members, others);
  // True positives for each number of false positives: the lowest threshold wins.
  const found = new Map<number, number>([[0, 0]]);
  counts.others.forEach((falses, k) => {
    found.set(falses, counts.members[k] as number);
  });
  const known = [...found.keys()];
  const wanted = Array.from({ length: POINTS + 1 }, (_, k) => n ** (k / POINTS));
  const taken = new Set([0, n]);
  let at = 0;
  for (const goal of wanted) {
    while (at + 1 < known.length && (known[at + 1] as number) <= goal * (1 + 1e-12)) at++;
    taken.add(known[at] as number);
  }
  return [...taken]
    .sort((a, b) => a - b)
    .map((falses) => {
      const count = found.get(falses) as number;
      return { falsePositive: falses / n, truePositive: count / m, ...clopperPearson(count, m, confidence) };
    });
}
