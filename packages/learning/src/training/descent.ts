import type { Examples } from '@dpfair/result';
import { addMultiple, fillUnitGaussian, openStream, type Seed } from '@dpfair/stats';
import { pickExamples } from '../examples/pick-examples.js';
import { checkExamples } from '../models/check-examples.js';
import type { Model } from '../models/model.js';
import { drawOfStep } from '../streams/addresses.js';
import type { Clipping, ClippingRule, SeenBatch } from './clipping.js';
import { clippingRule } from './clipping-rule.js';
import { unclipped } from './clipping-rules/unclipped.js';
import { type OptimizerName, optimizerByName } from './optimizer.js';
import type { Penalty } from './penalties/penalty.js';
import { penaltyGradient } from './penalties/penalty-gradient.js';
import { poissonBatch } from './poisson-batch.js';
import { type Stopping, stoppingRule } from './stopping.js';
import type { Tracker } from './tracker.js';

/** How gradients are limited and noised. */
export interface DescentPrivacy {
  readonly clipping: Clipping;
  /** Standard deviation of the noise of the sum over the sensitivity of the clipping rule. */
  readonly noiseMultiplier: number;
  /** Penalties on what treats groups differently, for flat clipping. @default none */
  readonly penalty?: Penalty;
  /** Whether the training may end before its last step. @default never */
  readonly stopping?: Stopping;
}

/** A stochastic gradient descent as plain data. */
export interface DescentPlan {
  readonly steps: number;
  /** Steps of an epoch, for the events of trackers. */
  readonly stepsPerEpoch: number;
  /** Probability that a row is in a batch: above 0, at most 1. */
  readonly samplingRate: number;
  readonly learningRate: number;
  readonly optimizer: OptimizerName;
  /** lambda of lambda/2 |parameters|^2, which is added to the mean loss and depends on no data. */
  readonly regularization: number;
  /** Null for training without privacy: same batches, same start, neither clipping nor noise. */
  readonly privacy: DescentPrivacy | null;
  readonly seed: Seed;
  /** Which of the repetitions; all draws differ between them. */
  readonly repetition: number;
}

/** Changes a gradient that was averaged, before the optimizer sees it: what a penalty adds. */
export type GradientHook = (parameters: Float64Array, batch: Int32Array, gradient: Float64Array) => void;

/**
 * Changes the features of a batch in place before its gradients are taken, batch x inputs, the rest of its rows as they are: noise that is new at every pass.
 * The array is a copy. Penalties, stopping and trackers read the examples as they were given.
 */
export type FeatureHook = (features: Float64Array, step: number) => void;

/** Who else takes part in a descent. */
export interface DescentCompany {
  readonly trackers?: readonly Tracker[];
  readonly adjust?: GradientHook;
  readonly disturb?: FeatureHook;
}

/** What came of a descent. */
export interface Descended {
  readonly parameters: Float64Array;
  /** First step after which a parameter was not finite; null where all went well. The descent ends there. */
  readonly divergedAt: number | null;
}

/**
 * Private stochastic gradient descent: Poisson batches, each gradient clipped by the rule, their sum noised with standard deviation
 * `noiseMultiplier x sensitivity` and divided by the expected size of a batch, a fixed number.
 * Source: Abadi et al. (2016), Algorithm 1, with the fixed normaliser that the accountants assume.
 *
 * @param initial starting parameters, not changed
 * @throws DpfairError `input` for features or targets that the model does not take, with their rows; `domain` for arrays of another length
 */
