import { findRoot } from '@dpfair/stats';
import { epsilonUnreachable, stepsFault } from '../../messages.js';
import { requireDelta, requirePositive } from '../../noise/privacy-options.js';
import type { Accountant } from '../accountant.js';
import { accountants } from '../accountants.js';
import { compositionOf, type PrivateSteps } from './private-steps.js';

export interface NoiseMultiplierRequest extends PrivateSteps {
  /** Number of steps: a whole number of at least 1. */
  readonly steps: number;
}

/**
 * The smallest noise multiplier with which a training run keeps (epsilon, delta), rounded up: the accountant was asked about the number that is
 * returned, and found it good; it is at most some 2 in 10^6 above what it need be. Standard deviation of the noise on the sum of clipped
 * gradients, over the clipping norm.
 *
 * @throws DpfairError `domain` for values out of range, and for an epsilon that no noise meets; the least possible one is named.
 * @example noiseMultiplierFor({ epsilon: 3, delta: 1e-5, samplingRate: 0.01, steps: 10_000 }) // 1.6618...
 */
export function noiseMultiplierFor(request: NoiseMultiplierRequest, accountant: Accountant = accountants.rdp): number {
  const { epsilon, delta, steps } = request;
  requirePositive('epsilon', epsilon);
  requireDelta(delta);
  if (!(Number.isSafeInteger(steps) && steps >= 1)) throw stepsFault(steps);
  const epsilonOf = (exponent: number) => accountant.epsilon(compositionOf(request, Math.exp(exponent), steps), delta);
  const least = epsilonOf(LARGEST);
  if (least > epsilon) throw epsilonUnreachable(epsilon, delta, least);
  let lower = 0;
  let upper = 0;
  while (upper < LARGEST && epsilonOf(upper) > epsilon) upper += 1;
  while (upper === 0 && lower > SMALLEST && epsilonOf(lower) <= epsilon) lower -= 1;
  // Epsilon can be 0, and its logarithm must not be minus infinity.
  const excess = (exponent: number) => Math.log((epsilonOf(exponent) / epsilon + 0.001) / 1.001);
  const bracketed = lower > SMALLEST || epsilonOf(lower) > epsilon;
  let exponent = bracketed ? findRoot(excess, lower, upper, { tolerance: PRECISION }) : lower;
  while (epsilonOf(exponent) > epsilon) exponent += PRECISION;
  return Math.exp(exponent);
}

/** Natural logarithms of the noise multipliers that are looked at. */
const [SMALLEST, LARGEST] = [-20, 30];

/** In the logarithm of the noise multiplier. */
const PRECISION = 1e-6;
