import { privacyOf, withPrivacy } from '../budget/plan-changes.js';
import { type TrainingBudget, withinBudget } from '../budget/within-budget.js';
import type { TrainingPlan } from '../repetitions/training-plan.js';
import type { Remedy, RemedyId } from './remedy.js';
import { remedyKinds } from './remedy-kinds.js';
import { completeSettings } from './settings.js';

/** A training with a remedy. */
export interface RemedyPlan {
  readonly id: RemedyId;
  /** All settings of the remedy, those by default too. */
  readonly settings: Readonly<Record<string, number>>;
  readonly plan: TrainingPlan;
  /** Why it is not private; null where it is. */
  readonly notPrivate: string | null;
}

/**
 * The same private training, with the same seed and batches, under a remedy and at the same total budget: whatever the remedy releases is
 * paid for with more noise on the gradients. Where the remedy looks at rows without noise, the gradients have the noise of the
 * budget, but nothing is guaranteed.
 *
 * @param plan private, with a noise multiplier above 0, to which defaults of settings are relative
 * @throws DpfairError `usage` for a setting or a plan that the remedy is not for, `domain` for a budget that what it releases exceeds
 * @example
 * const { plan: fairer, notPrivate } = applyRemedy(plan, { id: 'by-group' }, { epsilon: 3, delta: 1e-6 });
 */
export function applyRemedy(
  plan: TrainingPlan,
  { id, settings: given = {} }: Remedy,
  budget: TrainingBudget,
): RemedyPlan {
  const kind = remedyKinds[id];
  const privacy = privacyOf(plan);
  const settings = completeSettings(kind, plan, privacy, given);
  const changed = withPrivacy(plan, kind.change(plan, privacy, settings));
  return {
    id,
    settings,
    plan: withinBudget(kind.tracked ? changed : { ...changed, tracking: null }, budget),
    notPrivate: kind.notPrivate(settings),
  };
}
