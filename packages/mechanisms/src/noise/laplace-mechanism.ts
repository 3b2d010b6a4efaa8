// Dwork, McSherry, Nissim, Smith (2006), "Calibrating noise to sensitivity in private data analysis".
import type { Mechanism } from '@dpfair/result';
import { completePrivacyOptions, type PrivacyOptions, requirePositive } from './privacy-options.js';

/** Either the budget of one count column, or the Laplace scale b. */
export type LaplaceCalibration = { readonly epsilon: number } | { readonly scale: number };

/**
 * The Laplace mechanism: adds noise with density exp(-|t| / b) / (2 b) to each count, b = sensitivity / epsilon.
 * Pure differential privacy (delta = 0), and zCDP with rho = epsilon^2 / 2.
 * A person in k count columns spends k epsilon in total (basic composition).
 *
 * @throws DpfairError `domain` when epsilon, scale or sensitivity is not a positive finite number.
 * @example laplaceMechanism({ epsilon: 0.1 }).scale // 10
 */
export function laplaceMechanism(calibration: LaplaceCalibration, options: PrivacyOptions = {}): Mechanism {
  const { sensitivity, neighbours, columns } = completePrivacyOptions(options);
  const given = 'epsilon' in calibration ? calibration.epsilon : calibration.scale;
  requirePositive('epsilon' in calibration ? 'epsilon' : 'scale', given);
  const epsilon = 'epsilon' in calibration ? given : sensitivity / given;
  const scale = 'epsilon' in calibration ? sensitivity / given : given;
  const rho = (epsilon * epsilon) / 2;
  return {
    kind: 'laplace',
    epsilon,
    delta: 0,
    rho,
    scale,
    sigma: null,
    sensitivity,
    neighbours,
    total: { columns, epsilon: columns * epsilon, delta: 0, rho: columns * rho },
  };
}
