import { setImmediate } from 'node:timers/promises';
import { restoreParts } from './checkpoint/restore-parts.js';
import { followProgress } from './progress.js';
import type { RunOptions } from './run-options.js';
import type { Task } from './task.js';
import { concludeRun, type TaskRun } from './task-run.js';

/**
 * Runs a task on the caller's own thread, shard after shard; the event loop gets a turn before each shard, which is when
 * the signal is looked at. Gives the same bytes as `runTask`.
 *
 * Throws what the task throws (of several failing shards, the first), DpfairError `input` for a checkpoint that is
 * corrupted or foreign, and `output` for one that cannot be written.
 *
 * @example
 * const { output } = await runInline(harmonicSum, { terms: 1000 });
 */
export async function runInline<Input, Shard, Part, Merged, Output>(
  task: Task<Input, Shard, Part, Merged, Output>,
  input: Input,
  options: RunOptions<Part> = {},
): Promise<TaskRun<Output>> {
  const { signal, onProgress, checkpoint } = options;
  const shards = task.plan(input);
  const parts = await restoreParts(checkpoint, shards.length);
  const progress = followProgress(task, input, shards, onProgress);
  for (const index of parts.keys()) progress.complete(index);

  for (const [index, shard] of shards.entries()) {
    if (parts.has(index)) continue;
    await setImmediate();
    if (signal?.aborted) break;
    const part = await task.run(input, shard, (done) => progress.report(index, done));
    await checkpoint?.write(index, part);
    parts.set(index, part);
    progress.complete(index);
  }
  return concludeRun(task, input, parts, shards.length);
}
