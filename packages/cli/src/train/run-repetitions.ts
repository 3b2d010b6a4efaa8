import { runInline, runTask, type Task, type TaskRun } from '@dpfair/engine';
import { workerFile } from '../worker/worker-file.js';
import type { RunWays } from './planned-run.js';

/** Below so many multiplications a training is over before workers have started. */
const SMALL = 75_000_000;

/**
 * Runs the repetitions of a plan on worker threads, those of a small plan on this thread; the bytes are the same.
 *
 * @param taskName the name under which workers know the task
 * @param multiplications about how many the whole plan takes
 */
export async function runRepetitions<Plan, Shard, Part, Merged, Output>(
  task: Task<Plan, Shard, Part, Merged, Output>,
  taskName: string,
  plan: Plan,
  multiplications: number,
  { threads, signal, onProgress, checkpoint: folder, onSimulation }: RunWays,
): Promise<TaskRun<Output>> {
  onSimulation?.();
  const checkpoint = await folder?.open<Part>(taskName, plan);
  const watch = { ...(signal && { signal }), ...(onProgress && { onProgress }), ...(checkpoint && { checkpoint }) };
  return multiplications <= SMALL
    ? runInline(task, plan, watch)
    : runTask(task, plan, { threads, worker: workerFile, taskName, ...watch });
}
