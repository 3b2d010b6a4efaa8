// Canonne, Kamath, Steinke (2020), "The discrete Gaussian for differential privacy", Corollary 13: the tight conversion of zCDP.
import { leastPassing } from './least-passing.js';
import { requireDelta, requirePositive } from './privacy-options.js';

/** More than rounding in the exponents below. */
const MARGIN = 1e-10;

/**
 * A delta for which rho-zCDP gives (epsilon, delta)-differential privacy:
 * `inf over a > 1 of exp((a - 1) (a rho - epsilon) + a log(1 - 1 / a)) / (a - 1)`. Every a gives a valid delta; rounds up.
 *
 * @param rho above 0. @param epsilon at least 0.
 * @example concentratedDelta(0.025, 1) // 0.0000013361...
 */
export function concentratedDelta(rho: number, epsilon: number): number {
  const slope = (a: number) => (2 * a - 1) * rho - epsilon + Math.log1p(-1 / a);
  let lower = LEAST_ORDER;
  let upper = (epsilon + 1) / (2 * rho) + 2;
  while (upper - lower > 1e-12 * upper) {
    const middle = (lower + upper) / 2;
    if (slope(middle) < 0) lower = middle;
    else upper = middle;
  }
  const exponent = (upper - 1) * (upper * rho - epsilon) + upper * Math.log1p(-1 / upper) - Math.log(upper - 1);
  return Math.min(1, Math.exp(exponent) * (1 + MARGIN));
}

/** Closer to 1 the infimum cannot be computed with; larger orders are valid too. */
const LEAST_ORDER = 1.01;

/** The least epsilon for which rho-zCDP gives (epsilon, delta)-differential privacy, rounded up. @example concentratedEpsilon(0.025, 1e-6) // 1.01407... */
export function concentratedEpsilon(rho: number, delta: number): number {
  requirePositive('rho', rho);
  requireDelta(delta);
  if (concentratedDelta(rho, 0) <= delta) return 0;
  return leastPassing((epsilon) => concentratedDelta(rho, epsilon) <= delta) * (1 + MARGIN);
}

/** The largest rho for which rho-zCDP gives (epsilon, delta)-differential privacy, rounded down. */
export function concentratedRho(epsilon: number, delta: number): number {
  requirePositive('epsilon', epsilon);
  requireDelta(delta);
  return 1 / leastPassing((inverse) => concentratedDelta(1 / inverse, epsilon) <= delta) / (1 + MARGIN);
}
