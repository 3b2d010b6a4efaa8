// Balle, Wang (2018), "Improving the Gaussian mechanism for differential privacy", Theorem 8.
import { gaussian, gaussLegendre, logNormalCdf, normalCdf } from '@dpfair/stats';

/**
 * The smallest delta for which Gaussian noise of standard deviation sigma gives (epsilon, delta)-differential privacy:
 * Phi(r/2 - epsilon/r) - exp(epsilon) Phi(-r/2 - epsilon/r), r = sensitivity / sigma. Range [0, 1].
 *
 * For small r the two terms are equal to almost all digits. There the same number is taken as an integral over t from 0
 * to r of exp(a t + t^2 / 2) E max(Z - a - t, 0), a = epsilon/r - r/2, Z standard normal, in which nothing cancels.
 *
 * @param epsilon at least 0. @param sigma in counts. @param sensitivity L2 norm of the largest change, in counts.
 * @example gaussianDelta(1, 4, 1) // 0.000002924272104856407
 */
export function gaussianDelta(epsilon: number, sigma: number, sensitivity: number): number {
  const ratio = sensitivity / sigma;
  const distance = epsilon / ratio - ratio / 2;
  if (ratio < SMALL_RATIO) return distance < FARTHEST ? integral(distance, ratio) : 0;
  const kept = normalCdf(-distance);
  // The exponent below would have no digits left; without that term delta is too large by less than 1 in 10^5, the safe way.
  if (epsilon > LARGE_EPSILON) return kept;
  return Math.max(0, kept - Math.exp(epsilon + logNormalCdf(-ratio / 2 - epsilon / ratio)));
}

/** From here the difference keeps all but two or three digits. */
const SMALL_RATIO = 1 / 8;

const LARGE_EPSILON = 1e12;

/** In standard deviations: a density that far out is below the smallest double. */
const FARTHEST = 39;

/** Eight nodes are exact to the last digits: on an interval this short the integrand is a polynomial of low degree. */
const rule = gaussLegendre(8);
const unit = gaussian(1);

function integral(distance: number, ratio: number): number {
  const half = ratio / 2;
  return rule.nodes.reduce((sum, node, i) => {
    const t = half * (1 + node);
    const value = Math.exp(t * (distance + t / 2)) * unit.positivePart(-distance - t);
    return sum + half * (rule.weights[i] as number) * value;
  }, 0);
}
