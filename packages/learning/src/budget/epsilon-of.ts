import { type Accountant, accountants, compositionOf } from '@dpfair/mechanisms';
import type { TrainingPlan } from '../repetitions/training-plan.js';
import type { DescentPrivacy } from '../training/descent.js';
import { releasesOf } from './releases-of.js';

/**
 * The epsilon that a private training keeps at this delta with all that it releases; null where nothing is guaranteed, because there is
 * no noise, or something is looked at without noise: exact penalties, losses of early stopping or parity.
 */
export function epsilonOf(plan: TrainingPlan, delta: number, accountant: Accountant = accountants.pld): number | null {
  const { privacy, samplingRate, steps } = plan.descent;
  if (privacy === null || privacy.noiseMultiplier === 0 || looksWithoutNoise(privacy)) return null;
  return accountant.epsilon(
    compositionOf({ samplingRate, ...releasesOf(plan) }, privacy.noiseMultiplier, steps),
    delta,
  );
}

/** Whether anything but noisy sums decides what the training does. */
function looksWithoutNoise({ clipping, penalty, stopping }: DescentPrivacy): boolean {
  if (penalty !== undefined && penalty.noise === null) return true;
  if (stopping !== undefined && stopping.lossNoise === 0) return true;
  if (clipping.rule === 'parity') return clipping.lossNoise === 0;
  return 'countNoise' in clipping && clipping.countNoise === 0;
}
