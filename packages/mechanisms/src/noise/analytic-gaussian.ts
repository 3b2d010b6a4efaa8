// Balle, Wang (2018), "Improving the Gaussian mechanism for differential privacy", Theorem 8 and Algorithm 1.
import { DpfairError } from '@dpfair/result';
import { findRoot, logNormalCdf, normalCdf } from '@dpfair/stats';

/**
 * The smallest delta for which Gaussian noise of standard deviation sigma gives (epsilon, delta)-differential privacy:
 * Phi(r/2 - epsilon/r) - exp(epsilon) Phi(-r/2 - epsilon/r), r = sensitivity / sigma. Range [0, 1].
 */
export function gaussianDelta(epsilon: number, sigma: number, sensitivity: number): number {
  const ratio = sensitivity / sigma;
  const kept = normalCdf(ratio / 2 - epsilon / ratio);
  return Math.max(0, kept - Math.exp(epsilon + logNormalCdf(-ratio / 2 - epsilon / ratio)));
}

/** The smallest sigma that gives (epsilon, delta), rounded up in the last places so that the guarantee holds. */
export function gaussianSigma(epsilon: number, delta: number, sensitivity: number): number {
  const sigma = sensitivity / smallestRatioReaching(delta, (ratio) => gaussianDelta(epsilon, 1, ratio)) / ROUND_DOWN;
  return sigma * safetyFactor(epsilon, sigma, sensitivity);
}

/** The smallest epsilon that sigma gives at this delta, rounded up; 0 when delta is met without any budget. */
export function gaussianEpsilon(delta: number, sigma: number, sensitivity: number): number {
  const excess = (epsilon: number) => gaussianDelta(epsilon, sigma, sensitivity) - delta;
  if (excess(0) <= 0) return 0;
  let upper = 1;
  while (excess(upper) > 0) upper *= 2;
  return findRoot(excess, 0, upper) / ROUND_DOWN;
}

/** Guarantees round the safe way by more than the error of the root. */
const ROUND_DOWN = 1 - 1e-10;

/**
 * What a calibrated sigma is multiplied by so that rounding cannot break the guarantee. delta is the difference of two
 * numbers, each known to a few units in the last place; for tiny epsilon and delta little of it is left.
 *
 * @throws DpfairError `domain` when so little is left that no margin below one part in 10^3 is safe.
 */
function safetyFactor(epsilon: number, sigma: number, sensitivity: number): number {
  const step = 1e-3;
  const ratio = sensitivity / sigma;
  const fall = gaussianDelta(epsilon, sigma, sensitivity) - gaussianDelta(epsilon, sigma * (1 + step), sensitivity);
  const margin = (16 * Number.EPSILON * normalCdf(ratio / 2 - epsilon / ratio) * step) / fall;
  if (!(margin >= 0 && margin < 1e-3)) {
    throw new DpfairError('domain', {
      what: 'epsilon and delta together too small to calibrate Gaussian noise to in double precision: epsilon',
      value: epsilon,
      allowed: 'a larger epsilon or delta, or --sigma',
    });
  }
  return 1 + margin;
}

/** Root in log(ratio): delta grows with sensitivity / sigma. */
function smallestRatioReaching(delta: number, deltaOf: (ratio: number) => number): number {
  const excess = (logRatio: number) => deltaOf(Math.exp(logRatio)) - delta;
  let lower = 0;
  let upper = 0;
  while (excess(lower) > 0) lower -= 2;
  while (excess(upper) < 0) upper += 2;
  return Math.exp(lower === upper ? lower : findRoot(excess, lower, upper));
}
