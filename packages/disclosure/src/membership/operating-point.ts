import type { Membership } from '@dpfair/result';
import { clopperPearson } from '@dpfair/stats';

type OperatingPoint = Membership['operatingPoints'][number];

/** Part of the chance of error below that pays for counting those who tie with the threshold. */
const FOR_TIES = 0.1;

/**
 * The rates of the threshold that is meant to let through `allowed` of the non-members, with intervals that cover at least as often as they say: the k-th
 * largest score of the n others, k = floor(allowed (n + 1)). All who tie with it are let through, and the estimates say so.
 *
 * No rows are set aside. The threshold comes from the others alone, so that the number of members at or above it is binomial given the
 * threshold, and Clopper and Pearson's interval holds. For the false positive rate, which the same others chose, with B of them at or above the threshold:
 *
 * - Below: break ties at random, for the proof alone. The rate of the k-th largest is then v, of Beta(k, n + 1 - k) whatever the scores are, and of the
 *   n - k others below it B - k tie, binomially given v: with lower ends of both (nine tenths and one tenth of the chance of error) the rate is at least
 *   v + (1 - v) w. Counting B as if B had been chosen would cover too rarely: a threshold that is let through too often by chance is also the one that is chosen.
 * - Above: Clopper and Pearson's end for B of n holds as it is. It rises with B, so that it can be too low only if it was already so at the highest score at
 *   which k of n would be too few: there B is at least k and too low, or the threshold is lower still and fewer than k are there.
 *
 * @returns nulls where there are fewer than 1 / allowed - 1 others: no score is rare enough.
 */
export function operatingPoint(
  members: Float64Array,
  others: Float64Array,
  allowed: number,
  confidence: number,
): OperatingPoint {
  const n = others.length;
  const k = Math.min(n, Math.floor(allowed * (n + 1) * (1 + 1e-12)));
  if (k === 0 || members.length === 0) {
    const nothing = { estimate: null, lower: null, upper: null };
    return { allowed, falsePositive: nothing, truePositive: nothing };
  }
  const threshold = others.slice().sort()[n - k] as number;
  const count = (scores: Float64Array) => scores.reduce((sum, score) => sum + (score >= threshold ? 1 : 0), 0);
  const [falses, trues] = [count(others), count(members)];
  return {
    allowed,
    falsePositive: {
      estimate: falses / n,
      lower: lowerEnd(k, falses, n, confidence),
      upper: clopperPearson(falses, n, confidence).upper,
    },
    truePositive: { estimate: trues / members.length, ...clopperPearson(trues, members.length, confidence) },
  };
}

/** Lower end of the rate of the k-th largest of n, at or above which there are `count`. */
function lowerEnd(k: number, count: number, n: number, confidence: number): number {
  const lower = (successes: number, trials: number, part: number) =>
    clopperPearson(successes, trials, 1 - part * (1 - confidence)).lower;
  const rank = lower(k, n, 1 - FOR_TIES);
  return count === k ? rank : rank + (1 - rank) * lower(count - k, n - k, FOR_TIES);
}
