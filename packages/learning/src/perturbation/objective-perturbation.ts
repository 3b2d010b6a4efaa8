// Source: Kifer, Smith, Thakurta (COLT 2012), Algorithm 1 and Theorem 2 (the Gaussian variant).
import { DpfairError, type Examples } from '@dpfair/result';
import { openStream, type Seed } from '@dpfair/stats';
import type { Model } from '../models/model.js';
import { lossConditions } from './loss-conditions.js';
import { type Minimum, minimize } from './minimize.js';

export interface ObjectivePerturbationOptions {
  /** Above 0. */
  readonly epsilon: number;
  /** Inside (0, 1). */
  readonly delta: number;
  /** lambda of lambda/2 |parameters|^2; what privacy needs is added where it is larger. At least 0. */
  readonly regularization: number;
}

/** What privacy asks of the objective. */
export interface ObjectivePerturbation {
  /** Standard deviation of each coordinate of the random linear term, before it is divided by n. */
  readonly deviation: number;
  /** lambda that is used: the given one, or 2 smoothness / (epsilon n) where that is larger. */
  readonly regularization: number;
}

/**
 * The random linear term and the regularization of objective perturbation: minimize mean loss + lambda/2 |parameters|^2 + <b, parameters> / n,
 * b normal with variance L^2 (8 log(2 / delta) + 4 epsilon) / epsilon^2, lambda >= 2 smoothness / (epsilon n). Neighbours: one row is replaced.
 * The loss must be twice differentiable with a Hessian of rank 1 in every row: logistic regression. (The smooth hinge is not twice
 * differentiable at the ends of its bend; softmax has a larger rank.)
 *
 * @throws DpfairError `usage` or `input` where the conditions do not hold
 */
export function objectivePerturbation(
  model: Model,
  examples: Examples,
  { epsilon, delta, regularization }: ObjectivePerturbationOptions,
): ObjectivePerturbation {
  const { lipschitz, smoothness, rank } = lossConditions(model, examples);
  if (rank !== 1 || model.description.loss !== 'logistic') {
    throw new DpfairError('usage', {
      what: 'model of objective perturbation',
      value: model.description.kind,
      allowed: 'logistic: twice differentiable, with a Hessian of rank 1 in every row',
    });
  }
  return {
    deviation: (lipschitz * Math.sqrt(8 * Math.log(2 / delta) + 4 * epsilon)) / epsilon,
    regularization: Math.max(regularization, (2 * smoothness) / (epsilon * examples.rows)),
  };
}

/** One private minimum, with the random term of a repetition. */
export function perturbedMinimum(
  model: Model,
  examples: Examples,
  { deviation, regularization }: ObjectivePerturbation,
  seed: Seed,
  repetition: number,
): Minimum {
  const stream = openStream(seed, 'noise', repetition);
  const linear = Float64Array.from(
    { length: model.parameterCount },
    () => (deviation * stream.nextGaussian()) / examples.rows,
  );
  return minimize(model, examples, { regularization, linear });
}
