import type { Fault } from '@dpfair/result';
import { trainFaults } from '../../messages/train.js';
import { kebabCase } from '../../options/reading/option.js';
import { when } from '../checks/when.js';
import { clippingSettings, rulesWith } from './clipping-settings.js';
import type { TrainSpec } from './train-spec.js';

/** What in a spec contradicts itself or is missing; empty when nothing is. */
export function trainContradictionsOf(spec: TrainSpec): readonly Fault[] {
  return [
    ...budgetFaults(spec),
    ...inputFaults(spec),
    ...modelFaults(spec),
    ...clippingFaults(spec),
    ...remedyFaults(spec),
    ...when(spec.attackPairs > 0 && !spec.attack, trainFaults.pairsAlone),
    ...when(spec.attack && spec.testShare === 0, trainFaults.attackWithoutOthers),
  ];
}

function budgetFaults({ epsilon, sigma }: TrainSpec): readonly Fault[] {
  if (epsilon !== null && sigma !== null) return [trainFaults.budgets];
  return when(epsilon === null && sigma === null, trainFaults.noBudget);
}

function inputFaults(spec: TrainSpec): readonly Fault[] {
  return [
    ...when(spec.test !== null && spec.testShare !== null, trainFaults.twoTests),
    ...when(spec.group === null && spec.groupBands.length > 0, trainFaults.withoutGroup('group-bands')),
    ...when(spec.group === null && spec.groupIsFeature, trainFaults.withoutGroup('group-is-feature')),
    ...when(spec.radius !== null && spec.scaling !== 'unit-ball', trainFaults.radiusAlone),
    ...when(Object.keys(spec.publicScale).length > 0 && spec.scaling === 'none', trainFaults.scaleAlone),
  ];
}

function modelFaults({ model, hidden, activation, task }: TrainSpec): readonly Fault[] {
  const isNetwork = model === 'network';
  const predicts = model === 'linear' ? 'number' : 'classes';
  return [
    ...when(isNetwork && (hidden.length < 1 || hidden.length > 2), trainFaults.layers(hidden)),
    ...when(!isNetwork && hidden.length > 0, trainFaults.networkOnly('hidden', model)),
    ...when(!isNetwork && activation !== null, trainFaults.networkOnly('activation', model)),
    ...when(!isNetwork && task !== null && task !== predicts, trainFaults.task(model, predicts)),
  ];
}

function clippingFaults(spec: TrainSpec): readonly Fault[] {
  return [
    ...clippingSettings.flatMap((setting) => {
      const rules = rulesWith(setting);
      return when(
        spec[setting] !== null && !rules.includes(spec.clipping),
        trainFaults.idleClipping(kebabCase(setting), spec.clipping, rules),
      );
    }),
    ...when(
      spec.clipLimit !== null && spec.clipLimit < spec.clip,
      trainFaults.clipLimit(spec.clipLimit ?? 0, spec.clip),
    ),
  ];
}

/** Settings of remedies that are not compared. */
function remedyFaults({ remedies, remedySetting }: TrainSpec): readonly Fault[] {
  return Object.keys(remedySetting)
    .filter((key) => !remedies.some((id) => key.startsWith(`${id}.`)))
    .map((key) => trainFaults.idleRemedySetting(key, remedies));
}
