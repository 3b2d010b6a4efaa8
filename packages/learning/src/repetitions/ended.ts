import type { Repetition, TrainedSide } from './run-repetition.js';
import type { TrainingOutput } from './training-task.js';

/** Whether a training did not diverge: its parameters stayed finite, and so is its loss at the end. */
export function hasEnded({ divergedAt, training }: TrainedSide): boolean {
  return divergedAt === null && Number.isFinite(training.all.loss);
}

/** Whether none of the three trainings of a repetition diverged: all that is said of repetitions is said of these. */
export function allEnded({ private: side, clippedOnly, nonPrivate }: Repetition): boolean {
  return [side, clippedOnly, nonPrivate].every(hasEnded);
}

/** The repetitions of which something can be said, in order. @see allEnded */
export function ended(output: TrainingOutput): TrainingOutput {
  return output.filter(allEnded);
}

/**
 * Private parameters of the first repetition whose private training did not diverge, whatever became of the trainings beside it; null
 * where there is none.
 */
export function privateParameters(output: TrainingOutput): Float64Array | null {
  return output.find(({ private: side }) => hasEnded(side))?.private.parameters ?? null;
}
