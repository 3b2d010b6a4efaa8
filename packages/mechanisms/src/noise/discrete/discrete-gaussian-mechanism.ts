// Canonne, Kamath, Steinke (2020), "The discrete Gaussian for differential privacy", Theorems 4 and 7, Corollary 13.
import type { Mechanism } from '@dpfair/result';
import { safeDelta } from '../analytic-gaussian.js';
import { concentratedEpsilon, concentratedRho } from '../concentrated.js';
import type { GaussianCalibration } from '../gaussian-mechanism.js';
import { gaussianRecord } from '../gaussian-record.js';
import { leastPassing, leastPassingFrom } from '../least-passing.js';
import { completePrivacyOptions, type PrivacyOptions, requireDelta, requirePositive } from '../privacy-options.js';
import { discreteGaussianDelta } from './discrete-gaussian-delta.js';

/** As for the Gaussian mechanism, or the zCDP parameter of one count column, with a delta if epsilon is wanted. */
export type DiscreteGaussianCalibration = GaussianCalibration | { readonly rho: number; readonly delta?: number };

/**
 * The discrete Gaussian mechanism: adds a whole number k with probability in proportion to exp(-k^2 / (2 sigma^2)) to each count, which must
 * be whole. zCDP with rho = sensitivity^2 / (2 sigma^2), sensitivity being the L2 norm of the largest change. epsilon and delta are exact
 * where one count changes by 1 (sensitivity 1); for any other sensitivity, and for several columns, they are the tight conversion of
 * zCDP. With sigma alone epsilon and delta are null: the guarantee is rho. epsilon and delta are rounded the safe way, rho to the nearest double.
 *
 * @throws DpfairError `domain` when a parameter is not positive and finite, or delta is not inside (0, 1) or below 1e-280.
 * @example discreteGaussianMechanism({ sigma: 25 }).rho // 0.0008
 * @example discreteGaussianMechanism({ rho: 0.0008 }).sigma // 25.00000000000002
 */
export function discreteGaussianMechanism(
  calibration: DiscreteGaussianCalibration,
  options: PrivacyOptions = {},
): Mechanism {
  const complete = completePrivacyOptions(options);
  const { sensitivity, columns } = complete;
  const { delta } = calibration;
  if (delta !== undefined) requireDelta(delta);
  const { epsilon, sigma } =
    'epsilon' in calibration
      ? withBudget(calibration.epsilon, calibration.delta, sensitivity)
      : withSigma(
          'sigma' in calibration ? calibration.sigma : sigmaOf(calibration.rho, sensitivity),
          delta,
          sensitivity,
        );
  const totalEpsilon = (given: number, totalRho: number) =>
    columns === 1 ? epsilon : concentratedEpsilon(totalRho, safeDelta(given));
  return gaussianRecord({ kind: 'discrete-gaussian', sigma, delta, epsilon, totalEpsilon }, complete);
}

/** Guarantees are looser than they need be by more than the rounding of the formulas behind them. */
const MARGIN = 1e-10;

/** Rounded up. */
function sigmaOf(rho: number, sensitivity: number): number {
  requirePositive('rho', rho);
  return (sensitivity / Math.sqrt(2 * rho)) * (1 + 4 * Number.EPSILON);
}

function withSigma(sigma: number, delta: number | undefined, sensitivity: number) {
  requirePositive('sigma', sigma);
  return { sigma, epsilon: delta === undefined ? null : epsilonOf(sigma, safeDelta(delta), sensitivity) };
}

function epsilonOf(sigma: number, delta: number, sensitivity: number): number {
  if (sensitivity !== 1) return concentratedEpsilon(sensitivity ** 2 / (2 * sigma ** 2), delta);
  if (discreteGaussianDelta(0, sigma) <= delta) return 0;
  return leastPassing((epsilon) => discreteGaussianDelta(epsilon, sigma) <= delta) * (1 + MARGIN);
}

function withBudget(epsilon: number, delta: number, sensitivity: number) {
  requirePositive('epsilon', epsilon);
  const safe = safeDelta(delta);
  const concentrated = sensitivity / Math.sqrt(2 * concentratedRho(epsilon, safe));
  if (sensitivity !== 1) return { epsilon, sigma: concentrated * (1 + MARGIN) };
  // delta does not fall everywhere as sigma grows, but every sigma above that of zCDP meets it.
  const sigma = leastPassingFrom(concentrated, (candidate) => discreteGaussianDelta(epsilon, candidate) <= safe);
  const rounded = sigma * (1 + MARGIN);
  return { epsilon, sigma: discreteGaussianDelta(epsilon, rounded) <= safe ? rounded : concentrated };
}
