import { messages } from './messages.js';
import type { Task } from './task.js';

/** Adds up the work done over all shards, in the task's own units. */
export interface Progress {
  /** Shard `index` has done this many of its units; what it did before a crash is forgotten. */
  report(index: number, done: number): void;
  /** Shard `index` is done. */
  complete(index: number): void;
}

/**
 * Follows the progress of a run. `onProgress` is called with sums that only rise: a shard that starts over is silent
 * until it has caught up. Throws DpfairError `domain` if a size is negative or not finite.
 */
export function followProgress<Input, Shard>(
  task: Pick<Task<Input, Shard, unknown, unknown, unknown>, 'size'>,
  input: Input,
  shards: readonly Shard[],
  onProgress: (done: number, total: number) => void = () => {},
): Progress {
  const sizes = shards.map((shard) => task.size?.(input, shard) ?? 1);
  sizes.forEach((size, index) => {
    if (!(size >= 0 && size < Number.POSITIVE_INFINITY)) throw messages.badSize(index, size);
  });
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const partial = new Map<number, number>();
  const completed = new Set<number>();
  let finished = 0;
  let told = -1;

  const tell = () => {
    const running = [...partial.values()].reduce((sum, done) => sum + done, 0);
    const done = completed.size === shards.length ? total : Math.min(total, finished + running);
    if (done > told) {
      told = done;
      onProgress(done, total);
    }
  };

  tell();
  return {
    report(index, done) {
      if (completed.has(index) || !(done >= 0)) return;
      partial.set(index, Math.min(done, sizes[index] ?? 0));
      tell();
    },
    complete(index) {
      partial.delete(index);
      completed.add(index);
      finished += sizes[index] ?? 0;
      tell();
    },
  };
}
