import type { Membership } from '@dpfair/result';
import { checkConfidence, checkScores } from '../check-arguments.js';
import { argumentFault, groupFault, lengthFault } from '../messages.js';
import { advantage } from './advantage.js';
import { areaUnderCurve } from './area-under-curve.js';
import { operatingPoint } from './operating-point.js';
import { thinnedCurve } from './thinned-curve.js';

/** Rows with a score each: the higher, the more it looks like a row that was trained on. */
export interface ScoredRows {
  /** Finite. */
  readonly scores: Float64Array;
  /** A place in `groupNames` each. */
  readonly groups: Int32Array;
}

/** Scores of rows that were trained on and of others from the same population. */
export interface MembershipScores {
  readonly members: ScoredRows;
  readonly others: ScoredRows;
  readonly groupNames: readonly string[];
}

export interface MembershipOptions {
  /** Of each interval by itself. @default 0.95 */
  readonly confidence?: number;
  /** False positive rates, each inside (0, 1). @default [0.001, 0.01, 0.1] */
  readonly allowed?: readonly number[];
}

/** Fewer members or others than this make a group small. */
export const SMALL = 30;

/**
 * How well those who were trained on can be told from others by their scores: for all rows, then for each group with thresholds of its own.
 * Intervals are those of one model: they say how sure the numbers are for other rows, not for another training.
 *
 * @throws DpfairError input, naming the first score or group that is not allowed; domain, for confidence and rates.
 * @example
 * const rows = (...scores) => ({ scores: Float64Array.from(scores), groups: new Int32Array(scores.length) });
 * membershipInference({ members: rows(3, 2, 1), others: rows(2, 0), groupNames: ['all'] })[0].areaUnderCurve.estimate // 0.75
 */
export function membershipInference(
  { members, others, groupNames }: MembershipScores,
  { confidence = 0.95, allowed = [0.001, 0.01, 0.1] }: MembershipOptions = {},
): readonly Membership[] {
  checkConfidence(confidence);
  for (const rate of allowed) {
    if (!(rate > 0 && rate < 1)) throw argumentFault('allowed false positive rate', rate, 'above 0 and below 1');
  }
  check('member', members, groupNames);
  check('non-member', others, groupNames);
  const of = (group: string | null, ins: Float64Array, outs: Float64Array): Membership => ({
    group,
    members: ins.length,
    others: outs.length,
    small: Math.min(ins.length, outs.length) < SMALL,
    areaUnderCurve: areaUnderCurve(ins, outs, confidence),
    advantage: advantage(ins, outs, confidence),
    operatingPoints: allowed.map((rate) => operatingPoint(ins, outs, rate, confidence)),
    curve: thinnedCurve(ins, outs, confidence),
  });
  const ofGroup = ({ scores, groups }: ScoredRows, place: number) => scores.filter((_, row) => groups[row] === place);
  return [
    of(null, members.scores, others.scores),
    ...groupNames.map((name, place) => of(name, ofGroup(members, place), ofGroup(others, place))),
  ];
}

function check(what: string, { scores, groups }: ScoredRows, names: readonly string[]): void {
  if (groups.length !== scores.length) throw lengthFault(`groups of ${what}s`, groups.length, scores.length);
  checkScores(what, scores);
  const fault = groups.findIndex((place) => !(place >= 0 && place < names.length));
  if (fault >= 0)
    throw groupFault(what, fault, groups[fault] as number, `0 to ${names.length - 1}, the place of a group`);
}
