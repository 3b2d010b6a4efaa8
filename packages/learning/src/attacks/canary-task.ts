// Source: Nasr, Song, Thakurta, Papernot, Carlini (IEEE S&P 2021), the gradient attack; Nasr et al. (USENIX Security 2023), the Dirac canary.
import type { Examples } from '@dpfair/result';
import { openStream } from '@dpfair/stats';
import { joinExamples, pickExamples } from '../examples/pick-examples.js';
import { makeModel } from '../models/make-model.js';
import { attackRepetition } from '../streams/addresses.js';
import type { Clipping } from '../training/clipping.js';
import { descend } from '../training/descent.js';
import type { Tracker } from '../training/tracker.js';
import { withCanary } from './canary-model.js';
import type { CanaryPlan } from './canary-plan.js';
import { badAttack, noPrivacyToAttack } from './messages.js';
import { quietestParameter } from './quietest-parameter.js';
import { stepEvidence } from './step-evidence.js';

/** Scores of the trainings with and without the canary: what `epsilonLowerBound` of `@dpfair/disclosure` takes. */
export interface CanaryScores {
  readonly present: Float64Array;
  readonly absent: Float64Array;
}

/**
 * The distinguishing game, in the shape of a task of `@dpfair/engine`: a shard is a pair of trainings, each with start, batches and noise of its own.
 *
 * The canary is one row more, with a gradient that is longer than the clipping bound, along the parameter in which the other rows move least; without
 * it the row is there with gradient 0, which adds nothing to any sum. The attacker sees every noisy gradient, knows all but the batches and the noise, and scores a training by the sum
 * over its steps of the logarithm of the likelihood ratio (`stepEvidence`). The training is the ordinary one: what samples, clips
 * or adds noise wrongly is attacked as it is.
 */
export const canaryTask = {
  plan: ({ pairs, descent }: CanaryPlan): readonly number[] => {
    if (descent.privacy === null) throw noPrivacyToAttack();
    if (!(Number.isInteger(pairs) && pairs >= 1))
      throw badAttack('pairs of attacked trainings', pairs, 'an integer >= 1');
    return Array.from({ length: pairs }, (_, pair) => pair);
  },
  /** Steps of both trainings. */
  size: ({ descent }: CanaryPlan): number => 2 * descent.steps,
  run: (plan: CanaryPlan, pair: number, report?: (done: number) => void): CanaryScores => {
    const present = Float64Array.of(attackedTraining(plan, 2 * pair, true));
    report?.(plan.descent.steps);
    const absent = Float64Array.of(attackedTraining(plan, 2 * pair + 1, false));
    report?.(2 * plan.descent.steps);
    return { present, absent };
  },
  merge: (
    _plan: CanaryPlan,
    parts: readonly { readonly index: number; readonly part: CanaryScores }[],
  ): CanaryScores => ({
    present: Float64Array.from(parts, ({ part }) => part.present[0] as number),
    absent: Float64Array.from(parts, ({ part }) => part.absent[0] as number),
  }),
  finish: (_plan: CanaryPlan, scores: CanaryScores): CanaryScores => scores,
};

/** Plays the game in this thread: what {@link canaryTask} does without an engine. */
export function attackHere(plan: CanaryPlan): CanaryScores {
  const parts = canaryTask.plan(plan).map((index) => ({ index, part: canaryTask.run(plan, index) }));
  return canaryTask.merge(plan, parts);
}

/** Trains once and returns the score. */
function attackedTraining(plan: CanaryPlan, trial: number, present: boolean): number {
  const { descent, training, rows, expectedNoise } = plan;
  const { privacy, seed, regularization, samplingRate } = descent;
  if (privacy === null) throw noPrivacyToAttack();
  const repetition = attackRepetition(trial);
  const model = makeModel(plan.model);
  const initial = model.initial(openStream(seed, 'initial', repetition));
  const others = training.rows <= rows ? training : pickExamples(training, firstRows(rows));
  const parameter = quietestParameter(model, initial, others, seed);
  const length = present ? lengthOf(privacy.clipping) : 0;
  const attacked = withCanary(model, { row: others.rows, parameter, length });
  const noise = expectedNoise ?? privacy.noiseMultiplier;
  let score = 0;
  const watcher: Tracker = {
    onStep({ gradient, normaliser, parameters, clipping }) {
      const ofData = (gradient[parameter] as number) - regularization * (parameters[parameter] as number);
      score += stepEvidence((normaliser * ofData) / clipping.sensitivity, samplingRate, noise);
    },
  };
  descend(attacked, withEmptyRow(others), initial, { ...descent, repetition }, { trackers: [watcher] });
  return score;
}

const firstRows = (count: number) => Int32Array.from({ length: count }, (_, row) => row);

/** One row more, of zeros, in the first group. */
function withEmptyRow(examples: Examples): Examples {
  const width = examples.featureNames.length;
  const row = {
    ...examples,
    rows: 1,
    features: new Float64Array(width),
    target: new Float64Array(1),
    group: new Int32Array(1),
  };
  return joinExamples(examples, row);
}

/** A gradient that the rule brings to its bound: far above it, but for the rule that drops what is above its limit. */
function lengthOf(clipping: Clipping): number {
  return clipping.rule === 'global' ? clipping.limit : 1000 * clipping.bound;
}
