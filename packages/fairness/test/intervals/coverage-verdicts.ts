import type { Verdict } from '@dpfair/tooling/statistical-test.js';
import type { Claim, ClaimedInterval, Repetition } from './simulated-intervals.js';

/**
 * What a 95 % interval must cover, in both directions. The exact binomial band at 1e-8 of so many repetitions is narrower
 * (93.0 to 96.8 % of 4,000); what is left is for intervals that are 95 % only in the limit of many trials.
 */
export const HOUSE_BAND = { lower: 0.925, upper: 0.972 } as const;

/** What a mutant does to one interval. */
export type Distort = (interval: ClaimedInterval, claim: Claim) => ClaimedInterval;

export const untouched: Distort = (interval) => interval;

/** Half-widths multiplied by `factor`, of one claim alone. */
export const scaled =
  (claim: Claim, factor: number): Distort =>
  (interval, of) => {
    if (of !== claim) return interval;
    const middle = (interval.lower + interval.upper) / 2;
    const half = (factor * (interval.upper - interval.lower)) / 2;
    return { ...interval, lower: middle - half, upper: middle + half };
  };

/** The share of repetitions in which a claim holds. */
export function coverageOf(all: readonly Repetition[], claim: Claim, distort: Distort): number {
  const holds = ({ lower, upper, truth }: ClaimedInterval) => lower <= truth && truth <= upper;
  return all.filter(({ intervals }) => holds(distort(intervals[claim], claim))).length / all.length;
}

/** Each claim covers within the house's band. */
export const inHouseBand = (all: readonly Repetition[], claims: readonly Claim[], distort: Distort): Verdict[] =>
  claims.map((claim) => ({ statistic: coverageOf(all, claim, distort), ...HOUSE_BAND, what: `${claim} covered` }));

/** Mean width of the intervals of a claim. */
export function meanWidth(all: readonly Repetition[], claim: Claim, distort: Distort): number {
  const width = ({ lower, upper }: ClaimedInterval) => upper - lower;
  return all.reduce((sum, { intervals }) => sum + width(distort(intervals[claim], claim)), 0) / all.length;
}
