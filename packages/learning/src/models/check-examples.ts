import type { Examples } from '@dpfair/result';
import { badExamples, type ExampleFault, wrongLength } from './messages.js';
import type { ModelDescription } from './model-description.js';

/** Faults that are listed at most. */
const LISTED = 20;

/**
 * Checks once, before training or prediction, that examples are what a model takes; nothing checks them after that.
 *
 * @throws DpfairError domain, where arrays have other lengths; input, with the first twenty rows whose features or targets are not allowed.
 */
export function checkExamples(description: ModelDescription, examples: Examples): void {
  const { rows, features, target, group, featureNames, groupNames } = examples;
  const { inputs } = description;
  if (features.length !== rows * inputs) throw wrongLength('numbers in features', features.length, rows * inputs);
  if (target.length !== rows) throw wrongLength('targets', target.length, rows);
  if (group.length !== rows) throw wrongLength('groups', group.length, rows);
  const faults: ExampleFault[] = [];
  const classes = description.loss === 'squared' ? 0 : Math.max(2, description.outputs);
  for (let row = 0; row < rows && faults.length < LISTED; row++) {
    for (let k = 0; k < inputs; k++) {
      const value = features[row * inputs + k] as number;
      if (!Number.isFinite(value)) {
        faults.push({ row, what: `feature ${featureNames[k] ?? k + 1}`, value, allowed: 'a finite number' });
      }
    }
    const label = target[row] as number;
    if (classes === 0 ? !Number.isFinite(label) : !(Number.isInteger(label) && label >= 0 && label < classes)) {
      const allowed = classes === 0 ? 'a finite number' : `an integer from 0 to ${classes - 1}, the place of a class`;
      faults.push({ row, what: 'target', value: label, allowed });
    }
    const place = group[row] as number;
    if (!(place >= 0 && place < groupNames.length)) {
      faults.push({ row, what: 'group', value: place, allowed: `0 to ${groupNames.length - 1}, the place of a group` });
    }
  }
  if (faults.length > 0) throw badExamples(faults.slice(0, LISTED));
}
