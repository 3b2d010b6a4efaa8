// Balle, Wang (2018), "Improving the Gaussian mechanism for differential privacy", Algorithm 1.
import { DpfairError } from '@dpfair/result';
import { findRoot } from '@dpfair/stats';
import { gaussianDelta } from './gaussian-delta.js';

/**
 * The smallest sigma that gives (epsilon, delta), rounded up so that the guarantee holds: at most one part in 10^10
 * above what delta (1 - 10^-12) needs.
 *
 * @param epsilon more than 0. @param delta inside (0, 1). @param sensitivity L2 norm of the largest change, in counts.
 * @throws DpfairError `domain` when delta is below 1e-280.
 * @example gaussianSigma(1, 1e-5, 1) // 3.7306316351...
 */
export function gaussianSigma(epsilon: number, delta: number, sensitivity: number): number {
  const ratio = smallestRatioReaching(safeDelta(delta), (ratio) => gaussianDelta(epsilon, 1, ratio));
  return sensitivity / ratio / ROUND_DOWN;
}

/**
 * The smallest epsilon that sigma gives at this delta, rounded up in the same way; 0 when delta is met without any budget.
 *
 * @param delta inside (0, 1). @param sigma in counts. @param sensitivity L2 norm of the largest change, in counts.
 * @throws DpfairError `domain` when delta is below 1e-280, or sigma so small that epsilon would not be finite.
 * @example gaussianEpsilon(1e-5, 3.730631634815942, 1) // 1.0000000...
 */
export function gaussianEpsilon(delta: number, sigma: number, sensitivity: number): number {
  const target = safeDelta(delta);
  const excess = (epsilon: number) => gaussianDelta(epsilon, sigma, sensitivity) - target;
  if (excess(0) <= 0) return 0;
  let upper = 1;
  while (excess(upper) > 0 && upper < LARGEST_EPSILON) upper *= 2;
  if (upper >= LARGEST_EPSILON) {
    throw new DpfairError('domain', {
      what: 'sigma too small for a finite epsilon',
      value: sigma,
      allowed: 'more noise',
    });
  }
  return findRoot(excess, 0, upper) / ROUND_DOWN;
}

/** Far beyond every epsilon that means anything. */
const LARGEST_EPSILON = 2 ** 1000;

/** Guarantees round the safe way by more than the error of the root, and of the arguments of delta. */
const ROUND_DOWN = 1 - 1e-10;

/** More than the relative error of {@link gaussianDelta} itself. */
const DELTA_MARGIN = 1e-12;

/** Near the smallest double delta keeps too few digits for the margin. */
const SMALLEST_DELTA = 1e-280;

/** A little less than delta: what is calibrated to. @throws DpfairError `domain` for a delta that is too small. */
export function safeDelta(delta: number): number {
  if (delta >= SMALLEST_DELTA) return delta * (1 - DELTA_MARGIN);
  throw new DpfairError('domain', {
    what: 'delta too small to calibrate Gaussian noise to',
    value: delta,
    allowed: `at least ${SMALLEST_DELTA}`,
  });
}

/** Root in log(ratio): delta grows with sensitivity / sigma. */
function smallestRatioReaching(delta: number, deltaOf: (ratio: number) => number): number {
  const excess = (logRatio: number) => deltaOf(Math.exp(logRatio)) - delta;
  let lower = 0;
  let upper = 0;
  while (excess(lower) > 0) lower -= 2;
  while (excess(upper) <= 0) upper += 2;
  return Math.exp(findRoot(excess, lower, upper));
}
