import type { Checkpoint } from './checkpoint/checkpoint.js';

/** What every way of running a task understands. */
export interface RunOptions<Part> {
  /**
   * Stops the run: no further shard is begun, and the run resolves with the shards that are done. @default never
   */
  readonly signal?: AbortSignal;
  /**
   * Called at the start and whenever more is done, with units of work (see `Task.size`); `done` never falls, and ends at
   * `total` if every shard is done. Called often: throttle what is drawn. If it throws, the run fails with that error.
   */
  readonly onProgress?: (done: number, total: number) => void;
  /** Where finished shards are kept and looked for, so that an interrupted run can be taken up again. @default nowhere */
  readonly checkpoint?: Checkpoint<Part>;
}

/** What a run on worker threads needs besides. */
export interface ThreadOptions<Part> extends RunOptions<Part> {
  /** The module that each worker loads; it calls `serveTasks`. */
  readonly worker: URL;
  /** The name under which that module's registry holds the task. */
  readonly taskName: string;
  /** Workers at most, an integer >= 1; never more are started than there are shards. @default os.availableParallelism() */
  readonly threads?: number;
  /** How often a shard is run again after its worker was lost, an integer >= 0. @default 2 */
  readonly retries?: number;
  /** Milliseconds that running shards get to end after an abort, before their workers are ended. @default 250 */
  readonly graceMs?: number;
  /**
   * Megabytes of JavaScript heap a worker may use before it is ended (and its shard run again); typed arrays do not
   * count. Best effort: a shard that allocates faster than Node can interrupt it ends the whole process
   * (https://github.com/nodejs/node/issues/47224), which only a checkpoint survives. @default Node's own limit
   */
  readonly heapMegabytes?: number;
}
