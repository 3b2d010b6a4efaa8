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
 * @example stepsFor({ epsilon: 3, delta: 1e-5, samplingRate: 0.01, noiseMultiplier: 1 }) // 2666
 */
export function stepsFor(request: StepsRequest, accountant: Accountant = accountants.pld): number {
  const { epsilon, delta } = request;
  requirePositive('epsilon', epsilon);
  requireDelta(delta);
  const ofOne = epsilonOf(request, accountant, 1);
  if (ofOne > epsilon) throw epsilonSpentBefore(epsilon, delta, ofOne);
  const quick = epsilonOf(request, accountants.rdp, 1) > epsilon ? 1 : mostSteps(request, accountants.rdp, 1);
  return accountant === accountants.rdp ? quick : mostSteps(request, accountant, quick);
}

const MOST = 2 ** 40;

function epsilonOf(request: StepsRequest, accountant: Accountant, steps: number): number {
  return accountant.epsilon(compositionOf(request, request.noiseMultiplier, steps), request.delta);
}

/** A bracket around `start` that grows, and bisection: 1 step is known to do. */
function mostSteps(request: StepsRequest, accountant: Accountant, start: number): number {
  const keeps = (steps: number) => steps <= 1 || epsilonOf(request, accountant, steps) <= request.epsilon;
  let kept = start;
  let refused = MOST + 1;
  for (let by = Math.ceil(start / 16); !keeps(kept); by *= 2) [kept, refused] = [Math.max(1, kept - by), kept];
  for (let by = Math.ceil(kept / 16); refused > MOST && kept < MOST; by *= 2) {
    const next = Math.min(MOST, kept + by);
    if (keeps(next)) kept = next;
    else refused = next;
  }
  while (kept < MOST && refused - kept > 1) {
    const middle = Math.floor((kept + refused) / 2);
    if (keeps(middle)) kept = middle;
    else refused = middle;
  }
  return kept;
}
