import { keepBudget } from '../keep-budget.js';
import { withoutKeys } from '../keys/without-keys.js';
import { clippingSettings } from './clipping-settings.js';
import type { TrainSpecInput } from './train-spec.js';

/**
 * What is left of a spec file beside a command line: a budget, a rule of clipping, a model or test rows that are named there take
 * with them what the file says of others.
 */
export function keepTraining(
  file: Partial<TrainSpecInput>,
  fromOptions: Partial<TrainSpecInput>,
): Partial<TrainSpecInput> {
  const isOther = (key: 'clipping' | 'model') => fromOptions[key] !== undefined && fromOptions[key] !== file[key];
  const gone = [
    ...(isOther('clipping') ? clippingSettings : []),
    ...(isOther('model') ? ['hidden', 'activation', 'task'] : []),
    ...('test' in fromOptions || 'testShare' in fromOptions ? ['test', 'testShare'] : []),
  ];
  return withoutKeys(keepBudget(file, fromOptions), gone);
}
