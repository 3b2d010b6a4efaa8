import { applyRemedy, epsilonOf, type Remedy, type RemedyPlan, remedyKinds, type TrainingPlan } from '@dpfair/learning';
import { accountants } from '@dpfair/mechanisms';
import { DpfairError, type Fault } from '@dpfair/result';
import { trainFaults } from '../../messages/train.js';
import { kebabCase } from '../../options/reading/option.js';
import { collectFaults } from '../../spec/checks/collect-faults.js';
import { remedySettingsOf } from '../../spec/train/remedy-settings.js';
import type { TrainSpec } from '../../spec/train/train-spec.js';
import { algorithmOf } from './algorithm-of.js';
import { guaranteeOf } from './guarantee-of.js';
import { namingBudget } from './naming-budget.js';
import { type PlannedDescent, planDescent } from './plan-descents.js';

/**
 * Plans the remedies of a spec: the training of its first budget changed by each, at the same total epsilon.
 *
 * @param plan the training without a remedy
 * @throws DpfairError `usage` for settings that remedies have not, trainings that they are not for, and an epsilon that they cannot keep: all
 * are named, before anything is trained
 */
export function planRemedies(spec: TrainSpec, plan: TrainingPlan): readonly PlannedDescent[] {
  if (spec.remedies.length === 0) return [];
  const { delta } = spec;
  const accountant = accountants[spec.accountant];
  // The epsilon that was asked for, or the one that the noise multiplier gives.
  const epsilon = spec.epsilon?.[0] ?? epsilonOf(plan, delta, accountant);
  if (epsilon === null) throw new DpfairError('usage', trainFaults.remediesWithoutNoise);
  const settingsOf = remedySettingsOf(spec.remedySetting);
  const faults: Fault[] = [];
  const applied: RemedyPlan[] = [];
  for (const id of spec.remedies) {
    const remedy = { id, settings: settingsOf(id) };
    const named = (fault: Fault) => trainFaults.epsilonOfRemedy(fault, id, noiseOf(plan, remedy));
    const apply = () => applyRemedy(plan, remedy, { epsilon, delta, accountant });
    collectFaults(faults, () => applied.push(namingBudget(apply, named)));
  }
  if (faults.length > 0) throw new DpfairError('usage', faults);
  return applied.map(({ id, plan: changed, settings, notPrivate }) => {
    const privacy = guaranteeOf(changed, spec, epsilon, notPrivate);
    return planDescent(spec, changed, { id, algorithm: algorithmOf(changed, spec, settings), privacy }, notPrivate);
  });
}

/** Settings that are noise on what a remedy releases beside the gradients. */
const noises: readonly string[] = ['countNoise', 'lossNoise', 'multiplier'];

/** The setting of a remedy that is noise, as an option spells it, and its value; null where it has none. */
function noiseOf(plan: TrainingPlan, { id, settings = {} }: Remedy): readonly [string, number] | null {
  const setting = remedyKinds[id].settings.find(({ name }) => noises.includes(name));
  const { privacy } = plan.descent;
  if (setting === undefined || privacy === null) return null;
  const value = settings[setting.name] ?? setting.default(plan, privacy);
  return [kebabCase(setting.name), Number(value.toPrecision(3))];
}
