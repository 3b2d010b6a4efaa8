// Balle, Barthe, Gaboardi (2018), "Privacy amplification by subsampling", Theorem 2 and Section 4, for both directions.
import { gaussianDelta } from '../../noise/gaussian-delta.js';
import { leastPassing } from '../../noise/least-passing.js';

/**
 * Delta of one release from a Poisson sample, in closed form, the worse of both directions, rounded up. With g the delta of the noise without
 * sampling: a row removed costs `q g(log(1 + (e^epsilon - 1) / q))`, a row added `w g(epsilon + log(q / w))`, w = 1 - (1 - q) e^epsilon, and nothing
 * where w is 0 or less.
 *
 * @param samplingRate q in (0, 1). @param noiseMultiplier z above 0. @param epsilon At least 0 and finite. Range (0, 1].
 * @example deltaOfSingleRelease(0.01, 1, 0.1) // 0.0000729...
 */
export function deltaOfSingleRelease(samplingRate: number, noiseMultiplier: number, epsilon: number): number {
  const worse = Math.max(
    removed(samplingRate, noiseMultiplier, epsilon),
    added(samplingRate, noiseMultiplier, epsilon),
  );
  return Math.min(1, Math.max(Number.MIN_VALUE, worse * ROUND_UP));
}

/** The least epsilon that one release from a Poisson sample keeps at delta, the worse of both directions, rounded up. */
export function epsilonOfSingleRelease(samplingRate: number, noiseMultiplier: number, delta: number): number {
  const keeps = (epsilon: number) => deltaOfSingleRelease(samplingRate, noiseMultiplier, epsilon) <= delta;
  return keeps(0) ? 0 : leastPassing(keeps);
}

/** More than the relative error of a difference of two tails. */
const ROUND_UP = 1 + 1e-11;

function removed(q: number, z: number, epsilon: number): number {
  // Beyond, exp(epsilon) overflows, and 1 - q is nothing beside it.
  const unsampled = epsilon < 700 ? Math.log1p(Math.expm1(epsilon) / q) : epsilon - Math.log(q);
  return q * gaussianDelta(unsampled, z, 1);
}

function added(q: number, z: number, epsilon: number): number {
  const left = q - (1 - q) * Math.expm1(epsilon);
  return left > 0 ? left * gaussianDelta(Math.max(0, epsilon + Math.log(q / left)), z, 1) : 0;
}
