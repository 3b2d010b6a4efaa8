import { parseSeed } from '@dpfair/stats';
import { describeModel, type TrainingPlan } from '../src/index.js';
import { madeExamples } from './models/made-examples.js';

/** A small private logistic training on two groups, and its test rows. */
export function madePlan(repetitions = 2, rows = 200): TrainingPlan {
  const model = describeModel({ kind: 'logistic', inputs: 5, classes: 2 });
  return {
    model,
    training: madeExamples(model, rows),
    test: madeExamples(model, 100, 2),
    descent: {
      steps: 12,
      stepsPerEpoch: 4,
      samplingRate: 0.25,
      learningRate: 0.5,
      optimizer: 'sgd',
      regularization: 0,
      privacy: { clipping: { rule: 'flat', bound: 0.5 }, noiseMultiplier: 1 },
      seed: parseSeed(3),
    },
    tracking: null,
    repetitions,
  };
}
