import type { TrainingAlgorithmSummary } from '@dpfair/result';
import type { TrainSpec } from '../../spec/train/train-spec.js';
import { clippingOf } from './clipping-of.js';
import type { Schedule } from './schedule.js';

/** How a descent was made private, as a result says it. */
export function algorithmOf(spec: TrainSpec, schedule: Schedule, noiseMultiplier: number): TrainingAlgorithmSummary {
  const { samplingRate, batch, steps } = schedule;
  // The noise of by-group clipping is scaled to the largest of bounds that the first batch decides.
  const sensitivity = spec.clipping === 'by-group' ? null : spec.clip;
  return {
    name: 'dp-sgd',
    optimizer: spec.optimizer,
    epochs: spec.epochs,
    steps,
    samplingRate,
    batch,
    learningRate: spec.learningRate,
    regularization: spec.regularization,
    clipping: { ...clippingOf(spec) },
    noiseMultiplier,
    noiseDeviation: sensitivity === null ? null : (noiseMultiplier * sensitivity) / batch,
    settings: {},
  };
}
