import { innerProduct, type Limits, type NewtonMinimum } from '@dpfair/stats';
import type { FitEnding } from '../classifier/classifier.js';
import { scoresOf } from '../design/design.js';
import type { LossKind } from '../program/program.js';
import type { Covariance } from '../terms/covariances.js';
import { orthonormal, withoutParts } from './independence.js';
import type { Parts } from './objective.js';

/** A margin beyond which a loss tells next to nothing: the logistic loss there is below 5e-5, the hinge loss 0. */
const FAR = 10;
/** What it may cost, in units of the loss, to score a group by 1 higher or lower for a bound to count as free. */
const FREE = 1e-4;
/** Difference of the mean scores of a group and the rest that is more than rounding. */
const DIFFERENCE = 0.01;
/** How near to its side a covariance that is held there is, in parts of it or of 1. */
const MET = 1e-6;

/**
 * Of each constraint whether it is met by scores that grow for nothing, so that it has no effect on all others: it is met with nothing to spare (or
 * growing scores meet it) and at no price, but would be broken were scores of more than 10 on the side of their label taken as 10. Never so of a
 * squared loss, which such scores cost.
 *
 * A price is `|multiplier| share (1 - share)`: what the constraint adds to the loss where all scores of its group move by 1. A constraint that follows
 * from others with a price has one.
 */
export function metByFarScores(
  constraints: readonly Covariance[],
  loss: LossKind,
  { problem: { design }, labels }: Parts,
  { bound }: Limits,
  { at, multipliers }: NewtonMinimum,
  ending: FitEnding,
): readonly boolean[] {
  if (loss === 'squared' || constraints.length === 0) return constraints.map(() => false);
  const scores = new Float64Array(design.rows);
  scoresOf(design, at, scores);
  const near = scores.map((score, row) => {
    const label = labels[row] as number;
    return label * Math.min(FAR, label * score);
  });
  const grows = ending === 'partly-separated' || ending === 'separated';
  const isFree = (place: number) => {
    const { share } = constraints[place] as Covariance;
    return Math.abs(multipliers[place] as number) * share * (1 - share) <= FREE;
  };
  const priced = orthonormal(constraints.filter((_, place) => !isFree(place)).map(({ gradient }) => gradient));
  return constraints.map(({ weights, share, gradient }, place) => {
    const value = Math.abs(innerProduct(weights, scores));
    const isHeld = bound - value <= MET * Math.max(1, bound);
    const isBroken = Math.abs(innerProduct(weights, near)) > bound + DIFFERENCE * share * (1 - share);
    return (
      (isHeld || grows || loss === 'hinge') && isBroken && isFree(place) && withoutParts(gradient, priced) !== null
    );
  });
}
