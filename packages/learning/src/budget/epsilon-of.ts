import { type Accountant, accountants, jointNoiseMultiplier } from '@dpfair/mechanisms';
import type { TrainingPlan } from '../repetitions/training-plan.js';
import { releasesOf } from './releases-of.js';

/**
 * The epsilon that a private training keeps at this delta with all that it releases; null where nothing is guaranteed, because there is
 * no noise.
 */
export function epsilonOf(plan: TrainingPlan, delta: number, accountant: Accountant = accountants.pld): number | null {
  const { privacy, samplingRate, steps } = plan.descent;
  if (privacy === null || privacy.noiseMultiplier === 0) return null;
  const { beside, extra } = releasesOf(plan);
  const noiseMultiplier = jointNoiseMultiplier([privacy.noiseMultiplier, ...beside]);
  return accountant.epsilon(
    [{ kind: 'subsampled-gaussian', samplingRate, noiseMultiplier, count: steps }, ...extra],
    delta,
  );
}
