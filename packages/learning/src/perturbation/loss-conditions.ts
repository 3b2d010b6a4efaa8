import { DpfairError, type Examples } from '@dpfair/result';
import { makeOutputLoss } from '../models/losses/make-output-loss.js';
import type { Model } from '../models/model.js';

/** What is known of a convex loss as a function of the parameters, for rows of features of norm at most 1. */
export interface LossConditions {
  /** Largest norm of the gradient of one row: its Lipschitz constant. The constant 1 counts as a feature. */
  readonly lipschitz: number;
  /** Largest eigenvalue of the Hessian of one row. */
  readonly smoothness: number;
  /** Largest rank of the Hessian of one row. */
  readonly rank: number;
}

/**
 * Checks what perturbation of convex learning rests on, and returns the constants: the model is convex, the gradient of a row is
 * bounded wherever the parameters are, and no row of features is longer than 1.
 *
 * @throws DpfairError `usage` for a model that does not qualify, `input` for rows that are too long
 */
export function lossConditions(model: Model, examples: Examples): LossConditions {
  const { description } = model;
  if (!model.convex) throw notQualified(description.kind, 'a convex loss: logistic, softmax or svm');
  const { gradientBound, curvatureBound } = makeOutputLoss(description);
  if (!Number.isFinite(gradientBound))
    throw notQualified(description.kind, 'a loss of bounded slope: logistic, softmax or svm');
  const longest = largestNorm(examples);
  if (longest > 1 + 1e-12) {
    throw new DpfairError('input', {
      what: 'largest norm of the features of a row, for learning by perturbation',
      value: longest,
      allowed: 'at most 1: scale features to the unit ball',
    });
  }
  const augmented = Math.SQRT2;
  return {
    lipschitz: gradientBound * augmented,
    smoothness: curvatureBound * augmented * augmented,
    rank: description.outputs === 1 ? 1 : description.outputs - 1,
  };
}

function notQualified(kind: string, allowed: string): DpfairError {
  return new DpfairError('usage', { what: 'model that is learned by perturbation', value: kind, allowed });
}

function largestNorm({ features, rows, featureNames: { length: width } }: Examples): number {
  let largest = 0;
  for (let row = 0; row < rows; row++) {
    let square = 0;
    for (let j = row * width; j < (row + 1) * width; j++) square += (features[j] as number) ** 2;
    if (square > largest) largest = square;
  }
  return Math.sqrt(largest);
}
