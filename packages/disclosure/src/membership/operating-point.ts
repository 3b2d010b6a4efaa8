import type { Membership } from '@dpfair/result';
import { clopperPearson } from '@dpfair/stats';

type OperatingPoint = Membership['operatingPoints'][number];

/**
 * The rates of the threshold that is meant to let through `allowed` of the non-members, with exact intervals: the k-th largest score of the n
 * others, k = floor(allowed (n + 1)).
 *
 * No rows are set aside, and nothing is gained by having chosen. The threshold comes from the others alone, so that the number of members at or above it is
 * binomial given the threshold, and Clopper and Pearson's interval holds. The false positive rate of a k-th largest score is distributed as
 * Beta(k, n + 1 - k) whatever the scores are, ties aside, and Clopper and Pearson's interval for k of n contains the central part of that distribution;
 * with ties all those at the threshold are counted.
 *
 * @returns nulls where there are fewer than 1 / allowed - 1 others: no score is rare enough.
 */
export function operatingPoint(
  members: Float64Array,
  others: Float64Array,
  allowed: number,
  confidence: number,
): OperatingPoint {
  const k = Math.floor(allowed * (others.length + 1) * (1 + 1e-12));
  if (k === 0 || members.length === 0) {
    const nothing = { estimate: null, lower: null, upper: null };
    return { allowed, falsePositive: nothing, truePositive: nothing };
  }
  const threshold = others.slice().sort()[others.length - Math.min(k, others.length)] as number;
  const rate = (scores: Float64Array) => {
    const count = scores.reduce((sum, score) => sum + (score >= threshold ? 1 : 0), 0);
    return { estimate: count / scores.length, ...clopperPearson(count, scores.length, confidence) };
  };
  return { allowed, falsePositive: rate(others), truePositive: rate(members) };
}
