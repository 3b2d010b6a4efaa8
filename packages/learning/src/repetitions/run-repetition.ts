import { openStream } from '@dpfair/stats';
import { type LossRecord, lossRecorder } from '../decomposition/loss-recorder.js';
import { type PathRecord, pathRecorder } from '../decomposition/path-recorder.js';
import { trackedRows } from '../decomposition/tracked-rows.js';
import { type Evaluation, evaluate, type Performance } from '../evaluation/evaluate.js';
import { makeModel } from '../models/make-model.js';
import type { Model } from '../models/model.js';
import { type DescentPrivacy, descend } from '../training/descent.js';
import type { Tracker } from '../training/tracker.js';
import type { TrainingPlan } from './training-plan.js';

/** One training of a repetition, seen from its end. */
export interface TrainedSide {
  readonly parameters: Float64Array;
  /** First step after which a parameter was not finite; null where all went well. */
  readonly divergedAt: number | null;
  readonly training: { readonly all: Performance; readonly groups: readonly Performance[] };
  readonly test: { readonly all: Performance; readonly groups: readonly Performance[] };
}

/**
 * A private training beside the same training without privacy, and one that clips but adds no noise: same start, same batches. The three
 * split the excessive risk: clipping has what the middle one loses against the first, noise what the last loses against the middle one.
 */
export interface Repetition {
  readonly private: TrainedSide;
  readonly clippedOnly: TrainedSide;
  readonly nonPrivate: TrainedSide;
  /** Null where nothing was tracked. */
  readonly paths: {
    readonly private: PathRecord;
    readonly clippedOnly: LossRecord;
    readonly nonPrivate: PathRecord;
  } | null;
  /** Loss of each training row with privacy minus without. */
  readonly rowRisks: Float64Array;
}

/** Trainings of a repetition: private, clipped only, without privacy. */
export const TRAININGS = 3;

/** Runs one repetition of a plan. @param onProgress told the steps done so far, of all {@link TRAININGS} */
export function runRepetition(
  plan: TrainingPlan,
  repetition: number,
  onProgress: (steps: number) => void = () => {},
): Repetition {
  const { training, test, descent, tracking } = plan;
  const model = makeModel(plan.model);
  const initial = model.initial(openStream(descent.seed, 'initial', repetition));
  let before = 0;
  const counter: Tracker = { onStep: ({ step }) => onProgress(before + step + 1) };
  const train = (privacy: DescentPrivacy | null, tracker: Tracker | null) => {
    const { parameters, divergedAt } = descend(
      model,
      training,
      initial,
      { ...descent, privacy, repetition },
      { trackers: tracker === null ? [counter] : [tracker, counter] },
    );
    before += descent.steps;
    const onTraining = evaluate(model, parameters, training);
    const side: TrainedSide = {
      parameters,
      divergedAt,
      training: withoutRows(onTraining),
      test: withoutRows(evaluate(model, parameters, test)),
    };
    return { side, losses: onTraining.losses };
  };

  const trackers = tracking === null ? null : openTrackers(plan, model, tracking, repetition);
  const withPrivacy = train(descent.privacy, trackers?.private ?? null);
  const clipped = train(descent.privacy && { ...descent.privacy, noiseMultiplier: 0 }, trackers?.clippedOnly ?? null);
  const without = train(null, trackers?.nonPrivate ?? null);
  return {
    private: withPrivacy.side,
    clippedOnly: clipped.side,
    nonPrivate: without.side,
    paths: trackers && {
      private: trackers.private.record(),
      clippedOnly: trackers.clippedOnly.record(),
      nonPrivate: trackers.nonPrivate.record(),
    },
    rowRisks: withPrivacy.losses.map((loss, row) => loss - (without.losses[row] as number)),
  };
}

function openTrackers(
  { training, descent }: TrainingPlan,
  model: Model,
  tracking: NonNullable<TrainingPlan['tracking']>,
  repetition: number,
) {
  const rows = trackedRows(training, tracking.rows, descent.seed);
  const options = {
    ...tracking,
    seed: descent.seed,
    repetition,
    regularization: descent.regularization,
    plainDescent: descent.optimizer === 'sgd',
  };
  return {
    private: pathRecorder(model, training, rows, options),
    clippedOnly: lossRecorder(model, training, rows, tracking.every),
    nonPrivate: pathRecorder(model, training, rows, options),
  };
}

const withoutRows = ({ all, groups }: Evaluation): TrainedSide['training'] => ({ all, groups });
