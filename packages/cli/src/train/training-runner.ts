import { runInline, runTask, type TaskRun } from '@dpfair/engine';
import { makeModel, type TrainingOutput, type TrainingPlan, trainingTask } from '@dpfair/learning';
import type { AuditFileOptions } from '../audit/simulation-runner.js';

/** Below so many multiplications a training is over before workers have started. */
const SMALL = 50_000_000;

const taskName = 'training';
const worker = new URL('../worker.js', import.meta.url);

type Part = ReturnType<typeof trainingTask.run>;

/** Runs the repetitions of a plan on worker threads, a small plan on this thread; the bytes are the same. */
export async function runTraining(
  plan: TrainingPlan,
  threads: number,
  { signal, onProgress, checkpoint: folder, onSimulation }: AuditFileOptions,
): Promise<TaskRun<TrainingOutput>> {
  onSimulation?.();
  const checkpoint = await folder?.open<Part>(taskName, plan);
  const watch = { ...(signal && { signal }), ...(onProgress && { onProgress }), ...(checkpoint && { checkpoint }) };
  return multiplicationsOf(plan) <= SMALL
    ? runInline(trainingTask, plan, watch)
    : runTask(trainingTask, plan, { threads, worker, taskName, ...watch });
}

/** Of the three trainings of every repetition, forward and backward. */
function multiplicationsOf({ model, training, descent, repetitions }: TrainingPlan): number {
  const ofStep = descent.samplingRate * training.rows * makeModel(model).parameterCount;
  return 3 * 3 * repetitions * descent.steps * ofStep;
}
