// Source: Chaudhuri, Monteleoni, Sarwate (JMLR 12, 2011), section 3.2; Gaussian noise instead of their gamma-distributed length.
import { gaussianSigma } from '@dpfair/mechanisms';
import { DpfairError, type Examples, type NeighbourRelation } from '@dpfair/result';
import type { Model } from '../models/model.js';
import { lossConditions } from './loss-conditions.js';

export interface OutputPerturbationOptions {
  /** Above 0. */
  readonly epsilon: number;
  /** Inside (0, 1). */
  readonly delta: number;
  /** lambda of lambda/2 |parameters|^2: above 0. */
  readonly regularization: number;
  readonly neighbours: NeighbourRelation;
}

/** How noisy the released parameters are. */
export interface OutputPerturbation {
  /** Largest distance between the minima of two neighbouring data sets. */
  readonly sensitivity: number;
  /** Standard deviation of the noise of each parameter. */
  readonly deviation: number;
}

/**
 * The noise of output perturbation: the minimum of mean loss + lambda/2 |parameters|^2 moves by at most L / (n lambda) when one row is added
 * to a sum that is divided by the same public n, and by 2 L / (n lambda) when one row is replaced, L being the Lipschitz constant of the loss.
 * The guarantee is that of the exact minimum: solve it closely.
 *
 * @throws DpfairError `usage` or `input` where the conditions do not hold: see {@link lossConditions}
 * @example
 * outputPerturbation(model, examples, { epsilon: 1, delta: 1e-6, regularization: 0.01, neighbours: 'replace' }).deviation
 */
export function outputPerturbation(
  model: Model,
  examples: Examples,
  { epsilon, delta, regularization, neighbours }: OutputPerturbationOptions,
): OutputPerturbation {
  if (!(regularization > 0)) {
    throw new DpfairError('usage', {
      what: 'regularization of output perturbation',
      value: regularization,
      allowed: 'above 0: without it one row may move the minimum any distance',
    });
  }
  const { lipschitz } = lossConditions(model, examples);
  const sensitivity = ((neighbours === 'replace' ? 2 : 1) * lipschitz) / (examples.rows * regularization);
  return { sensitivity, deviation: gaussianSigma(epsilon, delta, sensitivity) };
}
