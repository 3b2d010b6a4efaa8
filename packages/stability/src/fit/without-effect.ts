import { innerProduct, type Limits, type NewtonMinimum } from '@dpfair/stats';
import type { FitEnding } from '../classifier/classifier.js';
import { type Design, scoresOf } from '../design/design.js';
import type { LossKind } from '../program/program.js';
import type { Covariance } from '../terms/covariances.js';
import type { Parts } from './objective.js';

/** Margin beyond which a row counts as far: the hinge loss there is 0, the logistic loss below .007, of which next to nothing can be saved. */
const FAR = { hinge: 1 - 1e-6, logistic: 5 } as const;
/** What a bound may cost and count as free, in units of the loss, for each row of the smaller side. */
const FREE = 1e-4;
/** Difference of the mean scores of a group and the rest by which the fit without a bound must exceed what the bound allows. */
const DIFFERENCE = 0.01;
/** Scores of two searches that are this near to each other differ by rounding. */
const ROUNDING = 1e-4;
/** Part of the way from the plain covariance to the bound that rows other than far ones may go. */
const HARDLY = 0.1;
/** How near to its side a covariance that is held there is, in parts of it or of 1. */
const MET = 1e-6;
/** A sum of the constraints' pulls on scores above which they have an effect for certain: a group of half of the rows is pulled by .02 of a loss's steepest slope. */
const PULL = 0.01;
/** At this lambda or below a hinge program has, within rounding, many minima, and rests inside its limits. */
const NO_WEIGHT = 1e-6;

/**
 * Of each constraint whether it has no effect, by comparison with the fit of the same program without constraints: that one breaks it, has the same
 * objective and decides about every row alike, and what meets the constraint is rows far on the side of their label, which scores that grow cost nothing.
 * Never so of a squared loss, which such scores cost.
 *
 * @param plain fits without constraints; called only where pulls are small and a constraint is reached (or need not be, to be met by far rows).
 */
export function withoutEffect(
  constraints: readonly Covariance[],
  loss: LossKind,
  { problem: { design }, labels, stabilityWeight }: Parts,
  { bound }: Limits,
  { at, value, multipliers }: NewtonMinimum,
  ending: FitEnding,
  plain: () => Pick<NewtonMinimum, 'at' | 'value'>,
): readonly boolean[] {
  const none = constraints.map(() => false);
  if (loss === 'squared' || constraints.length === 0 || pull(constraints, multipliers) > PULL) return none;
  const scores = scoresAt(design, at);
  const rests =
    ending === 'partly-separated' || ending === 'separated' || (loss === 'hinge' && stabilityWeight <= NO_WEIGHT);
  const isReached = constraints.some(
    ({ weights }) => bound - Math.abs(innerProduct(weights, scores)) <= MET * Math.max(1, bound),
  );
  if (!isReached && !rests) return none;
  const without = plain();
  const plainScores = scoresAt(design, without.at);
  const isSame = scores.every(
    (score, row) => score >= 0 === (plainScores[row] as number) >= 0 || isNear(score, plainScores[row] as number),
  );
  if (!isSame) return none;
  const others = scores.slice();
  scores.forEach((score, row) => {
    const [label, itsPlain] = [labels[row] as number, plainScores[row] as number];
    if (label * score < FAR[loss] || isNear(score, itsPlain)) return;
    // How far without constraints is arbitrary as well.
    others[row] = label * Math.min(FAR[loss], label * itsPlain);
    plainScores[row] = others[row] as number;
  });
  return constraints.map(({ weights, share }) => {
    const size = share * (1 - share);
    const covariance = innerProduct(weights, plainScores);
    const excess = Math.abs(covariance) - bound;
    const gone = Math.abs(innerProduct(weights, others) - covariance);
    return excess > DIFFERENCE * size && gone <= HARDLY * excess && value - without.value <= FREE * size;
  });
}

/** Sum over rows of the size of what all constraints together add to the slope of the loss: the same whichever multipliers of dependent ones are given. */
function pull(constraints: readonly Covariance[], multipliers: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < (constraints[0]?.weights.length ?? 0); row++) {
    let own = 0;
    for (let k = 0; k < constraints.length; k++) {
      own += (multipliers[k] as number) * ((constraints[k] as Covariance).weights[row] as number);
    }
    sum += Math.abs(own);
  }
  return sum;
}

function scoresAt(design: Design, at: Float64Array): Float64Array {
  const scores = new Float64Array(design.rows);
  scoresOf(design, at, scores);
  return scores;
}

const isNear = (one: number, other: number) => Math.abs(one - other) <= ROUNDING;
