import { messages } from '../messages.js';
import type { Reply, WorkerHandle } from './start-worker.js';

/** The shards to do and what to do with what becomes of them. */
export interface LaneWork<Shard, Part> {
  readonly taskName: string;
  readonly shards: readonly Shard[];
  /** Indices of the shards to do, ascending. */
  readonly pending: readonly number[];
  readonly threads: number;
  readonly retries: number;
  readonly graceMs: number;
  readonly signal: AbortSignal | undefined;
  start(): WorkerHandle<Shard, Part>;
  onReport(index: number, done: number): void;
  onPart(index: number, part: Part): Promise<void>;
  onCrash(index: number, reason: string): void;
}

interface Lane<Shard, Part> {
  worker: WorkerHandle<Shard, Part> | undefined;
}

/**
 * Does the pending shards in as many lanes as there are threads: a lane is one worker, replaced when it is lost, that
 * takes the first shard nobody has taken yet. Ends when every shard is done, or the signal stopped the run, or a shard
 * failed; a failure lets the shards before it end and then throws the error of the first that failed.
 * No worker outlives the call.
 */
export async function runLanes<Shard, Part>(work: LaneWork<Shard, Part>): Promise<void> {
  const { taskName, shards, pending, threads, retries, graceMs, signal } = work;
  const holders = new Map<WorkerHandle<Shard, Part>, number>();
  let taken = 0;
  let stopped = signal?.aborted ?? false;
  let failure: { readonly index: number; readonly error: unknown } | undefined;

  const isWanted = (index: number) => !stopped && index < (failure?.index ?? Number.POSITIVE_INFINITY);
  const endUnwanted = () => {
    for (const [worker, index] of holders) if (!isWanted(index)) void worker.end();
  };
  const fail = (index: number, error: unknown) => {
    if (index >= (failure?.index ?? Number.POSITIVE_INFINITY)) return;
    failure = { index, error };
    endUnwanted();
  };
  let grace: NodeJS.Timeout | undefined;
  const stop = () => {
    stopped = true;
    grace = setTimeout(endUnwanted, graceMs);
  };

  const attempt = async (lane: Lane<Shard, Part>, index: number): Promise<Reply<Part>> => {
    try {
      if (!lane.worker?.alive) lane.worker = work.start();
      holders.set(lane.worker, index);
      return await lane.worker.run(index, shards[index] as Shard, (done) => work.onReport(index, done));
    } catch (cause) {
      return { kind: 'failure', error: messages.notSendable(taskName, index, cause) };
    } finally {
      if (lane.worker !== undefined) holders.delete(lane.worker);
    }
  };

  const doShard = async (lane: Lane<Shard, Part>, index: number): Promise<void> => {
    for (let lost = 1; ; lost += 1) {
      const reply = await attempt(lane, index);
      if (reply.kind === 'part') return work.onPart(index, reply.part);
      if (reply.kind === 'failure') throw reply.error;
      if (!isWanted(index)) return;
      work.onCrash(index, reply.reason);
      if (lost > retries) throw messages.crashed(taskName, index, lost, reply.reason);
    }
  };

  const runLane = async () => {
    const lane: Lane<Shard, Part> = { worker: undefined };
    while (taken < pending.length && isWanted(pending[taken] as number)) {
      const index = pending[taken] as number;
      taken += 1;
      await doShard(lane, index).catch((error) => fail(index, error));
    }
    await lane.worker?.end();
  };

  signal?.addEventListener('abort', stop, { once: true });
  try {
    await Promise.all(Array.from({ length: Math.min(threads, pending.length) }, runLane));
  } finally {
    clearTimeout(grace);
    signal?.removeEventListener('abort', stop);
  }
  if (failure !== undefined) throw failure.error;
}
