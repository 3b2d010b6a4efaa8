import type { Measured, RiskGap } from '@dpfair/result';
import { overRepetitions } from './over-repetitions.js';

/** What is known of the groups besides their risks. */
export interface RiskGapOptions {
  /** How many more repetitions diverged: why there is nothing where there is no other. @default 0 */
  readonly diverged?: number;
  /** Whether a group has few rows, in the order of the names. @default none has */
  readonly small?: readonly boolean[];
}

/**
 * The widest difference of excessive risk between two groups: the largest mean over repetitions minus the smallest. The interval holds for
 * the widest difference of the true risks, whichever two groups that is: all pairs have Student's intervals at once (Bonferroni), and it goes
 * from the largest lower end to the largest upper end. A noisy group widens it upwards, for it may be the one that bears most.
 *
 * @param risks one list of groups a repetition; a group without rows has NaN
 * Groups of few rows count like all others. Beside it stands the same without them, over pairs of the others alone.
 */
export function riskGap(
  groupNames: readonly string[],
  risks: readonly (readonly number[])[],
  confidence: number,
  { diverged = 0, small = [] }: RiskGapOptions = {},
): RiskGap {
  const present = groupNames.flatMap((name, a) =>
    risks.length > 0 && risks.every((groups) => Number.isFinite(groups[a])) ? [{ name, a }] : [],
  );
  const none = { estimate: null, lower: null, upper: null, most: null, least: null, withoutSmall: null };
  if (risks.length === 0) {
    return { ...none, reason: diverged > 0 ? 'every training diverged' : 'no repetition was finished' };
  }
  if (present.length < 2) return { ...none, reason: 'fewer than two groups have rows' };
  const large = present.filter(({ a }) => small[a] !== true);
  const some = large.length < present.length && large.length > 1;
  return {
    ...widestOf(present, risks, confidence),
    withoutSmall: some ? widestOf(large, risks, confidence) : null,
    reason: null,
  };
}

/** The widest difference between two of at least two groups. */
function widestOf(
  present: readonly Place[],
  risks: readonly (readonly number[])[],
  confidence: number,
): NonNullable<RiskGap['withoutSmall']> {
  const means = present.map(({ a }) => risks.reduce((sum, groups) => sum + (groups[a] as number), 0) / risks.length);
  const most = present[means.indexOf(Math.max(...means))] as Place;
  const least = present[means.indexOf(Math.min(...means))] as Place;
  const atOnce = 1 - (1 - confidence) / ((present.length * (present.length - 1)) / 2);
  const pairs = present.flatMap((one, k) =>
    present.slice(k + 1).map((other) => sizeOf(differenceOf(risks, one, other, atOnce))),
  );
  return {
    estimate: Math.max(...means) - Math.min(...means),
    lower: widest(pairs.map(({ lower }) => lower)),
    upper: widest(pairs.map(({ upper }) => upper)),
    most: most.name,
    least: least.name,
  };
}

interface Place {
  readonly name: string;
  readonly a: number;
}

function differenceOf(risks: readonly (readonly number[])[], one: Place, other: Place, confidence: number): Measured {
  return overRepetitions(
    risks.map((groups) => (groups[one.a] as number) - (groups[other.a] as number)),
    confidence,
  );
}

/** The interval of a difference as that of its size. */
function sizeOf({ estimate, lower, upper }: Measured): Measured {
  if (lower === null || upper === null) return { estimate, lower, upper };
  return { estimate, lower: Math.max(0, lower, -upper), upper: Math.max(upper, -lower) };
}

const widest = (ends: readonly (number | null)[]): number | null =>
  ends.reduce((most, end) => (most === null || end === null ? null : Math.max(most, end)), 0 as number | null);
