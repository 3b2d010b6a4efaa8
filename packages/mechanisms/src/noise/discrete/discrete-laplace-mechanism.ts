// Ghosh, Roughgarden, Sundararajan (2012), "Universally utility-maximizing privacy mechanisms".
import { DpfairError, type Mechanism } from '@dpfair/result';
import { type LaplaceCalibration, laplaceMechanism } from '../laplace-mechanism.js';
import type { PrivacyOptions } from '../privacy-options.js';

/**
 * The discrete Laplace (geometric) mechanism: adds a whole number k with probability in proportion to exp(-|k| / b) to each count,
 * b = sensitivity / epsilon. For whole counts it has the guarantee of the Laplace mechanism: pure differential privacy, zCDP with
 * rho = epsilon^2 / 2, k epsilon in total for a person in k count columns. epsilon = sensitivity / scale is to the nearest double.
 *
 * @throws DpfairError `domain` when epsilon, scale or sensitivity is not a positive finite number, or the sensitivity is no whole
 * number: whole counts change by whole numbers.
 * @example discreteLaplaceMechanism({ epsilon: 0.1 }).scale // 10
 */
export function discreteLaplaceMechanism(calibration: LaplaceCalibration, options: PrivacyOptions = {}): Mechanism {
  const mechanism: Mechanism = { ...laplaceMechanism(calibration, options), kind: 'discrete-laplace' };
  if (!Number.isInteger(mechanism.sensitivity)) {
    throw new DpfairError('domain', {
      what: 'sensitivity of whole counts under discrete Laplace noise',
      value: mechanism.sensitivity,
      allowed: 'a whole number, in counts',
    });
  }
  return mechanism;
}
