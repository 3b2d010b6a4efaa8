import { applyRemedy, epsilonOf, type TrainingPlan } from '@dpfair/learning';
import { accountants } from '@dpfair/mechanisms';
import { DpfairError } from '@dpfair/result';
import { trainFaults } from '../../messages/train.js';
import { remedySettingsOf } from '../../spec/train/remedy-settings.js';
import type { TrainSpec } from '../../spec/train/train-spec.js';
import { algorithmOf } from './algorithm-of.js';
import { guaranteeOf } from './guarantee-of.js';
import { type PlannedDescent, planDescent } from './plan-descents.js';

/**
 * Plans the remedies of a spec: the training of its first budget changed by each, at the same total epsilon.
 *
 * @param plan the training without a remedy
 * @throws DpfairError `usage` for a setting that a remedy has not, or a training that it is not for
 */
export function planRemedies(spec: TrainSpec, plan: TrainingPlan): readonly PlannedDescent[] {
  if (spec.remedies.length === 0) return [];
  const { delta } = spec;
  const accountant = accountants[spec.accountant];
  // The epsilon that was asked for, or the one that the noise multiplier gives.
  const epsilon = spec.epsilon?.[0] ?? epsilonOf(plan, delta, accountant);
  if (epsilon === null) throw new DpfairError('usage', trainFaults.remediesWithoutNoise);
  const settingsOf = remedySettingsOf(spec.remedySetting);
  return spec.remedies.map((id) => {
    const {
      plan: changed,
      settings,
      notPrivate,
    } = applyRemedy(plan, { id, settings: settingsOf(id) }, { epsilon, delta, accountant });
    const privacy = guaranteeOf(changed, spec, epsilon, notPrivate);
    return planDescent(spec, changed, { id, algorithm: algorithmOf(changed, spec, settings), privacy }, notPrivate);
  });
}