export function descend(
  model: Model,
  examples: Examples,
  initial: Float64Array,
  plan: DescentPlan,
  { trackers = [], adjust, disturb }: DescentCompany = {},
): Descended {
  checkExamples(model.description, examples);
  const size = model.parameterCount;
  const parameters = initial.slice();
  const normaliser = plan.samplingRate * examples.rows;
  const rule = ruleOf(model, examples, plan.privacy);
  const { clipping: limit, penalty, stopping: early, noiseMultiplier = 0 } = plan.privacy ?? {};
  const addPenalty = penalty && limit && penaltyGradient(model, examples, penalty, limit.bound);
  const stopping = early && stoppingRule(model, examples, early);
  const optimizer = optimizerByName(plan.optimizer, plan.learningRate, size);
  const batchRows = new Int32Array(examples.rows);
  const noise = new Float64Array(size);
  const gradient = new Float64Array(size);
  const change = new Float64Array(size);
  const groups = new Int32Array(examples.rows);
  const inOrder = Int32Array.from({ length: disturb === undefined ? 0 : examples.rows }, (_, row) => row);
  let pass = model.open(capacityFor(normaliser, examples.rows));
  for (const tracker of trackers) tracker.onStart?.({ model, examples, parameters, steps: plan.steps });

  for (let step = 0; step < plan.steps; step++) {
    const draw = drawOfStep(plan.repetition, step);
    const count = poissonBatch(examples.rows, plan.samplingRate, plan.seed, draw, batchRows);
    if (count > pass.capacity) pass = model.open(capacityFor(count, examples.rows));
    const batch = batchRows.subarray(0, count);
    if (disturb === undefined) pass.run(parameters, examples, batch, 0, count);
    else {
      const copies = pickExamples(examples, batch);
      disturb(copies.features, step);
      pass.run(parameters, copies, inOrder, 0, count);
    }
    for (let k = 0; k < count; k++) groups[k] = examples.group[batch[k] as number] as number;
    const seen: SeenBatch = { squaredNorms: pass.squaredNorms, losses: pass.losses, groups, count };
    const stream = openStream(plan.seed, 'extra', draw);
    const clipping = rule.next(seen, stream, normaliser);

    gradient.fill(0);
    pass.addGradients(clipping.factors(seen), gradient);
    const deviation = noiseMultiplier > 0 ? noiseMultiplier * clipping.sensitivity : 0;
    if (deviation > 0) fillUnitGaussian(noise, plan.seed, 'noise', draw);
    average(gradient, deviation, noise, normaliser);
    if (addPenalty) {
      const released = gradient.slice();
      addPenalty({ parameters, batch, released, normaliser, stream, noisy: noiseMultiplier > 0 }, gradient);
    }
    if (plan.regularization > 0) addMultiple(plan.regularization, parameters, gradient);
    adjust?.(parameters, batch, gradient);
    optimizer.next(gradient, change);
    for (const tracker of trackers) {
      tracker.onStep?.({
        step,
        parameters,
        batch,
        normaliser,
        samplingRate: plan.samplingRate,
        learningRate: plan.learningRate,
        clipping,
        noiseVariance: (deviation / normaliser) ** 2,
        gradient,
        change,
      });
    }
    if (!subtract(parameters, change)) return { parameters, divergedAt: step };
    if ((step + 1) % plan.stepsPerEpoch === 0) {
      const epoch = (step + 1) / plan.stepsPerEpoch - 1;
      for (const tracker of trackers) tracker.onEpoch?.(epoch, parameters);
      if (stopping?.look(parameters, stream) === true) break;
    }
  }
  parameters.set(stopping?.best() ?? parameters);
  for (const tracker of trackers) tracker.onEnd?.(parameters);
  return { parameters, divergedAt: null };
}

function ruleOf(model: Model, examples: Examples, privacy: DescentPrivacy | null): ClippingRule {
  return privacy === null
    ? unclipped()
    : clippingRule(privacy.clipping, model.blocks.length, examples.groupNames.length);
}

/** Room for a batch that is larger than expected: ten standard deviations. */
function capacityFor(expected: number, rows: number): number {
  return Math.min(rows, Math.ceil(expected + 10 * Math.sqrt(expected) + 10));
}

/** Adds the noise and divides by the expected size of a batch. */
function average(gradient: Float64Array, deviation: number, noise: Float64Array, normaliser: number): void {
  if (deviation > 0) {
    for (let j = 0; j < gradient.length; j++) {
      gradient[j] = ((gradient[j] as number) + deviation * (noise[j] as number)) / normaliser;
    }
    return;
  }
  for (let j = 0; j < gradient.length; j++) gradient[j] = (gradient[j] as number) / normaliser;
}

/** Whether all parameters are finite afterwards. */
function subtract(parameters: Float64Array, change: Float64Array): boolean {
  let finite = true;
  for (let j = 0; j < parameters.length; j++) {
    const value = (parameters[j] as number) - (change[j] as number);
    parameters[j] = value;
    if (!Number.isFinite(value)) finite = false;
  }
  return finite;
}
