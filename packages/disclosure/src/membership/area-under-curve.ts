// Source: DeLong, DeLong and Clarke-Pearson (Biometrics 44, 1988); on the logit scale as Pepe (2003), section 5.2.
import type { Measured } from '@dpfair/result';
import { clopperPearson, studentQuantile } from '@dpfair/stats';
import { hoeffdingInterval } from './hoeffding-interval.js';
import { thresholdCounts } from './threshold-counts.js';

/** Of min(m, n) pairs as many as this must go each way, for DeLong's variance to be trusted. */
const ENOUGH = 5;

/**
 * Probability that a member scores above another, ties as half, with an interval: DeLong's variance on the logit scale, Student's quantile with the degrees
 * of freedom of Satterthwaite. Asymptotic: a 95 % interval covers in about 94 to 98 % (docs/methods/attacks.md).
 *
 * Few rows near 0 or 1 show too little of the variance: 5 members beside 500 others at .96 would be covered in 84 %. Where
 * min(m, n) min(area, 1 - area) is below 5 the interval is Hoeffding's, which covers at least as often as it says and is wide.
 *
 * Where all members are above all others or below them no variance is seen. Then the rows are taken as min(m, n) pairs, which are independent, and the
 * interval is that of Clopper and Pearson for as many successes or failures (Hoeffding's has the same ends). Likewise where all scores tie.
 *
 * @param confidence inside (0, 1)
 * @returns nulls where there are no members or no others, and no ends for fewer than two of either.
 */
export function areaUnderCurve(members: Float64Array, others: Float64Array, confidence: number): Measured {
  const [m, n] = [members.length, others.length];
  if (m === 0 || n === 0) return { estimate: null, lower: null, upper: null };
  const { area, ofMembers, ofOthers } = placements(members, others);
  const pairs = Math.min(m, n);
  if (pairs < 2) return { estimate: area, lower: null, upper: null };
  const [first, second] = [variance(ofMembers) / m, variance(ofOthers) / n];
  if (first + second === 0) {
    const same = clopperPearson(pairs, pairs, confidence).lower;
    return { estimate: area, lower: same * area, upper: 1 - same * (1 - area) };
  }
  if (pairs * Math.min(area, 1 - area) < ENOUGH)
    return { estimate: area, ...hoeffdingInterval(area, pairs, confidence) };
  const freedom = (first + second) ** 2 / (first ** 2 / (m - 1) + second ** 2 / (n - 1));
  const reach = (studentQuantile((1 + confidence) / 2, freedom) * Math.sqrt(first + second)) / (area * (1 - area));
  const logit = Math.log(area / (1 - area));
  const back = (value: number) => 1 / (1 + Math.exp(-value));
  return { estimate: area, lower: back(logit - reach), upper: back(logit + reach) };
}

/** For each member the fraction of others below it, for each other the fraction of members above it, ties as half: both have the area as their mean. */
function placements(members: Float64Array, others: Float64Array) {
  const counts = thresholdCounts(members, others);
  const [m, n] = [members.length, others.length];
  const ofMembers: number[] = [];
  const ofOthers: number[] = [];
  for (let k = 0; k < counts.threshold.length; k++) {
    const [mTo, nTo] = [counts.members[k] as number, counts.others[k] as number];
    const [mFrom, nFrom] = k === 0 ? [0, 0] : [counts.members[k - 1] as number, counts.others[k - 1] as number];
    for (let i = mFrom; i < mTo; i++) ofMembers.push((n - (nFrom + nTo) / 2) / n);
    for (let j = nFrom; j < nTo; j++) ofOthers.push((mFrom + mTo) / 2 / m);
  }
  return { area: ofMembers.reduce((sum, value) => sum + value, 0) / m, ofMembers, ofOthers };
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
