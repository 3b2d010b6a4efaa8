// Huang and Vishnoi, Stable and Fair Classification (ICML 2019): Theorems 3.2 and 3.7, Lemma 2.3; Bousquet and Elisseeff (JMLR 2, 2002).
import type { StabilityBounds } from '@dpfair/result';
import type { StableFairProgram } from '../program/program.js';
import { generalisationBound } from './generalisation-bound.js';
import { lossRange } from './loss-range.js';
import { theoryMessages } from './messages.js';

/** What the bounds depend on besides the program. */
export interface BoundedFit {
  /** Training rows, N. */
  readonly rows: number;
  /** Square root of the largest k(x, x), see `kappaOf`. */
  readonly kappa: number;
  /** B: the norm of the classifier that one would like, for which the norm of the fit stands. Null where it is not known. */
  readonly norm: number | null;
  /** Values of all group columns together. */
  readonly groupValues: number;
  /** Of the generalisation bound, within (0, 1). */
  readonly confidence: number;
}

/** The bounds, and how far a row may move the score of any other. */
export interface FitBounds {
  readonly bounds: Omit<StabilityBounds, 'changedPredictions'>;
  /** Largest change of a score when one training row is replaced; a prediction changes only where the score is within it. Null without bound. */
  readonly scoreChange: number | null;
}

/**
 * What theory says of the stability of a fit. With R the largest norm that a minimum can have, `lambda R^2 <= objective at 0`, scores are within
 * kappa R, where the loss has slope s; then `G = s kappa`, and a replaced row moves the classifier by at most `G / (lambda N)` in norm.
 *
 * - uniform: `sigma^2 kappa^2 / (lambda N)`; uniformLinear: `G^2 / (lambda N)`, never more;
 * - excessRisk: uniform plus `lambda B^2`; recommended: `lambda = sigma kappa / (B sqrt(N))`;
 * - scoreChange: `kappa G / (lambda N)`.
 *
 * All of it is about convex fairness terms that do not look at the training rows; `assumption` says where the program's does.
 *
 * @example
 * const program = { loss: 'logistic', fairness: { kind: 'none' }, stabilityWeight: 0.1, kernel: null, intercept: 'none' };
 * const about = { rows: 1000, kappa: 2, norm: 1, groupValues: 2, confidence: 0.95 };
 * stabilityBounds(program, about).bounds.uniform // 0.04
 */
export function stabilityBounds(program: StableFairProgram, about: BoundedFit): FitBounds {
  const { loss, stabilityWeight: lambda, kernel, intercept } = program;
  const { rows, kappa, norm, confidence } = about;
  const range = lossRange[loss];
  const size =
    lambda > 0 ? kappa * Math.sqrt(objectiveAtZero(program, about.groupValues) / lambda) : Number.POSITIVE_INFINITY;
  const sigma = finiteOrNull(range.admissibility(size));
  const gradient = finiteOrNull(range.slope(size) * kappa);
  const notCovered = reasonNotCovered(kernel, intercept);
  const isRecommended = notCovered === null && sigma !== null && norm !== null && norm > 0;
  const known = {
    admissibility: sigma,
    kappa,
    gradientBound: kernel === null ? gradient : null,
    recommended: isRecommended ? (sigma * kappa) / (norm * Math.sqrt(rows)) : null,
  };
  const reason = lambda === 0 ? theoryMessages.noTerm : notCovered;
  if (reason !== null || sigma === null || gradient === null) {
    const none = { uniform: null, uniformLinear: null, excessRisk: null, generalisation: null };
    return { bounds: { ...known, ...none, reason, assumption: null }, scoreChange: null };
  }
  const uniform = (sigma * kappa) ** 2 / (lambda * rows);
  const sharper = gradient ** 2 / (lambda * rows);
  return {
    bounds: {
      ...known,
      uniform,
      uniformLinear: kernel === null ? sharper : null,
      excessRisk: norm === null ? null : uniform + lambda * norm ** 2,
      generalisation: generalisationBound({ uniform: sharper, rows, confidence, largestLoss: range.largest(size) }),
      reason: null,
      assumption: assumptionOf(program),
    },
    scoreChange: (kappa * gradient) / (lambda * rows),
  };
}

/** The classifier 0 breaks no constraint, tells nothing of groups, and gives every group the rate 1 / 2. */
function objectiveAtZero({ loss, fairness }: StableFairProgram, groupValues: number): number {
  const { atZero } = lossRange[loss];
  return fairness.kind === 'rate-logs' ? atZero + fairness.weight * groupValues * Math.LN2 : atZero;
}

/** Why the theorems say nothing of a program, whatever its lambda; null where they do. */
function reasonNotCovered(
  kernel: StableFairProgram['kernel'],
  intercept: StableFairProgram['intercept'],
): string | null {
  if (intercept === 'free') return theoryMessages.freeIntercept;
  return kernel?.kind === 'multiquadric' ? theoryMessages.notPositive : null;
}

function assumptionOf({ fairness: { kind } }: StableFairProgram): string | null {
  if (kind === 'none') return null;
  return kind === 'covariance' ? theoryMessages.convex : theoryMessages.penalty;
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
