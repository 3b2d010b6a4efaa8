import { type ModelDescription, type TrainingPlan, withinBudget } from '@dpfair/learning';
import { accountants } from '@dpfair/mechanisms';
import { parseSeed } from '@dpfair/stats';
import { trainFaults } from '../../messages/train.js';
import type { TrainSpec } from '../../spec/train/train-spec.js';
import type { Budget } from '../budget.js';
import type { LoadedExamples } from '../load-examples.js';
import { clippingOf } from './clipping-of.js';
import { namingBudget } from './naming-budget.js';
import { scheduleOf } from './schedule.js';

/** Random sign vectors for the variance of batches. */
const BATCH_PROBES = 2;

/**
 * The private descent of a spec at a budget: an epsilon whose noise is solved for, or a noise multiplier.
 *
 * @throws DpfairError `usage` for a batch of more rows than there are, `domain` for an epsilon that no noise meets
 */
export function basePlan(
  spec: TrainSpec,
  { training, test }: LoadedExamples,
  model: ModelDescription,
  budget: Budget,
): TrainingPlan {
  const { samplingRate, stepsPerEpoch, steps } = scheduleOf(spec, training.rows);
  const { learningRate, optimizer, regularization, repetitions, delta } = spec;
  const noiseMultiplier = 'epsilon' in budget ? 1 : budget.noiseMultiplier;
  const plan: TrainingPlan = {
    ...{ model, training, test, repetitions },
    descent: {
      ...{ steps, stepsPerEpoch, samplingRate, learningRate, optimizer, regularization, seed: parseSeed(spec.seed) },
      privacy: { clipping: clippingOf(spec), noiseMultiplier },
    },
    tracking: spec.noTrack
      ? null
      : { every: spec.trackEvery, rows: spec.trackRows, batchProbes: BATCH_PROBES, traceProbes: 0 },
  };
  if (!('epsilon' in budget)) return plan;
  return namingBudget(
    () => withinBudget(plan, { epsilon: budget.epsilon, delta, accountant: accountants[spec.accountant] }),
    (fault) =>
      spec.countNoise === null ? fault : trainFaults.epsilonOfClipping(fault, spec.clipping, spec.countNoise),
  );
}
