import { DpfairError, type Examples } from '@dpfair/result';
import { normalCdf } from '@dpfair/stats';
import type { Model } from '../models/model.js';
import {
  type ExpectedLoss,
  expectedLogisticLoss,
  expectedSmoothHingeLoss,
  expectedSquaredLoss,
} from './expected-loss.js';
import { noisyScores } from './margins.js';

/** What noise on the parameters does to each row, in expectation. */
export interface ExactRisk {
  /** Expected loss with noise minus loss without, of each row. */
  readonly risks: Float64Array;
  /** Probability that each row is classified rightly; NaN for regression. */
  readonly right: Float64Array;
  /** 1/2 deviation^2 Tr H of each row: Theorem 1. */
  readonly approximation: Float64Array;
}

/**
 * The excessive risk of output perturbation of a linear model with one score, row by row, without simulation: under parameters + N(0, deviation^2 I)
 * the score of a row is normal with deviation `deviation x sqrt(|features|^2 + 1)`, so that its expected loss is one-dimensional.
 * Beside it the approximation 1/2 deviation^2 Tr H. Source of the latter: Tran, Dinh and Fioretto (2021), Theorem 1.
 *
 * @param parameters those of the minimum
 * @param deviation standard deviation of the noise of each parameter, at least 0
 * @throws DpfairError `usage` for models with several scores or hidden layers
 */
export function exactRisk(model: Model, examples: Examples, parameters: Float64Array, deviation: number): ExactRisk {
  const expected = expectedLossOf(model);
  const { mean, length } = noisyScores(parameters, examples);
  const rows = Int32Array.from({ length: examples.rows }, (_, row) => row);
  const traces = new Float64Array(examples.rows);
  model.traces(parameters, examples, rows, traces);
  const losses = lossesOf(model, examples, parameters, rows);
  const classifies = model.description.loss !== 'squared';
  return {
    risks: losses.map((loss, row) =>
      deviation === 0
        ? 0
        : expected(mean[row] as number, deviation * (length[row] as number), examples.target[row] as number) - loss,
    ),
    right: losses.map((_, row) => {
      if (!classifies) return Number.NaN;
      const margin = examples.target[row] === 1 ? (mean[row] as number) : -(mean[row] as number);
      if (deviation === 0) return margin > 0 || (margin === 0 && examples.target[row] === 1) ? 1 : 0;
      return normalCdf(margin / (deviation * (length[row] as number)));
    }),
    approximation: traces.map((trace) => 0.5 * deviation * deviation * trace),
  };
}

/** Whether there is an exact excessive risk. */
export function hasExactRisk({ description: { hidden, outputs } }: Model): boolean {
  return hidden.length === 0 && outputs === 1;
}

function expectedLossOf(model: Model): ExpectedLoss {
  const { kind, loss, hingeWidth } = model.description;
  if (hasExactRisk(model)) {
    if (loss === 'logistic') return expectedLogisticLoss;
    if (loss === 'squared') return expectedSquaredLoss;
    if (loss === 'smooth-hinge') return expectedSmoothHingeLoss(hingeWidth ?? 0.5);
  }
  throw new DpfairError('usage', {
    what: 'model whose excessive risk is computed exactly',
    value: kind,
    allowed: 'logistic, linear, svm; simulate others',
  });
}

function lossesOf(model: Model, examples: Examples, parameters: Float64Array, rows: Int32Array): Float64Array {
  const pass = model.open(examples.rows);
  pass.run(parameters, examples, rows, 0, examples.rows, 'forward');
  return pass.losses.slice(0, examples.rows);
}
