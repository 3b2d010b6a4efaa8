import { descend, describeModel, makeModel } from '@dpfair/learning';
import type { Examples } from '@dpfair/result';
import {
  drawTraining,
  type ExperimentPlan,
  type FittedClassifier,
  nothingFitted,
  pickRows,
  scores,
  type TrainingSet,
} from '@dpfair/stability';
import { euclideanNorm, openStream } from '@dpfair/stats';

/** A private training at a budget and a stability term. */
export interface PrivateArm {
  readonly lambda: number;
  readonly epsilon: number;
  readonly noiseMultiplier: number;
}

/** Private trainings on the rows of an experiment, as plain data. */
export interface PrivatePlan
  extends Pick<ExperimentPlan, 'data' | 'pool' | 'test' | 'repetitions' | 'trainingShare' | 'seed'> {
  readonly arms: readonly PrivateArm[];
  /** Largest norm of the gradient of a row. */
  readonly clip: number;
  readonly learningRate: number;
  /** Probability that a row is in a batch. */
  readonly samplingRate: number;
  readonly stepsPerEpoch: number;
  readonly steps: number;
}

/** One training. `arm` is a place in the arms. */
export interface PrivateShard {
  readonly repetition: number;
  readonly arm: number;
}

/**
 * The task of algorithm `private`: logistic regression by noisy descent with flat clipping, on the same rows as the programs of the repetition. The
 * arms of a repetition share batches and start. A repetition whose rows are of one class is recorded as such, as it is for the programs. A shard is one training; the bytes are the same for any number of threads.
 */
export const privateTask = {
  plan: ({ arms, repetitions }: PrivatePlan): readonly PrivateShard[] =>
    Array.from({ length: repetitions }, (_, repetition) => arms.map((_arm, arm) => ({ repetition, arm }))).flat(),
  run: (plan: PrivatePlan, { repetition, arm }: PrivateShard): FittedClassifier =>
    trainPrivately(plan, repetition, plan.arms[arm] as PrivateArm),
  merge: (
    plan: PrivatePlan,
    parts: readonly { readonly index: number; readonly part: FittedClassifier }[],
  ): readonly (readonly FittedClassifier[])[] =>
    plan.arms.map((_arm, place) =>
      parts.filter(({ index }) => index % plan.arms.length === place).map(({ part }) => part),
    ),
  finish: (
    _plan: PrivatePlan,
    fits: readonly (readonly FittedClassifier[])[],
  ): readonly (readonly FittedClassifier[])[] => fits,
};

function trainPrivately(plan: PrivatePlan, repetition: number, arm: PrivateArm): FittedClassifier {
  const { data, pool, test, seed, learningRate, samplingRate, steps, stepsPerEpoch } = plan;
  const rows = pickRows(data, drawTraining(pool, plan.trainingShare, seed, repetition), []);
  const nothing = nothingFitted(repetition, rows, { fairness: { kind: 'none' } });
  if (nothing !== null) return nothing;
  const training = examplesOf(rows);
  const model = makeModel(describeModel({ kind: 'logistic', inputs: data.columns.length, classes: 2 }));
  const initial = model.initial(openStream(seed, 'initial', repetition));
  const { parameters, divergedAt } = descend(model, training, initial, {
    ...{ steps, stepsPerEpoch, samplingRate, learningRate, optimizer: 'sgd', seed, repetition },
    // lambda |w|^2 here, half of lambda |w|^2 there.
    regularization: 2 * arm.lambda,
    privacy: { clipping: { rule: 'flat', bound: plan.clip }, noiseMultiplier: arm.noiseMultiplier },
  });
  const tested = pickRows(data, test, []);
  const width = data.columns.length;
  const weights = parameters.slice(0, width);
  const intercept = parameters[width] as number;
  const classifier = { kind: 'linear', weights, intercept } as const;
  const norm = euclideanNorm(parameters);
  return {
    repetition,
    converged: divergedAt === null,
    ending: divergedAt === null ? 'ended' : 'diverged',
    iterations: divergedAt ?? steps,
    objective: null,
    gradientNorm: null,
    constraintSlack: null,
    boundWithoutEffect: null,
    norm: Number.isFinite(norm) ? norm : null,
    epsilon: arm.epsilon,
    predictions: Uint8Array.from(scores(classifier, tested.features, tested.rows, width, []), (score) =>
      score >= 0 ? 1 : 0,
    ),
    nearZero: null,
  };
}

/** Rows of an experiment as examples: one group, class 1 the favourable one. */
function examplesOf({ rows, features, columns, labels }: TrainingSet): Examples {
  return {
    rows,
    features,
    featureNames: columns,
    target: Float64Array.from(labels, (label) => (label === 1 ? 1 : 0)),
    classNames: ['other', 'favourable'],
    group: new Int32Array(rows),
    groupNames: ['all rows'],
  };
}
