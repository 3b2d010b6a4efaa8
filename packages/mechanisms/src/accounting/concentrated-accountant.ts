// Bun, Steinke (2016), "Concentrated differential privacy", Propositions 1.3 and 1.6; the tight conversion is in noise/concentrated.ts.
import { epsilonFault, eventRefused } from '../messages.js';
import { concentratedDelta, concentratedEpsilon } from '../noise/concentrated.js';
import { requireDelta } from '../noise/privacy-options.js';
import type { Accountant } from './accountant.js';
import { checkComposition } from './check-composition.js';
import type { Composition } from './privacy-event.js';

export interface ConcentratedAccountantOptions {
  /**
   * From rho to (epsilon, delta): `standard` is epsilon = rho + 2 sqrt(rho log(1 / delta)), `tight` the least over all orders.
   * @default 'tight'
   */
  readonly conversion?: 'standard' | 'tight';
}

/**
 * Zero-concentrated privacy: rho = count / (2 z^2) for Gaussian noise of multiplier z, and rhos add up. It has no use for sampling: an event that
 * samples at a rate below 1 is refused.
 *
 * @example concentratedAccountant().epsilon([{ kind: 'gaussian', noiseMultiplier: 20, count: 20 }], 1e-6) // 1.0140...
 */
export function concentratedAccountant(options: ConcentratedAccountantOptions = {}): Accountant {
  const { conversion = 'tight' } = options;
  return {
    name: 'zcdp',
    epsilon(composition, delta) {
      const rho = rhoOf(composition);
      requireDelta(delta);
      if (rho === 0) return 0;
      if (conversion === 'tight') return concentratedEpsilon(rho, delta);
      return (rho + 2 * Math.sqrt(rho * -Math.log(delta))) * ROUND_UP;
    },
    delta(composition, epsilon) {
      const rho = rhoOf(composition);
      if (!(epsilon >= 0 && epsilon < Number.POSITIVE_INFINITY)) throw epsilonFault(epsilon);
      if (rho === 0) return 0;
      if (conversion === 'tight') return concentratedDelta(rho, epsilon);
      return epsilon <= rho ? 1 : Math.min(1, Math.exp(-((epsilon - rho) ** 2) / (4 * rho)) * ROUND_UP);
    },
  };
}

/** More than rounding. */
const ROUND_UP = 1 + 1e-12;

function rhoOf(composition: Composition): number {
  checkComposition(composition);
  return composition.reduce((rho, event, index) => {
    if (event.kind === 'subsampled-gaussian' && event.samplingRate < 1) {
      throw eventRefused('zcdp', index, event.kind, ['rdp', 'pld']);
    }
    return rho + event.count / (2 * event.noiseMultiplier ** 2);
  }, 0);
}
