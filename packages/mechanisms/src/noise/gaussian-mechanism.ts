// Balle, Wang (2018) for (epsilon, delta); Bun, Steinke (2016), Proposition 1.6, for zCDP.
import type { Mechanism } from '@dpfair/result';
import { gaussianEpsilon, gaussianSigma } from './analytic-gaussian.js';
import { gaussianRecord } from './gaussian-record.js';
import { completePrivacyOptions, type PrivacyOptions, requireDelta, requirePositive } from './privacy-options.js';

/** Either a budget (epsilon, delta) for one count column, or the standard deviation, with a delta if epsilon is wanted. */
export type GaussianCalibration =
  | { readonly epsilon: number; readonly delta: number }
  | { readonly sigma: number; readonly delta?: number };

/**
 * The Gaussian mechanism: adds N(0, sigma^2) to each count. sigma is calibrated by the analytic formula (the classical
 * sqrt(2 log(1.25 / delta)) is looser, and wrong above epsilon = 1). zCDP with rho = sensitivity^2 / (2 sigma^2).
 * k columns with the same noise are one Gaussian mechanism of sensitivity sqrt(k), which is how the total is stated.
 * With sigma alone epsilon and delta are null: the guarantee is rho.
 *
 * @throws DpfairError `domain` when a parameter is not positive and finite, or delta is not inside (0, 1).
 * @example gaussianMechanism({ sigma: 25 }).rho // 0.0008
 */
export function gaussianMechanism(calibration: GaussianCalibration, options: PrivacyOptions = {}): Mechanism {
  const complete = completePrivacyOptions(options);
  const { sensitivity, columns } = complete;
  const { delta } = calibration;
  if (delta !== undefined) requireDelta(delta);
  const { epsilon, sigma } =
    'sigma' in calibration
      ? withSigma(calibration.sigma, delta, sensitivity)
      : withBudget(calibration.epsilon, calibration.delta, sensitivity);
  const totalEpsilon = (given: number) => gaussianEpsilon(given, sigma, sensitivity * Math.sqrt(columns));
  return gaussianRecord({ kind: 'gaussian', sigma, delta, epsilon, totalEpsilon }, complete);
}

function withSigma(sigma: number, delta: number | undefined, sensitivity: number) {
  requirePositive('sigma', sigma);
  return { sigma, epsilon: delta === undefined ? null : gaussianEpsilon(delta, sigma, sensitivity) };
}

function withBudget(epsilon: number, delta: number, sensitivity: number) {
  requirePositive('epsilon', epsilon);
  return { epsilon, sigma: gaussianSigma(epsilon, delta, sensitivity) };
}
