import { whatIsMissing } from '../fit/check-training-set.js';
import type { StableFairProgram } from '../program/program.js';
import type { TrainingSet } from '../program/training-set.js';
import type { FittedClassifier } from './fitted-classifier.js';

/**
 * The record of a repetition whose rows lack a class, a group that the program is about, or anything that varies, with the reason as its ending: it
 * is in no number. Null where the rows lack nothing. Private trainings are treated alike, so that numbers beside each other are over the same
 * repetitions; that is a choice of the experiment, which sees all rows, and none of the training, which would tell of them by refusing.
 *
 * @example
 * const rows = { rows: 2, columns: ['x'], features: Float64Array.of(0, 1), labels: Int8Array.of(1, 1), groups: [] };
 * nothingFitted(0, rows, { fairness: { kind: 'none' } })?.ending // 'one-class'
 */
export function nothingFitted(
  repetition: number,
  training: TrainingSet,
  { fairness }: Pick<StableFairProgram, 'fairness'>,
): FittedClassifier | null {
  const ending = whatIsMissing(training, { fairness });
  if (ending === null) return null;
  return {
    ...{ repetition, ending, converged: false, iterations: 0, objective: null, gradientNorm: null },
    ...{
      constraintSlack: null,
      boundWithoutEffect: null,
      norm: null,
      epsilon: null,
      predictions: null,
      nearZero: null,
    },
  };
}
