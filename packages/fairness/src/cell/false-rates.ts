import type { FalseRate, FalseRatePair, FalseRates } from '@dpfair/result';
import { compensatedSum } from '@dpfair/stats';
import type { AnalyticEstimate, SimulatedEstimate } from '../estimate.js';
import { marginOfSum } from '../intervals/margin-of-sum.js';
import { undefinedReasons } from '../messages.js';
import { membersOf } from './members.js';

/** Between these distances to the threshold, in standard deviations of the noise, rates are taken together. */
const DISTANCES = [-8, -4, -2, -1, -0.5, 0, 0.5, 1, 2, 4, 8] as const;

export interface FalseRateOptions {
  /** 1 where the true answer is yes, 0 where it is no. */
  readonly truth: Float64Array;
  /** Distance to the threshold of each entity, infinite where noise cannot change the answer; null where it is not defined. */
  readonly distance: Float64Array | null;
  /** Group of each entity; null without groups. */
  readonly groups: readonly string[] | null;
  readonly confidence: number;
}

/**
 * False negatives and false positives of a yes-or-no decision: sums of |bias| over the entities whose true answer is yes,
 * and over those whose true answer is no, over their number. Intervals are for one rate at a time.
 *
 * @param estimate or why there is none.
 */
export function falseRates(
  estimate: AnalyticEstimate | SimulatedEstimate | string,
  { truth, distance, groups, confidence }: FalseRateOptions,
): FalseRates {
  const pair = (members: readonly number[]): FalseRatePair => {
    const rate = (kind: 0 | 1) => {
      const asked = members.filter((i) => truth[i] === kind);
      if (asked.length === 0) return undefinedRate(0, undefinedReasons.nobodyAsked(kind));
      return typeof estimate === 'string' ? undefinedRate(asked.length, estimate) : rateOf(estimate, asked, confidence);
    };
    return { falseNegative: rate(1), falsePositive: rate(0) };
  };
  const everyone = Array.from(truth.keys());
  return {
    overall: pair(everyone),
    byGroup: groups === null ? [] : [...membersOf(groups)].map(([group, members]) => ({ group, ...pair(members) })),
    byDistance:
      distance === null
        ? []
        : ranges(everyone, truth, distance).map(({ members, ...ends }) => ({ ...ends, ...pair(members) })),
  };
}

function rateOf(
  estimate: AnalyticEstimate | SimulatedEstimate,
  members: readonly number[],
  confidence: number,
): FalseRate {
  const n = members.length;
  const wrong = Math.min(n, Math.abs(compensatedSum(Float64Array.from(members, (i) => estimate.bias[i] as number))));
  const margin = marginOfSum(estimate, members, confidence);
  const rate = (expected: number) => Math.min(1, Math.max(0, expected / n));
  return {
    entities: n,
    wrong,
    rate: rate(wrong),
    lower: rate(wrong - margin),
    upper: rate(wrong + margin),
    reason: null,
  };
}

const undefinedRate = (entities: number, reason: string): FalseRate => ({
  entities,
  wrong: null,
  rate: null,
  lower: null,
  upper: null,
  reason,
});

/** Who is in which range of distances; ranges without anyone are left out. */
function ranges(everyone: readonly number[], truth: Float64Array, distance: Float64Array) {
  const rangeOf = (i: number) => {
    const at = distance[i] as number;
    // At the threshold itself it is the true answer that says on which side an entity is.
    return DISTANCES.filter((end) => (at === 0 ? end < 0 || (end === 0 && truth[i] === 1) : end <= at)).length;
  };
  const members = Array.from({ length: DISTANCES.length + 1 }, (): number[] => []);
  for (const i of everyone) members[rangeOf(i)]?.push(i);
  return members.flatMap((inside, k) =>
    inside.length === 0 ? [] : [{ from: DISTANCES[k - 1] ?? null, to: DISTANCES[k] ?? null, members: inside }],
  );
}
