import { type Accountant, accountants, noiseMultiplierFor } from '@dpfair/mechanisms';
import type { TrainingPlan } from '../repetitions/training-plan.js';
import { withNoise } from './plan-changes.js';
import { releasesOf } from './releases-of.js';

/** What a whole training, with everything that it releases, must keep. */
export interface TrainingBudget {
  /** Above 0. */
  readonly epsilon: number;
  /** Inside (0, 1). */
  readonly delta: number;
  /** @default accountants.pld */
  readonly accountant?: Accountant;
}

/**
 * The same training with the smallest noise multiplier that keeps the budget. What is released beside the gradients is paid from it: the
 * more of that, the more noise on the gradients.
 *
 * @param plan private; its noise multiplier is not looked at
 * @throws DpfairError `usage` for a plan without privacy, `domain` for an epsilon that no noise meets
 */
export function withinBudget(plan: TrainingPlan, budget: TrainingBudget): TrainingPlan {
  const { samplingRate, steps } = plan.descent;
  const { epsilon, delta, accountant = accountants.pld } = budget;
  const request = { epsilon, delta, samplingRate, steps, ...releasesOf(plan) };
  return withNoise(plan, noiseMultiplierFor(request, accountant));
}
