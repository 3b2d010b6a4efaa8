import { type Repetition, runRepetition, TRAININGS } from './run-repetition.js';
import type { TrainingPlan } from './training-plan.js';

/** The repetitions that were run, in order. */
export type TrainingOutput = readonly Repetition[];

/**
 * The task of private training: a shard is one repetition, independent of the others and of the number of threads.
 * The shape is that of a task of `@dpfair/engine`, which this package does not need to know.
 */
export const trainingTask = {
  plan: ({ repetitions }: TrainingPlan): readonly number[] => Array.from({ length: repetitions }, (_, k) => k),
  /** Steps of all trainings of a repetition. */
  size: ({ descent }: TrainingPlan): number => TRAININGS * descent.steps,
  run: (plan: TrainingPlan, repetition: number, report?: (done: number) => void): Repetition =>
    runRepetition(plan, repetition, report),
  merge: (
    _plan: TrainingPlan,
    parts: readonly { readonly index: number; readonly part: Repetition }[],
  ): TrainingOutput => parts.map(({ part }) => part),
  finish: (_plan: TrainingPlan, output: TrainingOutput): TrainingOutput => output,
};

/** Runs a plan in this thread: what {@link trainingTask} does without an engine. */
export function trainHere(plan: TrainingPlan): TrainingOutput {
  return trainingTask.plan(plan).map((repetition) => trainingTask.run(plan, repetition));
}
