import { availableParallelism } from 'node:os';
import { restoreParts } from './checkpoint/restore-parts.js';
import { messages } from './messages.js';
import { followProgress } from './progress.js';
import type { ThreadOptions } from './run-options.js';
import type { Task } from './task.js';
import { concludeRun, type ShardCrash, type TaskRun } from './task-run.js';
import { runLanes } from './worker/run-lanes.js';
import { startWorker } from './worker/start-worker.js';

/**
 * Runs a task on worker threads. The output has the same bytes for any number of threads, with or without crashes on
 * the way, in one go or resumed from a checkpoint, because parts are merged in the order of their shards.
 *
 * - The input goes to each worker once. `task` here plans, merges and finishes; the workers take theirs from the
 *   registry given to `serveTasks`.
 * - A worker that is lost (exit, uncaught error, out of memory) has its shard run again on a fresh one; after `retries`
 *   such repetitions the run fails with DpfairError `task`, which names the task and the shard.
 * - An error thrown by `Task.run` is not tried again: it is thrown here, a DpfairError with its code and faults. If
 *   several shards throw, the error of the first in the plan is thrown, so that it does not depend on the timing either.
 * - On abort the run resolves with what is done. Workers are always ended before the promise settles.
 *
 * Throws also DpfairError `usage` for an option outside its range, an unknown task, or an input or shard that cannot be
 * sent to a worker; `input` for a checkpoint that is corrupted or foreign; `output` for one that cannot be written.
 *
 * @example
 * const { output } = await runTask(harmonicSum, { terms: 1000 }, {
 *   worker: new URL('./worker.js', import.meta.url),
 *   taskName: 'harmonic-sum',
 *   threads: 4,
 * });
 */
export async function runTask<Input, Shard, Part, Merged, Output>(
  task: Task<Input, Shard, Part, Merged, Output>,
  input: Input,
  options: ThreadOptions<Part>,
): Promise<TaskRun<Output>> {
  const { worker, taskName, threads = availableParallelism(), retries = 2, graceMs = 250, ...rest } = options;
  const { heapMegabytes, signal, onProgress, checkpoint } = rest;
  if (!(Number.isInteger(threads) && threads >= 1)) throw messages.notWholeNumber('threads', threads, 1);
  if (!(Number.isInteger(retries) && retries >= 0)) throw messages.notWholeNumber('retries', retries, 0);
  if (!(graceMs >= 0)) throw messages.notPositive('graceMs', graceMs, '>= 0');
  if (heapMegabytes !== undefined && !(heapMegabytes > 0))
    throw messages.notPositive('heapMegabytes', heapMegabytes, '> 0');

  const shards = task.plan(input);
  const parts = await restoreParts(checkpoint, shards.length);
  const progress = followProgress(task, input, shards, onProgress);
  for (const index of parts.keys()) progress.complete(index);

  const crashes: ShardCrash[] = [];
  await runLanes<Shard, Part>({
    taskName,
    shards,
    pending: [...shards.keys()].filter((index) => !parts.has(index)),
    threads,
    retries,
    graceMs,
    signal,
    start: () => startWorker(worker, { taskName, input }, heapMegabytes),
    onReport: progress.report,
    async onPart(index, part) {
      await checkpoint?.write(index, part);
      parts.set(index, part);
      progress.complete(index);
    },
    onCrash: (shard, reason) => crashes.push({ shard, reason }),
  });
  return concludeRun(task, input, parts, shards.length, crashes);
}
