import { clippingRule, describeModel, makeModel, type TrainingPlan } from '@dpfair/learning';
import { DpfairError, type ModelSummary } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { trainFaults } from '../messages/train.js';
import type { TrainSpec } from '../spec/train/train-spec.js';
import { clippingOf } from './clipping-of.js';
import { type Budget, type DescentGuarantee, descentPrivacyOf } from './descent-privacy-of.js';
import type { LoadedExamples } from './load-examples.js';
import { type Schedule, scheduleOf } from './schedule.js';

/** What the trainings of a spec have in common, whatever their budget. */
export interface TrainingBase {
  readonly plan: TrainingPlan;
  readonly schedule: Schedule;
  readonly model: ModelSummary;
  /** Noise multipliers of the counts that the rule of clipping releases at each step. */
  readonly countNoise: readonly number[];
}

/** Random sign vectors for the variance of batches. */
const BATCH_PROBES = 2;

/** Makes the training without privacy of a spec on its examples. @throws DpfairError `usage` for what they do not allow */
export function baseOf(spec: TrainSpec, { training, test, prepared }: LoadedExamples): TrainingBase {
  const { classNames } = training;
  if ((spec.model === 'logistic' || spec.model === 'svm') && classNames.length > 2) {
    throw new DpfairError('usage', trainFaults.classesOfModel(spec.model, prepared.data.label, classNames));
  }
  const schedule = scheduleOf(spec, training.rows);
  const { samplingRate, stepsPerEpoch, steps } = schedule;
  const description = describeModel({
    kind: spec.model,
    inputs: training.featureNames.length,
    classes: classNames.length,
    hidden: spec.hidden,
    ...(spec.activation === null ? {} : { activation: spec.activation }),
  });
  const { parameterCount, convex, blocks } = makeModel(description);
  const { kind, inputs, hidden, activation, outputs, loss } = description;
  return {
    schedule,
    model: { kind, inputs, hidden: [...hidden], activation, outputs, loss, parameters: parameterCount, convex },
    countNoise: clippingRule(clippingOf(spec), blocks.length, training.groupNames.length).counts,
    plan: {
      model: description,
      training,
      test,
      descent: {
        steps,
        stepsPerEpoch,
        samplingRate,
        learningRate: spec.learningRate,
        optimizer: spec.optimizer,
        regularization: spec.regularization,
        privacy: null,
        seed: parseSeed(spec.seed),
      },
      tracking: spec.noTrack
        ? null
        : { every: spec.trackEvery, rows: spec.trackRows, batchProbes: BATCH_PROBES, traceProbes: 0 },
      repetitions: spec.repetitions,
    },
  };
}

/** The private training of a budget. @throws DpfairError `domain` for an epsilon that no noise meets */
export function planOf(
  spec: TrainSpec,
  { plan, schedule, countNoise }: TrainingBase,
  budget: Budget,
): { readonly plan: TrainingPlan; readonly guarantee: DescentGuarantee } {
  const guarantee = descentPrivacyOf(budget, spec, countNoise, schedule);
  const privacy = { clipping: clippingOf(spec), noiseMultiplier: guarantee.noiseMultiplier };
  return { plan: { ...plan, descent: { ...plan.descent, privacy } }, guarantee };
}

/** The budgets of a spec, in the order in which they were given. */
export function budgetsOf({ epsilon, sigma }: Pick<TrainSpec, 'epsilon' | 'sigma'>): readonly Budget[] {
  return [
    ...(epsilon ?? []).map((value) => ({ epsilon: value })),
    ...(sigma ?? []).map((value) => ({ noiseMultiplier: value })),
  ];
}
