import type { TrainingPlan } from '../repetitions/training-plan.js';
import type { DescentPrivacy } from '../training/descent.js';
import { notPrivate } from './messages.js';

/** The privacy of a plan. @throws DpfairError `usage` where it has none */
export function privacyOf({ descent: { privacy } }: TrainingPlan): DescentPrivacy {
  if (privacy === null) throw notPrivate();
  return privacy;
}

/** The plan with its privacy changed; seed, batches and start stay. @throws DpfairError `usage` for a plan without privacy */
export function withPrivacy(plan: TrainingPlan, change: Partial<DescentPrivacy>): TrainingPlan {
  return { ...plan, descent: { ...plan.descent, privacy: { ...privacyOf(plan), ...change } } };
}

/** The plan with another noise multiplier. @throws DpfairError `usage` for a plan without privacy */
export function withNoise(plan: TrainingPlan, noiseMultiplier: number): TrainingPlan {
  return withPrivacy(plan, { noiseMultiplier });
}
