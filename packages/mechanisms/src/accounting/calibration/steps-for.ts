import { epsilonSpentBefore } from '../../messages.js';
import { requireDelta, requirePositive } from '../../noise/privacy-options.js';
import type { Accountant } from '../accountant.js';
import { accountants } from '../accountants.js';
import { compositionOf, type PrivateSteps } from './private-steps.js';

export interface StepsRequest extends PrivateSteps {
  /** Standard deviation of the noise on the sum of clipped gradients, over the clipping norm: above 0. */
  readonly noiseMultiplier: number;
}

/**
 * The largest number of steps with which a training run keeps (epsilon, delta), rounded down; at most 2^40.
 *
 * @throws DpfairError `domain` for values out of range, and for an epsilon that a single step exceeds.
 * @example stepsFor({ epsilon: 3, delta: 1e-5, samplingRate: 0.01, noiseMultiplier: 1 }) // 2195
 */
export function stepsFor(request: StepsRequest, accountant: Accountant = accountants.rdp): number {
  const { epsilon, delta, noiseMultiplier } = request;
  requirePositive('epsilon', epsilon);
  requireDelta(delta);
  const epsilonOf = (steps: number) => accountant.epsilon(compositionOf(request, noiseMultiplier, steps), delta);
  const ofOne = epsilonOf(1);
  if (ofOne > epsilon) throw epsilonSpentBefore(epsilon, delta, ofOne);
  let kept = 1;
  while (kept < MOST && epsilonOf(2 * kept) <= epsilon) kept *= 2;
  let refused = 2 * kept;
  while (refused - kept > 1) {
    const middle = Math.floor((kept + refused) / 2);
    if (epsilonOf(middle) <= epsilon) kept = middle;
    else refused = middle;
  }
  return Math.min(kept, MOST);
}

const MOST = 2 ** 40;
