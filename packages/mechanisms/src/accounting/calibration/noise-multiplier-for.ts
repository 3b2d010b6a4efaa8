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
 * @example noiseMultiplierFor({ epsilon: 3, delta: 1e-5, samplingRate: 0.01, steps: 10_000 }) // 1.565...
 */
export function noiseMultiplierFor(request: NoiseMultiplierRequest, accountant: Accountant = accountants.pld): number {
  const { epsilon, delta, steps } = request;
  requirePositive('epsilon', epsilon);
  requireDelta(delta);
  if (!(Number.isSafeInteger(steps) && steps >= 1)) throw stepsFault(steps);
  const quick = leastExponent(request, accountants.rdp, { start: 0, stride: 1 });
  const { exponent, least } =
    accountant === accountants.rdp ? quick : leastExponent(request, accountant, { start: quick.exponent, stride: 0.1 });
  if (least > epsilon) throw epsilonUnreachable(epsilon, delta, least);
  return Math.exp(exponent);
}

/** Natural logarithms of the noise multipliers that are looked at. */
const [SMALLEST, LARGEST] = [-20, 30];

/** In the logarithm of the noise multiplier. */
const PRECISION = 1e-6;

/** The logarithm of the answer and the epsilon it keeps; of the largest noise that is looked at, if none keeps what was asked for. */
function leastExponent(
  request: NoiseMultiplierRequest,
  accountant: Accountant,
  { start, stride }: { readonly start: number; readonly stride: number },
): { readonly exponent: number; readonly least: number } {
  const { epsilon, delta, steps } = request;
  const epsilonOf = (exponent: number) => accountant.epsilon(compositionOf(request, Math.exp(exponent), steps), delta);
  const keeps = (exponent: number) => epsilonOf(exponent) <= epsilon;
  let [lower, upper, by] = [start, start, stride];
  if (keeps(start)) {
    do {
      [lower, upper, by] = [Math.max(SMALLEST, lower - by), lower, 2 * by];
    } while (lower > SMALLEST && keeps(lower));
    if (keeps(lower)) return { exponent: lower, least: epsilonOf(lower) };
  } else {
    do {
      [lower, upper, by] = [upper, Math.min(LARGEST, upper + by), 2 * by];
    } while (upper < LARGEST && !keeps(upper));
    if (!keeps(upper)) return { exponent: upper, least: epsilonOf(upper) };
  }
  // Epsilon can be 0, and its logarithm must not be minus infinity.
  const excess = (exponent: number) => Math.log((epsilonOf(exponent) / epsilon + 0.001) / 1.001);
  let exponent = findRoot(excess, lower, upper, { tolerance: PRECISION });
  while (!keeps(exponent)) exponent += PRECISION;
  return { exponent, least: epsilonOf(exponent) };
}
