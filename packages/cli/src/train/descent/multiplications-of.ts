import { makeModel, type TrainingPlan } from '@dpfair/learning';

/** About how many multiplications a plan takes: the three trainings of every repetition, forward and backward. */
export function multiplicationsOf({ model, training, descent, repetitions }: TrainingPlan): number {
  const ofStep = descent.samplingRate * training.rows * makeModel(model).parameterCount;
  return 3 * 3 * repetitions * descent.steps * ofStep;
}
