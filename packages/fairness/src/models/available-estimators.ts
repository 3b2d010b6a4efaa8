import type { EstimatorId } from '@dpfair/result';
import { finish } from '../steps/steps.js';
import { prepareCell } from './prepared-cell.js';
import type { Problem } from './problem.js';
import { whyUndefined } from './why-undefined.js';

/** How the biases of a problem can be computed, besides by plain simulation. */
export interface AvailableEstimators {
  /** False where noise may bring a denominator to zero, so that there is no bias to compute. */
  readonly defined: boolean;
  /** The exact estimator; null where there is none. */
  readonly exact: EstimatorId | null;
  /** The series; null where there is none. */
  readonly series: EstimatorId | null;
  /** Whether a simulation has a control variate. */
  readonly control: boolean;
}

/**
 * Which estimators there are for a problem: asked of its model, so that it is what an audit of it would choose from.
 *
 * @throws DpfairError `usage` or `undefined-result` when the problem cannot be asked for.
 * @example
 * const input = { counts: { count: Float64Array.of(30, 500) }, fixed: {} };
 * availableEstimators({ decision: decisionByName('identity'), post: 'clip', input, noise: laplace(10) })
 * // { defined: true, exact: 'clipping', series: null, control: true }
 */
export function availableEstimators(problem: Problem): AvailableEstimators {
  const { model } = prepareCell(problem);
  return {
    defined: whyUndefined(model.normaliser()) === null,
    exact: model.exact ? finish(model.exact()).estimator : null,
    series: model.series ? finish(model.series()).estimator : null,
    control: model.control() !== null,
  };
}
