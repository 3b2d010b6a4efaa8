import type { Examples } from '@dpfair/result';
import { openStream, type Seed } from '@dpfair/stats';
import { evaluate, type Performance } from '../evaluation/evaluate.js';
import { makeModel } from '../models/make-model.js';
import type { ModelDescription } from '../models/model-description.js';
import { perturbedMinimum } from './objective-perturbation.js';

/** Repeated releases of a perturbed minimum: plain data, which crosses threads. */
export interface PerturbationPlan {
  readonly algorithm: 'output-perturbation' | 'objective-perturbation';
  readonly model: ModelDescription;
  readonly training: Examples;
  readonly test: Examples;
  /** The minimum without privacy. */
  readonly minimum: Float64Array;
  /** Of the noise: of each parameter, or of each coordinate of the linear term before it is divided by n. */
  readonly deviation: number;
  /** lambda of the private minimization. */
  readonly regularization: number;
  readonly seed: Seed;
  /** At least 1. */
  readonly repetitions: number;
}

/** One release, seen from its losses. */
export interface PerturbedRelease {
  readonly training: { readonly all: Performance; readonly groups: readonly Performance[] };
  readonly test: { readonly all: Performance; readonly groups: readonly Performance[] };
  readonly parameters: Float64Array;
  readonly losses: Float64Array;
  /** Whether the minimum was reached; always for output perturbation. */
  readonly converged: boolean;
}

/** The releases that the guarantee is of, in order: those whose minimum was reached, and whose parameters and loss are finite. */
export function soundReleases(made: readonly PerturbedRelease[]): readonly PerturbedRelease[] {
  return made.filter(
    ({ converged, parameters, training }) =>
      converged && parameters.every(Number.isFinite) && Number.isFinite(training.all.loss),
  );
}

/** Makes one release of a plan. */
export function runRelease(plan: PerturbationPlan, repetition: number): PerturbedRelease {
  const model = makeModel(plan.model);
  const { parameters, converged } =
    plan.algorithm === 'output-perturbation'
      ? { parameters: noised(plan, repetition), converged: true }
      : perturbedMinimum(model, plan.training, plan, plan.seed, repetition);
  const onTraining = evaluate(model, parameters, plan.training);
  const onTest = evaluate(model, parameters, plan.test);
  return {
    training: { all: onTraining.all, groups: onTraining.groups },
    test: { all: onTest.all, groups: onTest.groups },
    parameters,
    losses: onTraining.losses,
    converged,
  };
}

/** The task of repeated releases: a shard is one release. Its shape is that of a task of `@dpfair/engine`. */
export const perturbationTask = {
  plan: ({ repetitions }: PerturbationPlan): readonly number[] => Array.from({ length: repetitions }, (_, k) => k),
  run: (plan: PerturbationPlan, repetition: number): PerturbedRelease => runRelease(plan, repetition),
  merge: (
    _plan: PerturbationPlan,
    parts: readonly { readonly index: number; readonly part: PerturbedRelease }[],
  ): readonly PerturbedRelease[] => parts.map(({ part }) => part),
  finish: (_plan: PerturbationPlan, releases: readonly PerturbedRelease[]): readonly PerturbedRelease[] => releases,
};

/** Makes all releases of a plan in this thread: what {@link perturbationTask} does without an engine. */
export function perturbHere(plan: PerturbationPlan): readonly PerturbedRelease[] {
  return perturbationTask.plan(plan).map((repetition) => runRelease(plan, repetition));
}

function noised({ minimum, deviation, seed }: PerturbationPlan, repetition: number): Float64Array {
  const stream = openStream(seed, 'noise', repetition);
  return minimum.map((value) => value + deviation * stream.nextGaussian());
}
