import { openStream } from '@dpfair/stats';
import { type PathRecord, pathRecorder } from '../decomposition/path-recorder.js';
import { trackedRows } from '../decomposition/tracked-rows.js';
import { evaluate, type Performance } from '../evaluation/evaluate.js';
import { makeModel } from '../models/make-model.js';
import type { Model } from '../models/model.js';
import { type DescentPrivacy, descend } from '../training/descent.js';
import type { TrainingPlan } from './training-plan.js';

/** One training of a repetition, seen from its end. */
export interface TrainedSide {
  readonly parameters: Float64Array;
  /** First step after which a parameter was not finite; null where all went well. */
  readonly divergedAt: number | null;
  /** Null where nothing was tracked. */
  readonly path: PathRecord | null;
  readonly training: { readonly all: Performance; readonly groups: readonly Performance[] };
  readonly test: { readonly all: Performance; readonly groups: readonly Performance[] };
}

/** A private training beside the same training without privacy: same start, same batches. */
export interface Repetition {
  readonly private: TrainedSide;
  readonly nonPrivate: TrainedSide;
  /** Loss of each training row with privacy minus without. */
  readonly rowRisks: Float64Array;
}

/** Runs one repetition of a plan. */
export function runRepetition(plan: TrainingPlan, repetition: number): Repetition {
  const model = makeModel(plan.model);
  const initial = model.initial(openStream(plan.descent.seed, 'initial', repetition));
  const withPrivacy = train(plan, model, initial, repetition, plan.descent.privacy);
  const without = train(plan, model, initial, repetition, null);
  return {
    private: withPrivacy.side,
    nonPrivate: without.side,
    rowRisks: withPrivacy.losses.map((loss, row) => loss - (without.losses[row] as number)),
  };
}

function train(
  plan: TrainingPlan,
  model: Model,
  initial: Float64Array,
  repetition: number,
  privacy: DescentPrivacy | null,
): { readonly side: TrainedSide; readonly losses: Float64Array } {
  const { training, test, descent, tracking } = plan;
  const recorder =
    tracking === null
      ? null
      : pathRecorder(model, training, trackedRows(training, tracking.rows, descent.seed), {
          ...tracking,
          seed: descent.seed,
          regularization: descent.regularization,
          plainDescent: descent.optimizer === 'sgd',
        });
  const { parameters, divergedAt } = descend(
    model,
    training,
    initial,
    { ...descent, privacy, repetition },
    { trackers: recorder === null ? [] : [recorder] },
  );
  const onTraining = evaluate(model, parameters, training);
  const onTest = evaluate(model, parameters, test);
  return {
    side: {
      parameters,
      divergedAt,
      path: recorder?.record() ?? null,
      training: { all: onTraining.all, groups: onTraining.groups },
      test: { all: onTest.all, groups: onTest.groups },
    },
    losses: onTraining.losses,
  };
}
