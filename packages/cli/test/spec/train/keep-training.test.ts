import { expect, it } from 'vitest';
import { completeTrainSpec } from '../../../src/spec/train/complete-train-spec.js';
import { keepTraining } from '../../../src/spec/train/keep-training.js';
import type { TrainSpecInput } from '../../../src/spec/train/train-spec.js';

const recorded = completeTrainSpec({
  ...{ data: 'a.csv', epsilon: [3], seed: '1', test: 'b.csv', repetitions: 7 },
  ...{ model: 'network', hidden: [64], activation: 'tanh', clipping: 'adaptive', clipQuantile: 0.9 },
});

/** A recorded spec with options beside it, as the command takes them. */
const overridden = (options: Partial<TrainSpecInput>) =>
  completeTrainSpec({ ...keepTraining(recorded, options), ...options });

it('a recorded spec without options stays as it is', () => {
  expect(overridden({})).toEqual(recorded);
});

it.each<[string, Partial<TrainSpecInput>, object]>([
  ['a noise multiplier replaces an epsilon', { sigma: [2] }, { epsilon: null, sigma: [2] }],
  [
    'a model without layers replaces a network, and keeps what is not about it',
    { model: 'logistic' },
    { hidden: [], activation: null, task: 'classes', repetitions: 7 },
  ],
  [
    'a rule of clipping brings its own settings',
    { clipping: 'global' },
    { clipQuantile: null, clipRate: null, clipLimit: 5 },
  ],
  [
    'the same rule and model keep theirs',
    { clipping: 'adaptive', model: 'network' },
    { clipQuantile: 0.9, hidden: [64] },
  ],
  ['a part of the data replaces a file for testing', { testShare: 0.5 }, { test: null, testShare: 0.5 }],
])('%s', (_claim, options, expected) => {
  expect(overridden(options)).toMatchObject(expected);
});
