import type { IndexedPart, Task } from './task.js';

/** A worker that was lost while it held a shard, which was then run again on a fresh one. */
export interface ShardCrash {
  /** Index of the shard, from 0. */
  readonly shard: number;
  readonly reason: string;
}

/** What a run of a task came to. */
export interface TaskRun<Output> {
  /** What the shards that are done amount to; `null` if none is. */
  readonly output: Output | null;
  /** Shards in the output, those read from a checkpoint included. */
  readonly completedShards: number;
  readonly totalShards: number;
  /** True if the run was stopped by its signal before every shard was done. */
  readonly interrupted: boolean;
  /** Every worker lost on the way, in ascending order of shard; the output is not affected by them. */
  readonly crashes: readonly ShardCrash[];
}

/** Merges what is done in ascending order of shard and draws the conclusion. */
export function concludeRun<Input, Shard, Part, Merged, Output>(
  task: Task<Input, Shard, Part, Merged, Output>,
  input: Input,
  parts: ReadonlyMap<number, Part>,
  totalShards: number,
  crashes: readonly ShardCrash[] = [],
): TaskRun<Output> {
  const completedShards = parts.size;
  const ordered: IndexedPart<Part>[] = [...parts]
    .sort(([left], [right]) => left - right)
    .map(([index, part]) => ({ index, part }));
  return {
    output: completedShards === 0 ? null : task.finish(input, task.merge(input, ordered)),
    completedShards,
    totalShards,
    interrupted: completedShards < totalShards,
    crashes: [...crashes].sort((left, right) => left.shard - right.shard),
  };
}
